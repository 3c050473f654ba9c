//! `[licence]`: what it certifies, what comes before, its exam, its marks, how long it holds.
//!
//! What of it contradicts itself is found in `sense`; what needs the rest of the library (whether draws can be met, whom courses
//! serve) in `check/licences` and `check/draws`.
//!
//! What may be left out, and what holds then: `holder = "plain"`; `[conduct]` `accepts = "person"`, `supervised = false`, `independence = "strict"`,
//! `examiners = 1`, `differ = 10`; the `weight` of a part that stands alone is 100; the `limit` of practice without role-plays is
//! `within`; `red_line = "fail"`; `borderline = 0`; no `wait`; `feedback = "skills"`; `[number]` `Pattern::USUAL`. `source` may
//! stand in `[theory]`, `[practice]`, `[result]` and `[validity]` and is added to the sources of the whole.
//!
//! `supervised = true`: the exam is sat in a sitting (`cli/sitting`): candidates are called to a room and a time, their papers are sealed
//! until the invigilator's code, and an examiner signs whom he let in and how he knew who it was. Without one it is refused.

pub mod printed;
mod sense;
mod term;

use std::collections::BTreeSet;
use std::ops::Range;

use super::library::Head;
use super::reader::Reader;
use super::sheet::{At, Kind};
use super::tables::Section;
use crate::base::id::{AgreementId, StationId};
use crate::base::points::Points;
use crate::content::codes;
use crate::content::shape::range;
use crate::model::licence::{
    Accepts, Disclose, Independence, Marks, Naming, Pattern, Practice, PracticeDraw, QuestionDraw, RedLine, Requires, Rules,
    Scheme, Theory, Validity, Weighty,
};
use crate::model::scenario::Category;
use crate::model::span::{Lasts, Span};

/// The tables beside `[licence]`.
const SECTIONS: &[Section] = &[
    ("requires", &["courses", "agreement"]),
    ("conduct", &["accepts", "supervised", "independence", "examiners", "differ", "two_persons"]),
    ("theory", &["weight", "limit", "pass", "draw", "source"]),
    ("practice", &["weight", "limit", "pass", "draw", "red_line", "source"]),
    ("result", &["pass", "borderline", "attempts", "wait", "within", "feedback", "guess_at_most", "basis", "source"]),
    ("validity", &["lasts", "renew_within", "refresher", "source"]),
    ("provisional", &["lasts", "conditions"]),
    ("appeals", &["window", "answer_within"]),
    ("number", &["pattern"]),
];

/// Lines of `draw` in one part.
pub const MOST_DRAWS: usize = 40;

/// A licence as its file says it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The scheme.
    pub scheme: Scheme,
    /// Where each line of `draw` stands: theory.
    pub theory: Vec<Range<usize>>,
    /// The same: practice.
    pub practice: Vec<Range<usize>>,
}

/// A part of the exam; what could not be read is `None`, so that nothing more is said of it.
struct Part<D> {
    span: Range<usize>,
    alone: bool,
    weight: Option<At<u8>>,
    limit: Option<At<Span>>,
    pass: Option<u8>,
    draws: Vec<At<D>>,
    red_line: Option<At<RedLine>>,
}

/// `[result]` as far as it could be read.
struct Result {
    pass: Option<At<u8>>,
    borderline: Option<At<u8>>,
    attempts: Option<At<u32>>,
    wait: Vec<At<Span>>,
    within: Option<At<Span>>,
    feedback: Disclose,
    guess_at_most: Option<Points>,
    basis: Option<String>,
}

