# 导入、导出
swap-wrong = 有误
swap-left-out = 没带过来
swap-changed = 有改动
swap-said = { $kind } { $where }：{ $what }
swap-help = → { $help }
swap-comma = 、
swap-whole = 整个文件
swap-lines = 第 { $list } 行{ $more ->
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
hint-force = 确定要覆盖它，就加上 --force。

unreadable-broken = 按 { $guess } 读，第 { $line } 行有认不出的字节。用原来的软件另存为 UTF-8 就好。
unreadable-big5 = 看样子是 Big5（繁体）编码。请另存为 UTF-8。
unreadable-binary = 这不是文字文件。
unreadable-large = 太大了，或者解压出来太大。
unreadable-quote = 第 { $line } 行的引号没有收尾。
unreadable-old-excel = 这是旧版 Excel（.xls）。请另存为 .xlsx 或 CSV。
unreadable-no-excel = 这个版本的程序不带 Excel 功能。请另存为 CSV。
unreadable-excel = Excel 文件打不开：{ $said }
