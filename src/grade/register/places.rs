//! Licences found by number, holder or exam without going through all of them: a register may have tens of thousands.

use std::collections::BTreeMap;

use super::Register;
use crate::attempt::act::Issued;
use crate::base::id::{AttemptId, LearnerId, LicenceId, LicenceNumber, StaffId};
use crate::base::moment::Moment;

/// Where licences stand in `Register::issued`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The first of that number.
    number: BTreeMap<LicenceNumber, usize>,
    /// The first that follows the one of that number.
    follower: BTreeMap<LicenceNumber, usize>,
    /// The newest of a learner under a scheme.
    newest: BTreeMap<(LearnerId, LicenceId), usize>,
    /// The newest on an exam.
    exam: BTreeMap<AttemptId, usize>,
}

impl Register {
    /// Enters a licence.
    pub(super) fn enter(&mut self, at: Moment, who: StaffId, issued: &Issued) {
        let place = self.issued.len();
        self.places.number.entry(issued.number.clone()).or_insert(place);
        if let Some(before) = &issued.terms.follows {
            self.places.follower.entry(before.clone()).or_insert(place);
        }
        self.places.newest.insert((issued.learner.clone(), issued.licence.clone()), place);
        self.places.exam.insert(issued.attempt.clone(), place);
        self.issued.push((at, who, issued.clone()));
    }

    /// A licence that was issued, by its number.
    pub fn licence(&self, number: &LicenceNumber) -> Option<&Issued> {
        self.at(self.places.number.get(number)).map(|(_, _, issued)| issued)
    }

    /// The licence that follows another one, if one does.
    pub fn follower(&self, number: &LicenceNumber) -> Option<&Issued> {
        self.at(self.places.follower.get(number)).map(|(_, _, issued)| issued)
    }

    /// The newest licence of a learner under a scheme.
    pub fn newest(&self, learner: &LearnerId, licence: &LicenceId) -> Option<&(Moment, StaffId, Issued)> {
        self.at(self.places.newest.get(&(learner.clone(), licence.clone())))
    }

    /// The newest licence that was issued on an exam.
    pub fn issued_on(&self, exam: &AttemptId) -> Option<&Issued> {
        self.at(self.places.exam.get(exam)).map(|(_, _, issued)| issued)
    }

    fn at(&self, place: Option<&usize>) -> Option<&(Moment, StaffId, Issued)> {
        self.issued.get(*place?)
    }
}
