# 原因
cause-not-found = 没有这个文件或文件夹。
cause-denied = 没有权限。
cause-folder = 这是一个文件夹，不是文件。
cause-no-folder = 路径里有一段不是文件夹。
cause-exists = 已经有同名的文件了。
cause-read-only = 磁盘是只读的。
cause-full = 磁盘满了。
cause-name = 这样的文件名不行。
cause-not-text = 不是 UTF-8 编码的文本。
cause-not-a-file = 不是普通文件（可能是文件夹或设备），或者太大。
cause-number-taken = 编号 { $number } 或它的流水号刚刚被别处用掉了。
cause-act-there = 签名记录 { $act } 已经有了。
unfit-part = 这一处放不进去：{ $path }。可能是空的、有看不见的字符，或者该写一行的写成了几行。
unfit-whole = 写进去再读出来，就不是原来的内容了。
unfit-too-large = 内容太多，超出了一张证能装下的大小。
unfit-unsigned = 用这把发证密钥签不上。
flaw-break = { $what ->
        [unreadable] 读不出来
        [digest] 内容变了，和当时记下的摘要不一样
        [number] 序号不对，中间少了、多了或者乱了顺序
        [link] 接不上前面那一条
        [place] 不该出现在这里
        [words] 旁边存的文字和封存的不一样
        [seal] 它封存的东西不在，或者变了
        [signature] 签名不是它写明的那把钥匙签的
       *[named] 它提到的东西不在
     }
flaw-event = 记录 { $attempt } 的第 { $number } 步：{ flaw-break }
flaw-attempt = 记录 { $attempt } 存下来的内容对不到一起，或者缺了一截
flaw-grade = 记录 { $attempt } 结束时记下的成绩，和按它的内容重新算的不一样
flaw-observation = 记录 { $attempt } 不是考官签名时的那份现场观察
flaw-regraded = { $attempt } 这场考试重新判过分，但算不出当时签名的结果
flaw-marks = 有关书面回复的复核签名与 { $attempt } 里写的对不上
flaw-serials = 发证密钥 { $did } 的流水号已经到头了，多半有人伪造过一个
flaw-row = 记录 { $attempt } 在目录里的说法，和它自己的内容不一样
flaw-content = 用过的内容 { $digest } 被改过
flaw-lost = 用过的内容 { $digest } 不见了
flaw-act = 签名记录 { $act }：{ flaw-break }
flaw-twice = 编号 { $number } 的证，编号或流水号发过两次
flaw-credential = 编号 { $number } 的证，留存的证书文件被改过
flaw-line = 总账第 { $number } 行：{ flaw-break }
flaw-copy = 另一台电脑（{ $from }）的总账第 { $number } 行：{ flaw-break }
flaw-schema = 记录文件的结构被动过：{ $name } 缺了、变了，或者是多出来的
flaw-setting = 记录旁边存的“{ $name }”读不出来：被改过，或者没写完整
flaw-unsealed = 总账里没有{ $what ->
        [started] 记录 { $id } 的开始
        [closed] 记录 { $id } 的结束
       *[act] 签名记录 { $id }
     }
