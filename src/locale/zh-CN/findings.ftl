# 内容检查：每个代码四条：句子、插入号旁的短语、怎么办、`explain` 的一页。
# 句子里的名字放在反引号里；一处一句，不训人。

finding-kind = { $kind ->
        [library] 库
        [syllabus] 学习目标集
        [course] 课程
        [bank] 题库
        [scenario] 情景
        [station] 考站
        [licence] 上岗证方案
        [standard] 回复时效标准
        [wording] 话术规范
        [rule] 话术规则
        [list] 词表
        [step] 步骤
        [oral] 口头提问
        [skill] 技能
        [role] 岗位
        [agreement] 协议
        [objective] 学习目标
        [lesson] 课
        [question] 题目
        [material] 材料
        [class] 类别
        [turn] 回合
        [reply] 回复
        [variable] 变量
        [ending] 结局
        [option] 选项
        [walk] 演练
        [house] 店里的约定
        [glossary] 名词表
       *[other] 东西
     }

e001 = { $why ->
    [irregular] 这不是普通文件，不去读它
   *[other] 这个文件或文件夹读不了：{ $why }
  }
e001-label = 读不了
e001-help = 请确认路径没写错，并且当前用户有权限打开它。
e001-page =
    程序打不开这个文件或文件夹，里面写了什么就无从检查。
    别的文件照常检查；用到它的内容暂时不提供。

    错：
    {"    "}onduty check --library lbrary
    对：
    {"    "}onduty check --library library

e002 = 文件太大：约 { $size } MB，最多 { $most } MB
e002-label = 太大
e002-help = 请把它拆成几个文件，每门课、每个题库、每个情景各一个。
e002-page =
    一个文件最多 4 MB。正常的一门课只有几十 KB，这么大的文件多半是放错了地方。
    拆开以后，每个文件也更好改、更好找。

    错：
    {"    "}quizzes/everything.toml    # 20 MB
    对：
    {"    "}quizzes/refunds.toml
    {"    "}quizzes/logistics.toml

e003 = 文件不是 UTF-8 编码{ $encoding ->
        [gbk] ，看上去是 GBK（ANSI）
        [utf-16] ，看上去是 UTF-16
       *[unknown] {""}
     }
e003-label = 从这里起认不出来
e003-help = 运行 `onduty tidy 文件` 就能转成 UTF-8；也可以用记事本或 VS Code“另存为”，编码选 UTF-8。
e003-page =
    所有文件都用 UTF-8 编码。中文 Windows 上的老程序常存成 GBK（也叫 ANSI），别的电脑打开就是乱码。
    用另存为改成 UTF-8 即可，内容不用动。

    错：
    {"    "}# saved as ANSI / GBK
    对：
    {"    "}# saved as UTF-8

e004 = 这里用了全角符号 `{ $found }`
e004-label = 全角
e004-help = 切到英文输入法，按 `{ $press }`；或者运行 `onduty tidy 文件`，一次全改好。
e004-page =
    TOML 的等号、引号、括号、逗号都要用半角（英文）符号。引号里面的文字随便用什么标点都行。
    同一行的全角符号只提醒一次。

    错：
    {"    "}title＝“欢迎”
    对：
    {"    "}title = "欢迎"

e005 = { $what ->
        [percent] 写整数，不要 %（例如 `pass = 60`）
        [unquoted] 文字要加引号
        [string] 文字的引号没有配好，或者里面有不认识的转义
        [header] 表头的方括号没有配好
        [inline-table] 花括号里的内容没有写完整
        [array] 方括号里的内容没有写完整
        [assignment] 这一行缺等号，或者等号多了
        [key] 这里应该是一个键名
        [value] 等号后面的值不完整
        [after-value] 这后面多了东西
       *[other] 这里不合 TOML 的写法
     }
e005-label = 读到这里读不下去
e005-help = { $what ->
        [percent] 去掉百分号，只写整数。
       *[other] 每行写 `键 = 值`；文字加引号；多行文字用三个引号包起来。
     }
e005-page =
    文件没按 TOML 的写法写，程序只好跳过这一行。
    最常见的几种：文字忘了引号、引号只有一边、列表里少了逗号、表头少了一边方括号。
    同一行只提醒第一处，改好再查一次。

    错：
    {"    "}title = 欢迎
    对：
    {"    "}title = "欢迎"

e006 = `{ $key }` 在这里写了两次
e006-label = 又一次
e006-help = 同一个表里一个键只能写一次，删掉一处。
e006-page =
    同一个表里，同一个键只能出现一次，不然不知道听哪一个的。
    列表项要用双方括号：每一道题都以 `[[question]]` 开头。

    错：
    {"    "}level = 1
    {"    "}level = 2
    对：
    {"    "}level = 2

e007 = 文字里有控制字符 { $name }
e007-label = { $name }
e007-help = 删掉它；要换行就用三个引号的多行文字。
e007-page =
    控制字符看不见，却能让终端变色、清屏、改写已经显示的字，所以内容里一个也不许有（换行和制表符除外）。
    多半是从别处复制时带进来的，删掉重打就好。

    错：
    {"    "}ask = "先道歉\u001b[2J"
    对：
    {"    "}ask = "先道歉"

e008 = 括号或点号套得太深
e008-label = 太深了
e008-help = 最多十几层。内容用不到这么深，看看是不是少了一个右括号。
e008-page =
    为了安全，嵌套很深的文件不读。正常的内容不超过五层。
    多半是复制时漏了右括号。

    错：
    {"    "}roles = [[[[[[[[[[[[[[[[[["a"]]]]]]]]]]]]]]]]]]
    对：
    {"    "}roles = ["a"]

e009 = 文件夹绕回了自己，或者套得太深
e009-label = 绕回来了
e009-help = 去掉指回上层的链接。
e009-page =
    文件夹里有一个链接指回了它的上层，照着走永远走不完。
    这个文件夹跳过不读，其余照常。

    错：
    {"    "}library/again -> library
    对：
    {"    "}library/

e010 = 文件没有写 `format`
e010-label = 缺 format
e010-help = 在第一行写上 `format = 1`。
e010-page =
    每个文件第一行写 `format = 1`，说明它按哪一版格式写成。以后格式变了，老文件也不会被读错。

    错：
    {"    "}[bank]
    {"    "}id = "refunds"
    对：
    {"    "}format = 1
    {"    "}
    {"    "}[bank]
    {"    "}id = "refunds"

e011 = 这个文件的格式是 { $found }，比本程序认识的 1 新
e011-label = 更新的格式
e011-help = 请升级 onduty，或者向文件的作者要一份 `format = 1` 的。
e011-page =
    文件是按更新的格式写的，本程序读不准，宁可不读。
    升级程序后再试。

    错：
    {"    "}format = 2
    对：
    {"    "}format = 1

e012 = 看不出这个文件是什么
e012-label = 缺主表
e012-help = { $best ->
        [none] 写上 `[library]`、`[syllabus]`、`[course]`、`[bank]`、`[scenario]`、`[station]`、`[licence]`、`[standard]`、`[wording]`、`[glossary]`、`translates` 或 `walks` 其中之一。
       *[other] 是不是想写 `{ $best }`？
     }
e012-page =
    一个文件是课程、题库还是情景，由它的主表决定，和放在哪个文件夹没有关系。
    每个文件有且只有一个主表。

    错：
    {"    "}format = 1
    {"    "}[banks]
    {"    "}id = "refunds"
    对：
    {"    "}format = 1
    {"    "}[bank]
    {"    "}id = "refunds"

e013 = 一个文件里有两样东西：`{ $first }` 和 `{ $second }`
e013-label = 第二样
e013-help = 拆成两个文件。
e013-page =
    一个文件只写一样东西，别人才找得到、改得动，翻译和演练文件也才知道跟着谁。

    错：
    {"    "}[bank]
    {"    "}id = "a"
    {"    "}[course]
    {"    "}id = "b"
    对：
    {"    "}# a.toml
    {"    "}[bank]
    {"    "}id = "a"
    {"    "}# b.toml
    {"    "}[course]
    {"    "}id = "b"

e015 = 文件夹里没有 `[library]` 文件
e015-label = 缺库文件
e015-help = 新建 `library.toml`，写上 `[library]` 和它的 `id`、`title`、`language`、`languages`、`time_zone`。
e015-page =
    库文件说明用哪些语言、有哪些技能和岗位。没有它，技能和岗位的名字就没法核对。
    其余文件照样检查，语言暂按中文。

    错：
    {"    "}my-library/
    {"    "}  bank.toml
    对：
    {"    "}my-library/
    {"    "}  library.toml
    {"    "}  bank.toml

e101 = `{ $key }` 应该是{ $expected ->
        [text] 文字
        [integer] 整数
        [number] 数字
        [flag] true 或 false
        [list] 列表
        [table] 一个表
        [tables] 一组表
        [section] 单独的一张表，写成 `[{ $key }]`
        [date] 日期，如 2026-11-21
        [variable] true、false 或 start/min/max
       *[other] 别的类型
     }
