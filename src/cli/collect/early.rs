//! Exams that are here before they can have been sat: by its own times an exam ends later than now, or than its PC wrote the file, so that
//! clock was fast by that much at least, and taken back by as much the exam began before its sitting; where it belongs to none, it is a day
//! that counts (`FAST`). At this moment alone its own times say so: later they look like any others. What its PC recorded after it may say so
//! still (`ahead`). It is taken in, and held up by a note until somebody apart has answered it.

use std::collections::BTreeSet;

use super::known::Known;
use super::refused::Refused;
use super::{FAST, doubt};
use crate::attempt::event::Body;
use crate::base::id::Did;
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::registry::clocks::{self, Times};
use crate::cli::registry::seats::SLACK;
use crate::grade::register::Register;
use crate::store::parcel::Brought;
use crate::store::{Parcel, Store};

/// Those of a file that was here, or written, at that moment.
pub fn early(parcel: &Parcel, register: &Register, then: Moment) -> Vec<Refused> {
    let is_early = |it: &&Brought| {
        let Some(Body::Started { plan }) = it.events.first().map(|(event, _)| &event.body) else { return false };
        let Some(exam) = &plan.exam else { return false };
        let times = || it.events.iter().map(|(event, _)| event.at);
        let (Some(began), Some(last)) = (times().next(), times().max()) else { return false };
        let fast = last.0.saturating_sub(then.0);
        match exam.sitting.as_ref().map(|id| register.sittings.get(id)) {
            None => fast > FAST.0,
            Some(sitting) => {
                sitting.is_some_and(|it| fast > SLACK && began.0.saturating_sub(fast) < it.called.from.0.saturating_sub(SLACK))
            }
        }
    };
    let note = |it: &Brought| Some(Refused::early(&it.attempt).seen(it.events.first()?.0.digest()));
    parcel.attempts.iter().filter(is_early).filter_map(note).collect()
}

/// Exams of a PC that were sat before their sitting by what is here of its own ledger, whichever file brought which part of it. What is
/// known to be early, or was answered, is not told again; what is void holds up nothing.
///
/// # Errors
/// `Failure` of the store.
pub fn ahead(store: &dyn Store, here: &Known, from: &Did) -> Result<Vec<Refused>, Failure> {
    let (register, lines) = (&here.registry.register, here.lines(from));
    let seated: BTreeSet<_> = register.sittings.values().flat_map(|it| it.seated.keys()).collect();
    if !lines.iter().filter_map(|line| line.what.attempt()).any(|attempt| seated.contains(attempt)) {
        return Ok(Vec::new());
    }
    let rows = store.attempts(None)?;
    let mut exams = clocks::ahead(&here.registry, lines, &Times::of(&here.registry, &rows));
    exams.retain(|exam| !register.voided.contains_key(*exam));
    if exams.is_empty() {
        return Ok(Vec::new());
    }
    let known: Vec<Refused> = doubt::all(store)?.iter().filter_map(doubt::Doubt::refused).collect();
    exams.retain(|exam| !known.iter().any(|it| it.is_early(exam)));
    let mut out = Vec::new();
    for exam in exams {
        out.extend(store.events(exam)?.first().map(|it| Refused::early(exam).seen(it.event.digest())));
    }
    Ok(out)
}
