//! `practise`: a conversation from a file of answers.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn a_conversation_with_a_detour() {
    let desk = Desk::at_shelf();
    let answers = desk.answers("\"queue/opening\" = [\"wait\", \"help\"]");
    assert_snapshot!(desk.run(&["practise", "queue", "--answers", &answers]), @"
    ── stderr ──

    陈小满 · Waiting and waiting
    Step 1 of 1

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
    Your answer: Please wait.

    Points -1 · mood 50 → 40 worse
    What she is waiting for is a word.

    陈小满 · Waiting and waiting
    Ms Chen: How long is this going to take?
    1. Leave if you will not wait.
    2. Sorry for the wait; I am looking now.
    Your answer: Sorry for the wait; I am looking now.

    Points +3 · mood 40 → 60 better
    Take up the person first.

    Ms Chen: Good, thank you.

    Looking back: Waiting and waiting

    Step 1
    Ms Chen: “How long is this going to take?”
    You: Please wait.
    Points -1 · mood 50 → 40 worse
    What she is waiting for is a word.
    Better words (points +3): Sorry for the wait; I am looking now.

    Step 2
    Ms Chen: “How long is this going to take?”
    You: Sorry for the wait; I am looking now.
    Points +3 · mood 40 → 60 better
    Take up the person first.

    How it ended (points +1): Well taken up.

    Result: ✓ Passed · resolved
    Score 3/4 (75%), pass mark 60%

    Skills
    Ask  2/6
    ── exit 0 ──
    ");
}

#[test]
fn crossing_a_red_line_is_not_passed() {
    let desk = Desk::at_shelf().in_chinese();
    let answers = desk.answers("\"queue/opening\" = \"go\"");
    assert_snapshot!(desk.run(&["practise", "scenario:queue", "--answers", &answers]), @"
    ── stderr ──

    陈小满 · 等了又等
    第 1 步，共 1 步

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
    你的回答：不想等就走吧。

    0 分 · 心情 50 → 20 变差
    触碰红线：不许赶客。
    赶客。

    陈女士：再也不来了。

    复盘：等了又等

    第 1 步
    陈女士：“还要等多久？”
    你：不想等就走吧。
    0 分 · 心情 50 → 20 变差
    触碰红线：不许赶客。
    赶客。
    更好的说法（+3 分）：让您久等了，我这就查。

    结局：丢了一位客户。

    结果：× 未通过 · 失败
    得分 0/4（0%），及格线 60%
    触碰了红线，本次记 0 分

    各项能力
    问  0/3
    ── exit 1 ──
    ");
}

#[test]
fn a_reply_that_is_no_longer_offered_cannot_be_given() {
    let desk = Desk::at_shelf();
    let answers = desk.answers("\"queue/opening\" = \"wait\"");
    let ran = desk.run(&["practise", "queue", "--answers", &answers]);
    let end: Vec<&str> = ran.err.lines().rev().take(3).collect();
    assert_snapshot!(end.into_iter().rev().collect::<Vec<_>>().join("\n"), @r"
    2. Sorry for the wait; I am looking now.
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: “queue/opening” does not offer “wait”. Offered: go, help
    ");
    assert_eq!(ran.code, 2);
}

#[test]
fn a_scenario_that_is_not_there() {
    let desk = Desk::at_shelf();
    let answers = desk.answers("");
    assert_snapshot!(desk.run(&["practice", "queeu", "--answers", &answers]), @r#"
    ── stderr ──
    Not done: There is no scenario "queeu" for practice.
      What to do: Did you mean queue?
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["practise", "course:first-day", "--answers", &answers]), @r"
    ── stderr ──
    Not done: A scenario is wanted here, not a course.
    ── exit 2 ──
    ");
}
