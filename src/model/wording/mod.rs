//! Wording registers: what an agent does not write, what to write instead, and the named lists of phrases that tasks ask for.
//!
//! A register as its author wrote it, checked. `normal` says how texts are compared, `find` where a rule fires; both look at characters
//! only, so that the same text has the same hits for ever and each can be shown on the characters that caused it. `model/writing`
//! judges a written reply by them.

mod book;
mod contact;
mod detect;
mod find;
mod kept;
mod lazy;
mod normal;
mod phrase;
mod quote;
mod spelt;
mod window;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use self::book::Rulebook;
pub use self::contact::personal;
pub use self::detect::Sent;
pub use self::find::Reading;
use self::lazy::Lazy;
pub use self::normal::{Normal, is_han, letters, normal};
pub use self::phrase::{is_whole, list_named, pieces};
use super::text::{Matching, Text};
pub use super::word::Severity;
use crate::base::id::{Lang, ListId, RuleId, WordingId};
use crate::base::points::Points;

/// A checked register, complete in itself: what a written task freezes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Register {
    /// Its id.
    pub id: WordingId,
    /// Its title.
    pub title: Text,
    /// What a rule that fires costs a written reply.
    pub cost: Cost,
    /// What leads to somebody else's words: what stands between quotation marks close behind breaks no rule that looks for phrases.
    #[serde(default, skip_serializing_if = "Matching::is_empty")]
    pub quoting: Matching,
    /// Named phrases, in the author's order.
    pub lists: Vec<List>,
    /// The rules, in the author's order.
    pub rules: Vec<Rule>,
    /// Ready for reading, once somebody wrote.
    #[serde(skip)]
    pub book: Lazy<Arc<Rulebook>>,
}

/// Points that a rule costs, once a reply, by its severity; zero or more. A red line costs as much as a major rule beside failing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Of a minor rule.
    pub minor: Points,
    /// Of a major rule, and of a red line.
    pub major: Points,
}

/// Phrases under a name: rules and tasks name them as `{id}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// Its id.
    pub id: ListId,
    /// What the phrases have in common, for people.
    pub title: Text,
    /// The phrases; may name no other list.
    pub phrases: Matching,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Its id within the register.
    pub id: RuleId,
    /// What is wrong, in a few words.
    pub title: Text,
    /// How bad it is.
    pub severity: Severity,
    /// How it is found.
    pub detect: Detect,
    /// Only in what everybody can read: explanations under reviews.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public: bool,
    /// Rules that do not count where this one fires.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<RuleId>,
    /// The better words.
    pub say_instead: Text,
    /// Where it comes from: title and section, or `project`.
    pub source: String,
}

/// How a rule is found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Detect {
    /// By phrases.
    Phrases(Box<Phrases>),
    /// The whole reply is one character, or one short word.
    OneWord,
    /// Shorter than what the customer wrote last.
    Shorter,
    /// The same text was sent before in this talk; what is made of these courtesies alone may be.
    Again(Matching),
    /// Somebody's telephone number, address, identity number, e-mail or messenger name.
    Contact,
    /// Never by the text: authors mark replies of role-plays with it.
    Tagged,
}

/// Phrases, and what cancels a hit. All of them in every language: a person may type either.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Phrases {
    /// What is looked for; `{id}` names a list, `…` stands for a few characters within a clause.
    pub phrases: Matching,
    /// Longer expressions: a hit that overlaps one does not count.
    pub except: Matching,
    /// One of these shortly before a hit, in its clause, cancels it.
    pub not_after: Matching,
    /// One of these shortly after a hit, in its clause, cancels it.
    pub not_before: Matching,
    /// How many characters "shortly" is.
    pub look_back: Reach,
    /// One of these near a hit cancels it, over clauses too.
    pub unless: Matching,
    /// How many characters "near" is.
    pub within: Reach,
    /// Only where a phrase is the whole reply, but for punctuation and soft particles.
    pub whole: bool,
}

/// A number of characters for each language: an English word takes several times the characters of a Chinese one.
pub type Reach = BTreeMap<Lang, u32>;

/// How far characters of a language reach; where it is not said, as far as those of the first that is.
fn reach(by: &Reach, lang: &Lang) -> u32 {
    by.get(lang).or_else(|| by.values().next()).copied().unwrap_or_default()
}

impl Phrases {
    /// How far from its hits the rule covers others: as far as what is near.
    fn covers_within(&self) -> u32 {
        self.within.values().copied().max().unwrap_or_default()
    }
}

impl Register {
    /// The register ready for reading: made when it is first asked for, then kept.
    pub fn rulebook(&self) -> &Rulebook {
        self.book.get(|| kept::rulebook(self))
    }

    /// A rule by id.
    pub fn rule(&self, id: &RuleId) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == *id)
    }

    /// A list by id.
    pub fn list(&self, id: &ListId) -> Option<&List> {
        self.lists.iter().find(|list| list.id == *id)
    }

    /// What breaking a rule costs.
    pub const fn cost(&self, severity: Severity) -> Points {
        match severity {
            Severity::Minor => self.cost.minor,
            Severity::Major | Severity::RedLine => self.cost.major,
        }
    }
}