e101-label = { $found ->
        [string] 文字
        [integer] 整数
        [float] 小数
        [boolean] true/false
        [datetime] 日期
        [array] 列表
        [table] 表
       *[other] 别的类型
     }
e101-help = { $expected ->
        [section] 在文件里另起一行写 `[{ $key }]`，下面写它的键：{ $keys }。
        [text] { $found ->
            [array] 去掉方括号，写成一段文字：`{ $key } = "第一条；第二条"`。
           *[other] 文字加引号，数字和 true/false 不加；列表用方括号。
        }
       *[other] 文字加引号，数字和 true/false 不加；列表用方括号。
     }
e101-page =
    每个键只收一种类型的值。加不加引号有区别：`"3"` 是文字，`3` 才是数。

    错：
    {"    "}level = "3"
    对：
    {"    "}level = 3

e102 = 缺少 `{ $key }`
e102-label = 这里缺 `{ $key }`
e102-help = { $of ->
        [text] 补上 `{ $key } = "…"`（文字）。
        [integer] 补上 `{ $key } = …`（整数）。
        [number] 补上 `{ $key } = …`（数字）。
        [flag] 补上 `{ $key } = true` 或 `false`。
        [list] 补上 `{ $key } = ["…"]`（列表）。
        [table] 补上 `[{ $key }]` 这张表。
        [tables] 补上 `[[{ $key }]]`，要几个就写几个。
       *[other] 补上 `{ $key } = …`。
     }{ $words ->
        [none] {""}
       *[other] 可以是：{ $words }。
     }
e102-page =
    这个键必须有，少了它，这一项就没法用。
    引擎不会替您猜一个默认值：分值、去向、说明都该由您说了算。

    错：
    {"    "}[[question]]
    {"    "}id = "first-words"
    {"    "}kind = "one-of"
    对：
    {"    "}[[question]]
    {"    "}id = "first-words"
    {"    "}kind = "one-of"
    {"    "}ask = "客户说“在吗”，先说什么？"

e103 = 不认识的键 `{ $key }`
e103-label = 不认识
e103-help = { $best ->
        [none] 这里没有这个键；看看拼写，或者它该放在别的表里。
       *[other] 是不是想写 `{ $best }`？
     }
e103-page =
    写错一个字母的键如果被悄悄忽略，`rigth = true` 就会让正确答案变成错的。所以不认识的键一律提醒。

    错：
    {"    "}{"{"} id = "a", text = "…", rigth = true {"}"}
    对：
    {"    "}{"{"} id = "a", text = "…", right = true {"}"}

e104 = `{ $id }` 不能用作 id
e104-label = 不合规则
e104-help = 只用 a–z、0–9 和 `-`，不以 `-` 开头或结尾，最长 64 个字符。
e104-page =
    id 会出现在命令行、文件名和成绩记录里，所以只用小写字母、数字和短横。
    给人看的名字写在 `title` 里，想用什么字都行。

    错：
    {"    "}id = "黄金三秒"
    对：
    {"    "}id = "golden-seconds"
    {"    "}title = "黄金三秒"

e105 = `{ $key }` 不能是 `{ $found }`
e105-label = 不在其中
e105-help = 可以是：{ $expected }。{ $best ->
        [none] {""}
       *[other] 是不是想写 `{ $best }`？
     }
e105-page =
    这个键只收固定的几个词，因为程序要照着它们办事。

    错：
    {"    "}use = "exercise"
    对：
    {"    "}use = "practice"

e106 = `{ $key }` 应在 { $min } 到 { $max } 之间，这里是 { $found }
e106-label = 超出范围
e106-help = 改成 { $min } 到 { $max } 之间的{ $key ->
        [guess_at_most] 数，例如 0.001
       *[other] 整数
     }。
e106-page =
    这个数有范围：难度 1–3，心情 0–100，及格线 1–100，一次心情变化 −100 到 100；考站一步 1–9 分，一站最多打 40 个分。

    错：
    {"    "}level = 5
    对：
    {"    "}level = 3

e107 = `{ $key }` 是空的
e107-label = 空的
e107-help = 写上内容。这个键要是可写可不写，整行删掉也行；必须有的不能删。
e107-page =
    空的文字显示出来就是一片空白，学员不知道发生了什么。

    错：
    {"    "}why = ""
    对：
    {"    "}why = "先接情绪，再办事。"

e108 = `{ $key }` 不能是 { $found }
e108-label = 读不成分数
e108-help = 写成最多三位小数的数，例如 2 或 1.5，大小不超过一百万。
e108-page =
    分数按您写的十进制精确计算，不经过浮点数，所以只收普通写法：不要 1e3、0x10，也不要超过三位小数。

    错：
    {"    "}points = 0.3333
    对：
    {"    "}points = 0.333

e109 = `{ $value }` 在 `{ $key }` 里写了两次
e109-label = 又一次
e109-help = 删掉一个。
e109-page =
    列表里同样的东西写两次，多半是复制时忘了改。

    错：
    {"    "}skills = ["ask", "ask"]
    对：
    {"    "}skills = ["ask", "say"]

e110 = 没有 `{ $found }` 这个时区
e110-label = 不认识
e110-help = 写 IANA 名称，例如 `Asia/Shanghai`。
e110-page =
    成绩单上的日期按这个时区显示，所以要写标准的时区名。

    错：
    {"    "}time_zone = "Beijing"
    对：
    {"    "}time_zone = "Asia/Shanghai"

e201 = { finding-kind } `{ $id }` 出现了两次
e201-label = 又一次
e201-help = 给其中一个换个 id。
e201-page =
    同一类里 id 不能重复：成绩、引用和翻译都靠它认人。
    两处都标出来了，由您决定改哪一个；在改好之前两个都先不用。

    错：
    {"    "}[[turn]]
    {"    "}id = "opening"
    {"    "}[[turn]]
    {"    "}id = "opening"
    对：
    {"    "}[[turn]]
    {"    "}id = "opening"
    {"    "}[[turn]]
    {"    "}id = "checked"

e202 = 没有 `{ $id }` 这个{ finding-kind }
e202-label = 找不到
e202-help = { $best ->
        [none] { $known ->
            [none] 看看 id 有没有写错，或者它所在的文件是否在库里。
           *[other] 库里有这些：{ $known }。
         }
       *[other] 是不是想写 `{ $best }`？{ $known ->
            [none] {""}
           *[other] 库里有这些：{ $known }。
         }
     }{ $kind ->
        [skill] 要新加一项技能，就在库文件里写 `[[skill]]`，下面是 `id = "{ $id }"` 和 `title = "…"`。
        [house] 要新加一项，就在库文件的 `[house]` 里写 `{ $id } = "…"`。
        [objective] 要新加一个目标，就在大纲文件里写 `[[objective]]`，下面是 `id`（`/` 后面那一段）、`text`、`source` 和 `kind`。
       *[other] {""}
     }
e202-page =
    这里提到的东西在整个库里找不到。学员走到这里就会无路可走，所以先不提供。

    错：
    {"    "}to = "chekced"
    对：
    {"    "}to = "checked"

e203 = `{ $id }` 不是 { $form } 的写法
e203-label = 写法不对
e203-help = { $best ->
        [none] 写成 { $form }。
       *[other] 是不是想写 `{ $best }`？
     }
e203-page =
    题目和学习目标的 id 只在自己的题库、目标集里唯一，所以引用时要带上前半截。

    错：
    {"    "}check = ["golden-seconds"]
    对：
    {"    "}check = ["communication/golden-seconds"]

e204 = 题库和情景不能同用 `{ $id }` 这个 id
e204-label = 已被占用
e204-help = 给其中一个换个 id。
e204-page =
    `onduty practice 名字` 既能开题库也能开情景，两样重名就不知道开哪一个。

    错：
    {"    "}# bank.toml: id = "delay"
    {"    "}# scenario.toml: id = "delay"
    对：
    {"    "}# bank.toml: id = "delay-questions"
    {"    "}# scenario.toml: id = "delay"

e205 = 课程互相要求，绕成了圈：{ $path }
e205-label = 又绕回来
e205-help = 去掉其中一条 `requires`。
e205-page =
    甲课要求先学乙课，乙课又要求先学甲课，那就哪一门都开不了头。

    错：
    {"    "}# a: requires = ["b"]
    {"    "}# b: requires = ["a"]
    对：
    {"    "}# a: requires = ["b"]
    {"    "}# b: requires = []

e206 = `{ $id }` 是{ $status ->
        [draft] 草稿
       *[retired] 已停用
     }，不能在这里用
e206-label = 没在用
e206-help = 等它上线（`status = "live"`）再引用，或者换一个。
e206-page =
    草稿和停用的内容不给学员看，也不拿来考，所以在用的课和上岗证方案里不能引用它们。

    错：
    {"    "}practise = ["half-written"]
    对：
    {"    "}practise = ["is-anyone-there"]

