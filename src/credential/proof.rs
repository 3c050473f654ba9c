//! Proofs on a document: W3C Data Integrity, suite `eddsa-jcs-2022`.
//!
//! What is signed: SHA-256 of the proof's own options, then SHA-256 of the document without its proofs, both as canonical JSON. A
//! second suite is a further variant of [`Suite`]; `proof` is a list for that reason, with one proof of each suite. Stricter than the
//! standard where that costs nothing: the key must be the one the document names as its issuer, the proof's `@context` must be the
//! document's, and a proof that says something not understood here does not count. What a document says is `claims`; the verdict on it
//! is `verify`.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::keys::{Public, Secret, signature_bytes};
use super::time;
use crate::base::digest::Digest;
use crate::base::id::Did;
use crate::base::moment::Moment;

/// Ways of signing that are understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suite {
    /// Ed25519 over canonical JSON (RFC 8785).
    EddsaJcs2022,
}

impl Suite {
    /// All of them: the one list.
    pub const ALL: &[Self] = &[Self::EddsaJcs2022];

    /// The name in `cryptosuite`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::EddsaJcs2022 => "eddsa-jcs-2022",
        }
    }

    fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|suite| suite.name() == name)
    }

    /// The bytes that are signed.
    fn bytes(self, bare: &Value, options: &Value) -> Vec<u8> {
        match self {
            Self::EddsaJcs2022 => [*Digest::of(options).bytes(), *Digest::of(bare).bytes()].concat(),
        }
    }
}

/// Why a document was not signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSigned {
    /// It is not an object with an `@context`.
    NoDocument,
    /// It names another issuer than this key.
    OtherIssuer,
    /// The moment of signing is outside the years 0–9999.
    Moment,
}

/// What one proof comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// The issuer that the document names signed exactly this.
    Good(Did),
    /// Good too, but of a suite that a proof before it has (the suite's name): an issuer signs once in each way.
    Again(String),
    /// Signed exactly so, but by another key than that of the issuer it names.
    OtherSigner(Did),
    /// Not what that key signed: the document or the proof has been changed.
    Altered(Did),
    /// Signed in a way not understood here (the suite's name).
    UnknownSuite(String),
    /// Not a proof: the part of it that is missing, wrong or not understood.
    Malformed(String),
}

/// What may stand in a proof.
const OPTIONS: &[&str] = &["@context", "type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"];
const TYPE: &str = "DataIntegrityProof";
const PURPOSE: &str = "assertionMethod";
/// More proofs than this are not checked: the work is proofs times size, and a forger chooses both.
const MOST_PROOFS: usize = 8;

/// Signs a document: adds a proof to its list.
///
/// # Errors
/// See [`NotSigned`]; the document is then as it was.
pub fn sign(document: &mut Value, secret: &Secret, created: Moment) -> Result<(), NotSigned> {
    let did = secret.did();
    let object = document.as_object().ok_or(NotSigned::NoDocument)?;
    if issuer(object) != Some(did.as_str()) {
        return Err(NotSigned::OtherIssuer);
    }
    let context = object.get("@context").ok_or(NotSigned::NoDocument)?;
    let suite = Suite::EddsaJcs2022;
    let mut proof = json!({
        "@context": context,
        "type": TYPE,
        "cryptosuite": suite.name(),
        "created": time::written(created).ok_or(NotSigned::Moment)?,
        "verificationMethod": method(&did),
        "proofPurpose": PURPOSE,
    });
    proof["proofValue"] = secret.sign(&suite.bytes(&bare(object), &proof)).into();
    let mut proofs = listed(object).cloned().unwrap_or_default();
    proofs.push(proof);
    document["proof"] = proofs.into();
    Ok(())
}

/// Checks every proof of a document, in their order; none if there is none. Too many are one that is malformed.
pub fn verify(document: &Value) -> Vec<Check> {
    let Some(object) = document.as_object() else { return Vec::new() };
    let Some(proofs) = listed(object).filter(|proofs| proofs.len() <= MOST_PROOFS) else {
        return object.get("proof").map(|_| Check::Malformed("proof".to_owned())).into_iter().collect();
    };
    let bare = bare(object);
    let issuer = issuer(object);
    let mut known = BTreeSet::new();
    let check = |proof: &Value| {
        let check = one(&bare, issuer, proof).unwrap_or_else(|part| Check::Malformed(part.to_owned()));
        let suite = proof["cryptosuite"].as_str().unwrap_or_default();
        let again = !known.insert(suite.to_owned()) && matches!(check, Check::Good(_));
        if again { Check::Again(suite.to_owned()) } else { check }
    };
    proofs.iter().map(check).collect()
}

/// When a document was signed, by what its proofs say; the last of them.
pub fn signed_at(document: &Value) -> Option<Moment> {
    let proofs = listed(document.as_object()?)?;
    proofs.iter().filter_map(|proof| time::read(proof.get("created")?.as_str()?)).max()
}

/// Checks one proof.
///
/// # Errors
/// The part that makes it no proof.
fn one<'p>(bare: &Value, issuer: Option<&str>, proof: &'p Value) -> Result<Check, &'p str> {
    let options = proof.as_object().ok_or("proof")?;
    let said = |key: &'static str| options.get(key).and_then(Value::as_str).ok_or(key);
    let kind = said("type")?;
    let name = if kind == TYPE { said("cryptosuite")? } else { kind };
    let Some(suite) = Suite::of(name).filter(|_| kind == TYPE) else { return Ok(Check::UnknownSuite(name.to_owned())) };
    if let Some(other) = options.keys().find(|key| !OPTIONS.contains(&key.as_str())) {
        return Err(other);
    }
    if options.get("@context").is_some_and(|context| Some(context) != bare.get("@context")) {
        return Err("@context");
    }
    if options.get("created").is_some_and(|at| at.as_str().and_then(time::read).is_none()) {
        return Err("created");
    }
    if said("proofPurpose")? != PURPOSE {
        return Err("proofPurpose");
    }
    let value = said("proofValue").ok().filter(|text| signature_bytes(text).is_some()).ok_or("proofValue")?;
    let (did, key) = signer(said("verificationMethod")?).ok_or("verificationMethod")?;
    let mut signed = options.clone();
    signed.remove("proofValue");
    Ok(if !key.verify(&suite.bytes(bare, &signed.into()), value) {
        Check::Altered(did)
    } else if issuer != Some(did.as_str()) {
        Check::OtherSigner(did)
    } else {
        Check::Good(did)
    })
}

/// The document without its proofs.
fn bare(document: &Map<String, Value>) -> Value {
    let mut bare = document.clone();
    bare.remove("proof");
    bare.into()
}

/// The proofs stand in a list, also where there is one: a licence is written in one way only.
fn listed(document: &Map<String, Value>) -> Option<&Vec<Value>> {
    document.get("proof")?.as_array()
}

/// The issuer's id; a profile or the id alone.
fn issuer(document: &Map<String, Value>) -> Option<&str> {
    let issuer = document.get("issuer")?;
    issuer.as_str().or_else(|| issuer.get("id")?.as_str())
}

/// How a proof names a key: `did:key:X#X`.
fn method(did: &Did) -> String {
    format!("{did}#{}", did.as_str().strip_prefix("did:key:").unwrap_or_default())
}

/// The key that a proof names so.
fn signer(text: &str) -> Option<(Did, Public)> {
    let did = Did::from(text.split_once('#')?.0);
    let key = Public::of(&did)?;
    (text == method(&did)).then_some((did, key))
}

#[cfg(test)]
mod tests;
