//! What is certain of a scenario that has more states than are looked at.
//!
//! Variables and conditions are dropped: every reply of a turn may be offered, every arm taken, each reply at most once. What that
//! allows, no real run exceeds. It is asked only where the walk stopped, so that everything before counts exactly. On the other side
//! stand real runs: two that look for the best and for the worst, and one for each way to where the walk stopped.

use num_bigint::BigUint;
use num_traits::{One as _, Zero as _};

use crate::analysis::futures::End;
use crate::analysis::graph::Begun;
use crate::base::points::Points;
use crate::model::scenario::step::{Deed, Stage, State};
use crate::model::scenario::{Outcome, Way};

/// A figure that is known to lie between two; `None`: nothing is known on that side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Between<T> {
    /// It is no less.
    pub least: Option<T>,
    /// It is no more.
    pub most: Option<T>,
}

/// What is certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// There are more states than this.
    pub states: usize,
    /// How many runs there are.
    pub paths: Between<BigUint>,
    /// What the best run comes to.
    pub best: Between<Points>,
    /// What the worst comes to.
    pub worst: Between<Points>,
    /// Whether any run passes, where that is certain.
    pub pass_reachable: Option<bool>,
    /// Whether any run does not, where that is certain.
    pub fail_reachable: Option<bool>,
}

/// What a turn allows, conditions and variables dropped.
#[derive(Clone, Default)]
struct Allowed {
    /// The most that clean runs can still earn; `None`: none ends clean.
    most: Option<i64>,
    /// The least, likewise, stuck runs included.
    least: Option<i64>,
    /// No more runs than this.
    runs: BigUint,
    /// Whether a run may end so that it cannot pass.
    fails: bool,
}

/// A real run.
struct Real {
    sum: i64,
    end: End,
}

pub(super) fn bounds(stage: &Stage, begun: &Begun) -> Bounds {
    let allowed = relaxed(stage);
    let start = from_start(stage, begun, &allowed).within(&allowed[stage.turn_number(&stage.begin())]);
    let reals = [true, false].map(|up| real(stage, &allowed, up));
    let clean = || reals.iter().filter(|run| matches!(run.end, End::Fit(_) | End::Failed(_))).map(|run| run.sum);
    let scored = reals.iter().map(|run| if run.end == End::RedLine { 0 } else { run.sum });
    let (best_least, worst_most) = (clean().max(), scored.min());
    let red = stage.all_replies().iter().any(|reply| reply.red_line.is_some());
    let worst_least = match (start.least, red) {
        (Some(least), true) => Some(least.min(0)),
        (None, true) => Some(0),
        (least, false) => least,
    };
    let pass = i128::from(stage.scenario().pass);
    let enough = |sum: i64, best: i64| best > 0 && i128::from(sum) * 100 >= pass * i128::from(best);
    let fit = || reals.iter().filter(|run| matches!(run.end, End::Fit(_))).map(|run| run.sum);
    let passes = start.most.is_some_and(|best| fit().any(|sum| enough(sum, best)));
    let hopeless = start.most.is_none_or(|best| best <= 0);
    let fails = reals
        .iter()
        .any(|run| !matches!(run.end, End::Fit(_)) || best_least.is_some_and(|best| best > 0 && !enough(run.sum, best)));
    let sure = !start.fails && !red && worst_least.zip(start.most).is_some_and(|(worst, best)| enough(worst, best));
    let points = |n: Option<i64>| n.map(Points::thousandths);
    Bounds {
        states: begun.graph.states.len(),
        paths: Between { least: Some(ways_out(begun)), most: Some(start.runs) },
        best: Between { least: points(best_least), most: points(start.most) },
        worst: Between { least: points(worst_least), most: points(worst_most) },
        pass_reachable: if passes { Some(true) } else { hopeless.then_some(false) },
        fail_reachable: if fails || hopeless { Some(true) } else { sure.then_some(false) },
    }
}

