//! `issue --eligible LICENCE --out DIR`: everybody who may be given a licence and was not yet, in roster order, each by the same grounds
//! as one alone; the keys are unlocked once. Then what is printed: sheets, and the list on which people sign for theirs.
//!
//! The folder remembers since when it is filled (`batch.json`). Whoever was interrupted runs the same command again: a licence is in
//! the store before its file is written, so none is issued twice, and every file of the folder that is missing is written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::basis::waits;
use super::filing::{Filing, write_missing};
use super::raised::Raised;
use super::{Args, Counter, Hand, issuing, permitted, sound, unlocked};
use crate::attempt::act::StaffRole;
use crate::base::id::{LearnerId, LicenceNumber};
use crate::base::moment::Moment;
use crate::cli::args::Sheet;
use crate::cli::enrol::group;
use crate::cli::failure::{Exit, Failure};
use crate::cli::paper::{Format, Press, Undrawn};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::signer::signer;
use crate::cli::{Outcome, exam, files, licences, paper};
use crate::credential::claims::Claims;
use crate::model::licence::{Scheme, Weighty};
use crate::report::receipt;
use crate::store::{Learner, Store};

mod round;

use round::{Round, each, looked};

/// What remembers what a folder is for.
const NOTE: &str = "batch.json";
/// The list to sign.
pub const LIST: &str = "receipt.html";
/// The most bytes of the note.
const NOTE_MOST: u64 = 4 << 10;

/// What a folder is for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Batch {
    licence: String,
    group: Option<String>,
    since: Moment,
}

/// A person who is given none now, and why.
struct PassedOver {
    name: String,
    why: String,
}

/// What the command came to.
#[derive(Default)]
struct Done {
    over: Vec<PassedOver>,
    /// How many of these people wait for a second person.
    waiting: usize,
    /// How many of those passed over were in somebody else's hands.
    held: usize,
    /// What was signed here and is in the folder, with the name it shows.
    written: BTreeMap<LicenceNumber, Option<String>>,
    /// What was issued when the command began: whatever else is there at the end, and was not signed here, somebody else issued meanwhile.
    before: BTreeSet<LicenceNumber>,
    /// Those.
    meanwhile: Vec<LicenceNumber>,
    /// Whose exam was marked again.
    raised: Vec<Raised>,
    /// Who is on no sheet.
    undrawn: Vec<Undrawn>,
}

