//! `restore FILE`: a backup in the place of the records. Refused where these have something that the backup lacks; `--older` does it
//! nevertheless, and keeps them beside. The backup itself is only read: what is looked through, and taken over, is a copy of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::backup::{looked_through, records};
use super::cause::Cause;
use super::failure::{Exit, Failure};
use super::files::Uncopied;
use super::issue::numbers::{self, Given};
use super::parcel::Restored;
use super::room::Call;
use super::{Outcome, collect, erase, files};
use crate::base::id::{AttemptId, LearnerId};
use crate::base::moment::HOME_ZONE;
use crate::store::sqlite::Sqlite;
use crate::store::{AttemptRow, Learner, Store, StoreError};

/// `restore FILE`
#[derive(Debug, clap::Args)]
pub struct Restore {
    /// The backup.
    pub file: PathBuf,
    /// Also where the records have what the backup lacks; they are kept beside.
    #[arg(long)]
    pub older: bool,
}

/// The setting that says that an older backup was put back, as JSON: a desk that knows more than the backup is told so.
const PUT_BACK: &str = "put-back";

/// Whether an older backup was put back here.
///
/// # Errors
/// `Failure` of the store.
pub fn put_back(store: &dyn Store) -> Result<Option<Restored>, Failure> {
    Ok(store.setting(PUT_BACK)?.and_then(|text| serde_json::from_str(&text).ok()))
}

/// What the records have and a backup lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Lost {
    attempts: usize,
    /// Of attempts that the backup has as well.
    events: u32,
    acts: usize,
    /// People, what is changed of them, and what is assigned.
    people: usize,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Restore) -> Outcome {
    let path = records(call)?.ok_or_else(|| Failure::new(Exit::Refused, "fail-no-records", []))?;
    // On a new PC there are no records yet, and no folder for them.
    let folder = path.parent().map_or(Ok(()), files::make_folder);
    files::clear_beside(&path);
    let beside = folder.and_then(|()| files::beside(&path)).map_err(|e| files::unwritten(&path, &e))?;
    let done = taken_over(call, args, &path, &beside);
    files::remove(&beside);
    let Done { lost, kept, numbers } = done?;
    let store = Sqlite::open(&path)?;
    let (attempts, lines) = (store.attempts(None)?.len(), store.ledger()?.len());
    let kept = kept.map(|path| path.display().to_string());
    if call.json() {
        call.print_json(&serde_json::json!({
            "attempts": attempts, "lines": lines, "kept": kept, "lost": lost.map(as_json), "numbers": numbers,
        }))?;
        return Ok(Exit::Done);
    }
    let from = args.file.display().to_string();
    call.tell("note-restored", &[("path", from.into()), ("attempts", attempts.into()), ("lines", lines.into())]);
    kept.iter().for_each(|kept| call.tell("note-kept-beside", &[("path", kept.as_str().into())]));
    for (code, it) in &numbers {
        let key = if let Given::Upto(_) = it { "note-numbers-go-on" } else { "note-numbers-unknown" };
        let gaps = [("code", code.as_str().into()), ("last", numbers::shown(it.last()).into())];
        call.tell(key, &[&gaps[..], &[("count", numbers::LEFT_OUT.to_string().into())]].concat());
    }
    call.tell("note-restored-besides", &[]);
    if lost != Some(Lost::default()) && collect::keeps_roster(&store)? {
        call.tell("note-restored-pcs", &[]);
    }
    Ok(Exit::Done)
}

/// What a restore came to.
#[derive(Default)]
struct Done {
    /// What is lost, where that is known.
    lost: Option<Lost>,
    /// Where the records of before are kept.
    kept: Option<PathBuf>,
    /// What is new about licence numbers that were given out, by the code of the key.
    numbers: BTreeMap<String, Given>,
}

/// What the records of before know, and has to be known on.
#[derive(Default)]
struct Handed {
    /// What is lost, where that is known.
    lost: Option<Lost>,
    /// The licence numbers that were given out, by the code of the key.
    numbers: BTreeMap<String, Given>,
    /// How many lines their ledger had.
    lines: u64,
    /// Who was erased.
    forgotten: BTreeSet<LearnerId>,
}

