//! `[[question]]`: the common keys, and those of each kind with what must be true of them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::reader::Reader;
use super::sheet::{At, Kind as Sort};
use super::writing::writing;
use crate::base::id::{ItemId, QuestionRef};
use crate::base::points::MOST_ITEMS;
use crate::base::points::Points;
use crate::content::codes;
use crate::content::shape::range;
use crate::model::question::any_of::AnyOf;
use crate::model::question::classify::{Case, Classify};
use crate::model::question::find::{Find, Line};
use crate::model::question::number::Number;
use crate::model::question::one_of::{OneOf, Opt};
use crate::model::question::order::Order;
use crate::model::question::pairs::{Pair, Pairs};
use crate::model::question::true_false::TrueFalse;
use crate::model::question::words::{Words, normal};
use crate::model::question::write::Write;
use crate::model::question::{Item, KINDS, Kind, Material, Question};
use crate::model::text::Text;

/// Reads one question.
pub fn question(r: &mut Reader<'_, '_>, id: QuestionRef, materials: &BTreeMap<&str, &Material>) -> Question {
    r.require(&["kind", "ask", "level", "points", "why"]);
    let points = r.points("points");
    if let Some(At { span, .. }) = points.as_ref().filter(|p| p.it <= Points::ZERO) {
        r.sheet.find(&codes::NO_POINTS, span.clone(), &[]);
    }
    let kind = kind(r, &id);
    Question {
        id,
        ask: r.text("ask").unwrap_or_default(),
        level: r.integer("level", range::LEVEL).unwrap_or(1),
        points: points.map_or(Points::whole(1), |p| p.it),
        skills: r.refs("skills", Sort::Skill),
        objectives: r.refs("objectives", Sort::Objective),
        roles: r.refs("roles", Sort::Role),
        material: material(r, materials),
        keep_order: r.flag("keep_order").unwrap_or(false),
        why: r.text("why").unwrap_or_default(),
        kind,
    }
}

fn material(r: &mut Reader<'_, '_>, materials: &BTreeMap<&str, &Material>) -> Option<Material> {
    let id = r.string("material")?;
    let found = materials.get(id.it).map(|m| (*m).clone());
    if found.is_none() {
        r.sheet.unknown(Sort::Material, &id, materials.keys().copied());
    }
    found
}

