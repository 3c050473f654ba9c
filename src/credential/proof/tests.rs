//! Signing and checking: the W3C's example to the byte, and each way a proof can be none. That no change of a licence passes is
//! looked at where one is issued, in `tests/cli/issue/laws.rs`.

use proptest::prelude::*;

use super::*;
use crate::base::digest::canonical;
use crate::credential::json;

/// The W3C's example for the suite (vc-di-eddsa, TestVectors/eddsa-jcs-2022 and keyPair.json).
const SECRET: &str = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq";
const SIGNED: &str = r#"{
  "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
  "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
  "type": ["VerifiableCredential", "AlumniCredential"],
  "name": "Alumni Credential",
  "description": "A minimum viable example of an Alumni Credential.",
  "issuer": "https://vc.example/issuers/5678",
  "validFrom": "2023-01-01T00:00:00Z",
  "credentialSubject": { "id": "did:example:abcdefgh", "alumniOf": "The School of Examples" },
  "proof": [{
    "type": "DataIntegrityProof",
    "cryptosuite": "eddsa-jcs-2022",
    "created": "2023-02-24T23:36:38Z",
    "verificationMethod": "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
    "proofPurpose": "assertionMethod",
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
    "proofValue": "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"
  }]
}"#;
const CANONICAL: &str = r#"{"@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"],"credentialSubject":{"alumniOf":"The School of Examples","id":"did:example:abcdefgh"},"description":"A minimum viable example of an Alumni Credential.","id":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33","issuer":"https://vc.example/issuers/5678","name":"Alumni Credential","type":["VerifiableCredential","AlumniCredential"],"validFrom":"2023-01-01T00:00:00Z"}"#;
const CANONICAL_OPTIONS: &str = r#"{"@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"],"created":"2023-02-24T23:36:38Z","cryptosuite":"eddsa-jcs-2022","proofPurpose":"assertionMethod","type":"DataIntegrityProof","verificationMethod":"did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"}"#;
const HASHES: &str = "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db\
                      59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19";
const SIGNATURE: &str = "407cd12654b33d718ecbb99179a1506daaa849450bf3fc523cce3e1c96f8b803\
                         51da3f253d725c6f00b07c9e5448d50b3ef78012b9ab54255116d069c6dd2808";
const CREATED: Moment = Moment(1_677_281_798_000);

const JCS: Suite = Suite::EddsaJcs2022;

fn w3c() -> Secret {
    // 0x1300 as a varint (ed25519-priv), then the seed.
    let bytes = bs58::decode(&SECRET[1..]).into_vec().unwrap();
    Secret::from_seed(bytes.strip_prefix(&[0x80, 0x26]).unwrap().try_into().unwrap())
}

fn example() -> Value {
    json::read(SIGNED.as_bytes()).unwrap()
}

/// The example with its signer for its issuer, signed again here.
fn own() -> Value {
    let mut document = example();
    document.as_object_mut().unwrap().remove("proof");
    document["issuer"] = w3c().did().as_str().into();
    sign_by(JCS, &mut document, &w3c(), CREATED).unwrap();
    document
}

#[test]
fn the_standard_s_example_comes_out_to_the_byte() {
    let document = example();
    let bare = bare(document.as_object().unwrap());
    let mut options = document["proof"][0].clone();
    let value = options.as_object_mut().unwrap().remove("proofValue").unwrap();
    assert_eq!(String::from_utf8(canonical(&bare)).unwrap(), CANONICAL);
    assert_eq!(String::from_utf8(canonical(&options)).unwrap(), CANONICAL_OPTIONS);
    let bytes = Suite::EddsaJcs2022.bytes(&bare, &options).unwrap();
    assert_eq!(hex::encode(&bytes), HASHES);
    assert_eq!(w3c().sign(&bytes), value.as_str().unwrap());
    assert_eq!(hex::encode(signature_bytes(value.as_str().unwrap()).unwrap()), SIGNATURE);
    // The example names a web address as its issuer, which no key proves to be the signer's.
    assert_eq!(verify(&document), [Check::OtherSigner(w3c().did())]);
}

#[test]
fn signing_adds_to_the_list_and_keeps_what_is_there() {
    let mut document = own();
    assert_eq!(document["proof"].as_array().map(Vec::len), Some(1));
    let first = document["proof"][0].clone();
    sign_by(JCS, &mut document, &w3c(), Moment(CREATED.0 + 1000)).unwrap();
    assert_eq!(document["proof"][0], first);
    assert_eq!(verify(&document), [Check::Good(JCS, w3c().did()), Check::Again("eddsa-jcs-2022".into())], "an issuer signs once");
    document["proof"] = first;
    assert_eq!(verify(&document), [Check::Malformed("proof".into())], "also a proof alone stands in a list");
}

