//! The way to a turn that is to be decided again: the talk as it went when this learner was last there, or where that leads there no
//! longer (the scenario was changed since) a shortest one.

use crate::analysis::graph::Graph;
use crate::attempt::drill::{Made, asks, walk};
use crate::attempt::plan::Step;
use crate::base::dice::Seed;
use crate::base::id::TurnId;
use crate::cli::recall::recall;
use crate::cli::room::Room;
use crate::grade::memory::Place;
use crate::model::frozen::Frozen;
use crate::model::scenario::Scenario;
use crate::model::scenario::step::Stage;

/// The most states that are looked at for a way.
const MOST: usize = 100_000;

/// The drill of a turn, with its content; `None` where no way leads to a decision there.
pub fn step(room: &Room<'_>, scenario: &Scenario, turn: &TurnId, place: &Place) -> Option<(Step, Frozen)> {
    let stage = Stage::new(scenario.clone()).ok()?;
    let leads = |way: &[Made]| walk(&stage, way).is_some_and(|(state, _)| stage.turn(&state).id == *turn && asks(&stage, &state));
    let (way, seed) =
        recorded(room, place).filter(|(way, _)| leads(way)).or_else(|| Some((shortest(&stage, turn)?, room.ports.seed())))?;
    let frozen = Frozen::Scenario(Box::new(scenario.clone()));
    let content = frozen.digest();
    Some((Step::Drill { scenario: scenario.id.clone(), turn: turn.clone(), content, way, seed }, frozen))
}

/// The talk up to a place in the record, with what dealt the customer's words.
fn recorded(room: &Room<'_>, place: &Place) -> Option<(Vec<Made>, Seed)> {
    let kept = recall(room.store.as_ref(), &place.attempt).ok()?;
    let plan = &kept.activity.plan;
    let (content, seed) = match plan.parts.get(place.at.part)?.steps.get(place.at.step)? {
        Step::Play { content, .. } => (content, plan.seed),
        Step::Drill { content, seed, .. } => (content, *seed),
        _ => return None,
    };
    let talk = kept.state.plays.iter().find(|play| play.at == place.at)?;
    Some((ways(kept.activity.stage(content), talk.path.iter().take(place.after).map(|(_, made)| *made)), seed))
}

/// A shortest talk that leads to a decision at a turn.
fn shortest(stage: &Stage, turn: &TurnId) -> Option<Vec<Made>> {
    let graph = Graph::begun(stage, MOST).unwrap_or_else(|begun| begun.graph);
    let there = graph.states.iter().position(|node| stage.turn(&node.state).id == *turn && asks(stage, &node.state))?;
    Some(ways(stage, graph.way_to(there).into_iter()))
}

fn ways(stage: &Stage, moves: impl Iterator<Item = usize>) -> Vec<Made> {
    let made = |number: usize| {
        let (turn, reply) = stage.reply(number);
        Made { turn: turn.id.clone(), reply: reply.id.clone() }
    };
    moves.map(made).collect()
}
