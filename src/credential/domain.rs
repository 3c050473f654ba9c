//! A prefix that keeps apart what one key signs: a signature under one kind of thing can never be shown as one under another.

use super::keys::{Public, Secret};
use crate::base::digest::Digest;
use crate::base::id::Did;

/// What everything of a kind begins with when it is signed by its digest; the number in it changes with the meaning of what follows.
pub(super) struct Domain(pub(super) &'static [u8]);

impl Domain {
    /// Signs a thing by its digest; the signature in multibase.
    pub(super) fn sign(&self, digest: &Digest, secret: &Secret) -> String {
        secret.sign(&self.bytes(digest))
    }

    /// Whether this key signed this thing.
    pub(super) fn verify(&self, digest: &Digest, did: &Did, signature: &str) -> bool {
        Public::of(did).is_some_and(|key| key.verify(&self.bytes(digest), signature))
    }

    fn bytes(&self, digest: &Digest) -> Vec<u8> {
        [self.0, digest.bytes()].concat()
    }
}
