//! `status --out DIR`: the signed lists of what was revoked and suspended, two for each issuing key whose file lies here.
//!
//! A list is made anew each time from what the acts come to, so it replaces the one before: the record is the acts. Where licences say
//! that their lists are is settled here for `issue`, and which lists count when a licence is checked is collected for `verify`.
#![allow(clippy::disallowed_methods, reason = "the shell looks for lists in its data folder")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::args::Status as Args;
use super::cause::Cause;
use super::failure::{Exit, Failure};
use super::issue::opened;
use super::registry::Registry;
use super::room::Call;
use super::signer::issuing_key;
use super::{Outcome, files};
use crate::base::id::Did;
use crate::credential::claims;
use crate::credential::json::MOST_BYTES;
use crate::credential::keys::Secret;
use crate::credential::status::{NoList, Purpose, StatusList};
use crate::grade::register::{Register, Taken};

/// The folder beside the store whose lists are used unasked. Not one beside the licence: whoever shows that would choose its lists.
const FOLDER: &str = "status";

/// Where the licences of an issuing key say that a list is.
pub fn address(register: &Register, issuer: &Did, purpose: Purpose) -> String {
    let code = register.issuers.get(issuer).map_or("", |(_, code)| code.as_str());
    // A key that took another's place has its lists beside the other's.
    let below = register.status.iter().find(|(did, _)| register.issuers.get(did).is_some_and(|(_, there)| there == code));
    let called = called(register, issuer, code);
    match (below, purpose) {
        (Some((_, url)), purpose) => format!("{url}{}", file_name(&called, purpose)),
        (None, Purpose::Revocation) => format!("urn:onduty:status:{called}"),
        (None, Purpose::Suspension) => format!("urn:onduty:status:{called}:suspension"),
    }
}

/// What a key's lists are called: its code; of a key that took another's place, with which it is.
fn called(register: &Register, issuer: &Did, code: &str) -> String {
    match register.generation(issuer) {
        0 | 1 => code.to_owned(),
        nth => format!("{code}-{nth}"),
    }
}

fn file_name(called: &str, purpose: Purpose) -> String {
    format!("{called}-{}.json", purpose.name())
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let registry = Registry::open(call.store()?.as_ref())?;
    let wanted = wanted(call, &registry.register, args.issuing.key.as_deref())?;
    let mut keys = Vec::new();
    for Wanted { did, name, code, called, path } in &wanted {
        let label = call.words.with("ask-key-passphrase", &[("name", (*name).into()), ("code", called.as_str().into())]);
        let files = &args.issuing.key_passphrase_file;
        let key = opened(call, did, (path, files), &label).map_err(|failure| by_name(failure, &wanted))?;
        keys.push((*did, *code, key));
    }
    // Typing took its time: what was revoked meanwhile counts.
    let register = Registry::open(call.store()?.as_ref())?.register;
    files::make_folder(&args.out).map_err(|error| files::unwritten(&args.out, &error))?;
    let mut told = Vec::new();
    for (_, code, key) in &keys {
        told.extend(write(call, &register, code, key, &args.out)?);
    }
    if call.json() {
        call.print_json(&json!(told))?;
    }
    for (did, ..) in keys {
        let code = registry.register.issuers.get(did).map(|(_, code)| code);
        let below = register.status.iter().find(|(it, _)| register.issuers.get(it).map(|(_, code)| code) == code);
        match below.map(|(_, url)| url) {
            Some(url) => call.tell("hint-status-publish", &[("url", url.as_str().into())]),
            None => call.tell("hint-status-hand-on", &[]),
        }
    }
    Ok(Exit::Done)
}

/// A key whose lists are to be signed; its file is here.
struct Wanted<'r> {
    did: &'r Did,
    name: &'r str,
    code: &'r str,
    /// What the key itself is called; see `called`.
    called: String,
    path: PathBuf,
}

/// The keys that are named and lie here: a code means all keys that had it, so that no list is forgotten once another key took a place;
/// `SH1-2` means the second of them alone, `SH1-1` the first.
fn wanted<'r>(call: &Call<'_>, register: &'r Register, named: Option<&str>) -> Result<Vec<Wanted<'r>>, Failure> {
    let mut all = Vec::new();
    for (did, (name, code)) in &register.issuers {
        let nth = register.generation(did).max(1);
        let (called, path) = (called(register, did, code), issuing_key(call.ports, code, nth)?);
        let means = named.is_none_or(|it| it == code || it == called || it == format!("{code}-{nth}"));
        all.push((means, Wanted { did, name, code, called, path }));
    }
    all.sort_by(|(_, one), (_, other)| (one.code, &one.called).cmp(&(other.code, &other.called)));
    let here: Vec<&str> = all.iter().filter(|(_, it)| it.path.is_file()).map(|(_, it)| it.called.as_str()).collect();
    let here = here.join(" · ");
    let meant: Vec<Wanted<'r>> = all.into_iter().filter(|(means, _)| *means).map(|(_, it)| it).collect();
    let with_keys =
        |failure: Failure| if here.is_empty() { failure } else { failure.hint("hint-status-keys", [("keys", &here)]) };
    if let (Some(named), true) = (named, meant.is_empty()) {
        return Err(with_keys(Failure::new(Exit::Refused, "fail-status-unknown", [("key", named)])).hint("hint-key-show", []));
    }
    let gone: Vec<String> = meant.iter().filter(|it| !it.path.is_file()).map(|it| it.path.display().to_string()).collect();
    let meant: Vec<Wanted<'r>> = meant.into_iter().filter(|it| it.path.is_file()).collect();
    match (meant.is_empty(), gone.first()) {
        (false, _) => Ok(meant),
        (true, Some(path)) => {
            Err(with_keys(Failure::new(Exit::Refused, "fail-no-key", [("path", path)])).hint("hint-key-file", []))
        }
        (true, None) => Err(Failure::new(Exit::Refused, "fail-status-no-key", []).hint("hint-key-show", [])),
    }
}

