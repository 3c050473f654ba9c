# Licences once they are out: suspended, reinstated, revoked, renewed, provisional, confirmed by a second person; courses waived.

## What it is called
act-issued = issue
act-suspended = suspend
act-reinstated = reinstate
act-revoked = revoke
act-fulfilled = conditions fulfilled

## Done
note-suspended = { $number } is suspended{ $until ->
    [none] {""}
   *[other] {" "}until { $until }, that day included
  }; signed by { $name }.{ $holder ->
    [erased] {" "}The holder's data are erased: nobody is told.
   *[here] {" "}The holder is told why.
  }
note-taking-back = { $what ->
    [revoked] To be revoked for good
   *[suspended] To be suspended
  }: { $number } of { $name }{ $count ->
    [0] .
   *[other] , and with it { $earlier }, which it took the place of.
  }
note-reinstated = { $number } is good again; signed by { $name }.
note-revoked = { $number } is revoked for good; signed by { $name }.{ $holder ->
    [erased] {" "}The holder's data are erased: nobody is told.
   *[here] {" "}The holder is told why.
  }
note-fulfilled = The conditions of { $number } are fulfilled; signed by { $name }. The full licence is still to be issued: { $next }
note-full-next = The conditions are fulfilled; the full licence is still to be issued: { $next }
note-fulfil-late = The provisional licence { $number } ended on { $day }; its holder has held none since. Sign only if its conditions were fulfilled by then; the full one holds from the day it is issued.
note-publish-status = Your own PCs learn of it with onduty send DIR --roster; whoever checks licences elsewhere only from the status lists: publish them again with onduty status --out DIR
note-proposed = { $number }: "{ $what }" is proposed and signed ({ $act }). Nothing has changed yet: with this licence another issuer has to confirm it: onduty confirm { $act }
note-issue-proposed = { $number } is proposed and signed ({ $act }). There is no licence yet: under this scheme another issuer has to confirm it: onduty confirm { $act }
hint-confirm-stale = It can no longer be confirmed; refused, it is listed no more: onduty confirm { $act } --refuse --reason WHY
note-nothing-waits = Nothing waits for a second person.
note-confirm-how = Confirm one by its licence number: onduty confirm NUMBER --staff NAME; refuse it with --refuse --reason WHY. Where several acts wait for one licence, type the act instead of the number.
note-confirm-what = { $number }: "{ $what }", proposed by { $name }. For { $holder }: { $title }, { $from } to { $until }.{ $reason ->
    [none] {""}
   *[other] {" "}Reason: { $reason }
  }
note-confirmed = { $number }: "{ $what }" is confirmed by { $name } and holds from now on.
note-refused = { $number }: "{ $what }" is refused by { $name }; it comes to nothing.
note-confirmed-file = Its file: onduty licences --number { $number } --out FILE
note-waived = { $name } need not take "{ $title }". The evidence is noted by its digest only: keep the file (SHA-256 { $digest }).

## Lists
head-act = Act
head-licence-number = Licence number
head-what = What
head-by = By
head-may-confirm = May confirm
licence-suspended = suspended
licence-suspended-until = suspended until { $until }
licence-revoked = revoked
licence-waiting = waits for a second person
licence-provisional = valid, provisional
licence-fulfilled = conditions fulfilled, full licence to come
licence-superseded = superseded by { $number }

note-none-chosen = No licence fits.
note-none-eligible = Nobody may be licensed who is not.
note-not-eligible = Not now, { $name }, { $title }: { $why }
note-on-groups = Groups are those of today; how licences stood is as it was by then.
head-may = May be
head-command = With
may-issue = licensed
may-fulfil = licensed in full
may-renew = renewed

## Not done
fail-impact-short = "{ $id }" is too short; give at least 8 digits of a digest, or an id such as BANK/QUESTION.
fail-until-past = { $day } is over already; a suspension ends later than today.
fail-licence-followed = { $number } was followed by { $next }: name that one; the old one stands and falls with it.
fail-licence-waiting = { $number } waits for a second person; until then there is no licence.
fail-change-waiting = The same was proposed for { $number } already and waits for a second person.
fail-revoked-already = { $number } is revoked, and that is for good.
fail-not-suspended = { $number } is not suspended.
fail-licence-ended = { $number } has ended; there is nothing to suspend.
fail-not-provisional = { $number } is a full licence; it has no conditions.
fail-fulfilled-already = The conditions of { $number } are fulfilled already.
fail-nothing-waits = Nothing called { $act } waits for a second person.
fail-own-proposal = { $name } proposed this; nobody confirms their own proposal, whatever the key.
fail-no-longer-passed = The exam { $id } no longer stands as passed; no licence can be confirmed on it.
fail-evidence-size = { $path } is empty or larger than 64 MiB; name the file that shows what was learnt.
fail-holder-suspended = { $name } holds { $number }, which is suspended; nothing is issued or renewed meanwhile.
fail-issue-waiting = A licence for { $name } waits for a second person already.
fail-still-provisional = { $name } ({ $id }) holds a provisional licence; its conditions are not said to be fulfilled yet.
fail-provisional-revoked = The provisional licence { $id } of { $name } for "{ $title }" was revoked: nothing follows it.
fail-full-over = The full licence of { $name } for "{ $title }" would count from the first day of the provisional one, { $id }, and be over by now.
fail-nothing-to-renew = { $name } holds no licence "{ $title }" to renew.
fail-renew-revoked = { $number } of { $name } was revoked; it cannot be renewed.
fail-renew-provisional = { $number } of { $name } is provisional; it becomes a full one, it is not renewed.
fail-renew-ended = { $number } of { $name } ended on { $day }; it cannot be renewed any more.
fail-renew-no-refresher = The scheme "{ $title }" lacks refresher courses or a time to renew in: it is renewed by another exam.
fail-renew-early = { $number } of { $name } can be renewed from { $day } on.
fail-renew-courses = { $name } has not done this since the licence was issued: { $list }
hint-confirm = What waits: onduty confirm
fail-several-wait = More than one act waits for { $number }; say which.
hint-several-wait = Type the act instead of the number, one of { $acts }; what each is: onduty confirm
hint-confirm-act = Another issuer confirms: onduty confirm { $act }
hint-another-issuer = Let another issuer look at it and confirm. To take it back: --refuse --reason WHY
hint-fulfil = Once they are: onduty fulfil { $number } --reason HOW
hint-reinstate = Good again: onduty reinstate { $number } --reason WHY
hint-renew-by-exam = Sit the exam again, then issue: onduty exam { $id }
hint-renew-course = The holder takes it, then renew: onduty learn { $id } --as { $who }
hint-renew-waive = What was learnt elsewhere an examiner waives: onduty waive { $who } { $id } --reason WHY --evidence FILE

