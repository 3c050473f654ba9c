//! The record of a sitting, for the file that inspectors ask for: who was there and who was not, how each was known, when each began and
//! ended, what happened, which minutes were given, which exams are void, and what was signed. No marks: these are the candidates'.

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::press::{STYLE, press, safe};
use crate::attempt::act::Identity;
use crate::base::id::SittingId;
use crate::base::moment::Moment;
use crate::locale::Words;

const TEMPLATE: &str = include_str!("templates/sitting.html");

/// A sitting, as far as this PC knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its id.
    pub id: SittingId,
    /// The licence's title.
    pub licence: String,
    /// Where.
    pub room: String,
    /// Exams began from here
    pub from: Moment,
    /// to here.
    pub until: Moment,
    /// When candidates were called, and by whom.
    pub called: (Moment, String),
    /// That person's signature.
    pub signature: String,
    /// What it is of.
    pub scope: Scope,
    /// How many of those called were there.
    pub present: usize,
    /// Everybody who was called, in that order; somebody whose exam is void and who sat once more stands there twice.
    pub places: Vec<Place>,
    /// What happened, in order.
    pub incidents: Vec<Incident>,
    /// Its papers under another code: when, by whom, why, and that person's signature.
    pub resealed: Vec<Resealed>,
    /// That it was withdrawn: when, by whom, why, and that person's signature.
    pub withdrawn: Option<Resealed>,
    /// Its ends, one a PC.
    pub ends: Vec<End>,
    /// The PCs at which exams were begun and of which no end is known, by their names.
    pub unended: Vec<String>,
    /// The newest line of this PC's ledger.
    pub head: Option<String>,
    /// The time zone it is told in.
    pub zone: String,
    /// When it was printed.
    pub printed: Moment,
}

/// What was signed about all of a sitting: its papers were sealed under another code, or it was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resealed {
    /// When.
    pub at: Moment,
    /// Who did it.
    pub by: String,
    /// Why; none where that is not known here.
    pub why: Option<String>,
    /// That person's signature.
    pub signature: String,
}

/// What a record is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every PC whose files were taken in at the desk.
    Desk,
    /// One exam PC, called so: who sat at another one is not known there.
    Pc(String),
}

/// A candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Name and number, as they were signed.
    pub name: String,
    /// Name and number on today's roster, where they are others.
    pub now: Option<String>,
    /// What the candidate is allowed beyond others.
    pub allowed: Option<String>,
    /// The exam's number; none where the candidate was not there.
    pub exam: Option<String>,
    /// How the person was known.
    pub identity: Option<Identity>,
    /// Who let in.
    pub by: Option<String>,
    /// On which PC, by its name.
    pub pc: Option<String>,
    /// When it began.
    pub began: Option<Moment>,
    /// When it ended, where it did.
    pub ended: Option<Moment>,
    /// Whether the reserve paper was sat; known at the desk that drew it.
    pub reserve: bool,
    /// Minutes given beyond the plan.
    pub minutes: i64,
    /// Why it does not count, where it does not; empty where the reason was erased.
    pub voided: Option<String>,
    /// Whether that was signed after the sitting was ended.
    pub void_after: bool,
    /// The numbers of other exams that this candidate has in it and that count: somebody sat twice.
    pub twice: Vec<String>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// When.
    pub at: Moment,
    /// To whom; none where it was the whole room.
    pub who: Option<String>,
    /// Who noted it down.
    pub by: String,
    /// What, or why there was more time; none once erased.
    pub text: Option<String>,
    /// The minutes that were given, where it is that.
    pub minutes: Option<u16>,
    /// Whether it was signed after the sitting was ended.
    pub after: bool,
}

/// The end of it at one PC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// When.
    pub at: Moment,
    /// Who ended it.
    pub by: String,
    /// Which PC, by its name.
    pub pc: Option<String>,
    /// How many exams were begun there.
    pub exams: usize,
    /// The newest line of that PC's ledger before, in hex.
    pub head: String,
    /// That person's signature.
    pub signature: String,
}

impl Place {
    /// Who was not there, as far as is known: by name, with the name of today where that is another.
    pub fn missing((name, now): (String, Option<String>), allowed: Option<String>) -> Self {
        Self { name, now, allowed, ..Self::default() }
    }

    /// In a word: `absent` (at a PC `elsewhere`: who is not there may sit at another), `void`, `open` or `present`.
    pub const fn state(&self, scope: &Scope) -> &'static str {
        match (&self.exam, &self.voided, &self.ended) {
            (None, ..) => match scope {
                Scope::Desk => "absent",
                Scope::Pc(_) => "elsewhere",
            },
            (_, Some(_), _) => "void",
            (_, _, None) => "open",
            _ => "present",
        }
    }
}

