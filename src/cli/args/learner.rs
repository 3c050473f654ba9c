//! What can be typed after `onduty learner`: people who learn, one at a time or as a roster.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `learner …`
#[derive(Debug, Subcommand)]
pub enum Learner {
    /// Enrols a person.
    Add(LearnerAdd),
    /// Everybody.
    List(LearnerList),
    /// One person.
    Show(LearnerShow),
    /// A company's roster.
    Import(crate::cli::enrol::LearnerImport),
    /// Where one person works, and what one is allowed beyond others.
    Edit(crate::cli::allow::LearnerEdit),
    /// Everything held about one person.
    Export(LearnerExport),
    /// Forgets one person.
    Erase(LearnerErase),
}

/// `learner add NAME`
#[derive(Debug, Args)]
pub struct LearnerAdd {
    /// The name.
    pub name: String,
    /// The company's own number for the person.
    #[arg(long, value_name = "NUMBER")]
    pub staff_number: Option<String>,
}

/// `learner list`
#[derive(Debug, Args)]
pub struct LearnerList {
    /// Only who is in this group.
    #[arg(long, value_name = "GROUP")]
    pub group: Option<String>,
    /// Those who are no longer here.
    #[arg(long)]
    pub left: bool,
}

/// `learner show LEARNER`
#[derive(Debug, Args)]
pub struct LearnerShow {
    /// Name, staff number or id.
    pub learner: String,
}

/// `learner export LEARNER --out FILE`
#[derive(Debug, Args)]
pub struct LearnerExport {
    /// Name, staff number or id.
    pub learner: String,
    /// The JSON file; a page to read is written beside it.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

/// `learner erase LEARNER`
#[derive(Debug, Args)]
pub struct LearnerErase {
    /// Name, staff number or id.
    pub learner: String,
    /// The name once more, for scripts.
    #[arg(long, value_name = "NAME")]
    pub yes_erase: Option<String>,
}
