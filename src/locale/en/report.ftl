# Reports: of a group, a person, a licence, a week, and the training archive
fail-report-kind = What { $path } is to be can't be told: its name has to end in .html, .csv, .xlsx or .json.
fail-report-folder = { $path } is a folder. Name a file in it, such as report.html.
fail-report-future = { $day } is after { $today }: a report tells what was, and this one ends there.
fail-report-range = From { $from } to { $to } runs backwards: the first day comes first.
report-busy = Gathering the records
report-heading = ■ { $title }
report-made = Made by onduty from the records up to { $day }.
report-days = { $days } { $days ->
    [one] day
   *[other] days
}
report-minutes = { $minutes } min
report-unit-days = days
report-unit-minutes = min
report-rate = { $percent } % ({ $hits } of { $of }; 95 % interval { $low }–{ $high } %)
report-rate-hits = how many
report-rate-of = out of
report-rate-low = 95 % from (%)
report-rate-high = 95 % to (%)
report-sheet-about = About
report-col-earned = Earned
report-col-pass-rate = Pass rate
report-of-group = Group: { $group }
report-of-all = About everybody
report-as-of = As of { $day }
report-enrolled-between = Only who was enrolled from { $from } to { $to }
report-title-cohort = How a group is doing
report-section-people = People and progress
report-section-exams = Exams
report-section-time = Time to the licence
report-section-skills = Gaps
report-section-overdue = Overdue
report-section-stuck = Stuck
report-enrolled = Enrolled
report-left = Of these no longer here
report-begun = Learned, practised or sat anything
report-sat = Sat an exam
report-licensed = Hold a licence that is good now
report-nothing-assigned = Nothing is assigned, and nobody has begun anything.
report-damaged = { $count } { $count ->
    [one] record does
   *[other] records do
} not fit together and { $count ->
    [one] is
   *[other] are
} left out ({ $ids }); onduty audit tells why, and what to do.
report-no-exams = Nobody has sat an exam yet.
report-no-licences = Nobody has a licence yet.
report-none-overdue = Nobody is late.
report-none-stuck = Nobody is stuck.
report-rates-how = Pass rates count exams that are settled and not void: “first time” goes by each person's first exam, “in the end” by whether the person has passed by now. The interval is Wilson's 95 % interval: the fewer the people, the wider it is and the less two rates can be compared.
report-distribution = { $title }: first totals ({ $count } people; each row from its first number to just under its second, the last one up to 100)
report-bin = { $low }–{ $high }
report-basis = Pass mark { $pass }; { $basis ->
    [study] its basis: { $file }.
   *[other] its basis: policy (no study yet, see onduty cut).
}
report-scripted = { $count } of these exams { $count ->
    [one] was
   *[other] were
} answered by a script.
report-time-how = From the day of enrolment to the day the first licence was issued. A quarter, half and three quarters of the people had it within so many days.
report-skills = What was earned of each skill in role-plays, the lowest first
report-skill = { $own ->
    [yes] { $name }
   *[other] { $name } ({ $people } people)
}
report-too-few = { $least ->
    [1] No role-play was finished yet.
   *[other] Fewer than { $least } people have practised: a mean over so few would give single people away, so none is told.
}
report-col-what = What
report-col-due = Due
report-col-people = People
report-col-met = Done
report-col-under-way = Under way
report-col-not-begun = Not begun
report-col-late = Late
report-col-licence = Licence
report-col-sat = Sat
report-col-first-time = First time
report-col-in-the-end = In the end
report-col-licensed = Licensed
report-col-quarter = A quarter
report-col-half = Half
report-col-three-quarters = Three quarters
report-col-objective = Objective
report-col-answers = Answers
report-col-right = Right at first
report-col-name = Name
report-col-number = Number
report-col-state = State
report-col-until = Until
report-col-stage = How far
report-col-stuck = Stuck at
report-state-valid = Valid
report-state-provisional = Valid (provisional)
report-state-suspended = Suspended
report-state-superseded = Superseded by a newer one
report-state-expired = Expired
report-state-revoked = Revoked
report-state-erased = Holder's data erased, number in force
report-state-unproven = File does not prove it
report-exam-open = under way
report-exam-passed = passed
report-exam-failed = not passed
report-exam-borderline = to be decided
report-exam-pending = stations to be observed
report-exam-provisional = to be marked by a person
report-exam-voided = void
report-exam-disputed = sat twice, to be decided
report-later-licence = licence { $number }, until { $until } ({ $state })
report-later-again = sat again { $day }: { $result }
report-later-no-licence = passed, no licence yet
report-later-exam = exam “{ $title }” on { $day }: { $result }
report-later-practice = { $count } { $count ->
    [one] talk or quiz
   *[other] talks and quizzes
} since
report-later-next = again on { $day }: { $percent } %
report-title-learner = Training file of { $name }
report-title-licence = Report on a licence: { $title } ({ $id })
report-title-weekly = Training week { $week }
report-title-archive = Training archive
fail-report-week = “{ $week }” is no week. Write it as 2026-W47: year, W, two digits.
report-week-days = { $from } (Monday) to { $to } (Sunday)
report-begun-between = Only what was begun from { $from } to { $to }
report-section-person = In short
report-section-licences = Licences
report-section-archive = Training record
report-section-own-skills = Skills
report-section-standing = How the licences stand
report-section-rates = Pass rates
report-section-totals = Totals
report-section-borderline = Just below the mark
report-section-items = Items to look at
report-section-examiners = Examiners' agreement
report-section-week = This week and the week before
report-section-ending = Licences ending soon
report-section-missed = Most missed this week
report-since = Enrolled
report-groups = Groups
report-finished = Finished (courses, practice, exams …)
report-minutes-in-all = Time in all
report-notes = Notes by trainers
report-remarks = Remarks on items by the person
report-sat-exams = Exams
report-disputed-exams = Sat twice (not counted until one is declared void)
report-first-time = First time
report-in-the-end = In the end
report-by-month = Pass rates by the month the exam began (every exam counts; the line is the 95 % interval)
report-totals = Totals ({ $count } exams; each row from its first number to just under its second, the last one up to 100)
report-borderline = Just below the mark
report-decided-passed = Decided: passed
report-decided-failed = Decided: not passed
report-undecided = Not decided yet
report-band = { $band ->
    [0] This licence has no band below the mark: one point short is not passed.
   *[other] A total at most { $band } points below the mark is for a person to decide; each decision has its reason and signature (onduty show).
}
report-items-how = From each person's first exam: { $exams } exams, { $items } items. From { $facility } exams on a facility is told, from { $rest } on discrimination and exposure; below that nothing is. What an item asks and its key are not in here: authors see them with onduty stats.
report-no-alarms = No item stands out.
report-no-pairs = No candidate was seen by two examiners yet.
report-none-ending = No licence ends soon.
report-none-missed = Nothing: whatever at least { $least } people met, all of them got right at first.
report-no-licence = No licence yet.
report-nothing-done = There are no records of that time.
report-archive-how = “Later application” tells what the records show: later exams, licences, the next try. How it is used with real customers they do not know (onduty wording reads chat logs). Practice is one line a person; its results are for the person and the trainer. Time is summed from step to step, a pause over 15 minutes counts as 15. “Edition” is the beginning of the content's digest: it differs once the content was changed.
report-file-how = This file is for the person and the own trainer. “Later application” tells what the records show: later exams, licences, the next try. Time is summed from step to step, a pause over 15 minutes counts as 15.
report-week-how = A week is from Monday to Sunday. The pass rate is of first exams that came to a result this week.
report-form-course = course
report-form-bank = quiz
report-form-scenario = role-play
report-form-licence = exam
report-form-agreement = read and agreed
report-form-review = review
report-form-station = station
report-form-practice = own practice
report-form-waiver = waived
report-result-open = not finished
report-result-done = done
report-result-agreed = agreed
report-result-waived = waived
report-result-own = in the person's own file
report-result-exam = { $stands }, { $total } of 100
report-result-decided = { $result } (borderline; decided by { $name })
report-result-regraded = { $result } (marked again by { $name })
report-result-talk = { $passed ->
    [yes] passed
   *[other] not passed
}, { $percent } %
report-result-share = done, { $percent } %
report-col-day = Day
report-col-edition = Edition
report-col-form = Form
report-col-minutes = Time
report-col-result = Result
report-col-later = Later application
report-col-issued = Issued
report-col-item = Item
report-col-exams = Exams
report-col-facility = Facility
report-col-discrimination = Discrimination
report-col-look = Why
report-col-station = Station
report-col-alike = Same mark
report-col-this-week = This week
report-col-week-before = Week before
report-col-missed = Missed it
report-col-met-it = Met it
report-week-enrolled = Enrolled
report-week-active = Active people
report-week-courses-begun = Courses begun
report-week-courses-done = Courses done
report-week-practised = Talks and quizzes done
report-week-exams = Exams over
report-week-first-time = First time passed
report-week-issued = Licences issued
report-week-ended = Licences that ran out
report-week-revoked = Licences revoked
report-alarm-inverted = who can gets it wrong
report-alarm-best-take = the best prefer a wrong option
report-alarm-below-guessing = worse than guessing
report-alarm-too-hard = hardly anybody can
report-alarm-too-easy = hardly anybody cannot
report-alarm-does-not-separate = does not tell who can
report-alarm-separates-weakly = tells who can weakly
report-alarm-nobody-takes = an option nobody takes
report-alarm-exposed = seen too often
report-practice = { $told } (until { $day })
report-practice-scenario = { $count } { $count ->
    [one] role-play
   *[other] role-plays
}
report-practice-bank = { $count } { $count ->
    [one] quiz
   *[other] quizzes
}
report-practice-review = { $count } { $count ->
    [one] review
   *[other] reviews
}
report-on-how = Groups and what is assigned are as they are now; records and licences as they stood at the end of that day.
report-state-waiting = Waits for a second person
report-head-unit = { $name } ({ $unit })
report-head-more = { $name }: { $what }
report-tally = { $count } ({ $parts })
report-tally-passed = { $count } passed
report-tally-short = { $count } short of points
report-tally-red = { $count } by a red line
report-tally-open = { $count } open
report-tone-passed = passed
report-tone-short = not passed: points
report-tone-red = not passed: red line
report-tone-open = not settled yet
report-how-short = Short of points: the total, or a part, is below its mark.
report-how-red = By a red line: what must never be said or done was, or a critical step was missed; no points make up for that.
report-how-decided = Passed below the mark: { $count }. Those were borderline, and a person decided.
report-cut = Pass mark { $pass }
report-cut-line = ┄┄ { $name } ┄┄
report-cut-other = { $drawn ->
    [yes] The line is the pass mark that these exams had ({ $marks }); it was changed since.
   *[no] These exams had different pass marks ({ $marks }), so no line is drawn: each goes by the one it had.
}
report-col-points = Points
report-col-month = Month
report-col-week = Week
report-col-skill = Skill
report-col-staff-number = Staff number
report-col-groups = Groups
report-col-role = Role
report-none-met = Nothing: outside exams nobody answered or practised anything this week.
report-too-few-met = Nothing: no single thing was met by { $least } people, and of fewer none is told.
report-so-far = That time is not over: this is what was recorded until { $day }.
fail-report-from-future = { $day } is still to come, today is { $today }: there is nothing to tell from that day on.
fail-report-week-future = { $week } begins on { $day }, and today is { $today }: there is nothing to tell of it yet.
hint-report-week = Without --week it is this week; the last one is --week { $week }.
report-nothing-yet = There are no records yet.
report-alarms-too-few = Too few exams yet to tell anything of single items.
note-report-licence-how = Which licence? Its report: onduty report licence { $id }
note-report-no-schemes = The library has no licence.
