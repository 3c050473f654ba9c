# The ledger answers: audit, backup, what is held about a person.

## Audit
busy-audit = going through the records
audit-sound = Everything that is kept holds together.
audit-found = Does not hold together: { $count }
audit-looked = Looked at: attempts { $attempts } (graded again, with the same result: { $regraded }), acts { $acts }, licences proven by their files { $licences }, lines of the ledger { $lines }.
audit-means = What it means
audit-file = The records file itself: { $said }
audit-head-holds = Head { $head }: still in the ledger; lines since: { $since }.
audit-idle-title = Counts for nothing
audit-answered-title = Answered
audit-noted-title = Signed, to be known
audit-erase-begun = An erasure of { $id } was begun and not brought to an end: some of what is beside that person's records is gone, the rest is still here. Give it again: onduty learner erase { $id }
audit-renamed = Exam { $attempt } was sat under another name or staff number; on { $day } { $by } signed that it is the same person (act { $act }){ $number ->
    [none] {""}
   *[other] ; licence { $number } rests on that
  }
audit-answered = { $file }{ $name ->
    [none] {""}
   *[other] {" "}({ $name })
  }, refused on { $day }: answered by { $by } on { $at }; refusal { $id }, act { $act }
audit-idle = Act { $act } by { $name }: signed without being { $role ->
    [examiner] an examiner
    [issuer] an issuer
    [trainer] a trainer
   *[other] an auditor
 } then. It is kept and has no effect.
audit-unknown-title = Could not be checked
audit-unknown-tail = Whether lines are missing at the end, or the whole store is an older copy or was rebuilt: from inside nobody can know. Note the head elsewhere from time to time (onduty audit --head) and hold the records against it (onduty audit --since HEAD).
audit-unknown-erased = Attempts whose typed words were erased, or let go when they were due: { $count }. What the words earned cannot be worked out again; everything else of them was checked.
audit-unknown-licence = Licence { $number }: its file was erased with its holder's data.
audit-unknown-acts = Licences and exams' outcomes: what staff signed, the list of attempts or the ledger does not read, so there is nothing to hold them against.
audit-beside-title = Not part of the record
audit-beside = Names, staff numbers, groups, settings and what trainers and learners say to each other are not sealed: they can be changed and erased, and an audit cannot tell whether they were.

flaw-words-gone = Attempt { $attempt } lacks words that were typed in it, though nobody was erased
flaw-words-left = Attempt { $attempt } still has typed words, though its person is not on the roster
flaw-reason-gone = Act { $act } lacks its reason, though nobody was erased
flaw-other-line = Act { $act } admits to an exam, but names another line of the ledger than its beginning
flaw-unproven = The kept file of licence { $number } does not prove what was recorded, or none of your issuing keys signed it
flaw-credential-gone = The kept file of licence { $number } is missing, though its holder was not erased
flaw-licence-other = Licence { $number } names an exam of another person or of another licence
flaw-licence-void = Licence { $number } stands on an exam that was declared void
flaw-licence-unpassed = Licence { $number } stands on an exam that was not passed
flaw-head-shorter = By the noted head { $head } the ledger had { $noted } lines; it has { $lines } now, so { $gone } or more are missing
flaw-head-other = By the noted head { $head } line { $noted } of the ledger was another one

