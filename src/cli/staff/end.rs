//! `staff leave|rekey`: somebody leaves, or gets another key because the passphrase is lost. Both are another issuer's acts; what was
//! done before stands, and what is signed with the old key afterwards counts for nothing.
//!
//! Where the only issuer lost the passphrase, nobody can sign for a new key: that would be a way for anybody to take the organisation
//! over. Then a new store with a new issuing key is begun, and whoever checks licences is told of it by other means.

use serde_json::json;

use crate::attempt::act::{Deed, StaffRole};
use crate::base::id::StaffId;
use crate::cli::Outcome;
use crate::cli::args::{StaffLeave, StaffRekey};
use crate::cli::failure::{Exit, Failure};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::signer::{make, reason, signer, staff_key};

/// `staff leave NAME`.
pub fn leave(call: &mut Call<'_>, args: &StaffLeave) -> Outcome {
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let staff = named(&registry, &args.name)?;
    let name = registry.name(&staff);
    let last = || Failure::new(Exit::Refused, "fail-last-issuer", [("name", &name)]).hint("hint-staff-add", [("role", "issuer")]);
    registry.register.another_issuer(&staff).then_some(()).ok_or_else(last)?;
    let beside = reason(call.ports, &args.reason)?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Issuer)?;
    let now = Registry::open(store.as_ref())?;
    named(&now, staff.as_str())?;
    now.register.another_issuer(&staff).then_some(()).ok_or_else(last)?;
    let act = by.sign(call.ports, Deed::Left { staff: staff.clone(), reason: beside.digest() }, Some(beside));
    store.act(&act, None)?;
    if call.json() {
        call.print_json(&json!({ "id": staff, "name": name, "until": act.act.at }))?;
    } else {
        call.tell("note-staff-left", &[("name", name.as_str().into())]);
    }
    Ok(Exit::Done)
}

/// `staff rekey NAME`.
pub fn rekey(call: &mut Call<'_>, args: &StaffRekey) -> Outcome {
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let staff = named(&registry, &args.name)?;
    let name = registry.name(&staff);
    if !registry.register.another_issuer(&staff) {
        return Err(Failure::new(Exit::Refused, "fail-only-issuer", [("name", &name)]).hint("hint-only-issuer", []));
    }
    let beside = reason(call.ports, &args.reason)?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Issuer)?;
    if by.staff == staff {
        return Err(Failure::new(Exit::Refused, "fail-own-rekey", [("name", &name)]).hint("hint-another-issuer-rekey", []));
    }
    let label = call.words.with("ask-new-passphrase", &[("name", name.as_str().into())]);
    let old = staff_key(call.ports, &registry.register, &staff)?;
    let path = next(call, &registry, &staff)?;
    let (key, path) = make(call.ports, &call.words, |_| Ok(path), &args.making, &label)?;
    let now = Registry::open(store.as_ref())?;
    if now.register.key_of(&staff) != registry.register.key_of(&staff) {
        return Err(Failure::new(Exit::Refused, "fail-staff-meanwhile", []).hint("hint-staff-list", []));
    }
    let deed = Deed::Rekeyed { staff: staff.clone(), rekeyed: key.did(), reason: beside.digest() };
    let act = by.sign(call.ports, deed, Some(beside));
    store.act(&act, None)?;
    let path = path.display().to_string();
    if call.json() {
        call.print_json(&json!({ "id": staff, "name": name, "key": key.did(), "file": path }))?;
    } else {
        let old = old.display().to_string();
        call.tell(
            "note-staff-rekeyed",
            &[("name", name.as_str().into()), ("path", path.as_str().into()), ("old", old.as_str().into())],
        );
    }
    Ok(Exit::Done)
}

/// Where the next key of a member of staff goes.
fn next(call: &Call<'_>, registry: &Registry, staff: &StaffId) -> Result<std::path::PathBuf, Failure> {
    let now = staff_key(call.ports, &registry.register, staff)?;
    let nth = registry.register.keys_before(staff) + 2;
    Ok(now.with_file_name(format!("staff-{staff}-{nth}.pem")))
}

/// A member of staff who is here, by name or id.
fn named(registry: &Registry, named: &str) -> Result<StaffId, Failure> {
    let fits = |id: &&StaffId| id.as_str() == named || registry.name(id) == named.trim();
    let mut fitting = registry.register.staff.values().map(|(id, _)| id).filter(fits);
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => Ok(one.clone()),
        (Some(_), Some(_)) => Err(Failure::usage("fail-two-staff", [("name", named)]).hint("hint-staff-list", [])),
        (None, _) => Err(Failure::new(Exit::Refused, "fail-no-staff", [("name", named)]).hint("hint-staff-list", [])),
    }
}
