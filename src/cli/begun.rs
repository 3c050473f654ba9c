//! A line that is begun: what it lacks is asked for, so that nobody has to type a command. For both menus (`trainer`, `manager`).
//!
//! What is asked follows from the commands' own arguments: those that must be there, and the few of `MORE`. There is a list to choose
//! from wherever one can be made (`lists`, `manager/offered`, `manager/known`); what is typed and cannot be meant is asked again, and
//! what was answered before is kept (`fit`).

mod fit;
mod lists;

use clap::{Arg, ArgAction};

use super::failure::Failure;
use super::manager::offered::Offered;
use super::manager::{self, known, offered, second};
use super::room::Call;
use super::trainer::{Answer, ask, choose, say, typed};
use super::{menus, new, sitting};
use crate::attempt::act::StaffRole;
use crate::attempt::event::Leaving;
use crate::base::id::is_slug;

/// What is asked beyond what must be there, by the command or its last word: where the way without it ends in a screenful of text for programs.
const MORE: &[(&str, &[&str])] = &[
    ("sitting close", &["sitting"]),
    ("graph", &["out"]),
    ("export", &["out"]),
    ("schema", &["out"]),
    ("wording", &["file", "register"]),
    ("issue", &["learner", "licence"]),
    ("confirm", &["act", "refuse", "reason"]),
    ("renew", &["learner", "licence"]),
    ("cohort", &["group"]),
    ("weekly", &["group"]),
    ("archive", &["group"]),
    ("regrade", &["reason"]),
    ("decide", &["verdict"]),
    ("verify", &["file"]),
    ("assign", &["what", "to"]),
    ("sitting new", &["group"]),
    ("sitting void", &["candidate"]),
];

/// Commands that take a folder or, without one, the library in use.
const FOLDERS: &[&str] = &["check", "test"];

/// Which kinds of things a command takes, where it takes several.
const KINDS: &[(&str, &[&str])] = &[("export", &["bank", "scenario"]), ("analyse", &["scenario", "licence"])];

/// Commands about everybody, or about a group.
const EVERYBODY: &[&str] = &["cohort", "weekly", "archive"];

/// Asks for what a line lacks; the whole line, or how the person left.
///
/// # Errors
/// `Failure` of the store or the screen.
pub fn asked_for(call: &Call<'_>, tree: &clap::Command, said: &[&str]) -> Result<Result<Vec<String>, Leaving>, Failure> {
    let (mut command, mut path, mut rest) = (tree, Vec::new(), said);
    while let [word, after @ ..] = rest
        && let Some(below) = command.find_subcommand(word)
    {
        path.push(*word);
        (command, rest) = (below, after);
    }
    let (path, name) = (path.join(" "), path.last().copied().unwrap_or_default());
    let is_word = |arg: &Arg, said: &str| arg.get_possible_values().iter().any(|word| word.get_name() == said);
    let fits_none = |said: &&&str| !said.starts_with("--") && !command.get_positionals().any(|arg| is_word(arg, said));
    // Values that stand in the line already, such as the exam that waits.
    let given = rest.iter().filter(fits_none).count();
    let more = MORE.iter().find(|(of, _)| *of == name || *of == path).map_or(&[][..], |(_, more)| more);
    let asked = |arg: &&Arg| {
        let folder = FOLDERS.contains(&name) && arg.get_id() == "path";
        let is_said = arg.get_possible_values().iter().any(|word| said[1..].contains(&word.get_name()));
        // Who signs is asked where it could be several; what only looks is signed by nobody.
        let signs =
            arg.get_id() == "staff" && menus::MANAGER.contains(&said[0]) && role(&path, said.contains(&"--apply")).is_some();
        !is_said && (arg.is_required_set() || folder || signs || more.contains(&arg.get_id().as_str()))
    };
    // What stands by its place comes first: it is what the rest is about.
    let (places, named): (Vec<&Arg>, Vec<&Arg>) = command.get_arguments().filter(asked).partition(|arg| arg.is_positional());
    let (mut line, mut typed) = (said.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>(), Vec::new());
    for arg in places.into_iter().skip(given).chain(named) {
        let asking = Asking { path: &path, name, typed: &typed, line: &line };
        let value = match answer(call, asking, arg)? {
            Ok(value) => value,
            Err(how) => return Ok(Err(how)),
        };
        match arg.get_long() {
            Some(long) if is_flag(arg) => line.extend((!value.is_empty()).then(|| format!("--{long}"))),
            Some(long) if !value.is_empty() => line.push(format!("--{long}={value}")),
            None if !value.is_empty() => typed.push(value),
            _ => {}
        }
    }
    for group in command.get_groups().filter(|group| group.is_required_set()) {
        let flags: Vec<&Arg> = group.get_args().filter_map(|id| command.get_arguments().find(|arg| arg.get_id() == id)).collect();
        match one_of(call, &flags)? {
            Ok(flag) => line.push(flag),
            Err(how) => return Ok(Err(how)),
        }
    }
    if !typed.is_empty() {
        line.push("--".to_owned());
        line.extend(typed);
    }
    Ok(Ok(line))
}

