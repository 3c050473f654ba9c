//! The theory part over everything that can be drawn: how likely each score is, as points earned out of points there were. Both
//! have to be told apart, because questions have different points: five of six is another share than five of nine.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use num_integer::Integer as _;
use num_traits::{One as _, Zero as _};

use super::pool::{Pool, Sums, Weighed};
use super::row::{Row, Width};
use super::spread::{Ability, Big, Figure, Spread};
use super::{Trouble, question};
use crate::base::points::Exact;
use crate::model::question::Question;

/// How much work the scores of a theory part may take, in 32-bit digits written; a thousand million are about half a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// To have them exactly.
    pub exact: u64,
    /// To have them rounded, where that would take more: once down, once up.
    pub rounded: u64,
}

/// Bits of a weight in a theory with short numbers: with the one above them, four digits.
const SHORT: u32 = 127;

impl Effort {
    /// For figures that are looked at.
    pub const USUAL: Self = Self { exact: 3_000_000_000, rounded: 1_000_000_000 };
    /// For a first look: exact for small parts, some digits for large ones.
    pub const QUICK: Self = Self { exact: 200_000_000, rounded: 100_000_000 };
}

/// How likely each score is.
#[derive(Clone)]
pub(in crate::analysis) struct Theory {
    /// Of each total, weights of points earned; both in the same unit, which falls out of every share.
    pub(super) scores: BTreeMap<i64, Row>,
    /// What the weights are out of.
    pub whole: BigUint,
}

impl Theory {
    /// Of an exam without questions.
    pub fn none() -> Self {
        let row = Row::at(0, Width::holding(&BigUint::one()));
        Self { scores: BTreeMap::from([(1, row)]), whole: BigUint::one() }
    }

    /// Of forms with this total, from ascending marks with their weights, which come to no more than `whole`.
    pub fn of_one(total: i64, marks: &[(i64, BigUint)], whole: BigUint) -> Self {
        let row = Row::of(marks, Width::holding(&whole));
        Self { scores: BTreeMap::from([(total, row)]), whole }
    }

    /// With shorter numbers: of each total, the chance to have so much or more is rounded, up or down.
    fn short(&self, up: bool) -> Self {
        let whole = BigUint::one() << SHORT;
        let width = Width::holding(&whole);
        let rounded = |tail: &BigUint| {
            let long = tail << SHORT;
            if up { long.div_ceil(&self.whole) } else { long / &self.whole }
        };
        let row = |row: &Row| {
            let mut cells: Vec<(i64, BigUint)> = row.cells().collect();
            let (mut tail, mut above) = (BigUint::zero(), BigUint::zero());
            for (_, weight) in cells.iter_mut().rev() {
                tail += &*weight;
                let here = rounded(&tail);
                *weight = &here - std::mem::replace(&mut above, here.clone());
            }
            Row::of(&cells, width)
        };
        Self { scores: self.scores.iter().map(|(total, all)| (*total, row(all))).collect(), whole }
    }

    /// The chance that the share reaches so many percent.
    pub fn at_least(&self, percent: u8) -> Big {
        let enough = |(total, row): (&i64, &Row)| -> BigUint {
            let least = |earned: i64| i128::from(earned) * 100 >= i128::from(percent) * i128::from(*total);
            row.cells().filter(|(earned, _)| least(*earned)).map(|(_, weight)| weight).sum()
        };
        Big::new(self.scores.iter().map(enough).sum(), self.whole.clone())
    }
}

/// Rows of points earned by total.
#[derive(Clone)]
struct Scores {
    width: Width,
    rows: BTreeMap<i64, Row>,
}

/// A question: its points, and weights of points earned.
struct Item {
    points: i64,
    earned: Vec<(i64, BigUint)>,
}

impl Sums for Scores {
    type Item = Item;

    fn nothing(&self) -> Self {
        Self { width: self.width, rows: BTreeMap::new() }
    }

    fn add_with(&mut self, before: &Self, item: &Item) {
        for (total, row) in &before.rows {
            let to = self.rows.entry(total + item.points).or_insert_with(|| Row::empty(self.width));
            for (earned, weight) in &item.earned {
                to.add(row, *earned, weight);
            }
        }
    }

    fn add(&mut self, other: &Self, weight: &BigUint) {
        for (total, row) in &other.rows {
            self.rows.entry(*total).or_insert_with(|| Row::empty(self.width)).add(row, 0, weight);
        }
    }

    fn weigh(&mut self, by: &BigUint) {
        self.rows.values_mut().for_each(|row| row.weigh(by));
    }

    fn is_large(&self) -> bool {
        false // `theory` has looked before
    }
}

/// A question as it is drawn: its points, and what is earned.
type Drawn = (Exact, Spread);

impl Weighed for Drawn {
    fn whole(&self) -> BigUint {
        self.1.whole().clone()
    }
}

/// The scores of a part: exact, or rounded down and up onto a grid where exact ones would be too many to tell apart.
pub(in crate::analysis) enum Scored {
    /// As they are.
    Exact(Theory),
    /// Points earned rounded down at each question, and rounded up: the truth lies between, whatever is asked of it.
    Between(Theory, Theory),
}

impl Scored {
    /// Bounds with shorter numbers, rounded outwards: for what is asked many times. What is exact stays so.
    pub fn short(&self) -> Self {
        match self {
            Self::Exact(theory) => Self::Exact(theory.clone()),
            Self::Between(low, high) => Self::Between(low.short(false), high.short(true)),
        }
    }

