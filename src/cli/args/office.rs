//! The command line of whoever examines, issues and verifies. Help texts are `tongue`'s.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::cli::signer::{Acting, Issuing, Making};

/// `staff …`
#[derive(Debug, Subcommand)]
pub enum Staff {
    /// A member of staff with a key of his own.
    Add(StaffAdd),
    /// Everybody.
    List,
    /// Somebody does nothing for the organisation any more; past acts stand.
    Leave(StaffLeave),
    /// A new key, where a passphrase was lost.
    Rekey(StaffRekey),
}

/// `staff add NAME --role ROLE`
#[derive(Debug, Args)]
pub struct StaffAdd {
    /// The name.
    pub name: String,
    /// What the person may do; may be given several times.
    #[arg(long, value_name = "trainer|examiner|issuer|auditor", required = true)]
    pub role: Vec<String>,
    /// The new passphrase.
    #[command(flatten)]
    pub making: Making,
    /// The issuer who appoints; the first person of all needs none.
    #[command(flatten)]
    pub acting: Acting,
}

/// `staff leave NAME --reason …`
#[derive(Debug, Args)]
pub struct StaffLeave {
    /// Name or id.
    pub name: String,
    /// Why.
    #[arg(long)]
    pub reason: String,
    /// The issuer who says so.
    #[command(flatten)]
    pub acting: Acting,
}

/// `staff rekey NAME --reason …`
#[derive(Debug, Args)]
pub struct StaffRekey {
    /// Name or id.
    pub name: String,
    /// Why.
    #[arg(long)]
    pub reason: String,
    /// The new passphrase.
    #[command(flatten)]
    pub making: Making,
    /// Another issuer.
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
    /// A new key takes the place of one, under the same name and code.
    Rotate(KeyRotate),
    /// A key signs nothing any more.
    Retire(KeyRetire),
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
    /// The new passphrase.
    #[command(flatten)]
    pub making: Making,
    /// The issuer who makes it.
    #[command(flatten)]
    pub acting: Acting,
}

/// `key rotate CODE`
#[derive(Debug, Args)]
pub struct KeyRotate {
    /// The code of the key.
    pub code: String,
    /// Why; without one, that it was due.
    #[arg(long)]
    pub reason: Option<String>,
    /// Without asking, for scripts.
    #[arg(long)]
    pub yes: bool,
    /// The new passphrase.
    #[command(flatten)]
    pub making: Making,
    /// The issuer who does it.
    #[command(flatten)]
    pub acting: Acting,
}

