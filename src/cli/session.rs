//! The one loop. Learning, practising, a scripted run, a golden walkthrough: every attempt is stepped here and nowhere else.
//!
//! An event is durable before anything that follows from it is shown. Leaving (Esc, Ctrl-C, a closed window) loses nothing: the
//! attempt is kept, and this same function goes on with it.

use super::failure::{Exit, Failure};
use super::recall::{Kept, recall};
use super::room::Room;
use crate::attempt::decide::{Refusal, decide};
use crate::attempt::event::{Beside, Body, Event, Leaving, Recorded};
use crate::attempt::plan::{Activity, Plan};
use crate::attempt::prompt::{Next, next};
use crate::attempt::state::State;
use crate::base::id::AttemptId;
use crate::grade::grade;
use crate::model::frozen::Frozen;
use crate::model::grade::Grade;
use crate::model::page::{Block, Note};
use crate::report::feedback;
use crate::terminal::Asked;

/// How a session ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ended {
    /// The attempt is over.
    Closed(Box<Grade>),
    /// The person went away; the attempt is kept.
    Left(Leaving),
}

/// Begins an attempt: plan and content are durable when this returns.
///
/// # Errors
/// `Failure` of the store.
pub fn begin(room: &mut Room<'_>, plan: Plan, contents: &[Frozen]) -> Result<AttemptId, Failure> {
    let attempt = plan.attempt.clone();
    let by = plan.actor();
    let body = Body::Started { plan: Box::new(plan) };
    let event = Event { attempt: attempt.clone(), seq: 0, at: room.ports.now(), by, body, previous: None };
    let mut sealed: Vec<_> = contents.iter().map(Frozen::sealed).collect();
    sealed.sort();
    sealed.dedup();
    room.store.begin(&Recorded { event, beside: None }, &sealed)?;
    Ok(attempt)
}

/// Steps an attempt until it is over or the person leaves.
///
/// # Errors
/// `Failure` of store, screen or script; what was answered until then is kept.
pub fn run(room: &mut Room<'_>, attempt: &AttemptId) -> Result<Ended, Failure> {
    let _hold = room.store.hold(attempt)?;
    let Kept { activity, events, mut state } = recall(room.store.as_ref(), attempt)?;
    room.asker.set_head(&room.learner.name, activity.frame.title.get(&activity.plan.language));
    if events.len() > 1 && state.closed.is_none() {
        go_on(room, &activity, &mut state, &events)?;
    }
    loop {
        let prompt = match next(&activity, &state) {
            Next::Over => return Ok(Ended::Closed(Box::new(state.closed.expect("over means closed")))),
            Next::Close => {
                let grade = grade(&activity, &state);
                record(room, &activity, &mut state, (Body::Closed { grade }, None))?;
                continue;
            }
            Next::Ask(prompt) => prompt,
        };
        match room.asker.ask(&prompt) {
            Ok(Asked::Left(how)) => {
                record(room, &activity, &mut state, (Body::Left { how }, None))?;
                return Ok(Ended::Left(how));
            }
            Ok(Asked::TimeUp) => continue,
            Ok(Asked::Reply(reply)) => match decide(&activity, &state, &reply, &mut || room.ports.salt()) {
                Ok(decided) => record(room, &activity, &mut state, decided)?,
                Err(Refusal::Misfit(why)) => room.asker.refuse(&why).map_err(|e| lost(room, &activity, &mut state, &e))?,
                Err(Refusal::Closed) => return Err(Failure::new(Exit::Bug, "fail-bug", [])),
            },
            Err(error) => return Err(lost(room, &activity, &mut state, &error)),
        }
    }
}

/// The screen or script failed: the person is gone, as far as we can tell. What was answered is kept already.
fn lost(room: &mut Room<'_>, activity: &Activity, state: &mut State, error: &std::io::Error) -> Failure {
    match record(room, activity, state, (Body::Left { how: Leaving::EndOfInput }, None)) {
        Ok(()) => super::failure::asker_failure(error, &room.words),
        Err(failure) => failure,
    }
}

/// Says where the attempt was left: what was said to the newest reply, which may never have been seen.
fn go_on(room: &mut Room<'_>, activity: &Activity, state: &mut State, events: &[Recorded]) -> Result<(), Failure> {
    let said = events.iter().rev().find(|e| !matches!(e.event.body, Body::Left { .. } | Body::Resumed { .. }));
    let mut blocks = vec![Block::Note(Note::GoesOn)];
    blocks.extend(said.map(|e| feedback::after(activity, state, &e.event)).into_iter().flatten());
    record(room, activity, state, (Body::Resumed { conduct: room.conduct() }, None))?;
    show(room, &blocks)
}

/// Durable first; then, and only then, what follows from it is shown.
fn record(room: &mut Room<'_>, activity: &Activity, state: &mut State, decided: (Body, Option<Beside>)) -> Result<(), Failure> {
    let (body, beside) = decided;
    let plan = &activity.plan;
    let (attempt, by) = (plan.attempt.clone(), plan.actor());
    // A clock set back must not make time run backwards within an attempt.
    let at = room.ports.now().max(state.at);
    let event = Event { attempt, seq: state.next_seq, at, by, body, previous: state.last };
    let recorded = Recorded { event, beside };
    room.store.append(&recorded)?;
    state.apply(activity, &recorded).map_err(|e| Failure::new(Exit::Bug, "fail-bug", []).because(format!("#{}", e.seq)))?;
    show(room, &feedback::after(activity, state, &recorded.event))
}

fn show(room: &mut Room<'_>, blocks: &[Block]) -> Result<(), Failure> {
    if blocks.is_empty() {
        return Ok(());
    }
    room.asker.show(blocks).map_err(|e| super::failure::asker_failure(&e, &room.words))
}
