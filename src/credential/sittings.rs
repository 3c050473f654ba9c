//! What a desk signs that calls to a sitting: the digest of its file, behind a prefix of its own, as `parcels` does for parcels.

use super::domain::Domain;
use super::keys::Secret;
use crate::base::digest::Digest;
use crate::base::id::Did;

const SITTING: Domain = Domain(b"onduty sitting 1\0");

/// Signs a sitting's file by the digest of its bytes; the signature in multibase.
pub fn sign(digest: &Digest, secret: &Secret) -> String {
    SITTING.sign(digest, secret)
}

/// Whether this key signed this file.
pub fn verify(digest: &Digest, did: &Did, signature: &str) -> bool {
    SITTING.verify(digest, did, signature)
}
