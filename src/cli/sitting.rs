//! `sitting …`: an exam day. A desk calls candidates to a room and a time, and seals their papers (`call`); on an exam PC the invigilator
//! opens the paper with the code, sees who it is and lets in (`open`); what happens is noted down (`minutes`); at the end the record is
//! printed (`close`). Where the code was lost the desk seals the same papers under another one (`reseal`).
//!
//! The paper stays sealed on that PC: what is in it is lent to the store while the code is known (`kept`), and never written.

mod back;
mod bring;
mod call;
mod close;
mod code;
mod desk;
mod forms;
pub mod gone;
mod kept;
mod list;
mod minutes;
mod offered;
mod open;
pub mod people;
mod places;
mod record;
mod reseal;
mod since;
mod withdraw;

use std::path::Path;

use clap::Subcommand;

use super::Outcome;
use super::failure::{Exit, Failure};
use super::recall::several;
use super::registry::Registry;
use super::room::Call;
use crate::attempt::event::Body;
use crate::base::id::{AttemptId, LearnerId, SittingId, is_meant};
use crate::grade::register::Sitting as Held;
use crate::store::Store;
pub use forms::first_met;
pub use kept::{Paper, is_gone, opened_here};
pub use offered::{candidates, sittings};
pub use open::unsealed_for;

/// `sitting …`
#[derive(Debug, Subcommand)]
pub enum Sitting {
    /// Calls candidates, and writes the sealed file for the exam PCs.
    New(call::New),
    /// On an exam PC: lets one candidate in, or on.
    Open(open::Open),
    /// Seals the same papers under another code.
    Reseal(reseal::Reseal),
    /// The sittings that this PC knows of.
    List,
    /// Notes down what happened.
    Note(minutes::Note),
    /// Gives a candidate more time.
    Extend(minutes::Extend),
    /// Declares a candidate's exam void, or withdraws all of it.
    Void(minutes::VoidSeat),
    /// Ends it and prints its record.
    Close(close::Close),
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Sitting) -> Outcome {
    match args {
        Sitting::New(args) => call::run(call, args),
        Sitting::Open(args) => open::run(call, args),
        Sitting::Reseal(args) => reseal::run(call, args),
        Sitting::List => list::run(call),
        Sitting::Note(args) => minutes::note(call, args),
        Sitting::Extend(args) => minutes::extend(call, args),
        Sitting::Void(args) if args.whole => withdraw::run(call, args),
        Sitting::Void(args) => minutes::void(call, args),
        Sitting::Close(args) => close::run(call, args),
    }
}

/// A sitting by its number, by the beginning or end of it, by the beginning of what is shown of it; or by the file that the desk wrote.
///
/// # Errors
/// `Failure` where none or several fit.
fn find<'r>(registry: &'r Registry, named: &str) -> Result<(&'r SittingId, &'r Held), Failure> {
    if let Some(id) = bring::named_in(Path::new(named)) {
        return registry.register.sittings.get_key_value(&id).ok_or_else(|| no_sitting(id.short()));
    }
    let fitting: Vec<_> = registry.register.sittings.iter().filter(|(id, _)| is_meant(id.as_str(), named)).collect();
    match fitting[..] {
        [one] => Ok(one),
        [] => Err(no_sitting(named)),
        _ => {
            let ids = several(fitting.iter().map(|(id, _)| id.short()));
            Err(Failure::usage("fail-two-sittings", [("id", named)]).hint("hint-fitting", [("ids", &ids)]))
        }
    }
}

/// An exam that was begun for a sitting and to which nobody admitted, not void: the program was stopped between the two.
fn begun_alone(
    store: &dyn Store,
    registry: &Registry,
    sitting: &SittingId,
    learner: &LearnerId,
) -> Result<Option<AttemptId>, Failure> {
    for row in store.attempts(Some(learner))? {
        let register = &registry.register;
        if register.admitted.contains_key(&row.id) || register.voided.contains_key(&row.id) {
            continue;
        }
        let first = store.events(&row.id)?.into_iter().next();
        if let Some(Body::Started { plan }) = first.map(|it| it.event.body)
            && plan.exam.is_some_and(|exam| exam.sitting.as_ref() == Some(sitting))
        {
            return Ok(Some(row.id));
        }
    }
    Ok(None)
}

/// What is held while a candidate was let in and reads before the exam begins. No attempt has such an id, theirs are UUIDs.
fn reading(sitting: &SittingId, learner: &LearnerId) -> AttemptId {
    AttemptId::from(format!("reading:{sitting}:{learner}"))
}

fn no_sitting(named: &str) -> Failure {
    Failure::new(Exit::Usage, "fail-no-sitting", [("id", named)]).hint("hint-sitting-list", []).hint("hint-sitting-file", [])
}
