//! A plan together with the content that it names.

use std::collections::BTreeMap;

use super::{Plan, Step, Subject, Swap};
use crate::attempt::drill::{asks, walk};
use crate::base::digest::Digest;
use crate::model::course::Lesson;
use crate::model::frozen::{Agreement, Frame, Frozen};
use crate::model::licence::Scheme;
use crate::model::question::Question;
use crate::model::scenario::step::Stage;
use crate::model::station::Station;

/// A plan with its content loaded, ready to be walked.
#[derive(Clone, Debug)]
pub struct Activity {
    /// The plan.
    pub plan: Plan,
    /// Titles.
    pub frame: Frame,
    lessons: BTreeMap<Digest, Lesson>,
    questions: BTreeMap<Digest, Question>,
    stages: BTreeMap<Digest, Stage>,
    stations: BTreeMap<Digest, Station>,
    agreements: BTreeMap<Digest, Agreement>,
    scheme: Option<Scheme>,
}

/// Kept content that does not fit its plan: the store was tampered with, or it is our bug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misplaced(pub Digest);

impl Activity {
    /// Puts plan and content together.
    ///
    /// # Errors
    /// `Misplaced` where content is missing, of another kind, or its bytes have another digest.
    pub fn new(plan: Plan, contents: BTreeMap<Digest, Frozen>) -> Result<Self, Misplaced> {
        match contents.iter().find(|(digest, content)| content.digest() != **digest) {
            Some((digest, _)) => Err(Misplaced(*digest)),
            None => Self::of_checked(plan, contents),
        }
    }

    /// The same with content whose digests were looked at already.
    ///
    /// # Errors
    /// `Misplaced` where content is missing or of another kind.
    pub fn of_checked(plan: Plan, contents: BTreeMap<Digest, Frozen>) -> Result<Self, Misplaced> {
        let (mut frame, mut scheme) = (None, None);
        let (mut lessons, mut questions, mut stages) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (mut stations, mut agreements) = (BTreeMap::new(), BTreeMap::new());
        for (digest, content) in contents {
            match content {
                Frozen::Frame(it) => frame = Some(it),
                Frozen::Lesson(it) => drop(lessons.insert(digest, it)),
                Frozen::Question(it) => drop(questions.insert(digest, *it)),
                Frozen::Scenario(it) => drop(stages.insert(digest, Stage::new(*it).map_err(|_| Misplaced(digest))?)),
                Frozen::Station(it) => drop(stations.insert(digest, *it)),
                Frozen::Agreement(it) => drop(agreements.insert(digest, it)),
                Frozen::Scheme(it) => scheme = Some(*it),
            }
        }
        for step in plan.parts.iter().flat_map(|p| &p.steps) {
            let content = step.content();
            let found = match step {
                Step::Read { .. } => lessons.contains_key(&content),
                Step::Ask { .. } => questions.contains_key(&content),
                Step::Play { .. } => stages.contains_key(&content),
                Step::Drill { turn, way, .. } => stages.get(&content).is_some_and(|stage| {
                    let there = walk(stage, way).is_some_and(|(state, _)| stage.turn(&state).id == *turn && asks(stage, &state));
                    plan.subject == Subject::Review && there
                }),
                Step::Rate { rated, .. } => stations.get(&content).is_some_and(|station| station.find(rated).is_some()),
                Step::Overall { .. } => stations.contains_key(&content),
                Step::Agree { .. } => agreements.contains_key(&content),
            };
            if !found {
                return Err(Misplaced(content));
            }
        }
        if let Some(exam) = &plan.exam {
            scheme.as_ref().ok_or(Misplaced(exam.scheme))?;
            if let Some((_, lost)) = exam.stations.iter().find(|(_, content)| !stations.contains_key(content)) {
                return Err(Misplaced(*lost));
            }
        }
        let frame = frame.ok_or(Misplaced(plan.frame))?;
        Ok(Self { plan, frame, lessons, questions, stages, stations, agreements, scheme })
    }

    /// The same activity with other content in places.
    ///
    /// # Errors
    /// `Misplaced` where that content is missing or of another kind than what it stands for.
    pub fn under(&self, swaps: &[Swap], fresh: &BTreeMap<Digest, Frozen>) -> Result<Self, Misplaced> {
        let mut out = Self { plan: self.plan.under(swaps), ..self.clone() };
        for Swap { was, now, .. } in swaps {
            match fresh.get(now) {
                Some(Frozen::Question(it)) if self.questions.contains_key(was) => {
                    out.questions.insert(*now, (**it).clone());
                }
                Some(Frozen::Scenario(it)) if self.stages.contains_key(was) => {
                    out.stages.insert(*now, Stage::new((**it).clone()).map_err(|_| Misplaced(*now))?);
                }
                _ => return Err(Misplaced(*now)),
            }
        }
        Ok(out)
    }

    /// A lesson of this plan.
    pub fn lesson(&self, content: &Digest) -> &Lesson {
        self.lessons.get(content).expect("`new` found every lesson the plan names")
    }

    /// A question of this plan.
    pub fn question(&self, content: &Digest) -> &Question {
        self.questions.get(content).expect("`new` found every question the plan names")
    }

    /// A scenario of this plan.
    pub fn stage(&self, content: &Digest) -> &Stage {
        self.stages.get(content).expect("`new` found every scenario the plan names")
    }

    /// A station of this plan.
    pub fn station(&self, content: &Digest) -> &Station {
        self.stations.get(content).expect("`new` found every station the plan names")
    }

    /// An agreement of this plan.
    pub fn agreement(&self, content: &Digest) -> &Agreement {
        self.agreements.get(content).expect("`new` found every agreement the plan names")
    }

    /// The scheme, where this is an exam.
    pub const fn scheme(&self) -> Option<&Scheme> {
        self.scheme.as_ref()
    }
}
