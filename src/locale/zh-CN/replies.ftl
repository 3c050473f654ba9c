# 自己写的回复
task = 要做的
written-yours = 你写的
written-theirs = 考生写的
written-broken = 犯了话术规范
written-wanted = 要点
written-points = 这条回复得 { $points } 分，满分 { $of } 分
written-forfeited = 里面踩了红线，这条就不得分，客户也照不得分的样子往下说。
written-sample = 参考写法
written-instead = 可以这样：{ $text }
written-too-short = 太短了，至少要 { $least } 个字才看得出心意，这条不得分。
severity-minor = 轻
severity-major = 重
severity-red-line = 红线
