//! Numbers as Moodle takes them (`.5`, `5.`, `-1e3`), exactly; and the weights that it knows.

use crate::base::points::Points;

/// Why a text is no number of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoNumber {
    /// It is none at all.
    NotOne,
    /// More than three decimals, or beyond a million.
    TooFine,
}

/// The shares of the points that Moodle's importer takes, in hundred-thousandths of a percent; each also below zero.
const WEIGHTS: &[i64] = &[
    10_000_000, 9_000_000, 8_333_333, 8_000_000, 7_500_000, 7_000_000, 6_666_667, 6_000_000, 5_000_000, 4_000_000, 3_333_333,
    3_000_000, 2_500_000, 2_000_000, 1_666_667, 1_428_571, 1_250_000, 1_111_111, 1_000_000, 500_000, 0,
];

/// A whole in hundred-thousandths of a percent.
pub const WHOLE: i64 = 10_000_000;

/// Reads a decimal number.
///
/// # Errors
/// Where it is none, or none of ours.
pub fn decimal(text: &str) -> Result<Points, NoNumber> {
    let n = Points::thousandths(scaled(text, 3)?);
    if n.in_thousandths().abs() > Points::MOST.in_thousandths() { Err(NoNumber::TooFine) } else { Ok(n) }
}

/// Reads a weight in percent; it has to be one that Moodle knows, within 0.001 of a percent.
pub fn weight(text: &str) -> Option<i64> {
    // What stands beyond five decimals is less than the difference that Moodle allows.
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let part: String = part.chars().take(5).collect();
    let found = scaled(&format!("{whole}.{part}"), 5).ok()?;
    WEIGHTS.iter().copied().find(|known| (known - found.abs()).abs() <= 100).map(|known| known * found.signum())
}

/// The weight nearest to a share of one in so many, and whether it is that share.
pub fn share_of(n: usize) -> (i64, bool) {
    let exact = WHOLE / i64::try_from(n.max(1)).unwrap_or(WHOLE);
    let near = WEIGHTS.iter().copied().filter(|w| *w > 0).min_by_key(|w| (w - exact).abs()).unwrap_or(WHOLE);
    (near, (near - exact).abs() <= 1)
}

/// A weight as Moodle writes it: `50`, `33.33333`.
pub fn shown(weight: i64) -> String {
    let (sign, weight) = if weight < 0 { ("-", -weight) } else { ("", weight) };
    let text = format!("{sign}{}.{:05}", weight / 100_000, weight % 100_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A decimal number times ten to the power of `places`, if that is whole.
fn scaled(text: &str, places: i32) -> Result<i64, NoNumber> {
    let text = text.trim();
    let (sign, rest) = match text.as_bytes().first() {
        Some(b'-') => (-1, &text[1..]),
        Some(b'+') => (1, &text[1..]),
        _ => (1, text),
    };
    let (mantissa, exponent) = match rest.find(['e', 'E']) {
        Some(at) => (&rest[..at], rest[at + 1..].parse::<i32>().map_err(|_| NoNumber::NotOne)?),
        None => (rest, 0),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if (whole.is_empty() && part.is_empty()) || !plain(whole) || !plain(part) {
        return Err(NoNumber::NotOne);
    }
    let digits = format!("{whole}{part}");
    let digits = digits.trim_start_matches('0');
    let bare = digits.trim_end_matches('0');
    if bare.is_empty() {
        return Ok(0);
    }
    let cut = digits.len() - bare.len();
    let shift = i64::from(exponent) + i64::from(places) + as_i64(cut) - as_i64(part.len());
    if !(0..=15).contains(&shift) || bare.len() + usize::try_from(shift).unwrap_or(0) > 17 {
        return Err(NoNumber::TooFine);
    }
    let number: i64 = bare.parse().map_err(|_| NoNumber::TooFine)?;
    Ok(sign * number * 10_i64.pow(u32::try_from(shift).unwrap_or(0)))
}

fn as_i64(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_exactly_or_not_at_all() {
        for (text, thousandths) in
            [("3.14", 3140), ("1e3", 1_000_000), (".5", 500), ("5.", 5000), ("-2.50e-1", -250), ("+0", 0), ("0.0010", 1)]
        {
            assert_eq!(decimal(text), Ok(Points::thousandths(thousandths)), "{text}");
        }
        for text in ["", "abc", "1,000", "1e", ".", "--1", "１", "1 2", "0x1"] {
            assert_eq!(decimal(text), Err(NoNumber::NotOne), "{text}");
        }
        for text in ["0.0001", "1e9", "1e99999", "1e-9999", "3.14159", &"9".repeat(5000)] {
            assert_eq!(decimal(text), Err(NoNumber::TooFine), "{text}");
        }
    }

    #[test]
    fn only_weights_that_moodle_knows_are_taken() {
        for (text, shown_as) in [
            ("100", "100"),
            ("33.33333", "33.33333"),
            ("-50", "-50"),
            ("33.333", "33.33333"),
            ("0", "0"),
            ("16.6666667", "16.66667"),
        ] {
            assert_eq!(weight(text).map(shown).as_deref(), Some(shown_as), "{text}");
        }
        for text in ["150", "33", "-", "--50", "67"] {
            assert_eq!(weight(text), None, "{text}");
        }
    }

    #[test]
    fn shares_are_weights() {
        assert_eq!((share_of(1), share_of(4)), ((WHOLE, true), (2_500_000, true)));
        assert_eq!((1..=10).filter(|n| share_of(*n).1).count(), 10);
        assert!(!share_of(11).1);
    }
}
