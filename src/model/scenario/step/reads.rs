//! Which conditions are read in a state, and whether they hold: for analysis, which asks whether that ever differs.

use super::{Place, Stage, State, Tests, all_hold};

/// A condition where it is read: replies by number over the scenario, turns by number; arms and conditions in the author's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// One of a reply's conditions.
    Reply {
        /// The reply.
        reply: usize,
        /// Which of its conditions.
        nth: usize,
    },
    /// One of the conditions of a branch's arm.
    Arm {
        /// The turn.
        turn: usize,
        /// Its arm.
        arm: usize,
        /// Which of its conditions.
        nth: usize,
    },
    /// All conditions of an arm together: whether it is taken.
    Taken {
        /// The turn.
        turn: usize,
        /// Its arm.
        arm: usize,
    },
}

impl Stage {
    /// Tells of each condition that is read at this turn in this state whether it holds: those of replies not used before; those of
    /// arms up to the one that is taken.
    pub fn reads(&self, state: &State, turn: usize, told: &mut dyn FnMut(Asked, bool)) {
        match &self.turns[turn] {
            Place::Asks(from, to) => {
                for reply in (*from..*to).filter(|reply| !state.is_used(*reply)) {
                    for (nth, (var, test)) in self.replies[reply].when.iter().enumerate() {
                        told(Asked::Reply { reply, nth }, test.holds(state.values[*var]));
                    }
                }
            }
            Place::Crosses(arms) => {
                for (arm, (when, _)) in arms.iter().enumerate() {
                    for (nth, (var, test)) in when.iter().enumerate() {
                        told(Asked::Arm { turn, arm, nth }, test.holds(state.values[*var]));
                    }
                    let taken = all_hold(when, &state.values);
                    told(Asked::Taken { turn, arm }, taken);
                    if taken {
                        break;
                    }
                }
            }
            Place::Ends => {}
        }
    }

    /// The variable that a condition reads, in the author's order; `None`: the mood, or an arm as a whole.
    pub fn read_by(&self, asked: Asked) -> Option<usize> {
        let of = |when: &Tests, nth: usize| when.get(nth).and_then(|(var, _)| var.checked_sub(1));
        match asked {
            Asked::Reply { reply, nth } => of(&self.replies[reply].when, nth),
            Asked::Arm { turn, arm, nth } => match &self.turns[turn] {
                Place::Crosses(arms) => of(&arms[arm].0, nth),
                _ => None,
            },
            Asked::Taken { .. } => None,
        }
    }

    /// How many conditions an arm of a branch has.
    pub fn conditions_of(&self, turn: usize, arm: usize) -> usize {
        match &self.turns[turn] {
            Place::Crosses(arms) => arms.get(arm).map_or(0, |(when, _)| when.len()),
            _ => 0,
        }
    }

    /// The value of a variable, by the author's order.
    pub fn value(&self, state: &State, var: usize) -> i32 {
        state.values[var + 1]
    }
}
