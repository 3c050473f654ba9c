//! Lengths of time as authors write them: `"40s" "30m" "4h" "7d" "12mo"`.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::moment::Moment;

/// A fixed length of time, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Span(pub i64);

impl Span {
    const UNITS: &[(&'static str, i64)] = &[("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000)];

    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// The longest that may be written: ten years.
    pub const MOST: Self = Self(3660 * 86_400_000);

    /// So many seconds.
    pub const fn seconds(n: i64) -> Self {
        Self(n.saturating_mul(1000))
    }

    /// So many minutes.
    pub const fn minutes(n: i64) -> Self {
        Self(n * 60_000)
    }

    /// Reads `"40s"`, `"30m"`, `"4h"`, `"7d"`. `None` for anything else, and above `MOST`.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, unit) = Self::UNITS.iter().find_map(|(unit, ms)| Some((text.strip_suffix(unit)?, ms)))?;
        let span = Self(plain(number)?.checked_mul(*unit)?);
        (span <= Self::MOST).then_some(span)
    }

    /// The moment so long after another.
    pub const fn after(self, start: Moment) -> Moment {
        Moment(start.0.saturating_add(self.0))
    }
}

impl fmt::Display for Span {
    /// As authors write it, in the largest unit that fits exactly.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (unit, ms) = Self::UNITS.iter().find(|(_, ms)| self.0 % ms == 0).unwrap_or(&("s", 1000));
        write!(f, "{}{unit}", self.0 / ms)
    }
}

/// How long something holds by the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lasts {
    /// Calendar months (`"12mo"`): to the same day of the month, or its last.
    Months(u16),
    /// Days (`"365d"`).
    Days(u16),
}

impl Lasts {
    /// Reads `"12mo"` or `"365d"`; at least one, at most ten years.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, make, most): (_, fn(u16) -> Self, _) = match text.strip_suffix("mo") {
            Some(number) => (number, Self::Months, 120),
            None => (text.strip_suffix('d')?, Self::Days, 3660),
        };
        u16::try_from(plain(number)?).ok().filter(|n| (1..=most).contains(n)).map(make)
    }

    /// The last moment it holds that began then: the end of its last day in that time zone. A licence of 12 months from 22 November
    /// holds until 21 November of next year, 23:59:59.
    pub fn until(self, start: Moment, zone: &str) -> Option<Moment> {
        let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let first = jiff::Timestamp::from_millisecond(start.0).ok()?.to_zoned(zone.clone()).date();
        let after = match self {
            Self::Months(n) => first.checked_add(jiff::Span::new().months(n)),
            Self::Days(n) => first.checked_add(jiff::Span::new().days(n)),
        };
        let after = after.ok()?.to_zoned(zone).ok()?;
        Some(Moment(after.timestamp().as_millisecond() - 1000))
    }
}

impl fmt::Display for Lasts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Months(n) => write!(f, "{n}mo"),
            Self::Days(n) => write!(f, "{n}d"),
        }
    }
}

fn plain(digits: &str) -> Option<i64> {
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{Lasts, Span};
    use crate::base::moment::Moment;

    #[test]
    fn spans_are_read_and_written_alike() {
        for text in ["40s", "30m", "4h", "7d", "90m", "36h"] {
            assert_eq!(Span::parse(text).map(|s| s.to_string()).as_deref(), Some(text));
        }
        for bad in ["", "m", "-1m", "1.5h", "12mo", "１h", "1 h", "99999d", "9223372036854775807d"] {
            assert_eq!(Span::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_year_ends_on_the_day_before() {
        let start = Moment(1_795_323_600_000); // 2026-11-22 13:00 in Shanghai
        let until =
            |text: &str| Lasts::parse(text).and_then(|l| l.until(start, "Asia/Shanghai")).map(|m| m.local("Asia/Shanghai"));
        assert_eq!(until("12mo").as_deref(), Some("2027-11-21 23:59"));
        assert_eq!(until("3mo").as_deref(), Some("2027-02-21 23:59"));
        assert_eq!(until("10d").as_deref(), Some("2026-12-01 23:59"));
        assert_eq!((until("0mo"), until("121mo"), until("1y")), (None, None, None));
    }
}
