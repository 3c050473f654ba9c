# `trainer`：不用打命令的菜单。

trainer-title = 培训师
trainer-ask = 要做哪一件？
trainer-done = 做完了。接下来？
trainer-back = 回到培训师菜单
trainer-which = 看哪里的课件？
trainer-in-use = 正在用的课件
trainer-folder = 别的文件夹（输入或拖进来）
