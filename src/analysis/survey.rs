//! All that exact walking tells of a scenario: how many runs there are and what they come to, which replies decide, which conditions
//! never differ. Where there are more states than are looked at: what is certain all the same (`bounds`).
//!
//! A run goes on until no reply is offered. One with a red line comes to 0 points and does not pass; one that ends "failed" does not
//! pass; one that gets stuck, which `faults` reports, counts as lost with the points so far, as in a grade. Which of a turn's
//! alternative words is dealt makes no other run.

mod bounds;
mod decisive;
mod sights;

use std::collections::BTreeMap;

use num_bigint::BigUint;
use num_traits::Zero as _;

pub use self::bounds::{Between, Bounds};
pub use self::decisive::{Decisive, How};
pub use self::sights::{Settled, Sights, Unused};
use super::chance::{Ability, Big, Sums, Trouble, Weights, runs, sums};
use super::futures::{End, Futures};
use super::graph::Graph;
use super::range::{Ends, Extreme, extremes, extremes_by, way};
use crate::base::id::SkillId;
use crate::base::points::{Exact, Points};
use crate::model::scenario::step::Stage;
use crate::model::scenario::{Reply, Way};

/// What is known of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Survey {
    /// Everything, exactly.
    Whole(Box<Whole>),
    /// There are too many states: what is certain all the same.
    Part(Bounds),
}

/// Everything, exactly.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    /// States that can be reached and that the future can tell apart.
    pub states: usize,
    /// Different runs: lists of replies from the start until none is offered.
    pub paths: BigUint,
    /// The best run; `None` where every run crosses a red line or gets stuck.
    pub best: Option<Run>,
    /// The worst run; a red line comes to 0.
    pub worst: Run,
    /// What runs come to, ascending, and how likely a pass is. `None` where there are too many different sums to be told apart.
    pub marks: Option<Marks>,
    /// By skill: the most that a run without a red line can earn, and what the best run earns.
    pub skills: BTreeMap<SkillId, (Points, Points)>,
    /// Whether any run passes.
    pub pass_reachable: bool,
    /// Whether any run does not.
    pub fail_reachable: bool,
    /// Replies after which it is settled, in the author's order; `None` as for `marks`.
    pub decisive: Option<Vec<Decisive>>,
    /// What was met and what was not.
    pub sights: Sights,
}

/// A run spelt out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What it comes to; below zero counts as zero in a percentage, and is told as it is here.
    pub score: Points,
    /// Its replies, by number.
    pub way: Vec<usize>,
}

/// What runs come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Marks {
    /// Each score that can come about, ascending, red lines as 0.
    pub attainable: Vec<Attainable>,
    /// Runs with a red line; part of those at 0.
    pub red_lines: BigUint,
    /// The chance to pass where each offered reply is equally likely.
    pub pass: Big,
    /// The mean share of the best attainable then.
    pub expected: Big,
}

/// A score that can come about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attainable {
    /// The points.
    pub score: Points,
    /// Their share of the best attainable, from 0 to 1.
    pub share: Exact,
    /// So many runs come to it.
    pub paths: BigUint,
    /// So many of them pass.
    pub passing: BigUint,
}

/// Looks at a scenario, at up to so many states (`graph::MOST`).
pub fn survey(stage: &Stage, most: usize) -> Survey {
    match Graph::begun(stage, most) {
        Ok(graph) => Survey::Whole(Box::new(whole(stage, &graph))),
        Err(begun) => Survey::Part(bounds::bounds(stage, &begun)),
    }
}

/// Everything of a scenario that was walked.
pub fn whole(stage: &Stage, graph: &Graph) -> Whole {
    let futures = Futures::of(stage, graph);
    let clean = extremes(stage, graph, Ends::All, |new, old| new > old);
    let best = clean[0].map(|(score, _)| Run { score, way: way(&clean) });
    let mark = Mark::of(stage.scenario().pass, best.as_ref().map(|best| best.score));
    let last = graph.states.iter().enumerate().filter(|(_, node)| node.moves.is_empty());
    let ends: Vec<(usize, End)> = last.map(|(n, node)| (n, End::of(stage, &node.state))).collect();
    let fit = extremes(stage, graph, Ends::NotFailed, |new, old| new > old);
    let least = extremes(stage, graph, Ends::NotFailed, |new, old| new < old);
    let fails = ends.iter().any(|(_, end)| !matches!(end, End::Fit(_)));
    let enough = |sums: &[Extreme]| sums[0].is_some_and(|(sum, _)| mark.is_met(sum));
    Whole {
        states: graph.states.len(),
        paths: runs(&futures).pop().unwrap_or_default(),
        worst: worst(stage, graph, &ends),
        marks: marks(&futures, mark).ok(),
        skills: skills(stage, graph, best.as_ref()),
        pass_reachable: enough(&fit),
        fail_reachable: fails || !enough(&least),
        decisive: decisive::decisive(stage, graph, mark, (&fit, &least)),
        sights: sights::sights(stage, graph),
        best,
    }
}

