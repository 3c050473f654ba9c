//! What a member of staff signs: the digest of an act, behind a prefix of its own.
//!
//! The prefix keeps apart what one key signs: a signature under an act can never be shown as one under a licence (`proof` signs 64
//! bytes without it), nor the other way round. What an act says is not known here.

use super::domain::Domain;
use super::keys::Secret;
use crate::base::digest::Digest;
use crate::base::id::Did;

const ACT: Domain = Domain(b"onduty act 1\0");

/// Signs an act by its digest; the signature in multibase.
pub fn sign(digest: &Digest, secret: &Secret) -> String {
    ACT.sign(digest, secret)
}

/// Whether this key signed this act.
pub fn verify(digest: &Digest, did: &Did, signature: &str) -> bool {
    ACT.verify(digest, did, signature)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_signed_by_one_over_one() {
        let (examiner, other) = (Secret::from_seed(&[1; 32]), Secret::from_seed(&[2; 32]));
        let (admitted, closed) = (Digest::of_bytes(b"admitted"), Digest::of_bytes(b"closed"));
        let signature = sign(&admitted, &examiner);
        assert!(verify(&admitted, &examiner.did(), &signature));
        assert!(!verify(&closed, &examiner.did(), &signature));
        assert!(!verify(&admitted, &other.did(), &signature));
        assert!(!verify(&admitted, &Did::from("did:key:nobody"), &signature));
        assert!(!verify(&admitted, &examiner.did(), ""));
    }

    #[test]
    fn a_bare_signature_is_no_act() {
        let examiner = Secret::from_seed(&[1; 32]);
        let digest = Digest::of_bytes(b"admitted");
        assert!(!verify(&digest, &examiner.did(), &examiner.sign(digest.bytes())));
        assert!(!examiner.public().verify(digest.bytes(), &sign(&digest, &examiner)));
    }
}
