# 人工复核：考试里自己写的回复，由考官读过、签名；结果里怎么说。

## 清单
note-mark-nothing = 没有等着复核的回复。
mark-head-exam = 考试
mark-head-number = 第几条
mark-head-hangs = 结果
mark-head-points = 程序给分
mark-head-rules = 规范
mark-hangs = 取决于它
mark-hangs-not = 不取决于它
hint-mark-terminal = 在终端窗口里运行；脚本请先用 onduty mark --list 看清单，再用 --written 一条一条复核。

## 复核
mark-title = 复核回复
mark-intro = 有 { $n } 条回复等人读，其中 { $hanging } 条关系到考试过没过。不显示是谁写的；程序的判断只是参考，您说了算。
mark-own = 另有 { $n } 条是您自己考试时写的，要由别的考官来读。
mark-reply = 第 { $n } 条，共 { $of } 条
mark-it-hangs = 这场考试过没过，要等人读过才知道。
mark-it-hangs-not = 单看这一条，怎么判都不影响过没过；读一读，能看出规范准不准。
mark-ask = 您怎么看？
mark-agree = 程序判得对：得 { $points } 分{ $red ->
    [yes] ，触犯红线
   *[no] {""}
 }
mark-overrule = 有的地方我看法不同
mark-later = 先放一放
mark-stop = 今天到这里
mark-why-agree = 想补一句理由就写下来；不写，直接按 Enter：
mark-agreed = 读过，与程序的判断一致
mark-pick = 哪些地方您看法不同？（可选多项）
mark-unbroken = 没有犯“{ $title }”（{ $severity }），“{ $hit }”这样写没问题
mark-long-enough = 不算太短（程序要至少 { $least } 个字），这样写够了
mark-there = 其实做到了：{ $title }
mark-not-there = 其实没有：{ $title }
mark-comes-to = 这样算：{ $points } 分，满分 { $of } 分（程序给的是 { $before } 分）。{ $red ->
    [gone] 不算触犯红线。
    [stays] 仍算触犯红线。
   *[none] {""}
 }
mark-why = 为什么？（必填，会和签名一起存档）
mark-sure = 就这样签名？
mark-sign = 签名，就这样定
mark-again = 重新选
mark-back = 先不改，回去再看
note-marked = 已由 { $name } 读过并签名：{ $points } 分。
note-mark-end = 这次复核了 { $done } 条，还有 { $n } 条在等。已签名的都存好了。
fail-mark-unknown = 这条回复里没有您写的那条规范或要点。
hint-mark-known = 程序认为犯了的规范：{ $rules }；要点：{ $wants }
fail-mark-busy = 考试 { $id } 这会儿正有人在签名。
hint-mark-busy = 等一等，再看还有哪些要复核：onduty mark --list；那边先签的算数。
fail-mark-read = 考试 { $id } 的第 { $n } 条回复，{ $name } 已经读过并签名，以那次为准。
fail-mark-void = 考试 { $id } 已经作废，不用复核。
fail-mark-issued = 考试 { $id } 已经发了证，不再复核。
fail-mark-none = 考试 { $id } 没有第 { $n } 条自己写的回复。

## 结果
told-name-written = 自己写的
told-written-hangs = { $n } 条回复，{ $unread } 条在等考官读。没有人只因程序的判断而不过。
told-written-unread = 共 { $n } 条回复，程序已经判分；其中 { $unread } 条还没有考官读，但读的结果不会改变是否通过。
told-written-read = { $n } 条回复，考官都读过{ $changed ->
    [0] ，和程序的判断一致。
   *[other] ，改了 { $changed } 条。
 }
told-written-part = { $n } 条回复，考官读过 { $read } 条{ $changed ->
    [0] ，和程序的判断一致
   *[other] ，改了 { $changed } 条
 }；其余的怎么读，都不会改变是否通过。
told-change = “{ $title }”：从 { $before } 分改为 { $points } 分（满分 { $of } 分）
told-change-unbroken = 没有犯“{ $title }”
told-change-long-enough = 不算太短
told-change-there = 做到了“{ $title }”
told-change-not-there = 没有“{ $title }”
told-read-first = 要加强什么，等考官读过再告诉你。
told-wording = 话术规范
told-wording-rule = { $title }（{ $severity }）{ $times ->
    [1] {""}
   *[other] ，{ $times } 次
 }。可以这样：{ $instead }
evidence-marked = 人工复核书面回复

## 统计
stats-wording-head = 话术规范
stats-wording-note = 每条规范在多少条回复里触发过；考试里的由人读过之后，有多少次被推翻。
stats-too-short = 太短，没有判
stats-col-rule = 规范
stats-col-practice = 练习
stats-col-exam = 考试
stats-col-read = 人读过
stats-col-overruled = 推翻
