//! Sittings over time: who was called, who was let in, what happened, how it ended.
//!
//! Nobody is let into a sitting that was not called, nor without being called to it. Whoever was let in twice, at two PCs that knew nothing
//! of each other, has two places here: which exam counts is for examiners to say, and until then neither does (`cli/issue/seated`).

use std::collections::{BTreeMap, BTreeSet};

use super::Register;
use crate::attempt::act::{Act, AtSitting, Called, Deed, Identity, Minute, Seat};
use crate::attempt::state::MOST_EXTENDED;
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, LearnerId, SittingId, StaffId};
use crate::base::moment::Moment;
use crate::model::span::Span;

/// A sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// To what candidates were called.
    pub called: Called,
    /// Who called them.
    pub by: StaffId,
    /// The act that called them.
    pub act: ActId,
    /// When it did.
    pub at: Moment,
    /// Its papers as they were sealed once more, in order.
    pub resealed: Vec<Resealing>,
    /// Who withdrew it: nobody else begins. Where somebody was let in at a PC that had not heard of it, what was sat there counts.
    pub withdrawn: Option<Withdrawal>,
    /// Who was let in, by exam.
    pub seated: BTreeMap<AttemptId, Seated>,
    /// What happened, in order.
    pub incidents: Vec<Incident>,
    /// More time, in order.
    pub extensions: BTreeMap<ActId, Extension>,
    /// Ends that were refused as their time had not come by the clock of that PC, in order.
    pub unended: Vec<Unended>,
    /// Its ends, one a PC, in order.
    pub concluded: Vec<Conclusion>,
}

/// The papers of a sitting under another code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resealing {
    /// The act, with its reason beside.
    pub act: ActId,
    /// The digest of the sealed paper.
    pub sealed: Digest,
    /// What candidates were called then.
    pub people: BTreeMap<LearnerId, Digest>,
    /// By whom.
    pub by: StaffId,
    /// When.
    pub at: Moment,
}

/// A sitting was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The act, with its reason beside.
    pub act: ActId,
    /// By whom.
    pub by: StaffId,
    /// When.
    pub at: Moment,
}

/// A candidate who was let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seated {
    /// Who.
    pub learner: LearnerId,
    /// By whom.
    pub by: StaffId,
    /// When.
    pub at: Moment,
    /// What the invigilator saw of who it is.
    pub identity: Identity,
    /// The digest of the name and number that the invigilator was shown.
    pub person: Option<Digest>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// The act, with its words beside.
    pub act: ActId,
    /// To whom; none where it was the whole room.
    pub learner: Option<LearnerId>,
    /// Who noted it down.
    pub by: StaffId,
    /// When.
    pub at: Moment,
}

/// More time for a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Who.
    pub learner: LearnerId,
    /// The exam.
    pub attempt: AttemptId,
    /// So many minutes.
    pub minutes: u16,
    /// By whom.
    pub by: StaffId,
    /// When.
    pub at: Moment,
}

/// An end that was refused: by the clock of that PC its time had not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unended {
    /// The act.
    pub act: ActId,
    /// The exam that went on later,
    pub attempt: AttemptId,
    /// until then.
    pub until: Moment,
    /// Who was about to end it.
    pub by: StaffId,
    /// When, by that clock.
    pub at: Moment,
}

/// An end of it at one PC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// The act.
    pub act: ActId,
    /// The exams that were begun there.
    pub exams: Vec<AttemptId>,
    /// The newest line of that PC's ledger before.
    pub head: Digest,
    /// Who ended it.
    pub by: StaffId,
    /// When.
    pub at: Moment,
}

/// So many minutes.
pub const fn minutes(count: u16) -> Span {
    Span(count as i64 * 60_000)
}

impl Register {
    /// Takes an act about a sitting, or one that lets into it; whether it came to something.
    pub(super) fn sit(&mut self, act: &Act, who: &StaffId) -> bool {
        let (Deed::Sitting(AtSitting { sitting, .. }) | Deed::Admitted { seat: Some(Seat { sitting, .. }), .. }) = &act.deed
        else {
            return false;
        };
        let calls = matches!(&act.deed, Deed::Sitting(AtSitting { what: Minute::Called(_), .. }));
        if !calls && !self.sittings.contains_key(sitting) {
            self.early.entry(sitting.clone()).or_default().push((act.clone(), who.clone()));
            return false;
        }
        match &act.deed {
            Deed::Sitting(AtSitting { sitting, what: Minute::Called(called) }) => {
                self.call(act, sitting, called, who) && self.catch_up(sitting, act.at)
            }
            Deed::Sitting(AtSitting { sitting, what }) => {
                self.sittings.get_mut(sitting).is_some_and(|it| it.take(act, what, who))
            }
            Deed::Admitted { learner, attempt, seat: Some(seat), .. } => self.seat(act, (learner, attempt), seat, who),
            _ => false,
        }
    }

    /// The first who calls to a sitting of this id does.
    fn call(&mut self, act: &Act, sitting: &SittingId, called: &Called, who: &StaffId) -> bool {
        if called.from >= called.until || self.sittings.contains_key(sitting) {
            return false;
        }
        let new = Sitting {
            called: called.clone(),
            by: who.clone(),
            act: act.id.clone(),
            at: act.at,
            resealed: Vec::new(),
            withdrawn: None,
            seated: BTreeMap::new(),
            incidents: Vec::new(),
            extensions: BTreeMap::new(),
            unended: Vec::new(),
            concluded: Vec::new(),
        };
        self.sittings.insert(sitting.clone(), new);
        true
    }

