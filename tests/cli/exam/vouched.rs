//! A licence is issued on an exam under the issuer's own content, and on no other.

use serde_json::Value;

use super::{Desk, RIGHT, Talk, all_right, replies, sound, too_little};
use crate::desk::Ran;

/// A desk with an issuer and an issuing key, before any exam; the library `hall` is the true one.
fn office() -> Desk {
    let desk = Desk::at_hall();
    desk.employ(&[]);
    let pass = desk.path("pass.txt").display().to_string();
    let _ = desk.done(&[
        "key",
        "new",
        "--name",
        "Hall Ltd",
        "--code",
        "H1",
        "--new-passphrase-file",
        &pass,
        "--passphrase-file",
        &pass,
    ]);
    desk
}

fn issues(desk: &Desk) -> Ran {
    let (pass, out) = (desk.path("pass.txt").display().to_string(), desk.path("licence.json").display().to_string());
    desk.signed(&["issue", "陈小满", "hall", "--key-passphrase-file", &pass, "--out", &out])
}

/// What the exam of `office` draws: its first question of each level and its talks.
fn drawn() -> Vec<String> {
    let desk = office();
    let _ = desk.sits("");
    use onduty::attempt::plan::Step;
    let plan = desk.kept().activity.plan;
    let name = |step: &Step| match step {
        Step::Ask { question, .. } => question.to_string().replace("papers/", ""),
        Step::Play { scenario, .. } => scenario.to_string(),
        other => panic!("{other:?}"),
    };
    plan.parts.iter().flat_map(|part| part.steps.iter().map(name)).collect()
}

/// Another key for a question: old words, new words.
fn other_key(id: &str) -> (&'static str, &'static str) {
    match id {
        "bell" => ("text = \"Wait and see.\"", "text = \"Wait and see.\", right = false"),
        "word" => ("[\"welkomstwoord\"]", "[\"welkomstwoord\", \"ja\"]"),
        "chairs" => ("tolerance = 0", "tolerance = 1"),
        "coat" => ("answer = false", "answer = true"),
        "seats" => ("text = \"Old people\", class = \"front\"", "text = \"Old people\", class = \"back\""),
        "tray" => ("text = \"Cups\", right = true", "text = \"Cups\""),
        "steps" => (
            "  { id = \"hear\", text = \"Hear\" },\n  { id = \"look\", text = \"Look\" },",
            "  { id = \"look\", text = \"Look\" },\n  { id = \"hear\", text = \"Hear\" },",
        ),
        "lamp" => ("text = \"Leave.\"", "text = \"Leave.\", right = false"),
        other => panic!("{other}"),
    }
}

#[test]
fn the_true_library_issues() {
    let desk = office();
    let early = issues(&desk);
    assert_eq!(early.code, 5, "no exam yet: {early}");
    let ran = desk.sits(&all_right());
    assert_eq!(ran.code, 0, "{ran}");
    let ran = issues(&desk);
    assert_eq!(ran.code, 0, "{ran}");
    let licence: Value =
        serde_json::from_str(&std::fs::read_to_string(desk.path("licence.json")).expect("a file")).expect("JSON");
    assert!(licence["type"].as_array().expect("types").contains(&"OpenBadgeCredential".into()), "{licence}");
    let again = issues(&desk);
    assert_eq!(again.code, 5, "once: {again}");
    let id = desk.exams()[0].id.to_string();
    desk.appoint(&[("周考官", "examiner")]);
    let void = desk.signed(&["void", &id, "--reason", "too late", "--staff", "周考官"]);
    assert_eq!(void.code, 5, "a licence stands on it: {void}");
    let held = desk.sits(&all_right());
    assert_eq!(held.code, 5, "the licence holds: {held}");
    sound(&desk);
}

/// The marks that a licence shows.
fn marks(desk: &Desk) -> Value {
    let text = std::fs::read_to_string(desk.path("licence.json")).expect("a file");
    let licence: Value = serde_json::from_str(&text).expect("JSON");
    licence["credentialSubject"]["result"].clone()
}