e207 = `{ $id }` 只供考试，不能放进课里
e207-label = 考试用
e207-help = 换成 `use = "practice"` 或 `"both"` 的。
e207-page =
    学习时会把答案和讲解给学员看。考试用的题在课里出现过，考试就不作数了。

    错：
    {"    "}check = ["final-exam/refund-days"]
    对：
    {"    "}check = ["refunds/refund-days"]

e208 = { $what ->
        [circle] `[house]` 里的叫法绕成了一圈：{ $path }
       *[other] `[house]` 里的叫法一层套一层，太长了：{ $path }
     }
e208-label = 说不出来
e208-help = 让其中一个直接写出字来，不再提别的。
e208-page =
    `[house]` 里的一个叫法可以提另一个，几层都行；可是绕回自己，就永远说不完。正文里那一处先显示成“…”。

    错：
    {"    "}[house]
    {"    "}shop = "{"{"}house.company{"}"}旗舰店"
    {"    "}company = "{"{"}house.shop{"}"}公司"
    对：
    {"    "}[house]
    {"    "}shop = "{"{"}house.company{"}"}旗舰店"
    {"    "}company = "云上百货"

e301 = 单选题要有且只有一个正确选项，这里有 { $count } 个
e301-label = { $count } 个
e301-help = 给一个选项写 `right = true`；要选多个就用 `kind = "any-of"`。
e301-page =
    `one-of` 是单选：没有正确选项就没人能答对，有两个就答对了也会被判错。

    错：
    {"    "}options = [{"{"} id = "a", text = "…" {"}"}, {"{"} id = "b", text = "…" {"}"}]
    对：
    {"    "}options = [{"{"} id = "a", text = "…", right = true {"}"}, {"{"} id = "b", text = "…" {"}"}]

e302 = `{ $key } = true` 的要有，没有的也要有
e302-label = { $count } 个 `{ $key }`
e302-help = 至少一项写 `{ $key } = true`，至少一项不写。
e302-page =
    全对或全错的多选题、找错题，闭着眼睛全选或全不选就行，考不出什么。

    错：
    {"    "}options = [{"{"} id = "a", text = "…", right = true {"}"},
    {"    "}           {"{"} id = "b", text = "…", right = true {"}"}]
    对：
    {"    "}options = [{"{"} id = "a", text = "…", right = true {"}"},
    {"    "}           {"{"} id = "b", text = "…" {"}"}]

e303 = `{ $key }` 太少：{ $count } 个，至少 { $least } 个
e303-label = 太少
e303-help = 补到至少 { $least } 个。
e303-page =
    只有一个可选的东西，就没有什么可选、可排、可配的了。

    错：
    {"    "}options = [{"{"} id = "a", text = "…", right = true {"}"}]
    对：
    {"    "}options = [{"{"} id = "a", text = "…", right = true {"}"}, {"{"} id = "b", text = "…" {"}"}]

e304 = 分值要大于 0
e304-label = 不大于 0
e304-help = 写一个大于 0 的数，例如 `points = 2`。
e304-page =
    不得分的题目不影响成绩，负分的题目答对反而扣分，都不是想要的。

    错：
    {"    "}points = 0
    对：
    {"    "}points = 2

e305 = `tolerance` 不能小于 0
e305-label = 小于 0
e305-help = 写允许相差多少，例如 `tolerance = 1`；要求正好就写 0。
e305-page =
    允许的误差是“上下差多少也算对”，没有负的。

    错：
    {"    "}tolerance = -1
    对：
    {"    "}tolerance = 1

e306 = `accept` 里没有能比对的字
e306-label = 都是标点
e306-help = 写上至少一个有字的答案。
e306-page =
    比对答案时不看标点和空格；只有标点的答案去掉以后什么也不剩，就没人能答对。

    错：
    {"    "}accept = ["？"]
    对：
    {"    "}accept = ["黄金三秒", "三秒"]

e307 = “{ $text }”写了两次
e307-label = 同样的话
e307-help = 改掉一个，让两者分得清。
e307-page =
    两个选项一模一样，学员选哪一个都像蒙的。

    错：
    {"    "}{"{"} id = "a", text = "稍等" {"}"}, {"{"} id = "b", text = "稍等" {"}"}
    对：
    {"    "}{"{"} id = "a", text = "稍等" {"}"}, {"{"} id = "b", text = "我马上查，两分钟回您" {"}"}

e401 = 回合 `{ $turn }` 要有且只有一条出路，这里有 { $count } 条
e401-label = { $ways ->
        [none] 没有出路
       *[other] 出路：{ $ways }
     }
e401-help = 在 `reply`、`write`（自己写）、`goto`、`branch`、`ending` 里选一样。
e401-page =
    一个回合之后怎么走，只能由一样东西决定：学员回复、直接去、按条件分，或者到此结束。

    错：
    {"    "}[[turn]]
    {"    "}id = "x"
    {"    "}says = "……"
    对：
    {"    "}[[turn]]
    {"    "}id = "x"
    {"    "}says = "……"
    {"    "}goto = "opening"

e402 = { $way ->
        [write] 自己写的回复得分太低时，没有路走
        *[branch] 分支的最后一条也带条件，可能哪条都不走
    }
e402-label = { $way ->
        [write] 最后一条不是从 0 起
        *[branch] 还带条件
    }
e402-help = { $way ->
        [write] 最后加一条没有 `at_least` 的：`{"{"} to = "…" {"}"}`。
        *[branch] 最后加一条没有 `when` 的：`{"{"} to = "…" {"}"}`。
    }
e402-page =
    条件都不成立时，客户就没有下一句话。最后一条不写条件，保证总有路走。

    错：
    {"    "}branch = [{"{"} when = ["mood >= 40"], to = "calm" {"}"}]
    对：
    {"    "}branch = [{"{"} when = ["mood >= 40"], to = "calm" {"}"}, {"{"} to = "angry" {"}"}]

e403 = `{ $text }` 不是条件
e403-label = 读不懂
e403-help = 写成 `变量`、`!变量` 或 `变量 >= 整数`（== != < <= > >=）。
e403-page =
    条件只有三种写法：是、不是、和一个整数比。几个条件放进列表里，要同时成立。

    错：
    {"    "}when = ["mood ≥ 40 && told"]
    对：
    {"    "}when = ["mood >= 40", "told"]

e404 = `{ $name }` 是{ $sort ->
        [flag] {" "}true/false 变量
       *[integer] 整数变量
     }，不能这样用
e404-label = 类型不对
e404-help = { $sort ->
        [flag] 条件写 `{ $name }` 或 `!{ $name }`，用 `set` 改成 true 或 false。
       *[integer] 条件写 `{ $name } >= 1` 之类，用 `add` 加减，或用 `set` 设成整数。
     }
e404-page =
    变量分两种：true/false 和整数。true/false 不能加减、比大小，整数不能当“是”或“不是”。

    错：
    {"    "}told = false
    {"    "}…
    {"    "}add = {"{"} told = 1 {"}"}
    对：
    {"    "}told = false
    {"    "}…
    {"    "}set = {"{"} told = true {"}"}

e405 = `goto`/`branch` 绕成了圈：{ $path }
e405-label = 绕回这里
e405-help = 让圈里至少有一个学员能回复的回合。
e405-page =
    这一圈里没有人说话做选择，程序会一直转下去，永远停不下来。

    错：
    {"    "}# a: goto = "b"
    {"    "}# b: goto = "a"
    对：
    {"    "}# a: goto = "b"
    {"    "}# b: [[turn.reply]] …

e406 = 红线回复 `{ $reply }` 要通向失败的结局，`{ $to }` 不是
e406-label = 不是失败结局
e406-help = 让 `to` 指向一个 `outcome = "failed"` 的结局。
e406-page =
    踩了红线，这一局就得 0 分、不通过。后面还能接着聊，学员会以为没事。

    错：
    {"    "}red_line = "泄露隐私"
    {"    "}to = "goes-on"
    对：
    {"    "}red_line = "泄露隐私"
    {"    "}to = "fired"     # outcome = "failed"

e407 = 回合 `{ $turn }` 的每个回复都踩红线
e407-label = 没有别的路
e407-help = 至少加一个不踩红线的回复。
e407-page =
    每条路都是红线，学员怎么选都错，学不到该怎么做。

    错：
    {"    "}# reply a: red_line = "…"
    {"    "}# reply b: red_line = "…"
    对：
    {"    "}# reply a: red_line = "…"
    {"    "}# reply b: 先核对身份

e408 = 回合 `{ $turn }` 里客户没有说话
e408-label = 缺 says
e408-help = 写上 `says = "……"`{ $way ->
        [ending] ，结局要有一句告别
       *[reply] {""}
     }。
e408-page =
    要学员回复，客户得先说句话；到了结局，也要有一句告别或者甩手离开。只有 `goto`、`branch` 的回合可以不说。

    错：
    {"    "}[[turn]]
    {"    "}id = "good"
    {"    "}[turn.ending]
    对：
    {"    "}[[turn]]
    {"    "}id = "good"
    {"    "}says = "好的，谢谢你。"
    {"    "}[turn.ending]

