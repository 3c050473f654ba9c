# The clock of one reply: the line that counts down while talking with a customer, and how it is told afterwards.

turn-clock-best = { $left } s left · best within { $of } s
turn-clock-good = { $left } s left · good within { $of } s
turn-clock-last = { $left } s left · { $of } s at the latest
turn-clock-late = { $used } s so far · late, please still reply
turn-clock-comma = , {""}
turn-clock-said = This reply is timed: { $bands }{ $ends ->
        [yes] ; after that it counts as no reply
       *[no] {""}
    }.
turn-clock-said-best = best within { $of } seconds
turn-clock-said-good = good within { $of } seconds
turn-clock-said-last = { $of } seconds at the latest
turn-clock-said-used = {" "}{ $used } seconds are gone already.

note-nothing-said = (no reply)
