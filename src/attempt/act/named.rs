//! What acts name: the things of a store that they rest on.

use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId};

/// What a deed names in the store: it has to be there before, and for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named<'a> {
    /// An attempt.
    Attempt(&'a AttemptId),
    /// An attempt's `Closed` event, by its digest.
    Closed(&'a AttemptId, Digest),
    /// An event of an attempt, by its digest.
    Event(&'a AttemptId, Digest),
    /// A line of the ledger, by its digest.
    Line(Digest),
    /// An act, by what the ledger seals of it.
    Act(&'a ActId, Digest),
    /// Kept content.
    Content(Digest),
}

impl<'a> Named<'a> {
    /// The attempt it is about, where it is one.
    pub const fn attempt(self) -> Option<&'a AttemptId> {
        match self {
            Self::Attempt(attempt) | Self::Closed(attempt, _) | Self::Event(attempt, _) => Some(attempt),
            Self::Line(_) | Self::Act(..) | Self::Content(_) => None,
        }
    }
}
