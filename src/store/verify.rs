//! Whether a store holds together: every attempt's chain, the ledger over them, and the content they used.
//!
//! Any change, insertion, deletion or reordering inside is found. A cut tail, or a store rebuilt from the start, is found only
//! against something kept elsewhere; that is the caller's.

use std::collections::{BTreeMap, BTreeSet};

use super::{AttemptRow, LedgerLine, Sealed, Store, StoreError, chain};
use crate::attempt::event::{Body, Recorded};
use crate::base::digest::Digest;
use crate::base::id::AttemptId;

/// Something in a store that does not fit together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The file is no store, or the database in it is broken; in the database's words.
    #[error("{0}")]
    File(String),
    /// An event breaks its attempt's chain.
    #[error("event {seq} of attempt {attempt}: {what}")]
    Event {
        /// The attempt.
        attempt: AttemptId,
        /// The place in it, from 0.
        seq: u32,
        /// How.
        what: Break,
    },
    /// The list of attempts says something else of this attempt than its events.
    #[error("attempt {0} is listed otherwise than its events say")]
    Row(AttemptId),
    /// Kept content has another digest than its name.
    #[error("content {0} was altered")]
    Content(Digest),
    /// An attempt used content that is not kept.
    #[error("content {0} is lost")]
    Lost(Digest),
    /// A line breaks the ledger.
    #[error("line {number} of the ledger: {what}")]
    Line {
        /// The line's own number.
        number: u64,
        /// How.
        what: Break,
    },
    /// An attempt's start or end is in no line of the ledger.
    #[error("the ledger does not seal what attempt {0} has ({1:?})")]
    Unsealed(AttemptId, Sealed),
}

/// How an event or a line breaks its chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Break {
    /// Its bytes do not read.
    #[error("does not read")]
    Unreadable,
    /// Its bytes have another digest than was kept with them.
    #[error("has another digest")]
    Digest,
    /// It has another number than the next one: something is missing, added or out of order.
    #[error("has another number")]
    Number,
    /// It does not name the one before it.
    #[error("does not name the one before")]
    Link,
    /// Nothing of its kind can stand here, or it belongs to another attempt.
    #[error("cannot stand here")]
    Place,
    /// The words beside it are not those that it seals.
    #[error("has other words beside it")]
    Words,
    /// A line seals what is not there, or has another digest.
    #[error("seals what is not there")]
    Seal,
}

/// The starts and ends found in events, with their digests.
type Seals = BTreeMap<(AttemptId, Sealed), Digest>;

/// Goes through everything: all flaws found, in the order of the attempts, then of the ledger; of an attempt the first.
///
/// Others may write meanwhile, so what is read first must be found again in what is read later, never the other way round.
///
/// # Errors
/// `StoreError` where the store cannot be read at all (`Damaged` is no error here).
pub fn verify(store: &dyn Store) -> Result<Vec<Flaw>, StoreError> {
    let mut flaws = Vec::new();
    let Some(before) = sound(store.ledger(), &mut flaws)? else { return Ok(flaws) };
    let Some(rows) = sound(store.attempts(None), &mut flaws)? else { return Ok(flaws) };
    let (mut seals, mut broken, mut checked) = (Seals::new(), Vec::new(), BTreeSet::new());
    for row in rows {
        match sound(store.events(&row.id), &mut flaws)? {
            Some(events) => {
                if !fits(&row, &events) {
                    flaws.push(Flaw::Row(row.id.clone()));
                }
                contents(store, &events, &mut checked, &mut flaws)?;
                seals.extend(
                    events
                        .iter()
                        .filter_map(|r| chain::sealed(&r.event).map(|what| ((r.event.attempt.clone(), what), r.event.digest()))),
                );
            }
            None => broken.push(row.id),
        }
    }
    let Some(ledger) = sound(store.ledger(), &mut flaws)? else { return Ok(flaws) };
    lines(&ledger, &mut flaws);
    for line in &before {
        if !broken.contains(&line.attempt) && seals.get(&(line.attempt.clone(), line.what)) != Some(&line.digest) {
            flaws.push(Flaw::Line { number: line.number, what: Break::Seal });
        }
    }
    for line in &ledger {
        seals.remove(&(line.attempt.clone(), line.what));
    }
    flaws.extend(seals.into_keys().map(|(attempt, what)| Flaw::Unsealed(attempt, what)));
    Ok(flaws)
}

/// What was read; a flaw met on the way goes with the others.
fn sound<T>(read: Result<T, StoreError>, flaws: &mut Vec<Flaw>) -> Result<Option<T>, StoreError> {
    match read {
        Ok(it) => Ok(Some(it)),
        Err(StoreError::Damaged(flaw)) => {
            flaws.push(flaw);
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

/// Whether a row says what the events said when it was read; there may be more of them by now.
fn fits(row: &AttemptRow, events: &[Recorded]) -> bool {
    let Some(then) = events.get(..row.events as usize) else { return false };
    let (Some(first), Some(last)) = (then.first(), then.last()) else { return false };
    let Body::Started { plan } = &first.event.body else { return false };
    row.learner == plan.learner
        && row.subject == plan.subject
        && row.started == first.event.at
        && row.last == last.event.at
        && row.closed == (chain::sealed(&last.event) == Some(Sealed::Closed))
}

/// Looks at the content an attempt used, each once.
fn contents(
    store: &dyn Store,
    events: &[Recorded],
    checked: &mut BTreeSet<Digest>,
    flaws: &mut Vec<Flaw>,
) -> Result<(), StoreError> {
    let Some(Body::Started { plan }) = events.first().map(|r| &r.event.body) else { return Ok(()) };
    for digest in plan.contents() {
        if checked.insert(digest) && sound(store.content(&digest), flaws)?.is_some_and(|kept| kept.is_none()) {
            flaws.push(Flaw::Lost(digest));
        }
    }
    Ok(())
}

/// The ledger's own chain.
fn lines(ledger: &[LedgerLine], flaws: &mut Vec<Flaw>) {
    let mut last: Option<&LedgerLine> = None;
    for line in ledger {
        let what = if line.number != last.map_or(0, |last| last.number + 1) {
            Some(Break::Number)
        } else if line.previous != last.map(Digest::of) {
            Some(Break::Link)
        } else {
            None
        };
        flaws.extend(what.map(|what| Flaw::Line { number: line.number, what }));
        last = Some(line);
    }
}
