//! `send DIR`: what is new on this PC as one signed file, for a shared folder or a stick; with `--roster` what other PCs need of the
//! desk: people, staff, assignments. `collect` takes both in.
//!
//! Nothing is marked as sent before the file is on the disk. Sent twice is no harm: taking in is a union.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::collect::keeps_roster;
use super::failure::{Exit, Failure};
use super::parcel::{self, DESK, ENDING, KEEPS, Letter, NAME};
use super::room::Call;
use super::{Outcome, erase, files, heard, restore};
use crate::attempt::act::{Deed, Signed};
use crate::attempt::event::Body;
use crate::attempt::plan::Subject;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Did, LearnerId};
use crate::base::moment::Moment;
use crate::base::name::name;
use crate::store::parcel::{Brought, Done};
use crate::store::sealed::sealed_in;
use crate::store::{Learner, LedgerLine, Parcel, Store};

/// `send DIR`
#[derive(Debug, Args)]
pub struct Send {
    /// The folder.
    pub dir: PathBuf,
    /// What this PC is called from now on.
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Everything, not only what is new since the last time.
    #[arg(long)]
    pub all: bool,
    /// People, staff and assignments instead: for other PCs.
    #[arg(long, conflicts_with = "all")]
    pub roster: bool,
}

/// The setting that says how many lines of the ledger were sent.
const SENT: &str = "sent";
/// The most characters of a PC's name.
pub const NAME_MOST: usize = 30;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Send) -> Outcome {
    let mut store = call.store()?;
    if !args.dir.is_dir() {
        return Err(Failure::new(Exit::Store, "fail-no-such-folder", [("path", &args.dir.display().to_string())]));
    }
    if let Some(typed) = &args.name {
        let called = name(typed, NAME_MOST).ok_or_else(|| Failure::usage("fail-pc-name", []))?;
        store.set_setting(NAME, called)?;
    }
    if args.roster && store.setting(DESK)?.is_some() {
        return Err(Failure::new(Exit::Refused, "fail-roster-elsewhere", []).hint("hint-roster-elsewhere", []));
    }
    let key = parcel::key(store.as_mut(), call.ports)?;
    let (did, called) = (key.did(), parcel::name(store.as_ref(), call.ports, &key.did())?);
    let own = store.ledger()?;
    let before = store.setting(SENT)?.and_then(|text| text.parse().ok()).unwrap_or(0);
    let parcel =
        if args.roster { roster(store.as_ref(), &did)? } else { work(store.as_ref(), &did, if args.all { 0 } else { before })? };
    if !args.roster && parcel.lines.is_empty() && parcel.attempts.is_empty() && parcel.sayings.is_empty() {
        call.tell(if keeps_roster(store.as_ref())? { "note-nothing-to-send-at-desk" } else { "note-nothing-to-send" }, &[]);
        return Ok(Exit::Done);
    }
    let file = args.dir.join(file_name(&called, &did, args.roster, &parcel, own.len()));
    let appeals = parcel.attempts.iter().filter(|it| is_appeal(it)).count();
    let counts =
        Counts { attempts: parcel.attempts.len() - appeals, appeals, acts: parcel.acts.len(), learners: parcel.learners.len() };
    let forgotten = if args.roster { erase::forgotten(store.as_ref())? } else { BTreeSet::new() };
    let made = call.ports.now();
    let left = if args.roster { who_left(store.as_ref())? } else { BTreeMap::new() };
    let heard = args.roster.then(|| heard::to_tell(store.as_ref(), &parcel.learners, made)).transpose()?;
    let restored = restore::put_back(store.as_ref())?;
    let letter = Letter { name: called, made, keeps_roster: args.roster, forgotten, left, heard, restored, parcel };
    files::replace(&file, &parcel::written(&letter, &key)).map_err(|e| files::unwritten(&file, &e))?;
    if args.roster {
        store.set_setting(KEEPS, "yes")?;
    } else {
        store.set_setting(SENT, &own.len().to_string())?;
    }
    let said = match args.roster {
        true => "note-roster-sent",
        // Who keeps the roster is the desk: its own records go nowhere, and the roster goes only when that is said.
        false if keeps_roster(store.as_ref())? => "note-sent-at-desk",
        false => "note-sent",
    };
    told(call, &file, said, counts, &parcel::fingerprint(&did))
}

/// What a file holds.
struct Counts {
    attempts: usize,
    appeals: usize,
    acts: usize,
    learners: usize,
}

fn is_appeal(brought: &Brought) -> bool {
    let first = brought.events.first().map(|(event, _)| &event.body);
    matches!(first, Some(Body::Started { plan }) if matches!(plan.subject, Subject::Appeal(_)))
}

fn told(call: &mut Call<'_>, file: &Path, said: &str, counts: Counts, key: &str) -> Outcome {
    let path = file.display().to_string();
    let Counts { attempts, appeals, acts, learners } = counts;
    if call.json() {
        let value = json!({ "file": path, "roster": said == "note-roster-sent", "attempts": attempts, "appeals": appeals, "acts": acts, "learners": learners });
        return call.print_json(&value).map(|()| Exit::Done);
    }
    let counts = [
        ("attempts", attempts.into()),
        ("appeals", appeals.into()),
        ("acts", acts.into()),
        ("learners", learners.into()),
        ("path", path.into()),
        ("key", key.into()),
    ];
    call.tell(said, &counts);
    Ok(Exit::Done)
}

