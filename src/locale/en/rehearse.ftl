# Trying out: nothing is recorded
rehearse-name = Rehearsal

# test
test-busy = Walking every walk
test-walk = { $id }: { $result }
test-walk-failed = { $id }  { $place }
test-result = ending { $ending }, { $points } points, { $percent } %, { $passed ->
    [yes] passed
   *[no] not passed
}
test-expected = expected: { $result }
test-came = came to:  { $result }
test-other-turn = Step { $n } is { $step }, but the talk stands at { $other } there.
test-not-offered = Step { $n } is { $step }, but that is not offered there; what is: { $other }.
test-over = The talk is over before step { $n }, { $step }.
test-stops = There are no more steps, but the talk goes on: it stands at { $other }.
test-head-scenario = Scenario
test-head-turns = Turns
test-head-replies = Replies
test-head-endings = Endings
test-head-conditions = Conditions
test-in-all = In all
test-never = Never walked (a condition without "!" never held, one with "!" never failed to hold):
test-left-out = { $count ->
    [one] One walk was not walked
   *[other] { $count } walks were not walked
}, because of mistakes or because the scenario is not in use: { $walks }
test-good = { $count ->
    [one] One walk, and it comes
   *[other] { $count } walks, and all come
} to what is expected.
test-none = There are no walks here yet. Play one and write it down: onduty test SCENARIO --record model
test-broken = All { $count } walks are right, but there are mistakes in the courseware ({ $errors }): mend them first.
test-failed = Of { $count } walks, { $failed } { $failed ->
    [one] is
   *[other] are
} wrong.
fail-no-path = There is no { $path }.
hint-path = Name a folder of courseware or a file in one; without it, the courseware in use.

# test --record
record-written = Walk "{ $id }" is written to { $path }: { $result }.
record-left = It did not come to an ending; nothing is written.
fail-record-id = The id of a walk takes small letters, digits and hyphens only: { $id }
fail-record-there = { $path } already has a walk "{ $id }".
hint-record-there = Take another id, or take that one out first.
fail-record-shipped = { $id } is shipped with the program: nothing can be written beside it.
hint-record-shipped = Name your own courseware with --library, or the file to write with --out.
fail-record-file = { $path } is no file of walks of { $id }, or there are mistakes in it.
hint-record-file = See what onduty check says, or write another file with --out.

# check --watch
watch-verdict = { $time }  { $state ->
    [errors] ✗ errors: { $errors }, warnings: { $warnings }
    [warnings] ! no errors, warnings: { $warnings }
   *[clean] ✓ nothing wrong
} ({ $ms } ms)
watch-open = Licences whose chances are being worked out anew: { $count }; they follow in a moment.
watch-nothing-more = The chances are worked out: nothing more is wrong.
watch-gone = The folder { $path } is not there now; checking goes on when it is back.
watch-keys = Save a file and it is checked again · Esc or Ctrl-C ends
fail-watch-shipped = What is shipped with the program does not change: there is no folder to watch.
hint-watch-shipped = Name your folder of courseware: onduty check FOLDER --watch

# preview
preview-stand = { $turn } · points { $points } · mood { $mood }
preview-mood = mood
preview-hidden = Not offered now: { $id } ({ $why ->
    [used] was chosen before
   *[when] takes { $when }
}): { $text }
preview-dead = No reply is offered here: a learner would be stuck.
preview-overflow = { $var } leaves its range
preview-when = takes { $when }
preview-red-line = red line
preview-ending = ending: { $outcome ->
    [resolved] resolved
    [partial] partly resolved
    [escalated] passed on
    [lost] customer lost
   *[failed] failed
}
preview-on = Go on
preview-back = ‹ A step back
preview-more = › More: from the start, jump, set, end
preview-again = From the start
preview-jump = Jump to another turn
preview-set = Set the mood or a variable
preview-leave = End the preview
preview-what = What next?
preview-jump-where = Which turn?
preview-set-what = Set which?
preview-number = A whole number from { $least } to { $most }
preview-lost = The files have changed: the way you took leads no further than this.
preview-at-ending = From here it leads straight to the ending { $turn }.
preview-reloaded = { $time } read again{ $state ->
    [clean] : nothing wrong.
    [found] : it can be used, but there are mistakes:
   *[broken] : it cannot be used now; what was good last stays:
}
fail-preview-broken = There are mistakes in the scenario { $id }: it cannot be previewed yet.
hint-preview-terminal = A preview needs somebody at the keys: run it in a terminal window. For scripts there is onduty test.
