//! The plan: everything that an attempt will be, settled when it starts.
//!
//! A plan names content by digest, so that a later edit of the library changes nothing; `Activity` is the plan with that content
//! loaded and ready to be walked.

mod activity;
pub mod begun;
mod swap;

use serde::{Deserialize, Serialize};

pub use self::activity::{Activity, Misplaced};
pub use self::swap::Swap;
use super::drill::Made;
use crate::base::dice::Seed;
use crate::base::digest::Digest;
use crate::base::id::{
    ActorId, AgreementId, AttemptId, Lang, LearnerId, LessonId, QuestionRef, ScenarioId, SittingId, StaffId, StationId, StepId,
    TurnId,
};
use crate::base::points::Points;
use crate::model::span::Span;
pub use crate::model::word::PartOf;

/// What an attempt is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
pub enum Subject {
    /// A course.
    Course(String),
    /// A quiz over a bank.
    Bank(String),
    /// One role-play.
    Scenario(String),
    /// The exam of a licence.
    Licence(String),
    /// A station, observed by an examiner.
    Station(String),
    /// A text to agree to.
    Agreement(String),
    /// An appeal against the result of an exam, by that attempt's id.
    Appeal(String),
    /// What was missed before and comes back.
    Review,
}

impl Subject {
    /// `course:attitude`, as people may write it; of what has no id its kind.
    pub fn named(&self) -> String {
        match self.parts() {
            (kind, "") => kind.to_owned(),
            (kind, id) => format!("{kind}:{id}"),
        }
    }

    /// Whether it is something that a learner tries: no appeal, and not what an examiner noted at a station.
    pub const fn is_tried(&self) -> bool {
        !matches!(self, Self::Appeal(_) | Self::Station(_))
    }

    /// Kind and id.
    pub fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Course(id) => ("course", id),
            Self::Bank(id) => ("bank", id),
            Self::Scenario(id) => ("scenario", id),
            Self::Licence(id) => ("licence", id),
            Self::Station(id) => ("station", id),
            Self::Agreement(id) => ("agreement", id),
            Self::Appeal(id) => ("appeal", id),
            Self::Review => ("review", ""),
        }
    }

    /// From kind and id; `None` for a kind that is not known.
    pub fn from_parts(kind: &str, id: String) -> Option<Self> {
        Some(match kind {
            "course" => Self::Course(id),
            "bank" => Self::Bank(id),
            "scenario" => Self::Scenario(id),
            "licence" => Self::Licence(id),
            "station" => Self::Station(id),
            "agreement" => Self::Agreement(id),
            "appeal" => Self::Appeal(id),
            "review" => Self::Review,
            _ => return None,
        })
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
    /// What makes it an exam.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exam: Option<Exam>,
    /// What makes it an examiner's observation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observes: Option<Observes>,
    /// What makes it an appeal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeals: Option<Appeal>,
    /// What this learner was allowed when it began, where that is more than others have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowance: Option<Allowance>,
}

/// What makes an attempt an exam.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exam {
    /// The scheme: a `Frozen::Scheme`.
    pub scheme: Digest,
    /// The words that the candidate agreed to before it began.
    pub pledge: String,
    /// The salted digest of the candidate's name then, and of the staff number where there was one; salt and words lie beside the first
    /// event.
    pub holder: Digest,
    /// The stations drawn, which examiners observe apart: their ids and content.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stations: Vec<(StationId, Digest)>,
    /// The sitting that it belongs to, where the scheme is supervised. None before there were sittings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<SittingId>,
}

/// What makes an attempt an examiner's observation of a candidate at a station.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observes {
    /// The candidate's exam.
    pub exam: AttemptId,
    /// Who observes; `learner` of the plan is the candidate.
    pub examiner: StaffId,
    /// Typed in from a paper form.
    pub paper: bool,
}

/// What makes an attempt an appeal against the exam that its subject names. There is nothing to do in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeal {
    /// The digest of the exam's `Closed` event.
    pub closed: Digest,
    /// The salted digest of what the candidate wrote; salt and words lie beside the first event.
    pub grounds: Digest,
}

/// More time, or no clock on single replies: what a person needs who reads, types or speaks less fast. Why, it does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// Limits and clocks are so many thousandths of everybody's: from 1000 on.
    pub time: u32,
    /// Replies are not timed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_reply_clock: bool,
}

impl Default for Allowance {
    /// What everybody has.
    fn default() -> Self {
        Self { time: 1000, no_reply_clock: false }
    }
}

impl Allowance {
    /// A span with this allowance: whole milliseconds, up.
    pub const fn stretch(self, span: Span) -> Span {
        Span(span.0.saturating_mul(self.time as i64).saturating_add(999) / 1000)
    }
}

/// A stretch of steps; missed checkpoint questions come back at its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// In order.
    pub steps: Vec<Step>,
    /// How it is gone through, where that is not simply step after step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace: Option<Pace>,
}

/// How a part of an exam or an observation is gone through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// Which part it is.
    pub of: PartOf,
    /// By the wall clock, from its first item; at its end what is answered is handed in. `None`: no limit of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Span>,
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
    /// Decide one turn of a scenario again.
    Drill {
        /// The scenario.
        scenario: ScenarioId,
        /// The turn.
        turn: TurnId,
        /// Its frozen content.
        content: Digest,
        /// The talk up to there.
        way: Vec<Made>,
        /// What dealt the customer's words in it.
        seed: Seed,
    },
    /// Give a mark for a station's step or oral question.
    Rate {
        /// Which.
        rated: StepId,
        /// The frozen station.
        content: Digest,
    },
    /// Give the overall rating of a station, 1 (poor) to 5 (excellent). Kept for setting marks; it earns nothing.
    Overall {
        /// The frozen station.
        content: Digest,
    },
    /// Agree to a text.
    Agree {
        /// Which.
        agreement: AgreementId,
        /// Its frozen content.
        content: Digest,
    },
}

impl Step {
    /// The frozen content it is made from.
    pub const fn content(&self) -> Digest {
        match self {
            Self::Read { content, .. }
            | Self::Ask { content, .. }
            | Self::Play { content, .. }
            | Self::Drill { content, .. }
            | Self::Rate { content, .. }
            | Self::Overall { content }
            | Self::Agree { content, .. } => *content,
        }
    }
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
    /// A limit of everybody's, as long as this learner has for it.
    pub fn stretched(&self, span: Span) -> Span {
        self.allowance.map_or(span, |allowance| allowance.stretch(span))
    }

    /// Whether single replies are timed, where a scenario says so.
    pub fn times_replies(&self) -> bool {
        self.allowance.is_none_or(|allowance| !allowance.no_reply_clock)
    }

    /// Who acts in it: the examiner where one observes, the learner otherwise.
    pub fn actor(&self) -> ActorId {
        self.observes.as_ref().map_or_else(|| (&self.learner).into(), |o| (&o.examiner).into())
    }

    /// The digests of all content it names.
    pub fn contents(&self) -> impl Iterator<Item = Digest> {
        let steps = self.parts.iter().flat_map(|p| &p.steps).map(Step::content);
        let exam = self.exam.iter().flat_map(|e| std::iter::once(e.scheme).chain(e.stations.iter().map(|(_, content)| *content)));
        std::iter::once(self.frame).chain(steps).chain(exam)
    }
}
