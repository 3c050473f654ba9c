//! `resume [ATTEMPT]`: go on exactly where something was left.

use super::args::Resume;
use super::failure::{Exit, Failure};
use super::room::Call;
use super::{Outcome, menus};
use crate::base::id::AttemptId;
use crate::store::AttemptRow;

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

/// An attempt by its id, or by the beginning or end of it.
///
/// # Errors
/// `Failure` where none or several fit.
pub fn find<'a>(rows: &'a [AttemptRow], named: &str) -> Result<&'a AttemptRow, Failure> {
    let named = named.to_ascii_lowercase();
    let fits = |r: &&AttemptRow| named.len() >= 4 && (r.id.as_str().ends_with(&named) || r.id.as_str().starts_with(&named));
    let mut fitting = rows.iter().filter(fits);
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => Err(Failure::usage("fail-two-attempts", [("id", &named)]).hint("hint-attempts", [])),
        (None, _) => Err(Failure::usage("fail-no-attempt", [("id", &named)]).hint("hint-attempts", [])),
    }
}

/// How an attempt is shown: the last eight characters of its id, which are random.
pub fn short(id: &AttemptId) -> String {
    let id = id.as_str();
    id.get(id.len().saturating_sub(8)..).unwrap_or(id).to_owned()
}
