# An exam day: sittings
fail-no-sitting = There is no sitting { $id } here.
fail-two-sittings = Several sittings fit { $id }; type more of the number.
hint-sitting-list = The sittings on this PC: onduty sitting list
hint-sitting-file = Take the file that the desk wrote: onduty sitting open FILE
hint-sitting = At the desk: onduty sitting new --help; on the exam PC, the invigilator: { -onduty-there } sitting open FILE
fail-needs-sitting = The exam of { $id } is supervised: it is sat in a sitting, where the invigilator lets the candidate in.
fail-sealed = The exam papers of sitting { $id } are sealed on this PC.
hint-sitting-open = With the code, the invigilator goes on with an exam: onduty sitting open { $id }. What is over is looked at where it was called from, once it is collected there.
fail-sitting-elsewhere = Sittings are called where the roster is kept; this PC goes by another one's.
fail-not-supervised = { $id } is not supervised: it is sat without a sitting, with onduty exam { $id }.
fail-sitting-room = A room's name takes 1 to 40 characters that everybody sees.
fail-moment = { $typed } is no moment. Write it like 2026-12-01 09:00.
fail-sitting-window = A sitting ends after it begins.
fail-sitting-past = { $until } ({ $zone }) is over already.
fail-nobody-called = Of those named nobody may sit the exam of "{ $title }" then.
hint-not-called = What is missing each candidate does first; what somebody learnt elsewhere an examiner waives: onduty waive NAME COURSE --reason WHY --evidence FILE
note-not-called = Not called: { $name } ({ $why })
sitting-called = Sitting { $id }: { $count ->
    [one] 1 candidate
   *[other] { $count } candidates
}. Exams begin from { $from } to { $until } ({ $zone }).
    File for the exam PCs: { $path }
    Code for the invigilator: { $code }
    It is shown this once and kept nowhere. Who has file and code can read the papers: send them apart. So can whoever can read this PC's records: the desk keeps its own key to the papers, to mark them.
    A PC that is new asks whether this is its desk. This desk's key: { $desk }
