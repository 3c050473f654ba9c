//! A station as one examiner saw it, and what two of them come to.

use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::{At, State};
use crate::base::points::{Exact, Points};
use crate::model::grade::StationGrade;
use crate::model::licence::{Rules, percent};

/// The grade of an observation; a step without a mark counts 0. `None` where the plan observes nothing.
pub fn grade(activity: &Activity, state: &State) -> Option<StationGrade> {
    let mut marks = Vec::new();
    let (mut missed, mut overall, mut station) = (Vec::new(), None, None);
    for (part, steps) in activity.plan.parts.iter().enumerate() {
        for (step, what) in steps.steps.iter().enumerate() {
            let mark = state.marks.get(&At { part, step }).copied();
            match what {
                Step::Rate { rated, content } => {
                    let here = activity.station(content);
                    station = Some(here);
                    if mark.unwrap_or(0) == 0 && here.find(rated).is_some_and(|r| r.critical) {
                        missed.push(rated.clone());
                    }
                    marks.push((rated.clone(), mark.unwrap_or(0)));
                }
                Step::Overall { .. } => overall = mark,
                _ => {}
            }
        }
    }
    let station = station?;
    let points = marks.iter().map(|(_, mark)| Points::whole(i64::from(*mark))).sum();
    Some(StationGrade { station: station.id.clone(), points, total: station.total(), marks, missed, overall })
}

/// What the observations of one station come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agreed {
    /// So many more examiners have to observe it.
    Missing(usize),
    /// The share settled on: one examiner's, or two's mean.
    On(Exact),
    /// Two are too far apart: a third decides.
    Apart,
}

/// Settles on a share. Two examiners who differ over a critical step are apart as well.
pub fn agreed(rules: &Rules, seen: &[&StationGrade]) -> Agreed {
    let needed = usize::from(rules.examiners.max(1));
    match seen {
        _ if seen.len() < needed => Agreed::Missing(needed - seen.len()),
        [] => Agreed::Missing(1),
        [one] => Agreed::On(one.share()),
        [first, second, ..] => {
            let (low, high) = (first.share().min(second.share()), first.share().max(second.share()));
            if high - low > percent(rules.differ) || first.missed.is_empty() != second.missed.is_empty() {
                Agreed::Apart
            } else {
                Agreed::On((low + high).of(Exact::new(2, 1)))
            }
        }
    }
}
