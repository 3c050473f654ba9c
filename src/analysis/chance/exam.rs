//! What a candidate of a known ability gets in a whole exam, exactly, averaged over every form that can be drawn.
//!
//! The first attempt: nothing has been seen, so each line draws uniformly from what the earlier ones left. What comes after several
//! attempts is `analysis/licence`'s.

use std::collections::{BTreeMap, BTreeSet};

use super::Trouble;
use super::candidate::Candidate;
use super::pool::{Pool, Unfit, pools};
use super::spread::{Ability, Figure};
use super::theory::{Effort, Scored};
use crate::attempt::blueprint::{self, Shortage};
use crate::base::id::StationId;
use crate::model::library::Library;
use crate::model::licence::{PracticeDraw, Scheme};
use crate::model::question::Question;
use crate::model::scenario::Scenario;
use crate::model::station::Station;
use crate::model::word::PartOf;

/// How likely a candidate is to do how well in one exam.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chance {
    /// To reach the least mark of the theory part; `None` where there is none.
    pub theory: Option<Figure>,
    /// To reach the least mark of the practice part; `None` where there is none, or where stations are part of it: what an examiner
    /// sees there is no matter of chance.
    pub practice: Option<Figure>,
    /// To pass in all: both least marks, the total, no red line where that fails. `None` where stations count.
    pub pass: Option<Figure>,
    /// To be borderline: as to pass, but for a total below the mark by no more than the band. Never part of `pass`. `None` as there.
    pub borderline: Option<Figure>,
}

/// The chances of a candidate of this ability at the first attempt.
///
/// # Errors
/// `Trouble` where they cannot be worked out, or a draw cannot be met.
pub fn exam(scheme: &Scheme, library: &Library, p: Ability) -> Result<Chance, Trouble> {
    exam_with(scheme, library, p, Effort::USUAL)
}

/// The same with more effort, to have exactly what would else be bounds, or with less.
///
/// # Errors
/// As `exam`.
pub fn exam_with(scheme: &Scheme, library: &Library, p: Ability, effort: Effort) -> Result<Chance, Trouble> {
    let candidate = Candidate::new(scheme, library, p, effort)?;
    chance(&candidate, &candidate.theory(&candidate.questions)?)
}

/// The chances of a candidate, whose theory was worked out before.
///
/// # Errors
/// `TooFine`.
pub(in crate::analysis) fn chance(candidate: &Candidate<'_>, scored: &Scored) -> Result<Chance, Trouble> {
    let scheme = candidate.scheme;
    let least = scheme.theory.as_ref().map(|part| scored.figure(|theory| theory.at_least(part.pass)));
    if scheme.has_stations() {
        return Ok(Chance { theory: least, practice: None, pass: None, borderline: None });
    }
    let sums = candidate.practice(&candidate.talks)?;
    let reached = match &scheme.practice {
        Some(part) => Some(Figure::exactly(candidate.practice_part(&candidate.talks)?.at_least(part.pass))),
        None => None,
    };
    let (mark, band) = (scheme.result.pass, scheme.result.borderline);
    let pass = candidate.reach(scored, &sums, mark);
    let borderline = candidate.reach(scored, &sums, mark.saturating_sub(band)).above(&pass);
    Ok(Chance { theory: least, practice: reached, pass: Some(pass.reduced()), borderline: Some(borderline) })
}

/// The questions that may be drawn, by the lines that may draw them.
pub(in crate::analysis) fn question_pools<'a>(scheme: &Scheme, library: &'a Library) -> Result<Vec<Pool<&'a Question>>, Trouble> {
    let mut items: BTreeMap<&str, (Vec<usize>, &Question)> = BTreeMap::new();
    let mut counts = Vec::new();
    for (line, draw) in scheme.theory.iter().flat_map(|part| &part.draw).enumerate() {
        counts.push((line, size(draw.count)));
        for question in blueprint::questions(library, scheme, draw) {
            items.entry(question.id.as_str()).or_insert_with(|| (Vec::new(), question)).0.push(line);
        }
    }
    pools(&counts, items.into_values().collect()).map_err(|unfit| trouble(PartOf::Theory, unfit))
}

/// The role-plays that may be drawn, by the lines that may draw them.
pub(in crate::analysis) fn talk_pools<'a>(scheme: &Scheme, library: &'a Library) -> Result<Vec<Pool<&'a Scenario>>, Trouble> {
    let mut items: BTreeMap<&str, (Vec<usize>, &Scenario)> = BTreeMap::new();
    let mut counts = Vec::new();
    for (line, draw) in scheme.practice.iter().flat_map(|part| &part.draw).enumerate() {
        let PracticeDraw::Talk { category, level, count } = draw else { continue };
        counts.push((line, size(*count)));
        for scenario in blueprint::talks(library, scheme, *category, *level) {
            items.entry(scenario.id.as_str()).or_insert_with(|| (Vec::new(), scenario)).0.push(line);
        }
    }
    pools(&counts, items.into_values().collect()).map_err(|unfit| trouble(PartOf::Practice, unfit))
}

/// The stations that may be drawn, by the lines that may draw them.
pub(in crate::analysis) fn station_pools<'a>(scheme: &Scheme, library: &'a Library) -> Result<Vec<Pool<&'a Station>>, Trouble> {
    let mut items: BTreeMap<&str, (Vec<usize>, &Station)> = BTreeMap::new();
    let mut counts = Vec::new();
    for (line, draw) in scheme.practice.iter().flat_map(|part| &part.draw).enumerate() {
        let PracticeDraw::Station { stations, count } = draw else { continue };
        counts.push((line, size(*count)));
        // A station that is named twice is there once.
        let named: BTreeSet<&StationId> = stations.iter().collect();
        for station in named.into_iter().filter_map(|id| library.stations.get(id)).filter(|s| scheme.may_watch(draw, s)) {
            items.entry(station.id.as_str()).or_insert_with(|| (Vec::new(), station)).0.push(line);
        }
    }
    pools(&counts, items.into_values().collect()).map_err(|unfit| trouble(PartOf::Station, unfit))
}

fn trouble(part: PartOf, unfit: Unfit) -> Trouble {
    match unfit {
        Unfit::Short { line, missing } => Trouble::Short(Shortage { part, line, missing }),
        Unfit::Many => Trouble::TooFine,
    }
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
