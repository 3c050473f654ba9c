//! `report licence`: how the licences of a scheme stand, who passes its exam, where totals lie beside the mark, what was decided by
//! people, and which items ought to be looked at.
//!
//! Of items only ids and figures: what they ask, and which option is right, has no place on a page that is handed round.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::facts::{Done, Exam, Facts, Licence};
use super::parts::{ending, no_exams, pass_rates, states};
use super::spread::spread;
use super::{Account, Bar, Bars, Cell, Figure, Part, Section, Table, Tell};
use crate::analysis::items::advice::{FACILITY_FROM, REST_FROM};
use crate::analysis::rate::Rate;
use crate::base::id::LicenceId;
use crate::base::points::Exact;

/// Licences that end within so many days are listed.
const SOON: u32 = 60;
/// The newest months that are told.
const MONTHS: usize = 24;

/// What statistics say of the items, and of the examiners.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Items {
    /// Exams that they are from: of each person the first.
    pub exams: usize,
    /// The items that ought to be looked at.
    pub alarms: Vec<Alarm>,
    /// How many items were met at all.
    pub met: usize,
    /// Stations that two examiners saw: pairs of marks, and how many were alike.
    pub raters: Vec<(String, Rate)>,
}

/// An item that ought to be looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Alarm {
    /// Which.
    pub item: String,
    /// In how many exams it was.
    pub met: usize,
    /// The mean mark, a share of the most, in thousandths.
    pub facility: Option<u16>,
    /// The correlation with the rest, in percent, cut.
    pub discrimination: Option<i32>,
    /// Why: words of `analysis/items/advice`, or `exposed`.
    pub why: Vec<&'static str>,
}

/// The report.
pub fn account(tell: Tell<'_>, facts: &Facts, (id, items): (&LicenceId, &Items), about: (String, Vec<String>)) -> Account {
    let licences: Vec<&Licence> = facts.licences.iter().filter(|it| it.licence == *id).collect();
    let mut standing = vec![Part::Figures(states(tell, &licences))];
    standing.push(ending(tell, facts, &licences, SOON).or_note("report-none-ending", tell.words));
    let sections = vec![
        Section::new("standing", tell.words, standing),
        Section::new("rates", tell.words, rates(tell, facts, id)),
        Section::new("totals", tell.words, totals(tell, facts, id)),
        Section::new("borderline", tell.words, borderline(tell, facts, id)),
        Section::new("items", tell.words, alarms(tell, items)),
        Section::new("examiners", tell.words, examiners(tell, items)),
    ];
    let (title, about) = about;
    Account { kind: "licence", title, about, day: facts.today, sections }
}

/// The exams that figures are from: what was sat twice is counted apart.
fn exams<'f>(facts: &'f Facts, id: &'f LicenceId) -> impl Iterator<Item = (&'f Done, &'f Exam)> {
    facts.people.iter().flat_map(move |it| it.exams(Some(id))).filter(|(_, exam)| !exam.disputed)
}

fn disputed(facts: &Facts, id: &LicenceId) -> usize {
    facts.people.iter().flat_map(|it| it.exams(Some(id))).filter(|(_, exam)| exam.disputed).count()
}

