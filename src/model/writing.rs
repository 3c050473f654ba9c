//! A reply in one's own words: what is asked for, and what a text earns.
//!
//! The one judge of written replies, for questions and turns alike: what is wanted is looked for, the register's rules cost what
//! their severity says, and every verdict names the characters it rests on. Pure: the same text earns the same for ever.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::text::{Matching, Text};
use super::wording::{Reach, Register};
use crate::base::id::{ItemId, RuleId, SkillId, WordingId};
use crate::base::points::Points;

/// What is to be written, checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Writing {
    /// What the person is told to do.
    pub task: Text,
    /// A model answer, shown in the debrief.
    pub sample: Text,
    /// Everybody can read it: an explanation under a review.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public: bool,
    /// The rule about replies shorter than the customer's holds here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub longer_than_customer: bool,
    /// A text shorter than this earns nothing: letters, digits and signs of writing, by language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub min_chars: Reach,
    /// What is looked for, in the author's order.
    pub wants: Vec<Want>,
    /// The register that the author names; none: the library's only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<WordingId>,
    /// The register whose rules and lists hold; none: no rule costs anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<Arc<Register>>,
}

/// Something that is looked for in a written reply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Want {
    /// Its id within the task.
    pub id: ItemId,
    /// What it is, in a few words.
    pub title: Text,
    /// One of these has to be there; empty: nothing is asked for by this key. `{id}` names a list of the register.
    pub any: Matching,
    /// Each of these has to be there; a list counts as one of its phrases.
    pub all: Matching,
    /// None of these may be there.
    pub none: Matching,
    /// What it gives where it is met; below zero, where it is something that should not be there.
    pub score: BTreeMap<SkillId, Points>,
    /// The trainer's words where it is missing.
    pub feedback: Text,
}

/// A rule that fired, with the characters that it fired on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The rule.
    pub rule: RuleId,
    /// How bad it is.
    pub severity: super::wording::Severity,
    /// Bytes of the text as it was typed.
    pub at: Range<usize>,
}

/// What a reply stands among.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'a> {
    /// What the customer wrote last, where the length of the reply is measured by it.
    pub customer: Option<&'a str>,
    /// What the same agent wrote before in the same talk.
    pub earlier: &'a [String],
    /// Everybody can read it.
    pub public: bool,
}

impl Want {
    /// Points over all skills.
    pub fn points(&self) -> Points {
        self.score.values().copied().sum()
    }
}

impl Writing {
    /// The most that can be earned: everything wanted, no rule broken.
    pub fn best(&self) -> Points {
        self.wants.iter().map(Want::points).filter(|p| *p > Points::ZERO).sum()
    }

    /// The same by skill.
    pub fn best_by_skill(&self) -> BTreeMap<SkillId, Points> {
        let mut out = BTreeMap::new();
        for (skill, points) in self.wants.iter().filter(|want| want.points() > Points::ZERO).flat_map(|want| &want.score) {
            *out.entry(skill.clone()).or_default() += *points;
        }
        out
    }
}
