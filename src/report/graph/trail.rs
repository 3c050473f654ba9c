//! Which links of the picture a run of replies goes along, crossings and the arms taken included.

use std::collections::BTreeSet;

use crate::base::points::Points;
use crate::model::scenario::Way;
use crate::model::scenario::step::{Deed, Stage, State};

/// How the boxes of a scenario are counted: its turns, then its replies, then the arms of its branches.
pub struct Count {
    turns: usize,
    /// The turn of each move.
    owners: Vec<usize>,
    /// The box of each move, counted over all moves' boxes: scores of a written reply that lead the same way share one.
    boxes: Vec<usize>,
    /// The move that each of those boxes is told by: the one with most points.
    shown: Vec<usize>,
    /// The first arm of each turn, counted over all arms.
    arms: Vec<usize>,
}

impl Count {
    /// Counts.
    pub fn new(stage: &Stage) -> Self {
        let turns = &stage.scenario().turns;
        let (mut owners, mut arms, mut next) = (Vec::new(), Vec::new(), 0);
        let (mut boxes, mut shown) = (Vec::new(), Vec::<usize>::new());
        for (n, turn) in turns.iter().enumerate() {
            arms.push(next);
            for number in stage.replies_of(n) {
                owners.push(n);
                if !shown.last().is_some_and(|before| is_same_way(stage, *before, number)) {
                    shown.push(number);
                }
                boxes.push(shown.len() - 1);
            }
            if let Way::Branch(all) = &turn.way {
                next += all.len();
            }
        }
        Self { turns: turns.len(), owners, boxes, shown, arms }
    }

    /// The moves that have a box, each told for all that share it.
    pub fn shown(&self) -> &[usize] {
        &self.shown
    }

    /// The fewest and the most points of the moves that share the box of this one.
    pub fn points(&self, stage: &Stage, number: usize) -> (Points, Points) {
        let same = (0..self.boxes.len()).filter(|other| self.boxes[*other] == self.boxes[number]).map(|n| stage.points(n));
        let (least, most) = (same.clone().min(), same.max());
        (least.unwrap_or_default(), most.unwrap_or_default())
    }

    /// The turn where a reply is offered.
    pub fn owner(&self, reply: usize) -> usize {
        self.owners[reply]
    }

    /// The box of a reply.
    pub fn reply(&self, reply: usize) -> usize {
        self.turns + self.boxes[reply]
    }

    /// The box of an arm of a turn.
    pub fn arm(&self, turn: usize, arm: usize) -> usize {
        self.turns + self.shown.len() + self.arms[turn] + arm
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

/// Whether two scores of a written reply do the same to the talk.
fn is_same_way(stage: &Stage, one: usize, other: usize) -> bool {
    let written = |number| matches!(stage.deed(number), Deed::Written(_));
    let ((turn, a), (also, b)) = (stage.reply(one), stage.reply(other));
    written(one) && written(other) && turn.id == also.id && (&a.to, a.mood, &a.set, &a.add) == (&b.to, b.mood, &b.set, &b.add)
}
