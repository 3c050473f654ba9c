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
use super::row::Row;
use super::spread::{Ability, Big};
use super::theory::{Theory, theory};
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
    pub theory: Option<Big>,
    /// To reach the least mark of the practice part; `None` where there is none, or where stations are part of it: what an examiner
    /// sees there is no matter of chance.
    pub practice: Option<Big>,
    /// To pass in all: both least marks, the total, no red line where that fails. `None` where stations count.
    pub pass: Option<Big>,
    /// To be borderline: as to pass, but for a total below the mark by no more than the band. Never part of `pass`. `None` as there.
    pub borderline: Option<Big>,
}

/// The chances of a candidate of this ability at the first attempt.
///
/// # Errors
/// `Trouble` where they cannot be worked out, or a draw cannot be met.
pub fn exam(scheme: &Scheme, library: &Library, p: Ability) -> Result<Chance, Trouble> {
    let questions = question_pools(scheme, library)?;
    let theory = scheme.theory.as_ref().map(|_| theory(&questions, p)).transpose()?;
    let practised = match &scheme.practice {
        Some(part) if !scheme.has_stations() => Some((part, talk_pools(scheme, library)?)),
        _ => None,
    };
    let Some((part, pools)) = practised else {
        let (theory, whole) = (theory.as_ref(), scheme.practice.is_none());
        let sums = Practice::none();
        let judge = Judge { scheme, theory, sums: &sums };
        let least = theory.map(|_| judge.theory());
        let reach = |mark| whole.then(|| judge.reach(mark));
        let (pass, borderline) = (reach(scheme.result.pass), band(scheme, reach));
        return Ok(Chance { theory: least, practice: None, pass, borderline });
    };
    let talks: Vec<Pool<super::Talk>> = pools.iter().map(|pool| played(pool, p)).collect::<Result<_, _>>()?;
    let all = practice(&talks, Runs::All)?;
    let clean = if part.red_line == RedLine::Fail { Some(practice(&talks, Runs::Clean)?) } else { None };
    let judge = Judge { scheme, theory: theory.as_ref(), sums: clean.as_ref().unwrap_or(&all) };
    let reach = |mark| Some(judge.reach(mark));
    Ok(Chance {
        theory: theory.as_ref().map(|_| judge.theory()),
        practice: Some(all.at_least(part.pass)),
        pass: reach(scheme.result.pass),
        borderline: band(scheme, reach),
    })
}

/// The chance to pass at least once within so many attempts, each with this chance: 1 − (1 − pass)^attempts.
///
/// Exact where every attempt draws its form anew from all items and teaches nothing; borderline results count as not passed. Later
/// attempts in fact draw items not seen before, so that forms are disjoint. Each attempt by itself has the same chance all the same
/// (any of the disjoint forms is as likely as any other to be the first, as long as the items last), but a hard first form leaves
/// easier ones: attempts hang together a little, and this is not exact for them. Whatever the dependence, the true chance lies
/// between `pass` and `attempts` × `pass`, and for the small chances of a guesser both this and the truth are close to the latter.
pub fn within_attempts(pass: &Big, attempts: u32) -> Big {
    let fails = Big::one() - pass;
    // Beyond a thousand attempts the numbers would grow past all use; a scheme has a few.
    Big::one() - fails.pow(i32::try_from(attempts.min(1000)).unwrap_or(1000))
}

/// To reach the mark less the band, but not the mark.
fn band(scheme: &Scheme, reach: impl Fn(u8) -> Option<Big>) -> Option<Big> {
    let (mark, band) = (scheme.result.pass, scheme.result.borderline);
    Some(reach(mark.saturating_sub(band))? - reach(mark)?)
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

/// Puts theory and practice together under a scheme's marks.
struct Judge<'a> {
    scheme: &'a Scheme,
    theory: Option<&'a Theory>,
    sums: &'a Practice,
}

impl Judge<'_> {
    /// The chance to reach the least mark of the theory part.
    fn theory(&self) -> Big {
        let (Some(part), Some(theory)) = (&self.scheme.theory, self.theory) else { return Big::one() };
        let enough = |(total, row): (&i64, &Row)| -> BigUint {
            let least = |earned: i64| i128::from(earned) * 100 >= i128::from(part.pass) * i128::from(*total);
            row.cells().filter(|(earned, _)| least(*earned)).map(|(_, weight)| weight).sum()
        };
        Big::new(theory.scores.iter().map(enough).sum(), theory.whole.clone())
    }

    /// The chance to reach both least marks and this total, over the runs that have weight.
    fn reach(&self, mark: u8) -> Big {
        let tails = self.sums.tails();
        // The theory part's weight and least mark, the practice part's.
        let (by, least) = self.scheme.theory.as_ref().map_or((0, 0), |t| (i128::from(t.weight), i128::from(t.pass)));
        let (sum_by, sum_least) = self.scheme.practice.as_ref().map_or((0, 0), |p| (i128::from(p.weight), i128::from(p.pass)));
        let full = self.sums.full;
        let first = self.sums.sums.partition_point(|(sum, _)| sum * 100 < sum_least * full);
        let none = BTreeMap::from([(1, Row::at(0, super::row::Width::holding(&BigUint::one())))]);
        let scores = self.theory.map_or(&none, |t| &t.scores);
        let mut out = BigUint::zero();
        for (total, row) in scores {
            // Nothing out of nothing is nothing.
            let total = i128::from(*total).max(1);
            let mut from = self.sums.sums.len();
            let mut gathered = BigUint::zero();
            for (earned, weight) in row.cells().filter(|(earned, _)| i128::from(*earned) * 100 >= least * total) {
                let earned = i128::from(earned);
                let enough = |sum: i128| by * earned * full + sum_by * sum * total >= i128::from(mark) * total * full;
                let mut lower = from;
                while lower > first && enough(self.sums.sums[lower - 1].0) {
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
        let whole = self.theory.map_or_else(BigUint::one, |t| t.whole.clone());
        Big::new(out, whole * &self.sums.whole)
    }
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
