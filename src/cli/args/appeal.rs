//! The command line of `appeal`. Help texts are `tongue`'s.

use clap::{Args, Subcommand};

use crate::cli::signer::Acting;

/// `appeal [COMMAND]`
#[derive(Debug, Args)]
pub struct Appeals {
    /// Which; without it all appeals are listed.
    #[command(subcommand)]
    pub what: Option<Appeal>,
}

/// `appeal …`
#[derive(Debug, Subcommand)]
pub enum Appeal {
    /// A candidate does not agree with a result.
    Open(AppealOpen),
    /// All appeals.
    List(AppealList),
    /// One appeal with everything that bears on it.
    Inspect(AppealInspect),
    /// Decide one.
    Decide(AppealDecide),
}

/// `appeal open [ATTEMPT]`
#[derive(Debug, Args)]
pub struct AppealOpen {
    /// The exam; without it, the newest one.
    pub attempt: Option<String>,
    /// Why; without it, it is asked for.
    #[arg(long)]
    pub reason: Option<String>,
}

/// `appeal list`
#[derive(Debug, Args)]
pub struct AppealList {
    /// Only those with something to be done: nobody decided, or upheld and nothing followed yet.
    #[arg(long)]
    pub open: bool,
}

/// `appeal inspect RECEIPT`
#[derive(Debug, Args)]
pub struct AppealInspect {
    /// The receipt number.
    pub receipt: String,
}

/// `appeal decide RECEIPT --uphold|--dismiss --reason …`
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("verdict").required(true))]
pub struct AppealDecide {
    /// The receipt number.
    pub receipt: String,
    /// The candidate is in the right.
    #[arg(long, group = "verdict")]
    pub uphold: bool,
    /// The result stands.
    #[arg(long, group = "verdict")]
    pub dismiss: bool,
    /// Why; the candidate is told.
    #[arg(long)]
    pub reason: String,
    /// The examiner who decides; nobody who had a hand in the exam.
    #[command(flatten)]
    pub acting: Acting,
}
