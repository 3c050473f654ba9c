//! The hardest and the easiest form for a candidate, where forms are too many to be gone through.
//!
//! Of all forms with the same total of points, take for each mark the largest (or the smallest) chance that any of them has to reach it.
//! A form as good as that at every mark need not be there, but none is better; and it is found item by item, as a sum would be, with
//! the larger of two where that has both added. Beside it goes one form that is really there, with the best mean: the true extreme lies
//! between the two.
//!
//! Marks are rounded (up for the easiest, down for the hardest) onto a grid, and chances are floating point numbers: sums of products of
//! what is not negative, of which each step is off by 2⁻⁵³ of itself at most. `SLACK` is many times all steps together.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use num_integer::Integer as _;
use num_traits::{One as _, ToPrimitive as _, Zero as _};

use crate::analysis::chance::{
    Ability, Big, Candidate, Effort, Figure, Pool, Practice, Scored, Spread, Talk, Theory, Trouble, question,
};
use crate::base::points::Exact;
use crate::model::question::Question;

/// How many products may be added up for it; a hundred million take about a tenth of a second.
const WORK: u64 = 60_000_000;
/// How much is done for a form that is there.
const THERE: Effort = Effort { exact: 4_000_000, rounded: 4_000_000 };
/// By how much of itself a chance may be off.
const SLACK: f64 = 1e-9;
/// Chances become whole numbers out of two to this power.
const BITS: u32 = 96;

/// Which end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Hardest,
    Easiest,
}

/// What single forms of the theory, and of the practice, lie between.
pub(super) struct Extremes {
    theory: [Part; 2],
    /// Worked out only where role-plays are not gone through.
    practice: Option<[Practice; 2]>,
}

/// Of one end, for each total of points: what no form is beyond, and a form that is there.
struct Part(Vec<(Theory, Scored)>);

impl Extremes {
    /// Of a candidate; with those of role-plays, if they are wanted.
    ///
    /// # Errors
    /// `TooFine`.
    pub fn of(candidate: &Candidate<'_>, practice: bool) -> Result<Self, Trouble> {
        let theory = [theory(candidate, End::Hardest)?, theory(candidate, End::Easiest)?];
        let practice = practice.then(|| [played(candidate, End::Hardest), played(candidate, End::Easiest)]);
        Ok(Self { theory, practice })
    }

    /// The lowest and the highest chance to pass that a theory form has with this practice.
    pub fn with(&self, candidate: &Candidate<'_>, practice: &Practice) -> (Figure, Figure) {
        let [hard, easy] = &self.theory;
        let chance = |(theory, scored)| (candidate.pass_with(theory, practice), scored);
        let there = |scored: &Scored| candidate.pass(scored, practice);
        let by_chance = |a: &(Big, &Scored), b: &(Big, &Scored)| a.0.cmp(&b.0);
        let low = hard.0.iter().map(|(theory, scored)| chance((theory, scored))).min_by(by_chance);
        let high = easy.0.iter().map(|(theory, scored)| chance((theory, scored))).max_by(by_chance);
        let all = || Figure { least: Big::zero(), most: Big::one() };
        (
            low.map_or_else(all, |(least, scored)| Figure { most: there(scored).most, least }),
            high.map_or_else(all, |(most, scored)| Figure { least: there(scored).least, most }),
        )
    }

    /// The same over role-plays as well, of which this is the mean practice.
    pub fn of_any(&self, candidate: &Candidate<'_>, mean: &Practice) -> (Figure, Figure) {
        let (low, high) = self.with(candidate, mean);
        let Some([hard, easy]) = &self.practice else { return (low, high) };
        let lowest = self.with(candidate, hard).0.least;
        let highest = self.with(candidate, easy).1.most;
        (Figure { least: lowest, most: low.most }, Figure { least: high.least, most: highest })
    }
}

/// An item on the grid: its points, the marks with their chances, its number.
struct Item {
    points: usize,
    marks: Vec<(usize, f64)>,
    number: usize,
}

/// Of all sets of items alike in counts and points: the chance of each mark or more, and the set with the best mean.
#[derive(Clone)]
struct Best {
    tail: Vec<f64>,
    mean: f64,
    items: Vec<usize>,
}

impl Best {
    fn with(&self, item: &Item) -> Self {
        let most = item.marks.iter().map(|(mark, _)| *mark).max().unwrap_or(0);
        let mut tail = vec![0.0; self.tail.len() + most];
        for (mark, chance) in &item.marks {
            tail[..*mark].iter_mut().for_each(|sum| *sum += chance * self.tail[0]);
            tail[*mark..].iter_mut().zip(&self.tail).for_each(|(sum, x)| *sum += chance * x);
        }
        let mean = self.mean + item.marks.iter().map(|(mark, chance)| *mark as f64 * chance).sum::<f64>();
        Self { tail, mean, items: self.items.iter().copied().chain([item.number]).collect() }
    }

