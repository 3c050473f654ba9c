//! `collect DIR`: takes in every file that `send` wrote there, in any order and any number of times. Each attempt is walked and graded
//! again, each act's signature looked at; what does not hold is refused, with its place, and the rest is taken (`judge`). A PC that goes
//! by a desk takes the desk's roster only.

#![allow(clippy::disallowed_methods, reason = "the shell looks into the folder it is told")]

pub mod apart;
mod claims;
mod concluded;
mod desk;
pub mod doubt;
mod early;
mod judge;
mod known;
mod odd;
pub mod refusals;
mod refused;
mod regraded;
mod roster;
mod taking;
mod trial;
mod whole;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use self::apart::Touched;
pub use self::desk::{dethroned, keeps_roster, refuses_desk};
use self::doubt::File;
use self::known::Known;
pub use self::refused::Refused;
pub use self::taking::for_sitting;
use self::taking::{Not, Took};
use super::Outcome;
use super::failure::{Exit, Failure};
use super::parcel::{self, DESK, ENDING, Letter, NoParcel};
use super::registry::Registry;
use super::room::Call;
use super::send::NAME_MOST;
use super::{beside, heard, sitting};
use crate::base::id::Did;
use crate::base::moment::Moment;
use crate::locale::Words;
use crate::model::span::Span;
use crate::store::Store;

/// `collect DIR`
#[derive(Debug, Args)]
pub struct Collect {
    /// The folder.
    pub dir: PathBuf,
    /// Takes the roster of another desk from now on.
    #[arg(long)]
    pub new_desk: bool,
    /// Without asking, where the roster is kept here.
    #[arg(long, requires = "new_desk")]
    pub yes: bool,
}

/// By how much a clock may be fast before a desk's roster is not taken in, or an exam that was sat by it is held up: a day, so that no time
/// zone set wrong is in the way.
const FAST: Span = Span(24 * 60 * 60 * 1000);

/// What became of a file.
struct Told {
    file: String,
    name: String,
    state: State,
    /// What was taken in and is doubtful: exams that are held up, and what another PC sent as its own too.
    doubtful: Vec<Refused>,
}

enum State {
    /// Taken in.
    Taken(Took),
    /// Nothing of it was taken.
    Refused(Refused),
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Collect) -> Outcome {
    let mut store = call.store()?;
    let paths = files_in(&args.dir)?;
    dethroned(call, store.as_ref(), (args.new_desk, args.yes))?;
    let me = parcel::key(store.as_mut(), call.ports)?.did();
    let mut busy = call.busy("busy-collecting", paths.len() * 2);
    let mut letters = Vec::new();
    for path in paths {
        let letter = parcel::read(&path);
        busy.step();
        if letter.as_ref().is_ok_and(|it| it.parcel.from == me) {
            busy.step();
            continue;
        }
        letters.push((path, letter));
    }
    // Of each PC what came first comes first, whatever the files are called: then nothing is missing that is there.
    letters.sort_by_key(|(path, letter)| {
        let of =
            |it: &Letter| (!it.keeps_roster, it.parcel.from.clone(), it.parcel.lines.first().map(|line| line.number), it.made);
        (letter.as_ref().ok().map(of), path.clone())
    });
    let named = parcel::names(store.as_ref())?;
    let obeyed = store.setting(DESK)?;
    let (mut told, mut here) = (Vec::new(), Known::open(store.as_ref())?);
    let (mut others, mut brought) = (0, BTreeSet::new());
    for (path, letter) in letters {
        if letter.as_ref().is_ok_and(|it| !it.keeps_roster) && store.setting(DESK)?.is_some() {
            // What other PCs did is for the desk: it alone has what their records rest on.
            others += 1;
            busy.step();
            continue;
        }
        if let Ok(letter) = &letter {
            brought.extend(letter.parcel.attempts.iter().filter(|it| odd::is_exam(it)).map(|it| it.attempt.clone()));
        }
        told.push(settle((store.as_mut(), &mut here), (&path, letter), (args.new_desk, call.ports.now()))?);
        busy.step();
    }
    drop(busy);
    if others > 0 {
        call.tell("note-others-left", &[("count", others.into())]);
    }
    first_desk(call, store.as_ref(), obeyed)?;
    odd::one_name(call, store.as_ref(), &named)?;
    let registry = Registry::open(store.as_ref())?;
    odd::twice(call, store.as_ref(), &registry)?;
    odd::impossible(call, (store.as_ref(), &registry), &brought)?;
    odd::overtaken(call, (store.as_ref(), &registry), &brought)?;
    sitting::gone::let_go(call, store.as_mut(), None)?;
    let not_taken = heard::not_taken(store.as_ref())?;
    if !not_taken.is_empty() {
        let acts: Vec<&str> = not_taken.iter().map(|act| act.short()).collect();
        let acts = acts.join(&call.words.get("paper-comma"));
        call.tell("note-acts-not-taken", &[("count", not_taken.len().into()), ("acts", acts.into())]);
    }
    let open = doubt::open(store.as_ref(), &registry)?;
    if !open.is_empty() {
        call.tell("note-refusals", &[("count", open.len().into())]);
    }
    report(call, &told)
}

