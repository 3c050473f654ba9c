//! The measurement error at the mark: by how much the total of a candidate who stands just there varies by luck alone.
//!
//! **The model.** Find the ability p at which the expected total is the mark. At it, every question is right or guessed independently,
//! so the part's score is a sum of independent marks and its variance the sum of theirs: Lord's binomial error model, in the
//! compound form for a given form with questions of unlike points (F. M. Lord, Do tests of the same length have the same standard
//! error of measurement?, Educational and Psychological Measurement 17, 1957; F. M. Lord and M. R. Novick, Statistical Theories of
//! Mental Test Scores, 1968, chapter 23). For role-plays the same is done with what `talk` says. The total's variance is the weighted
//! sum; the error is its root.
//!
//! **What it leaves out.** Which form was drawn; that people know some things and not others rather than all with one p; stations,
//! which are taken to come out exactly at the mark, and what their examiners differ by. The true error is larger.

use num_bigint::BigUint;
use num_traits::{One as _, ToPrimitive as _, Zero as _};

use super::exam::{question_pools, talk_pools};
use super::pool::Pool;
use super::spread::{Ability, Big, big};
use super::talk::talk_with;
use super::{Trouble, question};
use crate::analysis::futures::Futures;
use crate::analysis::graph::Graph;
use crate::base::points::Exact;
use crate::model::library::Library;
use crate::model::licence::{PracticeDraw, Scheme, percent};
use crate::model::question::Question;
use crate::model::scenario::step::Stage;

/// The measurement error at the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sem {
    /// The least ability, in thousandths, found to have an expected total at the mark or above. 0 where guessing alone has; 1 where
    /// nobody has, because of a role-play that is worth nothing.
    pub ability: Ability,
    /// The standard deviation of the total, in points of a hundred, cut to one decimal.
    pub points: Exact,
}

/// Of a given form: the questions and role-plays of an exam.
///
/// # Errors
/// `Trouble` where a role-play cannot be worked out.
pub fn sem_at_mark(scheme: &Scheme, questions: &[&Question], stages: &[&Stage]) -> Result<Sem, Trouble> {
    let walked = |stage: &&Stage| Ok((Big::one(), Futures::of(stage, &Graph::new(stage)?)));
    let talks = stages.iter().map(walked).collect::<Result<_, Trouble>>()?;
    Form { scheme, questions: questions.iter().map(|q| (Big::one(), *q)).collect(), talks }.sem()
}

/// Of the mean form of a scheme: every item that may be drawn, counted as often as it is drawn on average. Where all questions of the
/// draws have the same points, its variance is the mean of the forms' variances.
///
/// # Errors
/// `Trouble` where a role-play cannot be worked out, or a draw cannot be met.
pub fn mean_sem_at_mark(scheme: &Scheme, library: &Library) -> Result<Sem, Trouble> {
    let (questions, talks) = (question_pools(scheme, library)?, talk_pools(scheme, library)?);
    let mut ready = Vec::new();
    for (scenario, likely) in talks.iter().flat_map(Pool::likely) {
        let stage = Stage::new((*scenario).clone()).map_err(|_| Trouble::Unfit)?;
        ready.push((likely, Futures::of(&stage, &Graph::new(&stage)?)));
    }
    let questions = questions.iter().flat_map(Pool::likely).map(|(question, likely)| (likely, *question)).collect();
    Form { scheme, questions, talks: ready }.sem()
}

/// What is asked, each item counted so often.
struct Form<'a> {
    scheme: &'a Scheme,
    questions: Vec<(Big, &'a Question)>,
    talks: Vec<(Big, Futures)>,
}

/// A mean and a variance.
type Moments = (Big, Big);

impl Form<'_> {
    fn sem(&self) -> Result<Sem, Trouble> {
        let mark = big(percent(self.scheme.result.pass));
        let (mut below, mut enough) = (0_u32, 1000_u32);
        if self.total(ability(0))?.0 >= mark {
            enough = 0;
        }
        while below + 1 < enough {
            let middle = below.midpoint(enough);
            *(if self.total(ability(middle))?.0 < mark { &mut below } else { &mut enough }) = middle;
        }
        let ability = ability(enough);
        let (_, variance) = self.total(ability)?;
        // The root of a million times the variance of a share is the deviation in tenths of a hundredth.
        let tenths = (variance * BigUint::from(1_000_000_u32)).to_integer().sqrt();
        Ok(Sem { ability, points: Exact::new(tenths.to_i128().unwrap_or(1000), 10) })
    }

    /// The weighted sum of both parts.
    fn total(&self, p: Ability) -> Result<Moments, Trouble> {
        let theory = self.scheme.theory.as_ref().map(|part| (part.weight, self.theory(p)));
        let practice = match &self.scheme.practice {
            Some(part) => Some((part.weight, self.practice(p)?)),
            None => None,
        };
        let mut sum = (Big::zero(), Big::zero());
        for (weight, (mean, variance)) in theory.into_iter().chain(practice) {
            let weight = big(percent(weight));
            sum.0 += &weight * mean;
            sum.1 += &weight * &weight * variance;
        }
        Ok(sum)
    }

    /// Points earned out of points there are.
    fn theory(&self, p: Ability) -> Moments {
        let mut sum = (Big::zero(), Big::zero());
        let mut points = Big::zero();
        for (often, it) in &self.questions {
            let spread = question(it, p);
            sum.0 += often * spread.mean();
            sum.1 += often * spread.variance();
            points += often * big(it.points.exact());
        }
        per(sum, &points)
    }

    /// The mean of role-plays and stations.
    fn practice(&self, p: Ability) -> Result<Moments, Trouble> {
        let draws = self.scheme.practice.iter().flat_map(|part| &part.draw);
        let stations: u32 = draws.filter(|draw| matches!(draw, PracticeDraw::Station { .. })).map(PracticeDraw::count).sum();
        let mut count = Big::from_integer(stations.into());
        let mut sum = (&count * big(percent(self.scheme.result.pass)), Big::zero());
        for (often, futures) in &self.talks {
            let talk = talk_with(futures, p)?;
            sum.0 += often * talk.shares.mean();
            sum.1 += often * talk.shares.variance();
            count += often;
        }
        Ok(per(sum, &count))
    }
}

/// A sum's moments as those of a share of `of`; of nothing it is nothing.
fn per((mean, variance): Moments, of: &Big) -> Moments {
    if of.is_zero() { (Big::zero(), Big::zero()) } else { (mean / of, variance / of / of) }
}

fn ability(thousandths: u32) -> Ability {
    Ability::of(Exact::new(thousandths.into(), 1000)).expect("0 to 1000 thousandths are a share")
}