    fn or(&mut self, mut other: Self, end: End) {
        let better = if end == End::Easiest { other.mean > self.mean } else { other.mean < self.mean };
        if better {
            (self.mean, self.items) = (other.mean, std::mem::take(&mut other.items));
        }
        let long = self.tail.len().max(other.tail.len());
        self.tail.resize(long, 0.0);
        other.tail.resize(long, 0.0);
        for (mine, other) in self.tail.iter_mut().zip(other.tail) {
            *mine = if end == End::Easiest { mine.max(other) } else { mine.min(other) };
        }
    }
}

/// By total of points.
type Totals = BTreeMap<usize, Best>;

fn nothing() -> Totals {
    BTreeMap::from([(0, Best { tail: vec![1.0], mean: 0.0, items: Vec::new() })])
}

/// With what a pool draws.
fn drawn(before: Totals, pool: &Pool<Item>, end: End) -> Totals {
    let counts: Vec<&Vec<usize>> = pool.counts().collect();
    let most = |sort: usize| counts.iter().map(|count| count[sort]).max().unwrap_or(0);
    let none = vec![0; pool.sorts().len()];
    let mut now: BTreeMap<(Vec<usize>, usize), Best> =
        before.into_iter().map(|(total, best)| ((none.clone(), total), best)).collect();
    for (sort, (_, items)) in pool.sorts().iter().enumerate() {
        for item in items {
            let taken = now.iter().filter(|((count, _), _)| count[sort] < most(sort));
            let more = taken.map(|((count, total), best)| {
                let mut count = count.clone();
                count[sort] += 1;
                ((count, total + item.points), best.with(item))
            });
            let more: Vec<((Vec<usize>, usize), Best)> = more.collect();
            for (key, best) in more {
                match now.get_mut(&key) {
                    Some(old) => old.or(best, end),
                    None => drop(now.insert(key, best)),
                }
            }
        }
    }
    let mut out = Totals::new();
    for ((_, total), best) in now.into_iter().filter(|((count, _), _)| counts.contains(&count)) {
        match out.get_mut(&total) {
            Some(old) => old.or(best, end),
            None => drop(out.insert(total, best)),
        }
    }
    out
}

/// A grid: so many steps to a point.
struct Grid {
    times: i128,
    end: End,
}

impl Grid {
    /// As fine as the work allows, and so that all points are on it. `None`: even that is too much.
    fn of(pools: &[Pool<(Exact, Spread)>], end: End) -> Option<Self> {
        let least = pools.iter().flat_map(Pool::items).fold(1_i128, |all, (points, _)| all.lcm(&points.parts().1));
        [60, 48, 36, 24, 12, 6, 4, 2, 1]
            .into_iter()
            .map(|fine| Self { times: least * fine, end })
            .find(|grid| grid.work(pools) <= WORK)
    }

    fn count(&self, mark: Exact) -> usize {
        let (num, den) = mark.parts();
        let (whole, rest) = (num * self.times).div_mod_floor(&den);
        usize::try_from(whole + i128::from(rest > 0 && self.end == End::Easiest)).unwrap_or(0)
    }

    fn work(&self, pools: &[Pool<(Exact, Spread)>]) -> u64 {
        let (mut most, mut work) = (0_u64, 0_u64);
        let (mut spread, mut step) = (0_u64, 0_u64);
        for pool in pools {
            let mut points: Vec<u64> = pool.items().map(|(points, _)| self.count(*points) as u64).collect();
            points.sort_unstable();
            let few: u64 = points.iter().take(pool.drawn()).sum();
            let many: u64 = points.iter().rev().take(pool.drawn()).sum();
            step = points.iter().fold(step, |step, p| step.gcd(p));
            (most, spread) = (most + many, spread + many - few);
            let marks: u64 = pool.items().map(|(_, spread)| spread.weights().len() as u64 + 1).sum();
            let counts: u64 =
                (0..pool.sorts().len()).map(|sort| pool.counts().map(|c| c[sort] as u64 + 1).max().unwrap_or(1)).product();
            work =
                work.saturating_add((spread / step.max(1) + 1).saturating_mul(most).saturating_mul(marks).saturating_mul(counts));
        }
        work
    }

