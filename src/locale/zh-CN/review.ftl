# 复习：错过的题和没说好的话，快忘的时候再来一次。进度里说的：技能怎么变、下一步为什么。
review-title = 复习
review-today = 今天有 { $count } 道要复习。
review-later = 现在没有要复习的。下一道在 { $at }。
review-none = 没有要复习的：做错过的题、没说好的话，会在快忘的时候回到这里。
menu-review = 复习：今天有 { $count } 道

why-first = 从最容易的一场开始
why-unfinished = 上次还没做完
why-required = { $title }要求学
why-ready = 要求的都学完了，可以考了
why-course = 下一门课
why-bank-new = 还没做过
why-bank = 最好一次 { $percent } %
why-skill = { $skill } { $percent } %
why-skill-new = { $skill }还没练过
why-licence = { $title }要考
why-never = 这一场还没练过
why-days = { $days ->
    [0] 今天练过
   *[other] 上次练是 { $days } 天前
}
progress-advice = 建议练：{ $title }（{ $why }）
progress-strengths = 强项：{ $skills }
progress-gaps = 还要多练：{ $skills }
progress-comma = 、
growth = { $talks } 场，{ $trend }
growth-in-words = { $talks } 场，最近从 { $first } % 到 { $last } %，{ $trend }
trend-new = 刚开始练
trend-rising = 在进步
trend-steady = 变化不大
trend-falling = 在退步
