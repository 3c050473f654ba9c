# Statistics of marks
stats-busy = Reading the records
stats-recorded = { $attempts } finished { $attempts ->
        [one] attempt
       *[other] attempts
    } ({ $from }) by { $people ->
        [one] one person
       *[other] { $people } people
    }; { $which ->
        [last] of each person the last at each thing
        [highest] of each person the best at each thing
        [all] every one counts
       *[first] of each person the first at each thing
    }.
stats-from = { $count } { $kind ->
        [bank] from quizzes
        [course] from courses
        [scenario] from role-plays
        [licence] from exams
       *[station] from stations
    }
stats-and = ,{" "}
stats-scripted = { $count } of them by a script.
stats-none = Nothing finished is recorded yet, so there is nothing to say. Come back once people have practised or sat.
stats-damaged = { $count } of the records do not fit together and are left out.
stats-marks = { $attempts } attempts at { $items } items.
stats-own-column = { $named ->
        [no] The first cell of each row is no item and was not read.
       *[other] The first column “{ $name }” is no item and was not read.
    }
stats-no-max = No row max,… is given: every item counts 1 point at most, or the highest mark where that is more.

stats-look-head = Look at these first
stats-look-none = Nothing stands out.
stats-inverted = those who know more get it wrong (discrimination { $index }). Check the key first; then whether the words mislead or two options are right.
stats-best-take = of the best quarter more took “{ $option }” than a right option. Check the key; if it is right, say more clearly what is asked.
stats-below-guessing = { $facility } of the points, less than guessing gives. The words probably mislead, or the course does not teach it.
stats-too-hard = too hard ({ $facility } of the points). Is it taught? If it is, ask more directly.
stats-too-easy = too easy ({ $facility } of the points), it separates nobody. Keep it to make sure that all know; to tell people apart, write wrong options that look right.
stats-does-not-separate = does not separate (discrimination { $index }): who can and who cannot score alike. Is it vague? Does it ask for something else?
stats-separates-weakly = separates weakly (discrimination { $index }). Fit to stay; better wrong options would help.
stats-nobody-takes = nobody takes “{ $option }”. That wrong option does nothing: put a mistake there that newcomers really make.
stats-withheld-all = Only { $attempts }: too few to judge. Difficulty is told from { $some }, separation, options and reliability from { $all }. --all shows the figures; change nothing because of them yet.
stats-withheld-rest = Only { $attempts }: enough for difficulty; separation, options and reliability are told from { $all }. --all shows the figures.

stats-totals-head = Totals
stats-totals = { $unit ->
        [percent] Mean { $mean } %, median { $median } %, standard deviation { $sd } percentage points.
       *[points] Mean { $mean } points, median { $median }, standard deviation { $sd }.
    }
stats-trust = { $how ->
        [good] Reliability { $alpha } %, good: together the items measure one thing.
        [fair] Reliability { $alpha } %, fair (good is 75 % and more).
       *[poor] Reliability { $alpha } %, low (below 64 %): do not lean on the totals yet. More items, and mending those above, will help.
    } The same person on another day would be about { $error } points up or down.
stats-forms = People met different items, so totals are shares of the points; weights and reliability need one form for all.
stats-items-head = Items
stats-col-item = item
stats-col-attempts = attempts
stats-col-facility = facility
stats-col-discrimination = discrimination
stats-col-seconds = seconds
stats-index-attempts = attempts
stats-index-facility = facility
stats-index-sd = sd
stats-index-discrimination = discrimination
stats-index-efficiency = efficiency
stats-index-effective-weight = effective weight
stats-index-intended-weight = intended weight
stats-index-guess = by guessing
stats-index-seconds = median seconds
stats-index-skewness = skewness
stats-index-kurtosis = kurtosis
stats-index-cic = internal consistency
stats-index-error-ratio = error ratio
stats-index-standard-error = standard error
stats-negative = Negative covariance: it works against the other items, so it has no effective weight.
stats-option = { $right ->
        [yes] ✓
       *[no] ·
    } { $option }: taken by { $taken }; by quarter of the score, lowest first, { $quarters }
stats-talk = { $plays ->
    [one] { $plays } play
   *[other] { $plays } plays
    }, mean share { $mean }, passed { $passed }, red line crossed { $red }.
stats-col-turn = turn (visits)
stats-col-taken = taken
stats-col-share = share
stats-col-reply = reply
stats-endings = Endings: { $endings }
stats-raters-head = Station { $station }: two examiners' marks of one candidate
stats-raters = { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
    } of marks: { $same } the same, { $apart } points apart on average.
stats-raters-step = { $step }: { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
    }, { $same } the same, { $apart } points apart on average
stats-kappa = Weighted kappa { $kappa } (not from fewer than 30 pairs)

stats-wrong = Line { $line }{ $whole ->
        [yes] {""}
       *[other] , item “{ $item }”
    }: { $why ->
        [nothing] the file is empty
        [no-item] there are no items
        [too-many-items] more than 10000 items
        [no-name] a column has no name
        [twice] the name “{ $cell }” is there twice
        [no-attempt] there are no attempts
        [cells] { $found } cells instead of { $wanted }
        [not-a-number] “{ $cell }” is not a number
        [decimals] “{ $cell }” has more than 7 decimals
        [too-large] “{ $cell }” is too large
        [negative-max] the most, “{ $cell }”, is below 0
       *[above-max] “{ $cell }” is more than the item's most
    }
stats-wrong-more = … and { $count } more
fail-stats-marks = { $path } cannot be read as marks; nothing was worked out.
fail-stats-large = { $path } is too large: { $most } MB at most.
fail-stats-unknown = There is no bank, scenario, station or licence “{ $id }”.
fail-stats-several = Several things are called “{ $id }”; write one in full: { $names }
hint-stats-marks = First line: names of the items; then, if you like, max and the most of each; then a line for each attempt. Not answered: - or nothing.
hint-stats-large = One exam at a time, or leave out columns.
