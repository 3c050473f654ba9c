//! What of a parcel is believed. Its lines have to follow one another and those known before; every attempt has to be whole, sealed by
//! these lines, and to come to the grade that it was closed with, walked again under the content it was sat with; an act has to be
//! signed by somebody whom this store knows.
//!
//! A parcel is first taken into an empty store in memory, with what is known here of its sender: what holds there holds.

use std::collections::{BTreeMap, BTreeSet};

use super::concluded;
use super::refused::Refused;
use super::regraded::Shelf;
use crate::attempt::act::{Act, Deed, Minute, Named, StaffRole};
use crate::attempt::event::{Body, Event};
use crate::attempt::plan::Plan;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LearnerId, SittingId};
use crate::base::name;
use crate::cli::erase;
use crate::cli::failure::Failure;
use crate::cli::parcel::{Letter, Restored};
use crate::cli::recall::Books;
use crate::cli::registry::Registry;
use crate::cli::roster::NAME_MOST;
use crate::cli::sitting::{Paper, opened_here};
use crate::credential::acts;
use crate::exchange::roster::MOST;
use crate::grade::register::minutes;
use crate::model::frozen::Frozen;
use crate::store::ledger::breaks_in_copy;
use crate::store::memory::Memory;
use crate::store::parcel::{Brought, Done};
use crate::store::{Flaw, Learner, LedgerLine, Ledgers, Parcel, Sealed, Store};

/// What of a parcel may be taken in, and what not.
pub struct Judged {
    /// What may.
    pub parcel: Parcel,
    /// What may not.
    pub refused: Vec<Refused>,
}