e409 = 变量不能叫 `{ $name }`
e409-label = 不能用
e409-help = 以小写字母开头，只用 a–z、0–9、`_`、`-`；`mood` 已经是心情。
e409-page =
    变量名会写在条件里，所以只用简单的字母。`mood` 是客户的心情，天生就有，不用再声明。

    错：
    {"    "}Told = false
    对：
    {"    "}told = false

e410 = `{ $name }` 的值 { $value } 不在 { $min } 到 { $max } 之间
e410-label = 超出范围
e410-help = 改这个值，或者改 `min`、`max`。
e410-page =
    变量的起始值和每次设的值，都要在自己声明的范围里。

    错：
    {"    "}offers = {"{"} start = 5, min = 0, max = 3 {"}"}
    对：
    {"    "}offers = {"{"} start = 0, min = 0, max = 3 {"}"}

e421 = { $what ->
        [none] 这里要计时，可是库里没有回复时效标准
        [several] 这里要计时，可是库里有好几份标准，不知道用哪份
       *[channel] 这里要计时，可是标准里没有 `{ $channel }` 这个渠道
    }
e421-label = { $what ->
        [none] 没有标准
        [several] 用哪份
       *[channel] 没有时限
    }
e421-help = { $what ->
        [none] 加一个 `[standard]` 文件（`onduty new standard reply-times`），或者删掉 `clock`。
        [several] 在 `[scenario]` 里写上 `standard = "…"`。
       *[channel] 给标准加上 `{ $channel }` 的 `[[band]]`，或者删掉 `clock`。
    }
e421-page =
    `clock = true` 的回合按回复时效标准计时：几秒内回复得几分。标准按渠道分开写，
    因为在线聊天、电话、工单的要求不一样。库里只有一份标准就用它，有几份就在情景里写明。

    错：
    {"    "}channel = "counter"  …  clock = true
    对：
    {"    "}channel = "chat"  …  clock = true

e422 = { $what ->
        [way] 回合 `{ $turn }` 不等人回复，没什么可计时的
       *[timeout] 回合 `{ $turn }` 写了超时去哪儿，却没有计时
    }
e422-label = { $what ->
        [way] 不用回复
       *[timeout] 没有计时
    }
e422-help = { $what ->
        [way] 删掉 `clock`；要计时的是有 `reply` 或 `write` 的回合。
       *[timeout] 加上 `clock = true`，或者删掉 `timeout`。
    }
e422-page =
    计时从话和回复都显示出来算起，到学员回复为止；所以只有等人回复的回合才有。
    `timeout` 说的是一直不回复会怎样，没有计时就永远不会发生。

    错：
    {"    "}timeout = {"{"} to = "left", feedback = "…" {"}"}
    对：
    {"    "}clock = true
    {"    "}timeout = {"{"} to = "left", feedback = "…" {"}"}

e423 = { $what ->
        [first] `{ $channel }` 的第一档没有写时限
        [late] `{ $channel }` 的“更晚”一档后面又有一档
        [twice] `{ $channel }` 有两档时限一样
        [order] `{ $channel }` 的时限不是从短到长
       *[points] `{ $channel }` 回复得慢反而得分多
    }
e423-label = { $what ->
        [first] 缺 `within`
        [late] 该放最后
        [twice] 一样长
        [order] 比上一档短
       *[points] 比上一档多
    }
e423-help = { $what ->
        [first] 写上 `within = "6s"`；不写时限的一档指“比前面都晚”，只能放最后。
        [late] 把不写 `within` 的一档放到这个渠道的最后，只写一档。
       *[other] 每个渠道的档从快到慢写，得分从多到少。
    }
e423-page =
    每个渠道的时限从短到长一档一档写，越晚得分越少。最后可以有一档不写 `within`：
    比前面都晚的，得这些分（多半是负的）。

    错：
    {"    "}[[band]]
    {"    "}channel = "chat"
    {"    "}within = "30s"
    {"    "}points = 1
    {"    "}[[band]]
    {"    "}channel = "chat"
    {"    "}within = "6s"
    {"    "}points = 2
    对：
    {"    "}[[band]]
    {"    "}channel = "chat"
    {"    "}within = "6s"
    {"    "}points = 2
    {"    "}[[band]]
    {"    "}channel = "chat"
    {"    "}within = "30s"
    {"    "}points = 1

e501 = `{ $path }` 还没有 { $language } 的翻译
e501-label = 缺 `{ $key }`
e501-help = 在这里加上 `{ $key } = …`。
e501-page =
    库里写明的每种语言都要完整。缺一句，用那种语言学习的人就会看到一句看不懂的话。
    第二处标出的是原文。草稿（`status = "draft"`）里缺的只是提醒：翻译放在最后做。

    错：
    {"    "}[question.golden-seconds]
    {"    "}ask = "…"
    对：
    {"    "}[question.golden-seconds]
    {"    "}ask = "…"
    {"    "}why = "…"

e502 = 原文里没有 `{ $key }`
e502-label = 没有对应
e502-help = { $best ->
        [none] 对照原文的键和 id；原文删了，这里也要删。
       *[other] 是不是想写 `{ $best }`？
     }
e502-page =
    翻译文件里多出来的话没有地方显示。多半是 id 写错，或者原文改了名。

    错：
    {"    "}[question.goldne-seconds]
    对：
    {"    "}[question.golden-seconds]

e503 = `{ $key }` 不是文字，不用翻译
e503-label = 不用写
e503-help = 删掉这一行；它只在原文里写一次。
e503-page =
    分值、去向、条件这些只在原文里写一次，翻译只管文字。写两份，总有一天会对不上。

    错：
    {"    "}[question.a]
    {"    "}points = 3
    对：
    {"    "}[question.a]
    {"    "}ask = "…"

e504 = `{ $key }` 有 { $count } 条，原文有 { $expected } 条
e504-label = 对不上
e504-help = 写得和原文一样多、一样的形状。
e504-page =
    列表里的每一条要和原文一一对应，少一条就有一句没有翻译。

    错：
    {"    "}says = ["Hello?"]
    对：
    {"    "}says = ["Hello?", "Anyone there?"]

e505 = { finding-kind } `{ $id }` 没有 { $language } 的翻译文件
e505-label = 还没翻译
e505-help = 新建同名的 `.{ $language }.toml`，写上 `translates = "{ $kind }:{ $id }"`。
e505-page =
    库文件里写了这种语言，每样东西就都要有它的翻译文件。还没准备好的，可以先标 `status = "draft"`。

    错：
    {"    "}bank.toml
    对：
    {"    "}bank.toml
    {"    "}bank.en.toml

    翻译文件放在原文旁边，名字和原文一样，只在 `.toml` 前加上语言，开头这样写：
    {"    "}format = 1
    {"    "}translates = "bank:communication"
    {"    "}language = "en"

    下面是同样的键，写上那种语言的文字，别的都不写：分值、答案、条件只在原文里写一次。有哪些键：`onduty schema bank-translation`。

e506 = `{ $language }` 不在库的语言里
e506-label = 不在其中
e506-help = { $best ->
        [none] 在库文件的 `languages` 里加上它，或者改这里。
       *[other] 是不是想写 `{ $best }`？
     }
e506-page =
    库文件的 `languages` 列出全部语言，`language` 是其中写原文的那一种。翻译只能是其余的几种。

    错：
    {"    "}language = "english"
    对：
    {"    "}language = "en"

e507 = 没有 `{ $id }` 可以翻译
e507-label = 找不到原文
e507-help = { $best ->
        [none] 写成 `种类:id`，例如 `bank:communication`。
       *[other] 是不是想写 `{ $best }`？
     }
e507-page =
    这个翻译文件说明了它翻译谁，可库里没有那样东西。

    错：
    {"    "}translates = "bank:comunication"
    对：
    {"    "}translates = "bank:communication"

e508 = `{ $id }` 有两份 { $language } 翻译
e508-label = 第二份
e508-help = 留一份，把另一份并进去。
e508-page =
    同一种语言有两份翻译，就不知道该用哪一份的话。

    错：
    {"    "}bank.en.toml
    {"    "}bank-2.en.toml
    对：
    {"    "}bank.en.toml

w601 = { $what ->
        [lines] 花括号跨了行
        [comma] 花括号里最后多了逗号
       *[escape] `\x` 这种转义
     }，只有 TOML 1.1 才允许
w601-label = TOML 1.1
w601-help = { $what ->
        [lines] 写在一行里（`onduty tidy 文件` 会接好），或者改用 `[[…]]` 表头分行写。
        [comma] 去掉右花括号前的逗号；`onduty tidy 文件` 会去掉它。
       *[escape] 写成 `\u00…`；`onduty tidy 文件` 会改好。
     }
