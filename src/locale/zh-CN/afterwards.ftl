# 记录凑齐以后才看得出来的事：时钟往回走、没能结束的考场、边考边练、按今天的记录不会发的证。

audit-odd-title = 值得看一眼的
audit-clock-back = { $pc ->
    [none] 这台电脑
   *[other] 电脑 { $pc }{" "}
  }的时钟往回拨过，或者之前快了：总账第 { $earlier } 行是它的 { $before } 写的，后面的第 { $line } 行却是 { $at }
audit-unended = { $by } 要结束考场 { $sitting } 的时候，那台电脑的时钟是 { $at }，考试 { $exam } 的记录却一直到 { $until }。不是考试的时候时钟快了，就是后来慢了：请问清是哪一种
audit-practice-beside = 练习 { $practice } 是 { $at } 开始的，同一个人的考试 { $exam } 当时正在另一台电脑上进行
audit-licence-undecided = 编号 { $number } 的证，今天不会发：它凭的考试 { $exam } { $why ->
    [wait] 开考的时候，考试 { $before } 之后的等待时间还没到（{ $from } 才到）
    [attempts] 开考的时候次数已经用完，考试 { $before } 是最后一次
   *[undecided] 开考的时候，考试 { $before } 还没有结果
  }。它现在暂停着，还要请发证人拿主意：吊销，或者恢复
audit-licence-not-today = 编号 { $number } 的证，今天不会发：它凭的考试 { $exam } { $why ->
    [wait] 开考的时候，考试 { $before } 之后的等待时间还没到（{ $from } 才到）
    [attempts] 开考的时候次数已经用完，考试 { $before } 是最后一次
   *[undecided] 开考的时候，考试 { $before } 还没有结果
  }。发证的时候两场考试都已经在这里，请看看当时是怎么发的
audit-licence-kept = 编号 { $number } 的证，今天不会发：它凭的考试 { $exam } { $why ->
    [wait] 开考的时候，考试 { $before } 之后的等待时间还没到（{ $from } 才到）
    [attempts] 开考的时候次数已经用完，考试 { $before } 是最后一次
   *[undecided] 开考的时候，考试 { $before } 还没有结果
  }。{ $by } 已在 { $day } 恢复了它（签名 { $act }）
flaw-licence-overtaken = 编号 { $number } 的证，今天不会发：它凭的考试 { $exam } { $why ->
    [wait] 开考的时候，考试 { $before } 之后的等待时间还没到（{ $from } 才到）
    [attempts] 开考的时候次数已经用完，考试 { $before } 是最后一次
   *[undecided] 开考的时候，考试 { $before } 还没有结果
  }；那一场的记录是发证以后才收到的
means-licence-overtaken = 管理员没有做错，可要请发证人拿个主意：先暂停（onduty suspend 编号 --reason 原因），查清楚，再吊销，或者恢复。恢复以后这里不再算对不上，只说是谁定的。
note-licence-overtaken = { $name } 编号 { $number } 的证，今天不会发：它凭的考试 { $exam } { $why ->
    [wait] 开考的时候，考试 { $before } 之后的等待时间还没到（{ $from } 才到）
    [attempts] 开考的时候次数已经用完，考试 { $before } 是最后一次
   *[undecided] 开考的时候，考试 { $before } 还没有结果
  }。请发证人拿个主意：先暂停（onduty suspend { $number } --reason 原因），查清楚，再吊销，或者恢复。
hint-close-early-noted = 没能结束这件事，已经由您签名记在这台电脑上，管理员看得到。
held-act-unended = 结束考场 { $sitting } 没有成：按那台电脑的时钟，时间还没到
sitting-end-refused = 没能结束：考试 { $exam } 一直记到 { $until }，比时钟显示的晚
list-beside = { $text }；开始的时候，考试 { $exam } 正在另一台电脑上进行
