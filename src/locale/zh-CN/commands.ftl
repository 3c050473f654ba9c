# 帮助
help-template = {"{about-with-newline}"}
    用法：{"{usage}"}

    {"{all-args}{after-help}"}

help-template-commands = {"{about-with-newline}"}
    用法：{"{usage}"}

    命令：
    {"{subcommands}"}

    {"{options}{after-help}"}

help-own = 参数
help-global = 通用选项
help-after =
    培训师的命令：onduty trainer　　主管的命令：onduty manager
    第一次用？只输入 onduty，按回车。
help-more = 每个命令怎么用：onduty 命令名 --help
usage-command = {" "}命令
usage-command-optional = {" "}[命令]
usage-options = {" "}[选项]

cmd-onduty = 上岗：学课程、练对话、考上岗证。不带命令就打开主页。
cmd-learn = 学一门课程
cmd-quiz = 做题，每题都有讲解
cmd-practise = 和顾客对话一场，练完有复盘
cmd-review = 复习：错过的题、没说好的话，快忘时再来一次
cmd-resume = 接着上次没做完的继续
cmd-progress = 看看学到哪儿了、下一步做什么
cmd-show = 把某一次从头再看一遍
cmd-remark = 我觉得有道题不对，告诉培训师
cmd-exam = 考上岗证
cmd-result = 看一场考试的结果
cmd-staff = 培训师、考官、发证人
cmd-staff-add = 登记一位，给他一把自己的密钥
cmd-staff-list = 列出所有人
cmd-key = 机构的发证密钥
cmd-key-new = 做一把发证密钥
cmd-key-show = 列出发证密钥，给核验的人
cmd-observe = 现场看考生操作，逐项打分
cmd-mark = 读考试里自己写的回复，认可或推翻程序的判断
cmd-decide = 裁定差一点点的考试，或两位考官的分歧
cmd-void = 宣布一场考试作废
cmd-grant = 多给一次考试机会
cmd-issue = 发上岗证
cmd-licences = 列出发过的证
cmd-audit = 把存下来的东西从头到尾查一遍：有没有被改、被删、对不上的
cmd-backup = 把全部记录备份成一个文件，边用边备
cmd-restore = 用备份换下现在的记录
cmd-retention = 封存之外、到期该清的资料：看看，或者清掉
cmd-verify = 核验上岗证文件，不需要任何记录
cmd-switch = 换一个人使用这台电脑
cmd-trainer = 培训师的命令
cmd-manager = 主管的命令
cmd-list = 列出课程、题库、场景、考站、上岗证、目标
cmd-check = 一次找出课件里的所有问题
cmd-analyse = 算清一段对话或一张上岗证的考试：走得通吗、蒙得过吗、公平吗
arg-analyse-id = 要算的场景或上岗证，例如 one-star-call 或 licence:after-sale-agent
cmd-explain = 解释一个问题代码
cmd-new = 开始写一份课件：场景、考站、题库、课程……
cmd-tidy = 修好文件的写法：编码、全角符号，先给你看再改
cmd-schema = 课件里能写什么：给编辑器边写边提示
cmd-graph = 把一个场景画成图
cmd-note = 给学员的某一次留言
cmd-replay = 在投影上一步步回放一场对话
cmd-remarks = 学员觉得不对的题：看、回复
cmd-import = 把 Excel、CSV、GIFT 或文本里的题目和对话变成课件
cmd-export = 把题库或场景写成 Excel、CSV 或 GIFT
cmd-test = 把写好的走法都走一遍，看结果对不对、哪里没走到
cmd-preview = 预览一个场景：看到每句回复的作用，能跳转、退步、改变量，不留记录
cmd-stats = 从答题记录里看：哪些题太难、太容易、分不出高低
cmd-wording = 查聊天记录里不该说的话、回得快不快：哪一条、哪几个字、该怎么说
cmd-glossary = 查名词：行里的词是什么意思
cmd-assign = 安排课程或上岗证：给谁、到哪天
cmd-group = 班组进度
cmd-group-list = 所有的组
cmd-group-show = 一个组做到哪儿了、谁卡住了、大家错在哪儿
cmd-group-remind = 谁还没做完：可以贴到群里的话、表格、日历
cmd-send = 把这台电脑上新的记录写成一个文件，带给管理员
cmd-collect = 把别的电脑送来的收进来，逐份核对
cmd-learner = 学员名册
cmd-learner-add = 登记一位学员
cmd-learner-edit = 改一位学员的姓名、工号、组、岗位、在职；或多给时间、不计回复时间（考官签名）
cmd-learner-erase = 删除一位学员的资料
cmd-learner-export = 导出一位学员的全部资料，给本人
cmd-learner-import = 把公司的花名册（Excel、CSV）登记进来
cmd-learner-list = 列出所有学员
cmd-learner-show = 看一位学员的进度
cmd-completions = 生成命令行自动补全脚本