/// What to do where one of several keys did not open.
fn by_name(failure: Failure, wanted: &[Wanted<'_>]) -> Failure {
    if failure.what.key != "fail-passphrase" || wanted.len() < 2 {
        return failure;
    }
    let called: Vec<&str> = wanted.iter().map(|it| it.called.as_str()).collect();
    failure.hint("hint-status-each", [("keys", &called.join(" · "))])
}

/// Both lists of a key.
fn write(
    call: &mut Call<'_>,
    register: &Register,
    code: &str,
    key: &Secret,
    out: &Path,
) -> Result<Vec<serde_json::Value>, Failure> {
    let (issuer, at) = (key.did(), call.ports.now());
    let standing = register.standing_of_serials(&issuer, at);
    let mut told = Vec::new();
    for purpose in Purpose::ALL.iter().copied() {
        let listed = |taken: &Taken| (*taken == Taken::Revoked) == (purpose == Purpose::Revocation);
        let set: BTreeSet<u32> = standing.iter().filter(|(_, taken)| listed(taken)).map(|(serial, _)| *serial).collect();
        let address = address(register, &issuer, purpose);
        let list = StatusList::new(purpose, address.clone(), issuer.clone(), (at, &set));
        let document = list.signed(key).map_err(|unfit| Failure::new(Exit::Refused, "fail-unfit-claims", []).because(&unfit))?;
        let path = out.join(file_name(&called(register, &issuer, code), purpose));
        files::replace(&path, claims::text(&document).as_bytes()).map_err(|error| files::unwritten(&path, &error))?;
        let (path, count) = (path.display().to_string(), set.len());
        if !call.json() {
            let line = call.words.with("note-status-written", &[("path", path.as_str().into()), ("count", count.into())]);
            call.print_said(&line)?;
        }
        told.push(json!({ "file": path, "purpose": purpose.name(), "address": address, "count": count }));
    }
    Ok(told)
}

/// The lists that count where licences are checked: those named, and those in the folder beside the store. What is no list is told.
///
/// # Errors
/// `Failure` where a file that was named cannot be read: whoever asks for a list must not be told that all is well without it.
pub fn at_hand(call: &Call<'_>, named: &[PathBuf]) -> Result<Vec<StatusList>, Failure> {
    let mut all: Vec<PathBuf> = named.iter().filter(|path| !path.is_dir()).cloned().collect();
    if let Some((path, error)) = all.iter().find_map(|path| Some((path, std::fs::File::open(path).err()?))) {
        return Err(Failure::new(Exit::Store, "fail-read", [("path", &path.display().to_string())]).because(error));
    }
    let files_named = all.len();
    let usual = call.ports.data.as_ref().map(|data| data.join(FOLDER));
    for folder in named.iter().filter(|path| path.is_dir()) {
        let found = in_folder(folder);
        if found.is_empty() {
            call.tell("note-status-empty", &[("path", folder.display().to_string().into())]);
        }
        all.extend(found);
    }
    all.extend(usual.iter().flat_map(|folder| in_folder(folder)));
    let mut lists = Vec::new();
    for (n, path) in all.iter().enumerate() {
        let is_named = n < files_named;
        let name = ("path", path.display().to_string().into());
        match files::start_of(path, MOST_BYTES as u64 + 1).map(|bytes| StatusList::read(&bytes)) {
            Ok(Ok(list)) => lists.push(list),
            Ok(Err(why)) => {
                let key = if why == NoList::Other { "note-status-other" } else { "note-status-altered" };
                if is_named {
                    let said = call.words.with(key, &[name]);
                    return Err(Failure::new(Exit::NotPassed, "fail-status-unusable", []).because(said));
                }
                call.tell(key, &[name]);
            }
            Err(error) => {
                let why = Cause::from(error).said(&call.words);
                call.tell("note-status-unread", &[name, ("why", why.into())]);
            }
        }
    }
    Ok(lists)
}

/// What may be lists in a folder, by name.
fn in_folder(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    found.retain(|path| path.extension().is_some_and(|end| end == "json"));
    found.sort();
    found
}
