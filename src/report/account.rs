//! Reports: each is a pure value – sections of figures, tables, bars and notes – made from facts that were gathered once.
//!
//! ```text
//! cli/report/gather ─► Facts ─► cohort · learner · licence · weekly · archive ─► Account ─► html · rows (CSV, XLSX) · json
//!                                                                                    └───► cli/report/text (terminal)
//! ```
//!
//! A further report is a file here and a line in `cli/report`; a further format is one function of an `Account`. Nothing here knows the
//! clock: the day comes with the facts, so that the same records and day give the same bytes.
//!
//! Who sees what: names stand only where somebody has to act (overdue, stuck, ending soon) or where the report is a person's own file or
//! the archive. Of practice there are counts; means of practice only over `LEAST` people or more.

pub mod archive;
pub mod cohort;
pub mod facts;
pub mod html;
pub mod json;
pub mod later;
pub mod learner;
pub mod licence;
mod parts;
pub mod rows;
mod spread;
pub mod weekly;

use jiff::civil::Date;

use crate::analysis::rate::Rate;
use crate::base::id::Lang;
use crate::base::points::Exact;
use crate::locale::Words;
use crate::model::library::Library;

/// Over fewer people no mean of practice is told: each could be found out.
pub const LEAST: usize = 5;

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Which: `cohort`, `learner`, …
    pub kind: &'static str,
    /// Its heading.
    pub title: String,
    /// About whom, from when till when, as of which day.
    pub about: Vec<String>,
    /// As of which day.
    pub day: Date,
    /// What it says.
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name in JSON.
    pub key: &'static str,
    /// Its heading; also the name of its sheet.
    pub title: String,
    /// In order.
    pub parts: Vec<Part>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Names with values.
    Figures(Vec<Figure>),
    /// Rows of values.
    Table(Table),
    /// Bars.
    Bars(Bars),
    /// A sentence.
    Note(String),
}

/// A name with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its name in JSON.
    pub key: String,
    /// Its name.
    pub name: String,
    /// It.
    pub value: Cell,
}

/// Rows of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name in JSON.
    pub key: &'static str,
    /// Name in JSON and heading of each column.
    pub columns: Vec<(&'static str, String)>,
    /// Each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// Bars, one below the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// Its name in JSON.
    pub key: &'static str,
    /// What they show.
    pub name: String,
    /// What the bars are of, and what they show: the headings of both as a table.
    pub heads: [String; 2],
    /// They.
    pub bars: Vec<Bar>,
    /// Where a line is drawn between them.
    pub cut: Option<Cut>,
}

/// A line between bars: what is below it falls short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The first bar that is at or above it.
    pub bar: usize,
    /// Points of 100.
    pub points: u8,
    /// What it is.
    pub name: String,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is of.
    pub name: String,
    /// What it shows.
    pub value: Cell,
    /// One behind the other; together at most 1.
    pub stretches: Vec<Stretch>,
}

/// A stretch of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its length, as a share of the longest bar there may be: 0 to 1.
    pub length: Exact,
    /// How it is to be taken; it is also said in words.
    pub tone: Tone,
}

/// How something is to be taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    #[default]
    Plain,
    /// Passed.
    Passed,
    /// Points were missing.
    Short,
    /// A red line was crossed.
    Red,
    /// Not settled yet.
    Open,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// There is none.
    None,
    /// Words.
    Text(String),
    /// So many.
    Count(usize),
    /// A share of 1, told in percent.
    Share(Exact),
    /// So many of so many, told with its interval.
    Rate(Rate),
    /// So many exams, by how they came out.
    Tally(Tally),
    /// A day.
    Day(Date),
    /// So many days.
    Days(u32),
    /// So many minutes.
    Minutes(u32),
}

/// Exams by how they came out. Each counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Passed.
    pub passed: usize,
    /// Not passed: points were missing, in all or in a part.
    pub short: usize,
    /// Not passed: a red line was crossed or a critical step missed, whatever the points.
    pub red: usize,
    /// Not settled yet.
    pub open: usize,
}

/// In whose words and language a report is made, and with which titles.
#[derive(Clone, Copy)]
pub struct Tell<'a> {
    /// The program's words.
    pub words: &'a Words,
    /// The language of titles.
    pub lang: &'a Lang,
    /// Where titles are looked up.
    pub library: &'a Library,
}

