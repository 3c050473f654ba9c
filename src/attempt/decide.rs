//! Whether a reply may happen, and what is recorded if it does. The only judge; `state` merely folds.
//!
//! Reads neither clock nor store: the moment and the reply are handed in, an event or a reason against it comes out. Making it durable
//! is the business of `cli/session`.

use super::clock;
use super::event::{Beside, Body, Given, Place};
use super::plan::{Activity, Step};
use super::state::{At, Cursor, State};
use super::written;
use crate::base::id::ReplyId;
use crate::base::moment::Moment;
use crate::model::form::Reply;
use crate::model::question::{Misfit, Response};
use crate::model::scenario::Way;
use crate::model::span::Span;
use crate::model::station::Rated;
use crate::model::writing;

/// Why a reply may not happen; the person is asked again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The attempt is over.
    Closed,
    /// The reply does not fit what was asked.
    Misfit(Misfit),
}

/// The keys of a sheet's menu. An item's key is its number, from 1.
pub(super) const FLAG: &str = "flag";
pub(super) const NEXT_OPEN: &str = "next-open";
pub(super) const NOTE: &str = "note";
pub(super) const HAND_IN: &str = "hand-in";
pub(super) const BACK: &str = "back";
/// The key that agrees to a text.
pub(super) const AGREE: &str = "agree";
/// The most characters of an examiner's note.
pub const NOTE_MOST: usize = 300;

/// What is to be recorded: the body, and typed words that lie beside it.
pub type Decided = (Body, Option<Beside>);

/// Judges a reply that was given so long after it was asked, which matters only where a turn's clock runs. `salt` draws 16 random bytes
/// in hex, called only where words were typed.
///
/// # Errors
/// `Refusal` where it may not happen.
pub fn decide(
    activity: &Activity,
    state: &State,
    (reply, used): (&Reply, Span),
    salt: &mut dyn FnMut() -> String,
) -> Result<Decided, Refusal> {
    if state.closed.is_some() {
        return Err(Refusal::Closed);
    }
    if let Some(silence) = clock::silence(activity, state, used) {
        return Ok((silence, None));
    }
    let (mut body, beside) = judged(activity, state, reply, salt)?;
    if let Body::Chose { used: took, .. } | Body::Wrote { used: took, .. } = &mut body {
        *took = clock::now(activity, state).map(|_| used);
    }
    Ok((body, beside))
}

fn judged(activity: &Activity, state: &State, reply: &Reply, salt: &mut dyn FnMut() -> String) -> Result<Decided, Refusal> {
    match state.cursor {
        Cursor::Done => Err(Refusal::Closed),
        Cursor::At(at) | Cursor::Back(at) => at_step(activity, state, at, reply, salt),
        Cursor::Gate(part) => match reply {
            Reply::Next => Ok((Body::Began { part: number(part) }, None)),
            _ => Err(not_offered()),
        },
        Cursor::Sheet(at) | Cursor::HandIn(at) => picked(activity, state, at, reply).map(|body| (body, None)),
        Cursor::Note(at) => note(activity, at, reply, salt),
    }
}

/// What happens by the clock alone: time is up for the part, or for the whole exam.
pub fn overdue(activity: &Activity, state: &State, now: Moment) -> Option<Body> {
    let deadline = state.deadline(activity).filter(|deadline| now >= *deadline && state.cursor != Cursor::Done)?;
    let whole = activity.plan.stretched(activity.scheme()?.result.within).after(*state.began.get(&0)?);
    match state.part() {
        Some(part) if deadline < whole => Some(Body::TimeUp { part: number(part) }),
        _ => Some(Body::Expired),
    }
}

