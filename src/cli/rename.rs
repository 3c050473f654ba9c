//! `learner edit LEARNER --name … --staff-number … --reason WHY`: somebody is called otherwise from now on, and an examiner who is another
//! person signs that it is the same one: what was sat before counts on. Without a reason the row is changed and nothing is signed: then no
//! licence is issued on what was sat before (`registry/person`).
//!
//! The act holds a salted digest; salt, name and number lie in the roll, and go with the person.

use std::collections::BTreeMap;

use super::Outcome;
use super::allow::LearnerEdit;
use super::beside;
use super::collect::apart::apart;
use super::failure::{Exit, Failure};
use super::issue;
use super::registry::Registry;
use super::roll::{self, Name, Roll};
use super::room::Call;
use super::roster::find_learner;
use super::signer::{Signer, reason, signer};
use crate::attempt::act::{Deed, StaffRole};
use crate::base::id::{AttemptId, LearnerId};
use crate::base::name::alike;
use crate::store::{Learner, Store};

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &LearnerEdit) -> Outcome {
    let mut store = call.store()?;
    let before = find_learner(store.as_ref(), &args.learner)?;
    let after = args.post.apply(call, before.clone())?;
    let registry = Registry::open(store.as_ref())?;
    registry.must_be_desk()?;
    let beside = reason(call.ports, args.reason.as_deref().unwrap_or_default())?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    if alike(&by.name, &before.name) || alike(&by.name, &after.name) {
        return Err(Failure::new(Exit::Refused, "fail-oneself", [("name", &by.name)]).hint("hint-another", []));
    }
    // Typing a passphrase takes time.
    issue::still(store.as_ref(), &before)?;
    let registry = Registry::open(store.as_ref())?;
    let exams = store.attempts(Some(&before.id))?.into_iter().map(|row| row.id).collect::<Vec<_>>();
    let_in_by_another(&registry, &exams, &by)?;
    not_another(store.as_ref(), &registry, &after)?;
    let salt = call.ports.salt();
    let deed = Deed::Renamed { learner: after.id.clone(), person: roll::digest(&salt, &after), reason: beside.digest() };
    let act = by.sign(call.ports, deed, Some(beside));
    beside::together(store.as_mut(), |store| {
        store.set_learner(&after)?;
        Roll::change(store, |roll| roll.add(act.act.id.as_str(), &after.id, &salt, Some(Name::of(&after))))?;
        store.act(&act, None).map_err(Failure::from)
    })?;
    call.tell("note-renamed", &[("now", after.called().into()), ("by", by.name.as_str().into())]);
    Ok(Exit::Done)
}

/// Who let the candidate in vouched for a face and a name; that the name was not right is signed by somebody else.
fn let_in_by_another(registry: &Registry, exams: &[AttemptId], by: &Signer) -> Result<(), Failure> {
    let let_in = |exam: &AttemptId| registry.register.admitted.get(exam);
    let Some(exam) = exams.iter().find(|exam| let_in(exam) == Some(&by.staff)) else { return Ok(()) };
    let gaps = [("name", &*by.name), ("id", exam.short())];
    let failure = Failure::new(Exit::Refused, "fail-let-in-oneself", gaps);
    let others = apart(registry, &exams.iter().filter_map(let_in).cloned().collect());
    Err(match others.is_empty() {
        true => failure.hint("hint-staff-add", [("role", "examiner")]),
        false => failure.hint("hint-refusal-hand", [("names", &*others.join(" · "))]),
    })
}

/// What somebody is or was called, and where; `None`: on the roster of today.
type Called = (Option<String>, Name);

