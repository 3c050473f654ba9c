# 草稿：培训师看得到，学员看不到。
note-draft = { $name } 还是草稿，只有培训师看得到。写好以后把 status 改成 "live"。
check-drafts = 草稿（学员还看不到）{ $count } · { $list }
trainer-draft = { $title }（草稿）
new-draft = { $count ->
    [0] 它现在是草稿，学员看不到：缺的都有了，再把 status 那一行改成 status = "live"。
   *[other] 它现在是草稿，学员看不到：先写好翻译 { $files }，再把 status 那一行改成 status = "live"。
    }
fail-new-no-bank = 上岗证要从考试题库里抽题，这里还没有一个至少 4 道题的考试题库；什么也没写。
hint-new-bank = 先写题库：onduty new bank { $id }，里面写 use = "exam"，至少 4 道题
fail-new-no-word = 这个课件库还没写{ $word ->
    [role] 有哪些岗位（role）
   *[other] 有哪些能力（skill）
    }，新写的东西没有可用的；什么也没写。
hint-new-word = 在 library.toml 末尾加三行：[[{ $word }]]，{ $word ->
    [role] id = "clerk"，title = "店员"
   *[other] id = "say"，title = "说"
    }；或者加一行 extends = "onduty"，用自带的。
