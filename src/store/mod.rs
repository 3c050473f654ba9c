//! What is durable: learners, content by digest, events, and the ledger over all attempts.
//!
//! The trait is the contract (`tests/contract.rs` runs it on every backend): an event is on the disk when `append` returns; a wrong
//! sequence number is refused; nothing is ever overwritten. Events are the record, everything else can be worked out from them.

pub mod memory;
pub mod sqlite;

use serde::{Deserialize, Serialize};

use crate::attempt::event::Recorded;
use crate::attempt::plan::Subject;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LearnerId};
use crate::base::moment::Moment;

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

/// What a ledger line seals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The file is no store, or damaged.
    #[error("damaged: {0}")]
    Damaged(String),
    /// Anything else the database says.
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
    /// `StoreError`.
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

    /// Begins an attempt: its content and its `Started` event (seq 0) in one transaction, with a ledger line.
    ///
    /// # Errors
    /// `StoreError`; `Conflict` where the attempt exists.
    fn begin(&mut self, started: &Recorded, contents: &[(Digest, Vec<u8>)]) -> Result<(), StoreError>;

    /// Appends an event; durable when it returns. A `Closed` event gets its ledger line in the same transaction.
    ///
    /// # Errors
    /// `StoreError`; `Conflict` where the sequence number is not the next one, or the attempt is closed.
    fn append(&mut self, event: &Recorded) -> Result<(), StoreError>;

    /// An attempt's events in order; empty where there is none of that id.
    ///
    /// # Errors
    /// `StoreError`; `Damaged` where an event does not read.
    fn events(&self, attempt: &AttemptId) -> Result<Vec<Recorded>, StoreError>;

    /// Kept content by its digest.
    ///
    /// # Errors
    /// `StoreError`.
    fn content(&self, digest: &Digest) -> Result<Option<Vec<u8>>, StoreError>;

    /// A learner's attempts, newest event first; of all learners for `None`.
    ///
    /// # Errors
    /// `StoreError`.
    fn attempts(&self, learner: Option<&LearnerId>) -> Result<Vec<AttemptRow>, StoreError>;

    /// The ledger in order.
    ///
    /// # Errors
    /// `StoreError`.
    fn ledger(&self) -> Result<Vec<LedgerLine>, StoreError>;

    /// Takes an attempt for this process until the guard is dropped or the process ends, however it ends.
    ///
    /// # Errors
    /// `Busy` where another process has it.
    fn hold(&self, attempt: &AttemptId) -> Result<Hold, StoreError>;
}

/// Holds an attempt; the operating system lets go of it when the process ends.
#[derive(Debug)]
pub struct Hold(#[allow(dead_code, reason = "kept open for its lock")] Option<std::fs::File>);
