//! `manager`: what a manager can do. In a window a menu, with what waits for somebody first; elsewhere the list of commands (`menus`).
//!
//! Each entry is a command line that is begun; what it lacks is asked for as in the trainer's menu, and it runs as if it had been typed.

use super::failure::{Exit, Failure};
use super::recall::short;
use super::registry::Registry;
use super::room::{Call, lang, title};
use super::trainer::{ATTEMPTS, ask, asked_for, left, tell};
use super::{Outcome, appeal, menus, tongue};
use crate::attempt::plan::Subject;
use crate::base::id::AttemptId;
use crate::model::grade::Standing;
use crate::store::Store;

/// The entries below what waits, in the order of a manager's year.
const ENTRIES: &[&[&str]] = &[
    &["learner", "import"],
    &["learner", "list"],
    &["assign"],
    &["group", "show"],
    &["send"],
    &["collect"],
    &["sitting", "list"],
    &["mark"],
    &["decide"],
    &["appeal", "list"],
    &["regrade"],
    &["licences", "--eligible"],
    &["issue"],
    &["licences"],
    &["suspend"],
    &["reinstate"],
    &["revoke"],
    &["verify"],
    &["status"],
    &["report", "cohort"],
    &["report", "weekly"],
    &["audit"],
    &["backup"],
    &["staff", "list"],
    &["key", "show"],
];
/// Licences that end within so many days wait for somebody.
const SOON: u16 = 30;

/// Something that waits: its words' key, how many, the line that sees to it.
struct Waits {
    key: &'static str,
    count: usize,
    line: Vec<String>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>) -> Outcome {
    if call.json() || call.ports.screen.is_none() || !call.ports.out_is_terminal {
        return menus::manager(call);
    }
    call.menu = "manager-title";
    loop {
        let waits = waiting(call)?;
        let mut options: Vec<(String, String)> = Vec::new();
        for (n, it) in waits.iter().enumerate() {
            options.push((format!("wait-{n}"), call.words.with(it.key, &[("count", it.count.into()), ("days", SOON.into())])));
        }
        options.extend(ENTRIES.iter().enumerate().map(|(n, line)| (format!("do-{n}"), about(call, line))));
        options.push(("quit".to_owned(), call.words.get("menu-quit")));
        let picked = match ask(call, &call.words.get("manager-ask"), &options)? {
            Ok(picked) => picked,
            Err(how) => return Ok(left(how)),
        };
        let place = |kind: &str| picked.strip_prefix(kind).and_then(|n| n.parse::<usize>().ok());
        let line: Vec<String> = match (place("wait-").and_then(|n| waits.get(n)), place("do-").and_then(|n| ENTRIES.get(n))) {
            (Some(waits), _) => waits.line.clone(),
            (_, Some(line)) => line.iter().map(|word| (*word).to_owned()).collect(),
            _ => return Ok(Exit::Done),
        };
        if let Some(exit) = one(call, &line)? {
            return Ok(exit);
        }
    }
}

/// Asks for what a line lacks and runs it; `Some` ends the menu.
fn one(call: &mut Call<'_>, line: &[String]) -> Result<Option<Exit>, Failure> {
    let tree = tongue::command(&call.words);
    let said: Vec<&str> = line.iter().map(String::as_str).collect();
    let is_done = match asked_for(call, &tree, &said)? {
        Ok(args) => tell(call, &args),
        Err(how) if left(how) == Exit::Interrupted => return Ok(Some(Exit::Interrupted)),
        Err(_) => return Ok(None),
    };
    let after = ["manager-back", "menu-quit"].map(|key| (key.to_owned(), call.words.get(key)));
    Ok(match ask(call, &call.words.get(if is_done { "trainer-done" } else { "trainer-not-done" }), &after)? {
        Ok(next) if next == "manager-back" => None,
        Ok(_) => Some(Exit::Done),
        Err(how) => Some(left(how)),
    })
}

/// What a line does, as its help says it.
fn about(call: &Call<'_>, line: &[&str]) -> String {
    let own = format!("manager-{}", line.join("-").replace("--", ""));
    if call.words.has(&own) {
        return call.words.get(&own);
    }
    let tree = tongue::command(&call.words);
    let leaf = line.iter().try_fold(&tree, |at, word| at.find_subcommand(word));
    leaf.and_then(clap::Command::get_about).map(ToString::to_string).unwrap_or_else(|| line.join(" "))
}

