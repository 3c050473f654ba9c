# Exams before and after, staff, keys, licences.

## Before an exam
exam-pledge = I promise to answer by myself, without helpers or notes, and to tell nobody the questions. Nothing counts before "start".
exam-start = I promise; start the exam
exam-warm-up = Try the keys on two small items first (they do not count)
exam-rules = Read the rules once more
exam-not-now = Not now
exam-warm = That is how the keys work. Start when you are ready.
note-not-started = Not started; nothing counts.
warm-head = A warm-up; it does not count, any answer will do. The answer sheet is the last entry of each item (↓ where a number is typed): leave an item for now, flag it, go to another, hand in. Try it here; handing in ends the warm-up.
warm-ask-number = How many days has a week? Type the number, then Enter.
warm-days = days
warm-ask-pairs = When does one say what? Give each left side its right side.
warm-hello = Hello
warm-hello-when = on meeting
warm-wait = One moment, please
warm-wait-when = before looking something up
warm-bye = Goodbye
warm-bye-when = on parting
warm-lunch-when = at lunch
ask-licence = Which licence?
ask-station = Which station?
note-left-exam = You have left; what you answered is kept. The exam's clock goes on. { $at ->
    [home] Go back to it with the first entry below.
    [sitting] Call the invigilator, who lets you go on.
   *[other] Type { -onduty } and press Enter to go on (or type onduty exam { $id }).
  }
fail-exam-under-way = You are sitting the exam "{ $id }"; until it is over there is no practice, no other exam and no other debrief.
hint-exam-go-on = Back to the exam: onduty exam { $id }
fail-keys-closed = Somebody is sitting the exam "{ $id }"; until it is handed in, keys, best ways and debriefs are not shown here.
fail-only-persons = "{ $id }" takes answers from a person only, not from a file.
fail-persons-exam = A person is sitting this exam "{ $id }"; a file cannot go on with it.
fail-exam-touched = { $name }, which the exam "{ $id }" needs, has a mistake; it cannot be sat now.
fail-no-agreement = The library has no text "{ $id }" to agree to.
fail-cannot-draw = "{ $id }" cannot be drawn: line { $line } of { $part } lacks { $missing }.
fail-no-licence = There is no licence "{ $id }".
hint-exam = The exam comes first: onduty exam { $id }
hint-exam-first = Sit one with onduty exam (whether you may: onduty exam --ready LICENCE)
hint-result = The result: onduty result { $id }
fail-show-exam = The exam { $id } is not shown this way: what may be told stands in its result.
fail-examiners-own = These are an examiner's marks; the examiner goes on with them.
fail-exam-not-over = The exam { $id } is not over.
fail-no-exam-yet = { $name } has sat no exam yet.
fail-trust = The list of trusted issuers { $path } has mistakes.
hint-exam-result = An exam's result is read with: onduty result { $id }

## Staff and keys
ask-passphrase = Passphrase of the key of { $name }
ask-passphrase-again = That is not it; once more. { $label }
ask-new-passphrase = A passphrase for the key of { $name } (at least 8 characters; nobody can bring it back)
role-trainer = trainer
role-examiner = examiner
role-issuer = issuer
role-auditor = auditor
head-roles = Roles
head-key-file = Key file
note-keys-lie = Key files lie in { $folder }; public keys: --format json.
key-elsewhere = not on this PC
note-staff-added = { $name } is on the list. The private key is in { $path }, locked by the passphrase; keep a copy.
note-second-issuer = Nobody can bring a lost passphrase back: add a second issuer soon, so that there is always one who can appoint.
note-no-staff = No staff yet. The first is an issuer, who appoints the others: onduty staff add NAME --role issuer
note-key-made = The issuing key of { $name } ({ $code }) is in { $path }, locked by the passphrase; keep a copy. Whoever checks licences needs the lines of onduty key show.
note-no-keys = No issuing key yet. Make one: onduty key new --name COMPANY --code SH1
fail-staff-there = There is a member of staff called { $name } already.
fail-first-issuer = The first member of staff has to be an issuer: issuers appoint everybody else.
fail-no-staff = There is no member of staff called { $name }.
fail-two-staff = Several members of staff are called { $name }; give the id.
fail-which-staff = Several people may do this: { $names }. Say who with --staff.
fail-nobody-may = Nobody at this PC may do this: it takes the key of an { $role ->
    [examiner] examiner
    [issuer] issuer
    [trainer] trainer
   *[other] auditor
 }.
