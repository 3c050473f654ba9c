//! Foreign formats in and out, one file a format, through the same raw shapes and checks as what trainers write as TOML.
//!
//! ```text
//! bytes ─► encoding ─► text ─┬─► a format ─► Arrival: TOML, and what was lost on the way ─► content (the same checks)
//!             table ─► rows ─┘
//! Thing (checked) ─► a format ─► Departure: bytes, and what could not go with them
//! ```
//!
//! Nothing here reads or writes files, and no sentence stands here: what is to be said goes up as values. To add a format: its file,
//! and one line in `FORMATS`.

pub mod chats;
pub mod encoding;
pub mod gift;
mod questions;
pub mod roster;
pub mod sheet;
pub mod table;
mod talk;
pub mod text;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use self::encoding::{Encoding, Unreadable};
use self::table::{NoTable, Table, Written};
use crate::base::id::Lang;
use crate::content::print::Front;
use crate::model::library::{Bank, Library, Use};
use crate::model::scenario::Scenario;

/// The largest file that is taken in, in bytes.
pub const LARGEST: usize = table::LARGEST;

/// Every format. Of several that fit a file, the first that knows its content takes it.
pub const FORMATS: &[Format] = &[text::FORMAT, gift::FORMAT, talk::CSV, talk::XLSX, sheet::CSV, sheet::XLSX];

/// What a format can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carries {
    /// A bank's questions.
    Questions,
    /// A role-play.
    Talk,
}

/// Reads a file; what cannot be read at all is one note.
pub type Read = fn(&Source<'_>, &Wish<'_>) -> Result<Arrival, Note>;

/// Writes a thing; what cannot be written at all is one note.
pub type Write = fn(&Thing<'_>, &Lang) -> Result<Departure, Note>;

/// A foreign format. Two of one name carry different things: a CSV file is a question sheet or a role-play, by its header.
#[derive(Debug)]
pub struct Format {
    /// As `--from` and `--to` name it.
    pub name: &'static str,
    /// How names of such files end, without the dot; the first is the one that is written.
    pub endings: &'static [&'static str],
    /// What it carries.
    pub carries: Carries,
    /// Whether its bytes are no text to be shown on a screen.
    pub binary: bool,
    /// Whether a file's content looks like it.
    pub recognise: fn(&Source<'_>) -> bool,
    /// Reads a file; what cannot be read at all is one note.
    pub read: Option<Read>,
    /// Writes a thing.
    pub write: Option<Write>,
}

/// A file to be taken in: its bytes, read as text or table when a format asks.
#[derive(Debug)]
pub struct Source<'a> {
    bytes: &'a [u8],
    text: OnceCell<Result<(String, Encoding), Unreadable>>,
    table: OnceCell<Result<Table, NoTable>>,
}

impl<'a> Source<'a> {
    /// Of a file's bytes.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, text: OnceCell::new(), table: OnceCell::new() }
    }

    /// As text, and how it was written down.
    ///
    /// # Errors
    /// A note that says why it is none.
    pub fn text(&self) -> Result<&(String, Encoding), Note> {
        self.text.get_or_init(|| encoding::decode(self.bytes)).as_ref().map_err(Note::from)
    }

    /// How it was written down, as far as it was read.
    pub fn written(&self) -> Option<&'static str> {
        let table = self.table.get().and_then(|table| table.as_ref().ok()).map(|table| match table.written {
            Written::Text { encoding, .. } => encoding.name(),
            Written::Xlsx => "XLSX",
        });
        table.or_else(|| self.text.get()?.as_ref().ok().map(|(_, encoding)| encoding.name()))
    }

    /// As rows of cells.
    ///
    /// # Errors
    /// A note that says why there are none.
    pub fn table(&self) -> Result<&Table, Note> {
        self.table.get_or_init(|| table::read(self.bytes)).as_ref().map_err(Note::from)
    }
}

/// What is wanted of a file that is taken in.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The id of what comes of it.
    pub id: &'a str,
    /// Its title; without one, what the file says, or else the id.
    pub title: Option<&'a str>,
    /// The file's name without folders: where it comes from.
    pub source: &'a str,
    /// The library it is to stand in: its language, skills and roles.
    pub library: &'a Library,
}

