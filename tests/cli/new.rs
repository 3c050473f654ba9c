//! `new`: what is begun passes `check` as it is, nothing is written over, and what it needs first is said.

use insta::assert_snapshot;

use crate::desk::Desk;

const KINDS: [&str; 7] = ["syllabus", "course", "bank", "scenario", "station", "licence", "walks"];
const TALKS: [&str; 6] = ["greeting", "objection", "bargaining", "late-change", "dispute-call", "triage"];

/// A library of its own over the shipped one, begun with `new`, in use.
fn own(lang: &str) -> Desk {
    let desk = Desk::empty().with("ONDUTY_LANG", lang);
    let folder = desk.path("own").display().to_string();
    desk.done(&["new", "library", "own", "--out", &folder]);
    desk.with("ONDUTY_LIBRARY", &folder)
}

/// The id that a kind is begun with: walks have their scenario's.
fn id(kind: &str) -> &str {
    if kind == "walks" { "my-scenario" } else { kind }
}

fn begin(desk: &Desk) {
    for kind in KINDS {
        let id = format!("my-{}", id(kind).trim_start_matches("my-"));
        desk.done(&["new", kind, &id]);
    }
    for talk in TALKS {
        desk.done(&["new", "scenario", &format!("my-{talk}"), "--template", talk]);
    }
}

#[test]
fn all_that_is_begun_passes_check_and_its_walk() {
    for lang in ["zh-CN", "en"] {
        let desk = own(lang);
        begin(&desk);
        let (told, code) = desk.json(&["check"]);
        let errors = told["findings"].as_array().expect("findings").iter().filter(|f| f["severity"] == "error").count();
        assert_eq!((errors, code), (0, 0), "{lang} {told:#}");
        let talk = desk.path("own/my-scenario.toml").display().to_string();
        let ran = desk.done(&["test", &talk]);
        assert!(ran.out.contains('1'), "{ran}");
    }
}

#[test]
fn with_two_languages_all_begin_as_drafts_and_pass() {
    let desk = own("zh-CN");
    desk.edit("own/library.toml", "languages = [\"zh-CN\"]", "languages = [\"zh-CN\", \"en\"]");
    desk.edit("own/library.toml", "title = \"", "title = \"");
    let library = std::fs::read_to_string(desk.path("own/library.toml")).expect("a library");
    let title = library.lines().find(|line| line.starts_with("title")).expect("a title").to_owned();
    desk.file("own/library.en.toml", &format!("format = 1\ntranslates = \"library:own\"\nlanguage = \"en\"\n{title}\n"));
    begin(&desk);
    let (told, code) = desk.json(&["check"]);
    assert_eq!(code, 0, "{told:#}");
    let drafts = told["counts"]["drafts"].as_array().expect("drafts").len();
    assert_eq!(drafts, KINDS.len() - 1 + TALKS.len(), "walks have no life of their own");
    let desk = desk.with("ONDUTY_LANG", "en");
    assert_snapshot!(desk.run(&["new", "scenario", "late"]), @"");
}

#[test]
fn nothing_is_written_over_and_what_is_missing_is_said() {
    let desk = own("en");
    desk.done(&["new", "scenario", "late"]);
    let before = std::fs::read_to_string(desk.path("own/late.toml")).expect("written");
    assert_snapshot!(desk.run(&["new", "scenario", "late"]), @"");
    let other = desk.path("own/late.toml").display().to_string();
    assert_snapshot!(desk.run(&["new", "bank", "other", "--out", &other]), @"");
    assert_eq!(std::fs::read_to_string(desk.path("own/late.toml")).expect("still there"), before);
    assert_snapshot!(desk.run(&["new", "walks", "nobody"]), @"");
    assert_snapshot!(desk.run(&["new", "scenario", "晚发货"]), @"");
    assert_snapshot!(desk.run(&["new", "bank", "x", "--guided"]), @"");
    assert_snapshot!(desk.run(&["new", "scenario", "x", "--guided"]), @"");
    assert_snapshot!(Desk::empty().run(&["new", "scenario", "x"]), @"");
}

#[test]
fn a_licence_asks_for_its_bank_first() {
    let desk = Desk::empty();
    desk.file(
        "own/library.toml",
        "format = 1\n[library]\nid = \"own\"\ntitle = \"自己的\"\nlanguage = \"zh-CN\"\nlanguages = [\"zh-CN\"]\ntime_zone = \"UTC\"\n",
    );
    let folder = desk.path("own").display().to_string();
    let desk = desk.with("ONDUTY_LIBRARY", &folder);
    assert_snapshot!(desk.run(&["new", "licence", "clerk"]), @"");
    assert_snapshot!(desk.run(&["new", "bank", "clerk-exam"]), @"");
    let words = std::fs::read_to_string(desk.path("own/library.toml")).expect("a library");
    desk.file(
        "own/library.toml",
        &(words + "[[skill]]\nid = \"say\"\ntitle = \"说\"\n[[role]]\nid = \"clerk\"\ntitle = \"店员\"\n"),
    );
    assert_snapshot!(desk.run(&["new", "licence", "clerk"]), @"");
    desk.done(&["new", "bank", "clerk-exam"]);
    desk.edit("own/clerk-exam.toml", "use = \"practice\"", "use = \"exam\"");
    let bank = std::fs::read_to_string(desk.path("own/clerk-exam.toml")).expect("a bank");
    let questions = &bank[bank.find("[[question]]").expect("questions")..];
    let more =
        questions.replace("id = \"who-pays\"", "id = \"who-pays-2\"").replace("id = \"first-words\"", "id = \"first-words-2\"");
    desk.file("own/clerk-exam.toml", &format!("{bank}\n{more}"));
    assert_snapshot!(desk.run(&["new", "licence", "clerk"]), @"");
    let (told, code) = desk.json(&["check"]);
    assert_eq!(code, 0, "without a role-play to draw it is a draft: {told:#}");
}
