//! A station: observed practice, for what a chat cannot show. An examiner marks it live, step by step, against anchors.

use serde::{Deserialize, Serialize};

use super::text::Text;
use super::word::Use;
use crate::base::id::{ObjectiveRef, RoleId, StationId, StepId};
use crate::base::points::Points;

/// A checked station.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Station {
    /// Its id.
    pub id: StationId,
    /// Its title.
    pub title: Text,
    /// The roles it is for; empty: everybody.
    pub roles: Vec<RoleId>,
    /// Practice, exam or both.
    #[serde(rename = "use")]
    pub use_: Use,
    /// What the candidate has; shown and timed, not enforced.
    pub minutes: Option<u32>,
    /// Read to the candidate.
    pub brief: Text,
    /// For the examiner only.
    pub setup: Text,
    /// The objectives it observes.
    pub objectives: Vec<ObjectiveRef>,
    /// What is observed, in order; one or more.
    pub steps: Vec<Rated>,
    /// What is asked afterwards.
    pub oral: Vec<Rated>,
}

/// Something an examiner gives a mark for: a step, or an oral question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rated {
    /// Its id within the station (steps and oral questions share one space).
    pub id: StepId,
    /// What is to be seen, or what is asked.
    pub text: Text,
    /// What a good answer to an oral question holds.
    pub listen_for: Option<Text>,
    /// What one sees at 0, 1, 2, … points; two or more, the last is the most.
    pub anchors: Vec<Text>,
    /// A 0 here fails the candidate, whatever else was earned.
    pub critical: bool,
}

impl Rated {
    /// The most points.
    pub fn most(&self) -> u8 {
        u8::try_from(self.anchors.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }
}

impl Station {
    /// Steps, then oral questions.
    pub fn rated(&self) -> impl Iterator<Item = &Rated> {
        self.steps.iter().chain(&self.oral)
    }

    /// One of them.
    pub fn find(&self, id: &StepId) -> Option<&Rated> {
        self.rated().find(|r| r.id == *id)
    }

    /// The points there are.
    pub fn total(&self) -> Points {
        self.rated().map(|r| Points::whole(i64::from(r.most()))).sum()
    }
}
