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
audit-answered-title = 答复过的
audit-noted-title = 签过字、该知道的
audit-erase-begun = 删除 { $id } 的资料，做到一半中断了：有的已经删掉，有的还在。请再做一次：onduty learner erase { $id }
audit-renamed = 考试 { $attempt } 是用另外的姓名或工号考的；{ $by } 在 { $day } 签过字，是同一个人（签名 { $act }）{ $number ->
    [none] {""}
   *[other] ；证 { $number } 以此为依据
  }
audit-answered = { $day } 没有收的 { $file }{ $name ->
    [none] {""}
   *[other] （{ $name }）
  }：{ $at } 由 { $by } 答复；编号 { $id }，签名 { $act }
audit-idle = { $name } 的签名记录 { $act }：签的时候不是{ $role ->
    [examiner] 考官
    [issuer] 发证人
    [trainer] 培训师
   *[other] 审计
 }。留着备查，不起作用。
audit-unknown-title = 查不了的
audit-unknown-tail = 末尾有没有被截掉，整份记录是不是换成了旧的、或从头重做过：光看里面，谁也看不出来。请隔一段时间把账头抄到别处（onduty audit --head），以后拿它来对（onduty audit --since 账头）。
audit-unknown-erased = 有 { $count } 份记录，打的字已随本人资料删除，或到期清理：这些字得的分没法重算，其余都核对过。
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
means-regraded = 重新判的分数和考试记录对不上。这场考试的结果靠不住。
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
means-setting = 上面写了什么，这里已经不知道了；要用到它的事都先不办。请换上备份（onduty restore），并查清谁碰过这个文件。
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

## Backup and restore
busy-backup = 正在核对备份
note-backup = 已备份：{ $path }。记录 { $attempts } 份，签名 { $acts } 份，人员 { $people } 位；写好后已从头核对一遍。
note-backup-head = 其中总账的账头，请抄到别处：{ $head }
note-backup-keys = { $path } 里的密钥不在备份里：记录和密钥一起落到别人手里，就能冒名签字。请另外拷一份，分开保管。
note-backup-library = 自己的课件 { $path } 也不在备份里，请一起另存。
note-restored-besides = 密钥和自己的课件不在备份里：换了电脑，要另外拷过来（课件用 --library 或 ONDUTY_LIBRARY 指明在哪里）。
note-restored-pcs = 哪台电脑收过比这份备份更新的名册或考场文件，就不会再收这里发的。请让每台电脑再送一次（{ -onduty-there } send 文件夹 --all），在这里收下；那边用 { -onduty-there } audit 会说明接下来怎么办。
hint-library-missing = 这里的记录提到过它：可能是自己的课件没有带上。用 --library 文件夹 或 ONDUTY_LIBRARY 指明课件在哪里。
note-backup-flawed = 备份下来的内容有对不上的（{ $count } 处）：用 onduty audit 看是什么。这一份原样留着；请另找一份完好的旧备份。
note-restored = 已从 { $path } 恢复：记录 { $attempts } 份，总账 { $lines } 行。
note-kept-beside = 原来的记录留在 { $path }。停用过的发证密钥、暂停和吊销，也都回到了那时：请对照原来的记录补做。
note-numbers-go-on = 密钥 { $code }：备份以后还发过证，发到了序号 { $last }。这些编号不会再用，下一张接着往后编。
note-numbers-unknown = 密钥 { $code }：备份以后发过哪些编号，这里没有人知道；{ $last ->
    [none] 备份里一个也没有
   *[other] 备份里最后一个序号是 { $last }
  }。下次发证时说明最后发到哪个编号：onduty issue … --after 编号（照最新的一张证上的编号写，只写末尾的流水号也行；发给别人的可能还有更大的）。没有人知道了，就写 --after unknown，空出 { $count } 个号。
