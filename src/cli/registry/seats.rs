//! Exams of sittings held against their sitting: whether the end that was signed at their PC covers them, whether their times can be, and
//! whether somebody sat twice, or at two places at once. Changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::{ExamCase, Registry};
use crate::attempt::act::Issued;
use crate::attempt::event::{Body, Recorded};
use crate::attempt::plan::Plan;
use crate::attempt::state::State;
use crate::base::dice::Seed;
use crate::base::id::{AttemptId, LearnerId, LicenceNumber, SittingId};
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::licences;
use crate::grade::register::{Conclusion, Sitting, minutes};
use crate::model::span::Span;
use crate::store::{Sealed, Store};

/// By how much clocks may differ before something cannot be, in milliseconds: a minute, as when candidates are let in.
pub const SLACK: i64 = 60_000;

/// How an exam stands to the end of its sitting that was signed at its PC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The end covers it whole.
    Covered,
    /// No such end is here.
    Unsigned,
    /// It went on after that end.
    After,
}

impl Registry {
    /// How a closed exam stands to its sitting's end.
    pub fn bound(&self, attempt: &AttemptId, closed: Moment, sitting: &Sitting) -> Bound {
        let mut ends = sitting.concluded.iter().filter(|it| it.exams.contains(attempt)).peekable();
        if ends.peek().is_none() {
            return Bound::Unsigned;
        }
        let covers = |end: &Conclusion| self.covers(attempt, end) && !ends_before(end.at, closed);
        if ends.any(covers) { Bound::Covered } else { Bound::After }
    }

    /// Whether the line that an end names comes after the exam's last one.
    fn covers(&self, attempt: &AttemptId, end: &Conclusion) -> bool {
        let closed = self.order.get(&Sealed::Closed { attempt: attempt.clone() }).copied();
        let act = self.order.get(&Sealed::Act { act: end.act.clone() }).copied();
        let between = closed.zip(act).and_then(|(closed, act)| self.happened.get(closed..act)).unwrap_or_default();
        // It is the newest line before the act, or nearly so.
        between.iter().rev().any(|line| line.digest() == end.head)
    }
}

/// The sitting that an exam was begun in.
pub fn sitting_of(events: &[Recorded]) -> Option<&SittingId> {
    match &events.first()?.event.body {
        Body::Started { plan } => plan.exam.as_ref()?.sitting.as_ref(),
        _ => None,
    }
}

/// Whether an end that is signed now would come before something that it covers.
pub const fn ends_before(end: Moment, last: Moment) -> bool {
    last.0 > end.0.saturating_add(SLACK)
}

/// Whether an exam began before anybody was called to its sitting.
pub fn too_early(began: Moment, sitting: &Sitting) -> bool {
    began.0 < sitting.at.0.saturating_sub(SLACK)
}

/// Whether something was replied in an exam when its part, or all of it, was over by the clock that the exam itself goes by: with what was
/// given until then, and with any time between the parts. When it was closed does not matter: that is done when somebody next looks.
pub fn too_long(case: &ExamCase) -> bool {
    let activity = &case.kept.activity;
    let mut state = State::new(activity);
    for it in &case.kept.events {
        let end = state.deadline(activity).map(|end| Span(SLACK).after(end));
        if is_reply(&it.event.body) && end.is_some_and(|end| it.event.at > end) {
            return true;
        }
        // What does not follow is told by whoever reads it back.
        if state.apply(activity, it).is_err() {
            return false;
        }
    }
    false
}

/// The papers of a sitting that a candidate has seen anything of, by their seeds, with the exams. Of an exam that nobody was let into and
/// nothing was replied in, nothing was shown.
///
/// # Errors
/// `Failure` of the store.
pub fn papers_before(
    store: &dyn Store,
    registry: &Registry,
    (learner, sitting): (&LearnerId, &SittingId),
) -> Result<Vec<(AttemptId, Seed)>, Failure> {
    let mut out = Vec::new();
    for row in store.attempts(Some(learner))?.into_iter().filter(|row| row.subject.parts().0 == "licence") {
        let events = store.events(&row.id)?;
        let Some(Body::Started { plan }) = events.first().map(|it| &it.event.body) else { continue };
        let here = sitting_of(&events) == Some(sitting);
        if here && (events.len() > 1 || registry.register.admitted.contains_key(&row.id)) {
            out.push((row.id, plan.seed));
        }
    }
    Ok(out)
}

