//! The plan: everything that an attempt will be, settled when it starts.
//!
//! A plan names content by digest, so that a later edit of the library changes nothing; `Activity` is the plan with that content
//! loaded and ready to be walked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::dice::Seed;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Lang, LearnerId, LessonId, QuestionRef, ScenarioId};
use crate::base::points::Points;
use crate::model::course::Lesson;
use crate::model::frozen::{Frame, Frozen};
use crate::model::question::Question;
use crate::model::scenario::step::Stage;

/// What an attempt is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
pub enum Subject {
    /// A course.
    Course(String),
    /// A quiz over a bank.
    Bank(String),
    /// One role-play.
    Scenario(String),
}

impl Subject {
    /// `course:attitude`, as people may write it.
    pub fn named(&self) -> String {
        let (kind, id) = self.parts();
        format!("{kind}:{id}")
    }

    /// Kind and id.
    pub fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Course(id) => ("course", id),
            Self::Bank(id) => ("bank", id),
            Self::Scenario(id) => ("scenario", id),
        }
    }
}

/// Who gives the replies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Conduct {
    /// A person at the keyboard.
    Person,
    /// A file of answers.
    Script,
}

/// Everything an attempt will be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The attempt.
    pub attempt: AttemptId,
    /// Whose it is.
    pub learner: LearnerId,
    /// What it is about.
    pub subject: Subject,
    /// Its language, fixed from the start.
    pub language: Lang,
    /// Its seed.
    pub seed: Seed,
    /// How it is dealt: `base::dice::ALGORITHM`.
    pub dice: String,
    /// The rules it is graded by: `model::grade::RULES`.
    pub rules: u16,
    /// Who replies.
    pub conduct: Conduct,
    /// Titles that its pages name: a `Frozen::Frame`.
    pub frame: Digest,
    /// One or more parts: a course has one a lesson.
    pub parts: Vec<Part>,
}

/// A stretch of steps; missed checkpoint questions come back at its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// In order.
    pub steps: Vec<Step>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// Read a lesson.
    Read {
        /// Its id in the course.
        lesson: LessonId,
        /// Its frozen content.
        content: Digest,
    },
    /// Answer a question.
    Ask {
        /// `bank/question`.
        question: QuestionRef,
        /// Its frozen content.
        content: Digest,
        /// How often one may try.
        tries: Tries,
    },
    /// Play a scenario.
    Play {
        /// The scenario.
        scenario: ScenarioId,
        /// Its frozen content.
        content: Digest,
        /// Best attainable from the start, exact.
        best: Points,
    },
}

/// How often a question may be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tries {
    /// Once.
    Once,
    /// Twice in place; after the second miss it comes back once at the end of its part. First tries count.
    Checkpoint,
}

impl Plan {
    /// The digests of all content it names.
    pub fn contents(&self) -> impl Iterator<Item = Digest> {
        let steps = self.parts.iter().flat_map(|p| &p.steps).map(|s| match s {
            Step::Read { content, .. } | Step::Ask { content, .. } | Step::Play { content, .. } => *content,
        });
        std::iter::once(self.frame).chain(steps)
    }
}

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
        let mut frame = None;
        let (mut lessons, mut questions, mut stages) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (digest, content) in contents {
            if content.digest() != digest {
                return Err(Misplaced(digest));
            }
            match content {
                Frozen::Frame(it) => frame = Some(it),
                Frozen::Lesson(it) => drop(lessons.insert(digest, it)),
                Frozen::Question(it) => drop(questions.insert(digest, it)),
                Frozen::Scenario(it) => drop(stages.insert(digest, Stage::new(*it).map_err(|_| Misplaced(digest))?)),
                Frozen::Station(_) | Frozen::Agreement(_) | Frozen::Scheme(_) => {}
            }
        }
        for step in plan.parts.iter().flat_map(|p| &p.steps) {
            let (found, content) = match step {
                Step::Read { content, .. } => (lessons.contains_key(content), content),
                Step::Ask { content, .. } => (questions.contains_key(content), content),
                Step::Play { content, .. } => (stages.contains_key(content), content),
            };
            if !found {
                return Err(Misplaced(*content));
            }
        }
        let frame = frame.ok_or(Misplaced(plan.frame))?;
        Ok(Self { plan, frame, lessons, questions, stages })
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
}
