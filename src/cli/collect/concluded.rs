//! What an invigilator signed when a sitting was ended at a PC, held against the lines that come from there. That signature is all that
//! binds that PC's ledger to somebody's key: whoever has the PC can write every line of it anew, and cannot sign this again.

use std::collections::BTreeMap;

use super::judge::may;
use crate::attempt::act::{AtSitting, Deed, Minute};
use crate::base::id::{ActId, AttemptId, SittingId};
use crate::cli::registry::Registry;
use crate::store::parcel::Done;
use crate::store::{LedgerLine, Parcel, Sealed};

/// The sitting whose signed end names a line, or an exam, that this PC's ledger has not before it.
pub fn otherwise<'p>(parcel: &'p Parcel, known: &[LedgerLine], registry: &Registry) -> Option<&'p SittingId> {
    let lines: BTreeMap<u64, &LedgerLine> = known.iter().chain(&parcel.lines).map(|line| (line.number, line)).collect();
    let fits = |act: &ActId, what: &Minute| {
        let Minute::Concluded { exams, head } = what else { return true };
        let end = lines.values().find(|line| line.what.act() == Some(act)).map_or(u64::MAX, |line| line.number);
        let before = || lines.range(..end).map(|(_, line)| line);
        let begun = |exam: &AttemptId| before().any(|line| line.what == Sealed::Started { attempt: exam.clone() });
        // It is the newest line or nearly so.
        before().rev().any(|line| line.digest() == *head) && exams.iter().all(begun)
    };
    let signed = parcel.acts.iter().filter(|done| may(registry, done, false));
    signed.filter_map(at_sitting).find(|(act, it)| !fits(act, &it.what)).map(|(_, it)| &it.sitting)
}

fn at_sitting(done: &Done) -> Option<(&ActId, &AtSitting)> {
    match &done.act.deed {
        Deed::Sitting(it) => Some((&done.act.id, it)),
        _ => None,
    }
}
