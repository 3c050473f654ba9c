# new scenario --guided
guided-begin =
    一问一答，写出一段对话。答完一题就存一题，随时可以停；停在哪一题，下次就从哪一题问起。
    先想好一件真事：客户来说什么，好的客服怎么答，差的怎么答。
    写错了就在下一句只打一个 < 再按 Enter，回到上一句重写。
guided-again = 接着上次的写。
guided-source = 培训师编写
guided-title = 给这段对话起个名字（例如：旺季查件）
guided-category = 这是哪一类对话？
guided-customer = 客户怎么称呼？（例如：陈女士）
guided-mood = 客户来的时候心情怎样？
guided-mood-calm = 平静
guided-mood-worried = 着急
guided-mood-angry = 很生气
guided-mood-glad = 高兴
guided-brief = 学员开始前要知道什么？（他是谁，出了什么事，他能给什么）
guided-opening = 客户第一句说什么？
guided-reply-first =
    客户：“{ $says }”
    客服可以怎么答？先写一种
guided-reply-second =
    客户：“{ $says }”
    再写一种答法，好的、差的都行
guided-reply-more =
    客户：“{ $says }”
    第 { $n } 种答法（没有了就直接按 Enter）
guided-best = 对“{ $says }”，哪一种答得最好？
guided-skill = 它好在哪一项？
guided-why = “{ $text }”好在哪里？（学员答了会看到）
guided-fault = “{ $text }”差多少？
guided-fault-near = 也对，只差一点（1 分；最好的是 2 分）
guided-fault-weak = 说得过去，不够好（0 分）
guided-fault-wrong = 不该这么说（扣 1 分）
guided-fault-harm = 伤了客户的心，万万不该（扣 2 分）
guided-fault-red = 踩红线，整段不及格
guided-red-line = 踩了哪条红线？（例如：顶撞客户）
guided-red-says =
    踩了红线，对话到此结束。客户听了会说什么？
    （直接按 Enter，就用：“{ $usual }”）
guided-better = “{ $text }”哪里不好，该怎么说？（学员答了会看到）
guided-then = 客服说了“{ $text }”，接下来呢？
guided-then-new = 客户接着说一句话
guided-then-end = 对话到此结束
guided-then-as = 接到客户的这一句：“{ $says }”
guided-then-as-end = 也这样结束：“{ $says }”
guided-next-says = 客户接着说什么？
guided-outcome = 结局是哪一种？
guided-farewell = 客户最后说什么？
guided-debrief = 给学员一句复盘（为什么会这样结束）
guided-tree = 写到这里（还有 { $open } 轮没写完）：
guided-kept = 答完的都在 { $path } 里，没答完的那一题下次再问。接着写：
guided-go-on = onduty new scenario { $id } --guided --library { $folder }
guided-backup = 这个文件有手写的注释或排版，接着写会去掉；原样留了一份：{ $kept }
guided-done = 这段对话写完了：{ $path }
guided-clean = 检查过了，没有问题。
guided-mend = 上面这几处要改：用记事本打开文件改，或者加一句再检查。
guided-advice = 上面是建议：不改也能用，想好了再决定。
guided-back-entry = ‹ 改上一句
guided-back = 回到上一句。
guided-was =
    回到上一句。刚才写的是：
    “{ $text }”
guided-first = 前面没有了。上一次写的，用记事本打开文件改。
guided-next =
    接下来，自己走一遍：
    onduty preview { $id } --library { $folder }
    看分数、最好和最差的走法：
    onduty analyse { $id } --library { $folder }
    看成一张图（用浏览器打开）：
    onduty graph { $id } --library { $folder } --out { $id }.svg
    改错别字：用记事本打开文件，直接改引号里的字，再检查：
    onduty check { $folder }
hint-guided = 在终端里运行；或者写一个范例来改：onduty new scenario { $id }
fail-guided-other = { $path } 不是能接着写的对话：它有错，或者 id 不一样。
fail-guided-changed = 您写的时候，{ $path } 被别处改过了，所以没有动它；您写的都在 { $kept } 里。
hint-guided-changed = 两份对照着合成一份，再接着写。
hint-guided-check = 先看看错在哪里：onduty check 文件夹
