//! The register as this store has it, and what it knows of a candidate: read back, checked, folded. Changes nothing.
//!
//! Whose signature is good is asked of `credential/acts`, what an act may do of `grade/register`, what an exam comes to of
//! `grade/outcome`; here they meet the store.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::failure::{Exit, Failure};
use super::recall::{Books, History, Kept, past_in, recall};
use super::start;
use crate::attempt::act::Signed;
use crate::attempt::blueprint::Seen as Met;
use crate::attempt::event::Body;
use crate::attempt::plan::{Activity, Conduct, Plan, Step, Subject};
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, LearnerId, LicenceNumber, StaffId, StationId};
use crate::base::moment::Moment;
use crate::credential::acts;
use crate::grade::eligible::{Candidate, Held, Sat, Stands};
use crate::grade::exam::talks;
use crate::grade::outcome::{Case, Outcome, Seen, outcome};
use crate::grade::register::{Register, Taken};
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
    pub acts: Vec<Signed>,
    /// Staff by id; erased ones are not here.
    pub staff: BTreeMap<StaffId, Staff>,
    /// The place of everything in the ledger: what came before what is said by it, not by anybody's clock.
    order: BTreeMap<Sealed, u64>,
    /// Up to which line it knows anything; `None`: all there is.
    until: Option<u64>,
    /// What attempts are held against that it reads back: opened once, however many they are.
    books: Rc<Books>,
}

/// An exam as this store has it.
pub struct ExamCase {
    /// Its activity, events and state.
    pub kept: Kept,
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
        let kept = store.acts()?;
        if let Some(bad) = kept.iter().find(|s| !acts::verify(&s.act.digest(), &s.act.key, &s.signature)) {
            return Err(Failure::flawed(&Flaw::Act { act: bad.act.id.clone(), what: Break::Signature }));
        }
        let staff = store.staff()?.into_iter().map(|s| (s.id.clone(), s)).collect();
        let happened = store.happened()?.into_iter().zip(0..);
        let order = happened.map(|(line, place)| (line.what, place)).collect();
        Ok(Self { register: Register::of(&kept), acts: kept, staff, order, until: None, books: Rc::new(Books::open(store)?) })
    }

    /// The register as it was when an attempt began, with what had happened before.
    pub fn before(&self, attempt: &AttemptId) -> Self {
        let until = self.order.get(&Sealed::Started { attempt: attempt.clone() }).copied().or(Some(0));
        let (staff, order, books) = (self.staff.clone(), self.order.clone(), self.books.clone());
        let then = Self { register: Register::default(), acts: vec![], staff, order, until, books };
        let acts: Vec<Signed> =
            self.acts.iter().filter(|s| then.knows(&Sealed::Act { act: s.act.id.clone() })).cloned().collect();
        Self { register: Register::of(&acts), acts, ..then }
    }

    /// The register as the acts signed until a moment make it, by the clocks of those who signed.
    pub fn until(&self, moment: Moment) -> Self {
        let acts: Vec<Signed> = self.acts.iter().filter(|signed| signed.act.at <= moment).cloned().collect();
        let (staff, order, books) = (self.staff.clone(), self.order.clone(), self.books.clone());
        Self { register: Register::of(&acts), acts, staff, order, until: self.until, books }
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
    fn begun(&self, attempt: &AttemptId) -> Option<u64> {
        self.order.get(&Sealed::Started { attempt: attempt.clone() }).copied()
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
        Ok(ExamCase { kept, outcome, started, closed })
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
        let subject = Subject::Licence(scheme.id.to_string());
        let mut out = Vec::new();
        let known = |row: &&AttemptRow| row.subject == subject && self.knows(&Sealed::Started { attempt: row.id.clone() });
        for row in store.attempts(Some(learner))?.iter().filter(known) {
            if !self.register.voided.contains_key(&row.id) {
                out.push(self.exam(store, &row.id)?);
            }
        }
        out.sort_by_key(|case| self.begun(&case.kept.activity.plan.attempt));
        Ok(out)
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
        let counts = |scripted: bool| !scripted || scheme.conduct.accepts == Accepts::Script;
        for done in self.past(store, learner)?.past.iter().filter(|p| p.grade.is_some() && counts(p.scripted)) {
            if !self.knows(&Sealed::Closed { attempt: done.attempt.clone() }) {
                continue;
            }
            match &done.subject {
                Subject::Course(id) => {
                    let at = candidate.courses.entry(id.as_str().into()).or_insert(done.last);
                    *at = (*at).max(done.last);
                }
                // Who agreed to another text has not agreed to this one.
                Subject::Agreement(id) if agreed_to(store, &done.attempt)? == agreement(library, id) => {
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

    /// Everything a learner did, read from these books: for many learners.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn past(&self, store: &dyn Store, learner: &Learner) -> Result<History, Failure> {
        past_in(&self.books, Some(self), store, learner)
    }

    fn sat(&self, case: &ExamCase) -> Sat {
        let attempt = case.kept.activity.plan.attempt.clone();
        let issued = self.register.issued.iter().any(|(_, _, i)| i.attempt == attempt);
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
fn agreed_to(store: &dyn Store, attempt: &AttemptId) -> Result<Option<Digest>, Failure> {
    let kept = recall(store, attempt)?;
    let steps = kept.activity.plan.parts.iter().flat_map(|part| &part.steps);
    Ok(steps.into_iter().find_map(|step| if let Step::Agree { content, .. } = step { Some(*content) } else { None }))
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

/// Nothing but an exam that is under way may be done by its candidate: no practice, no debrief.
///
/// # Errors
/// `Failure` with exit 5 that names the exam.
pub fn must_be_free(store: &dyn Store, learner: &LearnerId) -> Result<(), Failure> {
    for row in store.attempts(Some(learner))? {
        let Subject::Licence(id) = &row.subject else { continue };
        if row.closed || Registry::open(store)?.register.voided.contains_key(&row.id) {
            continue;
        }
        // Also after its time: `exam` closes it, by the clock it goes by; another clock opens nothing.
        return Err(Failure::new(Exit::Refused, "fail-exam-under-way", [("id", id)]).hint("hint-exam-go-on", [("id", id)]));
    }
    Ok(())
}

/// How long an exam that nobody goes on with keeps keys closed, in milliseconds: a day, far beyond any limit that is shipped.
const ABANDONED: i64 = 24 * 60 * 60 * 1000;

/// Refuses what shows keys while somebody sits an exam at this store, whoever asks: here nobody can tell who that is. It keeps honest
/// people honest; on one's own machine nothing is secret.
///
/// # Errors
/// `Failure` with exit 5 that names the exam.
pub fn nobody_sits(store: &dyn Store, now: Moment) -> Result<(), Failure> {
    for row in store.attempts(None)? {
        let Subject::Licence(id) = &row.subject else { continue };
        let abandoned = now.0.saturating_sub(row.last.0) > ABANDONED;
        if !row.closed && !abandoned && !Registry::open(store)?.register.voided.contains_key(&row.id) {
            return Err(Failure::new(Exit::Refused, "fail-keys-closed", [("id", id)]));
        }
    }
    Ok(())
}
