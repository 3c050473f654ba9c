//! What a learner types: learn, practise, go on, sit an exam, look back.

use std::path::PathBuf;

use clap::Args;

/// `exam [LICENCE]`
#[derive(Debug, Args)]
pub struct Exam {
    /// The licence.
    pub licence: Option<String>,
    /// Only says whether one may sit, and what is missing.
    #[arg(long, conflicts_with = "answers")]
    pub ready: bool,
    /// Answers from a file, where the scheme takes a script.
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
}

/// `result [ATTEMPT]`
#[derive(Debug, Args)]
pub struct Result {
    /// The exam; without it, the newest one.
    pub attempt: Option<String>,
    /// Writes it as a page.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// `learn [COURSE]`
#[derive(Debug, Args)]
pub struct Learn {
    /// The course.
    pub course: Option<String>,
    /// Starts anew although one is unfinished.
    #[arg(long)]
    pub again: bool,
    /// Writes the course as a page for phone and paper.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["answers", "again"])]
    pub out: Option<PathBuf>,
    /// Answers from a file.
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
}

/// `quiz [BANK]`
#[derive(Debug, Args)]
pub struct Quiz {
    /// The bank.
    pub bank: Option<String>,
    /// How many questions.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    pub count: u32,
    /// Starts anew although one is unfinished.
    #[arg(long)]
    pub again: bool,
    /// Answers from a file.
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
}

/// `practise [SCENARIO]`
#[derive(Debug, Args)]
pub struct Practise {
    /// The scenario.
    pub scenario: Option<String>,
    /// Starts anew although one is unfinished.
    #[arg(long)]
    pub again: bool,
    /// Answers from a file.
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
}

/// `resume [ATTEMPT]`
#[derive(Debug, Args)]
pub struct Resume {
    /// The attempt; without it, the newest unfinished.
    pub attempt: Option<String>,
    /// Answers from a file.
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
}

/// `show ATTEMPT`
#[derive(Debug, Args)]
pub struct Show {
    /// The attempt, or the end of its id.
    pub attempt: String,
}

/// `switch [LEARNER]`
#[derive(Debug, Args)]
pub struct Switch {
    /// Name, staff number or id.
    pub learner: Option<String>,
}
