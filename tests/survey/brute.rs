//! Every single run of a scenario, gone one by one by the format's words alone.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigUint;
use num_rational::Ratio;
use onduty::analysis::survey::How;
use onduty::base::id::{ReplyId, SkillId, TurnId};
use onduty::base::points::Points;
use onduty::model::scenario::condition::{Condition, MOOD};
use onduty::model::scenario::{Outcome, Reply, Scenario, Way};

use crate::laws::Naive;

/// The most steps that are gone one by one; larger scenarios are passed over.
pub const MOST: usize = 6_000;

pub type Big = Ratio<BigUint>;
pub type Decision = (TurnId, ReplyId);
pub type Sums = BTreeMap<SkillId, i64>;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Fit,
    Failed,
    Stuck,
    Red,
}

pub struct Run {
    pub by_skill: Sums,
    pub end: End,
    pub chance: Big,
}

impl Run {
    pub fn sum(&self) -> i64 {
        self.by_skill.values().sum()
    }

    /// What it comes to.
    pub fn score(&self) -> i64 {
        if self.end == End::Red { 0 } else { self.sum() }
    }

    pub fn clean(&self) -> bool {
        matches!(self.end, End::Fit | End::Failed)
    }
}

/// Everything that is met on every run.
#[derive(Default)]
pub struct Gone {
    pub runs: Vec<Run>,
    steps: usize,
    pub offered: BTreeSet<Decision>,
    /// By turn, reply or arm, and which condition; an arm as a whole has none.
    pub read: BTreeMap<(TurnId, String, Option<usize>), BTreeSet<bool>>,
    pub read_vars: BTreeSet<String>,
    pub changed: BTreeSet<String>,
    pub states: BTreeSet<String>,
}

pub struct Brute<'a> {
    pub scenario: &'a Scenario,
    gone: Gone,
    /// Turns that can be come back to, and whether the mood is ever read.
    again: BTreeSet<TurnId>,
    mood: bool,
}

pub fn targets(way: &Way) -> Vec<&TurnId> {
    match way {
        Way::Write(_) => unreachable!("these talks have none"),
        Way::Replies(all) => all.iter().map(|r| &r.to).collect(),
        Way::Goto(to) => vec![to],
        Way::Branch(arms) => arms.iter().map(|a| &a.to).collect(),
        Way::Ending(_) => vec![],
    }
}

/// Whether a turn leads back to itself.
pub fn comes_back(scenario: &Scenario, turn: &TurnId) -> bool {
    let mut seen: BTreeSet<&TurnId> = BTreeSet::new();
    let mut open = vec![turn];
    while let Some(at) = open.pop() {
        for to in targets(&scenario.turn(at).expect("there").way) {
            if to == turn {
                return true;
            }
            if seen.insert(to) {
                open.push(to);
            }
        }
    }
    false
}

impl<'a> Brute<'a> {
    fn new(scenario: &'a Scenario) -> Self {
        let again = scenario.turns.iter().map(|t| &t.id).filter(|id| comes_back(scenario, id)).cloned().collect();
        let conditions = scenario.turns.iter().flat_map(|t| match &t.way {
            Way::Replies(all) => all.iter().flat_map(|r| &r.when).collect::<Vec<_>>(),
            Way::Branch(arms) => arms.iter().flat_map(|a| &a.when).collect(),
            _ => vec![],
        });
        let mood = conditions.into_iter().any(|c| c.name.as_str() == MOOD);
        Self { scenario, gone: Gone::default(), again, mood }
    }

    fn read(&mut self, at: (&TurnId, &str), when: &[Condition], state: &Naive) {
        for (n, condition) in when.iter().enumerate() {
            self.gone.read_vars.insert(condition.name.to_string());
            let holds = state.holds(std::slice::from_ref(condition));
            self.gone.read.entry((at.0.clone(), at.1.to_owned(), Some(n))).or_default().insert(holds);
        }
    }

    /// Goes over crossings; where a reply is asked or the talk ends.
    fn settle(&mut self, mut turn: TurnId, state: &Naive) -> TurnId {
        loop {
            let way = &self.scenario.turn(&turn).expect("there").way;
            turn = match way {
                Way::Goto(to) => to.clone(),
                Way::Branch(arms) => {
                    let mut to = None;
                    for (n, arm) in arms.iter().enumerate() {
                        self.read((&turn, &format!("#{n}")), &arm.when, state);
                        let holds = state.holds(&arm.when);
                        self.gone.read.entry((turn.clone(), format!("#{n}"), None)).or_default().insert(holds);
                        if holds {
                            to = Some(arm.to.clone());
                            break;
                        }
                    }
                    to.expect("the last arm holds")
                }
                _ => return turn,
            };
        }
    }

