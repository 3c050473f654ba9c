//! A written reply as it is told: the text in stretches, what fired, what was wanted. `report/written` fills it, `terminal/paint` draws it;
//! nothing here judges.

use serde::Serialize;

use super::Severity;
use crate::base::points::Points;

/// What became of a written reply: the text with every verdict on the characters it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Written {
    /// Whether it is told to whoever wrote it, or to a person who is to mark it: that one sees all that was looked for.
    #[serde(skip)]
    pub to_mark: bool,
    /// The text in stretches; with a severity where a rule fired, with a number where something wanted was found.
    pub text: Vec<Stretch>,
    /// The rules that fired, in the order of the text.
    pub broken: Vec<Broken>,
    /// What was wanted, in the author's order.
    pub wanted: Vec<Wanted>,
    /// Too short to be judged: the least number of characters.
    pub too_short: Option<u32>,
    /// What it earned.
    pub points: Points,
    /// A red line left nothing of it, and led the talk where nothing leads.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub forfeited: bool,
    /// What it could earn.
    pub of: Points,
    /// A model answer; none while it may be tried again.
    pub sample: Option<String>,
}

/// A stretch of a written text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// The characters.
    pub text: String,
    /// The rules that fired here: numbers of `broken`, from 0.
    pub broken: Vec<usize>,
    /// What was found here: numbers of `wanted`, from 0.
    pub wanted: Vec<usize>,
}

/// A rule that fired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Broken {
    /// Its id.
    pub rule: String,
    /// What is wrong.
    pub title: String,
    /// How bad it is.
    pub severity: Severity,
    /// What it costs.
    pub cost: Points,
    /// The better words.
    pub say_instead: String,
}

/// Something that was wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wanted {
    /// What it is.
    pub title: String,
    /// Whether it is there.
    pub met: bool,
    /// What it gives.
    pub points: Points,
    /// The trainer's words, where it is missing.
    pub feedback: String,
}
