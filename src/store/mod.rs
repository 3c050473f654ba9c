//! What is durable: people, content by digest, events, acts, the ledger over all attempts and acts, and what is said beside it.
//!
//! The trait is the contract (`contract.rs` runs it on every backend): an event or act is on the disk when `append` or `act`
//! returns; a wrong sequence number is refused; nothing is ever overwritten. Events and acts are the record, everything else can be
//! worked out from them.
//!
//! Where to find: what may follow what → `chain`; what comes with an act → `acts`; one line after the other → `ledger`, its head as it is
//! noted elsewhere → `head`; an event as bytes → `codec`; what can be wrong → `flaw`, and how it is found → `verify`; a process's claim on
//! an attempt or its beginning → `locks`; what comes from other stores → `parcel`; what is
//! here only sealed → `sealed`; the tables → `schema/*.sql`. A further backend is a
//! file here, a line in `open` and one in `contract.rs`.

pub mod acts;
pub mod assignment;
pub mod chain;
pub mod codec;
#[cfg(test)]
mod contract;
pub mod flaw;
pub mod head;
pub mod ledger;
mod locks;
pub mod memory;
pub mod parcel;
mod people;
pub mod sealed;
pub mod sqlite;
pub mod verify;

use std::collections::BTreeSet;
use std::path::Path;

use crate::attempt::act::Signed;
use crate::attempt::event::Recorded;
use crate::attempt::plan::Subject;
use crate::attempt::saying::Saying;
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, Did, LearnerId, LicenceNumber, SayingId, StaffId};
use crate::base::moment::Moment;
pub use assignment::{Assignment, Whom};
pub use flaw::{Break, Flaw};
pub use ledger::{LedgerLine, Ledgers, Sealed};
pub use parcel::{Parcel, Taken};
pub use people::{Learner, Post, Staff};
pub use verify::{verify, verify_step};

/// The setting that says this store's key, as `did:key:…`: how other stores call it.
pub const STORE_KEY: &str = "store-key";

/// What of the things beside the record is to go; what is not there, or has nothing beside it, is passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetGo {
    /// Attempts whose typed words go.
    pub words: BTreeSet<AttemptId>,
    /// What was said.
    pub said: BTreeSet<SayingId>,
    /// Acts whose reasons go.
    pub reasons: BTreeSet<ActId>,
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

/// Trouble with the store.
#[derive(Debug)]
pub enum StoreError {
    /// Somebody else wrote an event with this number first.
    Conflict(AttemptId),
    /// The attempt began in another store: it goes on there.
    Elsewhere(AttemptId),
    /// Another process holds the attempt.
    Busy(AttemptId),
    /// Another process is just beginning an exam of the learner.
    Beginning(LearnerId),
    /// An act with this id is there.
    ActExists(ActId),
    /// A line of this number of another store's ledger is here, and is another one: that store was copied, or rolled back.
    Forked(Did, u64),
    /// A licence has this number, or its issuer's serial: take the next one and sign again.
    Taken(LicenceNumber),
    /// Another learner has this staff number.
    StaffNumberTaken(String),
    /// A newer onduty wrote this store.
    Newer {
        /// The store's version.
        found: i64,
        /// The newest this program knows.
        known: i64,
    },
    /// The store stayed locked by another process.
    Locked,
    /// There is no room left.
    Full,
    /// The folder or file cannot be written or read.
    Denied(std::io::Error),
    /// The file is no store, or something in it does not fit together.
    Damaged(Flaw),
    /// What no caller should ask for (our bug), and anything else the database says.
    Other(String),
}

impl From<Flaw> for StoreError {
    fn from(flaw: Flaw) -> Self {
        Self::Damaged(flaw)
    }
}

/// What is durable.
pub trait Store {
    /// Adds a learner. A second one with the same id is refused (`Other`).
    ///
    /// # Errors
    /// `StoreError`; `StaffNumberTaken` where another learner has the staff number.
    fn add_learner(&mut self, learner: &Learner) -> Result<(), StoreError>;

