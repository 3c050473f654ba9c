//! A licence scheme: what it certifies, what comes before, the blueprint of its exam, its marks, and how long it holds.
//!
//! Values only. Who may sit is worked out in `grade/eligible`, what an exam comes to in `grade/exam`, which items are drawn in
//! `attempt/blueprint`, what the chances are in `analysis/chance`.

mod pattern;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use self::pattern::Pattern;
use super::library::Bank;
use super::question::Question;
use super::scenario::Scenario;
use super::span::{Lasts, Span};
use super::station::Station;
use super::text::Text;
pub use super::word::{Accepts, Disclose, Independence, Naming, RedLine, Weighty};
use super::word::{Category, Use};
use crate::base::id::{AgreementId, BankId, CourseId, LicenceId, RoleId, StationId};
use crate::base::points::{Exact, Points};

/// A checked licence scheme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scheme {
    /// Its id.
    pub id: LicenceId,
    /// Its title.
    pub title: Text,
    /// The roles it licenses for: items that serve one of them are drawn. Never empty.
    pub roles: Vec<RoleId>,
    /// What the holder may do with it.
    pub scope: Text,
    /// What the holder has shown to be able to do.
    pub competences: Vec<Text>,
    /// How to appeal; the program's own sentence where the author says nothing.
    pub appeal: Option<Text>,
    /// How its licences name their holders.
    #[serde(default = "plain", skip_serializing_if = "is_plain")]
    pub holder: Naming,
    /// Where its rules come from; `project` is own policy.
    pub sources: Vec<String>,
    /// What comes before the exam.
    pub requires: Requires,
    /// Who may reply, admit, observe and issue.
    pub conduct: Rules,
    /// The theory part.
    pub theory: Option<Theory>,
    /// The practice part.
    pub practice: Option<Practice>,
    /// Marks, attempts, waiting times.
    pub result: Marks,
    /// How long it holds.
    pub validity: Validity,
    /// How long one may appeal, and how long an answer may take, where the author says so; see `appeals`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeals: Option<Appeals>,
    /// Whether the first licence is a provisional one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisional: Option<Provisional>,
    /// How numbers are made: `{yyyymmdd}-{issuer}-{serial:4}`.
    pub number: Pattern,
}

/// A first licence for a time only; the full one follows once its conditions are fulfilled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provisional {
    /// How long it holds.
    pub lasts: Lasts,
    /// What is asked until then; it stands on the licence.
    pub conditions: Text,
}

/// How long one may appeal against a result, and how long an answer may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeals {
    /// From the day on which the result is settled.
    pub window: Span,
    /// From the day on which the appeal was handed in.
    pub answer_within: Span,
}

impl Default for Appeals {
    /// Two weeks for each: own policy, where the author says nothing.
    fn default() -> Self {
        Self { window: Span(14 * DAY), answer_within: Span(14 * DAY) }
    }
}

/// A day, in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Schemes that were kept before there was a choice name holders so, and keep their digests.
const fn plain() -> Naming {
    Naming::Plain
}

fn is_plain(naming: &Naming) -> bool {
    *naming == Naming::Plain
}

/// What comes before the exam.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requires {
    /// Courses to be done.
    pub courses: Vec<CourseId>,
    /// A text to be agreed to.
    pub agreement: Option<AgreementId>,
}

/// Who may reply, admit, observe and issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// Who may reply.
    pub accepts: Accepts,
    /// Whether an examiner admits the candidate with his own key.
    pub supervised: bool,
    /// Whether who trained or examined may issue.
    pub independence: Independence,
    /// How many examiners have to observe a station: 1 or 2.
    pub examiners: u8,
    /// Two examiners of a station further apart than this (percent): a third decides.
    pub differ: u8,
    /// What takes two persons: the second confirms what the first proposed.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub two_persons: BTreeSet<Weighty>,
}

/// The theory part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theory {
    /// Of the total, in percent.
    pub weight: u8,
    /// By the wall clock, from the first question.
    pub limit: Span,
    /// The least percent of this part.
    pub pass: u8,
    /// What is drawn, in this order.
    pub draw: Vec<QuestionDraw>,
}

/// So many questions of a bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionDraw {
    /// The bank.
    pub bank: BankId,
    /// Of this level only.
    pub level: Option<u8>,
    /// How many; above zero.
    pub count: u32,
}

/// The practice part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    /// Of the total, in percent.
    pub weight: u8,
    /// By the wall clock, from the first word of the first role-play. Stations are timed by the examiner.
    pub limit: Span,
    /// The least percent of this part.
    pub pass: u8,
    /// What is drawn, in this order.
    pub draw: Vec<PracticeDraw>,
    /// What a red line does.
    pub red_line: RedLine,
}

