//! Where a learner stands: what is unfinished, done and passed, how each skill does, and what comes next.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::growth::{Advice, Growth, Learning, TALKS, growth};
use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, BankId, CourseId, LicenceId, ScenarioId, SkillId};
use crate::base::moment::Moment;
use crate::base::points::{Exact, Points};
use crate::model::grade::{Grade, PlayGrade, Timeliness};
use crate::model::library::Library;
use crate::model::licence::{Accepts, Scheme};
use crate::model::scenario::Scenario;

/// One attempt of the past.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// The attempt.
    pub attempt: AttemptId,
    /// About what.
    pub subject: Subject,
    /// Its newest event.
    pub last: Moment,
    /// Steps done and in all.
    pub steps: (usize, usize),
    /// The grade, where it is over.
    pub grade: Option<Grade>,
    /// Whether a script replied at any time.
    pub scripted: bool,
}

/// How far a learner is with one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Course, bank or scenario.
    pub subject: Subject,
    /// How often it was finished.
    pub finished: usize,
    /// The best share so far, finished ones only.
    pub best: Option<Exact>,
    /// Whether it was passed (scenarios) or done (courses, banks) at least once.
    pub done: bool,
    /// A course that need not be taken, and was never finished: since when.
    pub waived: Option<Moment>,
    /// The unfinished attempt, with steps done and in all.
    pub open: Option<(AttemptId, (usize, usize))>,
}

/// Where a learner stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Courses, in the order to take them.
    pub courses: Vec<Line>,
    /// Scenarios, easiest first.
    pub plays: Vec<Line>,
    /// Banks.
    pub banks: Vec<Line>,
    /// Per skill: earned, and the best available at the decisions met, over all finished role-plays.
    pub skills: BTreeMap<SkillId, (Points, Points)>,
    /// Unfinished attempts, newest first.
    pub unfinished: Vec<Past>,
    /// How quick the timed replies of the newest talks with a clock were.
    pub timeliness: Option<Timeliness>,
    /// How each skill shown so far grows, in the author's order.
    pub growth: Vec<Growth>,
    /// What comes next, the first first.
    pub next: Vec<Next>,
    /// The talk that would help most now.
    pub advice: Option<Advice>,
}

/// What comes next, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// What.
    pub subject: Subject,
    /// Why.
    pub why: Why,
}

/// What somebody was told to do: a course or a licence, with the last day for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// What.
    pub what: Subject,
    /// The last day; `None`: whenever.
    pub due: Option<Date>,
}

/// Why something comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was assigned, or what was assigned takes it; with the last day.
    Assigned(Option<Date>),
    /// A newcomer begins with the easiest talk.
    First,
    /// It is not finished.
    Unfinished,
    /// A course that the licence they are after requires.
    Required(LicenceId),
    /// Everything that the licence requires is done: its exam.
    Ready,
    /// The next course.
    Course,
    /// A talk not passed yet.
    Talk(Advice),
    /// The bank that went worst; in percent, `None`: not begun.
    Bank(Option<u8>),
}

/// What is known of a learner before anything is worked out.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    /// Everything done so far, newest first.
    pub past: &'k [Past],
    /// What is assigned, the first due first.
    pub duties: &'k [Duty],
    /// Courses that need not be taken, each with since when.
    pub waived: &'k BTreeMap<CourseId, Moment>,
}

impl Known<'_> {
    /// Whether a course need not be taken.
    fn is_waived(&self, subject: &Subject) -> bool {
        matches!(subject, Subject::Course(id) if self.waived.contains_key(&id.as_str().into()))
    }
}

/// Where a learner stands.
pub fn standing(library: &Library, known: Known<'_>, now: Moment) -> Standing {
    let past = known.past;
    let line = |subject: Subject| line(subject, known);
    let courses: Vec<Line> = courses_in_order(library).into_iter().map(|id| line(Subject::Course(id.to_string()))).collect();
    let plays: Vec<Line> = plays_in_order(library).into_iter().map(|id| line(Subject::Scenario(id.to_string()))).collect();
    let for_practice = library.banks.values().filter(|b| b.use_.is_for_practice()).map(|b| b.id.clone());
    let banks: Vec<Line> = for_practice.map(|id: BankId| line(Subject::Bank(id.to_string()))).collect();
    let growth = growth(library, past);
    let (scheme, aim) = toward(library, known).unzip();
    let open = |scheme: &&Scheme| is_open(scheme, past);
    let after: Vec<&Scheme> = scheme.map_or_else(|| library.licences.values().filter(open).collect(), |scheme| vec![scheme]);
    let learning = Learning { past, growth: &growth, after: &after, now };
    let undone = |talk: &Scenario| plays.iter().any(|l| l.subject.parts().1 == talk.id.as_str() && !l.done && l.open.is_none());
    let talk = learning.advise(library, undone);
    Standing {
        skills: skills(past),
        timeliness: timeliness(past),
        unfinished: past.iter().filter(|p| p.grade.is_none()).cloned().collect(),
        next: next((assigned(library, known), aim, talk), (&courses, &plays, &banks), past),
        advice: learning.advise(library, |_| true),
        growth,
        courses,
        plays,
        banks,
    }
}

