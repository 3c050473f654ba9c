//! What is durable: learners, content by digest, events, and the ledger over all attempts.
//!
//! The trait is the contract (`contract.rs` runs it on every backend): an event is on the disk when `append` returns; a wrong
//! sequence number is refused; nothing is ever overwritten. Events are the record, everything else can be worked out from them.
//!
//! Where to find: what may follow what → `chain`; an event as bytes → `codec`; what `verify` looks for → `verify`; a process's claim
//! on an attempt → `locks`; the tables → `schema/*.sql`. A further backend is a file here, a line in `open` and one in `contract.rs`.

pub mod chain;
pub mod codec;
#[cfg(test)]
mod contract;
mod locks;
pub mod memory;
pub mod sqlite;
pub mod verify;

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::attempt::event::Recorded;
use crate::attempt::plan::Subject;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LearnerId};
use crate::base::moment::Moment;
pub use verify::{Break, Flaw, verify};

/// A person who learns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learner {
    /// Random, says nothing of the person.
    pub id: LearnerId,
    /// As the person wants to be called.
    pub name: String,
    /// The company's own number for the person.
    pub staff_number: Option<String>,
    /// `zh-CN` or `en`, if the person settled it.
    pub language: Option<String>,
    /// Whether screens only append lines.
    pub plain: bool,
    /// Since when.
    pub created: Moment,
}

/// An attempt in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttemptRow {
    /// The attempt.
    pub id: AttemptId,
    /// Whose.
    pub learner: LearnerId,
    /// About what.
    pub subject: Subject,
    /// When it began.
    pub started: Moment,
    /// Its newest event.
    pub last: Moment,
    /// How many events it has.
    pub events: u32,
    /// Whether it is over.
    pub closed: bool,
}

/// A line of the ledger: it seals an attempt's start or end, and the line before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// 0, 1, 2, … without gaps.
    pub number: u64,
    /// What it seals.
    pub what: Sealed,
    /// The attempt.
    pub attempt: AttemptId,
    /// The digest of the event it seals.
    pub digest: Digest,
    /// The digest of the line before (`Digest::of` the line); none for the first.
    pub previous: Option<Digest>,
}

impl LedgerLine {
    /// The line that comes after `last`.
    pub fn after(last: Option<&Self>, what: Sealed, attempt: &AttemptId, digest: Digest) -> Self {
        let number = last.map_or(0, |line| line.number + 1);
        Self { number, what, attempt: attempt.clone(), digest, previous: last.map(Digest::of) }
    }
}

/// What a ledger line seals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sealed {
    /// An attempt's `Started`.
    Started,
    /// An attempt's `Closed`.
    Closed,
}

