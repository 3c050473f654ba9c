//! Steps of a library's items, each worked out once: to hold the forms of many exams against what the library deals.

use std::collections::BTreeMap;

use super::{Deal, best};
use crate::attempt::plan::{Step, Tries};
use crate::base::digest::Digest;
use crate::base::id::{QuestionRef, ScenarioId, StationId};
use crate::base::points::Points;
use crate::cli::failure::Failure;
use crate::model::frozen::Frozen;
use crate::model::question::Question;
use crate::model::scenario::Scenario;
use crate::model::station::Station;

/// What was worked out of one library's items.
#[derive(Default)]
pub struct Known {
    questions: BTreeMap<QuestionRef, Digest>,
    scenarios: BTreeMap<ScenarioId, Digest>,
    stations: BTreeMap<StationId, Digest>,
    /// The best that can be reached in a role-play.
    best: BTreeMap<ScenarioId, Points>,
}

impl Known {
    /// A question's digest.
    pub fn question(&mut self, question: &Question) -> Digest {
        let digest = || Frozen::Question(Box::new(question.clone())).digest();
        *self.questions.entry(question.id.clone()).or_insert_with(digest)
    }

    /// A role-play's digest.
    pub fn scenario(&mut self, scenario: &Scenario) -> Digest {
        let digest = || Frozen::Scenario(Box::new(scenario.clone())).digest();
        *self.scenarios.entry(scenario.id.clone()).or_insert_with(digest)
    }

    /// A station's digest.
    pub fn station(&mut self, station: &Station) -> Digest {
        let digest = || Frozen::Station(Box::new(station.clone())).digest();
        *self.stations.entry(station.id.clone()).or_insert_with(digest)
    }
}

impl Deal for Known {
    fn ask(&mut self, question: &Question, tries: Tries) -> Step {
        Step::Ask { question: question.id.clone(), content: self.question(question), tries }
    }

    fn play(&mut self, scenario: &Scenario) -> Result<Step, Failure> {
        let content = self.scenario(scenario);
        let best = match self.best.get(&scenario.id) {
            Some(best) => *best,
            None => *self.best.entry(scenario.id.clone()).or_insert(best(scenario)?),
        };
        Ok(Step::Play { scenario: scenario.id.clone(), content, best })
    }

    fn watch(&mut self, station: &Station) -> Digest {
        self.station(station)
    }
}
