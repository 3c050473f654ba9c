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

# new
new-written = 写好了：{ $path }
new-next-library = 接着写一段对话：onduty new scenario 名字 --guided --library { $folder }
new-next-scenario =
    用记事本打开它，把字换成自己的。看看对不对：
    onduty check { $folder }
    自己走一遍：
    onduty preview { $id } --library { $folder }
new-next =
    用记事本打开它，把字换成自己的。看看对不对：
    onduty check { $folder }
fail-new-id = "{ $id }" 不能作 id。
hint-new-id = 用小写字母、数字和 -，例如 late-parcel。里面的标题可以写中文。
fail-new-only-scenario = --guided 和 --template 只用于 scenario。
fail-new-no-folder = 还没有自己的课件文件夹；自带的课件不能改。
hint-new-library = 先建一个：onduty new library my-shop
hint-new-then = 再写：onduty new { $kind } { $id } --library my-shop
hint-new-then-talk = 再写：onduty new scenario { $id } --guided --library my-shop
fail-new-there = 已经有叫 "{ $id }" 的了，什么也没写。
hint-new-other-id = 换一个 id。
fail-new-walks = 没有叫 "{ $id }" 的场景；walks 的 id 是场景的 id。
