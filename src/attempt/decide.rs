//! Whether a reply may happen, and what is recorded if it does. The only judge; `state` merely folds.

use super::event::{Beside, Body, Given};
use super::plan::{Activity, Step};
use super::state::State;
use crate::base::id::ReplyId;
use crate::model::form::Reply;
use crate::model::question::Misfit;

/// Why a reply may not happen; the person is asked again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The attempt is over.
    Closed,
    /// The reply does not fit what was asked.
    Misfit(Misfit),
}

/// What is to be recorded: the body, and typed words that lie beside it.
pub type Decided = (Body, Option<Beside>);

/// Judges a reply. `salt` draws 16 random bytes in hex, called only where words were typed.
///
/// # Errors
/// `Refusal` where it may not happen.
pub fn decide(activity: &Activity, state: &State, reply: &Reply, salt: &mut dyn FnMut() -> String) -> Result<Decided, Refusal> {
    let (at, _) = state.here().filter(|_| state.closed.is_none()).ok_or(Refusal::Closed)?;
    match activity.step(at) {
        Step::Read { lesson, .. } => match reply {
            Reply::Next => Ok((Body::Read { lesson: lesson.clone() }, None)),
            _ => Err(Refusal::Misfit(Misfit::NotOffered)),
        },
        Step::Ask { question, content, .. } => {
            let response = activity.question(content).read(reply).map_err(Refusal::Misfit)?;
            let (response, beside) = Given::of(response, salt);
            Ok((Body::Answered { question: question.clone(), visit: state.visits(at), response }, beside))
        }
        Step::Play { scenario, content, .. } => {
            let stage = activity.stage(content);
            let play = state.play().ok_or(Refusal::Closed)?;
            let turn = stage.turn(&play.state).id.clone();
            match reply {
                Reply::Picked(key) if stage.offered(&play.state).any(|n| stage.reply(n).1.id.as_str() == key.as_str()) => {
                    Ok((Body::Chose { scenario: scenario.clone(), turn, reply: ReplyId::from(key.as_str()) }, None))
                }
                _ => Err(Refusal::Misfit(Misfit::NotOffered)),
            }
        }
    }
}
