//! `stats --marks FILE`: a table of marks, whatever it was written by.

use std::path::Path;

use serde_json::{Map, json};

use super::{Line, Told};
use crate::analysis::items::figures::{Item, figures};
use crate::analysis::items::sheet::{self, Sheet, Why, Wrong};
use crate::analysis::items::{Column, Table};
use crate::cli::cause::Cause;
use crate::cli::failure::{Exit, Failure};
use crate::cli::files;
use crate::cli::room::Call;

/// The most bytes of a file of marks: some thirty million marks.
const MOST: u64 = 64 << 20;
/// Wrong places that are told one by one.
const TOLD: usize = 20;

/// Reads the file and works it out.
///
/// # Errors
/// `Failure` where it cannot be read; every wrong place is told before.
pub fn told(call: &Call<'_>, path: &Path) -> Result<Told, Failure> {
    let name = path.display().to_string();
    let text = text(path, &name)?;
    let sheet = sheet::read(&text).map_err(|wrong| refuse(call, &name, &wrong))?;
    drop(text);
    let figures = figures(&sheet.table);
    let lines = lines(&sheet.table, figures.items);
    let about = Map::from_iter([("of".to_owned(), json!(name)), ("max_given".to_owned(), json!(sheet.has_max))]);
    let sources = sources(call, &sheet);
    Ok(Told { title: name, sources, about, attempts: sheet.table.attempts, items: lines, quiz: figures.quiz, ..Told::default() })
}

/// The items of a table with their figures alone.
pub fn lines(table: &Table, items: Vec<Item>) -> Vec<Line> {
    let points = |column: &Column| column.max as f64 / table.unit as f64;
    items.into_iter().zip(&table.columns).map(|(figures, column)| Line::bare(figures, points(column))).collect()
}

/// UTF-8, or what a Chinese spreadsheet program writes.
fn text(path: &Path, name: &str) -> Result<String, Failure> {
    let unread = || Failure::new(Exit::Store, "fail-read", [("path", name)]);
    let bytes = files::start_of(path, MOST + 1).map_err(|e| unread().because(e))?;
    if bytes.len() as u64 > MOST {
        let most = (MOST >> 20).to_string();
        return Err(Failure::usage("fail-stats-large", [("path", name), ("most", &most)]).hint("hint-stats-large", []));
    }
    String::from_utf8(bytes).or_else(|wrong| {
        let bytes = wrong.into_bytes();
        let decoded = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(&bytes);
        decoded.map(std::borrow::Cow::into_owned).ok_or_else(|| unread().because(Cause::sentence("cause-not-text", [])))
    })
}

fn sources(call: &Call<'_>, sheet: &Sheet) -> Vec<String> {
    let mut out = vec![
        call.words.with("stats-marks", &[("attempts", sheet.table.attempts.into()), ("items", sheet.table.columns.len().into())]),
    ];
    if let Some(own) = &sheet.own {
        out.push(call.words.with(
            "stats-own-column",
            &[("named", if own.is_empty() { "no" } else { "yes" }.into()), ("name", own.as_str().into())],
        ));
    }
    if !sheet.has_max {
        out.push(call.words.get("stats-no-max"));
    }
    out
}

/// Tells every wrong place, up to a number; then the failure.
fn refuse(call: &Call<'_>, name: &str, wrong: &[Wrong]) -> Failure {
    for one in wrong.iter().take(TOLD) {
        let (found, wanted) = match one.why {
            Why::Cells { found, wanted } => (found, wanted),
            _ => (0, 0),
        };
        let cell: String = one.cell.chars().take(40).collect();
        call.tell(
            "stats-wrong",
            &[
                ("line", one.line.into()),
                ("whole", if one.item.is_empty() { "yes" } else { "no" }.into()),
                ("item", one.item.as_str().into()),
                ("cell", cell.into()),
                ("why", one.why.word().into()),
                ("found", found.into()),
                ("wanted", wanted.into()),
            ],
        );
    }
    if wrong.len() > TOLD {
        call.tell("stats-wrong-more", &[("count", (wrong.len() - TOLD).into())]);
    }
    Failure::usage("fail-stats-marks", [("path", name)]).hint("hint-stats-marks", [])
}
