//! `switch [LEARNER]`: another person at this PC.

use super::args::Switch;
use super::arrive::{arrive, here, name_of};
use super::failure::{Exit, Failure, asker_failure};
use super::room::{Call, Room};
use super::roster::{find_learner, remember};
use super::{Outcome, menus};
use crate::attempt::event::Leaving;
use crate::base::id::LearnerId;
use crate::store::Learner;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Switch) -> Outcome {
    if let Some(named) = &args.learner {
        let mut store = call.store()?;
        let learner = find_learner(store.as_ref(), named)?;
        remember(store.as_mut(), &learner)?;
        call.tell("note-switched", &[("name", learner.name.as_str().into())]);
        return Ok(Exit::Done);
    }
    let mut room = call.room(None)?;
    match choose(&mut room)? {
        Ok(()) => {
            let said = room.words.with("note-switched", &[("name", room.learner.name.as_str().into())]);
            room.asker.show(&[crate::model::page::Block::Text(said)]).map_err(|e| asker_failure(&e, &room.words))?;
            Ok(Exit::Done)
        }
        Err(how) => Ok(menus::left(&room, how, None)),
    }
}

/// More people than these are not listed: who was here last is, the others say their names.
const MOST_LISTED: usize = 9;

/// Asks who is at the keyboard: one of the known, or somebody who says who it is.
pub fn choose(room: &mut Room<'_>) -> Result<Result<(), Leaving>, Failure> {
    let all = here(room.store.as_ref())?;
    let listed = listed(room, &all)?;
    let mut options: Vec<(String, String)> = listed.iter().map(|l| (l.id.to_string(), name_of(l, &all))).collect();
    options.sort_by_key(|(id, _)| *id != room.learner.id.as_str());
    let other = if listed.len() < all.len() { "menu-other-person" } else { "menu-new-person" };
    options.push(("new".to_owned(), room.words.get(other)));
    let picked = match room.who(&room.words.get("ask-who"), &options)? {
        Ok(picked) => picked,
        Err(how) => return Ok(Err(how)),
    };
    room.learner = match all.into_iter().find(|l| l.id.as_str() == picked.as_str()) {
        Some(learner) => learner,
        None => match arrive(room.asker.as_mut(), room.store.as_mut(), room.ports, &room.words)? {
            Ok(learner) => learner,
            Err(how) => return Ok(Err(how)),
        },
    };
    room.remember()?;
    Ok(Ok(()))
}

/// Everybody, or of many those who were at this PC last.
fn listed(room: &Room<'_>, all: &[Learner]) -> Result<Vec<Learner>, Failure> {
    if all.len() <= MOST_LISTED {
        return Ok(all.to_vec());
    }
    let mut last: Vec<LearnerId> = vec![room.learner.id.clone()];
    for row in room.store.attempts(None)? {
        if !last.contains(&row.learner) {
            last.push(row.learner);
        }
    }
    let known = last.iter().filter_map(|id| all.iter().find(|learner| learner.id == *id));
    Ok(known.take(MOST_LISTED).cloned().collect())
}
