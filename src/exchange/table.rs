//! A spreadsheet as rows of texts, whichever program wrote it: bytes in, rows with their lines out, and rows back into bytes.
//!
//! CSV in any encoding of `encoding` with `,` `;` or tab between its cells, told apart by looking; XLSX through `excel`. A cell is
//! text: `1.0` is "1", `007` stays as it is, a date is `2026-11-22`. What the rows mean is for the formats to say.

#[cfg(feature = "xlsx")]
mod excel;

use super::encoding::{Encoding, Unreadable, decode};

/// The largest table that is read, in bytes.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its rows without the empty ones.
    pub rows: Vec<Row>,
    /// How it was written.
    pub written: Written,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Where it begins: the line of a text file, the row of a spreadsheet; from 1.
    pub line: usize,
    /// Its cells, without empty ones at the end.
    pub cells: Vec<String>,
}

impl Row {
    /// A cell without the space around it; empty where there is none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

/// How a table was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// As text.
    Text {
        /// Its encoding.
        encoding: Encoding,
        /// What stands between cells.
        separator: char,
    },
    /// As an Excel workbook.
    Xlsx,
}

/// Why there is no table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoTable {
    /// The bytes are no text.
    Unreadable(Unreadable),
    /// It is larger than `LARGEST`, or unpacks to more than any table needs.
    TooLarge,
    /// A quote is opened in this line and never closed.
    OpenQuote {
        /// The line, from 1.
        line: usize,
    },
    /// An Excel file of before 2007 (`.xls`).
    OldExcel,
    /// An Excel workbook, but this program was built without them.
    NoExcel,
    /// An Excel workbook that cannot be read; in the reader's words.
    BrokenExcel(String),
}

/// Reads a table, of whichever sort.
///
/// # Errors
/// Where it cannot be read whole.
pub fn read(bytes: &[u8]) -> Result<Table, NoTable> {
    if bytes.len() > LARGEST {
        return Err(NoTable::TooLarge);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(NoTable::OldExcel);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Table { rows: workbook(bytes)?, written: Written::Xlsx });
    }
    let (text, encoding) = decode(bytes).map_err(NoTable::Unreadable)?;
    let separator = separator(&text);
    Ok(Table { rows: rows(&text, separator)?, written: Written::Text { encoding, separator } })
}

#[cfg(feature = "xlsx")]
fn workbook(bytes: &[u8]) -> Result<Vec<Row>, NoTable> {
    excel::read(bytes)
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: &[u8]) -> Result<Vec<Row>, NoTable> {
    Err(NoTable::NoExcel)
}

fn reader(text: &str, separator: char) -> csv::Reader<&[u8]> {
    let separator = u8::try_from(separator).expect("one of the three, all ASCII");
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes())
}

/// What stands between the cells: that which cuts the most rows into equally many.
fn separator(text: &str) -> char {
    /// Rows that are looked at.
    const LOOK: usize = 200;
    let score = |separator: char| {
        let mut widths = std::collections::BTreeMap::<usize, usize>::new();
        for record in reader(text, separator).records().take(LOOK).flatten().filter(|record| record.len() > 1) {
            *widths.entry(record.len()).or_default() += 1;
        }
        widths.into_iter().map(|(width, rows)| (rows, width)).max().unwrap_or_default()
    };
    // Of equals the first is taken; `max_by_key` would take the last.
    let best = ['\t', ';', ','].into_iter().max_by_key(|separator| score(*separator));
    best.unwrap_or(',')
}

fn rows(text: &str, separator: char) -> Result<Vec<Row>, NoTable> {
    // A row of our own behind the last: if it is not read as one, a quote has swallowed it.
    const LAST: &str = "\u{1}";
    let mut rows = Vec::new();
    let mut end = Row::default();
    let whole = format!("{text}\n{LAST}").replace("\r\n", "\n").replace('\r', "\n");
    let (mut line, mut seen) = (1, 0);
    for record in reader(&whole, separator).records() {
        let record = record.map_err(|_| NoTable::Unreadable(Unreadable::Binary))?;
        // Where the reader began to look; empty lines may come first.
        let from = record.position().map_or(seen, |at| usize::try_from(at.byte()).unwrap_or(seen));
        let begin = from + whole[from..].len() - whole[from..].trim_start_matches('\n').len();
        line += whole[seen..begin].matches('\n').count();
        seen = begin;
        let row = Row { line, cells: record.iter().map(|cell| unguarded(cell).to_owned()).collect() };
        let before = std::mem::replace(&mut end, row);
        rows.extend(trimmed(before));
    }
    if end.cells != [LAST] {
        return Err(NoTable::OpenQuote { line: end.line });
    }
    Ok(rows)
}

/// A row without empty cells at its end; `None` where nothing is left.
fn trimmed(mut row: Row) -> Option<Row> {
    while row.cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        row.cells.pop();
    }
    (!row.cells.is_empty()).then_some(row)
}

/// Whether a spreadsheet would take a text for a formula. A plain number is none.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) && !is_number(text)
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// A text that no spreadsheet computes: behind an apostrophe if need be. One that begins with apostrophes gets another, so that
/// taking one off again gives the text back.
fn guarded(text: &str) -> String {
    if is_formula(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_formula(text.trim_start_matches('\'')) => text,
        _ => cell,
    }
}

/// Rows as a CSV that every spreadsheet opens with the right characters: UTF-8 behind its mark, CRLF, nothing to be computed.
pub fn to_csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut out =
        csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    for row in rows {
        out.write_record(row.iter().map(|cell| guarded(cell))).expect("memory takes every row");
    }
    out.into_inner().expect("memory takes every row")
}

/// Rows as an Excel workbook of one sheet, its row `head` (from 0) in bold.
///
/// # Errors
/// Without Excel in this program, or where a cell is too long for it (32,767 characters).
pub fn to_xlsx(rows: &[Vec<String>], head: usize) -> Result<Vec<u8>, NoTable> {
    #[cfg(feature = "xlsx")]
    return excel::write(rows, head);
    #[cfg(not(feature = "xlsx"))]
    {
        let _ = (rows, head);
        Err(NoTable::NoExcel)
    }
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; what no sheet may be called is left out of it.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// Which of them, from 0, are in bold.
    pub heads: Vec<usize>,
}

/// An Excel workbook of these sheets, one or more, which says that it was made on this day: the same sheets and day give the same bytes.
///
/// # Errors
/// As `to_xlsx`.
pub fn to_book(sheets: &[Sheet], made: jiff::civil::Date) -> Result<Vec<u8>, NoTable> {
    #[cfg(feature = "xlsx")]
    return excel::book(sheets, made);
    #[cfg(not(feature = "xlsx"))]
    {
        let _ = (sheets, made);
        Err(NoTable::NoExcel)
    }
}

#[cfg(test)]
mod tests;
