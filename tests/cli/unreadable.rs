//! What lies beside the record and cannot be read any more: it is told, and never taken for nothing.

use crate::office::{Office, RIGHT};

/// What the audit finds, by code.
fn found(office: &Office) -> Vec<String> {
    let (report, _) = office.desk.json(&["audit"]);
    let all = report["findings"].as_array().expect("a list");
    all.iter().map(|it| it["what"].as_str().expect("a code").to_owned()).collect()
}

#[test]
fn what_cannot_be_read_is_found_and_never_written_over() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let backup = office.desk.path("sound.db").display().to_string();
    let _ = office.desk.done(&["backup", &backup]);
    let out = office.desk.path("l.json").display().to_string();
    // Refusals that wait for an answer, what people were called, which numbers are taken, who was erased, which words are gone.
    for key in ["doubts", "people-of-sittings", "numbers-given", "forgotten", "let-go"] {
        office.sql(&format!("INSERT OR REPLACE INTO setting (key, value) VALUES ('{key}', '{{\"cut')"));
        assert!(found(&office).contains(&"setting".to_owned()), "{key}");
        // By the last time the numbers are known again.
        let after: &[&str] = if key == "let-go" { &[] } else { &["--after", "unknown"] };
        let ran = office.issue_by("钱发", "陈小满", "quick", &[&["--out", &out], after].concat());
        let issued = ["forgotten", "let-go"].contains(&key);
        assert_eq!(ran.code, if issued { 0 } else { 4 }, "{key}: {ran}");
        // A backup leads out of it.
        let ran = office.desk.run(&["restore", &backup, "--older"]);
        assert_eq!(ran.code, 0, "{key}: {ran}");
        assert_eq!(found(&office), Vec::<String>::new(), "{key}");
        let _ = std::fs::remove_file(&out);
    }
}
