//! The waist: what a screen can ask (`Form`) and what it hands back (`Reply`), by the author's ids.
//!
//! A screen knows these few forms and nothing of questions or scenarios; the core knows nothing of keys and colours.

use std::collections::{BTreeMap, BTreeSet};

use super::span::Span;
use crate::base::id::ItemId;

/// One thing that can be chosen, with the words to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The author's id: what a reply names.
    pub key: ItemId,
    /// The words, in the person's language.
    pub text: String,
}

/// An entry of a menu that the program words itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What a reply names.
    pub key: ItemId,
    /// What it says.
    pub says: Says,
}

/// What a menu's entry says. Numbers of items count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// Mark this item for later.
    Flag(usize),
    /// Take the mark off this item.
    Unflag(usize),
    /// Go to the next open item.
    NextOpen(usize),
    /// Go to an item.
    Item {
        /// Its number.
        number: usize,
        /// Its first words.
        text: String,
        /// Not answered yet.
        open: bool,
        /// Open, although it was come to and left so.
        skipped: bool,
        /// Marked for later.
        flagged: bool,
    },
    /// Write a note on this item.
    Note(usize),
    /// Go on to handing in.
    HandIn,
    /// Hand in, now.
    Sure,
    /// Back to the sheet.
    Back,
    /// Agree.
    Agree,
}

/// What the way aside from a question is, beside answering it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// None.
    Nothing,
    /// "I don't know".
    Unknown,
    /// The answer sheet: leave it open for now, look at others, hand in.
    Sheet,
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
    /// Exactly one of these, in the program's own words.
    Menu(Vec<Entry>),
    /// A mark from 0 up: what one sees at each. A digit sends at once; Backspace opens the sheet.
    Rate(Vec<Choice>),
    /// An overall rating from 1 (poor) to 5 (excellent). A digit sends at once.
    Overall,
    /// One line of text of at most so many characters.
    Line {
        /// The most characters taken.
        most: usize,
    },
    /// A whole reply, of one line or several.
    Text {
        /// The most characters taken, line breaks included.
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

/// The time that an answer counts as which nobody waited for. It matters only where a turn's clock runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountsAs {
    /// So long.
    Used(Span),
    /// As long as this band of the standard lasts, from 1; beyond the last one: too late.
    Band(usize),
    /// Until the clock has run out: the answer is `Reply::Blank`.
    Silence,
}
