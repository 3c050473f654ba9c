//! What one store sends to another: lines of its ledger, and what they seal, as values. Taking one in is a union: in any order and any
//! number of times it comes to the same. How it is signed and written as a file is `cli/parcel`'s; what of it is believed is settled
//! before it comes here.

use serde::{Deserialize, Serialize};

use super::{Assignment, Learner, LedgerLine, Staff};
use crate::attempt::act::Act;
use crate::attempt::event::{Beside, Event};
use crate::attempt::saying::Saying;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Did};

/// What comes from another store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parcel {
    /// Whose: that store's key.
    pub from: Did,
    /// Lines of its ledger, in order, without gaps among them.
    pub lines: Vec<LedgerLine>,
    /// Attempts, each with all its events so far.
    pub attempts: Vec<Brought>,
    /// Content that these attempts used: its kept JSON, by digest.
    pub contents: Vec<(Digest, String)>,
    /// Acts of staff.
    pub acts: Vec<Done>,
    /// What was said about these attempts.
    pub sayings: Vec<Saying>,
    /// People.
    pub learners: Vec<Learner>,
    /// Staff.
    pub staff: Vec<Staff>,
    /// Everything that is assigned, where the sender keeps the roster.
    pub assigned: Option<Vec<Assignment>>,
}

/// An attempt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brought {
    /// Which.
    pub attempt: AttemptId,
    /// Its events, from the first.
    pub events: Vec<(Event, Option<Beside>)>,
}

/// An act with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// It.
    pub act: Act,
    /// Its signature.
    pub signature: String,
    /// Its reason.
    pub beside: Option<Beside>,
    /// A licence's credential.
    pub credential: Option<String>,
}

/// How much of a parcel was new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// Attempts that were not here.
    pub attempts: usize,
    /// Attempts of which there are more events now.
    pub longer: usize,
    /// Acts.
    pub acts: usize,
    /// Things said.
    pub sayings: usize,
    /// People who were not here.
    pub learners: usize,
    /// Lines of its ledger.
    pub lines: usize,
}
