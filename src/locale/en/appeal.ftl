# Appeals
appeal-title = Appeal against exam { $id }
appeal-about = You appeal against the result of "{ $title }" (exam { $id }). Say what you find wrong with it, and why. An examiner who had no part in the exam reads it and answers.
ask-appeal = What is not right with the result?
note-appeal-opened = Your appeal is handed in. Receipt number: { $receipt }. You get an answer by { $due }; it is told here, at home and in the result.
note-no-appeals = No appeals.
note-appeal-upheld = Appeal { $receipt } is upheld; signed by { $name }. The candidate is told why.
note-appeal-remedies = What can follow: onduty regrade { $id } --against today (a wrong key) · onduty decide { $id } pass (borderline) · onduty void { $id } --reason WHY (it is sat again: a void exam does not count, so nothing needs to be granted)
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
told-appeal-upheld = Upheld on { $time } (receipt number { $receipt }), because: { $reason }
told-appeal-dismissed = Dismissed on { $time } (receipt number { $receipt }), because: { $reason }
notice-appeal-upheld = Your appeal { $receipt } against "{ $title }" is upheld, because: { $reason }. Your examiner or manager does what follows from it.
notice-appeal-dismissed = Your appeal { $receipt } against "{ $title }" is dismissed, because: { $reason }
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
