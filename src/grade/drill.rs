//! One decision of a talk, judged by itself: the points of what was chosen, of the most that anything offered there gives. What a reply
//! costs or gains later on is the whole talk's business.

use crate::attempt::plan::Activity;
use crate::attempt::state::Play;
use crate::attempt::written;
use crate::base::points::{Exact, Points};
use crate::model::scenario::step::{Deed, Stage};

/// A decision, judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// 1: nothing there gives more; 0: nothing earned, silence, or a red line.
    pub share: Exact,
    /// The most that there is to earn, at least 0.
    pub best: Points,
}

/// Judges the `n`th move of a talk.
pub fn judged(activity: &Activity, stage: &Stage, play: &Play, n: usize) -> Judged {
    let (before, made) = &play.path[n];
    let most = stage.offered(before).map(|it| stage.points(it)).max().unwrap_or_default();
    let points = stage.points(*made);
    let share = match stage.deed(*made) {
        _ if stage.crosses_red_line(*made) => Exact::ZERO,
        Deed::Silence => Exact::ZERO,
        Deed::Written(_) if written::judged(activity, stage, play, n).is_some_and(|it| !it.red_lines().is_empty()) => Exact::ZERO,
        _ if points >= most => Exact::ONE,
        _ => points.exact().of(most.exact()).floored(),
    };
    Judged { share, best: most.max(Points::ZERO) }
}
