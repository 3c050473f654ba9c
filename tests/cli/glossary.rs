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

#[test]
fn a_bad_term_is_left_out_alone_and_lines_are_joined() {
    let desk = Desk::empty().in_chinese();
    desk.file(
        "own/library.toml",
        "format = 1\n[library]\nid = \"own\"\ntitle = \"自家\"\nlanguage = \"zh-CN\"\nlanguages = [\"zh-CN\"]\ntime_zone = \"UTC\"\nextends = \"onduty\"\n",
    );
    desk.file(
        "own/words.toml",
        "format = 1\n[glossary]\nid = \"trade\"\ntitle = \"叫法\"\nsources = [\"project\"]\n\
         [[term]]\nid = \"good\"\nterm = \"爆单\"\ntext = \"\"\"\n单子一下子\n  太多。\n\"\"\"\n\
         [[term]]\nid = \"bad\"\nterm = \"压单\"\ntxet = \"先不发。\"\n",
    );
    let library = desk.path("own").display().to_string();
    assert_snapshot!(desk.at(&library).run(&["glossary"]), @"
    爆单  单子一下子 太多。
    ── stderr ──
    课件里有 1 处问题，有问题的内容先跳过了。培训师可以运行 onduty check 查看。
    ── exit 0 ──
    ");
}