/// A licence of the folder.
struct InFolder {
    number: LicenceNumber,
    /// The name it shows.
    name: Option<String>,
    /// The same with the staff number: on the list that is signed two of one name must not be mixed up. Empty where it shows no name.
    called: String,
    /// The document, where it is to be printed.
    read: Option<(Value, Claims)>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args, (licence, renew): (&str, bool)) -> Outcome {
    let dir = args.out.clone().ok_or_else(|| Failure::usage("fail-missing-arg", [("arg", "--out")]))?;
    let loaded = call.load(None)?;
    let scheme = exam::find(&loaded.library, licence)?;
    permitted(scheme)?;
    let mut look = args.look.clone();
    look.card = args.sheet == Some(Sheet::Cards);
    let press = Press::new(&look, if args.sheet.is_some() { Format::Pdf } else { Format::Json }, &loaded.library.time_zone)?;
    let mut store = call.store()?;
    sound(store.as_ref())?;
    let group = args.group.as_deref().map(group).transpose()?;
    let mut people = store.learners()?;
    people.retain(|it| is_meant(it, group.as_deref()));
    if people.is_empty() {
        let failure = Failure::new(Exit::Refused, "fail-batch-nobody", [("group", group.as_deref().unwrap_or("none"))]);
        return Err(failure.hint("hint-learner-show", []));
    }
    let (batch, is_new) = begun(&dir, Batch { licence: scheme.id.to_string(), group, since: call.ports.now() })?;
    let (words, title) = (call.words.clone(), scheme.title.get(&call.words.tongue().lang()).to_owned());
    let counter = Counter::new((&loaded, scheme), &title, &words, renew);
    let mut done = Done::default();
    let first = first(call, store.as_ref(), &counter, &people, &mut done)?;
    if is_new {
        // Nothing was issued into a folder that is begun now.
        done.before.clear();
    }
    if first.is_none() && is_new {
        done.waiting = tell_waiting(call, store.as_ref(), (scheme, &people))?;
        // Nothing to put there: no folder is made.
        tell(call, (&[], &done), &dir, &[])?;
        if !call.json() {
            call.tell("hint-licences-sheet", &[]);
        }
        return Ok(Exit::Done);
    }
    if let Some((first, registry)) = first {
        if is_new {
            begin(&dir, &batch)?;
        }
        issue(call, (args, &dir, &registry), store.as_mut(), &counter, (&people[first..], &mut done))?;
    }
    done.waiting = tell_waiting(call, store.as_ref(), (scheme, &people))?;
    let (all, meanwhile) = issued(store.as_ref(), (&batch, &people, &dir), (&done, args.sheet.is_some()))?;
    done.meanwhile = meanwhile;
    let mut written = Vec::new();
    if let Some(sheet) = args.sheet {
        (written, done.undrawn) = printed(call, &all, (&press, sheet), &dir)?;
    }
    if !all.is_empty() {
        let rows: Vec<_> = all.iter().map(|it| (it.number.to_string(), it.called.clone())).collect();
        let registry = Registry::open(store.as_ref())?;
        let issuer =
            |it: &InFolder| registry.register.licence(&it.number).and_then(|it| registry.register.issuers.get(&it.issuer));
        let organisation = all.iter().find_map(issuer).map(|(name, _)| name.as_str()).unwrap_or_default();
        // Of the folder, not of the hour: written once more it is the same list.
        let day = batch.since.local(&loaded.library.time_zone);
        let day = day.get(..10).unwrap_or(&day);
        let about = receipt::About { title: &title, organisation, day, group: batch.group.as_deref() };
        replace(&dir.join(LIST), receipt::page(&about, &rows, &words).as_bytes())?;
        written.push(LIST.to_owned());
    }
    tell(call, (&all, &done), &dir, &written)?;
    Ok(if done.undrawn.is_empty() && done.held == 0 { Exit::Done } else { Exit::NotPassed })
}

/// Tells how many of these wait for a second person, also since an earlier run.
fn tell_waiting(call: &Call<'_>, store: &dyn Store, (scheme, people): (&Scheme, &[Learner])) -> Result<usize, Failure> {
    if !scheme.conduct.two_persons.contains(&Weighty::Issue) || call.json() {
        return Ok(0);
    }
    let registry = Registry::open(store)?;
    let count = people.iter().filter(|it| waits(&registry, &it.id, scheme).is_some()).count();
    if count > 0 {
        call.tell("note-batch-waiting", &[("count", count.into())]);
    }
    Ok(count)
}

/// Writes the sheets; their names, and who is on none.
fn printed(
    call: &Call<'_>,
    all: &[InFolder],
    (press, sheet): (&Press, Sheet),
    dir: &Path,
) -> Result<(Vec<String>, Vec<Undrawn>), Failure> {
    let read: Vec<_> = all.iter().filter_map(|it| it.read.clone()).collect();
    let (files, undrawn) = paper::sheets(call, press, &read, sheet == Sheet::Cards)?;
    let mut written = Vec::new();
    for (name, bytes) in files {
        replace(&dir.join(&name), &bytes)?;
        written.push(name);
    }
    Ok((written, undrawn))
}

/// The folder's note: the one that is there, if it is about the same, or a new one that is still to be written (`begin`).
fn begun(dir: &Path, new: Batch) -> Result<(Batch, bool), Failure> {
    let (path, name) = (dir.join(NOTE), dir.display().to_string());
    let unwritten = |error: std::io::Error| files::unwritten(&path, &error);
    if let Ok(text) = files::text(&path, NOTE_MOST) {
        let there = serde_json::from_str::<Batch>(&text).ok();
        let same = there.filter(|it| (&it.licence, &it.group) == (&new.licence, &new.group));
        return same.map(|it| (it, false)).ok_or_else(|| Failure::new(Exit::Refused, "fail-batch-other", [("path", &name)]));
    }
    if !files::is_empty_or_new(dir).map_err(unwritten)? {
        return Err(Failure::new(Exit::Refused, "fail-batch-folder", [("path", &name)]));
    }
    Ok((new, true))
}

