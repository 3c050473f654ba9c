//! A day as it is typed on the command line; what may be typed is `base/day`'s.

use jiff::civil::Date;

use super::failure::Failure;
use crate::base::day;
use crate::locale::Value;

/// A day as it was typed.
///
/// # Errors
/// `Failure` where it is none.
pub fn day(typed: &str) -> Result<Date, Failure> {
    day::read(typed).ok_or_else(|| Failure::usage("fail-day", [("day", typed)]))
}

/// A day that there may be, as sentences take it: `dated` says whether, `due` which.
pub fn dated(due: Option<Date>) -> [(&'static str, Value<'static>); 2] {
    let said = if due.is_some() { "yes" } else { "no" };
    [("dated", said.into()), ("due", due.map(|day| day.to_string()).unwrap_or_default().into())]
}
