//! While an exam is under way nothing else is done or told: no learning, no practice, no debrief, no other exam.

use insta::assert_snapshot;

use super::{Desk, HOUR, RIGHT, SECOND, all_right, sound, too_little};
use crate::desk::{Happens::GoesBy, Ran};

const TILL: &str = "\"till/opening\" = \"kind\"\n\"till/next\" = \"warm\"";

/// A desk where the learner has done a quiz, left a talk, failed an exam and begun another one.
struct Halfway {
    desk: Desk,
    quiz: String,
    talk: String,
    failed: String,
    open: String,
}

fn newest(desk: &Desk) -> String {
    let (listed, _) = desk.json(&["list", "attempts"]);
    listed["attempts"][0]["attempt"].as_str().expect("an attempt").to_owned()
}

fn halfway() -> Halfway {
    let desk = Desk::at_hall();
    desk.edit("hall/hall.toml", "wait = [\"1d\", \"7d\"]", "wait = [\"0h\"]");
    let drill = desk.answers("\"drill/hello\" = true");
    let _ = desk.done(&["quiz", "drill", "--answers", &drill]);
    let quiz = newest(&desk);
    let none = desk.answers("");
    assert_eq!(desk.run(&["practise", "till", "--answers", &none]).code, 2);
    let talk = newest(&desk);
    assert_eq!(desk.sits(&too_little()).code, 1);
    let failed = desk.exams()[0].id.to_string();
    assert_eq!(desk.sits("").code, 2);
    let open = desk.exams()[1].id.to_string();
    Halfway { desk, quiz, talk, failed, open }
}

impl Halfway {
    /// Everything that would teach or tell something.
    fn tries(&self) -> Vec<(String, Ran)> {
        let till = self.desk.answers(&format!("{TILL}\n\"drill/hello\" = true"));
        let all: Vec<Vec<&str>> = vec![
            vec!["learn", "first-day", "--answers", &till],
            vec!["quiz", "drill", "--answers", &till],
            vec!["practise", "till", "--answers", &till],
            vec!["practise", "till", "--again", "--answers", &till],
            vec!["resume", &self.talk, "--answers", &till],
            vec!["show", &self.quiz],
            vec!["show", &self.talk],
            vec!["result", &self.failed],
            vec!["result", &self.open],
            vec!["result"],
        ];
        let both = |args: Vec<&str>| {
            [&["--format", "text"], &["--format", "json"]].map(|how| (args.join(" "), self.desk.run(&[&args, &how[..]].concat())))
        };
        all.into_iter().flat_map(both).collect()
    }
}

/// Whoever asks: here nobody can tell who it is. A day later it is an exam that nobody goes on with.
#[test]
fn keys_are_closed_while_somebody_sits_an_exam() {
    let here = halfway();
    let desk = &here.desk;
    let asks: &[&[&str]] = &[
        &["export", "papers", "--to", "csv"],
        &["export", "bill", "--to", "csv"],
        &["analyse", "bill"],
        &["graph", "bill"],
        &["graph", "till", "--attempt", &here.talk],
        &["stats", "papers"],
        &["replay", &here.talk],
        &["preview", "papers"],
        &["test", "bill", "--record", "model"],
    ];
    for args in asks {
        let ran = desk.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (5, ""), "{args:?}: {ran}");
        assert!(ran.err.contains("Somebody is sitting the exam \"hall\""), "{args:?}: {ran}");
    }
    desk.then(GoesBy(25 * 60 * 60 * 1000));
    let _ = desk.done(&["graph", "bill"]);
}

