//! The warm-up before an exam: a number and a matching, asked by what asks an exam, so that sheet, flags and going back are the real
//! ones. Nothing of it is kept.

use std::collections::BTreeMap;

use crate::attempt::decide::{Refusal, decide};
use crate::attempt::event::{Beside, Body, Event, Leaving, Recorded};
use crate::attempt::plan::Activity;
use crate::attempt::prompt::{Next, next};
use crate::attempt::state::State;
use crate::base::points::Points;
use crate::cli::failure::{Exit, Failure, asker_failure};
use crate::cli::room::Room;
use crate::cli::start;
use crate::model::page::Block;
use crate::model::question::number::Number;
use crate::model::question::pairs::{Pair, Pairs};
use crate::model::question::{Item, Kind, Question};
use crate::model::span::Span;
use crate::model::text::Text;
use crate::terminal::Asked;

/// Lets the candidate try; how they left, where they did.
///
/// # Errors
/// `Failure` of the screen.
pub fn run(room: &mut Room<'_>) -> Result<Option<Leaving>, Failure> {
    let bug = || Failure::new(Exit::Bug, "fail-bug", []);
    let (plan, contents) = start::warm_up(room, &[number(room), pairs(room)]);
    let started = Body::Started { plan: Box::new(plan.clone()) };
    let contents: BTreeMap<_, _> = contents.into_iter().map(|content| (content.digest(), content)).collect();
    let activity = Activity::new(plan, contents).map_err(|_| bug())?;
    let mut state = State::new(&activity);
    let happen = |room: &Room<'_>, state: &mut State, (body, beside): (Body, Option<Beside>)| {
        let (attempt, by) = (activity.plan.attempt.clone(), activity.plan.actor());
        let event = Event { attempt, seq: state.next_seq, at: room.ports.now(), by, body, previous: state.last };
        state.apply(&activity, &Recorded { event, beside }).map_err(|_| bug())
    };
    happen(room, &mut state, (started, None))?;
    while let Next::Ask(mut prompt) = next(&activity, &state) {
        prompt.blocks.insert(0, Block::Text(room.words.get("warm-head")));
        match room.asker.ask(&prompt).map_err(|e| asker_failure(&e, &room.words))? {
            Asked::Left(how) => return Ok(Some(how)),
            Asked::TimeUp => {}
            Asked::Reply(reply) => match decide(&activity, &state, (&reply, Span::ZERO), &mut || room.ports.salt()) {
                Ok(decided) => happen(room, &mut state, decided)?,
                Err(Refusal::Misfit(why)) => room.asker.refuse(&why).map_err(|e| asker_failure(&e, &room.words))?,
                Err(Refusal::Closed) => return Err(bug()),
            },
        }
    }
    Ok(None)
}

fn number(room: &Room<'_>) -> Question {
    let answer = Points::whole(7);
    let kind = Number { answer, tolerance: Points::ZERO, unit: Some(text(room, "warm-days")) };
    question(room, "number", Kind::Number(kind))
}

fn pairs(room: &Room<'_>) -> Question {
    let pair = |id: &str| {
        let (left, right) = (text(room, &format!("warm-{id}")), text(room, &format!("warm-{id}-when")));
        Pair { id: id.into(), left, right }
    };
    let decoy = Item { id: "lunch".into(), text: text(room, "warm-lunch-when") };
    question(room, "pairs", Kind::Pairs(Pairs { pairs: ["hello", "wait", "bye"].map(pair).into(), decoys: vec![decoy] }))
}

fn question(room: &Room<'_>, id: &str, kind: Kind) -> Question {
    Question {
        id: format!("warm-up/{id}").as_str().into(),
        ask: text(room, &format!("warm-ask-{id}")),
        level: 1,
        points: Points::whole(1),
        skills: Vec::new(),
        objectives: Vec::new(),
        roles: Vec::new(),
        material: None,
        keep_order: false,
        why: Text::default(),
        kind,
    }
}

/// The program's own words as content.
fn text(room: &Room<'_>, key: &str) -> Text {
    Text::new([(room.lang.clone(), room.words.get(key))])
}
