//! `group list|show|remind`: how far groups are. What is told of whom is `report/group`'s; the facts are gathered here, the table is
//! drawn in `said`, reminders are written in `remind`, and `watch` shows the table as it changes.

mod remind;
mod said;
mod watch;

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use super::Outcome;
use super::assign::must_be_there;
use super::enrol;
use super::failure::{Exit, Failure};
use super::recall::History;
use super::registry::Registry;
use super::room::Call;
use crate::attempt::plan::Subject;
use crate::base::moment::Moment;
use crate::grade::eligible::{self, Candidate, Stands, What, eligible};
use crate::model::library::Library;
use crate::model::licence::Scheme;
use crate::report::group::{Cell, Cohort, Person, Stage, course, most_missed, stuck, subjects};
use crate::store::{AttemptRow, Learner, Store, assignment};

/// `group …`
#[derive(Debug, Subcommand)]
pub enum Group {
    /// All groups.
    List,
    /// One group.
    Show(Show),
    /// Who has still what to do, to send on.
    Remind(Remind),
}

/// `group show GROUP`
#[derive(Debug, Args)]
pub struct Show {
    /// The group.
    pub group: String,
    /// Shows it as it changes, until Esc.
    #[arg(long)]
    pub watch: bool,
}

/// `group remind GROUP`
#[derive(Debug, Args)]
pub struct Remind {
    /// The group.
    pub group: String,
    /// A file instead of a text to paste: .csv, .xlsx or .ics (a calendar).
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// How many of the most missed things are told.
const MISSED: usize = 5;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Group) -> Outcome {
    match args {
        Group::List => list(call),
        Group::Show(args) if args.watch => watch::run(call, &args.group),
        Group::Show(args) => {
            let (library, store) = (call.library()?, call.store()?);
            let cohort = gather(call, &library, store.as_ref(), &args.group)?;
            show(call, &library, &args.group, &cohort)
        }
        Group::Remind(args) => {
            let (library, store) = (call.library()?, call.store()?);
            let cohort = gather(call, &library, store.as_ref(), &args.group)?;
            remind::run(call, (&library, &cohort), &args.group, args.out.as_deref())
        }
    }
}

fn show(call: &mut Call<'_>, library: &Library, group: &str, cohort: &Cohort) -> Outcome {
    if call.json() {
        return call.print_json(&said::json(group, cohort)).map(|()| Exit::Done);
    }
    let text = said::page(call, library, group, cohort);
    call.print(&text)?;
    Ok(Exit::Done)
}

/// All groups, with how many people are in each and how much is late.
fn list(call: &mut Call<'_>) -> Outcome {
    let (library, store) = (call.library()?, call.store()?);
    let learners = store.learners()?;
    let here = |it: &&Learner| it.post.left.is_none();
    let groups: BTreeSet<&String> = learners.iter().filter(here).flat_map(|it| &it.post.groups).collect();
    let mut all = Vec::new();
    for group in groups {
        let cohort = gather(call, &library, store.as_ref(), group)?;
        let late: usize = (0..cohort.subjects.len()).map(|n| cohort.counts(n).late).sum();
        let assigned = cohort.people.iter().flat_map(|it| it.cells.iter().flatten()).any(|cell| cell.assigned);
        let subjects = if assigned { cohort.subjects.len() } else { 0 };
        all.push((group.clone(), cohort.people.len(), subjects, late, cohort.people.iter().filter_map(|it| it.last).max()));
    }
    if call.json() {
        let one = |(name, people, assigned, late, last): &(String, usize, usize, usize, Option<Moment>)| json!({ "group": name, "people": people, "assigned": assigned, "late": late, "last": last });
        let all: Vec<_> = all.iter().map(one).collect();
        return call.print_json(&json!(all)).map(|()| Exit::Done);
    }
    if all.is_empty() {
        call.tell("note-no-groups", &[]);
        return Ok(Exit::Done);
    }
    let head = ["head-group", "head-people", "head-assigned", "head-late", "head-last"];
    let mut rows = vec![head.map(|key| call.words.get(key)).to_vec()];
    for (name, people, assigned, late, last) in all {
        let last = last.map(|at| at.local(&library.time_zone)).unwrap_or_default();
        rows.push(vec![name, people.to_string(), assigned.to_string(), late.to_string(), last]);
    }
    call.print_rows(&rows)?;
    Ok(Exit::Done)
}

/// A group as it stands now.
///
/// # Errors
/// `Failure` where there is no such group, or of the store.
fn gather(call: &Call<'_>, library: &Library, store: &dyn Store, group: &str) -> Result<Cohort, Failure> {
    let group = enrol::group(group)?;
    let learners = store.learners()?;
    must_be_there(&learners, &group, false)?;
    let members: Vec<Learner> =
        learners.into_iter().filter(|it| it.post.groups.contains(&group) && it.post.left.is_none()).collect();
    let registry = Registry::open(store)?;
    let histories = members.into_iter().map(|it| registry.past(store, &it).map(|history| (it, history)));
    let members = histories.collect::<Result<Vec<_>, _>>()?;
    Found { library, store, registry: &registry, now: call.ports.now(), until: None }.cohort(&members)
}