/// What was done here: lines from a number on, what they seal, and attempts that are still open.
fn work(store: &dyn Store, did: &Did, from: u64) -> Result<Parcel, Failure> {
    let lines: Vec<LedgerLine> = store.ledger()?.into_iter().filter(|line| line.number >= from).collect();
    let sealed: BTreeSet<&AttemptId> = lines.iter().filter_map(|line| line.what.attempt()).collect();
    let acts: BTreeSet<_> = lines.iter().filter_map(|line| line.what.act()).collect();
    let foreign: BTreeSet<AttemptId> =
        store.ledgers()?.copies.into_values().flatten().filter_map(|line| line.what.attempt().cloned()).collect();
    let rows = store.attempts(None)?;
    let mine = |id: &AttemptId| !foreign.contains(id);
    let wanted: Vec<_> = rows.iter().filter(|row| sealed.contains(&row.id) || (!row.closed && mine(&row.id))).collect();
    let mut attempts = Vec::new();
    let mut contents: BTreeMap<Digest, String> = BTreeMap::new();
    for row in &wanted {
        let events = store.events(&row.id)?;
        if let Some(Body::Started { plan }) = events.first().map(|it| &it.event.body) {
            // What is sealed here lies open where the sitting was called from.
            let here = if sealed_in(store, plan)?.is_some() { vec![] } else { plan.contents().collect() };
            for digest in here {
                if let Entry::Vacant(free) = contents.entry(digest) {
                    free.insert(kept(store, digest)?);
                }
            }
        }
        attempts.push(Brought { attempt: row.id.clone(), events: events.into_iter().map(|it| (it.event, it.beside)).collect() });
    }
    let about: BTreeSet<&AttemptId> = wanted.iter().map(|row| &row.id).collect();
    let owners: BTreeSet<_> = wanted.iter().map(|row| &row.learner).collect();
    let all = store.acts()?;
    let named = all.iter().filter(|it| acts.contains(&it.act.id)).flat_map(|it| it.act.deed.contents());
    for digest in named {
        contents.insert(digest, kept(store, digest)?);
    }
    Ok(Parcel {
        from: did.clone(),
        sayings: store.sayings(None)?.into_iter().filter(|it| about.contains(&it.attempt)).collect(),
        learners: store.learners()?.into_iter().filter(|it| owners.contains(&it.id)).collect(),
        acts: done(store, all.iter().filter(|it| acts.contains(&it.act.id)))?,
        contents: contents.into_iter().collect(),
        lines,
        attempts,
        staff: Vec::new(),
        assigned: None,
    })
}

/// Kept content, as JSON.
fn kept(store: &dyn Store, digest: Digest) -> Result<String, Failure> {
    let kept = store.content(&digest)?.and_then(|bytes| String::from_utf8(bytes).ok());
    kept.ok_or_else(|| Failure::content_gone(&digest))
}

/// What other PCs need of the desk: everybody who is here, staff with what appoints them, what learners are allowed, what is assigned.
///
/// # Errors
/// `Failure` of the store.
pub fn roster(store: &dyn Store, did: &Did) -> Result<Parcel, Failure> {
    let (acts, lines) = (store.acts()?, store.ledger()?);
    // Whoever takes it looks for each act in these lines: what an examiner signed on another PC is sealed there.
    let own: BTreeSet<_> = lines.iter().filter_map(|line| line.what.act()).collect();
    let for_all = |signed: &&Signed| own.contains(&signed.act.id) && signed.act.deed.is_for_all_pcs();
    // Why somebody is allowed more is nobody's business on another PC.
    let bare = |it: Done| match it.act.deed {
        // What became of an appeal is for the candidate to read, wherever that is.
        Deed::Heard(_) => it,
        _ => Done { beside: None, ..it },
    };
    Ok(Parcel {
        from: did.clone(),
        acts: done(store, acts.iter().filter(for_all))?.into_iter().map(bare).collect(),
        lines,
        attempts: Vec::new(),
        contents: Vec::new(),
        sayings: Vec::new(),
        learners: store.learners()?.into_iter().filter(|it: &Learner| it.post.left.is_none()).collect(),
        staff: store.staff()?,
        assigned: Some(store.assignments()?),
    })
}

/// Who left, and since when.
fn who_left(store: &dyn Store) -> Result<BTreeMap<LearnerId, Moment>, Failure> {
    Ok(store.learners()?.into_iter().filter_map(|it| Some((it.id, it.post.left?))).collect())
}

/// Acts with what belongs to them.
///
/// # Errors
/// `Failure` of the store.
pub fn done<'a>(store: &dyn Store, acts: impl Iterator<Item = &'a Signed>) -> Result<Vec<Done>, Failure> {
    let one = |signed: &Signed| {
        let credential = match &signed.act.deed {
            Deed::Issued(issued) => store.credential(&issued.number)?,
            _ => None,
        };
        Ok(Done { act: signed.act.clone(), signature: signed.signature.clone(), beside: signed.beside.clone(), credential })
    };
    acts.map(one).collect()
}

/// Says whose it is and what is in it: a roster takes the place of the last one, work never does.
fn file_name(called: &str, did: &Did, roster: bool, parcel: &Parcel, lines: usize) -> String {
    let plain: String = called.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let short = parcel::short(did);
    if roster {
        return format!("roster-{plain}-{short}.{ENDING}");
    }
    let first = parcel.lines.first().map_or(lines as u64, |line| line.number);
    // What is still open may be sent again without a new line; and of a store that was copied there are two that go different ways.
    let events: usize = parcel.attempts.iter().map(|it| it.events.len()).sum();
    let head = Digest::of(&(
        &parcel.lines,
        parcel.attempts.iter().filter_map(|it| it.events.last()).map(|(last, _)| last.digest()).collect::<Vec<_>>(),
    ));
    let head = head.to_string();
    format!("{plain}-{short}-{first:05}-{lines:05}-{events}-{}.{ENDING}", head.get(..4).unwrap_or_default())
}
