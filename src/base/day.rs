//! Days as people type them, and the moments they begin and end at in a time zone. Which day it is now says a `Moment`.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use unicode_normalization::UnicodeNormalization as _;

use super::moment::Moment;

/// Reads `2026-12-01`, `2026/12/1`, `2026.12.1`, `20261201`, `2026年12月1日`, full-width digits too. `None` for anything else, and for days
/// that no calendar has.
pub fn read(text: &str) -> Option<Date> {
    let text: String = text.trim().nfkc().collect();
    let parts: Vec<&str> = match text.strip_suffix('日').unwrap_or(&text) {
        plain if plain.len() == 8 && plain.is_ascii() => vec![&plain[..4], &plain[4..6], &plain[6..]],
        parted => parted.split(['-', '/', '.', '年', '月']).collect(),
    };
    let [year, month, day] = parts[..] else { return None };
    let plain = |digits: &str, most: usize| {
        let fits = (1..=most).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| digits.parse::<i16>().ok()).flatten()
    };
    let year = plain(year, 4).filter(|year| *year >= 1970)?;
    Date::new(year, i8::try_from(plain(month, 2)?).ok()?, i8::try_from(plain(day, 2)?).ok()?).ok()
}

/// A moment as people type it in a time zone: a day and a time such as `9:00` or `0900`, with a blank or `T` between; a time alone is
/// one of `day`. `None` for anything else.
pub fn moment(text: &str, zone: &str, day: Option<Date>) -> Option<Moment> {
    let text: String = text.trim().nfkc().collect();
    let (day, time) = match text.rsplit_once([' ', 'T']) {
        Some((day, time)) => (read(day)?, time.to_owned()),
        None => (day?, text),
    };
    let (hour, minute) = match time.split_once(':') {
        Some(parts) => parts,
        None if time.len() == 4 && time.is_ascii() => time.split_at(2),
        None => return None,
    };
    let number = |digits: &str| (digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?;
    let time = jiff::civil::Time::new(number(hour)?, number(minute).filter(|_| minute.len() == 2)?, 0, 0).ok()?;
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Some(Moment(day.to_datetime(time).to_zoned(zone).ok()?.timestamp().as_millisecond()))
}

/// The first moment of a day in a time zone (IANA name; UTC where it is unknown).
pub fn start(day: Date, zone: &str) -> Option<Moment> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Some(Moment(day.to_zoned(zone).ok()?.timestamp().as_millisecond()))
}

/// The last second of a day in a time zone: what is due on that day is late after it.
pub fn end(day: Date, zone: &str) -> Option<Moment> {
    Some(Moment(start(day.tomorrow().ok()?, zone)?.0 - 1000))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in
            ["2026-12-01", "2026/12/1", "2026.12.1", "20261201", "2026年12月1日", " ２０２６－１２－０１ ", "2026年12月01"]
        {
            assert_eq!(read(text), Some(date(2026, 12, 1)), "{text}");
        }
        for bad in
            ["", "2026-13-01", "2026-02-30", "01/12/2026", "2026-12", "tomorrow", "2026-12-01-1", "+2026-1-1", "12-1", "0001-1-1"]
        {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_moment_is_read_as_people_write_it() {
        let day = Some(date(2026, 12, 1));
        let shown = |text, day| moment(text, "Asia/Shanghai", day).map(|it| it.local("Asia/Shanghai"));
        for text in ["2026-12-01 09:00", "2026/12/1 9:00", "2026-12-01T0900", "２０２６年１２月１日　９：００"] {
            assert_eq!(shown(text, None).as_deref(), Some("2026-12-01 09:00"), "{text}");
        }
        assert_eq!(shown("9:05", day).as_deref(), Some("2026-12-01 09:05"));
        for bad in ["", "9:00", "2026-12-01", "2026-12-01 24:00", "2026-12-01 9:5", "2026-12-01 9", "2026-12-01 09:00:00"] {
            assert_eq!(shown(bad, None), None, "{bad}");
        }
    }

    #[test]
    fn a_day_has_two_ends() {
        let day = date(2026, 12, 1);
        let shown =
            |moment: Option<Moment>| moment.map(|m| format!("{} {}", m.local("Asia/Shanghai"), m.local_clock("Asia/Shanghai")));
        assert_eq!(shown(start(day, "Asia/Shanghai")).as_deref(), Some("2026-12-01 00:00 00:00:00"));
        assert_eq!(shown(end(day, "Asia/Shanghai")).as_deref(), Some("2026-12-01 23:59 23:59:59"));
        assert_eq!(end(Date::MAX, "UTC"), None, "the calendar ends");
    }
}
