//! Nothing is told beyond the scheme's `feedback`, in no form and no language.

use onduty::base::points::Points;
use onduty::grade::register::Register;
use onduty::locale::{Tongue, Words};
use onduty::model::library::Library;
use onduty::model::licence::Disclose;
use onduty::model::question::any_of::AnyOf;
use onduty::model::question::classify::{Case, Classify};
use onduty::model::question::find::{Find, Line};
use onduty::model::question::number::Number;
use onduty::model::question::one_of::{OneOf, Opt};
use onduty::model::question::order::Order;
use onduty::model::question::pairs::{Pair, Pairs};
use onduty::model::question::words::Words as Typed;
use onduty::model::question::{Item, Kind, Material};
use onduty::model::scenario::Way;
use onduty::model::text::{Matching, Text};

use super::trial::{Trial, seen, shelf};

fn text(words: &str) -> Text {
    Text::new([("zh-CN".into(), words.to_owned()), ("en".into(), words.to_owned())])
}

fn item(id: &str) -> Item {
    Item { id: id.into(), text: text(&format!("SECRET-ITEM-{id}")) }
}

/// One question of every kind with something in it to give away.
fn kinds() -> Vec<Kind> {
    let opt = |id: &str, right| Opt {
        id: id.into(),
        text: text(&format!("SECRET-OPTION-{id}")),
        right,
        why: Some(text("SECRET-WHY-OPTION")),
    };
    let line = |id: &str, wrong| Line {
        id: id.into(),
        who: text("SECRET-WHO"),
        text: text(&format!("SECRET-LINE-{id}")),
        wrong,
        why: Some(text("SECRET-WHY-LINE")),
    };
    let pair =
        |id: &str| Pair { id: id.into(), left: text(&format!("SECRET-LEFT-{id}")), right: text(&format!("SECRET-RIGHT-{id}")) };
    vec![
        Kind::OneOf(OneOf { options: vec![opt("a", true), opt("b", false)] }),
        Kind::AnyOf(AnyOf { options: vec![opt("c", true), opt("d", false)] }),
        Kind::Number(Number { answer: Points::whole(424_242), tolerance: Points::ZERO, unit: Some(text("SECRET-UNIT")) }),
        Kind::Words(Typed { accept: Matching::new([("en".into(), vec!["SECRET-WORD".to_owned()])]) }),
        Kind::Order(Order { items: vec![item("e"), item("f")] }),
        Kind::Pairs(Pairs { pairs: vec![pair("g"), pair("h")], decoys: vec![item("i")] }),
        Kind::Classify(Classify {
            classes: vec![item("j"), item("k")],
            cases: vec![Case { id: "l".into(), text: text("SECRET-CASE"), class: "j".into() }],
        }),
        Kind::Find(Find { lines: vec![line("m", true), line("n", false)] }),
    ]
}

/// The shelf with marked words wherever a key, a question or a reply stands.
fn marked() -> Library {
    let mut library = shelf();
    let bank = library.banks.get_mut(&"finals".into()).expect("it is there");
    for (question, kind) in bank.questions.iter_mut().zip(kinds()) {
        question.ask = text("SECRET-ASK");
        question.why = text("SECRET-WHY");
        question.material = Some(Material { id: "m".into(), title: text("SECRET-MATERIAL"), body: text("SECRET-MATERIAL") });
        question.kind = kind;
    }
    for scenario in library.scenarios.values_mut() {
        scenario.brief = text("SECRET-BRIEF");
        for turn in &mut scenario.turns {
            turn.says = vec![text("SECRET-SAID")];
            match &mut turn.way {
                Way::Replies(replies) => {
                    for reply in replies {
                        reply.text = text(&format!("SECRET-REPLY-{}", reply.id));
                        reply.feedback = text("SECRET-FEEDBACK");
                        reply.red_line = reply.red_line.is_some().then(|| text("RULE-BROKEN"));
                    }
                }
                Way::Ending(ending) => ending.debrief = text("SECRET-ENDING"),
                Way::Write(write) => {
                    write.writing.sample = text("SECRET-SAMPLE");
                    write.writing.wants.iter_mut().for_each(|want| want.feedback = text("SECRET-WANT"));
                }
                Way::Goto(_) | Way::Branch(_) => {}
            }
        }
    }
    for station in library.stations.values_mut() {
        station.setup = text("SECRET-SETUP");
        for rated in station.steps.iter_mut().chain(&mut station.oral) {
            rated.anchors.iter_mut().for_each(|anchor| *anchor = text("SECRET-ANCHOR"));
            rated.listen_for = Some(text("SECRET-LISTEN"));
            rated.text = text(&format!("STEP-{}", rated.id));
        }
    }
    library
}

