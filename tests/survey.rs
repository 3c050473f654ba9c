//! Every figure of a scenario's analysis equals what comes of going every single run, one by one, by the format's words alone.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigUint;
use num_rational::Ratio;
use num_traits::Zero as _;
use onduty::analysis::survey::{How, Survey, Unused, Whole, survey};
use onduty::base::id::{ReplyId, SkillId, TurnId};
use onduty::base::points::{Exact, Points};
use onduty::model::scenario::condition::MOOD;
use onduty::model::scenario::step::{Asked, Stage};
use onduty::model::scenario::{Outcome, Reply, Scenario, Way};
use proptest::prelude::*;

use crate::laws::Naive;
use crate::make::any_scenario;

/// The most steps that are gone one by one; larger scenarios are passed over.
const MOST: usize = 6_000;

type Big = Ratio<BigUint>;
type Decision = (TurnId, ReplyId);
type Sums = BTreeMap<SkillId, i64>;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Fit,
    Failed,
    Stuck,
    Red,
}

struct Run {
    by_skill: Sums,
    end: End,
    chance: Big,
}

impl Run {
    fn sum(&self) -> i64 {
        self.by_skill.values().sum()
    }

    /// What it comes to.
    fn score(&self) -> i64 {
        if self.end == End::Red { 0 } else { self.sum() }
    }

    fn clean(&self) -> bool {
        matches!(self.end, End::Fit | End::Failed)
    }
}

/// Everything that is met on every run.
#[derive(Default)]
struct Gone {
    runs: Vec<Run>,
    steps: usize,
    offered: BTreeSet<Decision>,
    /// By turn, reply or arm, and which condition; an arm as a whole has none.
    read: BTreeMap<(TurnId, String, Option<usize>), BTreeSet<bool>>,
    read_vars: BTreeSet<String>,
    changed: BTreeSet<String>,
    states: BTreeSet<String>,
}

struct Brute<'a> {
    scenario: &'a Scenario,
    gone: Gone,
    /// Turns that can be come back to, and whether the mood is ever read.
    again: BTreeSet<TurnId>,
    mood: bool,
}

fn targets(way: &Way) -> Vec<&TurnId> {
    match way {
        Way::Replies(all) => all.iter().map(|r| &r.to).collect(),
        Way::Goto(to) => vec![to],
        Way::Branch(arms) => arms.iter().map(|a| &a.to).collect(),
        Way::Ending(_) => vec![],
    }
}

