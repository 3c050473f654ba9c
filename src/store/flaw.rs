//! What may be wrong with a store: the flaws that reading meets and `verify` collects.
//!
//! Only words for them live here; how they are found is in `chain`, `acts`, `ledger` and `verify`.

use super::ledger::Sealed;
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, LicenceNumber};

/// Something in a store that does not fit together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The file is no store, or the database in it is broken; in the database's words.
    #[error("{0}")]
    File(String),
    /// An event breaks its attempt's chain.
    #[error("event {seq} of attempt {attempt}: {what}")]
    Event {
        /// The attempt.
        attempt: AttemptId,
        /// The place in it, from 0.
        seq: u32,
        /// How.
        what: Break,
    },
    /// The list of attempts says something else of this attempt than its events.
    #[error("attempt {0} is listed otherwise than its events say")]
    Row(AttemptId),
    /// Kept content has another digest than its name.
    #[error("content {0} was altered")]
    Content(Digest),
    /// An attempt used content that is not kept.
    #[error("content {0} is lost")]
    Lost(Digest),
    /// An act is not what was signed and sealed, or says what is not so.
    #[error("act {act}: {what}")]
    Act {
        /// The act.
        act: ActId,
        /// How.
        what: Break,
    },
    /// A licence's number, or its issuer's serial, was given before.
    #[error("the number or serial of licence {0} was given twice")]
    Twice(LicenceNumber),
    /// A licence's kept credential is not the one that was issued.
    #[error("the credential of licence {0} was altered")]
    Credential(LicenceNumber),
    /// A line breaks the ledger.
    #[error("line {number} of the ledger: {what}")]
    Line {
        /// The line's own number.
        number: u64,
        /// How.
        what: Break,
    },
    /// What is there is in no line of the ledger.
    #[error("the ledger does not seal {0}")]
    Unsealed(Sealed),
}

/// How an event, an act or a line is not what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Break {
    /// Its bytes do not read.
    #[error("does not read")]
    Unreadable,
    /// Its bytes have another digest than was kept with them.
    #[error("has another digest")]
    Digest,
    /// It has another number than the next one: something is missing, added or out of order.
    #[error("has another number")]
    Number,
    /// It does not name the one before it.
    #[error("does not name the one before")]
    Link,
    /// Nothing of its kind can stand here, or it belongs to another attempt.
    #[error("cannot stand here")]
    Place,
    /// The words beside it are not those that it seals.
    #[error("has other words beside it")]
    Words,
    /// A line seals what is not there, or has another digest.
    #[error("seals what is not there")]
    Seal,
    /// An act's signature is not that of the key it names, over this act.
    #[error("is not signed by the key it names")]
    Signature,
    /// An act names an attempt, an event or a line of the ledger that is not there.
    #[error("names what is not there")]
    Named,
}
