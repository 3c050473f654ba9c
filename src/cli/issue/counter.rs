//! Where licences of one scheme are issued: whose licence would rest on which exam, and everything that it is made from, with all looked at
//! that does not depend on who issues. Writes nothing; `record` (`issue`) and the batch do.

use std::cell::OnceCell;

use super::basis::{self, Asked, Basis};
use super::grounds::{allowed_then, eligible_then, proper};
use super::raised::Raised;
use super::said::House;
use super::shelf::Shelf;
use super::vouched::{drawn_fairly, ours, vouched};
use super::{Args, Ground, entitled, numbers, person};
use crate::attempt::act::Terms;
use crate::attempt::plan::Plan;
use crate::base::id::{AttemptId, Lang};
use crate::base::moment::Moment;
use crate::cli::failure::{Exit, Failure};
use crate::cli::registry::{ExamCase, Registry};
use crate::cli::sitting::first_met;
use crate::content::{self, Loaded};
use crate::grade::outcome::Outcome as ExamOutcome;
use crate::locale::Words;
use crate::model::licence::Scheme;
use crate::store::{Learner, Store};

/// Where licences of one scheme are issued.
pub struct Counter<'a> {
    loaded: &'a Loaded,
    scheme: &'a Scheme,
    title: &'a str,
    words: &'a Words,
    /// The reader's language of content.
    lang: Lang,
    /// Whether earlier ones are to be renewed.
    renew: bool,
    shelf: Shelf<&'a Loaded>,
    /// The shelf that everybody has.
    shipped: OnceCell<Shelf<Box<Loaded>>>,
    /// What every licence of the scheme says.
    house: OnceCell<House>,
}

impl<'c> Counter<'c> {
    /// For a scheme of a library; with `renew`, for those who have one already.
    pub fn new((loaded, scheme): (&'c Loaded, &'c Scheme), title: &'c str, words: &'c Words, renew: bool) -> Self {
        let (shelf, shipped, house) = (Shelf::new(loaded), OnceCell::new(), OnceCell::new());
        let lang = crate::cli::room::lang(&loaded.library, words);
        Self { loaded, scheme, title, words, lang, renew, shelf, shipped, house }
    }

