# tidy
tidy-file = { $path }：
tidy-encoding = 编码：{ $encoding } → UTF-8
tidy-line = 第 { $line } 行
tidy-ask = 就这样改吗？
tidy-yes = 改
tidy-no = 不改
tidy-done = 改好了：{ $path }。原来的留在 { $kept }。
tidy-nothing = { $path } 的写法没有要修的。
tidy-left = { $path } 没有动。
tidy-say-yes = 什么也没改。确定要改，就加上 --yes：onduty tidy { $path } --yes
fail-tidy-large = { $path } 太大了，不像是课件。
