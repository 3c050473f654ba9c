//! The command line of whoever examines, issues and verifies. Help texts are `tongue`'s.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::cli::signer::Acting;

/// `staff …`
#[derive(Debug, Subcommand)]
pub enum Staff {
    /// A member of staff with a key of his own.
    Add(StaffAdd),
    /// Everybody.
    List,
}

/// `staff add NAME --role ROLE`
#[derive(Debug, Args)]
pub struct StaffAdd {
    /// The name.
    pub name: String,
    /// What the person may do; may be given several times.
    #[arg(long, value_name = "trainer|examiner|issuer|auditor", required = true)]
    pub role: Vec<String>,
    /// The new passphrase, for scripts.
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
    /// The issuer who appoints; the first person of all needs none.
    #[command(flatten)]
    pub acting: Acting,
}

/// `key …`
#[derive(Debug, Subcommand)]
pub enum Key {
    /// Makes an issuing key.
    New(KeyNew),
    /// Issuing keys, and how others come to trust them.
    Show,
}

/// `key new --name NAME --code CODE`
#[derive(Debug, Args)]
pub struct KeyNew {
    /// The organisation's name, as licences show it.
    #[arg(long)]
    pub name: String,
    /// What goes into licence numbers, such as SH1.
    #[arg(long, value_name = "CODE")]
    pub code: String,
    /// Below which address status lists will lie.
    #[arg(long, value_name = "URL")]
    pub status_url: Option<String>,
    /// The new passphrase, for scripts.
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
    /// The issuer who makes it.
    #[command(flatten)]
    pub acting: Acting,
}

/// `observe LICENCE`
#[derive(Debug, Args)]
pub struct Observe {
    /// The licence.
    pub licence: String,
    /// The candidate: name, staff number or id.
    #[arg(long, value_name = "LEARNER", required_unless_present = "sheet")]
    pub candidate: Option<String>,
    /// Which station.
    #[arg(long, value_name = "ID")]
    pub station: Option<String>,
    /// Writes the form for paper instead.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["enter", "answers"])]
    pub sheet: Option<PathBuf>,
    /// Types in what stands on a paper form.
    #[arg(long)]
    pub enter: bool,
    /// Marks from a file, for test libraries.
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// The examiner.
    #[command(flatten)]
    pub acting: Acting,
}

/// `decide ATTEMPT pass|fail --reason …`
#[derive(Debug, Args)]
pub struct Decide {
    /// The exam.
    pub attempt: String,
    /// What a borderline exam comes to.
    #[arg(value_enum, required_unless_present = "take")]
    pub verdict: Option<PassFail>,
    /// The observation that counts, where two examiners were too far apart.
    #[arg(long, value_name = "OBSERVATION", conflicts_with = "verdict")]
    pub take: Option<String>,
    /// Why.
    #[arg(long)]
    pub reason: String,
    /// Who decides.
    #[command(flatten)]
    pub acting: Acting,
}

/// Passed or failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PassFail {
    /// Passed.
    Pass,
    /// Failed.
    Fail,
}

/// `void ATTEMPT --reason …`
#[derive(Debug, Args)]
pub struct Void {
    /// The exam.
    pub attempt: String,
    /// Why.
    #[arg(long)]
    pub reason: String,
    /// Who declares it.
    #[command(flatten)]
    pub acting: Acting,
}

/// `grant LEARNER LICENCE --reason …`
#[derive(Debug, Args)]
pub struct Grant {
    /// Name, staff number or id.
    pub learner: String,
    /// The licence.
    pub licence: String,
    /// Why.
    #[arg(long)]
    pub reason: String,
    /// Who grants.
    #[command(flatten)]
    pub acting: Acting,
}

/// `issue LEARNER LICENCE`
#[derive(Debug, Args)]
pub struct Issue {
    /// Name, staff number or id.
    pub learner: String,
    /// The licence.
    pub licence: String,
    /// The issuing key, by its code; without it, the only one there is.
    #[arg(long, value_name = "CODE")]
    pub key: Option<String>,
    /// The passphrase of the issuing key, for scripts.
    #[arg(long, value_name = "FILE")]
    pub key_passphrase_file: Option<PathBuf>,
    /// Where the licence goes; without it, a file of its number in this folder.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Who issues.
    #[command(flatten)]
    pub acting: Acting,
}

/// `licences`
#[derive(Debug, Args)]
pub struct Licences {
    /// Only this one.
    #[arg(long, value_name = "NUMBER")]
    pub number: Option<String>,
    /// Writes its file once more.
    #[arg(long, value_name = "FILE", requires = "number")]
    pub out: Option<PathBuf>,
}

/// `verify FILE…`
#[derive(Debug, Args)]
pub struct Verify {
    /// Licence files.
    #[arg(required = true, value_name = "FILE")]
    pub file: Vec<PathBuf>,
    /// Which issuers are trusted.
    #[arg(long, value_name = "trust.toml")]
    pub trust: Option<PathBuf>,
    /// The name of whoever shows it.
    #[arg(long)]
    pub holder: Option<String>,
    /// Status lists that were fetched.
    #[arg(long, value_name = "FILE")]
    pub status: Vec<PathBuf>,
}

/// `status --out DIR`
#[derive(Debug, Args)]
pub struct Status {
    /// The folder that the lists go to.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Only this issuing key, by its code.
    #[arg(long, value_name = "CODE")]
    pub key: Option<String>,
    /// The passphrase of the issuing key, for scripts.
    #[arg(long, value_name = "FILE")]
    pub key_passphrase_file: Option<PathBuf>,
}
