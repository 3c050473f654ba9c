//! The register as this store has it, and what it knows of a candidate: read back, checked, folded. Changes nothing.
//!
//! Whose signature is good is asked of `credential/acts`, what an act may do of `grade/register`, what an exam comes to of
//! `grade/outcome`; here they meet the store.

mod free;
pub mod seats;
mod whom;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub use self::free::{must_be_free, nobody_sits};
use self::whom::Whom;

use super::failure::{Exit, Failure};
use super::parcel::DESK;
use super::recall::{Books, History, Kept, See, past_in};
use super::start;
use crate::attempt::act::{Regraded, Signed};
use crate::attempt::blueprint::Seen as Met;
use crate::attempt::event::{Body, Recorded};
use crate::attempt::plan::{Activity, Conduct, Plan, Step, Subject};
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, LearnerId, LicenceId, LicenceNumber, StaffId, StationId};
use crate::base::moment::Moment;
use crate::credential::acts;
use crate::grade::eligible::{Candidate, Held, Sat, Stands};
use crate::grade::exam::talks;
use crate::grade::outcome::{Case, Outcome, Seen, outcome};
use crate::grade::register::{Register, Sitting, Taken, minutes};
use crate::grade::regrade::{again, falls};
use crate::grade::written::{bears_out, replies};
use crate::model::frozen::{Agreement, Frozen};
use crate::model::grade::Grade;
use crate::model::library::Library;
use crate::model::licence::{Accepts, Scheme};
use crate::store::{AttemptRow, Break, Flaw, Learner, LedgerLine, Sealed, Staff, Store};

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
}

/// An exam as this store has it.
pub struct ExamCase {
    /// Its activity, events and state; under the content that it was marked again under, where it was.
    pub kept: Kept,
    /// Its plan as it was sat.
    pub recorded: Box<Plan>,
    /// What it comes to, where it is over.
    pub outcome: Option<Outcome>,
    /// When it began.
    pub started: Moment,
    /// When it closed, with the digest of that event.
    pub closed: Option<(Moment, Digest)>,
}

impl ExamCase {
    /// The attempt with its grade as it stands now.
    pub fn now(self) -> Kept {
        let mut kept = self.kept;
        if let (Some(Grade::Exam(grade)), Some(outcome)) = (&kept.state.closed, &self.outcome) {
            let now = outcome.grade(grade, &replies(&kept.activity, &kept.state));
            kept.state.closed = Some(Grade::Exam(Box::new(now)));
        }
        kept
    }
}

