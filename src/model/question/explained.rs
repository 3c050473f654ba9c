//! One item of an answered question, explained: what was answered, what is right, why.

use serde::Serialize;

use super::Response;

/// One item of an answered question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// The item.
    pub text: String,
    /// What was put to it, if it takes something.
    pub answer: Option<String>,
    /// What belongs to it, if it takes something.
    pub should_be: Option<String>,
    /// Whether the person chose it.
    pub chosen: bool,
    /// Whether it is right: a right option, a matched pair.
    pub right: bool,
    /// Why.
    pub why: Option<String>,
}

impl Explained {
    /// A typed answer beside the right one.
    pub fn typed(answer: Option<String>, should_be: String, right: bool) -> Self {
        Self { text: String::new(), chosen: answer.is_some(), answer, should_be: Some(should_be), right, why: None }
    }

    /// Words that were answered, beside the right ones. Erased ones were chosen, and nobody knows any more what they were.
    pub fn words(response: &Response, should_be: String, right: bool) -> Self {
        match response {
            Response::Words(None) => Self { chosen: true, ..Self::typed(None, should_be, false) },
            Response::Words(words) => Self::typed(words.clone(), should_be, right),
            _ => Self::typed(None, should_be, right),
        }
    }

    /// Whether words were answered that are erased.
    pub const fn is_erased(&self) -> bool {
        self.text.is_empty() && self.takes_answer() && self.chosen && self.answer.is_none()
    }

    /// Whether this takes an answer of its own (a side, a place, a number) rather than being chosen.
    pub const fn takes_answer(&self) -> bool {
        self.should_be.is_some()
    }
}
