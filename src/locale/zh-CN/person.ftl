# 考试是谁的：名单上的姓名、工号和考试的时候不一样
fail-sat-as-another = 考试 { $id } 是 { $then } 考的，名单上这个人现在叫 { $now }，没有人签名证明这是同一个人。
fail-other-name = 考试 { $id } 开考时用的姓名已经没有了，没法证明就是 { $name } 考的。
hint-name-back = 改错了，或者不该改：改回去（这个工号现在给了别人的，先改那个人的），onduty learner edit { $edit }
hint-number-back = 工号和当时的不一样，当时的工号这里没有留下原文：改回当时的（现在用着它的人先改掉），onduty learner edit { $edit } --staff-number 当时的工号
hint-name-sign = 确实是同一个人（改了名、换了工号）：请一位跟本人无关的考官签名，onduty learner edit { $edit } --reason 理由 --staff 考官
fail-person-changed = { $name } 的姓名或工号刚刚有人改过，什么都没有签。请再看一遍名单。
note-issue-renamed = 考试 { $id } 是用另外的姓名或工号考的；{ $by } 在 { $day } 签过字，是同一个人（签名 { $act }）。证上的依据里写明了这一条。
flaw-sat-as-another = 记录 { $attempt } 是用别的姓名或工号考的，名单上的和签过字的不一样，没有人签名证明是同一个人
means-sat-as-another = 弄清楚以前，凭这场考试不能发证、不能换证。名单改错了就改回去；确实是同一个人，请考官签名：onduty learner edit 编号 --name 姓名 --staff-number 工号 --reason 理由
audit-sat-as-another = 记录 { $attempt } 的考生改过姓名或工号，没有人签名证明是同一个人，凭它不能发证：onduty learner edit --help
note-sat-as-another = 考试 { $id } 是 { $then } 考的，名单上这个人现在叫 { $now }。签名证明是同一个人以前，凭它不能发证。
note-renamed = { $now }：{ $by } 已签名证明是同一个人，用以前的姓名或工号考的试照样算数。
note-renamed-unsigned = { $name } 有 { $count } 场考试是用改之前的姓名或工号考的，现在凭它们不能发证。改得对，请考官签名：onduty learner edit { $edit } --reason 理由
sitting-now = （现在叫 { $name }）
list-now = { $then }（现在叫 { $now }）
note-roster-unsigned = 其中 { $count } 人是用别的姓名或工号考的试：考官签名证明是同一个人以前，凭那些考试不能发证。是谁、怎么办：onduty audit
fail-name-of-another = { $now } 用的是别人的{ $part ->
    [number] 工号
   *[name] 姓名
}：{ $other }{ $id ->
    [none] {""}
   *[other] （考试或考场 { $id }）
}。谁也不能签字说这两个人是同一个。
fail-let-in-oneself = { $id } 是 { $name } 放考生进场的，当时核对过姓名：姓名不对要由另一个人来签。
hint-name-of-another = 名册上把两个人弄混了，就把两行都改回去，不用写 --reason，也就不用签字。两个人同名，就在名字后加上能分清的字，比如“王芳（二）”。
