//! A file of marks: a header of item names, perhaps a row `max,…`, then a row an attempt.
//!
//! ```text
//! attempt,q1,q2,q3        the first column is the attempts' own where the header or the row `max` says so
//! max,1,1,2
//! a1,1,0,1.5              `-` or nothing: not answered, 0
//! ```
//!
//! Names of attempts are not kept. Every wrong cell is told, with its line; then there is no table.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::{Column, Table};

/// The most items a file may have.
pub const MOST_ITEMS: usize = 10_000;
/// The most wrong places that are kept.
pub const MOST_WRONG: usize = 1_000;
/// The most points one mark may be.
const MOST_POINTS: i64 = 1_000_000;
/// The most decimals a mark may have: what Moodle keeps.
const MOST_DECIMALS: u32 = 7;
/// The separators of fields that a header may use.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// What the first cell of the row with the most of each item says.
const MAX: [&str; 5] = ["max", "max.", "maximum", "满分", "最高分"];
/// Names of a first column that is no item.
const OWN: [&str; 22] = [
    "",
    "id",
    "attempt",
    "attempts",
    "name",
    "learner",
    "student",
    "user",
    "username",
    "email",
    "candidate",
    "no",
    "no.",
    "#",
    "姓名",
    "学号",
    "工号",
    "编号",
    "序号",
    "学员",
    "考生",
    "答卷",
];

/// What a file came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The marks.
    pub table: Table,
    /// The first column that is no item, by its name; none where all are.
    pub own: Option<String>,
    /// Whether the most of each item is written; otherwise it is 1, or the highest mark where that is more.
    pub has_max: bool,
}

/// A place that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Its line, from 1.
    pub line: u64,
    /// The item; empty where it is the whole line.
    pub item: String,
    /// What stands there.
    pub cell: String,
    /// Why not.
    pub why: Why,
}

/// Why a place cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The file is empty.
    Nothing,
    /// There is no item.
    NoItem,
    /// More items than a file may have.
    TooManyItems,
    /// An item has no name.
    NoName,
    /// Two items have one name.
    Twice,
    /// There is no attempt.
    NoAttempt,
    /// More or fewer cells than the header.
    Cells {
        /// So many there are.
        found: usize,
        /// So many there should be.
        wanted: usize,
    },
    /// Not a number.
    NotANumber,
    /// More decimals than are kept.
    Decimals,
    /// Beyond any mark.
    TooLarge,
    /// The most of an item is below zero.
    NegativeMax,
    /// More than the item's most.
    AboveMax,
}

impl Why {
    /// Its name in the sentences.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::NoItem => "no-item",
            Self::TooManyItems => "too-many-items",
            Self::NoName => "no-name",
            Self::Twice => "twice",
            Self::NoAttempt => "no-attempt",
            Self::Cells { .. } => "cells",
            Self::NotANumber => "not-a-number",
            Self::Decimals => "decimals",
            Self::TooLarge => "too-large",
            Self::NegativeMax => "negative-max",
            Self::AboveMax => "above-max",
        }
    }
}

/// Reads a file's text.
///
/// # Errors
/// Every wrong place, in order; at most `MOST_WRONG`.
pub fn read(text: &str) -> Result<Sheet, Vec<Wrong>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = separator(text);
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut reading = Reading::new(text.as_bytes(), separator != b',');
    let mut row = csv::ByteRecord::new();
    // Only where it is not UTF-8 or no row is like the first would the library fail; neither is asked of it.
    while reading.wrong.len() < MOST_WRONG && rows.read_byte_record(&mut row).unwrap_or(false) {
        reading.row(&row);
    }
    reading.end()
}

/// The separator of which the first line has the most.
fn separator(text: &str) -> u8 {
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().as_bytes();
    let count = |separator: &u8| head.iter().filter(|b| *b == separator).count();
    SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(b',')
}

/// A file half read.
struct Reading<'t> {
    text: &'t [u8],
    /// A place in the text, with its line.
    counted: (usize, u64),
    /// Whether a comma may stand for the point of a decimal.
    comma: bool,
    header: Option<Vec<String>>,
    settled: bool,
    own: Option<String>,
    /// How many cells stand before the items.
    before: usize,
    names: Vec<String>,
    max: Option<Vec<i64>>,
    /// So many decimals all marks are kept with.
    decimals: u32,
    columns: Vec<Vec<i64>>,
    rows: usize,
    wrong: Vec<Wrong>,
}

