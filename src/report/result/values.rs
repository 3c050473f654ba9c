//! The values of a result: what `told` fills in, `blocks` and `sheet` draw, and a program reads as JSON.

use serde::Serialize;

use super::{Afterwards, Detail, Missed, StandsTold, TakenTold, Writings};
use crate::base::id::{AttemptId, Lang, LicenceId, LicenceNumber, StationId};
use crate::base::moment::Moment;
use crate::base::points::Exact;
use crate::model::grade::{Ended, Short, Standing};
use crate::model::licence::Disclose;

/// What an exam came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Told {
    /// The exam.
    pub attempt: AttemptId,
    /// Its scheme.
    pub licence: LicenceId,
    /// The scheme's title.
    pub title: String,
    /// The candidate's name.
    pub learner: String,
    /// The language of the content.
    pub language: Lang,
    /// When it was over.
    pub closed: When,
    /// How it stands.
    pub verdict: Verdict,
    /// Whether a person decided so.
    pub decided: bool,
    /// A person decides, because a talk may have gone another way than a reply deserved.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub strayed: bool,
    /// The number of the licence that was issued on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<LicenceNumber>,
    /// What was taken from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<TakenTold>,
    /// How it stands where nothing was taken from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stands: Option<StandsTold>,
    /// What happened to it after its result.
    #[serde(flatten)]
    pub afterwards: Afterwards,
    /// Why it is not passed.
    pub why: Vec<Why>,
    /// How far people have read what was written; none where nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<Writings>,
    /// Its parts.
    pub parts: Vec<Part>,
    /// The weighted sum, once all of it is known.
    pub total: Option<Share>,
    /// The least total, in percent.
    pub pass: u8,
    /// The record of how that mark came about; none: it is policy.
    pub basis: Option<String>,
    /// How far below it is borderline, in percent.
    pub borderline: u8,
    /// How it ended.
    pub ended: Ended,
    /// What was left open.
    pub open: Open,
    /// Stations that are not settled, while anything depends on them.
    pub waiting: Vec<Waiting>,
    /// Stations that nobody has to observe any more: it is decided without them.
    pub dropped: usize,
    /// The measurement error at the mark, in points of a hundred.
    pub error: Option<String>,
    /// From when on one may sit again.
    pub again: Option<When>,
    /// How many attempts are left.
    pub attempts_left: usize,
    /// Whether it is sat in a sitting only: nobody begins one alone.
    #[serde(skip)]
    pub called: bool,
    /// How to appeal, where the scheme says so.
    pub appeal: Option<String>,
    /// Jumps of the clock.
    pub clock: Vec<Jump>,
    /// Times away from it.
    pub breaks: Breaks,
    /// What the candidate is told.
    pub feedback: Disclose,
    /// What to work on; from `skills` on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missed: Option<Missed>,
    /// Item by item; `full` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<Detail>,
}

/// A moment with how it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct When {
    /// Milliseconds since 1970.
    pub at: Moment,
    /// In the library's time zone.
    pub local: String,
}

/// A share, exact and as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    /// Exact.
    pub exact: Exact,
    /// In percent, cut to one decimal.
    pub percent: String,
}

impl Share {
    pub(super) fn of(exact: Exact) -> Self {
        Self { exact, percent: exact.percent() }
    }
}

/// How an exam stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Passed.
    Passed,
    /// Not passed.
    Failed,
    /// Just below the mark: a person decides.
    Borderline,
    /// It hangs on what was written: a person marks it.
    Provisional,
    /// Stations are not settled.
    Pending,
    /// It does not count.
    Void,
}

/// Why an exam is not passed; where and by which rule is told in `Missed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Theory is below its least.
    Theory,
    /// Practice is below its least.
    Practice,
    /// The total is below the mark.
    Total,
    /// A red line was crossed.
    RedLine,
    /// A critical step was missed.
    Critical,
}

/// A part of the exam.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// `theory` or `practice`.
    pub part: &'static str,
    /// Questions, or role-plays, drawn.
    pub items: usize,
    /// Stations drawn.
    pub stations: usize,
    /// What was earned; `None` while it is not settled.
    pub share: Option<Share>,
    /// The least percent.
    pub least: u8,
    /// Of the total, in percent.
    pub weight: u8,
    /// What it gives to the total: share × weight.
    pub gives: Option<Share>,
    /// Whether it reaches its least.
    pub met: Option<bool>,
}

/// What was left open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Open {
    /// Questions without an answer.
    pub questions: usize,
    /// Role-plays not begun.
    pub talks: usize,
    /// Role-plays cut short.
    pub cut: usize,
}

/// A station that is not settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// Which.
    pub station: StationId,
    /// Its title.
    pub title: String,
    /// So many more examiners have to observe it; 0: they are too far apart.
    pub missing: usize,
}

/// A jump of the machine's clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Jump {
    /// The event before.
    pub from: When,
    /// When it was seen.
    pub to: When,
    /// By how much more than time went by, in milliseconds.
    pub by: i64,
}

/// Times away from the exam.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Breaks {
    /// How many.
    pub count: usize,
    /// How long in all, in milliseconds.
    pub away: i64,
}

impl Verdict {
    pub(super) const fn of(standing: Standing) -> Self {
        match standing {
            Standing::Passed => Self::Passed,
            Standing::Failed => Self::Failed,
            Standing::Borderline => Self::Borderline,
            Standing::Pending => Self::Pending,
            Standing::Provisional => Self::Provisional,
        }
    }
}

impl Why {
    pub(super) const fn of(short: &Short) -> Self {
        match short {
            Short::Theory => Self::Theory,
            Short::Practice => Self::Practice,
            Short::Total => Self::Total,
            Short::RedLine { .. } => Self::RedLine,
            Short::Critical { .. } => Self::Critical,
        }
    }
}