fail-sitting-file = { $path } is not taken.
fail-no-paper = The papers of sitting { $id } are not on this PC.
hint-supervised = Who wants it sat under supervision only lays an own scheme over it, with supervised = true below [conduct]
fail-other-paper = The papers of sitting { $id } on this PC are not those it was called with.
fail-sitting-code = That is not the code of sitting { $id }.
ask-sitting-code = Code of sitting { $id } (16 digits in fours)
ask-sitting-code-again = That is not the code of sitting { $id }. Once more
note-close-nobody = Nobody has sat on this PC yet, and there is still time to begin: once the end is signed, nobody begins this sitting here. To leave it open, press Ctrl-C now.
fail-no-sitting-code = Without the code the papers stay sealed.
hint-code-file = In a script: --code-file FILE
fail-sat-already = { $name } has sat this exam in this sitting.
fail-not-called = { $name } was not called to this sitting.
fail-not-seated = { $name } has no exam in this sitting.
fail-all-sat = Everybody who was called has sat the exam.
ask-candidate = Who sits here?
ask-identity = How do you know who it is?
identity-id-card = ID card
identity-staff-card = Staff card
identity-known = Known in person
fail-identity = { $typed } is not one of the ways to know somebody.
fail-sitting-time = By this PC's clock it is { $now }; exams of this sitting begin from { $from } to { $until } ({ $zone }).
hint-sitting-time = If the clock is wrong, set it right first. For another time the desk calls another sitting.
fail-sitting-over = Sitting { $id } was ended on this PC: nobody begins here.
fail-not-entitled-now = { $name } may not sit this exam now: things have changed since the call.
hint-not-entitled-now = The desk calls to another sitting once it may be sat.
note-sitting-noted = Noted down in sitting { $id }.
note-sitting-extended = { $name } has { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} more in exam { $exam }. The invigilator lets the candidate go on: onduty sitting open { $id }
fail-extend-open = The exam of { $name } is open in a window.
hint-extend-open = Let the candidate leave with Esc first; the clock goes on. Then extend, then go on with onduty sitting open { $id }.
hint-void-open = Let the candidate leave with Esc first; the clock goes on. Then declare it void.
fail-extend-closed = That exam is over.
fail-extend-minutes = { $typed } minutes can't be given. Give 1 to 120; no exam gets more than 120 altogether, and what was given is not taken back.
fail-extend-most = No exam gets more than 120 minutes beyond its plan.
fail-no-open-sitting = No sitting is open on this PC: there is none to end.
fail-which-sitting = More than one sitting is open on this PC; say which.
hint-which-sitting = onduty sitting close SITTING, by its number or its file; open are: { $ids }
note-sitting-readers = Let in and not begun yet: { $names }. Whoever reads still cannot begin on this PC once the sitting is ended. To wait for them, leave now (Ctrl-C).
fail-ended-meanwhile = { $name }, the sitting was ended on this PC while you were reading: your exam has not begun, and it counts as none.
hint-ended-meanwhile = Stay where you are and tell the invigilator now. You can begin at another PC where the sitting is still open, or at another sitting that the desk calls.
fail-sitting-writing = The sitting is not ended: not over at this PC is the exam of { $names }.
hint-sitting-writing = Let them finish, then close it. An exam whose time is up is ended by: onduty sitting open { $id }
hint-sitting-writing-void = An exam that should not count is declared void first: onduty sitting void { $id } --candidate NAME --reason WHY
sitting-title = Record of the sitting: { $licence } ({ $id })
sitting-window = Exams began from { $from } to { $until }
sitting-room = Room: { $room }
sitting-counts = Called { $called }, present { $present }, absent { $absent }
sitting-counts-pc = Called { $called }, at this PC { $present }, not at this PC { $absent }
sitting-of-pc = This record is of this PC alone ({ $name }). Who is not at this PC may sit at another: who was absent is told by the record that is printed at the desk.
sitting-of-desk = A PC that has sent nothing yet is not in this record: who sat there stands here as absent.
sitting-unended = PCs that have not sent their end of it yet: { $names }
sitting-here = this PC
sitting-col-name = Candidate
sitting-col-state = State
sitting-col-identity = Known by
sitting-col-began = Began
sitting-col-ended = Ended
sitting-col-minutes = Minutes added
sitting-col-by = Admitted by
sitting-col-pc = At PC
sitting-present = present
sitting-absent = absent
sitting-elsewhere = not at this PC
sitting-open = not over
sitting-void = void
sitting-reserve = , reserve paper
sitting-why = : { $why }
sitting-allowed = { " " }({ $what })
sitting-none = None.
sitting-incidents = Incidents
sitting-incident = { $at } { $who }: { $text } (noted by { $by })
sitting-incident-extended = { $at } { $who }: { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} more, { $text } (signed by { $by })
sitting-after = { " " }(noted after the sitting was ended)
sitting-everybody = the whole room
sitting-erased = erased
sitting-signed = Signed
sitting-signed-call = { $at } called by { $by }: { $signature }
sitting-signed-end = { $at } ended at { $pc } by { $by }: { $signature }
sitting-head = { "  " }exams at that PC: { $count }; its ledger's head before: { $head }
sitting-head-here = Ledger's head on this PC: { $head }
sitting-sign-here = Invigilator: ____________________   Printed { $at }
refused-sitting = exam { $what }: no such candidate was called from here to that sitting, or the exam is another one than was laid out
audit-unknown-sealed = Attempts whose papers are sealed here: { $count }. Whether their grades follow is checked where the sitting was called from.
fail-no-seat = Exam { $id } was not begun in its sitting as it was called: from { $from } to { $until }.
fail-extended-unsigned = Exam { $id } has more time on record than an invigilator signed for.
hint-sitting-void = The invigilator declares it void, then it begins anew: onduty sitting void { $id } --candidate NAME --reason WHY
result-sealed = Exam { $id }: { $verdict ->
    [passed] handed in; by its own points passed
    [failed] handed in; by its own points not passed
    [over] handed in
    [void] void; it does not count
   *[open] not over
}. Its papers are sealed at this PC (sitting { $sitting }); { $verdict ->
    [open] the invigilator opens the sitting to go on.
   *[other] the desk tells the result, and has the details.
}
flaw-paper = The sealed papers of sitting { $sitting } are not those that candidates were called with
flaw-no-sitting = Attempt { $attempt } says that it belongs to a sitting to which nobody was called
flaw-not-called = Attempt { $attempt } was begun in a sitting by somebody who was not called to it, or not in its time
flaw-extended = Attempt { $attempt } has more time on record than an invigilator signed for
means-paper = Exams of that sitting cannot be opened here. The desk has the true papers.
means-no-sitting = The exam does not count: no licence is issued on it.
means-not-called = The exam does not count: no licence is issued on it.
means-extended = The exam does not count: no licence is issued on it.
refused-extended = attempt { $what } has more time on record than an invigilator signed for
refused-concluded = sitting { $what }: that PC's ledger is not the one that the invigilator signed when ending the sitting there; exams were changed afterwards. Nothing of that PC is taken. Find out who was at it; its candidates are called to another sitting
fail-sat-twice = { $name } sat twice in sitting { $sitting }: { $exams }. Until examiners have settled it nothing is issued on either.
hint-sat-twice = Look into how it came about, with the invigilators: the clocks of two PCs do not say which exam came first. Then a person who saw it declares the one void that should not have been: onduty void EXAM --reason WHY. That an exam was failed, or came first, is no reason to declare it void so that the other counts.
note-sat-twice = { $name } sat twice in sitting { $sitting }: { $exams }. Nothing is issued on either until one of them is declared void.
fail-sat-at-once = { $name } sat at two places at once: exams { $exams }, in sittings { $sittings }. Until examiners have settled it nothing is issued on either.
note-twice-licensed = Licence { $number } was issued on one of two exams of one person that cannot both be; suspend it until that is settled: onduty suspend { $number } --reason WHY
note-sat-at-once = { $name } sat at two places at once: exams { $exams }, in sittings { $sittings }. Nothing is issued on either until one of them is declared void.
flaw-sat-at-once = One candidate sat at two places at once: exams { $exams }, in sittings { $sittings }
means-sat-at-once = Nobody is at two places at once: somebody else may have sat one of them. No licence is issued on either until examiners declare void the one that does not count.
fail-not-concluded = Exam { $id } is not bound to an examiner's key: the end of sitting { $sitting } at its PC was not signed, or has not come.
hint-not-concluded = At that PC: { -onduty-there } sitting close { $sitting }; then send, and collect here.
fail-seat-times = Exam { $id } cannot have been sat like that.
flaw-sat-twice = One candidate sat twice in sitting { $sitting }: { $exams }
flaw-before-call = Attempt { $attempt } began before anybody was called to its sitting
flaw-after-close = Attempt { $attempt } went on after the invigilator had signed the end of its sitting at that PC
flaw-too-long = Attempt { $attempt } has replies on record from when all its time was over
means-sat-twice = No licence is issued on either until examiners declare void the one that does not count.
means-before-call = The exam does not count: no licence is issued on it.
means-after-close = The exam does not count: no licence is issued on it.
means-too-long = The exam does not count: no licence is issued on it.
note-no-sittings = This PC knows of no sittings.
sitting-head-id = Sitting
sitting-head-licence = Licence
sitting-head-room = Room
sitting-head-when = Exams begin
sitting-head-people = Sat
sitting-head-state = Ended
sitting-list-here = here
sitting-list-there = { $count ->
    [one] 1 PC
   *[other] { $count } PCs
}
sitting-resealed = Sitting { $id }: the same papers under a new code. New file for the exam PCs: { $path }
    New code for the invigilator: { $code }
    It is shown this once and kept nowhere. Open the new file on every PC: from then on the new code is the one; exams that were begun go on.
    The old file still opens with the old code: a new code makes nothing secret again. Where both may be in wrong hands, call another sitting, with other papers.
