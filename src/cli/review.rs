//! `review`: what was missed before comes back, a little before it would be forgotten. What is due `grade/memory` works out from the
//! record; here it becomes an attempt of its own, stepped in the one loop.

use clap::Args;
use serde_json::json;

use super::failure::{Exit, Failure, asker_failure};
use super::room::{Call, Room};
use super::{Outcome, menus, recall, session, start};
use crate::attempt::plan::Subject;
use crate::base::moment::Moment;
use crate::grade::memory::{Memory, Strength, Thing, memories};
use crate::locale::Words;
use crate::model::library::Library;
use crate::model::page::Block;
use crate::store::{Learner, Store};

/// `review`
#[derive(Debug, Args)]
pub struct Review {
    /// The most that comes back in one sitting.
    #[arg(long, value_name = "N", default_value_t = COUNT, value_parser = clap::value_parser!(u32).range(1..))]
    pub count: u32,
    /// Starts anew although one is unfinished.
    #[arg(long)]
    pub again: bool,
    /// Answers from a file.
    #[arg(long, value_name = "FILE")]
    pub answers: Option<std::path::PathBuf>,
}

/// The most that comes back in one sitting, unless the learner says otherwise.
pub const COUNT: u32 = 20;

/// What comes back, now and later.
pub struct Due {
    /// What is due, the longest due first.
    pub now: Vec<Memory>,
    /// What is not, the first first.
    pub later: Vec<Memory>,
}

impl Due {
    /// Works it out.
    pub fn of(library: &Library, history: &recall::History, now: Moment) -> Self {
        let (now, later) = memories(library, &history.tried, now).into_iter().partition(|memory| memory.due <= now);
        Self { now, later }
    }

    /// In a sentence: how many today; where none, when the next.
    pub fn said(&self, words: &Words, zone: &str) -> String {
        match (self.now.len(), self.later.first()) {
            (0, None) => words.get("review-none"),
            (0, Some(next)) => words.with("review-later", &[("at", next.due.local(zone).into())]),
            (count, _) => words.with("review-today", &[("count", count.into())]),
        }
    }
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Review) -> Outcome {
    let library = call.library()?;
    let store = call.store()?;
    let learner = call.learner(store.as_ref())?;
    let due = look(store.as_ref(), &library, &learner, call.ports.now())?;
    if call.json() {
        let list = |all: &[Memory]| all.iter().map(as_json).collect::<Vec<_>>();
        let value = json!({ "learner": learner.id, "due": list(&due.now), "later": list(&due.later) });
        return call.print_json(&value).map(|()| Exit::Done);
    }
    let open = store.attempts(Some(&learner.id))?.iter().any(|row| !row.closed && row.subject == Subject::Review);
    if due.now.is_empty() && !open {
        let said = due.said(&call.words_of(&learner), &library.time_zone);
        return call.print_said(&said).map(|()| Exit::Done);
    }
    let mut room = call.room_of(learner, args.answers.as_deref())?;
    go(&mut room, args.count, args.again)
}

/// Asks what is due: the unfinished review, or a new one.
pub fn go(room: &mut Room<'_>, count: u32, again: bool) -> Outcome {
    room.must_be_free()?;
    let due = tell(room)?;
    let open = if again { None } else { room.open_attempt(&Subject::Review)?.map(|row| row.id) };
    let attempt = match open {
        Some(attempt) => attempt,
        None => match start::review(room, &due.now, usize::try_from(count).unwrap_or(usize::MAX)) {
            Some((plan, contents)) => session::begin(room, plan, &contents)?,
            None => return Ok(Exit::Done),
        },
    };
    let exit = menus::sit(room, &attempt)?;
    if room.open_attempt(&Subject::Review)?.is_none() {
        // It is done: what is left of today, or when the next comes.
        tell(room)?;
    }
    Ok(exit)
}

/// Says what is due now.
fn tell(room: &mut Room<'_>) -> Result<Due, Failure> {
    let due = look(room.store.as_ref(), &room.library, &room.learner, room.ports.now())?;
    let said = due.said(&room.words, &room.library.time_zone);
    room.asker.show(&[Block::Text(said)]).map_err(|e| asker_failure(&e, &room.words))?;
    Ok(due)
}

/// What comes back for a learner.
///
/// # Errors
/// `Failure` of the store.
pub fn look(store: &dyn Store, library: &Library, learner: &Learner, now: Moment) -> Result<Due, Failure> {
    Ok(Due::of(library, &recall::past(store, learner)?, now))
}

fn as_json(memory: &Memory) -> serde_json::Value {
    let kind = match &memory.thing {
        Thing::Question(_) => "question",
        Thing::Turn(..) => "turn",
    };
    let strength = |of: fn(&Strength) -> serde_json::Value| memory.strength.as_ref().map(of);
    json!({ "kind": kind, "id": memory.thing.to_string(), "due": memory.due, "last": memory.last,
            "looks": memory.looks, "missed": memory.missed, "interval": strength(|it| it.interval.into()),
            "stability": strength(|it| thousandths(it.stability).into()),
            "difficulty": strength(|it| thousandths(it.difficulty).into()) })
}

/// As a decimal: what a binary fraction says beyond that is noise.
fn thousandths(value: f32) -> String {
    format!("{value:.3}")
}
