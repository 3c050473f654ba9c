//! A candidate of one ability before one scheme: what each question and each role-play comes to is worked out once, and then put
//! together over all forms, or over one.
//!
//! For each total of points that a theory form can have and each number of them earned, the practice sums that are then enough are a
//! tail of all sums; so one walk over both, the one up and the other down, adds everything up. Comparisons are those of `grade/exam`.

use num_bigint::BigUint;
use num_traits::Zero as _;

use super::exam::{question_pools, talk_pools};
use super::pool::{Pool, pools};
use super::practice::{Practice, Runs, practice};
use super::spread::{Ability, Big, Figure};
use super::theory::{Effort, Scored, Theory, theory};
use super::{Talk, Trouble, talk};
use crate::model::library::Library;
use crate::model::licence::{RedLine, Scheme};
use crate::model::question::Question;
use crate::model::scenario::Scenario;
use crate::model::scenario::step::Stage;

/// A candidate before a scheme.
pub(in crate::analysis) struct Candidate<'a> {
    pub scheme: &'a Scheme,
    pub p: Ability,
    pub effort: Effort,
    /// The questions that may be drawn.
    pub questions: Vec<Pool<&'a Question>>,
    /// What each role-play that may be drawn comes to.
    pub talks: Vec<Pool<Talk>>,
}

impl<'a> Candidate<'a> {
    /// # Errors
    /// `Trouble` where a draw cannot be met, or a role-play cannot be worked out.
    pub fn new(scheme: &'a Scheme, library: &'a Library, p: Ability, effort: Effort) -> Result<Self, Trouble> {
        let questions = question_pools(scheme, library)?;
        let played = |pool: &Pool<_>| {
            pool.try_map(|scenario: &&Scenario| {
                let stage = Stage::new((*scenario).clone()).map_err(|_| Trouble::Unfit)?;
                talk(&stage, p)
            })
        };
        // Where stations count, what is played comes to nothing that could be told.
        let pools = if scheme.has_stations() { Vec::new() } else { talk_pools(scheme, library)? };
        let talks = pools.iter().map(played).collect::<Result<_, _>>()?;
        Ok(Self { scheme, p, effort, questions, talks })
    }

    /// The theory over everything that these pools draw.
    ///
    /// # Errors
    /// `TooFine`.
    pub fn theory(&self, pools: &[Pool<&Question>]) -> Result<Scored, Trouble> {
        if self.scheme.theory.is_some() { theory(pools, self.p, self.effort) } else { Ok(Scored::Exact(Theory::none())) }
    }

    /// Whether a red line fails the exam.
    pub fn fails_red_lines(&self) -> bool {
        self.scheme.practice.as_ref().is_some_and(|part| part.red_line == RedLine::Fail)
    }

    /// The practice over everything that these pools draw: the runs that can be passed with.
    ///
    /// # Errors
    /// `TooFine`.
    pub fn practice(&self, pools: &[Pool<Talk>]) -> Result<Practice, Trouble> {
        match &self.scheme.practice {
            Some(_) => practice(pools, if self.fails_red_lines() { Runs::Clean } else { Runs::All }),
            None => Ok(Practice::none()),
        }
    }

    /// The practice with all runs: what the part's own mark is held against.
    ///
    /// # Errors
    /// `TooFine`.
    pub fn practice_part(&self, pools: &[Pool<Talk>]) -> Result<Practice, Trouble> {
        practice(pools, Runs::All)
    }

    /// The theory of one form.
    ///
    /// # Errors
    /// `TooFine`.
    pub fn theory_of(&self, form: &[&'a Question], effort: Effort) -> Result<Scored, Trouble> {
        if self.scheme.theory.is_none() {
            return Ok(Scored::Exact(Theory::none()));
        }
        theory(&alone(form.to_vec()), self.p, effort)
    }

    /// The practice of one form.
    ///
    /// # Errors
    /// `TooFine`.
    pub fn practice_of(&self, form: Vec<Talk>) -> Result<Practice, Trouble> {
        self.practice(&alone(form))
    }

    /// The chance to pass.
    pub fn pass(&self, theory: &Scored, practice: &Practice) -> Figure {
        self.reach(theory, practice, self.scheme.result.pass)
    }

    /// The same with a theory by itself; not reduced.
    pub fn pass_with(&self, theory: &Theory, practice: &Practice) -> Big {
        reach(self.scheme, theory, practice, self.scheme.result.pass)
    }

    /// The chance to reach both least marks and this total.
    pub fn reach(&self, theory: &Scored, practice: &Practice, mark: u8) -> Figure {
        theory.figure(|theory| reach(self.scheme, theory, practice, mark))
    }
}

/// These items, all of them drawn.
fn alone<T>(items: Vec<T>) -> Vec<Pool<T>> {
    let counts = if items.is_empty() { vec![] } else { vec![(0, items.len())] };
    pools(&counts, items.into_iter().map(|item| (vec![0], item)).collect()).expect("there are as many as are drawn")
}

/// The chance to reach both least marks and this total, over the runs that have weight. Not reduced: what comes of it is compared, or
/// rounded, more often than it is read, and the common divisor of such long numbers takes longer than all the rest.
fn reach(scheme: &Scheme, theory: &Theory, practice: &Practice, mark: u8) -> Big {
    // Each part's weight and least mark.
    let (by, least) = scheme.theory.as_ref().map_or((0, 0), |t| (i128::from(t.weight), i128::from(t.pass)));
    let (sum_by, sum_least) = scheme.practice.as_ref().map_or((0, 0), |p| (i128::from(p.weight), p.pass));
    let (sums, tails, full) = (&practice.sums, &practice.tails, practice.full);
    let first = practice.first(sum_least);
    let mut out = BigUint::zero();
    for (total, row) in &theory.scores {
        // Nothing out of nothing is nothing.
        let total = i128::from(*total).max(1);
        // The more is earned, the smaller a sum is enough: `from` goes down as `earned` goes up, and what has the same `from` is
        // gathered before it is multiplied.
        let (mut from, mut gathered) = (sums.len(), BigUint::zero());
        for (earned, weight) in row.cells().filter(|(earned, _)| i128::from(*earned) * 100 >= least * total) {
            let rest = (i128::from(mark) * total - by * i128::from(earned)) * full;
            let lower = first + sums[first..from.max(first)].partition_point(|sum| sum_by * sum * total < rest);
            if lower < from {
                out += std::mem::take(&mut gathered) * &tails[from];
                from = lower;
            }
            gathered += weight;
        }
        out += gathered * &tails[from];
    }
    Big::new_raw(out, &theory.whole * &practice.whole)
}
