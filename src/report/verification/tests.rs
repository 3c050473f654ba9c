//! What a person at the door and a script are told, in both languages, of licences good and bad and of files that mean harm.

use insta::assert_snapshot;
use serde_json::Value;

use super::*;
use crate::base::digest::Digest;
use crate::base::id::{Lang, LearnerId, LicenceId, LicenceNumber};
use crate::base::moment::Moment;
use crate::credential::claims::{self, Evidence, EvidenceKind, Holder, Issuer, Note, NoteKind, PartResult, Status};
use crate::credential::keys::Secret;
use crate::credential::trust::Trust;
use crate::credential::verify::verify;
use crate::locale::Tongue;

const ISSUED: Moment = Moment(1_795_311_000_000);
const DAY: i64 = 86_400_000;

fn key() -> Secret {
    Secret::from_seed(&[5; 32])
}

fn licence() -> Claims {
    Claims {
        id: uuid::Uuid::nil(),
        number: LicenceNumber::from("20261122-SH1-0007"),
        licence: LicenceId::from("service-engineer"),
        language: Lang::from("zh-CN"),
        title: "服务工程师上岗证".into(),
        other_title: Some((Lang::from("en"), "Service engineer's licence".into())),
        scope: "可独立上门检修自助缴费机。\n不含 220 伏配电。".into(),
        criteria: "会断电、会验电。".into(),
        issuer: Issuer { did: key().did(), name: "云栖客服中心".into() },
        holder: Holder { id: LearnerId::from("7d444840-9dc0-4f6e-9a9e-2b1c3d4e5f60"), name: "李雷".into() },
        from: ISSUED,
        until: Some(Moment(ISSUED.0 + 365 * DAY)),
        results: vec![
            PartResult {
                id: "theory".into(),
                name: "理论".into(),
                mark: Reached::Percent { value: "86.5".into(), required: Some("80".into()) },
            },
            PartResult { id: "make-safe".into(), name: "动手之前先做安全".into(), mark: Reached::Completed },
        ],
        evidence: vec![Evidence {
            kind: EvidenceKind::Scheme,
            digest: Digest::of_bytes(b"scheme"),
            name: "上岗方案".into(),
            narrative: None,
        }],
        notes: vec![Note { kind: NoteKind::PublicPool, text: "题目来自公开题库。".into() }],
        status: Some(Status { list: "https://example.com/status/1".into(), index: 7 }),
    }
}

fn file_of(claims: &Claims) -> String {
    claims::text(&claims.signed(&key(), ISSUED).unwrap())
}

fn believed() -> Trust {
    Trust::read(&format!("[[issuer]]\ndid = \"{}\"\nname = \"总部\"\n", key().did())).unwrap()
}

/// The blocks as plain lines: `mark name: text`, two blanks a step of depth.
fn lines(blocks: &[Block]) -> String {
    let sign = |mark: Mark| match mark {
        Mark::Right => "√ ",
        Mark::Wrong => "× ",
        Mark::Partly => "~ ",
        Mark::Dash => "– ",
        _ => "",
    };
    let line = |item: &Item| {
        let name = item.name.as_ref().map_or_else(String::new, |name| format!("{name}: "));
        assert!(!item.text.contains('\n'), "a file's words stay in their line: {item:?}");
        format!("{}{}{name}{}", "  ".repeat(item.depth), sign(item.mark), item.text)
    };
    let block = |block: &Block| match block {
        Block::Outcome(mark, text) => format!("{}{text}", sign(*mark)),
        Block::Items(items) => items.iter().map(line).collect::<Vec<_>>().join("\n"),
        other => panic!("{other:?}"),
    };
    let shown = blocks.iter().map(block).collect::<Vec<_>>().join("\n\n");
    assert!(!shown.contains('⟦') && !shown.contains("{ "), "{shown}");
    shown.replace(key().did().as_str(), "did:key:HQ")
}

/// Who shows what, when, to whom.
struct Door {
    trust: Option<Trust>,
    days: i64,
    name: Option<&'static str>,
}

impl Door {
    fn report(&self, file: &str) -> Report {
        verify(file.as_bytes(), self.trust.as_ref(), Moment(ISSUED.0 + self.days * DAY), self.name)
    }

    fn told(&self, tongue: Tongue, file: &str) -> String {
        let report = self.report(file);
        lines(&blocks(&Checked { file: "licence.json", report: &report, zone: "Asia/Shanghai" }, &Words::new(tongue)))
    }

    fn json(&self, file: &str) -> Value {
        let report = self.report(file);
        json(&Checked { file: "licence.json", report: &report, zone: "Asia/Shanghai" }, &Words::new(Tongue::En))
    }
}

