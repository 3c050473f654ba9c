//! How much of a scenario walks have come to: its turns, replies, endings, and each condition both ways.
//!
//! Walks go through `model/scenario/step` like everything else; here is only noted what they passed. A condition is a reply's `when`, or
//! that of a branch's arm; it is walked through once it held and once it did not. An arm that holds always has none.

use std::collections::BTreeSet;

use crate::model::scenario::Way;
use crate::model::scenario::step::{Stage, State};

/// Something with a condition, in the author's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gate {
    /// A reply that is not always offered, by its number on the stage.
    Reply(usize),
    /// An arm of a branch: the turn's number, the arm's number from 0.
    Arm(usize, usize),
}

/// What was come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    turns: BTreeSet<usize>,
    replies: BTreeSet<usize>,
    held: BTreeSet<(Gate, bool)>,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Walked.
    pub walked: usize,
    /// There are.
    pub of: usize,
}

/// What there is and what of it was walked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// Turns, endings among them.
    pub turns: Tally,
    /// Replies.
    pub replies: Tally,
    /// Endings.
    pub endings: Tally,
    /// Conditions, each counted twice: held, and did not.
    pub conditions: Tally,
}

/// What was never walked, in the author's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missed {
    /// Turns that are no endings, by number.
    pub turns: Vec<usize>,
    /// Replies, by number.
    pub replies: Vec<usize>,
    /// Endings, by the turn's number.
    pub endings: Vec<usize>,
    /// Conditions: which, and the outcome that never was.
    pub conditions: Vec<(Gate, bool)>,
}

impl Coverage {
    /// Notes what a list of replies from the start comes to.
    pub fn walk(&mut self, stage: &Stage, path: &[usize]) {
        let mut turns = Vec::new();
        stage.begin_through(&mut |turn| turns.push(turn));
        let mut state = stage.begin();
        self.note(stage, &state, &turns);
        for reply in path {
            turns.clear();
            self.replies.insert(*reply);
            stage.step_through(&mut state, *reply, &mut |turn| turns.push(turn));
            self.note(stage, &state, &turns);
        }
    }

    /// Values change by replies only: those of the state hold at all crossings on the way to it.
    fn note(&mut self, stage: &Stage, state: &State, turns: &[usize]) {
        self.turns.extend(turns);
        for &turn in turns {
            let (Way::Branch(arms), Some(taken)) = (&stage.turn_at(turn).way, stage.arm(state, turn)) else { continue };
            let asked = arms.iter().enumerate().take(taken + 1).filter(|(_, arm)| !arm.when.is_empty());
            self.held.extend(asked.map(|(n, _)| (Gate::Arm(turn, n), n == taken)));
        }
        let asked = stage.written(state).filter(|&n| !state.is_used(n) && !stage.reply(n).1.when.is_empty());
        self.held.extend(asked.map(|n| (Gate::Reply(n), stage.holds(state, n))));
    }

    /// How much it is.
    pub fn covered(&self, stage: &Stage) -> Covered {
        let missed = self.missed(stage);
        let turns = stage.scenario().turns.len();
        let endings = (0..turns).filter(|&n| is_ending(stage, n)).count();
        let tally = |of: usize, missed: usize| Tally { walked: of - missed, of };
        Covered {
            turns: tally(turns, missed.turns.len() + missed.endings.len()),
            replies: tally(stage.replies(), missed.replies.len()),
            endings: tally(endings, missed.endings.len()),
            conditions: tally(gates(stage).len() * 2, missed.conditions.len()),
        }
    }

    /// What it is not.
    pub fn missed(&self, stage: &Stage) -> Missed {
        let never = (0..stage.scenario().turns.len()).filter(|turn| !self.turns.contains(turn));
        let (endings, turns) = never.partition(|&turn| is_ending(stage, turn));
        let replies = (0..stage.replies()).filter(|reply| !self.replies.contains(reply)).collect();
        let both = gates(stage).into_iter().flat_map(|gate| [(gate, true), (gate, false)]);
        Missed { turns, replies, endings, conditions: both.filter(|one| !self.held.contains(one)).collect() }
    }
}

impl std::ops::AddAssign for Covered {
    fn add_assign(&mut self, more: Self) {
        let pairs = [
            (&mut self.turns, more.turns),
            (&mut self.replies, more.replies),
            (&mut self.endings, more.endings),
            (&mut self.conditions, more.conditions),
        ];
        for (sum, more) in pairs {
            *sum = Tally { walked: sum.walked + more.walked, of: sum.of + more.of };
        }
    }
}

fn is_ending(stage: &Stage, turn: usize) -> bool {
    matches!(stage.turn_at(turn).way, Way::Ending(_))
}

fn gates(stage: &Stage) -> Vec<Gate> {
    let mut out: Vec<Gate> = (0..stage.replies()).filter(|&n| !stage.reply(n).1.when.is_empty()).map(Gate::Reply).collect();
    for (turn, it) in stage.scenario().turns.iter().enumerate() {
        if let Way::Branch(arms) = &it.way {
            out.extend(arms.iter().enumerate().filter(|(_, a)| !a.when.is_empty()).map(|(n, _)| Gate::Arm(turn, n)));
        }
    }
    out
}
