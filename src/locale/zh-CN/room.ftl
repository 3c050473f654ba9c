# 考场里有人动了手脚、丢了东西或者考了两次
fail-other-person = { $name } 不是用这个姓名和工号排进这个考场的：这台电脑上有人的姓名或工号，和排考场时签过字的不一样。
hint-other-person = 管理员后来更正过姓名或工号的，请管理员重新写一份文件：onduty sitting reseal --help。没有更正过的，先问清是谁改了名单，再让人开考。
flaw-other-person = 记录 { $attempt } 是在一台名单不对的电脑上考的：考生的姓名或工号，和排考场时签过字的不一样
means-other-person = 这场考试不算数，凭它不能发证。请问监考人，当时坐在那里的是谁。
note-first-desk = 从现在起，这台电脑听主管台“{ $name }”的，密钥 { $key }：谁是考官、谁来考，都由它说了算。
ask-first-desk = 这是你们的主管台吗？它排考场的时候显示过密钥。
first-desk-no = 不是，或者不清楚
first-desk-yes = 是，密钥一样
hint-first-desk = 向主管台要它的密钥（那边“sitting new”会打出来）。和上面的一样，就再开一次、选“是”；不一样，这个文件不要用。
fail-first-desk = “{ $name }”的东西一样都没收。
note-sitting-back = 考场 { $id } 和它的试卷都找回来了，可以收考试记录了：onduty collect 文件夹
refused-no-sitting = 考场 { $what } 的一场考试：这里没有这个考场。考场要是在这里排的，而这里的记录是用旧备份恢复的，请先凭开卷码收回考场文件：onduty sitting open 文件，然后再收一次
refused-papers-lost = 考场 { $what } 的一场考试：试卷或者开试卷的密钥，在这里的记录里没有了。请先凭开卷码收回考场文件：onduty sitting open 文件，然后再收一次
flaw-papers-lost = 考场 { $sitting } 是在这里排的，可是试卷或者开试卷的密钥没有了，或者读不出来
means-papers-lost = 那个考场的考试收不进来。请凭开卷码收回考场文件：onduty sitting open 文件
note-impossible = { $what }。凭它不能发证。
hint-sat-twice-exam = 考试 { $id }，在电脑 { $pc } 上：那台电脑的时钟是 { $began } 开考，{ $stands ->
    [passed] 通过了
    [failed] 没有通过
    [open] 还没考完
    [odd] 记录不可能是真的，请查：onduty audit
   *[undecided] 还没有定
}。
fail-sits-elsewhere = { $name } 正在另一个窗口里考。
fail-sitting-closing = 另一个窗口正在结束考场 { $id }。
fail-close-early = 考场没有结束：这台电脑的时钟是 { $now }，考试 { $exam } 却一直记到 { $last }。在那之前签的结束管不到它，这场考试就不算数了。
hint-close-early = 不是考试的时候时钟快了，就是现在慢了（现在显示 { $now }）。现在慢了，就先调准。当时快了，等准确的时间过了 { $last } 再结束考场；或者把考试 { $exam } 作废，请管理员给考生另排考场。
fail-record-ending = 记录只能写成 .html、.txt 或 .json，{ $path } 不是。
fail-note = 要记的话写 2 到 500 个字，只写一行。
fail-seat-void = { $name } 在这个考场的考试都已经作废了：{ $exams }。
fail-no-such-exam-here = { $name } 在这个考场没有编号 { $id } 的考试，有的是：{ $exams }。
fail-two-exams = { $name } 在这个考场有两场考试：{ $exams }。
hint-which-exam = 说清是哪一场：--exam 编号
ask-which-exam = { $name } 的哪一场考试？
fail-no-exam-picked = 什么都没有签。
sitting-void-after = （考场结束以后才作废）
sitting-by-id-card = 身份证
sitting-by-staff-card = 工牌
sitting-by-known = 本人认识
not-called-left = 已离职
note-long-window = 这个考场在 { $days } 天里都可以开考，是这个意思吗？
note-called-twice = { $name } 在同一段时间还排在考场 { $id }：{ $from } 到 { $until }。