/// What the start allows: exactly as far as was walked, relaxed from there.
fn from_start(stage: &Stage, begun: &Begun, allowed: &[Allowed]) -> Allowed {
    let states = &begun.graph.states;
    let mut out: Vec<Allowed> = vec![Allowed::default(); states.len()];
    for node in begun.graph.last_first() {
        let here = &states[node];
        out[node] = if node >= begun.done {
            let mut after = allowed[stage.turn_number(&here.state)].clone();
            if here.state.red_line() {
                (after.most, after.least, after.fails) = (None, None, true);
            }
            after
        } else if here.moves.is_empty() {
            ended(stage, &here.state)
        } else {
            let mut all = Allowed::default();
            for &(reply, to) in &here.moves {
                all.join(&out[to], stage.points(reply).in_thousandths());
            }
            all
        };
    }
    out.swap_remove(0)
}

fn ended(stage: &Stage, state: &State) -> Allowed {
    let (sum, clean, fails) = match End::of(stage, state) {
        End::Fit(points) => (points.in_thousandths(), true, false),
        End::Failed(points) => (points.in_thousandths(), true, true),
        End::Stuck => return Allowed { most: None, least: Some(0), runs: BigUint::one(), fails: true },
        End::RedLine => (0, false, true),
    };
    let sum = clean.then_some(sum);
    Allowed { most: sum, least: sum, runs: BigUint::one(), fails }
}

/// So many lists of replies lead to where the walk stopped, or to an end; none goes on from another, so each is of another run.
fn ways_out(begun: &Begun) -> BigUint {
    let states = &begun.graph.states;
    let mut ways = vec![BigUint::zero(); states.len()];
    for node in begun.graph.last_first() {
        ways[node] = match &states[node].moves {
            none if none.is_empty() => BigUint::one(),
            moves => moves.iter().map(|(_, to)| &ways[*to]).sum(),
        };
    }
    ways.swap_remove(0)
}

/// A run that takes, wherever it stands, what promises most, or least.
fn real(stage: &Stage, allowed: &[Allowed], up: bool) -> Real {
    let mut state = stage.begin();
    let mut sum = 0_i64;
    loop {
        let promise = |reply: &usize| {
            let mut after = state.clone();
            stage.step(&mut after, *reply);
            let rest = &allowed[stage.turn_number(&after)];
            let rest = if after.red_line() {
                None
            } else if up {
                rest.most
            } else {
                rest.least
            };
            // A red line comes to 0: the last to take on the way up, and on the way down as good as a sum of 0.
            let all = rest.map(|rest| sum + stage.points(*reply).in_thousandths() + rest);
            if up { all.map_or(i64::MIN, |all| all) } else { -all.unwrap_or(0) }
        };
        let Some(reply) = stage.offered(&state).max_by_key(promise) else { break };
        sum += stage.points(reply).in_thousandths();
        stage.step(&mut state, reply);
    }
    let end = End::of(stage, &state);
    let more = match end {
        End::Fit(points) | End::Failed(points) => points.in_thousandths(),
        End::Stuck | End::RedLine => 0,
    };
    Real { sum: sum + more, end }
}

impl Allowed {
    /// What both of two such bounds allow. One of them counts a reply again that was used on the way to where the walk stopped.
    fn within(self, other: &Self) -> Self {
        Self {
            most: self.most.zip(other.most).map(|(a, b)| a.min(b)),
            least: self.least.zip(other.least).map(|(a, b)| a.max(b)),
            runs: self.runs.min(other.runs.clone()),
            fails: self.fails && other.fails,
        }
    }

    /// One more way on, by a reply that gives so much.
    fn join(&mut self, after: &Self, by: i64) {
        let sum = |rest: Option<i64>| rest.map(|rest| rest + by);
        self.most = self.most.max(sum(after.most));
        self.least = [self.least, sum(after.least)].into_iter().flatten().min();
        self.runs += &after.runs;
        self.fails |= after.fails;
    }
}

