# Assignments and groups: who is to learn or sit what, by when, and how far they are
note-assigned = { $title } is assigned to { $name }{ $people ->
    [0] { "" }
    [one] { " " }(1 person)
   *[other] { " " }({ $people } people)
}{ $dated ->
    [no] , without a last day
   *[other] , to be done by { $due }
}.
note-withdrawn = Taken back: { $name } no longer has to do { $title }. What was done stands.
note-not-assigned = { $title } was not assigned to { $name }.
note-due-is-past = Mind you: { $due } is past.
note-nothing-assigned = Nothing is assigned yet. For example: onduty assign COURSE --to GROUP --due 2026-12-01
note-no-groups = There are no groups yet. Give the roster a column “group”, or: onduty learner edit NAME --group GROUP
fail-no-group = Nobody is in the group “{ $name }”.
fail-course-or-licence = A course and a licence are both called “{ $id }”; write course:{ $id } or licence:{ $id }.
fail-remind-kind = What { $path } is to be can't be told: its name has to end in .csv, .xlsx or .ics.
hint-group-new = Put people into a group with: onduty learner edit NAME --group GROUP
hint-group-list = Which groups there are: onduty group list
head-assigned-to = To
head-assigned = To do
head-due = By
head-group = Group
head-people = People
head-late = Late
head-stuck = Stuck at
assigned-title = { $title } ({ $kind })
kind-course = course
kind-licence = licence
group-head = { $group }, { $people ->
    [one] 1 person
   *[other] { $people } people
}
group-nothing = Nothing is assigned, and nobody has begun anything.
group-subject = { $title }{ $dated ->
    [no] { "" }
   *[other] { " " }(by { $due })
}: done { $met }/{ $people }{ $not ->
    [0] { "" }
   *[other] , not begun { $not }
}{ $late ->
    [0] { "" }
   *[other] , late { $late }
}
group-late = { $stage } late
group-never = never here
group-days-ago = { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}
group-lying = { $title } at { $done }/{ $of }, untouched for { $days } days
group-failing = { $title } not passed { $times } times running
group-missed = What most of them missed at first (of those who met it)
group-missed-by = { $missed } of { $met }
group-turn = { $title }: “{ $says }”
group-watch-keys = It follows what happens. Esc ends it.
stage-not-begun = not begun
stage-begun = { $done }/{ $of }
stage-waived = waived { $day }
stage-done = done { $day }
stage-courses = courses { $done }/{ $of }
stage-ready = may sit
stage-sitting = sitting
stage-waiting = being marked
stage-voided = exam void
stage-failed = failed{ $dated ->
    [no] { "" }
   *[other] , again { $due }
}
stage-passed = passed, to issue
stage-held = held to { $day }
stage-expired = ended { $day }
word-yes = yes
word-no = no
remind-head = { $group }: still to do ({ $today })
remind-subject = - { $title }{ $dated ->
    [no] { "" }
   *[other] { " " }(by { $due })
}: { $names }
remind-person = { $name } { $stage }{ $late ->
    [yes] { " " }(late)
   *[no] { "" }
}
remind-how = Open onduty on your PC: it is the first line of home. You can stop half-way; nothing is lost.
remind-nobody = { $group }: everything assigned is done, there is nobody to remind.
remind-summary = { $group }: { $title } is due today ({ $people } still to do it)
home-due = { $text } (by { $due })
home-late = { $text } (was due { $due })
why-assigned = assigned to you{ $dated ->
    [no] { "" }
   *[other] , by { $due }
}
fail-neither = No course and no licence is called “{ $id }”.
