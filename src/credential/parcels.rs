//! What a store signs that it sends: the digest of a parcel, behind a prefix of its own, as `acts` does for acts.
//!
//! It proves that a file came from that store as it is. It proves nobody's deeds: these are signed by staff (`acts`), and a store's key
//! lies on its PC for everybody who can read the store.

use super::domain::Domain;
use super::keys::Secret;
use crate::base::digest::Digest;
use crate::base::id::Did;

const PARCEL: Domain = Domain(b"onduty parcel 1\0");

/// Signs a parcel by the digest of its bytes; the signature in multibase.
pub fn sign(digest: &Digest, secret: &Secret) -> String {
    PARCEL.sign(digest, secret)
}

/// Whether this key signed this parcel.
pub fn verify(digest: &Digest, did: &Did, signature: &str) -> bool {
    PARCEL.verify(digest, did, signature)
}
