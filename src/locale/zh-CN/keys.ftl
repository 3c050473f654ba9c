# Prompts: what keys do, why an answer was not taken.

## Help lines
help-next = Enter 继续
help-one = 数字或 ↑↓ 选择 · Enter 确定
help-many = 数字或空格勾选 · ↑↓ 移动 · Enter 确定
help-sort = 依次按数字（或空格）排出先后 · 退格撤回 · Enter 确定
help-match = 数字配右边，到下一行 · ←→ 换右边 · ↑↓ 选左边 · 退格清空 · Enter 确定
help-number = 输入数字 · Enter 确定
help-number-given = 输入新的数字就替换 · ←→ 退格 修改 · Enter 保留
help-line = 输入文字 · Enter 确定
help-line-typed = 输入文字 · Ctrl-U 清空 · Enter 确定
help-line-given = 直接输入就替换 · ←→ 退格 修改 · Ctrl-U 清空 · Enter 保留
help-pending = { $digits }_ 两位数就接着按；只要 { $digits } 就稍等，或按 Enter
help-panel = ? 看资料
help-panel-whole = ? 看整道题
help-panel-text = Tab 看资料
help-leave = Esc 离开
leaving = 再按 Esc 离开（进度保留），Enter 继续
leaving-apart = 再按 Esc 离开这里，Enter 继续
leaving-timed = 再按 Esc 离开（进度保留，但计时不停），Enter 继续
blank = 我不知道
line-ended = （没有了）
draft-unsent = 这是刚才还没交的答案，按 Enter 才算数。
who-by-number = 请用名字前面的数字来选。
more-above = … 上面还有 { $n } 项
more-below = … 下面还有 { $n } 项
match-rights = 可选的右边：
match-open = ？

## Why an answer was not taken
misfit-not-offered = 没有这个选项，请从给出的里面选。
misfit-empty = 还没有作答，请先选择或输入。
misfit-incomplete = 还没有全部完成，请补上空着的。
misfit-not-a-number = 这不是数字，请只输入数字，例如 3 或 2.5。
misfit-too-long = 太长了，最多 { $most } 个字。

## Passphrases
help-secret = 输入时屏幕上不显示 · Enter 确定 · Esc 离开
leaving-secret = 再按 Esc 离开，Enter 从头再输
secret = 口令：
secret-code = 开卷码：
code-short = 还少 { $count } 位：开卷码一共 { $digits } 位数字。
code-long = 多了 { $count } 位：开卷码一共 { $digits } 位数字。
code-odd = 开卷码只有数字，一共 { $digits } 位。
secret-again = 再输入一遍：
secret-short = 太短了，至少要 { $least } 个字符，请换一个长一点的。
secret-differ = 两次输入的不一样，请从头再来。

## Pager
pager-on = 空格 下一页
pager-back = ↑ 上一页
pager-done = Enter 读完了
pager-close = Esc 关闭
pager-end = Enter 关闭
pager-answer = Enter 去作答
pager-page = 第 { $page }/{ $pages } 页
pager-read = 已读完

## Plain lines
plain-next = 按 Enter 继续：
plain-one = 请输入编号：
plain-many = 请输入一个或多个编号，用空格隔开：
plain-sort = 请按先后输入全部编号，用空格隔开：
plain-match = 请依次输入各项对应的右边编号，用空格隔开：
plain-number = 请输入数字：
plain-line = 请输入：
plain-rights = 右边：
plain-panel = 输入 ? 查看资料。
plain-blank = 输入 0 表示我不知道。
plain-blank-text = 只输入 - 表示我不知道。
plain-said = 你的回答：{ $text }
plain-nothing = 没有更多资料。
plain-leave = 想离开随时按 Ctrl+C，做过的都保留（考试的计时不停）。写着“输入 ? 查看资料”的时候，输入 ? 再按 Enter 就能看。

## Answers from a file
script-syntax = 回答文件第 { $line } 行第 { $column } 列有错：{ $message }
script-format = 回答文件的 format 应为 1。
script-no-answer = 回答文件里没有“{ $id }”第 { $visit } 次的答案。请在 [answers] 里补上，或把 fallback 设为 "first" 或 "random"。
script-shape = “{ $id }”的答案形式不对：这里需要{ $wanted }。
script-not-offered = “{ $id }”没有“{ $value }”这个选项。可选：{ $offered }
script-refused = “{ $id }”的答案没有被接受：{ $why }
wanted-one = 一个选项的 id（字符串；判断题用 true 或 false）
wanted-many = 一组选项的 id（字符串数组）
wanted-sort = 全部选项 id 的先后（字符串数组）
wanted-match = 左边 id = 右边 id 的表
wanted-number = 一个数字
wanted-line = 一个字符串

## Progress
busy = { $what }……
