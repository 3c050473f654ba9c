//! `new`: what is begun passes `check` as it is, nothing is written over, and what it needs first is said.

use insta::assert_snapshot;

use crate::desk::Desk;

const KINDS: [&str; 8] = ["syllabus", "course", "bank", "scenario", "station", "licence", "glossary", "walks"];
const TALKS: [&str; 6] = ["greeting", "objection", "bargaining", "late-change", "dispute-call", "triage"];

/// A library of its own over the shipped one, begun with `new`, in use.
fn own(lang: &str) -> Desk {
    let desk = Desk::empty().with("ONDUTY_LANG", lang);
    let folder = desk.path("own").display().to_string();
    let _ = desk.done(&["new", "library", "own", "--out", &folder]);
    desk.with("ONDUTY_LIBRARY", &folder)
}

/// The id that a kind is begun with: walks have their scenario's.
fn id(kind: &str) -> &str {
    if kind == "walks" { "my-scenario" } else { kind }
}

fn begin(desk: &Desk) {
    for kind in KINDS {
        let id = format!("my-{}", id(kind).trim_start_matches("my-"));
        let _ = desk.done(&["new", kind, &id]);
    }
    for talk in TALKS {
        let _ = desk.done(&["new", "scenario", &format!("my-{talk}"), "--template", talk]);
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
    let library = std::fs::read_to_string(desk.path("own/library.toml")).expect("a library");
    let title = library.lines().find(|line| line.starts_with("title")).expect("a title").to_owned();
    desk.file("own/library.en.toml", &format!("format = 1\ntranslates = \"library:own\"\nlanguage = \"en\"\n{title}\n"));
    begin(&desk);
    let (told, code) = desk.json(&["check"]);
    assert_eq!(code, 0, "{told:#}");
    let drafts = told["counts"]["drafts"].as_array().expect("drafts").len();
    assert_eq!(drafts, KINDS.len() - 1 + TALKS.len(), "walks have no life of their own");
    let desk = desk.with("ONDUTY_LANG", "en");
    assert_snapshot!(desk.run(&["new", "scenario", "late"]), @r#"
    Written: DESK/own/late.toml
    Open it in an editor and put your own words in. See whether it is right:
    onduty check DESK/own
    Walk through it:
    onduty preview late --library DESK/own
    It is a draft, which learners do not see: translate it first (late.en.toml), then say status = "live".
    ── exit 0 ──
    "#);
}

#[test]
fn a_new_library_shows_the_values_that_shipped_texts_name() {
    for lang in ["zh-CN", "en"] {
        let desk = own(lang);
        let text = std::fs::read_to_string(desk.path("own/library.toml")).expect("a library");
        let (_, values) = text.split_once("# [house]\n").expect("values");
        let shown: Vec<&str> = values.lines().filter_map(|line| line.strip_prefix("# ")?.split(" = ").next()).collect();
        let shipped = onduty::content::load_shipped().library.house;
        assert_eq!(
            shown.iter().collect::<std::collections::BTreeSet<_>>(),
            shipped.keys().map(|name| &name[..]).collect::<Vec<_>>().iter().collect()
        );
        let filled = text
            .replace("# [house]\n", "[house]\n")
            .replace("\n# company", "\ncompany")
            .replace("\n# department", "\ndepartment");
        desk.file("own/library.toml", &filled);
        let checked = desk.run(&["check"]);
        assert!(!checked.err.contains("W609") && checked.code == 0, "{checked}");
    }
}

/// How long there is for an appeal is said where it is held to: in the licence.
#[test]
fn the_days_of_an_appeal_stand_in_the_licence() {
    for lang in ["zh-CN", "en"] {
        let desk = own(lang);
        let _ = desk.done(&["new", "licence", "mine"]);
        let text = std::fs::read_to_string(desk.path("own/mine.toml")).expect("a licence");
        assert!(text.contains("[appeals]\nwindow = \"7d\"") && text.contains("\nanswer_within = \"15d\""), "{text}");
    }
    let shipped = onduty::content::load_shipped().library;
    for scheme in shipped.licences.values() {
        assert!(scheme.appeals.is_some(), "{}", scheme.id);
        let said = scheme.appeal.as_ref().expect("how to appeal");
        assert!(!said.get(&"en".into()).contains(char::is_numeric), "its days are told from [appeals]");
    }
}

#[test]
fn nothing_is_written_over_and_what_is_missing_is_said() {
    let desk = own("en");
    let _ = desk.done(&["new", "scenario", "late"]);
    let before = std::fs::read_to_string(desk.path("own/late.toml")).expect("written");
    assert_snapshot!(desk.run(&["new", "scenario", "late"]), @r#"
    ── stderr ──
    Not done: There is something called "late" already; nothing was written.
      What to do: Take another id.
    ── exit 5 ──
    "#);
    let other = desk.path("own/late.toml").display().to_string();
    assert_snapshot!(desk.run(&["new", "bank", "other", "--out", &other]), @"
    ── stderr ──
    Not done: There is a file DESK/own/late.toml already; it is not overwritten.
      What to do: Choose another name, or move that file away first.
    ── exit 5 ──
    ");
    assert_eq!(std::fs::read_to_string(desk.path("own/late.toml")).expect("still there"), before);
    assert_snapshot!(desk.run(&["new", "walks", "nobody"]), @r#"
    ── stderr ──
    Not done: There is no scenario "nobody"; the id of walks is that of their scenario.
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["new", "scenario", "晚发货"]), @r#"
    ── stderr ──
    Not done: "晚发货" cannot be an id.
      What to do: Use small letters, digits and -, such as late-parcel. Titles may be in any language.
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["new", "bank", "x", "--guided"]), @"
    ── stderr ──
    Not done: --guided and --template are for scenarios only.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["new", "scenario", "x", "--guided"]), @"
    ── stderr ──
    Not done: There is no terminal window here that can be typed in.
      What to do: Run it in a terminal, or begin from an example: onduty new scenario x
    ── exit 2 ──
    ");
    assert_snapshot!(Desk::empty().run(&["new", "scenario", "x"]), @"
    ── stderr ──
    Not done: There is no courseware folder of your own yet, and the shipped one cannot be changed.
      What to do: Make one: onduty new library my-shop
      What to do: Then: onduty new scenario x --guided --library my-shop
    ── exit 2 ──
    ");
    let ran = Desk::empty().run(&["new", "licence", "x"]);
    assert!(ran.err.contains("Then: onduty new licence x --library my-shop"), "{ran}");
    // A library by its path, however that is written.
    let folder = desk.path("deep/lib").display().to_string();
    let _ = desk.done(&["new", "library", &folder]);
    let text = std::fs::read_to_string(desk.path("deep/lib/library.toml")).expect("a library");
    assert!(text.contains("id = \"lib\""), "{text}");
    assert_eq!(desk.run(&["new", "library", &desk.path("deep/No").display().to_string()]).code, 2);
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
    assert_snapshot!(desk.run(&["new", "licence", "clerk"]), @r#"
    ── stderr ──
    Not done: This library does not say which roles there are, and what is new has to name one; nothing was written.
      What to do: Add three lines at the end of library.toml: [[role]], id = "clerk", title = "Clerk"; or say extends = "onduty" to have the shipped ones.
    ── exit 5 ──
    "#);
    assert_snapshot!(desk.run(&["new", "bank", "clerk-exam"]), @r#"
    ── stderr ──
    Not done: This library does not say which skills there are, and what is new has to name one; nothing was written.
      What to do: Add three lines at the end of library.toml: [[skill]], id = "say", title = "Say"; or say extends = "onduty" to have the shipped ones.
    ── exit 5 ──
    "#);
    let words = std::fs::read_to_string(desk.path("own/library.toml")).expect("a library");
    desk.file(
        "own/library.toml",
        &(words + "[[skill]]\nid = \"say\"\ntitle = \"说\"\n[[role]]\nid = \"clerk\"\ntitle = \"店员\"\n"),
    );
    assert_snapshot!(desk.run(&["new", "licence", "clerk"]), @r#"
    ── stderr ──
    Not done: A licence draws its questions from an exam bank, and there is none here yet with at least 4 questions; nothing was written.
      What to do: Write the bank first: onduty new bank clerk-exam, with use = "exam" and at least 4 questions
    ── exit 5 ──
    "#);
    let _ = desk.done(&["new", "bank", "clerk-exam"]);
    desk.edit("own/clerk-exam.toml", "use = \"practice\"", "use = \"exam\"");
    let bank = std::fs::read_to_string(desk.path("own/clerk-exam.toml")).expect("a bank");
    let questions = &bank[bank.find("[[question]]").expect("questions")..];
    let more =
        questions.replace("id = \"who-pays\"", "id = \"who-pays-2\"").replace("id = \"first-words\"", "id = \"first-words-2\"");
    desk.file("own/clerk-exam.toml", &format!("{bank}\n{more}"));
    assert_snapshot!(desk.run(&["new", "licence", "clerk"]), @r#"
    Written: DESK/own/clerk.toml
    Open it in an editor and put your own words in. See whether it is right:
    onduty check DESK/own
    It is a draft, which learners do not see: when all that it needs is there, say status = "live".
    ── exit 0 ──
    "#);
    let (told, code) = desk.json(&["check"]);
    assert_eq!(code, 0, "without a role-play to draw it is a draft: {told:#}");
}
