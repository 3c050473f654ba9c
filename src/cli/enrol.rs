//! `learner import FILE`: a company's roster into the store. Who is known is written anew, who is not is enrolled, who is not in the file
//! stays; the same call once more changes nothing. Groups that a row gives are all that the person is in. Every row that can't be taken is told with its reason, the others are.
//!
//! What rows say is `exchange/roster`'s. Laying them over the learners there are is a plan first (`lay`), so that `--dry-run` tells
//! exactly what would be done.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde_json::json;

use super::Outcome;
use super::failure::{Exit, Failure};
use super::ports::Ports;
use super::rename;
use super::room::Call;
use super::swap::{self, Said};
use crate::base::name;
use crate::exchange::roster::{self, Entry, MOST, Roles};
use crate::exchange::{Fate, Note, Source, Spot};
use crate::model::library::Library;
use crate::store::{Learner, Post};

/// `learner import FILE`
#[derive(Debug, clap::Args)]
pub struct LearnerImport {
    /// The roster: CSV or Excel.
    pub file: PathBuf,
    /// Puts everybody in it into this group too.
    #[arg(long, value_name = "GROUP")]
    pub group: Option<String>,
    /// Tells what would be done and does nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// More groups than these are counted, not named.
const MOST_NAMED: usize = 8;
/// More people than these are counted, not named; programs are told all.
const MOST_PEOPLE: usize = 20;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &LearnerImport) -> Outcome {
    let path = args.file.display().to_string();
    let group = args.group.as_deref().map(group).transpose()?;
    let bytes = swap::bytes(&args.file)?;
    let refused = |note: &Note| Failure::new(Exit::NotPassed, "fail-roster", [("path", &path)]).because(swap::cause(note));
    let roster = roster::read(&Source::new(&bytes), &roles(&call.library()?)).map_err(|note| refused(&note))?;
    let mut store = call.store()?;
    let known = store.learners()?;
    let mut plan = lay(call.ports, &known, &roster.entries, group.as_deref());
    plan.notes.extend(roster.notes);
    if !args.dry_run && !plan.people.is_empty() {
        let mut busy = call.busy("busy-enrolling", plan.people.len());
        store.enrol(&plan.people, &mut || busy.step())?;
        drop(busy);
        rename::told_of_many(call, store.as_ref(), (&known, &plan.people))?;
    }
    report(call, args, &plan)?;
    Ok(if plan.wrong() == 0 { Exit::Done } else { Exit::NotPassed })
}

/// A group's name as it was typed.
///
/// # Errors
/// `Failure` where it can't be one.
pub fn group(typed: &str) -> Result<String, Failure> {
    let name = name::name(typed, MOST).map(str::to_owned);
    name.ok_or_else(|| Failure::usage("fail-group-name", [("name", typed)]))
}

/// The library's roles with all they are called.
pub fn roles(library: &Library) -> Roles {
    let called = |id: &str, title: &crate::model::text::Text| {
        let mut all = vec![id.to_owned()];
        all.extend(title.all().map(str::to_owned));
        all
    };
    library.roles.iter().map(|(id, title)| (id.to_string(), called(id.as_str(), title))).collect()
}

/// What a roster comes to.
#[derive(Default)]
struct Plan {
    /// Who is written, as they are then.
    people: Vec<Learner>,
    added: usize,
    changed: usize,
    same: usize,
    /// What becomes of whom, in the order of the rows.
    fates: Vec<(What, String)>,
    notes: Vec<Note>,
}

/// What becomes of somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    /// Enrolled.
    Added,
    /// Written anew.
    Changed,
    /// No longer here.
    Left,
    /// Enrolled as somebody who is no longer here.
    AddedLeft,
}

impl What {
    const ALL: [Self; 4] = [Self::Added, Self::AddedLeft, Self::Changed, Self::Left];

    const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Left => "left",
            Self::AddedLeft => "added_left",
        }
    }
}

impl Plan {
    fn wrong(&self) -> usize {
        self.notes.iter().filter(|note| note.fate == Fate::Wrong).count()
    }
}

/// Whom the store knows, by what a roster calls them.
struct Known<'k> {
    all: &'k [Learner],
    by_number: BTreeMap<&'k str, Vec<usize>>,
    by_name: BTreeMap<&'k str, Vec<usize>>,
}

impl<'k> Known<'k> {
    fn of(all: &'k [Learner]) -> Self {
        let (mut by_number, mut by_name) = (BTreeMap::<_, Vec<usize>>::new(), BTreeMap::<_, Vec<usize>>::new());
        for (n, learner) in all.iter().enumerate() {
            by_name.entry(learner.name.as_str()).or_default().push(n);
            if let Some(number) = &learner.staff_number {
                by_number.entry(number.as_str()).or_default().push(n);
            }
        }
        Self { all, by_number, by_name }
    }

    /// Who is meant by an entry, if anybody is known: by number, else by name. Somebody without a number is taken for the one of that
    /// name, as people enrol themselves by name alone.
    fn meant(&self, entry: &Entry) -> Result<Option<usize>, Note> {
        let several = || Note::new(Spot::Line(entry.line), Fate::Wrong, "roster-several", [("found", &*entry.name)]);
        let one = |fit: &[usize]| if fit.len() > 1 { Err(several()) } else { Ok(fit.first().copied()) };
        let named = self.by_name.get(entry.name.as_str()).map_or(&[][..], Vec::as_slice);
        let Some(number) = &entry.number else { return one(named) };
        if let Some(numbered) = self.by_number.get(number.as_str()) {
            return one(numbered);
        }
        let bare: Vec<usize> = named.iter().copied().filter(|n| self.all[*n].staff_number.is_none()).collect();
        one(&bare)
    }
}

