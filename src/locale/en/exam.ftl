# Exams and observations: sheet, parts, notes.

## Answer sheet
aside-sheet = Answer sheet (leave this one for now, look at others, hand in)
help-rate = A digit gives the mark at once · ↑↓ choose · Backspace sheet
help-sheet-text = ↓ answer sheet
plain-sheet = Type 0 for the answer sheet.
plain-sheet-text = Type only - for the answer sheet.
plain-rate = Type the mark:
sheet-flag = Mark item { $n } to look at again
sheet-unflag = Take the mark off item { $n }
sheet-next-open = Go to the next open item ({ $n })
sheet-note = Write a note on item { $n }
sheet-hand-in = Hand in
sheet-sure = Yes, hand in; nothing can be changed after that
sheet-back = Not yet, back to the sheet
sheet-item = { $state ->
    [open] ○
   *[done] ●
 } Item { $n } · { $state ->
    [open] open
   *[done] answered
 }{ $flag ->
    [yes] {" · marked"}
   *[no] {""}
 }: { $text }
sheet-standing = Answer sheet: { $answered } of { $of } answered{ $flagged ->
    [0] {""}
   *[other] {" · marked: "}{ $flagged }
 }
item-of = Item { $n } of { $of }{ $flag ->
    [yes] {" · marked"}
   *[no] {""}
 }
given-now = Your answer now
agree = I agree and will keep to it

## Parts
part-theory = theory
part-practice = role-play
part-station = station
part-ahead = Next comes the { $part } part with { $items } { $items ->
    [one] item
   *[other] items
 }{ $limit ->
    [none] .
   *[other] , limit { $limit }.
 } Press Enter to begin; from then on its clock runs.

## Clock
clock-left = { $time } left
clock-left-whole = { $time } left for the whole exam
clock-news = { $left }.
clock-up = { $time } gone by
clock-up-of = { $time } / { $of }
clock-over = { $of } have gone by (for your information; nothing ends by it).

## Notes
note-talk-over = This talk is over. Nothing is said about it during the exam; you will see it with the result.
note-handed-in = Handed in.
note-time-up = This part's time is up. What you answered counts; what is open earns 0.
note-expired = The whole exam's time is up. What you answered counts; what is open earns 0.
note-agreed = Your undertaking is on record.
note-rate-all = Rate the candidate's performance as a whole (for setting the pass mark; it does not count):
note-write-note = Write a note:

## Observing
overall-1 = Poor
overall-2 = Weak
overall-3 = Just good enough
overall-4 = Good
overall-5 = Excellent
observe-critical = [Critical] a 0 here fails the candidate
observe-oral = Oral question
observe-listen = Listen for
observe-note = Note

## Lengths of time
span-days = { $n } { $n ->
    [one] day
   *[other] days
 }
span-hours = { $n } { $n ->
    [one] hour
   *[other] hours
 }
span-minutes = { $n } { $n ->
    [one] minute
   *[other] minutes
 }
span-seconds = { $n } { $n ->
    [one] second
   *[other] seconds
 }
span-join = {" "}
