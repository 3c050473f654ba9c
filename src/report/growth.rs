//! How a learner's skills grow from talk to talk, and which talk would help most now. Whole numbers, from finished role-plays alone.
//!
//! Our own policy, not a handbook's: a skill is judged by the newest twelve talks in which it could be shown; 80 % of what could be
//! earned there is a strength, below 60 % a gap. `standing` says what comes next altogether.

use std::collections::BTreeMap;

use super::standing::{Past, plays_in_order, plays_of};
use crate::base::id::{LicenceId, ScenarioId, SkillId};
use crate::base::moment::Moment;
use crate::base::points::Points;
use crate::grade::memory::days_between;
use crate::model::library::Library;
use crate::model::licence::{PracticeDraw, Scheme};
use crate::model::scenario::{Scenario, Way};

/// The newest talks that a skill is judged by.
pub const TALKS: usize = 12;
/// From so many percent on a skill is a strength.
const STRONG: u8 = 80;
/// Below so many percent it is a gap.
const WEAK: u8 = 60;
/// By so many thousandths the newer half of the talks has to differ from the older one for a trend to show.
const SHIFT: i64 = 50;
/// A talk that was never played counts as if it had been this many days ago.
const NEVER: u32 = 30;

/// How a skill grows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// Which.
    pub skill: SkillId,
    /// The share earned in each of the newest talks, in thousandths, cut, 0 to 1000; the oldest first, one to twelve of them.
    pub line: Vec<u16>,
    /// The share earned in all of these together, in percent, cut, 0 to 100.
    pub percent: u8,
    /// In how many talks it could ever be shown.
    pub talks: usize,
    /// Where it is going.
    pub trend: Trend,
}

/// Where a skill is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Fewer than four talks: nobody can tell.
    New,
    /// Up.
    Rising,
    /// Neither.
    Steady,
    /// Down.
    Falling,
}

/// A talk to play now, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Which.
    pub scenario: ScenarioId,
    /// The skill that it helps most, with its percent; `None`: never shown yet.
    pub skill: Option<(SkillId, Option<u8>)>,
    /// A licence whose exam has talks of this kind.
    pub licence: Option<LicenceId>,
    /// Whole days since it was last finished; `None`: never.
    pub days: Option<u32>,
}

impl Growth {
    /// Whether it is a strength.
    pub const fn is_strong(&self) -> bool {
        self.percent >= STRONG
    }

    /// Whether it is a gap.
    pub const fn is_weak(&self) -> bool {
        self.percent < WEAK
    }
}

impl Trend {
    /// Its name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Rising => "rising",
            Self::Steady => "steady",
            Self::Falling => "falling",
        }
    }

    /// The newer half of the talks against the older one; one in the middle is of neither.
    fn of(line: &[u16]) -> Self {
        if line.len() < 4 {
            return Self::New;
        }
        let half = line.len() / 2;
        let sum = |shares: &[u16]| shares.iter().map(|it| i64::from(*it)).sum::<i64>();
        let by = sum(&line[line.len() - half..]) - sum(&line[..half]);
        let enough = SHIFT * i64::try_from(half).unwrap_or(i64::MAX);
        match by {
            by if by >= enough => Self::Rising,
            by if by <= -enough => Self::Falling,
            _ => Self::Steady,
        }
    }
}

/// The skills shown so far, in the author's order. `past`: newest first.
pub fn growth(library: &Library, past: &[Past]) -> Vec<Growth> {
    let mut shown: BTreeMap<&SkillId, Vec<(Points, Points)>> = BTreeMap::new();
    for play in past.iter().filter_map(|p| p.grade.as_ref()).flat_map(plays_of) {
        for (skill, sums) in play.skills.iter().filter(|(_, (_, best))| *best > Points::ZERO) {
            shown.entry(skill).or_default().push(*sums);
        }
    }
    let of = |skill: &SkillId| {
        let all = shown.get(skill)?;
        let newest = &all[..all.len().min(TALKS)];
        let line: Vec<u16> = newest.iter().rev().map(|sums| part(*sums, 1000)).collect();
        let sum = newest.iter().fold((Points::ZERO, Points::ZERO), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        let percent = u8::try_from(part(sum, 100)).unwrap_or(100);
        Some(Growth { skill: skill.clone(), trend: Trend::of(&line), line, percent, talks: all.len() })
    };
    library.skills.iter().filter_map(|(skill, _)| of(skill)).collect()
}

/// `earned` of `best` in so many parts of the whole, cut, never below 0 or above all.
fn part((earned, best): (Points, Points), of: i64) -> u16 {
    let parts = i128::from(earned.in_thousandths()) * i128::from(of) / i128::from(best.in_thousandths().max(1));
    u16::try_from(parts.clamp(0, i128::from(of))).unwrap_or(0)
}

/// Who asks for advice.
pub struct Learning<'a> {
    /// What was done, newest first.
    pub past: &'a [Past],
    /// How the skills grow.
    pub growth: &'a [Growth],
    /// The licences that talks may count for: the one the learner is after, or all that are open.
    pub after: &'a [&'a Scheme],
    /// Now.
    pub now: Moment,
}

