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

note-clock-ahead = 这场对话有几句要计时：客户的话一出来就倒数，还剩几秒看得见，读话和看点评的时间已经算进去了；没有倒数的不限时。现在还没开始，看完再按 Enter。
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

test-no-clock = 第 { $n } 步（{ $step }）这里没有这样的时限：{ $turn } 不计时，没有这一档，或者不回复没有去处。
test-result-timeliness = ，时效 { $points } 分

allowance = { $more ->
        [yes] 时间是别人的 { $time } 倍{ $clock ->
            [off] ，回复不计时
           *[on] {""}
        }
       *[no] { $clock ->
            [off] 回复不计时
           *[on] 和别人一样
        }
    }
note-allowed = { $name } 从现在起的考试和练习：{ $what }。
note-allowed-already = { $name } 的考试和练习本来就是：{ $what }。没有改动。
note-is-allowed = { $name } 的考试和练习：{ $what }。
rules-allowance = 为你安排的：{ $what }。上面写的限时都照这个延长。
fail-allow-time = “{ $found }”不是 1 到 5 之间的倍数，如 1.5；写 1 就是收回。
fail-not-allowed-then = 考试 { $id } 记的时间照顾，和当时登记的不一样。
licence-note-accommodated = 考试时按登记的安排延长了时间，或不计回复时间。

move-silence = { $turn }（不回复）
preview-silent = （一直不回复，直到时间用完）
preview-late = 上一句回复超时的话，客户说：{ $text }

talk-no-clock = 计时、超时去哪儿、超时后客户改说的话：表格里放不下，没有导出
talk-no-breaks = 哪条回复犯了哪条话术规范：表格里放不下，没有导出