/// What is said of a sitting, line by line and table by table: the same for text and page.
#[derive(Serialize)]
struct Told {
    title: String,
    about: Vec<String>,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    incidents_title: String,
    incidents: Vec<String>,
    signed_title: String,
    signed: Vec<String>,
    sign_here: String,
}

/// The columns; which PC it was is said where there may be several.
const COLUMNS: [&str; 8] = ["name", "state", "identity", "began", "ended", "minutes", "by", "pc"];

fn told(record: &Record, words: &Words) -> Told {
    let at = |moment: Moment| moment.local(&record.zone);
    let absent = record.places.iter().filter(|it| it.exam.is_none()).count();
    let none = || words.get("sitting-none");
    let about = about(record, absent, words);
    let incidents: Vec<String> = record.incidents.iter().map(|it| incident(it, record, words)).collect();
    Told {
        title: words.with("sitting-title", &[("licence", record.licence.as_str().into()), ("id", record.id.short().into())]),
        about,
        head: COLUMNS
            .iter()
            .filter(|it| **it != "pc" || record.scope == Scope::Desk)
            .map(|it| words.get(&format!("sitting-col-{it}")))
            .collect(),
        rows: record.places.iter().map(|it| row(it, record, words)).collect(),
        incidents_title: words.get("sitting-incidents"),
        incidents: if incidents.is_empty() { vec![none()] } else { incidents },
        signed_title: words.get("sitting-signed"),
        signed: signed(record, words),
        sign_here: words.with("sitting-sign-here", &[("at", at(record.printed).into())]),
    }
}

/// When, where, how many; and what is not in it.
fn about(record: &Record, absent: usize, words: &Words) -> Vec<String> {
    let at = |moment: Moment| moment.local(&record.zone);
    let counts = [("called", (record.present + absent).into()), ("present", record.present.into()), ("absent", absent.into())];
    let mut out = vec![
        words.with("sitting-window", &[("from", at(record.from).into()), ("until", at(record.until).into())]),
        words.with("sitting-room", &[("room", record.room.as_str().into())]),
    ];
    match &record.scope {
        Scope::Pc(name) => {
            out.push(words.with("sitting-counts-pc", &counts));
            out.push(words.with("sitting-of-pc", &[("name", name.as_str().into())]));
        }
        Scope::Desk => {
            out.push(words.with("sitting-counts", &counts));
            out.extend((absent > 0).then(|| words.get("sitting-of-desk")));
            if !record.unended.is_empty() {
                let names = record.unended.join(&words.get("paper-comma"));
                out.push(words.with("sitting-unended", &[("names", names.into())]));
            }
        }
    }
    out
}

/// Who signed what.
fn signed(record: &Record, words: &Words) -> Vec<String> {
    let (when, who) = &record.called;
    let sealed = |key, at: Moment, by: &str, signature: &str, pc: Option<&str>| {
        let gaps = [
            ("at", at.local(&record.zone).into()),
            ("by", by.into()),
            ("signature", signature.into()),
            ("pc", pc.unwrap_or("–").into()),
        ];
        words.with(key, &gaps)
    };
    let mut out = vec![sealed("sitting-signed-call", *when, who, &record.signature, None)];
    let withdrawn = record.withdrawn.iter().map(|it| ("sitting-signed-withdrawn", it));
    for (key, it) in record.resealed.iter().map(|it| ("sitting-signed-reseal", it)).chain(withdrawn) {
        let why = it.why.as_ref().map(|why| words.with("sitting-why", &[("why", why.as_str().into())])).unwrap_or_default();
        let gaps = [("at", it.at.local(&record.zone).into()), ("by", it.by.as_str().into()), ("why", why.into())];
        out.push(words.with(key, &[&gaps[..], &[("signature", it.signature.as_str().into())]].concat()));
    }
    for end in &record.ends {
        out.push(sealed("sitting-signed-end", end.at, &end.by, &end.signature, end.pc.as_deref()));
        out.push(words.with("sitting-head", &[("count", end.exams.into()), ("head", end.head.as_str().into())]));
    }
    out.extend(record.head.as_deref().map(|head| words.with("sitting-head-here", &[("head", head.into())])));
    out
}

