//! `key rotate|retire`: an issuing key ends. What it signed stays good; what is signed with it afterwards counts for nothing here, and
//! whoever checks licences elsewhere learns of the end from the new lines of `key show`.

use serde_json::json;

use crate::attempt::act::{Deed, StaffRole};
use crate::base::id::Did;
use crate::cli::Outcome;
use crate::cli::args::{KeyRetire, KeyRotate};
use crate::cli::consent::consent;
use crate::cli::failure::{Exit, Failure};
use crate::cli::licences::State;
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::signer::{issuing_key, make, reason, signer};

/// `key rotate CODE`: another key under the same name and code.
pub fn rotate(call: &mut Call<'_>, args: &KeyRotate) -> Outcome {
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let (old, name) = open(&registry, &args.code)?;
    let usual = call.words.get("rotate-reason");
    let beside = reason(call.ports, args.reason.as_deref().unwrap_or(&usual))?;
    agreed(call, &registry, (&old, &name, args.code.trim()), ("key-rotate", args.yes))?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Issuer)?;
    let code = args.code.trim();
    let path = issuing_key(call.ports, code, registry.register.generation(&old) + 1)?;
    let label = call.words.with("ask-new-passphrase", &[("name", name.as_str().into())]);
    let (key, path) = make(call.ports, &call.words, |_| Ok(path), &args.making, &label)?;
    // Somebody else may have ended it while passphrases were typed.
    open(&Registry::open(store.as_ref())?, code)?;
    let deed = Deed::Retired { issuer: old.clone(), successor: Some(key.did()), reason: beside.digest() };
    let act = by.sign(call.ports, deed, Some(beside));
    store.act(&act, None)?;
    let path = path.display().to_string();
    if call.json() {
        call.print_json(&json!({ "did": key.did(), "name": name, "code": code, "file": path, "before": old }))?;
    } else {
        call.tell("note-key-rotated", &[("name", name.as_str().into()), ("code", code.into()), ("path", path.as_str().into())]);
        call.tell("note-key-tell", &[]);
    }
    Ok(Exit::Done)
}

/// `key retire CODE`: nothing is issued under this code any more.
pub fn retire(call: &mut Call<'_>, args: &KeyRetire) -> Outcome {
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let (did, name) = open(&registry, &args.code)?;
    let beside = reason(call.ports, &args.reason)?;
    agreed(call, &registry, (&did, &name, args.code.trim()), ("key-retire", args.yes))?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Issuer)?;
    open(&Registry::open(store.as_ref())?, &args.code)?;
    let deed = Deed::Retired { issuer: did.clone(), successor: None, reason: beside.digest() };
    let act = by.sign(call.ports, deed, Some(beside));
    store.act(&act, None)?;
    if call.json() {
        call.print_json(&json!({ "did": did, "name": name, "code": args.code.trim(), "until": act.act.at }))?;
    } else {
        call.tell("note-key-retired", &[("name", name.as_str().into()), ("code", args.code.trim().into())]);
        call.tell("note-key-tell", &[]);
    }
    Ok(Exit::Done)
}

/// Says what stays good and what can no more be done, and asks.
fn agreed(
    call: &Call<'_>,
    registry: &Registry,
    (did, name, code): (&Did, &str, &str),
    (what, yes): (&str, bool),
) -> Result<(), Failure> {
    let (now, register) = (call.ports.now(), &registry.register);
    let theirs = register.issued.iter().map(|(_, _, it)| it).filter(|it| it.issuer == *did);
    let good = theirs.filter(|it| State::of_number(registry, it, now).holds()).count();
    consent(call, what, &[("name", name.into()), ("code", code.into()), ("good", good.into())], yes)
}

/// The key of a code that still signs.
fn open(registry: &Registry, code: &str) -> Result<(Did, String), Failure> {
    let register = &registry.register;
    let mut of_code = register.issuers.iter().filter(|(_, (_, there))| there == code.trim());
    let none = || Failure::new(Exit::Refused, "fail-no-issuing-key", []).hint("hint-key-show", []);
    match of_code.clone().find(|(did, _)| !register.retired.contains_key(did)) {
        Some((did, (name, _))) => Ok((did.clone(), name.clone())),
        None if of_code.next().is_some() => {
            Err(Failure::new(Exit::Refused, "fail-key-retired", [("code", code.trim())]).hint("hint-key-new", []))
        }
        None => Err(none()),
    }
}
