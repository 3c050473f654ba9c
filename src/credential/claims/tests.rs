use super::*;
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
        holder: Holder { id: LearnerId::from("7d444840-9dc0-4f6e-9a9e-2b1c3d4e5f60"), name: "李雷".into() },
        from: Moment(1_795_311_000_000),
        until: Some(Moment(1_826_847_000_000)),
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
        status: Some(Status { list: "https://example.com/status/1".into(), index: 7 }),
    }
}

/// A licence with as little as may be.
fn bare() -> Claims {
    Claims { other_title: None, until: None, results: vec![], evidence: vec![], notes: vec![], status: None, ..licence() }
}

#[test]
fn a_licence_is_read_back_as_it_was_written() {
    for claims in [licence(), bare()] {
        let signed = claims.signed(&key(), Moment(1_795_311_000_000)).unwrap();
        let text = text(&signed);
        assert!(text.ends_with("}\n") && !text.contains("null") && !text.contains("[]"), "{text}");
        assert_eq!(Claims::read(&json::read(text.as_bytes()).unwrap()), Ok(claims));
    }
}
