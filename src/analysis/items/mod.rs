//! Statistics over recorded marks: how hard an item was, whether it tells those who can from those who cannot, how far a total can be
//! trusted.
//!
//! ```text
//! marks file ─► sheet ─┐
//! attempts   ─► sat ───┴─► Table ─► figures     facility … standard error, exact until the last division
//!                    └───► options              who took which option, by quarter of the score
//!                    └───► talks · raters       replies at each turn · two examiners at one station
//! Table + figures ─► advice                     what a trainer should look at first
//! ```
//!
//! Everything is counted in whole numbers (`exact`), so that neither the order of attempts nor their size costs a digit. Nothing here
//! knows who anybody is.

pub mod advice;
pub mod exact;
pub mod figures;
pub mod guess;
pub mod options;
pub mod raters;
pub mod sat;
pub mod sheet;
pub mod talks;

/// Marks of attempts on items, in whole parts of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// How many parts make a point.
    pub unit: i64,
    /// How many attempts.
    pub attempts: usize,
    /// The items, in their order.
    pub columns: Vec<Column>,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub item: String,
    /// The most it gives, in parts of a point.
    pub max: i64,
    /// The mark of each attempt that met it, in parts of a point.
    pub marks: Vec<i64>,
    /// Which attempts met it, in ascending order; `None`: all of them.
    pub rows: Option<Vec<usize>>,
}

impl Table {
    /// Whether every attempt met every item: only then are totals of marks one scale.
    pub fn is_one_form(&self) -> bool {
        self.columns.iter().all(|c| c.rows.is_none())
    }

    /// What each attempt earned, and what it could have.
    pub fn totals(&self) -> Vec<(i64, i64)> {
        let mut totals = vec![(0, 0); self.attempts];
        for column in &self.columns {
            let mut add = |row: usize, mark: i64| {
                totals[row].0 += mark;
                totals[row].1 += column.max;
            };
            match &column.rows {
                None => column.marks.iter().enumerate().for_each(|(row, mark)| add(row, *mark)),
                Some(rows) => rows.iter().zip(&column.marks).for_each(|(row, mark)| add(*row, *mark)),
            }
        }
        totals
    }
}
