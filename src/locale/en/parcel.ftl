# Between PCs: sending and collecting
note-sent = Written: { $path }, with { $attempts ->
    [one] 1 attempt
   *[other] { $attempts } attempts
}{ $appeals ->
    [0] { "" }
    [one] , 1 appeal
   *[other] , { $appeals } appeals
} and { $acts ->
    [one] 1 act
   *[other] { $acts } acts
}. Bring it to the manager's PC: { -onduty-there } collect takes it in.
note-roster-sent = Written: { $path }, with { $learners ->
    [one] 1 person
   *[other] { $learners } people
}, staff and assignments. On every PC, { -onduty-there } collect takes it in; one that takes its first shows the key of this desk, which has to be { $key }.
note-sent-at-desk = Written: { $path }, with { $attempts ->
    [one] 1 attempt
   *[other] { $attempts } attempts
}{ $appeals ->
    [0] { "" }
    [one] , 1 appeal
   *[other] , { $appeals } appeals
} and { $acts ->
    [one] 1 act
   *[other] { $acts } acts
}. This PC is the desk, and the roster is not in it: people, staff and assignments go to other PCs only with --roster.
note-nothing-to-send-at-desk = No record is new since the last time, and nothing was written. This PC is the desk: people, staff and assignments go to other PCs only with --roster.
note-nothing-to-send = Nothing is new since the last time, and nothing was written. To send everything again: --all
busy-collecting = Checking what came
fail-pc-name = A PC's name takes 1 to 30 characters that everybody sees.
fail-nothing-to-collect = There is no .onduty file in { $path }.
hint-send = On the other PCs: { -onduty-there } send FOLDER
fail-elsewhere = Attempt { $id } was begun on another PC; go on with it there.
fail-forked = What came does not go with what came before.
hint-forked = That PC's store was probably copied, or an older one was put back. Find out first, then collect.
collect-taken = { $name }: { $attempts } new{ $longer ->
    [0] { "" }
   *[other] , { $longer } gone on with
}, { $known } known, { $acts ->
    [one] 1 act
   *[other] { $acts } acts
}{ $learners ->
    [0] { "" }
    [one] , 1 person who is not on the roster
   *[other] , { $learners } people who are not on the roster
} ({ $file })
collect-roster = Roster, staff and assignments of { $name } are taken in, { $learners } new ({ $file })
collect-left-out = { "  " }left out: { $why }
collect-held-up = { "  " }held up: { $why }
collect-refused = { $file } is refused: { $why }
collect-gap = { "  " }lines { $first } to { $last } of { $name }'s ledger have not come: send once more there, with { -onduty-there } send --all
note-others-left = { $count ->
    [one] One file of another PC is
   *[other] { $count } files of other PCs are
  } here too, for the desk to take; this PC left them alone.
refused-unread = it can't be read: { $what }
refused-too-large = the file is too large
refused-broken = onduty did not write it, or it is not whole
refused-is-sitting = it is the file of a sitting, whatever it is called: nothing to collect. The invigilator opens it: onduty sitting open FILE
refused-is-parcel = it is what a PC sent, and no file of a sitting: onduty collect DIR
refused-newer = a later version wrote it (format { $what }); update the program here first
refused-altered = it was changed after it was sent: its PC did not sign this
refused-forked = line { $what } of its ledger is another one than came before: that PC's store was copied, or an older one was put back. Other PCs' files are taken as ever; find out which of the two is the real one, and stop using the other
refused-other-desk = it is the roster of another desk ({ $what }); to go by that one, --new-desk
refused-line = line { $what } of its ledger does not follow the one before
refused-attempt = attempt { $what } is malformed
refused-own = line { $what } of its ledger seals what another ledger has, or what it had before
refused-elsewhere = an invigilator signed that sitting { $what } was held at another PC: somebody copied that PC's file and signed it as his own. The PC itself did nothing wrong; its own file is taken
refused-begun-elsewhere = exam or exercise { $what } was begun at another PC: somebody copied that PC's file and signed it as his own. The PC where it was begun did nothing wrong; its own file is taken
refused-claimed = { $what } sent some of the same before, and either PC says that it was done there: one of the two copied the other's file. Nothing is lost, and it counts once; find out which of the two it was and whose hand
refused-early = exam { $what } was here before it can have been sat: that PC's clock was fast, by a day or more, or by so much that it began before its sitting. No licence is issued on it until this is answered; what was sat outside its time is declared void: onduty void { $what } --reason WHY
refused-left-out = line { $what } of its ledger seals something that is not in the file: somebody took it out
refused-unsealed = attempt { $what } is not in that PC's ledger
refused-content = content that attempt { $what } used is missing or changed
refused-other = attempt { $what } is another one than is here
refused-grade = attempt { $what }, walked and graded again, does not come to what it says
refused-act = act { $what } is not signed by staff known here, or may not come from that PC
refused-act-unsealed = act { $what } is not sealed by that PC's ledger, or came with other words or another signature than it had: nothing of the file is taken
refused-own-desk = the roster is kept on this PC; that of “{ $what }” is not taken. Only where this PC is to be the desk no longer (it issues nothing then, and only a backup leads back): --new-desk
fail-roster-elsewhere = This PC goes by the manager's roster; it is sent from there.
hint-roster-elsewhere = To send what was done on this PC, leave out --roster.
fail-no-such-folder = There is no folder { $path }.
refused-old-roster = it was made at { $what }: that is older than the roster taken in before. The newer one counts; where the desk's clock was fast then: --new-desk
refused-future-roster = it says that it was made at { $what }, and that is still to come here: one of the two clocks is wrong. Set this PC's clock right, or the desk's, and have it sent again
refused-person = name, number or group of { $what }, who came along, can be none
refused-shorter = its ledger is shorter than it was before ({ $what } lines): the end was cut off, or an older copy was put in its place
refused-restored = an older backup was put back on that PC on { $what }, by its own word: some of what came before is not there any more, and what was done since does not go with it. What was taken in here still counts
refused-desk-restored = the desk put an older backup back on { $what }, by its own word, and this PC knows what came after it. What to do is said by onduty audit
note-refusals = { $count ->
    [one] One thing was refused or is held up that somebody
   *[other] { $count } things were refused or are held up that somebody
  } has to look into: changed records, or a clock that was wrong. The answer is signed with onduty refusals
note-no-refusals = Nothing waits for an answer.
note-refusals-how = When it is cleared up: onduty refusals ID --reason WHAT-CAME-OF-IT. Somebody answers who had no hand in it, under this name or another entry of the same name. Whether two people of different names are one, only you can know. What was refused stays refused; onduty audit goes on naming it, with its answer once there is one.
note-refusal-answered = { $id } is answered and signed by { $by }; onduty audit goes on naming it as answered, and no longer as something that was found.
refusal-line = { $at }, { $file }{ $name ->
    [none] { "" }
   *[other] {" "}({ $name })
}: { $why }
fail-no-refusal = No single thing that waits for an answer is called "{ $id }".
hint-refusals = What there is: onduty refusals
fail-refusal-hand = { $name }, or somebody on the staff of that name, had a hand in what { $id } is about (let in, invigilated, noted, ended or examined there): somebody apart answers.
hint-refusal-hand = Apart are: { $names }
fail-refusal-nobody = Every examiner here had a hand in what { $id } is about: nobody may answer it.
hint-refusal-nobody = Make somebody an examiner who was not there: onduty staff add NAME --role examiner
