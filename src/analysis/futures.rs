//! What can still come, state by state: states from which the same runs with the same points lead on are one.
//!
//! A talk remembers more than still matters: once the last condition on a variable is behind, its value tells nothing any more. So
//! there are far fewer futures than states, and everything that is counted or weighed over runs is done over them.

use std::collections::HashMap;

use super::graph::Graph;
use crate::base::points::Points;
use crate::model::scenario::Outcome;
use crate::model::scenario::step::{Deed, Stage, State};

/// What a run comes to where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// It can be passed with enough points; so many come with the ending.
    Fit(Points),
    /// It cannot be passed, whatever was earned: the ending is "failed". So many points come with it.
    Failed(Points),
    /// No reply was left, which a grade counts as lost.
    Stuck,
    /// A red line was crossed: no points, and failed.
    RedLine,
}

impl End {
    /// What a run comes to that is in this state, where no reply is offered.
    pub fn of(stage: &Stage, state: &State) -> Self {
        match stage.ends(state) {
            _ if state.red_line() => Self::RedLine,
            Some(ending) => {
                let points = ending.score.values().copied().sum();
                if ending.outcome == Outcome::Failed { Self::Failed(points) } else { Self::Fit(points) }
            }
            None => Self::Stuck,
        }
    }
}

/// What can come.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Future {
    /// Nothing more.
    Ends(End),
    /// One of these replies, in the author's order: its points, and the future after it, by a lower number than this one's.
    Goes(Vec<(Points, usize)>),
    /// The same where a reply is written: what it earns, from the most down, perhaps silence last; and which of them comes of writing
    /// blindly: nothing is earned.
    Writes(Vec<(Points, usize)>, usize),
}

impl Future {
    /// Its moves; none where it ends.
    pub fn moves(&self) -> &[(Points, usize)] {
        match self {
            Self::Ends(_) => &[],
            Self::Goes(moves) | Self::Writes(moves, _) => moves,
        }
    }
}

/// All futures of a scenario.
pub struct Futures {
    /// By number: each leads to lower numbers only; the start's is the last.
    pub all: Vec<Future>,
}

impl Futures {
    /// Of a scenario that was walked.
    pub fn of(stage: &Stage, graph: &Graph) -> Self {
        let mut number: Vec<usize> = vec![0; graph.states.len()];
        let mut known: HashMap<Future, usize> = HashMap::new();
        for node in graph.last_first() {
            let here = &graph.states[node];
            let future = if here.moves.is_empty() {
                Future::Ends(End::of(stage, &here.state))
            } else {
                let moves = here.moves.iter().map(|&(reply, to)| (stage.points(reply), number[to])).collect();
                match here.moves.iter().position(|(reply, _)| stage.deed(*reply) == Deed::Written(Points::ZERO)) {
                    Some(nothing) => Future::Writes(moves, nothing),
                    None => Future::Goes(moves),
                }
            };
            let next = known.len();
            number[node] = *known.entry(future).or_insert(next);
        }
        let mut all = vec![Future::Ends(End::RedLine); known.len()];
        known.into_iter().for_each(|(future, n)| all[n] = future);
        Self { all }
    }

    /// The most that can still be earned without a red line, for each; `None` where every run crosses one, or gets stuck.
    pub fn best(&self) -> Vec<Option<Points>> {
        let mut out: Vec<Option<Points>> = Vec::with_capacity(self.all.len());
        for future in &self.all {
            out.push(match future {
                Future::Ends(End::Fit(points) | End::Failed(points)) => Some(*points),
                Future::Ends(End::Stuck | End::RedLine) => None,
                Future::Goes(moves) | Future::Writes(moves, _) => {
                    moves.iter().filter_map(|(points, to)| Some(*points + out[*to]?)).max()
                }
            });
        }
        out
    }
}
