//! What is odd about exams once they are here: two of one person in a sitting or at the same time, times that cannot be,
//! licences that would not be issued with them here. It is told and refuses nothing; `issue` does.

use std::collections::{BTreeMap, BTreeSet};

use crate::attempt::event::{Body, Recorded};
use crate::base::id::{AttemptId, Did, LearnerId};
use crate::cli::failure::Failure;
use crate::cli::issue::overtaken;
use crate::cli::parcel;
use crate::cli::registry::Registry;
use crate::cli::registry::person::Person;
use crate::cli::registry::seats::{flaw_of, sat_twice, sitting_of, too_long};
use crate::cli::room::Call;
use crate::store::parcel::Brought;
use crate::store::{Learner, Store};

/// Tells who sat twice in one sitting, or at two places at once: neither PC could know.
///
/// # Errors
/// `Failure` of the store.
pub fn twice(call: &Call<'_>, store: &dyn Store, registry: &Registry) -> Result<(), Failure> {
    let people = store.learners()?;
    for twice in sat_twice(registry, store)? {
        let learner = &twice.learner;
        let name = people.iter().find(|it| it.id == *learner).map_or_else(|| learner.short().to_owned(), Learner::called);
        let (exams, sittings) = twice.named(&call.words.get("paper-comma"));
        let (sitting, one) = twice.sitting();
        let gaps = [("name", name.into()), ("sitting", sitting.into()), ("exams", exams.into()), ("sittings", sittings.into())];
        call.tell(if one { "note-sat-twice" } else { "note-sat-at-once" }, &gaps);
        for number in twice.licences(registry, call.ports.now()) {
            call.tell("note-twice-licensed", &[("number", number.as_str().into())]);
        }
    }
    Ok(())
}

/// Whether an attempt that came is an exam: only these are looked at.
pub fn is_exam(brought: &Brought) -> bool {
    let first = brought.events.first().map(|(event, _)| &event.body);
    matches!(first, Some(Body::Started { plan }) if plan.exam.is_some())
}

/// Tells of the exams that just came which cannot have been sat like that, or were sat under another name or number than today's: no
/// licence will be issued on them as they stand.
///
/// # Errors
/// `Failure` of the store.
pub fn impossible(
    call: &Call<'_>,
    (store, registry): (&dyn Store, &Registry),
    brought: &BTreeSet<AttemptId>,
) -> Result<(), Failure> {
    let people = store.learners()?;
    let people: BTreeMap<_, _> = people.iter().map(|it| (&it.id, it)).collect();
    for attempt in brought {
        let events = store.events(attempt)?;
        let late = || {
            let in_sitting = sitting_of(&events).is_some() && !registry.register.voided.contains_key(attempt);
            in_sitting && registry.exam(store, attempt).is_ok_and(|case| too_long(&case))
        };
        if let Some(key) = flaw_of(registry, attempt, &events).or_else(|| late().then_some("flaw-too-long")) {
            let what = call.words.with(key, &[("attempt", attempt.short().into())]);
            call.tell("note-impossible", &[("what", what.into())]);
        } else if let Some(learner) = whose(&events).and_then(|id| people.get(id))
            && !registry.register.voided.contains_key(attempt)
            && let Person::Other(other) = registry.person(learner, &events)
        {
            let then = other.then.map_or_else(|| "–".to_owned(), |it| it.shown());
            let gaps = [("id", attempt.short().into()), ("then", then.into()), ("now", learner.called().into())];
            call.tell("note-sat-as-another", &gaps);
        }
    }
    Ok(())
}

/// Tells which licences would not be issued today: an exam that just came stands before the one that they rest on.
///
/// # Errors
/// `Failure` of the store.
pub fn overtaken(
    call: &Call<'_>,
    (store, registry): (&dyn Store, &Registry),
    brought: &BTreeSet<AttemptId>,
) -> Result<(), Failure> {
    if registry.register.issued.is_empty() {
        return Ok(());
    }
    let mut learners = BTreeSet::new();
    for attempt in brought {
        learners.extend(whose(&store.events(attempt)?).cloned());
    }
    let people = store.learners()?;
    let all = overtaken::overtaken(store, registry, (call.ports.now(), Some(&learners)))?;
    for it in all.iter().filter(|it| it.kept.is_none() && brought.contains(&it.before)) {
        let whose = &it.issued.learner;
        let name = people.iter().find(|one| one.id == *whose).map_or_else(|| whose.short().to_owned(), Learner::called);
        let gaps = it.gaps();
        let gaps = gaps.iter().map(|(key, value)| (*key, value.as_str().into())).chain([("name", name.into())]);
        call.tell("note-licence-overtaken", &gaps.collect::<Vec<_>>());
    }
    Ok(())
}

/// Who sat an exam; `None` where it is none.
fn whose(events: &[Recorded]) -> Option<&LearnerId> {
    match &events.first()?.event.body {
        Body::Started { plan } if plan.exam.is_some() => Some(&plan.learner),
        _ => None,
    }
}

/// Tells of PCs that go by one name, once: when the second of them is first called so. Whoever looks for a PC has to know that there are two.
///
/// # Errors
/// `Failure` of the store.
pub fn one_name(call: &Call<'_>, store: &dyn Store, before: &BTreeMap<Did, String>) -> Result<(), Failure> {
    let now = parcel::names(store)?;
    let fresh: BTreeSet<&String> =
        now.iter().filter(|(did, name)| before.get(*did) != Some(*name)).map(|(_, name)| name).collect();
    for name in fresh {
        let keys: Vec<String> = now.iter().filter(|(_, it)| *it == name).map(|(did, _)| parcel::short(did)).collect();
        if keys.len() > 1 {
            let keys = keys.join(&call.words.get("paper-comma"));
            call.tell("note-one-name", &[("name", name.as_str().into()), ("keys", keys.into())]);
        }
    }
    Ok(())
}