/// Whether a turn leads back to itself.
fn comes_back(scenario: &Scenario, turn: &TurnId) -> bool {
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

    fn read(&mut self, at: (&TurnId, &str), when: &[onduty::model::scenario::condition::Condition], state: &Naive) {
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

    fn walk(&mut self, turn: &TurnId, state: &Naive, by_skill: &Sums, chance: &Big) {
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
struct Settling<'a> {
    scenario: &'a Scenario,
    pass: &'a dyn Fn(i64, End) -> bool,
    /// By reply: passing was possible and is not, was and is; the same of failing.
    met: BTreeMap<Decision, [bool; 4]>,
}

impl Settling<'_> {
    fn walk(&mut self, turn: &TurnId, state: &Naive, sum: i64) -> (bool, bool) {
        let points = |score: &BTreeMap<SkillId, Points>| score.values().map(|p| p.in_thousandths() / 1000).sum::<i64>();
        let ended = |end: End, sum: i64| {
            let passes = (self.pass)(sum, if state.red { End::Red } else { end });
            (passes, !passes)
        };
        match &self.scenario.turn(turn).expect("there").way {
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

const fn how(came: bool, not: bool) -> How {
    match (came, not) {
        (false, _) => How::Never,
        (true, true) => How::Sometimes,
        (true, false) => How::Always,
    }
}

/// Small scenarios with any mark; of some nobody can hang up, so that one may be left without a reply.
fn scenarios() -> impl Strategy<Value = Scenario> {
    (any_scenario(), 1..=100_u8, prop::bool::weighted(0.3)).prop_map(|(mut scenario, pass, dead)| {
        scenario.pass = pass;
        for turn in &mut scenario.turns {
            if let (true, Way::Replies(all)) = (dead, &mut turn.way) {
                all.retain(|reply| !reply.id.as_str().starts_with("bye") || reply.id.as_str() == "bye0" && pass % 2 == 0);
            }
        }
        scenario
    })
}

fn gone(scenario: &Scenario) -> Option<Gone> {
    let mut brute = Brute::new(scenario);
    brute.walk(&scenario.start, &Naive::new(scenario), &Sums::new(), &Big::from_integer(1_u8.into()));
    (brute.gone.steps < MOST).then_some(brute.gone)
}

fn decision(stage: &Stage, number: usize) -> Decision {
    let (turn, reply) = stage.reply(number);
    (turn.id.clone(), reply.id.clone())
}

fn figures(scenario: &Scenario, stage: &Stage, gone: &Gone, told: &Whole) {
    let best = gone.runs.iter().filter(|run| run.clean()).map(Run::sum).max();
    let passes =
        |sum: i64, end: End| end == End::Fit && best.is_some_and(|best| best > 0 && sum * 100 >= i64::from(scenario.pass) * best);
    assert_eq!((told.states, told.paths.clone()), (gone.states.len(), gone.runs.len().into()));
    assert_eq!(told.best.as_ref().map(|run| run.score), best.map(Points::whole));
    assert_eq!(told.worst.score, Points::whole(gone.runs.iter().map(Run::score).min().expect("a run")));
    let passing = gone.runs.iter().filter(|run| passes(run.sum(), run.end)).count();
    assert_eq!((told.pass_reachable, told.fail_reachable), (passing > 0, passing < gone.runs.len()));

    let marks = told.marks.as_ref().expect("few sums");
    let mut attainable: BTreeMap<i64, (u32, u32)> = BTreeMap::new();
    let (mut pass, mut expected) = (Big::zero(), Big::zero());
    for run in &gone.runs {
        let to = attainable.entry(run.score()).or_default();
        *to = (to.0 + 1, to.1 + u32::from(passes(run.sum(), run.end)));
        if passes(run.sum(), run.end) {
            pass += &run.chance;
        }
        if let Some(best) = best.filter(|best| *best > 0) {
            let share = Big::new(run.score().max(0).unsigned_abs().into(), best.unsigned_abs().into());
            expected += share * &run.chance;
        }
    }
    let mine: Vec<_> = marks.attainable.iter().map(|a| (a.score, a.paths.clone(), a.passing.clone(), a.share)).collect();
    let share = |score: i64| best.filter(|b| *b > 0).map_or(Exact::ZERO, |b| Exact::new(score.max(0).into(), b.into()));
    let theirs: Vec<_> = attainable.iter().map(|(s, (n, p))| (Points::whole(*s), (*n).into(), (*p).into(), share(*s))).collect();
    assert_eq!(mine, theirs);
    assert_eq!(marks.red_lines, gone.runs.iter().filter(|run| run.end == End::Red).count().into());
    assert_eq!((&marks.pass, &marks.expected), (&pass, &expected));

    for (skill, (most, _)) in &told.skills {
        let best = gone.runs.iter().filter(|run| run.clean()).map(|run| run.by_skill.get(skill).copied().unwrap_or(0)).max();
        assert_eq!(Some(*most), best.map(Points::whole), "{skill}");
    }
    ways(stage, told);

    let mut settling = Settling { scenario, pass: &passes, met: BTreeMap::new() };
    settling.walk(&scenario.start, &Naive::new(scenario), 0);
    let theirs: BTreeMap<Decision, (How, How)> = settling
        .met
        .into_iter()
        .map(|(reply, [lost, kept, won, open])| (reply, (how(lost, kept), how(won, open))))
        .filter(|(_, (loses, secures))| *loses != How::Never || *secures != How::Never)
        .collect();
    let decisive = told.decisive.as_ref().expect("few sums");
    let mine: BTreeMap<Decision, (How, How)> =
        decisive.iter().map(|d| (decision(stage, d.reply), (d.loses, d.secures))).collect();
    assert_eq!(mine, theirs);
    sights(scenario, stage, gone, told);
}

/// The ways told lead to what is told, and skills are those of the best way.
fn ways(stage: &Stage, told: &Whole) {
    for run in told.best.iter().chain([&told.worst]) {
        let mut state = stage.begin();
        let mut by_skill: BTreeMap<SkillId, Points> = BTreeMap::new();
        let mut add = |score: &BTreeMap<SkillId, Points>| {
            score.iter().for_each(|(skill, points)| *by_skill.entry(skill.clone()).or_default() += *points);
        };
        for &reply in &run.way {
            assert!(stage.offered(&state).any(|n| n == reply));
            add(&stage.reply(reply).1.score);
            stage.step(&mut state, reply);
        }
        assert_eq!(stage.offered(&state).count(), 0);
        if let Some(ending) = stage.ends(&state) {
            add(&ending.score);
        }
        let sum: Points = by_skill.values().copied().sum();
        assert_eq!(run.score, if state.red_line() { Points::ZERO } else { sum });
        if told.best.as_ref() == Some(run) {
            for (skill, (_, earned)) in &told.skills {
                assert_eq!(*earned, by_skill.get(skill).copied().unwrap_or_default());
            }
        }
    }
}

fn sights(scenario: &Scenario, stage: &Stage, gone: &Gone, told: &Whole) {
    let all = (0..stage.replies()).map(|n| decision(stage, n));
    let never: Vec<Decision> = all.filter(|d| !gone.offered.contains(d)).collect();
    assert_eq!(told.sights.never_offered.iter().map(|n| decision(stage, *n)).collect::<Vec<_>>(), never);
    let red: Vec<usize> = (0..stage.replies()).filter(|n| stage.reply(*n).1.red_line.is_some()).collect();
    assert_eq!(told.sights.red_lines, red);

    let only = |key: &(TurnId, String, Option<usize>)| {
        let met = &gone.read[key];
        (met.len() == 1).then(|| met.contains(&true))
    };
    let mut theirs: BTreeSet<(TurnId, String, Option<usize>, bool)> = BTreeSet::new();
    for key in gone.read.keys() {
        let (turn, at, nth) = key;
        let Some(holds) = only(key) else { continue };
        if nth.is_none() {
            let Way::Branch(arms) = &scenario.turn(turn).expect("there").way else { panic!("only arms are whole") };
            let arm: usize = at[1..].parse().expect("a number");
            let blamed = (0..arms[arm].when.len()).any(|n| only(&(turn.clone(), at.clone(), Some(n))) == Some(false));
            if arms[arm].when.is_empty() || holds || blamed {
                continue;
            }
        }
        theirs.insert((turn.clone(), at.clone(), *nth, holds));
    }
    let place = |asked: Asked| match asked {
        Asked::Reply { reply, nth } => {
            let (turn, reply) = decision(stage, reply);
            (turn, reply.to_string(), Some(nth))
        }
        Asked::Arm { turn, arm, nth } => (stage.turn_at(turn).id.clone(), format!("#{arm}"), Some(nth)),
        Asked::Taken { turn, arm } => (stage.turn_at(turn).id.clone(), format!("#{arm}"), None),
    };
    let mine: BTreeSet<_> =
        told.sights.settled.iter().map(|s| (place(s.asked), s.holds)).map(|((t, a, n), h)| (t, a, n, h)).collect();
    assert_eq!(mine, theirs);

    let unused = |name: &str| match (gone.read_vars.contains(name), gone.changed.contains(name)) {
        (false, _) => Some(Unused::NeverRead),
        (true, false) => Some(Unused::NeverChanged),
        _ => None,
    };
    let theirs: Vec<_> = scenario.vars.iter().enumerate().filter_map(|(n, v)| Some((n, unused(v.name.as_str())?))).collect();
    assert_eq!(told.sights.unused, theirs);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, max_global_rejects: 200_000, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_that_of_every_single_run(scenario in scenarios()) {
        let stage = Stage::new(scenario.clone()).expect("random scenarios can be walked");
        let gone = gone(&scenario);
        prop_assume!(gone.is_some());
        let Survey::Whole(told) = survey(&stage, 1_000_000) else { panic!("small") };
        figures(&scenario, &stage, &gone.expect("small enough"), &told);
    }

    #[test]
    fn bounds_hold_wherever_the_walk_stops(scenario in scenarios(), most in 1..12_usize) {
        let stage = Stage::new(scenario.clone()).expect("random scenarios can be walked");
        let gone = gone(&scenario);
        prop_assume!(gone.is_some());
        let gone = gone.expect("small enough");
        let Survey::Part(told) = survey(&stage, most) else { return Ok(()) };
        let Survey::Whole(truth) = survey(&stage, 1_000_000) else { panic!("small") };
        prop_assert!(told.states < gone.states.len());
        let paths: BigUint = gone.runs.len().into();
        prop_assert!(told.paths.least.as_ref().is_some_and(|least| *least <= paths), "{told:?} {paths}");
        prop_assert!(told.paths.most.as_ref().is_some_and(|most| *most >= paths), "{told:?} {paths}");
        let within = |least: Option<Points>, most: Option<Points>, at: Points| least.is_none_or(|l| l <= at) && most.is_none_or(|m| at <= m);
        match &truth.best {
            Some(best) => prop_assert!(told.best.most.is_some() && within(told.best.least, told.best.most, best.score), "{told:?}"),
            None => prop_assert_eq!(told.best.least, None),
        }
        prop_assert!(within(told.worst.least, told.worst.most, truth.worst.score), "{:?} {:?}", told, truth.worst);
        prop_assert!(told.pass_reachable.is_none_or(|is| is == truth.pass_reachable), "{told:?}");
        prop_assert!(told.fail_reachable.is_none_or(|is| is == truth.fail_reachable), "{told:?}");
    }
}
