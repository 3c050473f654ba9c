//! What changes how an exam's marks are seen once it is over: it is marked again under other content, and an appeal is decided. What
//! these acts come to is folded in `grade/register`.

use serde::{Deserialize, Serialize};

use crate::attempt::plan::Swap;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LearnerId};
use crate::model::grade::ExamGrade;

/// An exam was marked again, under other content than it was sat with. It takes the place of an earlier marking of the same exam.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regraded {
    /// The exam.
    pub attempt: AttemptId,
    /// The digest of its `Closed` event.
    pub closed: Digest,
    /// The content in the place of that of the plan, all of it; empty: as it was sat.
    pub swaps: Vec<Swap>,
    /// What the candidate's own attempt comes to so, before anybody's marks and stations. It follows from the record and the swaps, and
    /// is worked out again by whoever reads it.
    pub grade: ExamGrade,
    /// Whether marks may be lower than before: somebody said so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lowers: bool,
    /// Why.
    pub reason: Digest,
}

/// An appeal was decided. It names the appeal by its fields, not as what has to be in a store: it goes to all PCs, and lies on the desk
/// that answers perhaps only as a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// The appeal, an attempt of its own.
    pub appeal: AttemptId,
    /// The digest of its first event.
    pub opened: Digest,
    /// The exam it is about.
    pub exam: AttemptId,
    /// Whose it is.
    pub learner: LearnerId,
    /// Whether the candidate is in the right.
    pub upheld: bool,
    /// Why.
    pub reason: Digest,
}