    /// Writes a learner's changed settings or name.
    ///
    /// # Errors
    /// `StoreError`; `StaffNumberTaken` where the staff number is new and another's; `Other` where there is no such learner.
    fn set_learner(&mut self, learner: &Learner) -> Result<(), StoreError>;

    /// Adds the learners whose ids are new and writes the others anew; all of them or none. `step` is called after each.
    ///
    /// # Errors
    /// As `add_learner` and `set_learner`.
    fn enrol(&mut self, learners: &[Learner], step: &mut dyn FnMut()) -> Result<(), StoreError>;

    /// All learners as a roster has them: by staff number, those without one last; then by name (`Learner::sort`).
    ///
    /// # Errors
    /// `StoreError`.
    fn learners(&self) -> Result<Vec<Learner>, StoreError>;

    /// Adds a member of staff. A second one with the same id is refused (`Other`).
    ///
    /// # Errors
    /// `StoreError`.
    fn add_staff(&mut self, staff: &Staff) -> Result<(), StoreError>;

    /// All members of staff, by name, then time of creation.
    ///
    /// # Errors
    /// `StoreError`.
    fn staff(&self) -> Result<Vec<Staff>, StoreError>;

    /// Whatever `write` writes is on the disk together when this returns, or none of it: where it says no, or the program ends before.
    /// Nobody else writes meanwhile, so what is read in it and written back is not written over; nobody is asked anything in it either.
    ///
    /// # Errors
    /// `StoreError`; nothing was written then.
    fn together(&mut self, write: &mut dyn FnMut(&mut dyn Store) -> bool) -> Result<(), StoreError>;

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

    /// Writes what is assigned; where the same is assigned to the same already, its new day.
    ///
    /// # Errors
    /// `StoreError`.
    fn assign(&mut self, assignment: &Assignment) -> Result<(), StoreError>;

    /// Takes back what was assigned; whether it was.
    ///
    /// # Errors
    /// `StoreError`.
    fn withdraw(&mut self, what: &Subject, to: &Whom) -> Result<bool, StoreError>;

    /// All that is assigned, in the order assigned.
    ///
    /// # Errors
    /// `StoreError`; `Damaged` where one does not read.
    fn assignments(&self) -> Result<Vec<Assignment>, StoreError>;

    /// Forgets a person who learns: the learner, and what is assigned to that person alone; the words typed in all attempts that are theirs, an examiner's notes on them too; all
    /// that was said about these attempts;
    /// the reasons of acts about them or their attempts (a reason may name them); and their licences' credentials. Events, acts and
    /// ledger stand, and still verify.
    ///
    /// # Errors
    /// `StoreError`; `Damaged` where acts do not read, so that it is not known which are about the person: nothing is forgotten then.
    fn erase(&mut self, learner: &LearnerId) -> Result<(), StoreError>;

    /// Forgets some of what lies beside the record, all of it or nothing. The record stands, and still verifies.
    ///
    /// # Errors
    /// `StoreError`.
    fn let_go(&mut self, what: &LetGo) -> Result<(), StoreError>;

    /// Forgets a member of staff's name. Acts stand, and so do their reasons: these are about others.
    ///
    /// # Errors
    /// `StoreError`.
    fn erase_staff(&mut self, staff: &StaffId) -> Result<(), StoreError>;

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
    /// attempt is closed; `Elsewhere` where it began in another store.
    fn append(&mut self, event: &Recorded) -> Result<(), StoreError>;

    /// Keeps content that an act is going to name, under its digest; what is kept already is not written again.
    ///
    /// # Errors
    /// `StoreError`; `Other` where bytes have another digest.
    fn keep(&mut self, contents: &[(Digest, Vec<u8>)]) -> Result<(), StoreError>;

    /// Appends an act with its reason beside and, for `Deed::Issued` exactly, the credential's JSON, in one transaction with its
    /// ledger line; durable when it returns. The signature is not looked at here.
    ///
    /// # Errors
    /// `StoreError`; `ActExists`; `Taken` where the licence's number or its issuer's serial is given; `Other` where the words beside
    /// or the credential are not those it seals, or it names an attempt, an event, a ledger line or content that is not there.
    fn act(&mut self, act: &Signed, credential: Option<&str>) -> Result<(), StoreError>;