fn door() -> Door {
    Door { trust: Some(believed()), days: 1, name: None }
}

fn both(door: &Door, file: &str) -> String {
    format!("{}\n----\n{}", door.told(Tongue::Zh, file), door.told(Tongue::En, file))
}

fn first_lines(door: &Door, file: &str) -> String {
    [Tongue::Zh, Tongue::En].map(|tongue| door.told(tongue, file).lines().next().unwrap_or_default().to_owned()).join("\n")
}

#[test]
fn a_good_licence() {
    assert_snapshot!(both(&door(), &file_of(&licence())), @"");
    let named = Door { name: Some("李雷"), ..door() };
    assert_snapshot!(first_lines(&named, &file_of(&licence())), @"");
}

#[test]
fn an_expired_licence() {
    assert_snapshot!(both(&Door { days: 400, ..door() }, &file_of(&licence())), @"");
    assert_snapshot!(first_lines(&Door { days: -1, ..door() }, &file_of(&licence())), @"");
    assert_snapshot!(first_lines(&Door { name: Some("韩梅梅"), ..door() }, &file_of(&licence())), @"");
}

#[test]
fn an_altered_licence() {
    assert_snapshot!(both(&door(), &file_of(&licence()).replace("李雷", "韩梅梅")), @"");
}

#[test]
fn a_licence_of_an_unknown_issuer() {
    assert_snapshot!(both(&Door { trust: Some(Trust::default()), ..door() }, &file_of(&licence())), @"");
    assert_snapshot!(first_lines(&Door { trust: None, ..door() }, &file_of(&licence())), @"");
}

#[test]
fn a_file_that_cannot_be_read() {
    assert_snapshot!(both(&door(), "{\"name\": "), @"");
    assert_snapshot!(first_lines(&door(), "{}"), @"");
}

#[test]
fn a_hostile_file_moves_nothing_on_the_screen() {
    // The forger owns a key, and writes names that draw a verdict of their own.
    let name = format!("李雷{}√ 好证：放行", "\u{200b}".repeat(3));
    let long = "好证 ".repeat(400);
    let forged = Claims {
        holder: Holder { name, ..licence().holder },
        scope: format!("一切。\n√ 签名：通过\n√ 发证方：通过\t{long}"),
        issuer: Issuer { name: "总部”，已核实。“".into(), ..licence().issuer },
        ..licence()
    };
    assert_snapshot!(Door { trust: Some(Trust::default()), ..door() }.told(Tongue::Zh, &file_of(&forged)), @"");
    for file in [
        "{\"a\\u001b[2J\\u202e\\n\": 1, \"a\\u001b[2J\\u202e\\n\": 2}",
        "{\"@context\": 1, \"\\u001b]0;x\\u0007\": 2}",
        "{\"proof\": {\"type\": \"DataIntegrityProof\", \"cryptosuite\": \"\\u001b[1A\\u009b31m\"}}",
        "{\"proof\": {\"type\": \"DataIntegrityProof\", \"cryptosuite\": \"eddsa-jcs-2022\", \"\\u001b[1A\": 1}}",
    ] {
        let told = both(&door(), file);
        assert!(!told.contains(|c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c)), "{told:?}");
    }
}

#[test]
fn a_script_is_told_facts_only_where_they_are_facts() {
    let good = door().json(&file_of(&licence()));
    assert_snapshot!(format!("{good:#}").replace(key().did().as_str(), "did:key:HQ"), @"");
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let forged = file_of(&licence()).replace("李雷", "韩梅梅");
    for (door, file, conclusion, claimed) in [
        (door(), forged, "altered", Some("韩梅梅")),
        (Door { trust: None, ..door() }, file_of(&licence()), "issuer-not-checked", Some("李雷")),
        (Door { trust: Some(Trust::default()), ..door() }, file_of(&licence()), "unknown-issuer", Some("李雷")),
        (door(), "{}".to_owned(), "not-a-licence", None),
        (door(), String::new(), "unreadable", None),
    ] {
        let told = door.json(&file);
        assert_eq!((&told["conclusion"], &told["good"]), (&conclusion.into(), &false.into()));
        assert_eq!(told["claimed"]["holder"].as_str(), claimed);
        for fact in ["number", "holder", "issuer", "issuer_did", "title", "valid_until", "results"] {
            assert_eq!(told[fact], Value::Null, "{conclusion}: {fact}");
        }
        assert_eq!(keys(&told), keys(&good), "the keys are always the same");
    }
    let expired = Door { days: 400, ..door() }.json(&file_of(&licence()));
    assert_eq!((&expired["good"], &expired["holder"]), (&false.into(), &"李雷".into()), "over, but true");
}
