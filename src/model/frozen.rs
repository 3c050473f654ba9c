//! Content as an attempt keeps it: complete in itself, named by its digest, so that a later edit of the library changes neither a
//! running nor a finished attempt.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::course::Lesson;
use super::licence::Scheme;
use super::question::Question;
use super::scenario::Scenario;
use super::station::Station;
use super::text::Text;
use super::version;
use crate::base::digest::{Digest, canonical};
use crate::base::id::{AgreementId, SkillId};

/// One thing that an attempt used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "frozen", rename_all = "kebab-case")]
pub enum Frozen {
    /// What the whole attempt is about.
    Frame(Frame),
    /// A lesson.
    Lesson(Lesson),
    /// A question.
    Question(Box<Question>),
    /// A scenario.
    Scenario(Box<Scenario>),
    /// A station.
    Station(Box<Station>),
    /// A licence scheme.
    Scheme(Box<Scheme>),
    /// A text that is agreed to.
    Agreement(Agreement),
}

/// What the whole attempt is about: titles that its pages name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Of the course, bank or scenario.
    pub title: Text,
    /// Skill titles.
    pub skills: BTreeMap<SkillId, Text>,
}

/// A text that is agreed to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// Its title.
    pub title: Text,
    /// What is agreed to.
    pub text: Text,
}

impl Frozen {
    /// The bytes that are kept and the name they are kept under.
    pub fn sealed(&self) -> (Digest, Vec<u8>) {
        let bytes = canonical(self);
        (Digest::of_bytes(&bytes), bytes)
    }

    /// Its digest over everything.
    pub fn digest(&self) -> Digest {
        self.sealed().0
    }

    /// Its digest over ids, kinds, keys, scores, targets, conditions and limits: another one is another key.
    pub fn logic(&self) -> Digest {
        version::logic_of(serde_json::to_value(self).expect("frozen content has string keys only"))
    }
}
