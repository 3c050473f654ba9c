//! What a learner is about to forget, worked out from the record alone: nothing scheduled is kept anywhere.
//!
//! `tries` reads each first answer to a question and each choice at a turn out of an attempt; `order` puts the attempts in the order in
//! which they happened, whatever the clocks said; here they become memories by FSRS (the `fsrs` crate, default parameters, retention
//! 0.9). Our own policy: wrong or "I don't know" is *again*, partly right *hard*, right *good*; only what was missed once is kept in
//! mind; what was missed and has another key or meaning since begins anew and comes back at once; days are whole spans of 24 hours.
//! What of it is asked today is `cli/review`'s.

pub mod order;
#[cfg(test)]
mod tests;
pub mod tries;

use std::collections::BTreeMap;

use fsrs::{FSRS, FSRSItem, FSRSReview};

pub use self::order::{Sat, Sitting, in_order};
pub use self::tries::{Cards, Place, Rating, Thing, Tried, sittings};
use crate::base::id::Lang;
use crate::base::moment::Moment;
use crate::model::library::Library;
use crate::model::version::{Change, Changed, Version};

/// How likely a thing is to be remembered when it comes back.
const RETENTION: f32 = 0.9;
/// The longest a thing stays away, in days.
const LONGEST: u32 = 36_500;
/// A day, in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// One look at a thing: how it went, and the whole days since the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// How it went.
    pub rating: Rating,
    /// Days since the look before; 0 for the first.
    pub days: u32,
}

/// How well a thing is remembered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// Days until it is remembered with a chance of 0.9.
    pub stability: f32,
    /// 1 easy … 10 hard.
    pub difficulty: f32,
    /// Days from the last look until the next: 1 to 36,500.
    pub interval: u32,
}

/// A thing that was missed at least once.
#[derive(Clone, Debug, PartialEq)]
pub struct Memory {
    /// Which.
    pub thing: Thing,
    /// How often it was looked at as it is now.
    pub looks: usize,
    /// How often it was not right then.
    pub missed: usize,
    /// When it was last looked at.
    pub last: Moment,
    /// When it comes back.
    pub due: Moment,
    /// How well it is remembered; `None` where it begins anew: it was missed, and is another thing now that nobody has looked at.
    pub strength: Option<Strength>,
    /// Where it was met last: for a turn, the talk as it went.
    pub place: Place,
}

/// What is remembered after some looks; `None` without any.
pub fn strength(looks: &[Look]) -> Option<Strength> {
    let reviews = looks.iter().map(|look| FSRSReview { rating: look.rating.number(), delta_t: look.days }).collect();
    if looks.is_empty() {
        return None;
    }
    let fsrs = FSRS::default();
    // A state that is no number comes of parameters that are none; ours are the crate's own.
    let state = fsrs.memory_state(FSRSItem { reviews }, None).ok()?;
    Some(Strength { stability: state.stability, difficulty: state.difficulty, interval: interval(state.stability, RETENTION) })
}

/// The whole days until a thing of such a stability is remembered with a chance of `retention`.
fn interval(stability: f32, retention: f32) -> u32 {
    // The rating is for what was never looked at: it plays no part here.
    let days = FSRS::default().next_interval(Some(stability), retention, Rating::Good.number()).round();
    (days as u32).clamp(1, LONGEST)
}

/// The whole days between two moments; a clock that was set back made none.
pub fn days_between(before: Moment, after: Moment) -> u32 {
    u32::try_from(after.0.saturating_sub(before.0).max(0) / DAY).unwrap_or(u32::MAX)
}

/// What a learner once missed and this library still has, the first due first; among equals in the order of the record.
///
/// `tried`: everything tried, in order. What was tried of a thing that has another key or meaning now plays no part but for one: that it
/// was missed brings the thing back as it is now.
pub fn memories(library: &Library, tried: &[Tried], now: Moment) -> Vec<Memory> {
    let moments = order::believed(&tried.iter().map(|it| it.at).collect::<Vec<_>>(), now);
    let mut cards: Vec<(&Thing, Vec<Met<'_>>)> = Vec::new();
    let mut known: BTreeMap<&Thing, usize> = BTreeMap::new();
    for (it, at) in tried.iter().zip(moments) {
        let n = *known.entry(&it.thing).or_insert_with(|| {
            cards.push((&it.thing, Vec::new()));
            cards.len() - 1
        });
        cards[n].1.push((it, at));
    }
    let mut out: Vec<Memory> = cards.into_iter().filter_map(|(thing, met)| memory(library, thing, met)).collect();
    out.sort_by_key(|memory| memory.due);
    out
}

/// What was tried, with the moment that is believed of it.
type Met<'a> = (&'a Tried, Moment);

fn memory(library: &Library, thing: &Thing, mut met: Vec<Met<'_>>) -> Option<Memory> {
    // Most things were right ever since: what version they are of need not be known.
    met.iter().any(|(it, _)| it.rating != Rating::Good).then_some(())?;
    let mut versions: BTreeMap<&Lang, Version> = BTreeMap::new();
    for (it, _) in &met {
        if !versions.contains_key(&it.lang) {
            versions.insert(&it.lang, thing.version(library, &it.lang)?);
        }
    }
    let changed = library.changed.get(&thing.container()).map_or(&[][..], Vec::as_slice);
    let holds = |(it, _): &Met<'_>| holds(it, versions[&it.lang], changed, &library.time_zone);
    // What was missed as it was, and not looked at since as it is.
    let gone = met.iter().rev().take_while(|it| !holds(it)).find(|(it, _)| it.rating != Rating::Good).cloned();
    let newest = met.last().cloned();
    met.retain(holds);
    match met.iter().filter(|(it, _)| it.rating != Rating::Good).count() {
        0 => gone.and(newest).map(|newest| anew(thing, newest)),
        missed => scheduled(thing, &met, missed),
    }
}

/// A thing that begins anew: due since it was last looked at.
fn anew(thing: &Thing, (newest, last): Met<'_>) -> Memory {
    Memory { thing: thing.clone(), looks: 0, missed: 0, last, due: last, strength: None, place: newest.place.clone() }
}

/// A thing by its looks, the last of them the newest.
fn scheduled(thing: &Thing, met: &[Met<'_>], missed: usize) -> Option<Memory> {
    let (newest, last) = *met.last()?;
    let days = |n: usize| n.checked_sub(1).map_or(0, |before| days_between(met[before].1, met[n].1));
    let looks: Vec<Look> = met.iter().enumerate().map(|(n, (it, _))| Look { rating: it.rating, days: days(n) }).collect();
    let strength = strength(&looks)?;
    Some(Memory {
        thing: thing.clone(),
        looks: looks.len(),
        missed,
        last,
        due: Moment(last.0.saturating_add(i64::from(strength.interval) * DAY)),
        strength: Some(strength),
        place: newest.place.clone(),
    })
}

/// Whether what was tried then still tells of the thing as it is now.
fn holds(tried: &Tried, now: Version, changed: &[Changed], zone: &str) -> bool {
    if tried.version.logic != now.logic {
        return false;
    }
    if tried.version.text == now.text {
        return true;
    }
    // The newest says what the new words are; where several are of one day, the last one written. Anything graver since that try,
    // though a slip was mended after it, was a new meaning all the same.
    let Some(newest) = changed.iter().max_by_key(|it| it.on).map(|it| it.kind) else { return false };
    let day = tried.at.day(zone);
    newest.is_slight() && !changed.iter().any(|it| !Change::is_slight(it.kind) && day.is_some_and(|day| it.on > day))
}
