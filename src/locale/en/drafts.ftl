# Drafts: seen by trainers, not by learners.
note-draft = { $name } is a draft: only trainers see it. When it is done, set status = "live".
check-drafts = Drafts (not yet for learners) { $count } · { $list }
trainer-draft = { $title } (draft)
new-draft = { $count ->
    [0] It is a draft, which learners do not see: when all that it needs is there, say status = "live".
   *[other] It is a draft, which learners do not see: translate it first ({ $files }), then say status = "live".
    }
fail-new-no-bank = A licence draws its questions from an exam bank, and there is none here yet with at least 4 questions; nothing was written.
hint-new-bank = Write the bank first: onduty new bank { $id }, with use = "exam" and at least 4 questions
fail-new-no-word = This library does not say which { $word ->
    [role] roles
   *[other] skills
    } there are, and what is new has to name one; nothing was written.
hint-new-word = Add three lines at the end of library.toml: [[{ $word }]], { $word ->
    [role] id = "clerk", title = "Clerk"
   *[other] id = "say", title = "Say"
    }; or say extends = "onduty" to have the shipped ones.
