//! A group at a glance: who is how far with what, who was last here when, who is stuck, and what most people miss.
//!
//! What a person did in practice is that person's and the trainer's: here it is only said how far somebody is, and of single items only
//! how many missed them. When somebody counts as stuck is own policy (`LYING`, `FAILING`).

pub mod said;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::standing::Past;
use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, LearnerId, LicenceId};
use crate::base::moment::Moment;
use crate::grade::memory::{Rating, Thing, Tried, days_between};
use crate::model::grade::Grade;

/// What is unfinished and lay untouched for so many days makes somebody stuck.
pub const LYING: u32 = 4;
/// What was not passed so often, and never since, makes somebody stuck.
pub const FAILING: usize = 3;

/// How far somebody is with a course or a licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing was done for it.
    NotBegun,
    /// A course: steps done and in all.
    Begun(usize, usize),
    /// A course was finished, first at this moment.
    Done(Moment),
    /// A course was waived, at this moment.
    Waived(Moment),
    /// A licence: courses done and required.
    Courses(usize, usize),
    /// Everything required is done: the exam may be sat.
    Ready,
    /// The exam is under way.
    Sitting,
    /// The exam is over; somebody has to mark, observe or decide.
    Waiting,
    /// Not passed; from when on the next one may be sat, where there is one left.
    Failed(Option<Moment>),
    /// The exam was declared void, and no other counts.
    Voided,
    /// Passed; the licence is to be issued.
    Passed,
    /// Licensed until then.
    Held(Moment),
    /// The licence is over.
    Expired(Moment),
}

impl Stage {
    /// Whether the person has done what was assigned: what others have still to do does not make anybody late.
    pub const fn is_met(&self) -> bool {
        matches!(self, Self::Done(_) | Self::Waived(_) | Self::Waiting | Self::Passed | Self::Held(_))
    }

    /// Its name in JSON and in the words' keys.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NotBegun => "not-begun",
            Self::Begun(..) => "begun",
            Self::Done(_) => "done",
            Self::Waived(_) => "waived",
            Self::Courses(..) => "courses",
            Self::Ready => "ready",
            Self::Sitting => "sitting",
            Self::Waiting => "waiting",
            Self::Failed(_) => "failed",
            Self::Voided => "voided",
            Self::Passed => "passed",
            Self::Held(_) => "held",
            Self::Expired(_) => "expired",
        }
    }
}

/// One thing for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How far.
    pub stage: Stage,
    /// The last day for it, where it was assigned with one.
    pub due: Option<Date>,
    /// Whether it was assigned.
    pub assigned: bool,
}

impl Cell {
    /// Whether it should be done and is not.
    pub fn is_late(&self, today: Option<Date>) -> bool {
        !self.stage.is_met() && self.due.zip(today).is_some_and(|(due, today)| today > due)
    }
}

/// One person of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: LearnerId,
    /// The name, with the staff number where there is one.
    pub name: String,
    /// When the person did anything last.
    pub last: Option<Moment>,
    /// Attempts that do not fit together: what is told of the person is told without them.
    pub unread: Vec<AttemptId>,
    /// What keeps the person from getting on.
    pub stuck: Option<Stuck>,
    /// One for each subject of the group; `None` where it was neither assigned to the person nor begun.
    pub cells: Vec<Option<Cell>>,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// What its table is about.
    pub subjects: Vec<Subject>,
    /// Its people, by name.
    pub people: Vec<Person>,
    /// What most of them missed.
    pub missed: Vec<Missed>,
    /// Which day it is; `None` beyond any calendar.
    pub today: Option<Date>,
}

/// How many people are how far with one subject.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// For whom it is.
    pub people: usize,
    /// Have done it.
    pub met: usize,
    /// Have done nothing for it; who was never here may sit an exam that asks for no course, and has not begun either.
    pub not_begun: usize,
    /// Should have done it by now.
    pub late: usize,
}

impl Counts {
    /// Have begun it, and not done it yet.
    pub const fn under_way(&self) -> usize {
        self.people - self.met - self.not_begun
    }
}

impl Cohort {
    /// How many are how far with the n-th subject.
    pub fn counts(&self, n: usize) -> Counts {
        let mut counts = Counts::default();
        for (person, cell) in self.people.iter().filter_map(|it| Some((it, it.cells.get(n)?.as_ref()?))) {
            counts.people += 1;
            counts.met += usize::from(cell.stage.is_met());
            counts.not_begun += usize::from(match cell.stage {
                Stage::NotBegun => true,
                Stage::Ready => person.last.is_none(),
                _ => false,
            });
            counts.late += usize::from(cell.is_late(self.today));
        }
        counts
    }

