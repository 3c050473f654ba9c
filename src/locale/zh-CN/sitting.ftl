# 考试日：考场
fail-no-sitting = 这里没有编号为 { $id } 的考场。
fail-two-sittings = 不止一个考场的编号对得上 { $id }，请多写几位。
hint-sitting-list = 这台电脑上有哪些考场：onduty sitting list
hint-sitting-file = 用主管台写出的文件：onduty sitting open 文件
hint-sitting = 在主管台上：onduty sitting new --help；在考试用的电脑上由监考人：{ -onduty-there } sitting open 文件
fail-needs-sitting = { $id } 的考试要监考，只能在考场里考，由监考人放行。
fail-sealed = 考场 { $id } 的试卷在这台电脑上是封着的。
hint-sitting-open = 没考完的，监考人凭开卷码继续：onduty sitting open { $id }。考完的，收回主管台后在那里查看。
fail-sitting-elsewhere = 考场由管花名册的那台电脑来排；这台电脑用的是别处的花名册。
fail-not-supervised = { $id } 不用监考，直接考就行：onduty exam { $id }
fail-sitting-room = 地点名称写 1 到 40 个看得见的字。
fail-moment = “{ $typed }”不是时间。请写成 2026-12-01 09:00 这样。
fail-sitting-window = 结束时间要晚于开始时间。
fail-sitting-past = { $until }（{ $zone } 时间）已经过了。
fail-nobody-called = 点到的人里，到时候没有人能考 { $id }。
hint-not-called = 缺的要考生自己先补上；在别处学过的，考官可以免修：onduty waive 姓名 课程
note-not-called = 没有安排：{ $name }（{ $why }）
sitting-called = 考场 { $id }：考生 { $count } 人，{ $from } 到 { $until } 可以开考（{ $zone } 时间）。
    考试用电脑的文件：{ $path }
    监考人的开卷码：{ $code }
    开卷码只显示这一次，哪里都不保存。有文件又有开卷码的人就能看到试卷：两样请分开送。能读这台电脑记录的人也能看到：为了阅卷，这里自己留着开试卷的密钥。
    新的考试用电脑会问这是不是它的主管台。这里的密钥：{ $desk }
