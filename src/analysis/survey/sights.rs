//! What was met on all the ways through a scenario, and what never was: replies, red lines, conditions, variables.

use std::collections::BTreeMap;

use crate::analysis::graph::Graph;
use crate::model::scenario::step::{Asked, Stage};

/// What was met and what was not. Replies by number, variables in the author's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sights {
    /// Replies that are offered in no state.
    pub never_offered: Vec<usize>,
    /// Replies that cross a red line, whether offered or not.
    pub red_lines: Vec<usize>,
    /// Conditions that are read and come out the same each time.
    pub settled: Vec<Settled>,
    /// Variables that make no difference.
    pub unused: Vec<(usize, Unused)>,
}

/// A condition that comes out the same each time that it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Where it is read; an arm as a whole only where none of its conditions alone is to blame.
    pub asked: Asked,
    /// Whether it always holds; else it never does.
    pub holds: bool,
}

/// Why a variable makes no difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unused {
    /// No condition that is come to reads it.
    NeverRead,
    /// It is read, and has its first value then as ever.
    NeverChanged,
}

pub(super) fn sights(stage: &Stage, graph: &Graph) -> Sights {
    let mut offered = vec![false; stage.replies()];
    let mut met: BTreeMap<Asked, (bool, bool)> = BTreeMap::new();
    let vars = stage.scenario().vars.len();
    let mut changed = vec![false; vars];
    let mut see = |asked: Asked, holds: bool| {
        let met = met.entry(asked).or_default();
        *(if holds { &mut met.0 } else { &mut met.1 }) = true;
    };
    let mut crossed = Vec::new();
    stage.begin_through(&mut |turn| crossed.push(turn));
    let start = stage.begin();
    crossed.iter().for_each(|turn| stage.reads(&start, *turn, &mut see));
    for node in &graph.states {
        for (var, changed) in changed.iter_mut().enumerate() {
            *changed |= stage.value(&node.state, var) != stage.scenario().vars[var].start;
        }
        for &(reply, _) in &node.moves {
            offered[reply] = true;
            let mut there = node.state.clone();
            crossed.clear();
            stage.step_through(&mut there, reply, &mut |turn| crossed.push(turn));
            crossed.iter().for_each(|turn| stage.reads(&there, *turn, &mut see));
        }
    }
    let read = |var: usize| met.keys().any(|asked| stage.read_by(*asked) == Some(var));
    let unused = (0..vars).filter_map(|var| match (read(var), changed[var]) {
        (false, _) => Some((var, Unused::NeverRead)),
        (true, false) => Some((var, Unused::NeverChanged)),
        (true, true) => None,
    });
    let red = stage.all_replies().iter().enumerate().filter(|(_, reply)| reply.red_line.is_some()).map(|(n, _)| n).collect();
    Sights {
        never_offered: (0..stage.replies()).filter(|reply| !offered[*reply]).collect(),
        red_lines: red,
        unused: unused.collect(),
        settled: settled(stage, &met),
    }
}

fn settled(stage: &Stage, met: &BTreeMap<Asked, (bool, bool)>) -> Vec<Settled> {
    let one = |asked: &Asked| {
        let (held, failed) = met[asked];
        (held != failed).then_some(held)
    };
    let alone = |asked: &Asked| match *asked {
        // An arm without conditions is meant to be taken always; one with a condition that is to blame is told by that.
        Asked::Taken { turn, arm } => {
            let parts = met.keys().filter(|a| matches!(a, Asked::Arm { turn: t, arm: n, .. } if (*t, *n) == (turn, arm)));
            stage.conditions_of(turn, arm) > 0 && one(asked) == Some(false) && parts.map(one).all(|held| held != Some(false))
        }
        _ => true,
    };
    met.keys().filter(|asked| alone(asked)).filter_map(|asked| Some(Settled { asked: *asked, holds: one(asked)? })).collect()
}
