//! Every state that a scenario can be in, and the replies between them.
//!
//! States that the future cannot tell apart are one: which replies were used matters only on turns that can be come back to, and the
//! mood only where a condition reads it. A reply is used once, so there is no way round: the graph has no cycles.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::model::scenario::step::{Stage, State};

/// The most states that are looked at.
pub const MOST: usize = 1_000_000;

/// Every state of a scenario; the first is the start.
pub struct Graph {
    /// The states, in the order found.
    pub states: Vec<Node>,
    known: HashMap<State, usize>,
    telling: Telling,
}

/// What tells two states apart.
struct Telling {
    used: Vec<u64>,
    mood: bool,
}

impl Telling {
    fn key(&self, state: &State) -> State {
        state.projected(&self.used, self.mood)
    }
}

/// One state.
pub struct Node {
    /// It.
    pub state: State,
    /// Each reply offered, and where it leads.
    pub moves: Vec<(usize, usize)>,
    /// From where it was first found, by which reply; the start has none.
    pub from: Option<(usize, usize)>,
}

/// There are more states than are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// The beginning of a graph that is too large: only the first `done` states have their moves.
pub struct Begun {
    /// What was walked.
    pub graph: Graph,
    /// So many of its states were gone on from.
    pub done: usize,
}

impl Graph {
    /// Walks everything.
    ///
    /// # Errors
    /// `TooLarge` past `MOST` states.
    pub fn new(stage: &Stage) -> Result<Self, TooLarge> {
        Self::within(stage, MOST)
    }

    /// Walks everything, up to so many states.
    ///
    /// # Errors
    /// `TooLarge` past them.
    pub fn within(stage: &Stage, most: usize) -> Result<Self, TooLarge> {
        Self::begun(stage, most).map_err(|_| TooLarge)
    }

    /// Walks everything, up to so many states.
    ///
    /// # Errors
    /// What was walked until then.
    pub fn begun(stage: &Stage, most: usize) -> Result<Self, Begun> {
        let telling = Telling { used: mask(&stage.on_cycles()), mood: stage.reads_mood() };
        let start = stage.begin();
        let mut known = HashMap::from([(telling.key(&start), 0)]);
        let mut states = vec![Node { state: start, moves: Vec::new(), from: None }];
        let mut next = 0;
        while next < states.len() {
            let here = states[next].state.clone();
            for reply in stage.offered(&here) {
                let mut there = here.clone();
                stage.step(&mut there, reply);
                let found = states.len();
                let to = match known.entry(telling.key(&there)) {
                    Entry::Occupied(old) => *old.get(),
                    Entry::Vacant(new) => {
                        if found >= most {
                            states[next].moves.clear();
                            return Err(Begun { graph: Self { states, known, telling }, done: next });
                        }
                        states.push(Node { state: there, moves: Vec::new(), from: Some((next, reply)) });
                        *new.insert(found)
                    }
                };
                states[next].moves.push((reply, to));
            }
            next += 1;
        }
        Ok(Self { states, known, telling })
    }

    /// The number of a state.
    pub fn find(&self, state: &State) -> Option<usize> {
        self.known.get(&self.telling.key(state)).copied()
    }

    /// The states in an order in which every state comes after all it leads to.
    pub fn last_first(&self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.states.len());
        let mut seen = vec![false; self.states.len()];
        let mut open = vec![(0, 0)];
        seen[0] = true;
        while let Some((node, next)) = open.pop() {
            match self.states[node].moves.get(next) {
                Some((_, to)) => {
                    open.push((node, next + 1));
                    if !std::mem::replace(&mut seen[*to], true) {
                        open.push((*to, 0));
                    }
                }
                None => order.push(node),
            }
        }
        order
    }

    /// A shortest list of replies that leads to a state.
    pub fn way_to(&self, mut node: usize) -> Vec<usize> {
        let mut way = Vec::new();
        while let Some((before, reply)) = self.states[node].from {
            way.push(reply);
            node = before;
        }
        way.reverse();
        way
    }
}

fn mask(bits: &[bool]) -> Vec<u64> {
    let mut out = vec![0; bits.len().div_ceil(64)];
    for (n, _) in bits.iter().enumerate().filter(|(_, on)| **on) {
        out[n / 64] |= 1 << (n % 64);
    }
    out
}
