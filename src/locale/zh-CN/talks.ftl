# 角色扮演表格
talk-no-header = 没找到表头。要有一行写着“回复”，再加上“客户说”或“轮次”。
talk-no-rows = 表头下面没有内容。
talk-column = “{ $name }”这一列不认识，没有带过来。
talk-row = “{ $name }”这一行不认识，没有带过来。
talk-fact = “{ $name }”写成“{ $value }”，看不懂。
talk-default-skill = 得分没写技能，记在“{ $skill }”上。想分开记，就写“迎+2 问+1”，或加一列“技能”。
talk-variable = 变量 { $name } 没有声明过，按用到的值补上了。
talk-outcome = 结局“{ $found }”不认识。请写 解决、部分解决、升级、流失 或 失败。
talk-empty-row = 这一行没有客户的话，也没有回复和去向。
talk-no-turn = 不知道这一行属于哪一轮：上面还没有轮次。
talk-no-feedback = 没写点评，先放了一句通用的，请改成自己的话。
talk-reply-id = 回复编号“{ $found }”不能用（只用小写字母、数字和 -，同一轮里不重复），改成了 { $id }。
talk-score = 得分“{ $found }”看不懂。写一个数，或“迎+2 问+1”。
talk-skill = 没有“{ $found }”这项技能。有的是：{ $known }
talk-condition = 条件“{ $found }”看不懂。例如 心情 >= 40；told；!told
talk-effect = 设置“{ $found }”看不懂。例如 told = 是；offers + 1
talk-mood = 心情“{ $found }”看不懂。写 -100 到 100 的整数。
talk-two-ways = 第 { $turn } 轮又有回复，又有别的去向或结局；只留了一种。
talk-silent = 第 { $turn } 轮没写客户说什么。
talk-red-line-fails = 踩了红线就是失败，去向“{ $found }”没有用。
talk-no-such-turn = 去向“{ $found }”不是哪一轮，也不是结局。有的轮次：{ $known }
talk-no-target = 最后一轮没写去向，按得分记为“{ $outcome }”。
talk-open-branch = 第 { $turn } 轮的条件可能都不成立，补了一条：否则去 { $to }。
talk-one-language = 表格里只有一种语言；别的语言没有带过来。
talk-no-talk = 这种表格只装得下场景。

talk-brief = 你是当班的客服，请接待下面这位客户。
talk-customer = 客户
talk-feedback-good = 这样说合适。
talk-feedback-bad = 还有更好的说法。
talk-red-line = 踩了服务红线
talk-outcome-resolved = 解决
talk-outcome-partial = 部分解决
talk-outcome-escalated = 升级
talk-outcome-lost = 流失
talk-outcome-failed = 失败
talk-farewell-resolved = 好的，就这样，谢谢你。
talk-farewell-partial = 行吧，那先这样。
talk-farewell-escalated = 那好，我等你们的人联系我。
talk-farewell-lost = 算了，我不买了。
talk-farewell-failed = 你这是什么态度？我要投诉！
talk-debrief-resolved = 问题解决了，客户满意。
talk-debrief-partial = 问题解决了一部分，客户心里还有疙瘩。
talk-debrief-escalated = 事情转给了别人，客户还在等。
talk-debrief-lost = 客户走了。
talk-debrief-failed = 踩了红线，这一次不及格。