    /// The number of the exam that a learner's licence would rest on, where there is any; whether it bears one is `basis`'s question.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn exam(
        &self,
        store: &dyn Store,
        registry: &Registry,
        learner: &Learner,
        now: Moment,
    ) -> Result<Option<AttemptId>, Failure> {
        if self.renew {
            let newest = registry.register.newest(&learner.id, &self.scheme.id);
            return Ok(newest.map(|(_, _, issued)| issued.attempt.clone()));
        }
        let mut sat = registry.sat_for(store, &learner.id, &self.scheme.id)?;
        if sat.len() > 1
            && let Ok((case, ..)) = self.basis(store, registry, learner, now)
        {
            return Ok(Some(case.recorded.attempt));
        }
        Ok(sat.pop())
    }

    /// Whether everything in an exam is in the pool shipped with the program, which anybody can read.
    fn is_public(&self, plan: &Plan) -> bool {
        let shipped = self.shipped.get_or_init(|| Shelf::new(Box::new(content::load_shipped())));
        vouched(shipped, plan).is_ok()
    }

    /// The exam that a learner's licence would rest on, and how.
    ///
    /// # Errors
    /// `Failure` that says what is against it.
    pub fn basis(
        &self,
        store: &dyn Store,
        registry: &Registry,
        learner: &Learner,
        now: Moment,
    ) -> Result<(ExamCase, Basis, Terms), Failure> {
        let Self { loaded, scheme, title, renew, lang, .. } = self;
        let asked = Asked { store, library: &loaded.library, learner, scheme, title, lang, renew: *renew, now };
        let (case, basis) = basis::find(&asked, registry)?;
        let terms = basis::terms(&asked, &registry.register, (&basis, case.kept.activity.scheme()));
        Ok((case, basis, terms))
    }

    /// Everything that a learner's licence is made from, with all looked at that does not depend on who issues.
    ///
    /// # Errors
    /// `Failure` that says what is against it.
    pub fn judged<'a>(
        &'a self,
        store: &dyn Store,
        registry: &'a Registry,
        learner: &'a Learner,
        now: Moment,
    ) -> Result<Ground<'a>, Failure> {
        let (loaded, scheme) = (self.loaded, self.scheme);
        let (case, basis, terms) = self.basis(store, registry, learner, now)?;
        let plan = &case.kept.activity.plan;
        let outcome = case.outcome.clone().ok_or_else(|| Failure::damaged(&plan.attempt))?;
        let exams = registry.all(store, &learner.id, scheme)?;
        let public = match basis.follows() {
            Some(before) => basis::was_public(store, before)?,
            None => self.is_public(plan) || self.is_public(&case.recorded),
        };
        let (words, house) = (self.words, self.house.get_or_init(|| House::of(scheme, &loaded.library)));
        let mut ground = Ground { loaded, scheme, learner, case, outcome, registry, exams, public, words, house, basis, terms };
        if let Some(outcome) = self.rests(&ground, store, now)? {
            ground.outcome = outcome;
        }
        Ok(ground)
    }

    /// The whole ground that it rests on. What bears an earlier licence was looked at when that was issued, under the library of then:
    /// of that licence it is asked now whether it is one. Gives what the exam comes to by this library's keys, where it was sat with others.
    fn rests(&self, ground: &Ground<'_>, store: &dyn Store, now: Moment) -> Result<Option<ExamOutcome>, Failure> {
        if let Some(before) = ground.basis.follows() {
            return basis::proven(store, ground.registry, before).map(|()| None);
        }
        let ours = match ours(&self.shelf, store, ground) {
            Ok(ours) => ours,
            Err(failure) => {
                return Err(Raised::of(store, ground)?.iter().fold(failure, |it, raised| raised.beside(it, self.words)));
            }
        };
        let plan = &ours.plan;
        let then = entitled::then(store, ground.registry, &ground.case)?;
        // A form for a sitting is drawn when candidates are called to it.
        let sitting = plan.exam.as_ref().and_then(|exam| ground.registry.register.sittings.get(exam.sitting.as_ref()?));
        let called = sitting.map(|it| ground.registry.before_act(&it.act, &plan.learner));
        let first = || match (sitting, plan.exam.as_ref().and_then(|exam| exam.sitting.as_ref())) {
            (Some(sitting), Some(id)) => first_met(store, (id, sitting), &plan.learner),
            _ => Ok(None),
        };
        drawn_fairly(&self.shelf, store, called.as_ref().unwrap_or(&then), plan, &first)?;
        proper(ground)?;
        allowed_then(ground, &then)?;
        eligible_then(ground, store, &then, now)?;
        Ok(ours.outcome)
    }

    /// Whether what was judged is still what counts: typing takes its time, and what was voided or decided meanwhile counts.
    ///
    /// # Errors
    /// `Failure` that says what is against it.
    pub fn still(&self, store: &dyn Store, ground: &Ground<'_>, now: Moment) -> Result<(), Failure> {
        person::still(store, ground.learner)?;
        let (case, basis, _) = self.basis(store, &Registry::open(store)?, ground.learner, now)?;
        let exam = Some(&case.kept.activity.plan.attempt).filter(|_| basis == ground.basis);
        self.same(ground, exam)
    }

    /// The last number that was given, where it is said; where it has to be, nothing is issued before. Asked again once keys are unlocked.
    ///
    /// # Errors
    /// `Failure` that says what is against it.
    pub fn last_number(&self, store: &dyn Store, registry: &Registry, code: &str, args: &Args) -> Result<Option<u32>, Failure> {
        let given = numbers::given(store, &registry.register, code)?;
        numbers::said(given, (code, &self.scheme.number), args.after.as_deref())
    }

    /// Whether it rests on this exam.
    ///
    /// # Errors
    /// `Failure` that says what is against it.
    pub fn same(&self, ground: &Ground<'_>, exam: Option<&AttemptId>) -> Result<(), Failure> {
        if exam == Some(&ground.case.kept.activity.plan.attempt) {
            return Ok(());
        }
        let gaps = [("name", ground.learner.name.as_str()), ("title", self.title)];
        Err(Failure::new(Exit::Refused, "fail-exam-voided", gaps))
    }
}
