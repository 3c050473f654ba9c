//! `exam`, and what surrounds it: who may sit, what an exam comes to, the clock, the answer sheet, what is told and what is not.
//!
//! All exams are sat by script in `tests/hall`, whose marks are chosen so that what matters comes out exact: four questions, two of
//! each level, then two talks. `sat` says what was answered; the verdict follows.

mod alone;
mod around;
mod chance;
mod clock;
mod eligible;
mod once;
mod person;
mod sheet;
mod silent;
mod verdict;
mod vouched;

use serde_json::Value;

use onduty::attempt::event::Recorded;
use onduty::base::id::AttemptId;
use onduty::cli::recall::{Kept, recall};
use onduty::store::{self, AttemptRow, Store};

use crate::desk::{Desk, Ran};

/// Milliseconds.
const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The right answers of the bank.
const RIGHT: [(u8, &str, &str); 8] = [
    (1, "bell", "\"greet\""),
    (1, "word", "\"welkomstwoord\""),
    (1, "chairs", "4711"),
    (1, "coat", "false"),
    (2, "seats", "{ old = \"front\", young = \"back\", lame = \"front\" }"),
    (2, "tray", "[\"tea\", \"cups\"]"),
    (2, "steps", "[\"hear\", \"look\", \"tell\"]"),
    (2, "lamp", "\"light\""),
];

/// Answers that earn nothing.
const WRONG: [(u8, &str, &str); 8] = [
    (1, "bell", "\"hide\""),
    (1, "word", "\"tot ziens\""),
    (1, "chairs", "17"),
    (1, "coat", "true"),
    (2, "seats", "{ old = \"back\", young = \"front\", lame = \"back\" }"),
    (2, "tray", "[\"ink\"]"),
    (2, "steps", "[\"tell\", \"look\", \"hear\"]"),
    (2, "lamp", "\"leave\""),
];

/// How a talk goes.
#[derive(Clone, Copy, Debug)]
enum Talk {
    /// 7 of 7 points.
    Full,
    /// 5 of 7 points.
    Fair,
    /// No points.
    Cold,
    /// Across a red line.
    RedLine,
}

impl Talk {
    fn lines(self, id: &str) -> String {
        match self {
            Self::Full => format!("\"{id}/opening\" = \"kind\"\n\"{id}/next\" = \"warm\"\n"),
            Self::Fair => format!("\"{id}/opening\" = \"kind\"\n\"{id}/next\" = \"short\"\n"),
            Self::Cold => format!("\"{id}/opening\" = \"cold\"\n"),
            Self::RedLine => format!("\"{id}/opening\" = \"shout\"\n"),
        }
    }
}

/// Which levels of the questions are answered right.
fn questions(right: &[u8]) -> String {
    let chosen = RIGHT.iter().zip(&WRONG).map(|(good, bad)| if right.contains(&good.0) { good } else { bad });
    chosen.map(|(_, id, answer)| format!("\"papers/{id}\" = {answer}\n")).collect()
}

/// The talk about an attitude, then the one about a dispute, whichever is drawn.
fn talks(first: Talk, second: Talk) -> String {
    [("tea", first), ("rain", first), ("bill", second), ("door", second)].map(|(id, talk)| talk.lines(id)).concat()
}

/// All lines of an exam.
fn replies(right: &[u8], first: Talk, second: Talk) -> String {
    questions(right) + &talks(first, second)
}

/// Every point there is.
fn all_right() -> String {
    replies(&[1, 2], Talk::Full, Talk::Full)
}

/// A failed exam: the total is below the mark, nothing else is wrong.
fn too_little() -> String {
    replies(&[1], Talk::Fair, Talk::Fair)
}

impl Desk {
    /// In the hall: one learner, who may sit the exam `hall`.
    fn at_hall() -> Self {
        Self::new().at("hall")
    }

    /// Runs `exam hall` with these answers.
    fn sits(&self, answers: &str) -> Ran {
        let answers = self.answers(answers);
        self.run(&["exam", "hall", "--answers", &answers])
    }

    /// What the newest exam came to, with the exit code of `result`.
    fn result(&self) -> (Value, u8) {
        self.json(&["result"])
    }

    fn store(&self) -> Box<dyn Store> {
        store::open(&self.path("data/onduty.db").display().to_string()).expect("a store")
    }

    /// The exams of the store, oldest first.
    fn exams(&self) -> Vec<AttemptRow> {
        let mut rows = self.store().attempts(None).expect("readable");
        rows.retain(|row| row.subject.parts().0 == "licence");
        rows.reverse();
        rows
    }

    /// The newest exam as it is kept.
    fn kept(&self) -> Kept {
        let id = self.exams().pop().expect("an exam").id;
        self.kept_of(&id)
    }

    fn kept_of(&self, id: &AttemptId) -> Kept {
        recall(self.store().as_ref(), id).expect("what is kept belongs together")
    }

    /// What happened in the newest exam: the names of the events.
    fn happened(&self) -> Vec<String> {
        self.kept().events.iter().map(name).collect()
    }

    /// Makes members of staff with keys, first 王签发, who issues and appoints.
    fn employ(&self, all: &[(&str, &str)]) {
        self.appoint(&[("王签发", "issuer")]);
        self.appoint(all);
    }

    /// More members of staff; each one's passphrase lies in `pass.txt`.
    fn appoint(&self, all: &[(&str, &str)]) {
        let pass = self.file("pass.txt", "a long passphrase\n");
        for (name, role) in all {
            let made = self.signed(&["staff", "add", name, "--role", role, "--new-passphrase-file", &pass]);
            assert_eq!(made.code, 0, "{made}");
        }
    }

    /// Runs a command that takes a key.
    fn signed(&self, args: &[&str]) -> Ran {
        let pass = self.path("pass.txt").display().to_string();
        self.run(&[args, &["--passphrase-file", &pass]].concat())
    }
}

/// The name of an event.
fn name(recorded: &Recorded) -> String {
    let body = serde_json::to_value(&recorded.event.body).expect("JSON");
    body["event"].as_str().expect("a name").to_owned()
}

/// The whole store holds together.
fn sound(desk: &Desk) {
    let store = desk.store();
    assert_eq!(store::verify(store.as_ref(), &onduty::credential::acts::verify).expect("readable"), []);
}

/// Of a result on the screen: the verdict in words, up to the table of parts.
fn said(shown: &str) -> String {
    let result = shown.split("Exam result").nth(1).unwrap_or_else(|| panic!("no result: {shown}"));
    let verdict = result.split("\n\n").nth(2).expect("a verdict");
    verdict.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a result says of itself: verdict, why, total as shown, exit code.
fn verdict(desk: &Desk) -> (String, Vec<String>, String, u8) {
    let (told, code) = desk.result();
    let words = |v: &Value| v.as_str().expect("a word").to_owned();
    let why = told["why"].as_array().expect("a list").iter().map(words).collect();
    (words(&told["verdict"]), why, words(&told["total"]["percent"]), code)
}