impl Wish<'_> {
    /// What stands in the new file besides: where it comes from, and that it is a draft where it has to be translated first.
    pub fn front(&self) -> Front {
        let sources = vec![self.source.to_owned()];
        Front { comments: String::new(), status: Some(self.library.begins_as()), sources }
    }
}

/// A checked thing to be written out.
#[derive(Clone, Copy, Debug)]
pub enum Thing<'a> {
    /// A bank.
    Bank(&'a Bank),
    /// A scenario.
    Scenario(&'a Scenario),
}

/// What came of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    /// TOML of one file in our format.
    pub text: String,
    /// What did not come with it, or came otherwise.
    pub notes: Vec<Note>,
    /// Where things stand in the source, by the names of `content::Loaded::places`: `question:ID/ID` → line or row, from 1.
    pub lines: BTreeMap<String, u32>,
}

impl Arrival {
    /// How many questions or scenarios came.
    pub fn items(&self) -> usize {
        let of = |kind: &str| self.lines.keys().filter(|name| name.split(':').next() == Some(kind) && !is_inner(name)).count();
        of("question") + of("scenario")
    }
}

/// Whether a name is of a part of a scenario: `scenario:x/turn`.
fn is_inner(name: &str) -> bool {
    name.starts_with("scenario:") && name.contains('/')
}

/// What a thing was written to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Departure {
    /// The file.
    pub bytes: Vec<u8>,
    /// What it does not hold, or holds otherwise.
    pub notes: Vec<Note>,
}

/// What became of something on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is a mistake of the source: the thing that it belongs to did not come.
    Wrong,
    /// The other format has no place for it.
    LeftOut,
    /// It came as something else.
    Changed,
    /// It came as it was most likely meant: somebody should look.
    Look,
}

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The file as a whole.
    Whole,
    /// A line of a text, a row of a table; from 1.
    Line(u32),
    /// A thing of ours by its id.
    Item(String),
}

/// Something that did not go over as it was: never dropped silently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub at: Spot,
    /// What became of it.
    pub fate: Fate,
    /// Its sentence in `locale`.
    pub key: &'static str,
    /// The gaps of the sentence.
    pub args: Vec<(&'static str, String)>,
}

impl Note {
    /// A note.
    pub fn new<const N: usize>(at: Spot, fate: Fate, key: &'static str, args: [(&'static str, &str); N]) -> Self {
        Self { at, fate, key, args: args.map(|(name, value)| (name, value.to_owned())).into() }
    }

    /// Why nothing came at all.
    pub fn refused<const N: usize>(key: &'static str, args: [(&'static str, &str); N]) -> Self {
        Self::new(Spot::Whole, Fate::Wrong, key, args)
    }
}

impl From<&Unreadable> for Note {
    fn from(why: &Unreadable) -> Self {
        match why {
            Unreadable::Broken { guess, line } => {
                Self::refused("unreadable-broken", [("guess", guess), ("line", &line.to_string())])
            }
            Unreadable::Big5 => Self::refused("unreadable-big5", []),
            Unreadable::Binary => Self::refused("unreadable-binary", []),
        }
    }
}

impl From<&NoTable> for Note {
    fn from(why: &NoTable) -> Self {
        match why {
            NoTable::Unreadable(why) => Self::from(why),
            NoTable::TooLarge => Self::refused("unreadable-large", []),
            NoTable::OpenQuote { line } => Self::refused("unreadable-quote", [("line", &line.to_string())]),
            NoTable::OldExcel => Self::refused("unreadable-old-excel", []),
            NoTable::NoExcel => Self::refused("unreadable-no-excel", []),
            NoTable::BrokenExcel(said) => Self::refused("unreadable-excel", [("said", said)]),
        }
    }
}

/// No foreign format says that questions are for exams: who takes them in again gets practice, with the keys open to learners.
fn exam_use(bank: &Bank) -> Option<Note> {
    (bank.use_ != Use::Practice).then(|| Note::new(Spot::Whole, Fate::LeftOut, "export-use", []))
}