fn row(place: &Place, record: &Record, words: &Words) -> Vec<String> {
    let clock = |moment: Option<Moment>| moment.map(|it| it.local_clock(&record.zone)).unwrap_or_default();
    let mut name = place.name.clone();
    if let Some(now) = &place.now {
        name.push_str(&words.with("sitting-now", &[("name", now.as_str().into())]));
    }
    for more in place.allowed.iter() {
        name.push_str(&words.with("sitting-allowed", &[("what", more.as_str().into())]));
    }
    let mut state = words.get(&format!("sitting-{}", place.state(&record.scope)));
    if place.reserve {
        state.push_str(&words.get("sitting-reserve"));
    }
    if let Some(why) = place.voided.as_deref().filter(|why| !why.is_empty()) {
        state.push_str(&words.with("sitting-why", &[("why", why.into())]));
    }
    if place.void_after {
        state.push_str(&words.get("sitting-void-after"));
    }
    if !place.twice.is_empty() {
        let exams = place.twice.join(&words.get("paper-comma"));
        state.push_str(&words.with("sitting-twice", &[("exams", exams.into())]));
    }
    let mut cells = vec![
        name,
        state,
        place.identity.map(|it| words.get(&format!("sitting-by-{}", it.word()))).unwrap_or_default(),
        clock(place.began),
        clock(place.ended),
        if place.minutes == 0 { String::new() } else { place.minutes.to_string() },
        place.by.clone().unwrap_or_default(),
    ];
    if record.scope == Scope::Desk {
        cells.push(place.pc.clone().unwrap_or_default());
    }
    cells
}

fn incident(it: &Incident, record: &Record, words: &Words) -> String {
    let who = it.who.clone().unwrap_or_else(|| words.get("sitting-everybody"));
    let text = it.text.clone().unwrap_or_else(|| words.get("sitting-erased"));
    let at = it.at.local_clock(&record.zone);
    let mut gaps = vec![("at", at.into()), ("who", who.into()), ("by", it.by.as_str().into()), ("text", text.into())];
    gaps.extend(it.minutes.map(|count| ("minutes", count.into())));
    let key = if it.minutes.is_some() { "sitting-incident-extended" } else { "sitting-incident" };
    let mut out = words.with(key, &gaps);
    if it.after {
        out.push_str(&words.get("sitting-after"));
    }
    out
}

/// As text: a line for each candidate, with what there is to say.
pub fn text(record: &Record, words: &Words) -> String {
    let told = told(record, words);
    let mut out = format!("{}\n", told.title);
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    told.about.iter().for_each(|it| line(it));
    line("");
    for row in &told.rows {
        let cells = told.head.iter().zip(row).skip(2).filter(|(_, cell)| !cell.is_empty());
        let more: Vec<String> = cells.map(|(head, cell)| format!("{head} {cell}")).collect();
        line(&[vec![row[0].clone(), row[1].clone()], more].concat().join(" · "));
    }
    for (title, lines) in [(&told.incidents_title, &told.incidents), (&told.signed_title, &told.signed)] {
        line("");
        line(title);
        lines.iter().for_each(|it| line(&format!("  {it}")));
    }
    out
}

/// As one page that prints on A4, complete in itself.
pub fn page(record: &Record, words: &Words) -> String {
    #[derive(Serialize)]
    struct Page {
        lang: &'static str,
        style: minijinja::Value,
        told: Told,
    }
    press(TEMPLATE, Page { lang: words.tongue().tag(), style: safe(STYLE.to_owned()), told: told(record, words) })
}

/// For programs: moments in milliseconds since 1970 and as local text.
pub fn json(record: &Record) -> Json {
    let moment = |it: Moment| json!({ "ms": it, "local": it.local(&record.zone) });
    json!({
        "sitting": record.id,
        "of": if let Scope::Pc(name) = &record.scope { json!({ "pc": name }) } else { json!("desk") },
        "licence": record.licence,
        "room": record.room,
        "from": moment(record.from),
        "until": moment(record.until),
        "called": { "at": moment(record.called.0), "by": record.called.1, "signature": record.signature },
        "candidates": record.places.iter().map(|it| json!({
            "name": it.name, "now": it.now, "state": it.state(&record.scope), "allowed": it.allowed, "exam": it.exam, "identity": it.identity,
            "admitted_by": it.by, "began": it.began.map(moment), "ended": it.ended.map(moment), "minutes": it.minutes, "reserve": it.reserve, "void": it.voided,
            "void_after_end": it.void_after,
            "pc": it.pc, "sat_twice": it.twice,
        })).collect::<Vec<_>>(),
        "incidents": record.incidents.iter().map(|it| json!({
            "at": moment(it.at), "candidate": it.who, "by": it.by, "text": it.text, "minutes": it.minutes, "after_end": it.after,
        })).collect::<Vec<_>>(),
        "resealed": record.resealed.iter().map(|it| json!({
            "at": moment(it.at), "by": it.by, "reason": it.why, "signature": it.signature,
        })).collect::<Vec<_>>(),
        "withdrawn": record.withdrawn.as_ref().map(|it| json!({
            "at": moment(it.at), "by": it.by, "reason": it.why, "signature": it.signature,
        })),
        "ended": record.ends.iter().map(|it| json!({
            "at": moment(it.at), "by": it.by, "pc": it.pc, "exams": it.exams, "head": it.head, "signature": it.signature,
        })).collect::<Vec<_>>(),
        "not_ended": record.unended,
        "head": record.head,
        "printed": moment(record.printed),
    })
}