## On the licence
licence-note-provisional = Provisional, under these conditions: { $conditions }
evidence-renews = Licence that this one renews
evidence-provisional = Provisional licence before it
evidence-number = Number { $number }
evidence-refresher = Record of a refresher course
evidence-waived = Course waived by an examiner
evidence-waived-file = { $course }; shown by a file with SHA-256 { $digest }

## Told to the holder
told-licence-suspended = Your licence "{ $title }" ({ $number }) is suspended{ $until ->
    [none] {""}
   *[other] {" "}until { $until }
  }. Reason: { $reason }. Do not work with it until it is good again; if you disagree, tell your manager, with its number.
told-licence-revoked = Your licence "{ $title }" ({ $number }) was revoked. Reason: { $reason }. Do not work with it any more, and give the paper back; if you disagree, tell your manager, with its number.

## Staff and keys over time
rotate-reason = due for a new key
note-key-rotated = { $name } ({ $code }) signs with a new key from now on; it is in { $path }, locked by its own passphrase; keep a copy. The old key signs nothing new; its licences stay good.
note-key-retired = The key of { $name } ({ $code }) signs nothing any more; its licences stay good.
note-key-tell = Whoever checks licences needs the new lines of onduty key show: they say until when a key signed.
note-staff-left = { $name } has left: the roles end, what was signed stands.
note-staff-rekeyed = { $name } has a new key in { $path }, locked by the new passphrase; keep a copy. What { $old } signs from now on counts for nothing.
fail-key-retired = The key with the code { $code } is retired already.
fail-last-issuer = { $name } is the only issuer here; without one nobody could be appointed any more.
fail-only-issuer = { $name } is the only issuer here; nobody else can sign for a new key.
hint-only-issuer = If the passphrase is lost, nobody can bring it back, and nobody may take its place: begin a new store (--store), add its first issuer and make a new issuing key with another code; tell whoever checks licences, by another way, to trust that key too. Old licences stay good under the old key. With a second issuer this cannot happen.
fail-own-rekey = { $name } cannot sign for a new key of their own.
hint-another-issuer-rekey = Another issuer signs: --staff NAME
note-batch-waiting = { $count } of them take a second person: onduty confirm. When that is done, the same command once more writes their files.
fail-key-too-new = The key of { $name } was made after this was proposed, and can’t be the second person’s: whoever proposes can also give somebody a key.
fail-until-beyond = Suspended until { $day } is too late: this licence ends on { $last }.
hint-until-beyond = Give a day before it ends; leave --until out to suspend it until it is reinstated; to take it back for good: onduty revoke.
fail-impact-unknown = No question, scenario or station is called "{ $id }", and no exam that a licence was issued on had such content.
hint-impact-unknown = A question is BANK/QUESTION, a scenario or station its id: see onduty list; of a content's digest at least the first 8 digits.
consent-key-rotate = A new key for { $name } ({ $code }): licences that the old one signed and that are good now stay good ({ $good }). The old key signs nothing new from then on, and there is no way back. Whoever checks licences does not know the new key's before they have the new lines of onduty key show.
consent-key-retire = The key of { $name } ({ $code }) ends: licences that it signed and that are good now stay good ({ $good }). Nothing is issued or renewed under this code any more, and there is no way back. For a new key in its place: onduty key rotate { $code }
consent-new-desk = The roster is kept on this PC, and staff were appointed here: it is the desk. With --new-desk it obeys another one from now on. It issues, renews and calls to nothing any more, and only a backup leads back.
ask-consent = Shall it be done?
consent-no = No, leave it
consent-yes = Yes
fail-no-consent = It was not confirmed; all is as it was.
hint-consent = Run it in a terminal window; scripts say --yes.
