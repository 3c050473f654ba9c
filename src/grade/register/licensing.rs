//! How licences stand: issued, waiting for a second person, suspended, revoked, fulfilled.
//!
//! What takes two persons waits until another issuer agrees, and comes to nothing before; the licence itself says what that is. A
//! licence and those that it follows stand and fall together: whoever lost the new one does not work with the old one.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::Register;
use crate::attempt::act::{Act, Change, Changed, Deed, Signed, Terms};
use crate::base::digest::Digest;
use crate::base::id::{ActId, Did, LearnerId, LicenceNumber, StaffId};
use crate::base::moment::Moment;
use crate::model::word::Weighty;

/// What was taken from a licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Not to be worked with for now.
    Suspended {
        /// It ends by itself then; `None`: not before somebody reinstates it.
        until: Option<Moment>,
    },
    /// Taken back for good.
    Revoked,
}

/// What was taken from a licence, when, by whom, and in which act: its reason lies beside that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taking {
    /// What.
    pub what: Taken,
    /// Since when.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// The act.
    pub act: ActId,
}

/// An act that waits for a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The act.
    pub act: ActId,
    /// What the ledger seals of it: that is what the second person signs.
    pub sealed: Digest,
    /// Since when.
    pub at: Moment,
    /// Who proposed it.
    pub by: StaffId,
    /// What: to issue a licence, or to change how one stands.
    pub deed: Deed,
    /// The keys that staff had then. Whoever proposes may appoint and bind keys: a key made since is nobody's second opinion.
    pub keys: BTreeSet<Did>,
}

impl Waiting {
    /// The licence that it is about.
    pub fn number(&self) -> Option<&LicenceNumber> {
        match &self.deed {
            Deed::Issued(issued) => Some(&issued.number),
            Deed::Changed(changed) => Some(&changed.number),
            _ => None,
        }
    }

    /// Whom it is about.
    pub fn learner(&self) -> Option<&LearnerId> {
        match &self.deed {
            Deed::Issued(issued) => Some(&issued.learner),
            Deed::Changed(changed) => Some(&changed.learner),
            _ => None,
        }
    }
}

impl Taking {
    /// What is taken now: a suspension may have ended by itself.
    pub fn now(&self, now: Moment) -> Option<Taken> {
        let over = matches!(self.what, Taken::Suspended { until: Some(until) } if until <= now);
        (!over).then_some(self.what)
    }
}

impl Register {
    /// What is taken from a licence now.
    pub fn taken(&self, number: &LicenceNumber, now: Moment) -> Option<Taken> {
        self.taken.get(number)?.now(now)
    }

    /// Of the licences of an issuing key, by their serials, those that are suspended or revoked now: what its status lists say.
    pub fn standing_of_serials(&self, issuer: &Did, now: Moment) -> BTreeMap<u32, Taken> {
        let theirs = self.issued.iter().map(|(_, _, issued)| issued).filter(|issued| issued.issuer == *issuer);
        theirs.filter_map(|issued| Some((issued.serial, self.taken(&issued.number, now)?))).collect()
    }

    /// Takes an act about a licence that was signed by an issuer.
    pub(super) fn license(&mut self, signed: &Signed, who: StaffId) {
        let act = &signed.act;
        match &act.deed {
            Deed::Seconded { of, sealed, refused, .. } => self.second(act, (of, *sealed), refused.is_none(), who),
            deed if self.takes_two(deed) => {
                let (act, sealed, at) = (act.id.clone(), signed.digest(), act.at);
                let keys = self.staff.keys().cloned().collect();
                self.waiting.push(Waiting { act, sealed, at, by: who, deed: deed.clone(), keys });
            }
            deed => {
                let _ = self.settle(deed, act.at, who, &act.id);
            }
        }
    }

    /// Whether it comes to nothing before a second person agrees.
    fn takes_two(&self, deed: &Deed) -> bool {
        let says = |terms: &Terms, what: Weighty| terms.two_persons.contains(&what);
        match deed {
            Deed::Issued(issued) => says(&issued.terms, Weighty::Issue),
            Deed::Changed(it) => self.licence(&it.number).is_some_and(|licence| says(&licence.terms, it.change.weighty())),
            _ => false,
        }
    }

    /// Whoever proposed may take it back, but only another agrees.
    fn second(&mut self, act: &Act, (of, sealed): (&ActId, Digest), agreed: bool, who: StaffId) {
        let other = |it: &Waiting| it.by != who && it.keys.contains(&act.key);
        let found = self.waiting.iter().position(|it| it.act == *of && it.sealed == sealed && (!agreed || other(it)));
        let Some(place) = found else { return };
        let waiting = self.waiting.remove(place);
        self.counted.insert(act.id.clone(), who);
        if agreed && self.settle(&waiting.deed, act.at, waiting.by.clone(), &waiting.act) {
            self.counted.insert(waiting.act, waiting.by);
        }
    }

    /// What it comes to; whether it does.
    fn settle(&mut self, deed: &Deed, at: Moment, who: StaffId, act: &ActId) -> bool {
        match deed {
            // A key that is retired signs nothing new.
            Deed::Issued(issued) if self.retired.contains_key(&issued.issuer) => false,
            Deed::Issued(issued) => {
                self.enter(at, who, issued);
                true
            }
            Deed::Changed(changed) => self.change(changed, Taking { what: Taken::Revoked, at, by: who, act: act.clone() }),
            _ => false,
        }
    }

    /// Changes how a licence stands, and with it those it follows; whether that could be. What is revoked stays so.
    fn change(&mut self, changed: &Changed, taking: Taking) -> bool {
        let Some(licence) = self.licence(&changed.number).filter(|it| it.learner == changed.learner) else { return false };
        let there = self.taken.get(&changed.number).map(|taking| taking.what);
        let fits = match (changed.change, there) {
            (_, Some(Taken::Revoked)) => false,
            (Change::Reinstated, there) => there.is_some(),
            (Change::Fulfilled, _) => licence.terms.provisional,
            (Change::Suspended { .. } | Change::Revoked, _) => true,
        };
        if !fits {
            return false;
        }
        let what = match changed.change {
            Change::Fulfilled => {
                self.fulfilled.insert(changed.number.clone(), taking.act);
                return true;
            }
            Change::Reinstated => None,
            Change::Suspended { until } => Some(Taken::Suspended { until }),
            Change::Revoked => Some(Taken::Revoked),
        };
        for number in self.line(&changed.number) {
            match what {
                _ if self.taken.get(&number).is_some_and(|it| it.what == Taken::Revoked) => {}
                Some(what) => drop(self.taken.insert(number, Taking { what, ..taking.clone() })),
                None => drop(self.taken.remove(&number)),
            }
        }
        true
    }

    /// A licence and those that it follows, of the same person.
    pub fn line(&self, number: &LicenceNumber) -> Vec<LicenceNumber> {
        let mut line: Vec<LicenceNumber> = Vec::new();
        let mut next = self.licence(number);
        let whose = next.map(|it| &it.learner);
        // One that leads back to itself was made by hand.
        while let Some(licence) = next.filter(|it| Some(&it.learner) == whose && !line.contains(&it.number)) {
            line.push(licence.number.clone());
            next = licence.terms.follows.as_ref().and_then(|before| self.licence(before));
        }
        line
    }
}

#[cfg(test)]
mod tests;