means-event = Somebody changed, removed or added something in this attempt after it was recorded. Nothing in it from that place on can be relied on: neither its result nor a licence on it.
means-row = Lists and statistics say something wrong about this attempt; its own record is right or is named separately.
means-attempt = Nothing can be said about this attempt: neither the candidate nor you can show what happened in it.
means-grade = The result that was recorded is not the one that the answers earn. Do not use it until it is cleared up; tell the person concerned.
means-observation = The examiner did not stand for these marks. The exam has no result until the station is observed anew.
means-regraded = The marks given when the exam was marked again do not follow from its record. Its result cannot be relied on.
means-marks = Points given for written replies do not follow from what was signed. The exam's result cannot be relied on.
means-serials = No licence can be issued with this key. Find out who forged the act.
means-content = Questions, talks or schemes that were used are not what they were: attempts that used them cannot be shown as they were.
means-lost = Attempts that used it cannot be shown or graded again; their recorded results stand on the ledger alone.
means-act = What was signed was changed, or somebody else signed it. Admissions, marks and licences by this act do not count until it is cleared up.
means-twice = Two people may hold the same number. Whoever checks cannot tell them apart: reissue one, and find out who issued the other.
means-credential = The file you would hand out again is not the one that was issued. What was handed out then still verifies.
means-line = The order in which things happened is no longer proven from this line on: something was changed, taken out or put in.
means-unsealed = It was put in behind the program's back, or its line was taken out of the ledger: when it happened is not proven.
means-schema = The guards that keep the record from being changed were tampered with. What else was found shows what was done; without other findings, put a backup in its place and find out who had the file.
means-setting = What it said is not known here any more, and nothing is done that would need it. Put a backup in its place (onduty restore), and find out who had the file.
means-file = The database is damaged: a failing disk, a copy made while it was in use, or a hand in the file. Put a backup in its place (onduty restore).
means-words-gone = Somebody took words out that the person typed: an appeal against this attempt cannot be answered. Look for them in a backup.
means-words-left = The person was removed without being erased: personal data is still here that should be gone, or the roster was changed by hand.
means-reason-gone = Nobody can say any more why this was done. Look for it in a backup.
means-other-line = The admission does not bear out when the exam began. The exam does not count as supervised.
means-unproven = Do not accept this licence. Leave the records as they are and find out who issued it.
means-credential-gone = The licence cannot be handed out again. What was handed out then still verifies; look for the file in a backup.
means-licence-other = The licence has nothing to stand on. Take it back and find out who issued it.
means-licence-void = The licence has nothing to stand on any more. Take it back, and tell those who check it.
means-licence-unpassed = The licence should not have been issued. Take it back and find out who issued it.
means-head-shorter = Attempts or acts are gone that were there when the head was noted: the end was cut off, or an older copy was put in its place. Compare with backups newer than the head.
means-head-other = The ledger was rebuilt after the head was noted: something before that line was taken out or changed. Compare with a backup from that time.

note-head = Note this line where nobody with access to these records can change it: on paper, in a mail to somebody else. Later: onduty audit --since LINE
note-no-lines = Nothing was recorded yet; there is no head to note.
fail-no-head = "{ $head }" is no head and no file with one.
fail-head-mistyped = "{ $head }" is mistyped: its last character does not go with the others.
hint-head = A head looks like 20261122-128-7Q3K-9XV2-M4TD-0HRE-8WPA-C and comes from onduty audit --head

## Backup and restore
busy-backup = looking through the copy
note-backup = Backup: { $path }. Attempts { $attempts }, acts { $acts }, people { $people }; looked through after writing.
note-backup-head = The ledger's head in it, to be noted elsewhere: { $head }
note-backup-keys = The keys in { $path } are not in it: whoever has records and keys together can sign in your name. Copy them apart, and keep the copy apart.
note-backup-library = Your own courseware in { $path } is not in it either: keep a copy of that too.
note-restored-besides = Keys and your own courseware are not in a backup: on another computer, bring them as well (--library or ONDUTY_LIBRARY says where the courseware is).
note-restored-pcs = PCs that took in a roster or a sitting which is newer than this backup refuse what this desk sends from now on. Let each send once more ({ -onduty-there } send FOLDER --all) and collect it here; { -onduty-there } audit says there how it goes on.
hint-library-missing = The records here know it: your own courseware may be missing. Say where it is with --library DIR or ONDUTY_LIBRARY.
note-backup-flawed = What was copied does not hold together ({ $count }): onduty audit tells what it is. The copy is kept as it is; look for an older one that is sound.
note-restored = Restored from { $path }: attempts { $attempts }, lines of the ledger { $lines }.
note-kept-beside = The records of before are kept in { $path }. Issuing keys retired since, licences suspended or revoked are as they were then, too: do these again by the records that were kept.
note-numbers-go-on = Key { $code }: licences were given out since the backup, up to serial { $last }. These numbers stay taken: the next licence gets a later one.
note-numbers-unknown = Key { $code }: nobody knows here which licence numbers were given out since the backup; { $last ->
    [none] there is none in it
   *[other] the last serial in it is { $last }
  }. With the next licence, say the last number that was given: onduty issue … --after NUMBER (as it stands on the newest licence, or its last part alone, the serial; a larger one may have been given to somebody else). If nobody knows it: --after unknown leaves out { $count }.
