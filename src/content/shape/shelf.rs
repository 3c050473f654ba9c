//! Files that hold a library together and those that teach: library, syllabus, course, station.

use super::head::{FORMAT, HEAD};
use super::{ANY, Bound, Count, Key, Most, Rule, SOME, Table, What, form, may, must, range};
use crate::content::raw::station::MOST_RATED;
use crate::model::word::{Aim, Channel, CourseBlock, Layer, Use};

/// A library file.
pub const LIBRARY_FILE: Table = Table::plain(
    "library-file",
    &[
        FORMAT,
        &[
            must("library", What::Table(&LIBRARY)),
            may("skill", What::Items(&TITLED, ANY)),
            may("role", What::Items(&TITLED, ANY)),
            may("agreement", What::Items(&AGREEMENT, ANY)),
            may("house", What::Values),
            may("retention", What::Table(&RETENTION)),
        ],
    ],
);

const LIBRARY: Table = Table::plain(
    "library",
    &[
        HEAD,
        &[
            must("language", What::Name(&form::ANY)),
            must("languages", What::Names(&form::ANY, 0)),
            must("time_zone", What::Name(&form::ANY)),
            may("extends", What::Name(&form::ANY)),
            may("hide", What::Names(&form::THING, 0)),
        ],
    ],
);

const RETENTION: Table = Table::plain(
    "retention",
    &[&[
        may("practice_words", What::Name(&form::LASTS)),
        may("exam_words", What::Name(&form::LASTS)),
        may("said", What::Name(&form::LASTS)),
        may("reasons", What::Name(&form::LASTS)),
        may("left_people", What::Name(&form::LASTS)),
    ]],
);

const TITLED: Table = Table::plain("titled", &[&[ID, must("title", What::Text(Most::Any))]]);

const AGREEMENT: Table =
    Table::plain("agreement", &[&[ID, must("title", What::Text(Most::Any)).of("head"), must("text", What::Text(Most::Any))]]);

/// The id of a table among others of its kind.
pub const ID: Key = must("id", What::Name(&form::SLUG)).of("item");

/// A syllabus file.
pub const SYLLABUS_FILE: Table = Table::plain(
    "syllabus-file",
    &[FORMAT, &[must("syllabus", What::Table(&SYLLABUS)), must("objective", What::Items(&OBJECTIVE, ANY))]],
);

const SYLLABUS: Table = Table::plain("syllabus", &[HEAD]);

const OBJECTIVE: Table = Table::plain(
    "objective",
    &[&[ID, must("text", What::Text(Most::Any)), must("source", What::Name(&form::ANY)), must("kind", What::Word(Aim::WORDS))]],
);

/// A course file.
pub const COURSE_FILE: Table =
    Table::plain("course-file", &[FORMAT, &[must("course", What::Table(&COURSE)), must("lesson", What::Items(&LESSON, ANY))]]);

const COURSE: Table = Table::plain(
    "course",
    &[
        HEAD,
        &[
            must("layer", What::Word(Layer::WORDS)),
            must("block", What::Word(CourseBlock::WORDS)),
            may("roles", What::Names(&form::ANY, 0)),
            may("minutes", What::Integer(range::MINUTES)),
            may("requires", What::Names(&form::ANY, 0)),
        ],
    ],
);

const LESSON: Table = Table::plain(
    "lesson",
    &[&[
        ID,
        must("title", What::Text(Most::Any)),
        may("objectives", What::Names(&form::ITEM, 0)),
        must("body", What::Text(Most::Any)),
        may("check", What::Names(&form::ITEM, 0)),
        may("practise", What::Names(&form::ANY, 0)),
    ]],
);

/// A station file.
pub const STATION_FILE: Table = Table::plain(
    "station-file",
    &[
        FORMAT,
        &[
            must("station", What::Table(&STATION)),
            must("step", What::Items(&STEP, RATED)),
            may("oral", What::Items(&ORAL, Count { least: 0, most: Some(MOST_RATED) })),
        ],
    ],
);

/// A glossary's file.
pub const GLOSSARY_FILE: Table =
    Table::plain("glossary-file", &[FORMAT, &[must("glossary", What::Table(&GLOSSARY)), must("term", What::Items(&TERM, ANY))]]);

const GLOSSARY: Table = Table::plain("glossary", &[HEAD]);

const TERM: Table = Table::plain(
    "term",
    &[&[ID, must("term", What::Text(Most::Any)), may("also", What::OwnMatching), must("text", What::Text(Most::Any))]],
);

/// A standard's file.
pub const STANDARD_FILE: Table =
    Table::plain("standard-file", &[FORMAT, &[must("standard", What::Table(&STANDARD)), must("band", What::Rows(&BAND, SOME))]]);

const STANDARD: Table = Table::plain("standard", &[HEAD, &[must("reading_cps", What::Chars(range::READING_CPS))]]);

const BAND: Table = Table::plain(
    "band",
    &[&[
        must("channel", What::Word(Channel::WORDS)),
        may("within", What::Name(&form::SOME_SPAN)),
        must("points", What::Decimal(Bound::Any)),
        may("source", What::Name(&form::ANY)),
    ]],
);

const RATED: Count = Count { most: Some(MOST_RATED), ..SOME };

const STATION: Table = Table::plain(
    "station",
    &[
        HEAD,
        &[
            may("roles", What::Names(&form::ANY, 0)),
            must("use", What::Word(Use::WORDS)),
            may("minutes", What::Integer(range::MINUTES)),
            must("brief", What::Text(Most::Any)),
            must("setup", What::Text(Most::Any)),
            may("objectives", What::Names(&form::ITEM, 0)),
        ],
    ],
);

const POINTS: &[Key] = &[must("points", What::Integer(range::RATED)).of("rated"), must("anchors", What::Anchors).of("rated")];

const ONE_MORE: &[Rule] = &[Rule::OneMore("anchors", "points", range::RATED)];

const STEP: Table = Table {
    name: "step",
    keys: &[&[ID, must("text", What::Text(Most::Any)), may("critical", What::Flag)], POINTS],
    rules: ONE_MORE,
};

const ORAL: Table = Table {
    name: "oral",
    keys: &[&[ID, must("ask", What::Text(Most::Any)), may("listen_for", What::Text(Most::Any))], POINTS],
    rules: ONE_MORE,
};
