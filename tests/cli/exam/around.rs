//! What leads to an exam and from it: titles, what comes next, the same minute and the same exit code everywhere.

use super::eligible::FIRST_DAY;
use super::{Desk, too_little};

/// The title that stands everywhere is understood where an id is, in either language.
#[test]
fn a_title_is_as_good_as_an_id() {
    let desk = Desk::at_shelf();
    let all = desk.file("first.toml", "format = 1\nfallback = \"first\"\n[answers]\n");
    for named in ["test-licence", "licence:test-licence", "小书架上岗证", "the licence of the small shelf"] {
        assert_eq!(desk.run(&["exam", named, "--ready"]).code, 5, "{named}");
    }
    assert_eq!(desk.run(&["exam", "小书架", "--ready"]).code, 2);
    for args in [["learn", "第一天"], ["quiz", "All kinds"], ["practise", "等了又等"]] {
        let ran = desk.run(&[&args[..], &["--answers", &all]].concat());
        assert!(ran.code < 2, "{args:?}: {ran}");
    }
}

/// What is not passed, whether failed, just below or waited for, ends with 1, at the exam as at its result.
#[test]
fn the_exam_ends_as_its_result_does() {
    let desk = Desk::at_shelf();
    let all = desk.file("first.toml", "format = 1\nfallback = \"first\"\n[answers]\n");
    let _ = desk.run(&["learn", "first-day", "--answers", &all]);
    let exam = desk.run(&["exam", "test-licence", "--answers", &all]);
    let (told, code) = desk.json(&["result"]);
    assert_eq!((told["verdict"].as_str(), exam.code, code), (Some("pending"), 1, 1), "{exam}");
}

#[test]
fn an_exam_that_was_not_passed_is_what_comes_next() {
    let desk = Desk::at_hall();
    let first = |desk: &Desk| desk.json(&["progress"]).0["next"][0].clone();
    assert_ne!(first(&desk), "licence:hall");
    assert_eq!(desk.sits(&too_little()).code, 1);
    assert_eq!(first(&desk), "licence:hall");
}

#[test]
fn that_a_script_learned_is_why_is_said() {
    let desk = Desk::at_shelf();
    desk.edit("shelf/licence.toml", "accepts = \"script\"", "accepts = \"person\"");
    let answers = desk.answers(FIRST_DAY);
    let _ = desk.done(&["learn", "first-day", "--answers", &answers]);
    let zh = desk.run(&["exam", "test-licence", "--ready", "--lang", "zh-CN"]);
    assert!(zh.out.contains("《第一天》还没学完（有一次是脚本做的，不算），输入：onduty learn first-day"), "{zh}");
    let en = desk.run(&["exam", "test-licence", "--ready"]);
    assert!(en.out.contains("(a script did it once,"), "{en}");
}
