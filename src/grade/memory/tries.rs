//! What an attempt tells of a person's memory: the first answer to each question, the choice at each turn of a talk.
//!
//! In an exam the last answer is the answer. A turn is right where nothing offered there gives more points; one where nothing was to be
//! chosen tells nothing. Whether an attempt tells anything at all (an exam whose items are never told does not) the caller knows.

use std::collections::HashMap;

use super::order::Sitting;

use crate::attempt::event::{Body, Recorded};
use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::{At, Play, State, Try};
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Lang, QuestionRef, ScenarioId, TurnId};
use crate::base::moment::Moment;
use crate::base::points::Exact;
use crate::grade::drill::judged;
use crate::model::library::Library;
use crate::model::scenario::step::{self, Deed};
use crate::model::version::Version;

/// A thing that is remembered or forgotten.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A question.
    Question(QuestionRef),
    /// A turn of a talk.
    Turn(ScenarioId, TurnId),
}

/// How a try went; by the numbers of FSRS, which has a fourth (easy) that nobody can tell from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// Wrong, or "I don't know".
    Again,
    /// Partly right.
    Hard,
    /// Right.
    Good,
}

/// Where in the record something was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// In which attempt.
    pub attempt: AttemptId,
    /// At which step.
    pub at: At,
    /// After so many replies of the talk; 0 for a question.
    pub after: usize,
}

/// One try.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// At what.
    pub thing: Thing,
    /// As it was then.
    pub version: Version,
    /// In which language.
    pub lang: Lang,
    /// When, by the clock of that machine.
    pub at: Moment,
    /// How it went.
    pub rating: Rating,
    /// Where.
    pub place: Place,
}

/// The versions of what was met, each worked out once.
#[derive(Default)]
pub struct Cards(HashMap<(Digest, Option<TurnId>, Lang), Version>);

impl Rating {
    /// As FSRS counts.
    pub const fn number(self) -> u32 {
        match self {
            Self::Again => 1,
            Self::Hard => 2,
            Self::Good => 3,
        }
    }

    /// By the share of the points that it earned.
    pub fn of(share: Exact) -> Self {
        match share {
            share if share >= Exact::ONE => Self::Good,
            share if share > Exact::ZERO => Self::Hard,
            _ => Self::Again,
        }
    }
}

impl Thing {
    /// The bank or scenario that it is in, as `kind:id`.
    pub fn container(&self) -> String {
        match self {
            Self::Question(id) => format!("bank:{}", id.as_str().split('/').next().unwrap_or_default()),
            Self::Turn(scenario, _) => format!("scenario:{scenario}"),
        }
    }

    /// As it is in a library; `None` where it is there no longer, or not for practice.
    pub fn version(&self, library: &Library, lang: &Lang) -> Option<Version> {
        match self {
            Self::Question(id) => {
                let (bank, _) = id.as_str().split_once('/')?;
                library.banks.get(&bank.into()).filter(|bank| bank.use_.is_for_practice())?;
                library.question(id).map(|question| question.version(lang))
            }
            Self::Turn(scenario, turn) => {
                let scenario = library.scenarios.get(scenario).filter(|talk| talk.use_.is_for_practice())?;
                scenario.turn(turn).map(|turn| turn.version(lang))
            }
        }
    }
}

impl std::fmt::Display for Thing {
    /// `bank/question`, `scenario/turn`: banks and scenarios share one space.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Question(id) => write!(f, "{id}"),
            Self::Turn(scenario, turn) => write!(f, "{scenario}/{turn}"),
        }
    }
}

impl Cards {
    fn question(&mut self, activity: &Activity, content: Digest) -> Version {
        let lang = &activity.plan.language;
        let version = || activity.question(&content).version(lang);
        *self.0.entry((content, None, lang.clone())).or_insert_with(version)
    }

    fn turn(&mut self, activity: &Activity, content: Digest, before: &step::State) -> Version {
        let lang = &activity.plan.language;
        let turn = activity.stage(&content).turn(before);
        *self.0.entry((content, Some(turn.id.clone()), lang.clone())).or_insert_with(|| turn.version(lang))
    }
}

/// What was tried in an attempt, sitting by sitting: each begins where the attempt was gone on with.
pub fn sittings(activity: &Activity, state: &State, events: &[Recorded], cards: &mut Cards) -> Vec<Sitting> {
    let mut out: Vec<Sitting> = Vec::new();
    let mut answers = state.answers.iter();
    let mut choices = choices(activity, state);
    for Recorded { event, .. } in events {
        match &event.body {
            Body::Started { .. } | Body::Resumed { .. } => out.push(Sitting { began: event.at, tried: Vec::new() }),
            Body::Answered { question, .. } => {
                let Some(answer) = answers.next() else { break };
                let counts = match activity.has_sheet(answer.at.part) {
                    true => state.last_answer(answer.at) == Some(answer),
                    false => answer.visit == 0 && answer.tried != Try::Back,
                };
                if let (Step::Ask { content, .. }, true, Some(sitting)) = (activity.step(answer.at), counts, out.last_mut()) {
                    sitting.tried.push(Tried {
                        thing: Thing::Question(question.clone()),
                        version: cards.question(activity, *content),
                        lang: activity.plan.language.clone(),
                        at: event.at,
                        rating: Rating::of(answer.share),
                        place: Place { attempt: activity.plan.attempt.clone(), at: answer.at, after: 0 },
                    });
                }
            }
            // Whatever was done at a turn is one move of its talk.
            Body::Chose { scenario, turn, .. } | Body::Wrote { scenario, turn, .. } => {
                let Some((play, after)) = choices.next() else { break };
                let (Step::Play { content, .. } | Step::Drill { content, .. }) = activity.step(play.at) else { continue };
                let (stage, made) = (activity.stage(content), &play.path[after]);
                // Where nothing else could be done, nothing is told.
                if stage.offered(&made.0).filter(|it| stage.deed(*it) != Deed::Silence).nth(1).is_some()
                    && let Some(sitting) = out.last_mut()
                {
                    sitting.tried.push(Tried {
                        thing: Thing::Turn(scenario.clone(), turn.clone()),
                        version: cards.turn(activity, *content, &made.0),
                        lang: activity.plan.language.clone(),
                        at: event.at,
                        rating: Rating::of(judged(activity, stage, play, after).share),
                        place: Place { attempt: activity.plan.attempt.clone(), at: play.at, after },
                    });
                }
            }
            _ => {}
        }
    }
    out
}

/// The choices of an attempt in the order made, each with how many replies came before it in its talk.
fn choices<'a>(activity: &'a Activity, state: &'a State) -> impl Iterator<Item = (&'a Play, usize)> {
    state.plays.iter().flat_map(|play| (activity.way(play.at).len()..play.path.len()).map(move |after| (play, after)))
}
