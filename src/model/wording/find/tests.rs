//! What fires and what does not, and what must hold whatever is written.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::{Cost, Detect, List, Phrases, Reach, Register, Rule, Sent, Severity, normal};
use crate::base::id::Lang;
use crate::base::points::Points;
use crate::model::text::{Matching, Text};
use crate::model::writing::Around;

fn matching(zh: &[&str], en: &[&str]) -> Matching {
    let own = |all: &[&str]| all.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    Matching::new([(Lang::from("zh-CN"), own(zh)), (Lang::from("en"), own(en))])
}

fn reach(zh: u32, en: u32) -> Reach {
    BTreeMap::from([(Lang::from("zh-CN"), zh), (Lang::from("en"), en)])
}

fn rule(id: &str, severity: Severity, detect: Detect) -> Rule {
    let (title, say_instead) = (Text::default(), Text::default());
    Rule { id: id.into(), title, severity, detect, public: false, covers: Vec::new(), say_instead, source: "project".to_owned() }
}

fn phrases(zh: &[&str], en: &[&str]) -> Phrases {
    let none = || matching(&[], &[]);
    Phrases {
        phrases: matching(zh, en),
        except: none(),
        not_after: none(),
        not_before: none(),
        look_back: reach(4, 12),
        unless: none(),
        within: reach(10, 30),
        whole: false,
    }
}

/// One rule of each kind.
fn register() -> Register {
    let flat = Phrases {
        except: matching(&["不行不行的好"], &["no problem", "no doubt"]),
        not_after: matching(&["不是", "没说"], &["not"]),
        not_before: matching(&["吗"], &["?"]),
        ..phrases(&["不行", "不能", "没…办法"], &["no", "can't", "not … possible"])
    };
    let refusal = Phrases { unless: matching(&["{offers}"], &["{offers}"]), ..flat.clone() };
    let bare = Phrases { whole: true, ..phrases(&["知道了"], &["noted"]) };
    let abuse = Phrases {
        except: matching(&["滚开水"], &["idiot box"]),
        ..phrases(&["傻逼", "滚开", "没…脑子"], &["idiot", "sb"])
    };
    let by = |of: Phrases| Detect::Phrases(Box::new(of));
    Register {
        id: "chat".into(),
        title: Text::default(),
        cost: Cost { minor: Points::ZERO, major: Points::ZERO },
        quoting: matching(&["您说"], &["you said"]),
        lists: vec![List {
            id: "offers".into(),
            title: Text::default(),
            phrases: matching(&["可以帮您", "换…给您"], &["i can", "instead"]),
        }],
        rules: vec![
            rule("abuse", Severity::RedLine, by(abuse)),
            rule("flat-no", Severity::Minor, by(flat)),
            Rule { covers: vec!["flat-no".into()], ..rule("refusal", Severity::Major, by(refusal)) },
            rule("bare", Severity::Minor, by(bare)),
            Rule { covers: vec!["shorter".into()], ..rule("one-word", Severity::Major, Detect::OneWord) },
            rule("shorter", Severity::Minor, Detect::Shorter),
            rule("again", Severity::Minor, Detect::Again(matching(&["好的", "谢谢"], &["thank you", "so much"]))),
            Rule { public: true, ..rule("contact", Severity::RedLine, Detect::Contact) },
        ],
        book: Default::default(),
    }
}

/// What fires, as `rule:characters`.
fn fired(text: &str, around: &Around<'_>) -> Vec<String> {
    register().rulebook().hits(text, around).iter().map(|hit| format!("{}:{}", hit.rule, &text[hit.at.clone()])).collect()
}

fn alone(text: &str) -> Vec<String> {
    fired(text, &Around::default())
}

#[test]
fn a_rule_fires_on_the_characters_that_were_typed() {
    assert_eq!(alone("亲，这 个不 行哦"), ["refusal:不 行"]);
    assert_eq!(alone("Sorry, we CAN’T do that"), ["refusal:CAN’T"]);
    assert_eq!(alone("这个没有什么办法。"), ["refusal:没有什么办法"]);
    assert_eq!(alone("It is not really possible"), ["refusal:not really possible"]);
    assert!(alone("没有了。办法以后再说").is_empty(), "a clause ends between");
    assert!(alone("I know nothing").is_empty(), "words are whole");
}

