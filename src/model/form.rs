//! The waist: what a screen can ask (`Form`) and what it hands back (`Reply`), by the author's ids.
//!
//! A screen knows these few forms and nothing of questions or scenarios; the core knows nothing of keys and colours.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::id::ItemId;

/// One thing that can be chosen, with the words to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The author's id: what a reply names.
    pub key: ItemId,
    /// The words, in the person's language.
    pub text: String,
}

/// How an answer is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Go on.
    Next,
    /// Exactly one of these.
    PickOne(Vec<Choice>),
    /// At least one of these.
    PickMany(Vec<Choice>),
    /// All of these, in an order.
    Sort(Vec<Choice>),
    /// To each of `lefts` one of `rights`; `reuse`: the same right may serve several.
    Match {
        /// What is matched.
        lefts: Vec<Choice>,
        /// What it is matched with.
        rights: Vec<Choice>,
        /// Whether one right may be given to several lefts.
        reuse: bool,
    },
    /// A number, with the unit shown after it.
    Number {
        /// The unit, if the author gave one.
        unit: Option<String>,
    },
    /// One line of text of at most so many characters.
    Line {
        /// The most characters taken.
        most: usize,
    },
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Go on.
    Next,
    /// "I don't know".
    Blank,
    /// One.
    Picked(ItemId),
    /// Several.
    PickedMany(BTreeSet<ItemId>),
    /// All, in this order.
    Sorted(Vec<ItemId>),
    /// Left → right.
    Matched(BTreeMap<ItemId, ItemId>),
    /// As typed.
    Typed(String),
}
