//! Exams of sittings held against their sitting: whether the end that was signed at their PC covers them, whether their times can be, and
//! whether somebody sat twice. Changes nothing.

use std::collections::BTreeSet;

use super::{ExamCase, Registry};
use crate::attempt::event::{Body, Recorded};
use crate::base::id::{AttemptId, LearnerId, SittingId};
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::grade::register::{Conclusion, Sitting, minutes};
use crate::model::span::Span;
use crate::store::{Sealed, Store};

/// By how much clocks may differ before something cannot be, in milliseconds: a minute, as when candidates are let in.
const SLACK: i64 = 60_000;

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
        let covers = |end: &Conclusion| self.covers(attempt, end) && closed.0 <= end.at.0.saturating_add(SLACK);
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

/// Whether an exam began before anybody was called to its sitting.
pub fn too_early(began: Moment, sitting: &Sitting) -> bool {
    began.0 < sitting.at.0.saturating_sub(SLACK)
}

/// Whether something was replied in an exam when all its time was over, what was given on top counted in. When it was closed does not
/// matter: that is done when somebody next looks.
pub fn too_long(case: &ExamCase) -> bool {
    let (activity, state) = (&case.kept.activity, &case.kept.state);
    let Some((scheme, began)) = activity.scheme().zip(state.began.get(&0)) else { return false };
    let all = activity.plan.stretched(scheme.result.within).0.saturating_add(state.extended.whole.0);
    let end = Span(all.saturating_add(SLACK)).after(*began);
    case.kept.events.iter().any(|it| is_reply(&it.event.body) && it.event.at > end)
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

/// Who has two exams or more in one sitting, none of them void, with these exams in the order in which they began.
///
/// # Errors
/// `Failure` of the store.
pub fn sat_twice(registry: &Registry, store: &dyn Store) -> Result<Vec<(SittingId, LearnerId, Vec<AttemptId>)>, Failure> {
    let mut all: std::collections::BTreeMap<(SittingId, LearnerId), Vec<_>> = std::collections::BTreeMap::new();
    for row in store.attempts(None)? {
        if row.subject.parts().0 != "licence" || registry.register.voided.contains_key(&row.id) {
            continue;
        }
        // What does not read is told by `audit`.
        let events = store.events(&row.id).unwrap_or_default();
        if let Some(sitting) = sitting_of(&events) {
            all.entry((sitting.clone(), row.learner)).or_default().push((row.started, row.id));
        }
    }
    all.retain(|_, exams| exams.len() > 1);
    let in_order = |mut exams: Vec<(Moment, AttemptId)>| {
        exams.sort();
        exams.into_iter().map(|(_, id)| id).collect()
    };
    Ok(all.into_iter().map(|((sitting, learner), exams)| (sitting, learner, in_order(exams))).collect())
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
