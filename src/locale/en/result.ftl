# An exam told: its rules before, who may sit, what it came to.

## Parts
told-part-theory = Theory
told-part-talks = Role-plays
told-part-stations = Stations
told-part-both = Role-plays and stations
told-questions = { $n } { $n ->
    [one] question
   *[other] questions
 }
told-talks = { $n } { $n ->
    [one] role-play
   *[other] role-plays
 }
told-stations = { $n } { $n ->
    [one] station
   *[other] stations
 }
told-months = { $n } { $n ->
    [one] month
   *[other] months
 }
told-semicolon = { "; " }
told-stop = { $text }.
told-space = {" "}

## Rules
rules-title = Before the exam: { $title }
rules-intro = Take two minutes for this; no clock runs yet. Two warm-up items follow that do not count. The exam begins when you press “start”.
rules-intro-stations = Take two minutes for this. The exam begins when you press “start”.
rules-head-part = Part
rules-head-items = What
rules-head-limit = Time
rules-head-weight = Weight
rules-head-least = At least
rules-limit-observed = by the examiner
rules-percent = { $n }%
rules-name-pass = To pass
rules-pass = Reach the least mark of every part, and { $pass } of 100 in all. Exact marks are compared; nothing is rounded up.
rules-pass-clean = Reach the least mark of every part and { $pass } of 100 in all, { $clean ->
    [red] cross no red line
    [critical] miss no critical step
   *[both] cross no red line, miss no critical step
 }. Exact marks are compared; nothing is rounded up.
rules-name-borderline = Just below
rules-name-basis = Basis
rules-name-policy = Basis
rules-basis = The mark of { $pass } rests on a record: { $file }.
rules-policy = The mark of { $pass } is policy: it rests on no record of judges or ratings.
rules-borderline = Below { $pass } but not below { $from }, with all else in order: neither passed nor failed. An examiner decides; no waiting, no new exam.
rules-name-red-line = Red lines
rules-red-line-fail = Saying or doing in a role-play what must never be said or done fails the exam, whatever else you earn.
rules-red-line-zero = Saying or doing in a role-play what must never be said or done makes that role-play count 0.
rules-name-written = Your own words
rules-written = Some replies you write yourself. The program judges them by the wording rules and by what was asked for; where one decides the result, an examiner reads it first, without your name, and the result waits.
rules-name-timed = The customer waits
rules-timed = Some customers wait for a reply, with a countdown on the screen. How quick you are is told apart and is not in the score; say nothing, and the customer goes on.
rules-name-critical = Critical steps
rules-critical = A few steps at the stations are about safety or what matters most. Missing one fails the exam.
rules-name-examiners = At the stations
rules-examiners-one = One examiner marks you as you work.
rules-examiners-two = { $n } examiners mark you apart. Where they differ by more than { $differ } percent, or over a critical step, a third decides.
rules-name-back = Changing answers
rules-back-theory = Theory has an answer sheet: skip, mark for later, go back and change; the last answer counts, an open one earns 0.
rules-back-talks = Role-plays go forward only; what you said is said.
rules-name-clock = Time
rules-clock = Each part's clock starts with its first item. When it is up, what you have answered counts. The whole exam: { $within } at most.
rules-clock-whole = The examiner times each station. The whole exam: { $within } at most.
rules-name-break = If you are cut off
rules-break = No answer is lost by a power cut or a closed window, but the clock goes on. { $where ->
    [sitting] Call the invigilator, who lets you go on.
   *[alone] Type onduty exam { $id } as soon as you can.
}
rules-name-closed = Practice
rules-closed = Until the exam is over, practice and earlier debriefs are closed.
rules-name-attempts = Attempts
rules-attempts = { $left } left, with this one. Pressing “start” counts as one.
rules-name-wait = If you do not pass
rules-wait-nth = { $n ->
    [1] After
   *[other] after
 } exam { $n } you wait { $span }
rules-wait-each = You wait { $span } before the next exam
rules-wait-on = after each later one { $span }
rules-wait-called = Nothing to wait for: the desk calls another sitting.
rules-wait-none = You may try again at once.
rules-wait-last = After the last one an examiner has to grant another.
rules-name-feedback = What you will see
rules-feedback-none = Passed or not, and the mark of each part.
rules-feedback-skills = Passed or not, the mark of each part, skills and objectives to work on, rules broken. No answers to questions.
rules-feedback-full = Passed or not, the mark of each part, and every question with its answer, every role-play with its debrief.
rules-name-decides = Who decides
rules-decides = The result follows from these rules; just below the mark an examiner decides. An issuer issues the licence.
rules-decides-plain = The result follows from these rules. An issuer issues the licence.
rules-supervised = An examiner is there and lets you in.
rules-unsupervised = Nobody supervises this exam; the licence will say so.
rules-independence-strict = Whoever taught or examined you may not issue it.
rules-independence-none = Whoever taught or examined you may also issue it; the licence will say so.
rules-name-appeal = If you disagree
rules-appeal = Tell an examiner or manager, with the number of the exam. Questions, answers and rules are kept, so everything can be worked out again.
rules-appeal-days = You may appeal within { $window } of the result; the answer comes within { $answer } of the appeal.
rules-name-validity = How long it holds
rules-validity = { $lasts } from the day of issue.
rules-validity-renew = { $lasts } from the day of issue; it can be renewed in the last { $renew }.
rules-name-sources = Where this comes from
rules-source-own = all other marks, numbers and times are this house's own rules
rules-source-only = Marks, numbers and times are this house's own rules

