//! Sitting again after a void exam: another paper, never the same one twice; and the rules of the room, which hold at the desk too.

use insta::assert_snapshot;
use onduty::attempt::event::Body;
use onduty::attempt::plan::{Plan, Step};
use onduty::base::id::AttemptId;
use onduty::cli::registry::Registry;
use onduty::cli::registry::seats::too_long;
use onduty::store::Store as _;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::{Day, all_right};
use crate::desk::{Happens, Ran};
use crate::office::{Office, RIGHT, masked};

const ONE: &str = "\"finals/hello\" = true\n\"finals/angry\" = true\n";

/// The exams at an office with their plans, the first begun first.
pub fn exams(office: &Office) -> Vec<(AttemptId, Plan)> {
    let store = office.store();
    let mut rows = store.attempts(None).expect("readable");
    rows.retain(|row| row.subject.parts().0 == "licence");
    rows.sort_by_key(|row| row.started);
    let plan = |id: &AttemptId| match store.events(id).expect("readable").remove(0).event.body {
        Body::Started { plan } => *plan,
        other => panic!("{other:?}"),
    };
    rows.into_iter().map(|row| (row.id.clone(), plan(&row.id))).collect()
}

fn asked(plan: &Plan) -> Vec<String> {
    let steps = plan.parts.iter().flat_map(|part| &part.steps);
    steps.filter_map(|step| if let Step::Ask { question, .. } = step { Some(question.to_string()) } else { None }).collect()
}

fn void(day: &Day) -> Ran {
    day.by_invigilator(&["sitting", "void", &day.sitting, "--candidate", "陈小满", "--reason", "死机"])
}

/// Both stations are marked by two examiners, and some time goes by.
fn observed(day: &Day) {
    for who in ["李考", "王考"] {
        for (station, marks) in [("bow", &[1, 2, 1, 5][..]), ("desk", &[3, 1, 5])] {
            let ran = day.office.observe_for("watched", who, station, marks);
            assert_eq!(ran.code, 0, "{ran}");
        }
    }
    day.office.desk.then(Happens::GoesBy(60 * 60_000));
}

fn collected(day: &Day, name: &str) {
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let _ = day.pc.done(&["send", &day.dir(), "--name", name]);
    assert_eq!(day.office.desk.run(&["collect", &day.dir()]).code, 0);
}

fn issued(day: &Day) -> Ran {
    day.office.issue("陈小满", "watched", &day.office.desk.path("out.json").display().to_string())
}

