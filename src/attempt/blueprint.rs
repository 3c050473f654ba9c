//! The blueprint drawn: which items of the library make up one exam. Pure: the same seed draws the same form.
//!
//! Draw lines are taken in the order written; what one took, no later one takes again. What this candidate has not seen comes first.
//! Within what is alike, every item is equally likely. That the worst case can be met is proved by `check`; where a library has
//! changed so that it cannot, the shortage says where.

use std::collections::BTreeSet;

use super::plan::{Part, Plan, Step};
use crate::base::dice::{Dice, Seed};
use crate::base::digest::Digest;
use crate::base::id::{QuestionRef, ScenarioId, StationId};
use crate::model::library::Library;
use crate::model::licence::{PracticeDraw, QuestionDraw, Scheme};
use crate::model::question::Question;
use crate::model::scenario::{Category, Scenario};
use crate::model::station::Station;
use crate::model::word::PartOf;

/// What an exam asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Form<'a> {
    /// Questions, in the order asked.
    pub questions: Vec<&'a Question>,
    /// Role-plays, in the order played.
    pub talks: Vec<&'a Scenario>,
    /// Stations, in the order gone through.
    pub stations: Vec<&'a Station>,
}

/// What a candidate has met in earlier exams.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Questions.
    pub questions: BTreeSet<QuestionRef>,
    /// Role-plays.
    pub talks: BTreeSet<ScenarioId>,
    /// Stations.
    pub stations: BTreeSet<StationId>,
}

/// A draw line that cannot be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// Of which part.
    pub part: PartOf,
    /// Which line, from 0.
    pub line: usize,
    /// How many items it lacks.
    pub missing: usize,
}

impl Seen {
    /// Adds what an exam drew. What was drawn counts as seen, whether or not the candidate came to it.
    pub fn add(&mut self, plan: &Plan) {
        self.add_laid(&plan.parts, plan.exam.as_ref().map_or(&[], |exam| &exam.stations));
    }

    /// The same of an exam that was laid out and not begun.
    pub fn add_laid(&mut self, parts: &[Part], stations: &[(StationId, Digest)]) {
        for step in parts.iter().flat_map(|p| &p.steps) {
            match step {
                Step::Ask { question, .. } => drop(self.questions.insert(question.clone())),
                Step::Play { scenario, .. } => drop(self.talks.insert(scenario.clone())),
                _ => {}
            }
        }
        self.stations.extend(stations.iter().map(|(id, _)| id.clone()));
    }
}

/// Draws a form.
///
/// # Errors
/// `Shortage` names the first line that cannot be met.
pub fn draw<'a>(library: &'a Library, scheme: &Scheme, seen: &Seen, seed: &Seed) -> Result<Form<'a>, Shortage> {
    draw_without(library, scheme, (seen, &Seen::default()), seed)
}

/// Draws a form for whoever has met another one already, `first`: none of its questions and talks. Which stations there are is known to
/// everybody: others come first, and they may come back beside what is new. `None` where the library has not as many.
pub fn reserve<'a>(library: &'a Library, scheme: &Scheme, (seen, first): (&Seen, &Seen), seed: &Seed) -> Option<Form<'a>> {
    let mut seen = seen.clone();
    seen.stations.extend(first.stations.iter().cloned());
    let only_stations = first.questions.is_empty() && first.talks.is_empty();
    let stations = if only_stations { first.stations.clone() } else { BTreeSet::new() };
    let without = Seen { stations, ..first.clone() };
    draw_without(library, scheme, (&seen, &without), seed).ok()
}

