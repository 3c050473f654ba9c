# 上岗证：纸上的、手机上的、二维码里的
licence-short = 上岗证 { $number } { $name } 至 { $until }
licence-plain = 上岗证 { $number }

## 纸面上的字
certificate-internal = 本单位内部的上岗凭证
certificate-provisional = { $title }（临时）
certificate-name = 姓名
certificate-number = 证号
certificate-scope = 上岗范围
certificate-valid = 有效期
certificate-until = 有效至
certificate-issuer = 发证单位
certificate-stamp = 盖章处
certificate-photo = 照片
certificate-notes = 须知
certificate-again = 补发
certificate-scan = 扫码可离线核验
certificate-scan-old = 码内只有证号和摘要，核验请用电子文件

## 做不出来的时候
fail-licence-ending = 不认得结尾“.{ $ending }”的文件；可以用 { $endings }
fail-no-certificates = 这个版本没有带 PNG 和 PDF 功能；可以存成 .svg、.html 或 .json。
fail-photo = { $path } 不是照片：要 PNG 或 JPEG，不超过 4 MB。
fail-photo-unread = 照片读不出来：文件可能坏了，或者模板里没有放照片的地方。
fail-template = 模板第 { $line } 行看不懂。
fail-template-name = 模板第 { $line } 行用了没有的名称。
fail-template-outside = 模板要用外面的东西或脚本，不收：{ $what }
fail-permit-word = “{ $word }”不能写在上岗证上：这是单位内部的凭证，不是国家或政府部门发的证书。
fail-no-room = 这段字在版面上放不下：“{ $text }”……
fail-no-glyph = 字体里没有这些字：{ $characters }
fail-no-glyph-in = 字体“{ $family }”里没有这些字：{ $characters }
fail-no-font = 这台电脑上没有找到字体。
fail-not-a-font = { $path } 不是字体文件。
fail-no-drawing = 模板画不出图来。
hint-licence-kept = 证已经发出并存好；文件可以再写：onduty licences --number { $number } --out 文件
hint-template = 能用哪些名称：onduty licences --help
hint-permit-word = 请在方案的标题、范围或模板里改掉这个词
hint-font = 装一套中文字体（Debian：fonts-noto-cjk 或 fonts-wqy-microhei；Windows 自带微软雅黑），或用 --font 文件 指定；存成 .svg、.html 不需要字体

## 一批一批地发（issue --eligible）
batch-looking = 看谁可以发证
batch-issuing = 发证
batch-drawing = 排版
note-batch = { $count ->
    [0] { $waiting ->
        [0] 这次没有可以发的。
       *[other] 除了等确认的，这次没有可以发的。
    }
   *[other] 已发 { $count } 张，在 { $path }。
 }{ $printed ->
    [0] {""}
   *[other] 打印：{ $files }。
 }{ $over ->
    [0] {""}
   *[other] 没有发的：{ $over } 人。
 }
note-sheets = 已排好 { $count } 张，在 { $path }：{ $files }。
note-sheet-undrawn = { $number } 没有印上：{ $why }
hint-licences-sheet = 已经发过的证要一起打印：onduty licences --group 组 --sheet a4 --out 文件夹；只要一张：onduty licences --number 编号 --out 文件
fail-nothing-to-print = 没有可以打印的证：选出来的里面没有一张有效。
note-batch-over = 没有发给 { $name }：{ $why }
note-batch-meanwhile = 别人同时发了 { $count } 张，不在这个文件夹里：{ $numbers }。
fail-batch-other = { $path } 是为另一种证或另一个组准备的文件夹；换一个文件夹。
fail-batch-folder = { $path } 里已经有别的文件；换一个空文件夹，或新文件夹。
receipt-heading = 领取签收表：{ $title }
receipt-group = 班组：{ $name }
receipt-day = 制表 { $day }，共 { $count } 张
receipt-place = 序号
receipt-number = 证号
receipt-name = 姓名
receipt-signature = 签名
receipt-date = 日期
licence-short-provisional = 临时上岗证 { $number } { $name } 至 { $until }
licence-short-provisional-nameless = 临时上岗证 { $number } 至 { $until }
licence-short-nameless = 上岗证 { $number } 至 { $until }
certificate-nameless = （姓名见本人证件）
fail-template-taken = 模板里已经有一份证书内容（openbadges），请去掉再用。
note-batch-undrawn = { $name }（{ $number }）没有印上：{ $why }证已签发，.json 在文件夹里。换了字体或模板再运行一次即可。
fail-batch-nobody = { $group ->
    [none] 名单里还没有在职的人，没有可以发证的。
   *[other] 班组“{ $group }”里没有在职的人，没有可以发证的。
  }
hint-learner-show = 用 onduty learner list 看名单和班组。
