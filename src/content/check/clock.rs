//! Turns with a clock: a standard says how quickly one replies on their channel, and what is to be read there leaves time to reply.

use super::place_of;
use crate::base::finding::Finding;
use crate::content::assemble::standard_of;
use crate::content::codes;
use crate::content::doc::{Body, Doc, Gathered};
use crate::content::raw::sheet::Kind;
use crate::model::scenario::{Scenario, Turn, Way};
use crate::model::standard::{Standard, Timing};

/// Checks every scenario.
pub fn check(all: &Gathered<'_>, findings: &mut Vec<Finding>) {
    for doc in &all.docs {
        let Body::Scenario(scenario) = &doc.body else { continue };
        let Some(first) = scenario.turns.iter().find(|turn| turn.clock) else { continue };
        // A draft goes by what is still being written too.
        let known = |other: &&Doc<'_>| other.is_live() || !doc.is_live();
        let standards: Vec<&Standard> = all.docs.iter().filter(known).filter_map(of).collect();
        let named = scenario.standard.as_ref();
        if all.all_blind || named.is_some_and(|id| standards.iter().all(|it| it.id != *id)) {
            continue; // `refs` tells it
        }
        let standard = standard_of(scenario, standards.iter().map(|it| (&it.id, *it)));
        match standard.map(|it| it.channels.get(&scenario.channel)) {
            Some(Some(timing)) => reading(doc, scenario, timing, findings),
            Some(None) => told(doc, (scenario, first), "channel", findings),
            None if standards.is_empty() => told(doc, (scenario, first), "none", findings),
            None => told(doc, (scenario, first), "several", findings),
        }
    }
}

fn of<'a>(doc: &'a Doc<'_>) -> Option<&'a Standard> {
    match &doc.body {
        Body::Standard(standard) if doc.kind == Kind::Standard => Some(standard),
        _ => None,
    }
}

fn told(doc: &Doc<'_>, (scenario, turn): (&Scenario, &Turn), what: &str, findings: &mut Vec<Finding>) {
    let place = place_of(doc, &format!("turn.{}.clock", turn.id));
    findings.push(codes::NO_BANDS.at(place, &[("what", what), ("channel", scenario.channel.word())]));
}

/// Turns where reading takes longer than replying may: their clock measures how fast one reads.
fn reading(doc: &Doc<'_>, scenario: &Scenario, timing: &Timing, findings: &mut Vec<Finding>) {
    for turn in scenario.turns.iter().filter(|turn| turn.clock) {
        for lang in timing.reading_cps.keys() {
            let longest = turn.says.iter().map(|text| text.get(lang).chars().count()).max().unwrap_or(0);
            let replies: usize = match &turn.way {
                Way::Replies(all) => all.iter().map(|reply| reply.text.get(lang).chars().count()).sum(),
                Way::Write(write) => write.writing.task.get(lang).chars().count(),
                _ => 0,
            };
            let needs = timing.reading(lang, longest + replies);
            if needs > timing.limit() {
                let place = place_of(doc, &format!("turn.{}.clock", turn.id));
                let args = [("needs", &*needs.to_string()), ("limit", &*timing.limit().to_string()), ("language", lang.as_str())];
                findings.push(codes::MOSTLY_READING.at(place, &args));
                break;
            }
        }
    }
}
