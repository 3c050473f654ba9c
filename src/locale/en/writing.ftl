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
