//! `trainer`: what a trainer can do. In a window a menu that asks for what each command needs and runs it, so that nobody has to type one;
//! elsewhere the list of commands (`menus`).
//!
//! What is asked follows from the commands' own arguments: those that must be there, and the few of `MORE`. What they mean is settled by
//! the command, which runs as if it had been typed.

use clap::{Arg, FromArgMatches as _};

use super::args::{Cli, Command};
use super::failure::{Exit, Failure, asker_failure};
use super::manager::{self, known, offered};
use super::recall::short;
use super::room::{Call, lang, title};
use super::{Outcome, menus, new, sitting, tongue};
use crate::attempt::act::StaffRole;
use crate::attempt::event::Leaving;
use crate::attempt::plan::Subject;
use crate::base::id::{ItemId, is_slug};
use crate::exchange::{Carries, FORMATS};
use crate::model::form::{Choice, Reply};
use crate::report::standing::courses_in_order;
use crate::terminal::{Asked, Asker};

/// What is asked beyond what must be there, by the command or its last word: where the way without it ends in a screenful of text for programs.
const MORE: &[(&str, &[&str])] = &[
    ("graph", &["out"]),
    ("export", &["out"]),
    ("schema", &["out"]),
    ("wording", &["file", "register"]),
    ("issue", &["learner", "licence"]),
    ("renew", &["learner", "licence"]),
    ("cohort", &["group"]),
    ("weekly", &["group"]),
    ("decide", &["verdict"]),
    ("verify", &["file"]),
    ("assign", &["what", "to"]),
    ("sitting new", &["group"]),
];

/// Entries of the menu that are a command with something settled: what stands before what is asked. They come first.
const WAYS: &[(&str, &[&str])] = &[("guided", &["new", "scenario", "--guided"])];

/// Commands that take a folder or, without one, the library in use.
const FOLDERS: &[&str] = &["check", "test"];

/// Which kinds of things a command takes, where it takes several.
const KINDS: &[(&str, &[&str])] = &[("export", &["bank", "scenario"]), ("analyse", &["scenario", "licence"])];

/// The most characters of a typed argument, such as a path.
const MOST: usize = 1000;

/// The most attempts that are offered, newest first.
pub(super) const ATTEMPTS: usize = 30;

/// What was answered, or how the person left.
pub(super) type Answer = Result<Result<String, Leaving>, Failure>;

/// Runs the command.
pub fn run(call: &mut Call<'_>) -> Outcome {
    if call.json() || call.ports.screen.is_none() || !call.ports.out_is_terminal {
        return menus::trainer(call);
    }
    loop {
        let about = about(call);
        let quit = ("quit".to_owned(), call.words.get("menu-quit"));
        let name = match choose(call, "trainer-ask", about.into_iter().chain([quit]).collect())? {
            Ok(name) if name == "quit" => return Ok(Exit::Done),
            Ok(name) => name,
            Err(how) => return Ok(left(how)),
        };
        let is_done = match arguments(call, &name)? {
            Ok(args) => tell(call, &args) && took_up(call, &args),
            Err(Leaving::Interrupted) => return Ok(Exit::Interrupted),
            Err(_) => continue,
        };
        let after = ["trainer-back", "menu-quit"].map(|key| (key.to_owned(), call.words.get(key)));
        match choose(call, if is_done { "trainer-done" } else { "trainer-not-done" }, after.into())? {
            Ok(next) if next == "trainer-back" => {}
            Ok(_) => return Ok(Exit::Done),
            Err(how) => return Ok(left(how)),
        }
    }
}

pub(super) const fn left(how: Leaving) -> Exit {
    match how {
        Leaving::Interrupted => Exit::Interrupted,
        Leaving::Chosen | Leaving::EndOfInput => Exit::Done,
    }
}

/// Each command with what it does.
fn about(call: &Call<'_>) -> Vec<(String, String)> {
    let tree = tongue::command(&call.words);
    let about = |name: &str| tree.find_subcommand(name).and_then(clap::Command::get_about).map(ToString::to_string);
    let ways = WAYS.iter().map(|(name, _)| ((*name).to_owned(), call.words.get(&format!("trainer-{name}"))));
    ways.chain(menus::TRAINER.iter().map(|name| ((*name).to_owned(), about(name).unwrap_or_default()))).collect()
}

