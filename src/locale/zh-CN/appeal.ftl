# 申诉
appeal-title = 对考试 { $id } 的申诉
appeal-about = 你要对“{ $title }”（考试 { $id }）的结果提出申诉。请写清楚哪里不对、为什么。由没有参与这场考试的考官来看，并答复你。
ask-appeal = 结果哪里不对？
note-appeal-opened = 申诉已经收到。回执号：{ $receipt }。最晚 { $due } 答复你；打开首页或看成绩时都会告诉你。
note-no-appeals = 没有申诉。
note-appeal-upheld = 申诉 { $receipt } 成立，{ $name } 已签名。原因会告诉考生。
appeal-fit-decide = 接下来：考试是待定的，用 onduty decide { $id } pass --reason 原因。在那以前，这份申诉算没办完。
appeal-fit-stations = 接下来：先把考站定下来，还差什么看 onduty result { $id }。在那以前，这份申诉算没办完。
appeal-fit-mark = 接下来：考生写的内容要人来看，用 onduty mark { $id }。在那以前，这份申诉算没办完。
appeal-fit-regrade = 接下来：按今天的答案，这场考试的结果会变。先看 onduty regrade { $id } --against today，加上 --apply --reason 原因 才算数。考试本身办得不对的，用 onduty void { $id } --reason 原因，作废的不算次数，重考就行。在那以前，这份申诉算没办完。
appeal-fit-regrade-or-decide = 接下来：按今天的答案，这场考试的结果会变。先看 onduty regrade { $id } --against today，加上 --apply --reason 原因 才算数。考试是待定的，也可以用 onduty decide { $id } pass --reason 原因。考试本身办得不对的，用 onduty void { $id } --reason 原因，作废的不算次数，重考就行。在那以前，这份申诉算没办完。
appeal-fit-void = 接下来：答案标错的，先在题库里改正，再用 onduty regrade { $id } --against today --apply --reason 原因。考试本身办得不对的，用 onduty void { $id } --reason 原因，作废的不算次数，重考就行（要监考的另开一场：onduty sitting new { $licence }）。在那以前，这份申诉算没办完。
note-appeal-how = 看一份申诉的全部依据：onduty appeal inspect 回执号。作决定：onduty appeal decide 回执号 --uphold --reason 原因（不成立用 --dismiss）。考生提出申诉：onduty appeal open
note-appeal-waits = 已成立、还没处理的：onduty appeal inspect { $receipt } 会说该怎么办。
appeal-upheld-waits = 成立，还没处理
appeal-upheld-done = 成立，{ $what }
appeal-did-regraded = 已重新判分
appeal-did-decided = 已裁定
appeal-did-voided = 已作废
appeal-did-granted = 已加一次考试
appeal-did-settled = 考站已裁定
appeal-did-marked = 已由人看过
audit-appeal-upheld = 申诉 { $receipt } 已成立，还没有处理；该怎么办看 onduty appeal inspect { $receipt }
told-follow-waits = 接下来怎么处理还没定，办好了会在这里告诉你。
told-follow-regraded = 之后考试已重新判分（{ $time }）。
told-follow-decided = 之后考官已裁定这场考试（{ $time }）。
told-follow-voided = 之后这场考试已作废（{ $time }）：不算次数，可以重考。
told-follow-granted = 之后给你加了一次考试（{ $time }）。
told-follow-settled = 之后另一位考官对考站作了裁定（{ $time }）。
told-follow-marked = 之后考官看过了你写的内容（{ $time }）。
notice-appeal-followed = 你对“{ $title }”的申诉 { $receipt }：{ $said }
note-appeal-dismissed = 申诉 { $receipt } 不成立，{ $name } 已签名。原因会告诉考生。
appeal-upheld = 成立
appeal-dismissed = 不成立
appeal-left = 待答复，{ $days ->
    [0] 今天到期
   *[other] 还剩 { $days } 天
}
appeal-overdue = 已超期 { $days } 天
appeal-heading = 申诉 { $receipt }
appeal-name-grounds = 考生的理由
appeal-name-opened = 提出时间
appeal-name-due = 最晚答复
appeal-name-exam = 考试
appeal-name-decision = 决定
appeal-name-stands = 现在的结果
appeal-stands = 总分 { $total }，{ $standing }
appeal-erased = （已删除）
appeal-acts = 谁对这场考试做过什么
appeal-no-acts = 没有人对这场考试签过名。
appeal-ledger = 总账里盖住考试和申诉的行
appeal-today = 按今天的答案
appeal-today-again = 已经按这些答案重新判过，上面的结果就是重判以后的；再判也不会变。
appeal-today-same = 题目和考的时候一样，结果不会变。
appeal-taken = 考试全程
appeal-next = 作决定：onduty appeal decide { $receipt } --uphold --reason "……"（不成立用 --dismiss），由没有参与这场考试的考官来做
audit-appeal-overdue = 申诉 { $receipt } 已过期，还没有人答复
audit-due-title = 该做的事
appeal-head-receipt = 回执号
appeal-head-exam = 考试
appeal-head-when = 时间
appeal-head-act = 做了什么
appeal-head-by = 谁
appeal-head-reason = 原因

