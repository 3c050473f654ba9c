//! The command line of `regrade`. Help texts are `tongue`'s.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::signer::Acting;

/// `regrade [LICENCE|ATTEMPT …]`
#[derive(Debug, Args)]
pub struct Regrade {
    /// Exams of these licences, or these exams; without any, all.
    #[arg(value_name = "LICENCE|ATTEMPT")]
    pub what: Vec<String>,
    /// Practice and observations too.
    #[arg(long, conflicts_with_all = ["question", "apply"])]
    pub all: bool,
    /// Under which content.
    #[arg(long, value_enum, default_value_t, value_name = "recorded|today")]
    pub against: Against,
    /// Only this question's key is taken from today.
    #[arg(long, value_name = "BANK/QUESTION")]
    pub question: Option<String>,
    /// Records marks that rise.
    #[arg(long, requires = "reason")]
    pub apply: bool,
    /// Marks that fall as well, where no licence rests on them.
    #[arg(long)]
    pub lower: bool,
    /// A file instead: .html, .csv, .xlsx or .json.
    #[arg(long, value_name = "FILE", conflicts_with = "apply")]
    pub out: Option<PathBuf>,
    /// Why; the candidates are told.
    #[arg(long, requires = "apply")]
    pub reason: Option<String>,
    /// The examiner who records it.
    #[command(flatten)]
    pub acting: Acting,
}

/// Under which content exams are marked again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Against {
    /// As they were sat.
    #[default]
    Recorded,
    /// The library's of today.
    Today,
}
