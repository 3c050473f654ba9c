//! The one meaning of a scenario: what is offered, what a reply does, where it ends.
//!
//! `Stage` is a scenario made ready to be walked: ids looked up once, conditions and effects as numbers. Attempt, grade, analysis and
//! checks all walk through here. Order on a reply: set, then add, then mood (clamped to 0…100), then the next turn's crossings
//! (`goto`, `branch`). A reply chosen once is not offered again in that run, so every run ends.

mod reads;
mod ways;
mod written;

use std::collections::BTreeMap;

pub use self::reads::Asked;
use super::condition::{MOOD, Test};
use super::{Condition, Ending, Reply, Scenario, Turn, Way};
use crate::base::id::{ReplyId, TurnId, VarName};
use crate::base::points::Points;

/// Where a walk stands: a plain value that can be saved, compared and used as a key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    turn: u32,
    /// The mood, then the variables in the author's order.
    values: Vec<i32>,
    /// One bit a reply of the whole scenario.
    used: Vec<u64>,
    red_line: bool,
}

/// A scenario ready to be walked. What can happen at a turn are its *moves*: replies to choose, and for a written reply one move for
/// each score a text can have, so that all figures over a scenario stay exact.
#[derive(Clone, Debug)]
pub struct Stage {
    scenario: Scenario,
    start: usize,
    ranges: Vec<(i32, i32)>,
    first: Vec<i32>,
    turns: Vec<Place>,
    replies: Vec<Move>,
    /// Beside each move: its turn, and how it is told of.
    told: Vec<(usize, Reply)>,
}

/// What a move is. Every move is told of as a `Reply`, with an id of its own within the turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// One of the author's replies is chosen.
    Chosen,
    /// A reply is written that earns so many points of the turn's. A turn has such a move for everything that a text can earn.
    Written(Points),
    /// Nothing is said until the clock runs out.
    Silence,
}

#[derive(Clone, Debug)]
enum Place {
    /// Replies `from..to` of all.
    Asks(usize, usize),
    Crosses(Vec<(Tests, usize)>),
    Ends,
}

#[derive(Clone, Debug)]
struct Move {
    deed: Deed,
    to: usize,
    points: Points,
    mood: i32,
    set: Vec<(usize, i32)>,
    add: Vec<(usize, i32)>,
    when: Tests,
    red_line: bool,
}

type Tests = Vec<(usize, Test)>;

/// Why a scenario cannot be walked. `content` reports each of these with its place before; this guards frozen content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A `start`, `to`, `goto` or branch names no turn.
    NoSuchTurn(TurnId),
    /// A condition or effect names no variable.
    NoSuchVar(VarName),
    /// Crossings lead round without a reply between.
    Loop(TurnId),
    /// A branch whose last arm has a condition may lead nowhere; so may one of a written reply whose last rung is above 0.
    OpenBranch(TurnId),
    /// A written reply can earn more different scores than can be told apart.
    TooFine(TurnId),
}

impl Stage {
    /// Makes a scenario ready.
    ///
    /// # Errors
    /// `Unfit` where it could not be walked to an end.
    pub fn new(scenario: Scenario) -> Result<Self, Unfit> {
        let names: BTreeMap<&TurnId, usize> = scenario.turns.iter().enumerate().map(|(n, t)| (&t.id, n)).collect();
        let turn = |id: &TurnId| names.get(id).copied().ok_or_else(|| Unfit::NoSuchTurn(id.clone()));
        let (mut replies, mut told) = (Vec::new(), Vec::new());
        let mut turns = Vec::new();
        for (number, t) in scenario.turns.iter().enumerate() {
            let from = replies.len();
            for (deed, reply) in moves(t)? {
                replies.push(ready(&scenario, deed, &reply, turn(&reply.to)?)?);
                told.push((number, reply));
            }
            turns.push(match &t.way {
                Way::Replies(_) | Way::Write(_) => Place::Asks(from, replies.len()),
                Way::Goto(to) => Place::Crosses(vec![(Vec::new(), turn(to)?)]),
                Way::Branch(arms) => {
                    if arms.last().is_none_or(|arm| !arm.when.is_empty()) {
                        return Err(Unfit::OpenBranch(t.id.clone()));
                    }
                    let arm = |arm: &super::Arm| Ok((tests(&scenario, &arm.when)?, turn(&arm.to)?));
                    Place::Crosses(arms.iter().map(arm).collect::<Result<_, Unfit>>()?)
                }
                Way::Ending(_) => Place::Ends,
            });
        }
        let start = turn(&scenario.start)?;
        let mut ranges = vec![(0, 100)];
        ranges.extend(scenario.vars.iter().map(|v| (v.min, v.max)));
        let mut first = vec![i32::from(scenario.customer.mood)];
        first.extend(scenario.vars.iter().map(|v| v.start));
        let stage = Self { start, ranges, first, turns, replies, told, scenario };
        match stage.crossing_loop() {
            Some(turn) => Err(Unfit::Loop(stage.scenario.turns[turn].id.clone())),
            None => Ok(stage),
        }
    }