arg-help = 显示这份帮助
arg-version = 显示版本
arg-learner = 谁在用：姓名、工号或编号（也可用环境变量 ONDUTY_LEARNER）
arg-library = 课件文件夹，可以写多个（ONDUTY_LIBRARY）
arg-store = 记录存在哪里：一个文件，或 memory:（ONDUTY_STORE）
arg-lang = 语言：zh-CN 或 en（ONDUTY_LANG）
arg-format = 输出给人看（text）还是给程序用（json）
arg-color = 颜色：auto、always、never（NO_COLOR 也认）
arg-plain = 只往下追加文字，适合读屏软件和简易终端
arg-course = 课程的 id
arg-again = 不接着上次，重新开始
arg-out = 把课程写成一个网页文件，手机看、打印都行
arg-answers = 从文件读取回答
arg-bank = 题库的 id
arg-review-count = 最多复习几道（默认 20）
arg-count = 做几道题（默认 10）
arg-scenario = 场景的 id
arg-attempt = 哪一次：编号，写最后几位也行
arg-switch-learner = 姓名、工号或编号
arg-kind = courses、banks、scenarios、stations、licences、standards、wordings、objectives、attempts 之一
arg-schema-kind = 哪一种文件；不写就列出有哪些
arg-schema-out = 每种写成一个文件，放进这个文件夹
arg-path = 课件文件夹；不写就检查正在用的课件
arg-strict = 提醒也算问题
arg-watch = 每次保存后自动再查一遍，按 Esc 或 Ctrl-C 结束
arg-preview-id = 场景、课程或题库的 id
arg-test-path = 课件文件夹，或一个文件；用 --record 时写场景的 id
arg-record = 把这个场景走一遍，记成这个 id 的走法
arg-test-out = 走法写到哪个文件；不写就放在场景旁边
arg-code = 问题代码，例如 E201
arg-glossary-word = 要查的词，或其中几个字；不写就全部列出来
arg-wording-file = 聊天记录（CSV、XLSX、JSON）、文字文件，或引号里的一句话；不写或写 - 就从输入里读
arg-wording-agent = 客服的名字；文件里看不出谁是客服时写，可以写几次
arg-wording-register = 按哪一份话术规范（id）
arg-wording-public = 这些是公开的回复，如评价解释
arg-wording-show-personal = 电话、地址等照原样显示，不打星号
arg-wording-all = 每一处都列出来
arg-tidy-file = 要修的文件
arg-yes = 不再问，直接改
arg-new-kind = 写什么：library、course、bank、scenario、station、licence、wording、standard、glossary、syllabus、walks
arg-new-id = 它的 id，例如 late-parcel：小写字母、数字和 -
arg-template = 从哪个范例写起：greeting、objection、bargaining、late-change、dispute-call、triage
arg-guided = 一问一答地写场景，随时能停，下次接着写
arg-new-out = 写到哪个文件；不写就放进正在用的课件文件夹
arg-to = 写成什么格式：gift、csv、xlsx
arg-graph-to = 画成什么：svg、mermaid 或 dot（不写就看文件名，都没有就是 svg）
arg-graph-out = 图写到哪个文件，例如 graph.svg
arg-graph-attempt = 标出这一次的走法
arg-traffic = 写上每种回复被选的比例
arg-turn = 写在哪一步旁边：第几步，或回合、题目的 id
arg-words = 要说的话
arg-note-staff = 谁说的：姓名
arg-remark-item = 哪一处：第几步，或回合、题目的 id
arg-no-name = 不显示姓名
arg-remark = 哪一条：编号，写最后几位也行
arg-ruling = keep（没错）、reword（改文字）或 rekey（改答案）
arg-all = 回复过的也列出来
arg-remarks-staff = 谁回复的：姓名
arg-import-file = 要导入的文件
arg-from = 文件的格式；不写就自己认
arg-id = 给它的 id；不写就用文件名
arg-title = 给它的标题
arg-import-out = 写到哪个文件；不写就放进正在用的课件文件夹
arg-force = 那里已有文件也覆盖
arg-thing = 题库或场景的 id
arg-export-out = 写到哪个文件；不写就显示出来
arg-knows = 再加一位会这么多的考生，例如 0.75
arg-name = 姓名
arg-staff-number = 工号
arg-assign-what = 课程或上岗证的 id 或名称；不写就列出所有安排
arg-assign-to = 给这个组：现在在组里的和以后进来的
arg-assign-learner = 只给这一个人
arg-assign-due = 最晚哪天做完，例如 2026-12-01
arg-assign-withdraw = 收回这个安排
arg-group-show-group = 组名
arg-group-show-watch = 一直看着，有变化就更新；Esc 退出
arg-group-remind-group = 组名
arg-group-remind-out = 写成文件：.csv、.xlsx，或日历 .ics
arg-send-dir = 放文件的文件夹：共享文件夹或 U 盘
arg-send-name = 这台电脑从此叫什么
arg-send-all = 全部再送一遍，不只送新的
arg-send-roster = 改送名册、考官和安排：给别的电脑用
arg-collect-dir = 文件所在的文件夹
arg-collect-new-desk = 从此改用另一位管理员的名册
arg-learner-edit-learner = 姓名、工号或编号
arg-learner-edit-time = 限时和计时是别人的几倍，1 到 5；写 1 就是收回
arg-learner-edit-no-reply-clock = 回复不计时
arg-learner-edit-reason = 多给时间的理由（那时必填）；不会写到上岗证上
arg-learner-import-file = 花名册：CSV 或 Excel，至少有“姓名”一列
arg-learner-import-group = 把表里的人都再放进这个组
arg-learner-import-dry-run = 只说会怎样，什么也不写
arg-learner-list-group = 只列这个组的人
arg-learner-list-left = 列已离职（停用）的人
arg-learner-edit-name = 改姓名
arg-learner-edit-staff-number = 改工号
arg-learner-edit-group = 放进一个组，可以写几次
arg-learner-edit-no-group = 从一个组里拿出来
arg-learner-edit-role = 岗位，用课件里的岗位名或 id
arg-learner-edit-left = 离职（停用）：不能再开始新的，做过的都还在
arg-learner-edit-back = 又回来了
arg-learner-show-learner = 姓名、工号或编号
arg-shell = bash、zsh、fish、powershell、elvish 之一
arg-licence = 上岗证方案的 id
arg-ready = 只看能不能考、还差什么
arg-staff = 由谁来做：姓名或编号
arg-new-passphrase-file = 从文件读新密钥的口令（给脚本用）
arg-passphrase-file = 从文件读密钥口令（给脚本用）
arg-result-out = 把结果写成网页文件
arg-role = 职责：trainer、examiner、issuer、auditor，可写多个
arg-key-new-name = 机构名，会印在证上
arg-key-new-code = 写进编号的代号，例如 SH1
arg-candidate = 考生：姓名、工号或编号
arg-station = 实操站的 id
arg-sheet = 把打分表写成网页文件，打印用
arg-enter = 把纸质打分表录进来
arg-verdict = pass（通过）或 fail（不通过）
arg-mark-attempt = 只看哪一场考试：编号，写最后几位也行
arg-mark-list = 只列出等着复核的回复
arg-mark-written = 这场考试的第几条回复（见 --list）
arg-mark-confirm = 程序判得对
arg-mark-unbroken = 没有犯的规范（too-short：不算太短），可以写几次
arg-mark-otherwise = 和程序看法不同的要点，可以写几次
arg-mark-reason = 理由（推翻时必填）
arg-take = 两位考官相差太大时，采用哪一份观察记录（写 ? 列出来）
arg-reason = 理由（必填）
arg-grant-learner = 姓名、工号或编号
arg-issue-learner = 姓名、工号或编号
arg-key = 发证密钥的代号
arg-key-passphrase-file = 从文件读发证密钥的口令（给脚本用）
arg-number = 只看这个编号的证
arg-licences-out = 把那张上岗证的文件再写一份：.json .svg .html .png .pdf
arg-eligible = 发给所有可以发、还没有发的人
arg-issue-group = 只发给这一组
arg-issue-sheet = 打印版：cards（一页十张卡片，带裁切线）或 a4（一页一张）
arg-issue-out = 上岗证文件（.json .svg .html .png .pdf）；不写就按证号存成 JSON
arg-template-out = 把自带的模板写到这个文件，照着改成自己的
arg-card = 做成卡片（85.6 × 54 毫米），不写是 A4 横版
arg-photo = 持证人的照片（PNG 或 JPEG）
arg-font = PNG 和 PDF 用的字体文件；不写就用电脑里的
arg-licences-template = 本单位自己的 SVG 模板
arg-issue-template = 本单位自己的 SVG 模板
arg-copy = 注明“补发”
arg-file = 上岗证文件，或存有二维码文字的文件
arg-qr = 手机从上岗证二维码里扫出的文字
arg-verify-page = 写一个能在浏览器里离线核验上岗证的网页
arg-audit-head = 只给出总账现在的一行“账头”，抄到别处存好
arg-audit-since = 以前抄下的账头，或存着账头的文件；可以写几次
arg-backup-file = 新的备份文件；已经有的文件不会覆盖
arg-restore-file = 备份文件；它本身不会改动
arg-restore-older = 备份里缺了现有的东西也照样恢复；现在的记录留在旁边
arg-learner-export-learner = 姓名、工号或编号
arg-learner-export-out = 写成的 JSON 文件；旁边再写一个方便阅读的网页
arg-learner-erase-learner = 姓名、工号或编号
arg-learner-erase-yes-erase = 再写一遍姓名，脚本用
arg-retention-apply = 把到期的清掉（先问一声）
arg-retention-yes = 不问就清，脚本用
arg-retention-on = 看到那一天会有哪些到期，例如 2026-12-31
arg-licences-out = 把这张证的文件再写一份
arg-issue-out = 证写到哪个文件；不写就用编号作文件名
arg-file = 上岗证文件
arg-trust = 信任哪些发证方
arg-holder = 出示的人叫什么，和证上的名字比对
arg-stats-id = 题库、场景、考站或上岗证的 ID
arg-stats-marks = 用这个分数表（CSV），不看记录；只读
arg-stats-which = 同一个人做了几次，取哪一次：first 第一次、last 最后一次、highest 最好的一次、all 全部；不写就是 first
arg-stats-all = 列出所有指标和每个选项