#[test]
fn nothing_else_is_done_during_an_exam() {
    let here = halfway();
    let before = here.desk.store().attempts(None).expect("readable").len();
    for (args, ran) in here.tries() {
        assert_eq!((ran.code, ran.out.as_str()), (5, ""), "{args}: {ran}");
        assert!(ran.err.contains("You are sitting the exam") && ran.err.contains("onduty exam hall"), "{args}: {ran}");
    }
    assert_eq!(here.desk.store().attempts(None).expect("readable").len(), before, "nothing was begun");
    let answers = here.desk.answers(TILL);
    assert_snapshot!(here.desk.run(&["practise", "till", "--answers", &answers]), @r#"
    ── stderr ──
    Not done: You are sitting the exam "hall"; until it is over there is no practice, no other exam and no other debrief.
      What to do: Back to the exam: onduty exam hall
    ── exit 5 ──
    "#);
    assert_snapshot!(here.desk.run(&["result", &here.failed, "--lang", "zh-CN"]), @"
    ── stderr ──
    没办成：您正在考“hall”，考完之前不能练习，不能考别的，也不能看别的复盘。
    　怎么办：回到考试：onduty exam hall
    ── exit 5 ──
    ");
    // An exam is never shown, whoever asks and however it stands.
    for exam in [&here.failed, &here.open] {
        for how in ["text", "json"] {
            let ran = here.desk.run(&["show", exam, "--format", how]);
            assert_eq!((ran.code, ran.out.as_str()), (5, ""), "{ran}");
        }
    }
    assert_snapshot!(here.desk.run(&["show", &here.open]), @"
    ── stderr ──
    Not done: The exam e25cd650 is not shown this way: what may be told stands in its result.
      What to do: An exam's result is read with: onduty result e25cd650
    ── exit 5 ──
    ");
    sound(&here.desk);
}

#[test]
fn another_learner_is_free() {
    let here = halfway();
    let _ = here.desk.done(&["learner", "add", "王一"]);
    let answers = here.desk.answers(&format!("{TILL}\n\"drill/hello\" = true\n{}", all_right()));
    for args in [&["learn", "first-day"][..], &["quiz", "drill"], &["practise", "till"], &["exam", "hall"]] {
        let _ = here.desk.done(&[args, &["--as", "王一", "--answers", &answers]].concat());
    }
    let _ = here.desk.done(&["result", "--as", "王一"]);
    let own = here.desk.store().attempts(None).expect("readable");
    let quiz = own.iter().find(|row| row.subject.named() == "bank:drill").expect("the newest is 王一's");
    let _ = here.desk.done(&["show", quiz.id.as_str(), "--as", "王一"]);
    let others = here.desk.run(&["show", &here.quiz, "--as", "王一"]);
    assert_eq!(others.code, 5, "who is at the keyboard does not matter, whose it is does: {others}");
}

/// An exam that nobody came back to in time blocks its candidate until it is closed: another clock would open everything else.
#[test]
fn an_expired_exam_blocks_until_it_is_closed() {
    let here = halfway();
    here.desk.then(GoesBy(3 * HOUR));
    assert!(here.tries().iter().all(|(_, ran)| ran.code == 5), "its time is over, it is not");
    let answers = here.desk.answers("");
    let closed = here.desk.run(&["exam", "hall", "--answers", &answers]);
    assert_eq!(closed.code, 1, "{closed}");
    assert!(here.tries().iter().any(|(_, ran)| ran.code == 0), "now it is over");
}

#[test]
fn a_void_exam_blocks_nothing() {
    let here = halfway();
    here.desk.employ(&[("周考官", "examiner")]);
    let ran = here.desk.signed(&["void", &here.open, "--reason", "the power failed"]);
    assert_eq!(ran.code, 0, "{ran}");
    let drill = here.desk.answers("\"drill/hello\" = true");
    let _ = here.desk.done(&["quiz", "drill", "--answers", &drill]);
    let _ = here.desk.done(&["show", &here.quiz]);
    assert_eq!(here.desk.run(&["result", &here.failed]).code, 1);
}

/// The bank may serve two licences: the result of one exam would tell about the other.
#[test]
fn no_other_exam_is_begun_during_an_exam() {
    let here = halfway();
    let annex =
        std::fs::read_to_string(here.desk.path("hall/hall.toml")).expect("a file").replace("id = \"hall\"", "id = \"annex\"");
    here.desk.file("hall/annex.toml", &annex);
    let answers = here.desk.answers(&all_right());
    assert_snapshot!(here.desk.run(&["exam", "annex", "--answers", &answers]), @r#"
    ── stderr ──
    Not done: You are sitting the exam "hall"; until it is over there is no practice, no other exam and no other debrief.
      What to do: Back to the exam: onduty exam hall
    ── exit 5 ──
    "#);
    assert_eq!(here.desk.exams().len(), 2);
    here.desk.then(GoesBy(SECOND));
    let _ = here.desk.done(&["exam", "hall", "--answers", &answers]);
    let _ = here.desk.done(&["exam", "annex", "--answers", &answers]);
}

/// Neither what was answered so far, nor how the questions of the exam before went: that is for its result to tell, or not.
#[test]
fn lists_and_progress_tell_nothing_of_exams() {
    let here = halfway();
    for args in
        [&["progress"][..], &["list", "attempts"], &["list", "banks"], &["list", "scenarios"], &["learner", "show", "陈小满"]]
    {
        for how in ["text", "json"] {
            let ran = here.desk.done(&[args, &["--format", how]].concat());
            let questions = RIGHT.iter().map(|(_, id, _)| format!("papers/{id}"));
            let talks = ["tea", "rain", "bill", "door"].map(|id| format!("\"scenario\": \"{id}\""));
            let telling = questions.chain(talks).chain(["TOLD", "welkomstwoord", "4711"].map(str::to_owned));
            for word in telling {
                assert!(!ran.out.contains(&word), "{args:?} tells {word}: {ran}");
            }
        }
    }
}
