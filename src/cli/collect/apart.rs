//! Who had a hand in what was refused: whoever signed what came, or anything about a sitting or an exam that it touches. Who could profit
//! from the answer does not give it: somebody apart does.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::attempt::act::{Deed, Named, Signed, StaffRole};
use crate::attempt::event::Body;
use crate::base::id::{ActId, AttemptId, Did, SittingId, StaffId};
use crate::base::name::alike;
use crate::cli::parcel::Letter;
use crate::cli::registry::Registry;
use crate::credential::acts;
use crate::store::LedgerLine;

/// What a file touches that was refused, or something of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    /// Sittings.
    sittings: BTreeSet<SittingId>,
    /// Attempts, also such as were not taken.
    attempts: BTreeSet<AttemptId>,
    /// The keys that signed something in it.
    keys: BTreeSet<Did>,
}

impl Touched {
    /// By a file: what it brings, and what is known of its PC and stands otherwise in it, or not at all.
    pub fn by(letter: &Letter, known: &[LedgerLine], registry: &Registry) -> Self {
        let mut touched = Self::default();
        // What a desk sends is no PC's doing.
        if letter.keeps_roster {
            return touched;
        }
        let parcel = &letter.parcel;
        for brought in &parcel.attempts {
            touched.attempts.insert(brought.attempt.clone());
            if let Some(Body::Started { plan }) = brought.events.first().map(|(event, _)| &event.body) {
                touched.sittings.extend(plan.exam.as_ref().and_then(|exam| exam.sitting.clone()));
            }
        }
        // Nobody is kept from answering by a signature that is not his.
        for done in parcel.acts.iter().filter(|it| acts::verify(&it.act.digest(), &it.act.key, &it.signature)) {
            touched.keys.insert(done.act.key.clone());
            touched.deed(&done.act.deed);
        }
        let first = parcel.lines.first().map_or(0, |line| line.number);
        let gone = known.iter().filter(|line| line.number >= first && !parcel.lines.contains(line));
        touched.lines(gone, registry);
        touched
    }

    /// By all that is known of a PC: where it was not noted what a file touched.
    pub fn at(known: &[LedgerLine], registry: &Registry) -> Self {
        let mut touched = Self::default();
        touched.lines(known.iter(), registry);
        touched
    }

    /// Both together.
    pub fn add(&mut self, other: Self) {
        self.sittings.extend(other.sittings);
        self.attempts.extend(other.attempts);
        self.keys.extend(other.keys);
    }

    fn lines<'l>(&mut self, lines: impl Iterator<Item = &'l LedgerLine>, registry: &Registry) {
        let lines: Vec<_> = lines.collect();
        self.attempts.extend(lines.iter().filter_map(|line| line.what.attempt().cloned()));
        let here: BTreeSet<&ActId> = lines.iter().filter_map(|line| line.what.act()).collect();
        for signed in registry.acts.iter().filter(|signed| here.contains(&signed.act.id)) {
            self.keys.insert(signed.act.key.clone());
            self.deed(&signed.act.deed);
        }
    }

    fn deed(&mut self, deed: &Deed) {
        self.sittings.extend(sitting_of(deed).cloned());
        self.attempts.extend(deed.names().into_iter().filter_map(Named::attempt).cloned());
    }

    /// Who had a hand in it before an act, or until now: let in, invigilated, noted, ended or examined there.
    pub fn hands(&self, registry: &Registry, before: Option<&ActId>) -> BTreeSet<StaffId> {
        let register = &registry.register;
        let seated = self.sittings.iter().filter_map(|id| register.sittings.get(id)).flat_map(|it| it.seated.keys());
        let exams: BTreeSet<&AttemptId> = self.attempts.iter().chain(seated).collect();
        let is_hand = |signed: &Signed| match &signed.act.deed {
            // Who declares an exam void after looking into it has no hand in how it was held.
            Deed::Voided { .. } | Deed::Answered { .. } => false,
            deed => {
                let named = deed.names().into_iter().filter_map(Named::attempt).any(|id| exams.contains(id));
                named || sitting_of(deed).is_some_and(|id| self.sittings.contains(id))
            }
        };
        let acted = registry.acts.iter().take_while(|signed| Some(&signed.act.id) != before).filter(|signed| is_hand(signed));
        let whose = |key: &Did| {
            let now = register.staff.get(key).map(|(staff, _)| staff);
            now.or_else(|| register.former.get(key).map(|it| &it.staff)).cloned()
        };
        let signed = self.keys.iter().filter_map(whose);
        acted.filter_map(|signed| register.counted.get(&signed.act.id).cloned()).chain(signed).collect()
    }
}

/// Whether somebody on the staff is one of these, or called like one: a second entry of one person is not apart. That two who are called
/// otherwise are one person nobody can know here.
pub fn is_hand(registry: &Registry, hands: &BTreeSet<StaffId>, who: &StaffId) -> bool {
    let name = registry.name(who);
    hands.contains(who) || hands.iter().any(|hand| alike(&registry.name(hand), &name))
}

/// The examiners who are none of these, by name.
pub fn apart(registry: &Registry, hands: &BTreeSet<StaffId>) -> Vec<String> {
    let examines =
        |(id, roles): &&(StaffId, Vec<StaffRole>)| roles.contains(&StaffRole::Examiner) && !is_hand(registry, hands, id);
    let mut names: Vec<String> = registry.register.staff.values().filter(examines).map(|(id, _)| registry.name(id)).collect();
    names.sort();
    names
}

/// The sitting that something was done at; who calls to one at the desk is not there.
fn sitting_of(deed: &Deed) -> Option<&SittingId> {
    match deed {
        Deed::Sitting(it) if !it.is_of_desk() => Some(&it.sitting),
        Deed::Admitted { seat: Some(seat), .. } => Some(&seat.sitting),
        _ => None,
    }
}