/// What each turn allows: circle by circle, what a circle leads to first.
fn relaxed(stage: &Stage) -> Vec<Allowed> {
    let circles = stage.circles();
    let again = stage.comes_back();
    let mut order: Vec<usize> = (0..stage.turns()).collect();
    order.sort_by_key(|turn| circles[*turn]);
    let mut of_turn = vec![Allowed::default(); stage.turns()];
    for members in order.chunk_by(|a, b| circles[*a] == circles[*b]) {
        let round = again[members[0]];
        let found = if round { circle(stage, members, &circles, &of_turn) } else { alone(stage, members[0], &of_turn) };
        members.iter().for_each(|turn| of_turn[*turn] = found.clone());
    }
    of_turn
}

/// A turn that cannot be come back to.
fn alone(stage: &Stage, turn: usize, of_turn: &[Allowed]) -> Allowed {
    let mut out = Allowed::default();
    match &stage.turn_at(turn).way {
        Way::Ending(ending) => {
            let sum: Points = ending.score.values().copied().sum();
            let sum = Some(sum.in_thousandths());
            return Allowed { most: sum, least: sum, runs: BigUint::one(), fails: ending.outcome == Outcome::Failed };
        }
        Way::Goto(_) | Way::Branch(_) => {
            let mut runs = BigUint::zero();
            for to in stage.leads_to(turn) {
                // In a given state one arm is taken, so there are no more runs than by the one with most.
                runs = runs.max(of_turn[to].runs.clone());
                out.join(&of_turn[to], 0);
            }
            out.runs = runs;
        }
        Way::Replies(_) | Way::Write(_) => {
            for number in stage.replies_of(turn) {
                leave(stage, number, &of_turn[stage.target(number)], &mut out);
                out.fails |= stage.crosses_red_line(number);
            }
            let always = |number| stage.deed(number) != Deed::Silence && stage.reply(number).1.when.is_empty();
            if !stage.replies_of(turn).any(always) {
                stuck(&mut out);
            }
        }
    }
    out
}

/// Turns that lead to one another: each reply between them is taken at most once, in any order, then one leads out.
fn circle(stage: &Stage, members: &[usize], circles: &[usize], of_turn: &[Allowed]) -> Allowed {
    let own = circles[members[0]];
    let (mut out, mut gains, mut losses, mut inner) = (Allowed::default(), 0_i64, 0_i64, 0_u32);
    for &turn in members {
        for number in stage.replies_of(turn) {
            let to = stage.target(number);
            if circles[to] == own {
                let points = stage.points(number).in_thousandths();
                gains += points.max(0);
                losses += points.min(0);
                inner += 1;
            } else {
                leave(stage, number, &of_turn[to], &mut out);
            }
        }
        if stage.replies_of(turn).is_empty() {
            stage.leads_to(turn).filter(|to| circles[*to] != own).for_each(|to| out.join(&of_turn[to], 0));
        }
    }
    stuck(&mut out);
    out.fails |= stage.all_replies().iter().any(|reply| reply.red_line.is_some());
    out.most = out.most.map(|most| most + gains);
    out.least = out.least.map(|least| least + losses);
    out.runs *= lists(inner);
    out
}

/// A reply that may be the way on: one with a red line counts as a run, and earns nothing.
fn leave(stage: &Stage, number: usize, after: &Allowed, out: &mut Allowed) {
    if stage.crosses_red_line(number) {
        out.runs += &after.runs;
        out.fails = true;
    } else {
        out.join(after, stage.points(number).in_thousandths());
    }
}

/// Perhaps nothing is offered: a run that is lost with what it has.
fn stuck(out: &mut Allowed) {
    out.least = Some(out.least.map_or(0, |least| least.min(0)));
    out.runs += 1_u8;
    out.fails = true;
}

/// How many lists of different things out of so many there are, the empty one included: Σ n!/(n−k)!.
fn lists(of: u32) -> BigUint {
    let mut sum = BigUint::one();
    // From within: 1 + n(1 + (n−1)(1 + …)).
    for n in 1..=of {
        sum = sum * n + 1_u8;
    }
    sum
}