    /// All acts, in the order in which they happened (`happened`).
    ///
    /// # Errors
    /// `StoreError`; `Damaged` at the first that is not what was sealed, or where the ledger has more or fewer of them.
    fn acts(&self) -> Result<Vec<Signed>, StoreError> {
        self.acts_along(&self.happened()?)
    }

    /// The same for whoever has read what happened: `happened` is that.
    ///
    /// # Errors
    /// As `acts`.
    fn acts_along(&self, happened: &[LedgerLine]) -> Result<Vec<Signed>, StoreError>;

    /// A licence's credential as canonical JSON; `None` where there is no such licence or its credential was erased.
    ///
    /// # Errors
    /// `StoreError`; `Damaged` where it is not the one that was issued.
    fn credential(&self, number: &LicenceNumber) -> Result<Option<String>, StoreError>;

    /// Adds something said about an attempt; durable when it returns.
    ///
    /// # Errors
    /// `StoreError`; `Other` where there is one of that id, or no such attempt.
    fn say(&mut self, saying: &Saying) -> Result<(), StoreError>;

    /// What was said about a learner's attempts, in the order said; about everybody's for `None`.
    ///
    /// # Errors
    /// `StoreError`; `Damaged` where one does not read.
    fn sayings(&self, learner: Option<&LearnerId>) -> Result<Vec<Saying>, StoreError>;

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

    /// Lends content until this store is closed: it is read as if it were kept, and `begin` does not write it.
    fn lend(&mut self, contents: Vec<(Digest, Vec<u8>)>);

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

    /// The ledger, and what is here of others'.
    ///
    /// # Errors
    /// As `ledger`.
    fn ledgers(&self) -> Result<Ledgers, StoreError>;

    /// All lines of these in an order in which they may have happened (`Ledgers::happened`); where nothing was taken in, the ledger.
    ///
    /// # Errors
    /// As `ledger`.
    fn happened(&self) -> Result<Vec<LedgerLine>, StoreError>;

    /// Takes in what another store sent, all of it or nothing: a union with what is here. Where lines are new, the ledger says so. What
    /// an act names may come later. That it is signed, and that what is in it goes together, was looked at before.
    ///
    /// # Errors
    /// `StoreError`; `Forked` where lines do not go with those taken in before, `Conflict` where events of an attempt do not.
    fn take(&mut self, parcel: &Parcel) -> Result<Taken, StoreError>;

    /// The digest of the ledger's newest line: what an examiner signs in `Admitted`. `None` while nothing was begun.
    ///
    /// # Errors
    /// `StoreError`; `Damaged` where the line does not read.
    fn head(&self) -> Result<Option<Digest>, StoreError>;

    /// What is wrong with how it is kept, below what `verify` reads: pages, indexes, guards, rows that nothing refers to. Empty is well.
    ///
    /// # Errors
    /// `StoreError`; `Damaged` where it is too broken to be looked through.
    fn integrity(&self) -> Result<Vec<Flaw>, StoreError>;

    /// Takes an attempt for this process until the guard is dropped or the process ends, however it ends.
    ///
    /// # Errors
    /// `Busy` where another process has it.
    fn hold(&self, attempt: &AttemptId) -> Result<Hold, StoreError>;

    /// Takes an attempt for an instant: for whoever writes on many in turn. Nobody takes or lets go of any attempt until the guard is
    /// dropped, so nobody is asked anything meanwhile, and nothing else is held by the same hand.
    ///
    /// # Errors
    /// `Busy` where another process has it.
    fn hold_shortly(&self, attempt: &AttemptId) -> Result<Hold, StoreError>;

    /// Takes the beginning of a learner's exams, as `hold` does: what was looked up before one begins stays true until it has begun.
    ///
    /// # Errors
    /// `Beginning` where another process has it.
    fn hold_beginning(&self, learner: &LearnerId) -> Result<Hold, StoreError>;
}

/// Holds an attempt, or the beginning of one, until it is dropped; what is inside is the backend's business.
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
