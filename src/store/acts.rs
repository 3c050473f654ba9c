//! What comes with an act: its reason's words, a licence's credential. The same rules for every backend, for writing and for reading.
//!
//! Pure: what an act may do is folded in `grade/register`, whose key signed it is `verify`'s question.

use super::StoreError;
use super::flaw::Flaw;
use crate::attempt::act::{Deed, Issued, Signed};
use crate::attempt::event::Beside;
use crate::base::digest::{Digest, canonical};

/// Judges an act with what comes with it, and gives the credential as it is kept: its canonical JSON, so that its digest is over
/// the kept bytes and no two readers can see different things in them.
///
/// # Errors
/// `Other`: the words beside are not what the act seals, or a credential is missing, too many, or another one.
pub fn coming(signed: &Signed, credential: Option<&str>) -> Result<Option<String>, StoreError> {
    let refused = |what: &str| Err(StoreError::Other(format!("act {}: {what}", signed.act.id)));
    if signed.beside.as_ref().map(Beside::digest) != signed.act.deed.reason() {
        return refused("the words beside are not those it seals");
    }
    match (issued(signed), credential) {
        (None, None) => Ok(None),
        // Of canonical JSON that digest was made: what has it is in that form already.
        (Some(issued), Some(text)) if Digest::of_bytes(text.as_bytes()) == issued.credential => Ok(Some(text.to_owned())),
        (Some(issued), Some(text)) => match kept(text) {
            Some(kept) if Digest::of_bytes(kept.as_bytes()) == issued.credential => Ok(Some(kept)),
            _ => refused("the credential is another one"),
        },
        (Some(_), None) => refused("the credential is missing"),
        (None, Some(_)) => refused("no credential belongs to it"),
    }
}

/// The licence that an act issues, if it does.
pub fn issued(signed: &Signed) -> Option<&Issued> {
    match &signed.act.deed {
        Deed::Issued(issued) => Some(issued),
        _ => None,
    }
}

/// An act names what is not there; what is named never goes away, so the caller did not look.
pub fn astray(signed: &Signed) -> StoreError {
    StoreError::Other(format!("act {} names what is not there", signed.act.id))
}

/// A kept credential read back.
///
/// # Errors
/// `Credential` where it is not the one that was issued.
pub fn credential(issued: &Issued, kept: String) -> Result<String, Flaw> {
    if Digest::of_bytes(kept.as_bytes()) == issued.credential { Ok(kept) } else { Err(Flaw::Credential(issued.number.clone())) }
}

/// Whether words kept beside an act are those it seals. Nothing beside is always right: they may have been erased.
pub fn words_fit(signed: &Signed) -> bool {
    signed.beside.as_ref().is_none_or(|beside| Some(beside.digest()) == signed.act.deed.reason())
}

fn kept(text: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    String::from_utf8(canonical(&value)).ok()
}
