//! Taking in what another store sends, in memory: the shortest reading of that contract.

use super::Memory;
use crate::attempt::act::Signed;
use crate::attempt::event::{Body, Recorded};
use crate::base::digest::Digest;
use crate::base::moment::Moment;
use crate::store::chain::{self, Tail};
use crate::store::ledger::{LedgerLine, Sealed};
use crate::store::parcel::{Brought, Done, Parcel, Taken};
use crate::store::{Learner, Store as _, StoreError};

impl Memory {
    /// Takes a parcel in; where it fails, half of it may be there.
    pub(super) fn take_in(&mut self, parcel: &Parcel) -> Result<Taken, StoreError> {
        let mut taken = Taken::default();
        let copy = self.copies.entry(parcel.from.clone()).or_default();
        for line in &parcel.lines {
            match copy.binary_search_by_key(&line.number, |there| there.number) {
                Ok(n) if copy[n] == *line => {}
                Ok(_) => return Err(StoreError::Forked(parcel.from.clone(), line.number)),
                Err(n) => {
                    copy.insert(n, line.clone());
                    taken.lines += 1;
                }
            }
        }
        for learner in &parcel.learners {
            taken.learners += usize::from(self.welcome(learner)?);
        }
        for staff in &parcel.staff {
            self.staff.entry(staff.id.clone()).or_insert_with(|| staff.clone());
        }
        for (digest, json) in &parcel.contents {
            if Digest::of_bytes(json.as_bytes()) != *digest {
                return Err(StoreError::Other(format!("content {digest} has another digest")));
            }
            self.contents.insert(*digest, json.clone().into_bytes());
        }
        for brought in &parcel.attempts {
            let (new, longer) = self.bring(brought)?;
            taken.attempts += usize::from(new);
            taken.longer += usize::from(longer);
        }
        for done in &parcel.acts {
            taken.acts += usize::from(self.do_too(done));
        }
        for saying in &parcel.sayings {
            taken.sayings += usize::from(self.say(saying).is_ok());
        }
        if let Some(assigned) = &parcel.assigned {
            self.assignments.clone_from(assigned);
        }
        if let Some(last) = parcel.lines.last().filter(|_| taken.lines > 0) {
            let what = Sealed::Copied { from: parcel.from.clone(), upto: last.number };
            self.seal(Some(what), last.digest());
        }
        Ok(taken)
    }

    fn welcome(&mut self, learner: &Learner) -> Result<bool, StoreError> {
        if self.learners.contains_key(&learner.id) {
            return Ok(false);
        }
        match self.add_learner(learner) {
            Err(StoreError::StaffNumberTaken(_)) => self.add_learner(&Learner { staff_number: None, ..learner.clone() })?,
            other => other?,
        }
        Ok(true)
    }

    fn bring(&mut self, brought: &Brought) -> Result<(bool, bool), StoreError> {
        let conflict = || StoreError::Conflict(brought.attempt.clone());
        let all: Vec<Recorded> =
            brought.events.iter().map(|(event, beside)| Recorded { event: event.clone(), beside: beside.clone() }).collect();
        let first = all.first().ok_or_else(conflict)?;
        let plan = chain::beginning(first)?;
        if let Some(digest) = plan.contents().find(|digest| !self.contents.contains_key(digest)) {
            return Err(StoreError::Other(format!("content {digest} is missing")));
        }
        let there = self.attempts.entry(brought.attempt.clone()).or_default();
        let before = there.len();
        if there.iter().zip(&all).any(|(here, new)| here.event != new.event) {
            return Err(conflict());
        }
        for next in all.iter().skip(before) {
            let tail = there.last().map(|last| Tail {
                seq: last.event.seq,
                digest: last.event.digest(),
                closed: chain::closes(&last.event),
            });
            if tail.is_some() {
                chain::following(next, tail.as_ref())?;
            }
            there.push(next.clone());
        }
        Ok((before == 0, before > 0 && there.len() > before))
    }

    fn do_too(&mut self, done: &Done) -> bool {
        if self.acts.iter().any(|it| it.act.id == done.act.id) {
            return false;
        }
        let signed = Signed { act: done.act.clone(), signature: done.signature.clone(), beside: done.beside.clone() };
        if let (Some(issued), Some(credential)) = (crate::store::acts::issued(&signed), &done.credential) {
            self.credentials.insert(issued.number.clone(), credential.clone());
        }
        self.acts.push(signed);
        true
    }

    /// All lines, the own ones first.
    pub(super) fn lines(&self) -> impl Iterator<Item = &LedgerLine> {
        self.ledger.iter().chain(self.copies.values().flatten())
    }

    /// When what is sealed was done.
    pub(super) fn moment(&self, what: &Sealed) -> Option<Moment> {
        match what {
            Sealed::Started { attempt } => Some(self.attempts.get(attempt)?.first()?.event.at),
            Sealed::Closed { attempt } => {
                self.attempts.get(attempt)?.last().filter(|it| matches!(it.event.body, Body::Closed { .. })).map(|it| it.event.at)
            }
            Sealed::Act { act } => self.acts.iter().find(|it| it.act.id == *act).map(|it| it.act.at),
            Sealed::Copied { .. } => None,
        }
    }
}
