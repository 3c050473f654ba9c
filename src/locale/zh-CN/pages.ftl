# What blocks are labelled with: talk, verdicts, moods, results.

## Talk and cards
you = 你
candidate = 考生
label = { $name }：
quoted = “{ $text }”
brief = 你的任务
customer = 客户
customer-mood = 心情
customer-credit = 信用
customer-registered = 注册
credit-low = 较低
credit-high = 良好
registered-long = 老客户
registered-recent = 新客户
facts = 已知情况
mood-value = { $mood }/100，{ $word }
mood-furious = 非常生气
mood-upset = 不满
mood-calm = 平静
mood-pleased = 比较满意
mood-happy = 很满意
mood-change = 心情 { $from } → { $to } { $word }
mood-up = 好转
mood-down = 变差
mood-same = 没有变化

## Verdicts
mark-right = √
mark-wrong = ×
mark-partly = ~
mark-blank = -
mark-missed = +
verdict-right = 答对了
verdict-partly = 对了一部分
verdict-wrong = 答错了
verdict-unknown = 你选了“我不知道”
verdict-unknown-theirs = 选了“我不知道”
verdict-unanswered = 没有作答
verdict-points = 得 { $earned } 分（满分 { $of } 分）
chosen-right = 选对了
chosen-wrong = 不该选
missed-right = 该选，你没选
missed-right-theirs = 该选，没有选
left-wrong = 不选是对的
item-right = { $text } → { $answer }
item-wrong = { $text } → { $answer }（应为：{ $should }）
item-empty = { $text } → 没有作答（应为：{ $should }）
typed-right = 你的回答：{ $answer }
typed-right-theirs = 回答：{ $answer }
typed-wrong = 你的回答：{ $answer }；正确答案：{ $should }
typed-wrong-theirs = 回答：{ $answer }；正确答案：{ $should }
typed-empty = 没有作答；正确答案：{ $should }
why = 为什么

## Notes
note-try-again = 还不对，再试一次。
note-nearly = 还差一点，再试一次。
note-comes-back = 没关系，这一题课后会再出现一次。
note-came-back = 刚才这一题又来了。
note-read-again = 请再读一遍这一课：
note-goes-on = 接着上次的地方继续。
note-talk-so-far = 到目前为止的对话：
note-now-rehearse = 现在来演练一次：你来接待客户。

## Role-play
feedback-points = { $points } 分
feedback-red-line = 触碰红线：{ $why }
feedback-breaks = 犯了话术规范：{ $title }。可以这样说：{ $instead }
debrief = 复盘
debrief-step = 第 { $n } 步
debrief-better = 更好的说法（{ $points } 分）
debrief-better-later = 更好的说法（走下去结果更好）
debrief-ending = 结局
debrief-ending-points = 结局（{ $points } 分）
debrief-result = 结果
debrief-skills = 各项能力
outcome-resolved = 已解决
outcome-partial = 部分解决
outcome-escalated = 已转交
outcome-lost = 客户流失
outcome-failed = 失败
result-points = 得分 { $points }/{ $best }（{ $percent }%），及格线 { $pass }%
result-passed = 通过
result-failed = 未通过
result-red-line = 触碰了红线，本次记 0 分

## Quiz and course
quiz-result = 测验结果
quiz-total = 共得 { $earned } 分，满分 { $total } 分（{ $percent }%）
quiz-mark = 第 { $n } 题：{ $earned }/{ $total }
course-result = 课程结果
course-lessons = 学完的课：{ $lessons }
course-checkpoints = 随堂检查（第一次作答）
course-plays = 情景演练
progress-words = 第 { $n } 步，共 { $of } 步
progress-done = 已完成全部 { $of } 步

## Findings
finding-error = 错误
finding-warning = 警告
finding-help = 建议
finding-also = 另一处在这里
