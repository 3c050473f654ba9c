//! Whole pages as they are read, in both languages, at 40 and at 80 columns.

use super::*;
use crate::locale::Tongue;
use crate::model::grade::{CourseGrade, Mark, PlayGrade, QuizGrade};
use crate::model::page::{Debrief, Decision, Item};
use crate::model::scenario::Outcome;
use crate::terminal::line::room;

fn shown(tongue: Tongue, window: usize, blocks: &[Block]) -> String {
    let words = Words::new(tongue);
    let lines = Paint { words: &words, width: window - 1, bars: true }.blocks(blocks);
    for line in &lines {
        let bar = line.words().contains('█');
        assert!(bar || room(&line.words()) < window, "{line}");
        assert!(line.cells() < window, "{line}");
        assert!(!line.words().contains('⟦'), "{line}");
    }
    lines.iter().map(|line| line.words() + "\n").collect()
}

fn chosen(text: &str, chosen: bool, right: bool, why: &str) -> Explained {
    let why = (!why.is_empty()).then(|| why.to_owned());
    Explained { text: text.into(), answer: None, should_be: None, chosen, right, why }
}

fn put(text: &str, answer: Option<&str>, should: &str, right: bool) -> Explained {
    let answer = answer.map(str::to_owned);
    Explained { text: text.into(), chosen: answer.is_some(), answer, should_be: Some(should.into()), right, why: None }
}

fn feedback(points: i64, mood: (u8, u8), text: &str) -> Feedback {
    Feedback {
        points: Points::whole(points),
        mood,
        text: text.into(),
        red_line: None,
        breaks: Vec::new(),
        written: None,
        took: None,
    }
}

fn play() -> PlayGrade {
    PlayGrade {
        scenario: "is-anyone-there".into(),
        points: Points::whole(7),
        best: Points::whole(10),
        share: Exact::new(7, 10),
        pass: 80,
        passed: false,
        red_line: false,
        ending: "end".into(),
        outcome: Outcome::Partial,
        skills: std::collections::BTreeMap::new(),
        timeliness: None,
    }
}

fn quiz() -> QuizGrade {
    let mark = |id: &str, earned| Mark { question: id.into(), earned, total: Points::whole(2) };
    QuizGrade {
        earned: Exact::new(10, 3),
        total: Points::whole(4),
        marks: vec![mark("b/one", Exact::new(4, 3)), mark("b/two", Exact::new(2, 1))],
    }
}

