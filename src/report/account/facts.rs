//! What reports are made from. Gathered once by `cli/report/gather`; as of one moment: what came after it is not in here.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Tally;
use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, CourseId, LearnerId, LicenceId, LicenceNumber};
use crate::base::moment::Moment;
use crate::base::points::Exact;
use crate::grade::memory::Tried;
use crate::model::grade::{Grade, PlayGrade, Standing};
use crate::report::group::Cohort;

/// Everything that reports are made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// As of when.
    pub now: Moment,
    /// The day of that.
    pub today: Date,
    /// In which time zone days are counted.
    pub zone: String,
    /// The people it is about, by name.
    pub people: Vec<Person>,
    /// The licences issued to them, oldest first.
    pub licences: Vec<Licence>,
    /// The place among them of the one that was issued on an exam.
    pub by_exam: BTreeMap<AttemptId, usize>,
    /// How far they are with what is assigned.
    pub cohort: Cohort,
    /// Which licences ask for a course, before the exam or to be renewed.
    pub asked_by: BTreeMap<CourseId, BTreeSet<LicenceId>>,
    /// Attempts that do not fit together and are left out.
    pub damaged: Vec<AttemptId>,
}

/// A person.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Who.
    pub id: LearnerId,
    /// The name, with the staff number where there is one.
    pub name: String,
    /// The bare name.
    pub bare: String,
    /// The staff number.
    pub number: Option<String>,
    /// Groups.
    pub groups: Vec<String>,
    /// What the person does, as the library's roles name it.
    pub role: Option<String>,
    /// Enrolled when.
    pub since: Moment,
    /// Whether the person is still here.
    pub here: bool,
    /// What the person did, in the order begun.
    pub done: Vec<Done>,
    /// Courses that the person need not take, since when.
    pub waived: Vec<(CourseId, Moment)>,
    /// What was tried of it that the person was told of, oldest first.
    pub tried: Vec<Tried>,
    /// What was said about attempts: trainers' notes, the person's remarks.
    pub said: Vec<(Moment, AttemptId, Said)>,
}

/// What somebody said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// A trainer to the learner.
    Note,
    /// The learner found an item wrong.
    Remark,
}

/// One thing that was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The attempt.
    pub attempt: AttemptId,
    /// What.
    pub subject: Subject,
    /// Its title, as it was then.
    pub title: String,
    /// Which edition: the beginning of its digest; empty where each attempt draws its own.
    pub edition: String,
    /// Begun.
    pub begun: Moment,
    /// The newest event.
    pub last: Moment,
    /// Minutes it took, long pauses left out.
    pub minutes: u32,
    /// The grade, where it is over.
    pub grade: Option<Grade>,
    /// Where it is an exam.
    pub exam: Option<Exam>,
    /// Whether a script replied at any time.
    pub scripted: bool,
}

/// An exam.
#[derive(Clone, Debug, PartialEq)]
pub struct Exam {
    /// Of which licence.
    pub licence: LicenceId,
    /// What it comes to, once all is known.
    pub total: Option<Exact>,
    /// How it stands; `None`: it is under way.
    pub standing: Option<Standing>,
    /// The percent to pass at then.
    pub pass: u8,
    /// A total below that by at most so many points was for a person to decide.
    pub band: u8,
    /// Whether a red line was crossed or a critical step missed.
    pub crossed: bool,
    /// Whether a person decided.
    pub decided: bool,
    /// It does not count.
    pub voided: bool,
    /// The same person sat twice in one sitting, or at two places at once: which of the two counts is still for examiners to say.
    pub disputed: bool,
    /// By whom it came to stand so, where it was not by its marks alone.
    pub settled: Option<Settled>,
}

/// Who had the last word on an exam: a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It was borderline, and somebody decided.
    Decided(String),
    /// It was marked again.
    Regraded(String),
}

/// A licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// Its number.
    pub number: LicenceNumber,
    /// Whose.
    pub learner: LearnerId,
    /// Of which scheme.
    pub licence: LicenceId,
    /// On which exam.
    pub attempt: AttemptId,
    /// When it was issued.
    pub issued: Moment,
    /// Until when it holds.
    pub until: Moment,
    /// How it stands.
    pub state: State,
    /// When it was suspended or taken back, where it is.
    pub taken: Option<Moment>,
    /// The one that it follows.
    pub follows: Option<LicenceNumber>,
}