w601-page =
    格式约定用 TOML 1.0，这样表格软件、编辑器和其他工具都能读。1.1 的新写法本程序读得懂，别的工具未必。

    错：
    {"    "}offers = {"{"}
    {"    "}  start = 0, min = 0, max = 3,
    {"    "}{"}"}
    对：
    {"    "}offers = {"{"} start = 0, min = 0, max = 3 {"}"}

w602 = 文件开头有一个看不见的 BOM 标记
w602-label = BOM
w602-help = 运行 `onduty tidy 文件` 去掉它；或者另存为“UTF-8”，不要选“带 BOM 的 UTF-8”。
w602-page =
    Windows 的一些编辑器会在文件开头加一个看不见的标记。本程序会跳过它，别的 TOML 工具可能读不了。

    错：
    {"    "}# UTF-8 with BOM
    对：
    {"    "}# UTF-8

w603 = 没有写出处 `sources`
w603-label = 缺出处
w603-help = 写上 `sources = ["《手册》 第几节"]`；自己的规定写 `"project"`。
w603-page =
    有了出处，手册改版时才知道哪些内容要跟着改，学员问“凭什么”也答得上来。

    错：
    {"    "}[course]
    {"    "}id = "refunds"
    对：
    {"    "}[course]
    {"    "}id = "refunds"
    {"    "}sources = ["《售后手册》 第三章"]

w604 = 学习目标 `{ $id }` { $what ->
        [asked] 教了，但没有题目考
        [played] 教了，但没有情景、考站练
        [taught] 考了练了，但没有课教
       *[served] 没有课教，也没有地方考或练
     }
w604-label = 没落实
w604-help = 在课、题目、情景或考站的 `objectives` 里写上它。
w604-page =
    要知道的（know）要有课教、有题问；要会做的（do）要有课教，有情景练或考站看。漏了的目标写在纸上，学员身上却没有。

    错：
    {"    "}[[objective]]
    {"    "}id = "farewell"    # nowhere else
    对：
    {"    "}[[lesson]]
    {"    "}objectives = ["communication/farewell"]

w605 = { finding-kind } `{ $id }` 没有用到
w605-label = 没用到
w605-help = 用上它，或者删掉。
w605-page =
    写了却没人用的东西，多半是忘了接上，或者改名时落下的。

    错：
    {"    "}[vars]
    {"    "}told = false    # no condition reads it
    对：
    {"    "}[vars]
    {"    "}told = false
    {"    "}…
    {"    "}when = ["told"]

w606 = `{ $id }` 盖过了下层库里的同名{ finding-kind }
w606-label = 盖过下层
w606-help = 有意这样就不用管；不想盖，就换个 id。
w606-page =
    一个库写了 `extends`，同名的以上层为准。可能正是您要的，也可能只是碰巧重名，所以提醒一声。

    错：
    {"    "}id = "communication"    # as in the shipped library
    对：
    {"    "}id = "our-communication"

w607 = { $of } 道单选题里有 { $count } 道的正确选项{ $what ->
        [first] 排在第一个
       *[longest] 最长
     }，太容易猜
w607-label = 能猜出来
w607-help = { $what ->
        [first] 打乱选项的先后。
       *[longest] 把错的写得一样具体，或者把对的写短些。
     }
w607-page =
    学员很快就会发现规律，不看题也能得分，考的就不是本事了。偶尔如此没关系，这里已经远远超出碰巧。

    错：
    {"    "}# 10 of 10: right = true at the first
    对：
    {"    "}# spread over all places

w608 = 这一条分支永远走不到
w608-label = 走不到
w608-help = { $way ->
        [write] 它前面有一条要求更低的，先走那条；`at_least` 从高到低排。
        *[branch] 它前面有一条没有条件的；把那条移到最后，或者删掉这条。
    }
w608-page =
    分支从上往下看，没有条件的一条总是成立，排在它后面的就没有机会了。

    错：
    {"    "}branch = [{"{"} to = "a" {"}"}, {"{"} when = ["told"], to = "b" {"}"}]
    对：
    {"    "}branch = [{"{"} when = ["told"], to = "b" {"}"}, {"{"} to = "a" {"}"}]

w609 = `[house]` 里的 `{ $name }` 没有一处提到
w609-label = 哪儿也不用它
w609-help = { $best ->
        [none] { $known ->
            [none] 在要换的地方写 `{"{"}house.{ $name }{"}"}`，或者去掉这一行。
           *[other] 正文里提到的有这些：{ $known }。自己的课文要用它，就写 `{"{"}house.{ $name }{"}"}`。
         }
       *[other] 是不是想写 `{ $best }`？正文里提到的有这些：{ $known }。
     }
w609-page =
    `[house]` 里的叫法，正文写到 `{"{"}house.名字{"}"}` 的地方才换。名字差一个字母，就哪儿也换不上。

    错：
    {"    "}[house]
    {"    "}compnay = "云上百货"
    对：
    {"    "}[house]
    {"    "}company = "云上百货"

w610 = `{ $found }` 不会换成公司的叫法
w610-label = 写法差一点
w610-help = 写成 `{ $right }`。
w610-page =
    只认半角的花括号和点、小写的 `house`，开头不空格，也不能漏掉后一半括号。写成别的样子，学员看到的就是这几个字本身。

    错：
    {"    "}ask = "在｛house。shop｝买的？"
    对：
    {"    "}ask = "在{"{"}house.shop{"}"}买的？"

w611 = “{ $word }”这个词解释了两次
w611-label = 又解释一次
w611-help = 只留一处；另一处在名词表 `{ $glossary }` 里。要换掉整张表，就用它的 id。
w611-page =
    学员查这个词，会看到两种说法，不知道听哪一个。

    错：
    {"    "}[[term]]
    {"    "}id = "stop-slip"
    {"    "}term = "截单"
    {"    "}[[term]]
    {"    "}id = "intercept"
    {"    "}term = "截单"
    对：
    {"    "}[[term]]
    {"    "}id = "stop-slip"
    {"    "}term = "截单"
    {"    "}also = ["拦截"]

w621 = 这里光读完就要 { $needs }（{ $language }），比最晚的时限 { $limit } 还长
w621-label = 字太多
w621-help = 把客户的话和回复写短些，或者这一回合不计时。
w621-page =
    要读的字会加到每档时限上，所以读得完。可是读的时间比回复的时限还长，
    量出来的就是阅读快慢，不是回复快慢了。

    错：
    {"    "}clock = true   # 四条回复，每条八十个字
    对：
    {"    "}clock = true   # 三条回复，每条二十来个字

a701 = 回合 `{ $turn }` 怎么走都到不了
a701-label = 到不了
a701-help = 让某个 `to`、`goto` 或 `branch` 通向它，并且条件能成立；不要就删掉。
a701-page =
    从开头把每条路都走了一遍，没有一条到得了这里。写它的功夫白费了，也可能是某个条件写反了。

    错：
    {"    "}[[turn]]
    {"    "}id = "bonus"    # nothing leads here
    对：
    {"    "}to = "bonus"

a702 = 在回合 `{ $turn }` 可能一个回复也没得选
a702-label = 没得选
a702-help = 加一个没有 `when` 的回复。走到这里的路：{ $path }
a702-page =
    照着提示的路走到这里，条件都不成立，或者能选的都选过了，学员就卡住了。
    选过一次的回复不会再出现，所以能绕回来的回合要多备几个。

    错：
    {"    "}when = ["mood >= 90"]    # on every reply
    对：
    {"    "}# one reply without when

a703 = `{ $var }` 会超出范围：在回合 `{ $turn }` 选 `{ $reply }` 时
a703-label = 超出范围
a703-help = 放宽 `min`/`max`，或者给这个回复加 `when`。路：{ $path }
a703-page =
    有一条走得到的路会让这个变量超出自己声明的范围。是少想了一条路，还是范围写窄了，由您判断。

    错：
    {"    "}offers = {"{"} start = 0, min = 0, max = 1 {"}"}
    {"    "}# add = {"{"} offers = 1 {"}"} twice
    对：
    {"    "}offers = {"{"} start = 0, min = 0, max = 2 {"}"}

a704 = 这个情景怎么走都不及格
a704-label = 过不了
a704-help = 降低 `pass`，或者给好的回复加分。
a704-page =
    每条路都算过了，没有一条能到及格线。学员再努力也白搭。

    错：
    {"    "}# every good path crosses a red line
    对：
    {"    "}# one way to pass at least

a705 = 这个情景怎么走都及格
a705-label = 都能过
a705-help = 提高 `pass`，或者让差的回复少得分、扣分。
a705-page =
    每条路都能过，这一关就分不出会和不会。

    错：
    {"    "}pass = 1
    对：
    {"    "}pass = 60

a706 = 最好的一条路也只得 0 分或负分
a706-label = 没有分
a706-help = 给好的回复写 `score`。
a706-page =
    得分按“得到的 ÷ 最多能得到的”算。最多也不到 1 分，就没法算百分比。

    错：
    {"    "}[[turn.reply]]
    {"    "}id = "warm"
    对：
    {"    "}[[turn.reply]]
    {"    "}id = "warm"
    {"    "}score = {"{"} empathy = 2 {"}"}

