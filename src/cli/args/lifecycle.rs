//! The command line of whoever keeps licences once they are out. Help texts are `tongue`'s.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::office::Renew;
use crate::cli::signer::Acting;

/// What is done to licences once they are out.
#[derive(Debug, Subcommand)]
pub enum Keep {
    /// Issue again, after the refresher.
    Renew(Renew),
    /// Suspend a licence.
    Suspend(Suspend),
    /// Make a suspended licence good again.
    Reinstate(Which),
    /// Take a licence back for good.
    Revoke(Which),
    /// Say that the conditions of a provisional licence are fulfilled.
    Fulfil(Which),
    /// Be the second person, where it takes two.
    Confirm(Confirm),
    /// Waive a course.
    Waive(Waive),
}

/// `suspend NUMBER --reason … [--until DATE]`
#[derive(Debug, Args)]
pub struct Suspend {
    /// The licence.
    #[command(flatten)]
    pub which: Which,
    /// The last day of it; without one, until somebody reinstates the licence.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
}

/// `reinstate NUMBER --reason …`, `revoke NUMBER --reason …`, `fulfil NUMBER --reason …`
#[derive(Debug, Args)]
pub struct Which {
    /// The number printed on it.
    pub number: String,
    /// Why; the holder is told.
    #[arg(long)]
    pub reason: String,
    /// The issuer who does it.
    #[command(flatten)]
    pub acting: Acting,
}

/// `confirm [ACT]`
#[derive(Debug, Args)]
pub struct Confirm {
    /// What another issuer proposed; without it, all that waits is listed.
    pub act: Option<String>,
    /// Refuses it, or takes one's own proposal back.
    #[arg(long, requires = "act", requires = "reason")]
    pub refuse: bool,
    /// Why it is refused.
    #[arg(long, requires = "refuse")]
    pub reason: Option<String>,
    /// Where a licence that is confirmed goes.
    #[arg(long, value_name = "FILE", requires = "act", conflicts_with = "refuse")]
    pub out: Option<PathBuf>,
    /// The issuer who confirms.
    #[command(flatten)]
    pub acting: Acting,
}

/// `waive LEARNER COURSE --reason … --evidence FILE`
#[derive(Debug, Args)]
pub struct Waive {
    /// Name, staff number or id.
    pub learner: String,
    /// The course.
    pub course: String,
    /// Why.
    #[arg(long)]
    pub reason: String,
    /// What shows it: a certificate, a record. Only its digest is kept.
    #[arg(long, value_name = "FILE")]
    pub evidence: PathBuf,
    /// The examiner who waives.
    #[command(flatten)]
    pub acting: Acting,
}
