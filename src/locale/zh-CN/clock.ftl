# 一句话的计时：跟客户说话时倒着数的那一行，和事后怎么讲。

turn-clock-best = 还有 { $left } 秒 · { $of } 秒内最好
turn-clock-good = 还有 { $left } 秒 · { $of } 秒内也好
turn-clock-last = 还有 { $left } 秒 · 最晚 { $of } 秒
turn-clock-late = 已用 { $used } 秒 · 超时了，仍请回复
turn-clock-comma = ，
turn-clock-said = 这句计时：{ $bands }{ $ends ->
        [yes] ，到时不回就算没有回复
       *[no] {""}
    }。
turn-clock-said-best = { $of } 秒内回复最好
turn-clock-said-good = { $of } 秒内也好
turn-clock-said-last = 最晚 { $of } 秒
turn-clock-said-used = 已经用了 { $used } 秒。

note-nothing-said = （没有回复）

took-best = 用时 { $used } 秒，{ $limit } 秒内最好 · 时效 { $points } 分
took-good = 用时 { $used } 秒，{ $limit } 秒内也好 · 时效 { $points } 分
took-last = 用时 { $used } 秒，最晚 { $limit } 秒 · 时效 { $points } 分
took-late = 用时 { $used } 秒，超过了最晚的 { $limit } 秒 · 时效 { $points } 分
took-silent = 等了 { $used } 秒没有回复，最晚 { $limit } 秒 · 时效 { $points } 分
result-timeliness = 时效 { $earned }/{ $best }：{ $timed } 句计时{ $late ->
        [0] ，都没超时
       *[other] ，{ $late } 句超时
    }（另外算，不算进得分）
