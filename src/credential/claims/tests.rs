//! A licence is read back as it was written, and nothing that no licence may say is written or read.

use proptest::prelude::*;

use super::*;
use crate::base::digest::Digest;
use crate::base::id::LearnerId;
use crate::credential::{Fault, Misshapen};

fn key() -> Secret {
    Secret::from_seed(&[5; 32])
}

/// A licence with everything in it.
pub(in crate::credential) fn licence() -> Claims {
    Claims {
        id: Uuid::parse_str("0192a3b4-c5d6-7e8f-9a0b-1c2d3e4f5a6b").unwrap(),
        number: LicenceNumber::from("VA-2026-0007"),
        licence: LicenceId::from("voice-agent"),
        language: Lang::from("zh-CN"),
        title: "语音客服上岗证".into(),
        other_title: Some((Lang::from("en"), "Voice agent licence".into())),
        scope: "可独立接听咨询与投诉来电。".into(),
        criteria: "能在三声内接听、先倾听再复述。\n\n由理论考试与情景对练得出。".into(),
        issuer: Issuer { did: key().did(), name: "云栖客服中心".into() },
        holder: Holder { id: LearnerId::from("7d444840-9dc0-4f6e-9a9e-2b1c3d4e5f60"), name: Name::Plain("李雷".into()) },
        from: Moment(1_795_311_000_000),
        until: Some(Moment(1_826_847_000_000)),
        areas: vec![Area { syllabus: "hotline".into(), name: "热线".into(), extent: "7 个目标中的 5 个".into() }],
        results: vec![
            PartResult {
                id: "theory".into(),
                name: "理论".into(),
                mark: Mark::Percent { value: "86.5".into(), required: Some("80".into()) },
            },
            PartResult {
                id: "roleplay".into(),
                name: "情景对练".into(),
                mark: Mark::Percent { value: "91".into(), required: None },
            },
            PartResult { id: "pledge".into(), name: "信息安全承诺".into(), mark: Mark::Completed },
        ],
        evidence: vec![
            Evidence {
                kind: EvidenceKind::Scheme,
                digest: Digest::of_bytes(b"scheme"),
                name: "上岗方案".into(),
                narrative: Some("第 3 版".into()),
            },
            Evidence { kind: EvidenceKind::Content, digest: Digest::of_bytes(b"bank"), name: "题库".into(), narrative: None },
            Evidence {
                kind: EvidenceKind::Attempt,
                digest: Digest::of_bytes(b"closed"),
                name: "理论考试".into(),
                narrative: None,
            },
            Evidence { kind: EvidenceKind::Act, digest: Digest::of_bytes(b"admitted"), name: "准考".into(), narrative: None },
        ],
        notes: vec![
            Note { kind: NoteKind::Unsupervised, text: "考试无人监考。".into() },
            Note { kind: NoteKind::PublicPool, text: "题目来自公开题库。".into() },
        ],
        status: Some(Status {
            revocation: "https://example.com/status/1".into(),
            suspension: Some("https://example.com/status/2".into()),
            index: 7,
        }),
        short: None,
    }
}

/// A licence with as little as may be.
fn bare() -> Claims {
    Claims {
        other_title: None,
        until: None,
        areas: vec![],
        results: vec![],
        evidence: vec![],
        notes: vec![],
        status: None,
        ..licence()
    }
}

#[test]
fn a_licence_is_read_back_as_it_was_written() {
    let old = licence().status.map(|status| Status { suspension: None, ..status });
    let hidden = Holder { name: Name::hashed("李雷", "5f".repeat(16)), ..licence().holder };
    for claims in [licence(), bare(), Claims { status: old, ..licence() }, Claims { holder: hidden, ..licence() }] {
        let signed = claims.signed(&key(), Moment(1_795_311_000_000)).unwrap();
        let text = text(&signed);
        assert!(text.ends_with("}\n") && !text.contains("null") && !text.contains("[]"), "{text}");
        assert_eq!(Claims::read(&json::read(text.as_bytes()).unwrap()), Ok(claims));
    }
}