fn draw_without<'a>(
    library: &'a Library,
    scheme: &Scheme,
    (seen, without): (&Seen, &Seen),
    seed: &Seed,
) -> Result<Form<'a>, Shortage> {
    let mut form = Form { questions: Vec::new(), talks: Vec::new(), stations: Vec::new() };
    let theory = scheme.theory.iter().flat_map(|part| &part.draw);
    for (line, draw) in theory.enumerate() {
        let pool = questions(library, scheme, draw).filter(|q| !without.questions.contains(&q.id));
        let pool = pool.filter(|q| !form.questions.iter().any(|other| other.id == q.id)).collect();
        let taken = take(pool, draw.count, |q| seen.questions.contains(&q.id), &mut seed.dice("theory", &line.to_string()));
        form.questions.extend(taken.map_err(|missing| Shortage { part: PartOf::Theory, line, missing })?);
    }
    let practice = scheme.practice.iter().flat_map(|part| &part.draw);
    for (line, draw) in practice.enumerate() {
        let mut dice = seed.dice("practice", &line.to_string());
        match draw {
            PracticeDraw::Talk { category, level, count } => {
                let pool = talks(library, scheme, *category, *level).filter(|s| !without.talks.contains(&s.id));
                let pool = pool.filter(|s| !form.talks.iter().any(|other| other.id == s.id)).collect();
                let taken = take(pool, *count, |s| seen.talks.contains(&s.id), &mut dice);
                form.talks.extend(taken.map_err(|missing| Shortage { part: PartOf::Practice, line, missing })?);
            }
            PracticeDraw::Station { stations, count } => {
                let pool = stations.iter().filter_map(|id| library.stations.get(id)).filter(|s| scheme.may_watch(draw, s));
                let pool = pool.filter(|s| !without.stations.contains(&s.id));
                let pool = pool.filter(|s| !form.stations.iter().any(|other| other.id == s.id)).collect();
                let mut taken = take(pool, *count, |s| seen.stations.contains(&s.id), &mut dice).map_err(|missing| Shortage {
                    part: PartOf::Station,
                    line,
                    missing,
                })?;
                // Stations are gone through in the scheme's order, which may be that of a job.
                taken.sort_by_key(|s| stations.iter().position(|id| *id == s.id));
                form.stations.extend(taken);
            }
        }
    }
    Ok(form)
}

/// The questions that a line may draw.
pub fn questions<'a>(library: &'a Library, scheme: &Scheme, draw: &QuestionDraw) -> impl Iterator<Item = &'a Question> {
    let (draw, scheme) = (draw.clone(), scheme.clone());
    let bank = library.banks.get(&draw.bank).into_iter();
    bank.flat_map(|bank| bank.questions.iter().map(move |q| (bank, q)))
        .filter(move |(bank, q)| scheme.may_ask(&draw, bank, q))
        .map(|(_, q)| q)
}

/// The stations that a scheme may draw, in its order, each once.
pub fn stations(scheme: &Scheme) -> Vec<StationId> {
    let mut out: Vec<StationId> = Vec::new();
    for draw in scheme.practice.iter().flat_map(|part| &part.draw) {
        if let PracticeDraw::Station { stations, .. } = draw {
            let fresh: Vec<_> = stations.iter().filter(|id| !out.contains(id)).cloned().collect();
            out.extend(fresh);
        }
    }
    out
}

/// The role-plays that a line may draw.
pub fn talks<'a>(
    library: &'a Library,
    scheme: &Scheme,
    category: Category,
    level: Option<u8>,
) -> impl Iterator<Item = &'a Scenario> {
    let (draw, scheme) = (PracticeDraw::Talk { category, level, count: 0 }, scheme.clone());
    library.scenarios.values().filter(move |talk| scheme.may_play(&draw, talk))
}

/// Takes `count` of a pool, unseen ones first; or says how many are missing.
fn take<T>(pool: Vec<T>, count: u32, seen: impl Fn(&T) -> bool, dice: &mut Dice) -> Result<Vec<T>, usize> {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    if pool.len() < count {
        return Err(count - pool.len());
    }
    let (mut again, mut fresh): (Vec<T>, Vec<T>) = pool.into_iter().partition(seen);
    dice.shuffle(&mut fresh);
    dice.shuffle(&mut again);
    fresh.extend(again);
    fresh.truncate(count);
    // Among unseen and seen ones, too, the order tells nothing.
    dice.shuffle(&mut fresh);
    Ok(fresh)
}
