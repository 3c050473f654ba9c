//! What of a parcel is believed. Its lines have to follow one another and those known before; its attempts have to hold (`trial`); an
//! act has to be sealed by these lines, with the words that were signed, and signed by somebody whom this store knows.

use std::collections::BTreeMap;

use super::known::Known;
use super::refused::Refused;
use super::regraded::Shelf;
use super::whole::left_out;
use super::{claims, concluded, trial};
use crate::attempt::act::{Deed, Named, Signed, StaffRole};
use crate::base::digest::Digest;
use crate::base::id::AttemptId;
use crate::base::name;
use crate::cli::failure::Failure;
use crate::cli::parcel::{Letter, Restored};
use crate::cli::registry::Registry;
use crate::cli::roster::NAME_MOST;
use crate::credential::acts;
use crate::exchange::roster::MOST;
use crate::store::acts::words_fit;
use crate::store::ledger::breaks_in_copy;
use crate::store::parcel::Done;
use crate::store::{Flaw, Learner, LedgerLine, Parcel, Sealed, Store};

/// What of a parcel may be taken in, and what not.
pub struct Judged {
    /// What may, and is not here yet.
    pub parcel: Parcel,
    /// How many of its attempts are here already, event by event.
    pub known: usize,
    /// What may not.
    pub refused: Vec<Refused>,
}

/// Judges a parcel; `Err`: nothing of it may be taken.
///
/// # Errors
/// `Failure` of this store.
pub fn judge(store: &dyn Store, here: &Known, letter: Letter) -> Result<Result<Judged, Refused>, Failure> {
    let Letter { mut parcel, keeps_roster, name, restored, .. } = letter;
    let known = here.lines(&parcel.from);
    let refused = lines(&parcel)
        .or_else(|| forks(&parcel, known, restored.as_ref().map(|it| (it, keeps_roster))))
        .or_else(|| claims::another_s(&parcel, known, here));
    let refused = refused.or_else(|| if keeps_roster { None } else { left_out(&parcel) });
    if let Some(refused) = refused {
        return Ok(Err(refused));
    }
    if let Some(sitting) = concluded::elsewhere(&parcel, &here.registry) {
        let seen = Digest::of(&(sitting, parcel.lines.last()));
        return Ok(Err(Refused::elsewhere(sitting).seen(seen)));
    }
    if let Some(refused) = claims::begun_elsewhere(&parcel).filter(|_| !keeps_roster) {
        return Ok(Err(refused));
    }
    if let Some(sitting) = concluded::otherwise(&parcel, known, &here.registry) {
        let ends = Digest::of(&(sitting, parcel.lines.last()));
        return Ok(Err(Refused::concluded(sitting, &name).seen(ends)));
    }
    let seals = Seals::of(parcel.lines.iter().chain(known));
    // A line that stands for nothing here would stand in the way of whoever did it.
    if let Some(loose) = parcel.acts.iter().find(|done| !seals.bear_out(done)) {
        return Ok(Err(loose_act(loose)));
    }
    let tried = trial::attempts(store, here, (&parcel, &seals))?;
    let (bad, mut refused) = (tried.bad, tried.refused);
    // What is said or done about a record that is not taken, or is not theirs, is nothing here.
    parcel.sayings.retain(|it| !seals.of_attempt(&it.attempt).is_empty() && !bad.contains(&it.attempt));
    parcel.acts.retain(|it| !it.act.deed.names().into_iter().filter_map(Named::attempt).any(|id| bad.contains(id)));
    let (signed, unsigned): (Vec<Done>, Vec<Done>) =
        std::mem::take(&mut parcel.acts).into_iter().partition(|it| may(&here.registry, it, keeps_roster));
    let shelf = Shelf { store, parcel: &parcel };
    let (mut contents, mut sound) = (tried.contents, Vec::new());
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
    parcel.learners.retain(|it| !here.gone.contains(&it.id));
    let (people, odd): (Vec<Learner>, Vec<Learner>) = std::mem::take(&mut parcel.learners).into_iter().partition(is_somebody);
    parcel.learners = people;
    refused.extend(odd.iter().map(|it| Refused::new("refused-person", it.id.as_str().chars().take(36).collect::<String>())));
    (parcel.attempts, parcel.acts, parcel.contents) = (tried.good, sound, contents.into_iter().collect());
    Ok(Ok(Judged { parcel, known: tried.known, refused }))
}

/// An act that its PC's ledger does not bear out.
fn loose_act(done: &Done) -> Refused {
    let seen = Digest::of(&(&done.act, &done.signature, &done.beside));
    Refused::new("refused-act-unsealed", done.act.id.as_str()).seen(seen)
}

/// What a PC's ledger seals, as far as it is here or came.
pub struct Seals<'l>(BTreeMap<&'l Sealed, &'l LedgerLine>);

impl<'l> Seals<'l> {
    /// Of these lines.
    pub fn of(lines: impl Iterator<Item = &'l LedgerLine>) -> Self {
        Self(lines.map(|line| (&line.what, line)).collect())
    }

    /// Whether something is sealed, with this digest.
    pub fn hold(&self, what: &Sealed, digest: Digest) -> bool {
        self.0.get(what).is_some_and(|line| line.digest == digest)
    }

    /// An attempt's lines, in order.
    pub fn of_attempt(&self, attempt: &AttemptId) -> Vec<LedgerLine> {
        let whats = [Sealed::Started { attempt: attempt.clone() }, Sealed::Closed { attempt: attempt.clone() }];
        let mut lines: Vec<LedgerLine> = whats.iter().filter_map(|what| self.0.get(what)).map(|it| (*it).clone()).collect();
        lines.sort_by_key(|line| line.number);
        lines
    }

    /// Whether an act is signed, sealed as it is, and has no other words beside it than those that were signed: with anything else here, nothing
    /// here would read any more.
    fn bear_out(&self, done: &Done) -> bool {
        let Done { act, signature, beside, .. } = done.clone();
        let signed = Signed { act, signature, beside };
        let is_signed = acts::verify(&signed.act.digest(), &signed.act.key, &signed.signature);
        is_signed && words_fit(&signed) && self.hold(&Sealed::Act { act: signed.act.id.clone() }, signed.digest())
    }
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

/// Whether lines do not go on from those that came before: a store that was copied, or put back; whether it is the desk's own word that
/// it was, or another PC's.
fn forks(parcel: &Parcel, known: &[LedgerLine], restored: Option<(&Restored, bool)>) -> Option<Refused> {
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
    Some(match restored.filter(|(it, _)| number >= it.lines) {
        Some((restored, is_desk)) => Refused::restored(restored, is_desk).seen(Digest::of(&(restored, line))),
        None => Refused::forked(number).seen(Digest::of(&line)),
    })
}

/// Whether an act is taken: signed by the key it names; from the desk, what makes staff and what learners are allowed; from another PC,
/// what staff known here did at an exam. Nobody is appointed, and no licence is issued, on another PC.
pub fn may(registry: &Registry, done: &Done, keeps_roster: bool) -> bool {
    let signed = acts::verify(&done.act.digest(), &done.act.key, &done.signature);
    let deed = &done.act.deed;
    let known = || registry.register.staff.contains_key(&done.act.key);
    // Nor is anybody called to a sitting, a new code given, or said who somebody is, from another PC than the desk.
    let of_desk = matches!(deed, Deed::Sitting(it) if it.is_of_desk()) || matches!(deed, Deed::Renamed { .. });
    let fits = if keeps_roster { deed.is_for_all_pcs() } else { deed.takes() == StaffRole::Examiner && !of_desk && known() };
    signed && fits
}
