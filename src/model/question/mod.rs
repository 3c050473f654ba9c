//! Questions: one file a kind. A kind knows its data, how it is dealt, what counts as an answer, and the exact credit.
//!
//! To add a kind: its file here, one line in `kinds!`, and its raw shape in `content/raw/question.rs`.

pub mod any_of;
pub mod classify;
pub mod explained;
pub mod find;
pub mod number;
pub mod one_of;
pub mod order;
pub mod pairs;
pub mod true_false;
pub mod words;
pub mod write;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use self::explained::Explained;
use super::form::{Choice, Form, Reply};
use super::text::Text;
use crate::base::dice::Dice;
use crate::base::id::{ItemId, Lang, MaterialId, ObjectiveRef, QuestionRef, RoleId, SkillId};
use crate::base::points::{Exact, Points};

/// A checked question, complete in itself: what an attempt freezes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// `bank/question`.
    pub id: QuestionRef,
    /// What is asked.
    pub ask: Text,
    /// 1 easy … 3 hard.
    pub level: u8,
    /// What a full answer earns; above zero.
    pub points: Points,
    /// The skills it speaks of.
    pub skills: Vec<SkillId>,
    /// The objectives it serves.
    pub objectives: Vec<ObjectiveRef>,
    /// The roles it is for; empty: everybody.
    pub roles: Vec<RoleId>,
    /// Shown above it, shared with other questions.
    pub material: Option<Material>,
    /// Options stand as written.
    pub keep_order: bool,
    /// Why the right answer is right.
    pub why: Text,
    /// The kind with its data.
    pub kind: Kind,
}

/// A text that several questions stand under.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Material {
    /// Its id in the bank.
    pub id: MaterialId,
    /// Its heading.
    pub title: Text,
    /// Its text.
    pub body: Text,
}

/// An answer as it is recorded: author's ids, exact numbers. Typed words lie beside the chain (see `attempt::event`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// "I don't know".
    Blank,
    /// One option.
    Option(ItemId),
    /// Several options.
    Options(BTreeSet<ItemId>),
    /// A number.
    Number(Points),
    /// Words as typed; `None` once the person's typed text was erased.
    Words(Option<String>),
    /// An order.
    Order(Vec<ItemId>),
    /// Left → right.
    Map(BTreeMap<ItemId, ItemId>),
}

impl Response {
    /// The reply that it was read from; none for erased words.
    pub fn reply(&self) -> Option<Reply> {
        Some(match self {
            Self::Blank => Reply::Blank,
            Self::Option(id) => Reply::Picked(id.clone()),
            Self::Options(ids) => Reply::PickedMany(ids.clone()),
            Self::Number(n) => Reply::Typed(n.to_string()),
            Self::Words(words) => Reply::Typed(words.clone()?),
            Self::Order(ids) => Reply::Sorted(ids.clone()),
            Self::Map(map) => Reply::Matched(map.clone()),
        })
    }
}

/// Why a reply cannot be taken as an answer; the person is asked again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Not the form that was asked for, or an id that was not offered.
    NotOffered,
    /// Nothing was chosen or typed.
    Empty,
    /// Something is missing: a side without partner, an item without place.
    Incomplete,
    /// Not a number.
    NotANumber,
    /// Longer than so many characters.
    TooLong(usize),
}

/// What every kind can do.
pub trait Asked {
    /// How it is put, dealt by `dice` unless `keep_order`.
    fn form(&self, lang: &Lang, dice: Option<&mut Dice>) -> Form;

    /// The reply as an answer of this kind.
    ///
    /// # Errors
    /// A `Misfit` where it is none.
    fn read(&self, reply: &Reply) -> Result<Response, Misfit>;

    /// The share of the points that an answer earns, 0 to 1, where it is asked in this language. An answer of another kind earns nothing.
    fn credit(&self, response: &Response, lang: &Lang) -> Exact;

    /// The answer that earns all.
    fn key(&self, lang: &Lang) -> Response;

    /// Item by item: what was answered, what is right, and why.
    fn explain(&self, response: &Response, lang: &Lang) -> Vec<Explained>;
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:literal $variant:ident($module:ident),)+) => {
        /// Every kind of question, with its data.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "kind")]
        pub enum Kind {
            $($(#[$doc])* #[serde(rename = $name)] $variant($module::$variant),)+
        }

        /// The names of all kinds, as authors write them.
        pub const KINDS: &[&str] = &[$($name),+];

        impl Kind {
            /// The name, as authors write it.
            pub const fn name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name,)+ }
            }

            fn asked(&self) -> &dyn Asked {
                match self { $(Self::$variant(kind) => kind,)+ }
            }
        }
    };
}

kinds! {
    /// Exactly one option is right.
    "one-of" OneOf(one_of),
    /// Several options are right.
    "any-of" AnyOf(any_of),
    /// A statement.
    "true-false" TrueFalse(true_false),
    /// A number.
    "number" Number(number),
    /// A few words.
    "words" Words(words),
    /// A sequence.
    "order" Order(order),
    /// Left and right sides.
    "pairs" Pairs(pairs),
    /// Cases into classes.
    "classify" Classify(classify),
    /// Lines of a chat that break a rule.
    "find" Find(find),
    /// A reply in one's own words.
    "write" Write(write),
}

impl Question {
    /// How it is put; `dice` deals the options.
    pub fn form(&self, lang: &Lang, dice: &mut Dice) -> Form {
        self.kind.asked().form(lang, (!self.keep_order).then_some(dice))
    }

    /// The reply as an answer: "I don't know" always is one.
    ///
    /// # Errors
    /// A `Misfit` where it is none.
    pub fn read(&self, reply: &Reply) -> Result<Response, Misfit> {
        match reply {
            Reply::Blank => Ok(Response::Blank),
            reply => self.kind.asked().read(reply),
        }
    }

    /// The share of the points that an answer earns, 0 to 1, where it is asked in this language.
    pub fn credit(&self, response: &Response, lang: &Lang) -> Exact {
        match response {
            Response::Blank => Exact::ZERO,
            response => self.kind.asked().credit(response, lang),
        }
    }

    /// The answer that earns all.
    pub fn key(&self, lang: &Lang) -> Response {
        self.kind.asked().key(lang)
    }

    /// Item by item: what was answered, what is right, and why.
    pub fn explain(&self, response: &Response, lang: &Lang) -> Vec<Explained> {
        self.kind.asked().explain(response, lang)
    }
}

/// An item with words, and why it is right or wrong: options, lines, cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its id within the question.
    pub id: ItemId,
    /// The words.
    pub text: Text,
}

fn choices<'a>(items: impl Iterator<Item = (&'a ItemId, &'a Text)>, lang: &Lang, dice: Option<&mut Dice>) -> Vec<Choice> {
    let mut all: Vec<Choice> = items.map(|(id, text)| Choice { key: id.clone(), text: text.get(lang).to_owned() }).collect();
    if let Some(dice) = dice {
        dice.shuffle(&mut all);
    }
    all
}

/// A share of `right` out of `of`.
fn share(right: usize, of: usize) -> Exact {
    Exact::new(right as i128, of as i128)
}
