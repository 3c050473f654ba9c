//! What comes of an overrule, everywhere where it is told.

use super::*;

#[test]
fn a_reply_that_is_too_short_can_be_found_long_enough() {
    let office = lobby();
    office.desk.edit("shelf/parcel.toml", "  branch = [{ to", "  min_chars = 40\n  branch = [{ to");
    let exam = office.sit("陈小满", "lobby", &answers(true, BARE, false, "I am sorry, right now."));
    assert_eq!(stands(&office, &exam), "provisional - exit 1");
    assert!(office.desk.run(&["mark", "--list"]).out.contains("too-short"));
    assert!(
        mark(&office, "李考", &exam, "2", &["--unbroken", "nosuch", "--reason", "so it is"]).err.contains("fired: too-short")
    );
    assert_eq!(mark(&office, "李考", &exam, "2", &["--unbroken", "too-short", "--reason", "It says it all."]).code, 0);
    assert_eq!(stands(&office, &exam), "passed 67.5 exit 0");
    assert!(flat(&office.desk.run(&["result", &exam]).out).contains("It is long enough"));
    let (json, _) = office.desk.json(&["stats", "licence:lobby"]);
    let fired = &json["wording"][0];
    assert_eq!((&fired["rule"], &fired["read"], &fired["overruled"]), (&"too-short".into(), &1.into(), &1.into()), "{json}");
    assert!(office.desk.run(&["stats", "licence:lobby"]).out.contains("Too short to be judged"));
    assert!(office.is_sound());
}

#[test]
fn after_an_overrule_every_list_tells_the_same() {
    let (office, exam) = crossed();
    let listed = |office: &Office| office.desk.done(&["list", "attempts"]).out;
    assert!(!listed(&office).contains(" of 100"), "{}", listed(&office));
    assert_eq!(mark(&office, "李考", &exam, "2", &["--unbroken", "shut-up", "--reason", "a song"]).code, 0);
    assert_eq!(stands(&office, &exam), "passed 100 exit 0");
    assert!(listed(&office).contains("passed, 100 of 100"), "{}", listed(&office));
    let (stats, _) = office.desk.json(&["stats", "licence:lobby"]);
    assert_eq!((&stats["scenarios"][0]["mean_share"], &stats["scenarios"][0]["passed"]), (&1.0.into(), &1.into()), "{stats}");
    let shown = office.desk.done(&["learner", "show", "陈小满"]).out;
    assert!(shown.contains("100") || !shown.contains("85"), "{shown}");
    let out = office.desk.path("licence.json").display().to_string();
    assert_eq!(office.issue("陈小满", "lobby", &out).code, 0);
    let (told, _) = office.desk.json(&["result", &exam]);
    let number = told["number"].as_str().expect("a number").to_owned();
    let text = flat(&office.desk.run(&["result", &exam]).out);
    assert!(text.contains(&format!("Issued, number {number}")) && !text.contains("An issuer issues it"), "{text}");
}
