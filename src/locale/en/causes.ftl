# Causes
cause-not-found = There is no such file or folder.
cause-denied = It is not permitted.
cause-folder = It is a folder, not a file.
cause-no-folder = A part of the path is no folder.
cause-exists = There is a file of that name.
cause-read-only = The disk is read-only.
cause-full = The disk is full.
cause-name = A file cannot have that name.
cause-not-text = It is not text in UTF-8.
cause-not-a-file = It is not a plain file (perhaps a folder or a device), or too large.
cause-number-taken = The number { $number } or its serial has just been taken elsewhere.
cause-act-there = There is an act { $act } already.
unfit-part = This cannot go in: { $path }. It may be empty, have characters that cannot be seen, or several lines where one belongs.
unfit-whole = Written and read back it would not be the same.
unfit-too-large = It is more than a licence can hold.
unfit-unsigned = This issuing key cannot sign it.
flaw-break = { $what ->
        [unreadable] does not read
        [digest] was changed: its digest is another than was kept with it
        [number] has another number: something is missing, added or out of order
        [link] does not follow the one before
        [place] cannot stand here
        [words] has other words beside it than it seals
        [seal] seals what is not there or was changed
        [signature] is not signed by the key it names
       *[named] names what is not there
     }
flaw-event = Step { $number } of attempt { $attempt } { flaw-break }
flaw-attempt = What is kept of attempt { $attempt } does not go together, or is cut short
flaw-grade = The grade that attempt { $attempt } was closed with is not what it comes to when worked out again
flaw-observation = Attempt { $attempt } is not the observation that its examiner signed
flaw-regraded = Exam { $attempt } was marked again, and does not come to what was signed then
flaw-marks = What was signed about the written replies of attempt { $attempt } does not follow from them
flaw-serials = The issuing key { $did } has no serials left: most likely somebody forged one
flaw-row = Attempt { $attempt } is listed otherwise than its events say
flaw-content = Content { $digest } was altered
flaw-lost = Content { $digest } is lost
flaw-act = Act { $act } { flaw-break }
flaw-twice = The number or serial of licence { $number } was given twice
flaw-credential = The kept file of licence { $number } was altered
flaw-line = Line { $number } of the ledger { flaw-break }
flaw-copy = Line { $number } of the ledger of another PC ({ $from }) { flaw-break }
flaw-schema = The records file is not built as this program builds it: { $name } is missing, altered or added
flaw-setting = What is kept beside the record as “{ $name }” cannot be read: it was altered, or cut off
flaw-unsealed = The ledger does not have { $what ->
        [started] the start of attempt { $id }
        [closed] the end of attempt { $id }
       *[act] act { $id }
     }