#[test]
fn after_a_void_exam_there_is_another_paper_and_then_none() {
    let day = Day::with_reserves();
    let _ = day.open("陈小满", ONE);
    assert_snapshot!(masked(&void(&day).to_string()), @"
    ── stderr ──
    NUMBER: declared void and signed by 李考. It does not count as an attempt.
    Who may sit again gets the reserve paper, with other questions; the invigilator opens the sitting once more: onduty sitting open SITTING
    ── exit 0 ──
    ");
    assert_eq!(day.open("陈小满", &all_right()).code, 1);
    collected(&day, "七号机");
    let exams = exams(&day.office);
    let (first, second) = (asked(&exams[0].1), asked(&exams[1].1));
    assert!(first.len() == 4 && second.len() == 4 && !first.iter().any(|it| second.contains(it)), "{first:?} {second:?}");
    observed(&day);
    let ran = issued(&day);
    assert_eq!(ran.code, 0, "a licence is issued on a reserve: {ran}");
    assert_eq!(day.office.desk.run(&["audit"]).code, 0);
}

#[test]
fn a_bank_that_is_too_small_has_no_reserve() {
    let day = Day::new();
    let out = day.office.desk.path("second").display().to_string();
    let args = ["sitting", "new", "watched", "--candidate", "陈小满", "--room", "3", "--out", &out];
    let ran = day.office.by("李考", &[&args[..], &["--from", "2026-11-22 09:00", "--until", "12:00"]].concat());
    assert!(ran.code == 0 && ran.err.contains("Without a reserve paper: 1 of 1."), "{ran}");
    let _ = day.open("陈小满", ONE);
    let ran = void(&day);
    assert!(ran.err.contains("has no reserve paper: who may sit again is called to another sitting"), "{ran}");
    let ran = day.open("陈小满", RIGHT);
    assert!(ran.code == 5 && ran.err.contains("no paper is sat twice"), "{ran}");
}

/// One PC knows nothing of another: the reserve is asked for where the first has failed, and the same paper comes to no licence.
#[test]
fn no_paper_comes_to_anything_twice() {
    let mut day = Day::with_reserves();
    for _ in 0..2 {
        let _ = day.open("陈小满", ONE);
        assert_eq!(void(&day).code, 0);
    }
    assert_snapshot!(day.open("陈小满", RIGHT), @"
    ── stderr ──
    Not done: 陈小满 has no reserve paper left in this sitting: no paper is sat twice.
      What to do: The desk calls to another sitting, with another paper.
    ── exit 5 ──
    ");
    collected(&day, "七号机");
    let first = exams(&day.office);
    let key = std::fs::read_to_string(day.stick.path().join("code")).expect("the code");
    day.pc = Day::another_pc(&day.office, 8);
    let (key, answers, file) = (day.pc.file("code", &key), day.pc.answers(&all_right()), day.file());
    let args = ["sitting", "open", &file, "--candidate", "陈小满", "--identity", "id-card", "--code-file", &key];
    assert_eq!(day.by_invigilator(&[&args[..], &["--reserve", "--answers", &answers]].concat()).code, 1);
    collected(&day, "八号机");
    let third = exams(&day.office).pop().expect("an exam").1;
    assert_eq!((asked(&third), third.seed), (asked(&first[1].1), first[1].1.seed), "the reserve");
    let ran = issued(&day);
    assert!(ran.code == 5 && ran.err.contains("on the same paper as"), "{ran}");
}

#[test]
fn what_was_begun_in_a_room_goes_on_there_at_the_desk_too() {
    let office = Office::staffed();
    let sitting = office.call_to_sitting("李考", "陈小满");
    assert_eq!(office.open_sitting("李考", &sitting, "陈小满", "\"finals/hello\" = true\n").code, 2);
    let answers = office.desk.answers(RIGHT);
    let alone =
        |args: &[&str]| masked(&office.desk.run(&[args, &["--as", "陈小满", "--answers", &answers]].concat()).to_string());
    assert_snapshot!([alone(&["exam", "watched"]), alone(&["resume"]), alone(&["practise", "queue"])].join("\n"), @r#"
    ── stderr ──
    Not done: This exam was begun in sitting NUMBER: it goes on when the invigilator lets you.
      What to do: The invigilator opens the sitting: onduty sitting open NUMBER
    ── exit 5 ──
    ── stderr ──
    Not done: This exam was begun in sitting NUMBER: it goes on when the invigilator lets you.
      What to do: The invigilator opens the sitting: onduty sitting open NUMBER
    ── exit 5 ──
    ── stderr ──
    Not done: You are sitting the exam "watched"; until it is over there is no practice, no other exam and no other debrief.
      What to do: The invigilator opens the sitting: onduty sitting open NUMBER
    ── exit 5 ──
    "#);
    assert_eq!(office.open_sitting("李考", &sitting, "陈小满", RIGHT).code, 1);
}

#[test]
fn a_void_exam_is_told_at_once_where_it_was_sat_and_in_the_group() {
    let day = Day::new();
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    let exam = day.office.exam_on(&day.pc);
    assert_eq!(void(&day).code, 0);
    let ran = day.pc.run(&["result", &exam]);
    assert!(ran.code == 1 && ran.out.contains("void; it does not count"), "before the desk said anything: {ran}");
    let desk = &day.office.desk;
    let _ = desk.done(&["learner", "edit", "陈小满", "--group", "一班"]);
    let _ = desk.done(&["assign", "watched", "--to", "一班"]);
    collected(&day, "七号机");
    let ran = desk.run(&["group", "show", "一班", "--lang", "zh-CN"]);
    assert!(ran.out.contains("考试作废") && !ran.out.contains("没来过"), "{ran}");
}

/// Whoever pauses, is cut off and gets more time, as chance will have it, never replied too late.
#[test]
fn an_honest_sitting_never_takes_too_long() {
    let step = (0_i64..8, proptest::option::of(1_u32..20));
    let config = ProptestConfig { cases: 3, failure_persistence: None, ..ProptestConfig::default() };
    let steps = proptest::collection::vec(step, 1..4);
    TestRunner::new(config)
        .run(&steps, |steps| {
            let office = Office::staffed();
            let sitting = office.call_to_sitting("李考", "陈小满");
            let answers = ["hello", "seat", "name", "rush"];
            for ((pause, minutes), n) in steps.into_iter().zip(1..) {
                let some: String = answers.iter().take(n).map(|it| format!("\"finals/{it}\" = true\n")).collect();
                let _ = office.open_sitting("李考", &sitting, "陈小满", &some);
                if let Some(minutes) = minutes.map(|it| it.to_string()) {
                    let args =
                        ["sitting", "extend", &sitting, "--candidate", "陈小满", "--reason", "停电", "--minutes", &minutes];
                    let _ = office.by("李考", &args);
                }
                office.desk.then(Happens::GoesBy(pause * 60_000));
            }
            let _ = office.open_sitting("李考", &sitting, "陈小满", RIGHT);
            let store = office.store();
            let registry = Registry::open(&store).expect("sound");
            let (exam, _) = exams(&office).remove(0);
            let case = registry.exam(&store, &exam).unwrap_or_else(|_| panic!("it reads"));
            prop_assert!(!too_long(&case));
            Ok(())
        })
        .expect("it holds");
}

/// Nothing was shown of an exam that was begun and to which nobody was let in: its paper is no used one.
#[test]
fn an_exam_of_which_nothing_was_shown_uses_no_paper_up() {
    let office = Office::staffed();
    let sitting = office.call_to_sitting("李考", "陈小满");
    office.cut("admitted");
    assert_eq!(office.open_sitting("李考", &sitting, "陈小满", RIGHT).code, 4);
    office.mend();
    assert_eq!(office.by("李考", &["sitting", "void", &sitting, "--candidate", "陈小满", "--reason", "断电"]).code, 0);
    assert_eq!(office.open_sitting("李考", &sitting, "陈小满", RIGHT).code, 1);
    let exams = exams(&office);
    assert_eq!(asked(&exams[0].1), asked(&exams[1].1));
}
