//! The clock of a turn: how long its bands are here, what a reply's time comes to, when silence is a reply.
//!
//! Bands are the standard's, longer by what is to be read first, and by what this learner is allowed. Time is handed in: `cli/timing`
//! measures it, from the `Asked` event on.

use super::event::Body;
use super::plan::{Activity, Step};
use super::prompt;
use super::state::{Play, State};
use crate::model::scenario::Way;
use crate::model::scenario::step::Stage;
use crate::model::span::Span;

/// What the clock of one turn allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnTime {
    /// The end of each band, counted from when all is shown, rising; at least one.
    pub limits: Vec<Span>,
    /// At the last limit the turn ends by itself; otherwise the reply is still taken.
    pub ends: bool,
}

/// How long a reply took, and what it had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Took {
    /// From when it was asked.
    pub used: Span,
    /// What the clock allowed.
    pub time: TurnTime,
}

impl TurnTime {
    /// The band that so much time is in, from 0; `None`: later than all of them.
    pub fn band(&self, used: Span) -> Option<usize> {
        self.limits.iter().position(|limit| used <= *limit)
    }

    /// The end of the last band.
    pub fn limit(&self) -> Span {
        self.limits.last().copied().unwrap_or_default()
    }
}

impl Took {
    /// The band it was in, from 0; `None`: later than all of them, or nothing was said at all.
    pub fn band(&self) -> Option<usize> {
        let over = self.time.ends && self.used >= self.time.limit();
        self.time.band(self.used).filter(|_| !over)
    }
}

/// The clock of the turn a role-play stands at; `None` where none runs, nor in a drill.
pub fn turn_time(activity: &Activity, stage: &Stage, play: &Play) -> Option<TurnTime> {
    // One decision drilled alone is no talk: it takes the time it takes.
    matches!(activity.step(play.at), Step::Play { .. }).then_some(())?;
    let turn = stage.turn(&play.state);
    let timing = stage.scenario().timing.as_ref().filter(|_| turn.clock && activity.plan.times_replies())?;
    if !matches!(turn.way, Way::Replies(_) | Way::Write(_)) {
        return None;
    }
    let read = timing.reading(&activity.plan.language, prompt::to_read(activity, stage, play));
    let limit = |within: Span| activity.plan.stretched(Span(within.0.saturating_add(read.0)));
    Some(TurnTime { limits: timing.bands.iter().map(|band| limit(band.within)).collect(), ends: turn.timeout.is_some() })
}

/// The clock of what is asked now, with the role-play it is in.
pub fn now<'a>(activity: &Activity, state: &'a State) -> Option<(&'a Play, TurnTime)> {
    let play = state.play()?;
    let Step::Play { content, .. } = activity.step(play.at) else { return None };
    turn_time(activity, activity.stage(content), play).map(|time| (play, time))
}

/// Whether the clock runs anywhere in a talk.
pub fn runs_in(activity: &Activity, play: &Play) -> bool {
    let Step::Play { content, .. } = activity.step(play.at) else { return false };
    let scenario = activity.stage(content).scenario();
    scenario.timing.is_some() && scenario.is_timed() && activity.plan.times_replies()
}

/// What is to be recorded before the turn is shown, where its clock has not begun.
pub fn begins(activity: &Activity, state: &State) -> Option<Body> {
    let (play, _) = now(activity, state).filter(|(play, _)| play.asked.is_none())?;
    let Step::Play { scenario, content, .. } = activity.step(play.at) else { return None };
    Some(Body::Asked { scenario: scenario.clone(), turn: activity.stage(content).turn(&play.state).id.clone() })
}

/// Whether so much time is all that the turn has: nothing said until then is silence.
pub fn is_over(activity: &Activity, state: &State, used: Span) -> bool {
    now(activity, state).is_some_and(|(_, time)| time.ends && used >= time.limit())
}

/// The turn ends by itself: what is to be recorded then.
pub fn silence(activity: &Activity, state: &State, used: Span) -> Option<Body> {
    let (play, _) = now(activity, state).filter(|_| is_over(activity, state, used))?;
    let Step::Play { scenario, content, .. } = activity.step(play.at) else { return None };
    Some(Body::Silent { scenario: scenario.clone(), turn: activity.stage(content).turn(&play.state).id.clone(), used })
}
