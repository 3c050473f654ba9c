//! `[wording]`: named lists of phrases, and the rules that look for phrases.
//!
//! What phrases are and how they are found is `model/wording`'s; whether anything names a list or a rule, `check` says. Each language
//! has phrases of its own: a key that only one of them needs stands only there.

use std::collections::{BTreeMap, BTreeSet};

use super::library::Head;
use super::reader::Reader;
use super::sheet::{At, Kind};
use crate::base::finding::Place;
use crate::base::id::Lang;
use crate::base::points::Points;
use crate::content::codes;
use crate::content::shape::range;
use crate::model::text::Matching;
use crate::model::word::{Finds, Severity};
use crate::model::wording::{Cost, Detect, List, Phrases, Register, Rule, list_named, pieces};
use crate::model::writing::TOO_SHORT;

/// What only rules that look for phrases have.
const OF_PHRASES: &[&str] = &["phrases", "except", "not_after", "not_before", "look_back", "unless", "within", "whole"];

/// What a rule of severity costs where the register does not say it.
const COST: Cost = Cost { minor: Points::whole(1), major: Points::whole(3) };

/// Reads a register.
pub fn wording(root: &mut Reader<'_, '_>) -> Option<(Head, Register)> {
    let main = root.main("wording", |r| {
        let head = Head::read(r, Kind::Wording, true);
        let cost = r.table("cost", |r| Cost { minor: price(r, "minor", COST.minor), major: price(r, "major", COST.major) });
        let quoting = r.own_matching("quoting");
        if !quoting.all().all(|entry| is_fine(entry, &[])) {
            looked_over(r, "quoting", &[]);
        }
        (head, cost.unwrap_or(COST), quoting)
    });
    let of = main.as_ref().map_or("?", |(head, ..)| &head.id).to_owned();
    let lists = root.items("list", |r, id| list(r, &of, id));
    root.require(&["rule"]);
    let mut covers = BTreeMap::new();
    let rules = root.items("rule", |r, id| {
        r.sheet.places.push((format!("rule:{of}/{}", id.it), id.span.clone()));
        if id.it == TOO_SHORT {
            r.sheet.find(&codes::RULE_RESERVED, id.span.clone(), &[("rule", id.it)]);
        }
        rule(r, id, &lists, &mut covers)
    });
    covered(root, &covers);
    let (head, cost, quoting) = main?;
    let register = Register {
        id: head.id.as_str().into(),
        title: head.title.clone(),
        cost,
        quoting,
        lists,
        rules,
        book: Default::default(),
    };
    Some((head, register))
}

fn price(r: &mut Reader<'_, '_>, key: &'static str, usual: Points) -> Points {
    let Some(points) = r.points(key) else { return usual };
    if points.it < Points::ZERO {
        let (found, most) = (points.it.to_string(), Points::MOST.to_string());
        r.sheet.find(&codes::OUT_OF_RANGE, points.span, &[("key", key), ("found", &found), ("min", "0"), ("max", &most)]);
        return usual;
    }
    points.it
}

fn list(r: &mut Reader<'_, '_>, of: &str, id: &At<&str>) -> List {
    r.require(&["title", "phrases"]);
    r.sheet.places.push((format!("list:{of}/{}", id.it), id.span.clone()));
    let title = r.text("title").unwrap_or_default();
    let phrases = r.matching("phrases").unwrap_or_default();
    if phrases.all().all(|entry| list_named(entry).is_none() && is_fine(entry, &[])) {
        return List { id: id.it.into(), title, phrases };
    }
    for (text, place) in said(r, "phrases").into_iter().flatten() {
        match list_named(&text) {
            Some(other) if is_value(other) => {}
            Some(other) => r.sheet.findings.push(codes::LIST_IN_LIST.at(place, &[("list", id.it), ("other", other)])),
            None => says_something(r, "phrases", &text, place),
        }
    }
    List { id: id.it.into(), title, phrases }
}

/// The texts under a key with their places, language by language.
fn said(r: &mut Reader<'_, '_>, key: &'static str) -> Vec<Vec<(String, Place)>> {
    // What is blank is told already.
    let all = r.worded(key).into_iter();
    all.map(|texts| texts.into_iter().filter(|(text, _)| !text.trim().is_empty()).collect()).collect()
}

fn says_something(r: &mut Reader<'_, '_>, key: &'static str, text: &str, place: Place) {
    if pieces(text).is_empty() {
        r.sheet.findings.push(codes::PHRASE_EMPTY.at(place, &[("key", key), ("text", text)]));
    }
}

/// Rules by what they cover, with places.
type Covers = BTreeMap<String, Vec<At<String>>>;

