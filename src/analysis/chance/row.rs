//! A row of weights over whole numbers, held as one long number: a slot of equal width for each.
//!
//! Adding two rows is then adding two numbers, moving a row is shifting one, and the long-number library does the work in one go
//! (as in Kronecker's substitution). That holds as long as no weight outgrows its slot: who makes rows knows the whole that the
//! weights are out of, and makes the slots wide enough for it.

use num_bigint::BigUint;
use num_traits::{One as _, Zero as _};

/// The width of a slot, in digits of 32 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Width(usize);

impl Width {
    /// Wide enough for every weight up to this one.
    pub fn holding(most: &BigUint) -> Self {
        Self(usize::try_from(most.bits().div_ceil(32)).unwrap_or(usize::MAX).max(1))
    }

    /// In digits of 32 bits.
    pub const fn digits(self) -> usize {
        self.0
    }

    fn bits(self, slots: u64) -> u64 {
        slots * 32 * self.0 as u64
    }
}

/// Weights over whole numbers from `low` up. Rows that meet have slots of the same width.
#[derive(Clone, Debug)]
pub(super) struct Row {
    width: Width,
    low: i64,
    slots: BigUint,
}

impl Row {
    /// No weight on anything.
    pub fn empty(width: Width) -> Self {
        Self { width, low: 0, slots: BigUint::zero() }
    }

    /// A weight of one on one number.
    pub fn at(number: i64, width: Width) -> Self {
        Self { width, low: number, slots: BigUint::one() }
    }

    /// Adds another row, its numbers moved up by `by` and its weights multiplied.
    pub fn add(&mut self, other: &Self, by: i64, weight: &BigUint) {
        if other.slots.is_zero() || weight.is_zero() {
            return;
        }
        let low = other.low + by;
        if self.slots.is_zero() {
            self.low = low;
        } else if low < self.low {
            self.slots <<= self.width.bits(self.low.abs_diff(low));
            self.low = low;
        }
        let up = self.width.bits(low.abs_diff(self.low));
        let more = if weight.is_one() { other.slots.clone() } else { &other.slots * weight };
        self.slots += more << up;
    }

    /// Multiplies all weights.
    pub fn weigh(&mut self, by: &BigUint) {
        if !by.is_one() {
            self.slots *= by;
        }
    }

    /// The numbers that have weight, ascending.
    pub fn cells(&self) -> impl Iterator<Item = (i64, BigUint)> {
        let digits = self.slots.to_u32_digits();
        let weights: Vec<BigUint> = digits.chunks(self.width.0).map(BigUint::from_slice).collect();
        (self.low..).zip(weights).filter(|(_, weight)| !weight.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &Row) -> Vec<(i64, u64)> {
        row.cells().map(|(n, w)| (n, (&w).try_into().expect("small"))).collect()
    }

    #[test]
    fn rows_are_like_tables() {
        let width = Width::holding(&(1_u64 << 40).into());
        let mut dice = Row::empty(width);
        let one = Row::at(0, width);
        for (number, weight) in [(1, 3_u8), (-2, 5), (4, 0), (1, 4)] {
            dice.add(&one, number, &weight.into());
        }
        assert_eq!(cells(&dice), [(-2, 5), (1, 7)]);
        dice.weigh(&2_u8.into());
        assert_eq!(cells(&dice), [(-2, 10), (1, 14)]);
        assert_eq!(cells(&Row::empty(width)), []);
    }
}
