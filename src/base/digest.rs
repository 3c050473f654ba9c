//! SHA-256 over canonical JSON (RFC 8785, JCS): the name of a content, and the link of a chain.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use sha2::{Digest as _, Sha256};

/// A SHA-256 digest; in JSON 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Of bytes as they are.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Of a value's canonical JSON.
    pub fn of<T: Serialize>(value: &T) -> Self {
        Self::of_bytes(&canonical(value))
    }

    /// The 32 bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads 64 hex digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }

    /// The first eight hex digits: enough for a person to compare.
    pub fn short(&self) -> String {
        hex::encode(&self.0[..4])
    }
}

/// A value's canonical JSON (RFC 8785). Values here have string keys and integer numbers only, so it cannot fail.
pub fn canonical<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(value).expect("our values have string keys and no floats, so they have a canonical form")
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("not a SHA-256 digest"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_order_does_not_matter_and_known_digests_hold() {
        let a: serde_json::Value = serde_json::from_str(r#"{"b":1,"a":"岗"}"#).expect("json");
        let b: serde_json::Value = serde_json::from_str(r#"{ "a":"岗", "b":1 }"#).expect("json");
        assert_eq!(Digest::of(&a), Digest::of(&b));
        assert_eq!(
            Digest::of_bytes(b"abc").to_string(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // FIPS 180-4, example B.1
        );
        assert_eq!(Digest::parse(&Digest::of_bytes(b"x").to_string()), Some(Digest::of_bytes(b"x")));
        assert_eq!(Digest::parse("abc"), None);
    }
}
