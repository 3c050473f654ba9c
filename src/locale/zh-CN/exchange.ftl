# 导入、导出
swap-wrong = 有误
swap-left-out = 没带过来
swap-changed = 有改动
swap-look = 请看一眼
swap-said = { $kind } { $where }：{ $what }
swap-help = → { $help }
swap-comma = 、
swap-whole = 整个文件
swap-lines = { $count ->
   *[other] 第 { $list } 行
}{ $more ->
    [0] { "" }
   *[other] 等（还有 { $more } 处）
}
swap-items = { $list }{ $more ->
    [0] { "" }
   *[other] 等（还有 { $more } 个）
}

import-done = { $count } 项，写进了 { $path }
import-encoding = 这个文件按 { $encoding } 读的。如果字不对，用原来的软件另存为 UTF-8，再导入一次。
import-mend = 有误的先在 { $path } 里改好，再导入一次（加 --force 覆盖）。
import-check = 下一步：onduty check { $folder }
import-place = 下一步：把它放进你的课件文件夹，再运行 onduty check 文件夹

fail-import = { $path } 读不了。
fail-import-nothing = { $path } 里没有能用的内容（按 { $format } 格式读的）；什么也没写。
fail-import-unknown = 看不出 { $path } 是什么格式。
fail-import-large = { $path } 太大了，一次最多读 { $most } MB。
fail-import-long = { $path } 的内容太多，写成课件会超过 { $most } MB。
fail-import-id = "{ $id }" 不能作 id：只用小写字母、数字和 -，最多 64 个字符。
fail-no-format = 没有 "{ $name }" 这种格式，或者它装不下这种内容。
fail-export = { $id } 写不出来。
fail-export-out = { $format } 不能显示在屏幕上，请用 --out 指定文件。
fail-export-thing = 没有叫 "{ $id }" 的题库或场景。
hint-import-format = 用 --from 说明格式：{ $formats }
hint-import-cut = 把它分成几个文件，分别导入。
hint-import-word = 在 Word 或 WPS 里另存为“纯文本”，再导入那个 .txt。
hint-force = 确定要覆盖它，就加上 --force。

unreadable-broken = 按 { $guess } 读，第 { $line } 行有认不出的字节。用原来的软件另存为 UTF-8 就好。
unreadable-big5 = 看样子是 Big5（繁体）编码。请另存为 UTF-8。
unreadable-binary = 这不是文字文件。
unreadable-large = 太大了，或者解压出来太大。
unreadable-quote = 第 { $line } 行的引号没有收尾。
unreadable-old-excel = 这是旧版 Excel（.xls）。请另存为 .xlsx 或 CSV。
unreadable-no-excel = 这个版本的程序不带 Excel 功能。请另存为 CSV。
unreadable-excel = Excel 文件打不开：{ $said }

# 导入时的说明
import-id = “{ $own }”不能作编号（只用小写字母、数字和 -，且不能重复），改用 { $id }
import-no-why = 没有解析，先用正确答案代替；请在课件里补上为什么
import-too-much = 一次太多了（{ $count } 道题，含材料）；分成几个文件导入
gift-brace = 花括号 {"{"} {"}"} 没有成对；题目中间不能有空行
gift-few = 答案太少
gift-weight = 权重 { $weight }% 不是 Moodle 认得的比例
gift-pair = 配对题要写成“=左边 -> 右边”：{ $text }
gift-number = “{ $text }”不是数字（逗号也不行）
gift-fine = 数字“{ $text }”太精细或太大；最多三位小数、一百万以内
gift-no-key = 没有得满分的答案
gift-essay = 问答题没有标准答案，这里装不下
gift-description = 只是说明文字，不是题目
gift-category = 分类“{ $path }”：题库不分层
gift-tags = 标签：{ $list }
gift-name = 题目的名称：{ $name }
gift-pictures = 图片
gift-html = 去掉了网页标记，只留文字
gift-several = 单选题里有几个正确答案，改成了多选：全部选中才得满分
gift-partial = 只得 { $weight }% 的答案：{ $text }
gift-shares = 各选项的权重改成平均分：每个对的一样多，每个错的扣一样多
gift-wildcard = 带 * 的答案：{ $text }
gift-feedback = 给单个答案的反馈并进了解析

# 导出时的说明
export-not-this = 这种格式装不下它。
export-keys = 难度、分值、技能、目标、岗位、选项顺序
export-material = 材料放到了题干前面
export-weights = 权重取了 Moodle 认得的最接近的比例
export-unit = 单位：{ $unit }
export-order = 排序题写成了配对：序号配内容
export-classify = 分类题写成了配对
export-write = 自己写的题写成了问答题，在那边要人来评
export-no-write = 自己写的题表格里放不下，没有导出
export-find = 找错题写成了多选
export-arrow = 答案里有 ->，和别的答案放不到一起：{ $text }
export-arrow-left = 左边的 -> 写成了 →

# 题目表
sheet-no-header = 找不到表头：至少要有“题干”和“正确答案”两列。
sheet-column = 这一列不认得：{ $name }
sheet-column-twice = 这一列重复了，只读前面那一列：{ $name }
sheet-beyond = 表头右边还有内容，那里没有列名
sheet-above = 表头上面的一行：{ $text }
sheet-bare-material = 材料下面没有题
import-material = 这段材料用在第 { $lines } 行的题上。哪道题不该用，文本里在它前面写一行【材料完】，表格里在它前面空一行。
import-number = 答案“{ $answer }”是个数，记成了数字题：带不带单位都认{ $unit ->
    [none] { "" }
   *[other] （单位：{ $unit }）
}
text-option-bare = “{ $text }”字母后面少了点，当作选项收下了。
text-option-doubt = “{ $text }”像选项，可是字母接不上；先接在上一行后面了，请核对字母和后面的点。
sheet-kind = 不认得的题型：{ $kind }
sheet-no-ask = 没有题干
sheet-no-answer = 没有答案
sheet-answer = 看不懂答案“{ $found }”：写选项的字母，例如 A 或 ABD
sheet-no-option = 答案里有 { $found }，但没有这个选项
sheet-one-right = 单选题只能有一个答案，这里是“{ $found }”
sheet-verdict = 判断题的答案写“正确”或“错误”，这里是“{ $found }”
sheet-number = 看不懂数字“{ $found }”
sheet-order = 排序题的答案要把每个选项写一次，这里是“{ $found }”
sheet-sides = 左右两边之间要有 →：{ $found }
sheet-who = 要写成“谁：说了什么”：{ $found }
sheet-points = 看不懂分值“{ $found }”
sheet-level = 看不懂难度“{ $found }”：写 1、2、3 或 易、中、难
text-between = 不属于哪一道题：{ $text }

export-use = “考试用”这个标记：再导入就成了练习题，学员看得到答案，要自己改回 use = "exam"
export-title = 题库的标题：{ $title }
export-sheet-keys = 技能、目标、岗位、选项顺序
export-number = 答案只是一个数，读回来会变成数字题：{ $text }
export-several = 答案里有分号或竖线，读回来会变成几个答案：{ $text }
export-arrow-sheet = 左边的 → 写成了 ->
export-many = 第 26 个以后的选项：没有字母可用了
talk-has-writing = 第 { $turn } 轮要自己写回复，表格里放不下；可以直接改 TOML