#[test]
fn what_stands_near_cancels() {
    assert!(alone("没问题，no problem, no doubt").is_empty(), "longer expressions");
    assert!(alone("我不是说不行").is_empty(), "before it, in its clause");
    assert_eq!(alone("不是的，不行"), ["refusal:不行"], "in another clause");
    assert!(alone("这样不行吗").is_empty(), "behind it");
    assert_eq!(alone("退货不行，可以帮您换一件"), ["flat-no:不行"], "an offer near");
    assert_eq!(alone("不行。我们这里东西都是这样的质量您说呢。可以帮您"), ["refusal:不行"], "an offer far away");
    assert_eq!(alone("知道了~ 亲"), ["bare:知道了"]);
    assert!(alone("知道了，马上给您办").is_empty(), "not the whole reply");
}

#[test]
fn signs_within_hide_no_red_line_and_make_none() {
    for (text, hit) in [
        ("你这傻-逼", "傻-逼"),
        ("傻*逼吧", "傻*逼"),
        ("傻、逼！", "傻、逼"),
        ("没长脑·子", "没长脑·子"),
        ("an id-iot!", "id-iot"),
        ("you i d i o t", "i d i o t"),
        ("S.B", "S.B"),
        ("аn іdіоt", "іdіоt"),
    ] {
        assert_eq!(alone(text), [format!("abuse:{hit}")], "{text}");
    }
    for text in ["翻滚、开关", "滚-开-水", "is.bad", "不·行吗", "size s, b or c"] {
        assert!(!alone(text).iter().any(|hit| hit.starts_with("abuse")), "{text}: {:?}", alone(text));
    }
    assert!(alone("不-行").is_empty(), "only what nobody may write is looked for like that");
}

#[test]
fn what_is_quoted_was_said_by_somebody_else() {
    assert!(alone("您说“不能退”，是我没讲清楚").is_empty());
    assert!(alone("You said it was \"not possible\" before.").is_empty());
    assert_eq!(alone("您说“不能退”，是的，就是不能"), ["refusal:不能"], "what follows is the agent's own");
    assert_eq!(alone("您听好：“不行”"), ["refusal:不行"], "nobody else is named");
}

#[test]
fn the_rest_of_the_talk_tells_too() {
    let earlier = ["请您耐心等待，谢谢。", "好的好的，谢谢", "Thank you so much!"];
    let earlier: Vec<Sent> = earlier.into_iter().filter_map(Sent::of).collect();
    let around = Around { customer: Some("什么时候发货"), earlier: &earlier, public: false };
    assert_eq!(fired("嗯", &around), ["one-word:嗯"]);
    assert_eq!(fired("稍等", &around), ["shorter:稍等"]);
    assert_eq!(fired("请您耐心等待 谢谢", &around), ["again:请您耐心等待 谢谢"]);
    assert!(fired("好的好的谢谢", &around).is_empty() && fired("thank you so much", &around).is_empty());
    assert!(alone("手机13812345678").is_empty());
    assert_eq!(fired("手机13812345678", &Around { public: true, ..Around::default() }), ["contact:13812345678"]);
}

