# 安排与班组：谁要学什么、考什么，到什么时候，做到哪儿了
note-assigned = { $title } 安排给了 { $name }{ $people ->
    [0] { "" }
   *[other] （{ $people } 人）
}{ $dated ->
    [no] ，没有期限
   *[other] ，{ $due } 前完成
}。
note-withdrawn = 收回了：{ $name } 不用再做 { $title }。做过的都还在。
note-not-assigned = 本来就没有把 { $title } 安排给 { $name }。
note-due-is-past = 请留意：{ $due } 已经过了。
note-nothing-assigned = 还没有安排过什么。例如：onduty assign 课程 --to 组名 --due 2026-12-01
note-no-groups = 还没有分组。导入花名册时写上“班组”一列，或者 onduty learner edit 姓名 --group 组名
fail-no-group = 没有人在“{ $name }”组里。
fail-course-or-licence = 有一门课和一张上岗证都叫“{ $id }”；写成 course:{ $id } 或 licence:{ $id }。
fail-remind-kind = 看不出要写成什么：{ $path }。文件名要以 .csv、.xlsx 或 .ics 结尾。
hint-group-new = 用 onduty learner edit 姓名 --group 组名 把人放进组里。
hint-group-list = 有哪些组：onduty group list
head-assigned-to = 给谁
head-assigned = 要做的
head-due = 期限
head-group = 组
head-people = 人数
head-late = 逾期
head-stuck = 卡在
assigned-title = { $title }（{ $kind }）
kind-course = 课程
kind-licence = 上岗证
group-head = { $group }，{ $people } 人
group-nothing = 还没有安排什么，也没有人开始。
group-subject = { $title }{ $dated ->
    [no] { "" }
   *[other] （{ $due } 前）
}：完成 { $met }/{ $people }{ $not ->
    [0] { "" }
   *[other] ，没开始 { $not }
}{ $late ->
    [0] { "" }
   *[other] ，逾期 { $late }
}
group-late = { $stage } 逾期
group-never = 没来过
group-days-ago = { $days } 天前
group-lying = { $title }做到 { $done }/{ $of }，放了 { $days } 天
group-failing = { $title }连着 { $times } 次没过
group-missed = 大家最容易错的（遇到过的人里，头一次没做对的）
group-missed-by = { $missed }/{ $met } 人
group-turn = { $title }：“{ $says }”
group-watch-keys = 有变化会自己更新。按 Esc 退出。
stage-not-begun = 没开始
stage-begun = { $done }/{ $of }
stage-waived = 免修 { $day }
stage-done = 完成 { $day }
stage-courses = 课程 { $done }/{ $of }
stage-ready = 可以考了
stage-sitting = 正在考
stage-waiting = 等评定
stage-voided = 考试作废
stage-failed = 未通过{ $dated ->
    [no] { "" }
   *[other] ，{ $due } 可再考
}
stage-passed = 考过，待签发
stage-held = 持证到 { $day }
stage-expired = 证已到期 { $day }
word-yes = 是
word-no = 否
remind-head = 【{ $group }】还有这些没做完（{ $today }）：
remind-subject = · { $title }{ $dated ->
    [no] { "" }
   *[other] （{ $due } 前）
}：{ $names }
remind-person = { $name } { $stage }{ $late ->
    [yes] （已逾期）
   *[no] { "" }
}
remind-how = 打开电脑上的 onduty，首页第一条就是。做到一半可以放下，什么也不会丢。
remind-nobody = 【{ $group }】安排的都做完了，没有要提醒的。
remind-summary = { $group }：{ $title } 今天截止（还有 { $people } 人没做完）
home-due = { $text }（{ $due } 前）
home-late = { $text }（{ $due } 就该做完了）
why-assigned = 安排给您的{ $dated ->
    [no] { "" }
   *[other] ，{ $due } 前
}
fail-neither = 没有叫“{ $id }”的课程或上岗证。
