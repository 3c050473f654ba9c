//! What a sitting's record says: everything that is known of it in this store, and on which PC it was. How it reads is `report/sitting`'s.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::minutes::name_of;
use super::places::Places;
use super::{find, kept};
use crate::attempt::act::{Deed, Signed};
use crate::attempt::event::{Body, Recorded};
use crate::base::dice::Seed;
use crate::base::id::{ActId, AttemptId, LearnerId, SittingId, StaffId};
use crate::base::moment::Moment;
use crate::cli::allow;
use crate::cli::failure::Failure;
use crate::cli::registry::Registry;
use crate::cli::registry::seats::sitting_of;
use crate::cli::room::Call;
use crate::content;
use crate::grade::register::Sitting;
use crate::locale::Words;
use crate::report::sitting::{End, Incident, Place, Record, Resealed, Scope};
use crate::store::{Learner, Store};

/// Everything that is known here of a sitting.
///
/// # Errors
/// `Failure` of the store.
pub fn of(call: &Call<'_>, store: &dyn Store, id: &SittingId) -> Result<Record, Failure> {
    let registry = Registry::open(store)?;
    let (_, sitting) = find(&registry, id.as_str())?;
    let library = call.load(None).unwrap_or_else(|_| content::load_shipped()).library;
    let people = store.learners()?;
    let lang = call.words.tongue().lang();
    let licence = library.licences.get(&sitting.called.licence);
    let places_of = Places::of(call, store)?;
    let scope = if kept::key(store, id)?.is_some() { Scope::Desk } else { Scope::Pc(places_of.here().to_owned()) };
    let signed = |act: &ActId| registry.acts.iter().find(|it| it.act.id == *act);
    let forms = kept::opened_here(store, id, sitting)?.map(|paper| paper.forms).unwrap_or_default();
    let spares = forms.into_iter().filter_map(|it| Some((it.learner, it.reserve?.seed))).collect();
    let mut places = Vec::new();
    for learner in &sitting.called.candidates {
        places.extend(place(call, store, &registry, (id, sitting, &people, &places_of), (learner, &spares))?);
    }
    let ends = sitting.concluded.iter().map(|it| End {
        at: it.at,
        by: registry.name(&it.by),
        exams: it.exams.len(),
        pc: places_of.of_act(&it.act),
        head: it.head.to_string(),
        signature: signed(&it.act).map(|it| it.signature.clone()).unwrap_or_default(),
    });
    Ok(Record {
        id: id.clone(),
        licence: licence.map_or_else(|| sitting.called.title.clone(), |it| it.title.get(&lang).to_owned()),
        room: sitting.called.room.clone(),
        from: sitting.called.from,
        until: sitting.called.until,
        called: (sitting.at, registry.name(&sitting.by)),
        signature: signed(&sitting.act).map(|it| it.signature.clone()).unwrap_or_default(),
        scope,
        present: sitting.present(),
        places,
        incidents: incidents(&registry, (id, sitting), &people, &places_of, (&call.words, &library.time_zone)),
        resealed: sitting.resealed.iter().map(|it| said(&registry, (&it.act, &it.by, it.at))).collect(),
        withdrawn: sitting.withdrawn.as_ref().map(|it| said(&registry, (&it.act, &it.by, it.at))),
        ends: ends.collect(),
        unended: places_of.without_end(sitting),
        head: store.head()?.map(|it| it.to_string()),
        zone: library.time_zone,
        printed: call.ports.now(),
    })
}

/// What was signed about all of it, with who did.
fn said(registry: &Registry, (act, by, at): (&ActId, &StaffId, Moment)) -> Resealed {
    let signed = registry.acts.iter().find(|signed| signed.act.id == *act);
    Resealed {
        at,
        by: registry.name(by),
        why: signed.and_then(|signed| signed.beside.as_ref()).map(|beside| beside.words.clone()),
        signature: signed.map(|signed| signed.signature.clone()).unwrap_or_default(),
    }
}

/// What happened, in order: what was noted down, which time was given and why, and that its end was refused.
fn incidents(
    registry: &Registry,
    (id, sitting): (&SittingId, &Sitting),
    people: &[Learner],
    places: &Places,
    (words, zone): (&Words, &str),
) -> Vec<Incident> {
    let text = |act: &ActId| {
        let signed = registry.acts.iter().find(|it| it.act.id == *act)?;
        signed.beside.as_ref().map(|it| it.words.clone())
    };
    let noted = sitting.incidents.iter().map(|it| (&it.act, it.at, it.learner.as_ref(), &it.by, None));
    let given = sitting.extensions.iter().map(|(act, it)| (act, it.at, Some(&it.learner), &it.by, Some(it.minutes)));
    let one = |(act, at, who, by, minutes): (&ActId, Moment, Option<&LearnerId>, &StaffId, Option<u16>)| Incident {
        at,
        who: who.map(|learner| called(registry, (id, sitting), people, (learner, None)).0),
        by: registry.name(by),
        text: text(act),
        minutes,
        after: places.is_after_end(sitting, (act, at)),
    };
    let refused = sitting.unended.iter().map(|it| {
        let gaps = [("exam", it.attempt.short().into()), ("until", it.until.local(zone).into())];
        let whose = sitting.seated.get(&it.attempt).map(|it| &it.learner);
        Incident { text: Some(words.with("sitting-end-refused", &gaps)), ..one((&it.act, it.at, whose, &it.by, None)) }
    });
    let mut all: Vec<Incident> = noted.chain(given).map(one).chain(refused).collect();
    all.sort_by_key(|it| it.at);
    all
}

