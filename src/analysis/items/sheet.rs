//! A file of marks: a header of item names, perhaps a row `max,…`, then a row an attempt.
//!
//! ```text
//! attempt,q1,q2,q3        the first column is the attempts' own where the header or the row `max` says so
//! max,1,1,2
//! a1,1,0,1.5              `-` or nothing: not answered, 0
//! ```
//!
//! Names of attempts are not kept. Every wrong cell is told, with its line; then there is no table.

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

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> Vec<(u64, String, String, Why)> {
        read(text).expect_err("it is wrong").into_iter().map(|w| (w.line, w.item, w.cell, w.why)).collect()
    }

    fn marks(sheet: &Sheet) -> Vec<&[i64]> {
        sheet.table.columns.iter().map(|c| &c.marks[..]).collect()
    }

    #[test]
    fn the_first_column_is_told_by_header_and_max() {
        let of = |text| {
            let sheet = read(text).expect("it reads");
            (sheet.own, sheet.table.columns.len(), sheet.table.attempts, sheet.has_max)
        };
        assert_eq!(of("q1,q2\n1,0\n"), (None, 2, 1, false));
        assert_eq!(of("attempt,q1,q2\nmax,1,1\na,1,0\n"), (Some("attempt".into()), 2, 1, true));
        assert_eq!(of("wer,q1,q2\nMAX,1,1\na,1,0\n"), (Some("wer".into()), 2, 1, true));
        assert_eq!(of("q1,q2\nmax,1,1\na,1,0\n"), (Some(String::new()), 2, 1, true));
        assert_eq!(of("\u{feff}姓名;题1;题2\r\n满分;1;1\r\n王;1;0\r\n\r\n"), (Some("姓名".into()), 2, 1, true));
        assert_eq!(of("ID\tq1\n7\t1\n8\t0"), (Some("ID".into()), 1, 2, false));
    }

    #[test]
    fn marks_are_exact_whatever_their_decimals() {
        let sheet = read("q1,q2\n1,-\n0.5,\n -0.25 ,1.50\n").expect("it reads");
        assert_eq!(sheet.table.unit, 100);
        assert_eq!(marks(&sheet), [&[100, 50, -25][..], &[0, 0, 150]]);
        assert_eq!(sheet.table.columns.iter().map(|c| c.max).collect::<Vec<_>>(), [100, 150]);
        let sheet = read("q1;q2\nmax;1;0,5\n;0,25;0\n").expect("it reads");
        assert_eq!((sheet.table.unit, marks(&sheet)), (100, vec![&[25][..], &[0]]));
        assert_eq!(sheet.table.columns[0].max, 100, "a maximum read before the decimals grew with them");
    }

    #[test]
    fn every_wrong_cell_is_told_with_its_line() {
        let text = "n,q1,q2\nmax,1,x\na,2,1\nb,1\n\nc,\"a\nb\",1e3\nd,0.12345678,1000001\n";
        assert_eq!(
            wrong(text),
            [
                (2, "q2".into(), "x".into(), Why::NotANumber),
                (3, "q1".into(), "2".into(), Why::AboveMax),
                (4, String::new(), String::new(), Why::Cells { found: 2, wanted: 3 }),
                (6, "q1".into(), "a\nb".into(), Why::NotANumber),
                (6, "q2".into(), "1e3".into(), Why::NotANumber),
                (8, "q1".into(), "0.12345678".into(), Why::Decimals),
                (8, "q2".into(), "1000001".into(), Why::TooLarge),
            ]
        );
        assert_eq!(wrong("")[0].3, Why::Nothing);
        assert_eq!(wrong("q1,q2\nmax,1,1\n").last().expect("one").3, Why::NoAttempt);
        assert_eq!(wrong("q1,q1,\n1,1,1\n").iter().map(|w| w.3).collect::<Vec<_>>(), [Why::Twice, Why::NoName]);
        assert_eq!(wrong("id\n1\n")[0].3, Why::NoItem);
        assert_eq!(wrong("q1\r\n\r\n1\r\nx\r\n")[0].0, 4);
        assert_eq!(wrong("q1\r1\rx\r")[0].0, 3);
    }
}
