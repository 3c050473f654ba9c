//! Whether somebody sits an exam just now: then nothing else is open to that person, and no keys are shown at this PC.

use super::Registry;
use super::seats::sitting_of;
use crate::attempt::plan::Subject;
use crate::base::id::LearnerId;
use crate::base::moment::Moment;
use crate::cli::failure::{Exit, Failure};
use crate::store::Store;

/// Nothing but an exam that is under way may be done by its candidate: no practice, no debrief.
///
/// # Errors
/// `Failure` with exit 5 that names the exam.
pub fn must_be_free(store: &dyn Store, learner: &LearnerId) -> Result<(), Failure> {
    for row in store.attempts(Some(learner))? {
        let Subject::Licence(id) = &row.subject else { continue };
        if row.closed || Registry::open(store)?.register.voided.contains_key(&row.id) {
            continue;
        }
        // Also after its time: `exam` closes it, by the clock it goes by; another clock opens nothing.
        let failure = Failure::new(Exit::Refused, "fail-exam-under-way", [("id", id)]);
        let events = store.events(&row.id)?;
        return Err(match sitting_of(&events) {
            Some(sitting) => failure.hint("hint-exam-in-sitting", [("id", sitting.short())]),
            None => failure.hint("hint-exam-go-on", [("id", id)]),
        });
    }
    Ok(())
}

/// How long an exam that nobody goes on with keeps keys closed, in milliseconds: a day, far beyond any limit that is shipped.
const ABANDONED: i64 = 24 * 60 * 60 * 1000;

/// Refuses what shows keys while somebody sits an exam at this store, whoever asks: here nobody can tell who that is. It keeps honest
/// people honest; on one's own machine nothing is secret.
///
/// # Errors
/// `Failure` with exit 5 that names the exam.
pub fn nobody_sits(store: &dyn Store, now: Moment) -> Result<(), Failure> {
    for row in store.attempts(None)? {
        let Subject::Licence(id) = &row.subject else { continue };
        let abandoned = now.0.saturating_sub(row.last.0) > ABANDONED;
        if !row.closed && !abandoned && !Registry::open(store)?.register.voided.contains_key(&row.id) {
            return Err(Failure::new(Exit::Refused, "fail-keys-closed", [("id", id)]));
        }
    }
    Ok(())
}
