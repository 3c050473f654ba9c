//! What can be typed after `onduty`. The words shown for it are in `locale/*/commands.ftl` (`cmd-…`, `arg-…`), put in by `tongue`.

mod appeal;
mod cut;
mod learner;
mod learning;
mod lifecycle;
mod office;
mod regrade;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use self::appeal::{Appeal, AppealDecide, AppealInspect, AppealList, AppealOpen, Appeals};
pub use self::cut::Cut;
pub use self::learner::{Learner, LearnerAdd, LearnerErase, LearnerExport, LearnerList, LearnerShow};
pub use self::learning::{Exam, Learn, Practise, Quiz, Result, Resume, Show, Switch};
pub use self::lifecycle::{Confirm, Keep, Suspend, Waive, Which};
pub use self::office::{
    Decide, Grant, Issue, Key, KeyNew, KeyRetire, KeyRotate, Licences, Look, Observe, PassFail, Renew, Sheet, Staff, StaffAdd,
    StaffLeave, StaffRekey, Status, Verify, Void,
};
pub use self::regrade::{Against, Regrade};
use super::analyse::Analyse;
use super::audit::Audit;
use super::backup::Backup;
pub use super::export::Export;
use super::glossary::Glossary;
use super::graph::Graph;
pub use super::import::Import;
use super::mark::Mark;
pub use super::new::New;
use super::note::Note;
use super::remark::Remark;
use super::remarks::Remarks;
use super::replay::Replay;
use super::restore::Restore;
use super::retention::Retention;
use super::review::Review;
use super::schema::Schema;
pub use super::tidy::Tidy;

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
    /// What was missed comes back.
    Review(Review),
    /// Go on where something was left.
    Resume(Resume),
    /// What was done, and what next.
    Progress,
    /// One attempt, read again.
    Show(Show),
    /// What the words of the trade mean.
    Glossary(Glossary),
    /// Say that an item is wrong.
    Remark(Remark),
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
    /// Begins a piece of courseware.
    New(New),
    /// Every mistake in courseware at once.
    Check(Check),
    /// What a role-play or an exam comes to, exactly.
    #[command(alias = "analyze")]
    Analyse(Analyse),
    /// What a finding's code means.
    Explain(Explain),
    /// Mends how a file is written.
    Tidy(Tidy),
    /// The format of courseware, for editors.
    Schema(Schema),
    /// Takes a foreign file in.
    Import(Import),
    /// Writes something in a foreign format.
    Export(Export),
    /// A scenario as a picture.
    Graph(Graph),
    /// A scenario as its trainer looks at it.
    Preview(super::preview::Preview),
    /// Every walk held against what it expects.
    Test(super::test::Test),
    /// A word to a learner about an attempt.
    Note(Note),
    /// A talk, stepped through before a group.
    Replay(Replay),
    /// What learners found wrong.
    Remarks(Remarks),
    /// What recorded marks say of the items.
    Stats(super::stats::Stats),
    /// What was written to customers, held against the wording register.
    Wording(super::wording::Wording),
    /// The manager's commands.
    Manager,
    /// People who learn.
    #[command(subcommand)]
    Learner(Learner),
    /// What a group or a person is to do, and by when.
    Assign(super::assign::Assign),
    /// How far groups are.
    #[command(subcommand)]
    Group(super::group::Group),
    /// Reports: of a group, a person, a licence, a week, and the training archive.
    #[command(subcommand)]
    Report(super::report::Report),
    /// Writes what is new on this PC as one file.
    Send(super::send::Send),
    /// Takes in what other PCs have sent.
    Collect(super::collect::Collect),
    /// What was refused of other PCs, and what came of it.
    Refusals(super::collect::refusals::Refusals),
    /// People who train, examine and issue.
    #[command(subcommand)]
    Staff(Staff),
    /// The organisation's issuing keys.
    #[command(subcommand)]
    Key(Key),
    /// Watch a candidate at a station and mark it.
    Observe(Observe),
    /// Read what was written in exams.
    Mark(Mark),
    /// An exam day: candidates called to a room and a time.
    #[command(subcommand)]
    Sitting(super::sitting::Sitting),
    /// Decide a borderline exam, or between two examiners.
    Decide(Decide),
    /// Declare an exam void.
    Void(Void),
    /// Grant one more exam.
    Grant(Grant),
    /// A result that a candidate does not agree with.
    Appeal(Appeals),
    /// Mark again what was sat.
    Regrade(Regrade),
    /// Issue a licence.
    Issue(Issue),
    /// The basis of a pass mark.
    Cut(Cut),
    /// What is done to licences once they are out.
    #[command(flatten)]
    Keep(Keep),
    /// Licences issued.
    Licences(Licences),
    /// Whether everything kept holds together.
    Audit(Audit),
    /// All records in one new file.
    Backup(Backup),
    /// A backup in the place of the records.
    Restore(Restore),
    /// What lies beside the record and is due to go.
    Retention(Retention),
    /// Check licence files; no store is needed.
    Verify(Verify),
    /// Signed lists of what was revoked and suspended.
    Status(Status),
    /// Completions for a shell.
    Completions(Completions),
}

impl Command {
    /// Whether it is for those who write courseware, and works on it.
    pub const fn is_for_writing(&self) -> bool {
        matches!(
            self,
            Self::Trainer
                | Self::Check(_)
                | Self::Analyse(_)
                | Self::New(_)
                | Self::Import(_)
                | Self::Export(_)
                | Self::Graph(_)
                | Self::Preview(_)
                | Self::Test(_)
                | Self::Stats(_)
                | Self::Wording(_)
        )
    }
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
    /// Standards of reply times.
    Standards,
    /// Wording registers.
    Wordings,
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
    /// Checks again at every save.
    #[arg(long)]
    pub watch: bool,
}

/// `explain CODE`
#[derive(Debug, Args)]
pub struct Explain {
    /// Such as E201.
    pub code: String,
}

/// `completions SHELL`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}
