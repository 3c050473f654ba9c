# An exam told: its rules before, who may sit, what it came to.

## Parts
told-part-theory = 理论
told-part-talks = 情景
told-part-stations = 实操
told-part-both = 情景与实操
told-questions = { $n } 题
told-talks = { $n } 段对话
told-stations = { $n } 个考站
told-months = { $n } 个月
told-semicolon = ；
told-stop = { $text }。
told-space = {""}

## Rules
rules-title = 考前须知：{ $title }
rules-intro = 先花两分钟看完，不计时。看完还有两道不计分的热身题；按了“开始”，考试才算数。
rules-intro-stations = 先花两分钟看完。按了“开始”，考试才算数。
rules-head-part = 部分
rules-head-items = 内容
rules-head-limit = 限时
rules-head-weight = 占总分
rules-head-least = 最低
rules-limit-observed = 考官计时
rules-percent = { $n }%
rules-name-pass = 怎样算过
rules-pass = 各部分都到最低线，总分到 { $pass } 分（满分 100）。按精确分数比，不四舍五入。
rules-pass-clean = 各部分都到最低线，总分到 { $pass } 分（满分 100），没有{ $clean ->
    [red] 触碰红线
    [critical] 漏掉关键步骤
   *[both] 触碰红线，也没有漏掉关键步骤
 }。按精确分数比，不四舍五入。
rules-name-borderline = 只差一点
rules-name-basis = 及格线依据
rules-name-policy = 及格线依据
rules-basis = 及格线 { $pass } 分有推算记录：{ $file }。
rules-policy = 及格线 { $pass } 分是单位自定的，没有评委估计或评分的记录。
rules-borderline = 总分不到 { $pass } 分但不低于 { $from } 分，别的都达标：先不算过也不算没过，由考官决定，不用等也不用重考。
rules-name-red-line = 红线
rules-red-line-fail = 对话里说了绝不能说的、做了绝不能做的，整场不过，别的分再高也一样。
rules-red-line-zero = 对话里说了绝不能说的、做了绝不能做的，那段对话记 0 分。
rules-name-written = 自己写的
rules-written = 有些回复要你自己写。程序先按话术规范和要点判；结果就看这一条的，考官读过才定（看不到你的名字），成绩等那以后再出。
rules-name-timed = 客户在等
rules-timed = 有的客户等着你回，屏幕上有倒计时。快慢单独记，不算进分数；一直不回，客户会自己往下说。
rules-name-critical = 关键步骤
rules-critical = 考站里有几步关系到安全或根本，漏掉一步，整场不过。
rules-name-examiners = 考站打分
rules-examiners-one = 由一位考官当场打分。
rules-examiners-two = 由 { $n } 位考官各打各的；相差超过 { $differ } 个百分点，或对关键步骤看法不同，由第三位决定。
rules-name-back = 能不能改
rules-back-theory = 理论有答题卡：可以跳题、做标记、回头改，交卷前以最后一次为准；没答的记 0 分。
rules-back-talks = 对话只能往前，说出去的话收不回。
rules-name-clock = 时间
rules-clock = 每部分从看到第一题起计时，时间到就收卷，已答的都算。整场最多 { $within }。
rules-clock-whole = 考官给每个考站计时。整场最多 { $within }。
rules-name-break = 中途断了
rules-break = 断电、关窗口都不丢答案，但时钟照走。{ $where ->
    [sitting] 请马上叫监考人，放您接着考。
   *[alone] 尽快输入 onduty exam { $id } 接着考。
}
rules-name-closed = 练习
rules-closed = 考完之前，练习和以前的复盘先关上。
rules-name-attempts = 次数
rules-attempts = 连这一次还可以考 { $left } 次。按下“开始”就算一次。
rules-name-wait = 没过的话
rules-wait-nth = 第 { $n } 次没过，等 { $span }再考
rules-wait-each = 每次没过，等 { $span }再考
rules-wait-on = 以后每次等 { $span }
rules-wait-called = 不用等，由主管台再安排考场。
rules-wait-none = 马上就可以再考。
rules-wait-last = 次数用完，要由考官另批。
rules-name-feedback = 能看到什么
rules-feedback-none = 过没过、各部分得分。
rules-feedback-skills = 过没过、各部分得分、该加强的能力和目标、触犯了哪条规则。题目答案不公布。
rules-feedback-full = 过没过、各部分得分，还有每一题的答案和讲解、每段对话的复盘。
rules-name-decides = 谁说了算
rules-decides = 过不过按上面的规则算出来，只差一点的由考官决定；上岗证由发证人签发。
rules-decides-plain = 过不过按上面的规则算出来；上岗证由发证人签发。
rules-supervised = 开考要由考官在场放行。
rules-unsupervised = 这场考试没有监考，上岗证上会写明。
rules-independence-strict = 教过你或考过你的人不能给你签发。
rules-independence-none = 教过你或考过你的人也可以给你签发，上岗证上会写明。
rules-name-appeal = 觉得不对
rules-appeal = 向考官或主管提出，报上考试编号。题、答案、规则都有存档，可以逐项重算。
rules-appeal-days = 出结果后 { $window }内可以申诉，收到申诉后 { $answer }内答复。
rules-name-validity = 有效期
rules-validity = 签发之日起 { $lasts }。
rules-validity-renew = 签发之日起 { $lasts }；到期前 { $renew }起可以续期。
rules-name-sources = 依据
rules-source-own = 其余的分数线、次数和期限是本单位自己定的
rules-source-only = 分数线、次数和期限是本单位自己定的