a707 = 情况太多，算不完
a707-label = 太复杂
a707-help = 减少变量的范围，或者少绕几个圈。
a707-page =
    程序要把每种情况都走到，才敢说它一定走得通，才知道最高分是多少、怎么算百分比。变量范围太大、圈太多，就走不完了。
    onduty analyse 会给出能保证的范围。

    错：
    {"    "}points_given = {"{"} start = 0, min = 0, max = 100000 {"}"}
    对：
    {"    "}points_given = {"{"} start = 0, min = 0, max = 3 {"}"}

a708 = 从回合 `{ $turn }` 走不到任何结局
a708-label = 走不出去
a708-help = 让它的某条路通向一个结局。
a708-page =
    到了这里，怎么选都绕不到结局，这一局就完不了。

    错：
    {"    "}# a → b → a, no ending
    对：
    {"    "}# b → good (ending)

a709 = 回复 `{ $reply }` 从来不会出现
a709-label = 不会出现
a709-help = 改它的 `when`，让它有机会成立；不要就删掉。
a709-page =
    每一种走得到的情况都看过了，没有一次它的条件全部成立。多半是条件写反了，或者数字写得太大。

    错：
    {"    "}mood = 50
    {"    "}# when = ["mood >= 90"], and no reply before lifts the mood so far
    对：
    {"    "}# when = ["mood >= 60"]

a710 = { $at } 的条件“{ $condition }”{ $what ->
        [always] 每次都成立
       *[never] 从来不成立
     }
a710-label = 每次都一样
a710-help = { $what ->
        [always] 不写它结果也一样；如果本意不是这样，看看是不是写反了。
       *[never] 这一条永远走不到；改条件，或者删掉。
     }
a710-page =
    条件是用来分情况的。走遍每一种情况，它都是同一个结果，就没有分开任何东西。

    错：
    {"    "}when = ["mood >= 0"]
    对：
    {"    "}when = ["mood >= 40"]

a711 = 变量 `{ $var }` 从头到尾没变过
a711-label = 没变过
a711-help = 用 `set` 或 `add` 改它，或者删掉它和用到它的条件。
a711-page =
    变量是让后面的话记得前面的话。它从来不变，用到它的条件每次都是同一个结果，就和没有它一样。

    错：
    {"    "}[vars]
    {"    "}told_time = false    # read by a `when`, but never set
    对：
    {"    "}set = {"{"} told_time = true {"}"}

a712 = { $of } 个回合里有 { $count } 个，最好的回复正好最长（{ $lang }），太容易猜
a712-label = 看长短就能选
a712-help = 把差的回复写得一样具体，或者把好的写短些。
a712-page =
    学员很快就会发现“挑长的准没错”，不看客户说什么也能高分。偶尔如此没关系，这里已经远远超出碰巧（三个标准差），或者至少 4 轮、轮轮都是最长的最好。

    错：
    {"    "}# 8 of 8 turns: the best reply is the longest
    对：
    {"    "}# bad replies as long and as polite as good ones

a713 = 闭着眼睛随便选，也有 { $chance } 的机会及格
a713-label = 瞎选也能过
a713-help = 提高 `pass`，或者让差的回复扣分、多走几步弯路。用 onduty analyse 看每个分数有多少走法。
a713-page =
    每次都在能选的回复里随便挑一个，及格的机会竟然超过三分之一：比在一个回合的三个回复里蒙对一个还容易，及格就说明不了什么。
    这个界线是我们自己定的（project），不是手册的规定。不到三个决定就能结束的短练习不看这一条。

    错：
    {"    "}score = {"{"} ask = 1 {"}"}    # for good and middling replies alike
    对：
    {"    "}score = {"{"} ask = -1 {"}"}    # what annoys the customer costs

a714 = 参考写法（{ $lang }）自己只得 { $earned } 分，满分 { $best } 分
a714-label = 差在：{ $lacks }
a714-help = 改参考写法，或者放宽要点的说法（`any`、`all`），让它拿满分、一条规范也不犯。
a714-page =
    学员写的回复怎么判，参考写法就怎么判。连它都拿不满，说明要点写得太窄，或者它犯了话术规范：学员照着写也会被扣分，这道题就不公平。
    每种语言的参考写法都要拿满分。

    错：
    {"    "}sample = "您稍等，应该快到了。"    # “应该”犯了“说得含糊”
    对：
    {"    "}sample = "抱歉让您久等，我马上查，今天下午 6 点前给您答复。"

a801 = 全靠蒙，也有 { $chance } 的机会拿到这张证，超过了允许的 { $most }
a801-label = 蒙得过
a801-help = 多抽几道题，换些蒙不中的题型，提高及格线；或者放宽 `guess_at_most`。
a801-page =
    什么都不懂、每一题每一句都乱选的人，一次考过的机会是精确算出来的，不是试出来的：把能抽到的每一份卷子都算了进去。
    判断题和选项少的选择题最容易蒙中；排序、连线、归类、填空很难蒙中。

    错：
    {"    "}draw = [{"{"} bank = "b", count = 2 {"}"}]    # true-false only
    {"    "}guess_at_most = 0.001
    对：
    {"    "}draw = [{"{"} bank = "b", count = 20 {"}"}]

a802 = 待定的范围是及格线下 { $band } 分，测量误差却有 { $error } 分
a802-label = 范围窄于误差
a802-help = 把 `borderline` 放宽到 { $least }，或者多抽几道题、几个情景。
a802-page =
    水平刚好在及格线上的人，光凭运气，总分也会上下差这么多（标准差）。`borderline` 比它还窄，就有人只因手气不好被直接判不及格，没有人替他复看。
    误差按平均的一份卷子、在及格线上算（洛德的二项误差模型）；考站和考官之间的差别没有算进去，实际只会更大。

    错：
    {"    "}borderline = 1
    对：
    {"    "}borderline = 8

a803 = 什么都会的人，考过的机会也只有 { $chance }
a803-label = 会也考不过
a803-help = 看看能抽到的情景：有没有一条路能拿到分，又不踩红线。
a803-page =
    每一题都答对、每一句都选最好的人，也可能抽到一份考不过的卷子。那就不是考生的问题了。

    错：
    {"    "}# every way of a role-play that may be drawn crosses a red line
    对：
    {"    "}# each role-play can be played to its best without one

a804 = 一题不答也能拿到这张证
a804-label = 白送
a804-help = 写上及格线：`[theory]`、`[practice]` 或 `[result]` 的 `pass`。
a804-page =
    所有的及格线都是 0，交白卷也算通过，这张证就什么也证明不了。

    错：
    {"    "}[result]
    {"    "}pass = 0
    对：
    {"    "}[result]
    {"    "}pass = 80

a805 = 分数的花样太多，说不准全靠蒙能考过的机会是否超过允许的
a805-label = 算不准
a805-help = 把题目的 `points` 写成整数；或者少抽几道题、几个情景。
a805-page =
    机会要精确地算，就得把每一种总分分开；分不过来时，只算出它在哪两个数之间。这里连这也不够用：允许的机会正好落在中间，或者根本算不动。
    考试照样能用，只是没有人能说它蒙不过。

    错：
    {"    "}points = 1.001    # and 2.003, 3.007 …
    对：
    {"    "}points = 1

e801 = { $what ->
        [count] 锚点有 { $count } 条，按分值该有 { $wanted } 条
       *[number] 这一条锚点要以 `{ $count }:` 开头，后面写看到什么
     }
e801-label = { $what ->
        [count] { $count } 条
       *[number] 该是 { $count }
     }
e801-help = { $what ->
        [count] 从 0 分到满分，每一分写一条；或者改 `points`。
       *[number] 写成 `"{ $count }: ……"`，从 0 起一条一条往上数。
     }
e801-page =
    考官当场打分，靠的是锚点：看到什么给 0 分，看到什么给 1 分，一直到满分。少一条，那一分就没人知道该不该给。
    所以满分几分就写几加一条，每条以自己的分数和冒号开头，全角冒号也行。翻译里也一样写。

    错：
    {"    "}points = 2
    {"    "}anchors = ["没做", "做了"]
    对：
    {"    "}points = 2
    {"    "}anchors = ["0: 没做", "1: 做了一半", "2: 都做了"]

e802 = `{ $key }` 不能是 `{ $found }`
e802-label = 不是一段时间
e802-help = 写整数加单位：`s` 秒、`m` 分、`h` 小时、`d` 天，例如 `"40m"`；最长十年{ $key ->
        [wait] {""}
       *[other] ，不能是 0
     }。
e802-page =
    时间写成一个整数加一个单位，中间不留空格：`"40s"`、`"30m"`、`"4h"`、`"7d"`。
    不写小数，也不写月：各月长短不一，只有有效期按日历算。

    错：
    {"    "}limit = "1.5小时"
    对：
    {"    "}limit = "90m"

