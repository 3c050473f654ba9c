//! Moments as a document writes them: RFC 3339 with its zone, `2026-11-22T01:30:00Z`.

use crate::base::moment::Moment;

/// In UTC; thousandths only where there are any. `None` outside the years 0–9999.
pub(super) fn written(moment: Moment) -> Option<String> {
    let text = jiff::Timestamp::from_millisecond(moment.0).ok()?.to_string();
    (read(&text) == Some(moment)).then_some(text)
}

/// Reads what `xsd:dateTimeStamp` allows: `T` between, a zone at the end (`Z` or `+08:00`), decimals of a second.
pub(super) fn read(text: &str) -> Option<Moment> {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let rest = shape.strip_prefix("0000-00-00T00:00:00")?;
    let zone = match rest.strip_prefix('.') {
        Some(rest) if rest.starts_with('0') => rest.trim_start_matches('0'),
        Some(_) => return None,
        None => rest,
    };
    // After trimming the decimals a zone still has its sign.
    if !matches!(zone, "Z" | "+00:00" | "-00:00") {
        return None;
    }
    text.parse::<jiff::Timestamp>().ok().map(|stamp| Moment(stamp.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_survive_writing() {
        for at in [0, 1, -1, 1_677_281_798_000, 1_795_311_000_123, 253_402_207_199_000] {
            assert_eq!(read(&written(Moment(at)).unwrap()), Some(Moment(at)), "{at}");
        }
        assert_eq!(written(Moment(1_677_281_798_000)).unwrap(), "2023-02-24T23:36:38Z");
        assert_eq!(written(Moment(1_677_281_798_050)).unwrap(), "2023-02-24T23:36:38.05Z");
        assert_eq!(written(Moment(i64::MAX)), None);
        assert_eq!(written(Moment(-99_999_999_999_999)), None, "before the year 0");
    }

    #[test]
    fn a_moment_names_its_zone() {
        assert_eq!(read("2023-02-25T07:36:38+08:00"), Some(Moment(1_677_281_798_000)));
        for bad in [
            "",
            "2023-02-24",
            "2023-02-24T23:36:38",
            "2023-02-24 23:36:38Z",
            "2023-02-24T23:36Z",
            "20230224T233638Z",
            "2023-02-30T00:00:00Z",
            "2023-02-24T25:00:00Z",
            "2023-02-24T23:36:38.Z",
            "2023-02-24T23:36:38z",
            "２023-02-24T23:36:38Z",
            "2023-02-24T23:36:38+08:00[Asia/Shanghai]",
            "2023-02-24T23:36:38Z ",
            "+2023-02-24T23:36:38Z",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
