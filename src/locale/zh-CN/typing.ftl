# Writing a whole reply in one's own words.

help-text = 输入文字 · { $break } 换行 · Enter 发送
help-text-clear = Ctrl-U 清空
help-text-back = Ctrl-U 拿回来
text-left = 还能写 { $n } 字
text-above = … 上面还有 { $n } 行
text-below = … 下面还有 { $n } 行
text-empty = 还没有写，请先写一句再发送。
text-full = 写满了：最多 { $most } 个字，放不下的没有收进来。

plain-text = 请一行一行地写，写完后再按一次 Enter（空行）发送：
plain-text-left = 还能写 { $n } 字。
plain-text-full = 这一行放不下，没有收进来：最多 { $most } 个字，还能写 { $n } 字。前面写的都在，放不下的行都不收。
