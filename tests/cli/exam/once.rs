//! An exam that is left and come back to is the same exam: one attempt, the same item dealt the same way, and the clock goes on.

use super::{Desk, RIGHT, SECOND, all_right, sound, verdict};
use crate::desk::{Happens::GoesBy, Ran};

/// Answers to the item that comes first, and to nothing else.
fn first_only(desk: &Desk) -> String {
    let first = asked(desk);
    let (_, id, answer) = RIGHT.iter().find(|(_, id, _)| first == format!("papers/{id}")).expect("a question of the bank");
    format!("\"papers/{id}\" = {answer}\n")
}

/// What is asked now in the newest exam.
fn asked(desk: &Desk) -> String {
    let kept = desk.kept();
    match onduty::attempt::prompt::next(&kept.activity, &kept.state) {
        onduty::attempt::prompt::Next::Ask(prompt) => prompt.id.clone(),
        other => panic!("{other:?}"),
    }
}

/// The item on the screen when the script ran out: everything from its number on, up to the failure.
fn item(ran: &Ran) -> String {
    let from = ran.err.rfind("Question ").expect("an item");
    ran.err[from..].split("Not done").next().expect("the item").to_owned()
}

#[test]
fn coming_back_ten_times_changes_nothing() {
    let desk = Desk::at_hall();
    let nothing = desk.sits("");
    assert_eq!(nothing.code, 2, "{nothing}");
    assert!(nothing.err.contains("what came before is kept"), "{nothing}");
    let begun = desk.kept();
    let (attempt, deadline) = (begun.activity.plan.attempt.clone(), begun.state.deadline(&begun.activity).expect("a limit"));
    let first = first_only(&desk);
    let left = desk.sits(&first);
    let second = item(&left);
    assert!(second.starts_with("Question 2 of 4"), "{left}");
    let mut before = desk.kept().state.at;
    for _ in 0..10 {
        desk.then(GoesBy(60 * SECOND));
        let ran = desk.sits(&first);
        assert_eq!((ran.code, item(&ran)), (2, second.clone()), "{ran}");
        assert!(ran.err.contains("Going on where you left off.") && ran.err.contains("minutes left."), "{ran}");
        let now = desk.kept();
        assert_eq!(desk.exams().len(), 1);
        assert_eq!(now.activity.plan.attempt, attempt);
        assert_eq!(now.state.deadline(&now.activity), Some(deadline), "the clock goes on");
        assert!(now.state.at.0 >= before.0 + 60 * SECOND);
        before = now.state.at;
    }
    let times = |name: &str| desk.happened().iter().filter(|e| *e == name).count();
    assert_eq!((times("started"), times("answered"), times("left"), times("resumed")), (1, 1, 12, 11));
    let ran = desk.sits(&all_right());
    assert_eq!((ran.code, verdict(&desk).2.as_str(), desk.exams().len()), (0, "100", 1), "{ran}");
    assert_eq!(desk.result().0["breaks"]["count"], 12);
    sound(&desk);
}

/// What is left by the clock is said at once to whoever comes back.
#[test]
fn time_left_is_said_on_coming_back() {
    let desk = Desk::at_hall();
    let _ = desk.sits("");
    desk.then(GoesBy(19 * 60 * SECOND));
    let ran = desk.sits("");
    assert!(ran.err.contains("\n11 minutes left.\n"), "a minute that has begun counts: {ran}");
    desk.then(GoesBy(10 * 60 * SECOND));
    let ran = desk.sits("");
    assert!(ran.err.contains(" seconds left.\n"), "{ran}");
}

/// The library may change under an exam: what was dealt stays.
#[test]
fn a_running_exam_does_not_change_with_the_library() {
    let desk = Desk::at_hall();
    let _ = desk.sits("");
    desk.edit("hall/papers.toml", "answer = false", "answer = true");
    desk.edit("hall/papers.toml", "right = true, ", "");
    desk.edit("hall/hall.toml", "pass = 80", "pass = 100");
    let ran = desk.sits(&all_right());
    assert_eq!((ran.code, verdict(&desk).2.as_str()), (0, "100"), "{ran}");
    assert_eq!(desk.result().0["pass"], 80);
}

/// `resume` is another way to the same exam.
#[test]
fn resume_goes_on_with_an_exam() {
    let desk = Desk::at_hall();
    let _ = desk.sits("");
    let answers = desk.answers(&all_right());
    let ran = desk.run(&["resume", "--answers", &answers]);
    assert_eq!((ran.code, verdict(&desk).2.as_str(), desk.exams().len()), (0, "100", 1), "{ran}");
    let over = desk.exams()[0].id.short().to_owned();
    assert_eq!(desk.run(&["resume", &over, "--answers", &answers]).code, 5);
}

/// Two scripts that begin in the same moment: one of them does, the other is told.
#[test]
fn one_exam_begins_at_a_time() {
    let desk = Desk::at_hall();
    let learner = desk.store().learners().expect("readable").remove(0).id;
    let elsewhere = desk.store();
    let beginning = elsewhere.hold_beginning(&learner).expect("free");
    let ran = desk.sits(&all_right());
    assert_eq!((ran.code, desk.exams().len()), (5, 0), "{ran}");
    assert!(ran.err.contains("just being begun in another window"), "{ran}");
    drop(beginning);
    assert_eq!(desk.sits(&all_right()).code, 0);
    assert_eq!(desk.exams().len(), 1);
}