/// Reads a licence file.
pub fn licence(root: &mut Reader<'_, '_>) -> Option<(Head, Draft)> {
    root.sections(SECTIONS);
    root.require(&["result", "validity"]);
    let main = root.main("licence", main_table);
    let mut sources = main.as_ref().map(|(head, _)| head.sources.clone()).unwrap_or_default();
    let requires = root.table("requires", requires).unwrap_or_default();
    let conduct = root.table("conduct", conduct);
    let alone = root.has("theory") != root.has("practice");
    let theory = root.table("theory", |r| {
        r.require(&["limit"]);
        part(r, alone, &mut sources, question_draw)
    });
    let practice = root.table("practice", |r| part(r, alone, &mut sources, practice_draw));
    let result = root.table("result", |r| result(r, &mut sources));
    let validity = root.table("validity", |r| term::validity(r, &mut sources));
    let provisional = root.table("provisional", term::provisional).flatten();
    let appeals = root.table("appeals", term::appeals).flatten();
    let number = root.table("number", number).flatten();
    sense::check(root, &sense::Read { theory: &theory, practice: &practice, result: &result, conduct: &conduct });
    let (head, scheme) = main?;
    let within = result.as_ref().and_then(|r| r.within.as_ref()).map_or(Span::default(), |w| w.it);
    let spans = |draws: Option<Vec<Range<usize>>>| draws.unwrap_or_default();
    // What exact analysis finds is about these.
    for key in ["guess_at_most", "borderline", "pass"] {
        let place = sense::key(root, &format!("result.{key}")).map(|place| (format!("licence:{}/{key}", head.id), place));
        root.sheet.places.extend(place);
    }
    let draft = Draft {
        theory: spans(theory.as_ref().map(|t| t.draws.iter().map(|d| d.span.clone()).collect())),
        practice: spans(practice.as_ref().map(|p| p.draws.iter().map(|d| d.span.clone()).collect())),
        scheme: Scheme {
            sources,
            requires,
            conduct: conduct.unwrap_or(scheme.conduct),
            theory: theory.map(|t| Theory {
                weight: t.weight.map_or(100, |w| w.it),
                limit: t.limit.map_or(within, |l| l.it),
                pass: t.pass.unwrap_or(0),
                draw: t.draws.into_iter().map(|d| d.it).collect(),
            }),
            practice: practice.map(|p| Practice {
                weight: p.weight.map_or(100, |w| w.it),
                limit: p.limit.map_or(within, |l| l.it),
                pass: p.pass.unwrap_or(0),
                draw: p.draws.into_iter().map(|d| d.it).collect(),
                red_line: p.red_line.map_or(RedLine::Fail, |r| r.it),
            }),
            result: result.map_or(scheme.result, marks),
            validity: validity.unwrap_or(scheme.validity),
            appeals,
            provisional,
            number: number.unwrap_or(scheme.number),
            ..scheme
        },
    };
    Some((head, draft))
}

/// The main table, the rest filled with what holds where nothing is said.
fn main_table(r: &mut Reader<'_, '_>) -> (Head, Scheme) {
    r.require(&["roles", "scope", "competences"]);
    let head = Head::read(r, Kind::Licence, true);
    for key in ["roles", "competences"] {
        if r.get(key).is_some_and(|value| value.get_ref().as_array().is_some_and(|all| all.is_empty())) {
            let place = r.place(key);
            r.sheet.find(&codes::EMPTY, place, &[("key", key)]);
        }
    }
    let nothing = Marks {
        pass: 0,
        borderline: 0,
        attempts: 1,
        wait: Vec::new(),
        within: Span::default(),
        feedback: Disclose::Skills,
        guess_at_most: None,
        basis: None,
    };
    let scheme = Scheme {
        id: head.id.as_str().into(),
        title: head.title.clone(),
        roles: r.refs("roles", Kind::Role),
        scope: r.text("scope").unwrap_or_default(),
        competences: r.texts("competences"),
        appeal: r.text("appeal"),
        holder: r.word("holder", Naming::ALL).unwrap_or(Naming::Plain),
        sources: Vec::new(),
        requires: Requires::default(),
        conduct: Rules {
            accepts: Accepts::Person,
            supervised: false,
            independence: Independence::Strict,
            examiners: 1,
            differ: 10,
            two_persons: BTreeSet::new(),
        },
        theory: None,
        practice: None,
        result: nothing,
        validity: Validity { lasts: Lasts::Months(12), renew_within: None, refresher: Vec::new() },
        appeals: None,
        provisional: None,
        number: Pattern::parse(Pattern::USUAL).expect("the usual pattern is one"),
    };
    printed::check(r);
    (head, scheme)
}

fn requires(r: &mut Reader<'_, '_>) -> Requires {
    let agreement = r.string("agreement").map(|name| {
        r.sheet.refer(Kind::Agreement, name.it, name.span);
        AgreementId::from(name.it)
    });
    Requires { courses: r.refs("courses", Kind::Course), agreement }
}

