# tidy
tidy-file = { $path }:
tidy-encoding = Encoding: { $encoding } → UTF-8
tidy-line = Line { $line }
tidy-ask = Change it like this?
tidy-yes = Change it
tidy-no = Leave it
tidy-done = Mended: { $path }. The file as it was is kept as { $kept }.
tidy-nothing = { $path } is written as it should be.
tidy-left = { $path } was not touched.
tidy-say-yes = Nothing was changed. To change it, add --yes: onduty tidy { $path } --yes
fail-tidy-large = { $path } is too large for courseware.

# new
new-written = Written: { $path }
new-next-library = Now write a talk: onduty new scenario NAME --guided --library { $folder }
new-next-scenario =
    Open it in an editor and put your own words in. See whether it is right:
    onduty check { $folder }
    Walk through it:
    onduty preview { $id } --library { $folder }
new-next =
    Open it in an editor and put your own words in. See whether it is right:
    onduty check { $folder }
fail-new-id = "{ $id }" cannot be an id.
hint-new-id = Use small letters, digits and -, such as late-parcel. Titles may be in any language.
fail-new-only-scenario = --guided and --template are for scenarios only.
fail-new-no-folder = There is no courseware folder of your own yet, and the shipped one cannot be changed.
hint-new-library = Make one: onduty new library my-shop
hint-new-then = Then: onduty new { $kind } { $id } --library my-shop
hint-new-then-talk = Then: onduty new scenario { $id } --guided --library my-shop
fail-new-there = There is something called "{ $id }" already; nothing was written.
hint-new-other-id = Take another id.
fail-new-walks = There is no scenario "{ $id }"; the id of walks is that of their scenario.
