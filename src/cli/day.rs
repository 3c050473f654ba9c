//! A day as it is typed on the command line; what may be typed is `base/day`'s.

use jiff::civil::Date;

use super::failure::Failure;
use crate::base::day;
pub use crate::report::group::said::dated;

/// A day as it was typed.
///
/// # Errors
/// `Failure` where it is none.
pub fn day(typed: &str) -> Result<Date, Failure> {
    day::read(typed).ok_or_else(|| Failure::usage("fail-day", [("day", typed)]))
}