fail-sitting-file = 没有收下 { $path }。
fail-no-paper = 考场 { $id } 的试卷不在这台电脑上。
hint-supervised = 想要只能在考场里考：写一个本单位的上岗证盖在上面，[conduct] 里加 supervised = true
fail-other-paper = 这台电脑上考场 { $id } 的试卷，不是排考场时的那一份。
fail-sitting-code = 这不是考场 { $id } 的开卷码。
ask-sitting-code = 考场 { $id } 的开卷码（16 位数字，四位一组）
ask-sitting-code-again = 这不是考场 { $id } 的开卷码，请再输一次
fail-no-sitting-code = 没有开卷码，试卷打不开。
hint-code-file = 脚本里用：--code-file 文件
fail-sat-already = { $name } 在这个考场已经考过了。
fail-not-called = { $name } 不在这个考场的名单上。
fail-not-seated = { $name } 在这个考场没有开始考试。
fail-all-sat = 名单上的人都考完了。
ask-candidate = 谁来考？
ask-identity = 怎么核对的身份？
identity-id-card = 身份证
identity-staff-card = 工牌
identity-known = 本人认识
fail-identity = “{ $typed }”不是核对身份的方式。
fail-sitting-time = 这台电脑的时钟是 { $now }；这个考场从 { $from } 到 { $until } 可以开考（{ $zone } 时间）。
hint-sitting-time = 时钟不准就先调准。要换时间，请主管另排一个考场。
fail-sitting-over = 考场 { $id } 在这台电脑上已经结束，不能再开考。
fail-not-entitled-now = { $name } 现在不能考：排考场以后情况变了。
hint-not-entitled-now = 等可以考的时候，请主管另排一个考场。
note-sitting-noted = 已记入考场 { $id }。
note-sitting-extended = 给 { $name } 的考试 { $exam } 加了 { $minutes } 分钟。监考人让考生继续：onduty sitting open { $id }
fail-extend-open = { $name } 的考试正在窗口里开着。
hint-extend-open = 先让考生按 Esc 离开，计时照走；加好时间后再用 onduty sitting open { $id } 继续。
hint-void-open = 先让考生按 Esc 离开，计时照走；然后再作废。
fail-extend-closed = 这场考试已经结束了。
fail-extend-minutes = 不能加 { $typed } 分钟。请写 1 到 120；一场考试一共最多加 120 分钟，加了的不能收回。
fail-extend-most = 一场考试最多加 120 分钟。
fail-sitting-writing = 考场没有结束：{ $names } 在这台电脑上还没考完。
hint-sitting-writing = 等考生交卷，再结束考场。时间到了还没交的，这样收卷：onduty sitting open { $id }
hint-sitting-writing-void = 这场考试不该算数的，先作废：onduty sitting void { $id } --candidate 姓名 --reason 原因
sitting-title = 考场记录：{ $licence }（{ $id }）
sitting-window = 开考时间：{ $from } 到 { $until }
sitting-room = 地点：{ $room }
sitting-counts = 应到 { $called } 人，实到 { $present } 人，缺考 { $absent } 人
sitting-counts-pc = 应到 { $called } 人，在这台电脑上考的 { $present } 人，不在这台电脑上的 { $absent } 人
sitting-of-pc = 这份记录只管这台电脑（{ $name }）。不在这台电脑上的人可能在别的电脑上考：有没有缺考，看主管台打印的总记录。
sitting-of-desk = 还没送回来的电脑不在这份记录里：在那里考的人，这里写的是缺考。
sitting-unended = 还没送来结束签名的电脑：{ $names }
sitting-here = 这台电脑
sitting-col-name = 考生
sitting-col-state = 情况
sitting-col-identity = 身份核对
sitting-col-began = 开考
sitting-col-ended = 交卷
sitting-col-minutes = 加时（分钟）
sitting-col-by = 放行
sitting-col-pc = 电脑
sitting-present = 到考
sitting-absent = 缺考
sitting-elsewhere = 不在这台电脑
sitting-open = 未交卷
sitting-void = 作废
sitting-reserve = （备用卷）
sitting-why = ：{ $why }
sitting-allowed = （{ $what }）
sitting-none = 没有。
sitting-incidents = 考场情况
sitting-incident = { $at } { $who }：{ $text }（{ $by } 记）
sitting-incident-extended = { $at } { $who }：加时 { $minutes } 分钟，{ $text }（{ $by } 签名）
sitting-after = （考场结束以后才记）
sitting-everybody = 全场
sitting-erased = 已删除
sitting-signed = 签名
sitting-signed-call = { $at } { $by } 排考场：{ $signature }
sitting-signed-end = { $at } { $by } 在 { $pc } 结束考场：{ $signature }
sitting-head = { "  " }那台电脑上的考试 { $count } 场；之前的总账账头：{ $head }
sitting-head-here = 这台电脑的总账账头：{ $head }
sitting-sign-here = 监考人签字：____________________   打印时间 { $at }
refused-sitting = 考试 { $what }：这里没有为这位考生排过那个考场，或者考的不是排好的那份卷子
audit-unknown-sealed = 试卷在这里封着的记录：{ $count } 份。分数对不对，到排考场的那台电脑上核对。
fail-no-seat = 考试 { $id } 不是在排好的考场里开始的：{ $from } 到 { $until }。
fail-extended-unsigned = 考试 { $id } 记录的加时，比监考人签过字的多。
hint-sitting-void = 监考人先把它作废，再重新开考：onduty sitting void { $id } --candidate 姓名 --reason 原因
result-sealed = 考试 { $id }：{ $verdict ->
    [passed] 已交卷，交卷时算出来是通过
    [failed] 已交卷，交卷时算出来是未通过
    [over] 已交卷
    [void] 已作废，不算数
   *[open] 还没考完
}。试卷在这台电脑上是封着的（考场 { $sitting }），{ $verdict ->
    [open] 监考人打开考场才能接着考。
   *[other] 结果由主管台告知，详细的在主管台看。
}
flaw-paper = 考场 { $sitting } 封着的试卷，不是排考场时的那一份
flaw-no-sitting = 记录 { $attempt } 说自己属于一个考场，可是没有排过这个考场
flaw-not-called = 记录 { $attempt } 是名单以外的人开考的，或者不在开考时间之内
flaw-extended = 记录 { $attempt } 的加时，比监考人签过字的多
means-paper = 那个考场的考试在这台电脑上打不开。真的试卷在主管台上。
means-no-sitting = 这场考试不算数，凭它不能发证。
means-not-called = 这场考试不算数，凭它不能发证。
means-extended = 这场考试不算数，凭它不能发证。
refused-extended = 记录 { $what } 的加时，比监考人签过字的多
refused-concluded = 考场 { $what }：那台电脑的总账，不是监考人结束考场时签过字的那一份，考试记录后来被改过。那台电脑的东西一样都没收；请查清谁动过它，那里的考生另排考场再考
fail-sat-twice = { $name } 在考场 { $sitting } 考了两次：{ $exams }。考官处理好以前，哪一次都不能发证。
hint-sat-twice = 先和监考人一起查清是怎么回事：两台电脑的时钟说明不了谁先谁后。再由看到经过的人把不该有的那一次作废：onduty void 考试编号 --reason 原因。没有通过，或者考得早，都不是作废这一次、让另一次算数的理由。
note-sat-twice = { $name } 在考场 { $sitting } 考了两次：{ $exams }。作废其中一次以前，哪一次都不能发证。
fail-sat-at-once = { $name } 同一时间在两个地方考试：考试 { $exams }，分别在考场 { $sittings }。考官处理好以前，哪一次都不能发证。
note-twice-licensed = 证 { $number } 是凭同一个人两场考试中的一场发的，这两场不可能都是本人考的；查清以前先暂停：onduty suspend { $number } --reason 原因
note-sat-at-once = { $name } 同一时间在两个地方考试：考试 { $exams }，分别在考场 { $sittings }。作废其中一次以前，哪一次都不能发证。
flaw-sat-at-once = 同一位考生同一时间在两个地方考试：考试 { $exams }，分别在考场 { $sittings }
means-sat-at-once = 一个人不会同时在两个地方：其中一次可能是别人替考的。考官把不算数的那一次作废以前，哪一次都不能发证。
fail-not-concluded = 考试 { $id } 没有考官的签名保着：考场 { $sitting } 在那台电脑上还没有签字结束，或者结束的签名还没收到。
hint-not-concluded = 在那台电脑上：{ -onduty-there } sitting close { $sitting }，再送出、在这里收进来。
fail-seat-times = 考试 { $id } 不可能是这样考的。
flaw-sat-twice = 同一位考生在考场 { $sitting } 考了两次：{ $exams }
flaw-before-call = 记录 { $attempt } 开考的时候，还没有排这个考场
flaw-after-close = 记录 { $attempt } 在监考人签字结束那台电脑上的考场以后还在继续
flaw-too-long = 记录 { $attempt } 里有时间全部用完以后的作答
means-sat-twice = 考官把不算数的那一次作废以前，哪一次都不能发证。
means-before-call = 这场考试不算数，凭它不能发证。
means-after-close = 这场考试不算数，凭它不能发证。
means-too-long = 这场考试不算数，凭它不能发证。
note-no-sittings = 这台电脑上没有考场。
sitting-head-id = 考场
sitting-head-licence = 上岗证
sitting-head-room = 地点
sitting-head-when = 开考时间
sitting-head-people = 到考
sitting-head-state = 已结束
sitting-list-here = 这台电脑
sitting-list-there = { $count } 台电脑
sitting-resealed = 考场 { $id }：同一套试卷，换了新的开卷码。考试用电脑的新文件：{ $path }
    监考人的新开卷码：{ $code }
    新开卷码只显示这一次，哪里都不保存。在每台电脑上打开这份新文件，以后就用新码；已经开考的照常接着考。
    旧文件用旧码仍然打得开：换码不能让泄露的试卷重新保密。旧文件和旧码要是都落到了别人手里，请另排一个考场，重新抽卷。
