//! The organisation's issuing keys: which there are, which one signs, unlocked. Where their files lie is `signer`'s.

use std::path::{Path, PathBuf};

use super::hand::Organisation;
use crate::base::id::Did;
use crate::cli::failure::{Exit, Failure};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::signer::{self, Opens, issuing_key};
use crate::credential::keys::Secret;

/// There is none to sign with.
fn no_issuing_key() -> Failure {
    Failure::new(Exit::Refused, "fail-no-issuing-key", []).hint("hint-key-new", [])
}

/// An issuing key with its name and code.
pub type Issuing<'r> = (&'r Did, &'r (String, String));

/// The organisation's keys that still sign.
///
/// # Errors
/// `Failure` with exit 5 where there is none.
pub fn issuing_keys(registry: &Registry) -> Result<Vec<Issuing<'_>>, Failure> {
    let register = &registry.register;
    let open: Vec<_> = register.issuers.iter().filter(|(did, _)| !register.retired.contains_key(did)).collect();
    if open.is_empty() { Err(no_issuing_key()) } else { Ok(open) }
}

/// The issuing key by its code, or the only one: key, name, code.
///
/// # Errors
/// `Failure` where there is none, or several fit.
pub fn issuing(registry: &Registry, code: Option<&str>) -> Result<(Did, String, String), Failure> {
    let fitting: Vec<_> = issuing_keys(registry)?.into_iter().filter(|(_, (_, c))| code.is_none_or(|code| code == c)).collect();
    match &fitting[..] {
        [(did, (name, code))] => Ok(((*did).clone(), name.clone(), code.clone())),
        [_, _, ..] => Err(Failure::usage("fail-which-key", []).hint("hint-key-show", [])),
        [] => Err(no_issuing_key()),
    }
}

/// The issuing key, unlocked.
///
/// # Errors
/// `Failure` where the file is not there or another's, or the passphrase is wrong.
pub fn unlocked(
    call: &Call<'_>,
    registry: &Registry,
    (did, name, code): (Did, String, String),
    files: &[PathBuf],
) -> Result<Organisation, Failure> {
    let nth = registry.register.generation(&did);
    let path = issuing_key(call.ports, &code, nth)?;
    let called = if nth > 1 { format!("{code}-{nth}") } else { code.clone() };
    let label = call.words.with("ask-key-passphrase", &[("name", name.as_str().into()), ("code", called.into())]);
    let key = opened(call, &did, (&path, files), &label)?;
    Ok(Organisation { key, did, name, code })
}

/// The file of this issuing key, unlocked by the first of these files that fits it, or by what is typed.
///
/// # Errors
/// As `unlocked`.
pub fn opened(call: &Call<'_>, did: &Did, (path, files): (&Path, &[PathBuf]), label: &str) -> Result<Secret, Failure> {
    let key = signer::unlock(call.ports, &call.words, path, (Opens::Issuing, files), label)?;
    if key.did() == *did {
        return Ok(key);
    }
    let name = path.display().to_string();
    Err(Failure::new(Exit::Refused, "fail-other-key", [("path", &name)]).hint("hint-key-file", []))
}