/// What is said against a document that was changed at one place.
fn after(place: &str, value: Value) -> (String, Fault) {
    let mut document = licence().document().unwrap();
    let (above, key) = place.rsplit_once('/').unwrap();
    match document.pointer_mut(above).unwrap() {
        Value::Object(map) if value.is_null() => drop(map.remove(key)),
        Value::Object(map) => drop(map.insert(key.to_owned(), value)),
        Value::Array(items) if key == "-" => items.push(value),
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
        _ => unreachable!("only these hold others"),
    }
    let Misshapen { path, fault } = Claims::read(&document).unwrap_err();
    (path, fault)
}

#[test]
fn what_is_no_licence_says_where() {
    use Fault::{Hidden, Missing, Unknown, Wrong};
    let context = json!([CONTEXTS[0], CONTEXTS[1], "https://example.com/more"]);
    let cases = [
        ("/@context", context, "@context", Wrong),
        ("/type", json!(["VerifiableCredential"]), "type", Wrong),
        ("/type", Value::Null, "type", Missing),
        ("/id", "urn:uuid:1".into(), "id", Wrong),
        ("/name", Value::Null, "name", Missing),
        ("/name", " ".into(), "name", Wrong),
        ("/name", "客服\u{202e}证".into(), "name", Hidden),
        ("/name", "another title".into(), "credentialSubject.achievement.name", Wrong),
        ("/issuer", licence().issuer.did.as_str().into(), "issuer.id", Missing),
        ("/issuer/id", "did:web:example.com".into(), "issuer.id", Wrong),
        ("/issuer/url", "https://example.com".into(), "issuer.url", Unknown),
        ("/issuer/description", "trusted by all".into(), "issuer.description", Unknown),
        ("/image", "x".into(), "image", Unknown),
        ("/validFrom", "2026-11-22".into(), "validFrom", Wrong),
        ("/validUntil", "2026-11-22T01:30:00Z".into(), "validUntil", Wrong),
        ("/validUntil", "2027-11-22T09:30:00+08:00".into(), "validUntil", Wrong),
        ("/credentialSubject", json!([]), "credentialSubject.achievement", Missing),
        ("/credentialSubject/identifier/0/hashed", true.into(), "credentialSubject.identifier[0].identityHash", Wrong),
        ("/credentialSubject/identifier/0/hashed", "no".into(), "credentialSubject.identifier[0].hashed", Wrong),
        ("/credentialSubject/identifier/0/salt", "00".into(), "credentialSubject.identifier[0].salt", Unknown),
        (
            "/credentialSubject/achievement/alignment/0/targetCode",
            "a b".into(),
            "credentialSubject.achievement.alignment[0].targetCode",
            Wrong,
        ),
        ("/credentialSubject/identifier/-", json!({}), "credentialSubject.identifier[1]", Unknown),
        ("/credentialSubject/identifier/0/identityHash", "李\n雷".into(), "credentialSubject.identifier[0].identityHash", Hidden),
        ("/credentialSubject/result/0/value", "101".into(), "credentialSubject.result[0].value", Wrong),
        ("/credentialSubject/result/0/value", "+5".into(), "credentialSubject.result[0].value", Wrong),
        ("/credentialSubject/result/2/status", "Failed".into(), "credentialSubject.result[2].status", Wrong),
        ("/credentialSubject/result/-", json!({ "type": ["Result"] }), "credentialSubject.result[3]", Unknown),
        ("/credentialSubject/achievement/inLanguage", "中文".into(), "credentialSubject.achievement.inLanguage", Wrong),
        (
            "/credentialSubject/achievement/achievementType",
            "Degree".into(),
            "credentialSubject.achievement.achievementType",
            Wrong,
        ),
        ("/evidence/0/genre", "hearsay".into(), "evidence[0].genre", Wrong),
        ("/evidence/0/id", "urn:sha256:00".into(), "evidence[0].id", Wrong),
        ("/evidence/4/name", "x".into(), "evidence[4].name", Unknown),
        ("/evidence/4/audience", "x".into(), "evidence[4].audience", Unknown),
        ("/credentialStatus/0/statusPurpose", "suspension".into(), "credentialStatus[0].statusPurpose", Wrong),
        ("/credentialStatus/0/statusListIndex", "07".into(), "credentialStatus[0].statusListIndex", Wrong),
    ];
    for (place, value, path, fault) in cases {
        assert_eq!(after(place, value.clone()), (path.to_owned(), fault), "{place} = {value}");
    }
    for other in [json!(null), json!([]), json!("x"), json!({})] {
        assert!(Claims::read(&other).is_err());
    }
}

