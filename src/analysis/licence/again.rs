//! The chance to pass at least once within the attempts that are allowed, and what the luck of the draw does to one candidate.
//!
//! Forms given, attempts are independent; but forms are not: what came once does not come again while there is something else, so a
//! hard first form leaves easier ones. So it is gone through which forms can follow each other. Where there are few, that is
//! everything, and the figure is exact. Where questions make too many forms, only role-plays are gone through, and the theory stands
//! for its mean f over forms; what that leaves out is bounded:
//!
//! With fail chances g = 1 − f of the means and deviations d of the single forms, which have mean 0 at every attempt (any of the forms
//! is as likely as any other to be the first, the second, …), Π(g + d) is Π g plus products with one d, which have mean 0, plus
//! products with two or more; of such a product the mean is at most σ₁ · σ₂ · D · D … (Cauchy and Schwarz; D: the most that a d can
//! be, σ² ≤ (f − least) · (most − f), Bhatia and Davis, A better bound on the variance, American Mathematical Monthly 107, 2000).

use std::collections::BTreeMap;

use num_bigint::BigUint;
use num_integer::Integer as _;
use num_traits::{One as _, Zero as _};

use super::draws::{Draws, Set, members};
use super::extremes::Extremes;
use crate::analysis::chance::{Big, Candidate, Figure, Pool, Practice, Scored, Talk, Trouble};
use crate::model::question::Question;

/// The most forms of theory and practice together that are gone through one by one.
const FORMS: u32 = 2_000;
/// The most role-play forms that are gone through with a mean theory.
const PLAYED: u32 = 5_000;
/// The most steps from one attempt to the next.
const STEPS: usize = 200_000;
/// Bits behind the point of a number that is rounded anyway.
const BITS: u64 = 256;
/// The most attempts whose chance is an exact fraction, if it can be: each one makes its numbers longer.
const EXACT: u32 = 6;
/// The most attempts that are looked at. Later ones add nothing that could be seen.
const ATTEMPTS: u32 = 1_000;

/// What comes of the forms that one candidate may draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Luck {
    /// To pass at least once within the attempts that are allowed. Borderline is not passed.
    pub within: Figure,
    /// To pass at the first attempt with the form that is hardest for this candidate.
    pub hardest: Figure,
    /// The same with the easiest.
    pub easiest: Figure,
}

/// What is gone through one by one, if it is not too much; what is not has its mean and its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Through {
    /// Nothing.
    Means,
    /// Sets of role-plays.
    Talks,
    /// Whole forms.
    Forms,
}

/// How likely it is to fail with a form, or with the mean of many.
#[derive(Clone)]
struct Fail {
    mean: Figure,
    /// A bound on the deviation of single forms from it; 0 where it is one form.
    deviation: Big,
    /// The most that a single form is away from it.
    away: Big,
}

/// The luck of a candidate.
///
/// # Errors
/// `TooFine`, and what `Candidate` says.
pub(super) fn luck(candidate: &Candidate<'_>, scored: &Scored, through: Through) -> Result<Luck, Trouble> {
    let forms = |n: BigUint, most: u32| n <= most.into();
    let sets = |theory: bool| -> BigUint {
        let questions: BigUint = candidate.questions.iter().map(Pool::sets).product();
        candidate.talks.iter().map(Pool::sets).product::<BigUint>() * if theory { questions } else { BigUint::one() }
    };
    let mut out = None;
    if through == Through::Forms && forms(sets(true), FORMS) {
        out = Walk::of_all(candidate)?.map(|mut walk| walk.luck()).transpose()?.flatten();
    }
    if out.is_none() && through >= Through::Talks && forms(sets(false), PLAYED) {
        out = Walk::of_talks(candidate, scored)?.map(|mut walk| walk.luck()).transpose()?.flatten();
    }
    match out {
        Some(luck) => Ok(luck),
        None => {
            let luck = Walk::of_none(candidate, scored)?.luck()?;
            Ok(luck.expect("one form at each attempt is not too much"))
        }
    }
}

/// The forms of a candidate, attempt after attempt.
struct Walk<'a, 'b> {
    candidate: &'b Candidate<'a>,
    theory: Draws,
    practice: Draws,
    questions: Vec<&'a Question>,
    talks: Vec<Talk>,
    /// What stands for the theory where it is not gone through.
    whole: Option<(Scored, Extremes)>,
    /// What stands for all role-plays.
    played: Option<Practice>,
    /// Whether the means are those of later attempts as well.
    alike: bool,
    fails: BTreeMap<(Set, Set), Fail>,
    scores: BTreeMap<Set, Scored>,
    sums: BTreeMap<Set, Practice>,
    ends: BTreeMap<Set, (Figure, Figure)>,
    steps: usize,
    /// Of what is left of the attempts, with this met.
    known: BTreeMap<(u32, Set, Set), Left>,
}

/// The chance to fail in all attempts that are left: with means only, and bounds on the products with one deviation in them and with
/// two or more.
#[derive(Clone)]
struct Left {
    none: Figure,
    one: Big,
    more: Big,
}

