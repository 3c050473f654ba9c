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

note-clock-ahead = Some replies in this talk are timed: the seconds left count down from when the customer's words appear, time to read them and the comments included; where nothing counts down, take your time. Nothing counts yet: read this, then press Enter.
note-nothing-said = (no reply)

took-best = { $used } s, best within { $limit } s · timeliness { $points }
took-good = { $used } s, good within { $limit } s · timeliness { $points }
took-last = { $used } s, { $limit } s at the latest · timeliness { $points }
took-late = { $used } s, over the limit of { $limit } s · timeliness { $points }
took-silent = No reply for { $used } s, the limit is { $limit } s · timeliness { $points }
result-timeliness = Timeliness { $earned }/{ $best }: { $timed ->
        [one] 1 reply timed
       *[other] { $timed } replies timed
    }, { $late ->
        [0] none late
       *[other] { $late } late
    } (told apart, not in the score)

test-no-clock = Step { $n } ({ $step }) has no such time: no clock runs at { $turn }, it has no such band, or silence leads nowhere.
test-result-timeliness = , timeliness { $points }

allowance = { $more ->
        [yes] { $time } times the time of others{ $clock ->
            [off] , no clock on replies
           *[on] {""}
        }
       *[no] { $clock ->
            [off] no clock on replies
           *[on] the same as everybody
        }
    }
note-allowed = { $name }, in exams and practice from now on: { $what }.
note-allowed-already = { $name } has that already: { $what }. Nothing was changed.
note-is-allowed = { $name }, in exams and practice: { $what }.
rules-allowance = Arranged for you: { $what }. The limits above are that much longer.
fail-allow-time = "{ $found }" is no factor from 1 to 5, such as 1.5; 1 takes it back.
fail-not-allowed-then = The time that exam { $id } was given is not what was on record for this person then.
licence-note-accommodated = By an arrangement on record, the exam was sat with more time, or without a clock on replies.

move-silence = { $turn } (no reply)
preview-silent = (no reply until time has run out)
preview-late = Where the reply before came late, the customer says: { $text }

talk-no-clock = Clocks, what silence leads to and what is said after late replies: a table has no place for them
talk-no-breaks = Which wording rules replies break: a table has no place for them
