//! The W3C's example to the byte, and that nothing is dropped, reordered or left to take forever.

use super::*;
use crate::base::digest::Digest;
use crate::credential::claims::tests::licence;

/// The W3C's example for the suite (vc-di-eddsa, TestVectors/eddsa-rdfc-2022), in the words of our list and two of its own.
const DOCUMENT: &str = r#"{
  "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
  "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
  "type": ["VerifiableCredential", "AlumniCredential"],
  "name": "Alumni Credential",
  "description": "A minimum viable example of an Alumni Credential.",
  "issuer": "https://vc.example/issuers/5678",
  "validFrom": "2023-01-01T00:00:00Z",
  "credentialSubject": { "id": "did:example:abcdefgh", "alumniOf": "The School of Examples" }
}"#;
const OPTIONS: &str = r#"{
  "type": "DataIntegrityProof",
  "cryptosuite": "eddsa-rdfc-2022",
  "created": "2023-02-24T23:36:38Z",
  "verificationMethod": "https://vc.example/issuers/5678#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
  "proofPurpose": "assertionMethod",
  "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"]
}"#;
const HASHES: &str = "4c4d3890a157f8d611b13c265c2c22f39aa0a567c7c7dd9ba3e45cd579784eeb\
                      517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017";

/// What the W3C's own examples add: a namespace for every word that is not known.
fn examples(address: &str) -> Option<&'static [u8]> {
    match address {
        "https://www.w3.org/ns/credentials/examples/v2" => {
            Some(br#"{"@context":{"@vocab":"https://www.w3.org/ns/credentials/examples#"}}"#)
        }
        other => known_context(other),
    }
}

#[test]
fn the_standard_s_example_comes_out_to_the_byte() {
    let hash = |text: &str| {
        let value: Value = serde_json::from_str(text).unwrap();
        Digest::of_bytes(quads(&value, examples).unwrap().as_bytes()).to_string()
    };
    assert_eq!(hash(OPTIONS) + &hash(DOCUMENT), HASHES);
}

#[test]
fn every_word_of_a_licence_has_a_meaning() {
    let document = licence().document().unwrap();
    let meant = of(&document).unwrap();
    let mut leaves = Vec::new();
    leaves_of(&document, &mut leaves);
    assert!(leaves.len() > 60, "{leaves:?}");
    for (path, text) in leaves {
        let quoted = oxrdf::Literal::new_simple_literal(&text).to_string();
        let found = meant.contains(&quoted) || meant.contains(&format!("<{text}>"));
        assert!(found, "{path}: {text}\n{meant}");
    }
}

/// Each text of a document but types and contexts, with its path.
fn leaves_of(value: &Value, out: &mut Vec<(String, String)>) {
    fn walk(value: &Value, path: &str, out: &mut Vec<(String, String)>) {
        match value {
            Value::Object(object) => {
                let ours = object.iter().filter(|(key, _)| !matches!(key.as_str(), "type" | "@context"));
                ours.for_each(|(key, value)| walk(value, &format!("{path}/{key}"), out));
            }
            Value::Array(items) => items.iter().for_each(|item| walk(item, path, out)),
            Value::String(text) => out.push((path.to_owned(), text.clone())),
            other => out.push((path.to_owned(), other.to_string())),
        }
    }
    walk(value, "", out);
}

#[test]
fn what_could_be_lost_or_take_forever_has_no_meaning() {
    let with = |place: &str, value: Value| {
        let mut document = licence().document().unwrap();
        let (above, key) = place.rsplit_once('/').unwrap();
        document.pointer_mut(above).unwrap()[key] = value;
        of(&document)
    };
    assert!(with("/name", "x".into()).is_some());
    assert_eq!(with("/surname", "x".into()), None, "a word of no context");
    assert_eq!(with("/genre", "x".into()), None, "a word of another type");
    assert_eq!(with("/issuer/@context", json!({})), None, "a context within");
    assert_eq!(with("/@context", json!(["https://example.com/"])), None, "a context from elsewhere");
    assert_eq!(with("/evidence", "_:a".into()), None, "a thing by a passing name");
    assert_eq!(with("/credentialSubject/id", "_:a".into()), None);
    let nested = json!({ "type": ["Achievement"], "criteria": { "narrative": "x" } });
    assert_eq!(with("/credentialSubject/achievement", nested), None, "nameless in nameless");
}

#[test]
fn a_list_turned_around_means_the_same() {
    let mut document = licence().document().unwrap();
    let before = of(&document);
    document["evidence"].as_array_mut().unwrap().rotate_left(1);
    assert_eq!(of(&document), before, "which is why this proof alone is not enough");
}
