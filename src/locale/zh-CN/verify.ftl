# Checking a licence: the conclusion, what the licence says, each step; trust files.
verify-qr-unreadable = 这不是上岗证二维码里的文字，或者没有复制全。请重新扫码，整段复制。
verify-qr-nameless = 持证人（二维码里没有姓名）

## What it comes to, and what to do
verify-conclusion-good = 好证：信得过的发证方签的，没改过，没过期{ $revocation ->
    [passed] ，{ $source ->
        [desk] 按主管台自己的记录
        [heard] 按主管台发到这台电脑的消息
       *[lists] 按发证方的名单
     }，到 { $asof } 为止没被暂停或吊销
    [no-suspension] ，到 { $half } 为止没被吊销
    [no-revocation] ，到 { $half } 为止没被暂停
   *[unasked] {""}
 }{ $name ->
    [same] ，姓名也对得上
    [hidden] 。证上不写姓名：请加上 --holder 姓名 再查一次，并核对来人是不是这个人
   *[unasked] 。请再核对来人是不是{ $holder }本人
 }。{ $revocation ->
    [passed] {""}
    [no-suspension] 有没有被暂停不清楚：手边没有暂停名单。
    [no-revocation] 有没有被吊销不清楚：手边没有吊销名单。
   *[unasked] 手边没有新近的名单，有没有被暂停或吊销不清楚：这里只查了签名和日期。
 }
verify-conclusion-status-not-known = 还不能定：签名、发证方、日期都对，可您要查的名单说不清它{ $revocation ->
    [no-suspension] 有没有被暂停（到 { $half } 为止没被吊销）
    [no-revocation] 有没有被吊销（到 { $half } 为止没被暂停）
   *[unasked] 有没有被暂停或吊销
 }。请向发证方要最新的吊销名单和暂停名单，再查一次。
verify-conclusion-issuer-not-checked = 先别认：签名对得上，也没过期，可没有核实是谁发的，这样的证谁都能自己做一张。请备好 trust.toml（您信得过的发证方名单）再查一次。
verify-conclusion-other-holder = 不是这个人的证：{ $name ->
    [hidden] 跟您给的姓名对不上
   *[unasked] 证上写的是{ $holder }
 }。没弄清楚之前不要接受。
verify-conclusion-not-yet-valid = 还没生效：{ $from } 起才有效。在那之前不能凭它上岗。
verify-conclusion-expired = 已过期：{ $until } 就到期了。请持证人换证，换好之前不能凭它上岗。
verify-conclusion-key-retired = 签得太晚：这把钥匙您信过，可它在签这张证之前就已停用。不要接受；请向发证单位问清楚。
verify-conclusion-suspended = 已暂停：发证方暂时收回了这张证。恢复之前不能凭它上岗；情况请问发证方。
verify-conclusion-revoked = 已吊销：发证方收回了这张证，不能再凭它上岗。
verify-conclusion-unknown-issuer = 不知道是谁发的：签名对得上，可签它的钥匙不在您的名单里，谁都能自己做一把。先不要接受；向发证单位问清楚，确实是他们的钥匙，再加进 trust.toml。
verify-conclusion-unproven = 没法证明是谁发的：上面没有签名，或者有签名核对不了。不要接受；请持证人拿原来的文件来。
verify-conclusion-not-a-licence = 不是上岗证：文件读得出来，内容却不是一张上岗证。请持证人换成上岗证的文件。
verify-conclusion-altered = 被改动过：跟签发的时候不一样了，不要接受。请持证人拿原来的文件来；还是这样，就告诉发证单位。
verify-conclusion-not-read = 没有核对：这个文件核对不了。{ $why }
verify-conclusion-unreadable = 读不出来：文件坏了，或者本来就不是上岗证。请持证人重新发一份。

## What the licence says
verify-name-file = 文件
verify-says = 证上写着
verify-says-stranger = 证上这么写，但没人担保，先别当真
verify-says-nobody = 文件里自称如下，一句也不能当真
verify-name-number = 编号
verify-name-holder = 持证人
verify-holder-hashed = 文件里没有姓名；要比对就加上 --holder 姓名
verify-name-title = 证名
verify-name-issuer = 发证方
verify-name-scope = 可以做
verify-name-valid = 有效期
verify-name-results = 考核
verify-name-note = 请注意
verify-issuer-claimed = 自称“{ $name }”（没有核实）
verify-valid = { $from } 到 { $until }（{ $zone } 时间）
verify-valid-endless = { $from } 起，长期（{ $zone } 时间）
verify-result = { $value } 分
verify-result-required = { $value } 分（{ $required } 分及格）
verify-result-completed = 已完成

## Each step
verify-step-readable = 文件
verify-step-shape = 内容
verify-step-proof = 签名
verify-step-issuer = 发证方
verify-step-dates = 日期
verify-step-holder = 姓名
verify-step-revocation = 吊销和暂停
verify-passed = 通过
verify-failed = 没通过。{ $why }
verify-not-checked = 没有查。{ $why }