## Who may sit
need-title = { $title }: may you sit the exam?
need-yes = You may sit the exam. Type: onduty exam { $id }
need-agree = Only an undertaking is missing. Type: onduty exam { $id }, and you will be asked to read and sign it.
need-yes-sitting = You may sit the exam. It is sat in a sitting: the desk calls you to one, and there the invigilator lets you in.
need-agree-sitting = Only an undertaking is missing: you will be asked to read and sign it in the sitting, before the exam. The desk calls you to one, and there the invigilator lets you in.
need-no = Not yet. First see to what is missing below.
need-from = { $left } to wait: from { $time } on you may sit the exam.
need-courses = { $state ->
    [met] All courses are done
   *[missing] Courses: { $done } of { $of } done
  }
need-course-done = “{ $title }” is done
need-course-waived = “{ $title }” is waived since { $day }
need-course-missing = “{ $title }” is not done yet{ $at ->
    [home] {""}
   *[other] . Type: onduty learn { $id }
  }
need-course-scripted = “{ $title }” is not done yet (a script did it once, which does not count){ $at ->
    [home] {""}
   *[other] . Type: onduty learn { $id }
  }
need-what-next = What next?
need-go-learn = Take it now: “{ $title }”
need-go-result = See the result of that exam
need-go-home = Back home
need-agreement-met = “{ $title }” is signed
need-agreement-missing = “{ $title }” is not signed yet (you are asked to before the exam begins)
need-attempts-met = Exams left: { $left } ({ $used } of { $allowed } taken)
need-attempts-missing = All exams are taken ({ $allowed }). For another one ask an examiner: onduty grant
need-wait-met = The waiting time is over
need-wait-missing = { $left } to wait: from { $time } on you may sit the exam
need-open-met = No exam is unfinished
need-open-open = An exam is under way. Go on with it: onduty exam { $id }
need-open-pending = The last exam ({ $attempt }) waits for its stations{ $at ->
    [home] {""}
   *[other] . To look: onduty result { $attempt }
  }
need-open-borderline = The last exam ({ $attempt }) is just below the mark; an examiner decides{ $at ->
    [home] {""}
   *[other] . To look: onduty result { $attempt }
  }
need-open-provisional = In the last exam ({ $attempt }) a person has still to read { $n } { $n ->
    [one] reply
   *[other] replies
  } of your own; nobody fails by a program alone{ $at ->
    [home] {""}
   *[other] . To look: onduty result { $attempt }
  }
need-open-sealed = The last exam ({ $attempt }) is handed in; the desk tells its result{ $at ->
    [home] {""}
   *[other] . To look: onduty result { $attempt }
  }
need-open-passed = Passed already ({ $attempt }); an issuer has to issue the licence
need-open-twice = Passed ({ $attempt }), and another exam was sat in the same sitting or at the same time: examiners have to declare one of them void first
need-held-met = The licence holds until { $time } and can be renewed now
need-held-missing = The licence holds until { $time }; no exam is needed
need-held-from = The licence holds until { $time }; from { $from } on it can be renewed

## Result
told-title = Exam result: { $title }
told-about = { $name } · over at { $time } · number { $attempt }
told-passed = Passed: { $by }.
told-passed-decided = Passed, as an examiner decided: { $by }.
told-failed = Not passed: { $by }.
told-failed-decided = Not passed, as an examiner decided: { $by }.
told-borderline = Not settled: { $by }, but by no more than { $band }. An examiner decides; no waiting, no new exam.
told-strayed = Not settled: as an examiner read it, one talk should have gone another way, and nobody knows how that would have ended. An examiner decides; no waiting, no new exam.
told-pending = Not settled: the stations are not all marked, so there is no total yet.
told-provisional = Not settled: what you wrote has to be read by a person, and the result hangs on it. No waiting, no new exam.
told-void = This exam is void: it counts neither as a result nor as an attempt.
told-by-total = total { $total } of 100, pass mark { $pass }
told-by-short = total { $total } of 100, below { $pass }
told-by-theory = theory { $percent }%, below { $least }%
told-by-practice = { $part } { $percent }%, below { $least }%
told-by-red-line = a red line was crossed
told-by-critical = a critical step was missed
told-head-part = Part
told-head-share = Mark
told-head-least = At least
told-head-weight = Weight
told-head-gives = Gives
told-head-met = Enough?
told-met = ✓ enough
told-not-met = ✗ too low
told-waiting = to be marked
told-none = –
told-total = Total
told-cut = Shown with one decimal, cut, never rounded up; exact marks are compared.
told-name-ended = How it ended
told-ended-handed-in = { $did ->
    [theory] Handed in.
    [talks] Played to the end.
   *[both] Handed in and played to the end.
  }
