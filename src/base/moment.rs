//! A point in time as the chain records it. Only the shell reads a clock; here a moment is a value.

use serde::{Deserialize, Serialize};

/// The time zone where times are shown and no library is at hand that names one: that of all who use this.
pub const HOME_ZONE: &str = "Asia/Shanghai";

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// In a time zone (IANA name; UTC where it is unknown), as `2026-11-22 09:30`.
    pub fn local(self, zone: &str) -> String {
        self.shown(zone, "%Y-%m-%d %H:%M")
    }

    /// The same, only what the clock shows: `09:30:12`.
    pub fn local_clock(self, zone: &str) -> String {
        self.shown(zone, "%H:%M:%S")
    }

    /// The day that the calendar of a time zone shows (IANA name; UTC where it is unknown); `None` beyond any calendar.
    pub fn day(self, zone: &str) -> Option<jiff::civil::Date> {
        let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
        Some(jiff::Timestamp::from_millisecond(self.0).ok()?.to_zoned(zone).date())
    }

    fn shown(self, zone: &str, how: &str) -> String {
        let Ok(stamp) = jiff::Timestamp::from_millisecond(self.0) else { return "?".to_owned() };
        let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
        stamp.to_zoned(zone).strftime(how).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn shown_in_the_library_zone() {
        assert_eq!(Moment(0).local("Asia/Shanghai"), "1970-01-01 08:00");
        assert_eq!(Moment(0).local("Nowhere/Land"), "1970-01-01 00:00");
        assert_eq!(Moment(1_000).local_clock("Asia/Shanghai"), "08:00:01");
        assert_eq!(Moment(i64::MAX).local("Asia/Shanghai"), "?");
    }
}
