//! A spread: how likely each mark is, exactly, as whole-number weights over one whole. No floats, no rounding: what is shown is cut
//! once, in `shown`.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use num_integer::Integer as _;
use num_rational::Ratio;
use num_traits::{One as _, Zero as _};

use crate::base::points::Exact;

/// An exact number that is not negative: a probability, a mean, a variance.
pub type Big = Ratio<BigUint>;

/// How likely a candidate is to know: an exact share from 0 (guesses everything) to 1 (knows everything).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ability(Exact);

impl Ability {
    /// Knows nothing: the blind guesser.
    pub const BLIND: Self = Self(Exact::ZERO);
    /// Knows everything.
    pub const SURE: Self = Self(Exact::ONE);
    /// The largest denominator that is taken.
    pub const FINEST: i128 = 1_000_000;

    /// From a share. `None`: not from 0 to 1, or finer than millionths.
    pub fn of(share: Exact) -> Option<Self> {
        ((Exact::ZERO..=Exact::ONE).contains(&share) && share.parts().1 <= Self::FINEST).then_some(Self(share))
    }

    /// The share.
    pub const fn share(self) -> Exact {
        self.0
    }

    /// Whole-number weights of knowing and of guessing; their sum is what they are out of.
    pub(super) fn weights(self) -> (BigUint, BigUint) {
        let (num, den) = self.0.parts();
        (whole(num), whole(den - num))
    }
}

/// A probability that is known exactly, or to lie between two exact ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// It is no less.
    pub least: Big,
    /// It is no more.
    pub most: Big,
}

impl Figure {
    /// Known exactly.
    pub fn exactly(chance: Big) -> Self {
        Self { least: chance.clone(), most: chance }
    }

    /// The value, where it is known exactly.
    pub fn exact(&self) -> Option<&Big> {
        (self.least == self.most).then_some(&self.least)
    }

    /// With numbers that have no common divisor, as they are to be read.
    pub(in crate::analysis) fn reduced(self) -> Self {
        Self { least: self.least.reduced(), most: self.most.reduced() }
    }

    /// What this has more than another figure that is never larger.
    pub(super) fn above(&self, other: &Self) -> Self {
        let most = &self.most - &other.least;
        let least = if self.least > other.most { &self.least - &other.most } else { Big::zero() };
        Self { least, most }
    }
}

/// How likely each mark is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    whole: BigUint,
    weights: BTreeMap<Exact, BigUint>,
}

impl Spread {
    /// From marks with their weights; the whole is their sum. Without any weight: surely 0.
    pub fn of(marks: impl IntoIterator<Item = (Exact, BigUint)>) -> Self {
        let mut weights: BTreeMap<Exact, BigUint> = BTreeMap::new();
        for (mark, weight) in marks.into_iter().filter(|(_, weight)| !weight.is_zero()) {
            *weights.entry(mark).or_default() += weight;
        }
        if weights.is_empty() {
            weights.insert(Exact::ZERO, BigUint::one());
        }
        let shared = weights.values().fold(BigUint::zero(), |all, weight| all.gcd(weight));
        weights.values_mut().for_each(|weight| *weight /= &shared);
        Self { whole: weights.values().sum(), weights }
    }

    /// Surely this.
    pub fn surely(mark: Exact) -> Self {
        Self::of([(mark, BigUint::one())])
    }

    /// This with the first weight, `other` with the second.
    pub fn or(&self, weight: &BigUint, other: &Self, other_weight: &BigUint) -> Self {
        let mine = self.weights.iter().map(|(mark, w)| (*mark, w * weight * &other.whole));
        let others = other.weights.iter().map(|(mark, w)| (*mark, w * other_weight * &self.whole));
        Self::of(mine.chain(others))
    }

    /// The same with every mark made `times` as much.
    pub fn scaled(&self, times: Exact) -> Self {
        Self::of(self.weights.iter().map(|(mark, weight)| (*mark * times, weight.clone())))
    }

    /// Marks that can come about with their weights, ascending.
    pub const fn weights(&self) -> &BTreeMap<Exact, BigUint> {
        &self.weights
    }

