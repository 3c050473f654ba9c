# Import and export
swap-wrong = wrong
swap-left-out = left out
swap-changed = changed
swap-look = please look
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
hint-import-word = Save it as plain text where it was made, then import that .txt.
hint-force = If it is to be overwritten, add --force.

unreadable-broken = Read as { $guess }, line { $line } holds bytes that mean nothing. Save it as UTF-8 where it was made.
unreadable-big5 = It looks like Big5 (traditional Chinese). Save it as UTF-8.
unreadable-binary = This is no text file.
unreadable-large = It is too large, or unpacks to too much.
unreadable-quote = A quote that is opened in line { $line } is never closed.
unreadable-old-excel = This is an old Excel file (.xls). Save it as .xlsx or CSV.
unreadable-no-excel = This program was built without Excel. Save it as CSV.
unreadable-excel = The Excel file cannot be opened: { $said }

# What import notes
import-id = "{ $own }" cannot be an id here (only a–z, 0–9 and -, none twice); it is now { $id }
import-no-why = no explanation; the right answer stands in its place, say why in the courseware
import-too-much = too much at a time ({ $count } questions with their materials); cut it into several files
gift-brace = the braces {"{"} {"}"} do not pair up; no blank line may stand within a question
gift-few = too few answers
gift-weight = a weight of { $weight }% is none that Moodle knows
gift-pair = a matching question is written "=left -> right": { $text }
gift-number = "{ $text }" is no number (commas are not taken)
gift-fine = the number "{ $text }" is too fine or too large: at most three decimals, up to a million
gift-no-key = no answer earns all
gift-essay = an essay has no key; there is no such kind here
gift-description = only a description, no question
gift-category = the category "{ $path }": a bank has no parts
gift-tags = tags: { $list }
gift-name = the question's name: { $name }
gift-pictures = pictures
gift-html = web markup was taken out, the text stays
gift-several = a single-choice question with several right answers became one where all of them have to be picked
gift-partial = an answer that earns only { $weight }%: { $text }
gift-shares = the options' weights are now equal shares: every right one earns, every wrong one costs the same
gift-wildcard = an answer with *: { $text }
gift-feedback = what is said to single answers went into the explanation

# What export notes
export-not-this = This format cannot hold it.
export-keys = level, points, skills, objectives, roles, order of options
export-material = the material stands before the question's text
export-weights = weights are the nearest ones that Moodle knows
export-unit = the unit: { $unit }
export-order = an order became matching: number to item
export-classify = classes became matching
export-write = a reply to write became an essay, which somebody marks by hand there
export-no-write = a table has no place for a reply to write: not exported
export-find = lines to find became multiple choice
export-arrow = an answer with -> cannot stand beside others: { $text }
export-arrow-left = -> on a left side became →

# Question sheets
sheet-no-header = There is no header: at least a column for the question and one for the answer are needed.
sheet-column = a column that is not known: { $name }
sheet-column-twice = a column that stands twice; only the first is read: { $name }
sheet-beyond = something stands to the right of the header, where no column has a name
sheet-above = a row above the header: { $text }
sheet-bare-material = a material without questions
import-material = this material stands over the questions of lines { $lines }; to end it before one of them, write a line [end of material] in a text, or leave an empty row in a sheet
import-number = the answer "{ $answer }" is a number, so it became a number question, right with or without its unit{ $unit ->
    [none] { "" }
   *[other] {" "}({ $unit })
}
text-option-bare = "{ $text }" lacks the point behind its letter; it was taken as an option
text-option-doubt = "{ $text }" looks like an option, but its letter does not follow; it went on the line before, please look at letters and points
sheet-kind = no kind of question: { $kind }
sheet-no-ask = nothing is asked
sheet-no-answer = no answer
sheet-answer = the answer "{ $found }" is not understood: write the options' letters, such as A or ABD
sheet-no-option = the answer names { $found }, but there is no such option
sheet-one-right = a single-choice question has one answer, here it is "{ $found }"
sheet-verdict = a statement is true or false, here it is "{ $found }"
sheet-number = the number "{ $found }" is not understood
sheet-order = the answer to an order names each option once, here it is "{ $found }"
sheet-sides = → belongs between the two sides: { $found }
sheet-who = write "who: what is said": { $found }
sheet-points = the points "{ $found }" are not understood
sheet-level = the level "{ $found }" is not understood: write 1, 2, 3 or easy, medium, hard
text-between = belongs to no question: { $text }

export-use = that it is for exams: taken in again it is for practice, with its key open to learners; set use = "exam" again
export-title = the bank's title: { $title }
export-sheet-keys = skills, objectives, roles, order of options
export-number = an answer that is only a number reads back as a number question: { $text }
export-several = an answer holds a semicolon or a bar and reads back as several: { $text }
export-arrow-sheet = → on a left side became ->
export-many = options beyond the 26th: there are no more letters
talk-has-writing = turn { $turn } asks for a written reply, for which a table has no place; edit the TOML
