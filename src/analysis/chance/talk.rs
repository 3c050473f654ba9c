//! What a candidate of a known ability gets in one role-play, exactly: over futures, not paths.
//!
//! At each decision, with probability p, the reply from which most can still be earned from this very state (`Futures::best`; among
//! equals, and where a red line lies on every way, the first in the author's order); otherwise each offered reply is equally likely,
//! the same one among them. The best reply is the one that is best for who plays perfectly from there on. There is no time in it: a
//! reply is never late.

use num_bigint::BigUint;

use super::Trouble;
use super::spread::{Ability, Big, Spread};
use super::sums::{Weights, sums};
use crate::analysis::futures::Futures;
use crate::analysis::graph::Graph;
use crate::base::points::{Exact, Points};
use crate::model::scenario::step::Stage;

/// What a role-play comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// The share of the best attainable, 0 to 1; a run with a red line has 0.
    pub shares: Spread,
    /// The probability that a red line is crossed; part of the weight that is on 0.
    pub red_line: Big,
}

/// The share that a candidate of this ability gets.
///
/// # Errors
/// `Trouble` where the scenario has too many states or sums.
pub fn talk(stage: &Stage, p: Ability) -> Result<Talk, Trouble> {
    talk_with(&Futures::of(stage, &Graph::new(stage)?), p)
}

/// The same where the scenario was walked before.
///
/// # Errors
/// `Trouble` where there are too many sums.
pub(super) fn talk_with(futures: &Futures, p: Ability) -> Result<Talk, Trouble> {
    let sums = sums(futures, Weights::Chance(p))?;
    let best = futures.best().pop().flatten().filter(|best| *best > Points::ZERO);
    let share = |sum: Points| best.map_or(Exact::ZERO, |best| sum.exact().floored().of(best.exact()));
    let clean = sums.fit().chain(sums.failed()).map(|(sum, weight): (Points, BigUint)| (share(sum), weight));
    let shares = Spread::of(clean.chain([(Exact::ZERO, sums.red.clone())]));
    Ok(Talk { shares, red_line: Big::new(sums.red, sums.whole) })
}