#[test]
fn a_phrase_or_list_is_looked_for() {
    let register = register();
    let found = |text: &str, entry: &str| {
        register.rulebook().look(text, entry).into_iter().map(|at| text[at].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found("可 以帮您，换一件给您", "{offers}"), ["可 以帮您", "换一件给您"]);
    assert_eq!(found("明天到，后天到", "天…到"), ["天到", "天到"]);
    assert!(found("可以帮您", "{nowhere}").is_empty() && found("可以帮您", "…").is_empty());
}

#[test]
fn a_megabyte_of_anything_is_read_in_time() {
    for piece in [
        "不",
        "不行",
        "没",
        "no ",
        "1",
        "13812345678 ",
        "👨‍👩‍👧",
        "e\u{301}",
        "\u{0}",
        "@a.b",
        "换",
        "微信",
        "路1号",
        "a",
        " ",
        "可以帮您不行",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        let around = Around { customer: Some(&text), earlier: &[], public: true };
        let begun = the_clock();
        let hits = register().rulebook().hits(&text, &around);
        assert!(hits.len() <= text.len());
        // What grows with the square of a megabyte takes hours.
        assert!(begun.elapsed().as_secs() < 120, "{piece:?}");
    }
}

#[expect(clippy::disallowed_methods, reason = "how long reading takes is what is tested")]
fn the_clock() -> std::time::Instant {
    std::time::Instant::now()
}

fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "不行",
        "不能",
        "没",
        "有",
        "办法",
        "不是",
        "没说",
        "吗",
        "不行不行的好",
        "可以帮您",
        "换",
        "给您",
        "知道了",
        "no",
        "can't",
        "can",
        "not",
        "possible",
        "problem",
        "i can",
        "instead",
        " ",
        "，",
        "。",
        "?",
        "啊",
        "一",
        "x",
        "\n",
        "3",
        ".",
        "5",
        "\u{200b}",
        "\u{301}",
        "’t",
        "嗯",
        "傻",
        "逼",
        "滚开",
        "水",
        "-",
        "、",
        "·",
        "id",
        "iot",
        "s",
        "b",
        "您说",
        "you said",
        "“",
        "”",
        "\"",
    ]);
    prop::collection::vec(words, 0..14).prop_map(|all| all.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn the_same_text_has_the_same_hits_on_its_characters(text in piece(), odd in any::<String>(), public in any::<bool>()) {
        let text = format!("{text}{odd}");
        let around = Around { customer: Some("在吗"), earlier: &[], public };
        let register = register();
        let hits = register.rulebook().hits(&text, &around);
        prop_assert_eq!(&hits, &register.clone().rulebook().hits(&text, &around));
        prop_assert!(hits.windows(2).all(|two| (two[0].at.start, two[0].at.end) <= (two[1].at.start, two[1].at.end)));
        for hit in &hits {
            let said = text.get(hit.at.clone()).map(normal);
            prop_assert!(said.is_some());
            if let Detect::Phrases(of) = &register.rule(&hit.rule).expect("its own").detect {
                let said = said.expect("on boundaries");
                let plain = |text: &str| text.replace(['-', '*', '·', '.', '_', '、', ' '], "");
                let red = hit.severity == Severity::RedLine;
                let contains = |piece: &String| said.contains(piece) || red && plain(&said).contains(&plain(piece));
                let holds = |phrase: &str| super::super::pieces(phrase).iter().all(contains);
                prop_assert!(of.phrases.all().any(holds), "{said}");
            }
        }
    }

    #[test]
    fn what_is_added_far_away_removes_no_hit(text in piece(), added in piece(), at in 0usize..60) {
        let register = register();
        let book = register.rulebook();
        let around = Around::default();
        // Room between, so that some of it is far from something.
        let room = "我们这里的东西都是这样的质量".repeat(30);
        let text = format!("{text}{room}");
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let place = bounds[(at * bounds.len() / 60).min(bounds.len() - 1)];
        let longer = format!("{}{added}{}", &text[..place], &text[place..]);
        let after = book.hits(&longer, &around);
        for hit in book.hits(&text, &around) {
            let Some(window) = register.window(register.rule(&hit.rule).expect("its own")) else { continue };
            let between = if place >= hit.at.end { hit.at.end..place } else { place..hit.at.start };
            let Some(between) = text.get(between) else { continue };
            if normal(between).chars().count() < window {
                continue;
            }
            let moved = if place >= hit.at.end { 0 } else { added.len() };
            let at = hit.at.start + moved..hit.at.end + moved;
            prop_assert!(after.iter().any(|h| h.rule == hit.rule && h.at == at), "{} {longer}", hit.rule);
        }
    }
}
