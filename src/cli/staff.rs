//! `staff add|list`: people who train, examine and issue, each with a key of his own. An issuer appoints them; the first is one. How
//! they leave, or get another key → `staff/end`.

mod end;

use std::path::Path;

use serde_json::json;

use super::Outcome;
use super::args::{Staff as Args, StaffAdd};
use super::failure::{Between, Exit, Failure};
use super::registry::Registry;
use super::room::Call;
use super::signer::{Acting, Signer, keys, make, signed, signer, staff_key};
use crate::attempt::act::{Deed, StaffRole};
use crate::base::name;
use crate::store::Staff;

/// The most characters of a name.
const NAME_MOST: usize = 40;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    match args {
        Args::Add(args) => add(call, args),
        Args::List => list(call),
        Args::Leave(args) => end::leave(call, args),
        Args::Rekey(args) => end::rekey(call, args),
    }
}

fn add(call: &mut Call<'_>, args: &StaffAdd) -> Outcome {
    let name = name::name(&args.name, NAME_MOST).ok_or_else(|| Failure::usage("fail-name", []))?;
    let mut roles = args.role.iter().map(|word| role(word)).collect::<Result<Vec<_>, _>>()?;
    roles.sort();
    roles.dedup();
    let mut store = call.store()?;
    // By the acts: who was written down without one, because the program was killed in between, is nobody yet.
    let registry = Registry::open(store.as_ref())?;
    if let Some(there) = registry.register.staff.values().map(|(id, _)| registry.name(id)).find(|it| name::alike(it, name)) {
        return Err(Failure::new(Exit::Refused, "fail-staff-there", [("name", &there)]).hint("hint-staff-list", []));
    }
    let by = appointer(call, &registry, &args.acting, &roles)?;
    let staff = Staff { id: call.ports.staff_id(), name: name.to_owned(), created: call.ports.now() };
    let label = call.words.with("ask-new-passphrase", &[("name", name.into())]);
    let path = staff_key(call.ports, &registry.register, &staff.id)?;
    let (key, path) = make(call.ports, &call.words, |_| Ok(path), &args.making, &label)?;
    let deed = Deed::Appointed { staff: staff.id.clone(), roles, appointed: key.did() };
    let act = match &by {
        Some(issuer) => issuer.sign(call.ports, deed, None),
        None => signed(&key, call.ports, deed, None),
    };
    // Two at once: the first one in is the one.
    let now = Registry::open(store.as_ref())?;
    let first = registry.register.staff.is_empty() && !now.register.staff.is_empty();
    if first || now.register.staff.values().any(|(id, _)| name::alike(&now.name(id), name)) {
        return Err(Failure::new(Exit::Refused, "fail-staff-meanwhile", []).hint("hint-staff-list", []));
    }
    store.add_staff(&staff)?;
    store.act(&act, None)?;
    let path = path.display().to_string();
    if call.json() {
        call.print_json(&json!({ "id": staff.id, "name": staff.name, "key": key.did(), "file": path }))?;
    } else {
        call.tell("note-staff-added", &[("name", name.into()), ("path", path.as_str().into())]);
        if by.is_none() {
            call.tell("note-second-issuer", &[]);
        }
    }
    Ok(Exit::Done)
}

/// The issuer who appoints; nobody where this is the first person of all, who has to be one.
fn appointer(call: &Call<'_>, registry: &Registry, acting: &Acting, roles: &[StaffRole]) -> Result<Option<Signer>, Failure> {
    match registry.register.staff.is_empty() {
        false => signer(call.ports, &call.words, registry, acting, StaffRole::Issuer).map(Some),
        true if roles.contains(&StaffRole::Issuer) => Ok(None),
        true => Err(Failure::new(Exit::Refused, "fail-first-issuer", []).hint("hint-staff-add", [("role", "issuer")])),
    }
}

fn role(word: &str) -> Result<StaffRole, Failure> {
    let found = StaffRole::ALL.iter().find(|(name, _)| *name == word).map(|(_, role)| *role);
    found.ok_or_else(|| {
        let values = Between::Comma.join(&StaffRole::ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        Failure::usage("fail-value", [("value", word), ("arg", "--role")]).hint("hint-valid", [("values", &values)])
    })
}

fn list(call: &mut Call<'_>) -> Outcome {
    let store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let all: Vec<_> = registry.register.staff.iter().collect();
    if call.json() {
        let all: Vec<_> = all
            .iter()
            .map(|(did, (id, roles))| {
                let file = staff_key(call.ports, &registry.register, id).ok().filter(|path| path.is_file());
                json!({ "id": id, "name": registry.name(id), "roles": roles, "key": did, "file": file })
            })
            .collect();
        call.print_json(&json!(all))?;
        return Ok(Exit::Done);
    }
    if all.is_empty() {
        call.tell("note-no-staff", &[]);
        return Ok(Exit::Done);
    }
    let mut rows = vec![["head-name", "head-roles", "head-key-file"].map(|key| call.words.get(key)).to_vec()];
    for (_, (id, roles)) in all {
        let roles: Vec<String> = roles.iter().map(|r| call.words.get(&format!("role-{}", r.word()))).collect();
        let file = staff_key(call.ports, &registry.register, id).ok().filter(|path| path.is_file());
        let file = file.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        rows.push(vec![
            registry.name(id),
            roles.join(&call.words.get("paper-comma")),
            file.unwrap_or_else(|| call.words.get("key-elsewhere")),
        ]);
    }
    call.print_rows(&rows)?;
    call.tell("note-keys-lie", &[("folder", keys(call.ports)?.display().to_string().into())]);
    Ok(Exit::Done)
}
