//! Values of the house: texts name them, and a company that lays its own library over another gives its own.

use onduty::base::id::Lang;
use onduty::content::files::{Root, Source};
use onduty::content::{Loaded, load};

const LIBRARY: &str = "format = 1\n[library]\nid = \"below\"\ntitle = \"{house.shop}的课件\"\nlanguage = \"zh-CN\"\n\
                       languages = [\"zh-CN\", \"en\"]\ntime_zone = \"Asia/Shanghai\"\n\
                       [house]\nshop = \"老店\"\nrefund_limit = \"30 元\"\n";
const ENGLISH: &str = "format = 1\ntranslates = \"library:below\"\nlanguage = \"en\"\ntitle = \"{house.shop}'s courseware\"\n\
                       [house]\nshop = \"Old Shop\"\nrefund_limit = \"30 yuan\"\n";
const BANK: &str = "format = 1\n[bank]\nid = \"b\"\ntitle = \"题\"\nuse = \"practice\"\nsources = [\"project\"]\n\
                    [[question]]\nid = \"q\"\nkind = \"words\"\nask = \"在{house.shop}，退多少自己能定？\"\nlevel = 1\npoints = 1\n\
                    why = \"{house.refund_limit}以内。\"\naccept = [\"{house.refund_limit}\"]\n";
const BANK_ENGLISH: &str = "format = 1\ntranslates = \"bank:b\"\nlanguage = \"en\"\ntitle = \"Questions\"\n\
                            [question.q]\nask = \"At {house.shop}, how much may you refund?\"\nwhy = \"Up to {house.refund_limit}.\"\n\
                            accept = [\"{house.refund_limit}\"]\n";

fn root(name: &str, files: &[(&str, &str)]) -> Root {
    let sources = files.iter().map(|(file, text)| Source::new(&format!("{name}/{file}"), text)).collect();
    Root { name: name.to_owned(), sources, ..Root::default() }
}

fn below() -> Root {
    root("below", &[("library.toml", LIBRARY), ("library.en.toml", ENGLISH), ("b.toml", BANK), ("b.en.toml", BANK_ENGLISH)])
}

fn codes(loaded: &Loaded) -> Vec<&str> {
    loaded.findings.iter().map(|finding| finding.code).collect()
}

fn asked(loaded: &Loaded, lang: &str) -> (String, String) {
    let question = &loaded.library.banks[&"b".into()].questions[0];
    let lang = Lang::from(lang);
    (question.ask.get(&lang).to_owned(), question.why.get(&lang).to_owned())
}

#[test]
fn a_text_says_the_values_it_names() {
    let loaded = load(vec![below()]);
    assert_eq!(codes(&loaded), [""; 0], "{:#?}", loaded.findings);
    assert_eq!(asked(&loaded, "zh-CN"), ("在老店，退多少自己能定？".to_owned(), "30 元以内。".to_owned()));
    assert_eq!(asked(&loaded, "en").1, "Up to 30 yuan.");
    assert_eq!(loaded.library.title.get(&"en".into()), "Old Shop's courseware");
}

#[test]
fn a_company_above_has_the_last_word() {
    let own = "format = 1\n[library]\nid = \"above\"\ntitle = \"自家\"\nlanguage = \"zh-CN\"\nlanguages = [\"zh-CN\"]\n\
               time_zone = \"Asia/Shanghai\"\n[house]\nshop = \"云上百货\"\n";
    let loaded = load(vec![below(), root("above", &[("library.toml", own)])]);
    assert_eq!(codes(&loaded), [""; 0], "{:#?}", loaded.findings);
    assert_eq!(asked(&loaded, "zh-CN").0, "在云上百货，退多少自己能定？");
    // What it says stands in every language, and what it says nothing of stays.
    assert_eq!(asked(&loaded, "en"), ("At 云上百货, how much may you refund?".to_owned(), "Up to 30 yuan.".to_owned()));
    assert_eq!(loaded.library.house["shop"].get(&"en".into()), "云上百货");
}

#[test]
fn a_value_that_nobody_gives_is_found_where_it_is_named() {
    let slip = BANK.replace("{house.refund_limit}以内", "{house.refund_limt}以内").replace("format", "# {house.nothing}\nformat");
    let loaded = load(vec![root(
        "below",
        &[("library.toml", LIBRARY), ("library.en.toml", ENGLISH), ("b.toml", &slip), ("b.en.toml", BANK_ENGLISH)],
    )]);
    let found = loaded.findings.iter().find(|finding| finding.code == "E202").expect("found");
    assert_eq!(&slip[found.at.span.clone()], "{house.refund_limt}");
    assert!(loaded.touched.contains("question:b/q"), "{:?}", loaded.touched);
}

#[test]
fn values_are_texts_with_plain_names() {
    let odd = LIBRARY.replace("shop = \"老店\"", "\"Shop Name\" = \"老店\"\nshop = 3\nhotline = \" \"");
    let loaded = load(vec![root("below", &[("library.toml", &odd), ("library.en.toml", ENGLISH)])]);
    let mut found = codes(&loaded);
    found.sort_unstable();
    found.dedup();
    assert!(["E101", "E107", "E409"].iter().all(|code| found.contains(code)), "{:#?}", loaded.findings);
}

