//! The register as this store has it, and what it knows of a candidate: read back, checked, folded. Changes nothing.
//!
//! Whose signature is good is asked of `credential/acts`, what an act may do of `grade/register`, what an exam comes to of
//! `grade/outcome`; here they meet the store.

mod candidates;
mod cases;
pub mod clocks;
mod free;
pub mod meanwhile;
pub mod person;
pub mod seats;
mod whom;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub use self::cases::{ExamCase, watches};
pub use self::free::{must_be_free, nobody_sits};
use self::whom::Whom;

use super::failure::{Exit, Failure};
use super::parcel::DESK;
use super::recall::{Books, History, Kept, See, past_in};
use super::roll::Roll;
use crate::attempt::act::Signed;
use crate::attempt::blueprint::Seen as Met;
use crate::attempt::event::Body;
use crate::attempt::plan::{Conduct, Subject};
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, LearnerId, LicenceId, StaffId};
use crate::base::moment::Moment;
use crate::credential::acts;
use crate::grade::register::Register;
use crate::model::licence::Scheme;
use crate::store::{Break, Flaw, Learner, LedgerLine, Sealed, Staff, Store};

/// The register as this store has it.
pub struct Registry {
    /// What the acts come to.
    pub register: Register,
    /// All acts, oldest first.
    pub acts: Vec<Rc<Signed>>,
    /// Staff by id; erased ones are not here.
    pub staff: Rc<BTreeMap<StaffId, Staff>>,
    /// Everything that happened, in order.
    happened: Rc<Vec<LedgerLine>>,
    /// The place of everything in that: what came before what is said by it, not by anybody's clock.
    order: Rc<BTreeMap<Sealed, usize>>,
    /// Up to which place it knows anything; `None`: all there is.
    until: Option<usize>,
    /// Whom the acts are about; `None` where they are few.
    whom: Option<Whom>,
    /// Whether this PC goes by the roster of a desk.
    goes_by_desk: bool,
    /// What attempts are held against that it reads back: opened once, however many they are.
    books: Rc<Books>,
    /// What people were called when that was signed.
    pub roll: Rc<Roll>,
}

impl Registry {
    /// Reads all acts and checks every signature.
    ///
    /// # Errors
    /// `Failure` of the store; damaged where a signature is not that of the key the act names.
    pub fn open(store: &dyn Store) -> Result<Self, Failure> {
        let happened = store.happened()?;
        let kept: Vec<Rc<Signed>> = store.acts_along(&happened)?.into_iter().map(Rc::new).collect();
        if let Some(bad) = kept.iter().find(|s| !acts::verify(&s.act.digest(), &s.act.key, &s.signature)) {
            return Err(Failure::flawed(&Flaw::Act { act: bad.act.id.clone(), what: Break::Signature }));
        }
        let staff = store.staff()?.into_iter().map(|s| (s.id.clone(), s)).collect();
        let order = happened.iter().enumerate().map(|(place, line)| (line.what.clone(), place)).collect();
        let books = Books::of(store, &happened)?;
        let whom = Whom::of(&kept, &|attempt| books.whose(attempt));
        Ok(Self {
            register: Register::of(kept.iter().map(Rc::as_ref)),
            acts: kept,
            staff: Rc::new(staff),
            happened: Rc::new(happened),
            order: Rc::new(order),
            until: None,
            whom: Some(whom),
            goes_by_desk: store.setting(DESK)?.is_some(),
            books: Rc::new(books),
            roll: Rc::new(Roll::read(store)?),
        })
    }

    /// The register as it was when a learner's attempt began, with what had happened before: as far as it is about that learner, or
    /// about nobody.
    pub fn before(&self, attempt: &AttemptId, learner: &LearnerId) -> Self {
        self.before_line(&Sealed::Started { attempt: attempt.clone() }, learner)
    }

    /// The same before an act.
    pub fn before_act(&self, act: &ActId, learner: &LearnerId) -> Self {
        self.before_line(&Sealed::Act { act: act.clone() }, learner)
    }

    fn before_line(&self, what: &Sealed, learner: &LearnerId) -> Self {
        let until = self.order.get(what).copied().or(Some(0));
        let then = self.with(Vec::new(), until);
        let acts: Vec<_> = self.about(learner).filter(|s| then.knows(&Sealed::Act { act: s.act.id.clone() })).cloned().collect();
        Self { register: Register::of(acts.iter().map(Rc::as_ref)), acts, ..then }
    }

    /// The register as the acts signed until a moment make it, by the clocks of those who signed.
    pub fn until(&self, moment: Moment) -> Self {
        self.with(self.acts.iter().filter(|signed| signed.act.at <= moment).cloned().collect(), self.until)
    }

    /// The same store with these acts, up to a place.
    fn with(&self, acts: Vec<Rc<Signed>>, until: Option<usize>) -> Self {
        let (staff, happened, order, books) = (self.staff.clone(), self.happened.clone(), self.order.clone(), self.books.clone());
        let (register, goes_by_desk) = (Register::of(acts.iter().map(Rc::as_ref)), self.goes_by_desk);
        let roll = self.roll.clone();
        Self { register, acts, staff, happened, order, until, whom: None, goes_by_desk, books, roll }
    }

