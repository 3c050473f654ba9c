//! Sealed papers that an exam PC needs no more: where the sitting was ended here and the desk has said that it has all of it, or where
//! nobody could begin for a month. The locked bytes go; the exams, and all else on record of them, stay.
//!
//! What is gone is said in a line. A mark takes its place (`kept`): these exams stay exams of papers that are elsewhere.

use super::kept;
use crate::base::id::{ActId, SittingId};
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::heard;
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::grade::register::Sitting;
use crate::store::Store;

/// How many days after its last time to begin a paper goes that nobody has called back: appeals and markings are the desk's by then.
pub const DAYS: i64 = 30;

/// Why a paper is needed no more.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The desk withdrew the sitting.
    Withdrawn,
    /// The desk said that it has all of it.
    Collected,
    /// Nobody could begin for a month.
    Old,
}

/// The sittings whose papers lie here for nothing, and why.
///
/// # Errors
/// `Failure` of the store.
pub fn due(store: &dyn Store, now: &dyn Fn() -> Moment) -> Result<Vec<(SittingId, Why)>, Failure> {
    let (registry, heard, own) = (Registry::open(store)?, heard::kept(store)?, store.ledger()?);
    let here = |act: &ActId| own.iter().any(|line| line.what.act() == Some(act));
    let collected = |it: &Sitting| it.concluded.iter().any(|end| heard.collected.contains(&end.act) && here(&end.act));
    let old = |it: &Sitting| now().0.saturating_sub(it.called.until.0) > DAYS * 24 * 60 * 60 * 1000;
    let mut due = Vec::new();
    for (id, sitting) in &registry.register.sittings {
        let is_collected = collected(sitting);
        let why = match sitting {
            it if it.is_off() => Why::Withdrawn,
            _ if is_collected => Why::Collected,
            it if old(it) => Why::Old,
            _ => continue,
        };
        if kept::lies_here(store, id)? {
            due.push((id.clone(), why));
        }
    }
    Ok(due)
}

/// Lets them go, but for the one that was just brought; a line each.
///
/// # Errors
/// `Failure` of the store.
pub fn let_go(call: &Call<'_>, store: &mut dyn Store, but: Option<&SittingId>) -> Result<(), Failure> {
    for (id, why) in due(store, &|| call.ports.now())?.into_iter().filter(|(id, _)| Some(id) != but) {
        kept::let_go(store, &id)?;
        let key = match why {
            Why::Withdrawn => "note-paper-withdrawn",
            Why::Collected => "note-paper-gone",
            Why::Old => "note-paper-old",
        };
        call.tell(key, &[("id", id.short().into()), ("days", DAYS.into())]);
    }
    Ok(())
}
