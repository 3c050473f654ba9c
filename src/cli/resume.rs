//! `resume [ATTEMPT]`: go on exactly where something was left.

use super::args::Resume;
use super::failure::{Exit, Failure};
use super::recall::{find, short};
use super::registry::Registry;
use super::room::Call;
use super::{Outcome, exam, menus};
use crate::attempt::plan::Subject;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Resume) -> Outcome {
    let mut room = call.room(args.answers.as_deref())?;
    let rows = room.store.attempts(Some(&room.learner.id))?;
    let voided = Registry::open(room.store.as_ref())?.register.voided;
    let row = match &args.attempt {
        Some(named) => find(&rows, named)?,
        None => rows
            .iter()
            .find(|r| !r.closed && !matches!(r.subject, Subject::Station(_)) && !voided.contains_key(&r.id))
            .ok_or_else(|| Failure::new(Exit::Done, "fail-nothing-open", []).hint("hint-home", []))?,
    };
    if row.closed {
        return Err(
            Failure::new(Exit::Refused, "fail-closed", [("id", &short(&row.id))]).hint("hint-show", [("id", &short(&row.id))])
        );
    }
    if voided.contains_key(&row.id) {
        let id = short(&row.id);
        return Err(Failure::new(Exit::Refused, "fail-void-already", [("id", &id)]).hint("hint-result", [("id", &id)]));
    }
    match &row.subject {
        // An exam goes on through its own command, which knows who may.
        Subject::Licence(licence) => exam::go(&mut room, &licence.as_str().into()),
        Subject::Station(_) => Err(Failure::new(Exit::Refused, "fail-examiners-own", []).hint("hint-home", [])),
        _ => {
            let id = row.id.clone();
            room.must_be_free()?;
            menus::sit(&mut room, &id)
        }
    }
}
