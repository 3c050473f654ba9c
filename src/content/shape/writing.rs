//! A written reply, in a turn or as a question: see `raw::writing`.

use super::shelf::ID;
use super::{Key, Most, SOME, Table, What, form, may, must, range};

/// The keys that both have.
pub const KEYS: &[Key] = &[
    must("sample", What::Text(Most::Any)).of("writing"),
    may("wording", What::Name(&form::ANY)).of("writing"),
    may("public", What::Flag).of("writing"),
    may("longer_than_customer", What::Flag).of("writing"),
    may("min_chars", What::Chars(range::CHARS)).of("writing"),
    must("wants", What::Items(&WANT, SOME)).of("writing"),
];

const WANT: Table = Table::plain(
    "want",
    &[&[
        ID,
        must("title", What::Text(Most::Any)),
        may("any", What::Matching),
        may("all", What::Matching),
        may("none", What::Matching),
        must("score", What::Score),
        must("feedback", What::Text(Most::Any)),
    ]],
);
