//! Exams marked again, and appeals decided.
//!
//! Once a licence rests on an exam its marks stay: a licence is taken back by an act of its own, never by a key that changed. An appeal is
//! decided once, and by nobody who held, observed, marked or decided the exam; a person is one person, with whichever key.

use super::Register;
use crate::attempt::act::{Act, Deed, Heard, Named, Regraded};
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, StaffId};
use crate::base::moment::Moment;

/// An exam as it was marked again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regrading {
    /// Under what, and what came of it.
    pub regraded: Regraded,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// The act: its reason lies beside that.
    pub act: ActId,
}

/// An appeal that was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hearing {
    /// What it is about, and what came of it.
    pub heard: Heard,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// The act: its reason lies beside that.
    pub act: ActId,
}

impl Register {
    /// An exam is marked again; nothing where a licence rests on it, or it does not count.
    pub(super) fn regrade(&mut self, act: &Act, regraded: &Regraded, by: StaffId) {
        let issued = self.issued.iter().any(|(_, _, issued)| issued.attempt == regraded.attempt);
        if !issued && !self.voided.contains_key(&regraded.attempt) {
            let (attempt, regraded) = (regraded.attempt.clone(), regraded.clone());
            self.regraded.insert(attempt, Regrading { regraded, at: act.at, by, act: act.id.clone() });
        }
    }

    /// An appeal is decided.
    pub(super) fn hear(&mut self, act: &Act, heard: &Heard, by: StaffId) {
        if !self.had_a_hand(&by, &heard.exam) {
            let hearing = Hearing { heard: heard.clone(), at: act.at, by, act: act.id.clone() };
            self.heard.entry(heard.appeal.clone()).or_insert(hearing);
        }
    }

    /// Who acts about an exam has a hand in it; also who marked it again, by keys of that person's choice.
    pub(super) fn lay_hands(&mut self, deed: &Deed, who: &StaffId) {
        for attempt in deed.names().into_iter().filter_map(Named::attempt) {
            self.hands.entry(attempt.clone()).or_default().insert(who.clone());
        }
    }

    /// Whether somebody held, observed, marked or decided an exam, or marked it again.
    pub fn had_a_hand(&self, who: &StaffId, exam: &AttemptId) -> bool {
        self.hands.get(exam).is_some_and(|hands| hands.contains(who))
    }

    /// The decision on an appeal with this first event.
    pub fn hearing(&self, appeal: &AttemptId, opened: Digest) -> Option<&Hearing> {
        self.heard.get(appeal).filter(|hearing| hearing.heard.opened == opened)
    }
}