/// Runs a command line; what goes wrong is said here, and the menu comes back. Whether it was done.
pub(super) fn tell(call: &mut Call<'_>, args: &[String]) -> bool {
    let outcome = parsed(call, args).and_then(|command| {
        let cli = Cli { global: call.global.clone(), command: Some(command) };
        let words = call.words.clone();
        super::dispatch(cli, &words, call.ports)
    });
    outcome.map_err(|failure| say(call, &failure)).is_ok()
}

/// A folder of courseware that was just begun, where none was in use, is what all the rest is about.
fn took_up(call: &mut Call<'_>, args: &[String]) -> bool {
    if let [.., kind, folder] = args
        && kind == "library"
        && call.folders().is_empty()
    {
        call.global.library.push(folder.into());
    }
    true
}

pub(super) fn say(call: &Call<'_>, failure: &Failure) {
    super::tell::tell(call.ports, &failure.lines(&call.words).join("\n"));
}

fn parsed(call: &Call<'_>, args: &[String]) -> Result<Command, Failure> {
    let line = std::iter::once("onduty".to_owned()).chain(args.iter().cloned());
    let matches = tongue::command(&call.words).try_get_matches_from(line).map_err(|e| tongue::misuse(&e, &call.words))?;
    let cli = Cli::from_arg_matches(&matches).map_err(|e| tongue::misuse(&e, &call.words))?;
    cli.command.ok_or_else(|| Failure::usage("fail-missing-command", []))
}

/// Asks for what a command needs; the command line.
fn arguments(call: &mut Call<'_>, entry: &str) -> Result<Result<Vec<String>, Leaving>, Failure> {
    let tree = tongue::command(&call.words);
    let way = [entry];
    let said = WAYS.iter().find(|(name, _)| *name == entry).map_or(&way[..], |(_, said)| said);
    asked_for(call, &tree, said)
}

