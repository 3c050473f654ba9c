//! A drill: one decision of a talk, asked again. Its talk begins where the way leads and is over after that one reply.
//!
//! The way is the talk as it went when the decision was met; whoever plans a drill has walked it. A drill's `Play` has the way on its
//! path from the start, so that everything else sees a talk like any other.

use serde::{Deserialize, Serialize};

use super::plan::{Activity, Step};
use super::state::{At, Play, State};
use crate::base::dice::Seed;
use crate::base::id::{ReplyId, TurnId};
use crate::model::scenario::Way;
use crate::model::scenario::step::{self, Stage};

/// A move of a talk that was made before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// At which turn.
    pub turn: TurnId,
    /// Which: a reply's id, or how the stage tells of a written reply or of silence.
    pub reply: ReplyId,
}

/// The state that a way leads to, with the moves made; `None` where it cannot be walked here.
pub fn walk(stage: &Stage, way: &[Made]) -> Option<(step::State, Vec<(step::State, usize)>)> {
    let (mut state, mut path) = (stage.begin(), Vec::with_capacity(way.len()));
    for made in way {
        (stage.turn(&state).id == made.turn).then_some(())?;
        let number = stage.offered(&state).find(|n| stage.reply(*n).1.id == made.reply)?;
        path.push((state.clone(), number));
        stage.step(&mut state, number);
    }
    Some((state, path))
}

/// Whether there is something to be decided at a state: a choice, or a reply to be written.
pub fn asks(stage: &Stage, state: &step::State) -> bool {
    stage.choices(state).nth(1).is_some() || matches!(stage.turn(state).way, Way::Write(_))
}

impl Activity {
    /// The moves made before a talk's first reply in this attempt: none, but for a drill.
    pub fn way(&self, at: At) -> &[Made] {
        match self.step(at) {
            Step::Drill { way, .. } => way,
            _ => &[],
        }
    }

    /// Whether a step is a drill of the talk that the step before it drilled.
    pub(super) fn drills_on(&self, at: At) -> bool {
        let drilled = |at: At| match self.step(at) {
            Step::Drill { content, .. } => Some(content),
            _ => None,
        };
        let before = at.step.checked_sub(1).and_then(|step| drilled(At { step, ..at }));
        before.is_some() && before == drilled(at)
    }

    /// What deals the customer's words of a talk: those of a drill are as they were when its way was gone.
    pub(super) fn deals(&self, at: At) -> &Seed {
        match self.step(at) {
            Step::Drill { seed, .. } => seed,
            _ => &self.plan.seed,
        }
    }

    /// A talk as it stands before the first reply in this attempt; `None` at a step without one.
    pub(super) fn begin(&self, at: At) -> Option<Play> {
        let (Step::Play { content, .. } | Step::Drill { content, .. }) = self.step(at) else { return None };
        let stage = self.stage(content);
        let (state, path) = walk(stage, self.way(at)).expect("`Activity::new` has walked every way of the plan");
        Some(Play { state, path, ..Play::begun(at, stage) })
    }

    /// The moves of a talk that were made in this attempt.
    pub fn made<'a>(&self, play: &'a Play) -> &'a [(step::State, usize)] {
        play.path.get(self.way(play.at).len()..).unwrap_or_default()
    }
}

impl State {
    /// The talk in which the newest reply was given.
    pub fn newest_talk(&self, activity: &Activity) -> Option<&Play> {
        self.plays.iter().rev().find(|play| !activity.made(play).is_empty())
    }
}
