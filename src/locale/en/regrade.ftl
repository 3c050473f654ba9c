regrade-same = Marked again under the content they were sat with: { $count ->
    [one] 1 attempt came
   *[other] { $count } attempts came
} to what was recorded, nothing else.
regrade-other = { $count ->
    [one] 1 attempt does
   *[other] { $count } attempts do
} not come to what was recorded:
regrade-other-next = Something that is kept was altered. onduty audit says where, and what that means.
regrade-erased = { $count ->
    [one] 1 attempt cannot be worked out again
   *[other] { $count } attempts cannot be worked out again
}: typed words were erased
busy-regrade = Marking again

regrade-today-same = { $exams ->
    [0] No exam is over yet: nothing to mark again.
    [one] Under today's content 1 exam comes to the same.
   *[other] Under today's content all { $exams } exams come to the same.
}
regrade-today-part = { $exams ->
    [one] 1 exam
   *[other] { $exams } exams
} under today's content: { $apart } with items that cannot be compared, which keep their marks; what can be compared comes to the same.
regrade-today-other = Of { $exams ->
    [one] 1 exam
   *[other] { $exams } exams
}, other under today's content: { $other }; to record: { $moved }; would pass now: { $passed }; would fail now: { $failed }. Nothing is recorded.
regrade-exam = Exam { $id } · { $name } · { $title }
regrade-flips = Total { $was } → { $now }: { $stood } → { $stands }.
regrade-stays = Total { $was } → { $now }: { $stands }, as before.
regrade-kept = Total { $was }: { $stood }. Nothing to record.
regrade-alone = {" "}By today's key alone: { $total }, { $stands }.
regrade-neither = {" "}Neither the old answers nor today's come to a pass by themselves, only both together: the candidate would read "passed", and no licence can be issued on it. Use --lower to go by today's alone, or declare the exam void so that it is sat again.
regrade-licence = {" "}Licence { $number } rests on it, so its marks stay; a licence is taken back with onduty revoke.
regrade-points = { $was } of { $wasof } → { $now } of { $nowof } points
regrade-key = {"; "}right is now: { $now } (was: { $was })
regrade-reworded = {"; "}worded otherwise too: it counts only where you name it with --question
regrade-old-counts = {"; "}what was recorded stands
regrade-head-moved = Total moves by
regrade-head-exams = Exams
regrade-unlike-title = Not comparable: here the recorded result stands
regrade-unlike = { $why } ({ $count ->
    [one] 1 exam
   *[other] { $count } exams
})
regrade-rule = Pass mark and weights are those of each exam's own day; stations and examiners' marks stand as they are.
regrade-policy = Nobody loses a mark already given: old and new key both count, question by question the better of the two. --lower also takes the marks that fall.
regrade-policy-lower = With --lower today's key alone counts, so marks fall as well; those that a licence rests on stay.
regrade-how-to-apply = To record this: the same command with --apply --reason "…"

standing-passed = passed
standing-failed = not passed
standing-borderline = borderline
standing-pending = stations open
standing-provisional = marking open

unlike-gone = it is not in the library that was looked through
unlike-kind = it is a question of another kind now
unlike-response = what was answered is not offered any more
unlike-key = what is right now was not offered then
unlike-written = it was written and read by people against what was asked then
unlike-way = the recorded replies do not lead through it any more
unlike-unplayable = it cannot be played as it is now
unlike-reworded = it is worded otherwise; name it with --question if it still asks the same

note-regraded = Exam { $id } is marked again. { $said }{ $told ->
    [yes] {" "}The candidate is told why.
   *[no] {""}
  }
note-regrade-nothing = Nothing to record.
note-regrade-licensed = { $count ->
    [one] 1 exam keeps its marks, because a licence rests
   *[other] { $count } exams keep their marks, because licences rest
} on it. To take a licence back: onduty revoke

fail-regrade-recorded = Under the recorded content there is nothing to apply
hint-regrade-today = Add --against today
fail-regrade-question = The library has no question { $id }
hint-list-questions = A question is named BANK/QUESTION, as in onduty stats
fail-regrade-changed = Marks, licences or content changed while the passphrase was typed; nothing was recorded. Try again.

told-regraded = On { $time }, because: { $reason }. When handed in, the total was { $was }.
notice-regraded = Your exam "{ $title }" ({ $id }) was marked again, because: { $reason }. When handed in, the total was { $was }; now it is { $now }.
regrade-reworded-talk = {"; "}what is said in it is worded otherwise
unlike-reworded-talk = what is said in it is worded otherwise
report-title-regrade-recorded = Marked again under the recorded content
report-title-regrade-today = Marked again under today's content
report-section-regrade-summary = Summary
report-section-regrade-exams = Exams that differ
report-section-regrade-items = Item by item
report-regrade-none = None.
report-regrade-same = As it was
report-regrade-other = Not as it was
report-regrade-erased = Cannot be worked out (words erased)
report-regrade-exams = Exams
report-regrade-changed = Differ under today's content
report-regrade-moved = To record
report-col-total-was = Total before
report-col-total-now = Total now
report-col-stood = Stood
report-col-stands = Stands
report-col-was = Before
report-col-now = Today
report-col-why = Why
report-col-attempt = Attempt
regrade-worded-title = Talks worded otherwise, with the same points
