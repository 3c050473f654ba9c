//! The places of an attempt that people talk about: each question answered, each decision of a talk; and what was said about them.

use std::collections::BTreeMap;

use super::debrief::{feedback_to, said_before};
use super::feedback::verdict;
use crate::attempt::plan::{Activity, Step};
use crate::attempt::prompt::own_words;
use crate::attempt::saying::Spot;
use crate::attempt::state::{At, Play, State};
use crate::model::page::{Block, Item, Speaker};
use crate::model::question::Response;
use crate::model::scenario::step::Stage;

/// A place, with what was asked or said there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// It.
    pub spot: Spot,
    /// The question, or what the customer said.
    pub asked: String,
    /// What was replied in a talk.
    pub replied: Option<String>,
}

/// What was said about an attempt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// About the whole.
    pub whole: Vec<Item>,
    /// About a place.
    pub at: BTreeMap<Spot, Vec<Item>>,
}

/// The places come to, in the order of the plan.
pub fn spots(activity: &Activity, state: &State) -> Vec<Placed> {
    let lang = &activity.plan.language;
    let mut out = Vec::new();
    for (at, step) in steps(activity) {
        match step {
            Step::Ask { question, content, .. } if state.answers.iter().any(|answer| answer.at == at) => {
                let spot = Spot { item: question.to_string(), step: 0 };
                out.push(Placed { spot, asked: activity.question(content).ask.get(lang).to_owned(), replied: None });
            }
            Step::Play { .. } | Step::Drill { .. } => {
                let plays = state.plays.iter().filter(|play| play.at == at);
                let of = |play| decisions(activity, play).map(move |(n, spot, stage)| (play, n, spot, stage));
                out.extend(plays.flat_map(of).map(|(play, n, spot, stage)| Placed {
                    spot,
                    asked: said_before(activity, stage, play, n),
                    replied: match own_words(activity, stage, play, n) {
                        Block::Speech { text, .. } => Some(text),
                        _ => None,
                    },
                }));
            }
            _ => {}
        }
    }
    out
}

/// What stands at a place: what was asked, what was replied, what became of it.
pub fn told(activity: &Activity, state: &State, spot: &Spot) -> Vec<Block> {
    let lang = &activity.plan.language;
    for (at, step) in steps(activity) {
        match step {
            Step::Ask { question, content, .. } if question.as_str() == spot.item && spot.step == 0 => {
                let question = activity.question(content);
                let mut out = vec![Block::Text(question.ask.get(lang).to_owned())];
                if let Some(answer) = state.answers.iter().rev().find(|answer| answer.at == at) {
                    // What erased words earned stands in the grade; from here it cannot be worked out.
                    let known = answer.response != Response::Words(None);
                    out.extend(known.then(|| verdict(question, answer)));
                    out.push(Block::Explained(question.explain(&answer.response, lang)));
                }
                out.push(Block::Why(question.why.get(lang).to_owned()));
                return out;
            }
            Step::Play { .. } | Step::Drill { .. } => {
                for play in state.plays.iter().filter(|play| play.at == at) {
                    let Some((n, _, stage)) = decisions(activity, play).find(|(_, it, _)| it == spot) else { continue };
                    let customer = Speaker::Customer(stage.scenario().customer.name.get(lang).to_owned());
                    let said = Block::Speech { who: customer, text: said_before(activity, stage, play, n) };
                    let replied = own_words(activity, stage, play, n);
                    return vec![said, replied, Block::Feedback(feedback_to(activity, stage, play, n))];
                }
            }
            _ => {}
        }
    }
    Vec::new()
}

fn steps(activity: &Activity) -> impl Iterator<Item = (At, &Step)> {
    let parts = activity.plan.parts.iter().enumerate();
    parts.flat_map(|(part, it)| it.steps.iter().enumerate().map(move |(step, what)| (At { part, step }, what)))
}

/// The decisions made in a play: each by its number from 0, its place and its stage.
fn decisions<'a>(activity: &'a Activity, play: &'a Play) -> impl Iterator<Item = (usize, Spot, &'a Stage)> {
    let (stage, scenario) = match activity.step(play.at) {
        Step::Play { content, scenario, .. } | Step::Drill { content, scenario, .. } => (activity.stage(content), scenario),
        _ => unreachable!("`attempt::state` begins plays at play steps only"),
    };
    play.path.iter().enumerate().skip(activity.way(play.at).len()).map(move |(n, (before, _))| {
        let step = u32::try_from(n + 1).expect("a talk has far fewer than four thousand million decisions");
        (n, Spot { item: format!("{scenario}/{}", stage.turn(before).id), step }, stage)
    })
}

impl Notes {
    /// A talk told back, with what was said about its decisions beside them.
    pub(super) fn beside(&self, step: &Step, mut block: Block) -> Block {
        if let (Step::Play { scenario, .. }, Block::Debrief(debrief)) = (step, &mut block) {
            let own = self.at.iter().filter(|(spot, _)| spot.item.split('/').next() == Some(scenario.as_str()));
            for (spot, notes) in own {
                let decision = (spot.step as usize).checked_sub(1).and_then(|n| debrief.path.get_mut(n));
                decision.into_iter().for_each(|decision| decision.notes.extend(notes.iter().cloned()));
            }
        }
        block
    }

    /// What was said about a question.
    pub(super) fn under(&self, step: &Step) -> Option<Block> {
        let Step::Ask { question, .. } = step else { return None };
        let spot = Spot { item: question.to_string(), step: 0 };
        self.at.get(&spot).map(|notes| Block::Items(notes.clone()))
    }
}