/// Trouble with the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else wrote an event with this number first.
    #[error("attempt {0} was continued elsewhere")]
    Conflict(AttemptId),
    /// Another process holds the attempt.
    #[error("attempt {0} is open elsewhere")]
    Busy(AttemptId),
    /// A newer onduty wrote this store.
    #[error("the store has version {found}, this onduty knows {known}")]
    Newer {
        /// The store's version.
        found: i64,
        /// The newest this program knows.
        known: i64,
    },
    /// The store stayed locked by another process.
    #[error("the store is locked")]
    Locked,
    /// There is no room left.
    #[error("no room left on the disk")]
    Full,
    /// The folder or file cannot be written or read.
    #[error("{0}")]
    Denied(#[source] std::io::Error),
    /// The file is no store, or something in it does not fit together.
    #[error("damaged: {0}")]
    Damaged(#[from] Flaw),
    /// What no caller should ask for (our bug), and anything else the database says.
    #[error("{0}")]
    Other(String),
}

/// What is durable.
pub trait Store {
    /// Adds a learner. A second one with the same id is refused (`Other`).
    ///
    /// # Errors
    /// `StoreError`.
    fn add_learner(&mut self, learner: &Learner) -> Result<(), StoreError>;

    /// Writes a learner's changed settings or name.
    ///
    /// # Errors
    /// `StoreError`; `Other` where there is no such learner.
    fn set_learner(&mut self, learner: &Learner) -> Result<(), StoreError>;

    /// All learners, by name, then time of creation.
    ///
    /// # Errors
    /// `StoreError`.
    fn learners(&self) -> Result<Vec<Learner>, StoreError>;

    /// A setting of this PC (such as who used it last).
    ///
    /// # Errors
    /// `StoreError`.
    fn setting(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Writes a setting of this PC.
    ///
    /// # Errors
    /// `StoreError`.
    fn set_setting(&mut self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Forgets a person: the learner, and the words typed in all their attempts. Events and ledger stand, and still verify.
    ///
    /// # Errors
    /// `StoreError`.
    fn erase(&mut self, learner: &LearnerId) -> Result<(), StoreError>;

    /// Begins an attempt: its content and its `Started` event (seq 0) in one transaction, with a ledger line.
    ///
    /// `contents` are kept bytes under their digests, at least all that the plan names; what is kept already is not written again.
    ///
    /// # Errors
    /// `StoreError`; `Conflict` where the attempt exists; `Other` where this is no beginning, or content is missing or misnamed.
    fn begin(&mut self, started: &Recorded, contents: &[(Digest, Vec<u8>)]) -> Result<(), StoreError>;

    /// Appends an event; durable when it returns. A `Closed` event gets its ledger line in the same transaction.
    ///
    /// # Errors
    /// `StoreError`; `Conflict` where the sequence number is not the next one, the event before is not the one it names, or the
    /// attempt is closed.
    fn append(&mut self, event: &Recorded) -> Result<(), StoreError>;

    /// An attempt's events in order; empty where there is none of that id. The chain is verified on the way.
    ///
    /// # Errors
    /// `StoreError`; `Damaged` where the chain breaks, with the first event that does not fit.
    fn events(&self, attempt: &AttemptId) -> Result<Vec<Recorded>, StoreError>;

    /// Kept content by its digest.
    ///
    /// # Errors
    /// `StoreError`; `Damaged` where its bytes have another digest.
    fn content(&self, digest: &Digest) -> Result<Option<Vec<u8>>, StoreError>;

    /// A learner's attempts, newest event first; of all learners for `None`.
    ///
    /// # Errors
    /// `StoreError`.
    fn attempts(&self, learner: Option<&LearnerId>) -> Result<Vec<AttemptRow>, StoreError>;

    /// The ledger in order, as it is: whether it holds together is `verify`'s question.
    ///
    /// # Errors
    /// `StoreError`; `Damaged` where a line does not read.
    fn ledger(&self) -> Result<Vec<LedgerLine>, StoreError>;

    /// Takes an attempt for this process until the guard is dropped or the process ends, however it ends.
    ///
    /// # Errors
    /// `Busy` where another process has it.
    fn hold(&self, attempt: &AttemptId) -> Result<Hold, StoreError>;
}

/// Holds an attempt until it is dropped; what is inside is the backend's business.
#[derive(Debug)]
pub struct Hold(#[allow(dead_code, reason = "kept for its Drop")] Box<dyn std::any::Any>);

impl Hold {
    /// From whatever lets go when it is dropped.
    pub fn new(guard: impl std::any::Any) -> Self {
        Self(Box::new(guard))
    }
}

/// Opens a store: `memory:` (empty, this process's own), `sqlite:PATH`, or a path.
///
/// # Errors
/// `StoreError`.
pub fn open(url: &str) -> Result<Box<dyn Store>, StoreError> {
    match url.strip_prefix("sqlite:").unwrap_or(url) {
        "memory:" | ":memory:" => Ok(Box::new(memory::Memory::default())),
        path => Ok(Box::new(sqlite::Sqlite::open(Path::new(path))?)),
    }
}
