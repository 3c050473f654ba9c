//! Replies after which it is settled whether a run passes.
//!
//! That hangs on what was earned before, which states do not tell apart: so for each state all sums that can have been earned on the
//! way to it are held, as bits of one long number.

use num_bigint::BigUint;
use num_integer::Integer as _;
use num_traits::One as _;

use super::Mark;
use crate::analysis::graph::Graph;
use crate::analysis::range::Extreme;
use crate::base::points::Points;
use crate::model::scenario::Outcome;
use crate::model::scenario::step::Stage;

/// The most bits that are held over all states.
const MOST: u64 = 8_000_000_000;

/// A reply that settles it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decisive {
    /// The reply.
    pub reply: usize,
    /// Whether passing is no longer possible after it, where it was before.
    pub loses: How,
    /// Whether failing is no longer possible after it, where it was before.
    pub secures: How,
}

/// How often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum How {
    /// Never.
    #[default]
    Never,
    /// It depends on what was earned before, and on the state.
    Sometimes,
    /// Wherever it is chosen while that is still open.
    Always,
}

/// Whether something came about, and whether it failed to.
#[derive(Clone, Copy, Default)]
struct Met(bool, bool);

impl Met {
    const fn how(self) -> How {
        match self {
            Self(false, _) => How::Never,
            Self(true, true) => How::Sometimes,
            Self(true, false) => How::Always,
        }
    }
}

/// Sums that can have been earned, in units: bit n is `low` + n.
#[derive(Clone, Default)]
struct Earned {
    low: i64,
    bits: BigUint,
}

impl Earned {
    fn add(&mut self, other: &Self, by: i64) {
        let low = other.low + by;
        if self.bits == BigUint::ZERO {
            *self = Self { low, bits: other.bits.clone() };
        } else if low < self.low {
            self.bits = (&self.bits << self.low.abs_diff(low)) | &other.bits;
            self.low = low;
        } else {
            self.bits |= &other.bits << low.abs_diff(self.low);
        }
    }

    /// Whether any sum lies from `from` to just below `to`.
    fn any(&self, from: i64, to: i64) -> bool {
        let from = from.max(self.low);
        from < to && (&self.bits >> from.abs_diff(self.low)).trailing_zeros().is_some_and(|zeros| zeros < from.abs_diff(to))
    }
}

/// What can still come of a state, in units: the most and the least sum of runs that can pass, and whether any run surely does not.
#[derive(Clone, Copy)]
struct Open {
    most: Option<i64>,
    least: Option<i64>,
    fails: bool,
}

/// All replies that settle it. `None`: there are too many sums.
pub(super) fn decisive(stage: &Stage, graph: &Graph, mark: Mark, ends: (&[Extreme], &[Extreme])) -> Option<Vec<Decisive>> {
    let Some(mark) = mark.least() else { return Some(Vec::new()) };
    let points = (0..stage.replies()).map(|reply| stage.points(reply).in_thousandths());
    let unit = points.clone().fold(0, |unit: i64, p| unit.gcd(&p)).max(1);
    let span: u64 = points.clone().map(|p| p.unsigned_abs() / unit.unsigned_abs()).sum();
    if span.saturating_mul(graph.states.len() as u64) > MOST {
        return None;
    }
    let order = graph.last_first();
    let open = opens(stage, graph, &order, ends);
    let mut earned = vec![Earned::default(); graph.states.len()];
    earned[0].bits = BigUint::one();
    let mut met = vec![(Met::default(), Met::default()); stage.replies()];
    for &node in order.iter().rev() {
        let here = std::mem::take(&mut earned[node]);
        for &(reply, to) in &graph.states[node].moves {
            let by = stage.points(reply).in_thousandths();
            let (loses, secures) = (lost(open[node], open[to], mark, by), secured(open[node], open[to], mark, by));
            let (met_loss, met_gain) = &mut met[reply];
            look(&here, unit, loses, met_loss);
            look(&here, unit, secures, met_gain);
            if !graph.states[to].state.red_line() {
                earned[to].add(&here, by / unit);
            }
        }
    }
    let told =
        met.into_iter().enumerate().map(|(reply, (loss, gain))| Decisive { reply, loses: loss.how(), secures: gain.how() });
    Some(told.filter(|d| d.loses != How::Never || d.secures != How::Never).collect())
}

/// Sums (in thousandths, from and up to but not with) for which it is open before a reply, and those of them for which it is open
/// still after it.
type Spans = ((i64, i64), (i64, i64));

/// Whether passing is possible: with at least so much.
fn lost(before: Open, after: Open, mark: i64, by: i64) -> Spans {
    let from = |most: Option<i64>, by: i64| most.map_or(i64::MAX, |most| mark - most - by);
    let (before, after) = (from(before.most, 0), from(after.most, by));
    ((before, i64::MAX), (after.max(before), i64::MAX))
}

/// Whether failing is possible: with less than so much, or whatever was earned.
fn secured(before: Open, after: Open, mark: i64, by: i64) -> Spans {
    let to = |open: Open, by: i64| match open {
        Open { fails: false, least: Some(least), .. } => mark - least - by,
        _ => i64::MAX,
    };
    let (before, after) = (to(before, 0), to(after, by));
    ((i64::MIN, before), (i64::MIN, after.min(before)))
}

fn look(here: &Earned, unit: i64, ((from, to), (still_from, still_to)): Spans, met: &mut Met) {
    // Thousandths to units: no sum lies between two units.
    let up = |n: i64| if n == i64::MAX || n == i64::MIN { n } else { n.div_euclid(unit) + i64::from(n.rem_euclid(unit) > 0) };
    let (from, to, still_from, still_to) = (up(from), up(to), up(still_from), up(still_to));
    met.0 |= here.any(from, still_from.min(to)) || here.any(still_to.max(from), to);
    met.1 |= here.any(still_from, still_to);
}

fn opens(stage: &Stage, graph: &Graph, order: &[usize], (most, least): (&[Extreme], &[Extreme])) -> Vec<Open> {
    let sum = |all: &[Extreme], node: usize| all[node].map(|(sum, _): (Points, _)| sum.in_thousandths());
    let mut fails = vec![false; graph.states.len()];
    for &node in order {
        let here = &graph.states[node];
        let ends = here.moves.is_empty();
        let fit = !here.state.red_line() && stage.ends(&here.state).is_some_and(|e| e.outcome != Outcome::Failed);
        fails[node] = (ends && !fit) || here.moves.iter().any(|(_, to)| fails[*to]);
    }
    (0..graph.states.len()).map(|n| Open { most: sum(most, n), least: sum(least, n), fails: fails[n] }).collect()
}