/// Lays the rows over the people there are.
fn lay(ports: &Ports, known: &[Learner], entries: &[Entry], group: Option<&str>) -> Plan {
    let index = Known::of(known);
    let mut plan = Plan::default();
    let mut taken: BTreeMap<usize, u32> = BTreeMap::new();
    for entry in entries {
        match index.meant(entry) {
            Err(note) => plan.notes.push(note),
            Ok(Some(n)) => match taken.insert(n, entry.line) {
                Some(first) => {
                    let args = [("found", &*entry.name), ("line", &*first.to_string())];
                    plan.notes.push(Note::new(Spot::Line(entry.line), Fate::Wrong, "roster-same-person", args));
                }
                None => change(&mut plan, &known[n], written(ports, known[n].clone(), entry, group), entry.line),
            },
            Ok(None) => {
                let fresh = Learner {
                    id: ports.learner_id(),
                    name: entry.name.clone(),
                    staff_number: None,
                    language: None,
                    plain: false,
                    created: ports.now(),
                    post: Post::default(),
                };
                let fresh = written(ports, fresh, entry, group);
                plan.fates.push((if fresh.post.left.is_some() { What::AddedLeft } else { What::Added }, fresh.called()));
                plan.people.push(fresh);
                plan.added += 1;
            }
        }
    }
    plan
}

/// A person as the row says; what it says nothing of stays.
fn written(ports: &Ports, mut learner: Learner, entry: &Entry, group: Option<&str>) -> Learner {
    learner.name.clone_from(&entry.name);
    learner.staff_number = entry.number.clone().or(learner.staff_number);
    let post = &mut learner.post;
    if let Some(groups) = &entry.groups {
        post.groups.clone_from(groups);
    }
    post.groups.extend(group.map(str::to_owned));
    post.role = entry.role.clone().or(post.role.take());
    post.left = match entry.left {
        Some(true) => post.left.or_else(|| Some(ports.now())),
        Some(false) => None,
        None => post.left,
    };
    learner
}

/// Puts down what becomes of somebody known; who is called otherwise now, or gets a number, may be somebody else: that is told.
fn change(plan: &mut Plan, before: &Learner, after: Learner, line: u32) {
    if *before == after {
        plan.same += 1;
        return;
    }
    let look = |key, now: &str| Note::new(Spot::Line(line), Fate::Look, key, [("before", &*before.name), ("now", now)]);
    if before.name != after.name {
        plan.notes.push(look("roster-renamed", &after.called()));
    } else if before.staff_number.is_none() && after.staff_number.is_some() {
        plan.notes.push(look("roster-numbered", &after.called()));
    }
    plan.changed += 1;
    let left = before.post.left.is_none() && after.post.left.is_some();
    plan.fates.push((if left { What::Left } else { What::Changed }, after.called()));
    plan.people.push(after);
}

/// Who it would be, as far as they fit; the others are counted.
fn who(call: &Call<'_>, plan: &Plan, what: What) -> Option<String> {
    let all: Vec<&str> = plan.fates.iter().filter(|(it, _)| *it == what).map(|(_, called)| called.as_str()).collect();
    let names = all.iter().take(MOST_PEOPLE).copied().collect::<Vec<_>>().join(&call.words.get("swap-comma"));
    let more = all.len().saturating_sub(MOST_PEOPLE);
    let args = [("what", what.name().into()), ("names", names.into()), ("more", more.into())];
    (!all.is_empty()).then(|| call.words.with("roster-who", &args))
}

fn report(call: &mut Call<'_>, args: &LearnerImport, plan: &Plan) -> Result<(), Failure> {
    let said: Vec<Said> = plan.notes.iter().map(|note| swap::of_note(call, note)).collect();
    let (added, changed, same, wrong) = (plan.added, plan.changed, plan.same, plan.wrong());
    if call.json() {
        let said: Vec<_> = said.iter().map(Said::as_json).collect();
        let mut value = json!({
            "file": args.file.display().to_string(), "written": !args.dry_run,
            "added": added, "changed": changed, "same": same, "wrong": wrong, "said": said,
        });
        if args.dry_run {
            let who = |what: What| -> Vec<_> { plan.fates.iter().filter(|(it, _)| *it == what).map(|(_, who)| who).collect() };
            value["who"] = What::ALL
                .iter()
                .map(|what| (what.name().to_owned(), json!(who(*what))))
                .collect::<serde_json::Map<_, _>>()
                .into();
        }
        return call.print_json(&value);
    }
    swap::tell(call, said);
    let done = if args.dry_run { "no" } else { "yes" };
    let counts = [
        ("done", done.into()),
        ("added", added.into()),
        ("changed", changed.into()),
        ("same", same.into()),
        ("wrong", wrong.into()),
    ];
    let mut lines = vec![call.words.with("roster-done", &counts)];
    if args.dry_run {
        lines.extend(What::ALL.iter().filter_map(|what| who(call, plan, *what)));
        lines.push(call.words.get("roster-dry"));
    } else if wrong > 0 {
        lines.push(call.words.get("roster-again"));
    }
    let groups: BTreeSet<&String> = plan.people.iter().flat_map(|learner| &learner.post.groups).collect();
    if !args.dry_run && !groups.is_empty() {
        let comma = call.words.get("swap-comma");
        let names = groups.iter().take(MOST_NAMED).map(|name| name.as_str()).collect::<Vec<_>>().join(&comma);
        let more = groups.len().saturating_sub(MOST_NAMED);
        lines.push(call.words.with("roster-groups", &[("groups", names.into()), ("more", more.into())]));
    }
    call.print(&lines.iter().map(|line| format!("{line}\n")).collect::<String>())
}
