//! A store that ends with its process: for tests, for a look around, and as the shortest reading of the contract.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::chain::{self, Tail};
use super::{AttemptRow, Hold, Learner, LedgerLine, Sealed, Store, StoreError};
use crate::attempt::event::{Body, Recorded};
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LearnerId};

/// Everything in maps.
#[derive(Debug, Default)]
pub struct Memory {
    learners: BTreeMap<LearnerId, Learner>,
    settings: BTreeMap<String, String>,
    contents: BTreeMap<Digest, Vec<u8>>,
    attempts: BTreeMap<AttemptId, Vec<Recorded>>,
    ledger: Vec<LedgerLine>,
    held: Rc<RefCell<BTreeSet<AttemptId>>>,
}

/// Takes its id off the list of those held.
struct Held {
    id: AttemptId,
    held: Rc<RefCell<BTreeSet<AttemptId>>>,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.held.borrow_mut().remove(&self.id);
    }
}

impl Memory {
    fn seal(&mut self, event: &Recorded) {
        if let Some(what) = chain::sealed(&event.event) {
            let line = LedgerLine::after(self.ledger.last(), what, &event.event.attempt, event.event.digest());
            self.ledger.push(line);
        }
    }
}

impl Store for Memory {
    fn add_learner(&mut self, learner: &Learner) -> Result<(), StoreError> {
        if self.learners.contains_key(&learner.id) {
            return Err(StoreError::Other(format!("learner {} exists", learner.id)));
        }
        self.learners.insert(learner.id.clone(), learner.clone());
        Ok(())
    }

    fn set_learner(&mut self, learner: &Learner) -> Result<(), StoreError> {
        match self.learners.get_mut(&learner.id) {
            Some(kept) => *kept = learner.clone(),
            None => return Err(StoreError::Other(format!("there is no learner {}", learner.id))),
        }
        Ok(())
    }

    fn learners(&self) -> Result<Vec<Learner>, StoreError> {
        let mut all: Vec<_> = self.learners.values().cloned().collect();
        all.sort_by(|a, b| (&a.name, a.created, &a.id).cmp(&(&b.name, b.created, &b.id)));
        Ok(all)
    }

    fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.settings.get(key).cloned())
    }

    fn set_setting(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.settings.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn erase(&mut self, learner: &LearnerId) -> Result<(), StoreError> {
        self.learners.remove(learner);
        for events in self.attempts.values_mut() {
            if owner(events) == Some(learner) {
                events.iter_mut().for_each(|event| event.beside = None);
            }
        }
        Ok(())
    }

    fn begin(&mut self, started: &Recorded, contents: &[(Digest, Vec<u8>)]) -> Result<(), StoreError> {
        chain::opening(started, contents)?;
        let id = &started.event.attempt;
        if self.attempts.contains_key(id) {
            return Err(StoreError::Conflict(id.clone()));
        }
        self.contents.extend(contents.iter().cloned());
        self.attempts.insert(id.clone(), vec![started.clone()]);
        self.seal(started);
        Ok(())
    }

    fn append(&mut self, event: &Recorded) -> Result<(), StoreError> {
        let events = self.attempts.get_mut(&event.event.attempt);
        let tail = events.as_ref().and_then(|events| events.last()).map(|last| Tail {
            seq: last.event.seq,
            digest: last.event.digest(),
            closed: chain::sealed(&last.event) == Some(Sealed::Closed),
        });
        chain::following(event, tail.as_ref())?;
        if let Some(events) = events {
            events.push(event.clone());
        }
        self.seal(event);
        Ok(())
    }

    fn events(&self, attempt: &AttemptId) -> Result<Vec<Recorded>, StoreError> {
        Ok(self.attempts.get(attempt).cloned().unwrap_or_default())
    }

    fn content(&self, digest: &Digest) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.contents.get(digest).cloned())
    }

    fn attempts(&self, learner: Option<&LearnerId>) -> Result<Vec<AttemptRow>, StoreError> {
        let mut rows: Vec<_> = self.attempts.values().filter_map(|events| row(events)).collect();
        rows.retain(|row| learner.is_none_or(|learner| row.learner == *learner));
        rows.sort_by(|a, b| (b.last, &b.id).cmp(&(a.last, &a.id)));
        Ok(rows)
    }

    fn ledger(&self) -> Result<Vec<LedgerLine>, StoreError> {
        Ok(self.ledger.clone())
    }

    fn hold(&self, attempt: &AttemptId) -> Result<Hold, StoreError> {
        if !self.held.borrow_mut().insert(attempt.clone()) {
            return Err(StoreError::Busy(attempt.clone()));
        }
        Ok(Hold::new(Held { id: attempt.clone(), held: Rc::clone(&self.held) }))
    }
}

fn owner(events: &[Recorded]) -> Option<&LearnerId> {
    match &events.first()?.event.body {
        Body::Started { plan } => Some(&plan.learner),
        _ => None,
    }
}

fn row(events: &[Recorded]) -> Option<AttemptRow> {
    let (first, last) = (&events.first()?.event, &events.last()?.event);
    let Body::Started { plan } = &first.body else { return None };
    Some(AttemptRow {
        id: first.attempt.clone(),
        learner: plan.learner.clone(),
        subject: plan.subject.clone(),
        started: first.at,
        last: last.at,
        events: last.seq + 1,
        closed: chain::sealed(last) == Some(Sealed::Closed),
    })
}
