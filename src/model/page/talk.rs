//! A role-play as it is told: what the trainer says to one reply, and the debrief of all of them. `report` fills it; nothing here grades.

use serde::Serialize;

use super::{Item, Written};
use crate::base::points::Points;
use crate::model::grade::PlayGrade;
use crate::model::span::Span;

/// What the trainer says to one reply of a role-play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// Points it gave, all skills.
    pub points: Points,
    /// Mood before and after.
    pub mood: (u8, u8),
    /// The author's words.
    pub text: String,
    /// The reason, where it crossed a red line.
    pub red_line: Option<String>,
    /// Wording rules that it breaks.
    pub breaks: Vec<Breach>,
    /// What became of it, where it was written.
    pub written: Option<Box<Written>>,
    /// How long it took, where that was timed.
    pub took: Option<Took>,
}

/// A wording rule that a reply of the author's breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Breach {
    /// What is wrong.
    pub title: String,
    /// The better words.
    pub say_instead: String,
}

/// A role-play told back.
#[derive(Clone, Debug, PartialEq)]
pub struct Debrief {
    /// The scenario's title.
    pub title: String,
    /// Who the customer is.
    pub customer: String,
    /// Each decision in order.
    pub path: Vec<Decision>,
    /// The ending's own words.
    pub ending: String,
    /// Points for having got there.
    pub ending_points: Points,
    /// The result.
    pub grade: PlayGrade,
    /// Skill titles with earned and best available at the decisions met.
    pub skills: Vec<(String, Points, Points)>,
}

/// One decision of a role-play told back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What the customer had said.
    pub said: String,
    /// What was replied.
    pub reply: String,
    /// The trainer's words to it.
    pub feedback: Feedback,
    /// The reply offered there from which most could still be earned, where it was another, and its own points.
    pub better: Option<(String, Points)>,
    /// What was said about it since, by whom.
    pub notes: Vec<Item>,
}

/// How long a reply took, and which of the standard's bands that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Took {
    /// From when it was asked, in milliseconds.
    pub used: Span,
    /// Which band that is.
    pub band: Pace,
    /// The limit that it kept, or the last one, which it did not; in milliseconds.
    pub limit: Span,
    /// What it gets, for timeliness alone.
    pub points: Points,
}

/// A band in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pace {
    /// The first of several.
    Best,
    /// Between the first and the last.
    Good,
    /// The last.
    Last,
    /// Later than all.
    Late,
    /// Nothing was said until time had run out.
    Silent,
}

impl Pace {
    /// Of a band by its number, from 0, among so many.
    pub const fn of(band: Option<usize>, count: usize) -> Self {
        match band {
            None => Self::Late,
            Some(n) if n + 1 >= count => Self::Last,
            Some(0) => Self::Best,
            Some(_) => Self::Good,
        }
    }

    /// The word that sentences are named by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Good => "good",
            Self::Last => "last",
            Self::Late => "late",
            Self::Silent => "silent",
        }
    }
}
