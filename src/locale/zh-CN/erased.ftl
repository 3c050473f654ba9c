# 人已删除、或打过的字已删除的考试、回答和证书怎么说。

typed-erased = 作答过，打的字已删除；正确答案：{ $should }
regrade-none-known = 没有一份能按当时的内容重新判分。
appeal-today-erased = 当时打的字已经删除，按今天的答案会怎样，没法重新算。
told-name-erased = 已删除
told-erased = 考生的资料和打过的字都已删除，那些字的得分照当时记的算；没有人可以申诉了。
told-appeal-words-gone = 选项和规则都有存档；打过的字已经删除，那部分得分照当时记的算。
licence-erased-number = 资料已删除；编号：{ $state }
report-state-erased-suspended = 持证人资料已删除，编号暂停
report-state-erased-expired = 持证人资料已删除，编号到期
report-state-erased-superseded = 持证人资料已删除，编号已换发新证
report-state-erased-revoked = 持证人资料已删除，编号吊销

## 读不出来、没有算进报告的
report-no-exams-read = 没有读得出来的考试。
report-unread = 读不出来的记录
group-unread = 读不出来
