# Appeals
appeal-title = Appeal against exam { $id }
appeal-about = You appeal against the result of "{ $title }" (exam { $id }). Say what you find wrong with it, and why. An examiner who had no part in the exam reads it and answers.
ask-appeal = What is not right with the result?
note-appeal-opened = Your appeal is handed in. Receipt number: { $receipt }. You get an answer by { $due }; it is told here, at home and in the result.
note-no-appeals = No appeals.
note-appeal-upheld = Appeal { $receipt } is upheld; signed by { $name }. The candidate is told why.
appeal-fit-decide = What fits now: onduty decide { $id } pass --reason WHY, since the exam is borderline. Until then the appeal stands under what is to be done.
appeal-fit-stations = What fits now: the stations of the exam are settled; what is open says onduty result { $id }. Until then the appeal stands under what is to be done.
appeal-fit-mark = What fits now: onduty mark { $id }, since what was written in it has to be read by a person. Until then the appeal stands under what is to be done.
appeal-fit-regrade = What fits now: today's keys make something else of the exam: onduty regrade { $id } --against today shows it, with --apply --reason WHY it counts. Or, where the exam itself was not in order: onduty void { $id } --reason WHY; it does not count then and is sat again. Until then the appeal stands under what is to be done.
appeal-fit-regrade-or-decide = What fits now: today's keys make something else of the exam: onduty regrade { $id } --against today shows it, with --apply --reason WHY it counts. Or, since it is borderline: onduty decide { $id } pass --reason WHY. Or, where the exam itself was not in order: onduty void { $id } --reason WHY; it does not count then and is sat again. Until then the appeal stands under what is to be done.
appeal-fit-void = What fits now: where a key is wrong, put it right in the library, then onduty regrade { $id } --against today --apply --reason WHY. Where the exam itself was not in order: onduty void { $id } --reason WHY; it does not count then and is sat again (a supervised one in a new sitting: onduty sitting new { $licence }). Until then the appeal stands under what is to be done.
note-appeal-how = One with everything that bears on it: onduty appeal inspect RECEIPT. Decided is it with: onduty appeal decide RECEIPT --uphold --reason WHY (or --dismiss). A candidate hands one in with: onduty appeal open
note-appeal-waits = Upheld, and nothing followed yet: onduty appeal inspect { $receipt } says what fits.
appeal-upheld-waits = upheld, nothing done yet
appeal-upheld-done = upheld, { $what }
appeal-did-regraded = marked again
appeal-did-decided = decided
appeal-did-voided = declared void
appeal-did-granted = another exam granted
appeal-did-settled = station settled
appeal-did-marked = read by a person
audit-appeal-upheld = Appeal { $receipt } is upheld and nothing followed yet; what fits says onduty appeal inspect { $receipt }
told-follow-waits = What follows from it is still to be done; it will be told here.
told-follow-regraded = Since then the exam was marked again ({ $time }).
told-follow-decided = Since then an examiner decided the exam ({ $time }).
told-follow-voided = Since then the exam was declared void ({ $time }): it does not count, and may be sat again.
told-follow-granted = Since then you were granted another exam ({ $time }).
told-follow-settled = Since then another examiner settled the station ({ $time }).
told-follow-marked = Since then an examiner read what you wrote ({ $time }).
notice-appeal-followed = Your appeal { $receipt } against "{ $title }": { $said }
note-appeal-dismissed = Appeal { $receipt } is dismissed; signed by { $name }. The candidate is told why.
appeal-upheld = upheld
appeal-dismissed = dismissed
appeal-left = open, { $days ->
    [0] due today
    [one] 1 day left
   *[other] { $days } days left
}
appeal-overdue = overdue by { $days ->
    [one] 1 day
   *[other] { $days } days
}
appeal-heading = Appeal { $receipt }
appeal-name-grounds = What the candidate says
appeal-name-opened = Handed in
appeal-name-due = To be answered by
appeal-name-exam = Exam
appeal-name-decision = Decision
appeal-name-stands = Result now
appeal-stands = total { $total }, { $standing }
appeal-erased = (erased)
appeal-acts = Who did what about it
appeal-no-acts = Nobody has signed anything about this exam.
appeal-ledger = Lines of the ledger that seal exam and appeal
appeal-today = Under today's keys
appeal-today-again = It was marked again by these answers already: the result above is what that came to, and nothing more would change.
appeal-today-same = Everything in it is as it was when it was sat: nothing would change.
appeal-taken = The exam as it was taken
appeal-next = To decide: onduty appeal decide { $receipt } --uphold --reason "…" (or --dismiss), by an examiner who had no part in the exam
audit-appeal-overdue = Appeal { $receipt } is overdue: nobody has answered it
audit-due-title = To be done
appeal-head-receipt = Receipt
appeal-head-exam = Exam
appeal-head-when = When
appeal-head-act = What
appeal-head-by = By
appeal-head-reason = Why

fail-receipt = { $receipt } is no receipt number: one digit is wrong, or some are missing
fail-no-appeal = There is no appeal with the receipt number { $receipt }
hint-appeal-list = See all appeals with onduty appeal list
fail-appeal-there = Exam { $id } has an appeal already: receipt number { $receipt }
fail-appeal-late = The time to appeal against exam { $id } was over on { $until }
hint-appeal-late = Whoever issues licences may still look at it: talk to your manager
fail-appeal-clock = By the clock of this PC it is { $now }, but the newest record is of { $last }: an appeal would be dated before what it is about
hint-appeal-clock = Put the clock right, then hand the appeal in
fail-appeal-decided = Appeal { $receipt } is decided already
fail-appeal-hand = { $name } had a part in this exam and does not decide the appeal against it
hint-appeal-hand = Another examiner decides: onduty staff list shows who there is
fail-erase-appeal = { $name } has an open appeal ({ $receipt }): once erased, nobody could answer it
hint-appeal-decide = Decide it first: onduty appeal decide { $receipt }

told-name-regraded = Marked again
told-name-appealed = Your appeal
result-appealed = Your appeal: { $said }
told-appeal-open = Handed in on { $time }, receipt number { $receipt }; you get an answer by { $due }.
told-appeal-upheld = Upheld on { $time } (receipt number { $receipt }), because: "{ $reason }".
told-appeal-dismissed = Dismissed on { $time } (receipt number { $receipt }), because: "{ $reason }".
notice-appeal-upheld = Your appeal { $receipt } against "{ $title }" is upheld, because: "{ $reason }".{ $waits ->
    [yes] {" "}Your examiner or manager does what follows from it; it will be told here.
   *[no] {""}
}
notice-appeal-dismissed = Your appeal { $receipt } against "{ $title }" is dismissed, because: "{ $reason }".
fail-appeal-away = The papers of exam { $id } are sealed at this PC: one appeals at the desk{ $until ->
    [none] {""}; the time for it begins with the result: the page that came with it, or the desk, says until when
   *[other] {""}, until { $until }
  }.
hint-appeal-away = On the desk's computer, with the number { $id }: { -onduty-there } --as { $name } appeal open { $id }
fail-no-own-exam = { $name } has no exam { $id } that is over.
hint-no-own-exam = Your own exams: onduty list attempts. Whoever sat it appeals: --as NAME.
appeal-today-where = { $count ->
    [0] Looked through was what comes with onduty, as no --library was given. Where the exam was drawn from another one: --library DIR
   *[other] Looked through was: { $folders }. Where the exam was drawn from another library: --library DIR
}
