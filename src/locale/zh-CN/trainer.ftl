# `trainer`：不用打命令的菜单。

trainer-title = 培训师
trainer-ask = 要做哪一件？
trainer-done = 做完了。接下来？
trainer-back = 回到培训师菜单
trainer-which = 看哪里的课件？
trainer-in-use = 正在用的课件
trainer-folder = 别的文件夹（输入或拖进来）
trainer-not-done = 没办成，原因在上面。接下来？
trainer-guided = 一问一答，写一段对话（随时能停，下次接着写）
trainer-new-scenario = 一段对话（场景）
trainer-new-bank = 题库
trainer-new-course = 课程
trainer-new-walks = 一段对话的走查
trainer-new-station = 实操考站
trainer-new-licence = 上岗证
trainer-new-wording = 话术规范
trainer-new-glossary = 名词表
trainer-new-standard = 回复时效标准
trainer-new-syllabus = 大纲
trainer-new-library = 课件文件夹（第一次先建它）
trainer-wording-file = 聊天记录的文件（可以拖进来），或者一句要查的话
trainer-remarks-keep = 没错，不改
trainer-remarks-reword = 文字要改
trainer-remarks-rekey = 答案要改
note-here = 用的是这个文件夹里的课件（这里有 library.toml）。
check-file = 连同它所在的课件一起查了，下面只列这个文件的：{ $file }，{ $count } 处。
