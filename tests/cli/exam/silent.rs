//! No key of any question is told in an exam, nor afterwards beyond the scheme's `feedback`.

use super::{Desk, RIGHT, Talk, replies};
use crate::desk::Ran;

/// Other keys for the same texts.
const OTHER_KEYS: [(&str, &str, &str); 14] = [
    ("papers", "text = \"Greet whoever came.\", right = true", "text = \"Greet whoever came.\""),
    ("papers", "text = \"Wait and see.\"", "text = \"Wait and see.\", right = true"),
    ("papers", "welkomstwoord", "afscheid"),
    ("papers", "4711", "12"),
    ("papers", "answer = false", "answer = true"),
    ("papers", "text = \"Old people\", class = \"front\"", "text = \"Old people\", class = \"back\""),
    ("papers", "text = \"Tea\", right = true", "text = \"Tea\""),
    ("papers", "text = \"Ink\"", "text = \"Ink\", right = true"),
    ("papers", "text = \"Light another.\", right = true", "text = \"Light another.\""),
    ("papers", "text = \"Leave.\"", "text = \"Leave.\", right = true"),
    ("papers", "TOLD-", "ELSE-"),
    ("papers", "12.55", "99"),
    ("tea", "score = { ask = 3 }", "score = { ask = 1 }"),
    ("bill", "outcome = \"resolved\"", "outcome = \"partial\""),
];

/// What must be seen nowhere: reasons, right answers that nobody gave, feedback, debriefs.
fn keys() -> Vec<String> {
    let talks = ["FEEDBACK", "DEBRIEF"].map(|word| format!("TOLD-{word}"));
    let words = ["TOLD-WHY", "TOLD-OF", "welkomstwoord", "4711"].map(str::to_owned);
    talks.into_iter().chain(words).collect()
}

/// Texts that tell a key where they stand alone.
const RIGHT_TEXTS: [&str; 7] = ["Greet whoever came", "Old people", "In front", "Tea\n", "Cups", "Hear", "Light another"];

fn tells(ran: &Ran, words: impl IntoIterator<Item = impl AsRef<str>>) -> Option<String> {
    words.into_iter().map(|w| w.as_ref().to_owned()).find(|word| ran.out.contains(word) || ran.err.contains(word))
}

/// Up to its result.
fn asked(ran: &Ran) -> &str {
    ran.err.split("Exam result").next().expect("an exam")
}

/// With other keys under the same texts, and the same chance, every byte of an exam is the same.
#[test]
fn what_is_asked_does_not_depend_on_the_key() {
    let mut met = std::collections::BTreeSet::new();
    for chance in 0..6 {
        let mut sit = |other: bool| {
            let desk = Desk::at_hall().with_chance(chance);
            for (file, old, new) in OTHER_KEYS.iter().filter(|_| other) {
                desk.edit(&format!("hall/{file}.toml"), old, new);
            }
            let ran = desk.sits(&replies(&[], Talk::Full, Talk::Fair));
            let total = desk.result().0["total"]["exact"].clone();
            met.extend(questions(&desk));
            (asked(&ran).to_owned(), total)
        };
        let (one, other) = (sit(false), sit(true));
        assert_eq!(one.0, other.0);
        assert_ne!(one.1, other.1, "the keys do differ");
    }
    assert_eq!(met.len(), RIGHT.len(), "every question came up: {met:?}");
}

fn questions(desk: &Desk) -> Vec<String> {
    let kept = desk.kept();
    kept.state.answers.iter().map(|a| kept.activity.asks(a.at).expect("a question").to_string()).collect()
}

/// Everything wrong, at each level of feedback: in the exam, in its result, in lists, as text and as JSON.
#[test]
fn no_key_is_told() {
    for feedback in ["none", "skills"] {
        let desk = Desk::at_hall();
        desk.edit("hall/hall.toml", "within = \"2h\"", &format!("within = \"2h\"\nfeedback = \"{feedback}\""));
        let sat = desk.sits(&replies(&[], Talk::Cold, Talk::RedLine));
        assert_eq!(sat.code, 1, "{sat}");
        assert_eq!(tells(&sat, keys()), None, "{feedback}: {sat}");
        let id = desk.exams()[0].id.to_string();
        let page = desk.path("result.html").display().to_string();
        let _ = desk.run(&["result", "--out", &page]);
        let written = Ran { out: std::fs::read_to_string(&page).expect("a page"), err: String::new(), code: 0 };
        let mut afterwards = vec![written];
        for how in ["text", "json"] {
            for args in [
                &["result"][..],
                &["result", &id],
                &["show", &id],
                &["list", "attempts"],
                &["list", "banks"],
                &["progress"],
                &["review"],
            ] {
                afterwards.push(desk.run(&[args, &["--format", how]].concat()));
            }
        }
        for ran in &afterwards {
            assert_eq!(tells(ran, keys()), None, "{feedback}: {ran}");
            assert_eq!(tells(ran, RIGHT_TEXTS), None, "{feedback}: {ran}");
            assert_eq!(tells(ran, RIGHT.map(|(_, id, _)| format!("papers/{id}"))), None, "{feedback}: {ran}");
        }
        let told = |word: &str| afterwards.iter().any(|ran| tells(ran, [word]).is_some());
        assert_eq!(told("TOLD-RED-LINE"), feedback == "skills", "the rule of a red line is told from `skills` on");
        assert_eq!(told("Greets first"), feedback == "skills", "objectives too");
    }
}

/// The same search finds them where they may be told.
#[test]
fn full_feedback_tells() {
    let desk = Desk::at_hall();
    desk.edit("hall/hall.toml", "within = \"2h\"", "within = \"2h\"\nfeedback = \"full\"");
    let sat = desk.sits(&replies(&[], Talk::Full, Talk::Cold));
    let result = desk.run(&["result", "--format", "json"]);
    for word in ["TOLD-WHY", "TOLD-FEEDBACK"] {
        assert!(tells(&result, [word]).is_some(), "{word}: {result}");
    }
    assert!(!asked(&sat).contains("TOLD"), "but not before it is over");
}

/// A script that stops is told what is offered, not what is right.
#[test]
fn a_misfit_tells_no_key() {
    for chance in 0..4 {
        let desk = Desk::at_hall().with_chance(chance);
        for value in ["\"nothing of the kind\"", "[\"nothing\"]", "{ nothing = \"nothing\" }", "true", "3.5"] {
            let all: String = RIGHT.iter().map(|(_, id, _)| format!("\"papers/{id}\" = {value}\n")).collect();
            let ran = desk.sits(&all);
            assert_eq!(tells(&ran, keys()), None, "{ran}");
        }
    }
}
