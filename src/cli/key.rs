//! `key new|show`: the organisation's issuing keys; how they end → `key/end`.

mod end;

use serde_json::json;

use super::Outcome;
use super::args::{Key as Args, KeyNew};
use super::failure::{Exit, Failure};
use super::registry::Registry;
use super::room::Call;
use super::signer::{issuing_key, make, signer};
use crate::attempt::act::{Deed, StaffRole};
use crate::base::id::Did;
use crate::base::name::name;
use crate::credential::trust;

/// The most characters of an organisation's name.
const NAME_MOST: usize = 60;
/// The most characters of a code.
const CODE_MOST: usize = 8;

/// The most characters of the lists' address.
const URL_MOST: usize = 200;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    match args {
        Args::New(args) => new(call, args),
        Args::Show => show(call),
        Args::Rotate(args) => end::rotate(call, args),
        Args::Retire(args) => end::retire(call, args),
    }
}

fn new(call: &mut Call<'_>, args: &KeyNew) -> Outcome {
    let name = name(&args.name, NAME_MOST).ok_or_else(|| Failure::usage("fail-organisation", []))?;
    let code = args.code.trim();
    if !(1..=CODE_MOST).contains(&code.len()) || !code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) {
        return Err(Failure::usage("fail-code", [("code", code)]));
    }
    let status = args.status_url.as_deref().map(str::trim);
    if let Some(url) = status.filter(|url| !is_folder(url)) {
        return Err(Failure::usage("fail-status-url", [("url", url)]));
    }
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    if registry.register.issuers.values().any(|(_, there)| there == code) {
        return Err(Failure::new(Exit::Refused, "fail-code-there", [("code", code)]));
    }
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Issuer)?;
    let path = issuing_key(call.ports, code, 1)?;
    let label = call.words.with("ask-new-passphrase", &[("name", name.into())]);
    let (key, path) = make(call.ports, &call.words, |_| Ok(path), &args.making, &label)?;
    let deed =
        Deed::Founded { name: name.to_owned(), code: code.to_owned(), issuer: key.did(), status: status.map(str::to_owned) };
    let act = by.sign(call.ports, deed, None);
    store.act(&act, None)?;
    let path = path.display().to_string();
    if call.json() {
        call.print_json(&json!({ "did": key.did(), "name": name, "code": code, "file": path }))?;
    } else {
        call.tell("note-key-made", &[("name", name.into()), ("code", code.into()), ("path", path.as_str().into())]);
    }
    Ok(Exit::Done)
}

/// Whether lists can lie below this address: a plain `https` one that ends with `/`.
fn is_folder(url: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/:%".contains(&b);
    let host = url.strip_prefix("https://").and_then(|rest| rest.split('/').next());
    url.len() <= URL_MOST && host.is_some_and(|host| !host.is_empty()) && url.ends_with('/') && url.bytes().all(plain)
}

/// The keys as lines of a `trust.toml`: what others need in order to check licences.
fn show(call: &mut Call<'_>) -> Outcome {
    let store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let register = &registry.register;
    let mut all: Vec<_> = register.issuers.iter().collect();
    all.sort_by_key(|(did, (_, code))| (code.clone(), register.generation(did)));
    if call.json() {
        let one = |(did, (name, code)): (&Did, &(String, String))| {
            let mut out = json!({ "did": did, "name": name, "code": code });
            if let Some(end) = registry.register.retired.get(did) {
                out["until"] = json!(end.at);
                out["successor"] = json!(end.successor);
            }
            out
        };
        let all: Vec<_> = all.into_iter().map(one).collect();
        call.print_json(&json!(all))?;
        return Ok(Exit::Done);
    }
    if all.is_empty() {
        call.tell("note-no-keys", &[]);
        return Ok(Exit::Done);
    }
    let entry = |(did, (name, code)): (&Did, &(String, String))| {
        let name = toml::Value::String(name.clone());
        let end = registry.register.retired.get(did).and_then(|end| trust::moment(end.at));
        let until = end.map(|end| format!("until = \"{end}\"\n")).unwrap_or_default();
        format!("[[issuer]]\ndid = \"{did}\"\nname = {name}\ncode = \"{code}\"\n{until}")
    };
    let text: Vec<String> = all.into_iter().map(entry).collect();
    call.print(&text.join("\n"))?;
    call.tell("note-key-show", &[]);
    Ok(Exit::Done)
}
