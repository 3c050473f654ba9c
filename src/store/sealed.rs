//! Content that is here only sealed: the paper of a sitting on the PC where it is sat. The paper lies in the settings as it came; what is
//! in it is lent to the store (`Store::lend`) while a code is known, and never written.

use super::{Store, StoreError};
use crate::attempt::event::Body;
use crate::attempt::plan::Plan;
use crate::base::id::{AttemptId, SittingId};

/// The setting with the sealed paper of a sitting.
pub fn paper(sitting: &SittingId) -> String {
    format!("sitting-{sitting}")
}

/// The setting with its key, at the desk that called to it: there nothing is sealed.
pub fn key(sitting: &SittingId) -> String {
    format!("sitting-key-{sitting}")
}

/// The sitting whose paper an attempt's content is sealed in here: of an exam, or of what an examiner observed of one. None where it
/// is kept in the open, as at the desk.
///
/// # Errors
/// `StoreError`.
pub fn sealed_in(store: &dyn Store, plan: &Plan) -> Result<Option<SittingId>, StoreError> {
    let Some(sitting) = lent_for(store, plan)? else { return Ok(None) };
    for digest in plan.contents() {
        if store.content(&digest)?.is_none() {
            return Ok(Some(sitting));
        }
    }
    Ok(None)
}

/// The sitting whose paper came from another store, where an attempt's content is in it: sealed here as soon as it is not lent any more.
///
/// # Errors
/// `StoreError`.
pub fn lent_for(store: &dyn Store, plan: &Plan) -> Result<Option<SittingId>, StoreError> {
    let own = plan.exam.as_ref().and_then(|exam| exam.sitting.clone());
    let sitting = match (own, &plan.observes) {
        (None, Some(observes)) => exam_of(store, &observes.exam)?,
        (own, _) => own,
    };
    let Some(sitting) = sitting else { return Ok(None) };
    let elsewhere = store.setting(&paper(&sitting))?.is_some() && store.setting(&key(&sitting))?.is_none();
    Ok(elsewhere.then_some(sitting))
}

fn exam_of(store: &dyn Store, exam: &AttemptId) -> Result<Option<SittingId>, StoreError> {
    let first = store.events(exam)?.into_iter().next();
    Ok(first.and_then(|it| match it.event.body {
        Body::Started { plan } => plan.exam.and_then(|exam| exam.sitting),
        _ => None,
    }))
}