fn line(subject: Subject, known: Known<'_>) -> Line {
    let mine: Vec<&Past> = known.past.iter().filter(|p| p.subject == subject).collect();
    let grades: Vec<&Grade> = mine.iter().filter_map(|p| p.grade.as_ref()).collect();
    Line {
        finished: grades.len(),
        best: grades.iter().map(|g| share(g)).max(),
        done: grades.iter().any(|g| g.passed().unwrap_or(true)),
        waived: match &subject {
            Subject::Course(id) if grades.is_empty() => known.waived.get(&id.as_str().into()).copied(),
            _ => None,
        },
        open: mine.iter().find(|p| p.grade.is_none()).map(|p| (p.attempt.clone(), p.steps)),
        subject,
    }
}

/// The share that a grade comes to.
pub fn share(grade: &Grade) -> Exact {
    match grade {
        Grade::Quiz(quiz) => quiz.share(),
        Grade::Play(play) => play.share,
        Grade::Course(course) => course.checkpoints.share(),
        Grade::Exam(exam) => exam.verdict.total.unwrap_or(Exact::ZERO),
        Grade::Station(station) => station.share(),
        Grade::Agreement | Grade::Appeal => Exact::ONE,
    }
}

/// Courses, each after those it requires; among equals by layer, then id.
pub fn courses_in_order(library: &Library) -> Vec<CourseId> {
    let mut left: Vec<_> = library.courses.values().collect();
    left.sort_by_key(|c| (c.layer, c.id.clone()));
    let mut out: Vec<CourseId> = Vec::new();
    while !left.is_empty() {
        let waits =
            |c: &&crate::model::course::Course| c.requires.iter().any(|r| !out.contains(r) && library.courses.contains_key(r));
        // Where requirements go round (a finding), the first one goes first.
        let at = left.iter().position(|c| !waits(c)).unwrap_or(0);
        out.push(left.remove(at).id.clone());
    }
    out
}

/// Scenarios for practice: easiest and shortest first.
pub fn plays_in_order(library: &Library) -> Vec<ScenarioId> {
    let mut all: Vec<&Scenario> = library.scenarios.values().filter(|s| s.use_.is_for_practice()).collect();
    all.sort_by_key(|s| (s.level, s.minutes.unwrap_or(u32::MAX), s.category, s.id.clone()));
    all.into_iter().map(|s| s.id.clone()).collect()
}

fn skills(past: &[Past]) -> BTreeMap<SkillId, (Points, Points)> {
    let mut out: BTreeMap<SkillId, (Points, Points)> = BTreeMap::new();
    for play in past.iter().filter_map(|p| p.grade.as_ref()).flat_map(plays_of) {
        for (skill, (earned, best)) in &play.skills {
            let sum = out.entry(skill.clone()).or_default();
            *sum = (sum.0 + *earned, sum.1 + *best);
        }
    }
    out
}

/// How quick the timed replies of the newest talks with a clock were, as many as a skill is judged by.
fn timeliness(past: &[Past]) -> Option<Timeliness> {
    let plays = past.iter().filter_map(|p| p.grade.as_ref()).flat_map(plays_of);
    plays.filter_map(|play| play.timeliness).take(TALKS).reduce(Timeliness::and)
}

/// The role-plays in a grade; none of an exam, whose own result tells of them.
pub(super) fn plays_of(grade: &Grade) -> &[PlayGrade] {
    match grade {
        Grade::Play(play) => std::slice::from_ref(play),
        Grade::Course(course) => &course.plays,
        Grade::Quiz(_) | Grade::Exam(_) | Grade::Station(_) | Grade::Agreement | Grade::Appeal => &[],
    }
}

/// Whether a licence can be an aim: its exam is neither passed nor to be decided yet.
fn is_open(scheme: &Scheme, past: &[Past]) -> bool {
    let exam = |p: &&Past| p.subject == Subject::Licence(scheme.id.to_string());
    let failed = |p: &Past| p.grade.as_ref().and_then(Grade::passed) == Some(false);
    past.iter().find(exam).is_none_or(failed)
}