e803 = 按日历算的期限不能写成 `{ $found }`
e803-label = 读不懂
e803-help = 写成 `"12mo"`（月）或 `"365d"`（天），最长十年。
e803-page =
    上岗证的有效期和资料留多久，都按日历算：`"12mo"` 到明年前一天的最后一刻，`"365d"` 就是 365 天。

    错：
    {"    "}lasts = "1y"
    对：
    {"    "}lasts = "12mo"

e804 = 证号不能照 `{ $found }` 来编
e804-label = 编不出号
e804-help = 要有 `{"{"}issuer{"}"}` 和 `{"{"}serial{"}"}`（或 `{"{"}serial:4{"}"}`），可加 `{"{"}yyyymmdd{"}"}`；不写就用 `{ $usual }`。
e804-page =
    证号由三样拼成：`{"{"}yyyymmdd{"}"}` 发证日期、`{"{"}issuer{"}"}` 发证人的代号、`{"{"}serial:4{"}"}` 流水号（至少四位）。
    代号和流水号必须有，不然两处发的证会重号。总长不超过 60 个字符。证号也用作文件名，不能有 `/`、`..` 这类写法。
    核验二维码时，到最后一个 `-` 后面去找流水号：那里不能写别的数字。

    错：
    {"    "}pattern = "{"{"}year{"}"}-{"{"}serial{"}"}"
    对：
    {"    "}pattern = "{"{"}yyyymmdd{"}"}-{"{"}issuer{"}"}-{"{"}serial:4{"}"}"

e805 = 没有 `[theory]`，也没有 `[practice]`
e805-label = 没有考试
e805-help = 写上笔试 `[theory]`、实操 `[practice]`，至少一样。
e805-page =
    上岗证要考过才发。笔试、实操可以只考一样，不能一样都不考。

    错：
    {"    "}[licence]
    {"    "}[result]
    对：
    {"    "}[licence]
    {"    "}[theory]
    {"    "}[result]

e806 = { $parts ->
        [one] 只有一部分，它的 `weight` 要是 100，这里是 { $sum }
       *[two] 两部分的 `weight` 加起来要是 100，这里是 { $sum }
     }
e806-label = 合计 { $sum }
e806-help = { $parts ->
        [one] 改成 100，或者删掉这一行。
       *[two] 改成加起来正好 100。
     }
e806-page =
    总分是一百分，笔试占多少、实操占多少由 `weight` 说了算。加起来不是一百，及格线就没了意义。

    错：
    {"    "}[theory]
    {"    "}weight = 30
    {"    "}[practice]
    {"    "}weight = 60
    对：
    {"    "}[theory]
    {"    "}weight = 30
    {"    "}[practice]
    {"    "}weight = 70

e807 = { $what ->
        [limits] 各部分限时一共 { $part }，比整场考试的 { $whole } 还长
       *[renewal] 到期前 { $part } 就能续，比有效期 { $whole } 还长
     }
e807-label = { $what ->
        [limits] 只有 { $whole }
       *[renewal] 长过有效期
     }
e807-help = { $what ->
        [limits] 放宽 `within`，或者缩短某一部分的 `limit`。
       *[renewal] 缩短 `renew_within`。
     }
e807-page =
    告诉考生实操有 60 分钟，整场却先到了点，就是说话不算数。限时加起来要装得进 `within`，最好再留点走动的余地。
    续证也一样：刚发的证不该马上就能续。

    错：
    {"    "}# theory: limit = "40m", practice: limit = "60m"
    {"    "}within = "90m"
    对：
    {"    "}within = "4h"

e808 = { finding-kind } `{ $id }` 只供练习，不能拿来考试
e808-label = 练习用
e808-help = 换成 `use = "exam"` 的。
e808-page =
    练习时会把答案和讲解给学员看。练过的题再拿来考，考的是记性。

    错：
    {"    "}draw = [{"{"} bank = "refunds", count = 10 {"}"}]         # use = "practice"
    对：
    {"    "}draw = [{"{"} bank = "refunds-exam", count = 10 {"}"}]    # use = "exam"

e809 = { $what ->
        [few] 这里要抽 { $count } 个，能抽的只有 { $has } 个
        [order] 这里要抽 { $count } 个，能抽的有 { $has } 个，可是前面可能抽走，最坏差 { $lacking } 个
       *[taken] 这里要抽 { $count } 个，能抽的有 { $has } 个，前面还要抽走一些，最坏差 { $lacking } 个
     }
e809-label = 差 { $lacking } 个
e809-help = { $what ->
        [few] 再写 { $lacking } 个，或者少抽几个。要在用（`live`）、考试用、等级和岗位都对得上。
        [order] 把挑得窄的（带 `level` 的）写在前面就够了。
       *[taken] 再写 { $lacking } 个，或者少抽几个。
     }
e809-page =
    抽题按写的先后，一条一条随机抽，抽过的不再抽。前面宽的一条可能把后面窄的一条要的都抽走。
    这里按最坏的情形算过：只要有一种抽法会不够，就不能开考。

    错：
    {"    "}draw = [{"{"} bank = "b", count = 12 {"}"}, {"{"} bank = "b", level = 1, count = 8 {"}"}]    # 8 of level 1
    对：
    {"    "}draw = [{"{"} bank = "b", level = 1, count = 8 {"}"}, {"{"} bank = "b", count = 12 {"}"}]

e810 = `{ $key }` { $what ->
        [long] 太长，证上印不下：最多 { $most } 个字
        [all] 太长，证上印不下：加起来最多 { $most } 个字
       *[line] 里有换行或制表符，证上只印一行
     }
e810-label = 证上印不出来
e810-help = { $what ->
        [line] 写成一行。
       *[other] 写短些；细节放到课程里去讲。
     }
e810-page =
    名称、能做什么、会做什么，都要印在签了名的上岗证上。
    名称和每项能力各占一行，不能换行；名称最多 100 个字，每项能力 300 个字，范围 3000 个字。

    错：
    {"    "}title = "售前客服\n上岗证"
    对：
    {"    "}title = "售前客服上岗证"

w811 = { $what ->
        [total] 各项刚及格，总分已有 { $given }，`pass = { $mark }` 起不了作用
        [borderline] 各项都及格，总分至少 { $given }，不会落进及格线 { $mark } 下面那一段
        [wait] 一共只能考 { $mark } 次，等待时间却写了 { $given } 条
        [limit] 只有考站，限时用不上：考站由考官掌握时间
        [examiners] 没有考站，用不着两位考官
        [differ] 只有一位考官，没有分差可比
       *[red-line] 没有情景对话，就没有红线
     }
w811-label = 不起作用
w811-help = { $what ->
        [total] 把总分线提到 { $given } 以上，或者降低各项的及格线。
        [borderline] 去掉 `borderline`，或者提高总分线。
        [wait] 考几次就写几减一条；最后一次考完不用再等。
        [examiners] 去掉它，或者抽考站。
        [differ] 去掉它，或者写 `examiners = 2`。
       *[other] 删掉这一行。
     }
w811-page =
    写了却永远用不上的规定，多半是记错了别处的数，或者改了一处忘了另一处。

    错：
    {"    "}# theory: pass = 60, practice: pass = 60
    {"    "}[result]
    {"    "}pass = 50
    对：
    {"    "}[result]
    {"    "}pass = 80

w812 = { finding-kind } `{ $id }` 练习也用，考试也用
w812-label = 练过的
w812-help = 另写一份 `use = "exam"` 的。
w812-page =
    `use = "both"` 的内容学员平时就能练到，答案也看得到。拿它考试，分数说明不了多少。

    错：
    {"    "}use = "both"
    对：
    {"    "}use = "exam"

w813 = 可以考 { $attempts } 次，题目只够 { $rounds } 次不重样
w813-label = 差 { $lacking } 个
w813-help = 再写 { $lacking } 个，或者少抽一些，或者少给几次机会。
w813-page =
    每次考试先抽考生没见过的。库里不够时，后面几次就会碰到见过的题，考的便是记性。
    考站不算在内：手上的活，见过也要会做才行。

    错：
    {"    "}draw = [{"{"} bank = "b", count = 10 {"}"}]    # 20 in the bank
    {"    "}attempts = 3
    对：
    {"    "}attempts = 2

w814 = { finding-kind } `{ $id }` 不是给 `{ $roles }` 的
w814-label = 岗位不符
w814-help = 在它的 `roles` 里加上这个岗位，或者换一个。
w814-page =
    要考这个岗位的证，却要求学别的岗位的课、抽别的岗位的题，多半是 `roles` 没写全。

    错：
    {"    "}# licence: roles = ["after-sale-agent"]
    {"    "}# course:  roles = ["pre-sale-agent"]
    对：
    {"    "}# course:  roles = ["pre-sale-agent", "after-sale-agent"]

