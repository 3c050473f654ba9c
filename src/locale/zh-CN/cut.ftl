# Where a pass mark comes from.

note-cut-written = 记录写在 { $path }。请放在方案旁边，并在 [result] 里写明：basis = "{ $name }"；onduty analyse { $id } 就会照着说。
fail-cut-row = { $path } 第 { $line } 行：“{ $found }”不是这里该写的。
fail-cut-table = { $path } 不是能读的表格。
fail-cut-few = “{ $station }”的观察记录连不成一条线：至少要有两种不同的总体评分。
hint-cut-table = 评委表：第一行在“评委”（多轮时加一列“轮次”）之后写题目，往下一位评委一行，每题写 80、80% 或 0.8。评分表：一次观察一行，先写总体评分 1 到 5，再写得分百分比。
hint-cut-few = 先多观察几位考生，或给一张表：--ratings 文件
cut-title = “{ $title }”（{ $id }）的及格线，{ $day } 推算
cut-angoff = 方法：Angoff 法（W. H. Angoff，《Educational Measurement》第 2 版，1971）。每位评委逐题估计“刚好够格的人”答对的概率；一位评委的及格线是各题的平均，最后取各位评委的平均。SD 是评委之间的标准差（n − 1），SE = SD ÷ √n。
cut-borderline = 方法：边界回归法（Wood、Humphrey-Murto、Norman，2006）。用最小二乘把清单得分对考官的总体评分作回归；及格线就是边界评分处那条线上的得分。
cut-items = 题目（{ $n }）：{ $list }
cut-round = 第 { $n } 轮
cut-judge = 评委
cut-mark = 及格线
cut-of-round = 平均 { $mean } %（精确值 { $exact }），SD { $deviation }，SE { $error } 分；最低 { $low } %，最高 { $high } %。
cut-of-line = 实操站 { $station }：{ $n } 次观察。总体评分 { $rating } 处，线上得分 { $cut } %（精确值 { $exact }）；评分每高一级，得分高 { $slope } 分；R² { $explained }。
cut-recommended = 建议：{ $mark } %（向上取整）。方案现在写的是 { $pass } %。及格线由单位自己决定。
fail-cut-items = 课件里没有这些题目、情景或考站：{ $items }。
hint-cut-items = 第一行写它们的编号：题目写 题库/题目，用 onduty list 查。
after-cut = 评委表（--judges，CSV 或 Excel）：第一行是“评委”、可选的“轮次”，然后是题目的编号；往下一位评委一行，每题写答对的可能：80、80% 或 0.8。
    {"  "}评委,轮次,welcome/hello,welcome/seat
    {"  "}甲,1,80,65
    评分表（--ratings）：一次观察一行，总体评分 1 到 5，得分百分比。
