//! `resume [ATTEMPT]`: go on exactly where something was left.

use super::args::Resume;
use super::failure::{Exit, Failure};
use super::recall::{find, short};
use super::room::Call;
use super::{Outcome, menus};

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Resume) -> Outcome {
    let mut room = call.room(args.answers.as_deref())?;
    let rows = room.store.attempts(Some(&room.learner.id))?;
    let row = match &args.attempt {
        Some(named) => find(&rows, named)?,
        None => rows
            .iter()
            .find(|r| !r.closed)
            .ok_or_else(|| Failure::new(Exit::Done, "fail-nothing-open", []).hint("hint-home", []))?,
    };
    if row.closed {
        return Err(
            Failure::new(Exit::Refused, "fail-closed", [("id", &short(&row.id))]).hint("hint-show", [("id", &short(&row.id))])
        );
    }
    let id = row.id.clone();
    menus::sit(&mut room, &id)
}
