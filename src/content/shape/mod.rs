//! What each kind of file looks like: its tables, their keys, what stands under each. A description, made for programs.
//!
//! The schemas that editors take are made of it (`schema`); what is read is asked by the readers (`raw`), and a test compares the two,
//! key by key. Words come from the model's lists, ranges from `range`, forms of texts from `form`; what a key is for is said in
//! `locale/*/schema.ftl`.

pub mod form;
pub mod range;
pub mod schema;

mod bank;
mod head;
mod licence;
mod node;
mod rules;
mod scenario;
mod shelf;
#[cfg(test)]
mod tests;
mod translation;
mod value;
mod wording;
mod writing;

use std::ops::RangeInclusive;

use self::form::Form;

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Its name among all tables; its keys' sentences are called after it.
    pub name: &'static str,
    /// Its keys, in groups.
    pub keys: &'static [&'static [Key]],
    /// What holds of several keys.
    pub rules: &'static [Rule],
}

/// A key.
#[derive(Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// Whether it must be there.
    pub must: bool,
    /// What stands under it.
    pub what: What,
    /// Whose sentence says what it is for, where that is not the table's own.
    pub of: Option<&'static str>,
}

/// What stands under a key.
#[derive(Debug)]
pub enum What {
    /// The number of the format.
    Format,
    /// A text that is shown, so translated.
    Text(Most),
    /// Such texts, at least so many; a single one may stand without brackets.
    Texts(Most, usize),
    /// What typed words are compared with: as `Texts`, but as many as each language needs.
    Matching,
    /// The same of a key that each language has for itself or has not; there may be none.
    OwnMatching,
    /// A number of characters, anew in every language.
    Chars(RangeInclusive<i64>),
    /// What an examiner sees at 0, 1, 2, … points, each numbered.
    Anchors,
    /// A text of a certain form.
    Name(&'static Form),
    /// Such texts, none twice; at least so many.
    Names(&'static Form, usize),
    /// One such text or a list of them.
    NameOrNames(&'static Form),
    /// Such texts, where the same may stand twice.
    Series(&'static Form),
    /// One of some words.
    Word(&'static [&'static str]),
    /// Some of them.
    Words(&'static [&'static str]),
    /// One of them or a list.
    WordOrWords(&'static [&'static str]),
    /// True or false.
    Flag,
    /// A whole number.
    Integer(RangeInclusive<i64>),
    /// A decimal number of at most three decimals.
    Decimal(Bound),
    /// A date.
    Date,
    /// Points by skill.
    Score,
    /// Shown texts by names that are the author's.
    Values,
    /// Variables with what they begin with.
    Vars(&'static Table),
    /// What variables are set to.
    Set,
    /// What is added to variables.
    Add,
    /// A table.
    Table(&'static Table),
    /// Tables without ids.
    Rows(&'static Table, Count),
    /// Tables with ids.
    Items(&'static Table, Count),
    /// Replies of a walk: texts or tables.
    Steps(&'static Table),
}

/// How long a shown text may be.
#[derive(Clone, Copy, Debug)]
pub enum Most {
    /// As long as it needs.
    Any,
    /// So many characters.
    Chars(usize),
    /// So many, in one line.
    Line(usize),
}

/// Which decimals.
#[derive(Clone, Copy, Debug)]
pub enum Bound {
    /// All.
    Any,
    /// Above zero.
    Above,
    /// From zero.
    From,
    /// From zero to one.
    Share,
}

/// How many tables.
#[derive(Clone, Copy, Debug)]
pub struct Count {
    /// At least.
    pub least: usize,
    /// At most.
    pub most: Option<usize>,
}

/// Any number of tables.
pub const ANY: Count = Count { least: 0, most: None };
/// At least one.
pub const SOME: Count = Count { least: 1, most: None };

/// What holds of several keys.
#[derive(Debug)]
pub enum Rule {
    /// The word under `kind` says which further keys there are.
    Kinds(&'static [(&'static str, &'static [Key])]),
    /// Exactly one of these ways: its first key must be there, and that of no other.
    Ways(&'static [Way]),
    /// At least one of these keys.
    AnyOf(&'static [&'static str]),
    /// Where both tables are there, each must have a key.
    Both(&'static [&'static str; 2], &'static str),
    /// Of a kind: as many of the tables under a key say true as is asked for.
    True(&'static str, &'static str, &'static str, True),
    /// Under a key there is a table without another one.
    Without(&'static str, &'static str),
    /// Where a table under a key has another one, a third must be there.
    With(&'static str, &'static str, &'static str),
    /// A list has one more than a number says.
    OneMore(&'static str, &'static str, RangeInclusive<i64>),
}

/// How many tables say true.
#[derive(Clone, Copy, Debug)]
pub enum True {
    /// Exactly one.
    One,
    /// At least one, and not all.
    SomeNotAll,
}

/// One of several ways to write a table.
#[derive(Debug)]
pub struct Way {
    /// What must be there; the first tells it from the others.
    pub needs: &'static [&'static str],
    /// What may not.
    pub bars: &'static [&'static str],
}

/// A kind of file.
#[derive(Debug)]
pub struct File {
    /// Its name: that of its main table.
    pub name: &'static str,
    /// Its top.
    pub root: &'static Table,
}

/// Every kind of file that is no translation.
pub const FILES: &[File] = &[
    File { name: "library", root: &shelf::LIBRARY_FILE },
    File { name: "syllabus", root: &shelf::SYLLABUS_FILE },
    File { name: "course", root: &shelf::COURSE_FILE },
    File { name: "bank", root: &bank::FILE },
    File { name: "scenario", root: &scenario::FILE },
    File { name: "station", root: &shelf::STATION_FILE },
    File { name: "licence", root: &licence::FILE },
    File { name: "standard", root: &shelf::STANDARD_FILE },
    File { name: "wording", root: &wording::FILE },
    File { name: "glossary", root: &shelf::GLOSSARY_FILE },
    File { name: "walks", root: &scenario::WALKS_FILE },
];

/// A key that must be there.
pub const fn must(name: &'static str, what: What) -> Key {
    Key { name, must: true, what, of: None }
}

/// A key that may be there.
pub const fn may(name: &'static str, what: What) -> Key {
    Key { name, must: false, what, of: None }
}

impl Key {
    /// The same, with the sentence of another table.
    #[must_use]
    pub const fn of(self, table: &'static str) -> Self {
        Self { name: self.name, must: self.must, of: Some(table), what: self.what }
    }

    /// Whether it, or something in it, is translated.
    pub fn is_text(&self) -> bool {
        match &self.what {
            What::Text(_)
            | What::Texts(..)
            | What::Values
            | What::Matching
            | What::OwnMatching
            | What::Chars(_)
            | What::Anchors => true,
            What::Table(table) | What::Items(table, _) => table.has_text(),
            _ => false,
        }
    }
}

impl Table {
    /// A table without rules.
    pub const fn plain(name: &'static str, keys: &'static [&'static [Key]]) -> Self {
        Self { name, keys, rules: &[] }
    }

    /// Every key, those of all kinds too; a name may come up several times.
    pub fn every(&self) -> impl Iterator<Item = &'static Key> {
        let kinds = self.rules.iter().flat_map(|rule| match rule {
            Rule::Kinds(kinds) => *kinds,
            _ => &[],
        });
        self.keys.iter().flat_map(|group| group.iter()).chain(kinds.flat_map(|(_, keys)| keys.iter()))
    }

    fn has_text(&self) -> bool {
        self.every().any(Key::is_text)
    }
}
