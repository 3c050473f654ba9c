//! A role-play: points over the replies chosen and the ending, of the best attainable from the start. A red line makes it zero; an
//! ending that its author calls "failed" is never passed, whatever was earned on the way.

use std::collections::BTreeMap;

use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::Play;
use crate::base::id::SkillId;
use crate::base::points::{Exact, Points};
use crate::model::grade::{PlayGrade, Timeliness};
use crate::model::scenario::Outcome;
use crate::model::scenario::step::Stage;

/// The grade of one role-play. One that has not ended counts as lost, with the points so far.
pub fn grade(activity: &Activity, play: &Play) -> PlayGrade {
    let Step::Play { scenario, content, best } = activity.step(play.at) else {
        unreachable!("`attempt::state` begins plays at play steps only")
    };
    let stage = activity.stage(content);
    let pass = stage.scenario().pass;
    let ending = stage.ends(&play.state);
    let red_line = play.state.red_line();
    let sum: Points = play.path.iter().map(|(_, reply)| stage.points(*reply)).sum();
    let sum = sum + ending.map_or(Points::ZERO, |e| e.score.values().copied().sum());
    let points = if red_line { Points::ZERO } else { sum };
    let share = points.exact().of(best.exact()).floored();
    let enough = share >= Exact::new(i128::from(pass), 100);
    PlayGrade {
        scenario: scenario.clone(),
        points,
        best: *best,
        share,
        pass,
        passed: enough && !red_line && ending.is_some_and(|e| e.outcome != Outcome::Failed),
        red_line,
        ending: stage.turn(&play.state).id.clone(),
        outcome: ending.map_or(Outcome::Lost, |e| e.outcome),
        skills: skills(stage, play),
        timeliness: timeliness(stage, play),
    }
}

/// What the standard gives for the times of this talk; none where nothing was timed.
fn timeliness(stage: &Stage, play: &Play) -> Option<Timeliness> {
    let timing = stage.scenario().timing.as_ref().filter(|_| !play.took.is_empty())?;
    let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
    Some(Timeliness {
        earned: play.took.values().map(|took| timing.points(took.band())).sum(),
        best: play.took.values().map(|_| timing.best()).sum(),
        timed: count(play.took.len()),
        late: count(play.took.values().filter(|took| took.band().is_none()).count()),
    })
}

/// Per skill: earned, and the best available at the decisions met.
fn skills(stage: &Stage, play: &Play) -> BTreeMap<SkillId, (Points, Points)> {
    let mut out: BTreeMap<SkillId, (Points, Points)> = BTreeMap::new();
    for (before, chosen) in &play.path {
        let mut best: BTreeMap<&SkillId, Points> = BTreeMap::new();
        for (skill, points) in stage.offered(before).flat_map(|n| &stage.reply(n).1.score) {
            let most = best.entry(skill).or_default();
            *most = (*most).max(*points);
        }
        for (skill, most) in best {
            let earned = stage.reply(*chosen).1.score.get(skill).copied().unwrap_or_default();
            let sum = out.entry(skill.clone()).or_default();
            *sum = (sum.0 + earned, sum.1 + most);
        }
    }
    out
}