fail-no-records = There are no records in a file here that could be copied.
fail-backup-damaged = { $path } is no backup that holds together; nothing was changed.
hint-other-backup = Take another backup. The records are as they were.
fail-restore-loses = The records have what this backup lacks: attempts { $attempts }, further steps of attempts { $events }, acts { $acts }, changes of people, groups and assignments { $people }. Nothing was changed.
fail-restore-unread = The records cannot be read, so nobody can say what the backup lacks. Nothing was changed.
hint-older = If it shall be so nevertheless: once more with --older. The records of now are then kept beside, under a name with the day.

## What is held about a person
note-held = All that is held about { $name } is in { $path }; to read: { $page }
held-title = What is held about { $name }
held-intro = Written out on { $at }. The same, and more exactly, stands in the JSON file beside this page. Questions and their keys belong to the courseware and are not here.
held-none = Nothing.
held-said = What was said
held-signed = What staff signed
held-trainer = Trainer
held-licences = Licences
held-appeals = Appeals
held-colon = {": "}
held-head-when = When
held-head-what = What
held-head-which = Which, and how
held-head-who = Who
held-head-words = Words
held-head-number = Number
held-head-licence = Licence
held-head-state = State
held-head-receipt = Receipt
held-head-answer = Answer
held-about-name = Name
held-about-called = Signed for as
held-about-groups = Groups
held-about-role = Role
held-about-since = On the roster since
held-about-left = Left
held-about-id = Id
held-proposed = { $what } (proposed; waits for a second person)
held-not-confirmed = { $what } (proposed; came to nothing)
held-points = { $percent } of 100
held-minutes = { $minutes ->
    [one] 1 minute more
   *[other] { $minutes } minutes more
}
held-place-item = question { $number }
held-place-note = a note on question { $number }
held-place-part = part { $number }
held-place-sheet = the answer sheet
held-place-hand-in = handing in
held-event-extended = was given more time
held-event-started = began
held-event-read = read
held-event-answered = answered
held-event-asked = was asked
held-event-chose = chose
held-event-silent = said nothing
held-event-wrote = wrote
held-event-agreed = agreed
held-event-began = began a part
held-event-turned = turned to
held-event-flagged = flagged
held-event-handed-in = handed in
held-event-time-up = time was up
held-event-expired = the exam's time was up
held-event-clock-moved = the clock jumped
held-event-rated = was marked
held-event-noted = note of the examiner
held-event-overall = rated as a whole
held-event-left = left
held-event-resumed = went on
held-event-closed = over
held-act-admitted = admitted to the exam
held-act-sitting = acted at a sitting
held-act-called = called to sitting { $sitting }: { $title }, { $room }, { $when }
held-act-incident = noted at sitting { $sitting }
held-act-resealed = sealed the papers of sitting { $sitting } once more
held-act-refused = refused as the second person
held-act-extended = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} more in sitting { $sitting }
held-act-withdrawn = withdrew sitting { $sitting }
held-act-concluded = ended sitting { $sitting }
held-act-renamed = signed that it is the same person under another name or number
held-act-observed = observed at a station
held-act-settled = decided between examiners
held-act-marked = marked a written reply
held-act-decided = decided a borderline exam
held-act-voided = declared the exam void
held-act-granted = granted one more exam
held-act-allowed = allowed more time
held-act-issued = issued a licence
held-act-appointed = appointed
held-act-founded = made an issuing key