impl<'t> Reading<'t> {
    const fn new(text: &'t [u8], comma: bool) -> Self {
        Self {
            text,
            counted: (0, 1),
            comma,
            header: None,
            settled: false,
            own: None,
            before: 0,
            names: Vec::new(),
            max: None,
            decimals: 0,
            columns: Vec::new(),
            rows: 0,
            wrong: Vec::new(),
        }
    }

    fn row(&mut self, row: &csv::ByteRecord) {
        let blank = |cell: &[u8]| cell.iter().all(u8::is_ascii_whitespace);
        if row.iter().all(blank) && (row.len() == 1 || self.header.is_none()) {
            return;
        }
        if self.header.is_none() {
            self.header = Some(row.iter().map(cleaned).collect());
            return;
        }
        if !self.settled {
            let is_max = row.get(0).is_some_and(|cell| MAX.contains(&cleaned(cell).to_lowercase().as_str()));
            self.settle(is_max, row.len());
            if is_max {
                self.most(row);
                return;
            }
        }
        self.marks(row);
    }

    /// Settles which cells are items': by the header, and by where the row `max` or the first attempt begins.
    fn settle(&mut self, is_max: bool, cells: usize) {
        let mut names = self.header.clone().unwrap_or_default();
        let named = names.first().is_some_and(|name| OWN.contains(&name.to_lowercase().as_str()));
        if is_max && cells == names.len() + 1 {
            // The header names items only.
            (self.before, self.own) = (1, Some(String::new()));
        } else if (is_max || named) && !names.is_empty() {
            (self.before, self.own) = (1, Some(names.remove(0)));
        }
        match names.len() {
            0 => self.whole_line_is_wrong(1, Why::NoItem),
            n if n > MOST_ITEMS => self.whole_line_is_wrong(1, Why::TooManyItems),
            _ => {}
        }
        names.truncate(MOST_ITEMS);
        let mut seen = BTreeSet::new();
        for name in &names {
            let why = if name.is_empty() { Why::NoName } else { Why::Twice };
            if name.is_empty() || !seen.insert(name) {
                self.wrong.push(Wrong { line: 1, item: String::new(), cell: name.clone(), why });
            }
        }
        self.columns = vec![Vec::new(); names.len()];
        self.names = names;
        self.settled = true;
    }

    fn most(&mut self, row: &csv::ByteRecord) {
        let fits = self.fits(row);
        self.max = Some(Vec::with_capacity(self.columns.len()));
        for n in 0..self.columns.len() {
            // A mark beside a wrong maximum is not wrong as well.
            let mut most = i64::MAX;
            if fits {
                match self.mark(&row[n + self.before]) {
                    Ok(mark) if mark < 0 => self.is_wrong(row, n, Why::NegativeMax),
                    Ok(mark) => most = mark,
                    Err(why) => self.is_wrong(row, n, why),
                }
            }
            self.max.get_or_insert_default().push(most);
        }
    }

    fn marks(&mut self, row: &csv::ByteRecord) {
        self.rows += 1;
        if !self.fits(row) {
            return;
        }
        for n in 0..self.columns.len() {
            match self.mark(&row[n + self.before]) {
                Ok(mark) => {
                    if self.max.as_ref().is_some_and(|max| mark > max[n]) {
                        self.is_wrong(row, n, Why::AboveMax);
                    }
                    self.columns[n].push(mark);
                }
                Err(why) => self.is_wrong(row, n, why),
            }
        }
    }

    fn fits(&mut self, row: &csv::ByteRecord) -> bool {
        let (found, wanted) = (row.len(), self.names.len() + self.before);
        if found != wanted {
            let line = self.line(row);
            self.whole_line_is_wrong(line, Why::Cells { found, wanted });
        }
        found == wanted
    }