after-licences = 自己的模板：先用 --template-out 文件 写出自带的，改好后用 --template 文件 指定。模板是 SVG，里面用 {"{{"} 名称 {"}}"} 取值：
      organisation title other_title name number scope from until   单位、证名、第二语言证名、姓名、证号、范围、起、止（other_title 和 until 可能为空）
      notes                  证上对自己的说明（清单），模板要印出来
      qr.path qr.size        二维码的路径和每边格数（四周各留 4 格空白）
      offline                二维码能不能单独核验
      photo                  照片数据，没有就为空；again：是不是补发
      say.internal .name .number .scope .valid .until .issuer .stamp .photo .notes .again .scan   各个标签
      font lang              字体名和语言
    把字放进框里：fit(字, 宽, 高, 字号) 排一行，flow(…) 排一段，clip(…) 排不下可以截断；
    得到 size 和 lines，每行有 text 和 y。图片只能用 data: 内嵌；脚本和网址一律不收。

# 出错
fail = 没办成：{ $what }
fail-cause = 　原因：{ $cause }
fail-hint = 　怎么办：{ $hint }
fail-bug = 程序自己出了错，这是我们的问题。已经做的都保存着。
fail-lang = 不认识语言“{ $lang }”，请写 zh-CN 或 en。
fail-no-command = 没有“{ $name }”这个命令。
fail-unknown-arg = 不认识“{ $arg }”。
fail-value = “{ $value }”不能用作 { $arg }。
fail-value-missing = { $arg } 后面还缺一个值。
fail-missing-arg = 还缺 { $arg }。
fail-missing-command = 后面还要写一个命令。
fail-conflict = { $arg } 和 { $other } 不能一起用。
fail-count = { $arg } 的个数不对。
fail-utf8 = 命令里有读不懂的文字（不是 UTF-8）。
fail-usage = 命令写得不对。
fail-no-folder = 找不到课件文件夹 { $path }。
fail-no-data-folder = 不知道把记录存在哪里。
fail-read = 读不了文件 { $path }。
fail-write = 写不了文件 { $path }。
fail-stdout = 结果写不出去。
fail-screen = 屏幕或键盘出了问题。
fail-answers = 回答文件 { $path } 有问题。
fail-script = 回答文件走不下去了；之前的都已保存。
fail-script-menu = 用回答文件时，请写明要做哪一个。
fail-no-terminal = 这里没有可以按键的终端窗口。
fail-no-learner = 还不知道您是谁。
fail-no-such-learner = 名册里没有“{ $name }”。
fail-two-learners = 叫“{ $name }”的不止一位。
fail-name = 姓名要有 1 到 40 个字，每个字都要看得见。
fail-staff-number = 工号要有 1 到 40 个字，每个字都要看得见。
fail-staff-number-taken = 工号 { $number } 已经有人用了。
fail-nobody = 没有留下姓名，先到这里。
fail-no-course = 没有课程“{ $id }”。
fail-no-bank = 没有可以练习的题库“{ $id }”。
fail-no-scenario = 没有可以练习的场景“{ $id }”。
fail-other-kind = 这里要的是 { $kind }，写的却是 { $given }。
fail-no-attempt = 没有编号为 { $id } 的记录。
fail-two-attempts = 有几次记录的编号都对得上 { $id }，请多写几位。
fail-nothing-open = 没有做到一半的，都做完了。
fail-closed = { $id } 这一次已经做完了，不能再继续。
fail-too-many-states = 场景 { $id } 的状态太多，算不清最高分，不能玩。
fail-empty-library = 课件里没有可以做的内容。
fail-unfit = 场景 { $id } 走不到底，或者没有可得的分，不能玩。
fail-beginning = 你的考试正在另一个窗口里开始。
fail-busy = { $id } 这一次正在另一个窗口里进行。
fail-clock-back = 这台电脑的时间被调回去了：现在显示 { $now }，而你最新的一步记在 { $last }。
fail-newer-store = 记录是更新的版本写的（第 { $found } 版，这里只认识到第 { $known } 版）。
fail-locked = 记录文件正被别的程序占用。
fail-full = 磁盘满了，最后这一步没能存下来；之前的都在。
fail-denied = 记录文件读写不了。
fail-damaged = 记录对不上，可能被改动或损坏。
fail-store = 记录文件出了问题。
fail-no-term = 名词表里没有“{ $word }”。
fail-no-glossary = 课件里还没有名词表。
hint-glossary = 换短一点的词试试，或者看全部：onduty glossary
fail-no-code = 没有问题代码“{ $code }”。

