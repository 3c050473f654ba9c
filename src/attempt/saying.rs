//! What trainers and trainees say to each other about an attempt: notes, remarks on items, answers. Beside the record: no grade and no
//! licence stands on it, so it is neither chained nor signed, and it goes with the person it is about.

use serde::{Deserialize, Serialize};

use crate::base::id::{AttemptId, SayingId, StaffId};
use crate::base::moment::Moment;
pub use crate::model::word::Ruling;

/// Something said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    /// Its id.
    pub id: SayingId,
    /// When.
    pub at: Moment,
    /// About which attempt.
    pub attempt: AttemptId,
    /// By whom.
    pub by: By,
    /// What kind of thing it is.
    pub matter: Matter,
    /// The words.
    pub words: String,
}

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum By {
    /// The learner whose attempt it is.
    Learner,
    /// A member of staff; the name is looked up, so that it can be erased.
    Staff {
        /// Who.
        id: StaffId,
    },
    /// A trainer who is not on the list of staff.
    Trainer {
        /// As typed; empty where no name was given.
        name: String,
    },
}

/// What kind of thing is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "matter", rename_all = "kebab-case")]
pub enum Matter {
    /// A trainer's word to the learner.
    Note {
        /// To which place; nowhere: to the whole.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        spot: Option<Spot>,
    },
    /// A learner finds an item wrong.
    Remark {
        /// Which.
        spot: Spot,
    },
    /// A trainer's answer to a remark.
    Answer {
        /// To which.
        remark: SayingId,
        /// What becomes of the item.
        ruling: Ruling,
    },
    /// The learner has seen a note or an answer.
    Seen {
        /// Which.
        saying: SayingId,
    },
}

/// A place in an attempt.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    /// `bank/question`, or `scenario/turn`.
    pub item: String,
    /// Which decision of the talk, from 1; 0 for a question.
    pub step: u32,
}
