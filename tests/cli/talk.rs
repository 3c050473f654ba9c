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
    assert_snapshot!(desk.run(&["note", &id, "1", "Name the wait before she does.", "--staff", "Ms Li"]), @"");
    let _ = desk.done(&["note", &id, "Well recovered."]);
    let shown = desk.done(&["show", &id]).out;
    let (first, second) = shown.split_once("Step 2").expect("two steps");
    assert!(first.contains("Trainer Ms Li: Name the wait before she does."), "{shown}");
    assert!(second.contains("Trainer: Well recovered."), "{shown}");
    let (json, _) = desk.json(&["show", &id]);
    assert_eq!(json["notes"][0]["matter"]["spot"]["item"], "queue/opening");
    assert_snapshot!(desk.run(&["note", &id, "9", "…"]), @"");
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
    assert_snapshot!(desk.run(&["remarks", &remark]).out, @"");
    assert_eq!(desk.run(&["remarks", &remark, "rekey"]).code, 2, "an answer has words");
    assert_snapshot!(desk.run(&["remarks", &remark, "reword", "It will say so.", "--staff", "Ms Li"]), @"");
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
    assert_snapshot!(replayed, @"");
}

#[test]
fn of_an_exam_nothing_is_talked_about_but_what_its_result_tells() {
    let desk = Desk::at_shelf();
    let seated = Candidate::new(&desk, "test-licence").by_script().prepared().sits().to_string();
    for command in [&["note", &seated, "Well done."][..], &["replay", &seated], &["graph", "queue", "--attempt", &seated]] {
        assert_eq!(desk.run(command).code, 5, "{command:?}");
    }
    assert_snapshot!(desk.run(&["remark", &seated, "1", "This is wrong."]), @"");
    let desk = Desk::at_shelf();
    desk.edit("shelf/licence.toml", "borderline = 5", "borderline = 5\nfeedback = \"full\"");
    let seated = Candidate::new(&desk, "test-licence").by_script().prepared().sits().to_string();
    let (made, code) = desk.json(&["remark", &seated, "1", "This is wrong."]);
    assert_eq!(code, 0, "{made}");
    let (open, _) = desk.json(&["remarks"]);
    assert!(open[0]["item"].as_str().expect("an item").starts_with("finals/"), "{open}");
}
