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
