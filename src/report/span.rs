//! Lengths of time in words.

use crate::locale::Words;
use crate::model::span::Span;

/// A length of time in words: the two largest units that are not zero.
pub fn span(words: &Words, span: Span) -> String {
    let mut left = span.0 / 1000;
    let mut parts = Vec::new();
    for (key, seconds) in [("span-days", 86_400), ("span-hours", 3600), ("span-minutes", 60), ("span-seconds", 1)] {
        let n = left / seconds;
        left %= seconds;
        if n > 0 && parts.len() < 2 {
            parts.push(words.with(key, &[("n", n.into())]));
        }
    }
    if parts.is_empty() { words.with("span-seconds", &[("n", 0.into())]) } else { parts.join(&words.get("span-join")) }
}
