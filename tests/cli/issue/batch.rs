//! `issue --eligible`: everybody who may be given a licence and was not yet; interrupted and run again, none twice and none missing.

use super::*;
use crate::office::BORDERLINE;

/// 陈小满, 安宁 and 白露 have passed `quick`; 严明's exam is borderline; 马上 never sat.
fn many() -> Office {
    let office = Office::staffed();
    for name in ["安宁", "白露", "严明", "马上"] {
        let _ = office.desk.done(&["learner", "add", name]);
    }
    for (name, answers) in [("陈小满", RIGHT), ("白露", RIGHT), ("安宁", RIGHT), ("严明", BORDERLINE)] {
        let _ = office.sit(name, "quick", answers);
    }
    office
}

fn eligible(office: &Office, more: &[&str]) -> Ran {
    let out = office.desk.path("batch").display().to_string();
    let key = ["--key-passphrase-file", &office.passphrase];
    office.by("钱发", &[&["issue", "--eligible", "quick", "--out", &out], &key[..], more].concat())
}

/// The files of the folder, by name.
fn files(office: &Office) -> Vec<String> {
    let entries = std::fs::read_dir(office.desk.path("batch")).expect("a folder");
    let mut names: Vec<_> = entries.map(|e| e.expect("readable").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn everybody_who_may_is_given_one_in_roster_order() {
    let office = many();
    let ran = eligible(&office, &[]);
    assert_snapshot!(masked(&ran.to_string()), @"
    ── stderr ──
    Not for 严明: The exam of 严明 (NUMBER) is borderline and was not decided yet.
    Issued: 3, in DESK/batch. To print: receipt.html. Not issued: 1.
    ── exit 0 ──
    ");
    assert_eq!(
        files(&office),
        ["20261122-SH1-0001.json", "20261122-SH1-0002.json", "20261122-SH1-0003.json", "batch.json", "receipt.html"]
    );
    let list = String::from_utf8(office.read("batch/receipt.html")).expect("text");
    let names: Vec<_> = ["安宁", "白露", "陈小满"].iter().map(|name| list.find(name).expect("on the list")).collect();
    assert!(names.is_sorted(), "{list}");
    assert!(list.contains("晨光客服中心 · List made 2026-11-22; licences: 3"), "{list}");
    assert_eq!(checked(&office, &office.read("batch/20261122-SH1-0003.json")).conclusion, Conclusion::Good);
    assert!(office.is_sound());
    // Nobody is left: no folder is made, and who wanted to print is told how.
    let folder = office.desk.path("again").display().to_string();
    let ran = office.by("钱发", &["issue", "--eligible", "quick", "--out", &folder]);
    assert!(ran.code == 0 && ran.err.contains("Nobody to issue one to now."), "{ran}");
    assert!(ran.err.contains("onduty licences --group GROUP --sheet a4") && !office.desk.path("again").exists(), "{ran}");
}

/// Sheets of what was issued before, of those that hold.
#[cfg(feature = "certificates")]
#[test]
fn licences_that_are_out_are_printed_together() {
    let office = many();
    assert_eq!(eligible(&office, &[]).code, 0);
    let ran = office.by("钱发", &["revoke", "20261122-SH1-0001", "--reason", "投诉核查"]);
    assert_eq!(ran.code, 0, "{ran}");
    let folder = office.desk.path("sheets").display().to_string();
    let ran = office.desk.run(&["licences", "--sheet", "cards", "--out", &folder]);
    if ran.code == 5 && ran.err.contains("fonts-noto-cjk") {
        return;
    }
    assert!(ran.code == 0 && ran.err.contains("Laid out: 2, in DESK/sheets: sheet-001.pdf"), "{ran}");
    assert!(office.read("sheets/sheet-001.pdf").starts_with(b"%PDF"));
    let list = String::from_utf8(office.read("sheets/receipt.html")).expect("text");
    assert!(list.contains("晨光客服中心 · List made 2026-11-22; licences: 2") && list.contains("20261122-SH1-0003"), "{list}");
    assert!(!list.contains("20261122-SH1-0001"), "who is not printed signs for nothing: {list}");
    assert_eq!(office.desk.run(&["licences", "--sheet", "cards", "--out", &folder]).code, 5, "never over what is there");
    assert_eq!(office.desk.run(&["licences", "--out", &folder]).code, 2);
}

#[test]
fn interrupted_and_run_again_none_twice_and_none_missing() {
    let office = many();
    let number = "(SELECT count(*) FROM act WHERE json ->> '$.deed.act' = 'issued')";
    office.sql(&format!(
        "CREATE TRIGGER cut BEFORE INSERT ON act WHEN NEW.json ->> '$.deed.act' = 'issued' AND {number} >= 2 BEGIN SELECT RAISE(ABORT, 'cut'); END"
    ));
    assert_eq!(eligible(&office, &[]).code, 4);
    // Ended between the store and the file.
    std::fs::remove_file(office.desk.path("batch/20261122-SH1-0002.json")).expect("it was written");
    let kept = office.read("batch/20261122-SH1-0001.json");
    office.mend();
    for _ in 0..2 {
        assert_eq!(eligible(&office, &[]).code, 0);
        assert_eq!(files(&office).iter().filter(|name| name.starts_with("2026")).count(), 3);
        assert_eq!(office.acts().iter().filter(|s| matches!(s.act.deed, Deed::Issued(_))).count(), 3);
    }
    assert_eq!(office.read("batch/20261122-SH1-0001.json"), kept);
    // The folder is for this licence, and for nobody else's files.
    let out = office.desk.path("batch").display().to_string();
    assert_eq!(office.by("钱发", &["issue", "--eligible", "watched", "--out", &out]).code, 5);
    let _ = office.desk.file("other/mine.txt", "x");
    let other = office.desk.path("other").display().to_string();
    assert_eq!(office.by("钱发", &["issue", "--eligible", "quick", "--out", &other]).code, 5);
}

/// While somebody else signs for one of them the others get theirs; the same command again has the rest.
#[test]
fn who_is_in_other_hands_is_named_and_the_others_get_theirs() {
    let office = many();
    let elsewhere = office.store();
    let people = elsewhere.learners().expect("readable");
    let who = people.iter().find(|it| it.name == "安宁").expect("enrolled");
    let exam = elsewhere.attempts(Some(&who.id)).expect("readable").remove(0).id;
    let hold = elsewhere.hold(&exam).expect("it is free");
    assert_snapshot!(masked(&eligible(&office, &[]).to_string()), @"
    ── stderr ──
    Not for 严明: The exam of 严明 (NUMBER) is borderline and was not decided yet.
    Not for 安宁: Somebody else is signing for exam NUMBER at this moment.
    Issued: 2, in DESK/batch. To print: receipt.html. Not issued: 2.
    1 left out because somebody else was signing for them at this moment: give the same command again.
    ── exit 1 ──
    ");
    assert_snapshot!(masked(&office.issue("安宁", "quick", "x.json").to_string()), @"
    ── stderr ──
    Not done: Somebody else is signing for exam NUMBER at this moment.
      What to do: Wait a moment, then give the same command again. What the other one signed counts; nobody is given two licences.
    ── exit 5 ──
    ");
    drop(hold);
    assert_eq!(eligible(&office, &[]).code, 0);
    assert_eq!(files(&office).iter().filter(|name| name.starts_with("2026")).count(), 3);
    assert!(office.is_sound());
}

#[cfg(feature = "certificates")]
#[test]
fn cards_are_printed_ten_on_a_page_and_the_same_again() {
    let office = many();
    for sheet in ["cards", "a4"] {
        let ran = eligible(&office, &["--sheet", sheet]);
        if ran.err.contains("fonts-noto-cjk") && std::env::var_os("CI").is_none() {
            return;
        }
        assert_eq!(ran.code, 0, "{ran}");
        let first = office.read("batch/sheet-001.pdf");
        assert_eq!(eligible(&office, &["--sheet", sheet]).code, 0);
        assert_eq!(office.read("batch/sheet-001.pdf"), first, "the same bytes");
        let path = office.desk.path("batch/sheet-001.pdf").display().to_string();
        match std::process::Command::new("pdfinfo").arg(&path).output() {
            Ok(out) => {
                let told = String::from_utf8_lossy(&out.stdout).into_owned();
                let pages = if sheet == "cards" { "1" } else { "3" };
                let line = told.lines().find(|line| line.starts_with("Pages:")).expect("it has pages");
                assert!(line.ends_with(&format!(" {pages}")), "{told}");
            }
            Err(error) => assert!(std::env::var_os("CI").is_none(), "pdfinfo: {error}"),
        }
    }
}

#[test]
fn only_a_groups() {
    let office = many();
    let _ = office.desk.done(&["learner", "edit", "白露", "--group", "早班"]);
    assert_eq!(eligible(&office, &["--group", "早班"]).code, 0);
    assert_eq!(office.acts().iter().filter(|s| matches!(s.act.deed, Deed::Issued(_))).count(), 1);
}

#[test]
fn a_group_with_nobody_in_it_is_told() {
    let office = many();
    assert_snapshot!(eligible(&office, &["--group", "晚班"]), @r#"
    ── stderr ──
    Not done: Nobody is in the group "晚班", so there is nobody to license.
      What to do: See the roster and its groups with onduty learner list.
    ── exit 5 ──
    "#);
    assert!(!office.desk.path("batch").exists());
}

/// Two people of one name are told apart on the list that they sign.
#[test]
fn the_list_to_sign_shows_staff_numbers() {
    let office = Office::staffed();
    for number in ["0042", "0043"] {
        let _ = office.desk.done(&["learner", "add", "王磊", "--staff-number", number]);
        let answers = office.desk.answers(RIGHT);
        let _ = office.desk.done(&["exam", "quick", "--as", number, "--answers", &answers]);
    }
    assert_eq!(eligible(&office, &[]).code, 0);
    let list = String::from_utf8(office.read("batch/receipt.html")).expect("text");
    assert!(list.contains("王磊 (0042)") && list.contains("王磊 (0043)"), "{list}");
    // Not on the licence.
    let licence = String::from_utf8(office.read("batch/20261122-SH1-0001.json")).expect("text");
    assert!(licence.contains("王磊") && !licence.contains("0042"), "{licence}");
}

/// A name that no font here has a picture of: that licence is on no sheet, the others are.
#[cfg(feature = "certificates")]
#[test]
fn a_name_that_cannot_be_set_stops_nobody_else() {
    let office = Office::staffed();
    let rare = "王\u{1F9FF}";
    let _ = office.desk.done(&["learner", "add", rare, "--staff-number", "0044"]);
    for name in ["陈小满", rare] {
        let _ = office.sit(name, "quick", RIGHT);
    }
    let ran = eligible(&office, &["--sheet", "cards"]);
    if ran.err.contains("fonts-noto-cjk") && !ran.err.contains("0044") && std::env::var_os("CI").is_none() {
        return;
    }
    assert_eq!(ran.code, 1, "{ran}");
    assert!(ran.err.contains("(0044)") && ran.err.contains("U+1F9FF"), "{ran}");
    assert!(files(&office).contains(&"sheet-001.pdf".to_owned()), "{:?}", files(&office));
}