/// How a licence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Good.
    Valid,
    /// Good, for a time, under conditions.
    Provisional,
    /// Not to be worked with for now.
    Suspended,
    /// Another one took its place.
    Superseded,
    /// Its time is over.
    Expired,
    /// Taken back.
    Revoked,
    /// No licence before a second person confirms it.
    Waiting,
    /// Gone with its holder's data; what was handed out still verifies.
    Erased,
    /// Gone with its holder's data, and its number suspended.
    ErasedSuspended,
    /// Gone with its holder's data, and another one took its place.
    ErasedSuperseded,
    /// Gone with its holder's data, and its time is over.
    ErasedExpired,
    /// Gone with its holder's data, and its number taken back.
    ErasedRevoked,
    /// The kept file does not prove it.
    Unproven,
}

impl State {
    /// All, in the order they are told.
    pub const ALL: [Self; 13] = [
        Self::Valid,
        Self::Provisional,
        Self::Suspended,
        Self::Superseded,
        Self::Expired,
        Self::Revoked,
        Self::Waiting,
        Self::Erased,
        Self::ErasedSuspended,
        Self::ErasedSuperseded,
        Self::ErasedExpired,
        Self::ErasedRevoked,
        Self::Unproven,
    ];

    /// The same once its holder's data are erased.
    #[must_use]
    pub const fn erased(self) -> Self {
        match self {
            Self::Suspended => Self::ErasedSuspended,
            Self::Superseded => Self::ErasedSuperseded,
            Self::Expired => Self::ErasedExpired,
            Self::Revoked => Self::ErasedRevoked,
            _ => Self::Erased,
        }
    }

    /// Its name in JSON and in keys of words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Provisional => "provisional",
            Self::Suspended => "suspended",
            Self::Superseded => "superseded",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::Waiting => "waiting",
            Self::Erased => "erased",
            Self::ErasedSuspended => "erased-suspended",
            Self::ErasedSuperseded => "erased-superseded",
            Self::ErasedExpired => "erased-expired",
            Self::ErasedRevoked => "erased-revoked",
            Self::Unproven => "unproven",
        }
    }

    /// Whether one may work with it.
    pub const fn is_good(self) -> bool {
        matches!(self, Self::Valid | Self::Provisional)
    }
}

impl Done {
    /// Whether it is over.
    pub const fn is_over(&self) -> bool {
        self.grade.is_some()
    }

    /// The role-plays in it, those of exams too.
    pub fn plays(&self) -> &[PlayGrade] {
        match &self.grade {
            Some(Grade::Play(play)) => std::slice::from_ref(play),
            Some(Grade::Course(course)) => &course.plays,
            Some(Grade::Exam(exam)) => &exam.plays,
            _ => &[],
        }
    }

    /// Whether it is practice: what only the person and the own trainer see the results of.
    pub const fn is_practice(&self) -> bool {
        matches!(self.subject, Subject::Bank(_) | Subject::Scenario(_) | Subject::Review)
    }
}

impl Exam {
    /// Passed or failed, where that is settled and it counts.
    pub fn passed(&self) -> Option<bool> {
        match self.standing {
            _ if self.voided || self.disputed => None,
            Some(Standing::Passed) => Some(true),
            Some(Standing::Failed) => Some(false),
            _ => None,
        }
    }

    /// It among others that came out alike or not.
    pub fn tally(&self) -> Tally {
        match self.passed() {
            Some(true) => Tally { passed: 1, ..Tally::default() },
            Some(false) if self.crossed => Tally { red: 1, ..Tally::default() },
            Some(false) => Tally { short: 1, ..Tally::default() },
            None => Tally { open: 1, ..Tally::default() },
        }
    }

    /// Whether its total was for a person to decide.
    pub fn was_borderline(&self) -> bool {
        self.standing == Some(Standing::Borderline) || self.decided
    }
}

impl Person {
    /// The exams of a licence (of any, for `None`) that count, in the order begun.
    pub fn exams<'p>(&'p self, licence: Option<&'p LicenceId>) -> impl Iterator<Item = (&'p Done, &'p Exam)> {
        let exams = self.done.iter().filter_map(|it| Some((it, it.exam.as_ref()?)));
        exams.filter(move |(_, exam)| !exam.voided && licence.is_none_or(|id| exam.licence == *id))
    }
}

impl Facts {
    /// The day of a moment; the report's own beyond any calendar.
    pub fn day(&self, at: Moment) -> Date {
        at.day(&self.zone).unwrap_or(self.today)
    }

    /// The licence that was issued on an exam.
    pub fn licence_on(&self, attempt: &AttemptId) -> Option<&Licence> {
        self.by_exam.get(attempt).and_then(|place| self.licences.get(*place))
    }

    /// Whole days from one day to a later one; 0 where it is not later.
    pub fn days(&self, from: Moment, to: Moment) -> u32 {
        let days = self.day(from).until(self.day(to)).map_or(0, |span| span.get_days());
        u32::try_from(days).unwrap_or(0)
    }
}
