//! `trainer`: what a trainer can do. In a window a menu that asks for what each command needs and runs it, so that nobody has to type one;
//! elsewhere the list of commands (`menus`).
//!
//! What a command lacks `begun` asks for; what it means is settled by the command, which runs as if it had been typed.

use clap::FromArgMatches as _;

use super::args::{Cli, Command};
use super::begun::asked_for;
use super::failure::{Exit, Failure, asker_failure};
use super::room::Call;
use super::{Outcome, menus, tongue};
use crate::attempt::event::Leaving;
use crate::base::id::ItemId;
use crate::model::form::{Choice, Reply};
use crate::terminal::{Asked, Asker};

/// Entries of the menu that are a command with something settled: what stands before what is asked. They come first.
const WAYS: &[(&str, &[&str])] = &[("guided", &["new", "scenario", "--guided"])];

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

pub(super) fn choose(call: &Call<'_>, title: &str, options: Vec<(String, String)>) -> Answer {
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
pub(super) fn typed(call: &Call<'_>, said: &str) -> Answer {
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
