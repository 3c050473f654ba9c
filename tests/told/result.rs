//! Results, from exams sat on the small shelf. Every number here was worked out by hand.

mod whole;
mod why;

use onduty::attempt::event::Body;
use onduty::base::points::Points;
use onduty::grade::register::{Decision, Observed, Register};
use onduty::locale::{Tongue, Words};
use onduty::model::licence::{Disclose, Scheme};
use onduty::report::result::{Told, Verdict};

use super::shown;
use super::trial::{Trial, seen, shelf};

fn scheme(id: &str) -> Scheme {
    shelf().licences[&id.into()].clone()
}

pub fn read(tongue: Tongue, window: usize, told: &Told) -> String {
    shown(tongue, window, &told.blocks(&Words::new(tongue), onduty::report::result::Place::Shell))
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
        let decision = Decision { pass, who: "examiner".into(), observed: 0 };
        register.decided.insert(trial.activity.plan.attempt.clone(), vec![decision]);
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
            "√ 通过，由考官决定：总分 69.4 分，及格线 70 分。",
        ),
        (
            Failed,
            "× 未通过，由考官决定：总分 69.4 分，不到 70 分。",
        ),
    ]
    "#);
    let mut register = Register::default();
    register.voided.insert(trial.activity.plan.attempt.clone(), trial.state.at);
    assert_eq!(first(&register).0, Verdict::Void);
}

/// What counts is whether all was known when it was decided: not before, and whatever comes later that nobody asked for.
#[test]
fn a_late_observation_undoes_no_decision() {
    let trial = middling(&scheme("test-licence"));
    let marks = [("stand", 1), ("bow", 2), ("why", 1)];
    let all = [seen("a", &shelf(), "bow", &marks), seen("b", &shelf(), "bow", &marks)];
    let attempt = trial.activity.plan.attempt.clone();
    let verdict = |observed: usize| {
        let mut register = Register::default();
        let stood_for = all.iter().map(|seen| Observed {
            observation: seen.observation.clone(),
            station: seen.grade.station.clone(),
            examiner: seen.examiner.clone(),
            closed: onduty::base::digest::Digest::of_bytes(b"its end"),
        });
        register.observed.insert(attempt.clone(), stood_for.collect());
        register.decided.insert(attempt.clone(), vec![Decision { pass: true, who: "c".into(), observed }]);
        trial.told(Tongue::Zh, &trial.outcome(&all, &register)).verdict
    };
    assert_eq!([0, 1, 2].map(verdict), [Verdict::Borderline, Verdict::Passed, Verdict::Passed]);
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

    误差：及格线附近的测量误差约 ±4.2 分：同样的水平换一套题，得分也会有这么多上
      下。
    觉得不对：七天之内找店长。
    及格线：60 分是单位自定的，没有评委估计或评分的记录。
    ");
    let mut register = Register::default();
    register.settled.insert((trial.activity.plan.attempt.clone(), "bow".into()), (all[1].observation.clone(), "third".into()));
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

    Good to know

    How exact it is: Near the pass mark this exam measures to about ±4.2 points:
      with other questions of the same kind, the same ability may come out that
      much higher or lower.
    If you disagree: See the manager within seven days.
    Pass mark: The mark of 60 is policy: it rests on no record of judges or
      ratings.
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
    assert!(!text.contains("还差") && !text.contains("等打分") && !text.contains("没有特别弱"), "{text}");
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