hint-did-you-mean = 是不是想写 { $name }？
fail-day = “{ $day }”不是日期，请写成 2026-12-01 这样。
hint-valid = 可以写：{ $values }。
hint-help = 加上 --help 看用法。
hint-check = 运行 onduty check 看看哪里不对。
hint-folder = 检查 --library 后面的路径，或环境变量 ONDUTY_LIBRARY。
hint-store = 用 --store 文件名 指定一个位置。
hint-no-terminal = 在终端窗口里直接运行；或用 --answers 文件 提供回答。
hint-learner-add = 用 onduty learner add 姓名 登记，再用 --as 姓名 说明是谁。
hint-who = 用 --as 姓名 说明是谁；以后都是这一位的话，用 onduty switch 姓名。
hint-learner-list = 用 onduty learner list 查编号或工号。
hint-list = 用 onduty list 看有哪些。
hint-attempts = 用 onduty list attempts 看所有记录。
hint-home = 输入 onduty 看看接下来做什么。
hint-show = 用 onduty show { $id } 回看。
hint-busy = 到那个窗口里继续，或先把它关掉，再运行 onduty resume。
hint-clock-back = 请把电脑的时间调对，再运行 onduty resume 接着考；已经答的都在，一点没丢。
hint-newer-store = 请安装新版 onduty，或用 --store 换一个记录文件。
hint-locked = 等一会儿再试，或关掉别的 onduty 窗口。
hint-full = 腾出空间，再运行 onduty resume。
hint-denied = 检查这个位置能不能写，或用 --store 换一个。
hint-damaged = 不要改动这个文件；请把它交给主管保存，换一个 --store 继续。