    /// A mark with as many decimals as all have, which become more where this one has more.
    fn mark(&mut self, cell: &[u8]) -> Result<i64, Why> {
        // What nearly all cells are.
        if let [digit @ b'0'..=b'9'] = cell {
            return Ok(i64::from(digit - b'0') * 10_i64.pow(self.decimals));
        }
        let cell = cell.trim_ascii();
        if matches!(cell, b"" | b"-") {
            return Ok(0);
        }
        let (negative, digits) = cell.strip_prefix(b"-").map_or((false, cell), |digits| (true, digits));
        let (mut number, mut decimals, mut some) = (0_i64, None, false);
        for byte in digits {
            match byte {
                b'0'..=b'9' => {
                    number = number.saturating_mul(10).saturating_add(i64::from(byte - b'0'));
                    decimals = decimals.map(|n: u32| n + 1);
                    some = true;
                }
                b'.' if decimals.is_none() => decimals = Some(0),
                b',' if decimals.is_none() && self.comma => decimals = Some(0),
                _ => return Err(Why::NotANumber),
            }
        }
        let mut decimals = decimals.unwrap_or(0);
        if !some {
            return Err(Why::NotANumber);
        }
        while decimals > 0 && number % 10 == 0 {
            (number, decimals) = (number / 10, decimals - 1);
        }
        if decimals > MOST_DECIMALS {
            return Err(Why::Decimals);
        }
        if number > MOST_POINTS * 10_i64.pow(decimals) {
            return Err(Why::TooLarge);
        }
        self.keep(decimals);
        let mark = number * 10_i64.pow(self.decimals - decimals);
        Ok(if negative { -mark } else { mark })
    }

    /// Keeps all marks with at least so many decimals.
    fn keep(&mut self, decimals: u32) {
        if decimals <= self.decimals {
            return;
        }
        let more = 10_i64.pow(decimals - self.decimals);
        let all = self.columns.iter_mut().chain(&mut self.max).flatten();
        all.for_each(|mark| *mark = mark.saturating_mul(more));
        self.decimals = decimals;
    }

    fn is_wrong(&mut self, row: &csv::ByteRecord, item: usize, why: Why) {
        let (line, cell) = (self.line(row), cleaned(&row[item + self.before]));
        self.wrong.push(Wrong { line, item: self.names[item].clone(), cell, why });
    }

    /// The line a row begins on. The library's own count is that of the empty lines before it.
    fn line(&mut self, row: &csv::ByteRecord) -> u64 {
        let from = row.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(usize::MAX)).min(self.text.len());
        let blank = self.text[from..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let (before, line) = self.counted;
        let between = &self.text[before..from + blank];
        let ends = between.iter().enumerate().filter(|(n, b)| match b {
            b'\n' => true,
            b'\r' => self.text.get(before + n + 1) != Some(&b'\n'),
            _ => false,
        });
        self.counted = (from + blank, line + ends.count() as u64);
        self.counted.1
    }

    fn whole_line_is_wrong(&mut self, line: u64, why: Why) {
        self.wrong.push(Wrong { line, item: String::new(), cell: String::new(), why });
    }

    fn end(mut self) -> Result<Sheet, Vec<Wrong>> {
        match &self.header {
            None => self.whole_line_is_wrong(1, Why::Nothing),
            Some(_) if self.rows == 0 => self.whole_line_is_wrong(1, Why::NoAttempt),
            Some(_) => {}
        }
        if !self.wrong.is_empty() {
            return Err(self.wrong);
        }
        let unit = 10_i64.pow(self.decimals);
        let most = |marks: &[i64]| marks.iter().copied().max().unwrap_or(0).max(unit);
        let (has_max, written) = (self.max.is_some(), self.max.unwrap_or_default());
        let attempts = self.columns.first().map_or(0, Vec::len);
        let columns = self.names.into_iter().zip(self.columns).enumerate();
        let columns = columns
            .map(|(n, (item, marks))| {
                let max = written.get(n).copied().unwrap_or_else(|| most(&marks));
                Column { item, max, marks, rows: None }
            })
            .collect();
        Ok(Sheet { table: Table { unit, attempts, columns }, own: self.own, has_max })
    }
}

/// A cell as text, without blanks around it.
fn cleaned(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).trim().to_owned()
}
