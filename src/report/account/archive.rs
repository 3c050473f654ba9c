//! `report archive`: the training archive (培训档案) as a table that an inspector or a client can read: when, who, what in which edition,
//! in what form, how long, with what result, and what it was good for afterwards.
//!
//! Of practice it has one line a person: how often and how long. How it went is the person's and the own trainer's.

use super::facts::{Done, Facts, Person};
use super::later::later;
use super::parts::{percent, standing, titled};
use super::{Account, Cell, Part, Section, Table, Tell};
use crate::attempt::plan::Subject;
use crate::base::moment::Moment;
use crate::model::grade::Grade;
use crate::report::standing::share;

/// The columns, the person's name among them or not.
const COLUMNS: [&str; 8] = ["day", "name", "what", "edition", "form", "minutes", "result", "later"];

/// From when till when something was begun.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// From this moment on.
    pub from: Option<Moment>,
    /// Until this moment.
    pub to: Option<Moment>,
}

impl Span {
    /// Whether it was within.
    pub fn has(self, at: Moment) -> bool {
        self.from.is_none_or(|from| at >= from) && self.to.is_none_or(|to| at <= to)
    }
}

/// The report.
pub fn account(tell: Tell<'_>, facts: &Facts, about: Vec<String>, span: Span) -> Account {
    let mut rows: Vec<(Moment, Vec<Cell>)> = Vec::new();
    for person in &facts.people {
        let within = || person.done.iter().filter(|it| span.has(it.begun));
        rows.extend(within().filter(|it| !it.is_practice()).map(|it| (it.begun, line(tell, facts, person, it))));
        rows.extend(waived(tell, facts, person).into_iter().filter(|(at, _)| span.has(*at)));
        let practised: Vec<&Done> = within().filter(|it| it.is_practice()).collect();
        rows.extend(practice(tell, facts, person, &practised));
    }
    rows.sort_by_key(|(at, _)| *at);
    let table = Table::new("archive", &COLUMNS, tell.words, rows.into_iter().map(|(_, row)| row).collect());
    let parts = vec![table.or_note("report-nothing-done", tell.words), Part::Note(tell.get("report-archive-how"))];
    let sections = vec![Section::new("archive", tell.words, parts)];
    Account { kind: "archive", title: tell.get("report-title-archive"), about, day: facts.today, sections }
}

/// One thing that was done, as a row.
fn line(tell: Tell<'_>, facts: &Facts, person: &Person, done: &Done) -> Vec<Cell> {
    vec![
        Cell::Day(facts.day(done.begun)),
        Cell::Text(person.name.clone()),
        Cell::Text(done.title.clone()),
        Cell::text(done.edition.clone()),
        Cell::Text(form(tell, &done.subject)),
        Cell::Minutes(done.minutes),
        Cell::Text(result(tell, done, false)),
        Cell::text(later(tell, facts, person, done)),
    ]
}

/// In what form it was done.
pub fn form(tell: Tell<'_>, subject: &Subject) -> String {
    tell.get(&format!("report-form-{}", subject.parts().0))
}

/// What came of it; how well practice and checkpoints went only where the person's own file is meant.
pub fn result(tell: Tell<'_>, done: &Done, own: bool) -> String {
    if let Some(exam) = &done.exam {
        let stands = standing(tell, exam);
        let Some(total) = exam.total else { return stands };
        return tell.words.with("report-result-exam", &[("stands", stands.into()), ("total", percent(total).into())]);
    }
    match &done.grade {
        None => tell.get("report-result-open"),
        Some(Grade::Agreement) => tell.get("report-result-agreed"),
        Some(Grade::Play(play)) if own => {
            let passed = if play.passed { "yes" } else { "no" };
            tell.words.with("report-result-talk", &[("passed", passed.into()), ("percent", percent(play.share).into())])
        }
        Some(grade) if own => tell.words.with("report-result-share", &[("percent", percent(share(grade)).into())]),
        Some(_) => tell.get("report-result-done"),
    }
}

/// Courses that the person need not take.
pub fn waived(tell: Tell<'_>, facts: &Facts, person: &Person) -> Vec<(Moment, Vec<Cell>)> {
    let row = |(course, at): &(crate::base::id::CourseId, Moment)| {
        let title = titled(tell, &Subject::Course(course.to_string()));
        let form = tell.get("report-form-waiver");
        let cells = [Cell::Day(facts.day(*at)), Cell::Text(person.name.clone()), Cell::Text(title), Cell::None, Cell::Text(form)];
        (*at, cells.into_iter().chain([Cell::None, Cell::Text(tell.get("report-result-waived")), Cell::None]).collect())
    };
    person.waived.iter().map(row).collect()
}

/// All practice of a person in one row, on the day it began.
fn practice(tell: Tell<'_>, facts: &Facts, person: &Person, done: &[&Done]) -> Option<(Moment, Vec<Cell>)> {
    let (first, last) = (done.first()?, done.iter().map(|it| it.last).max()?);
    let count = |kind: &str| done.iter().filter(|it| it.subject.parts().0 == kind).count();
    let kinds = ["scenario", "bank", "review"].map(|kind| (kind, count(kind)));
    let named = |(kind, n): &(&str, usize)| tell.words.with(&format!("report-practice-{kind}"), &[("count", (*n).into())]);
    let told: Vec<String> = kinds.iter().filter(|(_, n)| *n > 0).map(named).collect();
    let told = told.join(&tell.get("swap-comma"));
    let args = [("told", told.into()), ("day", facts.day(last).to_string().into())];
    let row = vec![
        Cell::Day(facts.day(first.begun)),
        Cell::Text(person.name.clone()),
        Cell::Text(tell.words.with("report-practice", &args)),
        Cell::None,
        Cell::Text(tell.get("report-form-practice")),
        Cell::Minutes(done.iter().map(|it| it.minutes).sum()),
        Cell::Text(tell.get("report-result-own")),
        Cell::None,
    ];
    Some((first.begun, row))
}