/// Makes the folder, with its note.
fn begin(dir: &Path, new: &Batch) -> Result<(), Failure> {
    let path = dir.join(NOTE);
    let unwritten = |error: std::io::Error| files::unwritten(&path, &error);
    files::make_folder(dir).map_err(unwritten)?;
    let text = serde_json::to_string(new).map_err(|e| Failure::new(Exit::Bug, "fail-bug", []).because(e))?;
    files::write_new(&path, text.as_bytes()).map_err(unwritten)
}

/// The first who may be given one now, with the register that says so: while there is none, no passphrase is asked for.
fn first(
    call: &Call<'_>,
    store: &dyn Store,
    counter: &Counter<'_>,
    people: &[Learner],
    done: &mut Done,
) -> Result<Option<(usize, Registry)>, Failure> {
    let registry = Registry::open(store)?;
    done.before = registry.register.issued.iter().map(|(_, _, it)| it.number.clone()).collect();
    let mut task = call.busy("batch-looking", people.len());
    let mut may = None;
    for (place, learner) in people.iter().enumerate() {
        match counter.judged(store, &registry, learner, call.ports.now()) {
            Ok(_) => {
                may = Some(place);
                break;
            }
            Err(failure) => passed_over(call, learner, failure, &mut done.over)?,
        }
        task.step();
    }
    Ok(may.map(|place| (place, registry)))
}

/// Keeps why a person is given none; what is no reason about a person ends the command.
fn passed_over(call: &Call<'_>, learner: &Learner, failure: Failure, over: &mut Vec<PassedOver>) -> Result<(), Failure> {
    match (failure.exit, failure.what.key) {
        // Who never sat is not meant, and who has one already needs none.
        (Exit::Refused, "fail-no-exam-sat" | "fail-issued-already" | "fail-issue-waiting" | "fail-nothing-to-renew") => Ok(()),
        (Exit::Refused, _) => {
            over.push(PassedOver { name: learner.called(), why: failure.what.said(&call.words) });
            Ok(())
        }
        _ => Err(failure),
    }
}

/// Unlocks the keys and issues to each in turn who may be given one (`round`).
fn issue(
    call: &mut Call<'_>,
    (args, dir, registry): (&Args, &Path, &Registry),
    store: &mut dyn Store,
    counter: &Counter<'_>,
    (people, done): (&[Learner], &mut Done),
) -> Result<(), Failure> {
    let chosen = issuing(registry, args.issuing.key.as_deref())?;
    let code = chosen.2.clone();
    let _ = counter.last_number(store, registry, &code, args)?;
    let by = signer(call.ports, &call.words, registry, &args.acting, StaffRole::Issuer)?;
    let organisation = unlocked(call, registry, chosen, &args.issuing.key_passphrase_file)?;
    let said = counter.last_number(store, registry, &code, args)?;
    let mut hand = Hand::new(store, registry, by, (organisation, said))?;
    // Typing took its time, and somebody may have changed the roster meanwhile.
    let people = today(store, people, args.group.as_deref().map(group).transpose()?.as_deref())?;
    let (last, registry) = looked(store)?;
    let hand = &mut hand;
    Filing::beside(dir, |filing| each(Round { call, store, counter, hand, filing, done, registry, last }, &people))
}

/// Whether a batch is for somebody: who is here still, and in the group, where it is for one.
fn is_meant(learner: &Learner, group: Option<&str>) -> bool {
    learner.post.left.is_none() && group.is_none_or(|group| learner.post.groups.contains(group))
}

/// Those of these people whom the batch is for now, as they are called now.
fn today(store: &dyn Store, people: &[Learner], group: Option<&str>) -> Result<Vec<Learner>, Failure> {
    let mut now: BTreeMap<_, _> = store.learners()?.into_iter().map(|it| (it.id.clone(), it)).collect();
    Ok(people.iter().filter_map(|it| now.remove(&it.id)).filter(|it| is_meant(it, group)).collect())
}

fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    files::replace(path, bytes).map_err(|error| files::unwritten(path, &error))
}

