//! `report learner`: a person's own file. Everything by time, practice and its results too: it is for the person and the own trainer.

use super::archive::{form, result, waived};
use super::facts::{Done, Facts, Person, Said};
use super::later::later;
use super::parts::{licence_title, skills};
use super::{Account, Cell, Figure, Part, Section, Table, Tell};
use crate::base::moment::Moment;

/// The columns: those of the archive without the name.
const COLUMNS: [&str; 7] = ["day", "what", "edition", "form", "minutes", "result", "later"];

/// The report.
pub fn account(tell: Tell<'_>, facts: &Facts, person: &Person, about: Vec<String>) -> Account {
    let mut sections = vec![Section::new("person", tell.words, vec![Part::Figures(figures(tell, facts, person))])];
    sections.push(Section::new("licences", tell.words, vec![licences(tell, facts, person)]));
    let archive = Table::new("archive", &COLUMNS, tell.words, rows(tell, facts, person));
    let how = Part::Note(tell.get("report-file-how"));
    sections.push(Section::new("archive", tell.words, vec![archive.or_note("report-nothing-done", tell.words), how]));
    sections.push(Section::new("own-skills", tell.words, skills(tell, &[person], 1)));
    let title = tell.words.with("report-title-learner", &[("name", person.name.as_str().into())]);
    Account { kind: "learner", title, about, day: facts.today, sections }
}

fn figures(tell: Tell<'_>, facts: &Facts, person: &Person) -> Vec<Figure> {
    let said = |what| Cell::Count(person.said.iter().filter(|(.., it)| *it == what).count());
    let groups = person.groups.join(&tell.get("swap-comma"));
    let over = person.done.iter().filter(|it| it.is_over());
    vec![
        Figure::new("since", tell.words, Cell::Day(facts.day(person.since))),
        Figure::new("groups", tell.words, Cell::text(groups)),
        Figure::new("finished", tell.words, Cell::Count(over.count())),
        Figure::new("minutes-in-all", tell.words, Cell::Minutes(person.done.iter().map(|it| it.minutes).sum())),
        Figure::new("notes", tell.words, said(Said::Note)),
        Figure::new("remarks", tell.words, said(Said::Remark)),
    ]
}

fn licences(tell: Tell<'_>, facts: &Facts, person: &Person) -> Part {
    let row = |it: &super::facts::Licence| {
        vec![
            Cell::Text(licence_title(tell, &it.licence)),
            Cell::Text(it.number.to_string()),
            Cell::Text(tell.get(&format!("report-state-{}", it.state.name()))),
            Cell::Day(facts.day(it.issued)),
            Cell::Day(facts.day(it.until)),
        ]
    };
    let rows = facts.licences.iter().filter(|it| it.learner == person.id).map(row).collect();
    let columns = ["licence", "number", "state", "issued", "until"];
    Table::new("licences", &columns, tell.words, rows).or_note("report-no-licence", tell.words)
}

/// Everything by time.
fn rows(tell: Tell<'_>, facts: &Facts, person: &Person) -> Vec<Vec<Cell>> {
    let line = |it: &Done| {
        let row = vec![
            Cell::Day(facts.day(it.begun)),
            Cell::Text(it.title.clone()),
            Cell::text(it.edition.clone()),
            Cell::Text(form(tell, &it.subject)),
            Cell::Minutes(it.minutes),
            Cell::Text(result(tell, it, true)),
            Cell::text(later(tell, facts, person, it)),
        ];
        (it.begun, row)
    };
    let mut rows: Vec<(Moment, Vec<Cell>)> = person.done.iter().map(line).collect();
    let without_name = |(at, row): (Moment, Vec<Cell>)| {
        (at, row.into_iter().enumerate().filter(|(n, _)| *n != 1).map(|(_, cell)| cell).collect())
    };
    rows.extend(waived(tell, facts, person).into_iter().map(without_name));
    rows.sort_by_key(|(at, _)| *at);
    rows.into_iter().map(|(_, row)| row).collect()
}
