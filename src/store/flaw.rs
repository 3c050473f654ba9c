//! What may be wrong with a store: the flaws that reading meets and `verify` collects.
//!
//! Only their names live here; how they are found is in `chain`, `acts`, `ledger` and `verify`, and how they are told in
//! `cli/cause`.

use super::ledger::Sealed;
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, Did, LicenceNumber};

/// Something in a store that does not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The file is no store, or the database in it is broken; in the database's words.
    File(String),
    /// An event breaks its attempt's chain.
    Event {
        /// The attempt.
        attempt: AttemptId,
        /// The place in it, from 0.
        seq: u32,
        /// How.
        what: Break,
    },
    /// The list of attempts says something else of this attempt than its events.
    Row(AttemptId),
    /// What is kept of an attempt does not go together, or is cut short.
    Attempt(AttemptId),
    /// The grade an attempt was closed with is not what its events come to.
    Grade(AttemptId),
    /// An observation is not the one that its examiner signed.
    Observation(AttemptId),
    /// What was signed about an exam's written replies does not follow from them.
    Marks(AttemptId),
    /// An exam that was marked again does not come to what was signed.
    Regraded(AttemptId),
    /// Kept content has another digest than its name.
    Content(Digest),
    /// An attempt used content that is not kept.
    Lost(Digest),
    /// An act is not what was signed and sealed, or says what is not so.
    Act {
        /// The act.
        act: ActId,
        /// How.
        what: Break,
    },
    /// A licence's number, or its issuer's serial, was given before.
    Twice(LicenceNumber),
    /// An issuer's last serial is the last there can be: nobody issues so many.
    Serials(Did),
    /// A licence's kept credential is not the one that was issued.
    Credential(LicenceNumber),
    /// A line breaks the ledger.
    Line {
        /// The line's own number.
        number: u64,
        /// How.
        what: Break,
    },
    /// A line of another store's ledger, as it was taken in, breaks it.
    Copy {
        /// The other store's key.
        from: Did,
        /// The line's own number there.
        number: u64,
        /// How.
        what: Break,
    },
    /// What is there is in no line of the ledger.
    Unsealed(Sealed),
    /// What lies beside the record under this name cannot be read.
    Setting(String),
    /// A table, an index or a guard of the file is missing, altered or added; by its name.
    Schema(String),
}

/// How an event, an act or a line is not what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// Its bytes do not read.
    Unreadable,
    /// Its bytes have another digest than was kept with them.
    Digest,
    /// It has another number than the next one: something is missing, added or out of order.
    Number,
    /// It does not name the one before it.
    Link,
    /// Nothing of its kind can stand here, or it belongs to another attempt.
    Place,
    /// The words beside it are not those that it seals.
    Words,
    /// A line seals what is not there, or has another digest.
    Seal,
    /// An act's signature is not that of the key it names, over this act.
    Signature,
    /// An act names an attempt, an event or a line of the ledger that is not there.
    Named,
}