/// The command that is asked about, with what was answered so far.
#[derive(Clone, Copy)]
struct Asking<'a> {
    /// As it is typed: `sitting new`.
    path: &'a str,
    /// Its last word.
    name: &'a str,
    /// What stands by its place.
    typed: &'a [String],
    /// The line up to there.
    line: &'a [String],
}

impl Asking<'_> {
    /// What stands in the first place: what the rest is about.
    fn first(&self) -> &str {
        self.typed.first().map(String::as_str).unwrap_or_default()
    }

    /// Whether a flag was set.
    fn has(&self, flag: &str) -> bool {
        self.line.iter().any(|it| it == flag)
    }
}

fn is_flag(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::SetTrue)
}

/// One of several flags, by what they mean.
fn one_of(call: &Call<'_>, flags: &[&Arg]) -> Answer {
    let said = |arg: &&Arg| arg.get_help().map(ToString::to_string).unwrap_or_default();
    let options = flags.iter().filter_map(|arg| Some((format!("--{}", arg.get_long()?), said(arg)))).collect();
    choose(call, "manager-which", options)
}

/// One argument: chosen where there is a list, else typed. Empty: left out.
fn answer(call: &Call<'_>, asking: Asking<'_>, arg: &Arg) -> Answer {
    let (path, command) = (asking.path, asking.name);
    let id = arg.get_id().as_str();
    let said = question(call, asking, arg);
    if is_flag(arg) {
        let ways = ["", id].map(|key| {
            (key.to_owned(), call.words.get(&format!("trainer-{command}-{id}-{}", if key.is_empty() { "no" } else { "yes" })))
        });
        return ask(call, &said, &ways);
    }
    match id {
        "file" if path == "sitting open" => return sitting_file(call, &said),
        "path" if FOLDERS.contains(&command) => return folder(call, &said),
        "id" if command == "new" => return new_id(call, &said),
        // Who agrees, or only looks, says no reason.
        "reason" if path == "confirm" && !asking.has("--refuse") => return Ok(Ok(String::new())),
        "reason" if path == "regrade" && !asking.has("--apply") => return Ok(Ok(String::new())),
        _ => {}
    }
    let options = offered_for(call, asking, arg)?;
    match &options[..] {
        // Of one there is nothing to ask; where there is none, the command does without.
        [one] if is_settled(asking, id) => Ok(Ok(one.0.clone())),
        [] if ["staff", "register"].contains(&id) => Ok(Ok(String::new())),
        [] => fit::typed(call, (path, id), &said),
        all => ask(call, &said, all),
    }
}

/// Whether an argument is not asked for where there is one to choose only.
fn is_settled(asking: Asking<'_>, id: &str) -> bool {
    match id {
        "staff" | "register" => true,
        "group" => EVERYBODY.contains(&asking.name),
        "licence" => may(asking.path),
        _ => false,
    }
}

/// What there is to choose from; nothing where it is typed.
fn offered_for(call: &Call<'_>, asking: Asking<'_>, arg: &Arg) -> Result<Offered, Failure> {
    let (path, command, first) = (asking.path, asking.name, asking.first());
    Ok(match arg.get_id().as_str() {
        "attempt" if path == "decide" => offered::undecided(call)?,
        "attempt" if path == "void" => known::exams(call)?,
        "receipt" => known::appeals(call, command == "decide")?,
        "sitting" => offered::few(sitting::sittings(call, command)?),
        "candidate" if !first.is_empty() => known::called(call, first)?,
        "code" if command != "new" => known::codes(call)?,
        "act" => second::proposals(call)?,
        "role" if path == "staff add" => {
            StaffRole::ALL.iter().map(|(word, _)| ((*word).to_owned(), call.words.get(&format!("role-{word}")))).collect()
        }
        "name" if path == "staff leave" || path == "staff rekey" => offered::staff(call, None)?,
        "learner" if may(path) => offered::whom(offered::who_may(call, path)?),
        "licence" if may(path) => offered::which(offered::who_may(call, path)?, first),
        "licence" if path == "sitting new" => known::supervised(call)?,
        "to" if command == "assign" => offered::groups(call)?,
        "group" if EVERYBODY.contains(&command) => known::everybody(call)?,
        "group" => offered::groups(call)?,
        "learner" => offered::people(call)?,
        "number" => offered::few(offered::numbers(call, command)?),
        "staff" => staff(call, asking)?,
        _ => things_for(call, asking, arg)?,
    })
}