/// Says which desk this PC goes by from now on: by the end of its key, which the desk shows when it sends its roster.
fn first_desk(call: &Call<'_>, store: &dyn Store, before: Option<String>) -> Result<(), Failure> {
    let now = store.setting(DESK)?;
    if let Some(desk) = now.filter(|desk| Some(desk) != before.as_ref()).map(|desk| Did::from(desk.as_str())) {
        let name = parcel::names(store)?.remove(&desk).unwrap_or_default();
        call.tell("note-first-desk", &[("name", name.into()), ("key", parcel::fingerprint(&desk).into())]);
    }
    Ok(())
}

/// Takes one file in, and notes what of it points at a hand in the records.
fn settle(
    (store, here): (&mut dyn Store, &mut Known),
    (path, letter): (&Path, Result<Letter, NoParcel>),
    (new_desk, now): (bool, Moment),
) -> Result<Told, Failure> {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let letter = match letter {
        Ok(letter) => letter,
        Err(why) => {
            let refused = Refused::of(&why);
            note(store, here, [&refused], (path, None, now))?;
            return Ok(Told { file, name: String::new(), state: State::Refused(refused), doubtful: Vec::new() });
        }
    };
    // Whoever signs a file says what it is called: no more of that than fits a line.
    let name: String = letter.name.trim().chars().take(NAME_MOST).collect();
    let from = letter.parcel.from.clone();
    let name = if name.is_empty() { parcel::short(&from) } else { name };
    let mut odd = early::early(&letter.parcel, &here.registry.register, now.min(letter.made));
    odd.extend(claims::shared(&letter.parcel, here.lines(&from), here, &parcel::names(store)?));
    let of = (path, Some((&from, &*name)), now);
    let taken = taking::fits(store, here, letter, (new_desk, now)).and_then(|fit| {
        // With what is taken in, what is held up of it: at no later moment could that be known.
        beside::together(store, |store| {
            let took = taking::take(store, here, fit)?;
            parcel::remember(store, &from, &name)?;
            let ahead = early::ahead(store, here, &from)?;
            odd.extend(ahead.into_iter().filter(|it| !odd.contains(it)).collect::<Vec<_>>());
            note(store, here, took.refused.iter().chain(&odd), of)?;
            Ok((took, odd))
        })
    });
    let (state, doubtful) = match taken {
        Ok((took, odd)) => (State::Taken(took), odd),
        Err(Not::Works(failure)) => return Err(failure),
        Err(Not::Fits(refused)) => {
            note(store, here, [&refused], of)?;
            (State::Refused(refused), Vec::new())
        }
    };
    Ok(Told { file, name, state, doubtful })
}

