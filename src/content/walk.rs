//! Golden walks: what certain replies of a scenario must lead to. `onduty test` runs them through the one loop.

use crate::base::finding::Place;
use crate::base::id::{ReplyId, ScenarioId, TurnId};
use crate::base::points::Points;

/// One walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// The scenario walked.
    pub scenario: ScenarioId,
    /// Its id within its file: `model`, `mistake`, `red-line`, any other.
    pub id: String,
    /// The replies, from the first decision on.
    pub steps: Vec<Step>,
    /// Where they must lead.
    pub expect: Expect,
    /// Where it is written.
    pub at: Place,
}

/// What is replied at a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// One of the author's replies is chosen.
    Reply(ReplyId),
    /// This is written.
    Text(String),
    /// Nothing is said until the clock has run out.
    Silence,
}

impl Said {
    /// The reply chosen, if one was.
    pub const fn reply(&self) -> Option<&ReplyId> {
        match self {
            Self::Reply(reply) => Some(reply),
            Self::Text(_) | Self::Silence => None,
        }
    }
}

/// One decision: at this turn, this reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The turn that must be reached.
    pub turn: TurnId,
    /// What is replied there.
    pub said: Said,
    /// The band of the standard that its time counts as, from 1; one more than there are: too late. None: as quick as can be.
    pub band: Option<usize>,
    /// Where it is written.
    pub at: Place,
}

/// A decision as it was made in a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// At which turn.
    pub turn: TurnId,
    /// What was replied.
    pub said: Said,
    /// The band that its time was in, from 1, where it was timed and not in the first.
    pub band: Option<usize>,
}

/// Where a walk must lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expect {
    /// The ending's turn.
    pub ending: TurnId,
    /// Points over replies and ending, not floored; 0 after a red line.
    pub points: Points,
    /// Percent of the best attainable, cut to a whole number.
    pub percent: u8,
    /// Whether the run is passed.
    pub passed: bool,
    /// Points for timeliness, where the walk says any.
    pub timeliness: Option<Points>,
}

impl Expect {
    /// Whether a run came to what is expected. Of times only what is said of them counts.
    pub fn is_met_by(&self, came: &Self) -> bool {
        let timeliness = self.timeliness.and(came.timeliness);
        *self == Self { timeliness, ..came.clone() }
    }
}
