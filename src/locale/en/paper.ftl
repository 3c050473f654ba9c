# paper: a course as a page for phone and paper (learn COURSE --out FILE)
paper-contents = Contents
paper-name = Name
paper-date = Date
paper-comma = { ", " }
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
