//! Sittings held against what was signed: the sealed papers, who sat where and when, and the minutes that exams have beyond their plans;
//! and all exams against the roster.

use std::collections::BTreeMap;

use super::attempts::Walk;
use super::found::{Place, Report};
use crate::attempt::event::Recorded;
use crate::base::id::AttemptId;
use crate::base::moment::HOME_ZONE;
use crate::cli::cause::Cause;
use crate::cli::erase;
use crate::cli::failure::Failure;
use crate::cli::registry::Registry;
use crate::cli::registry::person::{Other, Person};
use crate::cli::registry::seats::{flaw_of, sat_twice, sitting_of, too_long};
use crate::cli::sitting::{is_gone, opened_here};
use crate::credential::sealing::Sealed;
use crate::grade::register::Renaming;
use crate::store::AttemptRow;
use crate::store::sealed::paper;

/// Examines all sittings, and the exams of these attempts that belong to one.
///
/// # Errors
/// `Failure` of the store.
pub fn examine(walk: &Walk<'_>, registry: &Registry, rows: &[AttemptRow], report: &mut Report) -> Result<(), Failure> {
    let own = report.sound(walk.store.ledger())?.unwrap_or_default();
    for (id, sitting) in &registry.register.sittings {
        let kept = report.sound(walk.store.setting(&paper(id)))?.flatten();
        let is_it = |text: &str| serde_json::from_str::<Sealed>(text).is_ok_and(|it| sitting.sealing(&it.digest()).is_some());
        let called_here = own.iter().any(|line| line.what.act() == Some(&sitting.act));
        let place = Place::Act(sitting.act.clone());
        if kept.as_deref().is_some_and(is_gone) {
            continue;
        }
        if kept.is_some_and(|text| !is_it(&text)) {
            report.find(place, Cause::sentence("flaw-paper", [("sitting", id.short())]));
        } else if called_here && opened_here(walk.store, id, sitting)?.is_none() {
            report.find(place, Cause::sentence("flaw-papers-lost", [("sitting", id.short())]));
        }
    }
    for row in rows.iter().filter(|row| row.subject.parts().0 == "licence") {
        let place = Place::Attempt(row.id.clone());
        if report.has(&place) {
            continue;
        }
        let events = report.sound(walk.store.events(&row.id))?.unwrap_or_default();
        if let Some(code) = flaw_of(registry, &row.id, &events).or_else(|| late(walk, registry, &row.id, &events)) {
            report.find(place, Cause::sentence(code, [("attempt", row.id.as_str())]));
        }
    }
    others(walk, registry, rows, report)?;
    for twice in sat_twice(registry, walk.store)? {
        let ((exams, sittings), (sitting, one)) = (twice.named(", "), twice.sitting());
        let what = match one {
            true => Cause::sentence("flaw-sat-twice", [("sitting", sitting), ("exams", &exams)]),
            false => Cause::sentence("flaw-sat-at-once", [("exams", &*exams), ("sittings", &sittings)]),
        };
        if let Some((last, _)) = twice.exams.last() {
            report.find(Place::Attempt(last.clone()), what);
        }
    }
    Ok(())
}

/// Exams whose candidates are called otherwise today, with nobody's signature. Where an invigilator signed what the candidate was called,
/// the roster says something else than what is signed; of other exams it is something to be done.
fn others(walk: &Walk<'_>, registry: &Registry, rows: &[AttemptRow], report: &mut Report) -> Result<(), Failure> {
    let people = report.sound(walk.store.learners())?.unwrap_or_default();
    let people: BTreeMap<_, _> = people.iter().map(|it| (&it.id, it)).collect();
    // Of whom an erasure was begun, what shows the name may be gone already: that is told by itself.
    // What does not read was told.
    let begun = erase::begun(walk.store).unwrap_or_default();
    let counts = |row: &&AttemptRow| {
        let is_exam = row.subject.parts().0 == "licence" && !registry.register.voided.contains_key(&row.id);
        is_exam && !begun.contains(&row.learner)
    };
    for row in rows.iter().filter(counts) {
        let place = Place::Attempt(row.id.clone());
        let Some(learner) = people.get(&row.learner).filter(|_| !report.has(&place)) else { continue };
        let events = report.sound(walk.store.events(&row.id))?.unwrap_or_default();
        if let Some(renaming) = registry.renaming(learner, &events) {
            renamed(registry, renaming, &row.id, report);
        }
        match registry.person(learner, &events) {
            Person::Other(Other { signed: true, .. }) => {
                report.find(place, Cause::sentence("flaw-sat-as-another", [("attempt", row.id.as_str())]));
            }
            Person::Other(_) => report.due("audit-sat-as-another", &[("attempt", row.id.to_string())]),
            Person::Same | Person::Unknown => {}
        }
    }
    Ok(())
}

/// Tells who signed that an exam is somebody's who was called otherwise then.
fn renamed(registry: &Registry, renaming: &Renaming, exam: &AttemptId, report: &mut Report) {
    let by = registry.register.counted.get(&renaming.act).map_or_else(String::new, |who| registry.name(who));
    let day = renaming.at.local(HOME_ZONE).chars().take(10).collect();
    let gaps = [("attempt", exam.to_string()), ("by", by), ("day", day), ("act", renaming.act.to_string())];
    let licence = registry.register.issued_on(exam).map_or_else(|| "none".to_owned(), |issued| issued.number.to_string());
    report.noted("audit-renamed", &[&gaps[..], &[("number", licence)]].concat());
}

/// Whether an exam of a sitting has replies from after all its time. What is sealed here does not read: the desk looks.
fn late(walk: &Walk<'_>, registry: &Registry, attempt: &AttemptId, events: &[Recorded]) -> Option<&'static str> {
    sitting_of(events).filter(|_| !registry.register.voided.contains_key(attempt))?;
    registry.exam(walk.store, attempt).is_ok_and(|case| too_long(&case)).then_some("flaw-too-long")
}