#[test]
fn an_answer_is_explained() {
    let blocks = [
        Block::Verdict { verdict: Verdict::Partly, earned: Exact::new(4, 3), of: Points::whole(2) },
        Block::Explained(vec![
            chosen("先倾听，不打断，再向客户复述一遍订单 A-1029 的问题", true, true, "先听才知道问题。"),
            chosen("请客户稍等", true, false, ""),
            chosen("致歉", false, true, ""),
        ]),
        Block::Explained(vec![
            put("首次响应", Some("三秒"), "三秒", true),
            put("回访", Some("一周"), "三天", false),
            put("投诉", None, "24 小时", false),
            put("", Some("5 秒"), "3 秒", false),
        ]),
        Block::Why("客户说话时打断，会让对方觉得不被尊重。".into()),
        Block::Note(Note::Nearly),
    ];
    insta::assert_snapshot!(shown(Tongue::Zh, 40, &blocks), @"
    ~ 对了一部分  得 1.33 分（满分 2 分）

    √ 先倾听，不打断，再向客户复述一遍订单
      A-1029 的问题  [选对了]
      先听才知道问题。
    × 请客户稍等  [不该选]
    + 致歉  [该选，你没选]

    √ 首次响应 → 三秒
    × 回访 → 一周（应为：三天）
    × 投诉 → 没有作答（应为：24 小时）
    × 你的回答：5 秒；正确答案：3 秒

    为什么：客户说话时打断，会让对方觉得不
      被尊重。

    还差一点，再试一次。
    ");
    insta::assert_snapshot!(shown(Tongue::En, 80, &blocks), @"
    ~ Partly right  1.33 of 2 points

    ✓ 先倾听，不打断，再向客户复述一遍订单 A-1029 的问题  [rightly chosen]
      先听才知道问题。
    ✗ 请客户稍等  [should not be chosen]
    + 致歉  [should be chosen, you did not]

    ✓ 首次响应 → 三秒
    ✗ 回访 → 一周 (should be: 三天)
    ✗ 投诉 → no answer (should be: 24 小时)
    ✗ Your answer: 5 秒; right answer: 3 秒

    Why: 客户说话时打断，会让对方觉得不被尊重。

    Nearly right. Try once more.
    ");
}

#[test]
fn a_talk_with_its_panel() {
    let facts = vec!["订单 A-1029，三天前发货".to_owned()];
    let name = "陈女士".to_owned();
    let blocks = [
        Block::Card(Card::Brief("客户来问物流，请先安抚。\n不要承诺到货时间。".into())),
        Block::Card(Card::Customer { name: name.clone(), mood: 35, credit: "low".into(), registered: "recent".into(), facts }),
        Block::Speech {
            who: Speaker::Customer(name), text: "我三天前下的单，怎么物流一直没有更新，你们到底发货了没有？".into()
        },
        Block::Speech {
            who: Speaker::Customer("陈女士".into()), text: "（两天以后）\n（快递员：“放门口了。”）".into()
        },
        Block::Speech { who: Speaker::You, text: "您好，我马上为您查。".into() },
        Block::Feedback(feedback(2, (35, 50), "先回应情绪，做得好。")),
        Block::Feedback(Feedback { red_line: Some("泄露了客户的电话".into()), ..feedback(-1, (50, 20), "") }),
    ];
    insta::assert_snapshot!(shown(Tongue::Zh, 40, &blocks), @"
    你的任务：客户来问物流，请先安抚。
      不要承诺到货时间。

    客户：陈女士
    心情：35/100，不满
    信用：较低
    注册：新客户
    已知情况：
    - 订单 A-1029，三天前发货

    陈女士：我三天前下的单，怎么物流一直没
      有更新，你们到底发货了没有？
    （两天以后）
    （快递员：“放门口了。”）
    你：您好，我马上为您查。

    +2 分 · 心情 35 → 50 好转
    先回应情绪，做得好。

    -1 分 · 心情 50 → 20 变差
    触碰红线：泄露了客户的电话
    ");
    insta::assert_snapshot!(shown(Tongue::En, 80, &blocks), @"
    Your task: 客户来问物流，请先安抚。
      不要承诺到货时间。

    Customer: 陈女士
    Mood: 35/100, upset
    Credit: low
    Registered: recently
    What you know:
    - 订单 A-1029，三天前发货

    陈女士: 我三天前下的单，怎么物流一直没有更新，你们到底发货了没有？
    （两天以后）
    （快递员：“放门口了。”）
    You: 您好，我马上为您查。

    Points +2 · mood 35 → 50 better
    先回应情绪，做得好。

    Points -1 · mood 50 → 20 worse
    Red line crossed: 泄露了客户的电话
    ");
}

#[test]
#[allow(clippy::too_many_lines, reason = "a debrief, and what is drawn of it")]
fn a_role_play_is_told_back() {
    let better = Some(("让您久等了，我马上为您查物流，请稍等一分钟。".to_owned(), Points::whole(3)));
    let debrief = Debrief {
        title: "有人在吗".into(),
        customer: "陈女士".into(),
        path: vec![
            Decision {
                said: "有人在吗？".into(),
                reply: "在。".into(),
                feedback: feedback(1, (35, 30), "太冷淡。"),
                better,
                notes: vec![Item::named("培训师李老师".into(), "先接住人。".into())],
            },
            Decision {
                said: "算了。\n（她准备挂电话）".into(),
                reply: "请留步！".into(),
                feedback: feedback(3, (30, 60), "及时。"),
                better: Some(("请您再等一分钟。".into(), Points::whole(3))),
                notes: vec![],
            },
        ],
        ending: "客户接受了方案。".into(),
        ending_points: Points::whole(3),
        grade: play(),
        skills: vec![
            ("倾听".into(), Points::whole(3), Points::whole(5)),
            ("安抚情绪".into(), Points::whole(-1), Points::whole(2)),
        ],
    };
    let blocks = [Block::Debrief(Box::new(debrief))];
    insta::assert_snapshot!(shown(Tongue::Zh, 40, &blocks), @"
    复盘：有人在吗

    第 1 步
    陈女士：“有人在吗？”
    你：在。
    +1 分 · 心情 35 → 30 变差
    太冷淡。
    更好的说法（+3 分）：让您久等了，我马上
      为您查物流，请稍等一分钟。
    培训师李老师：先接住人。

    第 2 步
    陈女士：“算了。”
    （她准备挂电话）
    你：请留步！
    +3 分 · 心情 30 → 60 好转
    及时。
    更好的说法（走下去结果更好）：请您再等
      一分钟。

    结局（+3 分）：客户接受了方案。

    结果：× 未通过 · 部分解决
    得分 7/10（70%），及格线 80%

    各项能力
    倾听       3/5  ████████████
    安抚情绪  -1/2
    ");
    insta::assert_snapshot!(shown(Tongue::En, 80, &blocks), @"
    Looking back: 有人在吗

    Step 1
    陈女士: “有人在吗？”
    You: 在。
    Points +1 · mood 35 → 30 worse
    太冷淡。
    Better words (points +3): 让您久等了，我马上为您查物流，请稍等一分钟。
    培训师李老师: 先接住人。

    Step 2
    陈女士: “算了。”
    （她准备挂电话）
    You: 请留步！
    Points +3 · mood 30 → 60 better
    及时。
    Better words (they lead to a better end): 请您再等一分钟。

    How it ended (points +3): 客户接受了方案。

    Result: ✗ Not passed · partly resolved
    Score 7/10 (70%), pass mark 80%

    Skills
    倾听       3/5  ████████████
    安抚情绪  -1/2
    ");
}

#[test]
fn results_of_quiz_and_course() {
    let course = CourseGrade {
        lessons: 3,
        checkpoints: quiz(),
        plays: vec![PlayGrade { red_line: true, points: Points::ZERO, share: Exact::ZERO, ..play() }],
    };
    let asked: Vec<String> = quiz().marks.iter().map(|m| m.question.to_string()).collect();
    let played = vec![play().scenario.to_string()];
    let blocks = [
        Block::Quiz { grade: quiz(), asked: asked.clone() },
        Block::Course { grade: course, asked, played },
        Block::Progress { done: 3, of: 10 },
    ];
    insta::assert_snapshot!(shown(Tongue::Zh, 40, &blocks), @r#"
    测验结果
    ~ 第 1 题：1.33/2  b/one
    √ 第 2 题：2/2  b/two
    共得 3.33 分，满分 4 分（83.3%）

    课程结果
    学完的课：3

    随堂检查（第一次作答）
    ~ 第 1 题：1.33/2  b/one
    √ 第 2 题：2/2  b/two
    共得 3.33 分，满分 4 分（83.3%）

    情景演练
    is-anyone-there
      结果：× 未通过 · 部分解决
      得分 0/10（0%），及格线 80%
      触碰了红线，本次记 0 分

    [███░░░░░░░] 3/10
    "#);
    insta::assert_snapshot!(shown(Tongue::En, 40, &blocks), @r#"
    Quiz result
    ~ Question 1: 1.33/2  b/one
    ✓ Question 2: 2/2  b/two
    3.33 of 4 points (83.3%)

    Course result
    Lessons read: 3

    Checkpoints (first answers)
    ~ Question 1: 1.33/2  b/one
    ✓ Question 2: 2/2  b/two
    3.33 of 4 points (83.3%)

    Role-plays
    is-anyone-there
      Result: ✗ Not passed · partly
      resolved
      Score 0/10 (0%), pass mark 80%
      A red line was crossed: this run
      counts 0 points

    [███░░░░░░░] 3/10
    "#);
}

#[test]
fn whatever_the_author_wrote_no_escape_is_painted() {
    let evil = "\u{1b}[2J\u{9b}31m\u{202e}\u{7}好".to_owned();
    let blocks = [
        Block::Title(evil.clone()),
        Block::Markdown(format!("# {evil}\n\n`{evil}` | a\n\n```\n{evil}\n```\n\n&#27;[31m")),
        Block::Speech { who: Speaker::Customer(evil.clone()), text: evil.clone() },
        Block::Explained(vec![put(&evil, Some(&evil), &evil, false)]),
        Block::Card(Card::Customer {
            name: evil.clone(),
            mood: 1,
            credit: evil.clone(),
            registered: String::new(),
            facts: vec![evil],
        }),
    ];
    let text = shown(Tongue::Zh, 40, &blocks);
    assert!(!text.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'), "{text:?}");
    assert!(text.contains("�[2J�31m��好"));
}