/// The same of what the courseware has, and of what the command itself lists.
fn things_for(call: &Call<'_>, asking: Asking<'_>, arg: &Arg) -> Result<Offered, Failure> {
    let command = asking.name;
    let id = arg.get_id().as_str();
    if let Some((_, kinds)) = KINDS.iter().find(|(of, _)| *of == command && (id == "thing" || id == "id")) {
        return lists::things(call, kinds);
    }
    let said = |word: &clap::builder::PossibleValue| (word.get_name().to_owned(), worded(call, command, word.get_name()));
    Ok(match id {
        "scenario" => lists::things(call, &["scenario"])?,
        "to" if command == "export" => lists::formats(asking.typed),
        "attempt" => lists::attempts(call)?,
        "licence" => lists::things(call, &["licence"])?,
        "course" => lists::things(call, &["course"])?,
        "what" if command == "assign" => lists::things(call, &["course", "licence"])?,
        "register" => lists::registers(call)?,
        _ => arg.get_possible_values().iter().map(said).collect(),
    })
}

/// What is asked for an argument: as this menu says it, else as the help does.
fn question(call: &Call<'_>, asking: Asking<'_>, arg: &Arg) -> String {
    let own = match arg.get_id().as_str() {
        "staff" => "manager-who-signs".to_owned(),
        id => format!("trainer-{}-{id}", asking.name),
    };
    if call.words.has(&own) { call.words.get(&own) } else { arg.get_help().map(ToString::to_string).unwrap_or_default() }
}

/// Whether a command is about who may be given a licence now.
fn may(path: &str) -> bool {
    path == "issue" || path == "renew"
}

/// Who can sign it here. What somebody proposed, that person does not confirm.
fn staff(call: &Call<'_>, asking: Asking<'_>) -> Result<Offered, Failure> {
    if asking.path == "confirm" && !asking.has("--refuse") {
        return second::seconds(call, asking.first());
    }
    offered::staff(call, role(asking.path, asking.has("--apply")))
}

/// The role that whoever signs a command has; what only looks at marks is signed by nobody, what applies them is.
fn role(path: &str, applies: bool) -> Option<StaffRole> {
    manager::role(path).or(applies.then_some(StaffRole::Examiner))
}

/// One of the words that an argument may be, as a person calls it.
fn worded(call: &Call<'_>, command: &str, word: &str) -> String {
    let key = format!("trainer-{command}-{word}");
    if call.words.has(&key) { call.words.get(&key) } else { word.to_owned() }
}

/// The id of a new thing: asked again until it can be one.
fn new_id(call: &Call<'_>, said: &str) -> Answer {
    loop {
        match typed(call, said)? {
            Ok(id) if is_slug(&id) => return Ok(Ok(id)),
            Ok(id) => say(call, &new::no_id(&id)),
            Err(how) => return Ok(Err(how)),
        }
    }
}

/// The library in use, or a folder that is typed.
fn folder(call: &Call<'_>, said: &str) -> Answer {
    let ways = ["trainer-in-use", "trainer-folder"].map(|key| (key.to_owned(), call.words.get(key)));
    match choose(call, "trainer-which", ways.into())? {
        Ok(way) if way == "trainer-folder" => typed(call, said),
        Ok(_) => Ok(Ok(String::new())),
        Err(how) => Ok(Err(how)),
    }
}

/// A sitting that this PC knows, or a file that is typed.
fn sitting_file(call: &Call<'_>, said: &str) -> Answer {
    let mut all = offered::few(sitting::sittings(call, "open")?);
    if all.is_empty() {
        return typed(call, said);
    }
    all.push(("file".to_owned(), call.words.get("manager-sitting-file")));
    match ask(call, said, &all)? {
        Ok(picked) if picked == "file" => typed(call, said),
        picked => Ok(picked),
    }
}
