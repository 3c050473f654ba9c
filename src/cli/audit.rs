//! `audit`: goes through everything that is kept and says what does not hold together, where, and what that means for whom; what counts
//! for nothing without being wrong; and what cannot be known from inside.
//!
//! What a store keeps is read by `store/verify` and the backend's own `integrity`; here attempts are walked and graded again (`attempts`),
//! acts and licences held against what they rest on (`licences`), the ledger against a head noted elsewhere (`noted`). Changes nothing.

pub mod afterwards;
mod attempts;
pub mod found;
mod licences;
pub mod noted;
mod refused;
mod sittings;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use super::failure::{Exit, Failure};
use super::issue::numbers::{self, Given};
use super::recall::Books;
use super::registry::Registry;
use super::registry::seats::sat_twice;
use super::retention::gone_until;
use super::room::Call;
use super::{Outcome, appeal, erase};
use crate::base::moment::Moment;
use crate::credential::acts;
use crate::store::{Store, StoreError, verify_step};
use found::Report;

/// `audit`
#[derive(Debug, clap::Args)]
pub struct Audit {
    /// Prints the ledger's head, to be noted elsewhere.
    #[arg(long, conflicts_with = "since")]
    pub head: bool,
    /// A head noted earlier, or a file with some; may be given several times.
    #[arg(long, value_name = "HEAD|FILE")]
    pub since: Vec<String>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Audit) -> Outcome {
    let heads = noted::read(&args.since)?;
    let store = call.store()?;
    if args.head {
        return noted::print(call, store.as_ref());
    }
    let steps = store.attempts(None).map_or(0, |rows| rows.len() * 2);
    let mut bar = call.busy("busy-audit", steps);
    let mut report = examined(store.as_ref(), &mut || bar.step())?;
    drop(bar);
    noted::hold(store.as_ref(), heads, &mut report)?;
    let now = call.ports.now();
    afterwards::examine(store.as_ref(), now, &mut report)?;
    overdue(store.as_ref(), now, &mut report)?;
    told::tell(call, &report)?;
    Ok(if report.findings.is_empty() { Exit::Done } else { Exit::NotPassed })
}

/// Goes through everything but heads noted elsewhere; `step` is called twice for each attempt.
///
/// # Errors
/// `Failure` where the store cannot be read at all.
pub fn examined(store: &dyn Store, step: &mut dyn FnMut()) -> Result<Report, Failure> {
    let mut report = Report::default();
    let rows = report.sound(store.attempts(None))?.unwrap_or_default();
    report.flaws(store.integrity().or_else(damage)?);
    report.flaws(verify_step(store, &acts::verify, step)?);
    report.counts.attempts = rows.len();
    report.counts.lines = report.sound(store.ledger())?.map_or(0, |lines| lines.len());
    let people = report.sound(store.learners())?.unwrap_or_default();
    report.sound(store.staff())?;
    report.sound(store.sayings(None))?;
    let mut theirs: BTreeMap<_, BTreeSet<_>> = people.into_iter().map(|learner| (learner.id, BTreeSet::new())).collect();
    for row in &rows {
        theirs.get_mut(&row.learner).map(|attempts| attempts.insert(row.id.clone()));
    }
    // Without list and ledger, or with an act that nobody signed, there is nothing to hold an attempt or a licence against.
    let books = report.opened(Books::open(store))?;
    let registry = report.opened(Registry::open(store))?;
    report.opened(erase::forgotten(store))?;
    let gone = report.opened(gone_until(store))?.unwrap_or_default();
    if let Some(books) = &books {
        let walk = attempts::Walk { store, books, registry: registry.as_ref(), theirs, gone };
        walk.all(&rows, &mut report, step)?;
        if let Some(registry) = &registry {
            licences::examine(&walk, registry, &mut report)?;
            sittings::examine(&walk, registry, &rows, &mut report)?;
            let refused = refused::examine(store, registry, &mut report);
            report.opened(refused)?;
        }
    }
    if registry.is_none() {
        report.unknown("audit-unknown-acts", &[]);
    }
    Ok(report)
}

/// Erasures that were not brought to an end, appeals that nobody answered in time, or that are upheld and led to nothing yet, licences that
/// rest on one of two exams of which one cannot be, and licence numbers of which nobody
/// knows whether they were given: something to do, and nothing that was altered.
///
/// # Errors
/// `Failure` of the store.
fn overdue(store: &dyn Store, now: Moment, report: &mut Report) -> Result<(), Failure> {
    for learner in erase::begun(store).unwrap_or_default() {
        report.due("audit-erase-begun", &[("id", learner.short().to_owned())]);
    }
    // What does not read was told.
    let Ok(registry) = Registry::open(store) else { return Ok(()) };
    for appeal in appeal::all(store, &registry, None).unwrap_or_default() {
        if appeal.is_overdue(now) {
            report.due("audit-appeal-overdue", &[("receipt", appeal.receipt().to_string())]);
        }
        if appeal.waits {
            report.due("audit-appeal-upheld", &[("receipt", appeal.receipt().to_string())]);
        }
    }
    for number in sat_twice(&registry, store).unwrap_or_default().iter().flat_map(|it| it.licences(&registry, now)) {
        report.due("note-twice-licensed", &[("number", number.to_string())]);
    }
    for (code, given) in report.opened(numbers::of_keys(store, &registry.register))?.unwrap_or_default() {
        if let Given::AtLeast(last) = given {
            report.due("audit-numbers-unknown", &[("code", code), ("last", numbers::shown(last))]);
        }
    }
    Ok(())
}

/// A flaw met on the way is a flaw like others.
fn damage(error: StoreError) -> Result<Vec<crate::store::Flaw>, StoreError> {
    match error {
        StoreError::Damaged(flaw) => Ok(vec![flaw]),
        other => Err(other),
    }
}
