//! Which language: `--lang`, then `ONDUTY_LANG`, then the learner's own, then the system's, then Chinese.

use crate::desk::Desk;

/// A desk where nothing names a language.
fn silent() -> Desk {
    Desk::at_shelf().with("ONDUTY_LANG", "")
}

/// The learner's own setting, as home's menu writes it.
fn set_own(desk: &Desk, lang: &str) {
    let store = onduty::store::open(&desk.path("data/onduty.db").display().to_string());
    let mut store = store.expect("the desk's records");
    let mut learner = store.learners().expect("readable").remove(0);
    learner.language = Some(lang.to_owned());
    store.set_learner(&learner).expect("written");
}

#[test]
fn chinese_unless_told() {
    assert!(silent().done(&["list"]).out.contains("第一天"));
    assert!(silent().run(&["lern"]).err.starts_with("没"), "{}", silent().run(&["lern"]));
}

#[test]
fn lang_holds_for_one_command() {
    let desk = silent();
    for command in ["list", "progress", "check", "trainer"] {
        let english = desk.done(&[command, "--lang", "en"]);
        let also = desk.done(&["--lang=en", command]);
        let chinese = desk.done(&[command]);
        assert_eq!(english.out, also.out, "{command}");
        assert_ne!(english.out, chinese.out, "{command}");
    }
    assert!(desk.run(&["--lang", "en", "lern"]).err.contains("There is no command"), "even misuse");
    let after = desk.run(&["learner", "add", "--lang", "zh-CN", "--", "--lang", "en"]);
    assert!(after.err.starts_with('没'), "what comes after -- is no option: {after}");
    let both = silent().with("ONDUTY_LANG", "en");
    assert!(both.done(&["list", "--lang", "zh-CN"]).out.contains("第一天"), "--lang is first");
}

#[test]
fn a_learners_own_language_is_kept() {
    let desk = silent();
    set_own(&desk, "en");
    assert!(desk.done(&["progress"]).out.contains("The first day"));
    assert!(desk.done(&["progress", "--lang", "zh-CN"]).out.contains("第一天"), "--lang is first");
    let answers = desk.answers("\"queue/opening\" = \"help\"");
    let played = desk.done(&["practise", "queue", "--answers", &answers]);
    assert!(played.err.contains("How long is this going to take?"), "{played}");
    let chinese = silent().with("ONDUTY_LANG", "zh-CN");
    set_own(&chinese, "en");
    assert!(chinese.done(&["progress"]).out.contains("第一天"), "so is ONDUTY_LANG");
}

#[test]
fn an_attempt_keeps_the_language_it_was_begun_in() {
    let desk = silent();
    let answers = desk.answers("\"queue/opening\" = [\"wait\"]");
    assert_eq!(desk.run(&["practise", "queue", "--answers", &answers]).code, 2);
    let answers = desk.answers("\"queue/opening\" = \"help\"");
    let on = desk.done(&["resume", "--lang", "en", "--answers", &answers]);
    assert!(on.err.contains("还要等多久？") && !on.err.contains("How long"), "what was frozen is said: {on}");
}

/// An exam that was sat in one language is told in the reader's: both have the same logic.
#[test]
fn a_result_is_told_in_the_readers_language() {
    let office = crate::office::Office::staffed();
    let answers = office.desk.answers(crate::office::RIGHT);
    let _ = office.desk.run(&["exam", "quick", "--answers", &answers, "--lang", "zh-CN"]);
    let result = |lang: &str| office.desk.run(&["result", "--lang", lang]).out;
    assert!(result("zh-CN").contains("快证"), "{}", result("zh-CN"));
    assert!(result("en").contains("The quick licence") && !result("en").contains("快证"), "{}", result("en"));
}
