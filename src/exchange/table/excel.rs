//! XLSX → rows and back. Everything is looked at before it is kept: what a workbook unpacks to, and how many cells it has.
//!
//! The first sheet with anything in it counts. Calamine would lay a sheet out as a full rectangle, which two far cells can make larger
//! than any memory; so its cells are read one by one.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{NoTable, Row, Sheet, is_number, trimmed};

/// What a workbook may unpack to, in bytes, and how many cells it may have.
const UNPACKED: u64 = 192 * 1024 * 1024;
const CELLS: usize = 2_000_000;
/// The columns that are read; those of a table of onduty are a tenth of it.
const COLUMNS: u32 = 256;

/// How much of each part is looked at for what it promises.
const HEAD: u64 = 4096;

/// Reads a workbook's first sheet with anything in it.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Row>, NoTable> {
    weigh(bytes)?;
    let broken = |why: &dyn std::fmt::Display| NoTable::BrokenExcel(why.to_string());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|why| broken(&why))?;
    for name in book.sheet_names() {
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            Err(why) => return Err(broken(&why)),
        };
        let mut rows: Vec<Row> = Vec::new();
        let mut count = 0;
        while let Some(cell) = cells.next_cell().map_err(|why| broken(&why))? {
            let (line, column) = cell.get_position();
            count += 1;
            if count > CELLS {
                return Err(NoTable::TooLarge);
            }
            let text = said(&Data::from(cell.get_value().clone()));
            if column < COLUMNS && !text.is_empty() {
                put(&mut rows, line as usize + 1, column as usize, text);
            }
        }
        if !rows.is_empty() {
            return Ok(rows.into_iter().filter_map(trimmed).collect());
        }
    }
    Ok(Vec::new())
}

fn put(rows: &mut Vec<Row>, line: usize, column: usize, text: String) {
    if rows.last().is_none_or(|row| row.line != line) {
        rows.push(Row { line, cells: Vec::new() });
    }
    if let Some(row) = rows.last_mut() {
        row.cells.resize(row.cells.len().max(column + 1), String::new());
        row.cells[column] = text;
    }
}

/// Unpacks everything into nothing first: what it says of its own size need not be true.
fn weigh(bytes: &[u8]) -> Result<(), NoTable> {
    let broken = |why: &dyn std::fmt::Display| NoTable::BrokenExcel(why.to_string());
    let mut packed = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|why| broken(&why))?;
    let mut left = UNPACKED;
    for n in 0..packed.len() {
        let mut file = packed.by_index(n).map_err(|why| broken(&why))?;
        let mut start = Vec::new();
        file.by_ref().take(HEAD).read_to_end(&mut start).map_err(|why| broken(&why))?;
        let rest = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|why| broken(&why))?;
        let size = start.len() as u64 + rest;
        left = left.checked_sub(size).ok_or(NoTable::TooLarge)?;
        // As many places are made ready as texts are promised; the shortest of them, `<si/>`, has five bytes.
        if promised(&start).is_some_and(|texts| texts > size / 5) {
            return Err(broken(&"sharedStrings: uniqueCount"));
        }
    }
    Ok(())
}

/// How many texts a list of shared ones says that it has.
fn promised(start: &[u8]) -> Option<u64> {
    let text = String::from_utf8_lossy(start);
    let (_, rest) = text.split_once("<sst")?.1.split_once("uniqueCount")?;
    let digits: String = rest.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    // More digits than fit are more texts than fit.
    Some(digits.parse().unwrap_or(u64::MAX))
}

/// A cell in words, as its sheet shows it.
fn said(value: &Data) -> String {
    match value {
        Data::Float(number) => number.to_string(),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute) == (0, 0) { date } else { format!("{date} {hour:02}:{minute:02}") }
        }
        Data::Empty => String::new(),
        other => other.to_string(),
    }
}

/// Writes a workbook.
pub(super) fn write(rows: &[Vec<String>], head: usize) -> Result<Vec<u8>, NoTable> {
    made(rows, head).map_err(|why| NoTable::BrokenExcel(why.to_string()))
}

fn made(rows: &[Vec<String>], head: usize) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    fill(book.add_worksheet(), rows, &[head])?;
    book.save_to_buffer()
}

/// Writes a workbook of several sheets.
pub(super) fn book(sheets: &[Sheet], made: jiff::civil::Date) -> Result<Vec<u8>, NoTable> {
    bound(sheets, made).map_err(|why| NoTable::BrokenExcel(why.to_string()))
}

fn bound(sheets: &[Sheet], made: jiff::civil::Date) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let part = |n: i8| u8::try_from(n).unwrap_or(1);
    let year = u16::try_from(made.year()).unwrap_or(1900);
    let day = ExcelDateTime::from_ymd(year, part(made.month()), part(made.day()))?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    for (n, it) in sheets.iter().enumerate() {
        let sheet = book.add_worksheet();
        sheet.set_name(named(n, &it.name))?;
        fill(sheet, &it.rows, &it.heads)?;
    }
    book.save_to_buffer()
}

/// A name that a sheet may have: 31 characters, none of `[]:*?/\\`, no apostrophe at an end; its number before it, so that no two are one.
fn named(n: usize, name: &str) -> String {
    let plain: String = name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).collect();
    format!("{} {plain}", n + 1).chars().take(31).collect::<String>().trim_end().to_owned()
}

fn fill(sheet: &mut Worksheet, rows: &[Vec<String>], heads: &[usize]) -> Result<(), XlsxError> {
    let (plain, bold) = (Format::new().set_text_wrap().set_align(FormatAlign::Top), Format::new().set_bold());
    for (line, row) in rows.iter().enumerate() {
        let format = if heads.contains(&line) { &bold } else { &plain };
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        for (column, cell) in (0_u16..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            match cell.parse::<f64>() {
                Ok(number) if is_number(cell) && cell.len() < 10 && number.to_string() == *cell => {
                    sheet.write_number_with_format(line, column, number, format)?
                }
                _ => sheet.write_string_with_format(line, column, cell, format)?,
            };
        }
    }
    for (column, widest) in (0_u16..).zip(widths(rows)) {
        sheet.set_column_width(column, widest)?;
    }
    Ok(())
}

/// Each column's width in cells, within what can be read on a screen.
fn widths(rows: &[Vec<String>]) -> Vec<f64> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |cell: &str| u32::try_from(unicode_width::UnicodeWidthStr::width(cell)).unwrap_or(u32::MAX);
    let widest = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0);
    (0..columns).map(|column| f64::from(widest(column).clamp(8, 48) + 2)).collect()
}
