//! Which links of the picture a run of replies goes along, crossings and the arms taken included.

use std::collections::BTreeSet;

use crate::model::scenario::Way;
use crate::model::scenario::step::{Stage, State};

/// How the boxes of a scenario are counted: its turns, then its replies, then the arms of its branches.
pub struct Count {
    turns: usize,
    /// The turn of each reply.
    owners: Vec<usize>,
    /// The first arm of each turn, counted over all arms.
    arms: Vec<usize>,
}

impl Count {
    /// Counts.
    pub fn new(stage: &Stage) -> Self {
        let turns = &stage.scenario().turns;
        let (mut owners, mut arms, mut next) = (Vec::new(), Vec::new(), 0);
        for (n, turn) in turns.iter().enumerate() {
            arms.push(next);
            match &turn.way {
                Way::Replies(all) => owners.extend(all.iter().map(|_| n)),
                Way::Branch(all) => next += all.len(),
                Way::Goto(_) | Way::Ending(_) => {}
            }
        }
        Self { turns: turns.len(), owners, arms }
    }

    /// The turn where a reply is offered.
    pub fn owner(&self, reply: usize) -> usize {
        self.owners[reply]
    }

    /// The box of a reply.
    pub const fn reply(&self, reply: usize) -> usize {
        self.turns + reply
    }

    /// The box of an arm of a turn.
    pub fn arm(&self, turn: usize, arm: usize) -> usize {
        self.turns + self.owners.len() + self.arms[turn] + arm
    }

    /// The links that a run goes along, as pairs of boxes.
    pub fn trail(&self, stage: &Stage, way: &[usize]) -> BTreeSet<(usize, usize)> {
        let mut links = BTreeSet::new();
        let mut state = stage.begin();
        let mut seen = Vec::new();
        stage.begin_through(&mut |turn| seen.push(turn));
        self.cross(stage, &state, &seen, &mut links);
        for &reply in way {
            let mut seen = Vec::new();
            stage.step_through(&mut state, reply, &mut |turn| seen.push(turn));
            links.insert((self.owner(reply), self.reply(reply)));
            links.insert((self.reply(reply), seen[0]));
            self.cross(stage, &state, &seen, &mut links);
        }
        links
    }

    fn cross(&self, stage: &Stage, state: &State, seen: &[usize], links: &mut BTreeSet<(usize, usize)>) {
        for pair in seen.windows(2) {
            match (&stage.turn_at(pair[0]).way, stage.arm(state, pair[0])) {
                (Way::Branch(_), Some(arm)) => {
                    links.insert((pair[0], self.arm(pair[0], arm)));
                    links.insert((self.arm(pair[0], arm), pair[1]));
                }
                _ => drop(links.insert((pair[0], pair[1]))),
            }
        }
    }
}
