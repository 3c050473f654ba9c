//! What a grade says. How it comes about is in `grade/`; a closed attempt stores it as it was computed then.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::word::Outcome;
use crate::base::id::{QuestionRef, RuleId, ScenarioId, SkillId, StationId, StepId, TurnId};
use crate::base::points::{Exact, Points};

/// The number of the rules that grades are computed by; recorded in every plan.
pub const RULES: u16 = 1;

/// The grade of a whole attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum Grade {
    /// Of a quiz.
    Quiz(QuizGrade),
    /// Of one role-play.
    Play(PlayGrade),
    /// Of a course.
    Course(CourseGrade),
    /// Of an exam.
    Exam(Box<ExamGrade>),
    /// Of a station, as one examiner saw it.
    Station(StationGrade),
    /// A text was agreed to.
    Agreement,
    /// An appeal was handed in.
    Appeal,
}

/// Points over questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizGrade {
    /// Points earned, exact.
    pub earned: Exact,
    /// Points there were.
    pub total: Points,
    /// Question by question, in the order asked: first tries, in an exam the last answers.
    pub marks: Vec<Mark>,
}

impl QuizGrade {
    /// Earned ÷ total.
    pub fn share(&self) -> Exact {
        self.earned.of(self.total.exact())
    }
}

/// One question's mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The question.
    pub question: QuestionRef,
    /// Points earned, exact.
    pub earned: Exact,
    /// Points there were.
    pub total: Points,
}

/// A role-play's result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlayGrade {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Sum of points over the replies and the ending; 0 after a red line. May be negative.
    pub points: Points,
    /// Best attainable from the start, frozen in the plan.
    pub best: Points,
    /// Points ÷ best, never below 0.
    pub share: Exact,
    /// The percent to pass at.
    pub pass: u8,
    /// Share ≥ pass, no red line, and no ending with outcome "failed".
    pub passed: bool,
    /// Whether a red line was crossed.
    pub red_line: bool,
    /// Where it ended.
    pub ending: TurnId,
    /// How it ended.
    pub outcome: Outcome,
    /// Per skill: earned, and the best available at the decisions met. Feedback, not a mark.
    pub skills: BTreeMap<SkillId, (Points, Points)>,
    /// How quick the timed replies were; none where nothing was timed. Beside the mark, never in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeliness: Option<Timeliness>,
}

/// Points that a standard gives for quick replies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeliness {
    /// Points earned; below zero where most came late.
    pub earned: Points,
    /// The most at the turns that were timed.
    pub best: Points,
    /// Replies that were timed.
    pub timed: u32,
    /// Those of them that came later than every band, silence among them.
    pub late: u32,
}

impl Timeliness {
    /// Several together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            earned: self.earned + other.earned,
            best: self.best + other.best,
            timed: self.timed.saturating_add(other.timed),
            late: self.late.saturating_add(other.late),
        }
    }
}

/// A course's result: it is done when everything in it was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseGrade {
    /// Lessons read.
    pub lessons: usize,
    /// The checkpoints, first tries.
    pub checkpoints: QuizGrade,
    /// The role-plays in it.
    pub plays: Vec<PlayGrade>,
}

/// How an exam came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ended {
    /// Handed in, and played to the last word.
    HandedIn,
    /// A part's time was up.
    TimeUp,
    /// The whole exam's time was up.
    Expired,
}

/// An exam's result, as far as the candidate's own attempt goes. Stations are observed apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExamGrade {
    /// How it ended.
    pub ended: Ended,
    /// The theory part: last answers count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theory: Option<QuizGrade>,
    /// The role-plays, in the order drawn; one that was not begun is not here and counts 0.
    pub plays: Vec<PlayGrade>,
    /// What was written, as the machine judged it: theory in the order of its items, then talk by talk.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub written: Vec<WrittenMark>,
    /// What it comes to without stations and without anybody's marks; `Pending` where there are stations.
    pub verdict: Verdict,
}

/// A written reply of an exam, as the machine judged it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenMark {
    /// Where it was written.
    pub of: In,
    /// What it earns.
    pub points: Points,
    /// What could be earned.
    pub best: Points,
    /// Red lines that it may have crossed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub red_lines: Vec<RuleId>,
}

/// Where something was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "in", rename_all = "kebab-case")]
pub enum In {
    /// As an answer.
    Question {
        /// To which question.
        question: QuestionRef,
    },
    /// In a role-play.
    Turn {
        /// Which.
        scenario: ScenarioId,
        /// At which turn.
        turn: TurnId,
    },
}

/// What an exam comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The theory part's share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theory: Option<Exact>,
    /// The practice part's share, once all of it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<Exact>,
    /// The weighted sum, once all of it is known; a share of 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Exact>,
    /// How it stands.
    pub standing: Standing,
    /// Why it is not passed; empty where it is.
    pub why: Vec<Short>,
}

/// How an exam stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Passed.
    Passed,
    /// Failed.
    Failed,
    /// Just below the mark: a person decides.
    Borderline,
    /// Stations are still to be observed.
    Pending,
    /// A person has still to mark what was written, and it hangs on that.
    Provisional,
}

impl Standing {
    /// Its name, for programs and for looking up its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Borderline => "borderline",
            Self::Pending => "pending",
            Self::Provisional => "provisional",
        }
    }
}

/// What an exam falls short in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "short", rename_all = "kebab-case")]
pub enum Short {
    /// The theory part is below its least.
    Theory,
    /// The practice part is below its least.
    Practice,
    /// The total is below the mark.
    Total,
    /// A red line was crossed.
    RedLine {
        /// In this role-play.
        scenario: ScenarioId,
    },
    /// A critical step was missed.
    Critical {
        /// At this station.
        station: StationId,
        /// This step.
        rated: StepId,
    },
}

/// What one examiner saw at a station.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StationGrade {
    /// The station.
    pub station: StationId,
    /// Points given.
    pub points: Points,
    /// Points there were.
    pub total: Points,
    /// Step by step, in the station's order.
    pub marks: Vec<(StepId, u8)>,
    /// Critical steps with a 0.
    pub missed: Vec<StepId>,
    /// The overall rating, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overall: Option<u8>,
}

impl StationGrade {
    /// Points ÷ total.
    pub fn share(&self) -> Exact {
        self.points.exact().of(self.total.exact())
    }
}

impl Grade {
    /// Passed, failed, or `None` where there is no mark to pass (quizzes and courses for practice).
    pub const fn passed(&self) -> Option<bool> {
        match self {
            Self::Play(play) => Some(play.passed),
            Self::Exam(exam) => match exam.verdict.standing {
                Standing::Passed => Some(true),
                Standing::Failed => Some(false),
                Standing::Borderline | Standing::Pending | Standing::Provisional => None,
            },
            Self::Quiz(_) | Self::Course(_) | Self::Station(_) | Self::Agreement | Self::Appeal => None,
        }
    }
}
