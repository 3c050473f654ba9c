//! What reading comes to, before anything is held against anything: the layers, and in them one `Doc` a thing.
//!
//! `gather` fills these, `overlay` lays them over one another, `check` holds them against each other, `assemble` makes the library.
//! Nothing here reads or judges.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::raw::house::House;
use super::raw::library::{Frame, Head, LibraryDraft};
use super::raw::licence::Draft;
use super::raw::sheet::{Kind, Ref, Tongues};
use super::raw::syntax::Parsed;
use super::raw::walk::WalksDraft;
use crate::base::finding::{Finding, Place};
use crate::model::course::Course;
use crate::model::glossary::Glossary;
use crate::model::library::{Bank, Status, Syllabus};
use crate::model::scenario::Scenario;
use crate::model::standard::Standard;
use crate::model::station::Station;
use crate::model::wording::Register;

/// The files of one library folder, with what its library file says of all of them.
pub struct Layer<'a> {
    /// Its files.
    pub files: &'a [Parsed<'a>],
    /// What its library file says of all of them.
    pub frame: Frame,
    /// The values of all libraries: those above speak in the texts below too.
    pub house: Arc<House>,
    /// What reading its files came to, where that is known from before.
    pub read: Option<Arc<Gathered<'static>>>,
}

/// One thing that was read.
#[derive(Clone)]
pub struct Doc<'a> {
    /// How far up its library lies.
    pub layer: usize,
    /// Its file.
    pub parsed: &'a Parsed<'a>,
    /// What it is.
    pub kind: Kind,
    /// Id, title, status.
    pub head: Head,
    /// What it says.
    pub body: Body,
    /// What it refers to.
    pub refs: Vec<Ref>,
    /// Where its parts begin, sorted.
    pub parts: Vec<(usize, String)>,
    /// Where things in it are.
    pub places: Vec<(String, Range<usize>)>,
}

/// What a thing says.
#[derive(Clone)]
pub enum Body {
    /// A library.
    Library(Box<LibraryDraft>),
    /// A syllabus.
    Syllabus(Syllabus),
    /// A course.
    Course(Course),
    /// A bank.
    Bank(Bank),
    /// A scenario.
    Scenario(Box<Scenario>),
    /// A station.
    Station(Box<Station>),
    /// A licence scheme.
    Licence(Box<Draft>),
    /// A standard of reply times.
    Standard(Standard),
    /// A wording register.
    Wording(Arc<Register>),
    /// A glossary.
    Glossary(Glossary),
    /// Walks of a scenario; they have no id of their own.
    Walks(WalksDraft),
}

impl Doc<'_> {
    /// `kind:id`.
    pub fn name(&self) -> String {
        format!("{}:{}", self.kind, self.head.id)
    }

    /// Whether it is in use.
    pub fn is_live(&self) -> bool {
        self.head.status == Status::Live
    }
}

/// A register that a library above took away.
pub struct Taken {
    /// The register.
    pub register: Arc<Register>,
    /// How far up that library lies.
    pub layer: usize,
    /// Whether it is hidden; else it is replaced.
    pub is_hidden: bool,
    /// Where it says so: the entry in `hide`, or the id of its own register.
    pub place: Place,
}

/// Everything that was read.
#[derive(Default)]
pub struct Gathered<'a> {
    /// The things, walks among them.
    pub docs: Vec<Doc<'a>>,
    /// The top library's languages.
    pub tongues: Option<Tongues>,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// What a library above hides: `kind:id`.
    pub hidden: BTreeSet<String>,
    /// What could not be looked into: `kind:id`, of which nobody knows what is in it.
    pub blind: BTreeSet<String>,
    /// Whether a whole file could not be read, so that anything may be in it.
    pub all_blind: bool,
    /// Registers that a library above hides or replaces.
    pub taken: Vec<Taken>,
    /// Where something below names what is gone with them: told at the library above, left out all the same.
    pub lost: Vec<Place>,
    /// The things that translation files belong to, by file name.
    pub translated: BTreeMap<String, String>,
}

impl<'a> Gathered<'a> {
    /// Takes in what the files of another layer came to.
    pub fn take(&mut self, read: &Gathered<'a>) {
        self.docs.extend(read.docs.iter().cloned());
        self.findings.extend(read.findings.iter().cloned());
        self.blind.extend(read.blind.iter().cloned());
        self.all_blind |= read.all_blind;
        self.translated.extend(read.translated.iter().map(|(file, of)| (file.clone(), of.clone())));
    }
}
