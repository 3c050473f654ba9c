# What a licence scheme comes to (`analyse`).
analysis-licence-title = 《{ $title }》的考试，算给你看
analysis-licence-guess-good = 蒙不过去：一题不会、全靠蒙的人，一次考过的机会是 { $pass }{ $rare }。
analysis-licence-guess-bad = 能蒙过去：一题不会、全靠蒙的人，一次考过的机会有 { $pass }{ $rare }，超过了这张证自己定的上限。
analysis-licence-guess-within = 允许考 { $n } 次，至少蒙过一次的机会是 { $within }{ $rare }。
analysis-licence-guess-stations = 靠蒙过理论部分的机会是 { $theory }。实操由考官当面看，没有“蒙”这回事，所以总的机会不算。
analysis-licence-rare = （约 { $of } 分之一）
analysis-licence-same-good = 换一份卷子差别不大：会 { $knows }% 的人，抽到最难的一份，考过的机会是 { $hardest }；最容易的一份，{ $easiest }。
analysis-licence-same-bad = 抽到哪份卷子很要紧：会 { $knows }% 的人，抽到最难的一份，考过的机会只有 { $hardest }；最容易的一份却有 { $easiest }。题目和情景的难易再拉近些会更公平。
analysis-licence-same-open = 抽到哪份卷子有多要紧：会 { $knows }% 的人，抽到最难的一份，考过的机会是 { $hardest }；最容易的一份，{ $easiest }。
analysis-licence-forms = 能抽出 { $forms } 份不同的卷子；随便两份平均有 { $overlap }% 的题目和情景相同。
analysis-licence-again-new = 同一个人考满 { $n } 次，次次都是没见过的题和情景{ $stations ->
    [yes] （实操看的是会不会做，同一站可以再做）
   *[no] { "" }
}。
analysis-licence-again-old = 同一个人最多考 { $n } 次，题不够：第 { $nth } 次平均有 { $share }% 是见过的。
analysis-licence-basis = 及格线 { $mark } 有推算记录：{ $file }
analysis-licence-policy = 及格线 { $mark } 是单位自定的：没有写明评委估计或评分的记录（onduty cut 可以推算一份）。
analysis-licence-sem-wide = { $mark } 分线上的结论：光凭运气，总分会上下差 { $error } 分左右；线下 { $band } 分以内由考官来定，盖得住。
analysis-licence-sem-narrow = { $mark } 分线上的结论不够牢：光凭运气，总分会上下差 { $error } 分左右，而由考官来定的只有线下 { $band } 分。
analysis-licence-sem-stations = 及格线上的误差不算：实操由考官打分，不是运气。
analysis-licence-covered = 该学的目标有 { $of } 个：一份卷子平均考到 { $mean } 个，最少 { $least } 个。
analysis-licence-model = “会 80%”的意思是：每道题、每次选回复，有 80% 的把握做对，其余靠蒙。0.5 就是一半的机会；写成 0.52–0.53 的，是说准数在这两个数之间。
analysis-licence-head-knows = 会多少
analysis-licence-head-theory = 理论过线
analysis-licence-head-practice = 情景过线
analysis-licence-head-pass = 考过
analysis-licence-head-borderline = 考官来定
analysis-licence-head-within = { $n } 次内考过
analysis-licence-head-hardest = 最难的卷子
analysis-licence-head-easiest = 最容易的
analysis-licence-blind = 全靠蒙
analysis-licence-head-line = 从哪里抽
analysis-licence-head-takes = 抽几个
analysis-licence-head-there = 有几个
analysis-licence-head-needed = 考 { $n } 次要
analysis-licence-head-lasts = 够几次
analysis-licence-talks = { $category }情景
analysis-licence-level = { $what }（{ $level } 级）
fail-analyse-short = “{ $id }”有一行抽不满，算不了。
fail-analyse-unfit = “{ $id }”要抽的情景里有走不通的，算不了。
fail-analyse-large = “{ $id }”太大，算不完。
