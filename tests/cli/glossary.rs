//! `glossary [WORD]`: found by a part of the word, in whichever language somebody types it.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn a_word_is_found_by_a_part_of_it_in_any_language() {
    let desk = Desk::empty().in_chinese();
    assert_snapshot!(desk.run(&["glossary", "截单"]), @"
    截单  单子已经往下走了，赶在发出之前把它拦住。拦不拦得住，要等仓库回话才算数。
    ── exit 0 ──
    ");
    let found = |desk: &Desk, word: &str| desk.json(&["glossary", word]).0["terms"][0]["id"].as_str().map(str::to_owned);
    for word in ["截单", "stopping a", "STOP-SLIP", " 拦截 "] {
        assert_eq!(found(&desk, word).as_deref(), Some("stop-slip"), "{word}");
    }
    let desk = desk.with("ONDUTY_LANG", "en");
    assert_snapshot!(desk.run(&["glossary", "captain"]), @r#"
    ── stderr ──
    Not done: There is no word like "captain" in the glossary.
      What to do: Try a shorter word, or see all of them: onduty glossary
    ── exit 2 ──
    "#);
    assert!(desk.done(&["glossary"]).out.lines().count() > 51);
}

#[test]
fn a_library_without_one_says_so() {
    assert_snapshot!(Desk::at_shelf().run(&["glossary"]), @"
    ── stderr ──
    Not done: There is no glossary in the courseware yet.
    ── exit 3 ──
    ");
}