fail-receipt = { $receipt } 不是回执号：有一位不对，或者少了几位
fail-no-appeal = 没有回执号为 { $receipt } 的申诉
hint-appeal-list = 用 onduty appeal list 看全部申诉
fail-appeal-there = 考试 { $id } 已经提过申诉，回执号 { $receipt }
fail-appeal-late = 考试 { $id } 的申诉期到 { $until } 为止，已经过了
hint-appeal-late = 发证的人仍可以再看：请找主管谈谈
fail-appeal-clock = 这台电脑的时钟是 { $now }，最新的记录却是 { $last } 的：申诉的日期会早于考试
hint-appeal-clock = 先把时钟调准，再提申诉
fail-appeal-decided = 申诉 { $receipt } 已经有了决定
fail-appeal-hand = { $name } 参与过这场考试，不能决定对它的申诉
hint-appeal-hand = 请另一位考官来决定：用 onduty staff list 看有谁
fail-erase-appeal = { $name } 还有没答复的申诉（{ $receipt }）：删除以后就没人能答复了
hint-appeal-decide = 先作决定：onduty appeal decide { $receipt }

told-name-regraded = 重新判分
told-name-appealed = 你的申诉
result-appealed = 你的申诉：{ $said }
told-appeal-open = { $time } 提出，回执号 { $receipt }；最晚 { $due } 答复。
told-appeal-upheld = { $time } 认定成立（回执号 { $receipt }），原因：“{ $reason }”。
told-appeal-dismissed = { $time } 认定不成立（回执号 { $receipt }），原因：“{ $reason }”。
notice-appeal-upheld = 你对“{ $title }”的申诉 { $receipt } 成立，原因：“{ $reason }”。{ $waits ->
    [yes] 接下来的事由考官或主管办理，办好了会在这里告诉你。
   *[no] {""}
}
notice-appeal-dismissed = 你对“{ $title }”的申诉 { $receipt } 不成立，原因：{ $reason }
fail-appeal-away = 考试 { $id } 的试卷在这台电脑上是封着的，申诉到主管台提{ $until ->
    [none] ：期限从出结果那天算起，交卷时的结果页或主管台会告诉你
   *[other] ：{ $until } 前都可以
  }。
hint-appeal-away = 到主管台的电脑上，报上编号 { $id }：{ -onduty-there } --as { $name } appeal open { $id }
fail-no-own-exam = { $name } 没有编号是 { $id } 的、已经考完的考试。
hint-no-own-exam = 自己的考试：onduty list attempts。谁考的由谁来申诉：--as 姓名
appeal-today-where = { $count ->
    [0] 没有给 --library，查的是 onduty 自带的题库。考题出自别的题库的，请写 --library 文件夹
   *[other] 查的是 { $folders }。考题出自别的题库的，请写 --library 文件夹
}
