//! `switch`: another person at this PC.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn who_is_here_is_remembered() {
    let desk = Desk::at_shelf();
    let _ = desk.done(&["learner", "add", "王一", "--staff-number", "0042"]);
    assert_snapshot!(desk.run(&["progress"]), @r"
    ── stderr ──
    Not done: Nobody has said who you are.
      What to do: Say who you are with --as NAME, or for good with onduty switch NAME.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["switch", "0042"]), @r"
    ── stderr ──
    Now it is 王一.
    ── exit 0 ──
    ");
    assert!(desk.done(&["progress"]).out.contains("王一"));
    assert!(desk.done(&["progress", "--as", "陈小满"]).out.contains("陈小满"), "for one command");
    assert!(desk.done(&["progress"]).out.contains("王一"), "only");
}

#[test]
fn nobody_of_that_name() {
    let desk = Desk::new();
    assert_snapshot!(desk.run(&["switch", "小满"]), @r#"
    ── stderr ──
    Not done: Nobody called "小满" is on the roster.
      What to do: Did you mean 陈小满?
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["switch", "Nobody", "--lang", "zh-CN"]), @"
    ── stderr ──
    没办成：名册里没有“Nobody”。
    　怎么办：用 onduty learner list 看名单和班组。
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["switch"]), @r"
    ── stderr ──
    Not done: There is no terminal window here that can be typed in.
      What to do: Run it in a terminal window, or give the answers with --answers FILE.
    ── exit 2 ──
    ");
}

#[test]
fn two_of_one_name_are_told_apart_by_number() {
    let desk = Desk::new();
    let _ = desk.done(&["learner", "add", "陈小满", "--staff-number", "7"]);
    assert_snapshot!(desk.run(&["switch", "陈小满"]), @r#"
    ── stderr ──
    Not done: More than one person is called "陈小满".
      What to do: See ids and staff numbers with onduty learner list.
    ── exit 2 ──
    "#);
    assert_eq!(desk.run(&["switch", "7"]).code, 0);
}