/// Notes what of a file points at a hand in the records, with whose file it is and what it touches.
fn note<'r>(
    store: &mut dyn Store,
    here: &Known,
    refused: impl IntoIterator<Item = &'r Refused>,
    (path, from, now): (&Path, Option<(&Did, &str)>, Moment),
) -> Result<(), Failure> {
    let suspect: Vec<&Refused> = refused.into_iter().filter(|it| it.is_suspect()).collect();
    if suspect.is_empty() {
        return Ok(());
    }
    let touched = parcel::read(path).map_or_else(|_| Touched::default(), |letter| touched(here, &letter));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    doubt::note(store, &here.registry, suspect, (File { name: &name, digest: parcel::digest(path), from, touched }, now))
}

/// What a file touches of which something was refused.
fn touched(here: &Known, letter: &Letter) -> Touched {
    Touched::by(letter, here.lines(&letter.parcel.from), &here.registry)
}

/// The files to take in, by name.
fn files_in(dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let name = dir.display().to_string();
    let entries = std::fs::read_dir(dir).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == ENDING));
    paths.sort();
    if paths.is_empty() {
        return Err(Failure::usage("fail-nothing-to-collect", [("path", &name)]).hint("hint-send", []));
    }
    Ok(paths)
}

fn report(call: &mut Call<'_>, told: &[Told]) -> Outcome {
    // What is held up waits for somebody, as what is refused does: a script has to see it.
    let is_whole =
        |it: &Told| it.doubtful.is_empty() && matches!(&it.state, State::Taken(Took { refused, .. }) if refused.is_empty());
    let end = if told.iter().all(is_whole) { Exit::Done } else { Exit::NotPassed };
    if call.json() {
        let all: Vec<_> = told.iter().map(|it| as_json(it, &call.words)).collect();
        return call.print_json(&json!(all)).map(|()| end);
    }
    let mut out = String::new();
    for it in told {
        for line in lines(it, &call.words) {
            out.push_str(&crate::terminal::line::clean(&line));
            out.push('\n');
        }
    }
    call.print(&out)?;
    Ok(end)
}

fn lines(told: &Told, words: &Words) -> Vec<String> {
    match &told.state {
        State::Refused(why) => {
            vec![words.with("collect-refused", &[("file", told.file.as_str().into()), ("why", why.said(words).into())])]
        }
        State::Taken(Took { taken, known, refused, gaps, roster }) => {
            let args = [
                ("name", told.name.as_str().into()),
                ("file", told.file.as_str().into()),
                ("attempts", taken.attempts.into()),
                ("longer", taken.longer.into()),
                ("known", (*known).into()),
                ("acts", taken.acts.into()),
                ("learners", taken.learners.into()),
            ];
            let mut out = vec![words.with(if *roster { "collect-roster" } else { "collect-taken" }, &args)];
            out.extend(refused.iter().map(|why| words.with("collect-left-out", &[("why", why.said(words).into())])));
            let gap = |(first, last): &(u64, u64)| {
                let args = [("name", told.name.as_str().into()), ("first", (*first).into()), ("last", (*last).into())];
                words.with("collect-gap", &args)
            };
            out.extend(gaps.iter().filter(|_| !roster).map(gap));
            out.extend(told.doubtful.iter().map(|it| words.with("collect-held-up", &[("why", it.said(words).into())])));
            out
        }
    }
}

fn as_json(told: &Told, words: &Words) -> serde_json::Value {
    match &told.state {
        State::Refused(why) => json!({ "file": told.file, "name": told.name, "refused": [why.as_json(words)] }),
        State::Taken(Took { taken, known, refused, gaps, roster }) => json!({
            "file": told.file, "name": told.name, "roster": roster, "new": taken, "known": known,
            "refused": refused.iter().map(|it| it.as_json(words)).collect::<Vec<_>>(),
            "held_up": told.doubtful.iter().map(|it| it.as_json(words)).collect::<Vec<_>>(),
            "missing": gaps.iter().map(|(first, last)| json!({ "first": first, "last": last })).collect::<Vec<_>>(),
        }),
    }
}
