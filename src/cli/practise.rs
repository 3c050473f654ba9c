//! `practise [SCENARIO]`: a customer conversation with honest feedback.

use super::args::Practise;
use super::failure::Failure;
use super::room::{Call, Room};
use super::{Outcome, menus, start};
use crate::attempt::plan::Subject;
use crate::base::id::ScenarioId;
use crate::model::library::Library;
use crate::model::scenario::Scenario;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Practise) -> Outcome {
    let mut room = call.room(args.answers.as_deref())?;
    let id = match &args.scenario {
        Some(named) => find(&room.library, named)?.id.clone(),
        None => match menus::pick_scenario(&mut room)? {
            Ok(id) => id,
            Err(how) => return Ok(menus::left(&room, how, None)),
        },
    };
    go(&mut room, &id, args.again)
}

/// Plays a scenario: the unfinished attempt, or a new one.
pub fn go(room: &mut Room<'_>, id: &ScenarioId, again: bool) -> Outcome {
    let subject = Subject::Scenario(id.to_string());
    menus::take_up(room, &subject, again, |room| start::play(room, find(&room.library, id.as_str())?))
}

fn find<'a>(library: &'a Library, named: &str) -> Result<&'a Scenario, Failure> {
    let open = library.scenarios.values().filter(|s| s.use_.is_for_practice());
    let all: Vec<_> = open.map(|s| (s.id.as_str(), &s.title, s)).collect();
    menus::find("scenario", named, &all)
}