told-ended-time-up = The time of a part was up.
told-ended-expired = The time of the whole exam was up.
told-left-questions = { $n } { $n ->
    [one] question
   *[other] questions
 } without an answer: 0 points.
told-left-talks = { $n } { $n ->
    [one] role-play
   *[other] role-plays
 } not begun: 0 points.
told-left-cut = { $n } { $n ->
    [one] role-play
   *[other] role-plays
 } cut short, marked as far as it went.
told-name-waiting = Still missing
told-name-stations = Stations
told-stations-dropped = The result stands; { $n ->
    [one] the station that is
   *[other] the { $n } stations that are
  } not fully marked need not be taken.
told-station-missing = Station “{ $station }”: examiners still to mark it: { $n }
told-station-apart = Station “{ $station }”: the examiners are too far apart, a third decides
told-rules = Red lines and critical steps
told-red-line = Role-play “{ $talk }” crossed a red line: { $rule }
told-red-line-zero = Role-play “{ $talk }” crossed a red line and counts 0: { $rule }
told-critical = Station “{ $station }”, critical step missed: { $step }
told-weak = Skills to work on (below 60%)
told-weak-theory = { $earned } of { $of } points in questions ({ $percent }%)
told-weak-talks = { $earned } of the { $of } points within reach in role-plays ({ $percent }%)
told-aims = Objectives to look at again
told-aims-course = “{ $title }”
told-aims-more = … and { $n } more
told-nothing-weak = No weak spots. Solid work.
told-besides = Good to know
told-name-next = Licence
told-next-issued = Issued, number { $number }.
told-next-provisional = Issued, number { $number }: provisional, until { $until }. For the full one its conditions have to be fulfilled by then.
told-next-fulfilled = Issued, number { $number }: its conditions are fulfilled; an issuer issues the full one. The provisional one ends on { $until }.
told-next-expired = Number { $number } ended on { $until }. Do not work with it any more; for a new one ask your manager.
told-next-superseded = Number { $number } was superseded by { $by }: that one counts now.
told-next-passed = An issuer issues it.{ $at ->
    [home] {""}
    [away] {""}
   *[other] {" "}Then onduty licences shows it.
  }
told-name-look = Look again
told-look-pending = When the stations are marked, { $at ->
    [home] choose the last exam's result at home.
    [away] ask at the desk; once its roster has told this PC, onduty result { $attempt } says so here too.
   *[other] type: onduty result { $attempt }
  }
told-look-provisional = When it has been read, { $at ->
    [home] choose the last exam's result at home.
    [away] ask at the desk; once its roster has told this PC, onduty result { $attempt } says so here too.
   *[other] type: onduty result { $attempt }
  }
told-look-borderline = When an examiner has decided, { $at ->
    [home] choose the last exam's result at home.
    [away] ask at the desk; once its roster has told this PC, onduty result { $attempt } says so here too.
   *[other] type: onduty result { $attempt }
  }
told-talks-note = “Passed” below is said of each role-play by the standard of practice; in the exam its mark counts.
told-name-again = Again
told-again = From { $time } on; attempts left: { $left }.{ $at ->
    [home] {""}
    [away] {" "}The desk calls another sitting.
   *[other] {" "}Type: onduty exam { $id }
  }
told-again-left = Attempts left: { $left }.
told-again-none = No attempts are left. For another one ask an examiner.
told-name-error = How exact it is
told-error = Near the pass mark this exam measures to about ±{ $error } points: with other questions of the same kind, the same ability may come out that much higher or lower.
told-name-appeal = If you disagree
told-appeal = Tell an examiner or manager, with the number { $attempt }.
told-appeal-kept = Questions, answers and rules are kept, so everything can be worked out again.
told-appeal-how = { $at ->
    [home] Until { $until } you may appeal: choose "Appeal against a result" in the menu.
    [away] Until { $until } you may appeal, at the desk: give the number { $attempt }.
   *[shell] Until { $until } you may appeal: onduty appeal open { $attempt }
}
told-name-basis = Pass mark
told-basis = The mark of { $mark } rests on a record: { $file }.
told-policy = The mark of { $mark } is policy: it rests on no record of judges or ratings.
told-name-clock = Clock
told-clock-forward = Between { $from } and { $to } the PC's clock moved forward by { $span } (or the PC slept).
told-clock-back = Between { $from } and { $to } the PC's clock moved back by { $span }.
told-name-breaks = Breaks
told-breaks = Left { $n ->
    [one] once
   *[other] { $n } times
 }, { $away } in all; the clock went on.
told-questions-title = Question by question
told-question = Question { $n }
told-station-step = { $text } ({ $marks } of { $most })
told-signed = I have read this result.
told-printed = Worked out by onduty from the record of the exam.
told-signature = Signature