# 提示
note-left = { $at ->
    [home] 已保存。想继续时，在主页选它就行。
   *[other] 已保存。想继续时输入 onduty 再按 Enter，在主页选它；或者直接输入：
        onduty resume { $id }
  }
note-broken = 课件里有 { $count } 处问题，有问题的内容先跳过了。培训师可以运行 onduty check 查看。
note-damaged = 记录 { $id } 对不上，可能被改动过，先不算在内。请告诉主管。
note-written = 已写入 { $path }
note-switched = 现在是 { $name }。
note-enrolled = 已登记 { $name }。
note-same-name = 名册里还有一位也叫 { $name }。刚登记的这位编号是 { $id }；以后用编号或工号说明是哪一位，编号见 onduty learner list。
note-no-learners = 名册还是空的。用 onduty learner add 姓名 登记。
note-plain-on = 简洁显示已打开。
note-plain-off = 简洁显示已关闭。

# 主页
ask-name = 怎么称呼您？
ask-who = 您是哪一位？
ask-course = 学哪一门？
ask-bank = 做哪个题库？
ask-scenario = 练哪一场？
home-title = 主页
home-welcome = { $name }，欢迎！先和一位顾客聊两句试试？
home-what-next = { $name }，接下来做什么？
home-resume = 继续：{ $title }（{ $done }/{ $of }）
home-learn = 学课程：{ $title }
home-practise = 练对话：{ $title }
home-quiz = 做题：{ $title }
home-exam = 考试：{ $title }
menu-learn = 所有课程
menu-practise = 所有对话
menu-quiz = 所有题库
menu-exam = 考上岗证
menu-result = 上次考试的结果
menu-glossary = 查名词
menu-progress = 我的进度
menu-switch = 换人
menu-language = English
menu-plain-on = 简洁显示（读屏软件用）
menu-plain-off = 恢复普通显示
menu-quit = 退出
menu-new-person = 我是新来的
menu-other-person = 我不在上面：输入姓名或工号
ask-is-it-you = 名册里有这个名字，是您吗？
menu-namesake = 是同名的另一个人，我是新来的
menu-level = { $title }（{ $level } 级）
menu-open = { $title }：做到 { $done }/{ $of }
menu-done = { $title }：已完成，最好 { $percent } %
menu-not-passed = { $title }：还没过，最好 { $percent } %
trainer-head = 培训师的命令：
manager-head = 主管的命令：