/// Pass rates in all, and month by month by the day that the exam began.
fn rates(tell: Tell<'_>, facts: &Facts, id: &LicenceId) -> Vec<Part> {
    let (first, last) = pass_rates(facts.people.iter(), id);
    let mut months: BTreeMap<(i16, i8), Rate> = BTreeMap::new();
    for (done, passed) in exams(facts, id).filter_map(|(done, exam)| Some((done, exam.passed()?))) {
        let day: Date = facts.day(done.begun);
        let rate = months.entry((day.year(), day.month())).or_default();
        *rate = Rate { hits: rate.hits + usize::from(passed), of: rate.of + 1 };
    }
    let (apart, settled) = (disputed(facts, id), !months.is_empty());
    if !settled && apart == 0 {
        return vec![no_exams(tell, facts)];
    }
    let bar = |((year, month), rate): ((i16, i8), Rate)| {
        Bar::plain(format!("{year:04}-{month:02}"), Cell::Rate(rate), rate.share().unwrap_or(Exact::ZERO))
    };
    let before = months.len().saturating_sub(MONTHS);
    let bars = months.into_iter().skip(before).map(bar).collect();
    let mut figures = vec![
        Figure::new("sat-exams", tell.words, Cell::Count(exams(facts, id).count())),
        Figure::new("first-time", tell.words, Cell::Rate(first)),
        Figure::new("in-the-end", tell.words, Cell::Rate(last)),
    ];
    if apart > 0 {
        figures.push(Figure::new("disputed-exams", tell.words, Cell::Count(apart)));
    }
    let heads = ["report-col-month", "report-col-pass-rate"].map(|key| tell.get(key));
    let mut out = vec![Part::Figures(figures)];
    if settled {
        out.push(Part::Bars(Bars { key: "months", name: tell.get("report-by-month"), heads, bars, cut: None }));
    }
    out.push(Part::Note(tell.get("report-rates-how")));
    out
}

fn totals(tell: Tell<'_>, facts: &Facts, id: &LicenceId) -> Vec<Part> {
    let told: Vec<&Exam> = exams(facts, id).map(|(_, exam)| exam).filter(|exam| exam.total.is_some()).collect();
    if told.is_empty() {
        return vec![no_exams(tell, facts)];
    }
    let name = tell.words.with("report-totals", &[("count", told.len().into())]);
    spread(tell, id, name, &told)
}

/// Totals just below the mark: how many there were, and what people made of them.
fn borderline(tell: Tell<'_>, facts: &Facts, id: &LicenceId) -> Vec<Part> {
    let all: Vec<&Exam> = exams(facts, id).map(|(_, exam)| exam).filter(|exam| exam.was_borderline()).collect();
    let count = |passed: Option<bool>| Cell::Count(all.iter().filter(|it| it.passed() == passed).count());
    let figures = vec![
        Figure::new("borderline", tell.words, Cell::Count(all.len())),
        Figure::new("decided-passed", tell.words, count(Some(true))),
        Figure::new("decided-failed", tell.words, count(Some(false))),
        Figure::new("undecided", tell.words, count(None)),
    ];
    let band = tell.library.licences.get(id).map_or(0, |scheme| scheme.result.borderline);
    vec![Part::Figures(figures), Part::Note(tell.words.with("report-band", &[("band", band.into())]))]
}

fn alarms(tell: Tell<'_>, items: &Items) -> Vec<Part> {
    let args = [
        ("exams", items.exams.into()),
        ("facility", FACILITY_FROM.into()),
        ("rest", REST_FROM.into()),
        ("items", items.met.into()),
    ];
    let how = Part::Note(tell.words.with("report-items-how", &args));
    let row = |it: &Alarm| {
        let why: Vec<String> = it.why.iter().map(|why| tell.get(&format!("report-alarm-{why}"))).collect();
        let share = |n: u16| Cell::Share(Exact::new(i128::from(n), 1000));
        vec![
            Cell::Text(it.item.clone()),
            Cell::Count(it.met),
            it.facility.map_or(Cell::None, share),
            it.discrimination.map_or(Cell::None, |n| Cell::Text(n.to_string())),
            Cell::Text(why.join(&tell.get("swap-comma"))),
        ]
    };
    let rows = items.alarms.iter().map(row).collect();
    let table = Table::new("items", &["item", "exams", "facility", "discrimination", "look"], tell.words, rows);
    let none = if items.exams < FACILITY_FROM { "report-alarms-too-few" } else { "report-no-alarms" };
    vec![table.or_note(none, tell.words), how]
}

fn examiners(tell: Tell<'_>, items: &Items) -> Vec<Part> {
    let row = |(station, rate): &(String, Rate)| vec![Cell::Text(station.clone()), Cell::Rate(*rate)];
    let rows = items.raters.iter().map(row).collect();
    vec![Table::new("examiners", &["station", "alike"], tell.words, rows).or_note("report-no-pairs", tell.words)]
}
