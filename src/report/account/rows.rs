//! A report as rows of a spreadsheet: bare numbers in their cells, units in the headings, a rate or a tally over several columns. The
//! headings are the table's own, here and on every page. One sheet a section;
//! a CSV has the sections one after the other, and is that table alone where the report is nothing else.

use super::{Account, Bars, Cell, Figure, Part, Section, Table};
use crate::base::points::Exact;
use crate::locale::Words;

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// Which of them are headings.
    pub heads: Vec<usize>,
}

/// One sheet a section; the first begins with what the report is about.
pub fn sheets(account: &Account, words: &Words) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = account.sections.iter().map(|it| sheet(it, words)).collect();
    let mut about = Sheet { name: words.get("report-sheet-about"), rows: vec![vec![account.title.clone()]], heads: vec![0] };
    about.rows.extend(account.about.iter().map(|line| vec![line.clone()]));
    sheets.insert(0, about);
    sheets
}

/// All in one.
pub fn csv(account: &Account, words: &Words) -> Vec<Vec<String>> {
    if let [section] = &account.sections[..]
        && let Some(table) = only_table(section)
    {
        return tabled(table, words);
    }
    let mut rows = vec![vec![account.title.clone()]];
    rows.extend(account.about.iter().map(|line| vec![line.clone()]));
    for section in &account.sections {
        rows.push(vec![String::new()]);
        rows.push(vec![section.title.clone()]);
        rows.extend(sheet(section, words).rows);
    }
    rows
}

/// The table of a section that has nothing else but notes.
fn only_table(section: &Section) -> Option<&Table> {
    let mut tables = section.parts.iter().filter(|it| !matches!(it, Part::Note(_)));
    match (tables.next(), tables.next()) {
        (Some(Part::Table(table)), None) => Some(table),
        _ => None,
    }
}

fn sheet(section: &Section, words: &Words) -> Sheet {
    let mut out = Sheet { name: section.title.clone(), rows: Vec::new(), heads: Vec::new() };
    for part in &section.parts {
        if !out.rows.is_empty() {
            out.rows.push(vec![String::new()]);
        }
        let head = out.rows.len();
        match part {
            Part::Figures(all) => out.rows.extend(all.iter().flat_map(|it| figure(it, words))),
            Part::Table(table) => {
                out.heads.push(head);
                out.rows.extend(tabled(table, words));
            }
            Part::Bars(bars) => {
                out.heads.extend([head, head + 1]);
                out.rows.extend(barred(bars, words));
            }
            Part::Note(text) => out.rows.push(vec![text.clone()]),
        }
    }
    out
}

/// A name with its value; of a rate or a tally a row for each of its numbers, named as a table's headings name them.
fn figure(figure: &Figure, words: &Words) -> Vec<Vec<String>> {
    let heads = heads(&figure.name, Some(&figure.value), words);
    heads.into_iter().zip(spread(&figure.value, 1)).map(|(head, cell)| vec![head, cell]).collect()
}

/// What the bars show, then the same as a table.
fn barred(bars: &Bars, words: &Words) -> Vec<Vec<String>> {
    let [of, value] = bars.heads.clone();
    let columns = vec![("name", of), ("value", value)];
    let rows = bars.bars.iter().map(|it| vec![Cell::text(it.name.as_str()), it.value.clone()]).collect();
    let table = tabled(&Table { key: bars.key, columns, rows }, words);
    std::iter::once(vec![bars.name.clone()]).chain(table).collect()
}

fn tabled(table: &Table, words: &Words) -> Vec<Vec<String>> {
    // What a column has says its widest value: one rate makes all rows as wide.
    let kind = |n: usize| {
        let all = || table.rows.iter().map(|row| &row[n]);
        let wide = |it: &&Cell| matches!(it, Cell::Rate(_) | Cell::Tally(_));
        all().find(wide).or_else(|| all().find(|it| **it != Cell::None))
    };
    let columns: Vec<Vec<String>> = table.columns.iter().enumerate().map(|(n, (_, name))| heads(name, kind(n), words)).collect();
    let row = |row: &Vec<Cell>| row.iter().zip(&columns).flat_map(|(it, heads)| spread(it, heads.len())).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(row).collect();
    std::iter::once(columns.concat()).chain(rows).collect()
}