/// Where and when somebody sat an exam of a sitting.
pub struct Stay {
    /// The exam.
    pub exam: AttemptId,
    sitting: SittingId,
    began: Moment,
    /// The last reply. When it was closed does not matter: that is done when somebody next looks.
    left: Moment,
}

impl Stay {
    /// By what is recorded of an exam; `None`: it belongs to no sitting.
    pub fn of(exam: AttemptId, events: &[Recorded]) -> Option<Self> {
        let sitting = sitting_of(events)?.clone();
        let began = events.first()?.event.at;
        let left = last_reply(events).unwrap_or(began);
        Some(Self { exam, sitting, began, left })
    }

    /// Whether one person has no business in both: twice in one sitting, or at two places at once.
    pub fn clashes(&self, other: &Self) -> bool {
        let both = self.left.0.min(other.left.0) - self.began.0.max(other.began.0);
        self.sitting == other.sitting || both > SLACK
    }
}

/// The other exams that a candidate sat in the sitting of this one, or elsewhere at the same time, where all count: he sat twice.
///
/// # Errors
/// `Failure` of the store.
pub fn twins(
    registry: &Registry,
    store: &dyn Store,
    (learner, exam): (&LearnerId, &AttemptId),
) -> Result<Vec<AttemptId>, Failure> {
    let counts = |id: &AttemptId| !registry.register.voided.contains_key(id);
    let mut rows = store.attempts(Some(learner))?;
    rows.retain(|row| row.id != *exam && row.subject.parts().0 == "licence" && counts(&row.id));
    if rows.is_empty() || !counts(exam) {
        return Ok(Vec::new());
    }
    let Some(own) = Stay::of(exam.clone(), &store.events(exam)?) else { return Ok(Vec::new()) };
    let mut out = Vec::new();
    for row in rows {
        let other = Stay::of(row.id.clone(), &store.events(&row.id)?);
        out.extend(other.filter(|other| own.clashes(other)).map(|other| other.exam));
    }
    Ok(out)
}

/// When a candidate replied last.
pub fn last_reply(events: &[Recorded]) -> Option<Moment> {
    events.iter().filter(|it| is_reply(&it.event.body)).map(|it| it.event.at).max()
}

/// Whether it is something that the candidate did.
const fn is_reply(body: &Body) -> bool {
    use Body::{Answered, Asked, Chose, Flagged, HandedIn, Rated, Read, Turned, Wrote};
    matches!(
        body,
        Answered { .. }
            | Asked { .. }
            | Chose { .. }
            | Flagged { .. }
            | HandedIn { .. }
            | Rated { .. }
            | Read { .. }
            | Turned { .. }
            | Wrote { .. }
    )
}

/// Exams of one person of which not all can count, the first begun first: in one sitting, or at two places at once.
pub struct Twice {
    /// Who.
    pub learner: LearnerId,
    /// The exams, each with its sitting.
    pub exams: Vec<(AttemptId, SittingId)>,
}

impl Twice {
    /// Whether it was in one sitting; the first of them.
    pub fn sitting(&self) -> (&str, bool) {
        let mut all = self.exams.iter().map(|(_, sitting)| sitting);
        let first = all.next().map_or("", |it| it.short());
        (first, all.all(|it| it.short() == first))
    }

    /// The exams and their sittings, in words of a sentence.
    pub fn named(&self, comma: &str) -> (String, String) {
        let exams: Vec<&str> = self.exams.iter().map(|(exam, _)| exam.short()).collect();
        let sittings: Vec<&str> = self.exams.iter().map(|(_, sitting)| sitting.short()).collect();
        (exams.join(comma), sittings.join(comma))
    }

