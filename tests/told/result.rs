//! Results, from exams sat on the small shelf. Every number here was worked out by hand.

use onduty::attempt::event::Body;
use onduty::base::points::Points;
use onduty::grade::register::Register;
use onduty::locale::{Tongue, Words};
use onduty::model::licence::{Disclose, Scheme};
use onduty::report::result::{Told, Verdict};

use super::shown;
use super::trial::{Trial, seen, shelf};

fn scheme(id: &str) -> Scheme {
    shelf().licences[&id.into()].clone()
}

fn read(tongue: Tongue, window: usize, told: &Told) -> String {
    shown(tongue, window, &told.blocks(&Words::new(tongue), false))
}

/// Theory 4 of 6 points, talks 3/3 and 1/3, a station 3/4.
fn middling(scheme: &Scheme) -> Trial {
    let library = shelf();
    let questions = ["finals/hello", "finals/seat", "finals/angry", "finals/blame"];
    let mut trial = Trial::begin(&library, scheme, &questions, &["lost-letter", "torn-page"], &["bow"]);
    trial.pick(&["true", "true", "true"]).away(12).pick(&["true"]).hand_in();
    trial.reply([onduty::model::form::Reply::Next]).pick(&["look", "wait"]).close();
    trial
}

/// theory 3/6 = 50 %, at its least. practice = (1 + 1/3 + 3/4) ÷ 3 = 25/36 = 69.4 %. total = 15 + 70 × 25/36 = 63.6, mark 70.
#[test]
fn not_passed() {
    let trial = middling(&scheme("test-licence"));
    let outcome = trial.outcome(&[seen("a", &shelf(), "bow", &[("stand", 1), ("bow", 2), ("why", 0)])], &Register::default());
    insta::assert_snapshot!(read(Tongue::Zh, 80, &trial.told(Tongue::Zh, &outcome)), @"
    考试结果：小书架上岗证

    王芳 · 2026-11-22 13:23 结束 · 编号 5e1f0001

    × 没有通过：总分 63.6 分，不到 70 分。

    再考：2026-11-23 14:00 起可以再考，还剩 2 次。输入：onduty exam test-licence

    部分        得分率  最低  占总分  得分  够不够
    理论        50%     50%   30%     15    √ 够
    情景与实操  69.4%   50%   70%     48.6  √ 够
    总分        63.6%   70%   100%    63.6  × 不够

    显示到一位小数，只舍不入；够不够按精确分数比。

    怎样结束：自己交卷、把对话走完。
    中断：中途离开 1 次，共 12 分钟；时钟照走。

    该加强的能力（得分不到 60% 的）

    - 问：理论题得 3 分，共 6 分（50%）

    该再看看的目标

    《第一天》
      - 先问好，再办事
      - 会接待客户

    另外

    误差：合格线附近的测量误差约 ±4.2 分：同样的水平换一套题，得分也会有这么多上
      下。
    觉得不对：请向考官或主管提出，报上编号 5e1f0001。题、答案、规则都有存档，可以逐
      项重算。
    ");
    insta::assert_snapshot!(read(Tongue::En, 80, &trial.told(Tongue::En, &outcome)), @"
    Exam result: The licence of the small shelf

    王芳 · over at 2026-11-22 13:23 · number 5e1f0001

    ✗ Not passed: total 63.6 of 100, below 70.

    Again: From 2026-11-23 14:00 on; attempts left: 2. Type: onduty exam
      test-licence

    Part                     Mark   At least  Weight  Gives  Enough?
    Theory                   50%    50%       30%     15     ✓ enough
    Role-plays and stations  69.4%  50%       70%     48.6   ✓ enough
    Total                    63.6%  70%       100%    63.6   ✗ too low

    Shown with one decimal, cut, never rounded up; exact marks are compared.

    How it ended: Handed in and played to the end.
    Breaks: Left once, 12 minutes in all; the clock went on.

    Skills to work on (below 60%)

    - Ask: 3 of 6 points in questions (50%)

    Objectives to look at again

    “The first day”
      - Say hello, then get to work
      - Receive customers

    Besides

    How exact it is: Near the pass mark this exam measures to about ±4.2 points:
      with other questions of the same kind, the same ability may come out that
      much higher or lower.
    If you disagree: Tell an examiner or manager, with the number 5e1f0001.
      Questions, answers and rules are kept, so everything can be worked out again.
    ");
    insta::assert_snapshot!(read(Tongue::Zh, 40, &trial.told(Tongue::Zh, &outcome)), @"
    考试结果：小书架上岗证

    王芳 · 2026-11-22 13:23 结束 · 编号
    5e1f0001

    × 没有通过：总分 63.6 分，不到 70 分。

    再考：2026-11-23 14:00 起可以再考，还剩
      2 次。输入：onduty exam test-licence

    理论
      得分率 50% · 最低 50% · 占总分 30%
      得分 15 · 够不够 √ 够
    情景与实操
      得分率 69.4% · 最低 50%
      占总分 70% · 得分 48.6
      够不够 √ 够
    总分
      得分率 63.6% · 最低 70%
      占总分 100% · 得分 63.6
      够不够 × 不够

    显示到一位小数，只舍不入；够不够按精确
    分数比。

    怎样结束：自己交卷、把对话走完。
    中断：中途离开 1 次，共 12 分钟；时钟照
      走。

    该加强的能力（得分不到 60% 的）

    - 问：理论题得 3 分，共 6 分（50%）

    该再看看的目标

    《第一天》
      - 先问好，再办事
      - 会接待客户

    另外

    误差：合格线附近的测量误差约 ±4.2 分：
      同样的水平换一套题，得分也会有这么多
      上下。
    觉得不对：请向考官或主管提出，报上编号
      5e1f0001。题、答案、规则都有存档，可
      以逐项重算。
    ");
    insta::assert_snapshot!(read(Tongue::En, 40, &trial.told(Tongue::En, &outcome)), @"
    Exam result: The licence of the small
    shelf

    王芳 · over at 2026-11-22 13:23 ·
    number 5e1f0001

    ✗ Not passed: total 63.6 of 100, below
      70.

    Again: From 2026-11-23 14:00 on;
      attempts left: 2. Type: onduty exam
      test-licence

    Theory
      Mark 50% · At least 50%
      Weight 30% · Gives 15
      Enough? ✓ enough
    Role-plays and stations
      Mark 69.4% · At least 50%
      Weight 70% · Gives 48.6
      Enough? ✓ enough
    Total
      Mark 63.6% · At least 70%
      Weight 100% · Gives 63.6
      Enough? ✗ too low

    Shown with one decimal, cut, never
    rounded up; exact marks are compared.

    How it ended: Handed in and played to
      the end.
    Breaks: Left once, 12 minutes in all;
      the clock went on.

    Skills to work on (below 60%)

    - Ask: 3 of 6 points in questions (50%)

    Objectives to look at again

    “The first day”
      - Say hello, then get to work
      - Receive customers

    Besides

    How exact it is: Near the pass mark
      this exam measures to about ±4.2
      points: with other questions of the
      same kind, the same ability may come
      out that much higher or lower.
    If you disagree: Tell an examiner or
      manager, with the number 5e1f0001.
      Questions, answers and rules are
      kept, so everything can be worked out
      again.
    ");
    insta::assert_snapshot!(serde_json::to_string_pretty(&trial.told(Tongue::Zh, &outcome)).expect("values"), @r#"
    {
      "attempt": "019a0000-0000-7000-8000-00005e1f0001",
      "licence": "test-licence",
      "title": "小书架上岗证",
      "learner": "王芳",
      "language": "zh-CN",
      "closed": {
        "at": 1795324980000,
        "local": "2026-11-22 13:23"
      },
      "verdict": "failed",
      "decided": false,
      "why": [
        "total"
      ],
      "parts": [
        {
          "part": "theory",
          "items": 4,
          "stations": 0,
          "share": {
            "exact": "1/2",
            "percent": "50"
          },
          "least": 50,
          "weight": 30,
          "gives": {
            "exact": "3/20",
            "percent": "15"
          },
          "met": true
        },
        {
          "part": "practice",
          "items": 2,
          "stations": 1,
          "share": {
            "exact": "25/36",
            "percent": "69.4"
          },
          "least": 50,
          "weight": 70,
          "gives": {
            "exact": "35/72",
            "percent": "48.6"
          },
          "met": true
        }
      ],
      "total": {
        "exact": "229/360",
        "percent": "63.6"
      },
      "pass": 70,
      "borderline": 5,
      "ended": "handed-in",
      "open": {
        "questions": 0,
        "talks": 0,
        "cut": 0
      },
      "waiting": [],
      "dropped": 0,
      "error": "4.2",
      "again": {
        "at": 1795413600000,
        "local": "2026-11-23 14:00"
      },
      "attempts_left": 2,
      "appeal": null,
      "clock": [],
      "breaks": {
        "count": 1,
        "away": 720000
      },
      "feedback": "skills",
      "missed": {
        "red_lines": [],
        "critical": [],
        "skills": [
          {
            "skill": "ask",
            "title": "问",
            "theory": {
              "earned": "3",
              "of": "6",
              "share": {
                "exact": "1/2",
                "percent": "50"
              }
            },
            "talks": null
          }
        ],
        "objectives": [
          {
            "objective": "s/greet",
            "text": "先问好，再办事",
            "course": "第一天"
          },
          {
            "objective": "s/receive",
            "text": "会接待客户",
            "course": "第一天"
          }
        ]
      }
    }
    "#);
}

/// theory 3/6, practice (1 + 1/3 + 1) ÷ 3 = 7/9, total = 15 + 70 × 7/9 = 69.4…: less than 5 below the mark of 70.
#[test]
fn just_below_a_person_decides() {
    let trial = middling(&scheme("test-licence"));
    let all = [seen("a", &shelf(), "bow", &[("stand", 1), ("bow", 2), ("why", 1)])];
    let first = |register: &Register| {
        let told = trial.told(Tongue::Zh, &trial.outcome(&all, register));
        (told.verdict, read(Tongue::Zh, 80, &told).lines().nth(4).unwrap_or_default().to_owned())
    };
    let decided = |pass| {
        let mut register = Register::default();
        register.decided.insert(trial.activity.plan.attempt.clone(), (pass, "examiner".into()));
        register
    };
    insta::assert_debug_snapshot!([first(&Register::default()), first(&decided(true)), first(&decided(false))], @r#"
    [
        (
            Borderline,
            "~ 还没定：总分 69.4 分，不到 70 分，但差在 5 分以内。由考官决定，不用等也不用重",
        ),
        (
            Passed,
            "√ 通过，由考官决定：总分 69.4 分，合格线 70 分。",
        ),
        (
            Failed,
            "× 没有通过，由考官决定：总分 69.4 分，不到 70 分。",
        ),
    ]
    "#);
    let mut register = Register::default();
    register.voided.insert(trial.activity.plan.attempt.clone(), trial.state.at);
    assert_eq!(first(&register).0, Verdict::Void);
}

#[test]
fn stations_are_waited_for() {
    let library = shelf();
    let mut trial = Trial::begin(&library, &scheme("hands"), &[], &["lost-letter"], &["bow", "desk"]);
    trial.pick(&["look"]).close();
    let all = [
        seen("a", &library, "bow", &[("stand", 1), ("bow", 2), ("why", 1)]),
        seen("b", &library, "bow", &[("stand", 0), ("bow", 2), ("why", 1)]),
        seen("a", &library, "desk", &[("books", 3), ("pen", 1)]),
    ];
    let told = trial.told(Tongue::Zh, &trial.outcome(&all, &Register::default()));
    insta::assert_snapshot!(read(Tongue::Zh, 80, &told), @"
    考试结果：动手上岗证

    王芳 · 2026-11-22 13:02 结束 · 编号 5e1f0001

    ~ 还没定：考站还没打完分，总分要等等。

    再来看：考官打完分以后，输入：onduty result 5e1f0001

    部分        得分率  最低  占总分  得分  够不够
    情景与实操  等打分  60%   100%    –     –
    总分        –       60%   100%    –     –

    显示到一位小数，只舍不入；够不够按精确分数比。

    怎样结束：把对话走完。
    还差：考站“鞠躬”两位考官相差太大，等第三位决定
    还差：考站“整理柜台”还差 1 位考官打分

    另外

    误差：合格线附近的测量误差约 ±4.2 分：同样的水平换一套题，得分也会有这么多上
      下。
    觉得不对：七天之内找店长。
    ");
    let mut register = Register::default();
    register.settled.insert((trial.activity.plan.attempt.clone(), "bow".into()), all[1].observation.clone());
    let more = [all.as_slice(), &[seen("b", &library, "desk", &[("books", 3), ("pen", 1)])]].concat();
    insta::assert_snapshot!(read(Tongue::En, 80, &trial.told(Tongue::En, &trial.outcome(&more, &register))), @"
    Exam result: The hands-on licence

    王芳 · over at 2026-11-22 13:02 · number 5e1f0001

    ✗ Not passed: a critical step was missed.

    Again: From 2026-11-23 14:00 on; attempts left: 2. Type: onduty exam hands

    Part                     Mark   At least  Weight  Gives  Enough?
    Role-plays and stations  91.6%  60%       100%    91.6   ✓ enough
    Total                    91.6%  60%       100%    91.6   ✓ enough

    Shown with one decimal, cut, never rounded up; exact marks are compared.

    How it ended: Played to the end.

    Red lines and critical steps

    ✗ Station “A bow”, critical step missed: Stands up

    Objectives to look at again

    “The first day”
      - Receive customers

    Besides

    How exact it is: Near the pass mark this exam measures to about ±4.2 points:
      with other questions of the same kind, the same ability may come out that
      much higher or lower.
    If you disagree: See the manager within seven days.
    ");
}

/// Theory alone fails: the stations that nobody has marked are no longer waited for, and nobody is praised.
#[test]
fn what_is_decided_waits_for_no_station() {
    let mut trial = Trial::begin(&shelf(), &scheme("test-licence"), &["finals/hello", "finals/seat"], &["lost-letter"], &["bow"]);
    trial.pick(&["false", "true"]).hand_in();
    trial.reply([onduty::model::form::Reply::Next]).pick(&["look"]).close();
    let told = trial.told(Tongue::Zh, &trial.outcome(&[], &Register::default()));
    assert_eq!((told.verdict, told.waiting.len(), told.dropped), (Verdict::Failed, 0, 1));
    let text = read(Tongue::Zh, 80, &told);
    assert!(text.contains("考站：结果已定，还没打完分的 1 个考站不用再考了。"), "{text}");
    assert!(!text.contains("还差") && !text.contains("等打分") && !text.contains("很扎实"), "{text}");
}

#[test]
fn of_one_course_no_more_objectives_are_shown_than_can_be_read() {
    let trial = middling(&scheme("test-licence"));
    let mut told = trial.told(Tongue::Zh, &trial.outcome(&[], &Register::default()));
    let missed = told.missed.as_mut().expect("this scheme tells skills");
    let aim = missed.objectives[0].clone();
    missed.objectives = (1..=11).map(|n| onduty::report::result::Aim { text: format!("第{n}条"), ..aim.clone() }).collect();
    missed.objectives.push(onduty::report::result::Aim { text: "课外".into(), course: None, ..aim });
    let text = read(Tongue::Zh, 80, &told);
    assert!(text.contains("《第一天》\n  - 第1条\n"), "{text}");
    assert!(text.contains("  - 第8条\n  ……还有 3 条\n- 课外\n"), "{text}");
}

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

    × 没有通过：触碰了红线。

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

    误差：合格线附近的测量误差约 ±4.2 分：同样的水平换一套题，得分也会有这么多上
      下。
    觉得不对：请向考官或主管提出，报上编号 5e1f0001。题、答案、规则都有存档，可以逐
      项重算。
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

    × 没有通过：总分 79.9 分，不到 80 分。

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

    误差：合格线附近的测量误差约 ±4.2 分：同样的水平换一套题，得分也会有这么多上
      下。
    觉得不对：请向考官或主管提出，报上编号 5e1f0001。题、答案、规则都有存档，可以逐
      项重算。
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

    × 没有通过：情景 0%，不到 50%；总分 15 分，不到 70 分。

    再考：2026-11-23 14:00 起可以再考，还剩 2 次。输入：onduty exam test-licence

    部分  得分率  最低  占总分  得分  够不够
    理论  50%     50%   30%     15    √ 够
    情景  0%      50%   70%     0     × 不够
    总分  15%     70%   100%    15    × 不够

    显示到一位小数，只舍不入；够不够按精确分数比。

    怎样结束：整场时间到，收了卷。1 题没有作答，记 0 分。1 段对话没有开始，记 0
      分。1 段对话没有走完，按走到的地方算。
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

    误差：合格线附近的测量误差约 ±4.2 分：同样的水平换一套题，得分也会有这么多上
      下。
    觉得不对：请向考官或主管提出，报上编号 5e1f0001。题、答案、规则都有存档，可以逐
      项重算。
    ");
}

#[test]
fn all_is_told_where_the_scheme_says_so() {
    let mut scheme = scheme("test-licence");
    scheme.result.feedback = Disclose::Full;
    let trial = middling(&scheme);
    let outcome = trial.outcome(&[seen("a", &shelf(), "bow", &[("stand", 1), ("bow", 2), ("why", 0)])], &Register::default());
    let text = read(Tongue::En, 80, &trial.told(Tongue::En, &outcome));
    insta::assert_snapshot!(text[text.find("Question by question").expect("it is there")..], @"
    Question by question

    Question 1: Say hello, then get to work.

    ✓ Right  1 of 1 points

    ✓ True  [rightly chosen]

    Why: Yes.

    Question 2: One may stay seated when a customer comes.

    ✗ Wrong  0 of 1 points

    ✗ True  [should not be chosen]
    + False  [should be chosen, you did not]

    Why: No.

    Question 3: Hear an angry customer out first.

    ✓ Right  2 of 2 points

    ✓ True  [rightly chosen]

    Why: Yes.

    Question 4: When something went wrong, first say whose fault it is.

    ✗ Wrong  0 of 2 points

    ✗ True  [should not be chosen]
    + False  [should be chosen, you did not]

    Why: No.

    “Passed” below is said of each role-play by the standard of practice; in the
    exam its mark counts.

    Looking back: The lost letter

    Step 1
    Customer: “Where is my letter?”
    You: Sorry for the trouble; I am looking at once.
    Points +2 · mood 40 → 60 better
    Take up the person first, then the matter.

    How it ended: Well taken up.

    Result: ✓ Passed · resolved
    Score 3/3 (100%), pass mark 60%

    Skills
    Ask  2/2  ████████████████████

    Looking back: The torn page

    Step 1
    Customer: “A page is missing.”
    You: Wait a moment.
    Points +1 · mood 40 → 40 unchanged
    A word more was due.
    Better words (points +2): Sorry for the trouble; I am looking at once.

    How it ended: The customer still waits for a word.

    Result: ✗ Not passed · partly resolved
    Score 1/3 (33.3%), pass mark 60%

    Skills
    Ask  1/2  ██████████

    A bow

    - Stands up (1 of 1)
    - Bows and says hello (2 of 2)
    - Why do you stand up? (0 of 1)
    ");
}
