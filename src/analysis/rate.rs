//! So many of so many, with what that says of a larger number of people: exact, in whole numbers. And quartiles of whole numbers.
//!
//! The interval is Wilson's score interval at 95 % (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927, p. 209 f.; compared with others by
//! R. G. Newcombe, Statistics in Medicine 17, 1998, p. 857 ff.): every share p with n·(k/n − p)² ≤ z²·p·(1 − p), z = 1.96. It holds for
//! small n, too, and never leaves 0 to 1.

use serde::Serialize;

use crate::base::points::Exact;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rate {
    /// How many it holds for; never more than `of`.
    pub hits: usize,
    /// How many there are.
    pub of: usize,
}

impl Rate {
    /// How many of these it holds for.
    pub fn of<T>(all: impl IntoIterator<Item = T>, holds: impl Fn(&T) -> bool) -> Self {
        all.into_iter().fold(Self::default(), |sum, it| Self { hits: sum.hits + usize::from(holds(&it)), of: sum.of + 1 })
    }

    /// The share; `None` of nobody.
    pub fn share(self) -> Option<Exact> {
        (self.of > 0).then(|| Exact::new(self.hits as i128, self.of as i128))
    }

    /// The bounds of Wilson's 95 % interval in thousandths, the lower one cut and the upper one raised, so that it is never told
    /// narrower than it is; `None` of nobody.
    pub fn interval(self) -> Option<(u16, u16)> {
        if self.of == 0 {
            return None;
        }
        let (k, n) = (self.hits as i128, self.of as i128);
        // (k/n − p)²·n < z²·p(1 − p) for p = m/1000, z² = (49/25)² = 2401/625, without a division.
        let inside = |m: u16| {
            let (m, off) = (i128::from(m), 1000 * k - n * i128::from(m));
            625 * off * off < 2401 * n * m * (1000 - m)
        };
        let here = |m: u16| i128::from(m) * n;
        // Beyond the share itself, which at 0 and 1 lies on the bound.
        let low = (0..=1000).rev().find(|m| here(*m) < 1000 * k && !inside(*m)).unwrap_or(0);
        let high = (0..=1000).find(|m| here(*m) > 1000 * k && !inside(*m)).unwrap_or(1000);
        Some((low, high))
    }
}

/// The first quartile, the median and the third: of n numbers in order the ⌈n·p⌉-th, so that at least that share has that much or less.
/// Always a number that is there (R. J. Hyndman and Y. Fan, The American Statistician 50, 1996, definition 1).
pub fn quartiles(mut all: Vec<u32>) -> Option<[u32; 3]> {
    all.sort_unstable();
    let at = |quarters: usize| all.get((all.len() * quarters).div_ceil(4).checked_sub(1)?).copied();
    Some([at(1)?, at(2)?, at(3)?])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Figures that are printed in Newcombe 1998, table I, method 3 (score, without correction): 81/263, 15/148, 0/20, 1/29.
    #[test]
    fn as_printed() {
        let interval = |hits, of| Rate { hits, of }.interval();
        assert_eq!(interval(81, 263), Some((255, 367)), "0.2553 to 0.3662");
        assert_eq!(interval(15, 148), Some((62, 161)), "0.0624 to 0.1605");
        assert_eq!(interval(0, 20), Some((0, 162)), "0.0000 to 0.1611");
        assert_eq!(interval(1, 29), Some((6, 172)), "0.0061 to 0.1718");
        assert_eq!(interval(0, 0), None);
    }

    #[test]
    fn quartiles_are_numbers_that_are_there() {
        assert_eq!(quartiles(vec![]), None);
        assert_eq!(quartiles(vec![7]), Some([7, 7, 7]));
        assert_eq!(quartiles(vec![4, 1, 3, 2]), Some([1, 2, 3]));
        assert_eq!(quartiles(vec![1, 2, 3, 4, 5]), Some([2, 3, 4]));
    }

    proptest! {
        #[test]
        fn the_share_lies_within_and_both_sides_mirror(of in 1_usize..5000, hits in 0_usize..5000) {
            let rate = Rate { hits: hits % (of + 1), of };
            let (low, high) = rate.interval().expect("somebody");
            let (share, of) = (rate.share().expect("somebody"), |m: u16| Exact::new(i128::from(m), 1000));
            prop_assert!(of(low) <= share && share <= of(high), "{low} {share:?} {high}");
            let mirror = Rate { hits: rate.of - rate.hits, ..rate }.interval();
            prop_assert_eq!(mirror, Some((1000 - high, 1000 - low)));
        }

        /// The closed formula in floating point, up to the last thousandth.
        #[test]
        fn as_the_formula_says(of in 1_usize..3000, hits in 0_usize..3000) {
            // Nobody and everybody, too, which chance alone would seldom try.
            let hits = if hits % 5 == 0 { 0 } else if hits % 5 == 1 { of } else { hits % (of + 1) };
            let rate = Rate { hits, of };
            let (k, n, z) = (rate.hits as f64, rate.of as f64, 1.96_f64);
            let middle = (k + z * z / 2.0) / (n + z * z);
            let reach = z / (n + z * z) * (k * (n - k) / n + z * z / 4.0).sqrt();
            let (low, high) = rate.interval().expect("somebody");
            prop_assert!((f64::from(low) / 1000.0 - (middle - reach)).abs() < 0.001_1, "{low} {}", middle - reach);
            prop_assert!((f64::from(high) / 1000.0 - (middle + reach)).abs() < 0.001_1, "{high} {}", middle + reach);
        }
    }
}
