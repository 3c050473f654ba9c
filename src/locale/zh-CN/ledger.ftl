# 总账作答：审计、备份、一个人的资料。

## Audit
busy-audit = 正在逐条核对
audit-sound = 存下来的都对得上。
audit-found = 对不上的：{ $count } 处
audit-looked = 查过：记录 { $attempts } 份（重新评分、结果一致的 { $regraded } 份），签名 { $acts } 份，有证书文件为凭的证 { $licences } 张，总账 { $lines } 行。
audit-means = 这意味着
audit-file = 记录文件本身：{ $said }
audit-head-holds = 账头 { $head }：还在总账里，之后又记了 { $since } 行。
audit-idle-title = 不算数的
audit-idle = { $name } 的签名记录 { $act }：签的时候不是{ $role ->
    [examiner] 考官
    [issuer] 发证人
    [trainer] 培训师
   *[other] 审计
 }。留着备查，不起作用。
audit-unknown-title = 查不了的
audit-unknown-tail = 末尾有没有被截掉，整份记录是不是换成了旧的、或从头重做过：光看里面，谁也看不出来。请隔一段时间把账头抄到别处（onduty audit --head），以后拿它来对（onduty audit --since 账头）。
audit-unknown-erased = 有 { $count } 份记录，打的字已随本人资料删除：这些字得的分没法重算，其余都核对过。
audit-unknown-licence = 编号 { $number } 的证：证书文件已随持证人的资料删除。
audit-unknown-acts = 证和考试结果：工作人员的签名、记录目录或总账读不出来，没有可以拿来核对的。
audit-beside-title = 不在封存之列的
audit-beside = 姓名、工号、分组、设置，以及培训师和学员之间说的话，都没有封存：可以改、可以删，审计看不出改没改过。

flaw-words-gone = 记录 { $attempt } 里打过的字不见了，可是没有删除过谁的资料
flaw-words-left = 记录 { $attempt } 里还有打的字，可是名册上已经没有这个人
flaw-reason-gone = 签名记录 { $act } 的理由不见了，可是没有删除过谁的资料
flaw-other-line = 签名记录 { $act } 是监考放行，可它提到的不是这场考试开始的那一行
flaw-unproven = 编号 { $number } 的证，留存的证书文件证明不了记录里的说法，或者不是本单位的发证密钥签的
flaw-credential-gone = 编号 { $number } 的证，留存的证书文件不见了，可是持证人的资料没有删除过
flaw-licence-other = 编号 { $number } 的证，凭的是别人的考试，或者别的证的考试
flaw-licence-void = 编号 { $number } 的证，凭的考试已经作废
flaw-licence-unpassed = 编号 { $number } 的证，凭的考试没有通过
flaw-head-shorter = 抄下账头 { $head } 的时候，总账有 { $noted } 行；现在只有 { $lines } 行，至少少了 { $gone } 行
flaw-head-other = 抄下账头 { $head } 的时候，总账第 { $noted } 行不是现在这一行

means-event = 这份记录存好以后，有人改过、删过或添过。从这一处往后都靠不住：成绩不能用，凭它发的证也不能算数。
means-row = 名单和统计里关于这份记录的说法有误；它自己的内容没问题，有问题会另外列出。
means-attempt = 这份记录说明不了任何事：考生和你们都拿不出当时的情形。
means-grade = 记下的成绩不是这些答案应得的。查清之前不要用，并告诉本人。
means-observation = 考官并没有为这份打分签名。重新观察之前，这场考试没有结果。
means-marks = 书面回复的得分，和签名的内容对不上。这场考试的结果靠不住。
means-serials = 这把密钥再也发不出证。请查清是谁伪造的。
means-content = 用过的题目、对话或方案已经不是原样：用过它的记录没法照原样拿出来。
means-lost = 用过它的记录，没法再看、再评分；当时的成绩只剩总账为凭。
means-act = 签过名的内容被改了，或者不是本人签的。查清之前，凭它的放行、评分、发证都不算数。
means-twice = 可能有两个人拿着同一个编号，查验的人分不出来：请给其中一位重新发证，并查清另一张是谁发的。
means-credential = 再给出去的文件已经不是当时发的那一份；当时发出去的仍然验得过。
means-line = 从这一行起，事情的先后没有凭据了：有人改过、抽走或塞进了东西。
means-unsealed = 它是绕过程序放进来的，或者总账里的那一行被抽走了：什么时候发生的，没有凭据。
means-schema = 防改动的机关被人动过。做了什么，看其他几处；如果没有其他问题，请换上备份，并查清谁碰过这个文件。
means-file = 数据库坏了：磁盘出了毛病，使用中被直接拷贝，或者有人动过文件。请换上备份（onduty restore）。
means-words-gone = 有人把本人打的字删掉了：对这份记录的申诉没法答复。请到备份里找。
means-words-left = 这个人被移出了名册，资料却没有删干净：该删的个人资料还在，或者有人手改过名册。
means-reason-gone = 当时为什么这么办，现在说不清了。请到备份里找。
means-other-line = 这份放行证明不了考试是什么时候开始的。这场考试不能算有人监考。
means-unproven = 不要认这张证。记录不要动，查清是谁发的。
means-credential-gone = 这张证没法再给一份。当时发出去的仍然验得过；文件请到备份里找。
means-licence-other = 这张证没有依据。请收回，并查清是谁发的。
means-licence-void = 这张证已经没有依据。请收回，并通知会查验它的人。
means-licence-unpassed = 这张证本不该发。请收回，并查清是谁发的。
means-head-shorter = 抄账头时还在的记录或签名不见了：末尾被截掉了，或者换成了旧的一份。请和账头之后的备份对一对。
means-head-other = 抄账头之后，总账被重做过：那一行之前有东西被抽走或改了。请和当时的备份对一对。

note-head = 请把这一行抄到碰得着这些记录的人改不了的地方：纸上、发给别人的邮件里。以后核对：onduty audit --since 这一行
note-no-lines = 还没有任何记录，没有账头可抄。
fail-no-head = “{ $head }”不是账头，也不是存着账头的文件。
fail-head-mistyped = “{ $head }”抄错了：最后一个字符和前面的对不上。
hint-head = 账头的样子是 20261122-128-7Q3K-9XV2-M4TD-0HRE-8WPA-C，由 onduty audit --head 给出
