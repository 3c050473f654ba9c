//! The ranges of whole numbers in content: asked by the readers, told by the schemas.

use std::ops::RangeInclusive;

/// How hard.
pub const LEVEL: RangeInclusive<i64> = 1..=3;
/// An estimate for planning.
pub const MINUTES: RangeInclusive<i64> = 1..=10_000;
/// A share of a hundred; the customer's mood too.
pub const PERCENT: RangeInclusive<i64> = 0..=100;
/// The mark of a role-play.
pub const PASS: RangeInclusive<i64> = 1..=100;
/// What a reply does to the mood.
pub const MOOD_STEP: RangeInclusive<i64> = -100..=100;
/// What a variable may hold.
pub const VARIABLE: RangeInclusive<i64> = -1_000_000..=1_000_000;
/// Points of a step at a station.
pub const RATED: RangeInclusive<i64> = 1..=9;
/// A part's share of the total.
pub const WEIGHT: RangeInclusive<i64> = 1..=100;
/// Who observe a station.
pub const EXAMINERS: RangeInclusive<i64> = 1..=2;
/// How often an exam may be sat.
pub const ATTEMPTS: RangeInclusive<i64> = 1..=100;
/// How many characters before and behind a phrase a wording rule looks for what cancels it, in its clause.
pub const LOOK_BACK: RangeInclusive<i64> = 0..=100;
/// The same over clauses.
pub const WITHIN: RangeInclusive<i64> = 0..=1000;
/// What one line of `draw` takes.
pub const DRAWN: RangeInclusive<i64> = 1..=200;
/// The band of a reply in a walk.
pub const BAND: RangeInclusive<i64> = 1..=20;
/// Characters that are read in a second.
pub const READING_CPS: RangeInclusive<i64> = 1..=100;
/// Characters of a written reply.
pub const CHARS: RangeInclusive<i64> = 1..=2000;
