//! `learn`: a course by script, and as a page.

use insta::assert_snapshot;

use crate::desk::Desk;

const ALL_RIGHT: &str = r#""kinds/one" = "hello"
"queue/opening" = "help""#;

#[test]
fn a_course_from_beginning_to_end() {
    let desk = Desk::at_shelf();
    let answers = desk.answers(ALL_RIGHT);
    assert_snapshot!(desk.run(&["learn", "first-day", "--answers", &answers]), @"
    ── stderr ──

    陈小满 · The first day
    Step 1 of 3

    Saying hello

    What a customer hears first is hello.

    陈小满 · The first day
    Step 2 of 3

    What do you say first?
    1. Hello, I am here.
    2. Wait.
    0. I don't know
    Your answer: Hello, I am here.

    ✓ Right  2 of 2 points

    ✓ Hello, I am here.  [rightly chosen]

    Why: Say hello first.

    陈小满 · The first day
    Step 3 of 3

    Now try it yourself: a customer is waiting for you.

    Waiting and waiting

    Your task: The customer has waited for long.

    Customer: Ms Chen
    Mood: 50/100, calm
    What you know:
    - First visit

    Ms Chen: How long is this going to take?
    1. Please wait.
    2. Leave if you will not wait.
    3. Sorry for the wait; I am looking now.
    Your answer: Sorry for the wait; I am looking now.

    Points +3 · mood 50 → 70 better
    Take up the person first.

    Ms Chen: Good, thank you.

    Looking back: Waiting and waiting

    Step 1
    Ms Chen: “How long is this going to take?”
    You: Sorry for the wait; I am looking now.
    Points +3 · mood 50 → 70 better
    Take up the person first.

    How it ended (points +1): Well taken up.

    Result: ✓ Passed · resolved
    Score 4/4 (100%), pass mark 60%

    Skills
    Ask  3/3

    Course result
    Lessons read: 1

    Checkpoints (first answers)
    ✓ Question 1: 2/2  What do you say first?
    2 of 2 points (100%)

    Role-plays
    Waiting and waiting
      Result: ✓ Passed · resolved
      Score 4/4 (100%), pass mark 60%
    ── exit 0 ──
    ");
}

#[test]
fn the_same_course_in_chinese() {
    let desk = Desk::at_shelf().in_chinese();
    let answers = desk.answers(ALL_RIGHT);
    assert_snapshot!(desk.run(&["learn", "course:first-day", "--answers", &answers]), @"
    ── stderr ──

    陈小满 · 第一天
    第 1 步，共 3 步

    问好

    客户先听到的是问好。

    陈小满 · 第一天
    第 2 步，共 3 步

    哪一句先说？
    1. 您好，我在。
    2. 等着。
    0. 我不知道
    你的回答：您好，我在。

    √ 答对了  得 2 分（满分 2 分）

    √ 您好，我在。  [选对了]

    为什么：先问好。

    陈小满 · 第一天
    第 3 步，共 3 步

    现在来演练一次：你来接待客户。

    等了又等

    你的任务：客户等了很久。

    客户：陈女士
    心情：50/100，平静
    已知情况：
    - 第一次来

    陈女士：还要等多久？
    1. 请再等等。
    2. 不想等就走吧。
    3. 让您久等了，我这就查。
    你的回答：让您久等了，我这就查。

    +3 分 · 心情 50 → 70 好转
    先接住人。

    陈女士：好，谢谢。

    复盘：等了又等

    第 1 步
    陈女士：“还要等多久？”
    你：让您久等了，我这就查。
    +3 分 · 心情 50 → 70 好转
    先接住人。

    结局（+1 分）：接住了。

    结果：√ 通过 · 已解决
    得分 4/4（100%），及格线 60%

    各项能力
    问  3/3

    课程结果
    学完的课：1

    随堂检查（第一次作答）
    √ 第 1 题：2/2  哪一句先说？
    共得 2 分，满分 2 分（100%）

    情景演练
    等了又等
      结果：√ 通过 · 已解决
      得分 4/4（100%），及格线 60%
    ── exit 0 ──
    ");
}

#[test]
fn a_checkpoint_answered_wrong_is_asked_again() {
    let desk = Desk::at_shelf();
    let answers = desk.answers("\"kinds/one\" = [\"wait\", \"hello\"]\n\"queue/opening\" = \"go\"");
    assert_snapshot!(desk.run(&["learn", "first-day", "--answers", &answers]), @"
    ── stderr ──

    陈小满 · The first day
    Step 1 of 3

    Saying hello

    What a customer hears first is hello.

    陈小满 · The first day
    Step 2 of 3

    What do you say first?
    1. Hello, I am here.
    2. Wait.
    0. I don't know
    Your answer: Wait.

    ✗ Wrong  0 of 2 points

    ✗ Wait.  [should not be chosen]
      The customer hears a cold voice.

    Not right yet. Try once more.

    陈小满 · The first day
    Step 2 of 3

    What do you say first?
    1. Wait.
    2. Hello, I am here.
    0. I don't know
    Your answer: Hello, I am here.

    ✓ Right  2 of 2 points

    ✓ Hello, I am here.  [rightly chosen]

    Why: Say hello first.

    陈小满 · The first day
    Step 3 of 3

    Now try it yourself: a customer is waiting for you.

    Waiting and waiting

    Your task: The customer has waited for long.

    Customer: Ms Chen
    Mood: 50/100, calm
    What you know:
    - First visit

    Ms Chen: How long is this going to take?
    1. Please wait.
    2. Leave if you will not wait.
    3. Sorry for the wait; I am looking now.
    Your answer: Leave if you will not wait.

    Points 0 · mood 50 → 20 worse
    Red line crossed: Customers are never sent away.
    That sends her away.

    Ms Chen: Never again.

    Looking back: Waiting and waiting

    Step 1
    Ms Chen: “How long is this going to take?”
    You: Leave if you will not wait.
    Points 0 · mood 50 → 20 worse
    Red line crossed: Customers are never sent away.
    That sends her away.
    Better words (points +3): Sorry for the wait; I am looking now.

    How it ended: A customer lost.

    Result: ✗ Not passed · failed
    Score 0/4 (0%), pass mark 60%
    A red line was crossed: this run counts 0 points

    Skills
    Ask  0/3

    Course result
    Lessons read: 1

    Checkpoints (first answers)
    ✗ Question 1: 0/2  What do you say first?
    0 of 2 points (0%)

    Role-plays
    Waiting and waiting
      Result: ✗ Not passed · failed
      Score 0/4 (0%), pass mark 60%
      A red line was crossed: this run counts 0 points
    ── exit 0 ──
    ");
}

#[test]
fn an_unfinished_course_goes_on_unless_begun_again() {
    let desk = Desk::at_shelf();
    let some = desk.answers("\"kinds/one\" = \"hello\"");
    assert_eq!(desk.run(&["learn", "first-day", "--answers", &some]).code, 2);
    let all = desk.answers(ALL_RIGHT);
    let on = desk.done(&["learn", "first-day", "--answers", &all]);
    assert!(!on.err.contains("Step 2 of 3"), "answered already: {on}");
    assert_eq!(desk.run(&["learn", "first-day", "--answers", &some]).code, 2);
    let again = desk.done(&["learn", "first-day", "--again", "--answers", &all]);
    assert!(again.err.contains("Step 2 of 3"), "asked anew: {again}");
}

#[test]
fn a_course_becomes_a_page() {
    let desk = Desk::at_shelf();
    let page = desk.path("page.html");
    let out = page.display().to_string();
    assert_snapshot!(desk.run(&["learn", "first-day", "--out", &out]), @r"
    ── stderr ──
    Written to DESK/page.html
    ── exit 0 ──
    ");
    let html = std::fs::read_to_string(&page).expect("written");
    assert!(html.contains("Saying hello") && html.contains("<strong>hello</strong>"), "{html}");
    assert_snapshot!(desk.run(&["learn", "first-day", "--out", &out]), @"
    ── stderr ──
    Not done: There is a file DESK/page.html already; it is not overwritten.
      What to do: Choose another name, or move that file away first.
    ── exit 5 ──
    ");
    assert_snapshot!(desk.run(&["learn", "--out", &out]), @r"
    ── stderr ──
    Not done: COURSE is missing.
      What to do: See what there is with onduty list.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["learn", "first-day", "--out", &desk.path("no/such/page.html").display().to_string()]), @"
    ── stderr ──
    Not done: The file DESK/no/such/page.html cannot be written.
      Cause: There is no such file or folder.
    ── exit 4 ──
    ");
}

#[test]
fn a_course_that_is_not_there_is_named_with_the_nearest() {
    let desk = Desk::at_shelf();
    let answers = desk.answers("");
    assert_snapshot!(desk.run(&["learn", "frist-day", "--answers", &answers]), @r#"
    ── stderr ──
    Not done: There is no course "frist-day".
      What to do: Did you mean first-day?
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["learn", "bank:kinds", "--answers", &answers]), @r"
    ── stderr ──
    Not done: A course is wanted here, not a bank.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["learn", "--answers", &answers]), @r"
    ── stderr ──
    Not done: With an answers file, name what to do.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["learn", "first-day"]), @r"
    ── stderr ──
    Not done: There is no terminal window here that can be typed in.
      What to do: Run it in a terminal window, or give the answers with --answers FILE.
    ── exit 2 ──
    ");
}
