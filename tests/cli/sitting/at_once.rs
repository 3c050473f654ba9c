//! Somebody is called to two sittings and sits both, at two PCs that know nothing of each other: nobody is at two places at once.

use std::path::Path;

use insta::assert_snapshot;
use serde_json::Value;

use super::again::exams;
use super::attacked::codes;
use super::{Called, Day};
use crate::desk::{Happens, Ran};
use crate::office::{FAILING, Office, RIGHT, masked};

/// The first replies of an exam.
const SOME: &str = "\"finals/hello\" = true\n\"finals/seat\" = false\n";

/// 李考 calls 陈小满 to `quick`.
fn call(office: &Office, out: &Path) -> (String, String) {
    let out = out.display().to_string();
    let args = ["sitting", "new", "quick", "--candidate", "陈小满", "--room", "三号机房", "--out", &out];
    let ran = office.by("李考", &[&args[..], &["--from", "2026-11-22 09:00", "--until", "12:00", "--format", "json"]].concat());
    let told: Value = serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {ran}"));
    let text = |key: &str| told[key].as_str().expect("text").to_owned();
    (text("sitting"), text("code"))
}

/// A day on which 陈小满 is called to `quick`, which is supervised here and has no stations.
fn called() -> Day {
    static STILL: std::sync::OnceLock<Called> = std::sync::OnceLock::new();
    Day::of(STILL.get_or_init(|| {
        let office = Office::staffed();
        office.desk.edit("shelf/quick.toml", "accepts = \"script\"", "accepts = \"script\"\nsupervised = true");
        let (sitting, code) = call(&office, &office.desk.path("day.onduty-sitting"));
        Called { still: office.desk.still(), sitting, code }
    }))
}

/// Sits all of it in five minutes; the invigilator ends the sitting there, and what was done is sent.
fn sits(day: &Day, name: &str) {
    assert_eq!(day.open("陈小满", SOME).code, 2);
    day.pc.then(Happens::GoesBy(5 * 60_000));
    assert_eq!(day.open("陈小满", RIGHT).code, 0);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let _ = day.pc.done(&["send", &day.dir(), "--name", name]);
}

/// From now on another PC, and another sitting, as late as it is at the desk and so many minutes later.
fn elsewhere(day: &mut Day, minutes: i64) {
    let out = day.office.desk.path("second.onduty-sitting");
    let (sitting, code) = call(&day.office, &out);
    std::fs::rename(out, day.file()).expect("renamed");
    day.pc = Day::another_pc(&day.office, 8);
    day.pc.then(Happens::GoesBy(minutes * 60_000));
    let _ = day.pc.file("code", &code);
    day.sitting = sitting;
}

fn collected(day: &Day) -> Ran {
    let ran = day.office.desk.run(&["collect", &day.dir()]);
    day.office.desk.then(Happens::GoesBy(60 * 60_000));
    ran
}

fn issued(day: &Day) -> Ran {
    day.office.issue("陈小满", "quick", &day.office.desk.path("out.json").display().to_string())
}

