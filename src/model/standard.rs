//! The service standard: how quickly one is to reply on each channel.
//!
//! A scenario on a channel takes what holds there as its `Timing` when the library is put together; from then on it is complete in
//! itself. Bands earn points for timeliness alone: never content, mood or variables.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::span::Span;
use super::text::Text;
use super::word::Channel;
use crate::base::id::{Lang, StandardId};
use crate::base::points::Points;

/// A checked standard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Standard {
    /// Its id.
    pub id: StandardId,
    /// Its title.
    pub title: Text,
    /// What holds on each channel that it speaks of.
    pub channels: BTreeMap<Channel, Timing>,
}

/// What a standard says of replies on one channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    /// Bands by rising limit; at least one.
    pub bands: Vec<Band>,
    /// Points of whoever takes longer than the last band; mostly below zero.
    pub late: Points,
    /// How many characters a person reads in a second, by language: every band is longer by what is to be read first.
    pub reading_cps: BTreeMap<Lang, u32>,
}

/// A band of reply times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// A reply within so long.
    pub within: Span,
    /// The points it gets, for timeliness alone.
    pub points: Points,
}

impl Timing {
    /// When the clock runs out: the end of the last band.
    pub fn limit(&self) -> Span {
        self.bands.last().map_or(Span::ZERO, |band| band.within)
    }

    /// The most that one reply can get.
    pub fn best(&self) -> Points {
        self.bands.first().map_or(Points::ZERO, |band| band.points)
    }

    /// What a reply in a band gets, counted from 0; in none: too late.
    pub fn points(&self, band: Option<usize>) -> Points {
        band.and_then(|n| self.bands.get(n)).map_or(self.late, |band| band.points)
    }

    /// How long it takes to read so many characters, in whole seconds, up.
    pub fn reading(&self, lang: &Lang, characters: usize) -> Span {
        let cps = self.reading_cps.get(lang).or_else(|| self.reading_cps.values().next()).copied().unwrap_or(1).max(1);
        let seconds = characters.div_ceil(usize::try_from(cps).unwrap_or(usize::MAX));
        Span::seconds(i64::try_from(seconds).unwrap_or(i64::MAX))
    }
}
