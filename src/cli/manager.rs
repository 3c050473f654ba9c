//! `manager`: what a manager can do. In a window a menu, with what waits for somebody first; elsewhere the list of commands (`menus`).
//!
//! Each entry is a command line that is begun; what it lacks is asked for as in the trainer's menu, and it runs as if it had been typed.
//! Which entries there are is `tree`'s; what there is to choose from `offered`'s and `known`'s; who can sign here is `signer`'s.

pub mod known;
mod none;
pub mod offered;
pub mod second;
mod tree;

pub use self::tree::role;

use self::tree::{GROUPS, command, is_sealed};
use super::begun::asked_for;
use super::collect::doubt;
use super::failure::{Exit, Failure};
use super::parcel::{DESK, KEEPS};
use super::registry::Registry;
use super::room::Call;
use super::signer::can_sign;
use super::trainer::{ask, left, say, tell};
use super::{Outcome, appeal, issue, menus, regrade, tongue};
use crate::attempt::act::StaffRole;
use crate::attempt::plan::Subject;
use crate::base::id::AttemptId;
use crate::model::grade::Standing;
use crate::store::Store;

/// Licences that end within so many days wait for somebody.
const SOON: u16 = 30;

/// The entry that shows whose marks would be others; what rises can be recorded then.
const REGRADE: [&str; 2] = ["regrade", "--against=today"];

/// What an entry lacks on this computer: how it is said beside it, and in full.
struct Lack {
    key: &'static str,
    failure: Failure,
}

/// Something that waits: its words' key, how many, the line that sees to it.
struct Waits {
    key: &'static str,
    count: usize,
    line: Vec<String>,
}

/// What was chosen on a level of the menu.
enum Next {
    /// A line that is begun.
    Line(Vec<String>),
    /// The level above.
    Up,
    /// The end.
    Over(Exit),
}

/// Runs the command.
pub fn run(call: &mut Call<'_>) -> Outcome {
    if call.json() || call.ports.screen.is_none() || !call.ports.out_is_terminal {
        return menus::manager(call);
    }
    call.menu = "manager-title";
    loop {
        let line = match top(call)? {
            Next::Line(line) => line,
            Next::Up => continue,
            Next::Over(exit) => return Ok(exit),
        };
        if let Some(exit) = one(call, &line)? {
            return Ok(exit);
        }
    }
}

/// The first level: what waits, and the groups. Of several kinds of things that wait there is one entry, so that no level is long.
fn top(call: &Call<'_>) -> Result<Next, Failure> {
    let mut waits = waiting(call)?;
    let said = |it: &Waits| call.words.with(it.key, &[("count", it.count.into()), ("days", SOON.into())]);
    let waiting = match &waits[..] {
        [] => None,
        [one] => Some(said(one)),
        several => Some(call.words.with("manager-waits", &[("count", several.len().into())])),
    };
    let mut options: Vec<(String, String)> = waiting.into_iter().map(|text| ("waits".to_owned(), text)).collect();
    options.extend(GROUPS.iter().map(|(key, _)| ((*key).to_owned(), call.words.get(&format!("manager-group-{key}")))));
    options.push(("quit".to_owned(), call.words.get("menu-quit")));
    let picked = match ask(call, &call.words.get("manager-ask"), &options)? {
        Ok(picked) => picked,
        Err(how) => return Ok(Next::Over(left(how))),
    };
    if picked == "waits" && waits.len() == 1 {
        return Ok(Next::Line(waits.remove(0).line));
    }
    if picked == "waits" {
        let entries = waits.into_iter().map(|it| (said(&it), it.line)).collect();
        return level(call, "manager-waits-title", entries);
    }
    let Some((key, entries)) = GROUPS.iter().find(|(key, _)| *key == picked) else { return Ok(Next::Over(Exit::Done)) };
    let store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let (is_desk, is_pc) = (store.setting(KEEPS)?.is_some(), store.setting(DESK)?.is_some());
    // The roster goes out from the desk, records come in from the other PCs; where it is not settled yet which this is, both are there.
    let fits = |line: &&&[&str]| match **line {
        ["send", "--roster"] => !is_pc,
        ["send"] => !is_desk,
        _ => true,
    };
    let begun = |line: &[&str]| line.iter().map(|word| (*word).to_owned()).collect();
    let entries = entries.iter().filter(fits).map(|line| (entry(call, &registry, line), begun(line))).collect();
    level(call, &format!("manager-group-{key}"), entries)
}