w815 = 题库 `{ $id }` 有 { $count } 道题（共 { $of } 道）哪场考试都抽不到
w815-label = 抽不到，从这一道起
w815-help = 看看各条 `draw` 的 `level`，和题目的 `roles`、`level`。
w815-page =
    考试用的题平时不给人看，考试又抽不到，就白写了。多半是某个等级没有抽，或者岗位对不上。

    错：
    {"    "}draw = [{"{"} bank = "b", level = 1, count = 8 {"}"}]    # level 2 is never drawn
    对：
    {"    "}draw = [{"{"} bank = "b", level = 1, count = 8 {"}"}, {"{"} bank = "b", level = 2, count = 4 {"}"}]

w817 = `[house]` 的 `{ $name }` 写的是“{ $said }”，上岗证 `{ $id }` 的 `{ $key }` 却是 { $span }
w817-label = 和上岗证不一样
w817-help = 两处写成一样：程序按上岗证的 `[appeals]` 办，课文说的是这里的。
w817-page =
    课文里说的申诉期限、答复期限来自 `[house]` 的 `appeal_days` 和 `answer_days`；程序真正照办的是每张上岗证 `[appeals]` 的 `window` 和 `answer_within`（没有写，就各是 14 天）。两处不一样，课文就答应了做不到的事。

    错：
    {"    "}[house]
    {"    "}appeal_days = "5 天"
    {"    "}# 上岗证里：[appeals] window = "7d"
    对：
    {"    "}appeal_days = "7 天"

w816 = 各部分限时加上考站的 { $stations } 分钟，要 { $need }，整场只有 { $within }
w816-label = 考不完
w816-help = 放宽 `within`。
w816-page =
    考站由考官掌握时间，整场到点却一样要停。照各站的 `minutes` 和各部分的 `limit` 算，最长的一组站会考不完。

    错：
    {"    "}# theory: limit = "60m", two stations of 40 minutes
    {"    "}within = "2h"
    对：
    {"    "}within = "4h"

e901 = `{ $key }` 里的“{ $text }”什么也比不出来
e901-label = 没有可比的字
e901-help = 写上要找的话；`…` 只表示中间隔着几个字，前后都要有字。
e901-page =
    比对的时候，大小写、全角半角、空格都不算。去掉这些就什么也不剩的话，永远找不到，或者处处都是。

    错：
    {"    "}phrases = ["…"]
    对：
    {"    "}phrases = ["不归我…管"]

e902 = 词表 `{ $list }` 里又写了词表 `{ $other }`
e902-label = 词表套词表
e902-help = 把 `{ $other }` 里的话抄过来；或者在规则里把两个词表都写上。
e902-page =
    词表里只放话。词表套词表，改了一处，就没人说得清别处变成了什么。

    错：
    {"    "}[[list]]
    {"    "}id = "offers"
    {"    "}phrases = ["{"{"}actions{"}"}", "可以为您"]
    对：
    {"    "}[[rule]]
    {"    "}unless = ["{"{"}actions{"}"}", "{"{"}offers{"}"}"]

e903 = { $rule ->
        [same] 规则盖住了自己
       *[other] 规则 `{ $rule }` 和 `{ $other }` 互相盖住
     }
e903-label = 谁也不算数了
e903-help = 只留一边的 `covers`：重的盖住轻的。
e903-page =
    `covers` 写的是：这条一犯，那几条就不再算。互相盖住，两条都不算，写了等于没写。

    错：
    {"    "}# flat-no: covers = ["flat-refusal"], flat-refusal: covers = ["flat-no"]
    对：
    {"    "}# flat-refusal: covers = ["flat-no"]

e904 = 回复 `{ $reply }` 犯了红线规则 `{ $rule }`，却没写 `red_line`
e904-label = 这是红线
e904-help = 给这条回复写上 `red_line = "…"`，并让 `to` 通向失败的结局；不算红线，就去掉 `breaks` 里的这一条。
e904-page =
    规范里是红线，情景里却照样接着聊，学员会以为没事。

    错：
    {"    "}breaks = ["chat/abuse"]
    对：
    {"    "}breaks = ["chat/abuse"]
    {"    "}red_line = "辱骂客户"
    {"    "}to = "fired"     # outcome = "failed"

e905 = 有好几份话术规范（{ $known }），这里没说按哪一份判
e905-label = 按哪一份？
e905-help = 在这里写上 `wording = "…"`。
e905-page =
    库里只有一份话术规范时，写的回复自然按它判。有好几份，就要说清是哪一份，不然换一份规范就换了分数。

    错：
    {"    "}[turn.write]
    {"    "}task = "…"
    对：
    {"    "}[turn.write]
    {"    "}wording = "chat"
    {"    "}task = "…"

e906 = 考试用的对话，写的回复不能按得分走不同的路（`{ $turn }`）
e906-label = 走哪条路由程序说了算
e906-help = 让每一档的 `to`、`mood`、`set`、`add` 都一样，或者只留一档：`branch = [{"{"} to = "…" {"}"}]`；只用来练习的，写 `use = "practice"`。
e906-page =
    写的回复由程序先判，考官可以改分，却改不了已经走完的对话。所以考试里（`use = "exam"` 或 `"both"`）
    不论写得怎样，下一步都一样；得多得少，只看分数。练习里可以按得分走不同的路。

    错：
    {"    "}use = "exam"
    {"    "}branch = [{"{"} at_least = 60, to = "calm" {"}"}, {"{"} to = "angry" {"}"}]
    对：
    {"    "}use = "exam"
    {"    "}branch = [{"{"} to = "calm" {"}"}]

e907 = 规则不能叫 `{ $rule }`
e907-label = 这个名字留给了别的
e907-help = 换一个 id，例如 `short-reply`。
e907-page =
    `too-short` 指一条回复没到 `min_chars`，考官复核时用它改判：`onduty mark … --unbroken too-short`。规则也叫这个，就分不清了。

    错：
    {"    "}[[rule]]
    {"    "}id = "too-short"
    对：
    {"    "}[[rule]]
    {"    "}id = "short-reply"

a901 = “{ $text }”和“{ $first }”比起来是同一句
a901-label = 又写了一次
a901-help = 留一个就够了。
a901-page =
    大小写、全角半角、空格都不算，所以这两句找到的是同样的地方。

    错：
    {"    "}phrases = ["Can’t", "can't"]
    对：
    {"    "}phrases = ["can't"]

a902 = “{ $text }”永远不会算数：里面就有“{ $except }”
a902-label = 总被排除
a902-help = 去掉这一句，或者把 `except` 里的“{ $except }”写得更长。
a902-page =
    `except` 写的是更长的说法：找到的话和它重叠，就不算。要找的话里已经有了它，就怎么也不会算了。

    错：
    {"    "}phrases = ["不好意思退不了"]
    {"    "}except = ["不好意思"]
    对：
    {"    "}phrases = ["退不了"]
    {"    "}except = ["不好意思"]

w901 = `detect = "{ $detect }"` 用不到 `{ $key }`
w901-label = 用不到
w901-help = 去掉这一行；要按话来找，就去掉 `detect`。
w901-page =
    只有按话来找的规则才看 `phrases`、`except` 这些；别的各有各的看法。（`again` 也看 `except`：只由这些客套话组成的回复，可以再说一次。）

    错：
    {"    "}detect = "one-word"
    {"    "}phrases = ["嗯"]
    对：
    {"    "}detect = "one-word"

w902 = 这条规则永远找不到东西
w902-label = { $what ->
        [none] 一句话也没有
       *[lists] 只有空的名单
     }
w902-help = 写上要找的话；只由作者标在情景里的，写 `detect = "tagged"`。
w902-page =
    规则按 `phrases` 里的话来找。里面是空的，或者只点了空的名单，它就从不触发，看着像在管事。

    错：
    {"    "}phrases = []
    对：
    {"    "}phrases = ["不归我管"]

w903 = “{ $text }”只有一个字，几乎句句都会中
w903-label = 太短
w903-help = 写长一点，例如把前后的字也写上；要的是整条回复只有这一个字，就加 `whole = true`。
w903-page =
    一个字在哪儿都会出现，好好的回复也会被扣分。

    错：
    {"    "}phrases = ["不"]
    对：
    {"    "}phrases = ["不行", "不能"]

w904 = 下面的课件还有 { $count } 处任务要用被拿掉的话术规范 `{ $id }`
w904-label = 它们先不提供
w904-help = 缺的有：{ $names }{ $more ->
        [0] {""}
       *[other] ，另外还有 { $more } 个
     }。{ $how ->
        [hidden] 不藏它也行：自己的规范另有 id，就只管自己的课件。
       *[replaced] 给自己的规范起一个别的 id，原来的就留着；或者在自己的规范里把这些名单和规则也写上。
     }
w904-page =
    您的课件藏起或者换掉了下面的一份话术规范，而下面的任务还点名要里面的名单和规则。这些任务判不了，所以学员先看不到。自己的规范另起一个 id，就只管自己的课件，下面的照旧。

    错：
    {"    "}[wording]
    {"    "}id = "chat"
    对：
    {"    "}[wording]
    {"    "}id = "my-shop"
