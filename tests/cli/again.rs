//! Commands that one is told to type carry the options that this call was given: they mean the same records, in the same language.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn what_one_is_told_to_type_means_the_same_records() {
    let desk = Desk::empty();
    let store = desk.path("my desk/x.db").display().to_string();
    let _ = desk.file("my desk/note", "");
    let _ = desk.done(&["learner", "add", "陈小满", "--store", &store]);
    assert_snapshot!(desk.run(&["result", "--store", &store, "--as", "陈小满", "--lang", "zh-CN"]), @r#"
    ── stderr ──
    没办成：陈小满 还没有考过试。
    　怎么办：去考：onduty --as 陈小满 --store "DESK/my desk/x.db" exam（先看看能不能考：onduty --as 陈小满 --store "DESK/my desk/x.db" exam --ready 上岗证）
    ── exit 5 ──
    "#);
    assert_snapshot!(desk.run(&["group", "list", "--store", &store]), @r#"
    ── stderr ──
    There are no groups yet. Give the roster a column “group”, or: onduty --store "DESK/my desk/x.db" learner edit NAME --group GROUP
    ── exit 0 ──
    "#);
}

#[test]
fn what_the_environment_says_holds_there_too_and_is_not_said() {
    let desk = Desk::new();
    let store = desk.path("elsewhere.db").display().to_string();
    let desk = desk.with("ONDUTY_STORE", &store).with("ONDUTY_LEARNER", "陈小满");
    let _ = desk.done(&["learner", "add", "陈小满"]);
    let ran = desk.run(&["result"]);
    assert!(ran.err.contains("Sit one with onduty exam (") && !ran.err.contains("--store") && !ran.err.contains("--as"), "{ran}");
}

/// A text that names a folder of its own does not get another one, and a page that is read elsewhere names no place of this computer.
#[test]
fn neither_twice_nor_on_pages() {
    let desk = Desk::at_shelf();
    let shelf = desk.path("shelf").display().to_string();
    let ran = desk.run(&["new", "scenario", "late", "--library", &shelf]);
    assert!(ran.code == 0 && ran.out.contains("onduty preview late --library DESK/shelf"), "{ran}");
    let page = desk.path("first-day.html").display().to_string();
    let _ = desk.done(&["learn", "first-day", "--out", &page, "--library", &shelf]);
    let page = std::fs::read_to_string(page).expect("written");
    assert!(!page.contains("--library"), "{page}");
}
