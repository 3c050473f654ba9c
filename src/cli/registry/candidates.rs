//! What is known of a candidate before an exam: courses, texts agreed to, exams, licences. Whether that is enough is `grade/eligible`'s.

use std::collections::BTreeMap;

use super::{ExamCase, Registry, by_script};
use crate::attempt::plan::{Step, Subject};
use crate::base::digest::Digest;
use crate::base::id::{CourseId, LearnerId};
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::recall::Kept;
use crate::grade::eligible::{Candidate, Held, Sat, Stands};
use crate::grade::register::Taken;
use crate::model::frozen::{Agreement, Frozen};
use crate::model::library::Library;
use crate::model::licence::{Accepts, Scheme};
use crate::store::{AttemptRow, Learner, Sealed, Store};

impl Registry {
    /// What is known of a candidate.
    ///
    /// # Errors
    /// As `exam`.
    pub fn candidate(
        &self,
        store: &dyn Store,
        learner: &Learner,
        (scheme, library): (&Scheme, &Library),
        cases: &[ExamCase],
    ) -> Result<Candidate, Failure> {
        let mut candidate = Candidate { sat: cases.iter().map(|case| self.sat(case)).collect(), ..Candidate::default() };
        let counts = |kept: &Kept| scheme.conduct.accepts == Accepts::Script || !by_script(kept);
        for (row, kept) in self.done(store, learner)?.iter().filter(|(_, kept)| counts(kept)) {
            match &row.subject {
                Subject::Course(id) => {
                    let at = candidate.courses.entry(id.as_str().into()).or_insert(row.last);
                    *at = (*at).max(row.last);
                }
                // Who agreed to another text has not agreed to this one.
                Subject::Agreement(id) if agreed_to(kept) == agreement(library, id) => {
                    candidate.agreed.insert(id.as_str().into());
                }
                _ => {}
            }
        }
        let granted = self.register.granted.get(&(learner.id.clone(), scheme.id.clone()));
        candidate.granted = granted.cloned().unwrap_or_default();
        for (course, at) in self.waived(&learner.id) {
            if !candidate.courses.contains_key(&course) {
                candidate.waived.insert(course.clone(), at);
            }
            let done = candidate.courses.entry(course).or_insert(at);
            *done = (*done).max(at);
        }
        // One that was revoked is held no longer; one that is suspended is, and no other is sat for meanwhile.
        let newest = self.register.newest(&learner.id, &scheme.id);
        let revoked = |number| self.register.taken.get(number).filter(|it| it.what == Taken::Revoked);
        candidate.licence = newest.map(|(at, _, issued)| {
            let until = revoked(&issued.number).map_or(issued.until, |taking| issued.until.min(Moment(taking.at.0 - 1)));
            Held { issued: *at, until }
        });
        Ok(candidate)
    }

    /// The courses that a learner need not take, each with since when.
    pub fn waived(&self, learner: &LearnerId) -> BTreeMap<CourseId, Moment> {
        let theirs = self.register.waived.iter().filter(|((whose, _), _)| whose == learner);
        theirs.map(|((_, course), waiver)| (course.clone(), waiver.at)).collect()
    }

    /// The courses and texts that a learner went through by then, as far as they fit together.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn done(&self, store: &dyn Store, learner: &Learner) -> Result<Vec<(AttemptRow, Kept)>, Failure> {
        let mut rows = store.attempts(Some(&learner.id))?;
        rows.retain(|row| row.closed && matches!(row.subject, Subject::Course(_) | Subject::Agreement(_)));
        rows.retain(|row| self.knows(&Sealed::Closed { attempt: row.id.clone() }) && !self.register.voided.contains_key(&row.id));
        let read = |row: AttemptRow| Some((self.books.recall(store, &row.id).ok()?, row));
        Ok(rows.into_iter().filter_map(read).map(|(kept, row)| (row, kept)).collect())
    }

    /// How an exam stands before any further one.
    pub fn sat(&self, case: &ExamCase) -> Sat {
        let attempt = case.kept.activity.plan.attempt.clone();
        let issued = self.register.issued_on(&attempt).is_some();
        let stands = match (&case.outcome, case.closed) {
            (Some(outcome), Some((closed, _))) => outcome.stands(closed, issued),
            _ => Stands::Open,
        };
        Sat { attempt, started: case.started, stands }
    }
}

/// The digest of a text to agree to, as the library has it.
fn agreement(library: &Library, id: &str) -> Option<Digest> {
    let (title, text) = library.agreements.get(&id.into())?.clone();
    Some(Frozen::Agreement(Agreement { id: id.into(), title, text }).digest())
}

/// The digest of the text that was agreed to.
fn agreed_to(kept: &Kept) -> Option<Digest> {
    let mut steps = kept.activity.plan.parts.iter().flat_map(|part| &part.steps);
    steps.find_map(|step| if let Step::Agree { content, .. } = step { Some(*content) } else { None })
}
