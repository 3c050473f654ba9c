//! Analysis that is remembered from one check to the next: a scenario or licence that is as it was has the faults that it had.
//!
//! A scenario is known by all it says, a licence by itself and everything that it may draw: that is all its chances follow from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::told::{self, Seen};
use crate::analysis::chance;
use crate::analysis::phrases::{self, Idle};
use crate::attempt::blueprint;
use crate::base::finding::Finding;
use crate::base::id::{Lang, LicenceId, ScenarioId, WordingId};
use crate::content::Loaded;
use crate::model::library::Library;
use crate::model::licence::{PracticeDraw, Scheme};
use crate::model::question::Question;
use crate::model::scenario::Scenario;
use crate::model::scenario::step::Stage;
use crate::model::wording::Register;

/// What is known from before.
#[derive(Default)]
pub struct Known {
    languages: Vec<Lang>,
    scenarios: BTreeMap<ScenarioId, (Stage, Seen)>,
    registers: BTreeMap<WordingId, (Arc<Register>, Vec<Idle>)>,
    licences: BTreeMap<LicenceId, (Basis, Vec<chance::Fault>)>,
}

/// The chances of one licence, to be worked out: knows all that it takes, so that it can be done beside other things.
pub struct Task {
    id: LicenceId,
    basis: Basis,
    library: Library,
}

/// What a task came to.
pub struct Done {
    id: LicenceId,
    basis: Basis,
    faults: Vec<chance::Fault>,
}

impl Task {
    /// Works it out; takes up to seconds.
    pub fn work_out(self) -> Done {
        let Self { id, basis, library } = self;
        let faults = chance::faults(&basis.scheme, &library);
        Done { id, basis, faults }
    }
}

/// All that a licence's chances follow from.
#[derive(PartialEq)]
struct Basis {
    scheme: Scheme,
    questions: Vec<Vec<Question>>,
    talks: Vec<Vec<Scenario>>,
}

impl Basis {
    fn of(scheme: &Scheme, library: &Library) -> Self {
        let questions = scheme.theory.iter().flat_map(|part| &part.draw);
        let talks = scheme.practice.iter().flat_map(|part| &part.draw).filter_map(|draw| match draw {
            PracticeDraw::Talk { category, level, .. } => Some((*category, *level)),
            PracticeDraw::Station { .. } => None,
        });
        Self {
            scheme: scheme.clone(),
            questions: questions.map(|draw| blueprint::questions(library, scheme, draw).cloned().collect()).collect(),
            talks: talks.map(|(category, level)| blueprint::talks(library, scheme, category, level).cloned().collect()).collect(),
        }
    }
}

impl Known {
    /// The findings of all scenarios, over up to so many states each, all model answers and all phrases; what is not known is worked out.
    pub fn scenarios(&mut self, loaded: &Loaded, most: usize, step: &mut dyn FnMut()) -> Vec<Finding> {
        let mut out = Vec::new();
        let all = &loaded.with_drafts().scenarios;
        self.scenarios.retain(|id, _| all.contains_key(id));
        for id in all.keys() {
            out.extend(self.scenario(loaded, id, most));
            step();
        }
        out.extend(told::of_samples(loaded));
        out.extend(self.phrases(loaded));
        out
    }

    /// Puts registers that are known in the place of those that say the same: what they were made ready for is done once.
    pub fn share(&self, loaded: &mut Loaded) {
        let known = |register: &Arc<Register>| Some(&self.registers.get(&register.id)?.0).filter(|known| *known == register);
        let same: BTreeMap<WordingId, Arc<Register>> =
            loaded.with_drafts().wordings.iter().filter_map(|(id, it)| Some((id.clone(), known(it)?.clone()))).collect();
        loaded.each_register(&mut |register| {
            if let Some(known) = same.get(&register.id) {
                *register = known.clone();
            }
        });
    }

    fn phrases(&mut self, loaded: &Loaded) -> Vec<Finding> {
        let all = &loaded.with_drafts().wordings;
        self.registers.retain(|id, (known, _)| all.get(id).is_some_and(|it| it == known));
        let mut out = Vec::new();
        for (id, it) in all {
            let (_, idle) = self.registers.entry(id.clone()).or_insert_with(|| (it.clone(), phrases::idle(it)));
            out.extend(idle.iter().filter_map(|idle| told::of_phrase(loaded, it, idle)));
        }
        out
    }

    /// The findings of one scenario; of one that cannot be walked `content` has said all.
    pub fn scenario(&mut self, loaded: &Loaded, id: &ScenarioId, most: usize) -> Vec<Finding> {
        let Some(scenario) = loaded.with_drafts().scenarios.get(id) else { return Vec::new() };
        if self.languages != loaded.library.languages {
            self.languages.clone_from(&loaded.library.languages);
            self.scenarios.clear();
        }
        if self.scenarios.get(id).is_none_or(|(stage, _)| stage.scenario() != scenario) {
            let Ok(stage) = Stage::new(scenario.clone()) else { return Vec::new() };
            let seen = told::look(&stage, most, &self.languages);
            self.scenarios.insert(id.clone(), (stage, seen));
        }
        let (stage, seen) = &self.scenarios[id];
        told::of_scenario(loaded, stage, seen)
    }

    /// The findings of the licences that are as they were, and which are not.
    pub fn licences(&self, loaded: &Loaded) -> (Vec<Finding>, Vec<LicenceId>) {
        let (mut out, mut open) = (Vec::new(), Vec::new());
        for (id, scheme) in &loaded.with_drafts().licences {
            match self.licences.get(id).filter(|(basis, _)| *basis == Basis::of(scheme, loaded.library_of(id))) {
                Some((_, found)) => out.extend(found.iter().filter_map(|fault| told::of_licence(loaded, scheme, fault))),
                None => open.push(id.clone()),
            }
        }
        (out, open)
    }

    /// A licence to be worked out; `None`: there is none of that id.
    pub fn task(loaded: &Loaded, id: &LicenceId) -> Option<Task> {
        let library = loaded.library_of(id);
        let scheme = library.licences.get(id)?;
        Some(Task { id: id.clone(), basis: Basis::of(scheme, library), library: library.clone() })
    }

    /// Keeps what was worked out: the next `licences` knows it, where the licence is still as it was.
    pub fn keep(&mut self, done: Done) {
        self.licences.insert(done.id, (done.basis, done.faults));
    }

    /// Works out one licence here and now.
    pub fn work_out(&mut self, loaded: &Loaded, id: &LicenceId) {
        let library = loaded.library_of(id);
        if let Some(scheme) = library.licences.get(id) {
            let found = chance::faults(scheme, library);
            self.licences.insert(id.clone(), (Basis::of(scheme, library), found));
        }
    }
}
