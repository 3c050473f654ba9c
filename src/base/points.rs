//! Marks without rounding.
//!
//! `Points` are whole thousandths of a point; `Exact` is a fraction. Rounding happens once, for display, in `Exact::percent`, and
//! always cuts: 79.96 % is shown as 79.9 and never passes 80.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Sub};

use num_rational::Ratio;
use num_traits::{CheckedAdd as _, CheckedMul as _, CheckedSub as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A number of points in thousandths; may be negative. Range: what authors may write is ±1,000,000 points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Points(i64);

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);
    /// The most an author may write on one thing: a million points.
    pub const MOST: Self = Self(1_000_000_000);

    /// So many whole points.
    pub const fn whole(points: i64) -> Self {
        Self(points * 1000)
    }

    /// So many thousandths of a point.
    pub const fn thousandths(n: i64) -> Self {
        Self(n)
    }

    /// The number in thousandths.
    pub const fn in_thousandths(self) -> i64 {
        self.0
    }

    /// Reads decimal text exactly (`"2"`, `"-1.5"`, `"+0.25"`). `None`: no such number, more than three decimals, or beyond `MOST`.
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = match text.as_bytes().first()? {
            b'-' => (-1, &text[1..]),
            b'+' => (1, &text[1..]),
            _ => (1, text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 9 || part.len() > 3 || !plain(whole) || !plain(part) {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let part: i64 = format!("{part:0<3}").parse().ok()?;
        let points = Self(sign * (whole * 1000 + part));
        (points.0.abs() <= Self::MOST.0).then_some(points)
    }

    /// The same as a fraction of one point.
    pub fn exact(self) -> Exact {
        Exact::new(i128::from(self.0), 1000)
    }
}

impl Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Points {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Points {
    /// `2`, `-1.5`: no trailing zeros.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.exact().decimal(3))
    }
}

/// Why sums of shares stay within 128 bits: a question has at most `MOST_ITEMS` items, so every denominator divides the least common
/// multiple of 1…60 times 1000, about 10^30, and a test is worth far less than 10^8 points.
const BOUNDED: &str = "content bounds the items of a question, so denominators stay within 128 bits";
/// The most items (options, pairs, cases, lines) a question may have.
pub const MOST_ITEMS: usize = 60;
/// The largest numerator or denominator that is read back.
const LARGEST: i128 = 10_i128.pow(36);

/// An exact fraction. In JSON `"3/4"`; whole numbers `"2"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(Ratio<i128>);

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// The whole.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// `num` ÷ `den`; a zero `den` gives zero (nothing of nothing).
    pub fn new(num: i128, den: i128) -> Self {
        if den == 0 { Self::ZERO } else { Self(Ratio::new(num, den)) }
    }

    /// `self` ÷ `of`, zero where there is nothing to divide by.
    pub fn of(self, of: Self) -> Self {
        if of == Self::ZERO { Self::ZERO } else { Self(self.0 / of.0) }
    }

    /// The same, but never below zero.
    pub fn floored(self) -> Self {
        self.max(Self::ZERO)
    }

    /// Numerator and denominator in lowest terms.
    pub fn parts(self) -> (i128, i128) {
        (*self.0.numer(), *self.0.denom())
    }

    /// As percent with one decimal, cut towards zero, never rounded up: `"79.9"`, `"80"`.
    pub fn percent(self) -> String {
        (self * Self::new(100, 1)).decimal(1)
    }

    /// As decimal text with at most `places` decimals, cut towards zero, without trailing zeros.
    pub fn decimal(self, places: u32) -> String {
        let scale = 10_i128.pow(places);
        let cut = (self.0 * scale).to_integer();
        let (sign, cut) = if cut < 0 { ("-", -cut) } else { ("", cut) };
        let text = format!("{sign}{}.{:0width$}", cut / scale, cut % scale, width = places as usize);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.checked_add(&other.0).expect(BOUNDED))
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.checked_sub(&other.0).expect(BOUNDED))
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0.checked_mul(&other.0).expect(BOUNDED))
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts() {
            (num, 1) => write!(f, "{num}"),
            (num, den) => write!(f, "{num}/{den}"),
        }
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let (num, den) = text.split_once('/').unwrap_or((&text, "1"));
        match (num.parse(), den.parse()) {
            (Ok(num), Ok(den)) if (1..=LARGEST).contains(&den) && (-LARGEST..=LARGEST).contains(&num) => Ok(Self::new(num, den)),
            _ => Err(D::Error::custom("not a fraction")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_taken_exactly() {
        assert_eq!(Points::parse("1.5"), Some(Points::thousandths(1500)));
        assert_eq!(Points::parse("-0.125"), Some(Points::thousandths(-125)));
        assert_eq!(Points::parse("-0.5").map(|p| p.to_string()).as_deref(), Some("-0.5"));
        for bad in ["", "-", ".", "1.2345", "1e3", "1000001", "½", "９"] {
            assert_eq!(Points::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_shown_is_cut_never_rounded_up() {
        assert_eq!(Exact::new(7996, 10_000).percent(), "79.9");
        assert_eq!(Exact::new(4, 5).percent(), "80");
        assert_eq!(Exact::new(-1, 3).decimal(2), "-0.33");
        assert!(Exact::new(7996, 10_000) < Exact::new(80, 100));
    }

    #[test]
    fn fractions_survive_json() {
        for x in [Exact::new(2, 6), Exact::ZERO, Exact::new(-7, 3)] {
            let text = serde_json::to_string(&x).expect("a string");
            assert_eq!(serde_json::from_str::<Exact>(&text).expect("a fraction"), x);
        }
        assert!(serde_json::from_str::<Exact>("\"1/0\"").is_err());
    }
}