    /// A figure that grows with the scores: its value, or what it lies between.
    pub fn figure(&self, of: impl Fn(&Theory) -> Big) -> Figure {
        match self {
            Self::Exact(theory) => Figure::exactly(of(theory)),
            Self::Between(low, high) => Figure { least: of(low), most: of(high) },
        }
    }
}

/// The scores that a candidate of this ability gets out of these pools.
pub(super) fn theory(pools: &[Pool<&Question>], p: Ability, effort: Effort) -> Result<Scored, Trouble> {
    let pools: Vec<Pool<Drawn>> = pools.iter().map(|pool| pool.map(|q| (q.points.exact(), question(q, p)))).collect();
    let whole: BigUint = pools.iter().map(Pool::whole).product();
    let spare = pools.iter().map(|pool| pool.most().bits() - pool.whole().bits().min(pool.most().bits())).max();
    let width = Width::holding(&(&whole << (spare.unwrap_or(0) + 1)));
    let scores = |grain: &Grain| -> Result<Theory, Trouble> {
        let mut scores = Scores { width, rows: BTreeMap::from([(0, Row::at(0, width))]) };
        for pool in &pools {
            scores = pool.sums(&scores, |drawn, scale| grain.item(drawn, &scale.times(drawn)))?;
        }
        Ok(Theory { scores: scores.rows, whole: whole.clone() })
    };
    if let Some(grain) = Grain::fitting(&pools).filter(|grain| grain.work(&pools, width) <= effort.exact) {
        return Ok(Scored::Exact(scores(&grain)?));
    }
    let coarse = Grain::coarse(&pools, width, effort.rounded).ok_or(Trouble::TooFine)?;
    let low = scores(&coarse)?;
    Ok(Scored::Between(low, scores(&Grain { up: true, ..coarse })?))
}

/// The unit that points and points earned are counted in: `times` of them make one point. What lies between is rounded.
#[derive(Clone, Copy)]
struct Grain {
    times: i128,
    up: bool,
}

impl Grain {
    /// A unit that all marks are multiples of. `None`: too fine to be counted.
    fn fitting(pools: &[Pool<Drawn>]) -> Option<Self> {
        let mut marks = pools.iter().flat_map(Pool::items).flat_map(|(points, spread)| spread.weights().keys().chain([points]));
        let times = marks.try_fold(1_i128, |all, mark| Some(all.lcm(&mark.parts().1)).filter(|all| *all <= 1_000_000_000))?;
        Some(Self { times, up: false })
    }

    /// As fine a unit as takes no more than so much work: all points are multiples of it, and the marks of as many questions as can be,
    /// the most common first. `None`: there is none.
    fn coarse(pools: &[Pool<Drawn>], width: Width, work: u64) -> Option<Self> {
        let points = pools.iter().flat_map(Pool::items).map(|(points, _)| points.parts().1);
        let least = Self { times: points.fold(1, |all, den| all.lcm(&den)), up: false };
        let most = i128::from(work / least.work(pools, width).max(1)) * least.times;
        let mut common: BTreeMap<i128, usize> = BTreeMap::new();
        for (_, spread) in pools.iter().flat_map(Pool::items) {
            *common.entry(spread.weights().keys().fold(1, |all, mark| all.lcm(&mark.parts().1))).or_default() += 1;
        }
        let mut common: Vec<(i128, usize)> = common.into_iter().collect();
        common.sort_by_key(|(den, questions)| (std::cmp::Reverse(*questions), *den));
        let fits = |all: i128, (den, _): (i128, usize)| Some(all.lcm(&den)).filter(|all| *all <= most).unwrap_or(all);
        let times = common.into_iter().fold(least.times, fits);
        (times <= most).then(|| Self { times: times * (most / times), up: false })
    }

    fn count(&self, mark: Exact) -> i64 {
        let (num, den) = mark.parts();
        let (whole, rest) = (num * self.times).div_mod_floor(&den);
        i64::try_from(whole + i128::from(self.up && rest > 0)).expect("a question has at most a million points, cut in so many")
    }

    fn item(&self, (points, spread): &Drawn, times: &BigUint) -> Item {
        let earned = spread.weights().iter().map(|(mark, weight)| (self.count(*mark), weight * times)).collect();
        Item { points: self.count(*points), earned }
    }

    /// About how many digits are written: for each mark of each question and each size of a set, rows up to the total for each total.
    fn work(&self, pools: &[Pool<Drawn>], width: Width) -> u64 {
        let (mut least, mut most, mut step, mut work) = (0_u64, 0_u64, 0_u64, 0_u64);
        for pool in pools {
            let mut points: Vec<u64> = pool.items().map(|(points, _)| self.count(*points).unsigned_abs()).collect();
            points.sort_unstable();
            least += points.iter().take(pool.drawn()).sum::<u64>();
            most += points.iter().rev().take(pool.drawn()).sum::<u64>();
            step = points.iter().fold(step, |step, p| step.gcd(p));
            let totals = (most - least) / step.max(1) + 1;
            let digits = totals.saturating_mul(most).saturating_mul(width.digits() as u64);
            let marks = pool.items().map(|(_, spread)| spread.weights().len() as u64).sum::<u64>();
            work = work.saturating_add(digits.saturating_mul(marks).saturating_mul(pool.drawn() as u64));
        }
        work
    }
}
