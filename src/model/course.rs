//! Courses and their lessons.

use serde::{Deserialize, Serialize};

use super::text::Text;
pub use super::word::{CourseBlock, Layer};
use crate::base::id::{CourseId, LessonId, ObjectiveRef, QuestionRef, RoleId, ScenarioId};

/// A checked course.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// Its id.
    pub id: CourseId,
    /// Its title.
    pub title: Text,
    /// When in a career it is taken.
    pub layer: Layer,
    /// What it is about, as the handbooks divide training.
    pub block: CourseBlock,
    /// The roles it is for; empty: everybody.
    pub roles: Vec<RoleId>,
    /// About how long it takes.
    pub minutes: Option<u32>,
    /// Courses that come before.
    pub requires: Vec<CourseId>,
    /// One or more.
    pub lessons: Vec<Lesson>,
}

/// A lesson: text, checkpoint, role-plays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    /// Its id within the course.
    pub id: LessonId,
    /// Its title.
    pub title: Text,
    /// The objectives it teaches.
    pub objectives: Vec<ObjectiveRef>,
    /// Markdown.
    pub body: Text,
    /// Asked after reading.
    pub check: Vec<QuestionRef>,
    /// Played after the checkpoint.
    pub practise: Vec<ScenarioId>,
}