/// A candidate's places: one, none, or where an exam was declared void, or somebody sat twice, more. An exam stands there whether or not an
/// admission to it holds.
fn place(
    call: &Call<'_>,
    store: &dyn Store,
    registry: &Registry,
    (id, sitting, people, places): (&SittingId, &Sitting, &[Learner], &Places),
    (learner, spares): (&LearnerId, &BTreeMap<LearnerId, Seed>),
) -> Result<Vec<Place>, Failure> {
    let allowed = registry.register.allowed.get(learner).map(|it| allow::said(&call.words, *it));
    let theirs = exams(store, learner, id)?;
    if theirs.is_empty() {
        return Ok(vec![Place::missing(called(registry, (id, sitting), people, (learner, None)), allowed)]);
    }
    let counts = |exam: &AttemptId| !registry.register.voided.contains_key(exam);
    let one = |(exam, events): &(AttemptId, Vec<Recorded>)| {
        let seated = sitting.seated.get(exam);
        let closed = events.last().filter(|it| matches!(it.event.body, Body::Closed { .. }));
        let why = |signed: &&Rc<Signed>| matches!(&signed.act.deed, Deed::Voided { attempt, .. } if attempt == exam);
        let void = registry.acts.iter().find(why).filter(|_| !counts(exam));
        let twin = |other: &&AttemptId| *other != exam && counts(other) && counts(exam);
        let (name, now) = called(registry, (id, sitting), people, (learner, Some(events)));
        Place {
            name,
            now,
            allowed: allowed.clone(),
            exam: Some(exam.short().to_owned()),
            identity: seated.map(|it| it.identity),
            by: seated.map(|it| registry.name(&it.by)),
            pc: places.of_exam(exam),
            began: events.first().map(|it| it.event.at),
            ended: closed.map(|it| it.event.at),
            reserve: spares.get(learner).is_some_and(|seed| seed_of(events) == Some(*seed)),
            minutes: given(events),
            twice: theirs.iter().map(|(other, _)| other).filter(twin).map(|it| it.short().to_owned()).collect(),
            void_after: void.is_some_and(|it| places.is_after_end(sitting, (&it.act.id, it.act.at))),
            voided: void.map(|it| it.beside.as_ref().map(|it| it.words.clone()).unwrap_or_default()),
        }
    };
    Ok(theirs.iter().map(one).collect())
}

/// What a candidate was called in a sitting, and what he is called today, where that is something else.
fn called(
    registry: &Registry,
    sitting: (&SittingId, &Sitting),
    people: &[Learner],
    (id, exam): (&LearnerId, Option<&[Recorded]>),
) -> (String, Option<String>) {
    let now = name_of(people, id);
    let then = people.iter().find(|it| it.id == *id).and_then(|learner| match exam {
        Some(events) => registry.called_then(learner, events),
        None => registry.called_to(sitting, learner),
    });
    match then {
        Some(then) => (then.shown(), Some(now)),
        None => (now, None),
    }
}

/// The exams that somebody began in a sitting, in order.
fn exams(store: &dyn Store, learner: &LearnerId, sitting: &SittingId) -> Result<Vec<(AttemptId, Vec<Recorded>)>, Failure> {
    let mut out = Vec::new();
    for row in store.attempts(Some(learner))?.into_iter().filter(|row| row.subject.parts().0 == "licence") {
        let events = store.events(&row.id)?;
        if sitting_of(&events) == Some(sitting) {
            out.push((row.started, row.id, events));
        }
    }
    out.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    Ok(out.into_iter().map(|(_, id, events)| (id, events)).collect())
}

/// By which seed an exam was dealt.
fn seed_of(events: &[Recorded]) -> Option<Seed> {
    match &events.first()?.event.body {
        Body::Started { plan } => Some(plan.seed),
        _ => None,
    }
}

/// The minutes that an exam has on record beyond its plan.
fn given(events: &[Recorded]) -> i64 {
    events.iter().map(|it| if let Body::Extended { by, .. } = it.event.body { by.0 / 60_000 } else { 0 }).sum()
}