    fn items(&self, pools: &[Pool<(Exact, Spread)>]) -> Vec<Pool<Item>> {
        let mut number = 0..;
        let mut item = |(points, spread): &(Exact, Spread)| Item {
            points: self.count(*points),
            marks: spread.weights().keys().map(|mark| (self.count(*mark), float(&spread.chance(*mark)))).collect(),
            number: number.next().unwrap_or(0),
        };
        pools.iter().map(|pool| pool.map_mut(&mut item)).collect()
    }
}

/// One end of the theory.
fn theory(candidate: &Candidate<'_>, end: End) -> Result<Part, Trouble> {
    if candidate.scheme.theory.is_none() {
        return Ok(Part(vec![(Theory::none(), Scored::Exact(Theory::none()))]));
    }
    let pools: Vec<Pool<(Exact, Spread)>> =
        candidate.questions.iter().map(|pool| pool.map(|q| (q.points.exact(), question(q, candidate.p)))).collect();
    let Some(grid) = Grid::of(&pools, end) else { return Ok(Part(Vec::new())) };
    let totals = grid.items(&pools).iter().fold(nothing(), |totals, pool| drawn(totals, pool, end));
    let all: Vec<&Question> = candidate.questions.iter().flat_map(Pool::items).copied().collect();
    let mut out = Vec::new();
    for (total, best) in totals {
        let form: Vec<&Question> = best.items.iter().map(|n| all[*n]).collect();
        let total = i64::try_from(total).map_err(|_| Trouble::TooFine)?;
        out.push((
            Theory::of_one(total, &weights(&best.tail, end, slack(candidate)), BigUint::one() << BITS),
            candidate.theory_of(&form, THERE)?,
        ));
    }
    Ok(Part(out))
}

/// One end of the practice.
fn played(candidate: &Candidate<'_>, end: End) -> Practice {
    if candidate.scheme.practice.is_none() {
        return Practice::none();
    }
    let grid = Grid { times: 1000, end };
    let (mut number, clean) = (0.., candidate.fails_red_lines());
    let mut item = |talk: &Talk| {
        let chance = |mark: &Exact| {
            let chance = talk.shares.chance(*mark);
            float(&if clean && *mark == Exact::ZERO { chance - &talk.red_line } else { chance })
        };
        let marks = talk.shares.weights().keys().map(|mark| (grid.count(*mark), chance(mark))).collect();
        Item { points: 0, marks, number: number.next().unwrap_or(0) }
    };
    let pools: Vec<Pool<Item>> = candidate.talks.iter().map(|pool| pool.map_mut(&mut item)).collect();
    let count: usize = pools.iter().map(Pool::drawn).sum();
    let best = pools.iter().fold(nothing(), |totals, pool| drawn(totals, pool, end)).into_values().next();
    let tail = best.map_or_else(|| vec![1.0], |best| best.tail);
    let sums = weights(&tail, end, slack(candidate)).into_iter().map(|(sum, weight)| (i128::from(sum), weight));
    Practice::of(sums, BigUint::one() << BITS, (grid.times * count as i128).max(1))
}

/// By how much of itself a chance may be off: who knows everything has one mark at each item, and nothing is rounded.
fn slack(candidate: &Candidate<'_>) -> f64 {
    if candidate.p == Ability::SURE { 0.0 } else { SLACK }
}

/// The weights of marks whose tails these are, towards the end.
fn weights(tail: &[f64], end: End, slack: f64) -> Vec<(i64, BigUint)> {
    let off = if end == End::Easiest { 1.0 + slack } else { 1.0 - slack };
    let whole = |x: f64| -> u128 {
        // Exact: a float times a power of two.
        let scaled = x * off * 2_f64.powi(BITS as i32);
        let cut = if end == End::Easiest { scaled.ceil() } else { scaled.floor() };
        cut.to_u128().unwrap_or(0)
    };
    let all: Vec<u128> = tail.iter().map(|x| whole(*x).min(1 << BITS)).collect();
    let above = all.iter().skip(1).chain([&0]);
    let cells = (0..).zip(all.iter().zip(above)).map(|(mark, (here, above))| (mark, BigUint::from(here.saturating_sub(*above))));
    cells.filter(|(_, weight)| !weight.is_zero()).collect()
}

/// As a float, off by some 2⁻⁵³ of itself.
fn float(x: &Big) -> f64 {
    if x.is_zero() {
        return 0.0;
    }
    let up = 128 + x.denom().bits() as i64 - x.numer().bits() as i64;
    let (up, down) = (up.max(0) as u64, up.min(0).unsigned_abs());
    let scaled: BigUint = (x.numer() << up) / (x.denom() << down);
    scaled.to_f64().unwrap_or(0.0) * 2_f64.powi(down as i32 - up as i32)
}