/// `key retire CODE --reason …`
#[derive(Debug, Args)]
pub struct KeyRetire {
    /// The code of the key.
    pub code: String,
    /// Why.
    #[arg(long)]
    pub reason: String,
    /// Without asking, for scripts.
    #[arg(long)]
    pub yes: bool,
    /// The issuer who does it.
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
    /// The code of the candidate's sitting, for scripts.
    #[arg(long, value_name = "FILE")]
    pub code_file: Option<PathBuf>,
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

/// `issue LEARNER LICENCE`, or `issue --eligible LICENCE --out DIR`
#[derive(Debug, Args)]
pub struct Issue {
    /// Name, staff number or id.
    #[arg(required_unless_present = "eligible")]
    pub learner: Option<String>,
    /// The licence.
    #[arg(required_unless_present = "eligible")]
    pub licence: Option<String>,
    /// Everybody who may be given this licence and was not yet.
    #[arg(long, value_name = "LICENCE", conflicts_with_all = ["learner", "licence"], requires = "out")]
    pub eligible: Option<String>,
    /// Only those of this group.
    #[arg(long, value_name = "GROUP", requires = "eligible")]
    pub group: Option<String>,
    /// Sheets to print: ten cards on a page, or a page for each.
    #[arg(long, value_name = "cards|a4", requires = "eligible", conflicts_with_all = ["card", "photo"])]
    pub sheet: Option<Sheet>,
    /// The issuing key.
    #[command(flatten)]
    pub issuing: Issuing,
    /// The last number that was given out, where records were restored from a backup since; or `unknown`.
    #[arg(long, value_name = "NUMBER|unknown")]
    pub after: Option<String>,
    /// Where the licence goes, by its ending as JSON, SVG, HTML, PNG or PDF; without it, a JSON file of its number in this folder.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// How it looks.
    #[command(flatten)]
    pub look: Look,
    /// Who issues.
    #[command(flatten)]
    pub acting: Acting,
}

/// `renew LEARNER LICENCE`
#[derive(Debug, Args)]
pub struct Renew {
    /// What `issue` takes.
    #[command(flatten)]
    pub issue: Issue,
}

/// `licences`
#[derive(Debug, Args)]
pub struct Licences {
    /// Only this one.
    #[arg(long, value_name = "NUMBER")]
    pub number: Option<String>,
    /// Writes its file once more, by its ending as JSON, SVG, HTML, PNG or PDF; or the folder for sheets.
    #[arg(long, value_name = "FILE|DIR")]
    pub out: Option<PathBuf>,
    /// Prints those that are listed together: ten cards on a page, or a page for each.
    #[arg(long, value_name = "cards|a4", requires = "out", conflicts_with_all = ["number", "card", "photo", "eligible", "on"])]
    pub sheet: Option<Sheet>,
    /// Writes the house's own template instead, to make a company's own of.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["number", "out"])]
    pub template_out: Option<PathBuf>,
    /// Those that end within so many days.
    #[arg(long, value_name = "DAYS", num_args = 0..=1, default_missing_value = "30", conflicts_with = "number")]
    pub expiring: Option<u16>,
    /// Who may be licensed now and is not; of this licence only.
    #[arg(long, value_name = "LICENCE", num_args = 0..=1, conflicts_with_all = ["number", "expiring", "on", "impact"])]
    pub eligible: Option<Option<String>>,
    /// Who held what on that day.
    #[arg(long, value_name = "DATE", conflicts_with_all = ["number", "expiring"])]
    pub on: Option<String>,
    /// Only who is in this group.
    #[arg(long, value_name = "GROUP")]
    pub group: Option<String>,
    /// Those that rest on this content: a digest, or an id such as BANK/QUESTION.
    #[arg(long, value_name = "DIGEST|ID", conflicts_with = "number")]
    pub impact: Option<String>,
    /// How it looks.
    #[command(flatten)]
    pub look: Look,
}

/// How many licences are printed on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Sheet {
    /// Ten cards with marks to cut along.
    Cards,
    /// One certificate.
    A4,
}

/// How a licence looks on paper.
#[derive(Clone, Debug, Default, Args)]
pub struct Look {
    /// As a card instead of an A4 page.
    #[arg(long)]
    pub card: bool,
    /// The holder's photo.
    #[arg(long, value_name = "FILE")]
    pub photo: Option<PathBuf>,
    /// The font; without it, one of the system's.
    #[arg(long, value_name = "FILE")]
    pub font: Option<PathBuf>,
    /// The company's own template.
    #[arg(long, value_name = "FILE", conflicts_with = "card")]
    pub template: Option<PathBuf>,
    /// Marks it as one more copy.
    #[arg(long)]
    pub copy: bool,
}

/// `verify FILE…`
#[derive(Debug, Args)]
pub struct Verify {
    /// Licence files, or files with the text of a QR.
    #[arg(required_unless_present_any = ["qr", "page"], value_name = "FILE")]
    pub file: Vec<PathBuf>,
    /// The text that a phone read from a licence's QR.
    #[arg(long, value_name = "TEXT")]
    pub qr: Vec<String>,
    /// Writes a page that checks licences in a browser, without network.
    #[arg(long, value_name = "OUT.html", conflicts_with_all = ["file", "qr", "holder"])]
    pub page: Option<PathBuf>,
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
#[command(mut_arg("key_passphrase_file", |arg| arg.alias("passphrase-file")))]
pub struct Status {
    /// The folder that the lists go to.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Only this issuing key. Nobody acts here, so `--passphrase-file` can mean no other passphrase.
    #[command(flatten)]
    pub issuing: Issuing,
}