impl Learning<'_> {
    /// The talk among these that would help most: what is weak in it × what the exam asks × not lately seen; among equals the easiest,
    /// in the author's order. Nothing harder than a level above what was passed, unless there is nothing else.
    pub fn advise(&self, library: &Library, fits: impl Fn(&Scenario) -> bool) -> Option<Advice> {
        let passed = self.past.iter().filter_map(|p| p.grade.as_ref()).flat_map(plays_of).filter(|play| play.passed);
        let reached = passed.filter_map(|play| library.scenarios.get(&play.scenario)).map(|it| it.level).max().unwrap_or(0);
        let talks: Vec<&Scenario> =
            plays_in_order(library).iter().filter_map(|id| library.scenarios.get(id)).filter(|it| fits(it)).collect();
        let within = talks.iter().copied().filter(|it| it.level <= reached + 1);
        let best = |best: Option<(u64, Advice)>, talk: &Scenario| {
            let (worth, advice) = self.worth(talk);
            match best {
                Some(best) if best.0 >= worth => Some(best),
                _ => Some((worth, advice)),
            }
        };
        let found = within.fold(None, best).or_else(|| talks.iter().copied().fold(None, best));
        found.map(|(_, advice)| advice)
    }

    /// What a talk is worth now, and why.
    fn worth(&self, talk: &Scenario) -> (u64, Advice) {
        let shown = |skill: &SkillId| self.growth.iter().find(|it| it.skill == *skill).map(|it| it.percent);
        let gap = |skill: &SkillId| u64::from(100 - shown(skill).unwrap_or(0));
        let asked = asked(talk);
        let all: u64 = asked.values().sum();
        let missing: u64 = asked.iter().map(|(skill, points)| points * gap(skill)).sum();
        let weak = missing.checked_div(all).unwrap_or(0);
        // Of equals the first in the order of skills: `max_by_key` would take the last.
        let most =
            asked.iter().rev().max_by_key(|(skill, points)| *points * gap(skill)).map(|(skill, _)| (skill.clone(), shown(skill)));
        let licence = self.after.iter().find(|scheme| counts(scheme, talk)).map(|scheme| scheme.id.clone());
        let played = |p: &&Past| p.grade.as_ref().is_some_and(|grade| plays_of(grade).iter().any(|it| it.scenario == talk.id));
        let days = self.past.iter().find(played).map(|p| days_between(p.last, self.now));
        let unseen = u64::from(days.map_or(NEVER, |days| days.min(NEVER - 1)) + 1);
        let asked_for = if licence.is_some() { 2 } else { 1 };
        ((weak + 1) * asked_for * unseen, Advice { scenario: talk.id.clone(), skill: most, licence, days })
    }
}

/// The most that each skill can earn at the turns of a talk, in thousandths of a point.
fn asked(talk: &Scenario) -> BTreeMap<SkillId, u64> {
    let mut out: BTreeMap<SkillId, u64> = BTreeMap::new();
    for turn in &talk.turns {
        let mut best: BTreeMap<SkillId, Points> = BTreeMap::new();
        let scores = match &turn.way {
            Way::Replies(all) => all.iter().map(|reply| reply.score.clone()).collect(),
            Way::Write(write) => vec![write.writing.best_by_skill()],
            Way::Goto(_) | Way::Branch(_) | Way::Ending(_) => Vec::new(),
        };
        for (skill, points) in scores.into_iter().flatten() {
            let most = best.entry(skill).or_default();
            *most = (*most).max(points);
        }
        for (skill, points) in best.into_iter().filter(|(_, points)| *points > Points::ZERO) {
            *out.entry(skill).or_default() += points.in_thousandths().unsigned_abs();
        }
    }
    out
}

/// Whether a licence's exam draws talks of this kind.
fn counts(scheme: &Scheme, talk: &Scenario) -> bool {
    let draws = scheme.practice.iter().flat_map(|practice| &practice.draw);
    let kind = |draw: &PracticeDraw| match draw {
        PracticeDraw::Talk { category, level, .. } => *category == talk.category && level.is_none_or(|it| it == talk.level),
        PracticeDraw::Station { .. } => false,
    };
    draws.into_iter().any(kind) && scheme.serves(&talk.roles)
}
