//! Whether somebody who was called may still sit: what this PC knows to have come to pass since the call, from its own record and from
//! what the desk told with its roster. What stood at the time of the call was looked at then.

use std::collections::{BTreeMap, BTreeSet};

use crate::attempt::event::Body;
use crate::base::id::{AttemptId, LearnerId};
use crate::base::moment::Moment;
use crate::cli::exam::ready::Readiness;
use crate::cli::failure::{Exit, Failure};
use crate::cli::heard::{self, Became, Heard};
use crate::cli::registry::Registry;
use crate::cli::room::Room;
use crate::grade::eligible::{Candidate, Eligibility, Need, Sat, Stands, What, eligible};
use crate::grade::register::Sitting;
use crate::model::grade::Grade;
use crate::model::licence::Scheme;
use crate::report::eligibility::{Ctx, missing};
use crate::store::Store;

/// Waiting time, another exam that is passed or undecided, exams left, a licence that still holds.
///
/// # Errors
/// `Failure` with exit 5 that says what is against it.
pub fn still_may(
    room: &Room<'_>,
    registry: &Registry,
    (sitting, scheme): (&Sitting, &Scheme),
    left: Option<usize>,
) -> Result<(), Failure> {
    let now = room.ports.now();
    let all = match left {
        Some(left) => known(room, registry, (sitting, scheme), left)?,
        // At the desk everything is known.
        None => Readiness::now(room, registry, scheme)?.all,
    };
    let about = |need: &Need| {
        matches!(need.what, What::NoneOpen { .. } | What::Wait { .. } | What::Attempts { .. } | What::NotHeld { .. })
    };
    let all = Eligibility { needs: all.needs.into_iter().filter(about).collect() };
    if all.may_sit() {
        return Ok(());
    }
    // Courses are not asked about here.
    let (scripted, waived) = (BTreeSet::new(), BTreeMap::new());
    let words = &room.words;
    let ctx = Ctx { scheme, library: &room.library, now, words, scripted: &scripted, waived: &waived, menu: true };
    Err(Failure::new(Exit::Refused, "fail-not-entitled-now", [("name", &room.learner.called())])
        .because(missing(&all, ctx).join(&words.get("paper-semicolon")))
        .hint("hint-not-entitled-now", []))
}

/// What is needed, as far as an exam PC knows.
fn known(
    room: &Room<'_>,
    registry: &Registry,
    (sitting, scheme): (&Sitting, &Scheme),
    left: usize,
) -> Result<Eligibility, Failure> {
    let (store, learner, heard) = (room.store.as_ref(), &room.learner.id, heard::kept(room.store.as_ref())?);
    let granted = registry.register.granted.get(&(learner.clone(), scheme.id.clone())).cloned().unwrap_or_default();
    let more = granted.iter().filter(|at| **at > sitting.at).count();
    let candidate = Candidate {
        sat: sat(store, registry, &heard, (learner, scheme, sitting.at))?,
        granted,
        licence: heard.held(learner, &scheme.id),
        ..Candidate::default()
    };
    let mut all = eligible(scheme, &candidate, room.ports.now());
    let (used, allowed) = (candidate.sat.len(), left.saturating_add(more));
    all.needs.retain(|need| !matches!(need.what, What::Attempts { .. }));
    all.needs.push(Need { what: What::Attempts { used, allowed }, met: used < allowed });
    Ok(all)
}

/// The exams of a scheme that somebody began since, here or as the desk told.
fn sat(
    store: &dyn Store,
    registry: &Registry,
    heard: &Heard,
    (learner, scheme, since): (&LearnerId, &Scheme, Moment),
) -> Result<Vec<Sat>, Failure> {
    let mut all = Vec::new();
    for row in store.attempts(Some(learner))? {
        let counts = row.subject.parts() == ("licence", scheme.id.as_str()) && row.started > since;
        if !counts || registry.register.voided.contains_key(&row.id) {
            continue;
        }
        let stands = match store.events(&row.id)?.last().map(|it| &it.event.body) {
            Some(Body::Closed { grade }) => by_record(grade, row.last),
            _ => Stands::Open,
        };
        all.push(Sat { attempt: row.id, started: row.started, stands });
    }
    for told in heard.exams.iter().filter(|it| it.learner == *learner && it.licence == scheme.id) {
        let here = all.iter().position(|it| it.attempt == told.exam);
        let (began, ended) = match here.map(|n| &all[n]) {
            Some(Sat { started, stands: Stands::Failed(closed), .. }) => (*started, *closed),
            Some(it) => (it.started, it.started),
            None => match begun(&told.exam).filter(|at| *at > since) {
                Some(at) => (at, at),
                None => continue,
            },
        };
        if let Some(n) = here {
            all.remove(n);
        }
        let stands = match told.result {
            Became::Passed => Stands::Passed,
            Became::Failed => Stands::Failed(ended),
            Became::Voided => continue,
        };
        all.push(Sat { attempt: told.exam.clone(), started: began, stands });
    }
    for it in &mut all {
        let licensed = heard.licences.iter().any(|licence| licence.exam == it.attempt);
        it.stands = if licensed { Stands::Issued } else { it.stands };
    }
    all.sort_by_key(|it| it.started);
    Ok(all)
}

fn by_record(grade: &Grade, closed: Moment) -> Stands {
    match grade.passed() {
        Some(true) => Stands::Passed,
        Some(false) => Stands::Failed(closed),
        None => Stands::Pending,
    }
}

/// When an exam that is not here began: its id says so.
fn begun(attempt: &AttemptId) -> Option<Moment> {
    let (seconds, nanos) = uuid::Uuid::try_parse(attempt.as_str()).ok()?.get_timestamp()?.to_unix();
    Some(Moment(i64::try_from(seconds).ok()?.checked_mul(1000)?.checked_add(i64::from(nanos / 1_000_000))?))
}
