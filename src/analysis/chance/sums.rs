//! Runs by the points they come to: how many there are, or how likely they are. Over futures, from the last to the first, a whole row
//! of weights at a time.

use num_bigint::BigUint;
use num_integer::Integer as _;
use num_traits::{One as _, Zero as _};

use super::Trouble;
use super::row::{Row, Width};
use super::spread::Ability;
use crate::analysis::futures::{End, Future, Futures};
use crate::base::points::Points;

/// The most work that is done for one scenario: 32-bit digits added. A thousand million are about a second.
const MOST_WORK: u64 = 4_000_000_000;
/// The most sums that a run may come to.
const MOST_SUMS: u64 = 4_000_000;

/// What is summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weights {
    /// Runs: each counts as one.
    Runs,
    /// How likely a run is for a candidate of this ability.
    Chance(Ability),
}

/// Weights of runs by the points they come to.
pub struct Sums {
    fit: Row,
    failed: Row,
    unit: i64,
    /// The weight of runs with a red line, whatever they earned.
    pub red: BigUint,
    /// The weight of all runs together.
    pub whole: BigUint,
}

impl Sums {
    /// Runs that pass with enough points: the points, ascending, with their weights.
    pub fn fit(&self) -> impl Iterator<Item = (Points, BigUint)> {
        self.fit.cells().map(|(sum, weight)| (Points::thousandths(sum * self.unit), weight))
    }

    /// Runs that do not pass, whatever they earned, but for those with a red line; likewise.
    pub fn failed(&self) -> impl Iterator<Item = (Points, BigUint)> {
        self.failed.cells().map(|(sum, weight)| (Points::thousandths(sum * self.unit), weight))
    }
}

/// How many runs lead on from each future.
pub fn runs(futures: &Futures) -> Vec<BigUint> {
    let mut out: Vec<BigUint> = Vec::with_capacity(futures.all.len());
    for future in &futures.all {
        out.push(match future {
            Future::Ends(_) => BigUint::one(),
            Future::Goes(moves) | Future::Writes(moves, _) => moves.iter().map(|(_, to)| &out[*to]).sum(),
        });
    }
    out
}

/// From the start.
///
/// # Errors
/// `TooFine` where that would take too long.
pub fn sums(futures: &Futures, weights: Weights) -> Result<Sums, Trouble> {
    let unit = unit(futures);
    let weighed = match weights {
        Weights::Runs => Weighed { wholes: runs(futures), moves: Vec::new() },
        Weights::Chance(p) => Weighed::chances(futures, p),
    };
    let width = Width::holding(weighed.wholes.iter().max().unwrap_or(&BigUint::one()));
    if !is_feasible(futures, unit, width) {
        return Err(Trouble::TooFine);
    }
    let once = BigUint::one();
    // A row is let go of once all that lead to it have used it.
    let mut wanted = vec![0_u32; futures.all.len()];
    futures.all.iter().flat_map(Future::moves).for_each(|(_, to)| wanted[*to] += 1);
    let mut done: Vec<Option<Sums>> = Vec::with_capacity(futures.all.len());
    for (n, future) in futures.all.iter().enumerate() {
        let mut here = Sums::at_end(future, unit, width);
        for (nth, (points, to)) in future.moves().iter().enumerate() {
            let weight = weighed.moves.get(n).map_or(&once, |moves| &moves[nth]);
            here.add(done[*to].as_ref().expect("a future comes after all it leads to"), *points, weight);
            wanted[*to] -= 1;
            if wanted[*to] == 0 {
                done[*to] = None;
            }
        }
        done.push(Some(here));
    }
    let start = done.pop().flatten().expect("there is a start, and it comes last of all");
    Ok(Sums { whole: weighed.wholes.last().cloned().unwrap_or_default(), ..start })
}

impl Sums {
    /// Of a future in which a run ends; nothing where it goes on.
    fn at_end(future: &Future, unit: i64, width: Width) -> Self {
        let mut out =
            Self { fit: Row::empty(width), failed: Row::empty(width), unit, red: BigUint::zero(), whole: BigUint::zero() };
        match future {
            Future::Ends(End::Fit(points)) => out.fit = Row::at(points.in_thousandths() / unit, width),
            Future::Ends(End::Failed(points)) => out.failed = Row::at(points.in_thousandths() / unit, width),
            Future::Ends(End::Stuck) => out.failed = Row::at(0, width),
            Future::Ends(End::RedLine) => out.red = BigUint::one(),
            Future::Goes(_) | Future::Writes(..) => {}
        }
        out
    }

    fn add(&mut self, after: &Self, points: Points, weight: &BigUint) {
        let by = points.in_thousandths() / self.unit;
        self.fit.add(&after.fit, by, weight);
        self.failed.add(&after.failed, by, weight);
        self.red += &after.red * weight;
    }
}