fn at_step(
    activity: &Activity,
    state: &State,
    at: At,
    reply: &Reply,
    salt: &mut dyn FnMut() -> String,
) -> Result<Decided, Refusal> {
    if *reply == Reply::Blank && activity.has_sheet(at.part) {
        return Ok((Body::Turned { to: Place::Sheet }, None));
    }
    match activity.step(at) {
        Step::Read { lesson, .. } => match reply {
            Reply::Next => Ok((Body::Read { lesson: lesson.clone() }, None)),
            _ => Err(not_offered()),
        },
        Step::Agree { agreement, .. } => match reply {
            Reply::Picked(key) if key.as_str() == AGREE => Ok((Body::Agreed { agreement: agreement.clone() }, None)),
            _ => Err(not_offered()),
        },
        Step::Ask { question, content, .. } => {
            let response = activity.question(content).read(reply).map_err(Refusal::Misfit)?;
            let (response, beside) = Given::of(response, salt);
            Ok((Body::Answered { question: question.clone(), visit: state.visits(at), response }, beside))
        }
        Step::Play { scenario, content, .. } | Step::Drill { scenario, content, .. } => {
            let stage = activity.stage(content);
            let play = state.play().ok_or(Refusal::Closed)?;
            let turn = stage.turn(&play.state).id.clone();
            if let Way::Write(write) = &stage.turn(&play.state).way {
                let Reply::Typed(text) = reply else { return Err(not_offered()) };
                let text = writing::read(text).map_err(Refusal::Misfit)?;
                let points = written::judge(activity, stage, play, write, &text).points;
                let (text, beside) = Given::of(Response::Words(Some(text)), salt);
                return Ok((Body::Wrote { scenario: scenario.clone(), turn, text, points, used: None }, beside));
            }
            match reply {
                Reply::Picked(key) if stage.choice(&play.state, key.as_str()).is_some() => {
                    Ok((Body::Chose { scenario: scenario.clone(), turn, reply: ReplyId::from(key.as_str()), used: None }, None))
                }
                _ => Err(not_offered()),
            }
        }
        Step::Rate { rated, content } => {
            let most = activity.station(content).find(rated).map_or(0, Rated::most);
            let mark = mark(reply, 0..=most)?;
            Ok((Body::Rated { rated: rated.clone(), visit: u32::from(state.marks.contains_key(&at)), mark }, None))
        }
        Step::Overall { .. } => Ok((Body::Overall { mark: mark(reply, 1..=5)? }, None)),
    }
}

/// A pick at the answer sheet, or at the question whether to hand in.
fn picked(activity: &Activity, state: &State, at: At, reply: &Reply) -> Result<Body, Refusal> {
    let Reply::Picked(key) = reply else { return Err(not_offered()) };
    match (state.cursor, key.as_str()) {
        (Cursor::HandIn(_), BACK) => Ok(Body::Turned { to: Place::Sheet }),
        (Cursor::HandIn(_), HAND_IN) => Ok(Body::HandedIn { part: number(at.part) }),
        (Cursor::HandIn(_), _) => Err(not_offered()),
        (_, HAND_IN) => Ok(Body::Turned { to: Place::HandIn }),
        (_, FLAG) => Ok(Body::Flagged { step: number(at.step), on: !state.flagged.contains(&at) }),
        (_, NOTE) if matches!(activity.step(at), Step::Rate { .. }) => Ok(Body::Turned { to: Place::Note(number(at.step)) }),
        (_, NEXT_OPEN) => {
            let open = state.next_open(activity, at).ok_or_else(not_offered)?;
            Ok(Body::Turned { to: Place::Item(number(open.step)) })
        }
        (_, item) => {
            let step = item
                .parse::<usize>()
                .ok()
                .and_then(|n| n.checked_sub(1))
                .filter(|n| *n < activity.plan.parts[at.part].steps.len());
            step.map(|step| Body::Turned { to: Place::Item(number(step)) }).ok_or_else(not_offered)
        }
    }
}

fn note(activity: &Activity, at: At, reply: &Reply, salt: &mut dyn FnMut() -> String) -> Result<Decided, Refusal> {
    let Step::Rate { rated, .. } = activity.step(at) else { return Err(Refusal::Closed) };
    match reply {
        Reply::Blank => Ok((Body::Turned { to: Place::Item(number(at.step)) }, None)),
        Reply::Typed(words) if words.chars().count() > NOTE_MOST => Err(Refusal::Misfit(Misfit::TooLong(NOTE_MOST))),
        Reply::Typed(words) if words.trim().is_empty() => Err(Refusal::Misfit(Misfit::Empty)),
        Reply::Typed(words) => {
            let (note, beside) = Given::of(Response::Words(Some(words.trim().to_owned())), salt);
            Ok((Body::Noted { rated: rated.clone(), note }, beside))
        }
        _ => Err(not_offered()),
    }
}

fn mark(reply: &Reply, range: std::ops::RangeInclusive<u8>) -> Result<u8, Refusal> {
    let Reply::Picked(key) = reply else { return Err(not_offered()) };
    key.as_str().parse().ok().filter(|mark| range.contains(mark)).ok_or_else(not_offered)
}

const fn not_offered() -> Refusal {
    Refusal::Misfit(Misfit::NotOffered)
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
