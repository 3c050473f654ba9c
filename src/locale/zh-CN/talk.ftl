# 培训师和学员之间的话：留言（note）、纠错（remark、remarks）、回放（replay）。
saying-trainer = 培训师
saying-trainer-named = 培训师{ $name }
saying-learner = 学员
saying-about = 关于“{ $title }”
saying-about-step = 关于“{ $title }”第 { $n } 步
home-said = 培训师给你的话

note-noted = 记下了。{ $name }打开主页就会看到，回看 { $id } 时也在旁边。
fail-saying-words = 写点什么吧，1 到 { $most } 个字。
fail-two-staff-say = 有好几位叫“{ $name }”，请写编号。
fail-no-spot = 这次记录里没有“{ $named }”这一处。

menu-appeal = 对结果申诉
menu-remark = 我觉得有道题（有句话）不对
menu-remark-attempt = { $title }（{ $id }，{ $count } 处）
ask-remark-attempt = 是哪一次里的？
ask-remark-item = 哪一处不对？
ask-remark = 哪里不对，你觉得该是什么样？
note-remarked = 收到，谢谢你！编号 { $id }。培训师看过会回复，答复会出现在主页。
fail-remark-exam = 考试 { $id } 的结果不公布题目，不能逐题提意见。
fail-remark-nothing = 还没有做过什么，没有可以提意见的题。
fail-remark-empty = { $id } 这一次还没有答过题，也没有对话过。
remark-said = 觉得这里不对：{ $words }

note-no-remarks = 还没有人提过意见。
note-no-open-remarks = 没有等着回复的意见。
hint-remark-open = 看一条：onduty remarks 编号
hint-remarks = 有哪些：onduty remarks --all
hint-remark-see = 看看回复了什么：onduty remarks { $id }
hint-remark-answer = 回复：onduty remarks { $id } keep|reword|rekey "给学员的话"（keep 没错，reword 改文字，rekey 改答案）
fail-no-remark = 没有编号是“{ $id }”的意见。
fail-remark-answered = 意见 { $id } 已经回复过了。
remark-about = 对 { $item } 的意见
remark-same = 这一处一共有 { $count } 条意见。
note-remark-kept = 回复好了，{ $name }打开主页就会看到。
note-remark-mend = 回复好了，{ $name }打开主页就会看到。别忘了在课件里改好 { $item }，再运行 onduty check；以前的成绩不变。
head-item = 哪一处
head-words = 怎么说的
head-ruling = 处理
ruling-open = 待回复
ruling-name-keep = 不改
ruling-name-reword = 改文字
ruling-name-rekey = 改答案
ruling-keep = 看过了，原样没错：{ $words }
ruling-reword = 你说得对，文字会改：{ $words }
ruling-rekey = 你说得对，答案会改：{ $words }

replay-page = 第 { $n } 页，共 { $of } 页
replay-reveal = 揭晓：分数、红线、更好的说法
replay-on = 下一步
replay-back = 上一步
replay-end = 结束
replay-chosen = { $text }　← 当时选的
fail-replay-nothing = { $id } 里没有对话，没什么可回放的。
