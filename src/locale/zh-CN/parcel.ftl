# 几台电脑之间：送出、收进来
note-sent = 写好了 { $path }：学习和考试记录 { $attempts } 份{ $appeals ->
    [0] { "" }
   *[other] ，申诉 { $appeals } 份
}，签名 { $acts } 个。把它带到主管台，用 { -onduty-there } collect 收进去。
note-roster-sent = 写好了 { $path }：名册 { $learners } 人、考官和安排。在每台电脑上用 { -onduty-there } collect 收进去；第一次收的电脑会显示本台的密钥，应为 { $key }。
note-sent-at-desk = 写好了 { $path }：学习和考试记录 { $attempts } 份{ $appeals ->
    [0] { "" }
   *[other] ，申诉 { $appeals } 份
}，签名 { $acts } 个。这台电脑自己就是主管台，里面没有名册；要把名册、考官和安排送到别的电脑，加上 --roster。
note-nothing-to-send-at-desk = 上次送出以后没有新的记录，什么也没写。这台电脑是主管台：要把名册、考官和安排送到别的电脑，加上 --roster。
note-nothing-to-send = 上次送出以后没有新的，什么也没写。要把全部再送一遍，加上 --all。
busy-collecting = 正在核对收到的文件
fail-pc-name = 电脑的名字要有字，不超过 30 个，没有看不见的字符。
fail-nothing-to-collect = { $path } 里没有 .onduty 文件。
hint-send = 先在别的电脑上用 { -onduty-there } send 文件夹 送出来。
fail-elsewhere = 记录 { $id } 是在另一台电脑上开始的，请回那台电脑接着做。
fail-forked = 收到的总账和上次收的对不上。
hint-forked = 那台电脑的记录文件多半被复制过，或者换回了旧的。先弄清楚，再收。
collect-taken = { $name }：新记录 { $attempts }{ $longer ->
    [0] { "" }
   *[other] ，接着做了的 { $longer }
}，已有的 { $known }，签名 { $acts }{ $learners ->
    [0] { "" }
   *[other] ，名册外的人 { $learners }
}（{ $file }）
collect-roster = { $name } 的名册、考官和安排收好了，新的人 { $learners }（{ $file }）
collect-left-out = 　没收：{ $why }
collect-held-up = 　先压着：{ $why }
collect-refused = { $file } 没收：{ $why }
collect-gap = 　{ $name } 的第 { $first } 到 { $last } 行总账还没收到：在那台电脑上用 { -onduty-there } send --all 再送一遍
note-others-left = 这里还有别的电脑送出的文件 { $count } 个，由主管台来收，这台电脑没有动。
refused-unread = 读不了：{ $what }
refused-too-large = 文件太大
refused-broken = 不是 onduty 送出的文件，或者没写完整
refused-is-sitting = 不管叫什么，这是考场文件，不是收上来的记录。请监考人打开：onduty sitting open 文件
refused-is-parcel = 这是电脑送出的记录，不是考场文件：onduty collect 文件夹
refused-newer = 是更新的版本送出的（格式 { $what }），请先更新这里的程序
refused-altered = 送出以后被改过：和那台电脑的签名不符
refused-forked = 第 { $what } 行总账接不上以前收的：那台电脑的记录被整份复制过，或者换回了旧的。别的电脑照常收；这一台先弄清哪一份是真的，停用另一份
refused-other-desk = 是另一个主管台（{ $what }）的名册；要改用它，加上 --new-desk
refused-line = 第 { $what } 行总账接不上前一行
refused-attempt = 记录 { $what } 不成样子
refused-own = 第 { $what } 行总账说的，别处的总账里已经有了
refused-elsewhere = 监考签过字，考场 { $what } 是在另一台电脑上考的：有人抄了那台电脑的文件，当成自己的签了名。那台电脑没有错，它自己的文件照收
refused-begun-elsewhere = 记录 { $what } 是在另一台电脑上开始的：有人抄了那台电脑的文件，当成自己的签了名。那台电脑没有错，它自己的文件照收
refused-claimed = 其中有些 { $what } 以前也送来过，两台电脑都说是自己做的：有一台抄了另一台的文件。记录没有丢，只算一次；请查清是哪一台、谁经的手
refused-early = 考试 { $what } 送到得太早：那台电脑的时钟快了一天以上，或者快得让它在考场开考以前就开始了。有人答复以前不据此发证；真是提前考的，请作废：onduty void { $what } --reason 原因
refused-left-out = 第 { $what } 行总账封着的东西，文件里却没有：有人拿掉了
refused-unsealed = 记录 { $what } 不在那台电脑的总账里
refused-content = 记录 { $what } 用过的内容缺了或被改过
refused-other = 记录 { $what } 和这里已有的不一样
refused-grade = 记录 { $what } 重新走一遍、重新算分，和它记下的不一样
refused-act = 签名 { $what } 不是这里认识的考官签的，或者不该从那台电脑来
refused-act-unsealed = 签名 { $what } 没有记在那台电脑的总账里，或者签的字、写的话和当时不一样：这份文件整份不收
refused-own-desk = 这台电脑自己就管着名册，不收“{ $what }”的。只有这台电脑不再当主管台时才加上 --new-desk（从此这里不能发证，要改回来只有靠备份）
fail-roster-elsewhere = 这台电脑用的是主管台的名册，名册要从那边送。
hint-roster-elsewhere = 要送这台电脑上的记录，去掉 --roster。
fail-no-such-folder = 没有 { $path } 这个文件夹。
refused-old-roster = 是 { $what } 做的，比已经收过的名册还旧。以新的为准；要是主管台那时的时钟快了，加上 --new-desk
refused-future-roster = 上面写的时间是 { $what }，这里还没到：两边的时钟有一个不对。把这台电脑或主管台的时钟调准，再送一次
refused-person = 名册外的人 { $what } 的姓名、工号或组名不成样子
refused-shorter = 那台电脑的总账比以前收过的短了（{ $what } 行）：末尾被截掉了，或者换回了旧的
refused-restored = 那台电脑在 { $what } 换回过旧的备份（它自己这么说）：这里收过的，有一部分它那边没有了，换回以后做的又接不上。这里收过的照样算数
refused-desk-restored = 主管台在 { $what } 换回过旧的备份（它自己这么说），这台电脑知道备份以后的事。怎么办，onduty audit 会说明
note-refusals = 有 { $count } 处没收，或者收了先挂起：有人动过记录，或者时钟不准。要有人查清、签名答复：onduty refusals
note-no-refusals = 没有等着答复的。
note-refusals-how = 查清以后这样答复：onduty refusals 编号 --reason 查到了什么。由没有经手的人来答复，同名的另一个账号也算经手；名字不同却是同一个人，程序看不出来，请自己把关。没收的还是不收；onduty audit 每次都会提到它，答复过的注明是谁答复的。
note-refusal-answered = { $id } 有答复了，{ $by } 签了名；onduty audit 还会提到它，注明已经答复，不再当作问题。
refusal-line = { $at } 收 { $file }{ $name ->
    [none] { "" }
   *[other] （{ $name }）
}：{ $why }
fail-no-refusal = 等着答复的里面，没有（或不止）一处叫“{ $id }”。
hint-refusals = 都有哪些：onduty refusals
fail-refusal-hand = { $id } 说的那场，{ $name }（或同名的账号）经过手（放行、监考、记录、收场或评分）：要由没有经手的人来答复。
hint-refusal-hand = 没有经手的：{ $names }
fail-refusal-nobody = { $id } 说的那场，这里的考官个个经过手：没有人可以答复。
hint-refusal-nobody = 请不在场的人来当考官：onduty staff add 姓名 --role examiner
