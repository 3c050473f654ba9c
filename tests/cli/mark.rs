//! `mark`: what was written in exams is read by a person, and no one fails by a machine alone.
//!
//! All exams are sat in `tests/lobby`: a question and a written one, then a talk of a choice and a written turn. Whether anything hangs on
//! what was written is a matter of what else was answered, and of red lines.

mod erased;
mod figures;
mod result;
mod safe;
mod sheet;
#[cfg(unix)]
mod window;

use insta::assert_snapshot;
use onduty::attempt::act::Deed;
use onduty::store::Store as _;
use serde_json::Value;

use crate::desk::Ran;
use crate::office::{Office, masked};

/// All that is wanted, no rule broken.
const GOOD: &str = "I am sorry, I am looking for it now.";
/// The same after a red line.
const RED: &str = "Shut up, please. I am sorry, I am looking for it now.";
/// Nothing that is wanted.
const BARE: &str = "It is what it is.";

/// The office with the lobby as its library.
fn lobby() -> Office {
    let office = Office::staffed();
    std::fs::remove_dir_all(office.desk.path("shelf")).expect("removed");
    office.desk.lay("lobby", "shelf");
    office
}

/// Answers: whether the plain question is right, what is written to the other, whether the talk begins well, what is written in it.
fn answers(greet: bool, letter: &str, look: bool, turn: &str) -> String {
    let opening = if look { "look" } else { "wait" };
    format!(
        "\"papers/greet\" = {greet}\n\"papers/letter\" = {letter:?}\n\"parcel/opening\" = \"{opening}\"\n\"parcel/angry\" = {turn:?}\n"
    )
}

/// 陈小满 has sat the exam so; its number.
fn sat(greet: bool, letter: &str, look: bool, turn: &str) -> (Office, String) {
    let office = lobby();
    let exam = office.sit("陈小满", "lobby", &answers(greet, letter, look, turn));
    (office, exam)
}

/// A red line in the talk, all else as good as can be.
fn crossed() -> (Office, String) {
    sat(true, "I am sorry. You hear from me by noon.", true, RED)
}

/// How an exam stands, and why.
fn stands(office: &Office, exam: &str) -> String {
    let (told, code) = office.desk.json(&["result", exam]);
    let why: Vec<&str> = told["why"].as_array().expect("a list").iter().map(|it| it.as_str().expect("a word")).collect();
    let total = told["total"]["percent"].as_str().unwrap_or("-");
    format!("{} {total} exit {code} {}", told["verdict"].as_str().expect("a verdict"), why.join(" ")).trim_end().to_owned()
}

/// `mark EXAM --written N` with these verdicts, by somebody.
fn mark(office: &Office, who: &str, exam: &str, n: &str, verdict: &[&str]) -> Ran {
    office.by(who, &[&["mark", exam, "--written", n], verdict].concat())
}

/// A text without its line breaks.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn list(office: &Office) -> Value {
    office.desk.json(&["mark", "--list"]).0
}

#[test]
fn where_nothing_hangs_on_it_nobody_has_to_read_it() {
    let (office, exam) = sat(true, BARE, true, BARE);
    assert_eq!(stands(&office, &exam), "passed 67.5 exit 0");
    assert_eq!(list(&office)[0]["hangs"], false);
    let ran = office.desk.run(&["result", &exam]);
    assert!(
        flat(&ran.out)
            .contains("2 replies judged by the program, 2 read by nobody yet; however they are read, the result stays."),
        "{ran}"
    );
    // Nor where it is lost whatever a person says.
    let (office, exam) = sat(false, GOOD, false, GOOD);
    assert_eq!(stands(&office, &exam), "failed 36.2 exit 1 theory total");
}