/// Hands it to the copy of the backup, before that is put in their place: whoever pulls the plug then loses none of it. Gives what is new
/// about numbers.
fn handed(call: &Call<'_>, copy: &mut Sqlite, handed: &Handed) -> Result<BTreeMap<String, Given>, Failure> {
    if handed.lost != Some(Lost::default()) {
        let mark = Restored { at: call.ports.now(), lines: copy.ledger()?.len() as u64 };
        copy.set_setting(PUT_BACK, &serde_json::to_string(&mark).expect("our values have string keys"))?;
    }
    // Whoever was erased since the backup stays erased.
    erase::again(copy, &handed.forgotten)?;
    numbers::put_back(copy, (&handed.numbers, handed.lines))
}

fn taken_over(call: &Call<'_>, args: &Restore, path: &Path, beside: &Path) -> Result<Done, Failure> {
    let name = args.file.display().to_string();
    files::copy_private(&args.file, beside).map_err(|uncopied| uncopied_to(path, &name, uncopied))?;
    let unfit = || Failure::new(Exit::Store, "fail-backup-damaged", [("path", &name)]).hint("hint-other-backup", []);
    let (mut backup, flaws) = looked_through(call, beside).map_err(|failure| match failure.cause {
        Some(cause) if failure.what.key == "fail-damaged" => unfit().because(cause),
        cause => Failure { cause, ..failure },
    })?;
    if let Some(flaw) = flaws.first() {
        return Err(unfit().because(flaw));
    }
    if !path.is_file() {
        let numbers = handed(call, &mut backup, &Handed::default())?;
        drop(backup);
        // A log that was left alone would be taken for that of the file which comes now.
        aside(call, path)?;
        files::place(beside, path).map_err(|e| files::unwritten(path, &e))?;
        return Ok(Done { numbers, ..Done::default() });
    }
    match Sqlite::open(path).and_then(|present| lost(&present, &backup).map(|lost| (present, lost))) {
        Ok((present, lost)) => replaced(call, args, path, present, (&mut backup, lost)),
        // What cannot be read cannot be counted, and no page of it can be trusted.
        Err(StoreError::Damaged(_)) if args.older => {
            let numbers = handed(call, &mut backup, &Handed::default())?;
            drop(backup);
            let kept = aside(call, path)?;
            files::place(beside, path).map_err(|e| files::unwritten(path, &e))?;
            Ok(Done { lost: None, kept: Some(kept), numbers })
        }
        Err(StoreError::Damaged(flaw)) => {
            Err(Failure::new(Exit::Refused, "fail-restore-unread", []).because(flaw).hint("hint-older", []))
        }
        Err(other) => Err(other.into()),
    }
}

/// Why a backup cannot be copied beside the records: it may be these that have no room.
fn uncopied_to(path: &Path, backup: &str, uncopied: Uncopied) -> Failure {
    match uncopied {
        Uncopied::Read(error) => Failure::new(Exit::Store, "fail-read", [("path", backup)]).because(error),
        Uncopied::Written(error) => match StoreError::from(error) {
            StoreError::Full => Failure::from(StoreError::Full).because(Cause::At(path.display().to_string(), None)),
            StoreError::Denied(error) => files::unwritten(path, &error),
            other => other.into(),
        },
    }
}

/// Puts the backup's pages into the file in use, which nobody may be writing in.
fn replaced(
    call: &Call<'_>,
    args: &Restore,
    path: &Path,
    present: Sqlite,
    (backup, lost): (&mut Sqlite, Lost),
) -> Result<Done, Failure> {
    if lost != Lost::default() && !args.older {
        let [attempts, events, acts, people] =
            [lost.attempts, lost.events as usize, lost.acts, lost.people].map(|count| count.to_string());
        let gaps = [("attempts", &*attempts), ("events", &events), ("acts", &acts), ("people", &people)];
        return Err(Failure::new(Exit::Refused, "fail-restore-loses", gaps).hint("hint-older", []));
    }
    // Who is at an attempt here would go on in one that is gone.
    let open = present.attempts(None)?.into_iter().filter(|row| !row.closed);
    let _holds = open.map(|row| present.hold(&row.id)).collect::<Result<Vec<_>, _>>()?;
    let kept = if lost == Lost::default() { None } else { Some(free_beside(call, path)?) };
    if let Some(kept) = &kept {
        present.copy_to(kept)?;
    }
    let forgotten = match erase::forgotten(&present) {
        // Whoever says so gives up what cannot be read.
        Err(failure) if args.older && failure.what.key == "fail-damaged" => BTreeSet::new(),
        read => read?,
    };
    // Of records that do not read, nobody knows the numbers.
    let numbers = numbers::of_desk(&present).unwrap_or_default();
    let lines = present.ledger()?.len() as u64;
    let numbers = handed(call, backup, &Handed { lost: Some(lost), numbers, lines, forgotten })?;
    present.become_other(backup)?;
    Ok(Done { lost: Some(lost), kept, numbers })
}

