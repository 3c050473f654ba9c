//! Heads noted elsewhere: printed to be noted, read back, held against the ledger as it is now.

use std::path::Path;

use super::found::{Place, Report};
use crate::cli::Outcome;
use crate::cli::cause::Cause;
use crate::cli::failure::{Exit, Failure};
use crate::cli::files;
use crate::cli::room::Call;
use crate::store::head::{Against, Head, NoHead};
use crate::store::{LedgerLine, Store};

/// The most bytes of a file with heads.
const FILE_MOST: u64 = 1 << 20;

/// The heads that were typed, or stand in files: each line of a file that is one. A file that has none is refused.
///
/// # Errors
/// `Failure` that names what is no head.
pub fn read(given: &[String]) -> Result<Vec<Head>, Failure> {
    let mut heads = Vec::new();
    for given in given {
        let path = Path::new(given);
        match Head::read(given) {
            Ok(head) => heads.push(head),
            Err(_) if path.is_file() => heads.extend(within(path, given)?),
            Err(NoHead::Mistyped) => return Err(Failure::usage("fail-head-mistyped", [("head", given)]).hint("hint-head", [])),
            Err(NoHead::Shape) => return Err(Failure::usage("fail-no-head", [("head", given)]).hint("hint-head", [])),
        }
    }
    Ok(heads)
}

fn within(path: &Path, name: &str) -> Result<Vec<Head>, Failure> {
    let text = files::text(path, FILE_MOST).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", name)]).because(e))?;
    let mut heads = Vec::new();
    for line in text.lines() {
        match Head::read(line) {
            Ok(head) => heads.push(head),
            Err(NoHead::Mistyped) => {
                return Err(Failure::usage("fail-head-mistyped", [("head", line)]).hint("hint-head", []));
            }
            Err(NoHead::Shape) => {}
        }
    }
    if heads.is_empty() {
        return Err(Failure::usage("fail-no-head", [("head", name)]).hint("hint-head", []));
    }
    Ok(heads)
}

/// The head as it is now.
///
/// # Errors
/// `Failure` of the store.
pub fn head(call: &Call<'_>, ledger: &[LedgerLine]) -> Result<Option<Head>, Failure> {
    let zone = call.load(None).unwrap_or_else(|_| crate::content::load_shipped()).library.time_zone;
    let today = call.ports.now().day(&zone).ok_or_else(|| Failure::new(Exit::Bug, "fail-bug", []))?;
    Ok(Head::of(ledger, today))
}

/// `audit --head`
pub fn print(call: &mut Call<'_>, store: &dyn Store) -> Outcome {
    let ledger = store.ledger()?;
    // A head of what does not follow line by line would bear out what somebody put there.
    if let Some(flaw) = crate::store::ledger::breaks(&ledger).first() {
        return Err(Failure::flawed(flaw));
    }
    let head = head(call, &ledger)?;
    if call.json() {
        let digest = ledger.last().map(LedgerLine::digest);
        let shown = head.as_ref().map(ToString::to_string);
        call.print_json(&serde_json::json!({ "head": shown, "lines": ledger.len(), "digest": digest }))?;
        return Ok(Exit::Done);
    }
    match head {
        Some(head) => {
            call.print(&format!("{head}\n"))?;
            call.tell("note-head", &[]);
        }
        None => call.tell("note-no-lines", &[]),
    }
    Ok(Exit::Done)
}

/// Holds the ledger against heads noted earlier; without one, says what nobody can know.
///
/// # Errors
/// `Failure` of the store.
pub fn hold(store: &dyn Store, heads: Vec<Head>, report: &mut Report) -> Result<(), Failure> {
    if heads.is_empty() {
        report.unknown("audit-unknown-tail", &[]);
    }
    let Some(ledger) = report.sound(store.ledger())? else { return Ok(()) };
    for head in heads {
        let (noted, number) = (head.to_string(), head.lines.to_string());
        match head.against(&ledger) {
            Against::Holds { since } => report.heads.push((noted, since)),
            Against::Shorter { lines } => {
                let (lines, gone) = (lines.to_string(), (head.lines - lines).to_string());
                let gaps = [("head", noted.as_str()), ("noted", number.as_str()), ("lines", &lines), ("gone", &gone)];
                report.find(Place::Whole, Cause::sentence("flaw-head-shorter", gaps));
            }
            Against::Other => {
                let gaps = [("head", noted.as_str()), ("noted", number.as_str())];
                report.find(Place::Line(head.lines - 1), Cause::sentence("flaw-head-other", gaps));
            }
        }
    }
    Ok(())
}
