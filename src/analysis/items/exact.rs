//! Sums without rounding, and the one division at their end.
//!
//! Sums are whole numbers of 128 bits or, where these might not hold them, of any size. A figure is a fraction of two such sums, or its
//! root; `share` and `root` turn it into the nearest floating-point number.

use num_bigint::BigInt;
use num_traits::{Signed as _, ToPrimitive as _, Zero as _};

/// Bits of a quotient before it is rounded: more than a floating-point number keeps, by far.
const BITS: u64 = 128;

/// `num` ÷ `den` as the nearest floating-point number; `None` where there is nothing to divide by.
pub fn share(num: &BigInt, den: &BigInt) -> Option<f64> {
    if den.is_zero() {
        return None;
    }
    let up = (BITS + den.bits()).saturating_sub(num.bits());
    let scaled = num << up;
    // What is left over makes the last bit odd, so that the one rounding below goes the right way.
    let (mut quotient, rest) = (&scaled / den, &scaled % den);
    if !rest.is_zero() {
        let away = if num.is_negative() == den.is_negative() { 1 } else { -1 };
        quotient = quotient * 2 + away;
    } else {
        quotient *= 2;
    }
    let down = i32::try_from(up + 1).ok()?;
    // In two steps: the power alone may be too small to write.
    let half = down / 2;
    Some(quotient.to_f64()? * 2f64.powi(-half) * 2f64.powi(half - down))
}

/// The square root of `num` ÷ `den`; `None` where there is nothing to divide by, or no root.
pub fn root(num: &BigInt, den: &BigInt) -> Option<f64> {
    share(num, den).filter(|x| *x >= 0.0).map(f64::sqrt)
}

/// The sums of the first four powers.
pub fn powers(values: &[i64]) -> [BigInt; 4] {
    let most = values.iter().map(|v| v.unsigned_abs()).max().unwrap_or(0);
    // Four times the bits of the largest, and those of how many there are, with the sign's.
    let bits = 4 * (64 - most.leading_zeros()) + (64 - (values.len() as u64).leading_zeros()) + 1;
    if bits < 128 {
        let mut sums = [0_i128; 4];
        for value in values {
            let (one, two) = (i128::from(*value), i128::from(*value) * i128::from(*value));
            sums[0] += one;
            sums[1] += two;
            sums[2] += two * one;
            sums[3] += two * two;
        }
        return sums.map(BigInt::from);
    }
    let mut sums = [const { BigInt::ZERO }; 4];
    for value in values {
        let mut power = BigInt::from(1);
        for sum in &mut sums {
            power *= *value;
            *sum += &power;
        }
    }
    sums
}

/// Equal values in a row, in ascending order: each with how often it is there.
pub type Runs = Vec<(i64, usize)>;

/// The values in ascending order. Few different ones are counted, many are sorted.
pub fn runs(values: &[i64]) -> Runs {
    let (Some(least), Some(most)) = (values.iter().min(), values.iter().max()) else { return Runs::new() };
    let range = most.abs_diff(*least);
    if range > 4 * values.len() as u64 + 1024 {
        let mut sorted = values.to_vec();
        sorted.sort_unstable();
        return sorted.chunk_by(|a, b| a == b).map(|run| (run[0], run.len())).collect();
    }
    let mut counts = vec![0_usize; range as usize + 1];
    for value in values {
        counts[value.abs_diff(*least) as usize] += 1;
    }
    let counted = (*least..=*most).zip(counts);
    counted.filter(|(_, count)| *count > 0).collect()
}

/// The sum of the products of the smallest of both, the second smallest, and so on: no other pairing has a larger one.
pub fn matched(one: &[(i64, usize)], other: &[(i64, usize)]) -> i128 {
    let mut sum = 0;
    let (mut left, mut right) = (one.iter().copied(), other.iter().copied());
    let (mut a, mut b) = (left.next(), right.next());
    while let (Some((x, many)), Some((y, few))) = (a, b) {
        let now = many.min(few);
        sum += i128::from(x) * i128::from(y) * now as i128;
        a = if many > now { Some((x, many - now)) } else { left.next() };
        b = if few > now { Some((y, few - now)) } else { right.next() };
    }
    sum
}

/// The middle value, doubled: of an even number the sum of the two in the middle. `None` of nothing.
pub fn twice_the_median(runs: &[(i64, usize)]) -> Option<i128> {
    let count: usize = runs.iter().map(|(_, n)| n).sum();
    let at = |nth: usize| {
        let mut before = 0;
        runs.iter().find(|(_, n)| {
            before += n;
            before > nth
        })
    };
    let (low, high) = (at(count.checked_sub(1)? / 2)?, at(count / 2)?);
    Some(i128::from(low.0) + i128::from(high.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotient_is_the_nearest_number() {
        for (num, den) in [(1_i64, 3_i64), (2, 3), (-1, 3), (1, 10), (22, -7), (0, 5), (9_007_199_254_740_993, 1)] {
            let exact = num as f64 / den as f64;
            let ours = share(&num.into(), &den.into()).expect("a number");
            assert!((ours - exact).abs() <= exact.abs() * f64::EPSILON, "{num}/{den}: {ours} {exact}");
        }
        assert_eq!(share(&1.into(), &3.into()), Some(1.0 / 3.0));
        assert_eq!(share(&(-1).into(), &10.into()), Some(-0.1));
        // Large beyond any floating-point number, and yet a plain quotient.
        let large = BigInt::from(3) << 5000_u32;
        assert_eq!(share(&large, &(BigInt::from(2) << 5000_u32)), Some(1.5));
        assert_eq!(share(&1.into(), &0.into()), None);
        assert_eq!(root(&(-1).into(), &4.into()), None);
        assert_eq!(root(&1.into(), &4.into()), Some(0.5));
    }

    #[test]
    fn powers_hold_whatever_comes() {
        assert_eq!(powers(&[1, -2, 3]), [2, 14, 20, 98].map(BigInt::from));
        let large = 10_i64.pow(17);
        assert_eq!(powers(&[large, large])[3], BigInt::from(2) * BigInt::from(large).pow(4));
    }

    #[test]
    fn counting_and_sorting_come_to_the_same() {
        let near = [5, 3, 5, -1];
        let far: Vec<i64> = near.iter().map(|v| v * 1_000_000).collect();
        assert_eq!(runs(&near), [(-1, 1), (3, 1), (5, 2)]);
        assert_eq!(runs(&far), [(-1_000_000, 1), (3_000_000, 1), (5_000_000, 2)]);
        assert_eq!(matched(&runs(&near), &runs(&[1, 2, 3, 4])), -1 + 6 + 15 + 20);
        assert_eq!(twice_the_median(&runs(&near)), Some(8));
        assert_eq!(twice_the_median(&runs(&[7, 1, 2])), Some(4));
        assert_eq!(twice_the_median(&[]), None);
    }
}
