//! `report archive`: the training archive (培训档案) as a table that an inspector or a client can read: when, who, what in which edition,
//! in what form, how long, with what result, and what it was good for afterwards.
//!
//! Of practice it has one line a person: how often and how long. How it went is the person's and the own trainer's.

use super::facts::{Done, Facts, Person, Settled};
use super::later::later;
use super::parts::{percent, standing, titled};
use super::{Account, Cell, Part, Section, Table, Tell};
use crate::attempt::plan::Subject;
use crate::base::moment::Moment;
use crate::model::grade::Grade;
use crate::report::standing::share;

/// The columns: whose it is stands behind the day.
const COLUMNS: [&str; 11] =
    ["day", "name", "staff-number", "groups", "role", "what", "edition", "form", "minutes", "result", "later"];
/// The columns of a person's own file.
pub const OWN_COLUMNS: [&str; 7] = ["day", "what", "edition", "form", "minutes", "result", "later"];

/// A line of the archive, or of a person's own file.
pub struct Line {
    /// When it began.
    pub at: Moment,
    /// What was done; of practice in the archive: how often.
    pub what: String,
    /// Which edition of it.
    pub edition: String,
    /// In what form.
    pub form: String,
    /// How long it took; `None` where it takes no time.
    pub minutes: Option<u32>,
    /// What came of it.
    pub result: String,
    /// What it was good for afterwards.
    pub later: String,
}

impl Line {
    /// As a row of `OWN_COLUMNS`.
    pub fn cells(self, facts: &Facts) -> Vec<Cell> {
        vec![
            Cell::Day(facts.day(self.at)),
            Cell::Text(self.what),
            Cell::text(self.edition),
            Cell::Text(self.form),
            self.minutes.map_or(Cell::None, Cell::Minutes),
            Cell::Text(self.result),
            Cell::text(self.later),
        ]
    }
}

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
        let mut lines: Vec<Line> =
            within().filter(|it| !it.is_practice()).map(|it| line(tell, facts, (person, it), false)).collect();
        lines.extend(waived(tell, person).into_iter().filter(|it| span.has(it.at)));
        let practised: Vec<&Done> = within().filter(|it| it.is_practice()).collect();
        lines.extend(practice(tell, facts, &practised));
        let whose = whose(tell, person);
        let row = |line: Line| {
            let (at, mut cells) = (line.at, line.cells(facts));
            cells.splice(1..1, whose.iter().cloned());
            (at, cells)
        };
        rows.extend(lines.into_iter().map(row));
    }
    rows.sort_by_key(|(at, _)| *at);
    let table = Table::new("archive", &COLUMNS, tell.words, rows.into_iter().map(|(_, row)| row).collect());
    let none = if span == Span::default() { "report-nothing-yet" } else { "report-nothing-done" };
    let parts = vec![table.or_note(none, tell.words), Part::Note(tell.get("report-archive-how"))];
    let sections = vec![Section::new("archive", tell.words, parts)];
    Account { kind: "archive", title: tell.get("report-title-archive"), about, day: facts.today, sections }
}

/// Name, staff number, groups and role of a person.
fn whose(tell: Tell<'_>, person: &Person) -> [Cell; 4] {
    let role = person.role.as_deref().map(|id| {
        let known = tell.library.roles.iter().find(|(it, _)| it.as_str() == id);
        known.map_or_else(|| id.to_owned(), |(_, title)| title.get(tell.lang).to_owned())
    });
    let groups = person.groups.join(&tell.get("swap-comma"));
    let number = person.number.clone().unwrap_or_default();
    [Cell::Text(person.bare.clone()), Cell::text(number), Cell::text(groups), Cell::text(role.unwrap_or_default())]
}

/// One thing that was done; with how well it went where it is the person's own file.
pub fn line(tell: Tell<'_>, facts: &Facts, (person, done): (&Person, &Done), own: bool) -> Line {
    Line {
        at: done.begun,
        what: done.title.clone(),
        edition: done.edition.clone(),
        form: form(tell, &done.subject),
        minutes: Some(done.minutes),
        result: result(tell, done, own),
        later: later(tell, facts, person, done),
    }
}

/// In what form it was done.
fn form(tell: Tell<'_>, subject: &Subject) -> String {
    tell.get(&format!("report-form-{}", subject.parts().0))
}

/// What came of it; how well practice and checkpoints went only where the person's own file is meant.
fn result(tell: Tell<'_>, done: &Done, own: bool) -> String {
    if let Some(exam) = &done.exam {
        let stands = standing(tell, exam);
        let Some(total) = exam.total else { return stands };
        let text = tell.words.with("report-result-exam", &[("stands", stands.into()), ("total", percent(total).into())]);
        // Where the marks alone do not say so, it is said who did.
        let (key, name) = match &exam.settled {
            Some(Settled::Decided(name)) => ("report-result-decided", name),
            Some(Settled::Regraded(name)) => ("report-result-regraded", name),
            None => return text,
        };
        return tell.words.with(key, &[("result", text.into()), ("name", name.as_str().into())]);
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
pub fn waived(tell: Tell<'_>, person: &Person) -> Vec<Line> {
    let line = |(course, at): &(crate::base::id::CourseId, Moment)| Line {
        at: *at,
        what: titled(tell, &Subject::Course(course.to_string())),
        edition: String::new(),
        form: tell.get("report-form-waiver"),
        minutes: None,
        result: tell.get("report-result-waived"),
        later: String::new(),
    };
    person.waived.iter().map(line).collect()
}

/// All practice of a person in one line, on the day it began.
fn practice(tell: Tell<'_>, facts: &Facts, done: &[&Done]) -> Option<Line> {
    let (first, last) = (done.first()?, done.iter().map(|it| it.last).max()?);
    let count = |kind: &str| done.iter().filter(|it| it.subject.parts().0 == kind).count();
    let kinds = ["scenario", "bank", "review"].map(|kind| (kind, count(kind)));
    let named = |(kind, n): &(&str, usize)| tell.words.with(&format!("report-practice-{kind}"), &[("count", (*n).into())]);
    let told: Vec<String> = kinds.iter().filter(|(_, n)| *n > 0).map(named).collect();
    let args = [("told", told.join(&tell.get("swap-comma")).into()), ("day", facts.day(last).to_string().into())];
    Some(Line {
        at: first.begun,
        what: tell.words.with("report-practice", &args),
        edition: String::new(),
        form: tell.get("report-form-practice"),
        minutes: Some(done.iter().map(|it| it.minutes).sum()),
        result: tell.get("report-result-own"),
        later: String::new(),
    })
}
