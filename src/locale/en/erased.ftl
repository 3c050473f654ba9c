# What is said of exams, replies and licences whose person, or whose typed words, are erased.

typed-erased = Answered, but what was typed is erased; right answer: { $should }
regrade-none-known = Nothing could be marked again under the content it was sat with.
appeal-today-erased = Words that were typed in it are erased: what it would come to cannot be worked out again.
told-name-erased = Erased
told-erased = The candidate is erased, with all words typed: what such words earned stands as it was recorded. Nobody is left to appeal.
told-appeal-words-gone = Choices and rules are kept. The words that were typed are erased: what they earned stands as it was recorded.
licence-erased-number = erased; its number: { $state }
report-state-erased-suspended = Holder's data erased, number suspended
report-state-erased-expired = Holder's data erased, number expired
report-state-erased-superseded = Holder's data erased, number superseded
report-state-erased-revoked = Holder's data erased, number revoked

## Left out of reports, because it cannot be read
report-no-exams-read = No exam that can be read.
report-unread = Records that cannot be read
group-unread = cannot be read
