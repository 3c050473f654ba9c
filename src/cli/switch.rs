//! `switch [LEARNER]`: another person at this PC.

use super::args::Switch;
use super::failure::{Exit, Failure, asker_failure};
use super::room::{Call, Room};
use super::roster::{NAME_MOST, enrol, find_learner, remember};
use super::{Outcome, menus};
use crate::model::form::Reply;
use crate::store::Learner;
use crate::terminal::Asked;

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

/// Asks who is at the keyboard: one of the known, or somebody new.
pub fn choose(room: &mut Room<'_>) -> Result<Result<(), crate::attempt::event::Leaving>, Failure> {
    let mut all = room.store.learners()?;
    all.retain(|learner| learner.post.left.is_none());
    let mut options: Vec<(String, String)> = all.iter().map(|l| (l.id.to_string(), name_of(l, &all))).collect();
    options.sort_by_key(|(id, _)| *id != room.learner.id.as_str());
    options.push(("new".to_owned(), room.words.get("menu-new-person")));
    let picked = match room.who(&room.words.get("ask-who"), &options)? {
        Ok(picked) => picked,
        Err(how) => return Ok(Err(how)),
    };
    room.learner = match all.into_iter().find(|l| l.id.as_str() == picked.as_str()) {
        Some(learner) => learner,
        None => match room.asker.line(&room.words.get("ask-name"), NAME_MOST).map_err(|e| asker_failure(&e, &room.words))? {
            Asked::Reply(Reply::Typed(name)) => enrol(room.store.as_mut(), room.ports, &name, None)?,
            Asked::Reply(_) | Asked::TimeUp => return Err(Failure::usage("fail-name", [])),
            Asked::Left(how) => return Ok(Err(how)),
        },
    };
    room.remember()?;
    Ok(Ok(()))
}

/// A name, with what tells it apart.
fn name_of(learner: &Learner, all: &[Learner]) -> String {
    let twice = all.iter().filter(|other| other.name == learner.name).count() > 1;
    match &learner.staff_number {
        Some(number) => format!("{} ({number})", learner.name),
        None if twice => format!("{} ({})", learner.name, learner.id.short()),
        None => learner.name.clone(),
    }
}
