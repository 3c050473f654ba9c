//! What a person at the door and a script are told, in both languages, of licences good and bad and of files that mean harm.

use serde_json::Value;

use super::*;
use crate::base::digest::Digest;
use crate::base::id::{Lang, LearnerId, LicenceId, LicenceNumber};
use crate::base::moment::Moment;
use crate::credential::claims::{self, Area, Evidence, EvidenceKind, Holder, Issuer, Name, Note, NoteKind, PartResult, Status};
use crate::credential::json::Unreadable;
use crate::credential::keys::Secret;
use crate::credential::trust::Trust;
use crate::credential::verify::{Failed, NotChecked, verify};
use crate::credential::{Fault, Misshapen};
use crate::locale::Tongue;

mod doors;
mod reasons;
mod scripts;

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
        holder: Holder { id: LearnerId::from("7d444840-9dc0-4f6e-9a9e-2b1c3d4e5f60"), name: Name::Plain("李雷".into()) },
        from: ISSUED,
        until: Some(Moment(ISSUED.0 + 365 * DAY)),
        areas: vec![Area { syllabus: "hotline".into(), name: "热线".into(), extent: "7 个目标中的 5 个".into() }],
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
        status: Some(Status {
            revocation: "https://example.com/status/1".into(),
            suspension: Some("https://example.com/status/2".into()),
            index: 7,
        }),
        short: None,
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
        Block::Text(text) => text.clone(),
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

/// What to do about it, and the verdict.
fn last_lines(door: &Door, file: &str) -> String {
    let last = |text: String| text.split("\n\n").skip(2).collect::<Vec<_>>().join(" | ");
    [Tongue::Zh, Tongue::En].map(|tongue| last(door.told(tongue, file))).join("\n")
}