    /// What the weights are out of; without a common divisor with all of them.
    pub const fn whole(&self) -> &BigUint {
        &self.whole
    }

    /// The probability of exactly this mark.
    pub fn chance(&self, mark: Exact) -> Big {
        Big::new(self.weights.get(&mark).cloned().unwrap_or_default(), self.whole.clone())
    }

    /// The probability of this mark or more.
    pub fn at_least(&self, mark: Exact) -> Big {
        Big::new(self.weights.range(mark..).map(|(_, weight)| weight).sum(), self.whole.clone())
    }

    /// The mean. Marks below zero, which no analysis has, count as zero.
    pub fn mean(&self) -> Big {
        self.moment(|mark| mark)
    }

    /// The variance.
    pub fn variance(&self) -> Big {
        let mean = self.mean();
        // Never negative: the mean of squares is at least the square of the mean.
        self.moment(|mark| &mark * &mark) - &mean * &mean
    }

    fn moment(&self, of: impl Fn(Big) -> Big) -> Big {
        let sum: Big = self.weights.iter().map(|(mark, weight)| of(big(*mark)) * weight).fold(Big::zero(), |sum, x| sum + x);
        sum / &self.whole
    }
}

/// A fraction as a big one; below zero counts as zero.
pub fn big(x: Exact) -> Big {
    let (num, den) = x.parts();
    Big::new(whole(num), whole(den))
}

/// Never below zero.
pub(super) fn whole(n: i128) -> BigUint {
    BigUint::from(n.max(0).unsigned_abs())
}

/// As decimal text, cut, with four places after the point, more where these are all zeros: `0.0123`, `0.0000004`, `0`, `1`.
pub fn shown(x: &Big) -> String {
    const PLACES: u32 = 4;
    const MOST: u32 = 60;
    if x.is_zero() {
        return "0".to_owned();
    }
    let cut = |places: u32| (x * BigUint::from(10_u8).pow(places)).to_integer();
    let places = (PLACES..=MOST).find(|places| !cut(*places).is_zero()).unwrap_or(MOST);
    let width = places as usize + 1;
    let digits = format!("{:0>width$}", cut(places).to_string());
    let (ones, rest) = digits.split_at(digits.len() - places as usize);
    let text = format!("{ones}.{rest}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(num: u32, den: u32) -> Big {
        Big::new(num.into(), den.into())
    }

    #[test]
    fn what_is_shown_is_cut_and_never_nothing() {
        for (x, text) in [
            (ratio(1, 1), "1"),
            (ratio(0, 1), "0"),
            (ratio(2, 3), "0.6666"),
            (ratio(1, 8), "0.125"),
            (ratio(99_999, 100_000), "0.9999"),
            (ratio(1, 2_500_000), "0.0000004"),
            (ratio(7, 2), "3.5"),
        ] {
            assert_eq!(shown(&x), text);
        }
    }

    #[test]
    fn weights_have_no_common_divisor() {
        let half = Exact::new(1, 2);
        let spread = Spread::of([(half, 2_u8.into()), (Exact::ONE, 4_u8.into()), (half, 2_u8.into())]);
        assert_eq!((spread.whole().clone(), spread.chance(half)), (2_u8.into(), ratio(1, 2)));
        assert_eq!((spread.mean(), spread.variance()), (ratio(3, 4), ratio(1, 16)));
        assert_eq!(spread.at_least(Exact::new(2, 3)), ratio(1, 2));
        let mixed = spread.or(&1_u8.into(), &Spread::surely(Exact::ZERO), &3_u8.into());
        assert_eq!(mixed.chance(Exact::ZERO), ratio(3, 4));
        assert_eq!(mixed.mean(), ratio(3, 16));
    }

    #[test]
    fn ability_is_a_share() {
        assert!(Ability::of(Exact::new(4, 5)).is_some());
        for bad in [Exact::new(-1, 5), Exact::new(6, 5), Exact::new(1, 1_000_001)] {
            assert_eq!(Ability::of(bad), None);
        }
    }
}
