//! Whether the attempts of a parcel hold: each has to be whole, sealed by its PC's ledger, in its sitting, and to come to the grade that
//! it was closed with, walked again under the content it was sat with.
//!
//! An attempt is first taken into an empty store in memory, with what is known here of its sender: what holds there holds. What is here
//! already is not walked once more.

use std::collections::{BTreeMap, BTreeSet};

use super::judge::{Seals, may};
use super::known::Known;
use super::refused::Refused;
use crate::attempt::act::{Act, Deed, Minute};
use crate::attempt::event::{Beside, Body, Event, Recorded};
use crate::attempt::plan::Plan;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LearnerId, SittingId};
use crate::cli::failure::Failure;
use crate::cli::recall::Books;
use crate::cli::registry::Registry;
use crate::cli::retention::words_of;
use crate::cli::sitting::{Paper, opened_here};
use crate::grade::register::minutes;
use crate::model::frozen::Frozen;
use crate::store::memory::Memory;
use crate::store::parcel::Brought;
use crate::store::{Parcel, Sealed, Store, chain};

/// What came of a parcel's attempts.
#[derive(Default)]
pub struct AllTried {
    /// Those that are taken.
    pub good: Vec<Brought>,
    /// The content that these used.
    pub contents: BTreeMap<Digest, String>,
    /// How many are here already.
    pub known: usize,
    /// Those that are not taken.
    pub bad: BTreeSet<AttemptId>,
    /// Why.
    pub refused: Vec<Refused>,
}

/// Holds all attempts of a parcel against what is known here.
///
/// # Errors
/// `Failure` of this store.
pub fn attempts(store: &dyn Store, here: &Known, (parcel, seals): (&Parcel, &Seals<'_>)) -> Result<AllTried, Failure> {
    let papers = papers(store, &here.registry, parcel)?;
    let sent = parcel.contents.iter().map(|(digest, json)| (*digest, json.as_str())).collect();
    let trial = Trial { store, here, parcel, seals, papers: &papers, sent };
    let mut out = AllTried::default();
    for brought in &parcel.attempts {
        match trial.attempt(brought)? {
            Ok(Tried::Known) => out.known += 1,
            Ok(Tried::New(used)) => {
                out.contents.extend(used);
                out.good.push(without_words(brought, &here.gone));
            }
            Err(why) => {
                out.bad.insert(brought.attempt.clone());
                let events: Vec<&Event> = brought.events.iter().map(|(event, _)| event).collect();
                out.refused.push(why.seen(Digest::of(&events)));
            }
        }
    }
    Ok(out)
}

/// The papers of the sittings that these attempts belong to, where they were called from here.
fn papers(store: &dyn Store, registry: &Registry, parcel: &Parcel) -> Result<BTreeMap<SittingId, Paper>, Failure> {
    let first = |brought: &Brought| match &brought.events.first()?.0.body {
        Body::Started { plan } => plan.exam.as_ref()?.sitting.clone(),
        _ => None,
    };
    let mut papers = BTreeMap::new();
    for id in parcel.attempts.iter().filter_map(first).collect::<BTreeSet<_>>() {
        let sitting = registry.register.sittings.get(&id);
        let paper = sitting.map(|it| opened_here(store, &id, it)).transpose()?.flatten();
        papers.extend(paper.map(|paper| (id, paper)));
    }
    Ok(papers)
}

/// An attempt as it is kept: of somebody who was erased here without what was typed.
fn without_words(brought: &Brought, gone: &BTreeSet<LearnerId>) -> Brought {
    let mut brought = brought.clone();
    let erased = |event: &Event| matches!(&event.body, Body::Started { plan } if gone.contains(&plan.learner));
    if brought.events.first().is_some_and(|(first, _)| erased(first)) {
        brought.events.iter_mut().for_each(|(_, beside)| *beside = None);
    }
    brought
}

/// What an attempt that came is held against.
struct Trial<'t> {
    store: &'t dyn Store,
    /// What is known here: who is staff, which sittings were called, whose words are gone.
    here: &'t Known,
    parcel: &'t Parcel,
    /// What the sender's ledger seals.
    seals: &'t Seals<'t>,
    /// The papers of sittings that were called from here.
    papers: &'t BTreeMap<SittingId, Paper>,
    /// The content that came along.
    sent: BTreeMap<Digest, &'t str>,
}

/// An attempt that holds.
enum Tried {
    /// It is here, event by event, and was looked at when it came.
    Known,
    /// The content that it used.
    New(Vec<(Digest, String)>),
}

