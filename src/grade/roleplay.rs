//! A role-play: points over the replies chosen and the ending, of the best attainable from the start. A red line makes it zero; an
//! ending that its author calls "failed" is never passed, whatever was earned on the way.

use std::collections::BTreeMap;

use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::Play;
use crate::attempt::written::judged;
use crate::base::id::{RuleId, SkillId};
use crate::base::points::{Exact, Points};
use crate::model::grade::{PlayGrade, Timeliness};
use crate::model::scenario::step::Stage;
use crate::model::scenario::{Ending, Outcome, Way};

/// The grade of one role-play. One that has not ended counts as lost, with the points so far.
pub fn grade(activity: &Activity, play: &Play) -> PlayGrade {
    let Step::Play { scenario, content, best } = activity.step(play.at) else {
        unreachable!("`attempt::state` begins plays at play steps only")
    };
    let stage = activity.stage(content);
    let pass = stage.scenario().pass;
    let ending = stage.ends(&play.state);
    // In an exam what a machine takes for a red line waits for a person (`grade/written`); where one learns it is told at once.
    let suspected = activity.scheme().is_none() && !written_red_lines(activity, stage, play).is_empty();
    let red_line = play.state.red_line() || suspected;
    let sum: Points = play.path.iter().map(|(_, reply)| stage.points(*reply)).sum();
    let sum = sum + ending.map_or(Points::ZERO, Ending::points);
    let points = if red_line { Points::ZERO } else { sum };
    let share = share_of(points, *best);
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
        skills: skills(activity, stage, play),
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

/// Points ÷ best, never below 0.
pub fn share_of(points: Points, best: Points) -> Exact {
    points.exact().of(best.exact()).floored()
}

/// The red lines that a machine found in what was written.
pub fn written_red_lines(activity: &Activity, stage: &Stage, play: &Play) -> Vec<RuleId> {
    play.written.keys().filter_map(|n| judged(activity, stage, play, *n)).flat_map(|judged| judged.red_lines()).collect()
}

/// Per skill: earned, and the best available at the decisions met.
fn skills(activity: &Activity, stage: &Stage, play: &Play) -> BTreeMap<SkillId, (Points, Points)> {
    let mut out: BTreeMap<SkillId, (Points, Points)> = BTreeMap::new();
    for (n, (before, chosen)) in play.path.iter().enumerate() {
        let mut best: BTreeMap<&SkillId, Points> = BTreeMap::new();
        for (skill, points) in stage.offered(before).flat_map(|n| &stage.reply(n).1.score) {
            let most = best.entry(skill).or_default();
            *most = (*most).max(*points);
        }
        let earned = match &stage.turn(before).way {
            Way::Write(write) => {
                judged(activity, stage, play, n).map(|judged| write.writing.by_skill(&judged)).unwrap_or_default()
            }
            _ => stage.reply(*chosen).1.score.clone(),
        };
        for (skill, most) in best {
            let earned = earned.get(skill).copied().unwrap_or_default();
            let sum = out.entry(skill.clone()).or_default();
            *sum = (sum.0 + earned, sum.1 + most);
        }
    }
    out
}
