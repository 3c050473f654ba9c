# 吊销、暂停名单：写出来；核验时读进来。

ask-key-passphrase = { $name }（{ $code }）发证密钥的口令
note-status-written = { $path }：{ $count ->
    [0] 一张也没有
   *[other] { $count } 张证
 }
hint-status-publish = 请把这些文件放到 { $url } 之下，核验的人从那里取。
hint-status-hand-on = 做这把密钥的时候没有写名单的网址：请把这些文件交给核验的人（{ -onduty-there } verify --status 文件）。
note-status-unread = 没有用上：{ $path } 打不开。{ $why }
note-status-other = 没有用上：{ $path } 不是吊销或暂停名单。
note-status-altered = 没有用上：{ $path } 跟发证方签的时候不一样了。
note-status-empty = { $path } 里没有名单文件：等于没有给名单。
fail-status-url = “{ $url }”不能当名单的网址：要以 https:// 开头、以 / 结尾，不带 ? 和 #。
fail-status-unknown = 没有叫 { $key } 的发证密钥。
hint-status-keys = 这台电脑上有文件的：{ $keys }（--key 后面写这个名字）
hint-status-each = 每把密钥各有口令：{ $keys }。给每把各写一次 --key-passphrase-file 文件（先后不限），或用 --key 只办一把；只要第一把就写 代号-1。
fail-status-no-key = 这里没有发证密钥的文件；有密钥的地方才能签名单。
licence-area = { $all } 个目标中的 { $covered } 个
fail-status-unusable = 点名要用的名单用不上，证没有核验。
