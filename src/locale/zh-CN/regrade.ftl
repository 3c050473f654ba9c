regrade-same = 按当时的内容重新判分：{ $count } 份记录，结果和当时一样，没有变化。
regrade-other = 有 { $count } 份记录，重新判分后和当时记的不一样：
regrade-other-next = 说明保存的东西被改过。用 onduty audit 看看是哪里、意味着什么。
regrade-erased = 有 { $count } 份没法重新算：当时打的字已经删除
busy-regrade = 正在重新判分

regrade-today-same = { $exams ->
    [0] 还没有考完的考试，没有什么可重新判的。
   *[other] 按今天的内容判，{ $exams } 场考试结果都不变。
}
regrade-today-part = 按今天的内容判 { $exams } 场考试：{ $apart } 场里有没法比的题，那些题保留原来的分数；能比的结果都不变。
regrade-today-other = 按今天的内容判 { $exams } 场考试：{ $other } 场有出入，要记的 { $moved } 场；{ $passed } 场会变成通过，{ $failed } 场会变成不通过。什么都没有写入。
regrade-exam = 考试 { $id } · { $name } · { $title }
regrade-flips = 总分 { $was } → { $now }：{ $stood } → { $stands }。
regrade-stays = 总分 { $was } → { $now }：{ $stands }，结论不变。
regrade-kept = 总分 { $was }：{ $stood }，没有要记的。
regrade-alone = 只按今天的答案算：{ $total } 分，{ $stands }。
regrade-neither = 新旧两版答案单独算都不及格，合起来才及格：考生会看到“通过”，但不能据此发证。要么用 --lower 只按今天的算，要么作废这一场，让考生重考。
regrade-licence = 已凭它发了上岗证 { $number }，分数不动；要收回证件请用 onduty revoke。
regrade-points = { $wasof } 分得 { $was } → { $nowof } 分得 { $now }
regrade-key = ；现在的答案：{ $now }（原来：{ $was }）
regrade-reworded = ；题面也改过：用 --question 点名才算数
regrade-old-counts = ；仍按原来记的算
regrade-head-moved = 总分变化
regrade-head-exams = 考试数
regrade-unlike-title = 没法比的：仍按当时的结果算
regrade-unlike = { $why }（{ $count } 场）
regrade-rule = 及格线和比重都按各场考试当时的规定；考站分和考官给的分不动。
regrade-policy = 已经得到的分谁也不会丢：新旧答案都算，每题取高的那个。加上 --lower，跌的分也算。
regrade-policy-lower = 加了 --lower，只按今天的答案算，分数也会跌；已凭它发证的不动。
regrade-how-to-apply = 要记下来：同一条命令加上 --apply --reason "……"

standing-passed = 通过
standing-failed = 未通过
standing-borderline = 待定（差一点）
standing-pending = 考站没打完
standing-provisional = 等人阅卷

unlike-gone = 查过的题库里没有
unlike-kind = 现在是另一种题型
unlike-response = 当时选的，现在没有这个选项
unlike-key = 现在的答案，当时没有给出
unlike-written = 是自己写的，有人按当时的要求看过
unlike-way = 当时的回复现在走不通了
unlike-unplayable = 现在这样没法演练
unlike-reworded = 题面改过；如果问的还是一回事，用 --question 点名

note-regraded = 考试 { $id } 已重新判分。{ $said }{ $told ->
    [yes] 原因会告诉考生。
   *[no] {""}
  }
note-regrade-nothing = 没有可记的。
note-regrade-licensed = 有 { $count } 场考试已凭它发证，分数不动。要收回证件请用 onduty revoke

fail-regrade-recorded = 按当时的内容判分，没有什么可以写入
hint-regrade-today = 加上 --against today
fail-regrade-question = 题库里没有 { $id } 这道题
hint-list-questions = 题目写作 题库/题号，和 onduty stats 里一样
fail-regrade-changed = 输入口令的时候，分数、证件或内容有了变化；什么都没有写入。请再来一次。

told-regraded = { $time }，原因：{ $reason }。交卷时判的总分是 { $was } 分。
notice-regraded = 你的考试“{ $title }”（{ $id }）重新判过分，原因：{ $reason }。交卷时判的总分是 { $was } 分，现在 { $now } 分。
regrade-reworded-talk = ；对话里的话改过
unlike-reworded-talk = 对话里的话改过
report-title-regrade-recorded = 按当时的内容重新判分
report-title-regrade-today = 按今天的内容重新判分
report-section-regrade-summary = 概况
report-section-regrade-exams = 有出入的考试
report-section-regrade-items = 逐项
report-regrade-none = 没有。
report-regrade-same = 和当时一样
report-regrade-other = 和当时不一样
report-regrade-erased = 没法重算（字已删除）
report-regrade-exams = 考试
report-regrade-changed = 按今天的内容有出入
report-regrade-moved = 要记的
report-col-total-was = 原总分
report-col-total-now = 新总分
report-col-stood = 原结论
report-col-stands = 新结论
report-col-was = 原来
report-col-now = 今天
report-col-why = 说明
report-col-attempt = 记录
regrade-worded-title = 只改了话、得分不变的对话
