//! `backup FILE`: all records in one new file, of one moment, while others go on working; looked through before it gets its name.
//!
//! Keys are not in it: who has records and keys together can sign in anybody's name, and a backup travels. They are few and seldom new,
//! so they are copied apart.

use std::path::{Path, PathBuf};

use super::audit::noted;
use super::failure::{Exit, Failure};
use super::room::Call;
use super::{Outcome, files, issue};
use crate::credential::acts;
use crate::store::sqlite::Sqlite;
use crate::store::{Flaw, Store, verify_step};

/// `backup FILE`
#[derive(Debug, clap::Args)]
pub struct Backup {
    /// The new file.
    pub file: PathBuf,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Backup) -> Outcome {
    issue::must_be_new(&args.file)?;
    let path = records(call)?.filter(|path| path.is_file());
    let path = path.ok_or_else(|| Failure::new(Exit::Refused, "fail-no-records", []))?;
    let beside = files::beside(&args.file).map_err(|e| files::unwritten(&args.file, &e))?;
    let copied = Sqlite::open(&path)?.copy_to(&beside).map_err(Failure::from).and_then(|()| looked_through(call, &beside));
    let (copy, flaws) = copied.inspect_err(|_| files::remove(&beside))?;
    let (rows, lines) = (copy.attempts(None).unwrap_or_default(), copy.ledger().unwrap_or_default());
    let (acts, people) = (copy.acts().map_or(0, |acts| acts.len()), copy.learners().map_or(0, |all| all.len()));
    drop(copy);
    files::place(&beside, &args.file).map_err(|e| files::unwritten(&args.file, &e))?;
    let head = noted::head(call, &lines)?.map(|head| head.to_string());
    let shown = args.file.display().to_string();
    if call.json() {
        call.print_json(&serde_json::json!({ "file": shown, "sound": flaws.is_empty(), "attempts": rows.len(), "acts": acts,
            "people": people, "lines": lines.len(), "head": head }))?;
    } else {
        let gaps =
            [("path", shown.as_str().into()), ("attempts", rows.len().into()), ("acts", acts.into()), ("people", people.into())];
        call.tell("note-backup", &gaps);
        head.iter().for_each(|head| call.tell("note-backup-head", &[("head", head.as_str().into())]));
        keys_apart(call);
        library_apart(call);
    }
    if flaws.is_empty() {
        return Ok(Exit::Done);
    }
    call.tell("note-backup-flawed", &[("count", flaws.len().into())]);
    Ok(Exit::NotPassed)
}

/// Says where the keys are, where there are any.
fn keys_apart(call: &Call<'_>) {
    let keys = call.ports.data.as_ref().map(|data| data.join("keys")).filter(|keys| keys.is_dir());
    if let Some(keys) = keys {
        call.tell("note-backup-keys", &[("path", keys.display().to_string().into())]);
    }
}

/// Says where the company's own courseware is, where there is any.
fn library_apart(call: &Call<'_>) {
    let folders: Vec<String> = call.folders().iter().map(|it| it.display().to_string()).collect();
    if !folders.is_empty() {
        call.tell("note-backup-library", &[("path", folders.join(" · ").into())]);
    }
}

/// The file of the records; `None` where they end with the program.
///
/// # Errors
/// `Failure` where there is no data folder.
pub fn records(call: &Call<'_>) -> Result<Option<PathBuf>, Failure> {
    Ok(call.store_file()?.map(|path| std::path::absolute(&path).unwrap_or(path)))
}

/// Opens a copy and looks through all of it.
///
/// # Errors
/// `Failure` where it cannot be read at all.
pub fn looked_through(call: &Call<'_>, path: &Path) -> Result<(Sqlite, Vec<Flaw>), Failure> {
    let copy = Sqlite::open(path)?;
    let mut bar = call.busy("busy-backup", copy.attempts(None).map_or(0, |rows| rows.len()));
    let mut flaws = copy.integrity()?;
    flaws.extend(verify_step(&copy, &acts::verify, &mut || bar.step())?);
    Ok((copy, flaws))
}
