//! `resume`: goes on exactly where something was left.

use insta::assert_snapshot;

use crate::desk::Desk;

/// A conversation left after one reply; the end of its id.
fn left(desk: &Desk) -> String {
    let answers = desk.answers("\"queue/opening\" = [\"wait\"]");
    assert_eq!(desk.run(&["practise", "queue", "--answers", &answers]).code, 2, "there is no second answer");
    let listed = desk.done(&["list", "attempts", "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).expect("JSON");
    let id = listed["attempts"][0]["attempt"].as_str().expect("an id").to_owned();
    id[id.len() - 8..].to_owned()
}

#[test]
fn what_was_left_goes_on() {
    let desk = Desk::at_shelf();
    let _ = left(&desk);
    let answers = desk.answers("\"queue/opening\" = [\"never reached\", \"help\"]");
    assert_snapshot!(desk.run(&["resume", "--answers", &answers]), @"
    ── stderr ──

    Going on where you left off.

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
fn an_attempt_can_be_named_by_an_end_of_its_id() {
    let desk = Desk::at_shelf();
    let id = left(&desk);
    let answers = desk.answers("\"queue/opening\" = \"help\"");
    assert_eq!(desk.run(&["resume", &id.to_uppercase(), "--answers", &answers]).code, 0);
    assert_snapshot!(desk.run(&["resume", &id, "--answers", &answers]), @r"
    ── stderr ──
    Not done: Attempt 26a01a94 is over and cannot go on.
      What to do: Read it again with onduty show 26a01a94.
    ── exit 5 ──
    ");
}

#[test]
fn nothing_unfinished_is_no_mistake() {
    let desk = Desk::at_shelf();
    let answers = desk.answers("");
    assert_snapshot!(desk.run(&["resume", "--answers", &answers]), @r"
    ── stderr ──
    Nothing is unfinished.
      What to do: Type onduty to see what comes next.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["resume", "abcd", "--answers", &answers]), @r"
    ── stderr ──
    Not done: There is no attempt abcd.
      What to do: See all attempts with onduty list attempts.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["resume", "abc", "--answers", &answers]), @r"
    ── stderr ──
    Not done: There is no attempt abc.
      What to do: See all attempts with onduty list attempts.
    ── exit 2 ──
    ");
}

#[test]
fn another_persons_attempt_is_not_resumed() {
    let desk = Desk::at_shelf();
    let id = left(&desk);
    let _ = desk.done(&["learner", "add", "王一"]);
    let answers = desk.answers("\"queue/opening\" = \"help\"");
    let ran = desk.run(&["resume", &id, "--as", "王一", "--answers", &answers]);
    assert_eq!(ran.code, 2, "{ran}");
}