/// Everything that is told of an exam full of misses at this level: terminal, page, JSON, both languages.
fn told(level: Disclose) -> String {
    let library = marked();
    let mut scheme = library.licences[&"test-licence".into()].clone();
    scheme.result.feedback = level;
    let questions: Vec<String> = library.banks[&"finals".into()].questions.iter().map(|q| q.id.to_string()).collect();
    let questions: Vec<&str> = questions.iter().map(String::as_str).collect();
    let mut trial = Trial::begin(&library, &scheme, &questions, &["lost-letter", "torn-page"], &["bow"]);
    // One wrong, the rest left open: the sheet is handed in with open items.
    trial.pick(&["b"]).reply([onduty::model::form::Reply::Blank]).hand_in();
    trial.reply([onduty::model::form::Reply::Next]).pick(&["wait", "shout"]).close();
    let outcome = trial.outcome(&[seen("a", &library, "bow", &[("stand", 0), ("bow", 0), ("why", 0)])], &Register::default());
    let mut all = String::new();
    for tongue in [Tongue::Zh, Tongue::En] {
        let words = Words::new(tongue);
        let told = trial.told(tongue, &outcome);
        all += &super::shown(tongue, 80, &told.blocks(&words, onduty::report::result::Place::Shell));
        all += &told.html(&words);
        all += &serde_json::to_string(&told).expect("values");
    }
    all
}

/// What would give away something of the pool.
const SECRETS: &[&str] = &["SECRET", "424242", "424,242", "finals/", "anchor"];

/// A page is text alone: it loads nothing, and what anybody wrote stays text.
#[test]
fn the_page_asks_nobody_and_escapes_what_was_written() {
    let bad = "<script>alert(1)</script>\"'&<img src=https://a.example/p.png>";
    let mut library = marked();
    let finals = library.banks.get_mut(&"finals".into()).expect("it is there");
    finals.questions.iter_mut().for_each(|q| (q.ask, q.why) = (text(bad), text(bad)));
    let mut scheme = library.licences[&"test-licence".into()].clone();
    scheme.result.feedback = Disclose::Full;
    (scheme.title, scheme.appeal) = (text(bad), Some(text(bad)));
    let mut trial = Trial::begin(&library, &scheme, &["finals/hello"], &[], &[]);
    trial.pick(&["b"]).hand_in().close();
    let mut told = trial.told(Tongue::En, &trial.outcome(&[], &Register::default()));
    told.learner = bad.to_owned();
    for tongue in [Tongue::Zh, Tongue::En] {
        let html = told.html(&Words::new(tongue));
        assert_eq!(html.matches("&lt;script&gt;").count(), 6, "title twice, name, appeal, question, why");
        // An empty icon, so that no browser looks for one.
        let html = html.replace("<link rel=\"icon\" href=\"data:,\">", "");
        for asks in ["<script", "<img", "<link", "<iframe", "<form", "url(", "@import", " style=", "⟦"] {
            assert!(!html.contains(asks), "{asks}");
        }
        assert!(html.contains("default-src 'none'") && html.contains(&format!("<html lang=\"{}\">", tongue.tag())));
    }
}

#[test]
fn at_none_the_verdict_and_the_parts() {
    let all = told(Disclose::None);
    for secret in SECRETS.iter().chain(&["RULE", "STEP", "会接待客户", "先问好", "torn-page", "撕了的页", "鞠躬"]) {
        assert!(!all.contains(secret), "{secret}");
    }
    assert!(all.contains("触碰了红线") && all.contains("a critical step was missed") && all.contains("red-line"));
}

#[test]
fn at_skills_what_to_work_on_and_the_rules_broken() {
    let all = told(Disclose::Skills);
    for secret in SECRETS {
        assert!(!all.contains(secret), "{secret}");
    }
    for said in ["RULE-BROKEN", "STEP-stand", "会接待客户", "先问好，再办事", "撕了的页"] {
        assert!(all.contains(said), "{said}");
    }
    assert!(!all.contains("STEP-why"), "of stations only critical steps");
}

#[test]
fn at_full_everything() {
    let all = told(Disclose::Full);
    let shown =
        ["ASK", "WHY", "MATERIAL", "OPTION-a", "OPTION-b", "OPTION-c", "WORD", "ITEM-e", "LEFT-g", "RIGHT-g", "CASE", "LINE-m"];
    for secret in shown.iter().chain(&["SAID", "REPLY-wait", "REPLY-look", "REPLY-shout", "FEEDBACK", "ENDING"]) {
        assert!(all.contains(&format!("SECRET-{secret}")), "{secret}");
    }
    assert!(all.contains("424242") && all.contains("STEP-why"));
    assert!(
        !all.contains("SECRET-SETUP") && !all.contains("SECRET-ANCHOR") && !all.contains("SECRET-LISTEN"),
        "the examiner's own"
    );
}
