//! What a store signs that it sends: the digest of a parcel, behind a prefix of its own, as `acts` does for acts.
//!
//! It proves that a file came from that store as it is. It proves nobody's deeds: these are signed by staff (`acts`), and a store's key
//! lies on its PC for everybody who can read the store.

use super::keys::{Public, Secret};
use crate::base::digest::Digest;
use crate::base::id::Did;

/// What every signed parcel begins with; the number changes with the meaning of what follows.
const DOMAIN: &[u8] = b"onduty parcel 1\0";

/// Signs a parcel by the digest of its bytes; the signature in multibase.
pub fn sign(digest: &Digest, secret: &Secret) -> String {
    secret.sign(&bytes(digest))
}

/// Whether this key signed this parcel.
pub fn verify(digest: &Digest, did: &Did, signature: &str) -> bool {
    Public::of(did).is_some_and(|key| key.verify(&bytes(digest), signature))
}

fn bytes(digest: &Digest) -> Vec<u8> {
    [DOMAIN, digest.bytes()].concat()
}
