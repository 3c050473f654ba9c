//! `note`, `remark`, `remarks`, `replay`: what trainers and learners say to each other.

use insta::assert_snapshot;

use crate::candidate::Candidate;
use crate::desk::Desk;

/// A desk where 陈小满 has played `queue`; the attempt.
fn played() -> (Desk, String) {
    let desk = Desk::at_shelf();
    let answers = desk.answers("\"queue/opening\" = [\"wait\", \"help\"]");
    let _ = desk.done(&["practise", "queue", "--answers", &answers]);
    let (listed, _) = desk.json(&["list", "attempts"]);
    let id = listed["attempts"][0]["attempt"].as_str().expect("an id").to_owned();
    (desk, id)
}

#[test]
fn a_note_stands_beside_its_turn() {
    let (desk, id) = played();
    assert_snapshot!(desk.run(&["note", &id, "1", "Name the wait before she does.", "--staff", "Ms Li"]), @"
    ── stderr ──
    Noted. 陈小满 sees it on home, and beside 26a01a94 when it is shown.
    ── exit 0 ──
    ");
    let _ = desk.done(&["note", &id, "Well recovered."]);
    let shown = desk.done(&["show", &id]).out;
    let (first, second) = shown.split_once("Step 2").expect("two steps");
    assert!(first.contains("Trainer Ms Li: Name the wait before she does."), "{shown}");
    assert!(second.contains("Trainer: Well recovered."), "{shown}");
    let (json, _) = desk.json(&["show", &id]);
    assert_eq!(json["notes"][0]["matter"]["spot"]["item"], "queue/opening");
    assert_snapshot!(desk.run(&["note", &id, "9", "…"]), @"
    ── stderr ──
    Not done: There is no place “9” in this attempt.
      What to do: These fit: 1 queue/opening, 2 queue/opening.
    ── exit 2 ──
    ");
    assert_eq!(desk.run(&["note", &id, "   "]).code, 2);
}

#[test]
fn a_remark_is_answered_and_the_answer_is_read() {
    let (desk, id) = played();
    let (made, _) = desk.json(&["remark", &id, "2", "“Take up the person” is not what we were taught."]);
    let remark = made["remark"].as_str().expect("an id")[28..].to_owned();
    let (open, _) = desk.json(&["remarks"]);
    assert_eq!((open[0]["item"].as_str(), open[0]["step"].as_u64()), (Some("queue/opening"), Some(2)));
    assert!(open[0]["answer"].is_null() && open[0]["learner"] == "陈小满");
    assert_snapshot!(desk.run(&["remarks", &remark]).out, @"
    A remark on queue/opening #2

    Ms Chen: How long is this going to take?
    You: Sorry for the wait; I am looking now.

    Points +3 · mood 40 → 60 better
    Take up the person first.

    陈小满: “Take up the person” is not what we were taught.
    ");
    assert_eq!(desk.run(&["remarks", &remark, "rekey"]).code, 2, "an answer has words");
    assert_snapshot!(desk.run(&["remarks", &remark, "reword", "It will say so.", "--staff", "Ms Li"]), @"
    ── stderr ──
    Answered. 陈小满 sees it on home. Now mend queue/opening in the courseware and run onduty check; past results stay as they are.
    ── exit 0 ──
    ");
    assert_eq!(desk.run(&["remarks", &remark, "keep", "No."]).code, 5, "answered once");
    assert_eq!(desk.json(&["remarks"]).0, serde_json::json!([]));
    assert_eq!(desk.json(&["remarks", "--all"]).0[0]["answer"]["ruling"], "reword");
    let shown = desk.done(&["show", &id]).out;
    assert!(shown.contains("Trainer Ms Li: You are right, the words will be mended: It will say so."), "{shown}");
}

#[test]
fn a_talk_is_replayed_without_a_name() {
    let (desk, id) = played();
    let replayed = desk.done(&["replay", &id, "--no-name"]);
    assert!(!replayed.out.contains("陈小满"));
    assert_snapshot!(replayed, @"
    Step 1

    Ms Chen: How long is this going to take?

    A: Sorry for the wait; I am looking now.
    B: Please wait.  ← was chosen
    C: Leave if you will not wait.

    A: Sorry for the wait; I am looking now.
      points +3
    B: Please wait.  ← was chosen
      points -1
    ✗ C: Leave if you will not wait.
      points 0
      Red line crossed: Customers are never sent away.

    Points -1 · mood 50 → 40 worse
    What she is waiting for is a word.

    ✓ Better words (points +3): Sorry for the wait; I am looking now.

    Step 2

    Ms Chen: How long is this going to take?

    A: Sorry for the wait; I am looking now.  ← was chosen
    B: Leave if you will not wait.

    A: Sorry for the wait; I am looking now.  ← was chosen
      points +3
    ✗ B: Leave if you will not wait.
      points 0
      Red line crossed: Customers are never sent away.

    Points +3 · mood 40 → 60 better
    Take up the person first.
    ── exit 0 ──
    ");
}

#[test]
fn of_an_exam_nothing_is_talked_about_but_what_its_result_tells() {
    let desk = Desk::at_shelf();
    let seated = Candidate::new(&desk, "test-licence").by_script().prepared().sits().to_string();
    for command in [&["note", &seated, "Well done."][..], &["replay", &seated], &["graph", "queue", "--attempt", &seated]] {
        assert_eq!(desk.run(command).code, 5, "{command:?}");
    }
    assert_snapshot!(desk.run(&["remark", &seated, "1", "This is wrong."]), @"
    ── stderr ──
    Not done: The result of exam 17910b84 does not tell its items, so none can be remarked on.
      What to do: An exam's result is read with: onduty result 17910b84
    ── exit 5 ──
    ");
    let desk = Desk::at_shelf();
    desk.edit("shelf/licence.toml", "borderline = 5", "borderline = 5\nfeedback = \"full\"");
    let seated = Candidate::new(&desk, "test-licence").by_script().prepared().sits().to_string();
    let (made, code) = desk.json(&["remark", &seated, "1", "This is wrong."]);
    assert_eq!(code, 0, "{made}");
    let (open, _) = desk.json(&["remarks"]);
    assert!(open[0]["item"].as_str().expect("an item").starts_with("finals/"), "{open}");
}
