# Exams and observations: sheet, parts, notes.

## Answer sheet
aside-sheet = { $part ->
    [station] 打分表（先不打这项，或看别的项、写备注、交表）
   *[other] 答题卡（先不答这题，或看看别的题、交卷）
 }
aside-sheet-brief = { $part ->
    [station] 打分表
   *[other] 答题卡
 }
aside-note = 不写了，回到这一项
help-rate = 数字打分，直接生效 · ↑↓ 选择 · Enter 确定 · 退格 打分表
help-aside-text = 0 再 Enter：{ $aside }
help-aside-number = ↓ 再 Enter：{ $aside }（0 算数字）
plain-sheet = 输入 0：{ $aside }。
plain-sheet-text = 只输入 -：{ $aside }。
plain-keep = 直接按 Enter 保留现在的答案。
plain-rate = 请输入分数：
sheet-flag = { $part ->
    [station] 给第 { $n } 项做个标记，回头再看
   *[other] 给第 { $n } 题做个标记，回头再看
 }
sheet-unflag = { $part ->
    [station] 取消第 { $n } 项的标记
   *[other] 取消第 { $n } 题的标记
 }
sheet-next-open = { $part ->
    [station] 去下一个没打分的项（第 { $n } 项）
   *[other] 去下一道没答的题（第 { $n } 题）
 }
sheet-note = 给第 { $n } 项写一条备注
sheet-hand-in = { $part ->
    [station] 交表
   *[other] 交卷
 }
sheet-sure = { $part ->
    [station] 确定交表，交了就不能再改
   *[other] 确定交卷，交了就不能再改
 }
sheet-back = { $part ->
    [station] 先不交，回打分表
   *[other] 先不交，回答题卡
 }
sheet-overall = 总体评价
marks-total = 合计 { $points } 分，满分 { $of } 分{ $missed ->
    [0] 。
   *[other] ；有 { $missed } 个关键项是 0 分，这一站不合格。
 }
mark-open = 没打分，按 0 分算
overall-open = 没有评
sheet-item = { $state ->
    [open] ○
   *[done] ●
 } { $part ->
    [station] { $state ->
        [open] 未打分
       *[done] 已打分
     }
   *[other] { $state ->
        [open] 未答
       *[done] 已答
     }
 }{ $flag ->
    [yes] {" · 已标记"}
   *[no] {""}
 } · { $text }
sheet-to-item = { $part ->
    [station] 去第 { $n } 项
   *[other] 去第 { $n } 题
 }
sheet-standing = { $part ->
    [station] 打分表：已打分 { $answered }/{ $of }
   *[other] 答题卡：已答 { $answered }/{ $of }
 }{ $flagged ->
    [0] {""}
   *[other] {" · 已标记 "}{ $flagged }
 }
sheet-unanswered = { $part ->
    [station] 还有 { $n } 项没打分。
   *[other] { $n } 题没答，记 0 分。
 }
item-of = { $part ->
    [station] 第 { $n } 项，共 { $of } 项
   *[other] 第 { $n } 题，共 { $of } 题
 }{ $flag ->
    [yes] {" · 已标记"}
   *[no] {""}
 }
given-now = 你现在的答案
given-mark = 现在的分数
mark-said = { $mark } 分：{ $text }
agree = 我同意，并会遵守

## Parts
part-theory = 理论
part-practice = 情景
part-station = 实操
part-ahead = 接下来是{ $part }部分，共 { $items } 项{ $limit ->
    [none] 。
   *[other] ，限时 { $limit }。
 }开始后计时不停。
part-begin = 开始

## Clock
clock-left = 还剩 { $time }
clock-left-whole = 整场考试还剩 { $time }
clock-news = { $left }。
clock-up = 已用 { $time }
clock-up-of = { $time } / { $of }
clock-over = 已经到 { $of }了（只作参考，不强制结束）。

## Notes
note-talk-over = 这一段对话结束了。考试里不作点评，结果出来后一起看。
note-handed-in = 已交卷。
note-time-up = 这一部分的时间到了，已经答的都算数，没答的按 0 分计。正在写、还没发送的不算。
note-expired = 整场考试的时间到了，已经答的都算数，没答的按 0 分计。正在写、还没发送的不算。
note-agreed = 已记录你的承诺。
note-read-aloud = 念给考生听：
note-for-examiner = 只给考官看：
note-rate-all = 请给这位考生的整体表现打分（供分析及格线用，不计入成绩）：
note-write-note = 写一条备注：

## Observing
overall-1 = 差
overall-2 = 较差
overall-3 = 刚合格
overall-4 = 良好
overall-5 = 优秀
observe-critical = 【关键项】打 0 分即不合格
observe-oral = 口头提问
observe-listen = 听他有没有说到
observe-note = 备注

## Lengths of time
span-days = { $n } 天
span-hours = { $n } 小时
span-minutes = { $n } 分钟
span-seconds = { $n } 秒
span-join = {" "}
