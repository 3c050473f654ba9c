//! What only exact walking shows to be wrong with a scenario. `cli/check` turns these into findings with their places.

use std::collections::BTreeSet;

use super::graph::{Graph, Node, TooLarge};
use super::range::range_of;
use crate::base::id::{ReplyId, TurnId, VarName};
use crate::base::points::{Exact, Points};
use crate::model::scenario::step::Stage;
use crate::model::scenario::{Outcome, Way};

/// A decision on a way: at this turn, this reply.
pub type Decision = (TurnId, ReplyId);

/// Something wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No way leads to this turn.
    Unreachable(TurnId),
    /// No way leads from this turn to an ending.
    NoWayOut(TurnId),
    /// Here no reply is offered, after these decisions.
    Dead(TurnId, Vec<Decision>),
    /// This reply takes a variable out of its range, after these decisions.
    OutOfRange(VarName, Decision, Vec<Decision>),
    /// The best attainable is zero or less.
    NoBest,
    /// No way passes: every one that is good enough ends "failed".
    CannotPass,
    /// No way fails: the worst is still enough.
    CannotFail,
    /// More states than are looked at.
    TooLarge,
}

/// All faults of a scenario, looking at up to so many states (`graph::MOST`).
pub fn faults(stage: &Stage, most: usize) -> Vec<Fault> {
    let graph = match Graph::within(stage, most) {
        Ok(graph) => graph,
        Err(TooLarge) => return vec![Fault::TooLarge],
    };
    let mut out = Vec::new();
    let mut seen: BTreeSet<TurnId> = BTreeSet::new();
    stage.begin_through(&mut |turn| seen.extend([stage.turn_at(turn).id.clone()]));
    let mut told: BTreeSet<(VarName, Decision)> = BTreeSet::new();
    let mut dead: BTreeSet<TurnId> = BTreeSet::new();
    for (number, node) in graph.states.iter().enumerate() {
        let turn = &stage.turn(&node.state).id;
        if node.moves.is_empty() && stage.ends(&node.state).is_none() && dead.insert(turn.clone()) {
            out.push(Fault::Dead(turn.clone(), decisions(stage, &graph.way_to(number))));
        }
        for &(reply, _) in &node.moves {
            stage.step_through(&mut node.state.clone(), reply, &mut |turn| seen.extend([stage.turn_at(turn).id.clone()]));
            if let Some(var) = stage.overflow(&node.state, reply) {
                let decision = decision(stage, reply);
                if told.insert((var.clone(), decision.clone())) {
                    out.push(Fault::OutOfRange(var.clone(), decision, decisions(stage, &graph.way_to(number))));
                }
            }
        }
    }
    let unseen = stage.scenario().turns.iter().filter(|t| !seen.contains(&t.id));
    out.extend(unseen.map(|t| Fault::Unreachable(t.id.clone())));
    out.extend(no_way_out(stage));
    out.extend(of_scores(stage, &graph));
    out
}

/// Turns from which no ending can be come to, whatever the state.
fn no_way_out(stage: &Stage) -> Vec<Fault> {
    let mut from: Vec<Vec<usize>> = vec![Vec::new(); stage.turns()];
    for turn in 0..stage.turns() {
        stage.leads_to(turn).for_each(|to| from[to].push(turn));
    }
    let mut leads = vec![false; stage.turns()];
    let mut open: Vec<usize> = (0..stage.turns()).filter(|turn| matches!(stage.turn_at(*turn).way, Way::Ending(_))).collect();
    while let Some(turn) = open.pop() {
        if !std::mem::replace(&mut leads[turn], true) {
            open.extend(&from[turn]);
        }
    }
    (0..stage.turns()).filter(|turn| !leads[*turn]).map(|turn| Fault::NoWayOut(stage.turn_at(turn).id.clone())).collect()
}

fn of_scores(stage: &Stage, graph: &Graph) -> Option<Fault> {
    let range = range_of(stage, graph);
    let Some(best) = range.best.filter(|best| *best > Points::ZERO) else { return Some(Fault::NoBest) };
    let enough = |points: Points| points.exact().of(best.exact()) >= Exact::new(i128::from(stage.scenario().pass), 100);
    if !range.passable.is_some_and(enough) {
        return Some(Fault::CannotPass);
    }
    let fails = |node: &Node| node.state.red_line() || stage.ends(&node.state).is_some_and(|e| e.outcome == Outcome::Failed);
    (range.worst.is_some_and(enough) && !graph.states.iter().any(fails)).then_some(Fault::CannotFail)
}

fn decision(stage: &Stage, reply: usize) -> Decision {
    let (turn, reply) = stage.reply(reply);
    (turn.id.clone(), reply.id.clone())
}

fn decisions(stage: &Stage, way: &[usize]) -> Vec<Decision> {
    way.iter().map(|reply| decision(stage, *reply)).collect()
}