fail-reseal-elsewhere = Sitting { $id } was not called from this PC: only where it was called can it get another code.
ask-sitting-new-code = New code of sitting { $id } (the old one does not open it; 16 digits in fours)
hint-new-code = The code was changed: the newer one is wanted. If that is lost too, at the desk: onduty sitting reseal { $id } --help
hint-lost-code = If the code is lost, another is given where the sitting was called, at the desk: “sitting reseal { $id }”
fail-code-shape = { $path } holds no code: a code is { $digits } digits, in fours.
note-no-reserve = Without a reserve paper: { $count } of { $of }. The bank has no second paper without a question of the first: if their exam is declared void, they sit again in another sitting only.
note-void-reserve = Who may sit again gets the reserve paper, with other questions; the invigilator opens the sitting once more: onduty sitting open { $id }
note-void-no-reserve = This sitting has no reserve paper: who may sit again is called to another sitting.
fail-no-reserve = { $name } has no reserve paper left in this sitting: no paper is sat twice.
hint-no-reserve = The desk calls to another sitting, with another paper.
fail-same-paper = Exam { $id } was sat on the same paper as { $other }, which is void: no licence is issued on it.
fail-exam-in-sitting = This exam was begun in sitting { $id }: it goes on when the invigilator lets you.
hint-exam-in-sitting = The invigilator opens the sitting: onduty sitting open { $id }
fail-paper-gone = The sealed papers of sitting { $id } were removed from this PC.
note-paper-gone = Sitting { $id } is over, and the desk has all of it: its sealed papers were removed from this PC. The exams stay on record.
note-paper-old = Nobody could begin in sitting { $id } for over { $days } days: its sealed papers were removed from this PC. The exams stay on record.
retention-papers = Sealed papers to be removed: { $count }. They stay until the desk has all of the sitting, or { $days } days after its last time to begin.
sitting-twice = { " " }(sat twice; the other exam: { $exams })
sitting-signed-reseal = { $at } other code, same papers, by { $by }{ $why }: { $signature }
sitting-signed-withdrawn = { $at } withdrawn by { $by }{ $why }: { $signature }
sitting-list-withdrawn = withdrawn
sitting-list-withdrawn-late = withdrawn after somebody had begun
note-sitting-withdrawn = Sitting { $id } is withdrawn, signed by { $by }: nobody begins in it, and its candidates may be called again. The exam PCs hear of it with the next roster (onduty send DIR --roster, there onduty collect DIR); take its file and code back.
note-paper-withdrawn = Sitting { $id } was withdrawn by the desk: its sealed paper was taken off this PC.
fail-sitting-withdrawn = Sitting { $id } was withdrawn by the desk: nobody begins in it.
fail-withdraw-elsewhere = Sitting { $id } was not called from this PC: it is withdrawn where it was called.
fail-withdraw-begun = Somebody has begun in sitting { $id }: it is not withdrawn any more.
hint-withdraw-begun = An exam that should not count is declared void by itself: onduty sitting void { $id } --candidate NAME --reason WHY
told-name-sat-twice = Sat twice
told-sat-twice = There is another exam of the same sitting or the same time: { $exams }. Nothing is issued on either until examiners declare one of them void.
told-sat-twice-issued = There is another exam of the same sitting or the same time: { $exams }. Examiners look into it.
hint-newer-file = The code was changed: the new one opens the new file (onduty sitting open FILE), and the old one this older file