fail-no-records = 这里没有存成文件、可以备份的记录。
fail-backup-damaged = { $path } 不是一份完好的备份；什么也没有改动。
hint-other-backup = 换一份备份。现在的记录还是原样。
fail-restore-loses = 现在的记录里有这份备份没有的：记录 { $attempts } 份，别的记录的后续 { $events } 步，签名 { $acts } 份，人员、分组和安排的改动 { $people } 处。什么也没有改动。
fail-restore-unread = 现在的记录读不出来，备份缺什么谁也说不准。什么也没有改动。
hint-older = 一定要恢复的话，加上 --older 再来一次；现在的记录会用带日期的名字留在旁边。

## What is held about a person
note-held = { $name } 的全部资料在 { $path }；方便阅读的一份：{ $page }
held-title = { $name } 的资料
held-intro = { $at } 导出。同样的内容，旁边的 JSON 文件里更完整。题目和答案属于课件，不在这里。
held-none = 没有。
held-said = 说过的话
held-signed = 工作人员签过的
held-trainer = 培训师
held-licences = 上岗证
held-appeals = 申诉
held-colon = ：
held-head-when = 时间
held-head-what = 事项
held-head-which = 内容
held-head-who = 谁
held-head-words = 原话
held-head-number = 证号
held-head-licence = 上岗证
held-head-state = 状态
held-head-receipt = 回执号
held-head-answer = 答复
held-about-name = 姓名
held-about-called = 签名中用过的姓名
held-about-groups = 班组
held-about-role = 岗位
held-about-since = 入册时间
held-about-left = 离职
held-about-id = 编号
held-proposed = { $what }（已提出，等第二个人确认）
held-not-confirmed = { $what }（提出过，没有成立）
held-points = { $percent } 分（满分 100）
held-minutes = 多给 { $minutes } 分钟
held-place-item = 第 { $number } 题
held-place-note = 第 { $number } 题的备注
held-place-part = 第 { $number } 部分
held-place-sheet = 答题卡
held-place-hand-in = 交卷
held-event-extended = 得到加时
held-event-started = 开始
held-event-read = 读完
held-event-answered = 作答
held-event-asked = 看到提问
held-event-chose = 选择
held-event-silent = 没有回复
held-event-wrote = 写下
held-event-agreed = 同意
held-event-began = 开始一部分
held-event-turned = 翻到
held-event-flagged = 标记
held-event-handed-in = 交卷
held-event-time-up = 时间到
held-event-expired = 考试时间到
held-event-clock-moved = 时钟跳动
held-event-rated = 被打分
held-event-noted = 考官备注
held-event-overall = 整体评分
held-event-left = 离开
held-event-resumed = 接着做
held-event-closed = 结束
held-act-admitted = 放行考试
held-act-sitting = 考场里的处理
held-act-called = 排进考场 { $sitting }：{ $title }，{ $room }，{ $when }
held-act-incident = 在考场 { $sitting } 记了一笔
held-act-resealed = 重新密封考场 { $sitting } 的试卷
held-act-refused = 作为第二个人没有同意
held-act-extended = 在考场 { $sitting } 加了 { $minutes } 分钟
held-act-withdrawn = 撤回了考场 { $sitting }
held-act-concluded = 结束了考场 { $sitting }
held-act-renamed = 签名证明改名或换工号以后是同一个人
held-act-observed = 现场观察
held-act-settled = 第三考官裁定
held-act-marked = 复核书面回复
held-act-decided = 裁定差一点点的考试
held-act-voided = 宣布作废
held-act-granted = 加一次考试
held-act-allowed = 多给时间
held-act-issued = 发证
held-act-appointed = 任命
held-act-founded = 制作发证密钥

