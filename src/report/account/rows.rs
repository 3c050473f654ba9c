//! A report as rows of a spreadsheet: bare numbers in their cells, units in the headings, a rate over several columns. One sheet a section;
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
            Part::Figures(all) => out.rows.extend(all.iter().map(|it| figure(it, words))),
            Part::Table(table) => {
                out.heads.push(head);
                out.rows.extend(tabled(table, words));
            }
            Part::Bars(bars) => {
                out.heads.push(head);
                out.rows.extend(barred(bars, words));
            }
            Part::Note(text) => out.rows.push(vec![text.clone()]),
        }
    }
    out
}

/// Name, value, unit; of a rate also how many of how many, and the interval.
fn figure(figure: &Figure, words: &Words) -> Vec<String> {
    let mut row = vec![figure.name.clone()];
    let mut cells = spread(&figure.value, matches!(figure.value, Cell::Rate(_))).into_iter();
    row.extend(cells.next());
    let heads = heads(&figure.value, words);
    row.push(heads.first().cloned().unwrap_or_default());
    for (cell, head) in cells.zip(heads.into_iter().skip(1)) {
        row.extend([head, cell]);
    }
    row
}

fn barred(bars: &Bars, words: &Words) -> Vec<Vec<String>> {
    let columns = vec![("name", bars.name.clone()), ("value", words.get("report-col-value"))];
    let rows = bars.bars.iter().map(|it| vec![Cell::text(it.name.as_str()), it.value.clone()]).collect();
    tabled(&Table { key: bars.key, columns, rows }, words)
}

fn tabled(table: &Table, words: &Words) -> Vec<Vec<String>> {
    // What a column has says its first value; where one is a rate, all are as wide.
    let kind = |n: usize| {
        let all = || table.rows.iter().map(|row| &row[n]);
        all().find(|it| matches!(it, Cell::Rate(_))).or_else(|| all().find(|it| **it != Cell::None))
    };
    let kinds: Vec<Option<&Cell>> = (0..table.columns.len()).map(kind).collect();
    let mut head = Vec::new();
    for ((_, name), kind) in table.columns.iter().zip(&kinds) {
        match kind.map(|kind| heads(kind, words)).unwrap_or_default()[..] {
            [] => head.push(name.clone()),
            [ref unit, ref rest @ ..] => {
                head.push(if unit.is_empty() { name.clone() } else { format!("{name} ({unit})") });
                head.extend(rest.iter().map(|it| format!("{name}: {it}")));
            }
        }
    }
    let row = |row: &Vec<Cell>| {
        let wide = |kind: &Option<&Cell>| matches!(kind, Some(Cell::Rate(_)));
        row.iter().zip(&kinds).flat_map(|(it, kind)| spread(it, wide(kind))).collect()
    };
    std::iter::once(head).chain(table.rows.iter().map(row)).collect()
}

/// The unit of a value, then what stands in the further columns of a rate.
fn heads(cell: &Cell, words: &Words) -> Vec<String> {
    match cell {
        Cell::None | Cell::Text(_) | Cell::Count(_) | Cell::Day(_) => vec![String::new()],
        Cell::Share(_) => vec!["%".to_owned()],
        Cell::Rate(_) => {
            let rest = ["hits", "of", "low", "high"].map(|key| words.get(&format!("report-rate-{key}")));
            std::iter::once("%".to_owned()).chain(rest).collect()
        }
        Cell::Days(_) => vec![words.get("report-unit-days")],
        Cell::Minutes(_) => vec![words.get("report-unit-minutes")],
    }
}

/// A value as bare text: in five cells where its column is one of rates.
fn spread(cell: &Cell, wide: bool) -> Vec<String> {
    let one = match cell {
        Cell::None => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Count(n) => n.to_string(),
        Cell::Share(share) => share.percent(),
        Cell::Rate(rate) => {
            let bound = |m: u16| Exact::new(i128::from(m), 1000).percent();
            let (low, high) = rate.interval().unzip();
            let said = |it: Option<String>| it.unwrap_or_default();
            let percent = said(rate.share().map(Exact::percent));
            return vec![percent, rate.hits.to_string(), rate.of.to_string(), said(low.map(bound)), said(high.map(bound))];
        }
        Cell::Day(day) => day.to_string(),
        Cell::Days(n) | Cell::Minutes(n) => n.to_string(),
    };
    let empty = if wide { 4 } else { 0 };
    std::iter::once(one).chain(std::iter::repeat_n(String::new(), empty)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::rate::Rate;
    use crate::locale::Tongue;

    #[test]
    fn every_row_is_as_wide_as_its_heading() {
        let words = Words::new(Tongue::En);
        let cells = [
            Cell::Text("a".into()),
            Cell::Rate(Rate { hits: 1, of: 2 }),
            Cell::None,
            Cell::Count(3),
            Cell::Share(Exact::new(1, 3)),
            Cell::Days(2),
        ];
        let columns = vec![("a", "A".to_owned()), ("b", "B".to_owned())];
        let rows = cells.iter().flat_map(|a| cells.iter().map(|b| vec![a.clone(), b.clone()])).collect();
        let told = tabled(&Table { key: "t", columns, rows }, &words);
        assert!(told.iter().all(|row| row.len() == 10), "{told:?}");
        let narrow = Table { key: "t", columns: vec![("a", "A".to_owned())], rows: vec![vec![Cell::None], vec![Cell::Days(2)]] };
        assert_eq!(tabled(&narrow, &words), [["A (days)"], [""], ["2"]]);
    }
}