    /// The earliest last day of the n-th subject.
    pub fn due(&self, n: usize) -> Option<Date> {
        self.people.iter().filter_map(|it| it.cells.get(n)?.as_ref()?.due).min()
    }

    /// Who has the n-th subject assigned and has still to do something for it: with the cell.
    pub fn open(&self, n: usize) -> impl Iterator<Item = (&Person, &Cell)> {
        let of = move |it: &'_ Person| {
            it.cells.get(n).is_some_and(|cell| cell.as_ref().is_some_and(|c| c.assigned && !c.stage.is_met()))
        };
        self.people.iter().filter(move |it| of(it)).filter_map(move |it| Some((it, it.cells[n].as_ref()?)))
    }
}

/// Why somebody does not get on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// Something unfinished lies untouched.
    Lying {
        /// What.
        what: Subject,
        /// Steps done and in all.
        steps: (usize, usize),
        /// For how many days.
        days: u32,
    },
    /// Something was not passed again and again.
    Failing {
        /// What.
        what: Subject,
        /// How often.
        times: usize,
    },
}

/// What somebody is stuck at: what fails comes before what lies.
pub fn stuck(past: &[Past], now: Moment) -> Option<Stuck> {
    let subjects: BTreeSet<&Subject> = past.iter().filter(|p| p.grade.is_some()).map(|p| &p.subject).collect();
    let failing = subjects.into_iter().filter_map(|what| {
        // Newest first: only what was not passed since.
        let grades = past.iter().filter(|p| p.subject == *what).filter_map(|p| p.grade.as_ref().and_then(Grade::passed));
        let times = grades.take_while(|passed| !passed).count();
        (times >= FAILING).then(|| Stuck::Failing { what: what.clone(), times })
    });
    let worst = failing.max_by_key(|it| if let Stuck::Failing { times, .. } = it { *times } else { 0 });
    let lies = |p: &&Past| p.grade.is_none() && days_between(p.last, now) >= LYING && p.subject != Subject::Review;
    let lying = past.iter().filter(lies).max_by_key(|p| p.last);
    worst.or_else(|| lying.map(|p| Stuck::Lying { what: p.subject.clone(), steps: p.steps, days: days_between(p.last, now) }))
}

/// How far somebody is with a course that may have been waived.
pub fn course(id: &str, past: &[Past], waived: Option<Moment>) -> Stage {
    let subject = Subject::Course(id.to_owned());
    let mine = || past.iter().filter(|p| p.subject == subject);
    // Newest first: the last one is the first that was finished.
    if let Some(done) = mine().rfind(|p| p.grade.is_some()) {
        return Stage::Done(done.last);
    }
    if let Some(at) = waived {
        return Stage::Waived(at);
    }
    mine().next().map_or(Stage::NotBegun, |p| Stage::Begun(p.steps.0, p.steps.1))
}

/// What many missed: how many people met it, and how many of these did not get it right at first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// What.
    pub thing: Thing,
    /// People who missed it.
    pub missed: usize,
    /// People who met it.
    pub met: usize,
}

/// Fewer people than this who met a thing say nothing of it, and would be found out.
pub const MET_LEAST: usize = 3;

/// What most people missed when they first met it, by share, then by number; nothing that fewer than `MET_LEAST` met.
pub fn most_missed<'a>(people: impl Iterator<Item = &'a [Tried]>, most: usize) -> Vec<Missed> {
    let mut counts: BTreeMap<Thing, (usize, usize)> = BTreeMap::new();
    for tried in people {
        let mut first: BTreeMap<&Thing, Rating> = BTreeMap::new();
        for it in tried {
            first.entry(&it.thing).or_insert(it.rating);
        }
        for (thing, rating) in first {
            let (missed, met) = counts.entry(thing.clone()).or_default();
            *met += 1;
            *missed += usize::from(rating != Rating::Good);
        }
    }
    let told = |(_, (missed, met)): &(Thing, (usize, usize))| *missed > 0 && *met >= MET_LEAST;
    let mut all: Vec<_> = counts.into_iter().filter(told).collect();
    all.sort_by(|(a, (a_missed, a_met)), (b, (b_missed, b_met))| {
        // By share: a/b > c/d as a·d > c·b.
        (b_missed * a_met).cmp(&(a_missed * b_met)).then(b_missed.cmp(a_missed)).then(a.cmp(b))
    });
    all.into_iter().take(most).map(|(thing, (missed, met))| Missed { thing, missed, met }).collect()
}

