//! Role-plays: how often each reply was taken at each turn, of how often it was offered, and how they ended.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::State;
use crate::base::id::{ReplyId, ScenarioId, TurnId};
use crate::base::points::Exact;
use crate::model::grade::{Grade, PlayGrade};
use crate::model::scenario::{Scenario, Way};

/// Plays of one scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Talks {
    /// How many.
    pub plays: usize,
    /// How many passed.
    pub passed: usize,
    /// How many crossed a red line.
    pub red_lines: usize,
    /// Their shares of the best.
    shares: Vec<Exact>,
    /// How often each turn asked for a reply.
    visits: BTreeMap<TurnId, usize>,
    /// How often each reply was offered, and taken.
    replies: BTreeMap<(TurnId, ReplyId), (usize, usize)>,
    /// How often each ending was come to.
    endings: BTreeMap<TurnId, usize>,
}

/// A turn with its replies.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurnShares {
    /// The turn.
    pub turn: TurnId,
    /// How often it was come to.
    pub visits: usize,
    /// Its replies.
    pub replies: Vec<ReplyShare>,
}

/// A reply as it was taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReplyShare {
    /// The reply.
    pub reply: ReplyId,
    /// How often it was offered.
    pub offered: usize,
    /// How often it was taken.
    pub taken: usize,
    /// Taken ÷ visits of its turn; `None` where nobody came to it.
    pub share: Option<f64>,
}

/// The role-plays within a grade.
pub fn plays(grade: &Grade) -> &[PlayGrade] {
    match grade {
        Grade::Play(play) => std::slice::from_ref(play),
        Grade::Course(course) => &course.plays,
        Grade::Exam(exam) => &exam.plays,
        Grade::Quiz(_) | Grade::Station(_) | Grade::Agreement | Grade::Appeal => &[],
    }
}

impl Talks {
    /// Counts in what an attempt has of the scenario.
    pub fn add(&mut self, scenario: &ScenarioId, activity: &Activity, state: &State) {
        let grades = state.closed.as_ref().map(plays).unwrap_or_default();
        for (play, grade) in state.plays.iter().zip(grades).filter(|(_, grade)| grade.scenario == *scenario) {
            let Step::Play { content, .. } = activity.step(play.at) else { continue };
            let stage = activity.stage(content);
            for (before, chosen) in &play.path {
                let turn = stage.turn(before).id.clone();
                for offered in stage.offered(before) {
                    let counts = self.replies.entry((turn.clone(), stage.reply(offered).1.id.clone())).or_default();
                    *counts = (counts.0 + 1, counts.1 + usize::from(offered == *chosen));
                }
                *self.visits.entry(turn).or_default() += 1;
            }
            self.plays += 1;
            self.passed += usize::from(grade.passed);
            self.red_lines += usize::from(grade.red_line);
            self.shares.push(grade.share);
            *self.endings.entry(grade.ending.clone()).or_default() += 1;
        }
    }

    /// The turns in the scenario's order, with replies that nobody took; what only an earlier edition had stands at the end.
    pub fn turns(&self, scenario: Option<&Scenario>) -> Vec<TurnShares> {
        let mut order: Vec<(TurnId, Vec<ReplyId>)> = Vec::new();
        for turn in scenario.iter().flat_map(|s| &s.turns) {
            if let Way::Replies(replies) = &turn.way {
                order.push((turn.id.clone(), replies.iter().map(|r| r.id.clone()).collect()));
            }
        }
        for (turn, reply) in self.replies.keys() {
            match order.iter_mut().find(|(known, _)| known == turn) {
                Some((_, replies)) if replies.contains(reply) => {}
                Some((_, replies)) => replies.push(reply.clone()),
                None => order.push((turn.clone(), vec![reply.clone()])),
            }
        }
        order.into_iter().map(|(turn, replies)| self.turn(turn, replies)).collect()
    }

    fn turn(&self, turn: TurnId, replies: Vec<ReplyId>) -> TurnShares {
        let visits = self.visits.get(&turn).copied().unwrap_or(0);
        let one = |reply: ReplyId| {
            let (offered, taken) = self.replies.get(&(turn.clone(), reply.clone())).copied().unwrap_or_default();
            ReplyShare { reply, offered, taken, share: (visits > 0).then(|| taken as f64 / visits as f64) }
        };
        let replies = replies.into_iter().map(one).collect();
        TurnShares { turn, visits, replies }
    }

    /// The mean share of the best; `None` without plays.
    pub fn mean(&self) -> Option<f64> {
        let mut shares: Vec<f64> = self.shares.iter().map(|s| s.parts()).map(|(num, den)| num as f64 / den as f64).collect();
        // The same sum whoever came first.
        shares.sort_by(f64::total_cmp);
        (self.plays > 0).then(|| shares.iter().sum::<f64>() / self.plays as f64)
    }

    /// How often each ending was come to.
    pub const fn endings(&self) -> &BTreeMap<TurnId, usize> {
        &self.endings
    }
}
