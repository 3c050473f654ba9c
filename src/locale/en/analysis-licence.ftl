# What a licence scheme comes to (`analyse`).
analysis-licence-title = What the exam for "{ $title }" comes to
analysis-licence-guess-good = It cannot be guessed: who knows nothing and guesses everything passes one exam with a chance of { $pass }{ $rare }.
analysis-licence-guess-bad = It can be guessed: who knows nothing and guesses everything passes one exam with a chance of { $pass }{ $rare }, more than this licence itself allows.
analysis-licence-guess-within = In the { $n } attempts that are allowed, the chance to get through at least once by guessing is { $within }{ $rare }.
analysis-licence-guess-stations = The chance to get through the theory by guessing is { $theory }. Stations are watched by an examiner: nothing there is a guess, so there is no chance for the whole.
analysis-licence-rare = { " " }(about one in { $of })
analysis-licence-same-good = The draw matters little: who knows { $knows }% passes the hardest set of items with a chance of { $hardest }, the easiest with { $easiest }.
analysis-licence-same-bad = The draw matters much: who knows { $knows }% passes the hardest set of items with a chance of only { $hardest }, the easiest with { $easiest }. Items of more even difficulty would be fairer.
analysis-licence-same-open = How much the draw matters: who knows { $knows }% passes the hardest set of items with a chance of { $hardest }, the easiest with { $easiest }.
analysis-licence-forms = { $forms } different exams can be drawn; any two have { $overlap }% of their items in common on average.
analysis-licence-again-new = Who sits all { $n } attempts meets new questions and role-plays every time{ $stations ->
    [yes] {" "}(a station is there to be shown, and may be shown again)
   *[no] { "" }
}.
analysis-licence-again-old = There are too few items for { $n } attempts by one person: in attempt { $nth }, { $share }% on average has been met before.
analysis-licence-basis = The mark of { $mark } rests on a record: { $file }
analysis-licence-policy = The mark of { $mark } is policy: no record of judges or ratings is named (onduty cut writes one).
analysis-licence-sem-wide = The verdict at the mark of { $mark }: luck alone moves a total by about { $error } points either way; an examiner decides up to { $band } points below the mark, which covers it.
analysis-licence-sem-narrow = The verdict at the mark of { $mark } is not firm: luck alone moves a total by about { $error } points either way, while an examiner decides only { $band } points below the mark.
analysis-licence-sem-stations = No error at the mark is worked out: stations are marked by an examiner, not by luck.
analysis-licence-covered = There are { $of } objectives to be learned: one exam asks for { $mean } of them on average, for { $least } at the least.
analysis-licence-model = "Knows 80%" means: each question and each reply is right with a chance of 80%, the rest is guessed. 0.5 is a chance of one half; 0.52–0.53 means that the true number lies between the two.
analysis-licence-head-knows = Knows
analysis-licence-head-theory = Theory
analysis-licence-head-practice = Role-plays
analysis-licence-head-pass = Passes
analysis-licence-head-borderline = Borderline
analysis-licence-head-within = Within { $n }
analysis-licence-head-hardest = Hardest exam
analysis-licence-head-easiest = Easiest exam
analysis-licence-blind = guesses
analysis-licence-head-line = Drawn from
analysis-licence-head-takes = Draws
analysis-licence-head-there = Has
analysis-licence-head-needed = { $n } attempts need
analysis-licence-head-lasts = Lasts for
analysis-licence-talks = { $category } role-plays
analysis-licence-level = { $what }, level { $level }
fail-analyse-short = "{ $id }" cannot be worked out: a draw line comes short.
fail-analyse-unfit = "{ $id }" cannot be worked out: a role-play that it draws cannot be walked.
fail-analyse-large = "{ $id }" is too large to be worked out.