    /// The scenario itself.
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The state before the first word, crossings done.
    pub fn begin(&self) -> State {
        let used = vec![0; self.replies.len().div_ceil(64)];
        let mut state = State { turn: 0, values: self.first.clone(), used, red_line: false };
        self.settle(&mut state, self.start, &mut |_| ());
        state
    }

    /// What can happen now, by number over the whole scenario, in the author's order: replies that can be chosen, scores that a written
    /// reply can have, silence where the clock can run out.
    pub fn offered(&self, state: &State) -> impl Iterator<Item = usize> {
        self.written(state).filter(|&n| !state.is_used(n) && self.holds(state, n))
    }

    /// The replies that the author wrote for the turn a state stands at, offered or not.
    pub fn written(&self, state: &State) -> std::ops::Range<usize> {
        match self.turns[state.turn as usize] {
            Place::Asks(from, to) => from..to,
            _ => 0..0,
        }
    }

    /// Whether the conditions of a reply hold; one without any always does.
    pub fn holds(&self, state: &State, reply: usize) -> bool {
        all_hold(&self.replies[reply].when, &state.values)
    }

    /// What a reply does. The caller takes `reply` from `offered`.
    pub fn step(&self, state: &mut State, reply: usize) {
        self.step_through(state, reply, &mut |_| ());
    }

    /// The same, naming each turn come to, crossings included.
    pub fn step_through(&self, state: &mut State, reply: usize, seen: &mut dyn FnMut(usize)) {
        let chosen = &self.replies[reply];
        state.used[reply / 64] |= 1 << (reply % 64);
        for &(var, value) in &chosen.set {
            state.values[var] = value;
        }
        for &(var, more) in &chosen.add {
            state.values[var] = self.within(var, state.values[var].saturating_add(more));
        }
        state.values[0] = self.within(0, state.values[0].saturating_add(chosen.mood));
        state.red_line |= chosen.red_line;
        self.settle(state, chosen.to, seen);
    }

    /// The turns crossed at the very start, the one where the first reply is asked included.
    pub fn begin_through(&self, seen: &mut dyn FnMut(usize)) {
        let mut state = self.begin();
        self.settle(&mut state, self.start, seen);
    }

    /// Which arm is taken at a crossing in this state: values do not change between a reply and the next, so any state after the
    /// crossing tells too. `None` at a turn that is no crossing.
    pub fn arm(&self, state: &State, turn: usize) -> Option<usize> {
        let Place::Crosses(arms) = &self.turns[turn] else { return None };
        arms.iter().position(|(when, _)| all_hold(when, &state.values))
    }

    /// The ending, where the state is one.
    pub fn ends(&self, state: &State) -> Option<&Ending> {
        match &self.turn(state).way {
            Way::Ending(ending) => Some(ending),
            _ => None,
        }
    }

    /// The turn a state stands at: one that asks or ends.
    pub fn turn(&self, state: &State) -> &Turn {
        &self.scenario.turns[state.turn as usize]
    }

    /// A turn by number.
    pub fn turn_at(&self, turn: usize) -> &Turn {
        &self.scenario.turns[turn]
    }

    /// The replies that the person may choose from now.
    pub fn choices(&self, state: &State) -> impl Iterator<Item = usize> {
        self.offered(state).filter(|&n| self.replies[n].deed == Deed::Chosen)
    }

    /// The reply with this id, where it may be chosen now.
    pub fn choice(&self, state: &State, id: &str) -> Option<usize> {
        self.choices(state).find(|&n| self.told[n].1.id.as_str() == id)
    }

    /// The move of a written reply that earns so much, where one is to be written now.
    pub fn wrote(&self, state: &State, points: Points) -> Option<usize> {
        self.offered(state).find(|&n| self.replies[n].deed == Deed::Written(points))
    }

    /// The move of saying nothing until the clock runs out, where that leads anywhere.
    pub fn silence(&self, state: &State) -> Option<usize> {
        self.offered(state).find(|&n| self.replies[n].deed == Deed::Silence)
    }

    /// What a move is.
    pub fn deed(&self, number: usize) -> Deed {
        self.replies[number].deed
    }

    /// A move by number, with its turn.
    pub fn reply(&self, number: usize) -> (&Turn, &Reply) {
        let (turn, reply) = &self.told[number];
        (&self.scenario.turns[*turn], reply)
    }

    /// All moves in the order of their numbers.
    pub fn all_replies(&self) -> Vec<&Reply> {
        self.told.iter().map(|(_, reply)| reply).collect()
    }

    /// Points of a reply, all skills.
    pub fn points(&self, reply: usize) -> Points {
        self.replies[reply].points
    }

    /// How many replies there are.
    pub const fn replies(&self) -> usize {
        self.replies.len()
    }