#[test]
fn a_red_line_of_the_machine_fails_nobody() {
    let (office, exam) = crossed();
    assert_eq!(stands(&office, &exam), "provisional - exit 1");
    assert_snapshot!(masked(&office.desk.run(&["result", &exam]).to_string()), @"
    Exam result: Licence of the lobby

    陈小满 · over at 2026-11-22 09:30 · number NUMBER

    ~ Not settled: what you wrote has to be read by a person, and the result hangs
      on it. No waiting, no new exam.

    Look again: When it has been read, type: onduty result NUMBER

    Part        Mark          At least  Weight  Gives  Enough?
    Theory      to be marked  50%       50%     –      –
    Role-plays  to be marked  50%       50%     –      –
    Total       –             60%       100%    –      –

    Shown with one decimal, cut, never rounded up; exact marks are compared.

    How it ended: Handed in and played to the end.
    Your own words: 2 replies, 2 waiting for an examiner to read. Nobody fails by a
      program alone.

    What to work on is told when an examiner has read it.

    Good to know

    How exact it is: Near the pass mark this exam measures to about ±22.8 points:
      with other questions of the same kind, the same ability may come out that
      much higher or lower.
    If you disagree: Tell an examiner or manager, with the number NUMBER.
      Questions, answers and rules are kept, so everything can be worked out again.
    Pass mark: The mark of 60 is policy: it rests on no record of judges or
      ratings.
    ── exit 1 ──
    ");
    assert_snapshot!(masked(&office.issue("陈小满", "lobby", "x.json").to_string()), @"
    ── stderr ──
    Not done: The exam of 陈小满 (NUMBER) is not settled: replies that a person has to read first (onduty mark): 2. Nobody fails by a program alone.
      What to do: The result: onduty --as 陈小满 result NUMBER
    ── exit 5 ──
    ");
    assert_snapshot!(masked(&office.desk.run(&["exam", "lobby", "--ready"]).to_string()), @"
    Licence of the lobby: may you sit the exam?

    ~ In the last exam (NUMBER) a person has still to read 2 replies of your own;
      nobody fails by a program alone. To look: onduty result NUMBER

    ✓ Exams left: 2 (1 of 3 taken)
    ── exit 5 ──
    ");
    let (ready, _) = office.desk.json(&["exam", "lobby", "--ready"]);
    assert_eq!(ready["needs"].as_array().expect("needs")[0]["open"]["unread"], 2, "{ready}");
}

#[test]
fn what_waits_is_listed_with_everything_but_the_name() {
    let (office, exam) = crossed();
    assert_snapshot!(masked(&office.desk.run(&["mark", "--list"]).to_string()), @"
    Exam      Reply  Result       By program  Rules
    NUMBER  2      hangs on it  2/4         shut-up
    NUMBER  1      does not     4/4
    ── exit 0 ──
    ");
    let text = office.desk.run(&["mark", "--list", "--format", "json"]).out;
    assert!(!text.contains("小满"), "{text}");
    assert_snapshot!(masked(&text), @r#"
    [
      {
        "asked": [
          {
            "text": "You are at the desk of the lobby.",
            "title": "A lost parcel"
          },
          {
            "text": "My parcel is lost!",
            "who": "customer"
          },
          {
            "text": "Let me look.",
            "who": "candidate"
          },
          {
            "text": "I have been waiting for days!",
            "who": "customer"
          }
        ],
        "attempt": "NUMBER",
        "hangs": true,
        "hits": [
          {
            "end": 7,
            "rule": "shut-up",
            "severity": "red-line",
            "start": 0,
            "text": "Shut up",
            "title": "Silencing the customer"
          }
        ],
        "licence": "lobby",
        "of": "4",
        "points": "2",
        "red_line": true,
        "sample": "TOLD-SAMPLE-TURN: I am sorry, I am looking for it now.",
        "scenario": "parcel",
        "task": "Calm him down.",
        "text": "Shut up, please. I am sorry, I am looking for it now.",
        "too_short": null,
        "turn": "angry",
        "wants": [
          {
            "met": true,
            "points": "2",
            "title": "An apology",
            "want": "sorry"
          },
          {
            "met": true,
            "points": "2",
            "title": "What comes next",
            "want": "next"
          }
        ],
        "written": 2
      },
      {
        "asked": [
          {
            "ask": "Write back to this guest."
          },
          {
            "text": "Where is my bag?",
            "who": "customer"
          }
        ],
        "attempt": "NUMBER",
        "hangs": false,
        "hits": [],
        "licence": "lobby",
        "of": "4",
        "points": "4",
        "question": "papers/letter",
        "red_line": false,
        "sample": "TOLD-SAMPLE-LETTER: I am sorry. I am looking for it; you hear from me by noon.",
        "task": "",
        "text": "I am sorry. You hear from me by noon.",
        "too_short": null,
        "wants": [
          {
            "met": true,
            "points": "2",
            "title": "An apology",
            "want": "sorry"
          },
          {
            "met": true,
            "points": "2",
            "title": "Until when",
            "want": "when"
          }
        ],
        "written": 1
      }
    ]
    "#);
    assert_eq!(list(&office).as_array().map(Vec::len), Some(2));
    assert_snapshot!(office.desk.run(&["mark", "--list", "--lang", "zh-CN"]).out.replace(&exam, "NUMBER"), @"
    考试      第几条  结果        程序给分  规范
    NUMBER  2       取决于它    2/4       shut-up
    NUMBER  1       不取决于它  4/4
    ");
}

#[test]
fn an_examiner_confirms_and_the_exam_is_failed() {
    let (office, exam) = crossed();
    let ran = mark(&office, "李考", &exam, "2", &["--confirm"]);
    assert_snapshot!(ran, @"
    ── stderr ──
    Read and signed by 李考: 2 points.
    ── exit 0 ──
    ");
    assert_eq!(stands(&office, &exam), "failed 50 exit 1 practice red-line total");
    // The question may be read all the same, and changes nothing.
    assert_eq!(mark(&office, "李考", &exam, "1", &["--confirm", "--reason", "fine"]).code, 0);
    assert_eq!(stands(&office, &exam), "failed 50 exit 1 practice red-line total");
    assert!(office.is_sound());
    assert_eq!(list(&office), Value::Array(vec![]));
}

#[test]
fn an_examiner_overrules_a_red_line_and_a_licence_is_issued() {
    let (office, exam) = crossed();
    let ran = mark(&office, "李考", &exam, "2", &["--unbroken", "shut-up", "--reason", "It is the name of a song."]);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(stands(&office, &exam), "passed 100 exit 0");
    let Some(Deed::Marked { points, red_line, unbroken, .. }) = office.acts().last().map(|it| it.act.deed.clone()) else {
        panic!("no mark")
    };
    assert_eq!((points.to_string(), red_line, unbroken), ("4".to_owned(), false, vec!["shut-up".into()]));
    let out = office.desk.path("licence.json").display().to_string();
    let ran = office.issue("陈小满", "lobby", &out);
    assert_eq!(ran.code, 0, "{ran}");
    let text = String::from_utf8(office.read("licence.json")).expect("text");
    assert!(text.contains("Reading of a written reply by an examiner"), "{text}");
    // After that nobody marks.
    assert_snapshot!(masked(&mark(&office, "王考", &exam, "1", &["--confirm"]).to_string()), @"
    ── stderr ──
    Not done: A licence was issued on exam NUMBER; nothing is read any more.
      What to do: The result: onduty result NUMBER
    ── exit 5 ──
    ");
    assert_eq!(list(&office), Value::Array(vec![]));
}

#[test]
fn what_was_wanted_may_be_there_in_other_words() {
    // 0 of 4 points in the talk: with 4 more it passes.
    let (office, exam) = sat(true, BARE, false, "My apologies. I am on it this minute.");
    assert_eq!(stands(&office, &exam), "provisional - exit 1");
    assert_eq!(mark(&office, "李考", &exam, "2", &["--otherwise", "sorry", "--reason", "he apologises"]).code, 0);
    assert_eq!(stands(&office, &exam), "failed 57.5 exit 1 practice total");
    let (office, exam) = sat(true, BARE, false, "My apologies. I am on it this minute.");
    let both = ["--otherwise", "sorry", "--otherwise", "next", "--reason", "all of it is there"];
    assert_eq!(mark(&office, "李考", &exam, "2", &both).code, 0);
    assert_eq!(stands(&office, &exam), "passed 67.5 exit 0");
}

#[test]
fn what_is_not_there_cannot_be_overruled() {
    let (office, exam) = crossed();
    let ran = mark(&office, "李考", &exam, "2", &["--unbroken", "not-mine", "--reason", "no"]);
    assert_snapshot!(ran, @"
    ── stderr ──
    Not done: This reply has no such rule or want.
      What to do: Rules that fired: shut-up; what was wanted: sorry next
    ── exit 2 ──
    ");
    assert_eq!(mark(&office, "李考", &exam, "2", &["--otherwise", "when", "--reason", "no"]).code, 2);
    assert_eq!(mark(&office, "李考", &exam, "2", &["--unbroken", "shut-up"]).code, 2, "a reason is needed");
    assert_eq!(mark(&office, "李考", &exam, "2", &[]).code, 2, "a verdict is needed");
    assert_eq!(mark(&office, "李考", &exam, "2", &["--confirm", "--unbroken", "shut-up", "--reason", "no"]).code, 2);
    assert_eq!(mark(&office, "李考", &exam, "0", &["--confirm"]).code, 2);
    assert_eq!(mark(&office, "李考", &exam, "3", &["--confirm"]).code, 5);
    assert_eq!(mark(&office, "钱发", &exam, "2", &["--confirm"]).code, 5, "an issuer is no examiner");
    assert_eq!(stands(&office, &exam), "provisional - exit 1");
}

#[test]
fn stats_tell_how_often_each_rule_fired_and_was_overruled() {
    let (office, exam) = sat(true, "Not my job, sorry; today.", true, RED);
    assert_eq!(mark(&office, "李考", &exam, "2", &["--unbroken", "shut-up", "--reason", "a song"]).code, 0);
    let shown = office.desk.run(&["stats", "licence:lobby"]).out;
    assert_snapshot!(shown[shown.find("Wording rules").expect("the rules")..].trim_end(), @"
    Wording rules
      In how many replies each rule fired; and of those in exams that a person has
      read, how often it was overruled.
    Practice  Exams  Read  Overruled  Rule
    0         1      0     0          not-mine  Passing the blame [major]
    0         1      1     1          shut-up  Silencing the customer [red line]
    ");
    let (json, _) = office.desk.json(&["stats", "licence:lobby"]);
    assert_snapshot!(serde_json::to_string_pretty(&json["wording"]).expect("JSON"), @r#"
    [
      {
        "exam": 1,
        "overruled": 0,
        "practice": 0,
        "read": 0,
        "register": "chat",
        "rule": "not-mine",
        "severity": "major",
        "title": "Passing the blame"
      },
      {
        "exam": 1,
        "overruled": 1,
        "practice": 0,
        "read": 1,
        "register": "chat",
        "rule": "shut-up",
        "severity": "red-line",
        "title": "Silencing the customer"
      }
    ]
    "#);
    // Of one bank, and of one scenario, its own.
    assert_eq!(office.desk.json(&["stats", "bank:papers"]).0["wording"][0]["rule"], "not-mine");
    assert_eq!(office.desk.json(&["stats", "scenario:parcel"]).0["wording"].as_array().map(Vec::len), Some(1));
    // Where one learns it counts as practice.
    office.desk.edit("shelf/parcel.toml", "use = \"exam\"", "use = \"practice\"");
    let lines = office.desk.answers(&format!("\"parcel/opening\" = \"look\"\n\"parcel/angry\" = {RED:?}\n"));
    assert_eq!(office.desk.run(&["practise", "parcel", "--answers", &lines]).code, 1);
    let (json, _) = office.desk.json(&["stats", "scenario:parcel"]);
    assert_eq!((&json["wording"][0]["practice"], &json["wording"][0]["exam"]), (&1.into(), &1.into()), "{json}");
}

/// What was typed goes with its person, and what it earned cannot be worked out again: what was sealed stands, everywhere alike.
#[test]
fn where_words_are_forgotten_their_marks_stand() {
    let (office, exam) = sat(true, GOOD, true, GOOD);
    let mark = ["mark", &exam, "--written", "1", "--points", "0", "--reason", "copied from a letter"];
    let _ = office.by("王考", &mark);
    let total = || office.desk.json(&["result", &exam]).0["total"].clone();
    let before = total();
    assert_ne!(before, Value::Null);
    let _ = office.desk.done(&["learner", "erase", "陈小满", "--yes-erase", "陈小满"]);
    assert_eq!(total(), before);
    assert_eq!(office.desk.run(&["stats", "papers"]).code, 0);
    assert!(office.is_sound());
    let (report, code) = office.desk.json(&["audit"]);
    let unknown = report["not_checked"].as_array().expect("a list").iter().any(|it| it["what"] == "audit-unknown-erased");
    assert_eq!((code, unknown), (0, true), "{report}");
    // Words that somebody took out of a record whose person is here are no such thing.
    let (office, exam) = sat(true, GOOD, true, GOOD);
    office.sql("DELETE FROM beside WHERE seq > 0");
    let ran = office.desk.run(&["result", &exam]);
    assert_eq!(ran.code, 4, "{ran}");
}
