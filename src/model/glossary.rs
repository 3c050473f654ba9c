//! A glossary: the words of the trade, each with what it means.

use serde::{Deserialize, Serialize};

use super::text::{Matching, Text};
use crate::base::id::{GlossaryId, TermId};

/// A checked glossary.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Glossary {
    /// Its id.
    pub id: GlossaryId,
    /// Its title.
    pub title: Text,
    /// Its terms, in the author's order.
    pub terms: Vec<Term>,
}

/// A word of the trade.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Its id within the glossary.
    pub id: TermId,
    /// The word.
    pub term: Text,
    /// Other words for it, in any language; there may be none.
    pub also: Matching,
    /// What it means, in a sentence or three.
    pub text: Text,
}

impl Term {
    /// Whether somebody who looks for this may mean it: in any language, however it is written.
    pub fn is_meant(&self, wanted: &str) -> bool {
        let wanted = super::wording::normal(wanted);
        let names = self.term.all().chain(self.also.all()).chain([self.id.as_str()]);
        names.into_iter().any(|name| super::wording::normal(name).contains(&wanted))
    }
}
