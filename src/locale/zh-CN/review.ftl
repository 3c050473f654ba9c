# 复习：错过的题和没说好的话，快忘的时候再来一次。
review-title = 复习
review-today = 今天有 { $count } 道要复习。
review-later = 现在没有要复习的。下一道在 { $at }。
review-none = 没有要复习的：做错过的题、没说好的话，会在快忘的时候回到这里。
menu-review = 复习：今天有 { $count } 道