#[test]
fn every_language_tag_of_open_badges_is_known() {
    for (tag, good) in [
        ("zh", true),
        ("zh-CN", true),
        ("zh-Hant-TW", true),
        ("es-419", true),
        ("en-us", false),
        ("z", false),
        ("zh-Hant-TW-x", false),
        ("", false),
        ("zh-é1", false),
        ("zh-éab", false),
    ] {
        let claims = Claims { language: Lang::from(tag), ..bare() };
        assert_eq!(claims.document().is_ok(), good, "{tag}");
    }
}

#[test]
fn what_would_not_be_read_is_not_issued() {
    let refused = |claims: Claims| claims.signed(&key(), Moment(0)).unwrap_err();
    let part = |path: &str| Unfit::Part(path.to_owned());
    assert_eq!(refused(Claims { title: String::new(), ..licence() }), part("name"));
    assert_eq!(refused(Claims { scope: "\u{7}".into(), ..licence() }), part("credentialSubject.achievement.description"));
    assert_eq!(refused(Claims { until: Some(licence().from), ..licence() }), part("validUntil"));
    assert_eq!(refused(Claims { from: Moment(i64::MIN), ..licence() }), part("validFrom"));
    assert_eq!(refused(Claims { number: LicenceNumber::from(""), ..licence() }), part("credentialSubject.licenseNumber"));
    assert_eq!(refused(Claims { licence: LicenceId::from("a:b c"), ..licence() }), part("credentialSubject.achievement.id"));
    let twice = [&licence().results[..], &licence().results[..1]].concat();
    let path = "credentialSubject.achievement.resultDescription[3].id";
    assert_eq!(refused(Claims { results: twice, ..licence() }), part(path));
    assert!(Claims { criteria: "一\t二\n三".into(), ..licence() }.document().is_ok());
    let holder = Holder { id: LearnerId::from("someone"), ..licence().holder };
    assert_eq!(refused(Claims { holder, ..licence() }), part("credentialSubject.id"));
    for list in ["status.json", "https://example.com/a b", "https://example.com/#1", "file:", "HTTP://x"] {
        let status = Some(Status { revocation: list.into(), suspension: None, index: 1 });
        assert_eq!(refused(Claims { status, ..licence() }), part("credentialStatus.statusListCredential"), "{list}");
    }
    let stranger = Secret::from_seed(&[6; 32]);
    assert_eq!(licence().signed(&stranger, Moment(0)), Err(Unfit::Unsigned(NotSigned::OtherIssuer)));
    assert_eq!(refused(Claims { criteria: "长".repeat(400_000), ..licence() }), Unfit::TooLarge);
}

proptest! {
    #[test]
    fn what_is_issued_is_read_back(
        name in any::<String>(), scope in any::<String>(), part in "[a-z0-9-]{1,5}", value in "[0-9]{1,3}(\\.[0-9]{1,4})?",
        from in -62_167_219_200_000_i64..253_402_300_000_000, days in 0_i64..4000, index in any::<u64>(),
    ) {
        let mut claims = licence();
        claims.holder.name = Name::Plain(name);
        claims.scope = scope;
        claims.from = Moment(from);
        claims.until = Some(Moment(from + days * 86_400_000));
        claims.results[0] = PartResult { id: part, name: "x".into(), mark: Mark::Percent { value, required: None } };
        claims.status = Some(Status { revocation: "https://example.com/status".into(), suspension: None, index });
        // Either it is refused, or it says just this to whoever reads it.
        if let Ok(document) = claims.signed(&key(), Moment(from)) {
            let text = text(&document);
            prop_assert_eq!(Claims::read(&json::read(text.as_bytes()).unwrap()), Ok(claims));
        }
    }
}