# 进度
progress-of = { $name } 的进度
progress-courses = 课程
progress-plays = 对话
progress-banks = 题库
progress-skills = 技能（最近 { $talks } 场对话里拿到的分，占当时最好选择的比例）
progress-next = 接下来：{ $title }（{ $why }）
state-new = 还没开始
state-open = 做到 { $done }/{ $of }（{ $id }）
state-done = 已完成，最好 { $percent } %
state-not-passed = 还没过，最好 { $percent } %

# 列表
list-courses = 课程
list-banks = 题库
list-scenarios = 场景
list-stations = 考站
list-licences = 上岗证
list-objectives = 目标
list-attempts = 记录
list-no-courses = 没有课程。
list-no-banks = 没有题库。
list-no-scenarios = 没有场景。
list-no-stations = 没有考站。
list-no-licences = 没有上岗证。
list-standards = 回复时效标准
list-no-standards = 没有回复时效标准。
list-wordings = 话术规范
list-no-wordings = 没有话术规范。
list-no-objectives = 没有目标。
list-no-attempts = 还没有记录。
head-id = 编号
head-title = 名称
head-lessons = 课
head-minutes = 分钟
head-questions = 题
head-use = 用途
use-practice = 练习
use-exam = 考试
use-both = 练习与考试
head-category = 类别
head-steps = 步骤
head-oral = 口问
head-pass = 及格
head-attempts-most = 可考次数
head-lasts = 有效期
head-limits = 时限
head-rules = 规则
head-lists = 词表
head-level = 级
head-aim = 要求
head-taught = 教
head-asked = 问
head-played = 练
head-text = 内容
head-name = 姓名
head-staff-number = 工号
head-attempts = 次数
head-last = 最近
head-result = 结果
category-attitude = 态度
category-communication = 沟通
category-objection = 异议
category-dispute = 纠纷

# 检查
check-clean = 没有发现问题。
check-count = { $errors } 个错误，{ $warnings } 个提醒。
check-explain = 想知道某个代码的意思：onduty explain 代码
check-objectives = 目标 { $count } 个
check-covered = { $aim ->
    [know] 要知道的 { $count } 个：有课教 { $taught }，有题考 { $shown }
   *[other] 要做到的 { $count } 个：有课教 { $taught }，有得演、写或现场考 { $shown }
  }
check-lessons = 课程 { $courses } 门，共 { $count } 课
check-questions = { $count ->
    [0] 题目 0 道
   *[other] 题目 { $count } 道：{ $kinds }
  }
check-scenarios = { $count ->
    [0] 场景 0 个
   *[other] 场景 { $count } 个：{ $kinds }
  }
check-scenarios-note = “+”后面的只在考试里出现
check-level = { $level } 级
check-untranslated = { $language }（缺 { $count } 处译文）
check-terms = 名词 { $count } 条
check-stations = 考站 { $count } 个
check-licences = 上岗证 { $count } 种
check-standards = 回复时效标准 { $count } 份
check-wordings = 话术规范 { $count } 份
check-walks = 走查 { $count } 条
check-languages = 语言：{ $list }
check-busy = 检查中