/// Judges a parcel; `Err`: nothing of it may be taken.
///
/// # Errors
/// `Failure` of this store.
pub fn judge(store: &dyn Store, letter: Letter) -> Result<Result<Judged, Refused>, Failure> {
    let Letter { mut parcel, keeps_roster, name, restored, .. } = letter;
    let ledgers = store.ledgers()?;
    let known = ledgers.copies.get(&parcel.from).cloned().unwrap_or_default();
    let refused =
        lines(&parcel).or_else(|| forks(&parcel, &known, restored.as_ref())).or_else(|| another_s(&parcel, &known, &ledgers));
    if let Some(refused) = refused {
        return Ok(Err(refused));
    }
    let (mut refused, mut good, mut bad) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut contents = BTreeMap::new();
    let gone = erase::forgotten(store)?;
    let registry = Registry::open(store)?;
    if let Some(sitting) = concluded::otherwise(&parcel, &known, &registry) {
        let ends = Digest::of(&(sitting, parcel.lines.last()));
        return Ok(Err(Refused::concluded(sitting, &name).seen(ends)));
    }
    let papers = papers(store, &registry, &parcel)?;
    let trial = Trial { store, parcel: &parcel, known: &known, registry: &registry, papers: &papers };
    for brought in &parcel.attempts {
        match trial.attempt(brought)? {
            Ok(used) => {
                contents.extend(used);
                good.push(without_words(brought, &gone));
            }
            Err(why) => {
                bad.insert(brought.attempt.clone());
                refused.push(why.seen(Digest::of(&brought.events.iter().map(|(event, _)| event).collect::<Vec<_>>())));
            }
        }
    }
    let sealed: BTreeSet<AttemptId> = parcel.lines.iter().chain(&known).filter_map(|line| line.what.attempt().cloned()).collect();
    // What is said or done about a record that is not taken, or is not theirs, is nothing here.
    parcel.sayings.retain(|it| sealed.contains(&it.attempt) && !bad.contains(&it.attempt));
    parcel.acts.retain(|it| !it.act.deed.names().into_iter().filter_map(Named::attempt).any(|id| bad.contains(id)));
    let (signed, unsigned): (Vec<Done>, Vec<Done>) =
        std::mem::take(&mut parcel.acts).into_iter().partition(|it| may(&registry, it, keeps_roster));
    let shelf = Shelf { store, parcel: &parcel };
    let mut sound = Vec::new();
    for done in signed {
        match shelf.rests(&done)? {
            Some(used) => {
                contents.extend(used);
                sound.push(done);
            }
            None => refused.push(Refused::new("refused-act", done.act.id.as_str())),
        }
    }
    refused.extend(unsigned.iter().map(|it| Refused::new("refused-act", it.act.id.as_str())));
    if !keeps_roster {
        // Only the desk says who is staff and what is assigned.
        parcel.staff.clear();
        parcel.assigned = None;
    }
    parcel.learners.retain(|it| !gone.contains(&it.id));
    let (people, odd): (Vec<Learner>, Vec<Learner>) = std::mem::take(&mut parcel.learners).into_iter().partition(is_somebody);
    parcel.learners = people;
    refused.extend(odd.iter().map(|it| Refused::new("refused-person", it.id.as_str().chars().take(36).collect::<String>())));
    (parcel.attempts, parcel.acts, parcel.contents) = (good, sound, contents.into_iter().collect());
    Ok(Ok(Judged { parcel, refused }))
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

/// Whether a person that came is called as a person may be called here.
fn is_somebody(it: &Learner) -> bool {
    let fits = |text: &str, most| name::name(text, most) == Some(text);
    uuid::Uuid::try_parse(it.id.as_str()).is_ok()
        && fits(&it.name, NAME_MOST)
        && it.staff_number.as_deref().is_none_or(|number| fits(number, NAME_MOST))
        && it.post.groups.iter().all(|group| fits(group, MOST))
}

/// No store comes to more lines than this: a larger number was made up.
const MOST_LINES: u64 = 1 << 40;

/// Whether the lines follow one another.
fn lines(parcel: &Parcel) -> Option<Refused> {
    let gap = parcel.lines.windows(2).find(|pair| pair[1].number != pair[0].number.saturating_add(1));
    let broken = breaks_in_copy(&parcel.from, &parcel.lines).into_iter().find_map(|flaw| match flaw {
        Flaw::Copy { number, .. } => Some(number),
        _ => None,
    });
    let first = parcel.lines.first().filter(|line| (line.number == 0) != line.previous.is_none());
    let large = parcel.lines.last().filter(|line| line.number > MOST_LINES);
    let number = gap.map(|pair| pair[1].number).or(broken).or(first.or(large).map(|line| line.number));
    number.map(|number| Refused::new("refused-line", number.to_string()).seen(Digest::of(&parcel.lines)))
}

/// Whether lines do not go on from those that came before: a store that was copied, or put back.
fn forks(parcel: &Parcel, known: &[LedgerLine], restored: Option<&Restored>) -> Option<Refused> {
    let mut all: BTreeMap<u64, LedgerLine> = known.iter().map(|line| (line.number, line.clone())).collect();
    let mut fork = None;
    for line in &parcel.lines {
        if all.insert(line.number, line.clone()).is_some_and(|there| there != *line) {
            fork = fork.or(Some(line.number));
        }
    }
    let number = fork.or_else(|| {
        let all: Vec<LedgerLine> = all.values().cloned().collect();
        breaks_in_copy(&parcel.from, &all).into_iter().find_map(|flaw| match flaw {
            Flaw::Copy { number, .. } => Some(number),
            _ => None,
        })
    })?;
    let line = all.get(&number).map(LedgerLine::digest);
    Some(match restored.filter(|it| number >= it.lines) {
        Some(restored) => Refused::restored(restored).seen(Digest::of(&(restored, line))),
        None => Refused::forked(number).seen(Digest::of(&line)),
    })
}

/// Whether a new line seals what another ledger seals, the own one or that of a third: nobody else did what was done there.
fn another_s(parcel: &Parcel, known: &[LedgerLine], ledgers: &Ledgers) -> Option<Refused> {
    let others = ledgers.copies.iter().filter(|(from, _)| **from != parcel.from).flat_map(|(_, lines)| lines);
    let taken: BTreeSet<&Sealed> = ledgers.own.iter().chain(others).map(|line| &line.what).collect();
    let seen: BTreeSet<u64> = known.iter().map(|line| line.number).collect();
    let mut here: BTreeSet<&Sealed> = known.iter().map(|line| &line.what).collect();
    let news = parcel.lines.iter().filter(|line| !seen.contains(&line.number) && !matches!(line.what, Sealed::Copied { .. }));
    // Nor is anything sealed twice.
    news.into_iter()
        .find(|line| taken.contains(&line.what) || !here.insert(&line.what))
        .map(|line| Refused::new("refused-own", line.number.to_string()).seen(line.digest()))
}

/// What an attempt that came is held against.
struct Trial<'t> {
    store: &'t dyn Store,
    parcel: &'t Parcel,
    /// What is here already of the sender's ledger.
    known: &'t [LedgerLine],
    /// Who is staff here, and which sittings were called.
    registry: &'t Registry,
    /// The papers of sittings that were called from here.
    papers: &'t BTreeMap<SittingId, Paper>,
}

/// The content that an attempt used; or why it is not taken.
type Tried = Result<Result<Vec<(Digest, String)>, Refused>, Failure>;

