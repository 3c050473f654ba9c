//! Exams that are here before they can have been sat: by its own times an exam ends later than now, or than its PC wrote the file, so that
//! clock was fast by that much at least, and taken back by as much the exam began before its sitting; where it belongs to none, it is a day
//! that counts (`FAST`). Only at this moment can that be known: later its times look like any others. It is taken in, and held up by a note
//! until somebody apart has answered it.

use super::FAST;
use super::refused::Refused;
use crate::attempt::event::Body;
use crate::base::moment::Moment;
use crate::cli::registry::seats::SLACK;
use crate::grade::register::Register;
use crate::store::Parcel;
use crate::store::parcel::Brought;

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
