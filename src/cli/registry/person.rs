//! Whose an exam is: the name and staff number that it was sat under, held against the roster of today. Names lie beside the record and
//! are changed without a signature; so an exam could be given to another person by changing two rows. Changes nothing.
//!
//! What is held against the roster: of an exam in a sitting the digest that the invigilator signed (`Seat::person`), of any other what its
//! beginning seals (`Exam::holder`). A change that is right is signed (`rename`), and holds for everything sat before. The roster is
//! kept at a desk: on a PC that goes by one nothing is held against it.

use super::Registry;
use super::seats::sitting_of;
use crate::attempt::event::Recorded;
use crate::attempt::plan::Subject;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LearnerId, SittingId};
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::roll::Name;
use crate::grade::register::{Renaming, Sitting};
use crate::store::{Learner, Store};

/// How an exam stands to what its candidate is called today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Person {
    /// The same, or it was signed that both are one person.
    Same,
    /// Another name or number, and nobody signed for it.
    Other(Other),
    /// What it was sat under is no longer here.
    Unknown,
}

/// Who sat an exam is called otherwise today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// What the candidate was called, as far as that is kept.
    pub then: Option<Name>,
    /// Whether an invigilator signed for that.
    pub signed: bool,
}

impl Registry {
    /// How an exam stands to its candidate on the roster.
    pub fn person(&self, learner: &Learner, events: &[Recorded]) -> Person {
        let began = events.first().map(|it| it.event.at);
        match began.is_some_and(|at| self.goes_by_desk || self.renamed_so(learner, at).is_some()) {
            true => Person::Same,
            false => self.held(learner, events),
        }
    }

    /// The same, whatever was signed since.
    fn held(&self, learner: &Learner, events: &[Recorded]) -> Person {
        let then = self.called_in(&learner.id, events);
        match self.seat(events) {
            Some((sitting, person)) if self.roll.is_of(sitting.as_str(), learner, &person) => Person::Same,
            Some(_) => Person::Other(Other { then, signed: true }),
            None => match then {
                // Who had no number then, or whose number nobody sealed yet, is known by the name.
                Some(it) if it.name == learner.name && (it.number.is_none() || it.number == learner.staff_number) => Person::Same,
                Some(_) => Person::Other(Other { then, signed: false }),
                None => Person::Unknown,
            },
        }
    }

    /// What the candidate of an exam was called when it began, where that is known and not what the roster says today.
    pub fn called_then(&self, learner: &Learner, events: &[Recorded]) -> Option<Name> {
        if let Person::Other(other) = self.held(learner, events) { other.then } else { None }
    }

    /// The same of somebody who was called to a sitting, by what was signed last.
    pub fn called_to(&self, (id, sitting): (&SittingId, &Sitting), learner: &Learner) -> Option<Name> {
        let signed = sitting.called_so(&learner.id).filter(|it| !self.roll.is_of(id.as_str(), learner, it))?;
        self.roll.named(id.as_str(), &learner.id, signed).cloned()
    }

    /// What the candidate of an exam was called when it began, as far as that is kept here: without the number, where that was not sealed
    /// yet.
    fn called_in(&self, learner: &LearnerId, events: &[Recorded]) -> Option<Name> {
        let seat = self.seat(events).and_then(|(sitting, person)| self.roll.named(sitting.as_str(), learner, &person));
        let beside = || events.first()?.beside.as_ref().map(|it| Name::read(&it.words));
        seat.cloned().or_else(beside)
    }

    /// The sitting of an exam, with what its invigilator signed of the candidate's name and number.
    fn seat<'e>(&self, events: &'e [Recorded]) -> Option<(&'e SittingId, Digest)> {
        let id = sitting_of(events)?;
        let seated = self.register.sittings.get(id)?.seated.get(&events.first()?.event.attempt)?;
        Some((id, seated.person?))
    }

    /// What was signed since a moment: that this person is called so.
    fn renamed_so(&self, learner: &Learner, since: Moment) -> Option<&Renaming> {
        let renaming = self.register.renamed.get(&learner.id).filter(|it| it.at >= since);
        renaming.filter(|it| self.roll.is_of(it.act.as_str(), learner, &it.person))
    }

    /// The signature without which an exam would not be this person's: it was sat under another name or number, or that is not known.
    pub fn renaming(&self, learner: &Learner, events: &[Recorded]) -> Option<&Renaming> {
        let began = events.first()?.event.at;
        let needed = !self.goes_by_desk && self.held(learner, events) != Person::Same;
        self.renamed_so(learner, began).filter(|_| needed)
    }

    /// The exams of a learner, none of them void, that were sat under another name or number for which nobody signed.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn sat_as_another(&self, store: &dyn Store, learner: &Learner) -> Result<Vec<AttemptId>, Failure> {
        let mut out = Vec::new();
        for row in store.attempts(Some(&learner.id))? {
            let counts = matches!(row.subject, Subject::Licence(_)) && !self.register.voided.contains_key(&row.id);
            if counts && matches!(self.person(learner, &store.events(&row.id)?), Person::Other(_)) {
                out.push(row.id);
            }
        }
        Ok(out)
    }
}
