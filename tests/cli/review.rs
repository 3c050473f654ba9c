//! `review`: what was missed comes back in time, once; what was right ever since never does.

use serde_json::Value;

use crate::desk::{Desk, Happens};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A quiz in which two are missed, one of them partly.
fn missed(desk: &Desk) {
    let right = super::quiz::ALL_RIGHT.replace("您好", "hello");
    let some = right.replace("\"kinds/true\" = true", "\"kinds/true\" = false").replace("\"phone\", ", "");
    let _ = desk.done(&["quiz", "kinds", "--answers", &desk.answers(&some)]);
}

/// The ids on one of the lists.
fn ids(desk: &Desk, list: &str) -> Vec<String> {
    let (value, _) = desk.json(&["review"]);
    let all = value[list].as_array().expect("a list").iter();
    all.map(|it| it["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn only_what_was_missed_comes_back_and_not_at_once() {
    let desk = Desk::at_shelf();
    assert_eq!(
        desk.done(&["review"]).out,
        "Nothing to review: what you miss, and what you don't say well, comes back here when you are about to forget it.\n"
    );
    missed(&desk);
    assert_eq!(ids(&desk, "due"), [""; 0]);
    assert_eq!(ids(&desk, "later"), ["kinds/several", "kinds/true"]);
    insta::assert_snapshot!(desk.run(&["review"]), @"
    Nothing to review now. The next one is due on 2026-11-23 09:30.
    ── exit 0 ──
    ");
    desk.then(Happens::GoesBy(DAY));
    assert_eq!(ids(&desk, "due"), ["kinds/several", "kinds/true"]);
    let answers = desk.answers("\"kinds/several\" = [\"phone\", \"address\"]\n\"kinds/true\" = true");
    insta::assert_snapshot!(desk.run(&["review", "--answers", &answers]), @"
    ── stderr ──

    Today: 2 to review.

    陈小满 · Review
    Step 1 of 2

    What is to be checked?
    1. Whether five stars will come
    2. The address
    3. The phone
    0. I don't know
    Your answer: The address
    Your answer: The phone

    ✓ Right  2 of 2 points

    ✓ The address  [rightly chosen]
    ✓ The phone  [rightly chosen]
    ✓ Whether five stars will come  [rightly left out]
      Reviews are the customer's business.

    Why: The address and the phone.

    陈小满 · Review
    Step 2 of 2

    Say hello, then get to work.
    1. True
    2. False
    0. I don't know
    Your answer: True

    ✓ Right  1 of 1 points

    ✓ True  [rightly chosen]

    Why: What a customer hears first is hello.

    Quiz result
    ✓ Question 1: 2/2  What is to be checked?
    ✓ Question 2: 1/1  Say hello, then get to work.
    3 of 3 points (100%)
    ── exit 0 ──
    ");
    assert_eq!(ids(&desk, "due"), [""; 0]);
    let later = desk.json(&["review"]).0["later"].clone();
    assert!(later.as_array().is_some_and(|all| all.iter().all(|it| it["looks"] == Value::from(2))), "{later}");
}

/// A turn where one said what cost points is asked again with the talk up to it, one decision and no more.
#[test]
fn a_weak_turn_is_drilled_in_its_talk() {
    let desk = Desk::at_shelf();
    let _ = desk.run(&["practise", "queue", "--answers", &desk.answers("\"queue/opening\" = [\"wait\", \"go\"]")]);
    desk.then(Happens::GoesBy(DAY));
    assert_eq!(ids(&desk, "due"), ["queue/opening"]);
    insta::assert_snapshot!(desk.run(&["review", "--answers", &desk.answers("\"queue/opening\" = \"go\"")]), @"");
    desk.then(Happens::GoesBy(DAY));
    let _ = desk.done(&["review", "--answers", &desk.answers("\"queue/opening\" = \"help\"")]);
    let newest = desk.json(&["list", "attempts"]).0["attempts"][0]["attempt"].as_str().expect("an id").to_owned();
    insta::assert_snapshot!(desk.run(&["show", &newest]), @"");
    let memory = desk.json(&["review"]).0["later"][0].clone();
    assert_eq!((&memory["looks"], &memory["missed"]), (&Value::from(4), &Value::from(3)), "two replies in the talk, two drills");
}

/// What was answered before it was killed counts once, and is not asked again.
#[test]
fn a_review_broken_off_goes_on_and_counts_each_once() {
    let desk = Desk::at_shelf();
    missed(&desk);
    desk.then(Happens::GoesBy(DAY));
    assert_eq!(desk.run(&["review", "--answers", &desk.answers("\"kinds/several\" = [\"phone\", \"address\"]")]).code, 2);
    assert_eq!(ids(&desk, "due"), ["kinds/true"], "the other one is counted already");
    let gone_on = desk.done(&["review", "--answers", &desk.answers("\"kinds/true\" = true")]);
    assert!(!gone_on.err.contains("Your answer: The phone"), "{gone_on}");
    let later = desk.json(&["review"]).0["later"].clone();
    assert!(later.as_array().is_some_and(|all| all.len() == 2 && all.iter().all(|it| it["looks"] == Value::from(2))), "{later}");
}

/// A clock that was set back, or forward and right again, neither loses nor doubles anything; the time zone plays no part.
#[test]
fn clocks_and_zones_change_nothing() {
    let desk = Desk::at_shelf();
    missed(&desk);
    desk.then(Happens::GoesBy(DAY));
    let before = desk.json(&["review"]).0;
    desk.edit("shelf/library.toml", "Asia/Shanghai", "America/New_York");
    assert_eq!(desk.json(&["review"]).0["due"], before["due"], "another zone");
    // A year ahead: all is right then, and the clock is set right again.
    desk.then(Happens::ClockSet(365 * DAY));
    let answers = "\"kinds/several\" = [\"phone\", \"address\"]\n\"kinds/true\" = true";
    let _ = desk.done(&["review", "--answers", &desk.answers(answers)]);
    desk.then(Happens::ClockSet(-365 * DAY));
    assert_eq!(ids(&desk, "due"), [""; 0], "not asked twice");
    let _ = desk.done(&["practise", "queue", "--answers", &desk.answers("\"queue/opening\" = \"help\"")]);
    desk.then(Happens::GoesBy(30 * DAY));
    assert_eq!(ids(&desk, "due").len(), 2, "and not lost for a year");
    // Back by a year: what is answered there is answered.
    desk.then(Happens::ClockSet(-365 * DAY));
    let _ = desk.run(&["review", "--answers", &desk.answers(answers)]);
    desk.then(Happens::ClockSet(365 * DAY));
    assert_eq!(ids(&desk, "due"), [""; 0]);
}

/// The schedule stands on the question's key and meaning, not on each of its words.
#[test]
fn edits_of_courseware_keep_or_reset_the_schedule() {
    let desk = Desk::at_shelf();
    missed(&desk);
    let later = |desk: &Desk| ids(desk, "later");
    let both = ["kinds/several", "kinds/true"];
    let changed = |kind: &str| format!("use = \"practice\"\nchanged = [{{ on = 2026-11-22, kind = \"{kind}\", note = \"…\" }}]");
    desk.edit("shelf/bank.en.toml", "Say hello, then get to work.", "Say hello first, then get to work.");
    assert_eq!(later(&desk), ["kinds/several"], "nobody said what the new words mean");
    desk.edit("shelf/bank.toml", "use = \"practice\"", &changed("wording"));
    assert_eq!(later(&desk), both);
    desk.edit("shelf/bank.toml", "\"wording\"", "\"meaning\"");
    assert_eq!(later(&desk), ["kinds/several"]);
    desk.edit("shelf/bank.toml", "\"meaning\"", "\"typo\"");
    assert_eq!(later(&desk), both);
    // Another key, whatever is said of it.
    desk.edit("shelf/bank.toml", "answer = true", "answer = false");
    assert_eq!(later(&desk), ["kinds/several"]);
    // For exams only from now on: nothing of it is shown.
    desk.edit("shelf/bank.toml", "use = \"practice\"", "use = \"exam\"");
    assert_eq!(later(&desk), [""; 0]);
}
