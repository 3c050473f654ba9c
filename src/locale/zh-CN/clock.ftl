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