fail-reseal-elsewhere = 考场 { $id } 不是在这台电脑上排的：只有排考场的电脑才能换开卷码。
ask-sitting-new-code = 考场 { $id } 的新开卷码（换过，旧的不能用；16 位数字，四位一组）
hint-new-code = 开卷码换过了，要用新的那一个。新的也丢了，在排考场的电脑上再换：onduty sitting reseal { $id } --help
hint-lost-code = 开卷码丢了，要到排考场的那台电脑（主管台）上换一个，用“sitting reseal { $id }”
fail-code-shape = { $path } 里不是开卷码：开卷码是 { $digits } 位数字，四位一组。
note-no-reserve = 没有备用卷的考生：{ $count } 人（一共 { $of } 人）。题库里没有第二份不重复的卷子：他们的考试要是作废了，想再考就得另排考场。
note-void-reserve = 还让考的，监考人再打开一次考场，考的是备用卷，题目不重复：onduty sitting open { $id }
note-void-no-reserve = 这个考场没有备用卷：还让考的，请管理员另排一个考场。
fail-no-reserve = { $name } 在这个考场没有备用卷了：考过的卷子不能再考一遍。
hint-no-reserve = 请管理员另排一个考场，重新抽卷。
fail-same-paper = 考试 { $id } 考的是作废的那场（{ $other }）的同一份卷子，凭它不能发证。
fail-exam-in-sitting = 这场考试是在考场 { $id } 里开始的，要监考人放行才能接着考。
hint-exam-in-sitting = 请监考人打开考场：onduty sitting open { $id }
fail-paper-gone = 考场 { $id } 加封的试卷已经从这台电脑上删掉了。
note-paper-gone = 考场 { $id } 已经结束，管理员那里也收齐了：加封的试卷从这台电脑上删掉了，考试记录都还在。
note-paper-old = 考场 { $id } 过了开考时间已经 { $days } 多天：加封的试卷从这台电脑上删掉了，考试记录都还在。
retention-papers = 加封的试卷，该删的有 { $count } 份：考场收齐以后，或者过了开考时间 { $days } 天，就不再留。
sitting-twice = （考了两次，另一场 { $exams }）
sitting-signed-reseal = { $at } { $by } 换开卷码，试卷不变{ $why }：{ $signature }
sitting-signed-withdrawn = { $at } { $by } 撤销考场{ $why }：{ $signature }
sitting-list-withdrawn = 已撤销
sitting-list-withdrawn-late = 已撤销，之前有人开考
note-sitting-withdrawn = 考场 { $id } 已撤销，{ $by } 签了名：谁也不能再在里面开考，名单上的人可以重新排。考试用电脑收到下一份名册就知道了（onduty send 文件夹 --roster，那边 onduty collect 文件夹）；发出去的文件和开卷码请收回。
note-paper-withdrawn = 考场 { $id } 已由主管台撤销：封好的试卷从这台电脑上拿掉了。
fail-sitting-withdrawn = 考场 { $id } 已由主管台撤销，不能开考。
fail-withdraw-elsewhere = 考场 { $id } 不是在这台电脑上排的：在哪里排的，就在哪里撤销。
fail-withdraw-begun = 考场 { $id } 里已经有人开考，不能再撤销。
hint-withdraw-begun = 不该算数的考试单独作废：onduty sitting void { $id } --candidate 姓名 --reason 原因
told-name-sat-twice = 考了两次
told-sat-twice = 同一个考场或同一时间还有一场：{ $exams }。考官作废其中一次以前，哪一次都不能发证。
told-sat-twice-issued = 同一个考场或同一时间还有一场：{ $exams }。考官会来查清。
hint-newer-file = 开卷码换过了：新的码要配新的文件，先打开新文件：onduty sitting open 文件；旧文件只认旧码