impl Trial<'_> {
    /// What comes of an attempt; `Err`: why it is not taken.
    fn attempt(&self, brought: &Brought) -> Result<Result<Tried, Refused>, Failure> {
        let id = &brought.attempt;
        let no = |key| Ok(Err(Refused::new(key, id.short())));
        let Some((first, _)) = brought.events.first() else { return no("refused-attempt") };
        let Body::Started { plan } = &first.body else { return no("refused-attempt") };
        if *id != first.attempt {
            return no("refused-attempt");
        }
        let closed = brought.events.last().filter(|(last, _)| matches!(last.body, Body::Closed { .. }));
        let sealed = self.seals.hold(&Sealed::Started { attempt: id.clone() }, first.digest())
            && closed.is_none_or(|(last, _)| self.seals.hold(&Sealed::Closed { attempt: id.clone() }, last.digest()));
        if !sealed {
            return no("refused-unsealed");
        }
        // What is here already has to be the beginning of it.
        let here = self.store.events(id)?;
        if here.iter().zip(&brought.events).any(|(here, (sent, _))| here.event != *sent) {
            return no("refused-other");
        }
        if let Some(why) = self.misplaced(id, plan) {
            return Ok(Err(why));
        }
        if !brought.events.iter().all(|(event, _)| self.is_given(event)) {
            return no("refused-extended");
        }
        // Words are never taken in afterwards: those that came are what is here, or there are none.
        let adds = |(here, (_, sent)): (&Recorded, &(Event, Option<Beside>))| sent.is_some() && here.beside != *sent;
        if here.len() >= brought.events.len() && !here.iter().zip(&brought.events).any(adds) {
            return Ok(Ok(Tried::Known));
        }
        let Some(contents) = self.contents(plan)? else { return no("refused-content") };
        let holds = self.walks(brought, plan, &contents);
        Ok(if holds { Ok(Tried::New(contents)) } else { Err(Refused::new("refused-grade", id.short())) })
    }

    /// Why an exam of a sitting is not taken, where its sitting says otherwise.
    fn misplaced(&self, id: &AttemptId, plan: &Plan) -> Option<Refused> {
        let sitting = plan.exam.as_ref()?.sitting.as_ref()?;
        if !self.here.registry.register.sittings.contains_key(sitting) {
            return Some(Refused::new("refused-no-sitting", sitting.short()));
        }
        if !self.papers.contains_key(sitting) {
            return Some(Refused::new("refused-papers-lost", sitting.short()));
        }
        (!self.seats(plan, sitting)).then(|| Refused::new("refused-sitting", id.short()))
    }

    /// Whether a sitting was called to which this candidate was, and the exam is the one that was laid out then.
    fn seats(&self, plan: &Plan, sitting: &SittingId) -> bool {
        let called = self.here.registry.register.sittings.get(sitting).is_some_and(|it| {
            it.called.candidates.contains(&plan.learner) && it.called.licence.as_str() == plan.subject.parts().1
        });
        called && self.papers.get(sitting).is_none_or(|paper| paper.is_of(plan))
    }

    /// Whether more time in an exam is what somebody on the staff signed for.
    fn is_given(&self, event: &Event) -> bool {
        let Body::Extended { act: id, by } = &event.body else { return true };
        let is_it = |act: &Act| {
            let minute = if let Deed::Sitting(it) = &act.deed { Some(&it.what) } else { None };
            let (attempt, count) = match minute {
                Some(Minute::Extended { attempt, minutes, .. }) => (attempt, *minutes),
                _ => return false,
            };
            act.id == *id && *attempt == event.attempt && minutes(count) == *by
        };
        let registry = &self.here.registry;
        let sent = self.parcel.acts.iter().filter(|it| may(registry, it, false)).map(|it| &it.act);
        sent.chain(registry.acts.iter().map(|it| &it.act)).any(is_it)
    }

    /// Content that lies sealed where the attempt was made, and open here.
    fn in_paper(&self, digest: &Digest) -> Option<String> {
        let (_, bytes) =
            self.papers.values().flat_map(|paper| &paper.contents).map(Frozen::sealed).find(|(it, _)| it == digest)?;
        String::from_utf8(bytes).ok()
    }

    /// All content that a plan names, as it was sent or is here already; `None` where any is missing or changed.
    fn contents(&self, plan: &Plan) -> Result<Option<Vec<(Digest, String)>>, Failure> {
        let mut out = Vec::new();
        for digest in plan.contents().collect::<BTreeSet<_>>() {
            let found = match self.sent.get(&digest) {
                Some(json) => Some((*json).to_owned()),
                None => self.store.content(&digest)?.and_then(|bytes| String::from_utf8(bytes).ok()),
            };
            let found = found.or_else(|| self.in_paper(&digest));
            let Some(json) = found.filter(|json| Digest::of_bytes(json.as_bytes()) == digest) else { return Ok(None) };
            out.push((digest, json));
        }
        Ok(Some(out))
    }

    /// Whether an attempt goes together and comes to the grade that it was closed with. Where words that the grade rests on are missing
    /// nobody can tell: that is believed only where they are gone here as well.
    fn walks(&self, brought: &Brought, plan: &Plan, contents: &[(Digest, String)]) -> bool {
        let mut trial = Memory::default();
        let parcel = Parcel {
            from: self.parcel.from.clone(),
            lines: self.seals.of_attempt(&brought.attempt),
            attempts: vec![brought.clone()],
            contents: contents.to_vec(),
            acts: vec![],
            sayings: vec![],
            learners: vec![],
            staff: vec![],
            assigned: None,
        };
        if trial.take(&parcel).is_err() {
            return false;
        }
        let books = Books::open(&trial).map(|books| books.with_contents(self.here.contents.clone()));
        let kept = books.and_then(|books| books.recall(&trial, &brought.attempt));
        // Of an exam nothing that was sealed beside it is missing, its holder's name no more than a reply.
        let is_missing = |(event, beside): &(Event, Option<Beside>)| beside.is_none() && chain::words(event).is_some();
        let lacks = plan.exam.is_some() && brought.events.iter().any(is_missing);
        kept.is_ok_and(|kept| (kept.recomputed && !lacks) || self.may_lack_words(brought, plan))
    }

    /// Whether typed words of an attempt are gone here too: with their person, or because their time was over.
    fn may_lack_words(&self, brought: &Brought, plan: &Plan) -> bool {
        let until = self.here.let_go.get(&words_of(&plan.subject));
        let is_over = brought.events.last().zip(until).is_some_and(|((last, _), until)| last.at <= *until);
        is_over || self.here.gone.contains(&plan.learner)
    }
}
