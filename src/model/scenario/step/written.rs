//! A written reply as moves: one for each score that a text can have, each leading where its rung says.

use std::collections::BTreeSet;

use super::{Deed, Unfit};
use crate::base::id::TurnId;
use crate::base::points::Points;
use crate::model::scenario::{Reply, Write};
use crate::model::wording::Severity;
use crate::model::writing::Writing;

/// More scores than this a turn cannot have: figures over all runs would drown in them.
pub const MOST_SCORES: usize = 200;

pub(super) fn moves(turn: &TurnId, write: &Write) -> Result<Vec<(Deed, Reply)>, Unfit> {
    if write.rungs.last().is_none_or(|rung| rung.at_least > 0) {
        return Err(Unfit::OpenBranch(turn.clone()));
    }
    let best = write.writing.best();
    let scores = scores(&write.writing).ok_or_else(|| Unfit::TooFine(turn.clone()))?;
    let told = |points: Points| {
        let rung = write.rung(points);
        let whole = points == best;
        let reply = Reply {
            mood: rung.mood,
            set: rung.set.clone(),
            add: rung.add.clone(),
            text: if whole { write.writing.sample.clone() } else { crate::model::text::Text::default() },
            score: if whole { write.writing.best_by_skill() } else { std::collections::BTreeMap::new() },
            ..Reply::bare(&format!("={points}"), &rung.to)
        };
        (Deed::Written(points), reply)
    };
    Ok(scores.into_iter().rev().map(told).collect())
}

/// Everything that a text can earn: what wanted things give together, less what broken rules cost, never below zero. `None`: too much.
fn scores(writing: &Writing) -> Option<BTreeSet<Points>> {
    let mut earned = BTreeSet::from([Points::ZERO]);
    for want in &writing.wants {
        earned.extend(earned.clone().into_iter().map(|sum| sum + want.points()));
        if earned.len() > 100 * MOST_SCORES {
            return None;
        }
    }
    let mut out: BTreeSet<Points> = earned.into_iter().map(|sum| sum.max(Points::ZERO)).collect();
    let most = writing.best();
    for severity in [Severity::Minor, Severity::Major] {
        let Some(register) = &writing.register else { break };
        let cost = register.cost(severity);
        let rules = register.rules.iter().filter(|rule| register.cost(rule.severity) == cost).count();
        for _ in 0..rules {
            let before = out.len();
            out.extend(out.clone().into_iter().map(|sum| (sum - cost).max(Points::ZERO)).filter(|sum| *sum <= most));
            if out.len() == before || out.len() > MOST_SCORES {
                break;
            }
        }
    }
    (out.len() <= MOST_SCORES).then_some(out)
}
