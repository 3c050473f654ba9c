//! `observe` and `decide --take`: stations marked by examiners who do not see each other's marks.

use insta::assert_snapshot;
use onduty::attempt::act::Deed;
use onduty::attempt::event::{Beside, Body, Leaving};
use onduty::model::grade::Grade;
use onduty::store::Store as _;
use serde_json::Value;

use crate::office::{Office, marked, masked};

mod apart;
mod paper;
mod signed;
mod who;

/// 陈小满 sits `hands`: both stations wait for two examiners.
fn admitted() -> (Office, String) {
    let office = Office::staffed();
    let exam = office.sit("陈小满", "hands", "");
    (office, exam)
}

/// The same, with two examiners allowed to differ by so many percent.
fn admitted_with(differ: u8) -> (Office, String) {
    let office = Office::staffed();
    office.desk.edit("shelf/hands.toml", "examiners = 2", &format!("examiners = 2\ndiffer = {differ}"));
    let exam = office.sit("陈小满", "hands", "");
    (office, exam)
}

/// Both examiners observe a station.
fn both(office: &Office, station: &str, one: &[u8], other: &[u8]) {
    for (who, marks) in [("李考", one), ("王考", other)] {
        let ran = office.observe(who, station, marks);
        assert_eq!(ran.code, 0, "{ran}");
    }
}

/// What an exam comes to, as a program is told.
fn result(office: &Office, exam: &str) -> Value {
    office.desk.json(&["result", exam]).0
}

/// How it stands, and the share of its practice.
fn stands(office: &Office, exam: &str) -> (String, Option<String>) {
    let told = result(office, exam);
    let share = told["parts"][0]["share"]["percent"].as_str().map(str::to_owned);
    (told["verdict"].as_str().expect("a verdict").to_owned(), share)
}

fn comes_to(office: &Office, exam: &str, verdict: &str, share: Option<&str>) {
    assert_eq!(stands(office, exam), (verdict.to_owned(), share.map(str::to_owned)));
}

#[test]
fn a_station_is_marked_step_by_step() {
    let (office, _) = admitted();
    assert_snapshot!(masked(&office.observe("李考", "bow", &[1, 2, 1, 4]).to_string()), @r#"
    ── stderr ──

    陈小满 · A bow
    Read this to the candidate:

    A customer comes to the counter; please receive them.

    For the examiner alone:

    The examiner plays the customer, two steps away.

    Item 1 of 4

    [Critical] a 0 here fails the candidate
    Stands up
    0. Stays seated
    1. Stands up
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 1: Stands up

    陈小满 · A bow
    Item 2 of 4

    Bows and says hello
    0. Neither
    1. Only one of them
    2. Both
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 2: Both

    陈小满 · A bow
    Item 3 of 4

    Oral question: Why do you stand up?
    Listen for: So that the customer knows somebody is there for them.
    0. Cannot say
    1. Can say
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 1: Can say

    陈小满 · A bow
    Item 4 of 4

    Rate the candidate's performance as a whole (for setting the pass mark; it does
    not count):
    1. Poor
    2. Weak
    3. Just good enough
    4. Good
    5. Excellent
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 4: Good

    陈小满 · A bow
    Mark sheet: 4 of 4 marked
    1. ● marked · Stands up
    2. ● marked · Bows and says hello
    3. ● marked · Why do you stand up?
    4. ● marked · Overall rating
    5. Hand in the marks
    6. Flag item 4 to look at again
    Your answer: Hand in the marks

    陈小满 · A bow
    ✓ Stands up
      1/1 · Stands up
    ✓ Bows and says hello
      2/2 · Both
    ✓ Why do you stand up?
      1/1 · Can say
    - Overall rating: 4 · Good
    4 of 4 points.

    Mark sheet: 4 of 4 marked
    1. Not yet, back to the mark sheet
    2. Yes, hand in the marks; nothing can be changed after that
    Your answer: Yes, hand in the marks; nothing can be changed after that

    The marks for "A bow" are signed and kept (NUMBER).
    ── exit 0 ──
    "#);
    let row = &office.observations()[0];
    let events = office.store().events(&row.id).expect("events");
    let Some(Body::Closed { grade: Grade::Station(grade) }) = events.last().map(|e| &e.event.body) else { panic!("{events:?}") };
    assert_eq!((grade.points, grade.total, grade.overall), (grade.total, grade.points, Some(4)));
    assert!(office.is_sound());
}

