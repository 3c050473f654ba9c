//! `tidy FILE`: mends how a file is written (encoding, full-width signs, newer TOML), never what it says. The change is shown first; it is
//! made on yes only, in one step, and the file as it was is kept beside it.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::Outcome;
use super::failure::{Exit, Failure, asker_failure};
use super::files;
use super::room::Call;
use crate::content::files::LARGEST;
use crate::content::tidy::tidy;
use crate::exchange::Note;
use crate::exchange::encoding::{Encoding, decode};
use crate::model::form::{Choice, Reply};
use crate::terminal::Asked;
use crate::terminal::line::clean;

/// `tidy FILE`
#[derive(Debug, clap::Args)]
pub struct Tidy {
    /// The file.
    pub file: PathBuf,
    /// Changes it without asking.
    #[arg(long)]
    pub yes: bool,
}

/// Lines that change together: the number of the first, as they were, as they will be.
struct Hunk<'t> {
    line: usize,
    before: Vec<&'t str>,
    after: Vec<&'t str>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Tidy) -> Outcome {
    let name = args.file.display().to_string();
    let bytes = files::start_of(&args.file, LARGEST + 1)
        .map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::new(Exit::Refused, "fail-tidy-large", [("path", &name)]));
    }
    let (text, encoding) = decode(&bytes).map_err(|why| unreadable(&name, &Note::from(&why)))?;
    let tidied = tidy(&text);
    if tidied.as_bytes() == bytes {
        return nothing(call, &name);
    }
    let hunks = hunks(&text, &tidied);
    if !call.json() {
        let shown = shown(call, &name, encoding, &hunks);
        call.print(&shown)?;
    }
    let sure = args.yes || asked(call)?;
    let kept = if sure { Some(write(&args.file, &bytes, &tidied)?) } else { None };
    if call.json() {
        let lines = hunks.iter().map(|hunk| json!({ "line": hunk.line, "before": hunk.before, "after": hunk.after }));
        let backup = kept.as_ref().map(|path| path.display().to_string());
        let lines: Vec<_> = lines.collect();
        call.print_json(
            &json!({ "file": name, "encoding": encoding.name(), "changes": lines, "written": sure, "kept": backup }),
        )?;
    } else if let Some(kept) = kept {
        let said = call.words.with("tidy-done", &[("path", name.into()), ("kept", kept.display().to_string().into())]);
        call.print_said(&said)?;
    } else if call.ports.screen.is_none() {
        call.tell("tidy-say-yes", &[("path", name.into())]);
    } else {
        call.tell("tidy-left", &[("path", name.into())]);
    }
    Ok(if sure { Exit::Done } else { Exit::NotPassed })
}

fn unreadable(name: &str, note: &Note) -> Failure {
    Failure::new(Exit::Refused, "fail-import", [("path", name)]).because(super::swap::cause(note))
}

fn nothing(call: &mut Call<'_>, name: &str) -> Outcome {
    if call.json() {
        call.print_json(&json!({ "file": name, "encoding": "UTF-8", "changes": [], "written": false, "kept": null }))?;
    } else {
        let said = call.words.with("tidy-nothing", &[("path", name.into())]);
        call.print_said(&said)?;
    }
    Ok(Exit::Done)
}

/// Whether the person wants it. Nobody can be asked: no.
fn asked(call: &Call<'_>) -> Result<bool, Failure> {
    if call.ports.screen.is_none() || call.json() {
        return Ok(false);
    }
    let words = call.words.clone();
    let mut asker = call.look(None).person(&words)?;
    let choice = |key: &str| Choice { key: key.into(), text: words.get(&format!("tidy-{key}")) };
    let asked =
        asker.choose(&words.get("tidy-ask"), &[choice("yes"), choice("no")], "").map_err(|e| asker_failure(&e, &words))?;
    Ok(matches!(asked, Asked::Reply(Reply::Picked(key)) if key.as_str() == "yes"))
}

/// Keeps the file as it was, then puts the new one in its place.
fn write(path: &Path, before: &[u8], after: &str) -> Result<PathBuf, Failure> {
    let kept = files::keep(path, before)?;
    files::replace(path, after.as_bytes()).map_err(|error| files::unwritten(path, &error))?;
    Ok(kept)
}

fn shown(call: &Call<'_>, name: &str, encoding: Encoding, hunks: &[Hunk<'_>]) -> String {
    let words = &call.words;
    let mut out = vec![words.with("tidy-file", &[("path", name.into())])];
    if encoding != Encoding::Utf8 {
        out.push(words.with("tidy-encoding", &[("encoding", encoding.name().into())]));
    }
    for hunk in hunks {
        out.push(words.with("tidy-line", &[("line", hunk.line.into())]));
        out.extend(hunk.before.iter().map(|line| format!("  - {}", clean(line))));
        out.extend(hunk.after.iter().map(|line| format!("  + {}", clean(line))));
    }
    out.iter().map(|line| format!("{line}\n")).collect()
}

/// What changes, line by line.
fn hunks<'t>(before: &'t str, after: &'t str) -> Vec<Hunk<'t>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while i < old.len() || j < new.len() {
        if i < old.len() && old.get(i) == new.get(j) {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let (a, b) = step(&old[i..], &new[j..]);
        out.push(Hunk { line: i + 1, before: old[i..i + a].to_vec(), after: new[j..j + b].to_vec() });
        (i, j) = (i + a, j + b);
    }
    out
}

/// How many lines of each belong together: a line becomes a line, or several become one, until both go on alike.
fn step(old: &[&str], new: &[&str]) -> (usize, usize) {
    /// Lines that are looked ahead: an inline table is shorter.
    const AHEAD: usize = 200;
    // Alike, or mended each by itself: then they have as many signs.
    let alike = |line: &&str| new.get(1).is_some_and(|next| *line == *next || tidy(line) == *next);
    if let Some(a) = old.iter().take(AHEAD).skip(1).position(alike) {
        return (a + 1, 1);
    }
    if new.len() <= 1 { (old.len(), new.len()) } else { (1, 1) }
}
