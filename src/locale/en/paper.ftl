# paper: a course as a page for phone and paper (learn COURSE --out FILE)
paper-contents = Contents
paper-name = Name
paper-date = Date
paper-comma = { ", " }
paper-semicolon = { "; " }
paper-colon = { ": " }
paper-roles = For: { $roles }
paper-everybody = everyone in customer service
paper-layer-onboarding = Onboarding
paper-layer-refresher = Refresher
paper-layer-special = Special training
paper-block-basics = Basics
paper-block-professional = Professional skills
paper-block-communication = Communication
paper-block-emergency = Emergencies
paper-minutes = about { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}
paper-requires = Take first: { $courses }
paper-on-screen = Take it at a computer and every answer is explained at once:
paper-lesson = Lesson { $number }
paper-goals = After this lesson you can:
paper-check = Try it
paper-where-answers = Answers at the end
paper-points = { $points } { $points ->
    [one] point
   *[other] points
}
paper-how-one-of = Choose one
paper-how-any-of = Choose all that are right
paper-how-true-false = True or false
paper-how-number = Fill in a number
paper-how-words = Fill in a few words
paper-how-write = Write the reply in your own words
paper-how-order = Number the boxes in the right order: 1, 2, 3…
paper-how-pairs = Write the matching letter on each line; no letter serves twice
paper-how-classify = Write the letter of the class on each line; a letter may serve several times
paper-how-find = Tick the lines that should not have been said
paper-material = To read: { $title }
paper-same-material = Still about “{ $title }”
paper-stage = Play it
paper-stage-how = Now for the real thing: type this command at a computer and talk with the customer.
paper-answers = Answers, and why
paper-answers-how = Try first, then compare. Open a lesson to see its answers.
paper-also = Also right: { $words }
paper-tolerance = Anything within { $tolerance } of it is right
paper-wrong = Why not the others

# the paper form of a station (observe --sheet)
paper-sheet-form = Station mark sheet (for the examiner)
paper-sheet-candidate = Candidate
paper-sheet-number = Number
paper-sheet-examiner = Examiner
paper-sheet-room = Room
paper-sheet-start = Began
paper-sheet-end = Ended
paper-sheet-minutes = Time: { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}
paper-sheet-brief = Read to the candidate
paper-sheet-setup = For the examiner only: neither read out nor shown to the candidate
paper-sheet-how = Mark while you watch, one box for each item: the one whose words fit what you see. Crossed the wrong one? Fill it in and cross another.
paper-sheet-alone = { $n } examiners fill in a sheet each; until both are handed in they neither compare nor confer.
paper-sheet-steps = What is seen
paper-sheet-oral = Oral questions (read out as they stand)
paper-sheet-listen = Listen for: { $text }
paper-sheet-overall = Performance as a whole (does not count)
paper-sheet-total = { $points } points in all at this station (the program adds them up)
paper-sheet-sign = Examiner's signature
paper-sheet-someone = NAME
paper-sheet-enter = To type it in afterwards, same order and numbers as here:
