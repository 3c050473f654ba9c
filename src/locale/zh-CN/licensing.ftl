# Exams before and after, staff, keys, licences.

## Before an exam
exam-pledge = 我保证：独立作答，不请人代答，不查资料，不把题目告诉别人。选了“开始考试”才算数。
exam-start = 我保证，开始考试
exam-warm-up = 先用两道小题熟悉按键（不计分）
exam-rules = 再看一遍规则
exam-not-now = 现在不考
exam-warm = 按键就是这样用的。准备好了就开始。
note-not-started = 没有开始，这次不算。
warm-head = 热身小题，不计分，答什么都行。答题卡是每题的最后一项（填数字的题按 ↓）：先不答、做标记、换题、交卷都在里面，这里就可以试；交卷就结束热身。
warm-ask-number = 一个星期有几天？输入数字，再按 Enter。
warm-days = 天
warm-ask-pairs = 哪句话什么时候说？给左边每一句配一个右边。
warm-hello = 您好
warm-hello-when = 刚见面
warm-wait = 请稍等
warm-wait-when = 要去查一查
warm-bye = 再见
warm-bye-when = 要分开了
warm-lunch-when = 吃午饭
ask-licence = 考哪一个上岗证？
ask-station = 看哪一个实操站？
note-left-exam = 已经离开，答过的都在。考试的钟还在走，{ $at ->
    [home] 请从下面第一项回去接着考。
    [sitting] 请叫监考人放您接着考。
   *[other] 输入 { -onduty } 再按 Enter 就能接着考（或者输入 onduty exam { $id }）。
  }
fail-exam-under-way = 您正在考“{ $id }”，考完之前不能练习，不能考别的，也不能看别的复盘。
hint-exam-go-on = 回到考试：onduty exam { $id }
fail-keys-closed = 有人正在考“{ $id }”，交卷之前，这里不显示答案、最佳走法和复盘。
fail-only-persons = “{ $id }”只接受本人作答，不能用回答文件。
fail-persons-exam = 这场“{ $id }”是本人在考，不能换成文件接着答。
fail-exam-touched = 考试“{ $id }”用到的 { $name } 有错，现在不能考。
fail-no-agreement = 课件里没有要签的承诺“{ $id }”。
fail-cannot-draw = “{ $id }”抽不出题：{ $part } 的第 { $line } 行还差 { $missing } 个。
fail-no-licence = 没有上岗证“{ $id }”。
hint-exam = 要先考试：onduty exam { $id }
hint-exam-first = 去考：onduty exam（先看看能不能考：onduty exam --ready 上岗证）
hint-result = 看结果：onduty result { $id }
fail-show-exam = 考试 { $id } 不能这样看：能告诉你的都在结果里。
fail-examiners-own = 这是考官的打分记录，由考官自己接着做。
fail-exam-not-over = 考试 { $id } 还没有结束。
fail-no-exam-yet = { $name } 还没有考过试。
fail-trust = 信任名单 { $path } 有问题。
hint-exam-result = 考试的结果这样看：onduty result { $id }

## Staff and keys
ask-passphrase = “{ $name }”的密钥口令
ask-passphrase-again = 口令不对，再输一次。{ $label }
ask-new-passphrase = 给“{ $name }”的密钥设一个口令（至少 8 个字符，请记牢，谁也找不回来）
role-trainer = 培训师
role-examiner = 考官
role-issuer = 发证人
role-auditor = 审计
head-roles = 职责
head-key-file = 密钥文件
note-keys-lie = 密钥文件在 { $folder }；公钥用 --format json 看。
key-elsewhere = 不在这台电脑上
note-staff-added = 已登记 { $name }。私钥在 { $path }，用口令锁着；请另存一份。
note-second-issuer = 口令丢了谁也找不回来：请尽早再登记一位发证人，好让人事还能办下去。
note-no-staff = 还没有登记工作人员。先登记一位发证人，其他人由发证人任命：onduty staff add 姓名 --role issuer
note-key-made = 已为“{ $name }”（{ $code }）做好发证密钥，在 { $path }，用口令锁着；请另存一份。别人要核验，需要 onduty key show 里的几行。
note-no-keys = 还没有发证密钥。做一把：onduty key new --name 公司名 --code SH1
fail-staff-there = 已经有一位工作人员叫“{ $name }”。
fail-first-issuer = 第一位登记的要是发证人（issuer），其他人都由发证人任命。
fail-no-staff = 没有叫“{ $name }”的工作人员。
fail-two-staff = 叫“{ $name }”的工作人员不止一位，请写编号。
fail-which-staff = 能做这件事的不止一位：{ $names }。请用 --staff 写明是谁。
fail-nobody-may = 这台电脑上没有能做这件事的人：要有一把{ $role ->
    [examiner] 考官
    [issuer] 发证人
    [trainer] 培训师
   *[other] 审计
 }的密钥。
fail-no-role = “{ $name }”不是{ $role ->
    [examiner] 考官
    [issuer] 发证人
    [trainer] 培训师
   *[other] 审计
 }，不能做这件事。
fail-no-key = 找不到密钥文件 { $path }。
fail-not-a-key = { $path } 不是完好的密钥文件。
fail-other-key = { $path } 里是另一把密钥，和登记的对不上。
fail-key-there = { $path } 已经有一把密钥，不会覆盖它。
fail-passphrase = 口令不对，{ $path } 没有打开。
hint-issuing-passphrase = 这里要的是发证密钥的口令，不是签字人自己的。先看看大写锁定和输入法。真忘了，没有人能找回来：换一把新的发证密钥，以前签的证照样有效：onduty key rotate 代号
hint-staff-passphrase = 没有口令谁也打不开。先看看大写锁定和输入法。真忘了，就请另一位发证人换一把新密钥，以前签过的照样算数：onduty staff rekey { $name } --reason 原因
fail-no-passphrase = 没有口令，不能签名。
fail-short-passphrase = 口令太短，至少要 { $least } 个字符。
fail-organisation = 机构名要有 1 到 60 个字，每个字都要看得见。
fail-code = “{ $code }”不能作代号：只用大写字母和数字，最多 8 个，例如 SH1。
fail-code-there = 代号 { $code } 已经用了。
fail-which-key = 发证密钥不止一把，请用 --key 写明代号。
fail-no-issuing-key = 这里没有这把发证密钥。
fail-reason = 理由要写 2 到 500 个字，一行写完。
hint-staff-add = 登记一位：onduty staff add 姓名 --role { $role }
hint-who-may = 能办的有：{ $names }。用 --staff 指明是谁；那个人的密钥文件要在这台电脑上。
hint-keys-belong = 不在这里的密钥文件：{ $files }。从做密钥的那台电脑拷到这个文件夹：{ $folder }
hint-staff-list = 有哪些人：onduty staff list
hint-new-passphrase-file = 在终端窗口里运行；脚本请用 --new-passphrase-file 文件。
hint-passphrase-file = 在终端窗口里运行；脚本请用 --passphrase-file 文件。
hint-key-passphrase-file = 在终端窗口里运行；脚本请用 --key-passphrase-file 文件。
hint-key-file = 密钥文件要放在这个位置：从做密钥的那台电脑，或您另存的那一份里拷过来。
hint-key-show = 有哪些：onduty key show
hint-key-new = 做一把：onduty key new --name 公司名 --code SH1

## Deciding
note-decided = { $id }：已由 { $name } 裁定并签名。
note-voided = { $id }：已由 { $name } 宣布作废并签名。这次不算次数。
note-granted = 已给 { $name } 加一次“{ $title }”的考试机会，不用再等；课程、承诺等其他条件照旧。
fail-no-exam = { $id } 不是一场考试。
fail-nothing-to-decide = { $id } 没有要裁定的：只有差一点点的考试，或两位考官相差太大时，才由人来定。
fail-nothing-apart = “{ $id }”不是等着裁定的观察记录。
hint-apart = 等着裁定的有：{ $list }
fail-own-observation = { $name } 自己就是其中一位考官，要由第三位来定。
fail-void-already = { $id } 已经作废了。
fail-void-issued = { $id } 已经发了证，不能作废：请收回那张证，并通知会查验它的人。

## Observing
note-observed = “{ $title }”的评分已签名存好（{ $id }）。
note-unseen-marks = 这张打分表早先就交了，还没有签名。先看清楚，是你打的再签：
marks-sign = 是我打的，签名存好
marks-anew = 不对，重新打分
marks-not-now = 先不签
fail-unseen-marks = “{ $title }”的打分表早先就交了，还没有签名；脚本没法先看再签。
hint-unseen-marks = 不带 --answers 再运行一次，看过再签。
note-observe-left = 先到这里，已打的分都在。接着来：再运行同一条命令。
fail-no-stations = “{ $title }”没有要现场观察的实操站。
fail-sheet-no-station = “{ $title }”没有实操站“{ $id }”。
fail-exam-settled = { $name } 的“{ $title }”已经有结果，不再观察。
fail-no-station = 没有等您观察的实操站“{ $id }”。
fail-which-station = 要看哪一个实操站？请用 --station 写明。
fail-all-observed = 这位考生没有等 { $name } 观察的实操站了。
hint-stations = 可以看：{ $ids }

## Issuing
note-issued = 已发证：{ $number }　{ $name }　{ $from } 至 { $until }。{ $conditions ->
    [none] {""}
   *[other] 这是临时证，条件：“{ $conditions }”。
  }文件：{ $path }
note-issue-raised = 留意：{ $name }的考试 { $id } 重新判过分：{ $steps }。
hint-issue-raised = 这场考试重新判过分，可以问问判的人：{ $steps }。
issue-raised-step = 由{ $by }判，总分 { $was } → { $now }
issue-raised-then = ；又
note-no-licences = 还没有发过证。
head-reason = 原因
head-number = 编号
head-licence = 上岗证
head-until = 有效至
head-state = 状态
licence-valid = 有效
licence-expired = 已过期
licence-erased = 已随资料删除
licence-unproven = 不可信
fail-no-exam-sat = { $name } 还没有考过“{ $title }”。
fail-exam-voided = { $name } 的考试“{ $title }”已经作废，不能发证。
fail-unsound = 记录前后对不上，不能凭它发证。
fail-exam-open = { $name } 的考试（{ $id }）还没有结束。
fail-exam-failed = { $name } 的考试（{ $id }）未通过，不能发证。
fail-exam-provisional = { $name } 的考试（{ $id }）还没定：自己写的回复有 { $n } 条要先由人复核（onduty mark），没有人只因程序的判断而不过。
fail-exam-borderline = { $name } 的考试（{ $id }）差一点点，还没有人裁定。
fail-exam-pending = { $name } 的考试（{ $id }）还有实操站没有看完，或等第三位考官裁定。
fail-issued-already = { $name } 的考试（{ $id }）已经发过证了。
fail-not-vouched = 考试用的内容和您的课件不一样：{ $file }（{ $name }）。
fail-not-passed-here = 按您现在的课件判，考试 { $id } 没有通过（总分 { $total }）。
hint-not-passed-here = 分数是按别的答案判出来的：先弄清哪一版答案对。要按考试当时的那一版发证，--library 指向那一版。两版单独算都不及格的，不能据此发证：请作废，重新考
fail-not-in-library = 您的课件里没有考试用过的 { $name }。
fail-not-drawn = 这份试卷按您现在的课件抽不出来（题库也许在考试之后改过）：{ $file }（{ $name }）。
fail-file-there = { $path } 已经有文件了，不会覆盖它。
hint-file-there = 换一个文件名，或者先把那个文件移开。
fail-by-script = { $id } 有答案来自文件，不是本人作答，不能发证。
fail-not-admitted = { $id } 没有考官签名放行，这个方案要求有人监考。
fail-begun-alone = 这场考试（{ $id }）开考时没有考官签字，不能接着考：考官只为自己看着开始的考试签字。
hint-void = 请考官先把它作废：onduty void { $id } --reason 原因，再重新开考；作废的不算次数。
fail-oneself = “{ $name }”和考生同名：按这张证的规定，自己不能给自己监考、打分、加考、发证。
fail-staff-meanwhile = 就在这时，别人也登记了工作人员；这次没有登记上。
hint-another = 请换一位同事来办；要是方案允许，也可以写明 independence = "none"（证上会注明）。
fail-marks-changed = “{ $title }”的打分在您看过之后被改动了，没有签名。请报告主管：有人动过这台电脑的记录。
hint-edition-then = 课件（课程、承诺）在考试之后改过的话，用考试那时的课件来发：--library 文件夹。
hint-not-entitled = { $before ->
    [none] 还没到可以考的时候就开考，不能发证；还有机会的，再考一次。
   *[other] 那时考试 { $before } 还没有了结。先查清是怎么回事，再由看到经过的人把不该有的那一次作废：onduty void 考试编号 --reason 原因
  }