fail-no-role = { $name } is no { $role ->
    [examiner] examiner
    [issuer] issuer
    [trainer] trainer
   *[other] auditor
 } and may not do this.
fail-no-key = There is no key file { $path }.
fail-not-a-key = { $path } is no sound key file.
fail-other-key = { $path } holds another key than the one on the list.
fail-key-there = There is a key in { $path } already; it is not overwritten.
fail-passphrase = Wrong passphrase: { $path } stays locked.
hint-issuing-passphrase = This is the passphrase of the issuing key, not of whoever signs; look whether the keyboard types what you mean (caps lock, input method). If it is forgotten, nobody can bring it back: make a new issuing key, and what was issued stays good: onduty key rotate CODE
hint-staff-passphrase = Nobody can open it without; look whether the keyboard types what you mean (caps lock, input method). If it is forgotten, an issuer who is somebody else gives a new key; what was signed before stands: onduty staff rekey { $name } --reason WHY
fail-no-passphrase = Without a passphrase nothing can be signed.
fail-short-passphrase = The passphrase is too short; it takes at least { $least } characters.
fail-organisation = An organisation's name has 1 to 60 characters, all of them visible.
fail-code = "{ $code }" is no code: capital letters and digits only, at most 8, such as SH1.
fail-code-there = The code { $code } is taken.
fail-which-key = There are several issuing keys; name one with --key.
fail-no-issuing-key = There is no such issuing key here.
fail-reason = A reason takes 2 to 500 characters, in one line.
hint-staff-add = Add someone: onduty staff add NAME --role { $role }
hint-who-may = These may: { $names }. Say who with --staff; that person's key file has to be on this PC.
hint-keys-belong = Key files that are not here: { $files }. Bring them from where they were made, into this folder: { $folder }
hint-staff-list = Who there is: onduty staff list
hint-new-passphrase-file = Run it in a terminal window; scripts use --new-passphrase-file FILE.
hint-passphrase-file = Run it in a terminal window; scripts use --passphrase-file FILE.
hint-key-passphrase-file = Run it in a terminal window; scripts use --key-passphrase-file FILE.
hint-key-file = The key's file belongs at that very place: bring it from the computer where the key was made, or from your copy.
hint-key-show = Which there are: onduty key show
hint-key-new = Make one: onduty key new --name COMPANY --code SH1

## Deciding
note-decided = { $id }: decided and signed by { $name }.
note-voided = { $id }: declared void and signed by { $name }. It does not count as an attempt.
note-granted = { $name } may sit "{ $title }" once more, without waiting; courses and whatever else is needed stay needed.
fail-no-exam = { $id } is no exam.
fail-nothing-to-decide = There is nothing to decide about { $id }: only a borderline exam, or two examiners too far apart, is decided by a person.
fail-nothing-apart = "{ $id }" is no observation that waits for a decision.
hint-apart = These wait for a decision: { $list }
fail-own-observation = { $name } is one of the two examiners; a third has to decide.
fail-void-already = { $id } is void already.
fail-void-issued = A licence was issued on { $id }; it cannot be declared void. Take the licence back, and tell those who check it.

