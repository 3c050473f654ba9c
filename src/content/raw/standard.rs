//! `[standard]`: within how long one is to reply on each channel, and what that is worth. And the keys of a turn that its clock needs.
//!
//! Which standard a scenario goes by is settled when the library is put together; that there is one is checked in `check/clock`.

use std::collections::BTreeMap;

use super::library::Head;
use super::reader::Reader;
use super::sheet::{At, Kind};
use crate::base::points::Points;
use crate::content::codes;
use crate::content::shape::range;
use crate::model::scenario::{Timeout, Turn};
use crate::model::span::Span;
use crate::model::standard::{Band, Standard, Timing};
use crate::model::word::Channel;

/// A band as it is written; without a limit it is what is later than all others.
struct Read {
    channel: Channel,
    within: Option<At<Span>>,
    points: Points,
}

/// Reads a standard's file.
pub fn standard(root: &mut Reader<'_, '_>) -> Option<(Head, Standard)> {
    let main = root.main("standard", |r| {
        r.require(&["reading_cps"]);
        let head = Head::read(r, Kind::Standard, true);
        (head, r.reach("reading_cps", range::READING_CPS).unwrap_or_default())
    });
    root.require(&["band"]);
    let mut read: BTreeMap<Channel, Vec<Read>> = BTreeMap::new();
    root.rows("band", |r| {
        if let Some(band) = band(r) {
            follows(r, read.get(&band.channel).map_or(&[], Vec::as_slice), &band);
            read.entry(band.channel).or_default().push(band);
        }
    });
    let (head, reading_cps) = main?;
    let timing = |read: Vec<Read>| {
        let late = read.iter().find(|band| band.within.is_none()).map_or(Points::ZERO, |band| band.points);
        let bands = read.into_iter().filter_map(|band| Some(Band { within: band.within?.it, points: band.points }));
        Timing { bands: bands.collect(), late, reading_cps: reading_cps.clone() }
    };
    let channels = read.into_iter().map(|(channel, read)| (channel, timing(read))).filter(|(_, it)| !it.bands.is_empty());
    Some((head.clone(), Standard { id: head.id.as_str().into(), title: head.title, channels: channels.collect() }))
}

fn band(r: &mut Reader<'_, '_>) -> Option<Read> {
    r.require(&["channel", "points"]);
    let channel = r.word("channel", Channel::ALL);
    let within = super::licence::span(r, "within", true);
    let points = r.points("points");
    r.string("source");
    let unread = r.has("within") && within.is_none();
    Some(Read { channel: channel?, within, points: points?.it }).filter(|_| !unread)
}

/// Bands of a channel stand from quick to slow, and none gets more for taking longer; the last may be what is later than all.
fn follows(r: &mut Reader<'_, '_>, before: &[Read], band: &Read) {
    let Some(last) = before.last() else {
        if band.within.is_none() {
            told(r, "within", "first", band.channel);
        }
        return;
    };
    match (&last.within, &band.within) {
        (None, _) => told(r, "channel", "late", band.channel),
        (Some(last), Some(next)) if next.it == last.it => told(r, "within", "twice", band.channel),
        (Some(last), Some(next)) if next.it < last.it => told(r, "within", "order", band.channel),
        _ if band.points > last.points => told(r, "points", "points", band.channel),
        _ => {}
    }
}

fn told(r: &mut Reader<'_, '_>, key: &str, what: &str, channel: Channel) {
    let place = r.place(key);
    r.sheet.find(&codes::BAD_BANDS, place, &[("what", what), ("channel", channel.word())]);
}

/// Takes the keys of a turn that have to do with its clock.
pub fn clocked(r: &mut Reader<'_, '_>, turn: Turn, (id, way): (&At<&str>, Option<&str>)) -> Turn {
    let clock = r.flag("clock").unwrap_or(false);
    let late_says = r.texts("late_says");
    let timeout = r.table("timeout", |r| {
        r.require(&["to", "feedback"]);
        Timeout {
            to: super::scenario::target(r, "to"),
            mood: r.integer("mood", range::MOOD_STEP).unwrap_or(0),
            feedback: r.text("feedback").unwrap_or_default(),
        }
    });
    let asks = matches!(way, Some("reply" | "write"));
    let wrong = match (clock, r.has("timeout")) {
        (true, _) if !asks => Some(("clock", "way")),
        (false, true) => Some(("timeout", "timeout")),
        _ => None,
    };
    if let Some((key, what)) = wrong {
        let place = r.place(key);
        r.sheet.find(&codes::NO_CLOCK, place, &[("what", what), ("turn", id.it)]);
    }
    Turn { clock, late_says, timeout, ..turn }
}
