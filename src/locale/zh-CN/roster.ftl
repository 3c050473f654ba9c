# 名册：从表格来、分组、离职
roster-no-header = 找不到表头：至少要有一列“姓名”；“工号”“班组”“岗位”“状态”可有可无。
roster-no-name = 没写姓名
roster-name = 姓名太长或有看不见的字符：{ $found }
roster-number = 工号太长或有看不见的字符：{ $found }
roster-group = 组名太长或有看不见的字符：{ $found }
roster-role = 没有“{ $found }”这个岗位；有的是：{ $known }
roster-status = 看不懂状态“{ $found }”；写“在职”或“离职”
roster-number-twice = 工号 { $found } 在第 { $line } 行已经用过了
roster-name-twice = { $found } 在第 { $line } 行已经有了；两行都没有工号，分不清是不是同一个人
roster-same-person = { $found } 和第 { $line } 行说的是名册里同一个人
roster-several = 名册里叫 { $found } 的不止一位；写上工号才分得清
roster-renamed = 名册里的 { $before } 改成了 { $now }（工号相同）
roster-numbered = 名册里的 { $before } 原来没有工号，现在记成 { $now }；要是同名的另一个人，用 onduty learner edit 改回来
roster-done = { $done ->
    [yes] 名册
   *[no] 照这份名册会是
}：新增 { $added }，改动 { $changed }，照旧 { $same }{ $wrong ->
    [0] { "" }
   *[other] ，有误 { $wrong }
}。
roster-dry = 只是看看，什么也没写。去掉 --dry-run 就登记。
roster-again = 有误的行没有登记。改好以后整份再导入一次：登记过的不会重复。
roster-groups = 用到的组：{ $groups }{ $more ->
    [0] { "" }
   *[other] 等（还有 { $more } 个）
}。谁在组里：onduty learner list --group 组名
busy-enrolling = 正在登记
fail-roster = 这份名册读不了：{ $path }
fail-group-name = “{ $name }”不能当组名：要有字，不超过 40 个，没有看不见的字符。
fail-not-in-group = { $name } 不在“{ $group }”组里。
fail-role-unknown = 没有“{ $role }”这个岗位。
fail-left = { $name } 已经离职（停用），不能再开始新的练习和考试；做过的都还在。
hint-back = 回来上班了：onduty learner edit 姓名 --back
fail-edit-nothing = 没说要改什么。
hint-learner-edit = 例如 --group 夜班、--role after-sale-agent、--left，或 --time 1.5 --reason 理由。
note-post-changed = { $name }：改好了。
note-post-same = { $name }：本来就是这样，什么也没改。
note-nobody-listed = 这里面一个人也没有。
head-groups = 组
head-post = 岗位
roster-who = { $what ->
    [added] 新登记
    [added_left] 新登记，但已离职
    [left] 改为离职
   *[other] 有改动
  }：{ $names }{ $more ->
    [0] {""}
   *[other] {" "}等，另有 { $more } 人（--format json 里有全部）
  }
