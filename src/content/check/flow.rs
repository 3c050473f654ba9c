//! How a scenario flows: where red lines lead, that a harmless reply stands beside them, that crossings do not run in a circle, that in
//! an exam no machine decides where a talk goes.

use std::collections::BTreeMap;

use super::{is_whole, place_of};
use crate::base::finding::Finding;
use crate::content::codes;
use crate::content::doc::{Body, Doc};
use crate::model::scenario::{Outcome, Reply, Scenario, Turn, Way};

/// Checks a scenario; other things pass.
pub fn check(doc: &Doc<'_>, findings: &mut Vec<Finding>) {
    let Body::Scenario(scenario) = &doc.body else { return };
    if !is_whole(doc) {
        return;
    }
    let turns: BTreeMap<&str, &Turn> = scenario.turns.iter().map(|t| (t.id.as_str(), t)).collect();
    if scenario.use_.is_for_exam() {
        scenario.turns.iter().for_each(|turn| fork(doc, turn, findings));
    }
    for turn in &scenario.turns {
        let Way::Replies(replies) = &turn.way else { continue };
        for reply in replies.iter().filter(|r| r.red_line.is_some()) {
            red_line(doc, turn, reply, &turns, findings);
        }
        if !replies.is_empty() && replies.iter().all(|r| r.red_line.is_some()) {
            let place = place_of(doc, &format!("turn.{}", turn.id));
            findings.push(codes::NO_HARMLESS.at(place, &[("turn", turn.id.as_str())]));
        }
    }
    circles(doc, scenario, &turns, findings);
}

/// What was written is judged by a machine, and an examiner who sees it otherwise can give back points, not another talk.
fn fork(doc: &Doc<'_>, turn: &Turn, findings: &mut Vec<Finding>) {
    if matches!(&turn.way, Way::Write(write) if write.forks()) {
        let place = place_of(doc, &format!("turn.{}.write.branch", turn.id));
        findings.push(codes::EXAM_FORK.at(place, &[("turn", turn.id.as_str())]));
    }
}

fn red_line(doc: &Doc<'_>, turn: &Turn, reply: &Reply, turns: &BTreeMap<&str, &Turn>, findings: &mut Vec<Finding>) {
    let Some(target) = turns.get(reply.to.as_str()) else { return };
    if !matches!(&target.way, Way::Ending(ending) if ending.outcome == Outcome::Failed) {
        let place = place_of(doc, &format!("turn.{}.reply.{}.to", turn.id, reply.id));
        let mut finding = codes::RED_LINE_TARGET.at(place, &[("reply", reply.id.as_str()), ("to", reply.to.as_str())]);
        finding.also = Some(place_of(doc, &format!("turn.{}", target.id)));
        findings.push(finding);
    }
}

/// Crossings (`goto`, `branch`) that lead back to themselves without a reply between, each circle once.
fn circles(doc: &Doc<'_>, scenario: &Scenario, turns: &BTreeMap<&str, &Turn>, findings: &mut Vec<Finding>) {
    let mut done: BTreeMap<&str, bool> = BTreeMap::new();
    for turn in &scenario.turns {
        // Depth first with an explicit way, for a chain of crossings may be as long as a file.
        let mut way: Vec<(&str, Vec<&str>)> = vec![(turn.id.as_str(), crossings(turn))];
        if done.contains_key(turn.id.as_str()) {
            continue;
        }
        done.insert(turn.id.as_str(), false);
        while let Some((at, open)) = way.last_mut() {
            let Some(next) = open.pop() else {
                done.insert(*at, true);
                way.pop();
                continue;
            };
            match (done.get(next), turns.get(next)) {
                (None, Some(turn)) => {
                    done.insert(turn.id.as_str(), false);
                    way.push((turn.id.as_str(), crossings(turn)));
                }
                (Some(false), _) => {
                    let from = way.iter().position(|(id, _)| *id == next).unwrap_or(0);
                    let path: Vec<&str> = way[from..].iter().map(|(id, _)| *id).chain([next]).collect();
                    let place = place_of(doc, &format!("turn.{next}"));
                    findings.push(codes::CROSSING_LOOP.at(place, &[("path", &path.join(" → "))]));
                }
                _ => {}
            }
        }
    }
}

fn crossings(turn: &Turn) -> Vec<&str> {
    match &turn.way {
        Way::Goto(to) => vec![to.as_str()],
        Way::Branch(arms) => arms.iter().map(|arm| arm.to.as_str()).collect(),
        _ => Vec::new(),
    }
}
