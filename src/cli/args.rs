//! What can be typed after `onduty`. The words shown for it are in `locale/*/commands.ftl` (`cmd-…`, `arg-…`), put in by `tongue`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::signer::Acting;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "onduty", version, disable_help_subcommand = true)]
pub struct Cli {
    /// What every command takes.
    #[command(flatten)]
    pub global: Global,
    /// Without one: home.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command takes.
#[derive(Clone, Debug, Default, Args)]
pub struct Global {
    /// Who is at the keyboard: a name, staff number or id.
    #[arg(long = "as", global = true, value_name = "LEARNER")]
    pub learner: Option<String>,
    /// A folder of courseware; may be given several times.
    #[arg(long, global = true, value_name = "DIR")]
    pub library: Vec<PathBuf>,
    /// Where records are kept: a file, or `memory:`.
    #[arg(long, global = true, value_name = "URL")]
    pub store: Option<String>,
    /// The language.
    #[arg(long, global = true, value_name = "zh-CN|en")]
    pub lang: Option<String>,
    /// How lists and reports come out.
    #[arg(long, global = true, value_enum, default_value_t)]
    pub format: Format,
    /// Colour.
    #[arg(long, global = true, value_enum, default_value_t)]
    pub color: Color,
    /// Lines are only appended: for screen readers and simple terminals.
    #[arg(long, global = true)]
    pub plain: bool,
}

/// How lists and reports come out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// When colour is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// All commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Take a course.
    Learn(Learn),
    /// Answer questions of a bank.
    Quiz(Quiz),
    /// Play a conversation.
    #[command(alias = "practice")]
    Practise(Practise),
    /// Go on where something was left.
    Resume(Resume),
    /// What was done, and what next.
    Progress,
    /// One attempt, read again.
    Show(Show),
    /// Sit the exam of a licence.
    Exam(Exam),
    /// What an exam came to.
    Result(Result),
    /// Another person at this PC.
    Switch(Switch),
    /// The trainer's commands.
    Trainer,
    /// What there is.
    List(List),
    /// Every mistake in courseware at once.
    Check(Check),
    /// What a finding's code means.
    Explain(Explain),
    /// The manager's commands.
    Manager,
    /// People who learn.
    #[command(subcommand)]
    Learner(Learner),
    /// People who train, examine and issue.
    #[command(subcommand)]
    Staff(Staff),
    /// The organisation's issuing keys.
    #[command(subcommand)]
    Key(Key),
    /// Watch a candidate at a station and mark it.
    Observe(Observe),
    /// Decide a borderline exam, or between two examiners.
    Decide(Decide),
    /// Declare an exam void.
    Void(Void),
    /// Grant one more exam.
    Grant(Grant),
    /// Issue a licence.
    Issue(Issue),
    /// Licences issued.
    Licences(Licences),
    /// Check licence files; no store is needed.
    Verify(Verify),
    /// Completions for a shell.
    Completions(Completions),
}

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
    /// The examiner who admits, where the scheme is supervised.
    #[command(flatten)]
    pub acting: Acting,
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

/// `list [KIND]`
#[derive(Debug, Args)]
pub struct List {
    /// Which kind.
    #[arg(value_enum)]
    pub kind: Option<Kind>,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Courses.
    Courses,
    /// Banks.
    Banks,
    /// Scenarios.
    Scenarios,
    /// Stations.
    Stations,
    /// Licences.
    Licences,
    /// Objectives with what serves them.
    Objectives,
    /// This learner's attempts.
    Attempts,
}

/// `check [PATH]`
#[derive(Debug, Args)]
pub struct Check {
    /// A folder of courseware; without it, the library in use.
    pub path: Option<PathBuf>,
    /// Warnings count too.
    #[arg(long)]
    pub strict: bool,
}

/// `explain CODE`
#[derive(Debug, Args)]
pub struct Explain {
    /// Such as E201.
    pub code: String,
}

/// `learner …`
#[derive(Debug, Subcommand)]
pub enum Learner {
    /// Enrols a person.
    Add(LearnerAdd),
    /// Everybody.
    List,
    /// One person.
    Show(LearnerShow),
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

/// `learner show LEARNER`
#[derive(Debug, Args)]
pub struct LearnerShow {
    /// Name, staff number or id.
    pub learner: String,
}

/// `completions SHELL`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}