#[test]
fn only_its_issuer_signs_a_document() {
    let stranger = Secret::from_seed(&[1; 32]);
    let mut document = own();
    let before = document.clone();
    assert_eq!(sign(&mut document, &stranger, CREATED), Err(NotSigned::OtherIssuer));
    assert_eq!(sign(&mut document, &w3c(), Moment(i64::MAX)), Err(NotSigned::Moment));
    assert_eq!(sign(&mut json!([]), &w3c(), CREATED), Err(NotSigned::NoDocument));
    assert_eq!(sign(&mut json!({ "issuer": w3c().did().as_str() }), &w3c(), CREATED), Err(NotSigned::NoDocument));
    assert_eq!(document, before);
    // A stranger who claims to be the issuer signs as such and is seen.
    document["issuer"] = stranger.did().as_str().into();
    sign_by(JCS, &mut document, &stranger, CREATED).unwrap();
    document["issuer"] = w3c().did().as_str().into();
    assert_eq!(verify(&document), [Check::Good(JCS, w3c().did()), Check::Altered(stranger.did())]);
}

#[test]
fn an_act_is_no_proof() {
    let mut document = own();
    let digest = Digest::of(&bare(document.as_object().unwrap()));
    document["proof"][0]["proofValue"] = crate::credential::acts::sign(&digest, &w3c()).into();
    assert_eq!(verify(&document), [Check::Altered(w3c().did())]);
}

#[test]
fn each_way_a_proof_can_be_none_is_named() {
    let with = |key: &str, value: Value| {
        let mut document = own();
        let proof = document["proof"][0].as_object_mut().unwrap();
        if value.is_null() {
            proof.remove(key)
        } else {
            proof.insert(key.to_owned(), value)
        };
        verify(&document).remove(0)
    };
    let malformed = |part: &str| Check::Malformed(part.to_owned());
    for key in ["type", "cryptosuite", "verificationMethod", "proofPurpose", "proofValue"] {
        assert_eq!(with(key, Value::Null), malformed(key), "without {key}");
        assert_eq!(with(key, 7.into()), malformed(key), "{key} of another kind");
    }
    assert_eq!(with("cryptosuite", "eddsa-rdfc-2029".into()), Check::UnknownSuite("eddsa-rdfc-2029".into()));
    assert_eq!(with("cryptosuite", "eddsa-rdfc-2022".into()), malformed("@context"), "its proofs have none");
    assert_eq!(with("type", "Ed25519Signature2020".into()), Check::UnknownSuite("Ed25519Signature2020".into()));
    assert_eq!(with("type", "eddsa-jcs-2022".into()), Check::UnknownSuite("eddsa-jcs-2022".into()));
    assert_eq!(with("created", "yesterday".into()), malformed("created"));
    assert_eq!(with("proofPurpose", "authentication".into()), malformed("proofPurpose"));
    assert_eq!(with("@context", json!(["https://www.w3.org/ns/credentials/v2"])), malformed("@context"));
    for extra in ["expires", "previousProof", "domain", "nonce"] {
        assert_eq!(with(extra, "x".into()), malformed(extra), "what is not understood does not count");
    }
    let did = w3c().did();
    for method in [did.to_string(), format!("{did}#key-1"), format!("{did}#"), "did:web:example.com#a".into()] {
        assert_eq!(with("verificationMethod", method.as_str().into()), malformed("verificationMethod"), "{method}");
    }
    assert_eq!(with("@context", Value::Null), Check::Altered(did.clone()));
    assert_eq!(with("created", Value::Null), Check::Altered(did));

    let mut document = own();
    document["proof"] = json!(["x"]);
    assert_eq!(verify(&document), [malformed("proof")]);
    document["proof"] = vec![own()["proof"][0].clone(); MOST_PROOFS].into();
    assert_eq!(verify(&document).len(), MOST_PROOFS);
    document["proof"] = vec![own()["proof"][0].clone(); MOST_PROOFS + 1].into();
    assert_eq!(verify(&document), [malformed("proof")]);
    document["proof"] = json!([]);
    assert_eq!(verify(&document), []);
    assert_eq!(verify(&json!(1)), []);
}

proptest! {
    #[test]
    fn noise_is_never_a_proof(bytes in proptest::collection::vec(any::<u8>(), 64)) {
        let mut document = own();
        document["proof"][0]["proofValue"] = format!("z{}", bs58::encode(&bytes).into_string()).into();
        prop_assert_eq!(verify(&document), [Check::Altered(w3c().did())]);
    }
}

#[test]
fn a_document_of_other_words_is_not_signed() {
    let mut document = own();
    let before = document.clone();
    assert_eq!(sign(&mut document, &w3c(), CREATED), Err(NotSigned::Words), "its contexts are not ours");
    assert_eq!(document, before);
    document["@context"] = json!(crate::credential::claims::CONTEXTS);
    assert_eq!(sign(&mut document, &w3c(), CREATED), Err(NotSigned::Words), "nor its types");
}