## Who may sit
need-title = { $title }：能不能考
need-yes = 可以考了，输入：onduty exam { $id }
need-agree = 只差签一份承诺，输入：onduty exam { $id }，会先请你看、请你签。
need-yes-sitting = 可以考了。这门考试在考场里考：主管台排好考场，到时候由监考人放行。
need-agree-sitting = 只差签一份承诺，在考场里开考前会请你看、请你签。这门考试在考场里考：主管台排好考场，到时候由监考人放行。
need-no = 现在还不能考，先把下面还缺的办好。
need-from = 还要等 { $left }，{ $time } 起可以考。
need-courses = { $state ->
    [met] 课程都学完了
   *[missing] 课程：学完 { $done } 门，共 { $of } 门
  }
need-course-done = 《{ $title }》已学完
need-course-waived = 《{ $title }》免修（{ $day }）
need-course-missing = 《{ $title }》还没学完{ $at ->
    [home] {""}
   *[other] ，输入：onduty learn { $id }
  }
need-course-scripted = 《{ $title }》还没学完（有一次是脚本做的，不算）{ $at ->
    [home] {""}
   *[other] ，输入：onduty learn { $id }
  }
need-what-next = 接下来？
need-go-learn = 现在去学：《{ $title }》
need-go-result = 看那一场的结果
need-go-home = 回主页
need-agreement-met = 《{ $title }》已签
need-agreement-missing = 《{ $title }》还没签（考试开始前会请你看、请你签）
need-attempts-met = 还可以考 { $left } 次（共 { $allowed } 次，已考 { $used } 次）
need-attempts-missing = { $allowed } 次都考过了。要再考，请考官批一次：onduty grant
need-wait-met = 不用再等
need-wait-missing = 还要等 { $left }，{ $time } 起可以考
need-open-met = 没有还没结束的考试
need-open-open = 有一场正在考，接着考：onduty exam { $id }
need-open-pending = 上一场（{ $attempt }）还在等考站打分{ $at ->
    [home] {""}
   *[other] ；看进展：onduty result { $attempt }
  }
need-open-borderline = 上一场（{ $attempt }）只差一点，等考官决定{ $at ->
    [home] {""}
   *[other] ；看结果：onduty result { $attempt }
  }
need-open-provisional = 上一场（{ $attempt }）有 { $n } 条自己写的回复等人读，过没过要读了才知道；没有人只因程序的判断而不过{ $at ->
    [home] {""}
   *[other] ；看结果：onduty result { $attempt }
  }
need-open-sealed = 上一场（{ $attempt }）已交卷，结果等主管台告知{ $at ->
    [home] {""}
   *[other] ；看进展：onduty result { $attempt }
  }
need-open-passed = 已经通过（{ $attempt }），等发证人签发上岗证
need-open-twice = 已经通过（{ $attempt }），可是同一考场或同一时间还考了一场：要等考官作废其中一场
need-held-met = 上岗证有效到 { $time }，现在可以续
need-held-missing = 上岗证有效到 { $time }，还不用重考
need-held-from = 上岗证有效到 { $time }，{ $from } 起可以续

## Result
told-title = 考试结果：{ $title }
told-about = { $name } · { $time } 结束 · 编号 { $attempt }
told-passed = 通过：{ $by }。
told-passed-decided = 通过，由考官决定：{ $by }。
told-failed = 未通过：{ $by }。
told-failed-decided = 未通过，由考官决定：{ $by }。
told-borderline = 还没定：{ $by }，但差在 { $band } 分以内。由考官决定，不用等也不用重考。
told-strayed = 还没定：考官读过以后，有一段对话本该往别处走，走下去会怎样没人知道。由考官决定，不用等也不用重考。
told-pending = 还没定：考站还没打完分，总分要等等。
told-provisional = 还没定：自己写的回复要由人看过才算数，结果就差这一步。不用等也不用重考。
told-void = 这场考试作废了，不算成绩，也不算次数。
told-by-total = 总分 { $total } 分，及格线 { $pass } 分
told-by-short = 总分 { $total } 分，不到 { $pass } 分
told-by-theory = 理论 { $percent }%，不到 { $least }%
told-by-practice = { $part } { $percent }%，不到 { $least }%
told-by-red-line = 触碰了红线
told-by-critical = 漏掉了关键步骤
told-head-part = 部分
told-head-share = 得分率
told-head-least = 最低
told-head-weight = 占总分
told-head-gives = 得分
told-head-met = 够不够
told-met = √ 够
told-not-met = × 不够
told-waiting = 等打分
told-none = –
told-total = 总分
told-cut = 显示到一位小数，只舍不入；够不够按精确分数比。
told-name-ended = 怎样结束
told-ended-handed-in = { $did ->
    [theory] 自己交卷。
    [talks] 把对话走完。
   *[both] 自己交卷、把对话走完。
  }
