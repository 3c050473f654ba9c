# Licences once they are out: suspended, reinstated, revoked, renewed, provisional, confirmed by a second person; courses waived.

## What it is called
act-issued = 发证
act-suspended = 暂停
act-reinstated = 恢复
act-revoked = 吊销
act-fulfilled = 条件已满足

## Done
note-suspended = { $number } 已暂停{ $until ->
    [none] {""}
   *[other] ，到 { $until } 当天为止
  }，由 { $name } 签名。{ $holder ->
    [erased] 持证人的资料已删除，没有人会看到原因。
   *[here] 持证人会看到原因。
  }
note-taking-back = { $what ->
    [revoked] 吊销后不能恢复
   *[suspended] 暂停
  }：{ $number }，持证人 { $name }{ $count ->
    [0] 。
   *[other] ；它接替的 { $earlier } 也一样。
  }
note-reinstated = { $number } 已恢复有效，由 { $name } 签名。
note-revoked = { $number } 已吊销，不能再恢复，由 { $name } 签名。{ $holder ->
    [erased] 持证人的资料已删除，没有人会看到原因。
   *[here] 持证人会看到原因。
  }
note-fulfilled = { $number } 的条件已满足，由 { $name } 签名。还要发正式证：{ $next }
note-full-next = 条件已满足，正式证还要发：{ $next }
note-fulfil-late = 临时证 { $number } 已于 { $day } 到期，持证人从那以后没有证。条件确实在到期前满足的，才签字；正式证从签发那天起有效。
note-publish-status = 本单位的电脑：用 onduty send 文件夹 --roster 告诉它们；别处核验的人只能从状态名单里知道：请重新发布名单：onduty status --out 文件夹
note-proposed = { $number }：“{ $what }”已提出并签名（{ $act }），现在还没有生效：这张证要另一位发证人确认：onduty confirm { $act }
note-issue-proposed = { $number } 已提出并签名（{ $act }），证还没有发出：按这个方案要另一位发证人确认：onduty confirm { $act }
hint-confirm-stale = 这件事已经没法确认了；退回以后就不再列着：onduty confirm { $act } --refuse --reason 原因
note-nothing-waits = 没有等第二个人确认的事。
note-confirm-how = 确认时写证号：onduty confirm 证号 --staff 姓名；不同意：加上 --refuse --reason 原因。同一张证有几件事等着时，不写证号，写签字编号。
note-confirm-what = { $number }：“{ $what }”，由 { $name } 提出。持证人 { $holder }，{ $title }，{ $from } 至 { $until }。{ $reason ->
    [none] {""}
   *[other] 原因：{ $reason }
  }
note-confirmed = { $number }：“{ $what }”已由 { $name } 确认，从现在起生效。
note-refused = { $number }：“{ $what }”被 { $name } 退回，不生效。
note-confirmed-file = 写出证书文件：onduty licences --number { $number } --out 文件
note-waived = { $name } 可以免修“{ $title }”。这里只记下证明文件的摘要，文件请自行保存（SHA-256 { $digest }）。

## Lists
head-act = 签字编号
head-licence-number = 证号
head-what = 事项
head-by = 提出人
head-may-confirm = 可确认的人
licence-suspended = 已暂停
licence-suspended-until = 暂停至 { $until }
licence-revoked = 已吊销
licence-waiting = 等第二个人确认
licence-provisional = 有效（临时）
licence-fulfilled = 条件已满足，等换正式证
licence-superseded = 已换发新证 { $number }

note-none-chosen = 没有这样的证。
note-none-eligible = 没有可以发证而还没发的人。
note-not-eligible = 现在还不能发，{ $name }，{ $title }：{ $why }
note-on-groups = 组按今天的算；证的状态按那一天的算。
head-may = 可以
head-command = 命令
may-issue = 发证
may-fulfil = 发正式证
may-renew = 换证

## Not done
fail-impact-short = “{ $id }”太短：摘要至少写 8 位，或写编号，如 题库/题目。
fail-until-past = { $day } 已经过了；暂停要到今天以后才结束。
fail-licence-followed = { $number } 之后已换发 { $next }，请写新的编号；旧证跟着新证走。
fail-licence-waiting = { $number } 在等第二个人确认，确认之前还不是证。
fail-change-waiting = 对 { $number } 已经提出过同样的事，正等第二个人确认。
fail-revoked-already = { $number } 已经吊销，不能再改。
fail-not-suspended = { $number } 没有暂停。
fail-licence-ended = { $number } 已经到期，用不着暂停。
fail-not-provisional = { $number } 是正式证，没有附加条件。
fail-fulfilled-already = { $number } 的条件早已满足。
fail-nothing-waits = 没有叫 { $act } 的事在等第二个人确认。
fail-own-proposal = 这是 { $name } 自己提出的：不管用哪把密钥，都不能确认自己提出的事。
fail-no-longer-passed = 考试 { $id } 现在已经不算通过，不能凭它确认发证。
fail-evidence-size = { $path } 是空的，或者超过 64 MiB；请指定能证明学过的那份文件。
fail-holder-suspended = { $name } 的证 { $number } 正在暂停，期间不发证也不换证。
fail-issue-waiting = { $name } 已经有一张证在等第二个人确认。
fail-still-provisional = { $name }（{ $id }）拿的是临时证，条件还没有签字确认满足。
fail-provisional-revoked = { $name } 的“{ $title }”临时证 { $id } 已被吊销，不能再换正式证。
fail-full-over = { $name } 的“{ $title }”正式证要从临时证 { $id } 的第一天算起，到现在已经过期了。
fail-nothing-to-renew = { $name } 没有可以换的“{ $title }”。
fail-renew-revoked = { $name } 的 { $number } 已经吊销，不能换证。
fail-renew-provisional = { $name } 的 { $number } 是临时证，要转为正式证，不是换证。
fail-renew-ended = { $name } 的 { $number } 已于 { $day } 到期，不能再换。
fail-renew-no-refresher = “{ $title }”的方案没有写全复训课程和换证时间，要重新考试才能换。
fail-renew-early = { $name } 的 { $number } 要到 { $day } 才能换。
fail-renew-courses = { $name } 发证以后还没有学完：{ $list }
hint-confirm = 看看有哪些：onduty confirm
fail-several-wait = { $number } 有几件事等着，请说明是哪一件。
hint-several-wait = 不写证号，写签字编号：{ $acts }；各是什么事：onduty confirm
hint-confirm-act = 请另一位发证人确认：onduty confirm { $act }
hint-another-issuer = 请另一位发证人看过再确认；要撤回就加上 --refuse --reason 原因
hint-fulfil = 条件满足后：onduty fulfil { $number } --reason 说明
hint-reinstate = 要恢复：onduty reinstate { $number } --reason 原因
hint-renew-by-exam = 重新考试再发证：onduty exam { $id }
hint-renew-course = 请持证人先学完，再来换证：onduty learn { $id } --as { $who }
hint-renew-waive = 别处学过的，由考官免修：onduty waive { $who } { $id } --reason 原因 --evidence 文件