/// All licences that belong into the folder, in roster order, each with its own file there; and those that somebody else issued to these
/// people meanwhile, which are in that one's folder. Of what was signed and written just now nothing has to be looked at again, unless it
/// is to be printed.
fn issued(
    store: &dyn Store,
    (batch, people, dir): (&Batch, &[Learner], &Path),
    (done, print): (&Done, bool),
) -> Result<(Vec<InFolder>, Vec<LicenceNumber>), Failure> {
    let registry = Registry::open(store)?;
    let places: BTreeMap<&LearnerId, usize> = people.iter().enumerate().map(|(n, learner)| (&learner.id, n)).collect();
    let of = |issued: &crate::attempt::act::Issued| places.get(&issued.learner).copied();
    let mut mine: Vec<_> = registry
        .register
        .issued
        .iter()
        .filter(|(at, _, it)| *at >= batch.since && it.licence.as_str() == batch.licence)
        .filter_map(|(_, _, it)| Some((of(it)?, it)))
        .collect();
    mine.sort_by_key(|(place, it)| (*place, it.serial));
    let fresh = &done.written;
    let (mine, others): (Vec<_>, Vec<_>) =
        mine.into_iter().partition(|(_, it)| fresh.contains_key(&it.number) || done.before.contains(&it.number));
    let mut out = Vec::new();
    for (place, it) in mine {
        let (number, called) = (it.number.clone(), people[place].called());
        if let Some(name) = fresh.get(&number).filter(|_| !print) {
            let called = if name.is_some() { called } else { String::new() };
            out.push(InFolder { number, name: name.clone(), called, read: None });
            continue;
        }
        let Some(kept) = store.credential(&number)? else { continue };
        let document = licences::proven(&registry, it, &kept).ok_or_else(|| licences::unproven(&number))?;
        write_missing(dir, &number, &document)?;
        let claims = Claims::read(&document).map_err(|_| licences::unproven(&number))?;
        let name = claims.holder.name.shown().map(str::to_owned);
        let called = if name.is_some() { called } else { String::new() };
        out.push(InFolder { number, name, called, read: print.then_some((document, claims)) });
    }
    Ok((out, others.into_iter().map(|(_, it)| it.number.clone()).collect()))
}

fn tell(
    call: &mut Call<'_>,
    (all, Done { over, undrawn, raised, held, waiting, meanwhile, .. }): (&[InFolder], &Done),
    dir: &Path,
    written: &[String],
) -> Result<(), Failure> {
    let shown = dir.display().to_string();
    if call.json() {
        let licences: Vec<_> = all.iter().map(|it| json!({ "number": it.number, "name": it.name })).collect();
        let over: Vec<_> = over.iter().map(|it| json!({ "name": it.name, "why": it.why })).collect();
        let undrawn: Vec<_> =
            undrawn.iter().map(|it| json!({ "number": it.number, "why": it.why.what.said(&call.words) })).collect();
        let mut value = json!({ "folder": shown, "licences": licences, "passed_over": over, "files": written });
        if !meanwhile.is_empty() {
            value["issued_meanwhile"] = json!(meanwhile);
        }
        if !undrawn.is_empty() {
            value["not_printed"] = json!(undrawn);
        }
        return call.print_json(&value);
    }
    for it in undrawn {
        let called = all.iter().find(|licence| licence.number == it.number).map(|it| it.called.as_str()).unwrap_or_default();
        let why = it.why.what.said(&call.words);
        call.tell("note-batch-undrawn", &[("name", called.into()), ("number", it.number.as_str().into()), ("why", why.into())]);
    }
    for it in raised {
        it.tell(call);
    }
    for it in over {
        call.tell("note-batch-over", &[("name", it.name.as_str().into()), ("why", it.why.as_str().into())]);
    }
    let count = |n: usize| crate::locale::Value::from(n);
    let files = written.join(&call.words.get("paper-comma"));
    call.tell(
        "note-batch",
        &[
            ("count", count(all.len())),
            ("waiting", count(*waiting)),
            ("over", count(over.len())),
            ("path", shown.into()),
            ("files", files.into()),
            ("printed", count(written.len())),
        ],
    );
    if !meanwhile.is_empty() {
        let numbers: Vec<&str> = meanwhile.iter().map(LicenceNumber::as_str).collect();
        let numbers = numbers.join(&call.words.get("paper-comma"));
        call.tell("note-batch-meanwhile", &[("count", count(meanwhile.len())), ("numbers", numbers.into())]);
    }
    if *held > 0 {
        call.tell("note-batch-held", &[("count", count(*held))]);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
