//! What is odd about exams once they are here: two of one person in a sitting, times that cannot be. It is told and refuses nothing; `issue`
//! does.

use std::collections::BTreeSet;

use crate::base::id::AttemptId;
use crate::cli::failure::Failure;
use crate::cli::registry::Registry;
use crate::cli::registry::seats::{flaw_of, sat_twice, sitting_of, too_long};
use crate::cli::room::Call;
use crate::store::{Learner, Store};

/// Tells who sat twice in one sitting, at two PCs: neither PC could know.
///
/// # Errors
/// `Failure` of the store.
pub fn twice(call: &Call<'_>, store: &dyn Store) -> Result<(), Failure> {
    let people = store.learners()?;
    for (sitting, learner, exams) in sat_twice(&Registry::open(store)?, store)? {
        let name = people.iter().find(|it| it.id == learner).map_or_else(|| learner.short().to_owned(), Learner::called);
        let names: Vec<&str> = exams.iter().map(AttemptId::short).collect();
        let exams = names.join(&call.words.get("paper-comma"));
        call.tell("note-sat-twice", &[("name", name.into()), ("sitting", sitting.short().into()), ("exams", exams.into())]);
    }
    Ok(())
}

/// Tells of the exams that just came which cannot have been sat like that: no licence will be issued on them.
///
/// # Errors
/// `Failure` of the store.
pub fn impossible(call: &Call<'_>, store: &dyn Store, brought: &BTreeSet<AttemptId>) -> Result<(), Failure> {
    let registry = Registry::open(store)?;
    for attempt in brought {
        let events = store.events(attempt)?;
        let late = || {
            let in_sitting = sitting_of(&events).is_some() && !registry.register.voided.contains_key(attempt);
            in_sitting && registry.exam(store, attempt).is_ok_and(|case| too_long(&case))
        };
        if let Some(key) = flaw_of(&registry, attempt, &events).or_else(|| late().then_some("flaw-too-long")) {
            let what = call.words.with(key, &[("attempt", attempt.short().into())]);
            call.tell("note-impossible", &[("what", what.into())]);
        }
    }
    Ok(())
}
