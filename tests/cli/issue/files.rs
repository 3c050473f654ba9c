//! The file of a licence: written once, over nothing, and again at any time.

use super::*;

#[test]
fn a_file_that_cannot_be_written_loses_nothing() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let nowhere = office.desk.path("no/such/folder.json").display().to_string();
    let again = |out: &str| office.issue_by("钱发", "陈小满", "quick", &["--out", out]);
    assert_snapshot!(masked(&again(&nowhere).to_string()), @"
    ── stderr ──
    Not done: The licence is issued and kept, but the file DESK/no/such/folder.json cannot be written.
      Cause: There is no such file or folder.
      What to do: Its file once more: onduty licences --number 20261122-SH1-0001 --out FILE
    ── exit 4 ──
    ");
    assert_snapshot!(masked(&again(&nowhere).to_string()), @"
    ── stderr ──
    Not done: A licence was issued on the exam of 陈小满 (NUMBER) already.
      What to do: Its file once more: onduty licences --number 20261122-SH1-0001 --out FILE
    ── exit 5 ──
    ");
    let out = office.desk.path("again.json").display().to_string();
    assert_snapshot!(office.desk.run(&["licences", "--number", "20261122-SH1-0001", "--out", &out]), @"
    ── stderr ──
    Written to DESK/again.json
    ── exit 0 ──
    ");
    assert_eq!(checked(&office, &office.read("again.json")).conclusion, Conclusion::Good);
    assert_eq!(office.acts().iter().filter(|s| matches!(s.act.deed, Deed::Issued(_))).count(), 1);
    assert_eq!(office.desk.run(&["licences", "--number", "20261122-SH1-0001", "--out", &nowhere]).code, 4);
    assert_snapshot!(office.desk.run(&["licences", "--number", "20261122-SH1-0002", "--out", &out]), @"
    ── stderr ──
    Not done: No licence 20261122-SH1-0002 was issued here.
      What to do: Licences issued: onduty licences
    ── exit 2 ──
    ");
    assert_snapshot!(office.desk.run(&["licences", "--out", &out]).code, @"2");
}

#[test]
fn no_file_is_written_over() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let there = office.desk.file("there.pem", "the only copy of a key");
    assert_snapshot!(office.issue_by("钱发", "陈小满", "quick", &["--out", &there]), @"
    ── stderr ──
    Not done: There is a file DESK/there.pem already; it is not overwritten.
    ── exit 5 ──
    ");
    assert!(!office.acts().iter().any(|s| matches!(s.act.deed, Deed::Issued(_))), "nothing was issued");
    let _ = issued(&office, "陈小满", "quick");
    assert_eq!(office.desk.run(&["licences", "--number", "20261122-SH1-0001", "--out", &there]).code, 5);
    assert_eq!(office.read("there.pem"), b"the only copy of a key");
}

#[test]
fn the_file_once_more_is_the_very_same() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let bytes = issued(&office, "陈小满", "quick");
    let out = office.desk.path("again.json").display().to_string();
    let _ = office.desk.done(&["licences", "--number", "20261122-SH1-0001", "--out", &out]);
    assert_eq!(office.read("again.json"), bytes);
    // Whose data were erased has no file any more; that it was issued stands.
    let mut store = office.store();
    let learner = store.learners().expect("people").remove(0);
    store.erase(&learner.id).expect("erased");
    drop(store);
    let third = office.desk.path("third.json").display().to_string();
    assert_snapshot!(office.desk.run(&["licences", "--number", "20261122-SH1-0001", "--out", &third]), @"
    ── stderr ──
    Not done: Licence 20261122-SH1-0001 was erased with its holder's data.
    ── exit 5 ──
    ");
    assert_snapshot!(office.desk.run(&["licences"]), @"
    Number             Name  Licence            Until       State
    20261122-SH1-0001  –     The quick licence  2027-11-21  erased; its number: valid
    ── exit 0 ──
    ");
}