    /// What issuers sign is signed where the roster is kept: nobody takes it from another PC.
    ///
    /// # Errors
    /// `Failure` with exit 5 on a PC that goes by a desk's roster.
    pub fn must_be_desk(&self) -> Result<(), Failure> {
        match self.goes_by_desk {
            true => Err(Failure::new(Exit::Refused, "fail-signed-at-desk", []).hint("hint-signed-at-desk", [])),
            false => Ok(()),
        }
    }

    /// The acts about a learner, and those about nobody: staff and keys. In order.
    pub fn about(&self, learner: &LearnerId) -> impl Iterator<Item = &Rc<Signed>> {
        let places = self.whom.as_ref().map(|whom| whom.about(learner));
        let all = if places.is_none() { &self.acts[..] } else { &[] };
        places.into_iter().flatten().filter_map(|place| self.acts.get(place)).chain(all)
    }

    /// Whether this had happened by then.
    fn knows(&self, what: &Sealed) -> bool {
        self.until.is_none_or(|until| self.order.get(what).is_some_and(|number| *number < until))
    }

    /// Whether an act stands in the ledger before an attempt's end.
    pub fn came_before_the_end(&self, act: &ActId, attempt: &AttemptId) -> bool {
        let act = self.order.get(&Sealed::Act { act: act.clone() });
        let end = self.order.get(&Sealed::Closed { attempt: attempt.clone() });
        act.zip(end).is_some_and(|(act, end)| act < end)
    }

    /// The place of an attempt's beginning.
    fn begun(&self, attempt: &AttemptId) -> Option<usize> {
        self.order.get(&Sealed::Started { attempt: attempt.clone() }).copied()
    }

    /// The digest of the line that seals an attempt's beginning: what an examiner signs who admits to it.
    pub fn line_of(&self, attempt: &AttemptId) -> Option<Digest> {
        self.happened.get(self.begun(attempt)?).map(LedgerLine::digest)
    }

    /// What a learner met in exams of any scheme, voided ones too.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn met(&self, store: &dyn Store, learner: &LearnerId) -> Result<Met, Failure> {
        let mut met = Met::default();
        for row in store.attempts(Some(learner))? {
            if matches!(row.subject, Subject::Licence(_)) && self.knows(&Sealed::Started { attempt: row.id.clone() }) {
                met.add(&self.books.recall(store, &row.id)?.activity.plan);
            }
        }
        Ok(met)
    }

    /// The name of a member of staff; the id where it was erased.
    pub fn name(&self, id: &StaffId) -> String {
        self.staff.get(id).map_or_else(|| id.to_string(), |s| s.name.clone())
    }

    /// A learner's exams of a scheme that were not voided, oldest first.
    ///
    /// # Errors
    /// As `exam`.
    pub fn exams(&self, store: &dyn Store, learner: &LearnerId, scheme: &Scheme) -> Result<Vec<ExamCase>, Failure> {
        self.sat_for(store, learner, &scheme.id)?.iter().map(|attempt| self.exam(store, attempt)).collect()
    }

    /// The numbers of these.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn sat_for(&self, store: &dyn Store, learner: &LearnerId, licence: &LicenceId) -> Result<Vec<AttemptId>, Failure> {
        let subject = Subject::Licence(licence.to_string());
        let mut rows = store.attempts(Some(learner))?;
        rows.retain(|row| row.subject == subject && self.knows(&Sealed::Started { attempt: row.id.clone() }));
        rows.retain(|row| !self.register.voided.contains_key(&row.id));
        rows.sort_by_key(|row| self.begun(&row.id));
        Ok(rows.into_iter().map(|row| row.id).collect())
    }

    /// All of a learner's exams of a scheme, voided ones too.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn all(&self, store: &dyn Store, learner: &LearnerId, scheme: &Scheme) -> Result<BTreeSet<AttemptId>, Failure> {
        let subject = Subject::Licence(scheme.id.to_string());
        Ok(store.attempts(Some(learner))?.into_iter().filter(|r| r.subject == subject).map(|r| r.id).collect())
    }

    /// Everything a learner did, read from these books: for many learners.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn past(&self, store: &dyn Store, learner: &Learner) -> Result<History, Failure> {
        self.past_seen(store, learner, &mut |_, _| {})
    }

    /// The same; each attempt that reads well is looked at on the way.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn past_seen(&self, store: &dyn Store, learner: &Learner, see: See<'_>) -> Result<History, Failure> {
        past_in((&self.books, Some(self)), store, learner, see)
    }
}

/// The digest of the ledger line that seals an attempt's beginning: what an examiner signs who admits to it.
///
/// # Errors
/// `Failure` of the store.
pub fn begun(store: &dyn Store, attempt: &AttemptId) -> Result<Option<Digest>, Failure> {
    let lines = store.happened()?;
    let line = lines.iter().find(|line| line.what == Sealed::Started { attempt: attempt.clone() });
    Ok(line.map(LedgerLine::digest))
}

/// Whether a script replied at any time.
pub fn by_script(kept: &Kept) -> bool {
    let resumed = |e: &crate::attempt::event::Recorded| matches!(e.event.body, Body::Resumed { conduct: Conduct::Script });
    kept.activity.plan.conduct == Conduct::Script || kept.events.iter().any(resumed)
}