## On the licence
licence-note-provisional = 临时证，附有条件：{ $conditions }
evidence-renews = 所换的旧证
evidence-provisional = 先前的临时证
evidence-number = 编号 { $number }
evidence-refresher = 复训课程的记录
evidence-waived = 考官签字免修的课程
evidence-waived-file = { $course }；证明文件的 SHA-256：{ $digest }

## Told to the holder
told-licence-suspended = 您的“{ $title }”（{ $number }）已暂停{ $until ->
    [none] {""}
   *[other] 至 { $until }
  }。原因：{ $reason }。恢复之前请不要凭它上岗；有异议请报上编号，向主管提出。
told-licence-revoked = 您的“{ $title }”（{ $number }）已吊销。原因：{ $reason }。请不要再凭它上岗，纸质证请交回；有异议请报上编号，向主管提出。

## Staff and keys over time
rotate-reason = 按期换新密钥
note-key-rotated = “{ $name }”（{ $code }）从现在起用新密钥签证，在 { $path }，有自己的口令，请另存一份。旧密钥不再签新证，签过的证仍然有效。
note-key-retired = “{ $name }”（{ $code }）的密钥已停用，不再签证；签过的证仍然有效。
note-key-tell = 核验的人需要 onduty key show 的新内容：里面写明每把密钥签到什么时候。
note-staff-left = { $name } 已离任：职责到此为止，以前签过的照样算数。
note-staff-rekeyed = { $name } 的新密钥在 { $path }，用新口令锁着，请另存一份。从现在起，{ $old } 签的都不算数。
fail-key-retired = 代号 { $code } 的密钥已经停用。
fail-last-issuer = { $name } 是这里唯一的发证人；少了发证人，就没有人能任命了。
fail-only-issuer = { $name } 是这里唯一的发证人，没有别人能为新密钥签名。
hint-only-issuer = 口令丢了谁也找不回来，也不能由别人顶替：请另建一份记录（--store），登记第一位发证人，用另一个代号做新的发证密钥，再用别的办法通知核验的人一并信任它。旧证在旧密钥下仍然有效。有第二位发证人，就不会走到这一步。
fail-own-rekey = { $name } 不能为自己的新密钥签名。
hint-another-issuer-rekey = 请另一位发证人来签：--staff 姓名
note-batch-waiting = 有 { $count } 张要第二个人同意：onduty confirm。都同意以后，同样的命令再跑一次，文件就写出来。
fail-key-too-new = { $name } 的钥匙是提出之后才有的，不能当第二个人：谁提出的，谁也能给人配钥匙。
fail-until-beyond = 暂停到 { $day } 太晚：这张证 { $last } 就到期了。
hint-until-beyond = 写一个到期之前的日子；要一直停到恢复为止，就不写 --until；不再恢复，用 onduty revoke。
fail-impact-unknown = 没有叫“{ $id }”的题目、情景、考站，也没有发过证的考试用到这样的内容。
hint-impact-unknown = 题目写 题库/题目，情景和考站写编号：用 onduty list 查；内容的摘要至少写前 8 位。
consent-key-rotate = “{ $name }”（{ $code }）换密钥：用旧密钥签过、现在有效的 { $good } 张证照样有效；旧密钥从此不再签新证，换不回来。核验的人拿到 onduty key show 的新内容以前，认不出新密钥签的证。
consent-key-retire = 停用“{ $name }”（{ $code }）的密钥：它签过、现在有效的 { $good } 张证照样有效；用这个代号再也不能发证、换证，停用不能撤回。只是想换一把密钥，请用 onduty key rotate { $code }。
consent-new-desk = 名册就在这台电脑上管着，考官也是在这里任命的：它就是主管台。用了 --new-desk，它从此听另一台的，不能再发证、换证、排考场，要改回来只有靠备份。
ask-consent = 确定这样做？
consent-no = 不，先不动
consent-yes = 确定
fail-no-consent = 没有确认，一切照旧。
hint-consent = 请在终端窗口里运行；脚本里加上 --yes。
