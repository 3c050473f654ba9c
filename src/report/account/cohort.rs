//! `report cohort`: how far a group of people is, what they pass and miss, how long they take, and who needs a word.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Exam, Facts, Person};
use super::parts::{licence_title, no_exams, objectives, overdue, pass_rates, skills, titled};
use super::spread::spread;
use super::{Account, Cell, Figure, LEAST, Part, Section, Table, Tell};
use crate::analysis::rate::quartiles;
use crate::base::id::{LearnerId, LicenceId};
use crate::report::group::said::stuck;

/// The report.
pub fn account(tell: Tell<'_>, facts: &Facts, about: Vec<String>) -> Account {
    let everybody: Vec<&Person> = facts.people.iter().collect();
    let licences: BTreeSet<&LicenceId> =
        facts.people.iter().flat_map(|it| it.exams(None)).map(|(_, exam)| &exam.licence).collect();
    let mut sections = vec![Section::new("people", tell.words, people(tell, facts))];
    sections.push(Section::new("exams", tell.words, exams(tell, facts, &licences)));
    sections.push(Section::new("time", tell.words, time(tell, facts)));
    let mut gaps = skills(tell, &everybody, LEAST);
    gaps.extend(objectives(tell, &everybody));
    sections.push(Section::new("skills", tell.words, gaps));
    let late = vec![overdue(tell, facts).or_note("report-none-overdue", tell.words)];
    sections.push(Section::new("overdue", tell.words, late));
    sections.push(Section::new("stuck", tell.words, vec![held_up(tell, facts).or_note("report-none-stuck", tell.words)]));
    Account { kind: "cohort", title: tell.get("report-title-cohort"), about, day: facts.today, sections }
}

/// How many there are and how many are how far.
fn people(tell: Tell<'_>, facts: &Facts) -> Vec<Part> {
    let count = |holds: &dyn Fn(&Person) -> bool| Cell::Count(facts.people.iter().filter(|it| holds(it)).count());
    let holders: BTreeSet<&LearnerId> = facts.licences.iter().filter(|it| it.state.is_good()).map(|it| &it.learner).collect();
    let licensed = |it: &Person| holders.contains(&it.id);
    let figures = vec![
        Figure::new("enrolled", tell.words, Cell::Count(facts.people.len())),
        Figure::new("left", tell.words, count(&|it| !it.here)),
        Figure::new("begun", tell.words, count(&|it| !it.done.is_empty())),
        Figure::new("sat", tell.words, count(&|it| it.exams(None).next().is_some())),
        Figure::new("licensed", tell.words, count(&licensed)),
    ];
    let unread = (!facts.damaged.is_empty()).then(|| Figure::new("unread", tell.words, Cell::Count(facts.damaged.len())));
    let figures = figures.into_iter().chain(unread).collect();
    let row = |(n, what): (usize, _)| {
        let counts = facts.cohort.counts(n);
        let due = facts.cohort.due(n).map_or(Cell::None, Cell::Day);
        let numbers = [counts.people, counts.met, counts.under_way(), counts.not_begun, counts.late].map(Cell::Count);
        [Cell::Text(titled(tell, what)), due].into_iter().chain(numbers).collect()
    };
    let rows: Vec<Vec<Cell>> = facts.cohort.subjects.iter().enumerate().map(row).collect();
    let table = Table::new("subjects", &["what", "due", "people", "met", "under-way", "not-begun", "late"], tell.words, rows);
    vec![Part::Figures(figures), table.or_note("report-nothing-assigned", tell.words)]
}

/// Pass rates and how the first totals are spread, licence by licence.
fn exams(tell: Tell<'_>, facts: &Facts, licences: &BTreeSet<&LicenceId>) -> Vec<Part> {
    if licences.is_empty() {
        return vec![no_exams(tell, facts)];
    }
    let row = |id: &&LicenceId| {
        let (first, last) = pass_rates(facts.people.iter(), id);
        let sat = facts.people.iter().filter(|it| it.exams(Some(id)).next().is_some()).count();
        vec![Cell::Text(licence_title(tell, id)), Cell::Count(sat), Cell::Rate(first), Cell::Rate(last)]
    };
    let rows = licences.iter().map(row).collect();
    let columns = ["licence", "sat", "first-time", "in-the-end"];
    let mut parts = vec![Part::Table(Table::new("pass-rates", &columns, tell.words, rows))];
    parts.push(Part::Note(tell.get("report-rates-how")));
    for id in licences {
        let first = facts.people.iter().filter_map(|it| it.exams(Some(id)).next());
        let told: Vec<&Exam> = first.map(|(_, exam)| exam).filter(|exam| exam.total.is_some()).collect();
        if told.len() < LEAST {
            continue;
        }
        let args = [("title", licence_title(tell, id).into()), ("count", told.len().into())];
        parts.extend(spread(tell, id, tell.words.with("report-distribution", &args), &told));
    }
    let scripted = facts.people.iter().flat_map(|it| it.exams(None)).filter(|(done, _)| done.scripted).count();
    if scripted > 0 {
        parts.push(Part::Note(tell.words.with("report-scripted", &[("count", scripted.into())])));
    }
    parts
}

/// From the day of enrolment to the first licence.
fn time(tell: Tell<'_>, facts: &Facts) -> Vec<Part> {
    let licences: BTreeSet<&LicenceId> = facts.licences.iter().map(|it| &it.licence).collect();
    // Oldest first: the one that is put in last is the first.
    let firsts: BTreeMap<_, _> = facts.licences.iter().rev().map(|it| ((&it.licence, &it.learner), it.issued)).collect();
    let row = |id: &LicenceId| {
        let first = |it: &Person| firsts.get(&(id, &it.id)).map(|issued| facts.days(it.since, *issued));
        let days: Vec<u32> = facts.people.iter().filter_map(first).collect();
        let count = days.len();
        let quarters = quartiles(days)?.map(Cell::Days);
        Some([Cell::Text(licence_title(tell, id)), Cell::Count(count)].into_iter().chain(quarters).collect())
    };
    let rows: Vec<Vec<Cell>> = licences.into_iter().filter_map(row).collect();
    let table = Table::new("days", &["licence", "licensed", "quarter", "half", "three-quarters"], tell.words, rows);
    match table.rows.is_empty() {
        true => vec![table.or_note("report-no-licences", tell.words)],
        false => vec![Part::Table(table), Part::Note(tell.get("report-time-how"))],
    }
}

fn held_up(tell: Tell<'_>, facts: &Facts) -> Table {
    let said = |it: &crate::report::group::Person| {
        let what = stuck(tell.words, (tell.library, tell.lang), it.stuck.as_ref()?);
        Some(vec![Cell::Text(it.name.clone()), Cell::Text(what)])
    };
    Table::new("stuck", &["name", "stuck"], tell.words, facts.cohort.people.iter().filter_map(said).collect())
}