/// The weights of moves.
struct Weighed {
    /// Of each future, what the weights of all runs from there come to.
    wholes: Vec<BigUint>,
    /// Of each future, the weights of its moves; none: all are one.
    moves: Vec<Vec<BigUint>>,
}

impl Weighed {
    fn chances(futures: &Futures, p: Ability) -> Self {
        let best = futures.best();
        let (mut wholes, mut moves): (Vec<BigUint>, Vec<Vec<BigUint>>) = (Vec::new(), Vec::new());
        for future in &futures.all {
            let all = future.moves();
            let by = |(points, to): &(Points, usize)| Some(*points + best[*to]?);
            // Of equals the first.
            let advised = (0..all.len()).rev().max_by_key(|n| by(&all[*n])).unwrap_or(0);
            let (weights, out_of) = match future {
                Future::Writes(_, nothing) => written(all.len(), (advised, *nothing), p),
                _ => chances(all.len(), advised, p),
            };
            let taken = || all.iter().zip(&weights).filter(|(_, weight)| !weight.is_zero());
            let shared = taken().fold(BigUint::one(), |shared, ((_, to), _)| common(shared, &wholes[*to]));
            moves.push(all.iter().zip(&weights).map(|((_, to), weight)| scaled(weight, &shared, &wholes[*to])).collect());
            wholes.push(shared * out_of);
        }
        Self { wholes, moves }
    }
}

fn scaled(weight: &BigUint, shared: &BigUint, whole: &BigUint) -> BigUint {
    if weight.is_zero() || shared == whole { weight.clone() } else { weight * (shared / whole) }
}

/// The same where a reply is written: whoever knows writes the best one, whoever does not earns nothing.
fn written(count: usize, (advised, nothing): (usize, usize), p: Ability) -> (Vec<BigUint>, BigUint) {
    let (knows, guesses) = p.weights();
    let mut weights = vec![BigUint::zero(); count];
    weights[advised] += &knows;
    weights[nothing] += &guesses;
    (weights, knows + guesses)
}

/// How likely each of so many moves is: its weight, and what the weights are out of.
fn chances(count: usize, advised: usize, p: Ability) -> (Vec<BigUint>, BigUint) {
    if count == 0 {
        return (Vec::new(), BigUint::one());
    }
    let (knows, guesses) = p.weights();
    let offered = BigUint::from(count);
    let sure = &knows * &offered;
    let of = |n: usize| if n == advised { &sure + &guesses } else { guesses.clone() };
    let shared = of(advised).gcd(&guesses).gcd(&(&offered * (&knows + &guesses)));
    let out_of = offered * (knows + &guesses) / &shared;
    ((0..count).map(|n| of(n) / &shared).collect(), out_of)
}

/// Whether the rows can be had: how far the sums of each future lie apart tells how long they are.
fn is_feasible(futures: &Futures, unit: i64, width: Width) -> bool {
    let mut spans: Vec<(i64, i64)> = Vec::with_capacity(futures.all.len());
    let mut work = 0_u64;
    for future in &futures.all {
        let span = match future {
            Future::Ends(End::Fit(points) | End::Failed(points)) => (points.in_thousandths(), points.in_thousandths()),
            Future::Ends(_) => (0, 0),
            Future::Goes(moves) | Future::Writes(moves, _) => {
                let after = |(points, to): &(Points, usize)| {
                    let (low, high): (i64, i64) = spans[*to];
                    (low.saturating_add(points.in_thousandths()), high.saturating_add(points.in_thousandths()))
                };
                let ends = moves.iter().map(after);
                ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or_default()
            }
        };
        let slots = span.1.abs_diff(span.0) / unit.unsigned_abs() + 1;
        let moves = future.moves().len().max(1) as u64;
        work = work.saturating_add(slots.saturating_mul(width.digits() as u64).saturating_mul(moves));
        if slots > MOST_SUMS || work > MOST_WORK {
            return false;
        }
        spans.push(span);
    }
    true
}

/// The greatest number of thousandths that all points are multiples of.
fn unit(futures: &Futures) -> i64 {
    let points = futures.all.iter().flat_map(|future| match future {
        Future::Ends(End::Fit(points) | End::Failed(points)) => vec![*points],
        Future::Ends(_) => Vec::new(),
        Future::Goes(moves) | Future::Writes(moves, _) => moves.iter().map(|(points, _)| *points).collect(),
    });
    points.fold(0, |unit: i64, points: Points| unit.gcd(&points.in_thousandths())).max(1)
}

/// The least common multiple; most often the two are the same.
fn common(a: BigUint, b: &BigUint) -> BigUint {
    if a == *b { a } else { a.lcm(b) }
}