#[test]
fn nobody_sits_at_two_places_at_once() {
    let mut day = called();
    sits(&day, "七号机");
    elsewhere(&mut day, 2);
    sits(&day, "八号机");
    let ran = collected(&day);
    assert_eq!(ran.code, 0, "{ran}");
    assert_snapshot!(masked(&ran.err), @"陈小满 sat at two places at once: exams NUMBER, NUMBER, in sittings NUMBER, NUMBER. Nothing is issued on either until one of them is declared void.");
    let desk = &day.office.desk;
    assert_eq!(codes(desk), ["sat-at-once"]);
    let audited = desk.run(&["audit", "--lang", "zh-CN"]).out;
    assert!(audited.contains("同一位考生同一时间在两个地方考试"), "{audited}");
    assert_snapshot!(masked(&issued(&day).to_string()), @"
    ── stderr ──
    Not done: 陈小满 sat at two places at once: exams NUMBER, NUMBER, in sittings NUMBER, NUMBER. Until examiners have settled it nothing is issued on either.
      What to do: Look into how it came about, with the invigilators: the clocks of two PCs do not say which exam came first. Then a person who saw it declares the one void that should not have been: onduty void EXAM --reason WHY. That an exam was failed, or came first, is no reason to declare it void so that the other counts.
      What to do: Exam NUMBER, at PC 七号机: began 2026-11-22 09:45 by that PC's clock; passed.
      What to do: Exam NUMBER, at PC 八号机: began 2026-11-22 09:47 by that PC's clock; passed.
    ── exit 5 ──
    ");
    // Neither result says that somebody issues it, nor does whoever asks whether to sit again hear it.
    let [first, second] = [0, 1].map(|n| exams(&day.office)[n].0.clone());
    for exam in [&first, &second] {
        let told = desk.run(&["result", exam.short()]).out;
        assert!(told.contains("of the same sitting or the same time") && !told.contains("An issuer issues it"), "{told}");
    }
    let ready = desk.run(&["exam", "quick", "--as", "陈小满", "--ready"]).out;
    assert!(ready.contains("another exam was sat") && !ready.contains("an issuer has to issue"), "{ready}");
    let listed = desk.json(&["licences", "--eligible"]).0;
    assert!(
        listed[0]["may"].is_null() && listed[0]["why"].as_str().is_some_and(|it| it.contains("two places at once")),
        "{listed}"
    );
    let (report, _) = desk.json(&["report", "licence", "quick"]);
    let figures = &report["sections"][1]["parts"][0]["figures"];
    assert_eq!((&figures["sat-exams"], &figures["disputed-exams"]), (&0.into(), &2.into()), "neither is told as passed");
    // Whichever is declared void, the other one counts.
    let args = ["void", first.short(), "--reason", "那一次是别人替考的"];
    assert_eq!(day.office.by("王考", &args).code, 0);
    assert_eq!(codes(desk), Vec::<String>::new());
    assert!(desk.run(&["result", second.short()]).out.contains("An issuer issues it"));
    let ran = issued(&day);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(desk.run(&["audit"]).code, 0);
}

/// What was passed first holds, and whatever was sat after it comes to nothing: it is no reason to give the person no licence.
#[test]
fn of_two_that_were_passed_one_after_the_other_the_first_holds() {
    let mut day = called();
    sits(&day, "七号机");
    elsewhere(&mut day, 20);
    sits(&day, "八号机");
    assert_eq!(collected(&day).code, 0);
    let desk = &day.office.desk;
    assert_eq!(codes(desk), Vec::<String>::new());
    assert_eq!(desk.json(&["licences", "--eligible"]).0[0]["may"], "issue");
    let dir = desk.path("all").display().to_string();
    let key = ["--key-passphrase-file", &day.office.passphrase, "--format", "json"];
    let ran = day.office.by("钱发", &[&["issue", "--eligible", "quick", "--out", &dir], &key[..]].concat());
    let told: Value = serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {ran}"));
    assert_eq!(told["licences"].as_array().map(Vec::len), Some(1), "{ran}");
    let (of, _) = exams(&day.office).remove(0);
    let on = day.office.acts().into_iter().find_map(|it| match it.act.deed {
        onduty::attempt::act::Deed::Issued(issued) => Some(issued.attempt),
        _ => None,
    });
    assert_eq!(on, Some(of));
}

/// The first is broken off and declared void afterwards, as it happens where a PC dies: the second counts.
#[test]
fn a_broken_exam_that_is_void_since_stands_in_nobodys_way() {
    let mut day = called();
    assert_eq!(day.open("陈小满", SOME).code, 2);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    elsewhere(&mut day, 20);
    sits(&day, "八号机");
    assert_eq!(collected(&day).code, 0);
    assert_snapshot!(masked(&issued(&day).to_string()), @"
    ── stderr ──
    Not done: When exam NUMBER began, the candidate was not entitled to it yet.
      What to do: Exam NUMBER stood before it. Look into how it came about; the one that should not have been is declared void by a person who saw it: onduty void EXAM --reason WHY
    ── exit 5 ──
    ");
    let broken = exams(&day.office).remove(0).0;
    assert_eq!(day.office.by("王考", &["void", broken.short(), "--reason", "电脑坏了"]).code, 0);
    let ran = issued(&day);
    assert_eq!(ran.code, 0, "{ran}");
}

/// Who failed does not get round the waiting time by a void that comes once the next exam is passed.
#[test]
fn a_void_that_comes_too_late_makes_no_second_chance() {
    let mut day = called();
    assert_eq!(day.open("陈小满", crate::office::FAILING).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    elsewhere(&mut day, 20);
    sits(&day, "八号机");
    assert_eq!(collected(&day).code, 0);
    let failed = exams(&day.office).remove(0).0;
    for _ in 0..2 {
        let ran = issued(&day);
        assert!(ran.code == 5 && ran.err.contains("was not entitled") && !ran.err.contains("--library"), "{ran}");
        let _ = day.office.by("王考", &["void", failed.short(), "--reason", "再给一次机会"]);
    }
}

/// A sitting is withdrawn, its candidate called to another and licensed; only then comes the file of a PC that had not heard of it, where
/// the exam was failed before.
#[test]
fn an_exam_of_a_withdrawn_sitting_that_comes_after_the_licence_is_told() {
    let mut day = called();
    assert_eq!(day.open("陈小满", FAILING).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let late = tempfile::tempdir().expect("another stick");
    let late = late.path().display().to_string();
    let _ = day.pc.done(&["send", &late, "--name", "七号机"]);
    let args = ["sitting", "void", &day.sitting, "--whole", "--reason", "时间排错了"];
    assert_eq!(day.office.by("李考", &args).code, 0);
    elsewhere(&mut day, 20);
    sits(&day, "八号机");
    assert_eq!(collected(&day).code, 0);
    let ran = issued(&day);
    assert_eq!(ran.code, 0, "{ran}");
    let desk = &day.office.desk;
    assert_eq!(codes(desk), Vec::<String>::new());
    let ran = desk.run(&["collect", &late, "--lang", "zh-CN"]);
    assert!(ran.code == 0 && ran.err.contains("今天不会发") && ran.err.contains("等待时间还没到"), "{ran}");
    assert_eq!(codes(desk), ["licence-overtaken"]);
}

/// The sitting was withdrawn before the exam was begun there: nobody was to sit it, and once it is void it stands in nobody's way.
#[test]
fn what_is_void_of_a_sitting_that_was_withdrawn_before_counts_for_nothing() {
    let mut day = called();
    let args = ["sitting", "void", &day.sitting, "--whole", "--reason", "时间排错了"];
    assert_eq!(day.office.by("李考", &args).code, 0);
    // Its PC has not heard.
    day.pc.then(Happens::GoesBy(5 * 60_000));
    assert_eq!(day.open("陈小满", FAILING).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    elsewhere(&mut day, 20);
    sits(&day, "八号机");
    assert_eq!(collected(&day).code, 0);
    let ran = issued(&day);
    assert!(ran.code == 5 && ran.err.contains("was not entitled"), "{ran}");
    let failed = exams(&day.office).remove(0).0;
    assert_eq!(day.office.by("王考", &["void", failed.short(), "--reason", "这一场撤了"]).code, 0);
    let ran = issued(&day);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(codes(&day.office.desk), Vec::<String>::new());
}