## Observing
note-observed = The marks for "{ $title }" are signed and kept ({ $id }).
note-unseen-marks = These marks were handed in earlier and are not signed yet. Look first, and sign only if they are yours:
marks-sign = They are mine: sign and keep them
marks-anew = They are not: mark again
marks-not-now = Not now
fail-unseen-marks = The marks for "{ $title }" were handed in earlier and are not signed yet; a script cannot look before it signs.
hint-unseen-marks = Run it again without --answers, look, then sign.
note-observe-left = That is all for now; the marks are kept. The same command goes on.
fail-no-stations = The exam "{ $title }" has no station to observe.
fail-sheet-no-station = The exam "{ $title }" has no station "{ $id }".
fail-exam-settled = The exam "{ $title }" of { $name } has its result; nothing is observed any more.
fail-no-station = No station "{ $id }" waits for you.
fail-which-station = Which station? Say so with --station.
fail-all-observed = No station of this candidate waits for { $name }.
hint-stations = You can observe: { $ids }

## Issuing
note-issued = Issued: { $number }  { $name }  { $from } to { $until }.{ $conditions ->
    [none] {""}
   *[other] {" "}It is provisional, on condition: "{ $conditions }".
  } File: { $path }
note-issue-raised = Note: exam { $id } of { $name } was marked again { $steps }.
hint-issue-raised = Ask whoever marked it again; that was done { $steps }.
issue-raised-step = by { $by }, total { $was } → { $now }
issue-raised-then = {"; then "}
note-no-licences = No licence was issued yet.
head-reason = Reason
head-number = Number
head-licence = Licence
head-until = Until
head-state = State
licence-valid = valid
licence-expired = expired
licence-erased = erased
licence-unproven = unproven
fail-no-exam-sat = { $name } has not sat "{ $title }".
fail-exam-voided = The exam "{ $title }" of { $name } was declared void; no licence.
fail-unsound = The records do not hold together; nothing is issued on them.
fail-exam-open = The exam of { $name } ({ $id }) is not over.
fail-exam-failed = The exam of { $name } ({ $id }) was not passed; no licence.
fail-exam-provisional = The exam of { $name } ({ $id }) is not settled: replies that a person has to read first (onduty mark): { $n }. Nobody fails by a program alone.
fail-exam-borderline = The exam of { $name } ({ $id }) is borderline and was not decided yet.
fail-exam-pending = Stations of the exam of { $name } ({ $id }) are still to be observed, or to be settled between examiners.
fail-issued-already = A licence was issued on the exam of { $name } ({ $id }) already.
fail-not-vouched = The exam's content is not that of your library: { $file } ({ $name }).
fail-not-passed-here = Marked by your library as it is now, exam { $id } is not passed (total { $total }).
hint-not-passed-here = Its marks come from other keys: find out first which are right. To issue by the edition it was sat under, let --library name that edition. Whoever passes by neither of them alone is issued nothing on it: declare it void, then it is sat again
fail-not-in-library = Your library does not have { $name }, which was in the exam.
fail-not-drawn = The form was not drawn from your library as it is now (perhaps a bank was changed after the exam): { $file } ({ $name }).
fail-file-there = There is a file { $path } already; it is not overwritten.
hint-file-there = Choose another name, or move that file away first.
fail-by-script = Answers of { $id } came from a file and not from a person; no licence.
fail-not-admitted = No examiner signed that the candidate of { $id } was admitted; this scheme is supervised.
fail-begun-alone = This exam ({ $id }) was begun without an examiner; it cannot go on: an examiner signs only for what begins before their eyes.
hint-void = An examiner declares it void, then it begins anew; a void exam does not count: onduty void { $id } --reason WHY
fail-oneself = { $name } has the candidate's own name: under this scheme nobody admits, examines, grants or licenses themselves.
fail-staff-meanwhile = Somebody else was added at this very moment; this person was not.
hint-another = Let somebody else do it; or say independence = "none" in the scheme (every licence then states it).
fail-marks-changed = The marks for "{ $title }" were changed after you saw them; nothing is signed. Tell your manager: somebody meddled with the records of this PC.
hint-edition-then = If courseware (courses, the text to agree to) was changed after the exam, issue with the edition of the exam: --library FOLDER
hint-not-entitled = { $before ->
    [none] What was begun too early comes to no licence. Who may sit once more, sits again.
   *[other] Exam { $before } stood before it. Look into how it came about; the one that should not have been is declared void by a person who saw it: onduty void EXAM --reason WHY
  }
