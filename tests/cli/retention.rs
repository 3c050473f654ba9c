//! `retention`: what lies beside the record goes when its time is over, when somebody says so, and the record stands.

use insta::assert_snapshot;
use onduty::store::Store as _;

use super::erase::{NAME, TYPED, office, tables_with};
use crate::desk::Happens;
use crate::office::Office;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// The office of `erase`, whose library lets things go.
fn letting() -> Office {
    let office = office();
    let library = String::from_utf8(office.read("shelf/library.toml")).expect("text");
    let rules = "practice_words = \"365d\"\nexam_words = \"180d\"\nsaid = \"12mo\"\nleft_people = \"24mo\"\n";
    let _ = office.desk.file("shelf/library.toml", &format!("{library}\n[retention]\n{rules}"));
    office
}

#[test]
fn nothing_goes_where_nothing_is_said() {
    let office = office();
    office.desk.then(Happens::GoesBy(5000 * DAY));
    assert_snapshot!(office.desk.run(&["retention", "--apply", "--yes"]), @"
    ── stderr ──
    The courseware has no [retention]: everything is kept for ever.
    ── exit 0 ──
    ");
    assert_eq!(tables_with(&office, TYPED), ["beside"]);
}

#[test]
fn what_is_due_is_listed_and_goes_when_somebody_says_so() {
    let office = letting();
    assert_snapshot!(office.desk.run(&["retention"]), @"
    What                                                     Kept for   Due
    words typed in courses, quizzes and practice (attempts)  365 days   0
    words typed in exams, examiners' notes (attempts)        180 days   0
    notes, remarks and answers                               12 months  0
    reasons of what was signed                               ever       0
    people who are no longer here                            24 months  0
    ── exit 0 ──
    ");
    assert_snapshot!(office.desk.run(&["retention", "--on", "2027-11-25", "--lang", "zh-CN"]), @"
    内容                            留多久   到期
    上课、做题、练习时打的字（份）  365 天   1
    考试时打的字、考官备注（份）    180 天   1
    点评、质疑和答复（条）          12 个月  1
    签名的理由（条）                一直留   0
    离职的人（位）                  24 个月  0
    ── exit 0 ──
    ");
    office.desk.then(Happens::GoesBy(200 * DAY));
    let (due, _) = office.desk.json(&["retention"]);
    let exams = due["rules"].as_array().expect("a list").iter().find(|rule| rule["what"] == "exam_words").expect("a rule");
    assert_eq!(exams["due"], 0, "a licence on it holds");
    office.desk.then(Happens::GoesBy(200 * DAY));
    let ran = office.desk.run(&["retention", "--apply"]);
    assert!(ran.code == 2 && ran.err.contains("--apply --yes"), "{ran}");
    assert_eq!(tables_with(&office, TYPED), ["beside"], "nobody said so");
    assert_snapshot!(office.desk.run(&["retention", "--apply", "--yes"]), @"
    What                                                     Kept for   Due
    words typed in courses, quizzes and practice (attempts)  365 days   1
    words typed in exams, examiners' notes (attempts)        180 days   1
    notes, remarks and answers                               12 months  1
    reasons of what was signed                               ever       0
    people who are no longer here                            24 months  0
    ── stderr ──
    What was due is gone; people erased among it: 0. Backups from before still have it: make a new one.
    ── exit 0 ──
    ");
    assert_eq!(tables_with(&office, TYPED), [""; 0]);
    assert_eq!(tables_with(&office, NAME), ["credential", "learner", "reason"], "the rest is kept");
    // It is gone by a rule: nothing was stolen. What goes behind the program's back is found as ever.
    let (report, code) = office.desk.json(&["audit"]);
    assert_eq!(code, 0, "{report}");
    office.sql("DELETE FROM reason");
    let (report, code) = office.desk.json(&["audit"]);
    assert_eq!((code, report["findings"][0]["what"].as_str()), (1, Some("reason-gone")), "{report}");
}

#[test]
fn who_has_left_is_erased_when_it_is_due() {
    let office = letting();
    let _ = office.desk.done(&["learner", "edit", NAME, "--left"]);
    office.desk.then(Happens::GoesBy(740 * DAY));
    let ran = office.desk.done(&["retention", "--apply", "--yes"]);
    assert!(ran.err.contains(&format!("Due to be erased: {NAME}")), "{ran}");
    assert_eq!(tables_with(&office, NAME), [""; 0]);
    assert_eq!(office.store().learners().expect("readable").len(), 1);
    assert_eq!(office.desk.json(&["audit"]).1, 0);
}

#[test]
fn a_length_of_time_that_is_none_is_told() {
    let office = Office::empty();
    let library = String::from_utf8(office.read("shelf/library.toml")).expect("text");
    let _ = office.desk.file("shelf/library.toml", &format!("{library}\n[retention]\nsaid = \"2 years\"\n"));
    let ran = office.desk.run(&["check", "--library", &office.desk.path("shelf").display().to_string()]);
    assert!(ran.code == 1 && ran.err.contains("E803"), "{ran}");
}
