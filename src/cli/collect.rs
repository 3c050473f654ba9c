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
mod trial;
mod whole;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use self::apart::Touched;
use self::desk::obey;
pub use self::desk::{dethroned, keeps_roster, refuses_desk};
use self::doubt::File;
use self::known::Known;
pub use self::refused::Refused;
use self::roster::{ROSTER_MADE, Word, settled};
use super::Outcome;
use super::failure::{Exit, Failure};
use super::parcel::{self, DESK, ENDING, Letter, NoParcel};
use super::registry::Registry;
use super::room::Call;
use super::send::NAME_MOST;
use super::{heard, sitting};
use crate::base::digest::Digest;
use crate::base::moment::Moment;
use crate::locale::Words;
use crate::model::span::Span;
use crate::store::ledger::gaps;
use crate::store::{Store, Taken};

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
    /// Taken in, with what was refused of it, and lines that are missing before it.
    Taken { taken: Taken, known: usize, refused: Vec<Refused>, gaps: Vec<(u64, u64)>, roster: bool },
    /// Nothing of it was taken.
    Refused(Refused),
}

impl State {
    /// What was refused, of a file that was taken in otherwise too.
    fn refused(&self) -> &[Refused] {
        match self {
            Self::Taken { refused, .. } => refused,
            Self::Refused(refused) => std::slice::from_ref(refused),
        }
    }
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
    odd::one_name(call, store.as_ref(), &named)?;
    let registry = Registry::open(store.as_ref())?;
    odd::twice(call, store.as_ref(), &registry)?;
    odd::impossible(call, (store.as_ref(), &registry), &brought)?;
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

/// Takes one file in, and notes what of it points at a hand in the records.
fn settle(
    (store, here): (&mut dyn Store, &mut Known),
    (path, letter): (&Path, Result<Letter, NoParcel>),
    (new_desk, now): (bool, Moment),
) -> Result<Told, Failure> {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut doubtful = Vec::new();
    let (from, name, state) = match letter {
        Ok(letter) => {
            // Whoever signs a file says what it is called: no more of that than fits a line.
            let name: String = letter.name.trim().chars().take(NAME_MOST).collect();
            let from = letter.parcel.from.clone();
            let name = if name.is_empty() { parcel::short(&from) } else { name };
            let mut odd = early::early(&letter.parcel, &here.registry.register, now.min(letter.made));
            odd.extend(claims::shared(&letter.parcel, here.lines(&from), here, &parcel::names(store)?));
            let state = one(store, here, letter, (new_desk, now))?;
            if matches!(state, State::Taken { .. }) {
                parcel::remember(store, &from, &name)?;
                doubtful = odd;
            }
            (Some(from), name, state)
        }
        Err(why) => (None, String::new(), State::Refused(Refused::of(&why))),
    };
    let noted = || state.refused().iter().chain(&doubtful);
    if noted().any(Refused::is_suspect) {
        let from = from.as_ref().map(|from| (from, name.as_str()));
        let touched = parcel::read(path).map_or_else(|_| Touched::default(), |letter| touched(here, &letter));
        let file = File { name: &file, digest: parcel::digest(path), from, touched };
        doubt::note(store, &here.registry, noted(), (file, now))?;
    }
    Ok(Told { file, name, state, doubtful })
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

/// Takes one file in.
fn one(store: &mut dyn Store, here: &mut Known, letter: Letter, (new_desk, now): (bool, Moment)) -> Result<State, Failure> {
    let from = letter.parcel.from.clone();
    if letter.keeps_roster
        && let Some(refused) = refuses_desk(store, &from, &letter.name, new_desk)?
    {
        return Ok(State::Refused(refused));
    }
    if letter.keeps_roster
        && store.setting(ROSTER_MADE)?.and_then(|at| at.parse::<i64>().ok()).is_some_and(|at| letter.made.0 < at)
        && !new_desk
    {
        return Ok(State::Refused(Refused::old_roster(&letter.made.local("Asia/Shanghai"))));
    }
    // Taken in, it would keep all true ones out until then.
    if letter.keeps_roster && letter.made > FAST.after(now) {
        return Ok(State::Refused(Refused::future_roster(&letter.made.local("Asia/Shanghai"))));
    }
    if let Some(refused) = cut_short(store, here, &letter)? {
        return Ok(State::Refused(refused));
    }
    let (roster, made) = (letter.keeps_roster, letter.made);
    let told = Word { made, heard: letter.heard.clone(), forgotten: letter.forgotten.clone(), left: letter.left.clone() };
    let judged = match judge::judge(store, here, letter)? {
        Ok(judged) => judged,
        Err(refused) => return Ok(State::Refused(refused)),
    };
    let news = if roster {
        let before: BTreeSet<_> = store.learners()?.into_iter().map(|it| it.id).collect();
        obey(store, &from)?;
        let people = told.take(store, &judged.parcel.learners)?;
        people.iter().filter(|it| !before.contains(&it.id)).count()
    } else {
        heard::refuse(store, judged.refused.iter().filter_map(Refused::act))?;
        0
    };
    let taken = match store.take(&judged.parcel) {
        Ok(taken) => Taken { learners: taken.learners + news, ..taken },
        Err(crate::store::StoreError::Forked(_, number)) => return Ok(State::Refused(Refused::forked(number))),
        Err(other) => return Err(other.into()),
    };
    doubt::saw(store, &from, made)?;
    if roster {
        // It changes who is here, who is not, and who is staff.
        *here = Known::open(store)?;
    } else {
        here.took(store, &judged.parcel, taken)?;
    }
    let known = judged.known + judged.parcel.attempts.len().saturating_sub(taken.attempts + taken.longer);
    Ok(State::Taken { taken, known, refused: judged.refused, gaps: gaps(here.lines(&from)), roster })
}

/// Takes in what a desk sent along with a sitting: its ledger, staff, and those candidates who are not known here or of whom it is news.
/// It is no roster: the one taken in before stays. `Some`: why nothing was taken.
///
/// # Errors
/// `Failure` of the store.
pub fn for_sitting(store: &mut dyn Store, letter: Letter, new_desk: bool) -> Result<Option<Refused>, Failure> {
    if let Some(refused) = refuses_desk(store, &letter.parcel.from, &letter.name, new_desk)? {
        return Ok(Some(refused));
    }
    let old = store.setting(ROSTER_MADE)?.and_then(|at| at.parse::<i64>().ok()).is_some_and(|at| letter.made.0 < at);
    let mut judged = match judge::judge(store, &Known::open(store)?, letter)? {
        Ok(judged) => judged,
        Err(refused) => return Ok(Some(refused)),
    };
    judged.parcel.assigned = None;
    if let Some(refused) = judged.refused.into_iter().next() {
        return Ok(Some(refused));
    }
    obey(store, &judged.parcel.from)?;
    if old {
        // The roster that came after it knows better who is here.
        judged.parcel.learners.clear();
    } else {
        let settled = settled(store, &judged.parcel.learners)?;
        store.enrol(&settled, &mut || ())?;
    }
    match store.take(&judged.parcel) {
        Ok(_) => Ok(None),
        Err(crate::store::StoreError::Forked(_, number)) => Ok(Some(Refused::forked(number))),
        Err(other) => Err(other.into()),
    }
}

/// A file written later than all before of that PC, whose ledger has fewer lines than came before.
fn cut_short(store: &dyn Store, here: &Known, letter: &Letter) -> Result<Option<Refused>, Failure> {
    if letter.keeps_roster {
        return Ok(None);
    }
    let Some((before, now)) = doubt::shortened(store, here.lines(&letter.parcel.from), &letter.parcel, letter.made)? else {
        return Ok(None);
    };
    Ok(Some(match letter.restored.as_ref().filter(|it| it.lines < before as u64) {
        Some(restored) => Refused::restored(restored, false).seen(Digest::of(restored)),
        None => Refused::shorter(before, now).seen(Digest::of(&letter.parcel.lines.last())),
    }))
}

fn report(call: &mut Call<'_>, told: &[Told]) -> Outcome {
    let is_whole = |it: &Told| matches!(&it.state, State::Taken { refused, .. } if refused.is_empty());
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
        State::Taken { taken, known, refused, gaps, roster } => {
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
        State::Taken { taken, known, refused, gaps, roster } => json!({
            "file": told.file, "name": told.name, "roster": roster, "new": taken, "known": known,
            "refused": refused.iter().map(|it| it.as_json(words)).collect::<Vec<_>>(),
            "held_up": told.doubtful.iter().map(|it| it.as_json(words)).collect::<Vec<_>>(),
            "missing": gaps.iter().map(|(first, last)| json!({ "first": first, "last": last })).collect::<Vec<_>>(),
        }),
    }
}
