//! The exact best and worst sum of points over all ways through a scenario.
//!
//! Choosing the best reply at each turn is wrong (a concession now may cost two turns later), and so is ignoring conditions: this
//! goes over every state. A run with a red line scores 0 and is no way to the best.

use std::collections::BTreeMap;

use super::graph::{Graph, TooLarge};
use crate::base::id::SkillId;
use crate::base::points::Points;
use crate::model::scenario::Outcome;
use crate::model::scenario::step::{Stage, State};

/// What a scenario can be worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The most points attainable; `None` where every way crosses a red line or none ends.
    pub best: Option<Points>,
    /// A way to it: replies by number.
    pub best_way: Vec<usize>,
    /// The least sum without a red line, before it is floored at 0.
    pub worst: Option<Points>,
    /// A way to it.
    pub worst_way: Vec<usize>,
    /// The most points with an ending that can be passed.
    pub passable: Option<Points>,
}

/// Best and worst, exactly.
///
/// # Errors
/// `TooLarge` past a million states.
pub fn range(stage: &Stage) -> Result<Range, TooLarge> {
    Ok(range_of(stage, &Graph::new(stage)?))
}

/// The same over a graph that is there already.
pub fn range_of(stage: &Stage, graph: &Graph) -> Range {
    let best = extremes(stage, graph, Ends::All, |new, old| new > old);
    let worst = extremes(stage, graph, Ends::All, |new, old| new < old);
    let passable = extremes(stage, graph, Ends::NotFailed, |new, old| new > old);
    let sum = |all: &[Extreme]| all[0].map(|(sum, _)| sum);
    Range { best: sum(&best), best_way: way(&best), worst: sum(&worst), worst_way: way(&worst), passable: sum(&passable) }
}

/// What can still be earned from any state of a scenario: for the debrief's better words.
pub struct Outlook {
    graph: Graph,
    best: Vec<Extreme>,
}

impl Outlook {
    /// Walks everything once.
    ///
    /// # Errors
    /// `TooLarge` past a million states.
    pub fn new(stage: &Stage) -> Result<Self, TooLarge> {
        let graph = Graph::new(stage)?;
        let best = extremes(stage, &graph, Ends::All, |new, old| new > old);
        Ok(Self { graph, best })
    }

    /// The most attainable from the start; `None` where every way crosses a red line or none ends.
    pub fn best(&self) -> Option<Points> {
        self.best[0].map(|(sum, _)| sum)
    }

    /// Every state, by the numbers that `advised` takes.
    pub const fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The reply from which most can still be earned from a state, by its number in the graph; among equals the first in the author's
    /// order. `None` where a red line lies on every way, and at endings.
    pub fn advised(&self, node: usize) -> Option<usize> {
        let (_, to) = self.best[node]?;
        to.map(|(reply, _)| reply)
    }

    /// The most that can still be earned from a state by choosing this reply; `None` where a red line lies on every way.
    pub fn by(&self, stage: &Stage, state: &State, reply: usize) -> Option<Points> {
        let mut after = state.clone();
        stage.step(&mut after, reply);
        let (rest, _) = self.best[self.graph.find(&after)?]?;
        Some(stage.points(reply) + rest)
    }
}

/// Which runs count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    /// Those that come to an ending without a red line.
    All,
    /// Those of them that can be passed.
    NotFailed,
    /// Those that cross no red line, also where no reply is left.
    Stuck,
}

/// The extreme sum from a state on, with the move to it (reply, next state); endings have no move.
pub(super) type Extreme = Option<(Points, Option<(usize, usize)>)>;

/// What replies and endings give.
type Giving<'a> = (&'a dyn Fn(usize) -> Points, &'a dyn Fn(&BTreeMap<SkillId, Points>) -> Points);

/// The extreme sum of points over all skills.
pub(super) fn extremes(stage: &Stage, graph: &Graph, ends: Ends, better: fn(Points, Points) -> bool) -> Vec<Extreme> {
    let points = |reply: usize| stage.points(reply);
    extremes_by(stage, graph, ends, (&points, &|score| score.values().copied().sum()), better)
}

/// The extreme sum of what replies and endings give.
pub(super) fn extremes_by(
    stage: &Stage,
    graph: &Graph,
    ends: Ends,
    (points, at_end): Giving<'_>,
    better: fn(Points, Points) -> bool,
) -> Vec<Extreme> {
    let mut sums: Vec<Extreme> = vec![None; graph.states.len()];
    for node in graph.last_first() {
        let here = &graph.states[node];
        sums[node] = match stage.ends(&here.state) {
            _ if here.moves.is_empty() && here.state.red_line() => None,
            Some(ending) if ends == Ends::NotFailed && ending.outcome == Outcome::Failed => None,
            Some(ending) => Some((at_end(&ending.score), None)),
            None if here.moves.is_empty() && ends == Ends::Stuck => Some((Points::ZERO, None)),
            None => {
                let mut found: Extreme = None;
                for &(reply, to) in &here.moves {
                    let Some((rest, _)) = sums[to] else { continue };
                    let sum = points(reply) + rest;
                    if found.is_none_or(|(old, _)| better(sum, old)) {
                        found = Some((sum, Some((reply, to))));
                    }
                }
                found
            }
        };
    }
    sums
}

/// The replies from the start to an extreme.
pub(super) fn way(sums: &[Extreme]) -> Vec<usize> {
    let mut way = Vec::new();
    let mut node = 0;
    while let Some((_, Some((reply, to)))) = sums[node] {
        way.push(reply);
        node = to;
    }
    way
}
