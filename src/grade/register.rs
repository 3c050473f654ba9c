//! The register: what the acts of staff come to. An act counts only if its signer had the role for it by then; whether the signature
//! is good was checked before (`credential/acts`), where the acts were read.
//!
//! Issuers appoint staff and make issuing keys. A person is bound to one key at a time, a code to one issuing key: whoever adds
//! himself, or another key under a name that is there, is nobody. Only the first, where there is nobody yet, speaks for himself; whom
//! that is, the organisation knows. Staff and keys over time → `register/keys`; how licences stand → `register/licensing`, and how
//! one of many is found → `register/places`; exams that were sat at a place and a time → `register/sittings`; exams that were marked
//! again, and appeals → `register/marks`.

mod keys;
mod licensing;
mod marks;
mod places;
mod sittings;

use std::collections::{BTreeMap, BTreeSet};

pub use self::licensing::{Taken, Taking, Waiting};
pub use self::marks::{Hearing, Regrading};
pub use self::places::Places;
pub use self::sittings::{Conclusion, Extension, Incident, Resealing, Seated, Sitting, Unended, Withdrawal, minutes};

use super::written::{Marked, Reading, Readings};
use crate::attempt::act::{Act, Deed, Issued, Signed, StaffRole};
use crate::attempt::plan::Allowance;
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, CourseId, Did, LearnerId, LicenceId, LicenceNumber, SittingId, StaffId, StationId};
use crate::base::moment::Moment;
use crate::model::writing::Overruled;

/// What the acts come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// Whose key is whose, with the roles: each key belongs to one person, each person has one.
    pub staff: BTreeMap<Did, (StaffId, Vec<StaffRole>)>,
    /// Keys that members of staff gave up: what was signed with them before stands.
    pub former: BTreeMap<Did, Former>,
    /// Issuing keys: name and code; retired ones too.
    pub issuers: BTreeMap<Did, (String, String)>,
    /// Issuing keys that sign nothing new.
    pub retired: BTreeMap<Did, Retirement>,
    /// The addresses below which issuing keys' status lists can be fetched, where there is one.
    pub status: BTreeMap<Did, String>,
    /// Who admitted candidates to supervised exams.
    pub admitted: BTreeMap<AttemptId, StaffId>,
    /// Exams at a place and a time, to which candidates were called.
    pub sittings: BTreeMap<SittingId, Sitting>,
    /// What was signed about sittings to which nobody was called by then: it counts once their call is there. A desk that takes its own
    /// sitting back in, after a backup, has it after what was done in it.
    pub early: BTreeMap<SittingId, Vec<(Act, StaffId)>>,
    /// Observations that an examiner stands for, by exam, in order.
    pub observed: BTreeMap<AttemptId, Vec<Observed>>,
    /// Which observation counts where two were apart, and who said so.
    pub settled: BTreeMap<(AttemptId, StationId), (AttemptId, StaffId)>,
    /// Written replies that people read, by exam: the first that marked each, before a licence was issued on it.
    pub read: BTreeMap<AttemptId, Readings>,
    /// Borderline exams decided, in order.
    pub decided: BTreeMap<AttemptId, Vec<Decision>>,
    /// Exams that were marked again, as they were marked last.
    pub regraded: BTreeMap<AttemptId, Regrading>,
    /// Appeals decided: the first decision on each.
    pub heard: BTreeMap<AttemptId, Hearing>,
    /// Who had a hand in how exams were held and marked: whoever decides an appeal is none of these.
    pub hands: BTreeMap<AttemptId, BTreeSet<StaffId>>,
    /// Exams that do not count.
    pub voided: BTreeMap<AttemptId, Moment>,
    /// Exams granted beyond the scheme's number.
    pub granted: BTreeMap<(LearnerId, LicenceId), Vec<Moment>>,
    /// What learners are allowed beyond others: the newest of each that is more than nothing.
    pub allowed: BTreeMap<LearnerId, Allowance>,
    /// What learners were signed to be called, whatever they were called before: the newest of each.
    pub renamed: BTreeMap<LearnerId, Renaming>,
    /// Courses that learners need not take, the newest word on each.
    pub waived: BTreeMap<(LearnerId, CourseId), Waiver>,
    /// What was refused of other PCs, with the acts that say what came of it. Whose word counts depends on who had a hand in it.
    pub answered: BTreeMap<Digest, BTreeSet<ActId>>,
    /// Licences issued, in order.
    pub issued: Vec<(Moment, StaffId, Issued)>,
    /// Where these stand.
    pub places: Places,
    /// Licences that are, or for a time were, suspended, and those revoked.
    pub taken: BTreeMap<LicenceNumber, Taking>,
    /// Provisional licences whose conditions are fulfilled, with the act that says so.
    pub fulfilled: BTreeMap<LicenceNumber, ActId>,
    /// What waits for a second person, in order.
    pub waiting: Vec<Waiting>,
    /// The acts that came to something, with whose they are: also of those who have left or have another key by now.
    pub counted: BTreeMap<ActId, StaffId>,
}