told-ended-time-up = 有一部分到时间收了卷。
told-ended-expired = 整场时间到，收了卷。
told-left-questions = { $n } 题没有作答，记 0 分。
told-left-talks = { $n } 段对话没有开始，记 0 分。
told-left-cut = { $n } 段对话没有走完，按走到的地方算。
told-name-waiting = 还差
told-name-stations = 考站
told-stations-dropped = 结果已定，还没打完分的 { $n } 个考站不用再考了。
told-station-missing = 考站“{ $station }”还差 { $n } 位考官打分
told-station-apart = 考站“{ $station }”两位考官相差太大，等第三位决定
told-rules = 红线与关键步骤
told-red-line = 对话“{ $talk }”触碰了红线：{ $rule }
told-red-line-zero = 对话“{ $talk }”触碰了红线，记 0 分：{ $rule }
told-critical = 考站“{ $station }”漏掉了关键步骤：{ $step }
told-weak = 该加强的能力（得分不到 60% 的）
told-weak-theory = 理论题得 { $earned } 分，共 { $of } 分（{ $percent }%）
told-weak-talks = 对话得 { $earned } 分，遇到的最好选择共 { $of } 分（{ $percent }%）
told-aims = 该再看看的目标
told-aims-course = 《{ $title }》
told-aims-more = ……还有 { $n } 条
told-nothing-weak = 没有特别弱的地方。
told-besides = 另外
told-name-next = 上岗证
told-next-issued = 已经签发，编号 { $number }。
told-next-provisional = 已经签发临时证，编号 { $number }，有效至 { $until }；在那以前满足条件，才能换正式证。
told-next-fulfilled = 临时证 { $number } 的条件已满足，等发证人签发正式证；临时证有效至 { $until }。
told-next-expired = 编号 { $number } 已于 { $until } 到期，请不要再凭它上岗；要办新证，请找主管。
told-next-superseded = 编号 { $number } 已换发新证 { $by }，以新证为准。
told-next-passed = 等发证人签发。{ $at ->
    [home] {""}
    [away] {""}
   *[other] 拿到以后输入 onduty licences 可以看到。
  }
told-name-look = 再来看
told-look-pending = 考官打完分以后{ $at ->
    [home] ，从主页的“上次考试的结果”看。
    [away] ，到主管台看；结论随名册送到这台电脑以后，输入 onduty result { $attempt } 也能看到。
   *[other] ，输入：onduty result { $attempt }
  }
told-look-provisional = 复核完以后{ $at ->
    [home] ，从主页的“上次考试的结果”看。
    [away] ，到主管台看；结论随名册送到这台电脑以后，输入 onduty result { $attempt } 也能看到。
   *[other] ，输入：onduty result { $attempt }
  }
told-look-borderline = 考官决定以后{ $at ->
    [home] ，从主页的“上次考试的结果”看。
    [away] ，到主管台看；结论随名册送到这台电脑以后，输入 onduty result { $attempt } 也能看到。
   *[other] ，输入：onduty result { $attempt }
  }
told-talks-note = 下面每段对话的“通过”是按练习的标准说的，只供参考；考试按得分率算。
told-name-again = 再考
told-again = { $time } 起可以再考，还剩 { $left } 次。{ $at ->
    [home] {""}
    [away] 再由主管台安排考场。
   *[other] 输入：onduty exam { $id }
  }
told-again-left = 还剩 { $left } 次。
told-again-none = 次数用完了。想再考，请考官另批一次。
told-name-error = 误差
told-error = 及格线附近的测量误差约 ±{ $error } 分：同样的水平换一套题，得分也会有这么多上下。
told-name-appeal = 觉得不对
told-appeal = 请向考官或主管提出，报上编号 { $attempt }。
told-appeal-kept = 题、答案、规则都有存档，可以逐项重算。
told-appeal-how = { $at ->
    [home] { $until } 前可以申诉：在菜单里选“对结果申诉”。
    [away] { $until } 前可以到主管台申诉，报上编号 { $attempt }。
   *[shell] { $until } 前可以申诉：onduty appeal open { $attempt }
}
told-name-basis = 及格线
told-basis = { $mark } 分有推算记录：{ $file }。
told-policy = { $mark } 分是单位自定的，没有评委估计或评分的记录。
told-name-clock = 时钟
told-clock-forward = 电脑的时钟在 { $from } 到 { $to } 之间多走了 { $span }（也可能是电脑睡眠）。
told-clock-back = 电脑的时钟在 { $from } 到 { $to } 之间少走了 { $span }。
told-name-breaks = 中断
told-breaks = 中途离开 { $n } 次，共 { $away }；时钟照走。
told-questions-title = 逐题
told-question = 第 { $n } 题
told-station-step = { $text }（得 { $marks }，满分 { $most }）
told-signed = 本人已看过这份结果。
told-printed = 这份结果由 onduty 根据考试记录算出。
told-signature = 签名