/// What waits for somebody, the most pressing first.
fn waiting(call: &Call<'_>) -> Result<Vec<Waits>, Failure> {
    let store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let line = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let borderline = borderline(store.as_ref(), &registry)?;
    // One is meant; of several it is asked which.
    let decide = match &borderline[..] {
        [one] => vec!["decide".to_owned(), one.to_string()],
        _ => line(&["decide"]),
    };
    let appeals = appeal::all(store.as_ref(), &registry, None)?.iter().filter(|it| it.hearing.is_none()).count();
    let (now, register) = (call.ports.now(), &registry.register);
    let last = now.0.saturating_add(i64::from(SOON) * 86_400_000);
    let holds = register.issued.iter().map(|(_, _, it)| it).filter(|it| it.until >= now && it.until.0 <= last);
    let ending = holds.filter(|it| register.follower(&it.number).is_none() && register.taken(&it.number, now).is_none()).count();
    let all = [
        Waits { key: "manager-waits-borderline", count: borderline.len(), line: decide },
        Waits { key: "manager-waits-appeals", count: appeals, line: line(&["appeal", "list", "--open"]) },
        Waits { key: "manager-waits-confirm", count: register.waiting.len(), line: line(&["confirm"]) },
        Waits { key: "manager-waits-ending", count: ending, line: line(&["licences", &format!("--expiring={SOON}")]) },
    ];
    Ok(all.into_iter().filter(|it| it.count > 0).collect())
}

/// Exams that are borderline and not decided.
fn borderline(store: &dyn Store, registry: &Registry) -> Result<Vec<AttemptId>, Failure> {
    let mut out = Vec::new();
    for row in store.attempts(None)?.into_iter().filter(|row| row.closed && matches!(row.subject, Subject::Licence(_))) {
        let outcome = registry.exam(store, &row.id)?.outcome;
        if outcome.is_some_and(|it| !it.voided && it.verdict.standing == Standing::Borderline) {
            out.push(row.id);
        }
    }
    Ok(out)
}

/// Borderline exams, to choose from.
///
/// # Errors
/// `Failure` of the store.
pub fn undecided(call: &Call<'_>) -> Result<Vec<(String, String)>, Failure> {
    let (store, library) = (call.store()?, call.library()?);
    let lang = lang(&library, &call.words);
    let (rows, people) = (store.attempts(None)?, store.learners()?);
    let mut out = Vec::new();
    for id in borderline(store.as_ref(), &Registry::open(store.as_ref())?)?.into_iter().take(ATTEMPTS) {
        let Some(row) = rows.iter().find(|row| row.id == id) else { continue };
        let name = people.iter().find(|it| it.id == row.learner).map_or_else(|| "–".to_owned(), crate::store::Learner::called);
        out.push((id.to_string(), format!("{name} · {} · {}", title(&library, &lang, &row.subject), short(&id))));
    }
    Ok(out)
}

/// The people of the roster, where they are few enough to be chosen from; none where a name is quicker typed.
///
/// # Errors
/// `Failure` of the store.
pub fn people(call: &Call<'_>) -> Result<Vec<(String, String)>, Failure> {
    let mut all = call.store()?.learners()?;
    all.retain(|it| it.post.left.is_none());
    let few = if all.len() <= ATTEMPTS { all } else { Vec::new() };
    Ok(few.iter().map(|it| (it.id.to_string(), it.called())).collect())
}

/// The newest licences, to choose from.
///
/// # Errors
/// `Failure` of the store.
pub fn numbers(call: &Call<'_>) -> Result<Vec<(String, String)>, Failure> {
    let store = call.store()?;
    let (registry, people) = (Registry::open(store.as_ref())?, store.learners()?);
    let newest = registry.register.issued.iter().rev().map(|(_, _, issued)| issued).take(ATTEMPTS);
    let name = |issued: &crate::attempt::act::Issued| {
        people.iter().find(|it| it.id == issued.learner).map_or_else(|| "–".to_owned(), crate::store::Learner::called)
    };
    Ok(newest.map(|issued| (issued.number.to_string(), format!("{} · {}", issued.number, name(issued)))).collect())
}

/// Everybody who may sign something.
///
/// # Errors
/// `Failure` of the store.
pub fn staff(call: &Call<'_>) -> Result<Vec<(String, String)>, Failure> {
    let registry = Registry::open(call.store()?.as_ref())?;
    let all = registry.register.staff.values().map(|(id, _)| (id.to_string(), registry.name(id)));
    Ok(all.collect())
}
