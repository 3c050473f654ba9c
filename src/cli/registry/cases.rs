//! What exams come to in this store: read back, walked again where they were marked again, with what examiners stand for. The rules are
//! `grade/outcome`'s.

use std::collections::BTreeMap;

use super::Registry;
use crate::attempt::act::Regraded;
use crate::attempt::plan::{Activity, Plan};
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, StaffId, StationId};
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::recall::Kept;
use crate::cli::start;
use crate::grade::exam::talks;
use crate::grade::outcome::{Case, Outcome, Seen, outcome};
use crate::grade::regrade::{Again, again, falls};
use crate::grade::written::{bears_out, replies};
use crate::model::frozen::Frozen;
use crate::model::grade::Grade;
use crate::store::{Flaw, Store};

/// An exam as this store has it.
pub struct ExamCase {
    /// Its activity, events and state; under the content that it was marked again under, where it was.
    pub kept: Kept,
    /// Its plan as it was sat.
    pub recorded: Box<Plan>,
    /// What it comes to, where it is over.
    pub outcome: Option<Outcome>,
    /// When it began.
    pub started: Moment,
    /// When it closed, with the digest of that event.
    pub closed: Option<(Moment, Digest)>,
}

impl ExamCase {
    /// The attempt with its grade as it stands now.
    pub fn now(self) -> Kept {
        let mut kept = self.kept;
        if let (Some(Grade::Exam(grade)), Some(outcome)) = (&kept.state.closed, &self.outcome) {
            let now = outcome.grade(grade, &replies(&kept.activity, &kept.state));
            kept.state.closed = Some(Grade::Exam(Box::new(now)));
        }
        kept
    }
}

impl Registry {
    /// An exam with what it comes to.
    ///
    /// # Errors
    /// `Failure` of the store, or where something kept does not belong together.
    pub fn exam(&self, store: &dyn Store, attempt: &AttemptId) -> Result<ExamCase, Failure> {
        let kept = self.books.recall(store, attempt)?;
        let recorded = kept.activity.plan.clone();
        let kept = match self.register.regraded.get(attempt) {
            Some(regrading) => self.marked_again(store, kept, &regrading.regraded)?,
            None => kept,
        };
        Ok(ExamCase { recorded: Box::new(recorded), ..self.case(store, kept)? })
    }

    /// An exam as it was handed in, whatever it was marked since.
    ///
    /// # Errors
    /// As `exam`.
    pub fn as_sat(&self, store: &dyn Store, attempt: &AttemptId) -> Result<ExamCase, Failure> {
        self.case(store, self.books.recall(store, attempt)?)
    }

    /// An exam as it was marked again: walked under that content, and graded. What was signed has to come out.
    fn marked_again(&self, store: &dyn Store, kept: Kept, regraded: &Regraded) -> Result<Kept, Failure> {
        let flawed = || Failure::flawed(&Flaw::Regraded(regraded.attempt.clone()));
        let fresh = regraded.swaps.iter().map(|swap| Ok((swap.now, self.books.content(store, swap.now)?)));
        let fresh: BTreeMap<Digest, Frozen> = fresh.collect::<Result<_, Failure>>()?;
        let signed = kept.events.last().map(|last| last.event.digest()) == Some(regraded.closed);
        let again = again(&kept.activity, &kept.events, &regraded.swaps, &fresh).filter(|_| signed).ok_or_else(flawed)?;
        let lower = kept.grade().is_none_or(|was| falls(was, &again.grade));
        if kept.recomputed && (again.grade != regraded.grade || (lower && !regraded.lowers)) {
            return Err(flawed());
        }
        // Where words are forgotten, what was signed stands.
        Ok(kept.under(Again { grade: regraded.grade.clone(), ..again }))
    }

    /// What an exam comes to that was read back, or walked again under other content.
    ///
    /// # Errors
    /// As `exam`.
    pub fn case(&self, store: &dyn Store, kept: Kept) -> Result<ExamCase, Failure> {
        let attempt = &kept.activity.plan.attempt;
        let started = kept.events.first().map(|e| e.event.at).unwrap_or_default();
        let closed = kept.state.closed.as_ref().and(kept.events.last()).map(|e| (e.event.at, e.event.digest()));
        let outcome = match (&kept.state.closed, kept.activity.scheme()) {
            (Some(Grade::Exam(grade)), Some(scheme)) => {
                let drawn: Vec<StationId> =
                    kept.activity.plan.exam.iter().flat_map(|e| &e.stations).map(|(id, _)| id.clone()).collect();
                let replies = replies(&kept.activity, &kept.state);
                let case = Case { attempt, scheme, grade, talks: talks(&kept.activity), drawn: &drawn, replies: &replies };
                let outcome = outcome(&case, &self.seen(store, &kept.activity)?, &self.register);
                let signed =
                    outcome.read.is_empty() || closed.is_some_and(|(_, digest)| bears_out(&replies, &outcome.read, digest));
                if kept.recomputed && !signed {
                    return Err(Failure::flawed(&Flaw::Marks(attempt.clone())));
                }
                Some(outcome)
            }
            _ => None,
        };
        let recorded = Box::new(kept.activity.plan.clone());
        Ok(ExamCase { kept, recorded, outcome, started, closed })
    }

    /// The observations of an exam that examiners stand for, oldest first.
    ///
    /// # Errors
    /// As `exam`.
    fn seen(&self, store: &dyn Store, exam: &Activity) -> Result<Vec<Seen>, Failure> {
        let mut out = Vec::new();
        for observed in self.register.observed.get(&exam.plan.attempt).into_iter().flatten() {
            let kept = self.books.recall(store, &observed.observation)?;
            let last = kept.events.last().map(|e| e.event.digest());
            let fits = watches(&kept.activity.plan, exam, &observed.station, &observed.examiner);
            match kept.state.closed {
                Some(Grade::Station(grade)) if fits && last == Some(observed.closed) => {
                    out.push(Seen { observation: observed.observation.clone(), examiner: observed.examiner.clone(), grade });
                }
                _ => return Err(Failure::flawed(&Flaw::Observation(observed.observation.clone()))),
            }
        }
        Ok(out)
    }
}

/// Whether a plan is this examiner's observation of a station as this exam drew it: with all that is asked there, and nothing else.
pub fn watches(plan: &Plan, exam: &Activity, station: &StationId, examiner: &StaffId) -> bool {
    let drawn = exam.plan.exam.iter().flat_map(|e| &e.stations).find(|(id, _)| id == station);
    let theirs = plan.observes.as_ref().is_some_and(|o| o.exam == exam.plan.attempt && o.examiner == *examiner);
    theirs
        && plan.learner == exam.plan.learner
        && drawn.is_some_and(|(_, content)| plan.parts == start::watched(exam.station(content)))
}