impl<'a, 'b> Walk<'a, 'b> {
    fn new(candidate: &'b Candidate<'a>) -> Self {
        Self {
            candidate,
            theory: Draws::ALL_AT_ONCE,
            practice: Draws::ALL_AT_ONCE,
            questions: candidate.questions.iter().flat_map(Pool::items).copied().collect(),
            talks: candidate.talks.iter().flat_map(Pool::items).cloned().collect(),
            whole: None,
            played: None,
            alike: true,
            fails: BTreeMap::new(),
            scores: BTreeMap::new(),
            sums: BTreeMap::new(),
            ends: BTreeMap::new(),
            steps: 0,
            known: BTreeMap::new(),
        }
    }

    /// Through every form of both parts. `None`: too many items.
    fn of_all(candidate: &'b Candidate<'a>) -> Result<Option<Self>, Trouble> {
        let (Some(theory), Some(practice)) = (Draws::of(&candidate.questions), Draws::of(&candidate.talks)) else {
            return Ok(None);
        };
        Ok(Some(Self { theory, practice, ..Self::new(candidate) }))
    }

    /// Through every form of the practice.
    fn of_talks(candidate: &'b Candidate<'a>, scored: &Scored) -> Result<Option<Self>, Trouble> {
        let Some(practice) = Draws::of(&candidate.talks) else { return Ok(None) };
        let alike = candidate.questions.iter().all(|pool| pool.sorts().len() <= 1);
        let whole = Some((scored.short(), Extremes::of(candidate, false)?));
        Ok(Some(Self { practice, whole, alike, ..Self::new(candidate) }))
    }

    /// Through none: the mean stands for all forms.
    fn of_none(candidate: &'b Candidate<'a>, scored: &Scored) -> Result<Self, Trouble> {
        let all = candidate.questions.iter().all(|pool| pool.sorts().len() <= 1);
        let alike = all && candidate.talks.iter().all(|pool| pool.sorts().len() <= 1);
        let whole = Some((scored.short(), Extremes::of(candidate, true)?));
        let played = Some(candidate.practice(&candidate.talks)?);
        Ok(Self { whole, played, alike, ..Self::new(candidate) })
    }

    /// `None`: too much to go through.
    fn luck(&mut self) -> Result<Option<Luck>, Trouble> {
        let attempts = self.candidate.scheme.result.attempts.min(ATTEMPTS);
        let Some(left) = self.left(attempts, 0, 0)? else { return Ok(None) };
        let one = Big::one();
        let most = (&left.none.most + &left.more).min(one.clone());
        let least = if left.none.least > left.more { left.none.least - left.more } else { Big::zero() };
        let within = Figure { least: &one - most, most: one - least };
        let (hardest, easiest) = self.ends()?;
        Ok(Some(Luck { within: within.reduced(), hardest: hardest.reduced(), easiest: easiest.reduced() }))
    }

    /// What is left of so many attempts when this was met.
    fn left(&mut self, attempts: u32, theory: Set, practice: Set) -> Result<Option<Left>, Trouble> {
        if attempts == 0 {
            return Ok(Some(Left { none: Figure::exactly(Big::one()), one: Big::zero(), more: Big::zero() }));
        }
        if let Some(known) = self.known.get(&(attempts, theory, practice)) {
            return Ok(Some(known.clone()));
        }
        let (Some(asked), Some(played)) = (self.theory.forms(theory), self.practice.forms(practice)) else { return Ok(None) };
        let mut sum = Left { none: Figure::exactly(Big::zero()), one: Big::zero(), more: Big::zero() };
        let first = attempts == self.candidate.scheme.result.attempts.min(ATTEMPTS);
        for (questions, of_questions) in &asked {
            for (talks, of_talks) in &played {
                self.steps += 1;
                if self.steps > STEPS {
                    return Ok(None);
                }
                let fail = self.fail(*questions, *talks, first)?;
                let Some(rest) = self.left(attempts - 1, theory | questions, practice | talks)? else { return Ok(None) };
                let chance = of_questions * of_talks;
                sum.none.least += &chance * &fail.mean.least * &rest.none.least;
                sum.none.most += &chance * &fail.mean.most * &rest.none.most;
                sum.one += &chance * (&fail.mean.most * &rest.one + &fail.deviation * &rest.none.most);
                sum.more += chance * ((&fail.mean.most + fail.away) * rest.more + fail.deviation * rest.one);
            }
        }
        if sum.none.exact().is_none() || attempts > EXACT {
            sum = sum.rounded();
        }
        self.known.insert((attempts, theory, practice), sum.clone());
        Ok(Some(sum))
    }