fn conduct(r: &mut Reader<'_, '_>) -> Rules {
    Rules {
        accepts: accepts(r),
        supervised: r.flag("supervised").unwrap_or(false),
        independence: r.word("independence", Independence::ALL).unwrap_or(Independence::Strict),
        examiners: r.integer("examiners", range::EXAMINERS).unwrap_or(1),
        differ: r.integer("differ", range::PERCENT).unwrap_or(10),
        two_persons: r.words("two_persons", Weighty::ALL).into_iter().collect(),
    }
}

/// One word or a list of them. Where files of answers are accepted, persons are too.
fn accepts(r: &mut Reader<'_, '_>) -> Accepts {
    let list = r.get("accepts").and_then(|value| value.get_ref().as_array());
    if list.is_some_and(|list| list.is_empty()) {
        let place = r.place("accepts");
        r.sheet.find(&codes::EMPTY, place, &[("key", "accepts")]);
    }
    let is_list = list.is_some();
    let words = if is_list { r.words("accepts", Accepts::ALL) } else { r.word("accepts", Accepts::ALL).into_iter().collect() };
    if words.contains(&Accepts::Script) { Accepts::Script } else { Accepts::Person }
}

fn part<D>(
    r: &mut Reader<'_, '_>,
    alone: bool,
    sources: &mut Vec<String>,
    draw: impl FnMut(&mut Reader<'_, '_>) -> D,
) -> Part<D> {
    r.require(&["pass", "draw"]);
    if !alone {
        r.require(&["weight"]);
    }
    source(r, sources);
    Part {
        span: r.span.clone(),
        alone,
        weight: at(r, "weight", |r| r.integer("weight", range::WEIGHT)),
        limit: span(r, "limit", true),
        pass: r.integer("pass", range::PERCENT),
        draws: draws(r, draw),
        red_line: r.has("red_line").then(|| at(r, "red_line", |r| r.word("red_line", RedLine::ALL))).flatten(),
    }
}

fn draws<D>(r: &mut Reader<'_, '_>, mut draw: impl FnMut(&mut Reader<'_, '_>) -> D) -> Vec<At<D>> {
    let draws = r.rows("draw", |r| {
        r.require(&["count"]);
        At { it: draw(r), span: r.span.clone() }
    });
    let place = r.place("draw");
    if draws.len() > MOST_DRAWS {
        let (most, count) = (MOST_DRAWS.to_string(), draws.len().to_string());
        r.sheet.find(&codes::OUT_OF_RANGE, place, &[("key", "draw"), ("min", "1"), ("max", &most), ("found", &count)]);
        return Vec::new();
    }
    if r.get("draw").is_some_and(|all| all.get_ref().as_array().is_some_and(|all| all.is_empty())) {
        r.sheet.find(&codes::EMPTY, place, &[("key", "draw")]);
    }
    draws
}

fn question_draw(r: &mut Reader<'_, '_>) -> QuestionDraw {
    r.require(&["bank"]);
    let bank = r.string("bank").map_or("?", |bank| {
        r.sheet.refer(Kind::Bank, bank.it, bank.span);
        bank.it
    });
    QuestionDraw { bank: bank.into(), level: r.integer("level", range::LEVEL), count: count(r) }
}

/// Role-plays of a category, or stations out of some.
fn practice_draw(r: &mut Reader<'_, '_>) -> PracticeDraw {
    if !r.has("station") {
        r.require(&["category"]);
        let category = r.word("category", Category::ALL).unwrap_or(Category::Attitude);
        return PracticeDraw::Talk { category, level: r.integer("level", range::LEVEL), count: count(r) };
    }
    let one = r.get("station").is_some_and(|value| value.get_ref().is_str());
    let stations: Vec<StationId> = if one {
        let name = r.string("station");
        name.iter().for_each(|name| r.sheet.refer(Kind::Station, name.it, name.span.clone()));
        name.into_iter().map(|name| name.it.into()).collect()
    } else {
        r.refs("station", Kind::Station)
    };
    if r.get("station").is_some_and(|value| value.get_ref().as_array().is_some_and(|all| all.is_empty())) {
        let place = r.place("station");
        r.sheet.find(&codes::EMPTY, place, &[("key", "station")]);
    }
    PracticeDraw::Station { stations, count: count(r) }
}

fn count(r: &mut Reader<'_, '_>) -> u32 {
    r.integer("count", range::DRAWN).unwrap_or(0)
}