    /// Whether a reply's effects would leave a variable's range here (the mood is clamped and never does). Names it.
    pub fn overflow(&self, state: &State, reply: usize) -> Option<&VarName> {
        let chosen = &self.replies[reply];
        let mut values = state.values.clone();
        for &(var, value) in &chosen.set {
            values[var] = value;
        }
        for &(var, more) in &chosen.add {
            values[var] = values[var].saturating_add(more);
        }
        let out = |&var: &usize| !(self.ranges[var].0..=self.ranges[var].1).contains(&values[var]);
        (1..values.len()).find(out).map(|var| &self.scenario.vars[var - 1].name)
    }

    /// Whether any condition reads the mood: where none does, states that differ only in mood are one.
    pub fn reads_mood(&self) -> bool {
        let of_mood = |tests: &Tests| tests.iter().any(|(var, _)| *var == 0);
        self.replies.iter().any(|m| of_mood(&m.when))
            || self.turns.iter().any(|t| matches!(t, Place::Crosses(arms) if arms.iter().any(|(when, _)| of_mood(when))))
    }

    fn within(&self, var: usize, value: i32) -> i32 {
        value.clamp(self.ranges[var].0, self.ranges[var].1)
    }

    fn settle(&self, state: &mut State, mut turn: usize, seen: &mut dyn FnMut(usize)) {
        loop {
            seen(turn);
            let Place::Crosses(arms) = &self.turns[turn] else { break };
            let arm = self.arm(state, turn).expect("`new` refuses a branch whose last arm has a condition");
            turn = arms[arm].1;
        }
        state.turn = u32::try_from(turn).expect("a scenario has far fewer than four thousand million turns");
    }
}

impl State {
    /// The mood, 0–100.
    pub fn mood(&self) -> u8 {
        u8::try_from(self.values[0]).expect("the mood is clamped to 0–100")
    }

    /// The mood, then the variables in the author's order.
    pub fn values(&self) -> &[i32] {
        &self.values
    }

    /// Whether a red line was crossed.
    pub const fn red_line(&self) -> bool {
        self.red_line
    }

    /// Whether a reply was chosen before.
    pub fn is_used(&self, reply: usize) -> bool {
        self.used[reply / 64] & (1 << (reply % 64)) != 0
    }

    /// The same state as far as the future can tell: used replies only where `matters`, the mood only where it is read.
    pub fn projected(&self, matters: &[u64], reads_mood: bool) -> Self {
        let mut out = self.clone();
        out.used.iter_mut().zip(matters).for_each(|(used, matters)| *used &= matters);
        if !reads_mood {
            out.values[0] = 0;
        }
        out
    }
}

fn all_hold(tests: &Tests, values: &[i32]) -> bool {
    tests.iter().all(|(var, test)| test.holds(values[*var]))
}

fn var_of(scenario: &Scenario, name: &VarName) -> Result<usize, Unfit> {
    if name.as_str() == MOOD {
        return Ok(0);
    }
    scenario.vars.iter().position(|v| v.name == *name).map(|n| n + 1).ok_or_else(|| Unfit::NoSuchVar(name.clone()))
}

fn tests(scenario: &Scenario, when: &[Condition]) -> Result<Tests, Unfit> {
    when.iter().map(|c| Ok((var_of(scenario, &c.name)?, c.test))).collect()
}

/// What can happen at a turn, each told of as a reply.
fn moves(turn: &Turn) -> Result<Vec<(Deed, Reply)>, Unfit> {
    let mut out = match &turn.way {
        Way::Replies(all) => all.iter().map(|reply| (Deed::Chosen, reply.clone())).collect(),
        Way::Write(write) => written::moves(&turn.id, write)?,
        Way::Goto(_) | Way::Branch(_) | Way::Ending(_) => return Ok(Vec::new()),
    };
    if let Some(timeout) = &turn.timeout {
        let silence = Reply { mood: timeout.mood, feedback: timeout.feedback.clone(), ..Reply::bare(SILENCE, &timeout.to) };
        out.push((Deed::Silence, silence));
    }
    Ok(out)
}

/// How silence is told of. No author's id has a `=`, nor have they one together with a written reply's.
pub const SILENCE: &str = "=silence";

impl Reply {
    fn bare(id: &str, to: &TurnId) -> Self {
        Self {
            id: ReplyId::from(id),
            text: super::Text::default(),
            to: to.clone(),
            score: BTreeMap::new(),
            mood: 0,
            set: BTreeMap::new(),
            add: BTreeMap::new(),
            feedback: super::Text::default(),
            red_line: None,
            breaks: Vec::new(),
            when: Vec::new(),
        }
    }
}

fn ready(scenario: &Scenario, deed: Deed, reply: &Reply, to: usize) -> Result<Move, Unfit> {
    let effects = |all: &BTreeMap<VarName, i32>| {
        all.iter().map(|(name, n)| Ok((var_of(scenario, name)?, *n))).collect::<Result<Vec<_>, Unfit>>()
    };
    Ok(Move {
        deed,
        to,
        points: match deed {
            Deed::Written(points) => points,
            Deed::Chosen | Deed::Silence => reply.points(),
        },
        mood: reply.mood,
        set: effects(&reply.set)?,
        add: effects(&reply.add)?,
        when: tests(scenario, &reply.when)?,
        red_line: reply.red_line.is_some(),
    })
}
