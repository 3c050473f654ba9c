//! Who holds a licence, and how it names the person.

use serde_json::{Value, json};

use crate::base::digest::Digest;
use crate::base::id::LearnerId;

/// Who holds a licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The person's random id (UUID).
    pub id: LearnerId,
    /// The person's name.
    pub name: Name,
}

/// How a licence names its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// In plain letters.
    Plain(String),
    /// Only for who knows the name already, to compare. A salt keeps two licences of one name apart; it does not keep anybody from
    /// trying all names there are.
    Hashed {
        /// `sha256$` and the hex digits of SHA-256 over name and salt.
        hash: String,
        /// Drawn for this licence.
        salt: String,
    },
}

impl Name {
    /// Hidden behind a salt.
    pub fn hashed(name: &str, salt: String) -> Self {
        let hash = format!("sha256${}", Digest::of_bytes(format!("{name}{salt}").as_bytes()));
        Self::Hashed { hash, salt }
    }

    /// The name, where it can be read.
    pub fn shown(&self) -> Option<&str> {
        match self {
            Self::Plain(name) => Some(name),
            Self::Hashed { .. } => None,
        }
    }

    pub(super) fn written(&self) -> Value {
        match self {
            Self::Plain(name) => {
                json!({ "type": "IdentityObject", "hashed": false, "identityHash": name, "identityType": "name" })
            }
            Self::Hashed { hash, salt } => {
                json!({ "type": "IdentityObject", "hashed": true, "identityHash": hash, "identityType": "name", "salt": salt })
            }
        }
    }
}
