//! What exact analysis found, told to the trainer who wrote it: as blocks for people, as JSON for programs. `talk` for role-plays.
//!
//! All figures come from `analysis`; here they are only worded and cut for display.

pub mod talk;

use num_bigint::BigUint;
use num_traits::{ToPrimitive as _, Zero as _};
use serde_json::Value as Json;

use crate::analysis::chance::Big;
use crate::base::points::Points;

/// Whole numbers up to here are the same in every reader of JSON.
const PLAIN: u64 = 1 << 53;

/// A whole number for programs: a number, or its digits as text where readers would round it.
fn whole(n: &BigUint) -> Json {
    n.to_u64().filter(|n| *n <= PLAIN).map_or_else(|| n.to_string().into(), Json::from)
}

/// Points for programs.
fn points(points: Points) -> Json {
    let thousandths = points.in_thousandths();
    if thousandths % 1000 == 0 { (thousandths / 1000).into() } else { points.to_string().parse().unwrap_or(Json::Null) }
}

/// A fraction as the nearest number of double precision.
fn number(x: &Big) -> f64 {
    if x.is_zero() {
        return 0.0;
    }
    // Both sides scaled so that the quotient has more bits than a double holds.
    let up = (x.denom().bits() + 64).saturating_sub(x.numer().bits());
    let quotient = (x.numer() << up) / x.denom();
    quotient.to_f64().unwrap_or(f64::MAX) * 0.5_f64.powi(i32::try_from(up).unwrap_or(i32::MAX))
}