impl Trial<'_> {
    fn lines(&self) -> impl Iterator<Item = &LedgerLine> {
        self.parcel.lines.iter().chain(self.known)
    }

    fn attempt(&self, brought: &Brought) -> Tried {
        let id = &brought.attempt;
        let no = |key| Ok(Err(Refused::new(key, id.short())));
        let Some((first, _)) = brought.events.first() else { return no("refused-attempt") };
        let Body::Started { plan } = &first.body else { return no("refused-attempt") };
        if *id != first.attempt {
            return no("refused-attempt");
        }
        let seals = |what: &Sealed, digest: Digest| self.lines().any(|line| line.what == *what && line.digest == digest);
        let closed = brought.events.last().filter(|(last, _)| matches!(last.body, Body::Closed { .. }));
        let sealed = seals(&Sealed::Started { attempt: id.clone() }, first.digest())
            && closed.is_none_or(|(last, _)| seals(&Sealed::Closed { attempt: id.clone() }, last.digest()));
        if !sealed {
            return no("refused-unsealed");
        }
        // What is here already has to be the beginning of it.
        let here = self.store.events(id)?;
        if here.iter().zip(&brought.events).any(|(here, (sent, _))| here.event != *sent) {
            return no("refused-other");
        }
        if let Some(sitting) = plan.exam.as_ref().and_then(|exam| exam.sitting.as_ref()) {
            if !self.registry.register.sittings.contains_key(sitting) {
                return Ok(Err(Refused::new("refused-no-sitting", sitting.short())));
            }
            if !self.papers.contains_key(sitting) {
                return Ok(Err(Refused::new("refused-papers-lost", sitting.short())));
            }
            if !self.seats(plan, sitting) {
                return no("refused-sitting");
            }
        }
        if !brought.events.iter().all(|(event, _)| self.is_given(event)) {
            return no("refused-extended");
        }
        let Some(contents) = self.contents(plan)? else { return no("refused-content") };
        let mut seals: Vec<LedgerLine> = self.lines().filter(|line| line.what.attempt() == Some(id)).cloned().collect();
        seals.sort_by_key(|line| line.number);
        seals.dedup();
        let holds = walks(id, brought, contents.clone(), seals, &self.parcel.from);
        Ok(if holds { Ok(contents) } else { Err(Refused::new("refused-grade", id.short())) })
    }

    /// Whether a sitting was called to which this candidate was, and the exam is the one that was laid out then.
    fn seats(&self, plan: &Plan, sitting: &SittingId) -> bool {
        let called = self.registry.register.sittings.get(sitting).is_some_and(|it| {
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
        let sent = self.parcel.acts.iter().filter(|it| may(self.registry, it, false)).map(|it| &it.act);
        sent.chain(self.registry.acts.iter().map(|it| &it.act)).any(is_it)
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
            let sent = self.parcel.contents.iter().find(|(it, _)| *it == digest).map(|(_, json)| json.clone());
            let found = match sent {
                Some(json) => Some(json),
                None => self.store.content(&digest)?.and_then(|bytes| String::from_utf8(bytes).ok()),
            };
            let found = found.or_else(|| self.in_paper(&digest));
            let Some(json) = found.filter(|json| Digest::of_bytes(json.as_bytes()) == digest) else { return Ok(None) };
            out.push((digest, json));
        }
        Ok(Some(out))
    }
}

/// Whether an attempt goes together and comes to the grade that it was closed with.
fn walks(
    id: &AttemptId,
    brought: &Brought,
    contents: Vec<(Digest, String)>,
    lines: Vec<LedgerLine>,
    from: &crate::base::id::Did,
) -> bool {
    let mut trial = Memory::default();
    let parcel = Parcel {
        from: from.clone(),
        lines,
        attempts: vec![brought.clone()],
        contents,
        acts: vec![],
        sayings: vec![],
        learners: vec![],
        staff: vec![],
        assigned: None,
    };
    trial.take(&parcel).is_ok() && Books::open(&trial).is_ok_and(|books| books.recall(&trial, id).is_ok())
}

/// Whether an act is taken: signed by the key it names; from the desk, what makes staff and what learners are allowed; from another PC,
/// what staff known here did at an exam. Nobody is appointed, and no licence is issued, on another PC.
pub fn may(registry: &Registry, done: &Done, keeps_roster: bool) -> bool {
    let signed = acts::verify(&done.act.digest(), &done.act.key, &done.signature);
    let deed = &done.act.deed;
    let known = || registry.register.staff.contains_key(&done.act.key);
    // Nor is anybody called to a sitting, or a new code given, from another PC than the desk.
    let calls = matches!(deed, Deed::Sitting(it) if it.is_of_desk());
    let fits = if keeps_roster { deed.is_for_all_pcs() } else { deed.takes() == StaffRole::Examiner && !calls && known() };
    signed && fits
}
