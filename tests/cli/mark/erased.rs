//! What is said of an exam whose person is erased, or that cannot be read: the same in every place, and nothing that is not so.

use super::*;

/// An office where 陈小满 has sat, appealed, was answered, and is erased; the exam and the receipt.
fn gone() -> (Office, String, String) {
    let (office, exam) = sat(true, GOOD, true, GOOD);
    let (opened, code) = office.desk.json(&["appeal", "open", &exam, "--reason", "I wrote all of it"]);
    assert_eq!(code, 0, "{opened}");
    let receipt = opened["receipt"].as_str().expect("a number").to_owned();
    let ran = office.by("王考", &["appeal", "decide", &receipt, "--dismiss", "--reason", "read again"]);
    assert_eq!(ran.code, 0, "{ran}");
    let _ = office.desk.done(&["learner", "erase", "陈小满", "--yes-erase", "陈小满"]);
    (office, exam, receipt)
}

#[test]
fn erased_words_are_counted_apart_and_nothing_is_recorded_on_them() {
    let (office, exam, _) = gone();
    let ran = office.desk.run(&["regrade"]);
    let said = flat(&ran.out);
    assert!(said.contains("Nothing could be marked again") && said.contains("1 attempt cannot be worked out again"), "{ran}");
    let file = office.desk.path("regrade.csv").display().to_string();
    let _ = office.desk.done(&["regrade", "--out", &file]);
    let table = String::from_utf8(office.read("regrade.csv")).expect("text");
    assert!(table.contains("As it was,0") && table.contains("Cannot be worked out (words erased),1"), "{table}");
    // With nothing changed, and with a key that would raise or lower it, nobody knows.
    for edited in [false, true] {
        if edited {
            office.desk.edit("shelf/papers.toml", "answer = true", "answer = false");
        }
        let ran = office.desk.run(&["regrade", &exam, "--against", "today"]);
        assert!(flat(&ran.out).contains("1 attempt cannot be worked out again: typed words were erased"), "{ran}");
        assert!(!ran.out.contains("comes to the same"), "{ran}");
    }
    let acts = office.acts().len();
    let ran = office.by("王考", &["regrade", "--against", "today", "--apply", "--lower", "--reason", "a wrong key"]);
    assert!(ran.code == 0 && ran.err.contains("Nothing to record.") && ran.err.contains("typed words were erased"), "{ran}");
    assert_eq!(office.acts().len(), acts, "erased words lower no marks");
}

#[test]
fn an_erased_reply_was_answered_and_nobody_is_left_to_appeal() {
    let (office, exam, receipt) = gone();
    let ran = office.desk.run(&["appeal", "inspect", &receipt]);
    let said = flat(&ran.out);
    assert!(said.contains("Answered, but what was typed is erased; right answer: TOLD-SAMPLE-LETTER"), "{ran}");
    assert!(said.contains("what it would come to cannot be worked out again"), "{ran}");
    assert!(!said.contains("No answer") && !said.contains("nothing would change"), "{ran}");
    assert_eq!(office.desk.json(&["appeal", "inspect", &receipt]).0["erased"], true);
    let (office, other) = sat(true, GOOD, true, GOOD);
    let here = flat(&office.desk.run(&["result", &other]).out);
    let kept = "everything can be worked out again. Until";
    assert!(here.contains(kept) && here.contains(&format!("you may appeal: onduty appeal open {other} Pass mark")), "{here}");
    let _ = office.desk.done(&["learner", "erase", "陈小满", "--yes-erase", "陈小满"]);
    let said = flat(&office.desk.run(&["result", &other]).out);
    assert!(said.contains("Erased: The candidate is erased") && said.contains("Nobody is left to appeal."), "{said}");
    assert!(!said.contains("appeal open") && !said.contains("can be worked out again"), "{said}");
    let (told, _) = office.desk.json(&["result", &other]);
    assert_eq!((&told["erased"], &told["appeal_until"]), (&Value::from("person"), &Value::Null), "{exam}");
}

/// Words taken out of the records are no words erased: what cannot be read is named, and nobody is told to have never come.
#[test]
fn an_exam_that_cannot_be_read_is_named_and_left_out_of_nothing_silently() {
    let (office, exam) = sat(true, GOOD, true, GOOD);
    office.sql("UPDATE learner SET groups = '[\"一班\"]'");
    office.sql("DELETE FROM beside WHERE seq > 0");
    let ran = office.desk.run(&["group", "show", "一班"]);
    let left_out = format!("is left out ({exam}); onduty audit tells why");
    assert!(flat(&ran.out).contains(&left_out) && ran.out.contains("cannot be read"), "{ran}");
    let ran = office.desk.run(&["report", "cohort", "--group", "一班"]);
    assert!(flat(&ran.out).contains(&left_out) && !ran.out.contains("Nobody has sat an exam yet"), "{ran}");
    assert!(flat(&ran.out).contains("No exam that can be read."), "{ran}");
    let (json, code) = office.desk.json(&["regrade"]);
    assert_eq!((&json["erased"], json["other"].as_array().map(Vec::len), code), (&0.into(), Some(1), 1), "{json}");
}