fail-exam-ahead = 考试 { $id } 按记录要到以后才结束：考试那台电脑的时间调快了。
hint-exam-ahead = 这台电脑的时钟慢了就调准；不然等到那个时间再来。
fail-exam-early = 考试 { $id } 先压着：它送到得太早，那台电脑的时钟快了。
hint-exam-early = 先查清原因，再由没有经手的人签名答复：onduty refusals。真是提前考的，请作废：onduty void { $id } --reason 原因
fail-not-eligible-then = 考试 { $id } 开考的时候，考生还不够条件。
fail-trainer-issues = { $name } 是培训师；按这个方案，培训的人不能发证。
fail-examiner-issues = { $name } 考过这位考生；按这个方案，考的人不能发证。
fail-unfit-claims = 证上有写不进去的内容。
fail-numbers-unknown = 这份记录是从备份恢复的，或者比别的电脑见过的还旧：密钥 { $code } 在那以后发过哪些编号，没有人知道；{ $last ->
    [none] 这里一个也没有
   *[other] 知道的最后一个序号是 { $last }
  }。编号不能发两次。
fail-numbers-known = 这里没有恢复过备份，别的电脑也没有见过更新的记录：密钥 { $code } 的编号都清楚，{ $last ->
    [none] 还没有发过
   *[other] 发到了第 { $last } 号
  }，不用空号。
hint-numbers-known = 不加 --after 直接发。只有记录文件是手工拷回来的，才写 --after 最后发到的编号；要空出 { $count } 个号，就写 --after { $beyond }
hint-last-number = 说一次最后发到哪个编号就行：--after 编号（照最新的一张证上的编号写，只写末尾的流水号也行；发给别人的可能还有更大的；一张也没发过就写 0）。没有人知道了，就写 --after unknown，空出 { $count } 个号。
fail-last-number-low = “{ $typed }”比这份记录里已经发过的还小：这里发到了第 { $last } 号。
fail-no-last-number = “{ $typed }”不是这种证的编号，或者比这里知道的最后一个（{ $last ->
    [none] 还没有
   *[other] 序号 { $last }
  }）大得太多。
fail-write-licence = 证已签发并存好，但文件 { $path } 写不了。
hint-licence-file = 再写一份文件：onduty licences --number { $number } --out 文件
fail-no-such-licence = 这里没有发过编号 { $number } 的证。
fail-licence-erased = 编号 { $number } 的证已随持证人的资料一起删除。
fail-licences-unproven = 这些证不可信：{ $numbers }。留存的证书文件跟记录对不上，或者不是本单位的发证钥匙签的。
hint-licences-unproven = 先不要认这些证；记录文件不要改动，请交给主管查一查是谁发的。
hint-licences = 看发过的证：onduty licences
hint-not-vouched = 用发证方自己的课件核对：--library 要指向考试所用的那一版。
hint-independence = 请另一位发证人来签，或在方案里写明 independence = "none"（每张证上都会写出来）。
licence-total = 总分
licence-criteria = 通过本方案的考试，能够：
    { $competences }
evidence-scheme = 发证方案
evidence-content = 试卷内容
evidence-exam = 考试结束的记录
evidence-observation = 实操观察的记录
evidence-admitted = 监考放行
evidence-decided = 人工裁定
evidence-settled = 第三考官裁定
evidence-regraded = 重新判分
evidence-renamed = 考官签字：考试时姓名或工号不同，是同一个人
licence-note-unsupervised = 考试没有人现场监考。
licence-note-not-independent = 发证人可以是培训或考核过持证人的人。
licence-note-scripted = 答案来自文件，不是本人作答（仅用于测试）。
licence-note-public-pool = 试题出自公开的题库，任何人都能看到。
licence-note-decided = 考试成绩在及格线下的待定范围内，由考官裁定通过。
fail-missing-issue = 还没写发给谁、哪种证：onduty issue 姓名 证件编号；要发给所有可以发的人：onduty issue --eligible 证件编号 --out 文件夹。
hint-key-there = 多半是上次做到一半中断了：那把密钥还没有人用过，它不在 onduty key show 和 onduty staff list 里就可以把文件移到别处，再做一次。
note-key-show = 存成文件交给要查证的人：onduty key show > trust.toml
