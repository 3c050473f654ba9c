//! What was taken from a licence, for the person it concerns.

use serde::Serialize;

use super::When;
use crate::locale::Words;

/// What was taken from a licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TakenTold {
    /// For good; otherwise it is suspended.
    pub revoked: bool,
    /// Since when.
    pub since: When,
    /// The end of a suspension that ends by itself; shown as its last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<When>,
    /// Why; erased with the person's data.
    pub reason: Option<String>,
}

impl TakenTold {
    /// In words: what, why, and what to do.
    pub fn said(&self, words: &Words, title: &str, number: &str) -> String {
        let key = if self.revoked { "told-licence-revoked" } else { "told-licence-suspended" };
        let until = self.until.as_ref().map_or("none", |until| until.local.as_str());
        let reason = self.reason.as_deref().unwrap_or("–");
        words.with(key, &[("title", title.into()), ("number", number.into()), ("until", until.into()), ("reason", reason.into())])
    }
}
