//! The page of a small library that has one question of every kind, a bank for exams only, and authors who write what they like.

use super::*;
use crate::base::id::{LessonId, LibraryId, MaterialId};
use crate::base::points::Points;
use crate::locale::Tongue;
use crate::model::course::{CourseBlock, Layer};
use crate::model::library::{Aim, Bank, Objective, Syllabus, Use};
use crate::model::question::any_of::AnyOf;
use crate::model::question::classify::{Case, Classify};
use crate::model::question::find::{Find, Line};
use crate::model::question::number::Number;
use crate::model::question::one_of::{OneOf, Opt};
use crate::model::question::order::Order;
use crate::model::question::pairs::{Pair, Pairs};
use crate::model::question::true_false::TrueFalse;
use crate::model::question::words::Words as Typed;
use crate::model::question::write::Write as Written;
use crate::model::question::{Item, KINDS, Kind, Material};
use crate::model::scenario::{Category, Channel, Customer, Scenario};
use crate::model::text::{Matching, Text};
use crate::model::writing::Writing;

fn both(zh: &str, en: &str) -> Text {
    Text::new([(Lang::from("zh-CN"), zh.to_owned()), (Lang::from("en"), en.to_owned())])
}

fn text(same: &str) -> Text {
    both(same, same)
}

fn opt(id: &str, right: bool) -> Opt {
    Opt { id: id.into(), text: text(&format!("option {id}")), right, why: Some(text(&format!("why {id}"))) }
}

fn item(id: &str) -> Item {
    Item { id: id.into(), text: text(&format!("item {id}")) }
}

fn pair(id: &str) -> Pair {
    Pair { id: id.into(), left: text(&format!("left {id}")), right: text(&format!("right {id}")) }
}

fn line(id: &str, wrong: bool) -> Line {
    Line { id: id.into(), who: text("Chen"), text: text(&format!("line {id}")), wrong, why: wrong.then(|| text("never say so")) }
}

/// One question of every kind.
fn kinds() -> Vec<Kind> {
    vec![
        Kind::OneOf(OneOf { options: vec![opt("right", true), opt("wrong", false)] }),
        Kind::AnyOf(AnyOf { options: vec![opt("first", true), opt("second", true), opt("third", false)] }),
        Kind::TrueFalse(TrueFalse { answer: false }),
        Kind::Number(Number { answer: Points::whole(7), tolerance: Points::whole(1), unit: Some(both("天", "days")) }),
        Kind::Words(Typed { accept: Matching::new([(Lang::from("en"), vec!["empty cup".into(), "empty mug".into()])]) }),
        Kind::Order(Order { items: vec![item("one"), item("two")] }),
        Kind::Pairs(Pairs { pairs: vec![pair("a"), pair("b")], decoys: vec![] }),
        Kind::Classify(Classify {
            classes: vec![item("cats"), item("dogs")],
            cases: vec![
                Case { id: "tom".into(), text: text("Tom"), class: "cats".into() },
                Case { id: "rex".into(), text: text("Rex"), class: "dogs".into() },
            ],
        }),
        Kind::Find(Find { lines: vec![line("hello", false), line("go away", true)] }),
        Kind::Write(Written { says: Some(text("where is it?")), writing: writing() }),
    ]
}

fn writing() -> Writing {
    Writing {
        task: text("calm her"),
        sample: text("I am sorry; I am asking the courier now"),
        public: false,
        longer_than_customer: false,
        min_chars: std::collections::BTreeMap::new(),
        wants: vec![],
        wording: None,
        register: None,
    }
}

fn question(bank: &str, kind: Kind) -> Question {
    Question {
        id: format!("{bank}/{}", kind.name()).into(),
        ask: both(&format!("问 {}", kind.name()), &format!("ask {}", kind.name())),
        level: 1,
        points: Points::whole(2),
        skills: vec![],
        objectives: vec![],
        roles: vec![],
        material: None,
        keep_order: false,
        why: text(&format!("because of {}", kind.name())),
        kind,
    }
}

fn bank(id: &str, use_: Use) -> (BankId, Bank) {
    let questions = kinds().into_iter().map(|kind| question(id, kind)).collect();
    (id.into(), Bank { id: id.into(), title: text(id), roles: vec![], use_, questions })
}

fn scenario(id: &str, use_: Use) -> Scenario {
    Scenario {
        id: id.into(),
        title: text(&format!("talk {id}")),
        category: Category::Attitude,
        channel: Channel::Chat,
        roles: vec![],
        use_,
        level: 1,
        minutes: Some(5),
        brief: text(""),
        start: "start".into(),
        pass: 60,
        objectives: vec![],
        customer: Customer { name: text("Li"), mood: 50, credit: None, registered: None, mind: vec![], facts: vec![] },
        vars: vec![],
        standard: None,
        timing: None,
        turns: vec![],
    }
}