    /// To fail with a form. Where later means are not those of the first attempt, all that is known of them is what lies between.
    fn fail(&mut self, questions: Set, talks: Set, first: bool) -> Result<Fail, Trouble> {
        let fail = match self.fails.get(&(questions, talks)) {
            Some(known) => known.clone(),
            None => {
                let fail = self.worked_out(questions, talks)?;
                self.fails.insert((questions, talks), fail.clone());
                fail
            }
        };
        if first || self.alike {
            return Ok(fail);
        }
        let (low, high) = self.between(talks);
        let mean = Figure { least: Big::one() - high.most, most: Big::one() - low.least };
        Ok(Fail { mean, deviation: Big::zero(), away: Big::zero() })
    }

    fn worked_out(&mut self, questions: Set, talks: Set) -> Result<Fail, Trouble> {
        self.practise(talks)?;
        let one = Big::one();
        let fails = |pass: &Figure| Figure { least: &one - &pass.most, most: &one - &pass.least };
        if self.whole.is_some() {
            let (low, high) = self.between(talks);
            let (scored, _) = self.whole.as_ref().expect("just looked");
            let pass = short(&self.candidate.pass(scored, self.practised(talks)));
            let (below, above) = (minus(&pass.most, &low.least), minus(&high.most, &pass.least));
            let deviation = root(&(&below * &above));
            return Ok(Fail { mean: fails(&pass), deviation, away: below.max(above) });
        }
        if !self.scores.contains_key(&questions) {
            let form: Vec<&Question> = members(questions).map(|n| self.questions[n]).collect();
            self.scores.insert(questions, self.candidate.theory_of(&form, self.candidate.effort)?);
        }
        let pass = self.candidate.pass(&self.scores[&questions], self.practised(talks));
        Ok(Fail { mean: fails(&pass), deviation: Big::zero(), away: Big::zero() })
    }

    /// What stands for a set of role-plays.
    fn practised(&self, talks: Set) -> &Practice {
        self.played.as_ref().unwrap_or_else(|| &self.sums[&talks])
    }

    fn practise(&mut self, talks: Set) -> Result<(), Trouble> {
        if self.played.is_none() && !self.sums.contains_key(&talks) {
            let form: Vec<Talk> = members(talks).map(|n| self.talks[n].clone()).collect();
            self.sums.insert(talks, self.candidate.practice_of(form)?);
        }
        Ok(())
    }

    /// Of a set of role-plays, what the chances with single theory forms lie between: the lowest and the highest.
    fn between(&mut self, talks: Set) -> (Figure, Figure) {
        if let Some(known) = self.ends.get(&talks) {
            return known.clone();
        }
        let (_, extremes) = self.whole.as_ref().expect("only where the theory is not gone through");
        let ends = match &self.played {
            Some(practice) => extremes.of_any(self.candidate, practice),
            None => extremes.with(self.candidate, &self.sums[&talks]),
        };
        let ends = (short(&ends.0), short(&ends.1));
        self.ends.insert(talks, ends.clone());
        ends
    }

    /// The chances with the hardest and the easiest form.
    fn ends(&mut self) -> Result<(Figure, Figure), Trouble> {
        let (asked, played) = (self.theory.forms(0).unwrap_or_default(), self.practice.forms(0).unwrap_or_default());
        let mut ends: Option<(Figure, Figure)> = None;
        for (questions, _) in &asked {
            for (talks, _) in &played {
                let fail = self.fail(*questions, *talks, true)?;
                let one = Big::one();
                let (low, high) = match self.whole.is_some() {
                    true => self.between(*talks),
                    false => {
                        let pass = Figure { least: &one - &fail.mean.most, most: &one - &fail.mean.least };
                        (pass.clone(), pass)
                    }
                };
                ends = Some(match ends {
                    None => (low, high),
                    Some((hardest, easiest)) => (
                        Figure { least: hardest.least.min(low.least), most: hardest.most.min(low.most) },
                        Figure { least: easiest.least.max(high.least), most: easiest.most.max(high.most) },
                    ),
                });
            }
        }
        Ok(ends.expect("there is a form"))
    }
}

impl Left {
    /// With shorter numbers, outwards.
    fn rounded(self) -> Self {
        let none = Figure { least: down(&self.none.least), most: up(&self.none.most) };
        Self { none, one: up(&self.one), more: up(&self.more) }
    }
}

fn down(x: &Big) -> Big {
    Big::new((x.numer() << BITS) / x.denom(), BigUint::one() << BITS)
}

fn up(x: &Big) -> Big {
    Big::new((x.numer() << BITS).div_ceil(x.denom()), BigUint::one() << BITS)
}

/// With shorter numbers, outwards, but within what a chance can be.
fn short(x: &Figure) -> Figure {
    Figure { least: down(&x.least), most: up(&x.most).min(Big::one()) }
}

/// No less than the root.
fn root(x: &Big) -> Big {
    if x.is_zero() {
        return Big::zero();
    }
    Big::new(((x.numer() << (2 * BITS)) / x.denom()).sqrt() + 1_u8, BigUint::one() << BITS)
}

fn minus(a: &Big, b: &Big) -> Big {
    if a > b { a - b } else { Big::zero() }
}
