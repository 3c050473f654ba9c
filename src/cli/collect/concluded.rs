//! What an invigilator signed at a PC, held against the lines that come from there. Letting in and ending name the PC; the end names its
//! ledger too. These signatures are all that binds that ledger to somebody's key: whoever has the PC can write every line of it anew, and
//! cannot sign them again; and whoever has a copy of what it sent cannot pass that off as another PC's.

use std::collections::BTreeMap;

use super::judge::may;
use crate::attempt::act::{AtSitting, Deed, Minute, Seat};
use crate::base::id::{ActId, AttemptId, Did, SittingId};
use crate::cli::registry::Registry;
use crate::store::parcel::Done;
use crate::store::{LedgerLine, Parcel, Sealed};

/// The sitting for which an invigilator signed that it was held at another PC.
pub fn elsewhere<'p>(parcel: &'p Parcel, registry: &Registry) -> Option<&'p SittingId> {
    let signed = parcel.acts.iter().filter(|done| may(registry, done, false));
    signed.filter_map(signed_at).find(|(_, pc)| **pc != parcel.from).map(|(sitting, _)| sitting)
}

/// The sitting whose signed end names a line or an exam that this PC's ledger has not before it.
pub fn otherwise<'p>(parcel: &'p Parcel, known: &[LedgerLine], registry: &Registry) -> Option<&'p SittingId> {
    let lines: BTreeMap<u64, &LedgerLine> = known.iter().chain(&parcel.lines).map(|line| (line.number, line)).collect();
    let fits = |act: &ActId, what: &Minute| {
        let Minute::Concluded { exams, head, .. } = what else { return true };
        let end = lines.values().find(|line| line.what.act() == Some(act)).map_or(u64::MAX, |line| line.number);
        let before = || lines.range(..end).map(|(_, line)| line);
        let begun = |exam: &AttemptId| before().any(|line| line.what == Sealed::Started { attempt: exam.clone() });
        // It is the newest line or nearly so.
        before().rev().any(|line| line.digest() == *head) && exams.iter().all(begun)
    };
    let signed = parcel.acts.iter().filter(|done| may(registry, done, false));
    signed.filter_map(at_sitting).find(|(act, it)| !fits(act, &it.what)).map(|(_, it)| &it.sitting)
}

/// At which PC it was signed, where it says so, and in which sitting.
fn signed_at(done: &Done) -> Option<(&SittingId, &Did)> {
    match &done.act.deed {
        Deed::Admitted { seat: Some(Seat { sitting, pc: Some(pc), .. }), .. }
        | Deed::Sitting(AtSitting { sitting, what: Minute::Concluded { pc: Some(pc), .. } }) => Some((sitting, pc)),
        _ => None,
    }
}

fn at_sitting(done: &Done) -> Option<(&ActId, &AtSitting)> {
    match &done.act.deed {
        Deed::Sitting(it) => Some((&done.act.id, it)),
        _ => None,
    }
}
