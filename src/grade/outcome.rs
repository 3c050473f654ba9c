//! What an exam comes to with everything that was observed and decided since it closed. The events of the exam itself never change.

use std::collections::BTreeSet;

use super::eligible::Stands;
use super::exam::{self, Known, Station};
use super::register::{Decision, Observed, Register};
use super::station::{Agreed, agreed};
use super::written::{self, Readings, Reply};
use crate::base::id::{AttemptId, StaffId, StationId, StepId};
use crate::base::moment::Moment;
use crate::model::grade::{ExamGrade, Standing, StationGrade, Verdict};
use crate::model::licence::Scheme;

/// One examiner's observation of a station of this exam, closed, and stood for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The observation.
    pub observation: AttemptId,
    /// Who observed.
    pub examiner: StaffId,
    /// What was seen.
    pub grade: StationGrade,
}

/// A station of this exam.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtStation {
    /// Which.
    pub station: StationId,
    /// The observations that count, oldest first.
    pub seen: Vec<Seen>,
    /// What they come to; an observation that a third examiner settled on counts alone.
    pub agreed: Agreed,
    /// The observation settled on.
    pub settled: Option<AttemptId>,
}

/// What an exam comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// With stations and decision.
    pub verdict: Verdict,
    /// The stations drawn, in order.
    pub stations: Vec<AtStation>,
    /// Its written replies that people read, by number.
    pub read: Readings,
    /// How many of them nobody read yet.
    pub unread: usize,
    /// Those of them that the verdict hangs on, by number.
    pub hangs_on: Vec<usize>,
    /// It stands otherwise than by its points alone: a talk went on by what the machine made of a reply, and may have gone another way.
    pub strayed: bool,
    /// A borderline exam decided by a person: who.
    pub decided: Option<StaffId>,
    /// It does not count.
    pub voided: bool,
}

/// An exam with what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The exam.
    pub attempt: &'a AttemptId,
    /// Its scheme, as it was frozen.
    pub scheme: &'a Scheme,
    /// Its grade as it closed.
    pub grade: &'a ExamGrade,
    /// How many role-plays were drawn.
    pub talks: usize,
    /// The stations drawn.
    pub drawn: &'a [StationId],
    /// What was written in it.
    pub replies: &'a [Reply<'a>],
}

/// What an exam comes to.
pub fn outcome(case: &Case<'_>, seen: &[Seen], register: &Register) -> Outcome {
    let stations: Vec<AtStation> = case.drawn.iter().map(|id| at_station(case, id, seen, register)).collect();
    let counted: Vec<Station> = stations.iter().map(counted).collect();
    let read = register.read.get(case.attempt).cloned().unwrap_or_default();
    let unread = (0..case.grade.written.len()).filter(|n| !read.contains_key(n)).count();
    let (marks, strays) = (written::marks(&read), written::strays(case.replies, &read));
    let known = Known { talks: case.talks, stations: &counted, marks: &marks, strays: &strays };
    let mut verdict = exam::verdict(case.scheme, case.grade, &known);
    let straight = Known { strays: &BTreeSet::new(), ..known };
    let strayed = exam::verdict(case.scheme, case.grade, &straight).standing != verdict.standing;
    let hangs_on = exam::hangs_on(case.scheme, case.grade, &known);
    let mut decided = None;
    if verdict.standing == Standing::Borderline
        && let Some(decision) = decision(case, &stations, register)
    {
        verdict.standing = if decision.pass { Standing::Passed } else { Standing::Failed };
        decided = Some(decision.who.clone());
    }
    Outcome { verdict, stations, read, unread, hangs_on, strayed, decided, voided: register.voided.contains_key(case.attempt) }
}

/// The decision that stands: the first one made when every observation that counts was known. What was decided before is not decided; a
/// later decision was begun before that one was known; and an observation that nobody asked for any more undoes nothing.
fn decision<'r>(case: &Case<'_>, stations: &[AtStation], register: &'r Register) -> Option<&'r Decision> {
    let observed = register.observed.get(case.attempt).map_or(&[][..], Vec::as_slice);
    let counts = |o: &Observed| stations.iter().flat_map(|at| &at.seen).any(|seen| seen.observation == o.observation);
    let known = observed.iter().rposition(counts).map_or(0, |last| last + 1);
    register.decided.get(case.attempt)?.iter().find(|decision| decision.observed >= known)
}

fn at_station(case: &Case<'_>, id: &StationId, seen: &[Seen], register: &Register) -> AtStation {
    // As many as the scheme wants, those who signed first: one more, made at the same moment, changes nothing.
    let wanted = usize::from(case.scheme.conduct.examiners.max(1));
    let seen: Vec<Seen> = seen.iter().filter(|s| s.grade.station == *id).take(wanted).cloned().collect();
    let grades: Vec<&StationGrade> = seen.iter().map(|s| &s.grade).collect();
    let mut agreed = agreed(&case.scheme.conduct, &grades);
    let settled = register.settled.get(&(case.attempt.clone(), id.clone())).filter(|_| agreed == Agreed::Apart);
    let settled = settled.and_then(|which| seen.iter().find(|s| s.observation == which.0));
    if let Some(one) = settled {
        agreed = Agreed::On(one.grade.share());
    }
    let settled = settled.map(|one| one.observation.clone());
    AtStation { station: id.clone(), seen, agreed, settled }
}

fn counted(at: &AtStation) -> Station {
    let share = if let Agreed::On(share) = &at.agreed { Some(*share) } else { None };
    let counts = |s: &&Seen| at.settled.as_ref().is_none_or(|which| s.observation == *which);
    let mut missed: Vec<StepId> = at.seen.iter().filter(counts).flat_map(|s| s.grade.missed.clone()).collect();
    missed.sort();
    missed.dedup();
    // Until it is settled nothing is held against the candidate.
    Station { station: at.station.clone(), share, missed: if share.is_some() { missed } else { Vec::new() } }
}

impl Outcome {
    /// The exam's grade as it stands now, with what people made of what was written: what every list, statistic and result goes by.
    pub fn grade(&self, grade: &ExamGrade, replies: &[Reply<'_>]) -> ExamGrade {
        ExamGrade { verdict: self.verdict.clone(), ..written::as_read(grade, replies, &self.read) }
    }

    /// How it stands before any further exam.
    pub fn stands(&self, closed: Moment, issued: bool) -> Stands {
        match self.verdict.standing {
            Standing::Passed if issued => Stands::Issued,
            Standing::Passed => Stands::Passed,
            Standing::Failed => Stands::Failed(closed),
            Standing::Borderline => Stands::Borderline,
            Standing::Pending => Stands::Pending,
            Standing::Provisional => Stands::Provisional { unread: self.unread },
        }
    }
}
