//! What of a library serves each objective: lessons that teach it, questions that ask it, and what has somebody do it.
//!
//! That each is served as its aim wants is checked in `content/check/coverage`; here is how often.

use std::collections::BTreeMap;

use crate::base::id::ObjectiveRef;
use crate::model::library::{Aim, Library, Objective};
use crate::model::question::Kind;

/// How often an objective is served.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Served {
    /// Lessons that teach it.
    pub taught: usize,
    /// Questions that ask it, written ones too.
    pub asked: usize,
    /// Role-plays and stations in which it is done, and questions that are answered in one's own words.
    pub done: usize,
}

impl Served {
    /// Whether it is shown in the way that its aim wants.
    pub const fn shown(self, aim: Aim) -> bool {
        match aim {
            Aim::Know => self.asked > 0,
            Aim::Do => self.done > 0,
        }
    }
}

/// Every objective in the authors' order, with how often it is served.
pub fn served(library: &Library) -> Vec<(&Objective, Served)> {
    let mut all: BTreeMap<&ObjectiveRef, Served> = BTreeMap::new();
    for id in library.courses.values().flat_map(|course| &course.lessons).flat_map(|lesson| &lesson.objectives) {
        all.entry(id).or_default().taught += 1;
    }
    for question in library.banks.values().flat_map(|bank| &bank.questions) {
        for id in &question.objectives {
            let served = all.entry(id).or_default();
            served.asked += 1;
            served.done += usize::from(matches!(question.kind, Kind::Write(_)));
        }
    }
    let played = library.scenarios.values().map(|scenario| &scenario.objectives);
    for id in played.chain(library.stations.values().map(|station| &station.objectives)).flatten() {
        all.entry(id).or_default().done += 1;
    }
    let objectives = library.syllabi.values().flat_map(|syllabus| &syllabus.objectives);
    objectives.map(|objective| (objective, all.get(&objective.id).copied().unwrap_or_default())).collect()
}