/// Where it is looked up how far somebody is.
pub struct Found<'f> {
    /// The library.
    pub library: &'f Library,
    /// The store.
    pub store: &'f dyn Store,
    /// What the acts come to.
    pub registry: &'f Registry,
    /// As of when.
    pub now: Moment,
    /// Until when attempts are looked at; `None`: all there are.
    pub until: Option<Moment>,
}

impl Found<'_> {
    /// How far these people are.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn cohort(&self, members: &[(Learner, History)]) -> Result<Cohort, Failure> {
        let all = self.store.assignments()?;
        let duties: Vec<_> = members.iter().map(|(it, _)| assignment::of(&all, it)).collect();
        let mut assigned: Vec<&assignment::Assignment> = duties.iter().flatten().collect();
        assigned.sort_by_key(|it| (it.due.is_none(), it.due, it.at));
        let assigned: Vec<Subject> = assigned.into_iter().map(|it| it.what.clone()).collect();
        let pasts: Vec<&[_]> = members.iter().map(|(_, it)| &it.past[..]).collect();
        let columns = subjects(&assigned, &pasts, &self.library.licences.keys().cloned().collect());
        let mut people = Vec::new();
        for ((learner, history), duties) in members.iter().zip(&duties) {
            let mut cells = Vec::new();
            for what in &columns {
                let duty = duties.iter().find(|it| it.what == *what);
                let stage = self.stage(what, learner, history)?;
                let due = duty.and_then(|it| it.due);
                cells.push((duty.is_some() || stage != Stage::NotBegun).then_some(Cell { stage, due, assigned: duty.is_some() }));
            }
            people.push(Person {
                id: learner.id.clone(),
                name: learner.called(),
                last: history.past.first().map(|it| it.last).max(self.voided(learner)?.last().map(|it| it.last)),
                unread: history.damaged.clone(),
                stuck: stuck(&history.past, self.now),
                cells,
            });
        }
        let missed = most_missed(members.iter().map(|(_, it)| &it.tried[..]), MISSED);
        Ok(Cohort { subjects: columns, people, missed, today: self.now.day(&self.library.time_zone) })
    }

    fn stage(&self, what: &Subject, learner: &Learner, history: &History) -> Result<Stage, Failure> {
        match what {
            Subject::Licence(id) => match self.library.licences.get(&id.as_str().into()) {
                Some(scheme) => self.licence(scheme, learner),
                None => Ok(Stage::NotBegun),
            },
            _ => Ok(course(what.parts().1, &history.past, history.waived.get(&what.parts().1.into()).copied())),
        }
    }

    /// The exams of somebody who came and whose exam was declared void, oldest first.
    fn voided(&self, learner: &Learner) -> Result<Vec<AttemptRow>, Failure> {
        let mut rows = self.store.attempts(Some(&learner.id))?;
        let then = |at: Moment| self.until.is_none_or(|until| at <= until);
        rows.retain(|row| self.registry.register.voided.get(&row.id).is_some_and(|at| then(*at)));
        rows.sort_by_key(|row| row.last);
        Ok(rows)
    }

    fn licence(&self, scheme: &Scheme, learner: &Learner) -> Result<Stage, Failure> {
        let mut cases = self.registry.exams(self.store, &learner.id, scheme)?;
        if let Some(until) = self.until {
            cases.retain(|it| it.started <= until);
            // What closed later was open then.
            cases.iter_mut().filter(|it| it.closed.is_some_and(|(at, _)| at > until)).for_each(|it| it.closed = None);
        }
        let candidate = self.registry.candidate(self.store, learner, (scheme, self.library), &cases)?;
        let stage = stage(scheme, &candidate, self.now);
        let of_this = |row: &AttemptRow| row.subject.parts() == ("licence", scheme.id.as_str());
        let idle = matches!(stage, Stage::NotBegun | Stage::Ready | Stage::Courses(..)) && candidate.sat.is_empty();
        Ok(if idle && self.voided(learner)?.iter().any(of_this) { Stage::Voided } else { stage })
    }
}

/// How far a candidate is with a licence.
fn stage(scheme: &Scheme, candidate: &Candidate, now: Moment) -> Stage {
    let held = candidate.licence.map(|held| held.until);
    if let Some(until) = held.filter(|until| *until >= now) {
        return Stage::Held(until);
    }
    match candidate.sat.last().map(|sat| sat.stands) {
        Some(Stands::Open) => return Stage::Sitting,
        Some(Stands::Pending | Stands::Sealed | Stands::Borderline | Stands::Provisional { .. } | Stands::SatTwice) => {
            return Stage::Waiting;
        }
        Some(Stands::Passed) => return Stage::Passed,
        Some(Stands::Failed(_)) => return Stage::Failed(eligible::again(scheme, candidate, now)),
        Some(Stands::Issued) | None => {}
    }
    if let Some(until) = held {
        return Stage::Expired(until);
    }
    let needs = eligible(scheme, candidate, now).needs;
    let courses = needs.iter().find_map(|need| if let What::Courses(all) = &need.what { Some(all) } else { None });
    let done = courses.map_or(0, |all| all.iter().filter(|(_, done)| *done).count());
    match courses.map_or(0, Vec::len) {
        of if done == of => Stage::Ready,
        _ if done == 0 => Stage::NotBegun,
        of => Stage::Courses(done, of),
    }
}
