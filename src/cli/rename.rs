//! `learner edit LEARNER --name … --staff-number … --reason WHY`: somebody is called otherwise from now on, and an examiner who is another
//! person signs that it is the same one: what was sat before counts on. Without a reason the row is changed and nothing is signed: then no
//! licence is issued on what was sat before (`registry/person`).
//!
//! The act holds a salted digest; salt, name and number lie in the roll, and go with the person.

use std::collections::BTreeMap;

use super::Outcome;
use super::allow::LearnerEdit;
use super::failure::{Exit, Failure};
use super::issue;
use super::registry::Registry;
use super::roll::{self, Name, Roll};
use super::room::Call;
use super::roster::find_learner;
use super::signer::{reason, signer};
use crate::attempt::act::{Deed, StaffRole};
use crate::base::id::LearnerId;
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
    not_another(store.as_ref(), &after)?;
    let salt = call.ports.salt();
    let deed = Deed::Renamed { learner: after.id.clone(), person: roll::digest(&salt, &after), reason: beside.digest() };
    let act = by.sign(call.ports, deed, Some(beside));
    let mut roll = Roll::read(store.as_ref())?;
    roll.add(act.act.id.as_str(), &after.id, &salt, Some(Name::of(&after)));
    // Last what is signed: a row without a signature is told, a signature without its row is nothing.
    store.set_learner(&after)?;
    roll.write(store.as_mut())?;
    store.act(&act, None)?;
    call.tell("note-renamed", &[("now", after.called().into()), ("by", by.name.as_str().into())]);
    Ok(Exit::Done)
}

/// Nobody gets by a signature what another person was called, by name and number, who sat an exam or was called to one: two people would be
/// made one.
fn not_another(store: &dyn Store, after: &Learner) -> Result<(), Failure> {
    let (registry, now) = (Registry::open(store)?, Name::of(after));
    let learners = store.learners()?;
    let others: BTreeMap<&LearnerId, &Learner> = learners.iter().filter(|it| it.id != after.id).map(|it| (&it.id, it)).collect();
    if now.number.is_none() {
        return Ok(());
    }
    let taken = |what: &str| {
        let gaps = [("now", &*after.called()), ("id", what)];
        Failure::new(Exit::Refused, "fail-name-of-another", gaps).hint("hint-name-of-another", [])
    };
    for row in store.attempts(None)?.into_iter().filter(|row| row.subject.parts().0 == "licence") {
        let Some(other) = others.get(&row.learner) else { continue };
        if registry.called_then(other, &store.events(&row.id)?).unwrap_or_else(|| Name::of(other)) == now {
            return Err(taken(row.id.short()));
        }
    }
    for (id, sitting) in &registry.register.sittings {
        let theirs = sitting.called.candidates.iter().filter_map(|it| others.get(it));
        let then = |other: &Learner| registry.called_to((id, sitting), other).unwrap_or_else(|| Name::of(other));
        if theirs.map(|other| then(other)).any(|name| name == now) {
            return Err(taken(id.short()));
        }
    }
    Ok(())
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
