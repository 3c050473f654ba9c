//! Whether a PC's file has in it what its ledger's lines seal. `send` never leaves any of that out: where it is missing, somebody took it
//! out, and what names it would hang in the air here.

use std::collections::BTreeSet;

use super::refused::Refused;
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId};
use crate::store::Parcel;

/// The first line that seals an attempt or an act which did not come with it.
pub fn left_out(parcel: &Parcel) -> Option<Refused> {
    let attempts: BTreeSet<&AttemptId> = parcel.attempts.iter().map(|it| &it.attempt).collect();
    let acts: BTreeSet<&ActId> = parcel.acts.iter().map(|it| &it.act.id).collect();
    let is_here = |what: &crate::store::Sealed| {
        what.attempt().is_none_or(|it| attempts.contains(it)) && what.act().is_none_or(|it| acts.contains(it))
    };
    let line = parcel.lines.iter().find(|line| !is_here(&line.what))?;
    Some(Refused::new("refused-left-out", line.number.to_string()).seen(Digest::of(&parcel.lines)))
}
