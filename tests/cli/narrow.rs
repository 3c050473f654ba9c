//! Lists in a narrow window and in a pipe: rows break between their values, never within one; in a pipe they do not break at all.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use onduty::terminal::line::cells;

use crate::office::{FAILING, Office, RIGHT, masked};

/// Cells of a phone's window, and of what is printed in it.
const WINDOW: u16 = 40;
const TEXT: usize = 39;
/// What is nowhere wider is a value: it stays whole.
const VALUE: usize = 24;

/// People, groups, assignments, a licence, an appeal and a sitting.
fn office() -> Office {
    let office = Office::staffed();
    let roster = office.desk.file("roster.csv", "姓名,工号,班组\n王芳,0043,一班\n买买提江·吐尔逊,0044,一班\n");
    let _ = office.desk.done(&["learner", "import", &roster]);
    let _ = office.desk.done(&["learner", "edit", "陈小满", "--group", "一班"]);
    let _ = office.desk.done(&["assign", "first-day", "--to", "一班", "--due", "2026-11-25"]);
    let _ = office.desk.done(&["assign", "test-licence", "--to", "一班"]);
    let _ = office.sit("陈小满", "quick", RIGHT);
    let _ = office.sit("王芳", "quick", FAILING);
    let ran = office.issue("陈小满", "quick", &office.desk.path("licence.json").display().to_string());
    assert_eq!(ran.code, 0, "{ran}");
    let _ = office.desk.done(&["--as", "王芳", "appeal", "open", "--reason", "第三题的答案不对"]);
    let _ = office.call_to_sitting("李考", "陈小满");
    office
}

#[test]
fn a_list_breaks_between_values_and_in_a_pipe_nowhere() {
    let office = office();
    let mut broke = BTreeSet::new();
    for (name, args) in [
        ("licences", &["licences"][..]),
        ("learners", &["learner", "list"]),
        ("group", &["group", "show", "一班"]),
        ("groups", &["group", "list"]),
        ("assigned", &["assign"]),
        ("appeals", &["appeal", "list"]),
        ("sittings", &["sitting", "list"]),
        ("staff", &["staff", "list"]),
    ] {
        for lang in ["zh-CN", "en"] {
            let print = |window| {
                office.desk.prints_to(window);
                office.desk.done(&[args, &["--lang", lang]].concat()).out
            };
            let (piped, narrow) = (print(None), print(Some(WINDOW)));
            assert!(piped.lines().all(|line| !line.starts_with(' ')), "{name} {lang}: {piped}");
            for line in narrow.lines() {
                assert!(cells(line) <= TEXT, "{name} {lang}: {line}");
            }
            for value in piped.lines().flat_map(|line| line.split("  ")).map(str::trim).filter(|it| cells(it) <= VALUE) {
                assert!(narrow.lines().any(|line| line.contains(value)), "{name} {lang}: {value} is broken in\n{narrow}");
            }
            if narrow.lines().count() > piped.lines().count() {
                broke.insert(name);
            }
        }
    }
    assert!(broke.len() > 4 && broke.contains("licences"), "{broke:?}");
}

#[test]
fn a_narrow_list_reads_row_by_row() {
    let office = office();
    office.desk.prints_to(Some(WINDOW));
    assert_snapshot!(masked(&office.desk.done(&["licences"]).to_string()), @"
    Number  Name  Licence  Until  State
    20261122-SH1-0001  陈小满
      The quick licence  2027-11-21  valid
    ── exit 0 ──
    ");
    assert_snapshot!(masked(&office.desk.done(&["sitting", "list", "--lang", "zh-CN"]).to_string()), @"
    考场  上岗证  地点  开考时间  到考
      已结束
    NUMBER  监考证  三号机房
      2026-11-22 09:00–2027-11-22 09:00
      0/1
    ── exit 0 ──
    ");
}

/// What is told beside what was asked for breaks between words too; a command to copy stands on a line of its own, whole.
#[test]
fn notes_break_between_words_and_commands_nowhere() {
    let office = Office::staffed();
    let store = office.desk.path("data/onduty.db").display().to_string();
    office.desk.prints_to(Some(WINDOW));
    let ran = office.desk.done(&["key", "show", "--store", &store]);
    assert_snapshot!(ran.err.replace(&store, "STORE"), @"
    Save it as a file for whoever checks
    licences:
    onduty --store DESK/data/onduty.db key show > trust.toml
    ");
    let ran = office.desk.run(&["result", "--store", &store, "--lang", "zh-CN", "--as", "陈小满"]);
    assert_snapshot!(ran.err, @"
    没办成：陈小满 还没有考过试。
    　怎么办：去考：
    onduty --as 陈小满 --store DESK/data/onduty.db exam
    （先看看能不能考：
    onduty --as 陈小满 --store DESK/data/onduty.db exam --ready 上岗证）
    ");
}