/// A level below the first.
fn level(call: &Call<'_>, title: &str, entries: Vec<(String, Vec<String>)>) -> Result<Next, Failure> {
    let mut options: Vec<(String, String)> =
        entries.iter().enumerate().map(|(n, (text, _))| (n.to_string(), text.clone())).collect();
    options.push(("up".to_owned(), call.words.get("manager-up")));
    Ok(match ask(call, &call.words.get(title), &options)? {
        Ok(picked) => match picked.parse::<usize>().ok().and_then(|n| entries.into_iter().nth(n)) {
            Some((_, line)) => Next::Line(line),
            None => Next::Up,
        },
        Err(how) if left(how) == Exit::Interrupted => Next::Over(Exit::Interrupted),
        Err(_) => Next::Up,
    })
}

/// Asks for what a line lacks and runs it; `Some` ends the menu.
fn one(call: &mut Call<'_>, line: &[String]) -> Result<Option<Exit>, Failure> {
    let tree = tongue::command(&call.words);
    let said: Vec<&str> = line.iter().map(String::as_str).collect();
    // What is in the way is said before anything is asked.
    let asked = match against(call, &said)? {
        Some(failure) => Err(failure),
        None => asked_for(call, &tree, &said),
    };
    let is_done = match asked {
        Ok(Ok(args)) => tell(call, &args),
        Ok(Err(how)) if left(how) == Exit::Interrupted => return Ok(Some(Exit::Interrupted)),
        Ok(Err(_)) => return Ok(None),
        Err(failure) if matches!(failure.exit, Exit::Refused | Exit::Usage) => {
            say(call, &failure);
            false
        }
        Err(failure) => return Err(failure),
    };
    let mut after = vec!["manager-back", "menu-quit"];
    if is_done && said == REGRADE && regrade::rising(call)? > 0 {
        after.insert(0, "manager-record");
    }
    let after: Vec<_> = after.into_iter().map(|key| (key.to_owned(), call.words.get(key))).collect();
    Ok(match ask(call, &call.words.get(if is_done { "trainer-done" } else { "trainer-not-done" }), &after)? {
        Ok(next) if next == "manager-back" => None,
        Ok(next) if next == "manager-record" => return one(call, &[REGRADE[0], REGRADE[1], "--apply"].map(str::to_owned)),
        Ok(_) => Some(Exit::Done),
        Err(how) => Some(left(how)),
    })
}

/// What is in the way of an entry: nobody here can sign it, or there is nothing that it could be about.
fn against(call: &Call<'_>, line: &[&str]) -> Result<Option<Failure>, Failure> {
    let registry = Registry::open(call.store()?.as_ref())?;
    if let Some(lack) = lacks(call, &registry, line) {
        return Ok(Some(lack.failure));
    }
    none::none(call, line)
}

/// Who or what is missing on this computer for an entry to be signed.
fn lacks(call: &Call<'_>, registry: &Registry, line: &[&str]) -> Option<Lack> {
    let command = command(line);
    // Where there is nobody yet, the first speaks for himself.
    let is_first = command == "staff add" && registry.register.staff.is_empty();
    let role = if line.contains(&"--apply") { Some(StaffRole::Examiner) } else { role(&command).filter(|_| !is_first) };
    if let Some(failure) = role.and_then(|role| can_sign(call.ports, registry, role).err()) {
        let key = if role == Some(StaffRole::Examiner) { "manager-lacks-examiner" } else { "manager-lacks-issuer" };
        return Some(Lack { key, failure });
    }
    let failure = issue::issuing_keys(registry).err().filter(|_| is_sealed(&command))?;
    Some(Lack { key: "manager-lacks-key", failure })
}

/// An entry: what it does, and what it lacks here.
fn entry(call: &Call<'_>, registry: &Registry, line: &[&str]) -> String {
    let about = about(call, line);
    match lacks(call, registry, line) {
        Some(lack) => call.words.with("manager-lacks", &[("text", about.into()), ("what", call.words.get(lack.key).into())]),
        None => about,
    }
}

/// What a line does, as its help says it.
fn about(call: &Call<'_>, line: &[&str]) -> String {
    let own = format!("manager-{}", line.join("-").replace("--", "").replace('=', "-"));
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
    let appeals = appeal::all(store.as_ref(), &registry, None)?.iter().filter(|it| it.hearing.is_none() || it.waits).count();
    let (now, register) = (call.ports.now(), &registry.register);
    let refusals = doubt::open(store.as_ref(), &registry)?.len();
    let last = now.0.saturating_add(i64::from(SOON) * 86_400_000);
    let holds = register.issued.iter().map(|(_, _, it)| it).filter(|it| it.until >= now && it.until.0 <= last);
    let ending = holds.filter(|it| register.follower(&it.number).is_none() && register.taken(&it.number, now).is_none()).count();
    let all = [
        Waits { key: "manager-waits-borderline", count: borderline.len(), line: decide },
        Waits { key: "manager-waits-appeals", count: appeals, line: line(&["appeal", "list", "--open"]) },
        Waits { key: "manager-waits-refusals", count: refusals, line: line(&["refusals"]) },
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