## Erasing a person
erase-goes = 这些会永久删除：{ $name } 的姓名和工号，打过的字 { $words } 处，说过的话 { $said } 条，签名的理由 { $reasons } 条，证书文件 { $licences } 份。
erase-stays = 这些会留下，只挂在一个看不出是谁的随机编号下：记录 { $attempts } 份（选择、得分、时间、摘要），以及别人为它们签过的名。整本账的前后衔接少不了它们。
erase-licence = 编号 { $number } 的证有效至 { $until }：这里的证书文件会删掉，但发出去的仍然验得过。不想让它再有效，请先收回；删除之后，谁也查不到它是谁的。
ask-erase = 请输入姓名，确认删除（{ $name }）
note-erased = 已删除。留下的记录挂在 { $id } 名下。
note-erased-elsewhere = 以前的备份、导出文件和网页里还有已删除的内容：请一并删掉，再做一份新备份。以后恢复旧备份，会再次忘掉这个人。
fail-erase-name = 姓名不对，什么也没有删除。要一字不差：{ $name }
fail-not-erased = 没有删除 { $name }。
fail-erase-exam = { $name } 正在考试（{ $id }），考完之前什么也不删。
hint-erase-exam = 先让考试交卷，或者宣布作废：onduty void { $id } --reason 原因
hint-yes-erase = 在终端窗口里运行；脚本请用 --yes-erase 姓名。

## Retention
retention-what = 内容
retention-kept = 留多久
retention-due = 到期
retention-for-ever = 一直留
retention-person = 到期删除的人：{ $name }
retention-yes = 清掉
retention-no = 先不清
letting-practice-words = 上课、做题、练习时打的字（份）
letting-exam-words = 考试时打的字、考官备注（份）
letting-said = 点评、质疑和答复（条）
letting-reasons = 签名的理由（条）
letting-left-people = 离职的人（位）
ask-let-go = 到期的要清掉吗？清了就找不回来；记录本身（选择、得分、签名、总账）都不动。
note-let-go = 到期的已清掉，其中删除资料的有 { $people } 位。以前的备份里还有，请重新备份。
note-kept-for-ever = 课件里没有写 [retention]，所有资料一直留着。
hint-yes-apply = 在终端窗口里运行；脚本请用 --apply --yes。
means-copy = 那台电脑送来的账接不上，或者被人改过：那台电脑上的记录先别用，别的不受影响。
held-act-changed = 暂停、恢复、吊销或转正
held-act-seconded = 第二个人确认
held-act-regraded = 重新判了一场考试
held-act-heard = 决定了一件申诉
held-act-waived = 免修课程
held-act-retired = 停用发证密钥
held-act-left = 工作人员离职
held-act-rekeyed = 换钥匙
audit-refused = { $day } 没收 { $file }{ $name ->
    [none] { "" }
   *[other] （{ $name }）
}（{ $id }）：{ $why }
audit-put-back = { $name } 在 { $what } 换回过旧的备份（它自己这么说），送来的 { $file } 接不上以前收的，没有收。请到那台电脑上，用 onduty restore 换回当时留在旁边的较新的记录再送；已经没有了，就把那里的记录文件改名、另起一份，重新收名册。然后在这里答复：onduty refusals { $id } --reason 怎么处理的
audit-desk-put-back = 主管台（{ $name }）在 { $what } 换回过旧的备份（它自己这么说）：这台电脑知道备份以后的事，所以没有收 { $file }。主管台那边还有较新的记录，就在那里用 onduty restore 换回来再送。已经没有了：先在这里 onduty send 文件夹 --all，到主管台 onduty collect，这里做过的就都在主管台了；再把这台电脑的记录文件改名（onduty.db 改成 old.db），下次启动会另起一份，用它重新收名册。
audit-numbers-unknown = 这份记录是从备份恢复的，或者比别的电脑见过的还旧：密钥 { $code } { $last ->
    [none] 发过哪些编号
   *[other] 在序号 { $last } 以后发过哪些编号
  }，没有人知道。下次发证的人说明最后发到哪个：onduty issue … --after 编号
means-refused = 那台电脑上的记录被人动过，有两份各走各的，或者时钟不准：没收的和挂起的先不算数，以前收下的不受影响。查清谁碰过那台电脑，再由没有经手的人签名答复：onduty refusals
held-act-answered = 答复没收的记录
flaw-one-person = 编号 { $number } 的证：{ $what ->
    [issue] 发证
    [suspend] 暂停
    [reinstate] 恢复
    [revoke] 吊销
   *[fulfil] 转正
 }按考试当时的方案要两个人签字，却凭一个签名（{ $act }）就生效了
means-one-person = 按规定要两个人才能办的，只有一个人签了字。先当它没有办成：查清是谁签的，再由两个人重新办。