/// So many role-plays or stations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PracticeDraw {
    /// Role-plays of a category.
    Talk {
        /// The category.
        category: Category,
        /// Of this level only.
        level: Option<u8>,
        /// How many; above zero.
        count: u32,
    },
    /// Stations out of these.
    Station {
        /// Their ids.
        stations: Vec<StationId>,
        /// How many; above zero.
        count: u32,
    },
}

/// Marks, attempts, waiting times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// The least total, in percent.
    pub pass: u8,
    /// A total below the mark by at most so many points of a hundred is borderline; 0: there is no such band.
    pub borderline: u8,
    /// How many exams one may begin; above zero.
    pub attempts: u32,
    /// How long to wait after the first, second, … that was not passed; the last one goes on. Counted from the close.
    pub wait: Vec<Span>,
    /// How long after its start an exam is over, whatever is open.
    pub within: Span,
    /// What the candidate is told.
    pub feedback: Disclose,
    /// The most that a blind guesser's chance to pass may be (a share, in thousandths).
    pub guess_at_most: Option<Points>,
    /// The record of how the mark came about, a file beside the scheme; without one it is policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
}

/// How long a licence holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// From the day of issue.
    pub lasts: Lasts,
    /// So long before its end it may be renewed.
    pub renew_within: Option<Span>,
    /// Courses that renewing takes.
    pub refresher: Vec<CourseId>,
}

impl PracticeDraw {
    /// How many it takes.
    pub const fn count(&self) -> u32 {
        match self {
            Self::Talk { count, .. } | Self::Station { count, .. } => *count,
        }
    }
}

impl Scheme {
    /// How long one may appeal, and how long an answer may take.
    pub fn appeals(&self) -> Appeals {
        self.appeals.unwrap_or_default()
    }

    /// The roles' items: whether something for these roles (none: everybody) may be drawn.
    pub fn serves(&self, roles: &[RoleId]) -> bool {
        roles.is_empty() || roles.iter().any(|role| self.roles.contains(role))
    }

    /// Whether a line of the theory's draw may take this question: of its bank and level, for exams, serving the licence's roles. A
    /// question without roles of its own has those of its bank.
    pub fn may_ask(&self, draw: &QuestionDraw, bank: &Bank, question: &Question) -> bool {
        let roles = if question.roles.is_empty() { &bank.roles } else { &question.roles };
        let fits = draw.bank == bank.id && draw.level.is_none_or(|level| level == question.level);
        fits && bank.use_.is_for_exam() && self.serves(roles)
    }

    /// Whether a line of the practice's draw may take this role-play.
    pub fn may_play(&self, draw: &PracticeDraw, talk: &Scenario) -> bool {
        let PracticeDraw::Talk { category, level, .. } = draw else { return false };
        let fits = *category == talk.category && level.is_none_or(|level| level == talk.level);
        fits && talk.use_.is_for_exam() && self.serves(&talk.roles)
    }

    /// Whether a line of the practice's draw may take this station.
    pub fn may_watch(&self, draw: &PracticeDraw, station: &Station) -> bool {
        let PracticeDraw::Station { stations, .. } = draw else { return false };
        stations.contains(&station.id) && station.use_.is_for_exam() && self.serves(&station.roles)
    }

    /// The waiting time after the n-th exam (1, 2, …) that was not passed.
    pub fn wait_after(&self, nth: usize) -> Span {
        let wait = &self.result.wait;
        wait.get(nth.saturating_sub(1)).or(wait.last()).copied().unwrap_or_default()
    }

    /// Whether part of the exam is sat with nobody there: at stations there is always an examiner. A licence says so.
    pub fn is_unwatched(&self) -> bool {
        let talks = self.practice.iter().flat_map(|p| &p.draw).any(|draw| matches!(draw, PracticeDraw::Talk { .. }));
        !self.conduct.supervised && (self.theory.is_some() || talks)
    }

    /// Whether stations are drawn.
    pub fn has_stations(&self) -> bool {
        self.practice.iter().flat_map(|p| &p.draw).any(|draw| matches!(draw, PracticeDraw::Station { .. }))
    }
}

/// Percent as a share.
pub fn percent(n: u8) -> Exact {
    Exact::new(i128::from(n), 100)
}

impl Use {
    /// Whether it may be drawn for an exam.
    pub const fn is_for_exam(self) -> bool {
        matches!(self, Self::Exam | Self::Both)
    }
}
