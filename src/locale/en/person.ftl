# Whose an exam is: name or staff number on the roster are others than when it was sat
fail-sat-as-another = Exam { $id } was sat by { $then }. On the roster that person is { $now } now, and nobody signed that it is the same one.
fail-other-name = The name under which exam { $id } was sat is no longer here: nothing shows that it was { $name }.
hint-name-back = Where the roster was changed by mistake, or by somebody who should not have: put it back (who has that number now is changed first), onduty learner edit { $edit }
hint-number-back = The staff number is another than then, and that one is not kept in words here: put it back as it was (who has it now is changed first), onduty learner edit { $edit } --staff-number NUMBER-OF-THEN
hint-name-sign = Where it is the same person (another name, a new number): an examiner who is somebody else signs that, onduty learner edit { $edit } --reason WHY --staff EXAMINER
fail-person-changed = Name or staff number of { $name } were changed just now; nothing was signed. Look at the roster again.
note-issue-renamed = Exam { $id } was sat under another name or staff number; on { $day } { $by } signed that it is the same person (act { $act }). The licence names that among its evidence.
flaw-sat-as-another = Attempt { $attempt } was sat under another name or staff number: the roster says something else than what was signed, and nobody signed that it is the same person
means-sat-as-another = Until that is settled no licence is issued or renewed on it. Put the roster back where it is wrong; where it is the same person an examiner signs that: onduty learner edit ID --name NAME --staff-number NUMBER --reason WHY
audit-sat-as-another = Since attempt { $attempt } its candidate's name or staff number was changed, and nobody signed that it is the same person: no licence is issued on it. onduty learner edit --help
note-sat-as-another = Exam { $id } was sat by { $then }. On the roster that person is { $now } now: until somebody signs that it is the same one, no licence is issued on it.
note-renamed = { $now }: { $by } signed that it is the same person, whatever the name or number before. Exams sat before count on.
note-renamed-unsigned = { $count ->
    [one] One exam of { $name } was sat under the name or number before: no licence is issued on it now.
   *[other] { $count } exams of { $name } were sat under the name or number before: no licence is issued on them now.
} Where the change is right an examiner signs it: onduty learner edit { $edit } --reason WHY
sitting-now = { " " }(now called { $name })
list-now = { $then } (now { $now })
note-roster-unsigned = { $count ->
    [one] One of them has
   *[other] { $count } of them have
} sat exams under another name or number: no licence is issued on these until an examiner signs that it is the same person. Who, and how: onduty audit
fail-name-of-another = { $now } has the { $part ->
    [number] staff number
   *[name] name
} of somebody else, { $other }{ $id ->
    [none] {""}
   *[other] {" "}(in { $id }, an exam or a sitting)
}: nobody can sign that these two are one person.
fail-let-in-oneself = { $name } let this candidate in to { $id } and vouched for the name then: somebody else signs that it was another.
hint-name-of-another = Where the roster mixed two people up, put both rows back without --reason; then nothing has to be signed. Where two people are of one name, add what tells them apart, for example a middle name.
