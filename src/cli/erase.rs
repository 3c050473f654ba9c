//! `learner erase LEARNER`: everything that can be forgotten of a person is: name and number, typed words, what was said, reasons, licence
//! files. The record stands: digests, choices, points under a random id. What stays is told; what is irreversible is asked by name.
//!
//! It is no act: a person's right to be forgotten does not wait for whoever has a key. Its trace is a list of random ids beside the
//! record, by which `restore` forgets again whom an older backup still knows.

use std::collections::BTreeSet;

use super::args::LearnerErase as Args;
use super::backup::records;
use super::failure::{Exit, Failure, asker_failure};
use super::licences::State;
use super::registry::Registry;
use super::room::Call;
use super::roster::{LAST_LEARNER, NAME_MOST, find_learner};
use super::{Outcome, appeal, beside, files, sitting};
use crate::attempt::act::Issued;
use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, LearnerId};
use crate::base::moment::Moment;
use crate::model::form::Reply;
use crate::store::{Learner, Store};
use crate::terminal::Asked;

/// The setting with the random ids of those who were erased, as a JSON array.
const FORGOTTEN: &str = "forgotten";

/// What is about to go.
struct Going {
    attempts: usize,
    words: usize,
    said: usize,
    reasons: usize,
    /// Licences whose files go.
    licences: Vec<Issued>,
    /// Those of them that are in force.
    up: Vec<Issued>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let mut store = call.store()?;
    let learner = find_learner(store.as_ref(), &args.learner)?;
    in_the_way(store.as_ref(), &learner)?;
    let going = going(store.as_ref(), &learner, call.ports.now())?;
    let zone = call.load(None).unwrap_or_else(|_| crate::content::load_shipped()).library.time_zone;
    tell_before(call, &learner, &going, &zone);
    named(call, args, &learner)?;
    // Typing took its time: an exam may have begun. Whoever is at an attempt would write on in it.
    in_the_way(store.as_ref(), &learner)?;
    let open = store.attempts(Some(&learner.id))?.into_iter().filter(|row| !row.closed);
    let _holds = open.map(|row| store.hold(&row.id)).collect::<Result<Vec<_>, _>>()?;
    forget(store.as_mut(), &learner.id)?;
    if let Some(path) = records(call)? {
        files::clear_beside(&path);
    }
    if call.json() {
        let numbers: Vec<_> = going.licences.iter().map(|issued| &issued.number).collect();
        call.print_json(&serde_json::json!({ "erased": learner.id, "attempts": going.attempts, "words": going.words,
            "said": going.said, "reasons": going.reasons, "licence_files": numbers }))?;
    } else {
        call.tell("note-erased", &[("id", learner.id.as_str().into())]);
        call.tell("note-erased-elsewhere", &[]);
    }
    Ok(Exit::Done)
}

/// What has to be over first: an exam under way. And an open appeal: it could not be answered any more.
///
/// # Errors
/// `Failure` that names it.
pub fn in_the_way(store: &dyn Store, learner: &Learner) -> Result<(), Failure> {
    let registry = Registry::open(store)?;
    for row in store.attempts(Some(&learner.id))? {
        let exam = matches!(row.subject, Subject::Licence(_));
        if exam && !row.closed && !registry.register.voided.contains_key(&row.id) {
            let id = row.id.short();
            return Err(Failure::new(Exit::Refused, "fail-erase-exam", [("name", &learner.name), ("id", id)])
                .hint("hint-erase-exam", [("id", id)]));
        }
    }
    appeal::none_open(store, &registry, learner)
}

fn going(store: &dyn Store, learner: &Learner, now: Moment) -> Result<Going, Failure> {
    let rows = store.attempts(Some(&learner.id))?;
    let mut words = 0;
    for row in &rows {
        words += store.events(&row.id)?.iter().filter(|recorded| recorded.beside.is_some()).count();
    }
    let attempts: BTreeSet<AttemptId> = rows.iter().map(|row| row.id.clone()).collect();
    let acts = store.acts()?;
    let about = acts.iter().filter(|signed| signed.act.deed.concerns(&learner.id, &attempts));
    let reasons = about.filter(|signed| signed.beside.is_some()).count();
    let registry = Registry::open(store)?;
    let theirs = registry.register.issued.iter().map(|(_, _, issued)| issued).filter(|issued| issued.learner == learner.id);
    let said = store.sayings(Some(&learner.id))?.len();
    let tried = rows.iter().filter(|row| row.subject.is_tried()).count();
    let is_up = |it: &&Issued| State::of_number(&registry, it, now).holds();
    let (licences, up) = (theirs.clone().cloned().collect(), theirs.filter(is_up).cloned().collect());
    Ok(Going { attempts: tried, words, said, reasons, licences, up })
}