fail-exam-ahead = By its record exam { $id } ends later than now: the clock of that PC was fast.
hint-exam-ahead = If this PC's clock is slow, set it right; otherwise wait until its time has come here too.
fail-exam-early = Exam { $id } is held up: it was here before it can have been sat; that PC's clock was fast.
hint-exam-early = Find out why; then somebody who had no hand in it signs an answer: onduty refusals. What was sat outside its time is declared void: onduty void { $id } --reason WHY
fail-not-eligible-then = When exam { $id } began, the candidate was not entitled to it yet.
fail-trainer-issues = { $name } is a trainer; under this scheme who trains may not issue.
fail-examiner-issues = { $name } examined this candidate; under this scheme who examines may not issue.
fail-unfit-claims = Something cannot be written into the licence.
fail-numbers-unknown = These records were restored from a backup, or are older than what PCs have seen of them: which licence numbers of key { $code } were given out since is unknown; { $last ->
    [none] none is known here
   *[other] the last serial known is { $last }
  }. No number is given twice.
fail-numbers-known = No backup was put back here, and no PC has seen newer records: the numbers of key { $code } are known, { $last ->
    [none] none was given
   *[other] up to serial { $last }
  }. None is left out.
hint-numbers-known = Issue without --after. Only where the records themselves were copied back by hand: --after NUMBER, the last one that was given; to leave out { $count } numbers: --after { $beyond }
hint-last-number = Once, say the last number that was given: --after NUMBER (as it stands on the newest licence, or its last part alone, the serial; a larger one may have been given to somebody else; 0 where none was given). If nobody knows it: --after unknown leaves out { $count } numbers.
fail-last-number-low = "{ $typed }" is less than what was given out already by the records that are here: serial { $last }.
fail-no-last-number = "{ $typed }" is no number of a licence of this kind, or far beyond the last one known here ({ $last ->
    [none] none
   *[other] serial { $last }
  }).
fail-write-licence = The licence is issued and kept, but the file { $path } cannot be written.
hint-licence-file = Its file once more: onduty licences --number { $number } --out FILE
fail-no-such-licence = No licence { $number } was issued here.
fail-licence-erased = Licence { $number } was erased with its holder's data.
fail-licences-unproven = These licences are not proven: { $numbers }. The file kept of each does not fit its record, or no issuing key of yours signed it.
hint-licences-unproven = Do not accept them; leave the records as they are and have your manager look into who issued them.
hint-licences = Licences issued: onduty licences
hint-not-vouched = Check against the issuer's own library: --library has to name the edition the exam was sat under.
hint-independence = Let another issuer sign, or say independence = "none" in the scheme (every licence then states it).
licence-total = Total
licence-criteria = Passed the exam of this scheme and is able to:
    { $competences }
evidence-scheme = Licence scheme
evidence-content = Content of the form
evidence-exam = Record of the exam's end
evidence-observation = Record of an observation
evidence-admitted = Admission by an examiner
evidence-decided = Decision by a person
evidence-settled = Decision by a third examiner
evidence-regraded = Marked again
evidence-renamed = Signed by an examiner: called otherwise in the exam, and the same person
licence-note-unsupervised = Nobody watched the exam.
licence-note-not-independent = The issuer may have trained or examined the holder.
licence-note-scripted = Answers came from a file, not from a person (for tests only).
licence-note-public-pool = The questions come from a public pool that anybody can read.
licence-note-decided = The exam came out just below the mark; an examiner decided that it is passed.
fail-missing-issue = It is not said to whom, and which licence: onduty issue LEARNER LICENCE; to everybody who may be given one: onduty issue --eligible LICENCE --out DIR.
hint-key-there = Most likely this was interrupted before: nothing names that key yet. If neither onduty key show nor onduty staff list shows it, move the file away and do it again.
note-key-show = Save it as a file for whoever checks licences: onduty key show > trust.toml