fn lost(present: &Sqlite, backup: &Sqlite) -> Result<Lost, StoreError> {
    let there: BTreeMap<AttemptId, AttemptRow> = backup.attempts(None)?.into_iter().map(|row| (row.id.clone(), row)).collect();
    let mut lost = Lost::default();
    for row in present.attempts(None)? {
        match there.get(&row.id) {
            None => lost.attempts += 1,
            Some(other) => lost.events += events_lost(present, backup, &row, other)?,
        }
    }
    let acts: BTreeSet<_> = backup.acts()?.iter().map(crate::attempt::act::Signed::digest).collect();
    lost.acts = present.acts()?.iter().filter(|signed| !acts.contains(&signed.digest())).count();
    let people: BTreeMap<LearnerId, Learner> = backup.learners()?.into_iter().map(|it| (it.id.clone(), it)).collect();
    let assigned = backup.assignments()?;
    // What managers changed of people counts like people: groups, names, what is assigned.
    let changed = |it: &&Learner| people.get(&it.id) != Some(it);
    lost.people = present.learners()?.iter().filter(changed).count();
    lost.people += present.assignments()?.iter().filter(|it| !assigned.contains(it)).count();
    Ok(lost)
}

/// Events of an attempt that the backup lacks: those after its own, or all from the first that differs.
fn events_lost(present: &Sqlite, backup: &Sqlite, row: &AttemptRow, other: &AttemptRow) -> Result<u32, StoreError> {
    if row.events == other.events && row.last == other.last {
        return Ok(0);
    }
    let (here, there) = (present.events(&row.id)?, backup.events(&row.id)?);
    let same = here.iter().zip(&there).take_while(|(a, b)| a.event == b.event).count();
    Ok(u32::try_from(here.len() - same).unwrap_or(u32::MAX))
}

fn as_json(lost: Lost) -> serde_json::Value {
    serde_json::json!({ "attempts": lost.attempts, "events": lost.events, "acts": lost.acts, "people": lost.people })
}

/// A name beside the records that is free, with the day: `onduty-20261122.db`, `onduty-20261122-2.db` …
fn free_beside(call: &Call<'_>, path: &Path) -> Result<PathBuf, Failure> {
    let day = call.ports.now().day(HOME_ZONE).ok_or_else(|| Failure::new(Exit::Bug, "fail-bug", []))?;
    let (stem, ending) = (path.file_stem().unwrap_or_default().to_string_lossy(), path.extension().unwrap_or_default());
    let named = |n: u32| {
        let again = if n == 1 { String::new() } else { format!("-{n}") };
        path.with_file_name(format!("{stem}-{}{again}", day.strftime("%Y%m%d"))).with_extension(ending)
    };
    Ok((1..).map(named).find(|path| path.symlink_metadata().is_err()).expect("names do not end"))
}

/// Moves a file that cannot be read out of the way, with its log.
fn aside(call: &Call<'_>, path: &Path) -> Result<PathBuf, Failure> {
    let kept = free_beside(call, path)?;
    for side in ["-wal", "-shm", ""] {
        let with = |path: &Path| {
            let mut name = path.as_os_str().to_owned();
            name.push(side);
            PathBuf::from(name)
        };
        if with(path).symlink_metadata().is_ok() {
            files::rename(&with(path), &with(&kept)).map_err(|e| files::unwritten(&kept, &e))?;
        }
    }
    Ok(kept)
}
