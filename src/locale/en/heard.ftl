# What the desk tells PCs: how licences stand, what became of exams, what was signed and not taken
heard-in-force = Your licence "{ $title }" ({ $number }) is in force until { $until } (the desk said so on { $told }).
heard-suspended = Your licence "{ $title }" ({ $number }) is suspended{ $until ->
    [none] {""}
   *[other] {" "}until { $until }
  } (the desk said so on { $told }). Do not work with it until it is good again; ask your manager for the reason.
heard-revoked = Your licence "{ $title }" ({ $number }) was revoked (the desk said so on { $told }). Do not work with it any more, and give the paper back; ask your manager for the reason.
heard-passed = The exam "{ $title }" ({ $id }) is passed (the desk said so on { $told }).
heard-failed = The exam "{ $title }" ({ $id }) is not passed (the desk said so on { $told }).{ $appeal ->
    [none] {""}
   *[other] {" "}If you disagree, you may appeal at the desk until { $appeal }.
  }
heard-voided = The exam "{ $title }" ({ $id }) is void and does not count (the desk said so on { $told }).
note-acts-not-taken = The desk did not take { $count ->
    [one] one thing
   *[other] { $count } things
  } signed on this PC; there it does not count: { $acts }. Have it done again at the desk, by somebody who is known there.
fail-signed-at-desk = This PC goes by the roster of a desk: licences, staff and keys are seen to at the desk; what is signed here would not be taken there.
hint-signed-at-desk = Do it on the desk's computer.
note-licences-told = So the desk said on { $told }. The desk keeps the licences; those of others are listed there.
note-licences-none-told = The desk keeps the licences; it told this PC of none of { $name }.
fail-licences-at-desk = The desk keeps the licences; this PC only knows what the desk told of one's own.