/// A key that a member of staff gave up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// Whose it was.
    pub staff: StaffId,
    /// What the person might do with it.
    pub roles: Vec<StaffRole>,
    /// Until when.
    pub until: Moment,
}

/// The end of an issuing key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retirement {
    /// When.
    pub at: Moment,
    /// The key that took its place.
    pub successor: Option<Did>,
}

/// A learner who is called otherwise than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// The act, by which the salt of the digest is found.
    pub act: ActId,
    /// The digest of name and staff number from then on.
    pub person: Digest,
    /// Since when.
    pub at: Moment,
}

/// A course that need not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Since when.
    pub at: Moment,
    /// Who said so.
    pub by: StaffId,
    /// SHA-256 of the file that shows why.
    pub evidence: Digest,
    /// The act.
    pub act: ActId,
    /// The digest of the act.
    pub digest: Digest,
}

/// An observation that an examiner stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed {
    /// The observation.
    pub observation: AttemptId,
    /// The station.
    pub station: StationId,
    /// Who observed.
    pub examiner: StaffId,
    /// The digest of its `Closed` event that was signed.
    pub closed: Digest,
}

/// A decision on a borderline exam.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Passed or not.
    pub pass: bool,
    /// Who decided.
    pub who: StaffId,
    /// How many of the exam's observations were stood for by then.
    pub observed: usize,
}

