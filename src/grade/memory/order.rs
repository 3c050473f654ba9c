//! In which order things happened, and when, whatever the clocks said.
//!
//! The ledger numbers beginnings and ends of attempts without a clock, so sittings are put in its order; where an attempt was gone on
//! with in between, only its clock can tell. Of the moments the largest number that runs in that order is believed.

use super::tries::Tried;
use crate::base::moment::Moment;

/// What was tried in one go.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    /// When it began.
    pub began: Moment,
    /// What was tried.
    pub tried: Vec<Tried>,
}

/// An attempt's sittings with its places in the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Sat {
    /// The number of the line that seals its beginning.
    pub started: u64,
    /// The number of the line that seals its end.
    pub closed: Option<u64>,
    /// Its sittings in order; the first at its beginning.
    pub sittings: Vec<Sitting>,
}

/// Everything that was tried, in the order of the record.
///
/// A person sits at one thing at a time: a first sitting has its place by the attempt's beginning, the one that closes it by its end. One
/// that did neither goes before the first beginning after it by the clock.
pub fn in_order(mut attempts: Vec<Sat>) -> Vec<Tried> {
    attempts.sort_by_key(|sat| sat.started);
    let begins: Vec<(u64, Moment)> = attempts.iter().filter_map(|sat| Some((sat.started, sat.sittings.first()?.began))).collect();
    let mut all: Vec<((u64, u8), Sitting)> = Vec::new();
    for sat in attempts {
        let last = sat.sittings.len().saturating_sub(1);
        let mut from = sat.started;
        for (n, sitting) in sat.sittings.into_iter().enumerate() {
            let place = match sat.closed {
                _ if n == 0 => (sat.started, 1),
                Some(closed) if n == last => (closed, 1),
                closed => {
                    let until = closed.unwrap_or(u64::MAX);
                    let next = begins.iter().find(|(number, at)| *number > from && (*at > sitting.began || *number > until));
                    (next.map_or(until, |(number, _)| *number), 0)
                }
            };
            from = place.0.saturating_sub(u64::from(place.1 == 0));
            all.push((place, sitting));
        }
    }
    // Stable: the sittings of one attempt at one place stay in their order.
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().flat_map(|(_, sitting)| sitting.tried).collect()
}

/// The moments at which things can have happened, in the order in which they did: none after `now`, none before an earlier one. As few
/// as possible are changed: one that does not fit counts as the next that does, or as now.
pub fn believed(moments: &[Moment], now: Moment) -> Vec<Moment> {
    // The longest run that never falls (patience sorting): `ends[n]` is where the best run of n + 1 ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; moments.len()];
    for (n, at) in moments.iter().enumerate().filter(|(_, at)| **at <= now) {
        let length = ends.partition_point(|end| moments[*end] <= *at);
        before[n] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() { ends.push(n) } else { ends[length] = n }
    }
    let mut fits = vec![false; moments.len()];
    let mut next = ends.last().copied();
    while let Some(n) = next {
        fits[n] = true;
        next = before[n];
    }
    let mut out = moments.to_vec();
    let mut bound = now;
    for n in (0..out.len()).rev() {
        if fits[n] { bound = out[n] } else { out[n] = bound }
    }
    out
}