/// What a learner's newest steps show them to be after: a licence, and the next course that it requires, then its exam.
fn toward<'l>(library: &'l Library, known: Known<'_>) -> Option<(&'l Scheme, Next)> {
    let past = known.past;
    let open = |scheme: &&Scheme| is_open(scheme, past);
    let aims = |p: &Past| match &p.subject {
        Subject::Licence(id) => library.licences.get(&id.as_str().into()).filter(open),
        Subject::Course(_) | Subject::Agreement(_) => {
            let mut fits = library.licences.values().filter(|s| requires(s, &p.subject));
            // A course that several licences require tells nothing.
            let only = fits.next().filter(|_| fits.next().is_none());
            only.filter(open)
        }
        _ => None,
    };
    let scheme = past.iter().find_map(aims)?;
    Some((scheme, step_toward(scheme, known)))
}

/// The next step toward a licence: a course that it requires, then its exam.
fn step_toward(scheme: &Scheme, known: Known<'_>) -> Next {
    let counts = |p: &Past| p.grade.is_some() && (!p.scripted || scheme.conduct.accepts == Accepts::Script);
    let done = |subject: &Subject| known.is_waived(subject) || known.past.iter().any(|p| p.subject == *subject && counts(p));
    let mut courses = scheme.requires.courses.iter().map(|id| Subject::Course(id.to_string()));
    match courses.find(|course| !done(course)) {
        Some(subject) => Next { subject, why: Why::Required(scheme.id.clone()) },
        None => Next { subject: Subject::Licence(scheme.id.to_string()), why: Why::Ready },
    }
}

/// The next step of everything assigned that is still to be done.
fn assigned(library: &Library, known: Known<'_>) -> Vec<Next> {
    let past = known.past;
    let step = |duty: &Duty| {
        let subject = match &duty.what {
            Subject::Licence(id) => {
                let scheme = library.licences.get(&id.as_str().into()).filter(|scheme| is_open(scheme, past))?;
                step_toward(scheme, known).subject
            }
            Subject::Course(id) => {
                let there = library.courses.contains_key(&id.as_str().into());
                let done = known.is_waived(&duty.what) || past.iter().any(|p| p.subject == duty.what && p.grade.is_some());
                (there && !done).then(|| duty.what.clone())?
            }
            _ => return None,
        };
        Some(Next { subject, why: Why::Assigned(duty.due) })
    };
    known.duties.iter().filter_map(step).collect()
}

fn requires(scheme: &Scheme, subject: &Subject) -> bool {
    match subject {
        Subject::Course(id) => scheme.requires.courses.iter().any(|course| course.as_str() == id),
        Subject::Agreement(id) => scheme.requires.agreement.as_ref().is_some_and(|agreement| agreement.as_str() == id),
        _ => false,
    }
}

/// A newcomer who has nothing assigned plays first; then: what is unfinished, what is assigned, the way to the licence they are after, the next course, the talk not passed yet that
/// helps most, the bank that went worst.
fn next(
    (assigned, aim, talk): (Vec<Next>, Option<Next>, Option<Advice>),
    (courses, plays, banks): (&[Line], &[Line], &[Line]),
    past: &[Past],
) -> Vec<Next> {
    let mut out: Vec<Next> = Vec::new();
    let mut add = |subject: Option<&Subject>, why: Why| {
        out.extend(subject.map(|subject| Next { subject: subject.clone(), why }));
    };
    let first = plays.first().filter(|_| past.is_empty() && assigned.is_empty());
    add(first.map(|l| &l.subject), Why::First);
    add(past.iter().find(|p| p.grade.is_none()).map(|p| &p.subject), Why::Unfinished);
    for Next { subject, why } in assigned {
        add(Some(&subject), why);
    }
    if let Some(aim) = aim {
        add(Some(&aim.subject), aim.why);
    }
    add(courses.iter().find(|l| !l.done && l.open.is_none() && l.waived.is_none()).map(|l| &l.subject), Why::Course);
    if let Some(advice) = talk {
        add(Some(&Subject::Scenario(advice.scenario.to_string())), Why::Talk(advice));
    }
    let weakest = banks.iter().filter(|l| l.open.is_none()).min_by_key(|l| l.best.unwrap_or(Exact::ZERO));
    let weakest = weakest.filter(|l| l.best.is_none_or(|b| b < Exact::ONE));
    add(weakest.map(|l| &l.subject), Why::Bank(weakest.and_then(|l| l.best).map(whole_percent)));
    let mut seen: Vec<Subject> = Vec::new();
    out.retain(|next| {
        let fresh = !seen.contains(&next.subject);
        seen.push(next.subject.clone());
        fresh
    });
    out
}

/// A share in whole percent, cut.
fn whole_percent(share: Exact) -> u8 {
    let (num, den) = share.floored().min(Exact::ONE).parts();
    u8::try_from(num * 100 / den).unwrap_or(100)
}