fn result(r: &mut Reader<'_, '_>, sources: &mut Vec<String>) -> Result {
    r.require(&["pass", "attempts", "within"]);
    source(r, sources);
    Result {
        pass: at(r, "pass", |r| r.integer("pass", range::PERCENT)),
        borderline: at(r, "borderline", |r| r.integer("borderline", range::PERCENT)),
        attempts: at(r, "attempts", |r| r.integer("attempts", range::ATTEMPTS)),
        wait: waits(r),
        within: span(r, "within", true),
        feedback: r.word("feedback", Disclose::ALL).unwrap_or(Disclose::Skills),
        guess_at_most: share(r, "guess_at_most"),
        basis: r.string("basis").map(|basis| basis.it.to_owned()),
    }
}

/// What could not be read is nothing here: its finding keeps the licence out.
fn marks(result: Result) -> Marks {
    Marks {
        pass: result.pass.map_or(0, |p| p.it),
        borderline: result.borderline.map_or(0, |b| b.it),
        attempts: result.attempts.map_or(1, |a| a.it),
        wait: result.wait.into_iter().map(|w| w.it).collect(),
        within: result.within.map_or(Span::default(), |w| w.it),
        feedback: result.feedback,
        guess_at_most: result.guess_at_most,
        basis: result.basis,
    }
}

/// Waiting times: the same one may stand twice.
fn waits(r: &mut Reader<'_, '_>) -> Vec<At<Span>> {
    let Some(items) = r.get("wait").and_then(|value| value.get_ref().as_array()) else {
        r.strings("wait"); // says what is wrong
        return Vec::new();
    };
    let mut out = Vec::new();
    for item in items {
        match item.get_ref().as_str() {
            Some(text) => out.extend(span_of(r, "wait", At { it: text, span: item.span() }, false)),
            None => {
                let args = [("key", "wait"), ("expected", "text"), ("found", item.get_ref().type_str()), ("keys", "")];
                r.sheet.find(&codes::WRONG_TYPE, item.span(), &args);
            }
        }
    }
    out
}

fn number(r: &mut Reader<'_, '_>) -> Option<Pattern> {
    r.require(&["pattern"]);
    let text = r.string("pattern")?;
    let pattern = Pattern::parse(text.it).filter(|it| printed::is_plain(text.it) && !it.misleads());
    if pattern.is_none() {
        r.sheet.find(&codes::BAD_PATTERN, text.span, &[("found", text.it), ("usual", Pattern::USUAL)]);
    }
    pattern
}

/// Where the rules of a table come from.
fn source(r: &mut Reader<'_, '_>, sources: &mut Vec<String>) {
    if let Some(source) = r.string("source").map(|s| s.it.to_owned()).filter(|s| !sources.contains(s)) {
        sources.push(source);
    }
}

fn at<'a, T>(r: &mut Reader<'_, 'a>, key: &'static str, read: impl FnOnce(&mut Reader<'_, 'a>) -> Option<T>) -> Option<At<T>> {
    read(r).map(|it| At { it, span: r.place(key) })
}

/// A length of time. `some`: it may not be nothing.
pub fn span(r: &mut Reader<'_, '_>, key: &'static str, some: bool) -> Option<At<Span>> {
    let text = r.string(key)?;
    span_of(r, key, text, some)
}

fn span_of(r: &mut Reader<'_, '_>, key: &'static str, text: At<&str>, some: bool) -> Option<At<Span>> {
    match Span::parse(text.it).filter(|span| !some || *span > Span::default()) {
        Some(it) => Some(At { it, span: text.span }),
        None => {
            r.sheet.find(&codes::BAD_SPAN, text.span, &[("key", key), ("found", text.it)]);
            None
        }
    }
}

/// A share of one, to three decimals.
fn share(r: &mut Reader<'_, '_>, key: &'static str) -> Option<Points> {
    let share = r.points(key)?;
    if share.it < Points::ZERO || share.it > Points::whole(1) {
        let found = r.sheet.parsed.text.get(share.span.clone()).unwrap_or("").to_owned();
        r.sheet.find(&codes::OUT_OF_RANGE, share.span, &[("key", key), ("min", "0"), ("max", "1"), ("found", &found)]);
        return None;
    }
    Some(share.it)
}
