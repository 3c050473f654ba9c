//! Whole results, as a person reads them: both languages, both widths.

use super::*;

/// theory 3/6 = 50 %, at its least. practice = (1 + 1/3 + 3/4) ÷ 3 = 25/36 = 69.4 %. total = 15 + 70 × 25/36 = 63.6, mark 70.
#[test]
fn not_passed() {
    let trial = middling(&scheme("test-licence"));
    let outcome = trial.outcome(&[seen("a", &shelf(), "bow", &[("stand", 1), ("bow", 2), ("why", 0)])], &Register::default());
    insta::assert_snapshot!(read(Tongue::Zh, 80, &trial.told(Tongue::Zh, &outcome)), @"
    考试结果：小书架上岗证

    王芳 · 2026-11-22 13:23 结束 · 编号 5e1f0001

    × 未通过：总分 63.6 分，不到 70 分。

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

    误差：及格线附近的测量误差约 ±4.2 分：同样的水平换一套题，得分也会有这么多上
      下。
    觉得不对：请向考官或主管提出，报上编号 5e1f0001。题、答案、规则都有存档，可以逐
      项重算。
    及格线：70 分是单位自定的，没有评委估计或评分的记录。
    ");
    insta::assert_snapshot!(read(Tongue::En, 80, &trial.told(Tongue::En, &outcome)), @"
    Exam result: The licence of the small shelf

    王芳 · over at 2026-11-22 13:23 · number 5e1f0001

    ✗ Not passed: total 63.6 of 100, below 70.

    Again: From 2026-11-23 14:00 on; attempts left: 2. Type:
      onduty exam test-licence

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

    Good to know

    How exact it is: Near the pass mark this exam measures to about ±4.2 points:
      with other questions of the same kind, the same ability may come out that
      much higher or lower.
    If you disagree: Tell an examiner or manager, with the number 5e1f0001.
      Questions, answers and rules are kept, so everything can be worked out again.
    Pass mark: The mark of 70 is policy: it rests on no record of judges or
      ratings.
    ");
    insta::assert_snapshot!(read(Tongue::Zh, 40, &trial.told(Tongue::Zh, &outcome)), @"
    考试结果：小书架上岗证

    王芳 · 2026-11-22 13:23 结束 · 编号
    5e1f0001

    × 未通过：总分 63.6 分，不到 70 分。

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

    误差：及格线附近的测量误差约 ±4.2 分：
      同样的水平换一套题，得分也会有这么多
      上下。
    觉得不对：请向考官或主管提出，报上编号
      5e1f0001。题、答案、规则都有存档，可
      以逐项重算。
    及格线：70 分是单位自定的，没有评委估计
      或评分的记录。
    ");
    insta::assert_snapshot!(read(Tongue::En, 40, &trial.told(Tongue::En, &outcome)), @"
    Exam result: The licence of the small
    shelf

    王芳 · over at 2026-11-22 13:23 ·
    number 5e1f0001

    ✗ Not passed: total 63.6 of 100, below
      70.

    Again: From 2026-11-23 14:00 on;
      attempts left: 2. Type:
      onduty exam test-licence

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

    Good to know

    How exact it is: Near the pass mark
      this exam measures to about
      ±4.2 points: with other questions of
      the same kind, the same ability may
      come out that much higher or lower.
    If you disagree: Tell an examiner or
      manager, with the number 5e1f0001.
      Questions, answers and rules are
      kept, so everything can be worked out
      again.
    Pass mark: The mark of 70 is policy: it
      rests on no record of judges or
      ratings.
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
      "basis": null,
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
    Mr Wang: “Where is my letter?”
    You: Sorry for the trouble; I am looking at once.
    Points +2 · mood 40 → 60 better
    Take up the person first, then the matter.

    How it ended (points +1): Well taken up.

    Result: ✓ Passed · resolved
    Score 3/3 (100%), pass mark 60%

    Skills
    Ask  2/2  ████████████████████

    Looking back: The torn page

    Step 1
    Mr Wang: “A page is missing.”
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
