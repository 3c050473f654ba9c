//! What is done about a sitting: an exam at a place and a time, for candidates who were called to it. What these acts come to is folded
//! in `grade/register/sittings`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Named;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Did, LearnerId, LicenceId, SittingId};
use crate::base::moment::Moment;
pub use crate::model::word::Identity;

/// Something done about a sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtSitting {
    /// Which.
    pub sitting: SittingId,
    /// What.
    pub what: Minute,
}

/// What was done. A `reason` is the digest of the words beside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "minute", rename_all = "kebab-case")]
pub enum Minute {
    /// Candidates were called, and the paper sealed.
    Called(Called),
    /// Something happened.
    Incident {
        /// To whom; none where it was the whole room.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        learner: Option<LearnerId>,
        /// What.
        reason: Digest,
    },
    /// A candidate has more time: the exam's `Extended` event names this act.
    Extended {
        /// Who.
        learner: LearnerId,
        /// The exam.
        attempt: AttemptId,
        /// Whole minutes, 1 to 120.
        minutes: u16,
        /// Why.
        reason: Digest,
    },
    /// The same papers were sealed once more, under another code: the one before was lost. Either opens its own file.
    Resealed {
        /// SHA-256 over the canonical JSON of the paper as it is sealed now.
        sealed: Digest,
        /// What candidates are called now, as `Called::people`; empty before that was signed.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        people: BTreeMap<LearnerId, Digest>,
        /// Why.
        reason: Digest,
    },
    /// It was called by mistake, and is withdrawn: nobody begins in it.
    Withdrawn {
        /// Why.
        reason: Digest,
    },
    /// The invigilator was about to end it at this PC, whose clock stood before what the end was to cover. Nothing was ended.
    Unended {
        /// The exam that went on later,
        attempt: AttemptId,
        /// until then, by its own record.
        until: Moment,
    },
    /// The invigilator ended it at this PC: nobody else begins here.
    Concluded {
        /// The exams that were begun at this PC, in order.
        exams: Vec<AttemptId>,
        /// The digest of this PC's newest ledger line before.
        head: Digest,
        /// The key of this PC's store: nobody else's ledger is the one that ended here. Ends of earlier versions do not say it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pc: Option<Did>,
    },
}

/// An exam to which candidates are called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    /// Of which licence.
    pub licence: LicenceId,
    /// Its title, in its library's own language: an exam PC knows the licence only by this.
    pub title: String,
    /// Where, as the company calls the room.
    pub room: String,
    /// Exams begin from here,
    pub from: Moment,
    /// to here; what was begun goes on to its own end.
    pub until: Moment,
    /// Who may sit it, each once.
    pub candidates: Vec<LearnerId>,
    /// SHA-256 over the canonical JSON of the sealed paper.
    pub sealed: Digest,
    /// How many of them have a reserve paper. None: called before there were any; then a paper may have been sat again after it was void.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserves: Option<u32>,
    /// Whose id is whose: each candidate's name and staff number, as a digest with a salt that lies beside and goes with the person.
    /// Empty: called before that was signed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub people: BTreeMap<LearnerId, Digest>,
}

/// A candidate's place in a sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// The sitting.
    pub sitting: SittingId,
    /// What the invigilator saw of who it is.
    pub identity: Identity,
    /// The digest of the name and staff number that the invigilator was shown: one of those signed with the call. None before these were
    /// signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Digest>,
    /// The key of the store in which the exam began: whoever copies its records cannot pass them off as those of another PC. None before
    /// this was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pc: Option<Did>,
}

/// How much later than its time an exam may still begin, in milliseconds: who was let in before has read the rules and presses "start".
const GRACE: i64 = 60_000;

impl Called {
    /// Whether an exam that began then began in its time.
    pub const fn begins_at(&self, at: Moment) -> bool {
        self.from.0 <= at.0 && at.0 <= self.until.0.saturating_add(GRACE)
    }
}

impl AtSitting {
    /// The digest of the reason's words, where there has to be a reason.
    pub const fn reason(&self) -> Option<Digest> {
        match &self.what {
            Minute::Incident { reason, .. }
            | Minute::Extended { reason, .. }
            | Minute::Resealed { reason, .. }
            | Minute::Withdrawn { reason } => Some(*reason),
            Minute::Called(_) | Minute::Unended { .. } | Minute::Concluded { .. } => None,
        }
    }

    /// What it names in the store.
    pub fn names(&self) -> Vec<Named<'_>> {
        match &self.what {
            Minute::Called(_) | Minute::Incident { .. } | Minute::Resealed { .. } | Minute::Withdrawn { .. } => vec![],
            Minute::Extended { attempt, .. } | Minute::Unended { attempt, .. } => vec![Named::Attempt(attempt)],
            Minute::Concluded { exams, head, .. } => {
                exams.iter().map(Named::Attempt).chain(std::iter::once(Named::Line(*head))).collect()
            }
        }
    }

    /// The learners it names.
    pub fn learners(&self) -> Vec<&LearnerId> {
        match &self.what {
            Minute::Called(called) => called.candidates.iter().collect(),
            Minute::Incident { learner, .. } => learner.iter().collect(),
            Minute::Extended { learner, .. } => vec![learner],
            Minute::Unended { .. } | Minute::Concluded { .. } | Minute::Resealed { .. } | Minute::Withdrawn { .. } => vec![],
        }
    }

    /// Whether it says which papers there are, or that there are none: the desk alone does, and every PC has to know of it.
    pub const fn is_of_desk(&self) -> bool {
        matches!(self.what, Minute::Called(_) | Minute::Resealed { .. } | Minute::Withdrawn { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attempt::act::Deed;

    #[test]
    fn an_admission_of_before_there_were_sittings_is_sealed_as_it_was() {
        let begun = Digest::of_bytes(b"begun");
        let old = format!(r#"{{"act":"admitted","attempt":"a-1","begun":"{begun}","learner":"l-1"}}"#);
        let read: Deed = serde_json::from_str(&old).expect("it reads");
        assert!(matches!(read, Deed::Admitted { seat: None, .. }));
        assert_eq!(Digest::of(&read), Digest::of_bytes(old.as_bytes()));
    }

    #[test]
    fn a_call_of_before_there_were_reserves_is_sealed_as_it_was() {
        let sealed = Digest::of_bytes(b"paper");
        let called = format!(
            r#"{{"candidates":["l-1"],"from":1,"licence":"watched","minute":"called","room":"3","sealed":"{sealed}","title":"t","until":2}}"#
        );
        let old = format!(r#"{{"act":"sitting","sitting":"s-1","what":{called}}}"#);
        let read: Deed = serde_json::from_str(&old).expect("it reads");
        assert_eq!(Digest::of(&read), Digest::of_bytes(old.as_bytes()));
    }

    #[test]
    fn an_exam_begins_in_its_time_and_a_minute_later_at_most() {
        let (licence, title, room) = ("watched".into(), "监考证".to_owned(), "3".to_owned());
        let sealed = Digest::of_bytes(b"");
        let (from, until, people) = (Moment(1000), Moment(2000), BTreeMap::new());
        let called = Called { licence, title, room, from, until, candidates: vec![], sealed, reserves: None, people };
        let began = [999, 1000, 2000, 62_000, 62_001].map(|at| called.begins_at(Moment(at)));
        assert_eq!(began, [false, true, true, true, false]);
    }
}