/// A lesson that asks every question of `bank` and plays `play`.
fn lesson(bank: &str, play: &str) -> Lesson {
    Lesson {
        id: LessonId::from(bank),
        title: both("黄金三秒", "Golden seconds"),
        objectives: vec!["syllabus/greet".into()],
        body: both("## 先应一声\n\n三秒之内。", "## Answer first\n\nWithin three seconds."),
        check: KINDS.iter().map(|kind| format!("{bank}/{kind}").into()).collect(),
        practise: vec![play.into()],
    }
}

fn library() -> (Library, Course) {
    let objective =
        Objective { id: "syllabus/greet".into(), text: both("会问好", "greet"), source: String::new(), aim: Aim::Know };
    let syllabus = Syllabus { id: "syllabus".into(), title: text("Syllabus"), objectives: vec![objective] };
    let library = Library {
        id: LibraryId::from("test"),
        title: both("培训库", "Training library"),
        language: "zh-CN".into(),
        languages: vec!["zh-CN".into(), "en".into()],
        time_zone: "UTC".into(),
        skills: vec![],
        roles: vec![("hotline".into(), both("热线客服", "Hotline agent"))],
        agreements: BTreeMap::new(),
        house: BTreeMap::new(),
        retention: BTreeMap::new(),
        glossaries: BTreeMap::new(),
        syllabi: [(SyllabusId::from("syllabus"), syllabus)].into(),
        courses: BTreeMap::new(),
        banks: [bank("bank", Use::Practice), bank("secret", Use::Exam)].into(),
        scenarios: [("open".into(), scenario("open", Use::Both)), ("closed".into(), scenario("closed", Use::Exam))].into(),
        wordings: Default::default(),
        wording: None,
        stations: BTreeMap::new(),
        licences: BTreeMap::new(),
        standards: Default::default(),
        changed: BTreeMap::new(),
        shelved: BTreeMap::new(),
    };
    let course = Course {
        id: "communication".into(),
        title: both("沟通", "Communication"),
        layer: Layer::Onboarding,
        block: CourseBlock::Communication,
        roles: vec!["hotline".into()],
        minutes: Some(30),
        requires: vec![],
        lessons: vec![lesson("bank", "open"), lesson("secret", "closed")],
    };
    (library, course)
}

fn english(library: &Library, course: &Course) -> String {
    page(library, course, &Words::new(Tongue::En), &"en".into())
}

/// What stands before the answers, and the answers.
fn parts(page: &str) -> (&str, &str) {
    page.split_once("<section class=\"answers\"").expect("a page has answers")
}

#[test]
fn both_languages_are_whole() {
    let (library, course) = library();
    let english = english(&library, &course);
    for shown in [
        "<html lang=\"en\">",
        "Golden seconds",
        "ask order",
        "Answers, and why",
        "greet",
        "about 30 minutes",
        "Hotline agent",
        "2 points",
    ] {
        assert!(english.contains(shown), "{shown}");
    }
    let chinese = page(&library, &course, &Words::new(Tongue::Zh), &"zh-CN".into());
    for shown in ["<html lang=\"zh-CN\">", "黄金三秒", "问 order", "答案与讲解", "会问好", "约 30 分钟", "热线客服", "2 分"]
    {
        assert!(chinese.contains(shown), "{shown}");
    }
    assert!(!english.contains('⟦') && !chinese.contains('⟦'), "a sentence is missing");
}

#[test]
fn every_kind_has_its_place_to_write() {
    let (library, course) = library();
    let html = english(&library, &course);
    let (exercises, _) = parts(&html);
    for kind in KINDS {
        assert!(exercises.contains(&format!("ask {kind}")), "{kind}");
    }
    let count = |what| exercises.matches(what).count();
    assert_eq!(count("<span class=\"box round\">"), 2 + 2, "one-of, true-false");
    assert_eq!(count("<span class=\"box\">"), 3 + 2, "any-of, find");
    assert_eq!(count("<span class=\"box wide\">"), 2, "order");
    assert_eq!(count("</span><span class=\"blank\">"), 2 + 2, "pairs, classify");
    assert_eq!(count("<p class=\"write\">"), 2, "number, words");
}

