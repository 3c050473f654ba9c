# Import and export
swap-wrong = wrong
swap-left-out = left out
swap-changed = changed
swap-said = { $kind } { $where }: { $what }
swap-help = → { $help }
swap-comma = ,{" "}
swap-whole = the whole file
swap-lines = { $count ->
    [one] line
   *[other] lines
} { $list }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}
swap-items = { $list }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}

import-done = { $count ->
    [one] 1 item
   *[other] { $count } items
} written to { $path }
import-encoding = The file was read as { $encoding }. If characters are wrong, save it as UTF-8 where it was made and import it again.
import-mend = What is wrong is best mended in { $path }; then import it again (--force writes over the result).
import-check = Next: onduty check { $folder }
import-place = Next: put it into your courseware folder, then onduty check FOLDER

fail-import = { $path } cannot be read.
fail-import-nothing = Nothing in { $path } can be used (it was read as { $format }); nothing was written.
fail-import-unknown = Nobody can tell what format { $path } is.
fail-import-large = { $path } is too large; at most { $most } MB are read at a time.
fail-import-long = There is too much in { $path }; as courseware it would be more than { $most } MB.
fail-import-id = "{ $id }" cannot be an id: only a–z, 0–9 and -, at most 64 characters.
fail-no-format = There is no format "{ $name }", or it cannot hold this.
fail-export = { $id } cannot be written out.
fail-export-out = { $format } cannot be shown on a screen; name a file with --out.
fail-export-thing = There is no question bank or scenario "{ $id }".
hint-import-format = Say the format with --from: { $formats }
hint-import-cut = Cut it into several files and import each.
hint-force = If it is to be overwritten, add --force.

unreadable-broken = Read as { $guess }, line { $line } holds bytes that mean nothing. Save it as UTF-8 where it was made.
unreadable-big5 = It looks like Big5 (traditional Chinese). Save it as UTF-8.
unreadable-binary = This is no text file.
unreadable-large = It is too large, or unpacks to too much.
unreadable-quote = A quote that is opened in line { $line } is never closed.
unreadable-old-excel = This is an old Excel file (.xls). Save it as .xlsx or CSV.
unreadable-no-excel = This program was built without Excel. Save it as CSV.
unreadable-excel = The Excel file cannot be opened: { $said }
