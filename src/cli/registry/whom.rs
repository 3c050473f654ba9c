//! Whom each act is about: looked up once, so that what is asked about ten thousand learners does not go through all acts for each.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::attempt::act::{Named, Signed};
use crate::base::id::{ActId, AttemptId, LearnerId};

/// The places of acts, by whom they are about.
#[derive(Default)]
pub struct Whom {
    /// About nobody: staff and keys.
    nobody: Vec<usize>,
    /// About a learner, or an attempt of that learner. One act may be about several.
    of: BTreeMap<LearnerId, Vec<usize>>,
}

impl Whom {
    /// Looks it up for all acts; `whose`: who sat an attempt.
    pub fn of<'w>(acts: &'w [Rc<Signed>], whose: &dyn Fn(&AttemptId) -> Option<&'w LearnerId>) -> Self {
        let mut out = Self::default();
        let mut known: BTreeMap<&ActId, BTreeSet<&LearnerId>> = BTreeMap::new();
        for (place, signed) in acts.iter().enumerate() {
            let deed = &signed.act.deed;
            let mut whom: BTreeSet<&LearnerId> = deed.learners().into_iter().collect();
            for named in deed.names() {
                match named {
                    // Who seconds an act speaks of whomever that is about, whatever else is written down.
                    Named::Act(of, _) => whom.extend(known.get(of).into_iter().flatten()),
                    named => whom.extend(named.attempt().and_then(whose)),
                }
            }
            if whom.is_empty() {
                out.nobody.push(place);
            }
            for learner in &whom {
                out.of.entry((*learner).clone()).or_default().push(place);
            }
            known.insert(&signed.act.id, whom);
        }
        out
    }

    /// The places of what is about a learner, and of what is about nobody, in order.
    pub fn about(&self, learner: &LearnerId) -> BTreeSet<usize> {
        self.nobody.iter().chain(self.of.get(learner).into_iter().flatten()).copied().collect()
    }
}

#[cfg(test)]
mod tests;
