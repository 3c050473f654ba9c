# What trainers and learners say to each other: notes (note), remarks on items (remark, remarks), replays (replay).
saying-trainer = Trainer
saying-trainer-named = Trainer { $name }
saying-learner = Learner
saying-about = About “{ $title }”
saying-about-step = About “{ $title }”, step { $n }
home-said = Your trainer says

note-noted = Noted. { $name } sees it on home, and beside { $id } when it is shown.
fail-saying-words = Write something: 1 to { $most } characters.
fail-two-staff-say = Several people are called “{ $name }”: give the id.
fail-no-spot = There is no place “{ $named }” in this attempt.

menu-appeal = Appeal against a result
menu-remark = I think an item is wrong
menu-remark-attempt = { $title } ({ $id }, { $count ->
    [one] one place
   *[other] { $count } places
})
ask-remark-attempt = In which attempt?
ask-remark-item = Which place is wrong?
ask-remark = What is wrong, and how should it be?
note-remarked = Thank you, received as { $id }. A trainer will look at it; the answer comes to your home.
fail-remark-exam = The result of exam { $id } does not tell its items, so none can be remarked on.
fail-remark-nothing = Nothing was done yet that could be remarked on.
fail-remark-empty = Nothing was answered in { $id } yet.
remark-said = finds this wrong: { $words }

note-no-remarks = Nobody has remarked on anything yet.
note-no-open-remarks = No remark waits for an answer.
hint-remark-open = See one: onduty remarks ID
hint-remarks = Which there are: onduty remarks --all
hint-remark-see = See the answer: onduty remarks { $id }
hint-remark-answer = Answer: onduty remarks { $id } keep|reword|rekey "words to the learner" (keep: it is right; reword: the words are mended; rekey: the key is)
fail-no-remark = There is no remark “{ $id }”.
fail-remark-answered = Remark { $id } has its answer.
remark-about = A remark on { $item }
remark-same = There are { $count } remarks on this item.
note-remark-kept = Answered. { $name } sees it on home.
note-remark-mend = Answered. { $name } sees it on home. Now mend { $item } in the courseware and run onduty check; past results stay as they are.
head-item = Item
head-words = Words
head-ruling = Ruling
ruling-open = open
ruling-name-keep = kept
ruling-name-reword = reworded
ruling-name-rekey = rekeyed
ruling-keep = Looked at, it is right as it is: { $words }
ruling-reword = You are right, the words will be mended: { $words }
ruling-rekey = You are right, the key will be mended: { $words }

replay-page = Page { $n } of { $of }
replay-reveal = Reveal: points, red lines, better words
replay-on = On
replay-back = Back
replay-end = End
replay-chosen = { $text }  ← was chosen
fail-replay-nothing = There is no conversation in { $id } to replay.
