//! Wording registers: see `raw::wording`.

use super::head::{FORMAT, HEAD};
use super::shelf::ID;
use super::{ANY, Bound, Key, Most, Table, What, form, may, must, range};
use crate::model::word::{Finds, Severity};

/// A register file.
pub const FILE: Table = Table::plain(
    "wording-file",
    &[
        FORMAT,
        &[must("wording", What::Table(&WORDING)), may("list", What::Items(&LIST, ANY)), must("rule", What::Items(&RULE, ANY))],
    ],
);

const WORDING: Table = Table::plain("wording", &[HEAD, &[may("cost", What::Table(&COST)), may("quoting", What::OwnMatching)]]);

const COST: Table =
    Table::plain("cost", &[&[may("minor", What::Decimal(Bound::From)), may("major", What::Decimal(Bound::From))]]);

const LIST: Table = Table::plain("list", &[&[ID, must("title", What::Text(Most::Any)), must("phrases", What::Matching)]]);

const RULE: Table = Table::plain(
    "rule",
    &[
        &[
            ID,
            must("title", What::Text(Most::Any)),
            must("severity", What::Word(Severity::WORDS)),
            may("detect", What::Word(Finds::WORDS)),
        ],
        PHRASES,
        &[
            may("public", What::Flag),
            may("covers", What::Names(&form::ANY, 0)),
            must("say_instead", What::Text(Most::Any)),
            must("source", What::Name(&form::ANY)),
        ],
    ],
);

/// What a rule that looks for phrases is made of.
const PHRASES: &[Key] = &[
    may("phrases", What::Matching),
    may("except", What::OwnMatching),
    may("not_after", What::OwnMatching),
    may("not_before", What::OwnMatching),
    may("look_back", What::Chars(range::LOOK_BACK)),
    may("unless", What::OwnMatching),
    may("within", What::Chars(range::WITHIN)),
    may("whole", What::Flag),
];