/// What the columns of a value are called: its name with the unit, and behind it what else a rate or a tally has.
fn heads(name: &str, cell: Option<&Cell>, words: &Words) -> Vec<String> {
    let with = |unit: String| words.with("report-head-unit", &[("name", name.into()), ("unit", unit.into())]);
    let more = |key: &str| words.with("report-head-more", &[("name", name.into()), ("what", words.get(key).into())]);
    match cell {
        None | Some(Cell::None | Cell::Text(_) | Cell::Count(_) | Cell::Day(_)) => vec![name.to_owned()],
        Some(Cell::Share(_)) => vec![with("%".to_owned())],
        Some(Cell::Rate(_)) => {
            let rest = ["hits", "of", "low", "high"].map(|key| more(&format!("report-rate-{key}")));
            std::iter::once(with("%".to_owned())).chain(rest).collect()
        }
        Some(Cell::Tally(tally)) => {
            let rest = tally.parts().map(|(tone, _)| more(&format!("report-tone-{}", tone.name())));
            std::iter::once(name.to_owned()).chain(rest).collect()
        }
        Some(Cell::Days(_)) => vec![with(words.get("report-unit-days"))],
        Some(Cell::Minutes(_)) => vec![with(words.get("report-unit-minutes"))],
    }
}

/// A value as bare text, in so many cells.
fn spread(cell: &Cell, columns: usize) -> Vec<String> {
    let mut cells = match cell {
        Cell::None => vec![String::new()],
        Cell::Text(text) => vec![text.clone()],
        Cell::Count(n) => vec![n.to_string()],
        Cell::Share(share) => vec![share.percent()],
        Cell::Rate(rate) => {
            let bound = |m: u16| Exact::new(i128::from(m), 1000).percent();
            let (low, high) = rate.interval().unzip();
            let said = |it: Option<String>| it.unwrap_or_default();
            let percent = said(rate.share().map(Exact::percent));
            vec![percent, rate.hits.to_string(), rate.of.to_string(), said(low.map(bound)), said(high.map(bound))]
        }
        Cell::Tally(tally) => std::iter::once(tally.sum()).chain(tally.parts().map(|(_, n)| n)).map(|n| n.to_string()).collect(),
        Cell::Day(day) => vec![day.to_string()],
        Cell::Days(n) | Cell::Minutes(n) => vec![n.to_string()],
    };
    let columns = columns.max(cells.len());
    cells.resize(columns, String::new());
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::rate::Rate;
    use crate::locale::Tongue;
    use crate::report::account::Tally;

    #[test]
    fn every_row_is_as_wide_as_its_heading() {
        let words = Words::new(Tongue::En);
        let cells = [
            Cell::Text("a".into()),
            Cell::Rate(Rate { hits: 1, of: 2 }),
            Cell::None,
            Cell::Count(3),
            Cell::Share(Exact::new(1, 3)),
            Cell::Tally(Tally { passed: 2, short: 1, red: 0, open: 4 }),
            Cell::Days(2),
        ];
        let columns = vec![("a", "A".to_owned()), ("b", "B".to_owned())];
        let rows = cells.iter().flat_map(|a| cells.iter().map(|b| vec![a.clone(), b.clone()])).collect();
        let told = tabled(&Table { key: "t", columns, rows }, &words);
        assert!(told.iter().all(|row| row.len() == 10), "{told:?}");
        let narrow = Table { key: "t", columns: vec![("a", "A".to_owned())], rows: vec![vec![Cell::None], vec![Cell::Days(2)]] };
        assert_eq!(tabled(&narrow, &words), [["A (days)"], [""], ["2"]]);
        // A figure has the words of a heading.
        let rate = Cell::Rate(Rate { hits: 1, of: 2 });
        let one = figure(&Figure { key: "f".into(), name: "A".into(), value: rate.clone() }, &words);
        let table = tabled(&Table { key: "t", columns: vec![("a", "A".to_owned())], rows: vec![vec![rate]] }, &words);
        assert!(one.iter().map(|row| &row[0]).eq(&table[0]) && one.iter().map(|row| &row[1]).eq(&table[1]), "{one:?}");
    }
}
