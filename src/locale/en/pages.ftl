# What blocks are labelled with: talk, verdicts, moods, results.

## Talk and cards
you = You
candidate = Candidate
label = { $name }:
quoted = “{ $text }”
brief = Your task
customer = Customer
customer-mood = Mood
customer-credit = Credit
customer-registered = Registered
credit-low = low
credit-high = good
registered-long = long ago
registered-recent = recently
facts = What you know
mood-value = { $mood }/100, { $word }
mood-furious = furious
mood-upset = upset
mood-calm = calm
mood-pleased = fairly pleased
mood-happy = very pleased
mood-change = mood { $from } → { $to } { $word }
mood-up = better
mood-down = worse
mood-same = unchanged

## Verdicts
mark-right = ✓
mark-wrong = ✗
mark-partly = ~
mark-blank = -
mark-missed = +
verdict-right = Right
verdict-partly = Partly right
verdict-wrong = Wrong
verdict-unknown = You chose “I don't know”
verdict-unknown-theirs = Chose “I don’t know”
verdict-unanswered = Not answered
verdict-points = { $earned } of { $of } points
chosen-right = rightly chosen
chosen-wrong = should not be chosen
missed-right = should be chosen, you did not
missed-right-theirs = should be chosen, was not
left-wrong = rightly left out
item-right = { $text } → { $answer }
item-wrong = { $text } → { $answer } (should be: { $should })
item-empty = { $text } → no answer (should be: { $should })
typed-right = Your answer: { $answer }
typed-right-theirs = Answer: { $answer }
typed-wrong = Your answer: { $answer }; right answer: { $should }
typed-wrong-theirs = Answer: { $answer }; right answer: { $should }
typed-empty = No answer; right answer: { $should }
why = Why

## Notes
note-try-again = Not right yet. Try once more.
note-nearly = Nearly right. Try once more.
note-comes-back = Never mind: this one comes back at the end of the lesson.
note-came-back = Here it is again.
note-read-again = Please read this lesson again:
note-goes-on = Going on where you left off.
note-talk-so-far = The talk so far:
note-now-rehearse = Now try it yourself: a customer is waiting for you.

## Role-play
feedback-points = Points { $points }
feedback-red-line = Red line crossed: { $why }
feedback-breaks = It breaks a wording rule: { $title }. Better: { $instead }
debrief = Looking back
debrief-step = Step { $n }
debrief-better = Better words (points { $points })
debrief-better-later = Better words (they lead to a better end)
debrief-ending = How it ended
debrief-ending-points = How it ended (points { $points })
debrief-result = Result
debrief-skills = Skills
outcome-resolved = resolved
outcome-partial = partly resolved
outcome-escalated = handed on
outcome-lost = customer lost
outcome-failed = failed
result-points = Score { $points }/{ $best } ({ $percent }%), pass mark { $pass }%
result-passed = Passed
result-failed = Not passed
result-red-line = A red line was crossed: this run counts 0 points

## Quiz and course
quiz-result = Quiz result
quiz-total = { $earned } of { $total } points ({ $percent }%)
quiz-mark = Question { $n }: { $earned }/{ $total }
course-result = Course result
course-lessons = Lessons read: { $lessons }
course-checkpoints = Checkpoints (first answers)
course-plays = Role-plays
progress-words = Step { $n } of { $of }
progress-done = All { $of } steps done

## Findings
finding-error = error
finding-warning = warning
finding-help = help
finding-also = the other one is here
