//! The paper form on which an examiner marks a candidate at a station: one HTML file, one station after the other.
//!
//! Pure: stations in, a text out. It has what `observe` asks for, in the same order and under the same numbers, so that it can be
//! typed in afterwards. Black on white, without script or anything from outside; how it looks is in `templates/station.*`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::press;
use crate::base::id::Lang;
use crate::locale::{Value, Words};
use crate::model::licence::Scheme;
use crate::model::station::{Rated, Station};

const TEMPLATE: &str = include_str!("templates/station.html");
const STYLE: &str = include_str!("templates/station.css");

/// The sentences without gaps that the template names, by the names it gives them.
const SENTENCES: &[(&str, &str)] = &[
    ("form", "paper-sheet-form"),
    ("candidate", "paper-sheet-candidate"),
    ("number", "paper-sheet-number"),
    ("examiner", "paper-sheet-examiner"),
    ("date", "paper-date"),
    ("room", "paper-sheet-room"),
    ("start", "paper-sheet-start"),
    ("end", "paper-sheet-end"),
    ("brief", "paper-sheet-brief"),
    ("setup", "paper-sheet-setup"),
    ("how", "paper-sheet-how"),
    ("note", "observe-note"),
    ("critical", "observe-critical"),
    ("overall", "paper-sheet-overall"),
    ("sign", "paper-sheet-sign"),
    ("enter", "paper-sheet-enter"),
];

/// What is printed.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The licence that is examined for.
    pub scheme: &'a Scheme,
    /// The stations, each on a sheet of its own.
    pub stations: &'a [Station],
    /// Who is examined; `None` leaves a line to write it on.
    pub candidate: Option<&'a str>,
    /// What names that person and nobody else: the staff number, or the id's short form.
    pub known_as: Option<&'a str>,
}

/// The form: the program's sentences in the language of `words`, the stations in `lang`.
pub fn page(sheet: &Sheet<'_>, words: &Words, lang: &Lang) -> String {
    let shown = Press { sheet: *sheet, words, lang }.page();
    press::press(TEMPLATE, shown)
}

/// What the template shows.
#[derive(Serialize)]
struct Page {
    lang: String,
    style: minijinja::Value,
    say: BTreeMap<&'static str, String>,
    scheme: String,
    candidate: Option<String>,
    known_as: Option<String>,
    /// What two examiners must know of each other.
    alone: Option<String>,
    ratings: Vec<Mark>,
    stations: Vec<Shown>,
}

/// A station as the template shows it.
#[derive(Serialize)]
struct Shown {
    id: String,
    title: String,
    minutes: Option<String>,
    brief: String,
    setup: String,
    sections: Vec<Section>,
    total: String,
    command: String,
}

/// Steps, or oral questions.
#[derive(Serialize)]
struct Section {
    heading: String,
    rows: Vec<Row>,
}

/// Something to give a mark for.
#[derive(Serialize)]
struct Row {
    /// From 1, steps and oral questions in one count.
    number: usize,
    text: String,
    listen_for: Option<String>,
    critical: bool,
    marks: Vec<Mark>,
}

/// A box to cross, and what it stands for.
#[derive(Serialize)]
struct Mark {
    mark: usize,
    text: String,
}

/// What a form is made from.
struct Press<'a> {
    sheet: Sheet<'a>,
    words: &'a Words,
    lang: &'a Lang,
}

impl Press<'_> {
    fn page(&self) -> Page {
        let Self { sheet, words, lang } = self;
        let rating = |mark: usize| Mark { mark, text: words.get(&format!("overall-{mark}")) };
        let examiners = sheet.scheme.conduct.examiners;
        Page {
            lang: lang.to_string(),
            style: press::safe(STYLE.to_owned()),
            say: SENTENCES.iter().map(|(name, key)| (*name, words.get(key))).collect(),
            scheme: sheet.scheme.title.get(lang).to_owned(),
            candidate: sheet.candidate.map(str::to_owned),
            known_as: sheet.known_as.map(str::to_owned),
            alone: (examiners > 1).then(|| self.with("paper-sheet-alone", "n", Value::from(examiners))),
            ratings: (1..=5).map(rating).collect(),
            stations: sheet.stations.iter().map(|station| self.station(station)).collect(),
        }
    }

    fn with(&self, key: &str, gap: &str, value: Value<'_>) -> String {
        self.words.with(key, &[(gap, value)])
    }

    fn station(&self, station: &Station) -> Shown {
        let lang = self.lang;
        let total = Value::from(station.total().to_string());
        Shown {
            id: station.id.to_string(),
            title: station.title.get(lang).to_owned(),
            minutes: station.minutes.map(|m| self.with("paper-sheet-minutes", "minutes", Value::from(m))),
            brief: station.brief.get(lang).trim().to_owned(),
            setup: station.setup.get(lang).trim().to_owned(),
            sections: self.sections(station),
            total: self.with("paper-sheet-total", "points", total),
            command: self.command(station),
        }
    }

    fn sections(&self, station: &Station) -> Vec<Section> {
        let rows = |all: &[Rated], before: usize| all.iter().enumerate().map(|(n, it)| self.row(it, before + n + 1)).collect();
        let section = |key, rows| Section { heading: self.words.get(key), rows };
        let mut out = vec![section("paper-sheet-steps", rows(&station.steps, 0))];
        if !station.oral.is_empty() {
            out.push(section("paper-sheet-oral", rows(&station.oral, station.steps.len())));
        }
        out
    }

    fn row(&self, rated: &Rated, number: usize) -> Row {
        let lang = self.lang;
        let listen_for = rated.listen_for.as_ref().map(|text| text.get(lang).to_owned());
        let mark = |(mark, anchor): (usize, &crate::model::text::Text)| Mark { mark, text: anchor.get(lang).to_owned() };
        Row {
            number,
            text: rated.text.get(lang).to_owned(),
            listen_for: listen_for.map(|text| self.with("paper-sheet-listen", "text", Value::from(text))),
            critical: rated.critical,
            marks: rated.anchors.iter().enumerate().map(mark).collect(),
        }
    }

    /// How the filled form is typed in.
    fn command(&self, station: &Station) -> String {
        let placeholder = || self.words.get("paper-sheet-someone");
        let candidate = self.sheet.known_as.and_then(argument).unwrap_or_else(placeholder);
        format!("onduty observe {} --candidate {candidate} --station {} --enter", self.sheet.scheme.id, station.id)
    }
}

/// A name as one argument in any shell; `None` where that takes more than quotation marks.
fn argument(name: &str) -> Option<String> {
    let plain = |c: char| c.is_alphanumeric();
    match name {
        "" => None,
        name if name.chars().all(plain) => Some(name.to_owned()),
        name if name.chars().all(|c| plain(c) || " .-·'".contains(c)) => Some(format!("\"{name}\"")),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
