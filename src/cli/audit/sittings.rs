//! Sittings held against what was signed: the sealed papers, who sat where and when, and the minutes that exams have beyond their plans.

use super::attempts::Walk;
use super::found::{Place, Report};
use crate::attempt::event::{Body, Recorded};
use crate::attempt::plan::Plan;
use crate::base::id::{AttemptId, SittingId};
use crate::cli::cause::Cause;
use crate::cli::failure::Failure;
use crate::cli::registry::Registry;
use crate::cli::registry::seats::{Bound, borne_out, sat_twice, sitting_of, too_early, too_long};
use crate::credential::sealing::Sealed;
use crate::store::AttemptRow;
use crate::store::sealed::paper;

/// Examines all sittings, and the exams of these attempts that belong to one.
///
/// # Errors
/// `Failure` of the store.
pub fn examine(walk: &Walk<'_>, registry: &Registry, rows: &[AttemptRow], report: &mut Report) -> Result<(), Failure> {
    let twice = sat_twice(registry, walk.store)?;
    for (id, sitting) in &registry.register.sittings {
        let kept = report.sound(walk.store.setting(&paper(id)))?.flatten();
        let is_it = |text: &str| serde_json::from_str::<Sealed>(text).is_ok_and(|it| it.digest() == sitting.called.sealed);
        if kept.is_some_and(|text| !is_it(&text)) {
            report.find(Place::Act(sitting.act.clone()), Cause::sentence("flaw-paper", [("sitting", id.short())]));
        }
    }
    for (sitting, _, exams) in twice {
        let names: Vec<&str> = exams.iter().map(AttemptId::short).collect();
        let gaps = [("sitting", sitting.short()), ("exams", &*names.join(", "))];
        if let Some(last) = exams.last() {
            report.find(Place::Attempt(last.clone()), Cause::sentence("flaw-sat-twice", gaps));
        }
    }
    for row in rows.iter().filter(|row| row.subject.parts().0 == "licence") {
        let place = Place::Attempt(row.id.clone());
        if report.has(&place) {
            continue;
        }
        let events = report.sound(walk.store.events(&row.id))?.unwrap_or_default();
        if let Some(code) = exam(registry, &row.id, &events).or_else(|| late(walk, registry, &row.id, &events)) {
            report.find(place, Cause::sentence(code, [("attempt", row.id.as_str())]));
        }
    }
    Ok(())
}

/// Whether an exam of a sitting has replies from after all its time. What is sealed here does not read: the desk looks.
fn late(walk: &Walk<'_>, registry: &Registry, attempt: &AttemptId, events: &[Recorded]) -> Option<&'static str> {
    sitting_of(events).filter(|_| !registry.register.voided.contains_key(attempt))?;
    registry.exam(walk.store, attempt).is_ok_and(|case| too_long(&case)).then_some("flaw-too-long")
}

/// What is wrong with an exam of a sitting.
fn exam(registry: &Registry, attempt: &AttemptId, events: &[Recorded]) -> Option<&'static str> {
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
        _ if too_early(first.at, sitting) => Some("flaw-before-call"),
        Some(Bound::After) => Some("flaw-after-close"),
        _ => None,
    }
}
