//! An exam that is sat ahead of its sitting, at a PC whose clock was put forward: its own times are in order, and what that PC recorded
//! after it is not.

use insta::assert_snapshot;
use serde_json::Value;

use super::attacked::codes;
use super::{Called, Day};
use crate::desk::{Happens, Ran};
use crate::office::{Office, RIGHT, masked};

const HOUR: i64 = 3_600_000;

/// 陈小满 is called to `watched`, two days from now.
fn called() -> Day {
    static STILL: std::sync::OnceLock<Called> = std::sync::OnceLock::new();
    Day::of(STILL.get_or_init(|| {
        let office = Office::staffed();
        let out = office.desk.path("day.onduty-sitting").display().to_string();
        let args = ["sitting", "new", "watched", "--candidate", "陈小满", "--room", "三号机房", "--out", &out];
        let when = ["--from", "2026-11-24 09:00", "--until", "12:00", "--format", "json"];
        let ran = office.by("李考", &[&args[..], &when].concat());
        let told: Value = serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {ran}"));
        let text = |key: &str| told[key].as_str().expect("text").to_owned();
        Called { still: office.desk.still(), sitting: text("sitting"), code: text("code") }
    }))
}

fn close(day: &Day) -> Ran {
    day.by_invigilator(&["sitting", "close", &day.sitting])
}

/// The exam is sat two days ahead; the sitting is closed once its time has come, and the file sent days later.
fn sat_ahead(day: &Day) {
    day.pc.then(Happens::ClockSet(48 * HOUR));
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    day.pc.then(Happens::ClockSet(-48 * HOUR));
}

fn sent(day: &Day) -> Ran {
    day.pc.then(Happens::GoesBy(49 * HOUR));
    assert_eq!(close(day).code, 0);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    day.office.desk.then(Happens::GoesBy(72 * HOUR));
    day.office.desk.run(&["collect", &day.dir()])
}

#[test]
fn an_end_that_was_refused_holds_up_what_was_sat_ahead() {
    let day = called();
    sat_ahead(&day);
    for _ in 0..2 {
        let ran = close(&day);
        assert!(ran.code == 5 && ran.err.contains("on record at this PC now"), "{ran}");
    }
    let ran = sent(&day);
    let (desk, exam) = (&day.office.desk, day.office.exam("陈小满"));
    assert!(ran.out.contains(&format!("held up: exam {exam}")), "{ran}");
    assert!(!desk.run(&["collect", &day.dir()]).out.contains("held up"), "told once");
    assert_eq!(codes(desk), ["refused"]);
    let report = desk.json(&["audit"]).0;
    let odd = report["worth_a_look"].as_array().expect("a list");
    assert_eq!(odd.len(), 1, "it was refused twice and is told once: {report}");
    assert_snapshot!(masked(odd[0]["said"].as_str().expect("text")), @"李考 was about to end sitting NUMBER when the clock of that PC showed 2026-11-22 09:45, and exam NUMBER went on until 2026-11-24 09:45 by its record. That clock was fast during the exam, or slow afterwards: ask which it was");
    let said = desk.run(&["audit", "--lang", "zh-CN"]).out;
    assert!(said.contains("李考 要结束考场"), "{said}");
    let record = desk.run(&["sitting", "close", &day.sitting]).out;
    assert!(record.contains("the end was refused: exam"), "{record}");
    super::attacked::observed(&day);
    let ran = day.office.issue("陈小满", "watched", &desk.path("out.json").display().to_string());
    assert!(ran.code == 5 && ran.err.contains("is held up"), "{ran}");
    let refusal = desk.json(&["refusals"]).0[0]["refusal"].as_str().expect("an id").to_owned();
    assert_eq!(day.office.by("赵考", &["refusals", &refusal, "--reason", "那台电脑的日期设错了，考试是那天考的"]).code, 0);
    assert_eq!(codes(desk), Vec::<String>::new());
}

/// Whatever else was recorded there meanwhile says the same, whichever file brings it.
#[test]
fn whatever_was_recorded_after_it_holds_it_up() {
    let day = called();
    sat_ahead(&day);
    let args = ["sitting", "note", &day.sitting, "大家都到了"];
    assert_eq!(day.by_invigilator(&args).code, 0);
    let ran = sent(&day);
    assert!(ran.out.contains("held up: exam"), "{ran}");
    assert_eq!(codes(&day.office.desk), ["refused"]);
}

/// A clock that lost its battery says nothing of when an exam was: its time is before the call.
#[test]
fn a_clock_of_before_the_call_holds_up_nothing() {
    let day = called();
    day.pc.then(Happens::GoesBy(48 * HOUR));
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    assert_eq!(close(&day).code, 0);
    day.pc.then(Happens::ClockSet(-1000 * 24 * HOUR));
    let args = ["sitting", "note", &day.sitting, "换了电池"];
    assert_eq!(day.by_invigilator(&args).code, 0);
    day.pc.then(Happens::ClockSet(1000 * 24 * HOUR));
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    day.office.desk.then(Happens::GoesBy(72 * HOUR));
    let ran = day.office.desk.run(&["collect", &day.dir()]);
    assert!(ran.code == 0 && !ran.out.contains("held up"), "{ran}");
    assert_eq!(codes(&day.office.desk), Vec::<String>::new());
    let (report, code) = day.office.desk.json(&["audit"]);
    assert_eq!((code, &report["worth_a_look"][0]["what"]), (0, &"audit-clock-back".into()), "{report}");
}