fn found<'l>(loaded: &'l Loaded, code: &str) -> Vec<&'l onduty::base::finding::Finding> {
    loaded.findings.iter().filter(|finding| finding.code == code).collect()
}

fn above(values: &str) -> Root {
    let own = format!(
        "format = 1\n[library]\nid = \"above\"\ntitle = \"自家\"\nlanguage = \"zh-CN\"\nlanguages = [\"zh-CN\"]\n\
         time_zone = \"Asia/Shanghai\"\n[house]\n{values}"
    );
    root("above", &[("library.toml", &own)])
}

#[test]
fn a_misspelt_name_is_told_with_the_one_that_texts_name() {
    let loaded = load(vec![below(), above("shpo = \"云上百货\"\n")]);
    let [slip] = found(&loaded, "W609")[..] else { panic!("{:#?}", loaded.findings) };
    assert!(slip.args.contains(&("name", "shpo".to_owned())) && slip.args.contains(&("best", "shop".to_owned())), "{slip:?}");
    assert_eq!(asked(&loaded, "zh-CN").0, "在老店，退多少自己能定？");
}

#[test]
fn values_name_values_to_any_depth() {
    let loaded =
        load(vec![below(), above("shop = \"{house.company}旗舰店\"\ncompany = \"{house.city}百货\"\ncity = \"广州\"\n")]);
    assert_eq!(codes(&loaded), [""; 0], "{:#?}", loaded.findings);
    assert_eq!(asked(&loaded, "zh-CN").0, "在广州百货旗舰店，退多少自己能定？");
    assert_eq!(loaded.library.house["shop"].get(&"zh-CN".into()), "广州百货旗舰店");

    let unknown = load(vec![below(), above("shop = \"{house.compny}旗舰店\"\n")]);
    assert_eq!(found(&unknown, "E202").len(), 1);
}

#[test]
fn a_circle_of_values_is_told_once_and_never_shown() {
    let loaded = load(vec![below(), above("shop = \"{house.company}旗舰店\"\ncompany = \"{house.shop}公司\"\n")]);
    assert_eq!(found(&loaded, "E208").len(), 1, "{:#?}", loaded.findings);
    assert!(!asked(&loaded, "zh-CN").0.contains('{'), "{:?}", asked(&loaded, "zh-CN"));
    // Each names the next one twice: no memory would hold the last.
    let many: String = (0..60).map(|n| format!("v{n:02} = \"{{house.v{:02}}}{{house.v{:02}}}\"\n", n + 1, n + 1)).collect();
    let loaded = load(vec![below(), above(&format!("{many}v60 = \"长\"\n"))]);
    assert!(!found(&loaded, "E208").is_empty());
}

#[test]
fn a_value_of_several_lines_is_said_in_one() {
    let loaded = load(vec![below(), above("shop = \"\"\"\n云上\n  百货\n\"\"\"\n")]);
    assert_eq!(codes(&loaded), [""; 0], "{:#?}", loaded.findings);
    assert_eq!(asked(&loaded, "zh-CN").0, "在云上 百货，退多少自己能定？");
    assert_eq!(loaded.library.title.get(&"zh-CN".into()), "自家");
    assert_eq!(loaded.library.house["shop"].get(&"zh-CN".into()), "云上 百货");
}

#[test]
fn a_slip_of_the_keyboard_is_told_with_what_was_meant() {
    for slip in ["｛house。shop｝", "{house：shop}", "{ house.shop}", "{House.shopp}", "{house.shop"] {
        let bank = BANK.replace("在{house.shop}", &format!("在{slip}"));
        let files =
            [("library.toml", LIBRARY), ("library.en.toml", ENGLISH), ("b.toml", bank.as_str()), ("b.en.toml", BANK_ENGLISH)];
        let loaded = load(vec![root("below", &files)]);
        let [told] = &loaded.findings[..] else { panic!("{slip}: {:#?}", loaded.findings) };
        assert_eq!((told.code, &bank[told.at.span.clone()]), ("W610", slip));
        assert!(told.args.contains(&("right", "{house.shop}".to_owned())), "{told:?}");
    }
}

#[test]
fn a_registers_phrases_say_values_too() {
    let rule = |phrases: &str| {
        format!(
            "format = 1\n[wording]\nid = \"w\"\ntitle = \"规范\"\nsources = [\"project\"]\n[[rule]]\nid = \"r\"\ntitle = \"错\"\n\
             severity = \"minor\"\nphrases = [{phrases}]\nsay_instead = \"好好说。\"\nsource = \"project\"\n"
        )
    };
    let told = |values: &str, phrases: &str| {
        let mut above = above(values);
        above.sources.push(Source::new("above/w.toml", &rule(phrases)));
        let loaded = load(vec![below(), above]);
        codes(&loaded).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(told("", "\"{house.shop}\", \"……\""), ["E901"]);
    assert_eq!(told("shop = \"！！\"\n", "\"{house.shop}\""), [""; 0], "signs are found, too");
    assert_eq!(told("shop = \"……\"\n", "\"{house.shop}\""), ["E901"]);
    assert_eq!(told("", "\"{house.shopp}\""), ["E202"]);
}
