//! Proofs on a document: W3C Data Integrity, suites `eddsa-rdfc-2022` and `eddsa-jcs-2022`.
//!
//! What is signed: SHA-256 of the proof's own options, then SHA-256 of the document without its proofs, both in the suite's canonical
//! form: the meaning as RDF (`meaning`), which every Open Badges program reads, or the JSON itself. The meaning has no order: whoever
//! has that proof alone may turn a list around. So each document bears both, and the JSON's is the one that counts ([`Suite::COVERS`]);
//! without the other nothing is left unsigned. Stricter than the standard where that costs nothing: the key must be the one the
//! document names as its issuer, the proof's `@context` must be the document's, and a proof that says something not understood here
//! does not count. What a document says is `claims`; the verdict on it is `verify`.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::keys::{Public, Secret, signature_bytes};
use super::{meaning, time};
use crate::base::digest::Digest;
use crate::base::id::Did;
use crate::base::moment::Moment;

/// Ways of signing that are understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suite {
    /// Ed25519 over the meaning (RDFC-1.0).
    EddsaRdfc2022,
    /// Ed25519 over canonical JSON (RFC 8785).
    EddsaJcs2022,
}

impl Suite {
    /// All of them, in the order in which a document bears them: some programs look at the first that they know, and then at no other.
    pub const ALL: &[Self] = &[Self::EddsaRdfc2022, Self::EddsaJcs2022];
    /// The one that covers every word of a document and its order.
    pub const COVERS: Self = Self::EddsaJcs2022;

    /// The name in `cryptosuite`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::EddsaRdfc2022 => "eddsa-rdfc-2022",
            Self::EddsaJcs2022 => "eddsa-jcs-2022",
        }
    }

    fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|suite| suite.name() == name)
    }

    /// Whether its proofs repeat the document's `@context`: where the JSON is signed, it is a word like others.
    const fn repeats_context(self) -> bool {
        matches!(self, Self::EddsaJcs2022)
    }

    /// The bytes that are signed. `None`: the document has no meaning that could be signed.
    fn bytes(self, bare: &Value, options: &Value) -> Option<Vec<u8>> {
        let (options, bare) = match self {
            Self::EddsaJcs2022 => (Digest::of(options), Digest::of(bare)),
            Self::EddsaRdfc2022 => {
                let mut options = options.clone();
                options["@context"] = bare.get("@context")?.clone();
                let (options, bare) = (meaning::of_options(&options)?, meaning::of(bare)?);
                (Digest::of_bytes(options.as_bytes()), Digest::of_bytes(bare.as_bytes()))
            }
        };
        Some([*options.bytes(), *bare.bytes()].concat())
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
    /// A word of it is on no list of this program's (`terms`): some readers would drop it unseen.
    Words,
}

/// What one proof comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// The issuer that the document names signed exactly this.
    Good(Suite, Did),
    /// Good too, but of a suite that a proof before it has (the suite's name): an issuer signs once in each way.
    Again(String),
    /// Signed exactly so, but by another key than that of the issuer it names.
    OtherSigner(Did),
    /// Not what that key signed: the document or the proof has been changed.
    Altered(Did),
    /// Signed in a way not understood here, or in words that are not (the suite's name).
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

/// Signs a document in every way there is.
///
/// # Errors
/// See [`NotSigned`]; the document is then as it was.
pub fn sign(document: &mut Value, secret: &Secret, created: Moment) -> Result<(), NotSigned> {
    let mut signed = document.clone();
    for suite in Suite::ALL {
        sign_by(*suite, &mut signed, secret, created)?;
    }
    *document = signed;
    Ok(())
}

/// Signs a document: adds a proof to its list.
///
/// # Errors
/// See [`NotSigned`]; the document is then as it was.
pub fn sign_by(suite: Suite, document: &mut Value, secret: &Secret, created: Moment) -> Result<(), NotSigned> {
    let did = secret.did();
    let object = document.as_object().ok_or(NotSigned::NoDocument)?;
    if issuer(object) != Some(did.as_str()) {
        return Err(NotSigned::OtherIssuer);
    }
    let context = object.get("@context").ok_or(NotSigned::NoDocument)?;
    let mut proof = json!({
        "type": TYPE,
        "cryptosuite": suite.name(),
        "created": time::written(created).ok_or(NotSigned::Moment)?,
        "verificationMethod": method(&did),
        "proofPurpose": PURPOSE,
    });
    if suite.repeats_context() {
        proof["@context"] = context.clone();
    }
    let bytes = suite.bytes(&bare(object), &proof).ok_or(NotSigned::Words)?;
    proof["proofValue"] = secret.sign(&bytes).into();
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
        let again = !known.insert(suite.to_owned()) && matches!(check, Check::Good(..));
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
    let fits = |context| suite.repeats_context() && Some(context) == bare.get("@context");
    if options.get("@context").is_some_and(|context| !fits(context)) {
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
    let Some(bytes) = suite.bytes(bare, &signed.into()) else { return Ok(Check::UnknownSuite(name.to_owned())) };
    Ok(if !key.verify(&bytes, value) {
        Check::Altered(did)
    } else if issuer != Some(did.as_str()) {
        Check::OtherSigner(did)
    } else {
        Check::Good(suite, did)
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
