# Exams and observations: sheet, parts, notes.

## Answer sheet
aside-sheet = { $part ->
    [station] Mark sheet (leave this one for now, look at others, write a note, hand in)
   *[other] Answer sheet (leave this one for now, look at others, hand in)
 }
aside-sheet-brief = { $part ->
    [station] mark sheet
   *[other] answer sheet
 }
aside-note = no note, back to the item
help-rate = A digit gives the mark at once · ↑↓ choose · Enter send · Backspace mark sheet
help-aside-text = 0 then Enter: { $aside }
help-aside-number = ↓ then Enter: { $aside } (0 is a number)
plain-sheet = Type 0 for: { $aside }.
plain-sheet-text = Type only - for: { $aside }.
plain-keep = Enter alone keeps the answer as it is.
plain-rate = Type the mark:
sheet-flag = { $part ->
    [station] Flag item { $n } to look at again
   *[other] Flag question { $n } to look at again
 }
sheet-unflag = { $part ->
    [station] Take the flag off item { $n }
   *[other] Take the flag off question { $n }
 }
sheet-next-open = { $part ->
    [station] Go to the next item without a mark ({ $n })
   *[other] Go to the next open question ({ $n })
 }
sheet-note = Write a note on item { $n }
sheet-hand-in = { $part ->
    [station] Hand in the marks
   *[other] Hand in
 }
sheet-sure = { $part ->
    [station] Yes, hand in the marks; nothing can be changed after that
   *[other] Yes, hand in; nothing can be changed after that
 }
sheet-back = { $part ->
    [station] Not yet, back to the mark sheet
   *[other] Not yet, back to the answer sheet
 }
sheet-overall = Overall rating
marks-total = { $points } of { $of } points{ $missed ->
    [0] .
    [one] ; one critical step at 0: this station is failed.
   *[other] ; { $missed } critical steps at 0: this station is failed.
 }
mark-open = no mark: counts as 0
overall-open = not given
sheet-item = { $state ->
    [open] ○
   *[done] ●
 } { $part ->
    [station] { $state ->
        [open] no mark
       *[done] marked
     }
   *[other] { $state ->
        [open] open
       *[done] answered
     }
 }{ $flag ->
    [yes] {" · flagged"}
   *[no] {""}
 } · { $text }
sheet-to-item = { $part ->
    [station] To item { $n }
   *[other] To question { $n }
 }
sheet-standing = { $part ->
    [station] Mark sheet: { $answered } of { $of } marked
   *[other] Answer sheet: { $answered } of { $of } answered
 }{ $flagged ->
    [0] {""}
   *[other] {" · flagged: "}{ $flagged }
 }
sheet-unanswered = { $part ->
    [station] { $n } { $n ->
        [one] item has
       *[other] items have
     } no mark.
   *[other] { $n } { $n ->
        [one] question is
       *[other] questions are
     } open and will earn 0.
 }
item-of = { $part ->
    [station] Item { $n } of { $of }
   *[other] Question { $n } of { $of }
 }{ $flag ->
    [yes] {" · flagged"}
   *[no] {""}
 }
given-now = Your answer now
given-mark = The mark now
mark-said = { $mark }: { $text }
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
 } Its clock runs from when you begin.
part-begin = Begin

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
note-time-up = This part's time is up. What you answered counts; what is open earns 0. What stood there and was not sent does not count.
note-expired = The whole exam's time is up. What you answered counts; what is open earns 0. What stood there and was not sent does not count.
note-agreed = Your undertaking is on record.
note-read-aloud = Read this to the candidate:
note-for-examiner = For the examiner alone:
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