fn rule(r: &mut Reader<'_, '_>, id: &At<&str>, lists: &[List], covers: &mut Covers) -> Rule {
    r.require(&["title", "severity", "say_instead", "source"]);
    let finds = r.word("detect", Finds::ALL).unwrap_or(Finds::Phrases);
    let phrases = phrases(r);
    idle(r, finds);
    if finds == Finds::Phrases && !r.has("phrases") && !r.sheet.parsed.is_broken_near(r.span.start) {
        r.sheet.find(&codes::KEY_MISSING, r.span.clone(), &[("key", "phrases"), ("of", "list"), ("words", "none")]);
        r.sheet.forgive("phrases");
    }
    if finds == Finds::Phrases && r.has("phrases") && !r.sheet.parsed.is_broken_near(r.span.start) {
        seeks(r, &phrases, lists);
    }
    for (key, of) in [
        ("phrases", &phrases.phrases),
        ("except", &phrases.except),
        ("not_after", &phrases.not_after),
        ("not_before", &phrases.not_before),
        ("unless", &phrases.unless),
    ] {
        // Of thousands of phrases hardly one is wrong: only then it is asked where it stands.
        if !of.all().all(|entry| is_fine(entry, lists)) {
            looked_over(r, key, lists);
        }
    }
    let over = r.strings("covers");
    covers.insert(id.it.to_owned(), over.iter().map(|over| At { it: over.it.to_owned(), span: over.span.clone() }).collect());
    Rule {
        id: id.it.into(),
        title: r.text("title").unwrap_or_default(),
        severity: r.word("severity", Severity::ALL).unwrap_or(Severity::Minor),
        detect: match finds {
            Finds::Phrases => Detect::Phrases(Box::new(phrases)),
            Finds::OneWord => Detect::OneWord,
            Finds::Shorter => Detect::Shorter,
            Finds::Again => Detect::Again(phrases.except),
            Finds::Contact => Detect::Contact,
            Finds::Tagged => Detect::Tagged,
        },
        public: r.flag("public").unwrap_or(false),
        covers: over.into_iter().map(|over| over.it.into()).collect(),
        say_instead: r.text("say_instead").unwrap_or_default(),
        source: r.string("source").map(|source| source.it.to_owned()).unwrap_or_default(),
    }
}

fn phrases(r: &mut Reader<'_, '_>) -> Phrases {
    Phrases {
        phrases: r.matching("phrases").unwrap_or_default(),
        except: r.own_matching("except"),
        not_after: r.own_matching("not_after"),
        not_before: r.own_matching("not_before"),
        look_back: r.own_reach("look_back", range::LOOK_BACK, |lang| if is_dense(lang) { 4 } else { 12 }),
        unless: r.own_matching("unless"),
        within: r.own_reach("within", range::WITHIN, |lang| if is_dense(lang) { 30 } else { 90 }),
        whole: r.flag("whole").unwrap_or(false),
    }
}

/// Whether a language says with one character what others need several letters for.
fn is_dense(lang: &Lang) -> bool {
    ["zh", "ja", "yue"].iter().any(|dense| lang.as_str().split('-').next() == Some(dense))
}

/// Keys that a rule of its kind does not look at.
fn idle(r: &mut Reader<'_, '_>, finds: Finds) {
    let looks = |key: &str| finds == Finds::Phrases || (finds == Finds::Again && key == "except");
    for key in OF_PHRASES.iter().filter(|key| !looks(key)) {
        if !r.has(key) {
            continue;
        }
        let place = r.place(key);
        r.sheet.find(&codes::KEY_IDLE, place, &[("key", key), ("detect", finds.word())]);
    }
}

/// Whether an entry names a list that is there, or says something: a letter or digit is always something.
fn is_fine(entry: &str, lists: &[List]) -> bool {
    match list_named(entry) {
        Some(list) => lists.iter().any(|known| known.id.as_str() == list),
        None => entry.contains(char::is_alphanumeric),
    }
}

/// Entries that name no list, or say nothing.
fn looked_over(r: &mut Reader<'_, '_>, key: &'static str, lists: &[List]) {
    for (text, place) in said(r, key).into_iter().flatten() {
        match list_named(&text) {
            Some(list) if !is_fine(&text, lists) && !is_value(list) => {
                let best = super::path::nearest(list, lists.iter().map(|list| list.id.as_str())).unwrap_or("none");
                let args = [("kind", Kind::List.word()), ("id", list), ("best", best), ("known", "none")];
                r.sheet.findings.push(codes::NO_SUCH.at(place, &args));
            }
            Some(_) => {}
            None => says_something(r, key, &text, place),
        }
    }
}

/// Whether this is the name of a value that nobody gives, which is told already.
fn is_value(name: &str) -> bool {
    name.starts_with("house.")
}

/// A rule that can never fire, or fires on nearly everything.
fn seeks(r: &mut Reader<'_, '_>, phrases: &Phrases, lists: &[List]) {
    let is_empty = |entry: &str| {
        let named = list_named(entry).and_then(|list| lists.iter().find(|known| known.id.as_str() == list));
        named.is_some_and(|list| list.phrases.is_empty())
    };
    if phrases.phrases.all().all(is_empty) {
        let place = r.place("phrases");
        let what = if phrases.phrases.is_empty() { "none" } else { "lists" };
        return r.sheet.find(&codes::SEEKS_NOTHING, place, &[("what", what)]);
    }
    let is_short = |entry: &str| pieces(entry).concat().chars().count() == 1;
    if phrases.whole || !phrases.phrases.all().any(is_short) {
        return;
    }
    for (text, place) in said(r, "phrases").into_iter().flatten().filter(|(text, _)| is_short(text)) {
        r.sheet.findings.push(codes::ONE_CHARACTER.at(place, &[("text", text.trim())]));
    }
}

/// What covers itself, at once or over another, would never count.
fn covered(root: &mut Reader<'_, '_>, covers: &Covers) {
    for (rule, over) in covers {
        for at in over {
            let Some(back) = covers.get(&at.it) else {
                let at = At { it: at.it.as_str(), span: at.span.clone() };
                root.sheet.unknown(Kind::Rule, &at, covers.keys().map(String::as_str));
                continue;
            };
            if at.it == *rule || back.iter().any(|back| back.it == *rule) {
                let which = if at.it == *rule { "same" } else { rule };
                root.sheet.find(&codes::COVERS_ITSELF, at.span.clone(), &[("rule", which), ("other", &at.it)]);
            }
        }
    }
}

/// The lists that entries name.
pub fn lists_of<'m>(all: impl IntoIterator<Item = &'m Matching>) -> BTreeSet<&'m str> {
    all.into_iter().flat_map(Matching::all).filter_map(list_named).collect()
}
