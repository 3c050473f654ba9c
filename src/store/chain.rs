//! What may begin an attempt and what may follow: the same rules for every backend, for writing and for reading back.
//!
//! Pure: it sees events and digests, never where they are kept.

use std::collections::BTreeSet;

use super::StoreError;
use super::flaw::{Break, Flaw};
use super::ledger::Sealed;
use crate::attempt::event::{Body, Event, Given, Recorded};
use crate::attempt::plan::Plan;
use crate::base::digest::Digest;
use crate::base::id::AttemptId;

/// The end of an attempt's chain: what the next event has to follow.
#[derive(Clone, Debug)]
pub struct Tail {
    /// The newest event's number.
    pub seq: u32,
    /// Its digest.
    pub digest: Digest,
    /// Whether it closed the attempt.
    pub closed: bool,
}

/// What the ledger seals of an event, if anything.
pub fn sealed(event: &Event) -> Option<Sealed> {
    let attempt = || event.attempt.clone();
    match event.body {
        Body::Started { .. } => Some(Sealed::Started { attempt: attempt() }),
        Body::Closed { .. } => Some(Sealed::Closed { attempt: attempt() }),
        _ => None,
    }
}

/// Whether an event closes its attempt.
pub const fn closes(event: &Event) -> bool {
    matches!(event.body, Body::Closed { .. })
}

/// Judges what is to begin an attempt, and gives its plan.
///
/// # Errors
/// `Other`: the event is no beginning, or content is missing or under a name that is not its own.
pub fn opening<'a>(started: &'a Recorded, contents: &[(Digest, Vec<u8>)]) -> Result<&'a Plan, StoreError> {
    let plan = beginning(started)?;
    named_right(contents)?;
    let given: BTreeSet<_> = contents.iter().map(|(digest, _)| *digest).collect();
    match plan.contents().find(|digest| !given.contains(digest)) {
        Some(digest) => Err(StoreError::Other(format!("content {digest} is missing"))),
        None => Ok(plan),
    }
}

/// Judges content that is to be kept.
///
/// # Errors
/// `Other`: it is under a name that is not its own.
pub fn named_right(contents: &[(Digest, Vec<u8>)]) -> Result<(), StoreError> {
    match contents.iter().find(|(digest, bytes)| Digest::of_bytes(bytes) != *digest) {
        Some((digest, _)) => Err(StoreError::Other(format!("content {digest} has another digest"))),
        None => Ok(()),
    }
}

/// Judges what is to begin an attempt, whatever content is there, and gives its plan.
///
/// # Errors
/// `Other`: the event is no beginning.
pub fn beginning(started: &Recorded) -> Result<&Plan, StoreError> {
    let event = &started.event;
    let Body::Started { plan } = &event.body else { return Err(no_place(event)) };
    if link(&event.attempt, None, event).is_some() || !words_fit(started) {
        return Err(no_place(event));
    }
    Ok(plan)
}

/// Judges what is to follow a chain's end.
///
/// # Errors
/// `Conflict` where the chain ends elsewhere, `Other` for what never follows anything.
pub fn following(next: &Recorded, tail: Option<&Tail>) -> Result<(), StoreError> {
    let event = &next.event;
    let Some(tail) = tail.filter(|tail| !tail.closed) else { return Err(StoreError::Conflict(event.attempt.clone())) };
    match link(&event.attempt, Some(tail), event) {
        Some(Break::Number | Break::Link) => Err(StoreError::Conflict(event.attempt.clone())),
        None if words_fit(next) => Ok(()),
        _ => Err(no_place(event)),
    }
}

/// Reads an attempt's chain, event by event.
pub struct Reading<'a> {
    attempt: &'a AttemptId,
    tail: Option<Tail>,
}

impl<'a> Reading<'a> {
    /// Of this attempt, from its start.
    pub const fn of(attempt: &'a AttemptId) -> Self {
        Self { attempt, tail: None }
    }

    /// Takes the next event as it was kept, with the digest of its bytes.
    ///
    /// # Errors
    /// Where it does not fit those before it.
    pub fn take(&mut self, next: &Recorded, digest: Digest) -> Result<(), Flaw> {
        let what = link(self.attempt, self.tail.as_ref(), &next.event).or((!words_fit(next)).then_some(Break::Words));
        match what {
            Some(what) => Err(self.flaw(what)),
            None => {
                self.tail = Some(Tail { seq: next.event.seq, digest, closed: closes(&next.event) });
                Ok(())
            }
        }
    }

    /// A flaw at the place where the next event stands.
    pub fn flaw(&self, what: Break) -> Flaw {
        let seq = self.tail.as_ref().map_or(0, |tail| tail.seq.saturating_add(1));
        Flaw::Event { attempt: self.attempt.clone(), seq, what }
    }
}

/// What is wrong with `event` as the one of `attempt` after `tail`.
fn link(attempt: &AttemptId, tail: Option<&Tail>, event: &Event) -> Option<Break> {
    let number = tail.map_or(Some(0), |tail| tail.seq.checked_add(1));
    let in_place = event.attempt == *attempt
        && tail.is_none_or(|tail| !tail.closed)
        && match &event.body {
            Body::Started { plan } => tail.is_none() && plan.attempt == *attempt,
            _ => tail.is_some(),
        };
    if number != Some(event.seq) {
        Some(Break::Number)
    } else if event.previous != tail.map(|tail| tail.digest) {
        Some(Break::Link)
    } else if !in_place {
        Some(Break::Place)
    } else {
        None
    }
}

/// The digest of the words that lie beside an event, where it seals any.
pub fn words(event: &Event) -> Option<Digest> {
    match &event.body {
        Body::Started { plan } => {
            plan.exam.as_ref().map(|exam| exam.holder).or(plan.appeals.as_ref().map(|appeal| appeal.grounds))
        }
        Body::Answered { response: given, .. } | Body::Noted { note: given, .. } | Body::Wrote { text: given, .. } => {
            given.typed()
        }
        Body::Left { unsent, .. } => unsent.as_ref().and_then(Given::typed),
        _ => None,
    }
}

/// Whether what lies beside an event is what the event seals. Nothing beside is always right: it may have been erased.
fn words_fit(recorded: &Recorded) -> bool {
    recorded.beside.as_ref().is_none_or(|beside| Some(beside.digest()) == words(&recorded.event))
}

fn no_place(event: &Event) -> StoreError {
    StoreError::Other(format!("event {} of attempt {} has no place there", event.seq, event.attempt))
}