    /// Takes what was signed about a sitting before its call came; `true`.
    fn catch_up(&mut self, sitting: &SittingId, called: Moment) -> bool {
        for (act, who) in self.early.remove(sitting).unwrap_or_default() {
            if act.at >= called && self.sit(&act, &who) {
                self.lay_hands(&act.deed, &who);
                self.counted.insert(act.id.clone(), who);
            }
        }
        true
    }

    fn seat(&mut self, act: &Act, (learner, attempt): (&LearnerId, &AttemptId), seat: &Seat, who: &StaffId) -> bool {
        let Some(sitting) = self.sittings.get_mut(&seat.sitting) else { return false };
        if !sitting.called.candidates.contains(learner) {
            return false;
        }
        let (learner, by) = (learner.clone(), who.clone());
        let seated = Seated { learner, by, at: act.at, identity: seat.identity, person: seat.person };
        sitting.seated.insert(attempt.clone(), seated);
        self.admitted.insert(attempt.clone(), who.clone());
        true
    }

    /// The sitting that an exam belongs to: one into which its candidate was let.
    pub fn sitting_of(&self, attempt: &AttemptId) -> Option<(&SittingId, &Sitting)> {
        self.sittings.iter().find(|(_, it)| it.seated.contains_key(attempt))
    }
}

impl Sitting {
    fn take(&mut self, act: &Act, what: &Minute, who: &StaffId) -> bool {
        let (id, by, at) = (act.id.clone(), who.clone(), act.at);
        match what {
            Minute::Called(_) => false,
            Minute::Incident { learner, .. } => {
                self.incidents.push(Incident { act: id, learner: learner.clone(), by, at });
                true
            }
            Minute::Extended { learner, attempt, minutes: count, .. } => {
                let theirs = self.seated.get(attempt).is_some_and(|it| it.learner == *learner);
                let fits = *count > 0 && minutes(self.given(attempt).saturating_add(*count)) <= MOST_EXTENDED;
                if theirs && fits {
                    let (learner, attempt) = (learner.clone(), attempt.clone());
                    self.extensions.insert(id, Extension { learner, attempt, minutes: *count, by, at });
                }
                theirs && fits
            }
            Minute::Resealed { sealed, people, .. } => {
                self.resealed.push(Resealing { act: id, sealed: *sealed, people: people.clone(), by, at });
                true
            }
            Minute::Withdrawn { .. } => {
                let fits = self.withdrawn.is_none();
                if fits {
                    self.withdrawn = Some(Withdrawal { act: id, by, at });
                }
                fits
            }
            Minute::Unended { attempt, until } => {
                self.unended.push(Unended { act: id, attempt: attempt.clone(), until: *until, by, at });
                true
            }
            Minute::Concluded { exams, head, .. } => {
                self.concluded.push(Conclusion { act: id, exams: exams.clone(), head: *head, by, at });
                true
            }
        }
    }

    /// Whether it was withdrawn and nobody was let in: it is as if it had not been called.
    pub fn is_off(&self) -> bool {
        self.withdrawn.is_some() && self.seated.is_empty()
    }

    /// Which sealing of its papers this is: 0 as candidates were called with, then each under another code. `None`: nobody signed for it.
    pub fn sealing(&self, sealed: &Digest) -> Option<usize> {
        let again = self.resealed.iter().map(|it| &it.sealed);
        std::iter::once(&self.called.sealed).chain(again).position(|it| it == sealed)
    }

    /// The exam that a candidate has in it and that is not void; the first, where there are two.
    pub fn exam(&self, learner: &LearnerId, voided: &BTreeMap<AttemptId, Moment>) -> Option<&AttemptId> {
        self.exams(learner).into_iter().find(|exam| !voided.contains_key(*exam))
    }

    /// All exams that a candidate was let into, void ones too.
    pub fn exams(&self, learner: &LearnerId) -> Vec<&AttemptId> {
        self.seated.iter().filter(|(_, it)| it.learner == *learner).map(|(exam, _)| exam).collect()
    }

    /// Whether the call says whose id is whose.
    pub fn binds_people(&self) -> bool {
        !self.called.people.is_empty() || self.resealed.iter().any(|it| !it.people.is_empty())
    }

    /// Whether a candidate is called so, as was signed with the call or with its papers under another code.
    pub fn is_called_so(&self, learner: &LearnerId, person: &Digest) -> bool {
        let signed = std::iter::once(&self.called.people).chain(self.resealed.iter().map(|it| &it.people));
        signed.filter_map(|people| people.get(learner)).any(|it| it == person)
    }

    /// What was signed last of a candidate's name and number.
    pub fn called_so(&self, learner: &LearnerId) -> Option<&Digest> {
        let newest = self.resealed.iter().rev().find_map(|it| it.people.get(learner));
        newest.or_else(|| self.called.people.get(learner))
    }

    /// Whether whoever sat an exam was shown to the invigilator under the name and number that were signed for that candidate.
    pub fn is_themselves(&self, attempt: &AttemptId) -> bool {
        let Some(seated) = self.seated.get(attempt) else { return true };
        match &seated.person {
            Some(person) => self.is_called_so(&seated.learner, person),
            None => self.called.people.is_empty(),
        }
    }

    /// How many of those called were let in.
    pub fn present(&self) -> usize {
        self.seated.values().map(|it| &it.learner).collect::<BTreeSet<_>>().len()
    }

    /// The minutes given in an exam.
    pub fn given(&self, attempt: &AttemptId) -> u16 {
        self.extensions.values().filter(|it| it.attempt == *attempt).fold(0, |sum, it| sum.saturating_add(it.minutes))
    }
}
