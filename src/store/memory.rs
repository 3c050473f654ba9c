//! A store that ends with its process: for tests, for a look around, and as the shortest reading of the contract.

mod parcel;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::chain::{self, Tail};
use super::flaw::Flaw;
use super::ledger::{LedgerLine, Ledgers, Sealed};
use super::parcel::{Parcel, Taken};
use super::{Assignment, AttemptRow, Hold, Learner, LetGo, STORE_KEY, Staff, Store, StoreError, Whom, acts};
use crate::attempt::act::{Issued, Named, Signed};
use crate::attempt::event::{Body, Recorded};
use crate::attempt::plan::Subject;
use crate::attempt::saying::Saying;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Did, LearnerId, LicenceNumber, StaffId};
use crate::base::moment::Moment;

/// Everything in maps.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    learners: BTreeMap<LearnerId, Learner>,
    staff: BTreeMap<StaffId, Staff>,
    settings: BTreeMap<String, String>,
    assignments: Vec<Assignment>,
    contents: BTreeMap<Digest, Vec<u8>>,
    lent: BTreeMap<Digest, Vec<u8>>,
    attempts: BTreeMap<AttemptId, Vec<Recorded>>,
    acts: Vec<Signed>,
    sayings: Vec<Saying>,
    credentials: BTreeMap<LicenceNumber, String>,
    ledger: Vec<LedgerLine>,
    copies: BTreeMap<Did, Vec<LedgerLine>>,
    held: Rc<RefCell<BTreeSet<String>>>,
}

/// Takes its id off the list of those held.
struct Held {
    id: String,
    held: Rc<RefCell<BTreeSet<String>>>,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.held.borrow_mut().remove(&self.id);
    }
}

impl Memory {
    fn seal(&mut self, what: Option<Sealed>, digest: Digest) {
        let line = what.map(|what| LedgerLine::after(self.ledger.last(), what, digest));
        self.ledger.extend(line);
    }

    fn is_free(&self, learner: &Learner) -> Result<(), StoreError> {
        let Some(number) = &learner.staff_number else { return Ok(()) };
        match self.learners.values().any(|it| it.id != learner.id && it.staff_number.as_ref() == Some(number)) {
            true => Err(StoreError::StaffNumberTaken(number.clone())),
            false => Ok(()),
        }
    }

    fn knows(&self, named: Named<'_>) -> bool {
        let events = |attempt| self.attempts.get(attempt).map_or(&[][..], Vec::as_slice);
        match named {
            Named::Attempt(attempt) => self.attempts.contains_key(attempt),
            Named::Closed(attempt, digest) => {
                events(attempt).last().is_some_and(|last| chain::closes(&last.event) && last.event.digest() == digest)
            }
            Named::Event(attempt, digest) => events(attempt).iter().any(|it| it.event.digest() == digest),
            Named::Line(digest) => self.lines().any(|line| line.digest() == digest),
            Named::Content(digest) => self.contents.contains_key(&digest),
            Named::Act(act, sealed) => self.acts.iter().any(|it| it.act.id == *act && it.digest() == sealed),
        }
    }
}

impl Store for Memory {
    fn together(&mut self, write: &mut dyn FnMut(&mut dyn Store) -> bool) -> Result<(), StoreError> {
        let before = self.clone();
        if !write(self) {
            *self = before;
        }
        Ok(())
    }

    fn add_learner(&mut self, learner: &Learner) -> Result<(), StoreError> {
        if self.learners.contains_key(&learner.id) {
            return Err(StoreError::Other(format!("learner {} exists", learner.id)));
        }
        self.is_free(learner)?;
        self.learners.insert(learner.id.clone(), learner.clone());
        Ok(())
    }

    fn set_learner(&mut self, learner: &Learner) -> Result<(), StoreError> {
        match self.learners.get(&learner.id) {
            Some(kept) if kept.staff_number == learner.staff_number => {}
            Some(_) => self.is_free(learner)?,
            None => return Err(StoreError::Other(format!("there is no learner {}", learner.id))),
        }
        self.learners.insert(learner.id.clone(), learner.clone());
        Ok(())
    }

    fn enrol(&mut self, learners: &[Learner], step: &mut dyn FnMut()) -> Result<(), StoreError> {
        let before = self.learners.clone();
        for learner in learners {
            let known = self.learners.contains_key(&learner.id);
            let put = if known { self.set_learner(learner) } else { self.add_learner(learner) };
            if let Err(refused) = put {
                self.learners = before;
                return Err(refused);
            }
            step();
        }
        Ok(())
    }

