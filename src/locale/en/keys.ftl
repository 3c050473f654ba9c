# Prompts: what keys do, why an answer was not taken.

## Help lines
help-next = Enter to go on
help-one = number or ↑↓ to mark · Enter to send
help-many = number or Space to tick · ↑↓ to move · Enter to send
help-sort = numbers (or Space) in order · Backspace takes back · Enter to send
help-match = number pairs, goes on to the next · ←→ right side · ↑↓ left side · Backspace clears · Enter to send
help-number = type a number · Enter to send
help-number-given = typing replaces it · ←→ Backspace edit · Enter keeps it
help-line = type · Enter to send
help-line-typed = type · Ctrl-U clears · Enter to send
help-line-given = typing replaces it · ←→ Backspace edit · Ctrl-U clears · Enter keeps it
help-pending = { $digits }_ type the second digit, or wait or press Enter for { $digits }
help-panel = ? facts
help-panel-whole = ? the whole question
help-panel-text = Tab facts
help-leave = Esc to leave
leaving = Esc again leaves (saved), Enter stays
leaving-apart = Esc again leaves here, Enter stays
leaving-timed = Esc again leaves (saved, but the clock runs on), Enter stays
blank = I don't know
line-ended = (no more)
draft-unsent = You had not sent this yet; it counts once you press Enter.
who-by-number = Choose by the number before the name.
more-above = … { $n } more above
more-below = … { $n } more below
match-rights = Right sides to choose from:
match-open = ?

## Why an answer was not taken
misfit-not-offered = That is not one of the choices. Please take one that is offered.
misfit-empty = Nothing is chosen or typed yet.
misfit-incomplete = Something is still missing. Please fill the gaps.
misfit-not-a-number = That is not a number. Please type digits only, such as 3 or 2.5.
misfit-too-long = Too long: at most { $most } characters.

## Passphrases
help-secret = Nothing is shown while you type · Enter send · Esc to leave
leaving-secret = Esc again leaves, Enter begins anew
secret = Passphrase:
secret-code = Code:
code-short = { $count ->
    [one] 1 digit is missing
   *[other] { $count } digits are missing
}: a code has { $digits }.
code-long = { $count ->
    [one] 1 digit too many
   *[other] { $count } digits too many
}: a code has { $digits }.
code-odd = A code is digits only, { $digits } of them.
secret-again = Once more:
secret-short = Too short: at least { $least } characters, please.
secret-differ = The two are not the same. Please begin anew.

## Pager
pager-on = Space for more
pager-back = ↑ back
pager-done = Enter when read
pager-close = Esc to close
pager-end = Enter to close
pager-answer = Enter to answer
pager-page = page { $page }/{ $pages }
pager-read = Read to the end

## Plain lines
plain-next = Press Enter to go on:
plain-one = Type a number:
plain-many = Type one or more numbers with spaces between:
plain-sort = Type all numbers in their order with spaces between:
plain-match = Type the number of the right side for each left side, in turn, with spaces between:
plain-number = Type a number:
plain-line = Type your answer:
plain-rights = Right sides:
plain-panel = Type ? for the facts.
plain-blank = Type 0 for I don't know.
plain-blank-text = Type only - for I don't know.
plain-said = Your answer: { $text }
plain-nothing = There is nothing more to look up.
plain-leave = Ctrl+C leaves at any time; nothing is lost (an exam's clock goes on). Where it says “Type ?”, ? and Enter show the facts.

## Answers from a file
script-syntax = Answers file, line { $line }, column { $column }: { $message }
script-format = The answers file needs format = 1.
script-no-answer = The answers file has no answer for visit { $visit } of “{ $id }”. Add it under [answers], or set fallback to "first" or "random".
script-shape = The answer to “{ $id }” has the wrong shape: { $wanted } is needed.
script-not-offered = “{ $id }” does not offer “{ $value }”. Offered: { $offered }
script-refused = The answer to “{ $id }” was not taken: { $why }
wanted-one = the id of one choice (a string; true or false for a true-false question)
wanted-many = a list of ids of choices
wanted-sort = a list of the ids of all choices in order
wanted-match = a table of left id = right id
wanted-number = a number
wanted-line = a string

## Progress
busy = { $what } …
