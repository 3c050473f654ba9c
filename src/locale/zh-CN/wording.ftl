# `wording`：把聊天记录按话术规范查一遍。

after-wording = 退出码：客服的话犯了红线是 1，只犯轻重规则或没问题是 0；文件读不了是 4。

wording-head = { $path }：{ $lines } 句话，其中客服回复 { $replies } 条，{ $broken } 条要改。
wording-incoming = 输入的内容
wording-sentence = 这句话
wording-busy = 正在看聊天记录
wording-by-rule = 按规则（几条回复）
wording-by-agent = 按客服
wording-by-agent-note = 每百条：平均一百条回复里有几处要改。{ $timed ->
    [true] 首响、每次：斜线前，一半的回复在这么久之内；斜线后，九成在这么久之内。
   *[false] {""}
  }
wording-red-line = 红线
wording-major = 重
wording-minor = 轻
wording-agent = 客服
wording-replies = 回复
wording-per-hundred = 每百条
wording-first = 首响
wording-each = 每次
wording-nameless = （没写名字）
wording-waits = { $median }/{ $ninety }
wording-seconds = { $seconds } 秒
wording-minutes = { $minutes } 分钟
wording-hours = { $hours } 小时
wording-rule = { $severity } · { $title }
wording-instead = 可以这样说：{ $words }
wording-line = { $line } 行
wording-mark = 【{ $text }】
wording-more = 还有 { $count } 处没有列出来，加 --all 全部列出。
wording-clean = 没有发现要改的说法。
wording-bad = 第 { $line } 行{ $why ->
    [no-json] 看不懂，跳过了：不是 JSON 对象
    [no-text] 没有内容，跳过了
    [surplus] 的格子比表头多，看不准哪些是说的话，跳过了
   *[no-time] 的时间看不懂，只看内容
  }
wording-bad-more = 另外还有 { $count } 行看不懂。
wording-register = 按话术规范 { $id } 来看；要按别的，写 --register（还有：{ $others }）。
wording-typed = 把要查的话粘贴进来；贴完另起一行，按 Ctrl-D（Windows 按 Ctrl-Z 再按回车）。
fail-wording-agent = 看不出 { $path } 里谁是客服
hint-wording-agent = 用 --agent 写出客服的名字；里面说话的有：{ $names }
fail-wording-none = 课件里没有话术规范
hint-wording-new = 写一份：onduty new wording chat
fail-wording-unknown = 没有话术规范“{ $id }”
fail-wording-which = 有好几份话术规范，请用 --register 写明按哪一份
fail-wording-read = 读不了 { $path }：{ $why ->
    [broken] 第 { $line } 行起不是能认出的编码，请另存为 UTF-8
    [big5] 看上去是 Big5 编码，请另存为 UTF-8
    [large] 超过 { $line } MB，请拆成几个文件
    [quote] 第 { $line } 行的引号没有成对
    [old] 这是老格式的 Excel（.xls），请另存为 .xlsx 或 CSV
    [excel] 这个 Excel 文件打不开，请另存为 CSV
   *[binary] 这不是文字文件
  }
