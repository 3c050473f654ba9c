//! Question sheets as Chinese trainers keep them: a question a row under 题型 题干 选项A… 正确答案 解析 分值 难度, in any order, in Chinese or
//! English, as CSV or XLSX.
//!
//! `column` knows the headers, `row` makes a question of a row, `write` a sheet of a bank. Rows that cannot be read are all told at once.

mod answer;
mod column;
mod number;
mod row;
mod write;

use std::collections::BTreeMap;
use std::rc::Rc;

use self::column::{Column, Columns};
use super::questions::{Batch, Under};
use super::table::Row;
use super::{Arrival, Carries, Fate, Format, Note, Source, Wish};

pub use self::answer::{letters, level, several, verdict};
pub use self::number::{has_blank, note as note_number, typed};

/// As CSV.
pub const CSV: Format = Format {
    name: "csv",
    endings: &["csv", "tsv", "txt"],
    carries: Carries::Questions,
    binary: false,
    recognise,
    read: Some(read),
    write: Some(write::csv),
};

/// As an Excel workbook.
pub const XLSX: Format = Format {
    name: "xlsx",
    endings: &["xlsx", "xls"],
    carries: Carries::Questions,
    binary: true,
    write: Some(write::xlsx),
    ..CSV
};

/// Rows that are looked at for the header.
const LOOK: usize = 20;

fn header(rows: &[Row]) -> Option<(usize, Columns)> {
    rows.iter().take(LOOK).enumerate().find_map(|(n, row)| Some((n, Columns::of(row)?)))
}

fn recognise(source: &Source<'_>) -> bool {
    source.table().is_ok_and(|table| header(&table.rows).is_some())
}

fn read(source: &Source<'_>, wish: &Wish<'_>) -> Result<Arrival, Note> {
    let table = source.table()?;
    let Some((head, columns)) = header(&table.rows) else { return Err(Note::refused("sheet-no-header", [])) };
    let mut batch = Batch::default();
    // A line above the header is the sheet's title, or somebody's remark.
    for above in &table.rows[..head] {
        let words = above.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ");
        if batch.title.is_none() {
            batch.title = Some(words);
        } else {
            batch.note(line(above), Fate::LeftOut, "sheet-above", [("text", &words)]);
        }
    }
    columns.complain(&mut batch, &table.rows[head], &table.rows[head + 1..]);
    let mut under = Materials::default();
    let mut before = table.rows[head].line;
    for row in &table.rows[head + 1..] {
        // An empty row ends what stands under a material.
        if row.line > before + 1 && !columns.has(Column::Material) {
            under.open = None;
        }
        before = row.line + row.cells.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        row::question(&mut batch, &mut under, &columns, (row, &wish.library.language));
    }
    under.complain(&mut batch, columns.has(Column::Material));
    Ok(batch.arrive(wish))
}

fn line(row: &Row) -> u32 {
    u32::try_from(row.line).unwrap_or(u32::MAX)
}

/// The materials of a sheet.
#[derive(Default)]
struct Materials {
    /// Each with its row and those of the questions that stand under it.
    all: Vec<(Rc<Under>, u32, Vec<u32>)>,
    /// Where each is, by its id, its title and its text.
    by_name: BTreeMap<String, usize>,
    /// The one that rows stand under which name none.
    open: Option<usize>,
}

impl Materials {
    fn add(&mut self, under: Under, line: u32) -> usize {
        let n = self.all.len();
        for name in [&under.id, &under.title, &under.body].into_iter().filter(|name| !name.is_empty()) {
            self.by_name.entry(name.clone()).or_insert(n);
        }
        self.all.push((Rc::new(under), line, Vec::new()));
        n
    }

    /// What a row stands under: the material that it names by id or title, the one it tells in full, or the last one.
    fn of(&mut self, named: Option<&str>, line: u32) -> Option<Rc<Under>> {
        let n = match named {
            None => self.open?,
            Some("") => return None,
            Some(name) => match self.by_name.get(name) {
                Some(n) => *n,
                None => self.add(Under { body: name.to_owned(), ..Under::default() }, line),
            },
        };
        let (under, _, questions) = &mut self.all[n];
        questions.push(line);
        Some(under.clone())
    }

    /// Notes what nothing stands under, and, where the rows do not name it themselves, what stands under what.
    fn complain(&self, batch: &mut Batch, named: bool) {
        for (_, line, questions) in self.all.iter().filter(|(.., questions)| !named || questions.is_empty()) {
            batch.note_material(*line, questions);
        }
    }
}