impl Cell {
    /// Words, or none where they are empty.
    pub fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::None } else { Self::Text(words) }
    }

    /// As a person reads it.
    pub fn said(&self, words: &Words) -> String {
        match self {
            Self::None => "–".to_owned(),
            Self::Text(text) => text.clone(),
            Self::Count(n) => n.to_string(),
            Self::Share(share) => format!("{} %", share.percent()),
            Self::Rate(rate) => said(*rate, words),
            Self::Tally(tally) => tally.said(words),
            Self::Day(day) => day.to_string(),
            Self::Days(days) => words.with("report-days", &[("days", (*days).into())]),
            Self::Minutes(minutes) => words.with("report-minutes", &[("minutes", (*minutes).into())]),
        }
    }
}

/// A rate with what it is of and its interval.
fn said(rate: Rate, words: &Words) -> String {
    let (Some(share), Some((low, high))) = (rate.share(), rate.interval()) else { return "–".to_owned() };
    let percent = |m: u16| Exact::new(i128::from(m), 1000).percent();
    let args = [
        ("percent", share.percent().into()),
        ("hits", rate.hits.into()),
        ("of", rate.of.into()),
        ("low", percent(low).into()),
        ("high", percent(high).into()),
    ];
    words.with("report-rate", &args)
}

impl Tally {
    /// How they came out, each with its number, in the order told.
    pub const fn parts(self) -> [(Tone, usize); 4] {
        [(Tone::Passed, self.passed), (Tone::Short, self.short), (Tone::Red, self.red), (Tone::Open, self.open)]
    }

    /// With others.
    #[must_use]
    pub const fn and(self, more: Self) -> Self {
        Self {
            passed: self.passed + more.passed,
            short: self.short + more.short,
            red: self.red + more.red,
            open: self.open + more.open,
        }
    }

    /// All of them.
    pub const fn sum(self) -> usize {
        self.passed + self.short + self.red + self.open
    }

    /// `3 (2 passed, 1 by a red line)`; a bare 0 where there are none.
    fn said(self, words: &Words) -> String {
        let part = |(tone, n): &(Tone, usize)| words.with(&format!("report-tally-{}", tone.name()), &[("count", (*n).into())]);
        let parts: Vec<String> = self.parts().iter().filter(|(_, n)| *n > 0).map(part).collect();
        match parts.is_empty() {
            true => "0".to_owned(),
            false => {
                let parts = parts.join(&words.get("swap-comma"));
                words.with("report-tally", &[("count", self.sum().into()), ("parts", parts.into())])
            }
        }
    }
}

impl Tone {
    /// Its name in JSON, in keys of words and on pages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Passed => "passed",
            Self::Short => "short",
            Self::Red => "red",
            Self::Open => "open",
        }
    }
}

impl Bar {
    /// All of one tone.
    pub fn plain(name: impl Into<String>, value: Cell, length: Exact) -> Self {
        Self { name: name.into(), value, stretches: vec![Stretch { length, tone: Tone::Plain }] }
    }

    /// How long it is in all: 0 to 1.
    pub fn length(&self) -> Exact {
        self.stretches.iter().map(|it| it.length).sum()
    }
}

impl Section {
    /// With its heading from the words `report-section-…`.
    pub fn new(key: &'static str, words: &Words, parts: Vec<Part>) -> Self {
        Self { key, title: words.get(&format!("report-section-{key}")), parts }
    }
}

impl Table {
    /// With its headings from the words `report-col-…`.
    pub fn new(key: &'static str, columns: &[&'static str], words: &Words, rows: Vec<Vec<Cell>>) -> Self {
        Self { key, columns: columns.iter().map(|it| (*it, words.get(&format!("report-col-{it}")))).collect(), rows }
    }

    /// The table, or a sentence that there is nothing.
    pub fn or_note(self, note: &str, words: &Words) -> Part {
        if self.rows.is_empty() { Part::Note(words.get(note)) } else { Part::Table(self) }
    }
}

impl Figure {
    /// With its name from the words `report-…`.
    pub fn new(key: &str, words: &Words, value: Cell) -> Self {
        Self { key: key.to_owned(), name: words.get(&format!("report-{key}")), value }
    }
}

impl Tell<'_> {
    /// A sentence without gaps.
    pub fn get(&self, key: &str) -> String {
        self.words.get(key)
    }
}
