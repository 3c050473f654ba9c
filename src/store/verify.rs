//! Whether a store holds together: every attempt's chain, the content they used, the acts about them, and the ledger over all.
//!
//! Any change, insertion, deletion or reordering inside is found. A cut tail, or a store rebuilt from the start, is found only
//! against something kept elsewhere; that is the caller's. An examiner's `Admitted` is one such thing: it is signed, and names the
//! ledger's head of its time.

use std::collections::{BTreeMap, BTreeSet};

use super::flaw::{Break, Flaw};
use super::ledger::{self, LedgerLine, Ledgers, Sealed};
use super::{AttemptRow, Store, StoreError, acts, chain, sealed};
use crate::attempt::act::{Named, Signed};
use crate::attempt::event::{Body, Recorded};
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, Did};

/// Whether this key signed the act of this digest so: `credential::acts::verify`.
pub type Signs<'a> = &'a dyn Fn(&Digest, &Did, &str) -> bool;

/// Goes through everything: all flaws found, of the attempts, the acts and the ledger, in this order; of an attempt the first, and
/// of the acts the first that does not read.
///
/// Others may write meanwhile, so what is read first must be found again in what is read later, never the other way round: an act
/// comes after the attempts it names, and what is there after nothing has its line.
///
/// # Errors
/// `StoreError` where the store cannot be read at all (`Damaged` is no error here).
pub fn verify(store: &dyn Store, signs: Signs<'_>) -> Result<Vec<Flaw>, StoreError> {
    verify_step(store, signs, &mut || {})
}

/// The same; `step` is called after each attempt.
///
/// # Errors
/// As `verify`.
pub fn verify_step(store: &dyn Store, signs: Signs<'_>, step: &mut dyn FnMut()) -> Result<Vec<Flaw>, StoreError> {
    let mut found = Found {
        store,
        seals: BTreeMap::new(),
        broken: BTreeSet::new(),
        early: BTreeSet::new(),
        checked: BTreeSet::new(),
        flaws: Vec::new(),
    };
    let Some(before) = found.sound(store.ledger())? else { return Ok(found.flaws) };
    let acts = found.sound(store.acts())?;
    let Some(rows) = found.sound(store.attempts(None))? else { return Ok(found.flaws) };
    for row in &rows {
        found.attempt(row)?;
        step();
    }
    let Some(ledgers) = found.sound(store.ledgers())? else { return Ok(found.flaws) };
    let all: Vec<&LedgerLine> = ledgers.own.iter().chain(ledgers.copies.values().flatten()).collect();
    if let Some(acts) = &acts {
        found.early = early(&ledgers);
        found.acts(acts, &all, signs)?;
    }
    found.flaws.extend(ledger::breaks(&ledgers.own));
    found.flaws.extend(ledgers.copies.iter().flat_map(|(from, lines)| ledger::breaks_in_copy(from, lines)));
    found.sealed(&before, acts.is_some());
    found.copied(&ledgers);
    let lines: BTreeSet<_> = all.iter().map(|line| &line.what).collect();
    found.flaws.extend(found.seals.into_keys().filter(|what| !lines.contains(what)).map(Flaw::Unsealed));
    Ok(found.flaws)
}

/// What was met so far.
struct Found<'s> {
    store: &'s dyn Store,
    /// What has to be in the ledger, with its digest.
    seals: BTreeMap<Sealed, Digest>,
    /// Attempts that do not read.
    broken: BTreeSet<AttemptId>,
    /// Acts of other stores of which lines are still missing: what they name may be in these.
    early: BTreeSet<ActId>,
    /// Content looked at.
    checked: BTreeSet<Digest>,
    flaws: Vec<Flaw>,
}