## Why a step failed
verify-failed-unsigned = 上面没有签名。
verify-failed-half-signed = 只签了大意（{ $name }），管住每个字和先后次序的那个签名不见了。
verify-failed-unknown-suite = 上面有这个版本核对不了的签名：{ $names }。也许新版本认得。
verify-failed-signed-again = 同一种签名（{ $name }）出现了不止一次，发证方只签一次，多出来的是后来加的。
verify-failed-altered = 内容跟签名对不上，签了以后改过。它自称用的钥匙是 { $did }。
verify-failed-other-signer = 签名的不是证上写的发证方，而是另一把钥匙：{ $did }。
verify-failed-malformed-proof = 签名不完整，或有看不懂的地方：{ $part }。
verify-failed-key-retired = 这把钥匙 { $until } 已停用，这张证是之后才签的。
verify-failed-unknown-issuer = 名单里没有这把钥匙：{ $did }。
verify-failed-not-yet-valid = { $from } 才生效。
verify-failed-expired = { $until } 已到期。
verify-failed-other-holder = 证上的姓名是“{ $name }”，跟您给的不一样。
verify-failed-other-hash = 您给的姓名跟证上留的摘要对不上；姓名要跟登记的写得一样。
verify-failed-suspended = { $source ->
    [desk] 按主管台自己的记录，它暂停着（{ $at } 的情况）。
    [heard] 按主管台 { $at } 发到这台电脑的消息，它暂停着。
   *[lists] 发证方 { $at } 的暂停名单上有它。
 }
verify-failed-revoked = { $source ->
    [desk] 按主管台自己的记录，它已经吊销（{ $at } 的情况）。
    [heard] 按主管台 { $at } 发到这台电脑的消息，它已经吊销。
   *[lists] 发证方 { $at } 的吊销名单上有它。
 }

## Why a step was not taken
verify-not-checked-earlier = 前面没通过，就不往下查了。
verify-not-checked-no-trust = 没有发证方名单（trust.toml）可以对照。
verify-not-checked-no-name = 没有给出姓名，请当面核对。
verify-not-checked-list-not-read = 证上写的吊销名单和暂停名单，手边一份也没有，没法对照。要紧的时候请向发证方要最新的。
verify-not-checked-list-missing = { $missing ->
    [suspension] { $at } 的吊销名单上没有它；暂停名单
   *[revocation] { $at } 的暂停名单上没有它；吊销名单
 }手边没有，请向发证方要。
verify-not-checked-no-list = 这里没写吊销名单在哪里（二维码里从来不写，证的文件里可能有）。要紧的时候请问发证方。
verify-not-checked-list-old = { $source ->
    [heard] 按主管台发到这台电脑的消息，它没有被收回，可那是 { $days } 天前的。请收一次主管台最新的文件（onduty collect）。
   *[lists] 名单上没有它，但较旧的那份名单是 { $days } 天前的。请向发证方要最新的。
 }

## Why a file cannot be read
verify-unreadable-too-large = 文件太大，上岗证没有这么大的。
verify-unreadable-not-text = 不是文本文件。
verify-unreadable-not-json = 第 { $line } 行第 { $column } 列起看不懂，不是完整的 JSON。
verify-unreadable-twice = “{ $key }”写了两遍，说不准以哪一遍为准。
verify-unreadable-too-deep = 一层套一层，套得太深，上岗证没有这样的。
verify-unreadable-number = 有一个数太大，各种程序会读成不同的数。
verify-unreadable-picture = 图片坏了。
verify-unreadable-none-inside = 是一张图片，里面没有上岗证。照片、截图都不行，请持证人发原来的文件。
verify-unreadable-many-inside = 这张图片里不止一张上岗证，说不准以哪一张为准。

## Why a document is no licence
verify-whole = 整个文件
verify-fault-missing = 缺了一处：{ $path }。
verify-fault-wrong = 有一处不对：{ $path }。
verify-fault-hidden = 有一处藏着看不见的字符：{ $path }。
verify-fault-unknown = 多出一处上岗证里不该有的：{ $path }。也许新版本认得。

## trust.toml
trust-fault-syntax = 第 { $line } 行：不合 TOML 的写法。
trust-fault-unknown-key = 第 { $line } 行：不认识“{ $what }”，这里只写 [[issuer]]、did、name 和 until。
trust-fault-missing-key = 第 { $line } 行：这个发证方缺了 { $what }。
trust-fault-wrong-kind = 第 { $line } 行：“{ $what }”的写法不对；did 和 name 是带引号的文字，发证方写成 [[issuer]]。
trust-fault-bad-did = 第 { $line } 行：“{ $what }”不是一把钥匙的名字，应该像 did:key:z6Mk……
trust-fault-twice = 第 { $line } 行：这把钥匙前面已经写过：{ $what }
trust-fault-bad-until = 第 { $line } 行：“{ $what }”不是时刻，要写成 2027-03-01T08:00:00Z 这样。
trust-fault-empty-name = 第 { $line } 行：name 是空的，请写上您怎么称呼这个发证方。
trust-fault-again = {""}（同样的错一共 { $count } 处）
trust-fault-more = ……一共 { $count } 处错，先改好上面这些。

## The verdict in a line
verify-verdict = { $what }：{ $word }
verify-qr = 二维码里的文字
verify-verdict-good = 有效
verify-verdict-status-not-known = 还不能定，名单说不清
verify-verdict-issuer-not-checked = 先别认，发证方还没查
verify-verdict-other-holder = 不是这个人的证
verify-verdict-not-yet-valid = 还没生效
verify-verdict-expired = 已过期
verify-verdict-key-retired = 签得太晚
verify-verdict-suspended = 已暂停
verify-verdict-revoked = 已吊销
verify-verdict-unknown-issuer = 不知道是谁发的
verify-verdict-unproven = 没法证明是谁发的
verify-verdict-not-a-licence = 不是上岗证
verify-verdict-altered = 被改动过
verify-verdict-unreadable = 读不出来
verify-verdict-not-read = 没有核对
verify-passed-as-of = 通过（{ $source ->
    [desk] 按主管台自己的记录，{ $asof } 的情况
    [heard] 按主管台 { $asof } 发到这台电脑的消息
   *[lists] 按 { $asof } 的名单
 }）
note-verify-records = 这台电脑上的记录读不出来，里面关于这张证的说法没有用上：{ $why }
