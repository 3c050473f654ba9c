//! GIFT, Moodle's format for typing questions, by the rules of Moodle's own importer and exporter.
//!
//! `parse` reads a file as Moodle does, `plain` takes the markup out of its texts, `take` makes questions of ours of what was read,
//! `write` goes the other way. What one side cannot hold is noted there.

mod number;
pub mod parse;
mod plain;
mod take;
mod write;

use super::{Carries, Format, Source};

/// The format.
pub const FORMAT: Format = Format {
    name: "gift",
    endings: &["gift", "txt"],
    carries: Carries::Questions,
    binary: false,
    recognise,
    read: Some(take::read),
    write: Some(write::write),
};

/// Braces somewhere, and not from the first sign on, as other formats have them.
fn recognise(source: &Source<'_>) -> bool {
    source.text().is_ok_and(|(text, _)| {
        let begins = text.trim_start();
        let braces = text.find('{').is_some_and(|open| text[open..].contains('}'));
        begins.starts_with("$CATEGORY:") || (braces && !begins.starts_with(['{', '[', '<']) && !text.contains("【答案】"))
    })
}
