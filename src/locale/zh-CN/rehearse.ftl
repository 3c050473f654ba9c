# 试走、预览：不留记录
rehearse-name = 试走

# test
test-busy = 走每一条走法
test-walk = { $id }：{ $result }
test-walk-failed = { $id }　{ $place }
test-result = 结局 { $ending }，{ $points } 分，{ $percent }%，{ $passed ->
    [yes] 通过
   *[no] 不通过
}
test-expected = 写的是：{ $result }
test-came = 走到的：{ $result }
test-other-turn = 第 { $n } 步写的是 { $step }，可这时对话走到的是 { $other }。
test-not-offered = 第 { $n } 步写的是 { $step }，可这时选不到它，能选的有：{ $other }。
test-over = 第 { $n } 步 { $step } 之前，对话已经结束了。
test-stops = 步子写完了，对话还没结束，停在 { $other }。
test-head-scenario = 场景
test-head-turns = 轮次
test-head-replies = 回复
test-head-endings = 结局
test-head-conditions = 条件
test-in-all = 合计
test-never = 从来没走到的（条件前面没有“!”：从没成立过；有“!”：从没不成立过）：
test-left-out = { $count } 条走法没有走，因为课件有错，或场景没有启用：{ $walks }
test-good = { $count } 条走法，都走到了该到的地方。
test-none = 这里还没有走法。走一遍记下来：onduty test 场景 --record model
test-broken = { $count } 条走法都对，但课件里有 { $errors } 处错误，先改好。
test-failed = { $count } 条走法里有 { $failed } 条不对。
fail-no-path = 找不到 { $path }。
hint-path = 写课件文件夹，或其中一个文件；不写就是正在用的课件。

# test --record
record-written = 走法“{ $id }”已写进 { $path }：{ $result }。
record-left = 没有走到结局，什么也没写。
fail-record-id = 走法的 id 只能用小写字母、数字和连字符：{ $id }
fail-record-there = { $path } 里已经有走法“{ $id }”。
hint-record-there = 换一个 id，或先把那一条删掉。
fail-record-shipped = { $id } 是随程序带的场景，不能在它旁边写。
hint-record-shipped = 用 --library 指定您自己的课件，或用 --out 指定写到哪个文件。
fail-record-file = { $path } 不是场景 { $id } 的走法文件，或者里面有错。
hint-record-file = 先用 onduty check 看看，或用 --out 另写一个文件。

# check --watch
watch-verdict = { $time }　{ $state ->
    [errors] ✗ { $errors } 处错误，{ $warnings } 处提醒
    [warnings] ! 没有错误，{ $warnings } 处提醒
   *[clean] ✓ 没有问题
}（{ $ms } 毫秒）
watch-open = 还有 { $count } 张上岗证的概率要重新算，稍等就补上。
watch-nothing-more = 概率算好了，没有新问题。
watch-gone = 文件夹 { $path } 现在不在了；等它回来再接着查。
watch-keys = 保存文件就再查一遍 · Esc 或 Ctrl-C 结束
fail-watch-shipped = 随程序带的课件不会变，没有可以盯着的文件夹。
hint-watch-shipped = 写上您的课件文件夹，例如 onduty check 文件夹 --watch

# preview
preview-stand = { $turn } · 得分 { $points } · 心情 { $mood }
preview-mood = 心情
preview-hidden = 现在选不到 { $id }（{ $why ->
    [used] 已经选过一次
   *[when] 要 { $when }
}）：{ $text }
preview-dead = 这里一句能选的回复都没有，学员会卡住。
preview-overflow = { $var } 超出范围
preview-when = 要 { $when }
preview-red-line = 红线
preview-ending = 结局：{ $outcome ->
    [resolved] 已解决
    [partial] 部分解决
    [escalated] 已转交
    [lost] 客户流失
   *[failed] 失败
}
preview-on = 接着走
preview-back = ‹ 退一步
preview-more = › 更多：从头、跳转、改变量、结束
preview-again = 从头再来
preview-jump = 跳到另一轮
preview-set = 改心情或变量
preview-leave = 结束预览
preview-what = 接下来？
preview-jump-where = 跳到哪一轮？
preview-set-what = 改哪一个？
preview-number = 写一个整数，{ $least } 到 { $most }
preview-lost = 文件改过之后，原来的路从这里起走不通了，就停在这里。
preview-at-ending = 从这里直接就到了结局 { $turn }。
preview-reloaded = { $time } 重新读了文件{ $state ->
    [clean] ，没有问题。
    [found] ，可以用，但有问题：
   *[broken] ，现在不能用，先接着用上一次好的：
}
fail-preview-broken = 场景 { $id } 里有错，还不能预览。
hint-preview-terminal = 预览要有人按键：在终端窗口里直接运行。给脚本用的是 onduty test。