impl Register {
    /// From all acts, oldest first.
    pub fn of<'a>(acts: impl IntoIterator<Item = &'a Signed>) -> Self {
        let mut register = Self::default();
        for signed in acts {
            register.take(signed);
        }
        register
    }

    /// What one more act comes to; nothing, where its signer had not the role for it by then.
    pub fn take(&mut self, signed: &Signed) {
        let act = &signed.act;
        if self.staff.is_empty() {
            return self.begin(act);
        }
        let Some(who) = self.who(&act.key, Some(act.deed.takes())) else { return };
        match &act.deed {
            Deed::Issued(_) | Deed::Changed(_) | Deed::Seconded { .. } => return self.license(signed, who),
            Deed::Appointed { .. } | Deed::Founded { .. } | Deed::Retired { .. } | Deed::Left { .. } | Deed::Rekeyed { .. } => {
                if !self.keep_keys(act, &who) {
                    return;
                }
            }
            Deed::Sitting(_) | Deed::Admitted { seat: Some(_), .. } => {
                if !self.sit(act, &who) {
                    return;
                }
                self.lay_hands(&act.deed, &who);
            }
            Deed::Regraded(regraded) => {
                self.lay_hands(&act.deed, &who);
                self.regrade(act, regraded, who.clone());
            }
            Deed::Heard(heard) => self.hear(act, heard, who.clone()),
            _ => {
                self.lay_hands(&act.deed, &who);
                self.examine(act, who.clone());
            }
        }
        self.counted.insert(act.id.clone(), who);
    }

    /// Takes an act of an examiner.
    fn examine(&mut self, act: &Act, who: StaffId) {
        match &act.deed {
            Deed::Admitted { attempt, .. } => drop(self.admitted.insert(attempt.clone(), who)),
            Deed::Observed { .. } => self.observe(&act.deed, who),
            Deed::Settled { exam, station, observation, .. } => {
                // A third decides, on one of those there are: nobody settles on what he saw himself.
                let seen = self.observed.get(exam).map_or(&[][..], Vec::as_slice);
                let here: Vec<_> = seen.iter().filter(|o| o.station == *station).collect();
                let third = here.len() > 1 && here.iter().all(|o| o.examiner != who);
                if third && here.iter().any(|o| o.observation == *observation) {
                    self.settled.entry((exam.clone(), station.clone())).or_insert((observation.clone(), who));
                }
            }
            Deed::Marked { attempt, closed, written, points, red_line, unbroken, otherwise, .. } => {
                let issued = self.issued_on(attempt).is_some();
                if let (false, Ok(number)) = (issued, usize::try_from(*written)) {
                    let (unbroken, otherwise) = (unbroken.iter().cloned().collect(), otherwise.iter().cloned().collect());
                    let marked = Marked { points: *points, red_line: *red_line };
                    let reading = Reading { marked, overruled: Overruled { unbroken, otherwise }, who, closed: *closed };
                    self.read.entry(attempt.clone()).or_default().entry(number).or_insert(reading);
                }
            }
            Deed::Decided { attempt, pass, .. } => {
                let observed = self.observed.get(attempt).map_or(0, Vec::len);
                self.decided.entry(attempt.clone()).or_default().push(Decision { pass: *pass, who, observed });
            }
            Deed::Voided { attempt, .. } => drop(self.voided.insert(attempt.clone(), act.at)),
            Deed::Granted { learner, licence, .. } => {
                self.granted.entry((learner.clone(), licence.clone())).or_default().push(act.at);
            }
            Deed::Allowed { learner, allowance, .. } => {
                if *allowance == Allowance::default() {
                    self.allowed.remove(learner);
                } else {
                    self.allowed.insert(learner.clone(), *allowance);
                }
            }
            Deed::Renamed { learner, person, .. } => {
                self.renamed.insert(learner.clone(), Renaming { act: act.id.clone(), person: *person, at: act.at });
            }
            Deed::Answered { refused, .. } => drop(self.answered.entry(*refused).or_default().insert(act.id.clone())),
            Deed::Waived { learner, course, evidence, .. } => {
                let (at, act, digest) = (act.at, act.id.clone(), act.digest());
                self.waived.insert((learner.clone(), course.clone()), Waiver { at, by: who, evidence: *evidence, act, digest });
            }
            _ => {}
        }
    }

    fn observe(&mut self, deed: &Deed, who: StaffId) {
        let Deed::Observed { observation, closed, exam, station } = deed else { return };
        // Who settled has judged already.
        if self.settled.get(&(exam.clone(), station.clone())).is_some_and(|(_, third)| *third == who) {
            return;
        }
        let seen = self.observed.entry(exam.clone()).or_default();
        let again = seen.iter().any(|o| o.observation == *observation || (o.station == *station && o.examiner == who));
        if !again {
            let (observation, station) = (observation.clone(), station.clone());
            seen.push(Observed { observation, station, examiner: who, closed: *closed });
        }
    }

    /// Where there is nobody yet: an issuer who speaks for himself.
    fn begin(&mut self, act: &Act) {
        if let Deed::Appointed { staff, roles, appointed } = &act.deed
            && *appointed == act.key
            && roles.contains(&StaffRole::Issuer)
        {
            self.staff.insert(appointed.clone(), (staff.clone(), roles.clone()));
            self.counted.insert(act.id.clone(), staff.clone());
        }
    }

    /// Whose key it is, where that person has the role.
    pub fn who(&self, key: &Did, role: Option<StaffRole>) -> Option<StaffId> {
        let (staff, roles) = self.staff.get(key)?;
        role.is_none_or(|role| roles.contains(&role)).then(|| staff.clone())
    }
}
