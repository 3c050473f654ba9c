# Marking by a person: what was written in exams is read and signed by an examiner; how a result tells of it.

## The list
note-mark-nothing = No reply waits to be read.
mark-head-exam = Exam
mark-head-number = Reply
mark-head-hangs = Result
mark-head-points = By program
mark-head-rules = Rules
mark-hangs = hangs on it
mark-hangs-not = does not
hint-mark-terminal = Run it in a terminal window; a script lists with onduty mark --list, then marks one by one with --written.

## Marking
mark-title = Reading replies
mark-intro = { $n } { $n ->
    [one] reply waits
   *[other] replies wait
 } to be read, and a result hangs on { $hanging } of them. Who wrote them is not shown. The program only advises; what you say counts.
mark-own = { $n } more { $n ->
    [one] is
   *[other] are
 } from an exam of your own; another examiner has to read { $n ->
    [one] it
   *[other] them
 }.
mark-reply = Reply { $n } of { $of }
mark-it-hangs = Whether this exam is passed is only known once a person has read it.
mark-it-hangs-not = By itself this reply makes no difference to whether the exam is passed; reading it shows how good the rules are.
mark-ask = What do you say?
mark-agree = The program is right: { $points } points{ $red ->
    [yes] , across a red line
   *[no] {""}
 }
mark-overrule = I see something otherwise
mark-later = Leave it for later
mark-stop = That is all for now
mark-why-agree = Type a reason if you like; Enter alone gives none:
mark-agreed = Read; the program's verdict is right
mark-pick = What do you see otherwise? (one or more)
mark-unbroken = “{ $title }” ({ $severity }) is not broken: “{ $hit }” is fine here
mark-long-enough = It is long enough (the program wants at least { $least } characters)
mark-there = It is there: { $title }
mark-not-there = It is not there: { $title }
mark-comes-to = So it earns { $points } of { $of } points (the program gave { $before }).{ $red ->
    [gone] {" "}No red line is crossed.
    [stays] {" "}A red line is still crossed.
   *[none] {""}
 }
mark-why = Why? (needed; kept with the signature)
mark-sure = Sign it so?
mark-sign = Sign it
mark-again = Choose again
mark-back = Change nothing, back to the reply
note-marked = Read and signed by { $name }: { $points } points.
note-mark-end = { $done } read in this sitting, { $n } still waiting. What was signed is kept.
fail-mark-unknown = This reply has no such rule or want.
hint-mark-known = Rules that fired: { $rules }; what was wanted: { $wants }
fail-mark-busy = Somebody is signing for exam { $id } at this moment.
hint-mark-busy = Wait a moment and look what is still to be read: onduty mark --list. Who signed first counts.
fail-mark-read = Reply { $n } of exam { $id } was read and signed by { $name } already; that stands.
fail-mark-void = Exam { $id } is void; nothing is read.
fail-mark-issued = A licence was issued on exam { $id }; nothing is read any more.
fail-mark-none = Exam { $id } has no written reply { $n }.

## The result
told-name-written = Your own words
told-written-hangs = { $n } { $n ->
    [one] reply
   *[other] replies
 }, { $unread } waiting for an examiner to read. Nobody fails by a program alone.
told-written-unread = { $n } { $n ->
    [one] reply
   *[other] replies
 } judged by the program, { $unread } read by nobody yet; however they are read, the result stays.
told-written-read = { $n } { $n ->
    [one] reply
   *[other] replies
 }, read by an examiner{ $changed ->
    [0] , who agreed with the program.
   *[other] , who changed { $changed }.
 }
told-written-part = { $n } replies, { $read } read by an examiner{ $changed ->
    [0] , who agreed with the program
   *[other] , who changed { $changed }
 }; however the others are read, the result stays.
told-change = “{ $title }”: { $points } of { $of } points instead of { $before }
told-change-unbroken = “{ $title }” is not broken
told-change-long-enough = It is long enough
told-change-there = “{ $title }” is there
told-change-not-there = “{ $title }” is not there
told-read-first = What to work on is told when an examiner has read it.
told-wording = Wording rules
told-wording-rule = { $title } ({ $severity }){ $times ->
    [1] {""}
   *[other] , { $times } times
 }. Better: { $instead }
evidence-marked = Reading of a written reply by an examiner

## Statistics
stats-wording-head = Wording rules
stats-wording-note = In how many replies each rule fired; and of those in exams that a person has read, how often it was overruled.
stats-too-short = Too short to be judged
stats-col-rule = Rule
stats-col-practice = Practice
stats-col-exam = Exams
stats-col-read = Read
stats-col-overruled = Overruled