/// Nobody gets by a signature a name or a staff number of somebody else, on the roster or in an exam or a call to one: two people would be
/// made one. Two who were of one name when they sat stay so.
fn not_another(store: &dyn Store, registry: &Registry, after: &Learner) -> Result<(), Failure> {
    let (own, others) = called(store, registry, &after.id)?;
    let now = Name::of(after);
    let is_taken = |same: fn(&Name, &Name) -> bool| {
        let was_own = own.iter().any(|(_, then)| same(then, &now));
        others.iter().find(|(_, other)| !was_own && same(other, &now))
    };
    let parts = [("name", is_taken(Name::sounds_as)), ("number", is_taken(Name::numbered_as))];
    let Some((part, (place, other))) = parts.into_iter().find_map(|(part, it)| Some((part, it?))) else { return Ok(()) };
    let gaps = [("now", &*after.called()), ("part", part), ("other", &other.shown()), ("id", place.as_deref().unwrap_or("none"))];
    Err(Failure::new(Exit::Refused, "fail-name-of-another", gaps).hint("hint-name-of-another", []))
}

/// What a person was called in exams and in calls to them; and what all others were called there or are on the roster of today. Whoever
/// was erased is nobody's any more.
fn called(store: &dyn Store, registry: &Registry, who: &LearnerId) -> Result<(Vec<Called>, Vec<Called>), Failure> {
    let learners = store.learners()?;
    let people: BTreeMap<&LearnerId, &Learner> = learners.iter().map(|it| (&it.id, it)).collect();
    let mut all: Vec<(&LearnerId, Called)> = Vec::new();
    for row in store.attempts(None)?.into_iter().filter(|row| row.subject.parts().0 == "licence") {
        let Some(person) = people.get(&row.learner) else { continue };
        let then = registry.called_then(person, &store.events(&row.id)?).unwrap_or_else(|| Name::of(person));
        all.push((&person.id, (Some(row.id.short().to_owned()), then)));
    }
    for (id, sitting) in &registry.register.sittings {
        let then = |person: &Learner| registry.called_to((id, sitting), person).unwrap_or_else(|| Name::of(person));
        let candidates = sitting.called.candidates.iter().filter_map(|it| people.get(it));
        all.extend(candidates.map(|it| (&it.id, (Some(id.short().to_owned()), then(it)))));
    }
    all.extend(learners.iter().filter(|it| it.id != *who).map(|it| (&it.id, (None, Name::of(it)))));
    let (own, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(id, _)| *id == who);
    let bare = |all: Vec<(&LearnerId, Called)>| all.into_iter().map(|(_, it)| it).collect();
    Ok((bare(own), bare(others)))
}

/// Says of which exams no licence will be issued now that their candidate is called otherwise without a signature.
///
/// # Errors
/// `Failure` of the store.
pub fn told_unsigned(call: &Call<'_>, store: &dyn Store, (before, after): (&Learner, &Learner)) -> Result<(), Failure> {
    if Name::of(before) == Name::of(after) {
        return Ok(());
    }
    let exams = Registry::open(store)?.sat_as_another(store, after)?;
    if !exams.is_empty() {
        let edit = issue::edit(after, &Name::of(after));
        let gaps = [("name", after.called().into()), ("count", exams.len().into()), ("edit", edit.into())];
        call.tell("note-renamed-unsigned", &gaps);
    }
    Ok(())
}

/// The same of a whole roster: how many people it is.
///
/// # Errors
/// `Failure` of the store.
pub fn told_of_many(call: &Call<'_>, store: &dyn Store, (before, after): (&[Learner], &[Learner])) -> Result<(), Failure> {
    let names: BTreeMap<&LearnerId, Name> = before.iter().map(|it| (&it.id, Name::of(it))).collect();
    let other = |it: &&Learner| names.get(&it.id).is_some_and(|name| *name != Name::of(it));
    let mut others = after.iter().filter(other).peekable();
    if others.peek().is_none() {
        return Ok(());
    }
    let (registry, mut count) = (Registry::open(store)?, 0_usize);
    for learner in others {
        count += usize::from(!registry.sat_as_another(store, learner)?.is_empty());
    }
    if count > 0 {
        call.tell("note-roster-unsigned", &[("count", count.into())]);
    }
    Ok(())
}
