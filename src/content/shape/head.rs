//! What every file and every main table begins with: see `raw::library::Head`.

use super::{ANY, Key, Most, Table, What, form, may, must};
use crate::model::word::{Change, Status};

/// The first line of every file.
pub const FORMAT: &[Key] = &[must("format", What::Format).of("file")];

/// The keys of every main table.
pub const HEAD: &[Key] = &[
    must("id", What::Name(&form::SLUG)).of("head"),
    must("title", What::Text(Most::Any)).of("head"),
    may("version", What::Name(&form::ANY)).of("head"),
    may("owner", What::Name(&form::ANY)).of("head"),
    may("status", What::Word(Status::WORDS)).of("head"),
    may("sources", What::Names(&form::ANY, 0)).of("head"),
    may("changed", What::Rows(&CHANGED, ANY)).of("head"),
];

const CHANGED: Table = Table::plain(
    "changed",
    &[&[must("on", What::Date), must("kind", What::Word(Change::WORDS)), must("note", What::Name(&form::ANY))]],
);
