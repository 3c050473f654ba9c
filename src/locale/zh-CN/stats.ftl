# 答题统计
stats-busy = 正在翻记录
stats-recorded = 做完的记录 { $attempts } 份（{ $from }），{ $people } 人；{ $which ->
        [last] 同一个人做同一样，取最后一次
        [highest] 同一个人做同一样，取最好的一次
        [all] 每一次都算
       *[first] 同一个人做同一样，取第一次
    }。
stats-from = { $kind ->
        [bank] 练习题
        [course] 课程
        [scenario] 对话
        [licence] 考试
       *[station] 考站
    } { $count } 份
stats-and = 、
stats-scripted = 其中 { $count } 份是脚本作答的。
stats-none = 还没有做完的记录，所以没有可说的。等大家练过、考过，再来看。
stats-damaged = 有 { $count } 份记录对不上，没有算进来。
stats-marks = { $attempts } 份答卷，{ $items } 道题。
stats-own-column = { $named ->
        [no] 每行的第一格不是题，没有读。
       *[other] 第一列“{ $name }”不是题，没有读。
    }
stats-no-max = 没有写满分那一行（max,…）：每题满分算 1 分；有人得分更高的，按最高分算。

stats-look-head = 先看这几题
stats-look-none = 没有特别要改的题。
stats-inverted = 会的人反而答错（区分度 { $index }）。先核对答案有没有写错，再看题目是不是有歧义、有没有两个选项都说得通。
stats-best-take = 成绩最好的四分之一里，选“{ $option }”的比选对的还多。核对答案；要是答案没错，就把题干说清楚。
stats-below-guessing = 得分率 { $facility }，比瞎猜还低。多半是题目误导人，或者这一点课上没讲清楚。
stats-too-hard = 太难了（得分率 { $facility }）。看看课上讲没讲过；讲过，就把题改直接些。
stats-too-easy = 太容易了（得分率 { $facility }），考不出高低。想确认人人都会，可以留着；想拉开差距，就换更像真的错误选项。
stats-does-not-separate = 分不出高低（区分度 { $index }）：会的和不会的，得分差不多。看看题干是不是含糊、是不是在考别的东西。
stats-separates-weakly = 区分度偏低（{ $index }）。留着也行，有空改一改错误选项。
stats-nobody-takes = 没有人选“{ $option }”。这个错误选项没起作用，换成新人真会犯的错。
stats-withheld-all = 只有 { $attempts } 份，先不下结论：{ $some } 份起才说难易，{ $all } 份起才说区分度、选项和信度。指标可以用 --all 看，但先别据此改题。
stats-withheld-rest = 只有 { $attempts } 份：难易可以看了；区分度、选项和信度要 { $all } 份起才说。指标可以用 --all 看。

stats-totals-head = 总分
stats-totals = { $unit ->
        [percent] 平均 { $mean } %，中位数 { $median } %，标准差 { $sd } 个百分点。
       *[points] 平均 { $mean } 分，中位数 { $median } 分，标准差 { $sd } 分。
    }
stats-trust = { $how ->
        [good] 信度 { $alpha } %，不错：题目合在一起，考的是同一种本事。
        [fair] 信度 { $alpha } %，还行，再高些更放心（75 % 以上算好）。
       *[poor] 信度 { $alpha } %，偏低（64 % 以下）：这个总分还不能太当真。题多一些、先改上面的题，会好起来。
    }同一个人换个时候再考，总分大约会上下差 { $error } 分。
stats-forms = 大家抽到的题不一样，所以总分按得分率算；权重和信度要同一份卷子才算得出来。
stats-items-head = 每道题
stats-col-item = 题
stats-col-attempts = 份数
stats-col-facility = 得分率
stats-col-discrimination = 区分度
stats-col-seconds = 用时（秒）
stats-index-attempts = 份数
stats-index-facility = 得分率
stats-index-sd = 标准差
stats-index-discrimination = 区分度
stats-index-efficiency = 区分效率
stats-index-effective-weight = 实际权重
stats-index-intended-weight = 名义权重
stats-index-guess = 瞎猜能得
stats-index-seconds = 用时中位数（秒）
stats-index-skewness = 偏度
stats-index-kurtosis = 峰度
stats-index-cic = 信度
stats-index-error-ratio = 误差占比
stats-index-standard-error = 标准误
stats-negative = 协方差是负的，算不出实际权重：这题和别的题唱反调。
stats-option = { $right ->
        [yes] ✓
       *[no] ·
    } { $option }：{ $taken } 人选；成绩从低到高四段 { $quarters }
stats-talk = 练了 { $plays } 场，平均得分率 { $mean }，通过 { $passed }，踩红线 { $red }。
stats-col-turn = 轮次（到过几次）
stats-col-taken = 次数
stats-col-share = 占比
stats-col-reply = 回复
stats-endings = 结局：{ $endings }
stats-raters-head = 考站 { $station }：两位考官给同一个人打的分
stats-raters = 一共 { $pairs } 对分数：打得一样的 { $same }，平均差 { $apart } 分。
stats-raters-step = { $step }：{ $pairs } 对，一样的 { $same }，平均差 { $apart } 分
stats-kappa = 加权 kappa { $kappa }（不到 30 对不算）

stats-wrong = 第 { $line } 行{ $whole ->
        [yes] {""}
       *[other] ，“{ $item }”这一列
    }：{ $why ->
        [nothing] 文件是空的
        [no-item] 没有题目
        [too-many-items] 题目太多了，最多 10000 道
        [no-name] 有一列没有名字
        [twice] “{ $cell }”这个名字用了两次
        [no-attempt] 没有答卷
        [cells] 有 { $found } 格，应该有 { $wanted } 格
        [not-a-number] “{ $cell }”不是数
        [decimals] “{ $cell }”小数位太多，最多 7 位
        [too-large] “{ $cell }”太大了
        [negative-max] 满分“{ $cell }”不能小于 0
       *[above-max] “{ $cell }”比这题的满分还多
    }
stats-wrong-more = ……还有 { $count } 处
fail-stats-marks = { $path } 里有读不懂的地方，没有算。
fail-stats-large = { $path } 太大了，最多 { $most } MB。
fail-stats-unknown = 没有叫“{ $id }”的题库、场景、考站或上岗证。
fail-stats-several = 叫“{ $id }”的不止一个，请写全：{ $names }
hint-stats-marks = 第一行写题目名，第二行可以写 max,每题满分，下面一份答卷一行；没作答写 - 或空着。
hint-stats-large = 一次统计一场考试，或者把不要的列删掉。
