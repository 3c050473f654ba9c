//! What a grade says. How it comes about is in `grade/`; a closed attempt stores it as it was computed then.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::word::Outcome;
use crate::base::id::{QuestionRef, ScenarioId, SkillId, TurnId};
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
}

/// Points over questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizGrade {
    /// Points earned, exact.
    pub earned: Exact,
    /// Points there were.
    pub total: Points,
    /// Question by question, in the order asked; first tries.
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

impl Grade {
    /// Passed, failed, or `None` where there is no mark to pass (quizzes and courses for practice).
    pub const fn passed(&self) -> Option<bool> {
        match self {
            Self::Play(play) => Some(play.passed),
            Self::Quiz(_) | Self::Course(_) => None,
        }
    }
}
