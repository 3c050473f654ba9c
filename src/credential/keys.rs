//! Signing keys: Ed25519, named by `did:key`.
//!
//! A secret key is made of 32 bytes that the shell drew; here is no chance. It never shows itself: no `Debug` of the bytes, wiped when
//! dropped. How it lies on a disk is `keyfile`; what is signed with it is `proof` (licences) and `acts` (what staff did).

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use crate::base::id::Did;

/// The multicodec name of an Ed25519 public key (`0xed`, as a varint).
const CODEC: [u8; 2] = [0xed, 0x01];
/// The multibase name of base58btc.
const BASE58BTC: char = 'z';
/// What stands before the key in its name.
const METHOD: &str = "did:key:";

/// A secret key.
pub struct Secret(SigningKey);

impl Secret {
    /// From 32 bytes of chance. The caller wipes its own copy.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The key that checks what this one signs.
    pub fn public(&self) -> Public {
        Public(self.0.verifying_key())
    }

    /// Its name.
    pub fn did(&self) -> Did {
        self.public().did()
    }

    /// Signs bytes; the signature in multibase (`z` + base58btc).
    pub fn sign(&self, bytes: &[u8]) -> String {
        multibase(&self.0.sign(bytes).to_bytes())
    }

    /// The 32 bytes it was made from, for the key file only.
    pub(super) fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }
}

impl fmt::Debug for Secret {
    /// The public name; never the secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({})", self.did())
    }
}

/// A public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Public(VerifyingKey);

impl Public {
    /// The key that a name stands for. `None`: not a `did:key` of Ed25519, or a key that anyone can sign for.
    pub fn of(did: &Did) -> Option<Self> {
        let bytes = unmultibase(did.as_str().strip_prefix(METHOD)?)?;
        Self::of_bytes(bytes.strip_prefix(CODEC.as_slice())?.try_into().ok()?)
    }

    /// The key of these bytes. `None`: no key, or one that anyone can sign for.
    pub(super) fn of_bytes(bytes: &[u8; 32]) -> Option<Self> {
        VerifyingKey::from_bytes(bytes).ok().filter(|key| !key.is_weak()).map(Self)
    }

    /// Its bytes.
    pub(super) fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// Its name, `did:key:z6Mk…`.
    pub fn did(&self) -> Did {
        Did::from(format!("{METHOD}{}", multibase(&[&CODEC, self.0.as_bytes().as_slice()].concat())))
    }

    /// Whether a signature in multibase is this key's over the bytes: strictly, so that no second signature is made out of one.
    pub fn verify(&self, bytes: &[u8], signature: &str) -> bool {
        signature_bytes(signature).is_some_and(|s| self.verify_bytes(bytes, &s))
    }

    /// The same with the signature's own bytes.
    pub(super) fn verify_bytes(&self, bytes: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(bytes, &Signature::from_bytes(signature)).is_ok()
    }
}

/// The 64 bytes of a signature's text, if that is what it is.
pub(super) fn signature_bytes(text: &str) -> Option<[u8; 64]> {
    unmultibase(text)?.try_into().ok()
}

fn multibase(bytes: &[u8]) -> String {
    format!("{BASE58BTC}{}", bs58::encode(bytes).into_string())
}

/// Longer than anything read here: base58 takes time that grows with the square of the length.
const LONGEST: usize = 128;

fn unmultibase(text: &str) -> Option<Vec<u8>> {
    let digits = text.strip_prefix(BASE58BTC).filter(|digits| digits.len() <= LONGEST)?;
    bs58::decode(digits).into_vec().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8032, section 7.1, test 2.
    const SEED: &str = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
    const PUBLIC: &str = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    const SIGNATURE: &str = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
                             085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

    fn secret(hex: &str) -> Secret {
        let mut seed = [0; 32];
        hex::decode_to_slice(hex, &mut seed).unwrap();
        Secret::from_seed(&seed)
    }

    #[test]
    fn signs_as_the_standard_says() {
        let key = secret(SEED);
        assert_eq!(hex::encode(key.public().0.as_bytes()), PUBLIC);
        let signature = key.sign(&[0x72]);
        assert_eq!(hex::encode(signature_bytes(&signature).unwrap()), SIGNATURE);
        assert!(key.public().verify(&[0x72], &signature));
        assert!(!key.public().verify(&[0x73], &signature));
        assert!(!Secret::from_seed(&[7; 32]).public().verify(&[0x72], &signature), "another's key");
    }

    #[test]
    fn a_name_leads_back_to_its_key() {
        let key = secret(SEED).public();
        assert!(key.did().as_str().starts_with("did:key:z6Mk"), "{}", key.did());
        assert_eq!(Public::of(&key.did()), Some(key));
    }

    #[test]
    fn what_is_no_name_is_no_key() {
        let good = secret(SEED).did().as_str().to_owned();
        let weak = format!("did:key:{}", multibase(&[&CODEC, [1].as_slice(), &[0; 31]].concat())); // the neutral element
        let other = format!("did:key:{}", multibase(&[&[0xe7, 0x01], [2].as_slice(), &[0; 32]].concat())); // a secp256k1 key
        let short = format!("did:key:{}", multibase(&[&CODEC, [0; 31].as_slice()].concat()));
        let again = format!("{good}#z6Mk");
        let long = format!("did:key:z{}", "6".repeat(100_000));
        for bad in ["", "did:key:", "did:web:example.com", &good[8..], &good[..30], &weak, &other, &short, &again, &long] {
            assert_eq!(Public::of(&Did::from(bad)), None, "{bad:.80}");
        }
    }

    #[test]
    fn a_signature_is_read_in_one_way_only() {
        let key = secret(SEED);
        let good = key.sign(b"x");
        for bad in
            [good[1..].to_owned(), format!("m{}", &good[1..]), format!("{good}1"), format!(" {good}"), String::new(), "z".into()]
        {
            assert!(!key.public().verify(b"x", &bad), "{bad}");
        }
        // S + L is the same number to a lax reader: a second signature out of one.
        let mut bytes = signature_bytes(&good).unwrap();
        let order = hex::decode("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010").unwrap();
        let mut carry = 0;
        for (byte, add) in bytes[32..].iter_mut().zip(order) {
            let sum = u16::from(*byte) + u16::from(add) + carry;
            (*byte, carry) = (sum.to_le_bytes()[0], sum >> 8);
        }
        assert!(!key.public().verify(b"x", &multibase(&bytes)));
    }

    #[test]
    fn a_secret_does_not_show_itself() {
        let shown = format!("{:?}", secret(SEED));
        assert!(shown.contains("did:key:z6Mk") && !shown.contains("4ccd") && !shown.contains("76, 205"), "{shown}");
    }
}
