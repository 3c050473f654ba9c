//! Why an exam came to what it came to: a red line, a hair below the mark, the clock.

use super::*;

/// Everything right, and a red line in the second talk: it counts 0, and the exam is failed by it alone.
#[test]
fn a_red_line_with_its_rule() {
    let mut scheme = scheme("test-licence");
    scheme.practice.as_mut().expect("it has one").pass = 40;
    scheme.result.pass = 60;
    let mut trial = Trial::begin(&shelf(), &scheme, &["finals/hello"], &["lost-letter", "torn-page"], &[]);
    trial.pick(&["true"]).hand_in().reply([onduty::model::form::Reply::Next]).pick(&["look", "shout"]).close();
    let outcome = trial.outcome(&[], &Register::default());
    insta::assert_snapshot!(read(Tongue::Zh, 80, &trial.told(Tongue::Zh, &outcome)), @"
    考试结果：小书架上岗证

    王芳 · 2026-11-22 13:07 结束 · 编号 5e1f0001

    × 未通过：触碰了红线。

    再考：2026-11-23 14:00 起可以再考，还剩 2 次。输入：onduty exam test-licence

    部分  得分率  最低  占总分  得分  够不够
    理论  100%    50%   30%     30    √ 够
    情景  50%     40%   70%     35    √ 够
    总分  65%     60%   100%    65    √ 够

    显示到一位小数，只舍不入；够不够按精确分数比。

    怎样结束：自己交卷、把对话走完。

    红线与关键步骤

    × 对话“撕了的页”触碰了红线：不许吼客户。

    该加强的能力（得分不到 60% 的）

    - 问：对话得 2 分，遇到的最好选择共 4 分（50%）

    该再看看的目标

    《第一天》
      - 会接待客户

    另外

    误差：及格线附近的测量误差约 ±4.2 分：同样的水平换一套题，得分也会有这么多上
      下。
    觉得不对：请向考官或主管提出，报上编号 5e1f0001。题、答案、规则都有存档，可以逐
      项重算。
    及格线：60 分是单位自定的，没有评委估计或评分的记录。
    ");
}

/// 19.99 of 25 points are 79.96 %: shown as 79.9, and not passed at 80.
#[test]
fn what_is_shown_is_cut_and_the_exact_mark_counts() {
    let mut library = shelf();
    for (id, points) in [("finals/hello", 19_990), ("finals/seat", 5_010)] {
        let bank = library.banks.get_mut(&"finals".into()).expect("it is there");
        bank.questions.iter_mut().find(|q| q.id.as_str() == id).expect(id).points = Points::thousandths(points);
    }
    let mut scheme = scheme("test-licence");
    scheme.practice = None;
    scheme.theory.as_mut().expect("it has one").weight = 100;
    scheme.result.pass = 80;
    scheme.result.borderline = 0;
    let mut trial = Trial::begin(&library, &scheme, &["finals/hello", "finals/seat"], &[], &[]);
    trial.pick(&["true", "true"]).hand_in().close();
    let told = trial.told(Tongue::Zh, &trial.outcome(&[], &Register::default()));
    let total = told.total.clone().expect("all of it is known");
    assert_eq!((total.exact.to_string().as_str(), total.percent.as_str()), ("1999/2500", "79.9"));
    assert_eq!(told.verdict, Verdict::Failed);
    insta::assert_snapshot!(read(Tongue::Zh, 80, &told), @"
    考试结果：小书架上岗证

    王芳 · 2026-11-22 13:05 结束 · 编号 5e1f0001

    × 未通过：总分 79.9 分，不到 80 分。

    再考：2026-11-23 14:00 起可以再考，还剩 2 次。输入：onduty exam test-licence

    部分  得分率  最低  占总分  得分  够不够
    理论  79.9%   50%   100%    79.9  √ 够
    总分  79.9%   80%   100%    79.9  × 不够

    显示到一位小数，只舍不入；够不够按精确分数比。

    怎样结束：自己交卷。

    该再看看的目标

    《第一天》
      - 先问好，再办事

    另外

    误差：及格线附近的测量误差约 ±4.2 分：同样的水平换一套题，得分也会有这么多上
      下。
    觉得不对：请向考官或主管提出，报上编号 5e1f0001。题、答案、规则都有存档，可以逐
      项重算。
    及格线：80 分是单位自定的，没有评委估计或评分的记录。
    ");
}

/// The first part's time is up with a question open, the clock jumps, the window is killed, and the exam runs out in a talk.
#[test]
fn what_the_clock_did_is_told() {
    let mut trial =
        Trial::begin(&shelf(), &scheme("test-licence"), &["finals/hello", "finals/seat"], &["lost-letter", "torn-page"], &[]);
    trial.pick(&["true"]).wait(8).happen(Body::TimeUp { part: 0 });
    trial.happen(Body::ClockMoved { by: 35 * 60_000 }).wait(3);
    trial.happen(Body::Resumed { conduct: onduty::attempt::plan::Conduct::Person });
    trial.reply([onduty::model::form::Reply::Next]).wait(100).happen(Body::Expired).close();
    insta::assert_snapshot!(read(Tongue::Zh, 80, &trial.told(Tongue::Zh, &trial.outcome(&[], &Register::default()))), @"
    考试结果：小书架上岗证

    王芳 · 2026-11-22 14:58 结束 · 编号 5e1f0001

    × 未通过：情景 0%，不到 50%；总分 15 分，不到 70 分。

    再考：2026-11-23 14:00 起可以再考，还剩 2 次。输入：onduty exam test-licence

    部分  得分率  最低  占总分  得分  够不够
    理论  50%     50%   30%     15    √ 够
    情景  0%      50%   70%     0     × 不够
    总分  15%     70%   100%    15    × 不够

    显示到一位小数，只舍不入；够不够按精确分数比。

    怎样结束：整场时间到，收了卷。1 题没有作答，记 0 分。1 段对话没有开始，记
      0 分。1 段对话没有走完，按走到的地方算。
    中断：中途离开 1 次，共 4 分钟；时钟照走。
    时钟：电脑的时钟在 2026-11-22 13:10 到 2026-11-22 13:11 之间多走了 35 分钟（也
      可能是电脑睡眠）。

    该加强的能力（得分不到 60% 的）

    - 问：理论题得 1 分，共 2 分（50%）

    该再看看的目标

    《第一天》
      - 先问好，再办事
      - 会接待客户

    另外

    误差：及格线附近的测量误差约 ±4.2 分：同样的水平换一套题，得分也会有这么多上
      下。
    觉得不对：请向考官或主管提出，报上编号 5e1f0001。题、答案、规则都有存档，可以逐
      项重算。
    及格线：70 分是单位自定的，没有评委估计或评分的记录。
    ");
}
