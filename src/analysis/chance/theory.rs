//! The theory part over everything that can be drawn: how likely each score is, as points earned out of points there were. Both
//! have to be told apart, because questions have different points: five of six is another share than five of nine.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use num_integer::Integer as _;

use super::pool::{Pool, Sums, Weighed};
use super::row::{Row, Width};
use super::spread::{Ability, Spread};
use super::{Trouble, question};
use crate::base::points::Exact;
use crate::model::question::Question;

/// The most 32-bit digits that are written while summing up; some seconds of work.
const MOST: u64 = 8_000_000_000;

/// How likely each score is.
pub(super) struct Theory {
    /// Of each total, weights of points earned; both in the same unit, which falls out of every share.
    pub scores: BTreeMap<i64, Row>,
    /// What the weights are out of.
    pub whole: BigUint,
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

/// The scores that a candidate of this ability gets out of these pools.
pub(super) fn theory(pools: &[Pool<&Question>], p: Ability) -> Result<Theory, Trouble> {
    let pools: Vec<Pool<Drawn>> = pools.iter().map(|pool| pool.map(|q| (q.points.exact(), question(q, p)))).collect();
    let grain = Grain::of(&pools).ok_or(Trouble::TooFine)?;
    let whole: BigUint = pools.iter().map(Pool::whole).product();
    let spare = pools.iter().map(|pool| pool.most().bits() - pool.whole().bits().min(pool.most().bits())).max();
    let width = Width::holding(&(&whole << (spare.unwrap_or(0) + 1)));
    if grain.work(&pools, width) > MOST {
        return Err(Trouble::TooFine);
    }
    let mut scores = Scores { width, rows: BTreeMap::from([(0, Row::at(0, width))]) };
    for pool in &pools {
        scores = pool.sums(&scores, |drawn, scale| grain.item(drawn, &scale.times(drawn)))?;
    }
    Ok(Theory { scores: scores.rows, whole })
}

/// The unit that points and points earned are counted in: `times` of them make one point, `by` falls out of all.
struct Grain {
    times: i128,
    by: i128,
}

impl Grain {
    /// `None`: too fine to be counted.
    fn of(pools: &[Pool<Drawn>]) -> Option<Self> {
        let marks = || pools.iter().flat_map(Pool::items).flat_map(|(points, spread)| spread.weights().keys().chain([points]));
        let times = marks().try_fold(1_i128, |all, mark| Some(all.lcm(&mark.parts().1)).filter(|all| *all <= 1_000_000_000))?;
        let by = marks().fold(0, |all, mark| all.gcd(&(mark.parts().0 * (times / mark.parts().1)))).max(1);
        Some(Self { times, by })
    }

    fn count(&self, mark: Exact) -> i64 {
        let (num, den) = mark.parts();
        i64::try_from(num * (self.times / den) / self.by).expect("a question has at most a million points, cut in so many")
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
