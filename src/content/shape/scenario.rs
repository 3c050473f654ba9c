//! Role-plays and their walks: see `raw::scenario` and `raw::walk`.

use super::head::{FORMAT, HEAD};
use super::shelf::ID;
use super::{ANY, Bound, Most, Rule, SOME, Table, Way, What, form, may, must, range, writing};
use crate::model::word::{Category, Channel, Credit, Mind, Outcome, Registered, Use};

/// A scenario file.
pub const FILE: Table = Table::plain(
    "scenario-file",
    &[
        FORMAT,
        &[
            must("scenario", What::Table(&SCENARIO)),
            must("customer", What::Table(&CUSTOMER)),
            may("vars", What::Vars(&COUNTER)),
            must("turn", What::Items(&TURN, ANY)),
        ],
    ],
);

const SCENARIO: Table = Table::plain(
    "scenario",
    &[
        HEAD,
        &[
            must("category", What::Word(Category::WORDS)),
            must("channel", What::Word(Channel::WORDS)),
            may("standard", What::Name(&form::ANY)),
            may("roles", What::Names(&form::ANY, 0)),
            must("use", What::Word(Use::WORDS)),
            must("level", What::Integer(range::LEVEL)),
            may("minutes", What::Integer(range::MINUTES)),
            must("brief", What::Text(Most::Any)),
            must("start", What::Name(&form::ANY)),
            must("pass", What::Integer(range::PASS)),
            may("objectives", What::Names(&form::ITEM, 0)),
        ],
    ],
);

const CUSTOMER: Table = Table::plain(
    "customer",
    &[&[
        must("name", What::Text(Most::Any)),
        must("mood", What::Integer(range::PERCENT)),
        may("credit", What::Word(Credit::WORDS)),
        may("registered", What::Word(Registered::WORDS)),
        may("mind", What::Words(Mind::WORDS)),
        may("facts", What::Texts(Most::Any, 0)),
    ]],
);

const COUNTER: Table = Table::plain(
    "counter",
    &[&[
        must("start", What::Integer(range::VARIABLE)),
        must("min", What::Integer(range::VARIABLE)),
        must("max", What::Integer(range::VARIABLE)),
    ]],
);

const TURN: Table = Table {
    name: "turn",
    keys: &[&[
        ID,
        may("says", What::Texts(Most::Any, 1)),
        may("late_says", What::Texts(Most::Any, 1)),
        may("clock", What::Flag),
        may("timeout", What::Table(&TIMEOUT)),
        may("reply", What::Items(&REPLY, SOME)),
        may("write", What::Table(&WRITE)),
        may("goto", What::Name(&form::ANY)),
        may("branch", What::Rows(&ARM, SOME)),
        may("ending", What::Table(&ENDING)),
    ]],
    rules: &[
        Rule::Ways(&[
            Way { needs: &["reply", "says"], bars: &[] },
            Way { needs: &["write", "says"], bars: &[] },
            Way { needs: &["goto"], bars: &[] },
            Way { needs: &["branch"], bars: &[] },
            Way { needs: &["ending", "says"], bars: &[] },
        ]),
        Rule::Without("branch", "when"),
    ],
};

const TIMEOUT: Table = Table::plain(
    "timeout",
    &[&[
        must("to", What::Name(&form::ANY)),
        may("mood", What::Integer(range::MOOD_STEP)),
        must("feedback", What::Text(Most::Any)),
    ]],
);

const REPLY: Table = Table::plain(
    "reply",
    &[&[
        ID,
        must("text", What::Text(Most::Any)),
        must("to", What::Name(&form::ANY)),
        may("score", What::Score),
        may("mood", What::Integer(range::MOOD_STEP)),
        may("set", What::Set),
        may("add", What::Add),
        must("feedback", What::Text(Most::Any)),
        may("red_line", What::Text(Most::Any)),
        may("breaks", What::Names(&form::ITEM, 0)),
        may("when", What::Names(&form::CONDITION, 0)),
    ]],
);

const WRITE: Table = Table {
    name: "turn-write",
    keys: &[writing::KEYS, &[must("task", What::Text(Most::Any)), must("branch", What::Rows(&RUNG, SOME))]],
    rules: &[Rule::Without("branch", "at_least")],
};

const RUNG: Table = Table::plain(
    "rung",
    &[&[
        may("at_least", What::Integer(range::PASS)),
        must("to", What::Name(&form::ANY)),
        may("mood", What::Integer(range::MOOD_STEP)),
        may("set", What::Set),
        may("add", What::Add),
    ]],
);

const ARM: Table = Table::plain("arm", &[&[may("when", What::Names(&form::CONDITION, 0)), must("to", What::Name(&form::ANY))]]);

const ENDING: Table = Table::plain(
    "ending",
    &[&[must("outcome", What::Word(Outcome::WORDS)), may("score", What::Score), must("debrief", What::Text(Most::Any))]],
);

/// A walks file.
pub const WALKS_FILE: Table =
    Table::plain("walks-file", &[FORMAT, &[must("walks", What::Name(&form::WALKED)), must("walk", What::Items(&WALK, ANY))]]);

const WALK: Table = Table::plain("walk", &[&[ID, must("replies", What::Steps(&PLAYED)), must("expect", What::Table(&EXPECT))]]);

const PLAYED: Table = Table {
    name: "played",
    keys: &[&[
        must("turn", What::Name(&form::ANY)),
        may("reply", What::Name(&form::ANY)),
        may("text", What::Name(&form::ANY)),
        may("silent", What::Flag),
        may("band", What::Integer(range::BAND)),
    ]],
    rules: &[Rule::Ways(&[
        Way { needs: &["reply"], bars: &[] },
        Way { needs: &["text"], bars: &[] },
        Way { needs: &["silent"], bars: &[] },
    ])],
};

const EXPECT: Table = Table::plain(
    "expect",
    &[&[
        must("ending", What::Name(&form::ANY)),
        must("points", What::Decimal(Bound::Any)),
        must("percent", What::Integer(range::PERCENT)),
        must("passed", What::Flag),
        may("timeliness", What::Decimal(Bound::Any)),
    ]],
);