fn tell_before(call: &Call<'_>, learner: &Learner, going: &Going, zone: &str) {
    let gaps = [
        ("name", learner.called().into()),
        ("words", going.words.into()),
        ("said", going.said.into()),
        ("reasons", going.reasons.into()),
        ("licences", going.licences.len().into()),
    ];
    call.tell("erase-goes", &gaps);
    call.tell("erase-stays", &[("attempts", going.attempts.into())]);
    for issued in &going.up {
        let until = issued.until.local(zone).chars().take(10).collect::<String>();
        call.tell("erase-licence", &[("number", issued.number.as_str().into()), ("until", until.into())]);
    }
}

/// The name, typed back.
fn named(call: &Call<'_>, args: &Args, learner: &Learner) -> Result<(), Failure> {
    let other = || Failure::new(Exit::Refused, "fail-erase-name", [("name", &learner.name)]);
    if let Some(typed) = &args.yes_erase {
        return if typed.trim() == learner.name { Ok(()) } else { Err(other()) };
    }
    if call.ports.screen.is_none() {
        return Err(Failure::usage("fail-no-terminal", []).hint("hint-yes-erase", []));
    }
    let words = call.words.clone();
    let mut asker = call.look(None).person(&words)?;
    let label = words.with("ask-erase", &[("name", learner.name.as_str().into())]);
    match asker.line(&label, NAME_MOST).map_err(|e| asker_failure(&e, &words))? {
        Asked::Reply(Reply::Typed(typed)) if typed.trim() == learner.name => Ok(()),
        Asked::Reply(_) | Asked::TimeUp => Err(other()),
        Asked::Left(_) => Err(Failure::new(Exit::Interrupted, "fail-not-erased", [("name", &learner.name)])),
    }
}

/// Forgets a person, and remembers the random id, so that a restored backup forgets it too.
///
/// # Errors
/// `Failure` of the store.
pub fn forget(store: &mut dyn Store, learner: &LearnerId) -> Result<(), Failure> {
    // As one. Whoever is on the list and still here was not erased: a version that wrote one after the other was cut off (`forgotten`).
    beside::together(store, |store| {
        beside::change(store, FORGOTTEN, |all: &mut BTreeSet<LearnerId>| {
            all.insert(learner.clone());
        })?;
        if store.setting(LAST_LEARNER)?.as_deref() == Some(learner.as_str()) {
            store.set_setting(LAST_LEARNER, "")?;
        }
        sitting::people::forget(store, learner)?;
        Ok(store.erase(learner)?)
    })
}

fn listed(store: &dyn Store) -> Result<BTreeSet<LearnerId>, Failure> {
    beside::read(store, FORGOTTEN)
}

/// Who was erased from this store.
///
/// # Errors
/// `Failure` of the store.
pub fn forgotten(store: &dyn Store) -> Result<BTreeSet<LearnerId>, Failure> {
    let here: BTreeSet<LearnerId> = store.learners()?.into_iter().map(|learner| learner.id).collect();
    Ok(listed(store)?.difference(&here).cloned().collect())
}

/// Who is on the list of the erased and still here: the program was ended while it erased.
///
/// # Errors
/// `Failure` of the store.
pub fn begun(store: &dyn Store) -> Result<BTreeSet<LearnerId>, Failure> {
    let listed = listed(store)?;
    Ok(store.learners()?.into_iter().map(|learner| learner.id).filter(|id| listed.contains(id)).collect())
}

/// Forgets them again, in a store that is older than their erasure.
///
/// # Errors
/// `Failure` of the store.
pub fn again(store: &mut dyn Store, forgotten: &BTreeSet<LearnerId>) -> Result<(), Failure> {
    forgotten.iter().try_for_each(|learner| forget(store, learner))
}
