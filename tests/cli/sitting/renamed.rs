//! A name or staff number that is changed at the desk after an exam: nobody gets a licence for another's exam by it, what was signed is
//! still shown, and a change that is right is signed and counts everywhere.

use insta::assert_snapshot;
use serde_json::Value;

use super::attacked::{codes, collected, namesakes};
use super::{Day, call};
use crate::desk::{Happens, Ran};
use crate::office::{Office, RIGHT, marked, masked};

/// 王芳 (0201) has passed, and all of it is at the desk; the other 王芳 is 0202 and was not there.
fn sat() -> Day {
    let day = namesakes();
    assert_eq!(day.open("0201", RIGHT).code, 1, "its stations are open");
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    assert_eq!(collected(&day, "七号机").code, 0);
    for who in ["李考", "王考"] {
        for (station, marks) in [("bow", &[1, 2, 1, 5][..]), ("desk", &[3, 1, 5])] {
            let answers = day.office.desk.answers(&marked(station, marks));
            let args = ["observe", "watched", "--candidate", "0201", "--station", station, "--answers", &answers];
            assert_eq!(day.office.by(who, &args).code, 0);
        }
    }
    day.office.desk.then(Happens::GoesBy(60 * 60_000));
    day
}

/// `learner edit`, by nobody.
fn number(office: &Office, who: &str, number: &str) -> Ran {
    office.desk.done(&["learner", "edit", who, "--staff-number", number])
}

/// 0201 and 0202 are exchanged.
fn exchanged(office: &Office) {
    for (who, now) in [("0201", "0209"), ("0202", "0201"), ("0209", "0202")] {
        let _ = number(office, who, now);
    }
}

fn issued(office: &Office, who: &str) -> Ran {
    office.issue(who, "watched", &office.desk.path("out.json").display().to_string())
}

/// The record at the desk: each candidate with the name of today where it is another.
fn people(day: &Day) -> Vec<(String, String)> {
    let (record, _) = day.office.desk.json(&["sitting", "close", &day.sitting]);
    let one =
        |it: &Value| (it["name"].as_str().unwrap_or_default().to_owned(), it["now"].as_str().unwrap_or_default().to_owned());
    let mut all: Vec<_> = record["candidates"].as_array().expect("a list").iter().map(one).collect();
    all.sort();
    all
}

fn owned(all: [(&str, &str); 2]) -> Vec<(String, String)> {
    all.map(|(name, now)| (name.to_owned(), now.to_owned())).to_vec()
}

