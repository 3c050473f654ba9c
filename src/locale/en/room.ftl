# Sittings that somebody tampered with, lost or held twice
fail-other-person = { $name } was not called to this sitting under that name and staff number: on this PC somebody's name or number is another than the one that was signed.
hint-other-person = If the desk has put a name or number right since, it writes the file anew: onduty sitting reseal --help. If not, ask the desk who changed the list before anybody begins.
flaw-other-person = Attempt { $attempt } was sat at a PC where its candidate's name or staff number was not the one signed with the call
means-other-person = The exam does not count: no licence is issued on it. Ask the invigilator who sat there.
note-first-desk = From now on this PC obeys the desk “{ $name }”, key { $key }: it says who is on the staff and who is called.
ask-first-desk = Is that your desk? It showed its key when the sitting was called.
first-desk-no = No, or I do not know
first-desk-yes = Yes, the keys are the same
hint-first-desk = Ask at the desk for its key (“sitting new” prints it there). Where it is the one shown above, open again and say yes; otherwise do not use this file.
fail-first-desk = Nothing was taken from “{ $name }”.
note-sitting-back = Sitting { $id } is known here again, with its papers. What was sat in it can be collected now: onduty collect DIR
refused-no-sitting = an exam of sitting { $what }: that sitting is not known here. If it was called from here and these records were restored from an older backup, take its file back in with its code, onduty sitting open FILE; then collect once more
refused-papers-lost = an exam of sitting { $what }: its papers, or their key, are gone from these records. Take its file back in with its code, onduty sitting open FILE; then collect once more
flaw-papers-lost = The papers of sitting { $sitting }, which was called from here, or their key are gone or do not read
means-papers-lost = No exam of it can be collected. Take its file back in with its code: onduty sitting open FILE
note-impossible = { $what }. No licence will be issued on it.
hint-sat-twice-exam = Exam { $id }, at PC { $pc }: began { $began } by that PC's clock; { $stands ->
    [passed] passed
    [failed] not passed
    [open] not over
    [odd] its record cannot be true: onduty audit
   *[undecided] not decided
}.
fail-sits-elsewhere = { $name } is sitting in another window.
fail-sitting-closing = Sitting { $id } is being ended in another window.
fail-close-early = The sitting is not ended: by this PC's clock it is { $now }, and exam { $exam } went on until { $last }. An end that is signed before that covers nothing, and the exam would not count.
hint-close-early = The clock was fast when the exam was sat, or is slow now. If it is slow, set it right. If it was fast, close the sitting after { $last } by the right clock, or declare exam { $exam } void and call its candidate to another sitting ({ $now } is what the clock shows).
fail-record-ending = The record is written as .html, .txt or .json; { $path } ends otherwise.
fail-note = A note takes 2 to 500 characters in one line.
fail-seat-void = { $name } has only exams in this sitting that are void already: { $exams }.
fail-no-such-exam-here = { $name } has no exam { $id } in this sitting; there is: { $exams }.
fail-two-exams = { $name } has two exams in this sitting: { $exams }.
hint-which-exam = Say which: --exam NUMBER
ask-which-exam = Which exam of { $name }?
fail-no-exam-picked = Nothing was signed.
sitting-void-after = { " " }(declared void after the sitting was ended)
sitting-by-id-card = ID card
sitting-by-staff-card = staff card
sitting-by-known = sight
not-called-left = has left
note-long-window = Exams of this sitting begin during { $days } days. Is that meant?
note-called-twice = { $name } is called to sitting { $id } at the same time, from { $from } to { $until }.