#[test]
fn the_key_stands_only_among_the_answers() {
    let (library, course) = library();
    let html = english(&library, &course);
    let (exercises, answers) = parts(&html);
    for key in ["because of", "why wrong", "why first", "never say so", "empty cup", "empty mug", "7 days", "within 1 of"] {
        assert!(!exercises.contains(key), "{key} among the exercises");
        assert!(answers.contains(key), "{key} not among the answers");
    }
    // Nothing but its words tells a right option from a wrong one.
    let options: Vec<&str> = exercises.lines().filter(|l| l.contains("option ")).collect();
    let bare = |l: &str| l.replace(|c: char| c.is_ascii_uppercase(), "").split("option").next().map(str::to_owned);
    let boxes: std::collections::BTreeSet<_> = options.iter().map(|l| bare(l)).collect();
    assert_eq!((options.len(), boxes.len()), (5, 2), "{boxes:?}");
}

#[test]
fn nothing_is_printed_solved_and_letters_agree_with_the_answers() {
    let (library, mut course) = library();
    for id in 0..20 {
        course.id = format!("course-{id}").into();
        let html = english(&library, &course);
        let (exercises, answers) = parts(&html);
        let at = |what: &str| exercises.find(what).expect(what);
        assert!(at("item two") < at("item one"));
        assert_eq!(at("left a") < at("left b"), at("right b") < at("right a"), "sides stand opposite");
        let letter = if at("right a") < at("right b") { 'A' } else { 'B' };
        assert!(answers.contains(&format!("left a → <b class=\"mark\">{letter}</b> right a")));
        let letter = if at("option right") < at("option wrong") { 'A' } else { 'B' };
        assert!(answers.contains(&format!("<b class=\"mark\">{letter}</b> option right")));
        assert_eq!(html, english(&library, &course), "two prints are one sheet");
    }
}

#[test]
fn what_is_for_exams_only_is_left_out() {
    let (mut library, course) = library();
    let html = english(&library, &course);
    assert!(html.contains("onduty practise open") && !html.contains("onduty practise closed"));
    assert!(html.contains(">1.1<") && !html.contains(">2.1<"), "the second lesson's bank is for exams");
    library.banks.get_mut(&BankId::from("secret")).expect("it is there").use_ = Use::Both;
    assert!(english(&library, &course).contains(">2.1<"));
    library.banks.clear();
    assert!(!english(&library, &course).contains("id=\"answers\""), "nothing asked, nothing to answer");
}

#[test]
fn what_authors_write_stays_text() {
    let (mut library, mut course) = library();
    let bad = "<script>alert(1)</script>\"'&";
    course.title = text(bad);
    course.lessons[0].title = text(bad);
    course.lessons[0].body =
        text(&format!("{bad}\n\nso {bad} ![p](https://a.example/p.png)\n\n<img src=https://a.example/q.png>"));
    library.title = text(bad);
    library.roles[0].1 = text(bad);
    let mut scenario = scenario("open", Use::Both);
    scenario.title = text(bad);
    library.scenarios.insert("open".into(), scenario);
    for question in &mut library.banks.get_mut(&BankId::from("bank")).expect("it is there").questions {
        question.ask = text(bad);
        question.why = text(bad);
        question.material = Some(Material { id: MaterialId::from("m"), title: text(bad), body: text(bad) });
        if let Kind::OneOf(one) = &mut question.kind {
            one.options[0].text = text(bad);
            one.options[1].why = Some(text(bad));
        }
    }
    let html = english(&library, &course);
    assert!(!html.contains("<script") && !html.contains("<img"));
    assert!(html.matches("&lt;script&gt;").count() > 20);
    assert_eq!(html.matches("<blockquote class=\"lines\">").count(), 1, "a material shared by neighbours is printed once");
}

#[test]
fn the_page_asks_nobody_for_anything() {
    let (library, mut course) = library();
    course.lessons[0].body = text("[web](https://a.example) [bad](javascript:x) ![p](https://a.example/p.png)");
    // But for an empty icon, so that no browser looks for one.
    let html = english(&library, &course).replace("<link rel=\"icon\" href=\"data:,\">", "");
    for asks in ["src=", "<link", "<script", "<iframe", "<object", "<form", "url(", "@import", "javascript:", " style=", "p.png"]
    {
        assert!(!html.contains(asks), "{asks}");
    }
    assert!(html.contains("default-src 'none'"));
    assert_eq!(html.matches("http").count(), 2, "the link that the author made, and http-equiv");
}

#[test]
fn every_link_inside_the_page_arrives() {
    let (library, course) = library();
    let html = english(&library, &course);
    let links: Vec<_> = html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(links, ["lesson-1", "lesson-2", "answers", "answers-1"]);
    for link in links {
        assert_eq!(html.matches(&format!("id=\"{link}\"")).count(), 1, "{link}");
    }
}
