//! How far a text can change what a rule finds: beyond, whatever is added removes no hit.

use super::phrase::{GAP, longest};
use super::quote::LONGEST;
use super::{Detect, Phrases, Register, Rule, Severity};
use crate::model::text::Matching;

/// What composing, word edges and numbers may take in besides.
const EDGE: usize = 4;

impl Register {
    /// The number of characters of the normal text before and behind a hit within which its rule looks; what is added farther away
    /// removes no hit. `None` for rules that look at the whole text, or are covered by one that does.
    pub fn window(&self, rule: &Rule) -> Option<usize> {
        let mut window = self.looks(rule)?;
        for over in self.rules.iter().filter(|over| over.covers.contains(&rule.id) && over.id != rule.id) {
            let Detect::Phrases(of) = &over.detect else { return None };
            window = window.max(of.covers_within() as usize + self.longest(&of.phrases) + self.looks(over)?);
        }
        Some(window)
    }

    fn looks(&self, rule: &Rule) -> Option<usize> {
        let Detect::Phrases(of) = &rule.detect else { return None };
        let Phrases { phrases, except, not_after, not_before, look_back, unless, within, whole } = &**of;
        if *whole {
            return None;
        }
        let most = |by: &super::Reach| by.values().copied().max().unwrap_or_default() as usize;
        let words = self.longest(not_after).max(self.longest(not_before));
        let farthest = (most(look_back) + words).max(most(within) + self.longest(unless));
        let quotation = if self.quoting.is_empty() { 0 } else { self.longest(&self.quoting) + GAP + LONGEST + 2 };
        // A sign may stand between any two characters of a red line.
        let stretch = if rule.severity == Severity::RedLine { 2 } else { 1 };
        Some(farthest.max(stretch * self.longest(except)).max(quotation) + stretch * self.longest(phrases) + EDGE)
    }

    fn longest(&self, of: &Matching) -> usize {
        self.opened(of).into_iter().map(|(_, entry)| longest(entry)).max().unwrap_or_default()
    }
}