    fn learners(&self) -> Result<Vec<Learner>, StoreError> {
        let mut all: Vec<_> = self.learners.values().cloned().collect();
        Learner::sort(&mut all);
        Ok(all)
    }

    fn add_staff(&mut self, staff: &Staff) -> Result<(), StoreError> {
        if self.staff.contains_key(&staff.id) {
            return Err(StoreError::Other(format!("staff {} exists", staff.id)));
        }
        self.staff.insert(staff.id.clone(), staff.clone());
        Ok(())
    }

    fn staff(&self) -> Result<Vec<Staff>, StoreError> {
        let mut all: Vec<_> = self.staff.values().cloned().collect();
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

    fn assign(&mut self, assignment: &Assignment) -> Result<(), StoreError> {
        self.withdraw(&assignment.what, &assignment.to)?;
        self.assignments.push(assignment.clone());
        Ok(())
    }

    fn withdraw(&mut self, what: &Subject, to: &Whom) -> Result<bool, StoreError> {
        let before = self.assignments.len();
        self.assignments.retain(|it| it.what != *what || it.to != *to);
        Ok(self.assignments.len() < before)
    }

    fn assignments(&self) -> Result<Vec<Assignment>, StoreError> {
        let mut all = self.assignments.clone();
        all.sort_by(|a, b| (a.at, a.what.parts(), a.to.parts()).cmp(&(b.at, b.what.parts(), b.to.parts())));
        Ok(all)
    }

    fn erase(&mut self, learner: &LearnerId) -> Result<(), StoreError> {
        self.learners.remove(learner);
        let mut theirs = BTreeSet::new();
        for (id, events) in &mut self.attempts {
            if owner(events) == Some(learner) {
                events.iter_mut().for_each(|event| event.beside = None);
                theirs.insert(id.clone());
            }
        }
        self.sayings.retain(|saying| !theirs.contains(&saying.attempt));
        self.assignments.retain(|it| it.to != Whom::Learner(learner.clone()));
        for signed in self.acts.iter_mut().filter(|signed| signed.act.deed.concerns(learner, &theirs)) {
            signed.beside = None;
            acts::issued(signed).map(|issued| self.credentials.remove(&issued.number));
        }
        Ok(())
    }

    fn let_go(&mut self, what: &LetGo) -> Result<(), StoreError> {
        for (_, events) in self.attempts.iter_mut().filter(|(id, _)| what.words.contains(*id)) {
            events.iter_mut().for_each(|event| event.beside = None);
        }
        self.sayings.retain(|saying| !what.said.contains(&saying.id));
        self.acts.iter_mut().filter(|it| what.reasons.contains(&it.act.id)).for_each(|it| it.beside = None);
        Ok(())
    }

    fn erase_staff(&mut self, staff: &StaffId) -> Result<(), StoreError> {
        self.staff.remove(staff);
        Ok(())
    }

    fn begin(&mut self, started: &Recorded, contents: &[(Digest, Vec<u8>)]) -> Result<(), StoreError> {
        chain::opening(started, contents)?;
        let id = &started.event.attempt;
        if self.attempts.contains_key(id) {
            return Err(StoreError::Conflict(id.clone()));
        }
        self.contents.extend(contents.iter().filter(|(digest, _)| !self.lent.contains_key(digest)).cloned());
        self.attempts.insert(id.clone(), vec![started.clone()]);
        self.seal(chain::sealed(&started.event), started.event.digest());
        Ok(())
    }

    fn append(&mut self, event: &Recorded) -> Result<(), StoreError> {
        let started = Sealed::Started { attempt: event.event.attempt.clone() };
        if self.copies.values().flatten().any(|line| line.what == started) {
            return Err(StoreError::Elsewhere(event.event.attempt.clone()));
        }
        let events = self.attempts.get_mut(&event.event.attempt);
        let tail = events.as_ref().and_then(|events| events.last()).map(|last| Tail {
            seq: last.event.seq,
            digest: last.event.digest(),
            closed: chain::closes(&last.event),
        });
        chain::following(event, tail.as_ref())?;
        if let Some(events) = events {
            events.push(event.clone());
        }
        self.seal(chain::sealed(&event.event), event.event.digest());
        Ok(())
    }

    fn keep(&mut self, contents: &[(Digest, Vec<u8>)]) -> Result<(), StoreError> {
        chain::named_right(contents)?;
        self.contents.extend(contents.iter().cloned());
        Ok(())
    }

    fn act(&mut self, act: &Signed, credential: Option<&str>) -> Result<(), StoreError> {
        let credential = acts::coming(act, credential)?;
        if !act.act.deed.names().into_iter().all(|named| self.knows(named)) {
            return Err(acts::astray(act));
        }
        if self.acts.iter().any(|it| it.act.id == act.act.id) {
            return Err(StoreError::ActExists(act.act.id.clone()));
        }
        if let (Some(new), Some(credential)) = (acts::issued(act), credential) {
            let same = |it: &Issued| it.number == new.number || (&it.issuer, it.serial) == (&new.issuer, new.serial);
            if self.acts.iter().filter_map(acts::issued).any(same) {
                return Err(StoreError::Taken(new.number.clone()));
            }
            self.credentials.insert(new.number.clone(), credential);
        }
        self.acts.push(act.clone());
        self.seal(Some(Sealed::Act { act: act.act.id.clone() }), act.digest());
        Ok(())
    }

    fn acts_along(&self, happened: &[LedgerLine]) -> Result<Vec<Signed>, StoreError> {
        let place = |signed: &Signed| happened.iter().position(|line| line.what.act() == Some(&signed.act.id));
        let mut acts = self.acts.clone();
        acts.sort_by_cached_key(place);
        Ok(acts)
    }

    fn credential(&self, number: &LicenceNumber) -> Result<Option<String>, StoreError> {
        Ok(self.credentials.get(number).cloned())
    }

    fn say(&mut self, saying: &Saying) -> Result<(), StoreError> {
        if !self.attempts.contains_key(&saying.attempt) || self.sayings.iter().any(|it| it.id == saying.id) {
            return Err(StoreError::Other(format!("saying {} cannot be added", saying.id)));
        }
        self.sayings.push(saying.clone());
        Ok(())
    }

    fn sayings(&self, learner: Option<&LearnerId>) -> Result<Vec<Saying>, StoreError> {
        let whose = |saying: &Saying| self.attempts.get(&saying.attempt).and_then(|events| owner(events));
        Ok(self.sayings.iter().filter(|saying| learner.is_none() || whose(saying) == learner).cloned().collect())
    }

    fn events(&self, attempt: &AttemptId) -> Result<Vec<Recorded>, StoreError> {
        Ok(self.attempts.get(attempt).cloned().unwrap_or_default())
    }

    fn content(&self, digest: &Digest) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.contents.get(digest).or_else(|| self.lent.get(digest)).cloned())
    }

    fn lend(&mut self, contents: Vec<(Digest, Vec<u8>)>) {
        self.lent.extend(contents);
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

    fn ledgers(&self) -> Result<Ledgers, StoreError> {
        let me = self.settings.get(STORE_KEY).map(|did| did.as_str().into());
        Ok(Ledgers { me, own: self.ledger.clone(), copies: self.copies.clone() })
    }

    fn happened(&self) -> Result<Vec<LedgerLine>, StoreError> {
        let at = |what: &Sealed| self.moment(what).unwrap_or(Moment(i64::MIN));
        Ok(self.ledgers()?.happened(&at).into_iter().cloned().collect())
    }

    fn take(&mut self, parcel: &Parcel) -> Result<Taken, StoreError> {
        let before = self.clone();
        self.take_in(parcel).inspect_err(|_| *self = before)
    }

    fn head(&self) -> Result<Option<Digest>, StoreError> {
        Ok(self.ledger.last().map(LedgerLine::digest))
    }

    fn integrity(&self) -> Result<Vec<Flaw>, StoreError> {
        Ok(Vec::new())
    }

    fn hold(&self, attempt: &AttemptId) -> Result<Hold, StoreError> {
        self.take(attempt.to_string()).ok_or_else(|| StoreError::Busy(attempt.clone()))
    }

    fn hold_shortly(&self, attempt: &AttemptId) -> Result<Hold, StoreError> {
        self.hold(attempt)
    }

    fn hold_beginning(&self, learner: &LearnerId) -> Result<Hold, StoreError> {
        self.take(format!("beginning:{learner}")).ok_or_else(|| StoreError::Beginning(learner.clone()))
    }
}

impl Memory {
    /// Takes what has this name; `None` where it is taken.
    fn take(&self, name: String) -> Option<Hold> {
        let free = self.held.borrow_mut().insert(name.clone());
        free.then(|| Hold::new(Held { id: name, held: Rc::clone(&self.held) }))
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
        closed: chain::closes(last),
    })
}