fn kind(r: &mut Reader<'_, '_>, id: &QuestionRef) -> Kind {
    type Read = fn(&mut Reader<'_, '_>, &QuestionRef) -> Kind;
    const READERS: &[(&str, Read)] = &[
        ("one-of", |r, _| Kind::OneOf(OneOf { options: options(r, true) })),
        ("any-of", |r, _| Kind::AnyOf(AnyOf { options: options(r, false) })),
        ("true-false", |r, _| true_false(r)),
        ("number", |r, _| number(r)),
        ("words", |r, _| accepted(r)),
        ("order", |r, _| Kind::Order(Order { items: plain_items(r, "items", 2) })),
        ("pairs", |r, _| pairs(r)),
        ("classify", |r, _| classify(r)),
        ("find", |r, _| find(r)),
        ("write", write),
    ];
    let nothing = Kind::TrueFalse(TrueFalse { answer: false });
    let known: Vec<(&'static str, Read)> =
        KINDS.iter().filter_map(|k| READERS.iter().find(|(name, _)| name == k).copied()).collect();
    match r.word("kind", &known) {
        Some(read) => read(r, id),
        None => {
            skip(r);
            nothing
        }
    }
}

/// Of a question whose kind is not known, no key can be wrong.
fn skip(r: &mut Reader<'_, '_>) {
    for key in
        ["options", "answer", "tolerance", "unit", "accept", "items", "pairs", "decoys", "classes", "cases", "lines", "write"]
    {
        r.get(key);
        r.sheet.forgive(key);
    }
}

fn options(r: &mut Reader<'_, '_>, one: bool) -> Vec<Opt> {
    r.require(&["options"]);
    let mut words = Vec::new();
    let options = r.items("options", |r, id| {
        r.require(&["text"]);
        words.push(r.place("text"));
        let (text, why) = (r.text("text").unwrap_or_default(), r.text("why"));
        Opt { id: id.it.into(), text, right: r.flag("right").unwrap_or(false), why }
    });
    if !enough(r, "options", options.len(), 2) {
        return options;
    }
    same_words(r, options.iter().map(|o| &o.text), &words);
    let right = options.iter().filter(|o| o.right).count();
    let place = r.place("id");
    if one && right != 1 {
        r.sheet.find(&codes::RIGHT_COUNT, place, &[("count", &right.to_string())]);
    } else if !one && (right == 0 || right == options.len()) {
        r.sheet.find(&codes::RIGHT_AND_WRONG, place, &[("key", "right"), ("count", &right.to_string())]);
    }
    options
}

fn write(r: &mut Reader<'_, '_>, id: &QuestionRef) -> Kind {
    r.require(&["write"]);
    let write = r.table("write", |r| Write { says: r.text("says"), writing: writing(r, &format!("question:{id}")) });
    write.map_or(Kind::TrueFalse(TrueFalse { answer: false }), Kind::Write)
}

fn true_false(r: &mut Reader<'_, '_>) -> Kind {
    r.require(&["answer"]);
    Kind::TrueFalse(TrueFalse { answer: r.flag("answer").unwrap_or(false) })
}

fn number(r: &mut Reader<'_, '_>) -> Kind {
    r.require(&["answer"]);
    let answer = r.points("answer").map_or(Points::ZERO, |p| p.it);
    let tolerance = r.points("tolerance");
    if let Some(At { span, .. }) = tolerance.as_ref().filter(|t| t.it < Points::ZERO) {
        r.sheet.find(&codes::BELOW_ZERO, span.clone(), &[]);
    }
    Kind::Number(Number { answer, tolerance: tolerance.map_or(Points::ZERO, |t| t.it), unit: r.text("unit") })
}

fn accepted(r: &mut Reader<'_, '_>) -> Kind {
    r.require(&["accept"]);
    let accept = r.matching("accept").unwrap_or_default();
    if r.has("accept") && accept.all().all(|text| normal(text).is_empty()) {
        let place = r.place("accept");
        r.sheet.find(&codes::NOTHING_LEFT, place, &[]);
    }
    Kind::Words(Words { accept })
}

fn plain_items(r: &mut Reader<'_, '_>, key: &'static str, least: usize) -> Vec<Item> {
    let mut words = Vec::new();
    let items = r.items(key, |r, id| {
        r.require(&["text"]);
        words.push(r.place("text"));
        Item { id: id.it.into(), text: r.text("text").unwrap_or_default() }
    });
    if least > 0 {
        r.require(&[key]);
        enough(r, key, items.len(), least);
    }
    same_words(r, items.iter().map(|i| &i.text), &words);
    items
}

fn pairs(r: &mut Reader<'_, '_>) -> Kind {
    r.require(&["pairs"]);
    let mut lefts = Vec::new();
    let pairs = r.items("pairs", |r, id| {
        r.require(&["left", "right"]);
        lefts.push(r.place("left"));
        Pair { id: id.it.into(), left: r.text("left").unwrap_or_default(), right: r.text("right").unwrap_or_default() }
    });
    enough(r, "pairs", pairs.len(), 2);
    same_words(r, pairs.iter().map(|p| &p.left), &lefts);
    let place = r.place("decoys");
    let decoys = plain_items(r, "decoys", 0);
    // Pairs and decoys are answers to the same thing: they share their ids.
    for decoy in decoys.iter().filter(|d| pairs.iter().any(|p| p.id == d.id)) {
        r.sheet.find(&codes::ID_TWICE, place.clone(), &[("kind", "decoys"), ("id", decoy.id.as_str())]);
    }
    Kind::Pairs(Pairs { pairs, decoys })
}

fn classify(r: &mut Reader<'_, '_>) -> Kind {
    r.require(&["cases"]);
    let classes = plain_items(r, "classes", 2);
    let mut words = Vec::new();
    let cases = r.items("cases", |r, id| {
        r.require(&["text", "class"]);
        words.push(r.place("text"));
        let class = r.string("class");
        if let Some(class) = class.as_ref().filter(|c| classes.iter().all(|k| k.id.as_str() != c.it)) {
            r.sheet.unknown(Sort::Class, class, classes.iter().map(|k| k.id.as_str()));
        }
        let class = ItemId::from(class.map_or("?", |c| c.it));
        Case { id: id.it.into(), text: r.text("text").unwrap_or_default(), class }
    });
    enough(r, "cases", cases.len(), 2);
    same_words(r, cases.iter().map(|c| &c.text), &words);
    Kind::Classify(Classify { classes, cases })
}

fn find(r: &mut Reader<'_, '_>) -> Kind {
    r.require(&["lines"]);
    let lines = r.items("lines", |r, id| {
        r.require(&["who", "text"]);
        Line {
            id: id.it.into(),
            who: r.text("who").unwrap_or_default(),
            text: r.text("text").unwrap_or_default(),
            wrong: r.flag("wrong").unwrap_or(false),
            why: r.text("why"),
        }
    });
    let wrong = lines.iter().filter(|l| l.wrong).count();
    if enough(r, "lines", lines.len(), 2) && (wrong == 0 || wrong == lines.len()) {
        let place = r.place("id");
        r.sheet.find(&codes::RIGHT_AND_WRONG, place, &[("key", "wrong"), ("count", &wrong.to_string())]);
    }
    Kind::Find(Find { lines })
}

fn enough(r: &mut Reader<'_, '_>, key: &'static str, count: usize, least: usize) -> bool {
    if r.has(key) && count < least {
        let place = r.place(key);
        r.sheet.find(&codes::TOO_FEW, place, &[("key", key), ("count", &count.to_string()), ("least", &least.to_string())]);
    }
    if count > MOST_ITEMS {
        let (most, count) = (MOST_ITEMS.to_string(), count.to_string());
        let place = r.place(key);
        r.sheet.find(
            &codes::OUT_OF_RANGE,
            place,
            &[("key", key), ("min", &least.to_string()), ("max", &most), ("found", &count)],
        );
    }
    (least..=MOST_ITEMS).contains(&count)
}

/// Two answers that read alike cannot be told apart.
fn same_words<'t>(r: &mut Reader<'_, '_>, texts: impl Iterator<Item = &'t Text>, places: &[Range<usize>]) {
    let lang = r.sheet.tongues.base.clone();
    let mut seen: BTreeMap<String, &Range<usize>> = BTreeMap::new();
    for (text, place) in texts.zip(places) {
        let words = text.get(&lang).trim();
        if words.is_empty() {
            continue;
        }
        if let Some(first) = seen.insert(words.to_owned(), place) {
            r.sheet.find_also(&codes::SAME_WORDS, place.clone(), first.clone(), &[("text", words)]);
        }
    }
}