/// What a group's table is about: what is assigned to anybody in it, the first due first; where nothing is, what anybody has begun.
pub fn subjects(assigned: &[Subject], pasts: &[&[Past]], licences: &BTreeSet<LicenceId>) -> Vec<Subject> {
    let mut out: Vec<Subject> = Vec::new();
    let begun = pasts.iter().flat_map(|past| past.iter().map(|p| &p.subject));
    let fits = |subject: &&Subject| match subject {
        Subject::Course(_) => true,
        Subject::Licence(id) => licences.contains(&id.as_str().into()),
        _ => false,
    };
    let all: Vec<&Subject> = if assigned.is_empty() { begun.filter(fits).collect() } else { assigned.iter().collect() };
    for subject in all {
        if !out.contains(subject) {
            out.push(subject.clone());
        }
    }
    if assigned.is_empty() {
        out.sort_by(|a, b| a.parts().cmp(&b.parts()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attempt::state::At;
    use crate::base::digest::Digest;
    use crate::grade::memory::Place;
    use crate::model::version::Version;

    const DAY: i64 = 86_400_000;

    fn past(subject: Subject, day: i64, grade: Option<Grade>) -> Past {
        let attempt = format!("a-{day}").into();
        Past { attempt, subject, last: Moment(day * DAY), steps: (3, 8), grade, scripted: false }
    }

    fn course_named(id: &str) -> Subject {
        Subject::Course(id.to_owned())
    }

    #[test]
    fn a_course_is_as_far_as_the_best_of_it() {
        let open = |day| past(course_named("a"), day, None);
        let done = |day| past(course_named("a"), day, Some(Grade::Agreement));
        let waived = Some(Moment(4 * DAY));
        assert_eq!(course("a", &[], None), Stage::NotBegun);
        assert_eq!(course("a", &[open(2), past(course_named("b"), 1, None)], None), Stage::Begun(3, 8));
        assert_eq!(course("a", &[open(9), done(5), done(3)], waived), Stage::Done(Moment(3 * DAY)), "done first on day 3");
        assert_eq!(course("a", &[open(9)], waived), Stage::Waived(Moment(4 * DAY)), "nobody has to go on with it");
    }

    #[test]
    fn who_does_not_come_back_is_stuck() {
        let now = Moment(10 * DAY);
        let lying = |day| [past(course_named("a"), day, None)];
        assert_eq!(stuck(&lying(7), now), None);
        assert_eq!(stuck(&lying(6), now), Some(Stuck::Lying { what: course_named("a"), steps: (3, 8), days: 4 }));
        assert_eq!(stuck(&[past(Subject::Review, 1, None)], now), None, "what comes back does so by itself");
    }

    #[test]
    fn most_missed_goes_by_people_who_met_it() {
        let same = Digest::of_bytes(b"as it is");
        let tried = |id: &str, rating| Tried {
            thing: Thing::Question(id.into()),
            version: Version { logic: same, text: same },
            lang: "zh-CN".into(),
            at: Moment(0),
            rating,
            place: Place { attempt: "a".into(), at: At { part: 0, step: 0 }, after: 0 },
        };
        let first = [tried("b/1", Rating::Again), tried("b/1", Rating::Good), tried("b/2", Rating::Good)];
        let second = [tried("b/1", Rating::Hard), tried("b/2", Rating::Again)];
        let third = [tried("b/1", Rating::Good), tried("b/2", Rating::Good), tried("b/3", Rating::Again)];
        let found = most_missed([&first[..], &second[..], &third[..]].into_iter(), 5);
        let told: Vec<_> = found.iter().map(|it| (it.thing.to_string(), it.missed, it.met)).collect();
        assert_eq!(told, [("b/1".to_owned(), 2, 3), ("b/2".to_owned(), 1, 3)], "one person's miss is that person's own");
    }

    #[test]
    fn late_is_who_has_still_to_do_something() {
        let due = Some(jiff::civil::date(2026, 12, 1));
        let today = Some(jiff::civil::date(2026, 12, 2));
        let cell = |stage| Cell { stage, due, assigned: true };
        assert!(cell(Stage::Begun(1, 2)).is_late(today));
        assert!(!cell(Stage::Begun(1, 2)).is_late(due), "the last day is still in time");
        assert!(!cell(Stage::Waiting).is_late(today), "others are late then");
        assert!(!Cell { due: None, ..cell(Stage::NotBegun) }.is_late(today));
    }
}
