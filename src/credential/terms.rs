//! The words a licence may use: the terms of its two contexts, and no others.
//!
//! A suite that signs the meaning (`eddsa-rdfc-2022`) drops a key that no context defines: it would be shown and not be signed. So no
//! other key is ever written, and a document with one is not read as a licence. This is the one list; a new key in `claims` comes in
//! here first, after a look into the contexts (which term is defined within which type).

use serde_json::Value;

/// Defined in every object.
const EVERYWHERE: &[&str] = &["id", "type", "name", "description", "narrative", "inLanguage"];

/// Types, and what is defined within them only.
const WITHIN: &[(&str, &[&str])] = &[
    (
        "VerifiableCredential",
        &["@context", "issuer", "validFrom", "validUntil", "credentialSubject", "evidence", "credentialStatus", "proof"],
    ),
    ("OpenBadgeCredential", &[]),
    ("Profile", &[]),
    ("AchievementSubject", &["identifier", "licenseNumber", "achievement", "result"]),
    ("IdentityObject", &["hashed", "identityHash", "identityType"]),
    ("Achievement", &["achievementType", "criteria", "related", "resultDescription"]),
    ("Related", &[]),
    ("ResultDescription", &["resultType", "requiredValue", "valueMin", "valueMax"]),
    ("Result", &["resultDescription", "value", "status"]),
    ("Evidence", &["genre"]),
    ("BitstringStatusListEntry", &["statusPurpose", "statusListIndex", "statusListCredential"]),
];

/// The path of the first key or type that is not on the list. Proofs are not looked into: `proof` has a list of its own.
pub(super) fn unknown(document: &Value) -> Option<String> {
    walk(document, "")
}

fn walk(value: &Value, path: &str) -> Option<String> {
    match value {
        Value::Object(object) => {
            let types = types(object.get("type"));
            let within = |t: &str| WITHIN.iter().find(|(name, _)| *name == t).map(|(_, terms)| *terms);
            if types.iter().any(|t| within(t).is_none()) {
                return Some(step(path, "type"));
            }
            let terms: Vec<&str> = types.iter().filter_map(|t| within(t)).flatten().chain(EVERYWHERE).copied().collect();
            object.iter().find_map(|(key, value)| {
                let path = step(path, key);
                match key.as_str() {
                    key if !terms.contains(&key) => Some(path),
                    "@context" | "type" | "proof" => None,
                    _ => walk(value, &path),
                }
            })
        }
        Value::Array(items) => items.iter().enumerate().find_map(|(n, item)| walk(item, &format!("{path}[{n}]"))),
        _ => None,
    }
}

/// The types of an object; a type that is no text is the empty one, which is not on the list.
fn types(value: Option<&Value>) -> Vec<&str> {
    match value {
        None => Vec::new(),
        Some(Value::Array(types)) => types.iter().map(|t| t.as_str().unwrap_or_default()).collect(),
        Some(one) => vec![one.as_str().unwrap_or_default()],
    }
}

/// A path one key further.
pub(super) fn step(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_word_counts_only_where_it_is_defined() {
        assert_eq!(unknown(&json!({ "type": ["Evidence"], "genre": "act", "name": "x" })), None);
        assert_eq!(unknown(&json!({ "type": ["Profile"], "genre": "act" })).as_deref(), Some("genre"));
        assert_eq!(unknown(&json!({ "type": ["Profile"], "surname": 1 })).as_deref(), Some("surname"));
        let nested =
            json!({ "type": "AchievementSubject", "result": [{ "type": ["Result"] }, { "type": ["Result"], "grade": "A" }] });
        assert_eq!(unknown(&nested).as_deref(), Some("result[1].grade"));
        assert_eq!(unknown(&json!({ "type": ["Result", "Medal"] })).as_deref(), Some("type"));
        assert_eq!(unknown(&json!({ "type": [7] })).as_deref(), Some("type"));
        assert_eq!(unknown(&json!({ "name": { "@value": "x" } })).as_deref(), Some("name.@value"));
        assert_eq!(unknown(&json!({ "@context": "https://example.com", "type": ["Profile"] })).as_deref(), Some("@context"));
    }
}
