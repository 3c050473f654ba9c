//! The practice part over everything that can be drawn: how likely each sum of the role-plays' shares is. The part's share is their
//! mean; here they stay sums, counted in the least unit that all of them are multiples of.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use num_integer::Integer as _;
use num_traits::{One as _, Zero as _};

use super::pool::{Pool, Sums, Weighed};
use super::spread::Big;
use super::{Talk, Trouble};
use crate::base::points::Exact;

/// The most different sums that are told apart.
const MOST: usize = 1_000_000;
/// The finest unit: this many make one whole role-play.
const FINEST: i128 = 1 << 50;

/// How likely each sum is.
#[derive(Clone)]
pub(in crate::analysis) struct Practice {
    /// The sums that have weight, ascending.
    pub sums: Vec<i128>,
    /// The weight of each sum and all above it; at the end, of none.
    pub tails: Vec<BigUint>,
    /// What the weights are out of; they may come to less.
    pub whole: BigUint,
    /// So much would be every role-play at its best.
    pub full: i128,
}

impl Practice {
    /// Of ascending sums with their weights.
    pub fn of(weights: impl IntoIterator<Item = (i128, BigUint)>, whole: BigUint, full: i128) -> Self {
        let (sums, mut tails): (Vec<i128>, Vec<BigUint>) = weights.into_iter().unzip();
        let mut above = BigUint::zero();
        for tail in tails.iter_mut().rev() {
            *tail += &above;
            above.clone_from(tail);
        }
        tails.push(BigUint::zero());
        Self { sums, tails, whole, full }
    }

    /// Of an exam without role-plays.
    pub fn none() -> Self {
        Self::of([(0, BigUint::one())], BigUint::one(), 1)
    }

    /// The chance that the mean reaches so many percent.
    pub fn at_least(&self, percent: u8) -> Big {
        Big::new(self.tails[self.first(percent)].clone(), self.whole.clone())
    }

    /// The place of the first sum whose mean reaches so many percent.
    pub fn first(&self, percent: u8) -> usize {
        self.sums.partition_point(|sum| sum * 100 < i128::from(percent) * self.full)
    }
}

/// Weights of sums.
#[derive(Clone)]
struct Tally(BTreeMap<i128, BigUint>);

impl Sums for Tally {
    type Item = Vec<(i128, BigUint)>;

    fn nothing(&self) -> Self {
        Self(BTreeMap::new())
    }

    fn add_with(&mut self, before: &Self, item: &Self::Item) {
        for (sum, weight) in &before.0 {
            for (share, more) in item {
                *self.0.entry(sum + share).or_default() += weight * more;
            }
        }
    }

    fn add(&mut self, other: &Self, weight: &BigUint) {
        for (sum, more) in &other.0 {
            *self.0.entry(*sum).or_default() += more * weight;
        }
    }

    fn weigh(&mut self, by: &BigUint) {
        self.0.values_mut().for_each(|weight| *weight *= by);
    }

    fn is_large(&self) -> bool {
        self.0.len() > MOST
    }
}

/// Which runs have weight.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Runs {
    /// All; one with a red line has the share 0.
    All,
    /// Only those without a red line.
    Clean,
}

impl Weighed for Talk {
    fn whole(&self) -> BigUint {
        self.shares.whole().lcm(self.red_line.denom())
    }
}

/// The sums that come out of these pools.
pub(super) fn practice(pools: &[Pool<Talk>], runs: Runs) -> Result<Practice, Trouble> {
    let mut marks = pools.iter().flat_map(Pool::items).flat_map(|talk| talk.shares.weights().keys());
    let unit = marks.try_fold(1_i128, |all, mark| Some(all.lcm(&mark.parts().1)).filter(|all| *all <= FINEST));
    let unit = unit.ok_or(Trouble::TooFine)?;
    let mut sums = Tally(BTreeMap::from([(0, BigUint::one())]));
    for pool in pools {
        sums = pool.sums(&sums, |talk, scale| item(talk, unit, &(talk.whole() * scale.times(talk)), runs))?;
    }
    let drawn: usize = pools.iter().map(Pool::drawn).sum();
    let whole = pools.iter().map(Pool::whole).product();
    Ok(Practice::of(sums.0, whole, (unit * drawn as i128).max(1)))
}

/// Weights, out of `whole`, of a talk's shares in units.
fn item(talk: &Talk, unit: i128, whole: &BigUint, runs: Runs) -> Vec<(i128, BigUint)> {
    let times = whole / talk.shares.whole();
    let count = |mark: &Exact| mark.parts().0 * (unit / mark.parts().1);
    let shares = talk.shares.weights().iter().map(|(mark, weight)| (count(mark), weight * &times));
    let mut item: Vec<(i128, BigUint)> = shares.collect();
    if runs == Runs::Clean {
        let red = (&talk.red_line * whole).to_integer();
        item.iter_mut().filter(|(share, _)| *share == 0).for_each(|(_, weight)| *weight -= &red);
    }
    item
}
