//! What an attack on the finished program found, so that it stays found: forged rows, cut tails, stuck talks, leaks.

use rusqlite::Connection;

use crate::desk::Desk;

/// A desk with one finished talk; the attempt's id.
fn finished(desk: &Desk) -> String {
    let answers = desk.file("first.toml", "format = 1\nfallback = \"first\"\n");
    let ran = desk.run(&["practise", "is-anyone-there", "--answers", &answers]);
    assert!(ran.code <= 1, "{ran}");
    let listed: serde_json::Value =
        serde_json::from_str(&desk.done(&["list", "attempts", "--format", "json"]).out).expect("json");
    listed["attempts"][0]["attempt"].as_str().expect("an id").to_owned()
}

/// Runs SQL with all guards taken away, as a forger would.
fn forge(desk: &Desk, sql: &str) {
    let db = Connection::open(desk.path("data/onduty.db")).expect("the records");
    let guards: Vec<String> = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .and_then(|mut all| all.query_map([], |row| row.get(0))?.collect())
        .expect("readable");
    for guard in guards {
        db.execute_batch(&format!("DROP TRIGGER \"{guard}\"")).expect("dropped");
    }
    assert!(db.execute(sql, []).expect("forged") > 0, "{sql}");
}

#[test]
fn a_forged_row_a_cut_tail_and_a_missing_seal_are_found() {
    for (sql, cause) in [
        ("UPDATE attempt SET subject_id = 'wrong-item'", "在目录里的说法，和它自己的内容不一样"),
        ("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)", "总账第 1 行：它封存的东西不在，或者变了"),
        ("DELETE FROM ledger WHERE number = 1", "总账里没有记录"),
    ] {
        let desk = Desk::new();
        let id = finished(&desk);
        assert_eq!(desk.run(&["show", &id]).code, 0);
        forge(&desk, sql);
        let ran = desk.run(&["show", &id]);
        assert_eq!(ran.code, 4, "{sql} {ran}");
        let told = desk.run(&["show", &id, "--lang", "zh-CN"]).err;
        let foreign = told.replace(&id, "").replace("--store", "").chars().any(|c| c.is_ascii_alphabetic());
        assert!(told.contains(cause) && !foreign, "{sql} {told}");
        // Reports leave it out and say so; they do not fall with it.
        let ran = desk.done(&["progress"]);
        assert!(ran.err.contains("does not fit together") && !ran.out.contains("best"), "{sql} {ran}");
    }
}

#[test]
fn a_talk_that_may_leave_nothing_to_say_is_not_begun() {
    let desk = Desk::new();
    for name in ["library.toml", "syllabus.toml", "bank.toml"] {
        let text = std::fs::read_to_string(format!("tests/findings/harness/{name}")).expect("the harness");
        let _ = desk.file(&format!("lib/{name}"), &text);
    }
    let stuck = std::fs::read_to_string("tests/findings/A702.toml").expect("an example");
    let _ = desk.file("lib/x.toml", &stuck);
    let lib = desk.path("lib").display().to_string();
    let answers = desk.file("first.toml", "format = 1\nfallback = \"first\"\n");
    let ran = desk.run(&["practise", "x", "--library", &lib, "--answers", &answers]);
    assert_eq!(ran.code, 3, "{ran}");
    assert!(desk.done(&["list", "attempts", "--format", "json"]).out.contains("[]"), "nothing was begun");
}

#[test]
fn what_was_not_asked_yet_is_not_shown() {
    let desk = Desk::new();
    let none = desk.file("none.toml", "format = 1\n");
    assert_eq!(desk.run(&["quiz", "attitude", "--answers", &none]).code, 2);
    let listed: serde_json::Value =
        serde_json::from_str(&desk.done(&["list", "attempts", "--format", "json"]).out).expect("json");
    let id = listed["attempts"][0]["attempt"].as_str().expect("an id").to_owned();
    let out = desk.done(&["show", &id]).out;
    assert!(out.contains("0/10") && !out.contains("Question 1") && out.lines().count() < 6, "{out}");
}

#[test]
fn whoever_does_not_know_is_told_why_and_asked_again_later() {
    let desk = Desk::at_shelf();
    let answers = desk.answers("\"kinds/one\" = [{ blank = true }, \"hello\"]");
    let ran = desk.run(&["learn", "first-day", "--answers", &answers]);
    assert!(ran.err.contains("comes back") || ran.err.contains("come back"), "{ran}");
    assert!(!ran.err.contains("try again"), "{ran}");
}

#[test]
fn a_number_that_is_somebody_elses_name_names_nobody() {
    let desk = Desk::empty();
    let _ = desk.done(&["learner", "add", "B", "--staff-number", "A"]);
    let _ = desk.done(&["learner", "add", "A"]);
    assert_eq!(desk.run(&["--as", "A", "progress"]).code, 2);
    assert_eq!(desk.run(&["--as", "B", "progress"]).code, 0);
}

#[test]
fn an_answers_file_ends() {
    let desk = Desk::new();
    let ran = desk.run(&["quiz", "attitude", "--answers", desk.path(".").to_str().expect("text")]);
    assert_eq!(ran.code, 4, "{ran}");
}
