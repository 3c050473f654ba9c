//! Licence schemes: see `raw::licence`.

use super::head::{FORMAT, HEAD};
use super::{Bound, Count, Key, Most, Rule, Table, Way, What, form, may, must, range};
use crate::content::raw::licence::{MOST_DRAWS, printed};
use crate::model::word::{Accepts, Category, Disclose, Independence, Naming, RedLine, Weighty};

/// A licence file.
pub const FILE: Table = Table {
    name: "licence-file",
    keys: &[
        FORMAT,
        &[
            must("licence", What::Table(&LICENCE)),
            may("requires", What::Table(&REQUIRES)),
            may("conduct", What::Table(&CONDUCT)),
            may("theory", What::Table(&THEORY)),
            may("practice", What::Table(&PRACTICE)),
            must("result", What::Table(&RESULT)),
            must("validity", What::Table(&VALIDITY)),
            may("provisional", What::Table(&PROVISIONAL)),
            may("appeals", What::Table(&APPEALS)),
            may("number", What::Table(&NUMBER)),
        ],
    ],
    rules: &[Rule::AnyOf(&["theory", "practice"]), Rule::Both(&["theory", "practice"], "weight")],
};

const LICENCE: Table = Table::plain(
    "licence",
    &[
        HEAD,
        &[
            must("title", What::Text(Most::Line(printed::TITLE))).of("head"),
            must("roles", What::Names(&form::ANY, 1)),
            must("scope", What::Text(Most::Chars(printed::SCOPE))),
            must("competences", What::Texts(Most::Line(printed::COMPETENCE), 1)),
            may("appeal", What::Text(Most::Any)),
            may("holder", What::Word(Naming::WORDS)),
        ],
    ],
);

const REQUIRES: Table =
    Table::plain("requires", &[&[may("courses", What::Names(&form::ANY, 0)), may("agreement", What::Name(&form::ANY))]]);

const CONDUCT: Table = Table::plain(
    "conduct",
    &[&[
        may("accepts", What::WordOrWords(Accepts::WORDS)),
        may("supervised", What::Flag),
        may("independence", What::Word(Independence::WORDS)),
        may("examiners", What::Integer(range::EXAMINERS)),
        may("differ", What::Integer(range::PERCENT)),
        may("two_persons", What::Words(Weighty::WORDS)),
    ]],
);

const DRAWS: Count = Count { least: 1, most: Some(MOST_DRAWS) };

const WEIGHT: Key = may("weight", What::Integer(range::WEIGHT)).of("part");
const PASS: Key = must("pass", What::Integer(range::PERCENT)).of("part");
const SOURCE: Key = may("source", What::Name(&form::ANY)).of("part");

const THEORY: Table = Table::plain(
    "theory",
    &[&[
        WEIGHT,
        must("limit", What::Name(&form::SOME_SPAN)).of("part"),
        PASS,
        must("draw", What::Rows(&QUESTIONS, DRAWS)),
        SOURCE,
    ]],
);

const QUESTIONS: Table = Table::plain(
    "questions",
    &[&[must("bank", What::Name(&form::ANY)), may("level", What::Integer(range::LEVEL)).of("draw"), COUNT]],
);

const COUNT: Key = must("count", What::Integer(range::DRAWN)).of("draw");

const PRACTICE: Table = Table {
    name: "practice",
    keys: &[&[
        WEIGHT,
        may("limit", What::Name(&form::SOME_SPAN)).of("part"),
        PASS,
        must("draw", What::Rows(&TALKS, DRAWS)),
        may("red_line", What::Word(RedLine::WORDS)),
        SOURCE,
    ]],
    rules: &[Rule::With("draw", "category", "limit")],
};

const TALKS: Table = Table {
    name: "talks",
    keys: &[&[
        may("category", What::Word(Category::WORDS)),
        may("level", What::Integer(range::LEVEL)).of("draw"),
        may("station", What::NameOrNames(&form::ANY)),
        COUNT,
    ]],
    rules: &[Rule::Ways(&[Way { needs: &["category"], bars: &[] }, Way { needs: &["station"], bars: &["level"] }])],
};

const RESULT: Table = Table::plain(
    "result",
    &[&[
        must("pass", What::Integer(range::PERCENT)),
        may("borderline", What::Integer(range::PERCENT)),
        must("attempts", What::Integer(range::ATTEMPTS)),
        may("wait", What::Series(&form::SPAN)),
        must("within", What::Name(&form::SOME_SPAN)),
        may("feedback", What::Word(Disclose::WORDS)),
        may("guess_at_most", What::Decimal(Bound::Share)),
        may("basis", What::Name(&form::ANY)),
        SOURCE,
    ]],
);

const VALIDITY: Table = Table::plain(
    "validity",
    &[&[
        must("lasts", What::Name(&form::LASTS)),
        may("renew_within", What::Name(&form::SOME_SPAN)),
        may("refresher", What::Names(&form::ANY, 0)),
        SOURCE,
    ]],
);

const PROVISIONAL: Table = Table::plain(
    "provisional",
    &[&[must("lasts", What::Name(&form::LASTS)), must("conditions", What::Text(Most::Chars(printed::CONDITIONS)))]],
);

const APPEALS: Table = Table::plain(
    "appeals",
    &[&[must("window", What::Name(&form::SOME_SPAN)), must("answer_within", What::Name(&form::SOME_SPAN))]],
);

const NUMBER: Table = Table::plain("number", &[&[must("pattern", What::Name(&form::NUMBER))]]);