/// Another key wins nothing: the licence shows what the exam comes to by the true one.
#[test]
fn another_key_gives_no_other_marks() {
    // One chair too many: right only where one more or less is allowed.
    assert!(drawn().contains(&"chairs".to_owned()));
    let answers = all_right().replace("4711", "4712");
    let [true_marks, forged_marks] = [false, true].map(|forges| {
        let desk = office();
        desk.lay("hall", "forged");
        if forges {
            desk.edit("forged/papers.toml", "tolerance = 0", "tolerance = 1");
        }
        let (answers, forged) = (desk.answers(&answers), desk.path("forged").display().to_string());
        let sat = desk.run(&["exam", "hall", "--answers", &answers, "--library", &forged]);
        assert_eq!(sat.code, 0, "{sat}");
        let ran = issues(&desk);
        assert_eq!(ran.code, 0, "{ran}");
        (desk.json(&["result"]).0["total"].clone(), marks(&desk))
    });
    assert_ne!(true_marks.0, forged_marks.0, "it was marked by another key");
    assert_eq!(true_marks.1, forged_marks.1);
}

/// Whatever else was changed in the copy, the exam can be sat and passed; the true library does not vouch for it and names the file.
#[test]
fn one_change_and_nothing_is_issued() {
    let drawn = drawn();
    let talk = drawn[4].as_str();
    let changes = [
        (talk, "score = { ask = 3 }", "score = { ask = 4 }"),
        ("hall", "pass = 80", "pass = 79"),
        ("hall", "pass = 60\ndraw = [{ category", "pass = 59\ndraw = [{ category"),
        ("hall", "attempts = 3", "attempts = 9"),
    ];
    for (file, old, new) in changes {
        let desk = office();
        desk.lay("hall", "forged");
        desk.edit(&format!("forged/{file}.toml"), old, new);
        let (answers, forged) =
            (desk.answers(&replies(&[1, 2], Talk::Full, Talk::Full)), desk.path("forged").display().to_string());
        let sat = desk.run(&["exam", "hall", "--answers", &answers, "--library", &forged]);
        assert_eq!(sat.code, 0, "{file}: {sat}");
        let ran = issues(&desk);
        assert_eq!(ran.code, 5, "{file} {new}: {ran}");
        assert!(ran.err.contains(&format!("{file}.toml")), "the file is named: {ran}");
        assert!(!desk.path("licence.json").exists());
        sound(&desk);
    }
}

/// Each item is the true one, but no such form is dealt: the bank was cut down to what one knows.
#[test]
fn a_bank_that_was_cut_down_is_seen() {
    let known = drawn().remove(0);
    let desk = office();
    desk.lay("hall", "forged");
    let papers = std::fs::read_to_string(desk.path("forged/papers.toml")).expect("a file");
    let (before, question) = papers.split_once(&format!("id = \"{known}\"")).expect("the question");
    desk.file("forged/papers.toml", &format!("{before}id = \"{known}\"{}", question.replacen("level = 1", "level = 3", 1)));
    let (answers, forged) = (desk.answers(&all_right()), desk.path("forged").display().to_string());
    let sat = desk.run(&["exam", "hall", "--answers", &answers, "--library", &forged]);
    assert_eq!(sat.code, 0, "{sat}");
    let ran = issues(&desk);
    assert_eq!(ran.code, 5, "{ran}");
    assert!(ran.err.contains("hall.toml"), "the file is named: {ran}");
}

/// What was not drawn does not matter.
#[test]
fn what_was_not_drawn_may_differ() {
    let drawn = drawn();
    let (_, other, _) = RIGHT.iter().find(|(_, id, _)| !drawn.iter().any(|d| d == id)).expect("half of the bank");
    let desk = office();
    desk.lay("hall", "forged");
    let (old, new) = other_key(other);
    desk.edit("forged/papers.toml", old, new);
    let (answers, forged) = (desk.answers(&all_right()), desk.path("forged").display().to_string());
    let sat = desk.run(&["exam", "hall", "--answers", &answers, "--library", &forged]);
    assert_eq!(sat.code, 0, "{sat}");
    let ran = issues(&desk);
    assert_eq!(ran.code, 0, "{ran}");
}

#[test]
fn what_was_not_passed_is_not_licensed() {
    for answers in [too_little(), replies(&[1], Talk::Full, Talk::Fair), String::new()] {
        let desk = office();
        let _ = desk.sits(&answers);
        let ran = issues(&desk);
        assert_eq!(ran.code, 5, "{ran}");
        assert!(!desk.path("licence.json").exists());
    }
}
