//! What a candidate of a known ability gets in a whole exam, exactly, averaged over every form that can be drawn.
//!
//! The first attempt: nothing has been seen, so each line draws uniformly from what the earlier ones left. For each total of points
//! that a theory form can have and each number of them earned, the practice sums that are then enough are a tail of all sums; so one
//! walk over both, the one up and the other down, adds everything up. Comparisons are those of `grade/exam`.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use num_traits::{One as _, Zero as _};

use super::pool::{Pool, Unfit, pools};
use super::practice::{Practice, Runs, practice};
use super::spread::{Ability, Big, Figure};
use super::theory::{Scored, Theory, theory};
use super::{Trouble, talk};
use crate::attempt::blueprint::{self, Shortage};
use crate::model::library::Library;
use crate::model::licence::{PracticeDraw, RedLine, Scheme};
use crate::model::question::Question;
use crate::model::scenario::Scenario;
use crate::model::scenario::step::Stage;
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
    let questions = question_pools(scheme, library)?;
    let scored = match &scheme.theory {
        Some(_) => theory(&questions, p)?,
        None => Scored::Exact(Theory::none()),
    };
    let least = scheme.theory.as_ref().map(|part| scored.figure(|theory| theory.at_least(part.pass)));
    if scheme.has_stations() {
        return Ok(Chance { theory: least, practice: None, pass: None, borderline: None });
    }
    let (mut sums, mut reached) = (Practice::none(), None);
    if let Some(part) = &scheme.practice {
        let pools = talk_pools(scheme, library)?;
        let talks: Vec<Pool<super::Talk>> = pools.iter().map(|pool| played(pool, p)).collect::<Result<_, _>>()?;
        sums = practice(&talks, Runs::All)?;
        reached = Some(Figure::exactly(sums.at_least(part.pass)));
        if part.red_line == RedLine::Fail {
            sums = practice(&talks, Runs::Clean)?;
        }
    }
    let reach = |mark| scored.figure(|theory| reach(scheme, theory, &sums, mark));
    let (mark, band) = (scheme.result.pass, scheme.result.borderline);
    let pass = reach(mark);
    let borderline = reach(mark.saturating_sub(band)).above(&pass);
    Ok(Chance { theory: least, practice: reached, pass: Some(pass), borderline: Some(borderline) })
}

/// The chance to pass at least once within so many attempts, each with this chance: 1 − (1 − pass)^attempts.
///
/// Exact where every attempt draws its form anew from all items and teaches nothing; borderline results count as not passed. Later
/// attempts in fact draw items not seen before, so that forms are disjoint. Each attempt by itself has the same chance all the same
/// (any of the disjoint forms is as likely as any other to be the first, as long as the items last), but a hard first form leaves
/// easier ones: attempts hang together a little, and this is not exact for them. Whatever the dependence, the true chance lies
/// between `pass` and `attempts` × `pass`, and for the small chances of a guesser both this and the truth are close to the latter.
pub fn within_attempts(pass: &Figure, attempts: u32) -> Figure {
    // Beyond a thousand attempts the numbers would grow past all use; a scheme has a few.
    let attempts = i32::try_from(attempts.min(1000)).unwrap_or(1000);
    let once = |pass: &Big| Big::one() - (Big::one() - pass).pow(attempts);
    Figure { least: once(&pass.least), most: once(&pass.most) }
}

/// The questions that may be drawn, by the lines that may draw them.
pub(super) fn question_pools<'a>(scheme: &Scheme, library: &'a Library) -> Result<Vec<Pool<&'a Question>>, Trouble> {
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
pub(super) fn talk_pools<'a>(scheme: &Scheme, library: &'a Library) -> Result<Vec<Pool<&'a Scenario>>, Trouble> {
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

fn trouble(part: PartOf, unfit: Unfit) -> Trouble {
    match unfit {
        Unfit::Short { line, missing } => Trouble::Short(Shortage { part, line, missing }),
        Unfit::Many => Trouble::TooFine,
    }
}

/// What a candidate gets in each role-play of a pool.
fn played(pool: &Pool<&Scenario>, p: Ability) -> Result<Pool<super::Talk>, Trouble> {
    pool.try_map(|scenario| {
        let stage = Stage::new((*scenario).clone()).map_err(|_| Trouble::Unfit)?;
        talk(&stage, p)
    })
}

/// The chance to reach both least marks and this total, over the runs that have weight.
fn reach(scheme: &Scheme, theory: &Theory, practice: &Practice, mark: u8) -> Big {
    // Each part's weight and least mark.
    let (by, least) = scheme.theory.as_ref().map_or((0, 0), |t| (i128::from(t.weight), i128::from(t.pass)));
    let (sum_by, sum_least) = scheme.practice.as_ref().map_or((0, 0), |p| (i128::from(p.weight), i128::from(p.pass)));
    let (sums, full) = (&practice.sums, practice.full);
    let tails = practice.tails();
    let first = sums.partition_point(|(sum, _)| sum * 100 < sum_least * full);
    let mut out = BigUint::zero();
    for (total, row) in &theory.scores {
        // Nothing out of nothing is nothing.
        let total = i128::from(*total).max(1);
        // The more is earned, the smaller a sum is enough: `from` goes down as `earned` goes up, and what has the same `from` is
        // gathered before it is multiplied.
        let (mut from, mut gathered) = (sums.len(), BigUint::zero());
        for (earned, weight) in row.cells().filter(|(earned, _)| i128::from(*earned) * 100 >= least * total) {
            let rest = (i128::from(mark) * total - by * i128::from(earned)) * full;
            let mut lower = from;
            while lower > first && sum_by * sums[lower - 1].0 * total >= rest {
                lower -= 1;
            }
            if lower < from {
                out += std::mem::take(&mut gathered) * &tails[from];
                from = lower;
            }
            gathered += weight;
        }
        out += gathered * &tails[from];
    }
    Big::new(out, &theory.whole * &practice.whole)
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
