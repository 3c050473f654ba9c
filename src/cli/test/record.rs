//! `test SCENARIO --record ID`: a scenario is played, and what was chosen is written down as a walk with what it came to.
//!
//! What a file of walks holds already stays byte for byte: a walk is only ever put behind it.
#![allow(clippy::disallowed_methods, reason = "the trainer's own file of walks is written here")]

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::said;
use crate::base::id::{ScenarioId, is_slug};
use crate::cli::failure::{Exit, Failure};
use crate::cli::room::Call;
use crate::cli::which::{Kind, Thing, which};
use crate::cli::{Outcome, rehearse, start};
use crate::content::files::LARGEST;
use crate::content::{Loaded, print};
use crate::model::scenario::Scenario;

/// What is recorded.
pub struct What<'a> {
    /// The scenario, as it was named.
    pub scenario: &'a str,
    /// The walk's id.
    pub id: &'a str,
    /// Where it is written, where that was said.
    pub out: Option<&'a Path>,
}

/// Plays and writes.
pub fn run(call: &mut Call<'_>, what: &What<'_>, answers: Option<&Path>) -> Outcome {
    if !is_slug(what.id) {
        return Err(Failure::usage("fail-record-id", [("id", what.id)]));
    }
    let loaded = call.loaded()?;
    let Thing::Scenario(scenario) = which(loaded.with_drafts(), what.scenario, &[Kind::Scenario])? else {
        unreachable!("only scenarios are taken")
    };
    let scenario = scenario.clone();
    let path = match what.out {
        Some(path) => path.to_owned(),
        None => beside(call, &loaded, &scenario)?,
    };
    // Refused before anybody plays in vain; once more when it is written.
    Book::open(&path, &scenario.id)?.takes(what.id)?;
    let look = call.look(None);
    let asker = call.asker(answers, &call.words, look)?;
    let words = call.words.clone();
    let mut room = rehearse::room(call.ports, loaded.into_library_with_drafts(), &words, look, asker);
    let (plan, contents) = start::play(&room, &scenario)?;
    let (_, played) = rehearse::play(&mut room, plan, &contents)?;
    drop(room);
    let Some(played) = played else {
        call.tell("record-left", &[]);
        return Ok(Exit::NotPassed);
    };
    let expect = played.expect();
    let book = Book::open(&path, &scenario.id)?;
    book.takes(what.id)?;
    book.write(&print::walk::walk(what.id, &played.steps, &expect))?;
    let result = said::result(&expect, &words);
    call.tell("record-written", &[("id", what.id.into()), ("path", book.name().into()), ("result", result.into())]);
    Ok(Exit::Done)
}

/// The file of a scenario's walks: the one there is, or `NAME.walk.toml` beside `NAME.toml`.
fn beside(call: &Call<'_>, loaded: &Loaded, scenario: &Scenario) -> Result<PathBuf, Failure> {
    let shipped =
        || Failure::new(Exit::Refused, "fail-record-shipped", [("id", scenario.id.as_str())]).hint("hint-record-shipped", []);
    let folders: Vec<String> = call.folders().iter().map(|f| f.to_string_lossy().replace('\\', "/")).collect();
    let is_ours =
        |file: &str| folders.iter().any(|f| file.strip_prefix(f.trim_end_matches('/')).is_some_and(|rest| rest.starts_with('/')));
    let there = loaded
        .walks
        .iter()
        .find(|walk| walk.scenario == scenario.id && is_ours(&walk.at.file))
        .map(|walk| walk.at.file.to_string());
    if let Some(file) = there {
        return Ok(file.into());
    }
    let own = loaded.places.get(&format!("scenario:{}", scenario.id)).filter(|at| is_ours(&at.file)).ok_or_else(shipped)?;
    Ok(format!("{}.walk.toml", own.file.strip_suffix(".toml").unwrap_or(&own.file)).into())
}

/// A file of walks, there or not yet.
struct Book<'a> {
    path: &'a Path,
    scenario: &'a ScenarioId,
    /// What it holds; empty where it is not there.
    text: String,
}

impl<'a> Book<'a> {
    fn open(path: &'a Path, scenario: &'a ScenarioId) -> Result<Self, Failure> {
        let mut text = String::new();
        let name = path.display().to_string();
        match std::fs::File::open(path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => {}
            opened => {
                let read = opened.and_then(|file| file.take(LARGEST).read_to_string(&mut text));
                read.map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
            }
        }
        Ok(Self { path, scenario, text })
    }

    fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// The ids in a text of walks; `None` where it is none of this scenario's.
    fn ids(&self, text: &str) -> Option<Vec<String>> {
        let table: toml::Table = text.parse().ok()?;
        if table.get("walks")?.as_str()? != format!("scenario:{}", self.scenario) {
            return None;
        }
        let walks = table.get("walk").map_or(Some(&[][..]), |walks| walks.as_array().map(Vec::as_slice))?;
        walks.iter().map(|walk| walk.get("id")?.as_str().map(str::to_owned)).collect()
    }

    fn refused(&self) -> Failure {
        let args = [("path", &*self.name()), ("id", self.scenario.as_str())];
        Failure::new(Exit::Refused, "fail-record-file", args).hint("hint-record-file", [])
    }

    /// Whether a walk of this id can be put behind what is there.
    fn takes(&self, id: &str) -> Result<(), Failure> {
        if self.text.is_empty() {
            return Ok(());
        }
        let ids = self.ids(&self.text).ok_or_else(|| self.refused())?;
        if ids.iter().any(|there| there == id) {
            let args = [("path", &*self.name()), ("id", id)];
            return Err(Failure::new(Exit::Refused, "fail-record-there", args).hint("hint-record-there", []));
        }
        // Walks written as `walk = […]` take no table behind them.
        self.ids(&(self.text.clone() + &self.behind("[[walk]]\nid = \"x\"\n"))).map(|_| ()).ok_or_else(|| self.refused())
    }

    /// What is put behind the text: a blank line first, line ends as they are there.
    fn behind(&self, walk: &str) -> String {
        let gap = match &self.text {
            text if text.is_empty() => print::walk::head(self.scenario) + "\n",
            text if text.ends_with('\n') => "\n".to_owned(),
            _ => "\n\n".to_owned(),
        };
        let text = gap + walk;
        if self.text.contains("\r\n") { text.replace('\n', "\r\n") } else { text }
    }

    fn write(&self, walk: &str) -> Result<(), Failure> {
        let name = self.name();
        let failed = |e: io::Error| Failure::new(Exit::Store, "fail-write", [("path", &name)]).because(e);
        let mut file = std::fs::OpenOptions::new().append(true).create(true).open(self.path).map_err(failed)?;
        file.write_all(self.behind(walk).as_bytes()).and_then(|()| file.sync_all()).map_err(failed)
    }
}
