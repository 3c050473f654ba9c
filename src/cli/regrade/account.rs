//! What came of marking again as a report: a table of exams and one of their items, for a file. To record it is `apply`'s.

use std::path::Path;

use super::recorded::{self, Found};
use super::today::{Case, Compared};
use super::told::{Told, named, stands, total};
use crate::base::points::Exact;
use crate::cli::Outcome;
use crate::cli::failure::{Exit, Failure};
use crate::cli::registry::ExamCase;
use crate::cli::report::out;
use crate::cli::room::{Call, lang};
use crate::locale::Words;
use crate::model::library::Library;
use crate::report::account::{Account, Cell, Figure, Part, Section, Table};
use crate::store::Store;

/// Where it goes.
pub type File<'f> = (out::Kind, &'f Path);

/// Everything marked again under the content it was sat with.
///
/// # Errors
/// `Failure` where it cannot be written.
pub fn recorded(call: &Call<'_>, found: &Found, (kind, path): File<'_>) -> Result<(), Failure> {
    let words = &call.words;
    let figures = [("same", found.same), ("other", found.other.len()), ("erased", found.erased)];
    let rows = found.other.iter().map(|(id, failure)| vec![Cell::text(id.as_str()), Cell::text(recorded::why(failure, words))]);
    let other = Table::new("other", &["attempt", "why"], words, rows.collect());
    out::write(call, &account(call, ("recorded", &figures), vec![("regrade-exams", other)])?, kind, path)
}

/// Exams as they would stand under today's content.
///
/// # Errors
/// `Failure` of the store, or where it cannot be written.
pub fn today(
    call: &Call<'_>,
    store: &dyn Store,
    library: &Library,
    (compared, lower, (kind, path)): (&Compared, bool, File<'_>),
) -> Outcome {
    let (words, cases) = (&call.words, &compared.cases);
    let (learners, lang) = (store.learners()?, lang(library, words));
    let exam = |case: &&Case| {
        let activity = &case.before.kept.activity;
        let name = learners.iter().find(|it| it.id == activity.plan.learner).map_or_else(String::new, |it| it.called());
        let title = activity.scheme().map_or_else(String::new, |scheme| scheme.title.get(&lang).to_owned());
        let now = case.applied(lower).map_or(&case.before, |new| &new.case);
        let number = case.licence.as_ref().map_or("", |number| number.as_str());
        let standing = |case: &ExamCase| Cell::text(word(case, words));
        let share = |case: &ExamCase| total(case).map_or(Cell::None, Cell::Share);
        let of = [Cell::text(case.attempt().as_str()), Cell::text(name), Cell::text(title), Cell::text(number)];
        [&of[..], &[share(&case.before), standing(&case.before), share(now), standing(now)]].concat()
    };
    let other: Vec<&Case> = cases.iter().filter(|case| !case.items.is_empty()).collect();
    let items = other.iter().flat_map(|case| items(case, lower, words)).collect();
    let heads = ["attempt", "name", "licence", "number", "total-was", "stood", "total-now", "stands"];
    let exams = Table::new("exams", &heads, words, other.iter().map(exam).collect());
    let items = Table::new("items", &["attempt", "item", "was", "now", "why"], words, items);
    let moved = cases.iter().filter(|it| it.applied(lower).is_some()).count();
    let changed = cases.iter().filter(|it| it.is_other()).count();
    let figures = [("exams", cases.len()), ("changed", changed), ("moved", moved), ("erased", compared.erased)];
    let tables = vec![("regrade-exams", exams), ("regrade-items", items)];
    out::write(call, &account(call, ("today", &figures), tables)?, kind, path)?;
    Ok(Exit::Done)
}

/// The items of an exam whose content is another now, each with what is said of it.
fn items(case: &Case, lower: bool, words: &Words) -> Vec<Vec<Cell>> {
    let told = Told { words, case, lower };
    let points = |earned: Exact, of: Exact| Cell::text(format!("{} / {}", earned.decimal(1), of.decimal(1)));
    let said = told.items();
    let row = |(item, said): (&crate::grade::regrade::Item, crate::model::page::Item)| {
        let now = item.now.as_ref().map_or(Cell::None, |now| points(now.mark.earned, now.mark.of));
        let name = named(case.before.kept.activity.step(item.at));
        vec![
            Cell::text(case.attempt().as_str()),
            Cell::text(name),
            points(item.was.earned, item.was.of),
            now,
            Cell::text(said.text),
        ]
    };
    case.items.iter().zip(said).map(row).collect()
}

fn word(case: &ExamCase, words: &Words) -> String {
    stands(case).map_or_else(String::new, |it| words.get(&format!("standing-{}", it.name())))
}

/// Figures, then tables; of today.
fn account(
    call: &Call<'_>,
    (against, figures): (&str, &[(&str, usize)]),
    tables: Vec<(&'static str, Table)>,
) -> Result<Account, Failure> {
    let words = &call.words;
    let zone = call.load(None).unwrap_or_else(|_| crate::content::load_shipped()).library.time_zone;
    let day = call.ports.now().day(&zone).ok_or_else(|| Failure::new(Exit::Bug, "fail-bug", []))?;
    let figure = |(key, count): &(&str, usize)| Figure::new(&format!("regrade-{key}"), words, Cell::Count(*count));
    let summary = Section::new("regrade-summary", words, vec![Part::Figures(figures.iter().map(figure).collect())]);
    let table = |(key, table): (&'static str, Table)| Section::new(key, words, vec![table.or_note("report-regrade-none", words)]);
    let sections = std::iter::once(summary).chain(tables.into_iter().map(table)).collect();
    let title = words.get(&format!("report-title-regrade-{against}"));
    let about = vec![words.with("report-as-of", &[("day", day.to_string().into())]), words.get("regrade-rule")];
    Ok(Account { kind: "regrade", title, about, day, sections })
}
