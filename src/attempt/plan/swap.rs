//! Other content in the place of some of an attempt's: what it is marked again under. What was asked and answered stays as it is; only
//! keys, points and ways are those of the other content. What may be exchanged is settled in `grade/regrade`.

use serde::{Deserialize, Serialize};

use super::{Plan, Step};
use crate::base::digest::Digest;
use crate::base::points::Points;

/// Content in the place of other content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swap {
    /// The content that the plan names.
    pub was: Digest,
    /// The content in its place.
    pub now: Digest,
    /// Best attainable of a role-play under it, exact; none for a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best: Option<Points>,
}

impl Plan {
    /// The same plan with other content in places.
    #[must_use]
    pub fn under(&self, swaps: &[Swap]) -> Self {
        let mut plan = self.clone();
        for step in plan.parts.iter_mut().flat_map(|part| &mut part.steps) {
            let Some(swap) = swaps.iter().find(|swap| swap.was == step.content()) else { continue };
            match step {
                Step::Ask { content, .. } => *content = swap.now,
                Step::Play { content, best, .. } => {
                    *content = swap.now;
                    *best = swap.best.unwrap_or(*best);
                }
                // Nothing else is marked by its content.
                _ => {}
            }
        }
        plan
    }
}
