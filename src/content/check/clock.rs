//! Turns with a clock: a standard says how quickly one replies on their channel, and what is to be read there leaves time to reply.

use super::place_of;
use crate::base::finding::Finding;
use crate::base::id::StandardId;
use crate::content::codes;
use crate::content::doc::{Body, Doc, Gathered};
use crate::content::nearest::{Choices, Found, Seat};
use crate::model::scenario::{Scenario, Turn, Way};
use crate::model::standard::Timing;

/// Checks every scenario.
pub fn check(all: &Gathered<'_>, findings: &mut Vec<Finding>) {
    let standards = Choices::among(all.docs.iter(), |body| if let Body::Standard(it) = body { Some(it) } else { None });
    for doc in &all.docs {
        let Body::Scenario(scenario) = &doc.body else { continue };
        let Some(first) = scenario.turns.iter().find(|turn| turn.clock) else { continue };
        match standards.find(scenario.standard.as_ref().map(StandardId::as_str), Seat::of(doc)) {
            // Told where it is named; or nobody can know.
            Found::Missing => {}
            _ if all.all_blind => {}
            Found::One(standard) => match standard.channels.get(&scenario.channel) {
                Some(timing) => reading(doc, scenario, timing, findings),
                None => told(doc, (scenario, first), "channel", findings),
            },
            Found::None => told(doc, (scenario, first), "none", findings),
            Found::Several(_) => told(doc, (scenario, first), "several", findings),
        }
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