/// The same for a line that is begun: what it lacks is asked for.
pub(super) fn asked_for(
    call: &mut Call<'_>,
    tree: &clap::Command,
    said: &[&str],
) -> Result<Result<Vec<String>, Leaving>, Failure> {
    let (mut command, mut path, mut rest) = (tree, Vec::new(), said);
    while let [word, after @ ..] = rest
        && let Some(below) = command.find_subcommand(word)
    {
        path.push(*word);
        (command, rest) = (below, after);
    }
    let asking = Asking { path: &path.join(" "), name: path.last().copied().unwrap_or_default() };
    let name = asking.name;
    let is_word = |arg: &Arg, said: &str| arg.get_possible_values().iter().any(|word| word.get_name() == said);
    let fits_none = |said: &&&str| !said.starts_with("--") && !command.get_positionals().any(|arg| is_word(arg, said));
    // Values that stand in the line already, such as the exam that waits.
    let given = rest.iter().filter(fits_none).count();
    let more = MORE.iter().find(|(of, _)| *of == name || *of == asking.path).map_or(&[][..], |(_, more)| more);
    let asked = |arg: &&Arg| {
        let folder = FOLDERS.contains(&name) && arg.get_id() == "path";
        let is_said = arg.get_possible_values().iter().any(|word| said[1..].contains(&word.get_name()));
        // Who signs is asked where it could be several.
        let signs = arg.get_id() == "staff" && menus::MANAGER.contains(&said[0]);
        !is_said && (arg.is_required_set() || folder || signs || more.contains(&arg.get_id().as_str()))
    };
    // What stands by its place comes first: it is what the rest is about.
    let (places, named): (Vec<&Arg>, Vec<&Arg>) = command.get_arguments().filter(asked).partition(|arg| arg.is_positional());
    let (mut line, mut typed) = (said.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>(), Vec::new());
    for arg in places.into_iter().skip(given).chain(named) {
        let value = match answer(call, asking, arg, &typed)? {
            Ok(value) => value,
            Err(how) => return Ok(Err(how)),
        };
        match arg.get_long() {
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

/// The command that is asked about.
#[derive(Clone, Copy)]
struct Asking<'a> {
    /// As it is typed: `sitting new`.
    path: &'a str,
    /// Its last word.
    name: &'a str,
}

/// One of several flags, by what they mean.
fn one_of(call: &Call<'_>, flags: &[&Arg]) -> Answer {
    let said = |arg: &&Arg| arg.get_help().map(ToString::to_string).unwrap_or_default();
    let options = flags.iter().filter_map(|arg| Some((format!("--{}", arg.get_long()?), said(arg)))).collect();
    choose(call, "manager-which", options)
}

/// One argument: chosen where there is a list, else typed. Empty: left out.
fn answer(call: &mut Call<'_>, asking: Asking<'_>, arg: &Arg, before: &[String]) -> Answer {
    let (path, command) = (asking.path, asking.name);
    let first = before.first().map(String::as_str).unwrap_or_default();
    let id = arg.get_id().as_str();
    let said = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let own = format!("trainer-{command}-{id}");
    let said = if call.words.has(&own) { call.words.get(&own) } else { said };
    let words = arg.get_possible_values();
    let options: Vec<(String, String)> = match id {
        "scenario" => things(call, &["scenario"])?,
        "thing" | "id" if KINDS.iter().any(|(of, _)| *of == command) => {
            things(call, KINDS.iter().find(|(of, _)| *of == command).map_or(&[][..], |(_, kinds)| kinds))?
        }
        "to" if command == "export" => formats(before),
        "attempt" if path == "decide" => offered::undecided(call)?,
        "attempt" if path == "void" => known::exams(call)?,
        "receipt" => known::appeals(call, command == "decide")?,
        "sitting" => offered::few(sitting::sittings(call, command)?),
        "candidate" if !first.is_empty() => known::called(call, first)?,
        "file" if path == "sitting open" => return sitting_file(call, &said),
        "code" if command != "new" => known::codes(call)?,
        "role" if path == "staff add" => {
            StaffRole::ALL.iter().map(|(word, _)| ((*word).to_owned(), call.words.get(&format!("role-{word}")))).collect()
        }
        "name" if path == "staff leave" || path == "staff rekey" => offered::staff(call, None)?,
        "attempt" => attempts(call)?,
        "learner" if command == "renew" => renewed(call)?,
        "licence" if command == "renew" => match renewable(call, before)? {
            // Of one there is nothing to ask.
            all if all.len() == 1 => return Ok(Ok(all[0].0.clone())),
            all => all,
        },
        "licence" => things(call, &["licence"])?,
        "course" => things(call, &["course"])?,
        "what" if command == "assign" => things(call, &["course", "licence"])?,
        "to" if command == "assign" => offered::groups(call)?,
        "group" => offered::groups(call)?,
        "learner" => offered::people(call)?,
        "number" => offered::few(offered::numbers(call, command)?),
        "staff" => match offered::staff(call, manager::role(path))? {
            all if all.len() < 2 => return Ok(Ok(String::new())),
            all => all,
        },
        "register" => match registers(call)? {
            // The one there is holds without a word.
            all if all.len() < 2 => return Ok(Ok(String::new())),
            all => all,
        },
        "path" if FOLDERS.contains(&command) => return folder(call, &said),
        "id" if command == "new" => return new_id(call, &said),
        _ => words.iter().map(|word| (word.get_name().to_owned(), worded(call, command, word.get_name()))).collect(),
    };
    if options.is_empty() { typed(call, &said) } else { ask(call, &said, &options) }
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

/// Things of the library, as `KIND:ID`.
fn things(call: &Call<'_>, kinds: &[&str]) -> Result<Vec<(String, String)>, Failure> {
    let library = call.library_with_drafts()?;
    let lang = lang(&library, &call.words);
    let banks = library.banks.keys().map(|id| Subject::Bank(id.to_string()));
    let courses = courses_in_order(&library).into_iter().map(|id| Subject::Course(id.to_string()));
    let talks = library.scenarios.keys().map(|id| Subject::Scenario(id.to_string()));
    let licences = library.licences.keys().map(|id| Subject::Licence(id.to_string()));
    let all = banks.chain(courses).chain(talks).chain(licences).filter(|subject| kinds.contains(&subject.parts().0));
    let titled = |subject: &Subject| match (title(&library, &lang, subject), library.is_draft(&subject.named())) {
        (title, true) => call.words.with("trainer-draft", &[("title", title.into())]),
        (title, false) => title,
    };
    Ok(all.map(|subject| (subject.named(), titled(&subject))).collect())
}

/// The wording registers.
fn registers(call: &Call<'_>) -> Result<Vec<(String, String)>, Failure> {
    let library = call.library_with_drafts()?;
    let lang = lang(&library, &call.words);
    Ok(library.wordings.values().map(|register| (register.id.to_string(), register.title.get(&lang).to_owned())).collect())
}

/// The formats that what was chosen can be written in.
fn formats(before: &[String]) -> Vec<(String, String)> {
    let is_talk = before.first().is_some_and(|thing| thing.starts_with("scenario:"));
    let carries = if is_talk { Carries::Talk } else { Carries::Questions };
    let fit = FORMATS.iter().filter(|format| format.write.is_some() && format.carries == carries);
    fit.map(|format| (format.name.to_owned(), format.name.to_owned())).collect()
}

/// Who has a licence to be renewed now.
fn renewed(call: &Call<'_>) -> Result<Vec<(String, String)>, Failure> {
    let mut out: Vec<(String, String)> = Vec::new();
    for (issued, said) in offered::due(call)? {
        let id = issued.learner.to_string();
        if !out.iter().any(|(known, _)| *known == id) {
            out.push((id, said));
        }
    }
    Ok(offered::few(out))
}

/// What can be renewed of who was chosen.
fn renewable(call: &Call<'_>, before: &[String]) -> Result<Vec<(String, String)>, Failure> {
    let theirs =
        offered::due(call)?.into_iter().filter(|(issued, _)| before.first().is_some_and(|it| issued.learner.as_str() == it));
    Ok(theirs.map(|(issued, said)| (issued.licence.to_string(), said)).collect())
}

/// The newest attempts.
fn attempts(call: &Call<'_>) -> Result<Vec<(String, String)>, Failure> {
    let library = call.library()?;
    let lang = lang(&library, &call.words);
    let rows = call.store()?.attempts(None)?;
    let told = |id: String, subject: &Subject| format!("{} · {id}", title(&library, &lang, subject));
    Ok(rows.iter().take(ATTEMPTS).map(|row| (row.id.to_string(), told(short(&row.id), &row.subject))).collect())
}

/// The library in use, or a folder that is typed.
fn folder(call: &mut Call<'_>, said: &str) -> Answer {
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

fn choose(call: &Call<'_>, title: &str, options: Vec<(String, String)>) -> Answer {
    ask(call, &call.words.get(title), &options)
}

pub(super) fn ask(call: &Call<'_>, title: &str, options: &[(String, String)]) -> Answer {
    let choices: Vec<Choice> =
        options.iter().map(|(key, text)| Choice { key: ItemId::from(key.as_str()), text: text.clone() }).collect();
    let mut asker = screen(call)?;
    let asked = asker.choose(title, &choices, "").map_err(|e| asker_failure(&e, &call.words))?;
    Ok(match asked {
        Asked::Reply(Reply::Picked(key)) => Ok(key.to_string()),
        Asked::Reply(_) | Asked::TimeUp => Err(Leaving::Chosen),
        Asked::Left(how) => Err(how),
    })
}

/// A typed line. Files dragged into a window come in quotes.
fn typed(call: &Call<'_>, said: &str) -> Answer {
    let mut asker = screen(call)?;
    let asked = asker.line(said, MOST).map_err(|e| asker_failure(&e, &call.words))?;
    Ok(match asked {
        Asked::Reply(Reply::Typed(text)) => Ok(text.trim().trim_matches(['"', '\'']).to_owned()),
        Asked::Reply(_) | Asked::TimeUp => Err(Leaving::Chosen),
        Asked::Left(how) => Err(how),
    })
}

fn screen(call: &Call<'_>) -> Result<Box<dyn Asker>, Failure> {
    let mut asker = call.look(None).person(&call.words)?;
    asker.set_head("", &call.words.get(call.menu));
    Ok(asker)
}
