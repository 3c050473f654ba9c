//! Moments as programs write them: `2026-11-21 10:30:05`, `2026/11/21 下午 3:05`, `10:30`, RFC 3339, seconds or milliseconds since 1970.
//!
//! Only differences count, so the zone of a text without one does not matter.

use jiff::civil::Date;

/// A moment in seconds; `None` where it is none.
pub(super) fn read(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Ok(moment) = text.parse::<jiff::Timestamp>() {
        return Some(moment.as_second());
    }
    if text.len() >= 9 && text.bytes().all(|b| b.is_ascii_digit()) {
        let number: i64 = text.parse().ok()?;
        // Milliseconds, of any moment since 2001.
        return Some(if number >= 1_000_000_000_000 { number / 1000 } else { number });
    }
    let parts = numbers(text)?;
    let is_day = parts.first().is_some_and(|year| (1900..=2200).contains(year)) && parts.len() >= 3;
    let (day, clock) = if is_day { parts.split_at(3) } else { (&[][..], &parts[..]) };
    let days = match day {
        [year, month, day] => days(*year, *month, *day)?,
        _ => 0,
    };
    let seconds = match clock {
        [] if is_day => 0,
        [hour, minute] => on_clock(text, *hour, *minute, 0)?,
        [hour, minute, second, ..] => on_clock(text, *hour, *minute, *second)?,
        _ => return None,
    };
    Some(days * 86_400 + seconds)
}

fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let since = Date::new(1970, 1, 1).ok()?.until(date).ok()?;
    Some(i64::from(since.get_days()))
}

fn on_clock(text: &str, hour: i64, minute: i64, second: i64) -> Option<i64> {
    let lower = text.to_lowercase();
    let after_noon = ["下午", "晚上", "傍晚", "pm", "p.m."].iter().any(|word| lower.contains(word));
    let before_noon = ["上午", "凌晨", "早上", "am", "a.m."].iter().any(|word| lower.contains(word));
    let hour = match hour {
        1..=11 if after_noon => hour + 12,
        12 if before_noon => 0,
        _ => hour,
    };
    let fits = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..=60).contains(&second);
    fits.then_some((hour * 60 + minute) * 60 + second)
}

/// The numbers in a text; none where anything but the words of dates stands between.
fn numbers(text: &str) -> Option<Vec<i64>> {
    let mut out = Vec::new();
    for piece in text.split(|c: char| !c.is_ascii_digit()).filter(|piece| !piece.is_empty()) {
        out.push(piece.parse().ok()?);
    }
    (2..=7).contains(&out.len()).then_some(out)
}