## Erasing a person
erase-goes = This goes for good: the name and number of { $name }, typed words { $words }, things said { $said }, reasons { $reasons }, licence files { $licences }.
erase-stays = This stays, under a random id that says nothing of the person: attempts { $attempts } with choices, points, times and digests, and what was signed about them. The chain over all records needs them.
erase-licence = Licence { $number } holds until { $until }: its file here goes, but what was handed out still verifies. If it shall not, take it back first; afterwards nobody can look up whose it was.
ask-erase = Type the name to erase it ({ $name })
note-erased = Erased. What stays goes by { $id }.
note-erased-elsewhere = Backups, exports and pages written earlier still hold what was erased: delete them, and make a new backup. A backup restored here forgets the person again.
fail-erase-name = That is not the name; nothing was erased. It has to be exactly: { $name }
fail-not-erased = { $name } was not erased.
fail-erase-exam = { $name } is sitting an exam ({ $id }); nothing is erased before it is over.
hint-erase-exam = Let it be handed in, or declare it void: onduty void { $id } --reason WHY
hint-yes-erase = Run it in a terminal window; scripts use --yes-erase NAME.

## Retention
retention-what = What
retention-kept = Kept for
retention-due = Due
retention-for-ever = ever
retention-person = Due to be erased: { $name }
retention-yes = Let it go
retention-no = Not now
letting-practice-words = words typed in courses, quizzes and practice (attempts)
letting-exam-words = words typed in exams, examiners' notes (attempts)
letting-said = notes, remarks and answers
letting-reasons = reasons of what was signed
letting-left-people = people who are no longer here
ask-let-go = Let go what is due? It cannot be brought back; the record itself (choices, points, signatures, ledger) stays.
note-let-go = What was due is gone; people erased among it: { $people }. Backups from before still have it: make a new one.
note-kept-for-ever = The courseware has no [retention]: everything is kept for ever.
hint-yes-apply = Run it in a terminal window; scripts use --apply --yes.
means-copy = What came from that PC does not go together, or was changed: do not rely on that PC's records for now; others are not affected.
held-act-changed = suspended, reinstated, revoked or fulfilled
held-act-seconded = confirmed by a second person
held-act-regraded = marked an exam again
held-act-heard = decided an appeal
held-act-waived = waived a course
held-act-retired = retired an issuing key
held-act-left = a member of staff left
held-act-rekeyed = a new key
audit-refused = { $file }{ $name ->
    [none] { "" }
   *[other] {" "}({ $name })
}, refused on { $day } ({ $id }): { $why }
audit-put-back = On { $name } an older backup was put back on { $what }, by its own word; { $file } does not go with what came before and was refused. On that PC, put back the newer records that were kept beside (onduty restore) and send again; if they are gone, rename its records file, begin a new one and collect the roster there. Then answer here: onduty refusals { $id } --reason WHAT-WAS-DONE
audit-desk-put-back = On { $what } the desk ({ $name }) put an older backup back, by its own word: this PC knows what came after it, and { $file } was refused. Where the desk still has the newer records, put them back there (onduty restore) and send again. Where they are gone: send here (onduty send FOLDER --all) and collect at the desk, so that it has what was done here; then give the records file of this PC another name (onduty.db becomes old.db) and collect the roster into the new one, which the next start makes.
audit-numbers-unknown = These records were restored from a backup, or are older than what PCs have seen of them: whether licence numbers of key { $code } were given out { $last ->
    [none] before
   *[other] after serial { $last }
  } is unknown. Whoever issues next says the last one: onduty issue … --after NUMBER
means-refused = Records on that PC were changed, there are two of them that went different ways, or its clock was wrong: what was refused or is held up counts for nothing yet, what was taken in before still does. Find out who had that PC; then somebody who had no hand in it signs an answer: onduty refusals
held-act-answered = answered what was refused
flaw-one-person = { $what ->
    [issue] Licence { $number } was issued
    [suspend] Licence { $number } was suspended
    [reinstate] Licence { $number } was reinstated
    [revoke] Licence { $number } was revoked
   *[fulfil] Licence { $number } was made a full one
 } by one signature ({ $act }), and took two persons by the scheme that its exam was sat under
means-one-person = One person did what takes two. Treat it as not done: find out who signed it, and have it done again by two.