#[test]
fn notes_and_corrections_by_the_sheet() {
    let (office, _) = admitted();
    // At the second step: to the sheet, a note, back; then the mark. All marked: back to the first step, another mark; handed in.
    let answers = office.desk.answers(
        "\"bow/stand\" = [1, 0]\n\"bow/bow\" = [{ blank = true }, 2]\n\"bow/why\" = 1\n\"bow/overall\" = 3\n\
         \"bow/sheet\" = [\"note\", 1, \"hand-in\"]\n\"bow/note\" = \"鞠躬很浅\"",
    );
    let args = ["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &answers];
    let ran = office.by("李考", &args);
    assert_snapshot!(masked(&ran.to_string()), @r#"
    ── stderr ──

    陈小满 · A bow
    Read this to the candidate:

    A customer comes to the counter; please receive them.

    For the examiner alone:

    The examiner plays the customer, two steps away.

    Item 1 of 4

    [Critical] a 0 here fails the candidate
    Stands up
    0. Stays seated
    1. Stands up
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 1: Stands up

    陈小满 · A bow
    Item 2 of 4

    Bows and says hello
    0. Neither
    1. Only one of them
    2. Both
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: mark sheet

    陈小满 · A bow
    Mark sheet: 1 of 4 marked
    1. ● marked · Stands up
    2. ○ no mark · Bows and says hello
    3. ○ no mark · Why do you stand up?
    4. ○ no mark · Overall rating
    5. Go to the next item without a mark (3)
    6. Flag item 2 to look at again
    7. Write a note on item 2
    8. Hand in the marks
    Your answer: Write a note on item 2

    陈小满 · A bow
    Write a note:

    Bows and says hello
    Your answer: 鞠躬很浅

    陈小满 · A bow
    Item 2 of 4

    Bows and says hello
    Note: 鞠躬很浅
    0. Neither
    1. Only one of them
    2. Both
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 2: Both

    陈小满 · A bow
    Item 3 of 4

    Oral question: Why do you stand up?
    Listen for: So that the customer knows somebody is there for them.
    0. Cannot say
    1. Can say
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 1: Can say

    陈小满 · A bow
    Item 4 of 4

    Rate the candidate's performance as a whole (for setting the pass mark; it does
    not count):
    1. Poor
    2. Weak
    3. Just good enough
    4. Good
    5. Excellent
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 3: Just good enough

    陈小满 · A bow
    Mark sheet: 4 of 4 marked
    1. ● marked · Stands up
    2. ● marked · Bows and says hello
    3. ● marked · Why do you stand up?
    4. ● marked · Overall rating
    5. Hand in the marks
    6. Flag item 4 to look at again
    Your answer: To item 1

    陈小满 · A bow
    Item 1 of 4

    [Critical] a 0 here fails the candidate
    Stands up
    The mark now: 1: Stands up
    0. Stays seated
    1. Stands up
    -. Mark sheet (leave this one for now, look at others, write a note, hand in)
    Your answer: 0: Stays seated

    陈小满 · A bow
    Mark sheet: 4 of 4 marked
    1. ● marked · Stands up
    2. ● marked · Bows and says hello
    3. ● marked · Why do you stand up?
    4. ● marked · Overall rating
    5. Hand in the marks
    6. Flag item 1 to look at again
    7. Write a note on item 1
    Your answer: Hand in the marks

    陈小满 · A bow
    ✗ Stands up
      0/1 · Stays seated
      ✗ [Critical] a 0 here fails the candidate
    ✓ Bows and says hello
      2/2 · Both
      Note: 鞠躬很浅
    ✓ Why do you stand up?
      1/1 · Can say
    - Overall rating: 3 · Just good enough
    3 of 4 points; one critical step at 0: this station is failed.

    Mark sheet: 4 of 4 marked
    1. Not yet, back to the mark sheet
    2. Yes, hand in the marks; nothing can be changed after that
    Your answer: Yes, hand in the marks; nothing can be changed after that

    The marks for "A bow" are signed and kept (NUMBER).
    ── exit 0 ──
    "#);
    let events = office.store().events(&office.newest_observation()).expect("events");
    let Some(Body::Closed { grade: Grade::Station(grade) }) = events.last().map(|e| &e.event.body) else { panic!("{events:?}") };
    let marks: Vec<(&str, u8)> = grade.marks.iter().map(|(id, mark)| (id.as_str(), *mark)).collect();
    assert_eq!(marks, [("stand", 0), ("bow", 2), ("why", 1)], "the last mark counts");
    assert_eq!(grade.missed.len(), 1);
    // The words lie beside the event, which holds their digest only.
    let noted = events.iter().find(|e| matches!(e.event.body, Body::Noted { .. })).expect("a note");
    assert_eq!(noted.beside.as_ref().map(|b| b.words.as_str()), Some("鞠躬很浅"));
    assert!(!serde_json::to_string(&noted.event).expect("JSON").contains("鞠躬"));
}

#[test]
fn a_script_that_names_one_entry_of_a_sheet_comes_to_an_end() {
    let (office, _) = admitted();
    let answers = office.desk.answers(&format!("{}\"bow/sheet\" = \"flag\"\n", marked("bow", &[1, 2, 1, 5])));
    let args = ["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &answers];
    assert_eq!(office.by("李考", &args).code, 0);
}

#[test]
fn the_examiner_reads_his_own_language() {
    let (office, _) = admitted();
    office.sql("UPDATE learner SET language = 'en', plain = 1");
    let (desk, passphrase) = (office.desk.with("ONDUTY_LANG", ""), office.passphrase);
    let office = Office { desk, passphrase };
    let ran = office.observe("李考", "bow", &[1, 2, 1, 5]);
    assert!(ran.err.contains("站起来") && !ran.err.contains("Stands up"), "{ran}");
}
