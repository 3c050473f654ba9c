//! The words a licence may use: terms of its contexts, what each stands for, and no others.
//!
//! A suite that signs the meaning (`eddsa-rdfc-2022`) drops a key that no context defines: it would be shown and not be signed. So no
//! other key is ever written, and a document with one is neither read as a licence nor signed. This is the one list: the context that
//! `meaning` works with is made of it, so a new key in `claims` comes in here first, after a look into the two real contexts (which
//! term is defined within which type, as what). That the list says what they say is checked by other people's programs
//! (`tests/verifiers.rs`).

use serde_json::{Map, Value, json};

/// A term: the key, the address it stands for, and what its values are.
struct Term(&'static str, &'static str, Kind);

/// What the values of a term are.
enum Kind {
    /// Texts or objects.
    Plain,
    /// Names of things: texts here are addresses.
    Name,
    /// Texts of a kind of their own: the address of that kind.
    Of(&'static str),
    /// One of these words, each with its address.
    Word(&'static [(&'static str, &'static str)]),
}

/// A type: its name, the address it stands for, and what is defined within it only.
struct Type(&'static str, &'static str, &'static [Term]);

use Kind::{Name, Of, Plain, Word};

macro_rules! vc {
    ($rest:literal) => {
        concat!("https://www.w3.org/2018/credentials#", $rest)
    };
}
macro_rules! status {
    ($rest:literal) => {
        concat!("https://www.w3.org/ns/credentials/status#", $rest)
    };
}
macro_rules! security {
    ($rest:literal) => {
        concat!("https://w3id.org/security#", $rest)
    };
}
macro_rules! ob {
    ($rest:literal) => {
        concat!("https://purl.imsglobal.org/spec/vc/ob/vocab.html#", $rest)
    };
}
macro_rules! schema {
    ($rest:literal) => {
        concat!("https://schema.org/", $rest)
    };
}
/// Open Badges writes the kinds of XML Schema with `https`, which other people's kinds are not.
macro_rules! ob_kind {
    ($rest:literal) => {
        concat!("https://www.w3.org/2001/XMLSchema#", $rest)
    };
}

/// A moment, as the W3C's contexts have it.
const MOMENT: Kind = Of("http://www.w3.org/2001/XMLSchema#dateTime");

/// Defined in every object, beside `id` and `type`.
const EVERYWHERE: &[Term] = &[
    Term("name", schema!("name"), Plain),
    Term("description", schema!("description"), Plain),
    Term("narrative", ob!("narrative"), Plain),
    Term("inLanguage", schema!("inLanguage"), Plain),
];

const TYPES: &[Type] = &[
    Type(
        "VerifiableCredential",
        vc!("VerifiableCredential"),
        &[
            Term("issuer", vc!("issuer"), Name),
            Term("validFrom", vc!("validFrom"), MOMENT),
            Term("validUntil", vc!("validUntil"), MOMENT),
            Term("credentialSubject", vc!("credentialSubject"), Name),
            Term("evidence", vc!("evidence"), Name),
            Term("credentialStatus", vc!("credentialStatus"), Name),
        ],
    ),
    Type("OpenBadgeCredential", ob!("OpenBadgeCredential"), &[]),
    Type("Profile", ob!("Profile"), &[]),
    Type(
        "AchievementSubject",
        ob!("AchievementSubject"),
        &[
            Term("identifier", ob!("identifier"), Plain),
            Term("licenseNumber", ob!("licenseNumber"), Plain),
            Term("achievement", ob!("achievement"), Plain),
            Term("result", ob!("result"), Plain),
        ],
    ),
    Type(
        "IdentityObject",
        ob!("IdentityObject"),
        &[
            Term("hashed", ob!("hashed"), Of(ob_kind!("boolean"))),
            Term("identityHash", ob!("identityHash"), Plain),
            Term("identityType", ob!("identityType"), Plain),
            Term("salt", ob!("salt"), Plain),
        ],
    ),
    Type(
        "Achievement",
        ob!("Achievement"),
        &[
            Term("achievementType", ob!("achievementType"), Plain),
            Term("alignment", ob!("alignment"), Plain),
            Term("criteria", ob!("Criteria"), Name),
            Term("related", ob!("related"), Plain),
            Term("resultDescription", ob!("resultDescription"), Plain),
        ],
    ),
    Type(
        "Alignment",
        schema!("AlignmentObject"),
        &[
            Term("targetCode", ob!("targetCode"), Plain),
            Term("targetDescription", schema!("targetDescription"), Plain),
            Term("targetFramework", schema!("targetFramework"), Plain),
            Term("targetName", schema!("targetName"), Plain),
            Term("targetUrl", schema!("targetUrl"), Of(ob_kind!("anyURI"))),
        ],
    ),
    Type("Related", ob!("Related"), &[]),
    Type(
        "ResultDescription",
        ob!("ResultDescription"),
        &[
            Term("resultType", ob!("resultType"), Plain),
            Term("requiredValue", ob!("requiredValue"), Plain),
            Term("valueMin", ob!("valueMin"), Plain),
            Term("valueMax", ob!("valueMax"), Plain),
        ],
    ),
    Type(
        "Result",
        ob!("Result"),
        &[
            Term("resultDescription", ob!("resultDescription"), Of(ob_kind!("anyURI"))),
            Term("value", schema!("value"), Plain),
            Term("status", ob!("status"), Plain),
        ],
    ),
    Type("Evidence", ob!("Evidence"), &[Term("genre", schema!("genre"), Plain)]),
    Type(
        "BitstringStatusListEntry",
        status!("BitstringStatusListEntry"),
        &[
            Term("statusPurpose", status!("statusPurpose"), Plain),
            Term("statusListIndex", status!("statusListIndex"), Plain),
            Term("statusListCredential", status!("statusListCredential"), Name),
        ],
    ),
    Type("BitstringStatusListCredential", status!("BitstringStatusListCredential"), &[]),
    Type(
        "BitstringStatusList",
        status!("BitstringStatusList"),
        &[
            Term("statusPurpose", status!("statusPurpose"), Plain),
            Term("encodedList", status!("encodedList"), Of(security!("multibase"))),
        ],
    ),
];

/// What stands in a proof: not for documents (`proof` has the list of what may stand there), but a proof's own words are signed too.
const PROOF: Type = Type(
    "DataIntegrityProof",
    security!("DataIntegrityProof"),
    &[
        Term("created", "http://purl.org/dc/terms/created", MOMENT),
        Term("cryptosuite", security!("cryptosuite"), Of(security!("cryptosuiteString"))),
        Term("proofPurpose", security!("proofPurpose"), Word(&[("assertionMethod", security!("assertionMethod"))])),
        Term("verificationMethod", security!("verificationMethod"), Name),
    ],
);

/// The list as a JSON-LD context.
pub(super) fn context() -> Value {
    let mut out = Map::new();
    out.insert("id".to_owned(), "@id".into());
    out.insert("type".to_owned(), "@type".into());
    out.extend(EVERYWHERE.iter().map(Term::defined));
    out.extend(TYPES.iter().chain([&PROOF]).map(Type::defined));
    json!({ "@context": out })
}

impl Term {
    fn defined(&self) -> (String, Value) {
        let Self(key, address, kind) = self;
        let value = match kind {
            Plain => json!({ "@id": address }),
            Name => json!({ "@id": address, "@type": "@id" }),
            Of(kind) => json!({ "@id": address, "@type": kind }),
            Word(words) => {
                let words: Map<String, Value> = words.iter().map(|(word, is)| ((*word).to_owned(), (*is).into())).collect();
                json!({ "@id": address, "@type": "@vocab", "@context": words })
            }
        };
        ((*key).to_owned(), value)
    }
}

impl Type {
    fn defined(&self) -> (String, Value) {
        let Self(key, address, terms) = self;
        let within: Map<String, Value> = terms.iter().map(Term::defined).collect();
        ((*key).to_owned(), json!({ "@id": address, "@context": within }))
    }
}

/// What JSON-LD itself and a proof need, where a credential begins.
const FRAME: &[&str] = &["@context", "proof"];

/// The path of the first key or type that is not on the list. Proofs are not looked into: `proof` has a list of its own.
pub(super) fn unknown(document: &Value) -> Option<String> {
    walk(document, "")
}

fn walk(value: &Value, path: &str) -> Option<String> {
    match value {
        Value::Object(object) => {
            let types = types(object.get("type"));
            let within = |name: &str| TYPES.iter().find(|t| t.0 == name);
            if types.iter().any(|name| within(name).is_none()) {
                return Some(step(path, "type"));
            }
            let defined =
                |key: &str| types.iter().filter_map(|t| within(t)).flat_map(|t| t.2).chain(EVERYWHERE).any(|t| t.0 == key);
            let frame = |key: &str| path.is_empty() && types.contains(&"VerifiableCredential") && FRAME.contains(&key);
            object.iter().find_map(|(key, value)| match key.as_str() {
                "type" => None,
                key if frame(key) => None,
                key if key == "id" || defined(key) => walk(value, &step(path, key)),
                _ => Some(step(path, key)),
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
