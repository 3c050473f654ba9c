//! The tables that `cut` reads: CSV in any usual encoding, or Excel.

use std::path::Path;

use crate::analysis::cut::{CERTAIN, Judgement, Observed};
use crate::base::points::{Exact, Points};
use crate::cli::failure::{Exit, Failure};
use crate::cli::files;
use crate::exchange::table::{self, LARGEST, Row};
use crate::terminal::keys::narrow;

/// What a column of rounds is called.
const ROUND: [&str; 3] = ["round", "轮次", "轮"];

/// What judges expect.
pub struct Judged {
    /// The items, as the table's head names them.
    pub items: Vec<String>,
    /// Row by row.
    pub judgements: Vec<Judgement>,
}

/// A judge a row: the name, perhaps the round, then a probability for each item, `80`, `80%` or `0.8`.
///
/// # Errors
/// `Failure` that names the line.
pub fn judges(path: &Path) -> Result<Judged, Failure> {
    let rows = rows(path)?;
    let (head, body) = rows.split_first().ok_or_else(|| wrong(path, 1, ""))?;
    let round = head.cells.iter().position(|cell| ROUND.contains(&cell.trim().to_lowercase().as_str()));
    let columns: Vec<usize> = (1..head.cells.len()).filter(|column| Some(*column) != round).collect();
    let items: Vec<String> = columns.iter().map(|column| head.cell(*column).to_owned()).collect();
    let mut judgements: Vec<Judgement> = Vec::new();
    for row in body {
        let number = round.map_or("1", |column| row.cell(column));
        let number: u8 = plain(number).parse().ok().filter(|n| *n > 0).ok_or_else(|| wrong(path, row.line, number))?;
        let all =
            columns.iter().map(|column| probability(row.cell(*column)).ok_or_else(|| wrong(path, row.line, row.cell(*column))));
        let judgement = Judgement { judge: row.cell(0).to_owned(), round: number, items: all.collect::<Result<_, _>>()? };
        // A judge counts once in a round.
        if judgement.judge.is_empty() || judgements.iter().any(|it| it.judge == judgement.judge && it.round == number) {
            return Err(wrong(path, row.line, row.cell(0)));
        }
        judgements.push(judgement);
    }
    if items.is_empty() || judgements.is_empty() {
        return Err(wrong(path, 1, ""));
    }
    Ok(Judged { items, judgements })
}

/// A row an observation: the global rating 1 to 5, then the score in percent. A head is passed over.
///
/// # Errors
/// `Failure` that names the line.
pub fn ratings(path: &Path) -> Result<Vec<Observed>, Failure> {
    let rows = rows(path)?;
    let mut out = Vec::new();
    for (nth, row) in rows.iter().enumerate() {
        let rating = plain(row.cell(0)).parse::<u8>().ok().filter(|n| (1..=5).contains(n));
        match (rating, percent(row.cell(1))) {
            (Some(rating), Some(score)) => out.push((rating, Exact::new(score.into(), CERTAIN.into()))),
            _ if nth == 0 => {}
            _ => return Err(wrong(path, row.line, &row.cells.join(" "))),
        }
    }
    Ok(out)
}

fn rows(path: &Path) -> Result<Vec<Row>, Failure> {
    let name = path.display().to_string();
    let failed = || Failure::new(Exit::Store, "fail-read", [("path", &name)]);
    let bytes = files::start_of(path, LARGEST as u64 + 1).map_err(|e| failed().because(e))?;
    table::read(&bytes)
        .map(|table| table.rows)
        .map_err(|_| Failure::usage("fail-cut-table", [("path", &name)]).hint("hint-cut-table", []))
}

fn plain(cell: &str) -> String {
    cell.trim().chars().map(narrow).collect()
}

/// `80`, `80%` and `0.8` in thousandths of a percent. 1 without a sign is certainty, not one in a hundred: nobody judges so.
fn probability(cell: &str) -> Option<u32> {
    let cell = plain(cell);
    let (text, percent) = cell.strip_suffix('%').map_or((cell.as_str(), false), |text| (text, true));
    let thousandths = Points::parse(text.trim())?.in_thousandths();
    let whole = if percent || thousandths > 1000 { thousandths } else { thousandths * 100 };
    u32::try_from(whole).ok().filter(|it| *it <= CERTAIN)
}

/// `80` and `80%` in thousandths of a percent.
fn percent(cell: &str) -> Option<u32> {
    let cell = plain(cell);
    let text = cell.strip_suffix('%').unwrap_or(&cell).trim();
    u32::try_from(Points::parse(text)?.in_thousandths()).ok().filter(|it| *it <= CERTAIN)
}

fn wrong(path: &Path, line: usize, found: &str) -> Failure {
    let (name, line) = (path.display().to_string(), line.to_string());
    Failure::usage("fail-cut-row", [("path", &name), ("line", &line), ("found", found)]).hint("hint-cut-table", [])
}
