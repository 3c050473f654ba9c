//! What waits for a person: written replies of exams that are over, those first on which a result hangs, then who waits longest.

use std::collections::BTreeMap;

use super::Place;
use super::open;
use crate::attempt::plan::Subject;
use crate::base::id::AttemptId;
use crate::cli::failure::Failure;
use crate::cli::recall::short;
use crate::cli::registry::{ExamCase, Registry};
use crate::cli::room::Call;
use crate::store::Store;

/// A reply that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which.
    pub place: Place,
    /// Whether the exam's result hangs on it.
    pub hangs: bool,
}

/// Exams with something written in them.
pub struct Queue {
    cases: BTreeMap<AttemptId, (ExamCase, Vec<Waiting>)>,
}

impl Queue {
    /// Of all exams, or of one. What does not fit together is left out, and said. Who was erased has nothing left to be read.
    ///
    /// # Errors
    /// `Failure` of the store; where one exam is named, also of that.
    pub fn open(call: &Call<'_>, store: &dyn Store, registry: &Registry, only: Option<&AttemptId>) -> Result<Self, Failure> {
        let mut queue = Self { cases: BTreeMap::new() };
        if let Some(attempt) = only {
            queue.take(registry, store, attempt)?;
            return Ok(queue);
        }
        let known: Vec<_> = store.learners()?.into_iter().map(|learner| learner.id).collect();
        for row in store.attempts(None)? {
            let exam = row.closed && matches!(row.subject, Subject::Licence(_)) && known.contains(&row.learner);
            if exam && queue.take(registry, store, &row.id).is_err() {
                call.tell("note-damaged", &[("id", short(&row.id).into())]);
            }
        }
        Ok(queue)
    }

    /// Reads an exam, or reads it again: what waits in it may be less now.
    ///
    /// # Errors
    /// `Failure` of the store, or where what is kept does not belong together.
    pub fn take(&mut self, registry: &Registry, store: &dyn Store, attempt: &AttemptId) -> Result<(), Failure> {
        let case = registry.exam(store, attempt)?;
        let hangs = case.outcome.as_ref().map_or(&[][..], |it| &it.hangs_on);
        let count = case.outcome.as_ref().map_or(0, |it| it.read.len() + it.unread);
        let waits = |nth: usize| Waiting { place: (attempt.clone(), nth), hangs: hangs.contains(&nth) };
        let waiting: Vec<Waiting> = (0..count).filter(|nth| open(registry, &case, *nth).is_ok()).map(waits).collect();
        self.cases.insert(attempt.clone(), (case, waiting));
        Ok(())
    }

    /// What waits, in the order to mark it.
    pub fn waiting(&self) -> Vec<Waiting> {
        let mut all: Vec<_> = self.cases.values().flat_map(|(case, waiting)| waiting.iter().map(move |it| (case, it))).collect();
        all.sort_by_key(|(case, it)| (!it.hangs, case.closed.map(|(at, _)| at), &it.place));
        all.into_iter().map(|(_, it)| it.clone()).collect()
    }

    /// An exam of it.
    pub fn case(&self, attempt: &AttemptId) -> &ExamCase {
        &self.cases[attempt].0
    }

    /// Leaves out exams that do not fit.
    pub fn retain(&mut self, mut fits: impl FnMut(&ExamCase) -> bool) {
        self.cases.retain(|_, (case, _)| fits(case));
    }
}
