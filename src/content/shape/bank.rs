//! Question banks: see `raw::bank` and `raw::question`.

use super::head::{FORMAT, HEAD};
use super::shelf::ID;
use super::{ANY, Bound, Count, Key, Most, Rule, Table, True, What, form, may, must, range, writing};
use crate::base::points::MOST_ITEMS;
use crate::model::question::KINDS;
use crate::model::word::Use;

/// A bank file.
pub const FILE: Table = Table::plain(
    "bank-file",
    &[
        FORMAT,
        &[
            must("bank", What::Table(&BANK)),
            may("material", What::Items(&MATERIAL, ANY)),
            must("question", What::Items(&QUESTION, ANY)),
        ],
    ],
);

const BANK: Table =
    Table::plain("bank", &[HEAD, &[may("roles", What::Names(&form::ANY, 0)), must("use", What::Word(Use::WORDS))]]);

const MATERIAL: Table =
    Table::plain("material", &[&[ID, must("title", What::Text(Most::Any)), must("body", What::Text(Most::Any))]]);

const QUESTION: Table = Table {
    name: "question",
    keys: &[&[
        ID,
        must("kind", What::Word(KINDS)),
        must("ask", What::Text(Most::Any)),
        must("level", What::Integer(range::LEVEL)),
        must("points", What::Decimal(Bound::Above)),
        may("skills", What::Names(&form::ANY, 0)),
        may("objectives", What::Names(&form::ITEM, 0)),
        may("roles", What::Names(&form::ANY, 0)),
        may("material", What::Name(&form::ANY)),
        may("keep_order", What::Flag),
        must("why", What::Text(Most::Any)),
    ]],
    rules: &[
        Rule::Kinds(&[
            ("one-of", OPTIONS),
            ("any-of", OPTIONS),
            ("true-false", &[must("answer", What::Flag)]),
            (
                "number",
                &[
                    must("answer", What::Decimal(Bound::Any)),
                    may("tolerance", What::Decimal(Bound::From)),
                    may("unit", What::Text(Most::Any)),
                ],
            ),
            ("words", &[must("accept", What::Matching)]),
            ("order", &[must("items", What::Items(&ITEM, TWO))]),
            (
                "pairs",
                &[
                    must("pairs", What::Items(&PAIR, TWO)),
                    may("decoys", What::Items(&ITEM, Count { least: 0, most: Some(MOST_ITEMS) })),
                ],
            ),
            ("classify", &[must("classes", What::Items(&ITEM, TWO)), must("cases", What::Items(&CASE, TWO))]),
            ("find", &[must("lines", What::Items(&LINE, TWO))]),
            ("write", &[must("write", What::Table(&WRITE))]),
        ]),
        Rule::True("one-of", "options", "right", True::One),
        Rule::True("any-of", "options", "right", True::SomeNotAll),
        Rule::True("find", "lines", "wrong", True::SomeNotAll),
    ],
};

const WRITE: Table =
    Table::plain("question-write", &[writing::KEYS, &[may("says", What::Text(Most::Any)), may("task", What::Text(Most::Any))]]);

const TWO: Count = Count { least: 2, most: Some(MOST_ITEMS) };

const OPTIONS: &[Key] = &[must("options", What::Items(&OPTION, TWO))];

const OPTION: Table = Table::plain(
    "option",
    &[&[ID, must("text", What::Text(Most::Any)), may("right", What::Flag), may("why", What::Text(Most::Any))]],
);

const ITEM: Table = Table::plain("item", &[&[ID, must("text", What::Text(Most::Any))]]);

const PAIR: Table = Table::plain("pair", &[&[ID, must("left", What::Text(Most::Any)), must("right", What::Text(Most::Any))]]);

const CASE: Table = Table::plain("case", &[&[ID, must("text", What::Text(Most::Any)), must("class", What::Name(&form::ANY))]]);

const LINE: Table = Table::plain(
    "line",
    &[&[
        ID,
        must("who", What::Text(Most::Any)),
        must("text", What::Text(Most::Any)),
        may("wrong", What::Flag),
        may("why", What::Text(Most::Any)),
    ]],
);