impl Registry {
    /// Reads all acts and checks every signature.
    ///
    /// # Errors
    /// `Failure` of the store; damaged where a signature is not that of the key the act names.
    pub fn open(store: &dyn Store) -> Result<Self, Failure> {
        let kept: Vec<Rc<Signed>> = store.acts()?.into_iter().map(Rc::new).collect();
        if let Some(bad) = kept.iter().find(|s| !acts::verify(&s.act.digest(), &s.act.key, &s.signature)) {
            return Err(Failure::flawed(&Flaw::Act { act: bad.act.id.clone(), what: Break::Signature }));
        }
        let staff = store.staff()?.into_iter().map(|s| (s.id.clone(), s)).collect();
        let happened = store.happened()?;
        let order = happened.iter().enumerate().map(|(place, line)| (line.what.clone(), place)).collect();
        let books = Books::open(store)?;
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
        Self { register, acts, staff, happened, order, until, whom: None, goes_by_desk, books }
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

    /// The number of the licence that was issued on an exam.
    pub fn issued(&self, attempt: &AttemptId) -> Option<&LicenceNumber> {
        self.register.issued.iter().find(|(_, _, issued)| issued.attempt == *attempt).map(|(_, _, issued)| &issued.number)
    }

    /// An exam with what it comes to.
    ///
    /// # Errors
    /// `Failure` of the store, or where something kept does not belong together.
    pub fn exam(&self, store: &dyn Store, attempt: &AttemptId) -> Result<ExamCase, Failure> {
        let kept = self.books.recall(store, attempt)?;
        let recorded = kept.activity.plan.clone();
        let kept = match self.register.regraded.get(attempt) {
            Some(regrading) => self.marked_again(store, kept, &regrading.regraded)?,
            None => kept,
        };
        Ok(ExamCase { recorded: Box::new(recorded), ..self.case(store, kept)? })
    }

    /// An exam as it was marked again: walked under that content, and graded. What was signed has to come out.
    fn marked_again(&self, store: &dyn Store, kept: Kept, regraded: &Regraded) -> Result<Kept, Failure> {
        let flawed = || Failure::flawed(&Flaw::Regraded(regraded.attempt.clone()));
        let fresh = regraded.swaps.iter().map(|swap| Ok((swap.now, self.books.content(store, swap.now)?)));
        let fresh: BTreeMap<Digest, Frozen> = fresh.collect::<Result<_, Failure>>()?;
        let signed = kept.events.last().map(|last| last.event.digest()) == Some(regraded.closed);
        let again = again(&kept.activity, &kept.events, &regraded.swaps, &fresh).filter(|_| signed).ok_or_else(flawed)?;
        let lower = kept.grade().is_none_or(|was| falls(was, &again.grade));
        if again.grade != regraded.grade || (lower && !regraded.lowers) {
            return Err(flawed());
        }
        Ok(kept.under(again))
    }

    /// What an exam comes to that was read back, or walked again under other content.
    ///
    /// # Errors
    /// As `exam`.
    pub fn case(&self, store: &dyn Store, kept: Kept) -> Result<ExamCase, Failure> {
        let attempt = &kept.activity.plan.attempt;
        let started = kept.events.first().map(|e| e.event.at).unwrap_or_default();
        let closed = kept.state.closed.as_ref().and(kept.events.last()).map(|e| (e.event.at, e.event.digest()));
        let outcome = match (&kept.state.closed, kept.activity.scheme()) {
            (Some(Grade::Exam(grade)), Some(scheme)) => {
                let drawn: Vec<StationId> =
                    kept.activity.plan.exam.iter().flat_map(|e| &e.stations).map(|(id, _)| id.clone()).collect();
                let replies = replies(&kept.activity, &kept.state);
                let case = Case { attempt, scheme, grade, talks: talks(&kept.activity), drawn: &drawn, replies: &replies };
                let outcome = outcome(&case, &self.seen(store, &kept.activity)?, &self.register);
                let signed =
                    outcome.read.is_empty() || closed.is_some_and(|(_, digest)| bears_out(&replies, &outcome.read, digest));
                if !signed {
                    return Err(Failure::flawed(&Flaw::Marks(attempt.clone())));
                }
                Some(outcome)
            }
            _ => None,
        };
        let recorded = Box::new(kept.activity.plan.clone());
        Ok(ExamCase { kept, recorded, outcome, started, closed })
    }

    /// The observations of an exam that examiners stand for, oldest first.
    ///
    /// # Errors
    /// As `exam`.
    fn seen(&self, store: &dyn Store, exam: &Activity) -> Result<Vec<Seen>, Failure> {
        let mut out = Vec::new();
        for observed in self.register.observed.get(&exam.plan.attempt).into_iter().flatten() {
            let kept = self.books.recall(store, &observed.observation)?;
            let last = kept.events.last().map(|e| e.event.digest());
            let fits = watches(&kept.activity.plan, exam, &observed.station, &observed.examiner);
            match kept.state.closed {
                Some(Grade::Station(grade)) if fits && last == Some(observed.closed) => {
                    out.push(Seen { observation: observed.observation.clone(), examiner: observed.examiner.clone(), grade });
                }
                _ => return Err(Failure::flawed(&Flaw::Observation(observed.observation.clone()))),
            }
        }
        Ok(out)
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

    /// What is known of a candidate.
    ///
    /// # Errors
    /// As `exam`.
    pub fn candidate(
        &self,
        store: &dyn Store,
        learner: &Learner,
        (scheme, library): (&Scheme, &Library),
        cases: &[ExamCase],
    ) -> Result<Candidate, Failure> {
        let mut candidate = Candidate { sat: cases.iter().map(|case| self.sat(case)).collect(), ..Candidate::default() };
        let counts = |kept: &Kept| scheme.conduct.accepts == Accepts::Script || !by_script(kept);
        for (row, kept) in self.done(store, learner)?.iter().filter(|(_, kept)| counts(kept)) {
            match &row.subject {
                Subject::Course(id) => {
                    let at = candidate.courses.entry(id.as_str().into()).or_insert(row.last);
                    *at = (*at).max(row.last);
                }
                // Who agreed to another text has not agreed to this one.
                Subject::Agreement(id) if agreed_to(kept) == agreement(library, id) => {
                    candidate.agreed.insert(id.as_str().into());
                }
                _ => {}
            }
        }
        let granted = self.register.granted.get(&(learner.id.clone(), scheme.id.clone()));
        candidate.granted = granted.cloned().unwrap_or_default();
        for ((_, course), waiver) in self.register.waived.iter().filter(|((whose, _), _)| *whose == learner.id) {
            let at = candidate.courses.entry(course.clone()).or_insert(waiver.at);
            *at = (*at).max(waiver.at);
        }
        // One that was revoked is held no longer; one that is suspended is, and no other is sat for meanwhile.
        let newest = self.register.newest(&learner.id, &scheme.id);
        let revoked = |number| self.register.taken.get(number).filter(|it| it.what == Taken::Revoked);
        candidate.licence = newest.map(|(at, _, issued)| {
            let until = revoked(&issued.number).map_or(issued.until, |taking| issued.until.min(Moment(taking.at.0 - 1)));
            Held { issued: *at, until }
        });
        Ok(candidate)
    }

    /// The courses and texts that a learner went through by then, as far as they fit together.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn done(&self, store: &dyn Store, learner: &Learner) -> Result<Vec<(AttemptRow, Kept)>, Failure> {
        let mut rows = store.attempts(Some(&learner.id))?;
        rows.retain(|row| row.closed && matches!(row.subject, Subject::Course(_) | Subject::Agreement(_)));
        rows.retain(|row| self.knows(&Sealed::Closed { attempt: row.id.clone() }) && !self.register.voided.contains_key(&row.id));
        let read = |row: AttemptRow| Some((self.books.recall(store, &row.id).ok()?, row));
        Ok(rows.into_iter().filter_map(read).map(|(kept, row)| (row, kept)).collect())
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

    /// How an exam stands before any further one.
    pub fn sat(&self, case: &ExamCase) -> Sat {
        let attempt = case.kept.activity.plan.attempt.clone();
        let issued = self.register.issued_on(&attempt).is_some();
        let stands = match (&case.outcome, case.closed) {
            (Some(outcome), Some((closed, _))) => outcome.stands(closed, issued),
            _ => Stands::Open,
        };
        Sat { attempt, started: case.started, stands }
    }
}

/// Whether a plan is this examiner's observation of a station as this exam drew it: with all that is asked there, and nothing else.
pub fn watches(plan: &Plan, exam: &Activity, station: &StationId, examiner: &StaffId) -> bool {
    let drawn = exam.plan.exam.iter().flat_map(|e| &e.stations).find(|(id, _)| id == station);
    let theirs = plan.observes.as_ref().is_some_and(|o| o.exam == exam.plan.attempt && o.examiner == *examiner);
    theirs
        && plan.learner == exam.plan.learner
        && drawn.is_some_and(|(_, content)| plan.parts == start::watched(exam.station(content)))
}

/// The digest of a text to agree to, as the library has it.
fn agreement(library: &Library, id: &str) -> Option<Digest> {
    let (title, text) = library.agreements.get(&id.into())?.clone();
    Some(Frozen::Agreement(Agreement { id: id.into(), title, text }).digest())
}

/// The digest of the text that was agreed to.
fn agreed_to(kept: &Kept) -> Option<Digest> {
    let mut steps = kept.activity.plan.parts.iter().flat_map(|part| &part.steps);
    steps.find_map(|step| if let Step::Agree { content, .. } = step { Some(*content) } else { None })
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
/// Whether every stretch of time that an exam was given is one that an invigilator signed for, each once.
pub fn borne_out(attempt: &AttemptId, events: &[Recorded], sitting: &Sitting) -> bool {
    let mut seen = BTreeSet::new();
    events.iter().all(|it| match &it.event.body {
        Body::Extended { act, by } => {
            let signed = sitting.extensions.get(act).is_some_and(|it| it.attempt == *attempt && minutes(it.minutes) == *by);
            signed && seen.insert(act)
        }
        _ => true,
    })
}