/// When a run passes, if it ends so that it can.
#[derive(Clone, Copy, Debug)]
struct Mark {
    pass: i64,
    best: Option<Points>,
}

impl Mark {
    fn of(pass: u8, best: Option<Points>) -> Self {
        Self { pass: pass.into(), best: best.filter(|best| *best > Points::ZERO) }
    }

    fn is_met(self, sum: Points) -> bool {
        self.least().is_some_and(|least| sum.in_thousandths() >= least)
    }

    /// The fewest thousandths that pass; `None`: nothing does.
    fn least(self) -> Option<i64> {
        let of = i128::from(self.best?.in_thousandths()) * i128::from(self.pass);
        i64::try_from(of.div_euclid(100) + i128::from(of.rem_euclid(100) > 0)).ok()
    }

    fn share(self, sum: Points) -> Exact {
        self.best.map_or(Exact::ZERO, |best| sum.exact().floored().of(best.exact()))
    }
}

fn worst(stage: &Stage, graph: &Graph, ends: &[(usize, End)]) -> Run {
    let sums = extremes(stage, graph, Ends::Stuck, |new, old| new < old);
    let clean = sums[0].map(|(score, _)| Run { score, way: way(&sums) });
    // The shortest way to a red line's end was found first.
    let red = ends.iter().find(|(_, end)| *end == End::RedLine);
    let red = red.map(|(node, _)| Run { score: Points::ZERO, way: graph.way_to(*node) });
    let both = clean.into_iter().chain(red);
    both.min_by_key(|run| run.score).expect("every run ends: at an ending, a red line, or stuck")
}

fn skills(stage: &Stage, graph: &Graph, best: Option<&Run>) -> BTreeMap<SkillId, (Points, Points)> {
    let scenario = stage.scenario();
    let all: Vec<&Reply> = stage.all_replies();
    let of_endings = scenario.turns.iter().filter_map(|turn| match &turn.way {
        Way::Ending(ending) => Some(&ending.score),
        _ => None,
    });
    let mut names: Vec<&SkillId> = all.iter().map(|reply| &reply.score).chain(of_endings).flat_map(BTreeMap::keys).collect();
    names.sort_unstable();
    names.dedup();
    let mut out = BTreeMap::new();
    for skill in names {
        let of = |score: &BTreeMap<SkillId, Points>| score.get(skill).copied().unwrap_or_default();
        let given: Vec<Points> = all.iter().map(|reply| of(&reply.score)).collect();
        let most = extremes_by(stage, graph, Ends::All, (&|reply| given[reply], &of), |new, old| new > old);
        let Some((most, _)) = most[0] else { continue };
        let earned = best.map_or(Points::ZERO, |run| {
            let mut state = stage.begin();
            run.way.iter().for_each(|reply| stage.step(&mut state, *reply));
            run.way.iter().map(|reply| given[*reply]).sum::<Points>() + stage.ends(&state).map_or(Points::ZERO, |e| of(&e.score))
        });
        out.insert(skill.clone(), (most, earned));
    }
    out
}

fn marks(futures: &Futures, mark: Mark) -> Result<Marks, Trouble> {
    let counted = sums(futures, Weights::Runs)?;
    let mut scores: BTreeMap<Points, (BigUint, BigUint)> = BTreeMap::new();
    for (score, paths) in counted.fit() {
        let to = scores.entry(score).or_default();
        if mark.is_met(score) {
            to.1 += &paths;
        }
        to.0 += paths;
    }
    for (score, paths) in counted.failed().chain([(Points::ZERO, counted.red.clone())]).filter(|(_, paths)| !paths.is_zero()) {
        scores.entry(score).or_default().0 += paths;
    }
    let attainable =
        scores.into_iter().map(|(score, (paths, passing))| Attainable { score, share: mark.share(score), paths, passing });
    let (pass, expected) = blind(&sums(futures, Weights::Chance(Ability::BLIND))?, mark);
    Ok(Marks { attainable: attainable.collect(), red_lines: counted.red, pass, expected })
}

/// The chance to pass, and the mean share.
fn blind(likely: &Sums, mark: Mark) -> (Big, Big) {
    let pass: BigUint = likely.fit().filter(|(sum, _)| mark.is_met(*sum)).map(|(_, weight)| weight).sum();
    // Points below zero count as none; of nothing there is no share.
    let earned = likely.fit().chain(likely.failed()).filter(|(sum, _)| *sum > Points::ZERO);
    let total: BigUint = earned.map(|(sum, weight)| weight * sum.in_thousandths().unsigned_abs()).sum();
    let mean = mark.best.map_or_else(Big::zero, |best| Big::new(total, &likely.whole * best.in_thousandths().unsigned_abs()));
    (Big::new(pass, likely.whole.clone()), mean)
}

/// The share of the best attainable that a run comes to.
pub fn share(score: Points, best: Option<Points>) -> Exact {
    Mark::of(100, best).share(score)
}
