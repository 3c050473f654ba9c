//! `report learner`: a person's own file. Everything by time, practice and its results too: it is for the person and the own trainer.

use super::archive::{Line, OWN_COLUMNS, line, waived};
use super::facts::{Facts, Person, Said};
use super::parts::{licence_title, skills};
use super::{Account, Cell, Figure, Part, Section, Table, Tell};

/// The report.
pub fn account(tell: Tell<'_>, facts: &Facts, person: &Person, about: Vec<String>) -> Account {
    let mut sections = vec![Section::new("person", tell.words, vec![Part::Figures(figures(tell, facts, person))])];
    sections.push(Section::new("licences", tell.words, vec![licences(tell, facts, person)]));
    let archive = Table::new("archive", &OWN_COLUMNS, tell.words, rows(tell, facts, person));
    let how = Part::Note(tell.get("report-file-how"));
    sections.push(Section::new("archive", tell.words, vec![archive.or_note("report-nothing-yet", tell.words), how]));
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
    let mut lines: Vec<Line> = person.done.iter().map(|it| line(tell, facts, (person, it), true)).collect();
    lines.extend(waived(tell, person));
    lines.sort_by_key(|it| it.at);
    lines.into_iter().map(|it| it.cells(facts)).collect()
}