impl Found<'_> {
    /// What was read; a flaw met on the way goes with the others.
    fn sound<T>(&mut self, read: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
        match read {
            Ok(it) => Ok(Some(it)),
            Err(StoreError::Damaged(flaw)) => {
                self.flaws.push(flaw);
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }

    /// An attempt: its chain, its row, its content.
    fn attempt(&mut self, row: &AttemptRow) -> Result<(), StoreError> {
        let Some(events) = self.sound(self.store.events(&row.id))? else {
            self.broken.insert(row.id.clone());
            return Ok(());
        };
        if !fits(row, &events) {
            self.flaws.push(Flaw::Row(row.id.clone()));
        }
        self.contents(&events)?;
        let sealed = |r: &Recorded| chain::sealed(&r.event).map(|what| (what, r.event.digest()));
        self.seals.extend(events.iter().filter_map(sealed));
        Ok(())
    }

    /// The content an attempt used, each once.
    fn contents(&mut self, events: &[Recorded]) -> Result<(), StoreError> {
        let Some(Body::Started { plan }) = events.first().map(|r| &r.event.body) else { return Ok(()) };
        // What is sealed here was looked at by whoever sealed it, and is again when it comes back there.
        if sealed::sealed_in(self.store, plan).unwrap_or_default().is_some() {
            return Ok(());
        }
        for digest in plan.contents() {
            if self.checked.insert(digest) && self.sound(self.store.content(&digest))?.is_some_and(|kept| kept.is_none()) {
                self.flaws.push(Flaw::Lost(digest));
            }
        }
        Ok(())
    }

    /// The acts: whose they are, what they name, and that no licence is there twice.
    fn acts(&mut self, acts: &[Signed], ledger: &[&LedgerLine], signs: Signs<'_>) -> Result<(), StoreError> {
        let lines: BTreeSet<Digest> = ledger.iter().map(|line| line.digest()).collect();
        let (mut numbers, mut serials) = (BTreeSet::new(), BTreeSet::new());
        for signed in acts {
            let flaw = |what| Flaw::Act { act: signed.act.id.clone(), what };
            if !signs(&signed.act.digest(), &signed.act.key, &signed.signature) {
                self.flaws.push(flaw(Break::Signature));
            }
            for named in signed.act.deed.names() {
                if !self.early.contains(&signed.act.id) && !self.there(named, &lines)? {
                    self.flaws.push(flaw(Break::Named));
                }
            }
            if let Some(issued) = acts::issued(signed) {
                let (number, serial) = (numbers.insert(&issued.number), serials.insert((&issued.issuer, issued.serial)));
                if !(number && serial) {
                    self.flaws.push(Flaw::Twice(issued.number.clone()));
                }
                let _ = self.sound(self.store.credential(&issued.number))?;
            }
            self.seals.insert(Sealed::Act { act: signed.act.id.clone() }, signed.digest());
        }
        Ok(())
    }

    /// Whether what an act names was found; of an attempt that does not read it is not asked. Nor is asked which line it was: one
    /// after the act would have to hold its own digest.
    fn there(&mut self, named: Named<'_>, lines: &BTreeSet<Digest>) -> Result<bool, StoreError> {
        if let Named::Content(digest) = named {
            return Ok(self.sound(self.store.content(&digest))?.is_none_or(|kept| kept.is_some()));
        }
        let seal = |what: Sealed| self.seals.get(&what).copied();
        Ok(match named {
            _ if named.attempt().is_some_and(|attempt| self.broken.contains(attempt)) => true,
            Named::Attempt(attempt) => seal(Sealed::Started { attempt: attempt.clone() }).is_some(),
            Named::Closed(attempt, digest) => seal(Sealed::Closed { attempt: attempt.clone() }) == Some(digest),
            Named::Event(attempt, digest) => self.store.events(attempt)?.iter().any(|r| r.event.digest() == digest),
            Named::Line(head) => lines.contains(&head),
            Named::Content(_) => true,
            Named::Act(act, sealed) => seal(Sealed::Act { act: act.clone() }) == Some(sealed),
        })
    }

    /// Whether what others' lines seal is what was found, where it was sent; and whether own lines say right up to where they go.
    fn copied(&mut self, ledgers: &Ledgers) {
        for (from, line) in ledgers.copies.iter().flat_map(|(from, lines)| lines.iter().map(move |line| (from, line))) {
            let other = self.seals.get(&line.what).is_some_and(|found| *found != line.digest);
            if other {
                self.flaws.push(Flaw::Copy { from: from.clone(), number: line.number, what: Break::Seal });
            }
        }
        for line in &ledgers.own {
            let Sealed::Copied { from, upto } = &line.what else { continue };
            let there = ledgers.copies.get(from).and_then(|lines| lines.iter().find(|it| it.number == *upto));
            if there.map(LedgerLine::digest) != Some(line.digest) {
                self.flaws.push(Flaw::Copy { from: from.clone(), number: *upto, what: Break::Seal });
            }
        }
    }

    /// Whether what these lines seal was found.
    fn sealed(&mut self, lines: &[LedgerLine], acts: bool) {
        for line in lines.iter().filter(|line| !matches!(line.what, Sealed::Copied { .. })) {
            let unread = line.what.attempt().map_or(!acts, |attempt| self.broken.contains(attempt));
            if !unread && self.seals.get(&line.what) != Some(&line.digest) {
                self.flaws.push(Flaw::Line { number: line.number, what: Break::Seal });
            }
        }
    }
}

/// The acts in ledgers of other stores that have gaps.
fn early(ledgers: &Ledgers) -> BTreeSet<ActId> {
    let with_gaps = ledgers.copies.values().filter(|lines| !ledger::gaps(lines).is_empty());
    with_gaps.flatten().filter_map(|line| line.what.act().cloned()).collect()
}

/// Whether a row says what the events said when it was read; there may be more of them by now.
fn fits(row: &AttemptRow, events: &[Recorded]) -> bool {
    let Some(then) = events.get(..row.events as usize) else { return false };
    let (Some(first), Some(last)) = (then.first(), then.last()) else { return false };
    let Body::Started { plan } = &first.event.body else { return false };
    row.learner == plan.learner
        && row.subject == plan.subject
        && row.started == first.event.at
        && row.last == last.event.at
        && row.closed == chain::closes(&last.event)
}
