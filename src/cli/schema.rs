//! `schema [KIND] [--out DIR]`: the format of courseware as JSON Schemas, for editors that complete and check while one types.
//!
//! Without a kind it says which there are; with `--out` each stands in a file of its own. Files that it wrote once are written anew,
//! so that they follow the program; others stay.
#![allow(clippy::disallowed_methods, reason = "the shell writes the files that arguments name")]

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::json;

use super::Outcome;
use super::failure::{Exit, Failure};
use super::files;
use super::room::Call;
use crate::content::shape::schema::{ID, about, names, schema};

/// `schema [KIND] [--out DIR]`
#[derive(Debug, Args)]
pub struct Schema {
    /// The kind of file.
    #[arg(value_parser = PossibleValuesParser::new(names()))]
    pub kind: Option<String>,
    /// Writes a file for each kind into a folder.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Schema) -> Outcome {
    match (&args.out, &args.kind) {
        (Some(folder), kind) => write(call, folder, kind.as_deref())?,
        (None, Some(kind)) => call.print(&text(call, kind))?,
        (None, None) => list(call)?,
    }
    Ok(Exit::Done)
}

fn text(call: &Call<'_>, kind: &str) -> String {
    schema(kind, &|sentence| call.words.get(sentence)).expect("arguments name no other kind")
}

fn list(call: &mut Call<'_>) -> Result<(), Failure> {
    let words = call.words.clone();
    if call.json() {
        let kinds: Vec<_> = names().iter().map(|name| json!({ "kind": name, "about": words.get(&about(name)) })).collect();
        return call.print_json(&json!({ "kinds": kinds }));
    }
    let rows: Vec<Vec<String>> = names().iter().map(|name| vec![String::new(), name.clone(), words.get(&about(name))]).collect();
    let table = crate::terminal::table::columns(&rows, call.report_look(None).width());
    call.print(&format!("{}\n\n{table}", words.get("schema-head")))
}

/// Where the schema of a kind stands.
fn path_of(folder: &Path, kind: &str) -> PathBuf {
    folder.join(format!("{kind}.schema.json"))
}

fn write(call: &mut Call<'_>, folder: &Path, kind: Option<&str>) -> Result<(), Failure> {
    let kinds = kind.map_or_else(names, |kind| vec![kind.to_owned()]);
    for kind in &kinds {
        may_be_written(&path_of(folder, kind))?;
    }
    let name = |path: &Path| path.display().to_string();
    let failed = |path: &Path, e: std::io::Error| Failure::new(Exit::Store, "fail-write", [("path", &name(path))]).because(e);
    std::fs::create_dir_all(folder).map_err(|e| failed(folder, e))?;
    for kind in &kinds {
        let path = path_of(folder, kind);
        files::replace(&path, text(call, kind).as_bytes()).map_err(|e| failed(&path, e))?;
    }
    call.tell("schema-written", &[("count", kinds.len().into()), ("path", name(folder).into())]);
    call.tell("schema-next", &[]);
    let shown = kinds.first().map_or_else(PathBuf::new, |kind| path_of(folder, kind));
    let shown = std::path::absolute(&shown).unwrap_or(shown);
    // Editors take `/` on every system.
    call.print(&format!("#:schema {}\n", name(&shown).replace('\\', "/")))
}

/// A file that is there must be one of ours: nothing that somebody wrote is lost.
fn may_be_written(path: &Path) -> Result<(), Failure> {
    const BEGINNING: u64 = 300;
    let ours = match files::start_of(path, BEGINNING) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).contains(ID),
        Err(e) => e.kind() == std::io::ErrorKind::NotFound,
    };
    if ours {
        return Ok(());
    }
    let name = path.display().to_string();
    Err(Failure::new(Exit::Refused, "schema-not-ours", [("path", &name)]).hint("schema-not-ours-hint", []))
}
