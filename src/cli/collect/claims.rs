//! Whose a record is that two PCs send as theirs. An attempt's id says where it began (`attempt/plan/begun`): a file of another PC that
//! brings it is not taken. What says nothing of where it was done, an act or an attempt of an earlier version, is the same at both: it is
//! taken from both, counts once, and is told, with both PCs, until somebody apart has answered it. So nobody is kept out by a copy of
//! what he did, whichever comes first.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use super::refused::Refused;
use crate::attempt::event::Body;
use crate::attempt::plan::begun::is_elsewhere;
use crate::base::digest::Digest;
use crate::base::id::Did;
use crate::store::parcel::Brought;
use crate::store::{LedgerLine, Parcel, Sealed};

/// An attempt that began at another PC, or is not the one that its id says.
pub fn begun_elsewhere(parcel: &Parcel) -> Option<Refused> {
    let plan = |it: &Brought| match &it.events.first()?.0.body {
        Body::Started { plan } if plan.attempt == it.attempt => Some(plan.clone()),
        _ => None,
    };
    let foreign = |it: &&Brought| is_elsewhere(&it.attempt, plan(it).as_deref(), &parcel.from);
    let found = parcel.attempts.iter().find(foreign)?;
    Some(Refused::new("refused-begun-elsewhere", found.attempt.short()).seen(Digest::of(&(&found.attempt, parcel.lines.last()))))
}

/// Whether a new line seals what another ledger seals, and that of a third not as it does; or what was done here, or anything twice.
pub fn another_s(parcel: &Parcel, known: &[LedgerLine], here: &Known) -> Option<Refused> {
    let mut twice = BTreeSet::new();
    let differs = |line: &LedgerLine| {
        let is_own = |whose: &Option<Did>| whose.as_ref().is_none_or(|whose| *whose == parcel.from);
        here.claim(&line.what).is_some_and(|(whose, digest)| is_own(whose) || *digest != line.digest)
    };
    let line = fresh(parcel, known).find(|line| differs(line) || !twice.insert(&line.what))?;
    Some(Refused::new("refused-own", line.number.to_string()).seen(line.digest()))
}

/// What a third PC's ledger seals as these new lines do: one note for each such PC.
pub fn shared(parcel: &Parcel, known: &[LedgerLine], here: &Known, names: &BTreeMap<Did, String>) -> Vec<Refused> {
    let whose = |line: &LedgerLine| here.claim(&line.what).and_then(|(whose, _)| whose.clone());
    let others: BTreeSet<Did> = fresh(parcel, known).filter_map(whose).collect();
    others.iter().map(|other| Refused::claimed(other, names.get(other))).collect()
}

/// The lines that are not here yet, of what was done at that PC.
fn fresh<'p>(parcel: &'p Parcel, known: &'p [LedgerLine]) -> impl Iterator<Item = &'p LedgerLine> {
    let seen: BTreeSet<u64> = known.iter().map(|line| line.number).collect();
    let lines = parcel.lines.iter().filter(|line| !matches!(line.what, Sealed::Copied { .. }));
    lines.filter(move |line| !seen.contains(&line.number))
}