    fn seen(&mut self, turn: &TurnId, state: &Naive) {
        let vars: Vec<_> = state.vars.iter().filter(|(name, _)| self.mood || name.as_str() != MOOD).collect();
        let used: Vec<_> = state.used.iter().filter(|(turn, _)| self.again.contains(turn)).collect();
        self.gone.states.insert(format!("{turn} {vars:?} {used:?} {}", state.red));
        for var in &self.scenario.vars {
            if state.vars[&var.name] != var.start {
                self.gone.changed.insert(var.name.to_string());
            }
        }
    }

    pub fn walk(&mut self, turn: &TurnId, state: &Naive, by_skill: &Sums, chance: &Big) {
        self.gone.steps += 1;
        if self.gone.steps >= MOST {
            return;
        }
        let turn = self.settle(turn.clone(), state);
        self.seen(&turn, state);
        let with = |score: &BTreeMap<SkillId, Points>| {
            let mut sums = by_skill.clone();
            score.iter().for_each(|(skill, p)| *sums.entry(skill.clone()).or_default() += p.in_thousandths() / 1000);
            sums
        };
        let mut end = |end: End, by_skill: Sums| {
            let end = if state.red { End::Red } else { end };
            self.gone.runs.push(Run { by_skill, end, chance: chance.clone() });
        };
        match &self.scenario.turn(&turn).expect("there").way {
            Way::Write(_) => unreachable!("these talks have none"),
            Way::Ending(e) => end(if e.outcome == Outcome::Failed { End::Failed } else { End::Fit }, with(&e.score)),
            Way::Replies(all) => {
                let offered: Vec<&Reply> = all.iter().filter(|r| state.is_offered(&turn, r)).collect();
                if offered.is_empty() {
                    end(End::Stuck, by_skill.clone());
                }
                for reply in all.iter().filter(|r| !state.used.contains(&(turn.clone(), r.id.clone()))) {
                    self.read((&turn, reply.id.as_str()), &reply.when, state);
                }
                let each = chance / BigUint::from(offered.len().max(1));
                for reply in offered {
                    self.gone.offered.insert((turn.clone(), reply.id.clone()));
                    self.walk(&reply.to, &state.after(self.scenario, &turn, reply), &with(&reply.score), &each);
                }
            }
            _ => unreachable!("settled"),
        }
    }
}

/// Whether some run from here passes, and whether some does not; what each reply settles.
pub struct Settling<'a> {
    pub scenario: &'a Scenario,
    pub pass: &'a dyn Fn(i64, End) -> bool,
    /// By reply: passing was possible and is not, was and is; the same of failing.
    pub met: BTreeMap<Decision, [bool; 4]>,
}

impl Settling<'_> {
    pub fn walk(&mut self, turn: &TurnId, state: &Naive, sum: i64) -> (bool, bool) {
        let points = |score: &BTreeMap<SkillId, Points>| score.values().map(|p| p.in_thousandths() / 1000).sum::<i64>();
        let ended = |end: End, sum: i64| {
            let passes = (self.pass)(sum, if state.red { End::Red } else { end });
            (passes, !passes)
        };
        match &self.scenario.turn(turn).expect("there").way {
            Way::Write(_) => unreachable!("these talks have none"),
            Way::Goto(to) => self.walk(to, state, sum),
            Way::Branch(arms) => {
                let to = &arms.iter().find(|a| state.holds(&a.when)).expect("the last arm holds").to;
                self.walk(to, state, sum)
            }
            Way::Ending(e) => ended(if e.outcome == Outcome::Failed { End::Failed } else { End::Fit }, sum + points(&e.score)),
            Way::Replies(all) => {
                let offered: Vec<&Reply> = all.iter().filter(|r| state.is_offered(turn, r)).collect();
                if offered.is_empty() {
                    return ended(End::Stuck, sum);
                }
                let after = |reply: &Reply| state.after(self.scenario, turn, reply);
                let states: Vec<(&Reply, Naive)> = offered.into_iter().map(|reply| (reply, after(reply))).collect();
                let mut open = Vec::new();
                for (reply, after) in states {
                    open.push((reply, self.walk(&reply.to, &after, sum + points(&reply.score))));
                }
                let before = open.iter().fold((false, false), |all, (_, one)| (all.0 || one.0, all.1 || one.1));
                for (reply, after) in open {
                    // Once a red line is crossed, nothing is settled any more.
                    let met = self.met.entry((turn.clone(), reply.id.clone())).or_default();
                    met[0] |= before.0 && !after.0;
                    met[1] |= before.0 && after.0;
                    met[2] |= before.1 && !after.1;
                    met[3] |= before.1 && after.1 && !state.red;
                }
                before
            }
        }
    }
}

pub const fn how(came: bool, not: bool) -> How {
    match (came, not) {
        (false, _) => How::Never,
        (true, true) => How::Sometimes,
        (true, false) => How::Always,
    }
}

/// All runs of a scenario; `None` where there are too many.
pub fn gone(scenario: &Scenario) -> Option<Gone> {
    let mut brute = Brute::new(scenario);
    brute.walk(&scenario.start, &Naive::new(scenario), &Sums::new(), &Big::from_integer(1_u8.into()));
    (brute.gone.steps < MOST).then_some(brute.gone)
}