#[test]
fn exchanged_numbers_give_nobody_anothers_licence() {
    let day = sat();
    let office = &day.office;
    assert_eq!(codes(&office.desk), Vec::<String>::new());
    exchanged(office);
    let ran = issued(office, "0202");
    assert_eq!(ran.code, 5, "{ran}");
    assert_snapshot!(masked(&ran.err), @"
    Not done: Exam NUMBER was sat by 王芳 (0201). On the roster that person is 王芳 (0202) now, and nobody signed that it is the same one.
      What to do: Where the roster was changed by mistake, or by somebody who should not have: put it back (who has that number now is changed first), onduty learner edit NUMBER --name 王芳 --staff-number 0201
      What to do: Where it is the same person (another name, a new number): an examiner who is somebody else signs that, onduty learner edit NUMBER --name 王芳 --staff-number 0202 --reason WHY --staff EXAMINER
    ");
    assert_eq!(codes(&office.desk), ["sat-as-another"]);
    let (may, _) = office.desk.json(&["licences", "--eligible"]);
    assert!(may[0]["may"].is_null() && may[0]["why"].as_str().is_some_and(|it| it.contains("王芳 (0202) now")), "{may}");
    assert!(may[0]["to_do"].to_string().contains("learner edit"), "{may}");
    // The record says what was signed, of who was there and of who was not.
    assert_eq!(people(&day), owned([("王芳 (0201)", "王芳 (0202)"), ("王芳 (0202)", "王芳 (0201)")]));
    let text = office.desk.done(&["sitting", "close", &day.sitting]).out;
    assert!(text.contains("王芳 (0201) (now called 王芳 (0202)) · present"), "{text}");
    let listed = office.desk.done(&["list", "attempts"]).out;
    assert!(listed.contains("王芳 (0201) (now 王芳 (0202))"), "{listed}");
    // Put back as it was, all is well.
    exchanged(office);
    assert_eq!(codes(&office.desk), Vec::<String>::new());
    assert_eq!(people(&day), owned([("王芳 (0201)", ""), ("王芳 (0202)", "")]));
    assert_eq!(issued(office, "0201").code, 0);
    // Nor is it renewed for another.
    exchanged(office);
    assert_eq!(codes(&office.desk), ["sat-as-another"]);
}

/// One invigilator alone makes two people each other, one signed change after the other: the second is refused.
#[test]
fn nobody_signs_that_two_people_are_one() {
    let day = sat();
    let office = &day.office;
    let sign =
        |who: &str, number: &str| office.by("王考", &["learner", "edit", who, "--staff-number", number, "--reason", "换了工号"]);
    assert_eq!(sign("0201", "0209").code, 0);
    let ran = sign("0202", "0201");
    assert!(
        ran.code == 5 && ran.err.contains("has the staff number of somebody else, 王芳 (0201) (in "),
        "sat under that number: {ran}"
    );
    // Nor the number of somebody who was called and did not come.
    let _ = number(office, "0202", "0201");
    let ran = sign("0209", "0202");
    assert!(ran.code == 5 && ran.err.contains("has the staff number of somebody else"), "{ran}");
    // Nor by a look-alike, nor of somebody who never sat.
    for number in ["０２０２", "00202"] {
        let ran = sign("0209", number);
        assert!(ran.code == 5 && ran.err.contains("of somebody else, 王芳 (0202)"), "{number}: {ran}");
    }
    let _ = office.desk.done(&["learner", "add", "Gus Li", "--staff-number", "0300"]);
    let ran = office.by("王考", &["learner", "edit", "0209", "--name", "gusli", "--reason", "改名"]);
    assert!(ran.code == 5 && ran.err.contains("gusli (0209) has the name of somebody else, Gus Li (0300): nobody"), "{ran}");
    // Who had one name with another when they sat keeps it.
    assert_eq!(sign("0209", "0301").code, 0);
}

/// Who let a candidate in vouched for the name, and does not sign that it was another.
#[test]
fn who_let_somebody_in_signs_no_other_name() {
    let day = sat();
    let ran = day.office.by("李考", &["learner", "edit", "0201", "--staff-number", "0301", "--reason", "换了工号"]);
    assert!(ran.code == 5 && ran.err.contains("let this candidate in") && ran.err.contains("王考"), "{ran}");
    assert!(day.office.desk.done(&["learner", "list"]).out.contains("0201"), "nothing was changed");
}

/// What came from before names were kept with their salts: the digest that was signed is enough.
#[test]
fn a_store_that_kept_salts_alone_sees_it_too() {
    let day = sat();
    let office = &day.office;
    let text = onduty::store::Store::setting(&office.store(), "people-of-sittings").expect("readable").expect("kept");
    let mut roll: Value = serde_json::from_str(&text).expect("JSON");
    for theirs in roll.as_object_mut().expect("people").values_mut() {
        for entry in theirs.as_object_mut().expect("places").values_mut() {
            *entry = entry["salt"].clone();
        }
    }
    office.sql(&format!("UPDATE setting SET value = '{roll}' WHERE key = 'people-of-sittings'"));
    assert_eq!(codes(&office.desk), Vec::<String>::new());
    exchanged(office);
    assert_eq!(codes(&office.desk), ["sat-as-another"]);
    assert_eq!(issued(office, "0202").code, 5);
    // Without the salts nothing is proved while the person is here; with the person it is nobody's any more.
    exchanged(office);
    office.sql("UPDATE setting SET value = '{}' WHERE key = 'people-of-sittings'");
    assert_eq!(codes(&office.desk), ["sat-as-another"]);
    let _ = office.desk.done(&["learner", "erase", "0201", "--yes-erase", "王芳"]);
    assert_eq!(codes(&office.desk), Vec::<String>::new());
}

#[test]
fn a_change_that_is_right_is_signed() {
    let day = sat();
    let office = &day.office;
    let ran = number(office, "0201", "0301");
    assert_snapshot!(masked(&ran.err), @"
    王芳 (0301): changed.
    One exam of 王芳 (0301) was sat under the name or number before: no licence is issued on it now. Where the change is right an examiner signs it: onduty learner edit NUMBER --name 王芳 --staff-number 0301 --reason WHY
    ");
    let sign =
        |who: &str, more: &[&str]| office.by(who, &[&["learner", "edit", "0301", "--staff-number", "0301"], more].concat());
    let ran = sign("钱发", &["--reason", "换了工号"]);
    assert!(ran.code == 5 && ran.err.contains("钱发"), "no examiner: {ran}");
    assert_eq!(issued(office, "0301").code, 5);
    let ran = sign("王考", &["--reason", "换了工号"]);
    assert_eq!(ran.code, 0, "{ran}");
    assert_snapshot!(masked(&ran.err), @"王芳 (0301): 王考 signed that it is the same person, whatever the name or number before. Exams sat before count on.");
    assert_eq!(codes(&office.desk), Vec::<String>::new());
    assert_eq!(people(&day), owned([("王芳 (0201)", "王芳 (0301)"), ("王芳 (0202)", "")]));
    // An audit names who signed that, and so does the licence that rests on it.
    let told = || office.desk.json(&["audit"]).0["signed"].clone();
    assert_eq!((&told()[0]["what"], &told()[0]["of"]["by"]), (&"audit-renamed".into(), &"王考".into()), "{}", told());
    // It holds for that name and number alone.
    let _ = number(office, "0301", "0302");
    assert_eq!(codes(&office.desk), ["sat-as-another"]);
    let _ = number(office, "0302", "0301");
    let ran = issued(office, "0301");
    assert!(ran.code == 0 && ran.err.contains("王考 signed that it is the same person"), "{ran}");
    let licence: Value = serde_json::from_slice(&office.read("out.json")).expect("JSON");
    assert!(licence["evidence"].to_string().contains("考试时姓名或工号不同"), "{licence}");
    assert!(told()[0]["of"]["number"].as_str().is_some_and(|it| it.contains("SH1")), "{}", told());
    // The PCs go along, and have nothing to say against it.
    let _ = office.desk.done(&["send", &day.dir(), "--roster"]);
    let _ = day.pc.done(&["collect", &day.dir()]);
    assert!(day.pc.done(&["learner", "list"]).out.contains("0301"));
    assert_eq!(codes(&day.pc), Vec::<String>::new());
    // What was signed is erased with its person.
    let _ = office.desk.done(&["learner", "erase", "0301", "--yes-erase", "王芳"]);
    let kept = onduty::store::Store::setting(&office.store(), "people-of-sittings").expect("readable").unwrap_or_default();
    assert!(!kept.contains("0201") && !kept.contains("0301") && kept.contains("0202"), "{kept}");
    assert_eq!(codes(&office.desk), Vec::<String>::new());
}

/// A new name on the list before the files are taken in is told when they are.
#[test]
fn an_exam_of_somebody_called_otherwise_is_told_when_it_comes() {
    let day = namesakes();
    assert_eq!(day.open("0201", RIGHT).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    // It is signed where the roster is kept.
    let ran = day.by_invigilator(&["learner", "edit", "0201", "--staff-number", "0301", "--reason", "换了工号"]);
    assert!(ran.code == 5 && ran.err.contains("goes by the roster of a desk"), "{ran}");
    let _ = number(&day.office, "0201", "0301");
    let ran = collected(&day, "七号机");
    assert!(ran.code == 0 && ran.err.contains("was sat by 王芳 (0201). On the roster that person is 王芳 (0301) now"), "{ran}");
}

/// Nobody signs for himself, nor for less than a reason.
#[test]
fn nobody_signs_for_himself() {
    let office = Office::staffed();
    let _ = office.desk.done(&["learner", "add", "李 考", "--staff-number", "0401"]);
    let edit = |more: &[&str]| office.by("李考", &[&["learner", "edit", "0401", "--staff-number", "0402"], more].concat());
    assert!(edit(&["--reason", "换了工号"]).err.contains("own name"));
    let acts = office.acts().len();
    assert_eq!(edit(&["--reason", ""]).code, 2);
    let listed = office.desk.done(&["learner", "list"]).out;
    assert!(listed.contains("0401") && office.acts().len() == acts, "{listed}");
}

/// Without a sitting the exam itself seals name and number; who had no number yet is known by the name.
#[test]
fn an_exam_without_a_sitting_is_its_candidates_too() {
    let office = Office::staffed();
    let _ = office.desk.done(&["learner", "add", "林未", "--staff-number", "0501"]);
    let _ = office.sit("林未", "quick", RIGHT);
    let _ = office.sit("陈小满", "quick", RIGHT);
    let out = office.desk.path("out.json").display().to_string();
    let ran = number(&office, "林未", "0502");
    assert!(ran.err.contains("One exam of 林未 (0502) was sat under the name or number before"), "{ran}");
    let ran = office.issue("林未", "quick", &out);
    assert!(ran.code == 5 && ran.err.contains("was sat by 林未 (0501)"), "{ran}");
    let (audit, code) = office.desk.json(&["audit"]);
    assert_eq!((code, audit["to_do"][0]["what"].as_str()), (0, Some("audit-sat-as-another")), "{audit}");
    let ran = office.by("李考", &["learner", "edit", "林未", "--staff-number", "0502", "--reason", "换了工号"]);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(office.issue("林未", "quick", &out).code, 0);
    let _ = number(&office, "陈小满", "0503");
    let out = office.desk.path("other.json").display().to_string();
    assert_eq!(office.issue("陈小满", "quick", &out).code, 0);
}

/// A roster that calls people otherwise who have sat exams says of how many that is so.
#[test]
fn a_roster_with_other_names_says_whose_exams_wait() {
    let office = Office::staffed();
    let _ = office.desk.done(&["learner", "add", "林未", "--staff-number", "0501"]);
    let _ = office.sit("林未", "quick", RIGHT);
    let import = |name: &str| {
        let file = office.desk.file("roster.csv", &format!("姓名,工号\n{name},0501\n"));
        office.desk.done(&["learner", "import", &file]).err
    };
    let told = "One of them has sat exams under another name or number";
    assert!(import("林末").contains(told));
    assert!(!import("林末").contains(told), "nothing was changed");
    assert!(!import("林未").contains(told), "it is as it was");
}

/// A sitting says in which zone its times are, and minutes that cannot be given are refused as such.
#[test]
fn times_and_minutes_are_said_plainly() {
    let office = Office::staffed();
    let out = office.desk.path("day.onduty-sitting").display().to_string();
    let args = ["sitting", "new", "watched", "--candidate", "陈小满", "--room", "3", "--out", &out];
    let ran = office.by("李考", &[&args[..], &["--from", "2026-11-22 09:00", "--until", "12:00"]].concat());
    assert!(ran.out.contains("Exams begin from 2026-11-22 09:00 to 2026-11-22 12:00 (Asia/Shanghai)."), "{ran}");
    let sittings = office.desk.json(&["sitting", "list"]).0;
    let id = sittings[0]["sitting"].as_str().expect("text");
    let args = ["sitting", "extend", id, "--candidate", "陈小满", "--reason", "停电", "--minutes", "-5"];
    let ran = office.by("李考", &args);
    assert!(ran.code == 2 && ran.err.contains("-5 minutes can't be given"), "{ran}");
}

/// A sitting's file is known by what is in it, whatever it is called.
#[test]
fn a_sittings_file_under_another_name_is_known() {
    let office = Office::staffed();
    let _ = call(&office, "李考", &office.desk.path("stick-day.onduty"));
    let folder = office.desk.path("stick");
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::rename(office.desk.path("stick-day.onduty"), folder.join("day.onduty")).expect("moved");
    let ran = office.desk.run(&["collect", &folder.display().to_string()]);
    assert!(ran.code == 1 && ran.out.contains("it is the file of a sitting"), "{ran}");
}

/// The program was ended while it erased somebody: what is missing is no hand in the records, and it is said what to do.
#[test]
fn an_erasure_that_was_cut_off_is_something_to_do() {
    let day = sat();
    let office = &day.office;
    let people = onduty::store::Store::learners(&office.store()).expect("readable");
    let id = people.iter().find(|it| it.staff_number.as_deref() == Some("0201")).expect("enrolled").id.to_string();
    office.sql(&format!("INSERT INTO setting (key, value) VALUES ('forgotten', '[\"{id}\"]')"));
    office.sql("UPDATE setting SET value = '{}' WHERE key = 'people-of-sittings'");
    let (report, code) = office.desk.json(&["audit"]);
    assert_eq!((code, &report["to_do"][0]["what"]), (0, &"audit-erase-begun".into()), "{report}");
    assert!(report["to_do"][0]["said"].to_string().contains(&format!("onduty learner erase {}", &id[..8])), "{report}");
    let _ = office.desk.done(&["learner", "erase", &id[..8], "--yes-erase", "王芳"]);
    let (report, code) = office.desk.json(&["audit"]);
    assert_eq!((code, &report["to_do"]), (0, &serde_json::json!([])), "{report}");
}