    /// The licences in force that were issued on one of them before the other was here.
    pub fn licences<'r>(&self, registry: &'r Registry, now: Moment) -> Vec<&'r LicenceNumber> {
        let theirs = |issued: &&Issued| self.exams.iter().any(|(exam, _)| *exam == issued.attempt);
        let issued = registry.register.issued.iter().map(|(_, _, issued)| issued).filter(theirs);
        issued.filter(|it| licences::State::of_number(registry, it, now).holds()).map(|it| &it.number).collect()
    }
}

/// Who sat twice, none of the exams void.
///
/// # Errors
/// `Failure` of the store.
pub fn sat_twice(registry: &Registry, store: &dyn Store) -> Result<Vec<Twice>, Failure> {
    let mut rows = store.attempts(None)?;
    rows.retain(|row| row.subject.parts().0 == "licence" && !registry.register.voided.contains_key(&row.id));
    // Whoever has one exam has not sat twice: most are not looked into.
    let mut counts: BTreeMap<LearnerId, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *counts.entry(row.learner.clone()).or_default() += 1);
    let mut all: BTreeMap<LearnerId, Vec<Vec<Stay>>> = BTreeMap::new();
    for row in rows.into_iter().filter(|row| counts.get(&row.learner).is_some_and(|count| *count > 1)) {
        // What does not read is told by `audit`.
        let events = store.events(&row.id).unwrap_or_default();
        let Some(stay) = Stay::of(row.id, &events) else { continue };
        let theirs = all.entry(row.learner).or_default();
        // Whatever it clashes with goes together.
        let (with, mut others): (Vec<_>, Vec<_>) =
            std::mem::take(theirs).into_iter().partition(|them| them.iter().any(|it| it.clashes(&stay)));
        others.push(with.into_iter().flatten().chain([stay]).collect());
        *theirs = others;
    }
    let twice = |learner: LearnerId, mut stays: Vec<Stay>| {
        stays.sort_by(|a, b| (a.began, &a.exam).cmp(&(b.began, &b.exam)));
        Twice { learner, exams: stays.into_iter().map(|it| (it.exam, it.sitting)).collect() }
    };
    let clashing = all.into_iter().flat_map(|(learner, groups)| groups.into_iter().map(move |stays| (learner.clone(), stays)));
    Ok(clashing.filter(|(_, stays)| stays.len() > 1).map(|(learner, stays)| twice(learner, stays)).collect())
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

/// What is wrong with an exam of a sitting: the key of its sentence.
pub fn flaw_of(registry: &Registry, attempt: &AttemptId, events: &[Recorded]) -> Option<&'static str> {
    let first = &events.first()?.event;
    let Body::Started { plan } = &first.body else { return None };
    let id: &SittingId = plan.exam.as_ref()?.sitting.as_ref()?;
    let Some(sitting) = registry.register.sittings.get(id) else { return Some("flaw-no-sitting") };
    let theirs = |plan: &Plan| {
        sitting.called.candidates.contains(&plan.learner) && plan.subject.parts().1 == sitting.called.licence.as_str()
    };
    if !theirs(plan) || !sitting.called.begins_at(first.at) {
        return Some("flaw-not-called");
    }
    if !borne_out(attempt, events, sitting) {
        return Some("flaw-extended");
    }
    if registry.register.voided.contains_key(attempt) {
        return None;
    }
    let closed = events.last().filter(|it| matches!(it.event.body, Body::Closed { .. })).map(|it| it.event.at);
    match closed.map(|at| registry.bound(attempt, at, sitting)) {
        _ if !sitting.is_themselves(attempt) => Some("flaw-other-person"),
        _ if too_early(first.at, sitting) => Some("flaw-before-call"),
        Some(Bound::After) => Some("flaw-after-close"),
        _ => None,
    }
}
