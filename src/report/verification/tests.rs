//! What a person at the door and a script are told, in both languages, of licences good and bad and of files that mean harm.

use insta::assert_snapshot;
use serde_json::Value;

use super::*;
use crate::base::digest::Digest;
use crate::base::id::{Lang, LearnerId, LicenceId, LicenceNumber};
use crate::base::moment::Moment;
use crate::credential::claims::{self, Evidence, EvidenceKind, Holder, Issuer, Note, NoteKind, PartResult, Status};
use crate::credential::json::Unreadable;
use crate::credential::keys::Secret;
use crate::credential::trust::Trust;
use crate::credential::verify::{Failed, NotChecked, verify};
use crate::credential::{Fault, Misshapen};
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
    assert_snapshot!(both(&door(), &file_of(&licence())), @"
    √ 好证：信得过的发证方签的，没改过，没过期。请再核对来人是不是李雷本人。

    文件: licence.json
    证上写着: 
      编号: 20261122-SH1-0007
      持证人: 李雷
      证名: 服务工程师上岗证 / Service engineer's licence
      发证方: 总部
      可以做: 可独立上门检修自助缴费机。 不含 220 伏配电。
      有效期: 2026-11-22 09:30 到 2027-11-22 09:29（Asia/Shanghai 时间）
      考核: 
        理论: 86.5 分（80 分及格）
        动手之前先做安全: 已完成
      请注意: 题目来自公开题库。

    √ 文件: 通过
    √ 内容: 通过
    √ 签名: 通过
    √ 发证方: 通过
    √ 日期: 通过
    – 姓名: 没有查。没有给出姓名，请当面核对。
    – 吊销: 没有查。证上写了吊销名单在哪里，但没有联网去看。要紧的时候请问发证方。
    ----
    √ Good: signed by an issuer you trust, unchanged, within its dates. See for yourself that the person before you is 李雷.

    File: licence.json
    The licence says: 
      Number: 20261122-SH1-0007
      Holder: 李雷
      Title: 服务工程师上岗证 / Service engineer's licence
      Issuer: 总部
      May: 可独立上门检修自助缴费机。 不含 220 伏配电。
      Valid: 2026-11-22 09:30 to 2027-11-22 09:29 (Asia/Shanghai)
      Results: 
        理论: 86.5 % (80 % to pass)
        动手之前先做安全: completed
      Mind: 题目来自公开题库。

    √ File: passed
    √ Content: passed
    √ Signature: passed
    √ Issuer: passed
    √ Dates: passed
    – Name: not checked. No name was given; compare it with the person.
    – Revocation: not checked. It names a list of revoked licences, which was not looked up. If much depends on it, ask the issuer.
    ");
    let named = Door { name: Some("李雷"), ..door() };
    assert_snapshot!(first_lines(&named, &file_of(&licence())), @"
    √ 好证：信得过的发证方签的，没改过，没过期，姓名也对得上。
    √ Good: signed by an issuer you trust, unchanged, within its dates, and the name agrees.
    ");
}

#[test]
fn an_expired_licence() {
    assert_snapshot!(both(&Door { days: 400, ..door() }, &file_of(&licence())), @"
    × 已过期：2027-11-22 09:30 就到期了。请持证人换证，换好之前不能凭它上岗。

    文件: licence.json
    证上写着: 
      编号: 20261122-SH1-0007
      持证人: 李雷
      证名: 服务工程师上岗证 / Service engineer's licence
      发证方: 总部
      可以做: 可独立上门检修自助缴费机。 不含 220 伏配电。
      有效期: 2026-11-22 09:30 到 2027-11-22 09:29（Asia/Shanghai 时间）
      考核: 
        理论: 86.5 分（80 分及格）
        动手之前先做安全: 已完成
      请注意: 题目来自公开题库。

    √ 文件: 通过
    √ 内容: 通过
    √ 签名: 通过
    √ 发证方: 通过
    × 日期: 没通过。2027-11-22 09:30 已到期。
    – 姓名: 没有查。没有给出姓名，请当面核对。
    – 吊销: 没有查。证上写了吊销名单在哪里，但没有联网去看。要紧的时候请问发证方。
    ----
    × Expired: it ended on 2027-11-22 09:30. The holder has to renew it; until then it is no licence to work.

    File: licence.json
    The licence says: 
      Number: 20261122-SH1-0007
      Holder: 李雷
      Title: 服务工程师上岗证 / Service engineer's licence
      Issuer: 总部
      May: 可独立上门检修自助缴费机。 不含 220 伏配电。
      Valid: 2026-11-22 09:30 to 2027-11-22 09:29 (Asia/Shanghai)
      Results: 
        理论: 86.5 % (80 % to pass)
        动手之前先做安全: completed
      Mind: 题目来自公开题库。

    √ File: passed
    √ Content: passed
    √ Signature: passed
    √ Issuer: passed
    × Dates: failed. It ended on 2027-11-22 09:30.
    – Name: not checked. No name was given; compare it with the person.
    – Revocation: not checked. It names a list of revoked licences, which was not looked up. If much depends on it, ask the issuer.
    ");
    assert_snapshot!(first_lines(&Door { days: -1, ..door() }, &file_of(&licence())), @"
    × 还没生效：2026-11-22 09:30 起才有效。在那之前不能凭它上岗。
    × Not valid yet: it begins on 2026-11-22 09:30. Until then it is no licence to work.
    ");
    assert_snapshot!(first_lines(&Door { name: Some("韩梅梅"), ..door() }, &file_of(&licence())), @"
    × 不是这个人的证：证上写的是李雷。没弄清楚之前不要接受。
    × Somebody else's: it was issued to 李雷. Do not accept it until that is cleared up.
    ");
}

#[test]
fn an_altered_licence() {
    assert_snapshot!(both(&door(), &file_of(&licence()).replace("李雷", "韩梅梅")), @"
    × 被改动过：跟签发的时候不一样了，不要接受。请持证人拿原来的文件来；还是这样，就告诉发证单位。

    文件: licence.json
    文件里自称如下，一句也不能当真: 
      编号: 20261122-SH1-0007
      持证人: 韩梅梅
      证名: 服务工程师上岗证 / Service engineer's licence
      发证方: 自称“云栖客服中心”（没有核实）

    √ 文件: 通过
    √ 内容: 通过
    × 签名: 没通过。内容跟签名对不上，签了以后改过。它自称用的钥匙是 did:key:HQ。
    – 发证方: 没有查。前面没通过，就不往下查了。
    – 日期: 没有查。前面没通过，就不往下查了。
    – 姓名: 没有查。前面没通过，就不往下查了。
    – 吊销: 没有查。前面没通过，就不往下查了。
    ----
    × Altered: it is not as it was signed. Do not accept it. Ask the holder for the original file; if that is no better, tell the issuer.

    File: licence.json
    The file claims this; believe none of it: 
      Number: 20261122-SH1-0007
      Holder: 韩梅梅
      Title: 服务工程师上岗证 / Service engineer's licence
      Issuer: calls itself “云栖客服中心” (not verified)

    √ File: passed
    √ Content: passed
    × Signature: failed. What it says and its signature do not agree; one was changed after signing. It names the key did:key:HQ.
    – Issuer: not checked. A step before it failed.
    – Dates: not checked. A step before it failed.
    – Name: not checked. A step before it failed.
    – Revocation: not checked. A step before it failed.
    ");
}

#[test]
fn a_licence_signed_in_an_unknown_way() {
    let later = file_of(&licence()).replace("eddsa-jcs-2022", "eddsa-rdfc-2029");
    assert_snapshot!(first_lines(&door(), &later), @"
    × 没法证明是谁发的：上面没有签名，或者有签名核对不了。不要接受；请持证人拿原来的文件来。
    × Nothing proves who issued it: it has no signature, or one that cannot be checked. Do not accept it; ask the holder for the original file.
    ");
}

#[test]
fn a_licence_of_an_unknown_issuer() {
    assert_snapshot!(both(&Door { trust: Some(Trust::default()), ..door() }, &file_of(&licence())), @"
    × 不知道是谁发的：签名对得上，可签它的钥匙不在您的名单里，谁都能自己做一把。先不要接受；向发证单位问清楚，确实是他们的钥匙，再加进 trust.toml。

    文件: licence.json
    证上这么写，但没人担保，先别当真: 
      编号: 20261122-SH1-0007
      持证人: 李雷
      证名: 服务工程师上岗证 / Service engineer's licence
      发证方: 自称“云栖客服中心”（没有核实）
      可以做: 可独立上门检修自助缴费机。 不含 220 伏配电。
      有效期: 2026-11-22 09:30 到 2027-11-22 09:29（Asia/Shanghai 时间）
      考核: 
        理论: 86.5 分（80 分及格）
        动手之前先做安全: 已完成
      请注意: 题目来自公开题库。

    √ 文件: 通过
    √ 内容: 通过
    √ 签名: 通过
    × 发证方: 没通过。名单里没有这把钥匙：did:key:HQ。
    √ 日期: 通过
    – 姓名: 没有查。没有给出姓名，请当面核对。
    – 吊销: 没有查。证上写了吊销名单在哪里，但没有联网去看。要紧的时候请问发证方。
    ----
    × Issuer unknown: the signature holds, but its key is not on your list, and anyone can make a key. Do not accept it yet; ask the organisation, and add the key to trust.toml only if it is theirs.

    File: licence.json
    It says so, but nobody vouches for a word of it yet: 
      Number: 20261122-SH1-0007
      Holder: 李雷
      Title: 服务工程师上岗证 / Service engineer's licence
      Issuer: calls itself “云栖客服中心” (not verified)
      May: 可独立上门检修自助缴费机。 不含 220 伏配电。
      Valid: 2026-11-22 09:30 to 2027-11-22 09:29 (Asia/Shanghai)
      Results: 
        理论: 86.5 % (80 % to pass)
        动手之前先做安全: completed
      Mind: 题目来自公开题库。

    √ File: passed
    √ Content: passed
    √ Signature: passed
    × Issuer: failed. This key is not on the list: did:key:HQ.
    √ Dates: passed
    – Name: not checked. No name was given; compare it with the person.
    – Revocation: not checked. It names a list of revoked licences, which was not looked up. If much depends on it, ask the issuer.
    ");
    assert_snapshot!(first_lines(&Door { trust: None, ..door() }, &file_of(&licence())), @"
    ~ 先别认：签名对得上，也没过期，可没有核实是谁发的，这样的证谁都能自己做一张。请备好 trust.toml（您信得过的发证方名单）再查一次。
    ~ Not yet: the signature holds and the dates are right, but nobody asked who issued it, and anyone can make one like this. Have a trust.toml ready (the issuers you trust) and check again.
    ");
}

#[test]
fn a_file_that_cannot_be_read() {
    assert_snapshot!(both(&door(), "{\"name\": "), @"
    × 读不出来：文件坏了，或者本来就不是上岗证。请持证人重新发一份。

    文件: licence.json

    × 文件: 没通过。第 1 行第 9 列起看不懂，不是完整的 JSON。
    – 内容: 没有查。前面没通过，就不往下查了。
    – 签名: 没有查。前面没通过，就不往下查了。
    – 发证方: 没有查。前面没通过，就不往下查了。
    – 日期: 没有查。前面没通过，就不往下查了。
    – 姓名: 没有查。前面没通过，就不往下查了。
    – 吊销: 没有查。前面没通过，就不往下查了。
    ----
    × Unreadable: the file is damaged, or never was a licence. Ask the holder to send it again.

    File: licence.json

    × File: failed. From line 1, column 9 it is not JSON any more.
    – Content: not checked. A step before it failed.
    – Signature: not checked. A step before it failed.
    – Issuer: not checked. A step before it failed.
    – Dates: not checked. A step before it failed.
    – Name: not checked. A step before it failed.
    – Revocation: not checked. A step before it failed.
    ");
    assert_snapshot!(first_lines(&door(), "{}"), @"
    × 不是上岗证：文件读得出来，内容却不是一张上岗证。请持证人换成上岗证的文件。
    × Not a licence: the file can be read, but what it holds is something else. Ask the holder for the licence's own file.
    ");
}

#[test]
fn a_hostile_file_moves_nothing_on_the_screen() {
    // The forger owns a key, and writes names that draw a verdict of their own.
    let name = format!("李雷{}√ 好证：放行", "\u{200b}".repeat(3));
    let long = "好证".repeat(400);
    let forged = Claims {
        holder: Holder { name, ..licence().holder },
        scope: format!("一切。\n√ 签名：通过\n√ 发证方：通过\t{long}"),
        issuer: Issuer { name: "总部”，已核实。“".into(), ..licence().issuer },
        ..licence()
    };
    assert_snapshot!(Door { trust: Some(Trust::default()), ..door() }.told(Tongue::Zh, &file_of(&forged)), @"
    × 不知道是谁发的：签名对得上，可签它的钥匙不在您的名单里，谁都能自己做一把。先不要接受；向发证单位问清楚，确实是他们的钥匙，再加进 trust.toml。

    文件: licence.json
    证上这么写，但没人担保，先别当真: 
      编号: 20261122-SH1-0007
      持证人: 李雷���√ 好证：放行
      证名: 服务工程师上岗证 / Service engineer's licence
      发证方: 自称“总部'，已核实。'”（没有核实）
      可以做: 一切。 √ 签名：通过 √ 发证方：通过 好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好证好…
      有效期: 2026-11-22 09:30 到 2027-11-22 09:29（Asia/Shanghai 时间）
      考核: 
        理论: 86.5 分（80 分及格）
        动手之前先做安全: 已完成
      请注意: 题目来自公开题库。

    √ 文件: 通过
    √ 内容: 通过
    √ 签名: 通过
    × 发证方: 没通过。名单里没有这把钥匙：did:key:HQ。
    √ 日期: 通过
    – 姓名: 没有查。没有给出姓名，请当面核对。
    – 吊销: 没有查。证上写了吊销名单在哪里，但没有联网去看。要紧的时候请问发证方。
    ");
    for file in [
        "{\"a\\u001b[2J\\u202e\\n\": 1, \"a\\u001b[2J\\u202e\\n\": 2}",
        "{\"@context\": 1, \"\\u001b]0;x\\u0007\": 2}",
        "{\"proof\": [{\"type\": \"DataIntegrityProof\", \"cryptosuite\": \"\\u001b[1A\\u009b31m\"}]}",
        "{\"proof\": [{\"type\": \"DataIntegrityProof\", \"cryptosuite\": \"eddsa-jcs-2022\", \"\\u001b[1A\": 1}]}",
    ] {
        let told = both(&door(), file);
        assert!(!told.contains(|c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c)), "{told:?}");
    }
}

#[test]
fn a_script_is_told_what_a_good_licence_says() {
    let mut good = door().json(&file_of(&licence()));
    let steps = good.as_object_mut().unwrap().remove("steps").unwrap();
    assert_snapshot!(format!("{good:#}").replace(key().did().as_str(), "did:key:HQ"), @r#"
    {
      "claimed": null,
      "conclusion": "good",
      "file": "licence.json",
      "good": true,
      "holder": "李雷",
      "holder_id": "7d444840-9dc0-4f6e-9a9e-2b1c3d4e5f60",
      "issuer": "总部",
      "issuer_did": "did:key:HQ",
      "licence": "service-engineer",
      "notes": [
        {
          "kind": "public-pool",
          "text": "题目来自公开题库。"
        }
      ],
      "number": "20261122-SH1-0007",
      "results": [
        {
          "id": "theory",
          "name": "理论",
          "percent": "86.5",
          "required": "80"
        },
        {
          "id": "make-safe",
          "name": "动手之前先做安全",
          "percent": null,
          "required": null
        }
      ],
      "scope": "可独立上门检修自助缴费机。\n不含 220 伏配电。",
      "title": "服务工程师上岗证",
      "valid_from": "2026-11-22T01:30:00Z",
      "valid_until": "2027-11-22T01:30:00Z",
      "words": "Good: signed by an issuer you trust, unchanged, within its dates. See for yourself that the person before you is 李雷."
    }
    "#);
    let lines: Vec<String> = steps.as_array().unwrap().iter().map(Value::to_string).collect();
    assert_snapshot!(lines.join("\n"), @r#"
    {"outcome":"passed","reason":null,"step":"readable","words":null}
    {"outcome":"passed","reason":null,"step":"shape","words":null}
    {"outcome":"passed","reason":null,"step":"proof","words":null}
    {"outcome":"passed","reason":null,"step":"issuer","words":null}
    {"outcome":"passed","reason":null,"step":"dates","words":null}
    {"outcome":"not-checked","reason":"no-name","step":"holder","words":"No name was given; compare it with the person."}
    {"outcome":"not-checked","reason":"list-not-read","step":"revocation","words":"It names a list of revoked licences, which was not looked up. If much depends on it, ask the issuer."}
    "#);
}

#[test]
fn a_script_is_told_facts_only_where_they_are_facts() {
    let good = door().json(&file_of(&licence()));
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

const NOT_CHECKED: [NotChecked; 5] =
    [NotChecked::Earlier, NotChecked::NoTrust, NotChecked::NoName, NotChecked::ListNotRead, NotChecked::NoList];

/// Every way that a step can go without passing.
fn outcomes() -> Vec<Outcome> {
    let did = key().did();
    let at = |fault| Failed::Misshapen(Misshapen { path: "issuer.id".into(), fault });
    let failed = [
        Failed::Unreadable(Unreadable::TooLarge),
        Failed::Unreadable(Unreadable::NotText),
        Failed::Unreadable(Unreadable::NotJson { line: 3, column: 7 }),
        Failed::Unreadable(Unreadable::Twice("na\u{1b}[1Ame”".into())),
        Failed::Unreadable(Unreadable::TooDeep),
        Failed::Unreadable(Unreadable::Number),
        at(Fault::Missing),
        at(Fault::Wrong),
        at(Fault::Hidden),
        at(Fault::Unknown),
        Failed::Misshapen(Misshapen { path: String::new(), fault: Fault::Wrong }),
        Failed::Unsigned,
        Failed::UnknownSuite(vec!["eddsa-2029".into(), "x\u{202e}y".into()]),
        Failed::SignedAgain("eddsa-jcs-2022".into()),
        Failed::Altered(did.clone()),
        Failed::OtherSigner(did.clone()),
        Failed::MalformedProof("p".repeat(500)),
        Failed::UnknownIssuer(did),
        Failed::NotYetValid(ISSUED),
        Failed::Expired(ISSUED),
        Failed::OtherHolder("韩梅梅".into()),
    ];
    failed.map(Outcome::Failed).into_iter().chain(NOT_CHECKED.map(Outcome::NotChecked)).collect()
}

fn reasons(tongue: Tongue) -> String {
    let words = Words::new(tongue);
    let tell = Teller { words: &words, zone: "Asia/Shanghai" };
    let line = |outcome| format!("{}: {}", tell.reason(outcome).unwrap().code, tell.outcome(outcome));
    outcomes().iter().map(line).collect::<Vec<_>>().join("\n").replace(key().did().as_str(), "did:key:HQ")
}

#[test]
fn every_reason_has_its_words_in_chinese() {
    assert_snapshot!(reasons(Tongue::Zh), @"
    too-large: 没通过。文件太大，上岗证没有这么大的。
    not-text: 没通过。不是文本文件。
    not-json: 没通过。第 3 行第 7 列起看不懂，不是完整的 JSON。
    twice: 没通过。“na�[1Ame'”写了两遍，说不准以哪一遍为准。
    too-deep: 没通过。一层套一层，套得太深，上岗证没有这样的。
    number: 没通过。有一个数太大，各种程序会读成不同的数。
    missing: 没通过。缺了一处：issuer.id。
    wrong: 没通过。有一处不对：issuer.id。
    hidden: 没通过。有一处藏着看不见的字符：issuer.id。
    unknown: 没通过。多出一处上岗证里不该有的：issuer.id。也许新版本认得。
    wrong: 没通过。有一处不对：整个文件。
    unsigned: 没通过。上面没有签名。
    unknown-suite: 没通过。上面有这个版本核对不了的签名：eddsa-2029、x�y。也许新版本认得。
    signed-again: 没通过。同一种签名（eddsa-jcs-2022）出现了不止一次，发证方只签一次，多出来的是后来加的。
    altered: 没通过。内容跟签名对不上，签了以后改过。它自称用的钥匙是 did:key:HQ。
    other-signer: 没通过。签名的不是证上写的发证方，而是另一把钥匙：did:key:HQ。
    malformed-proof: 没通过。签名不完整，或有看不懂的地方：pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp…。
    unknown-issuer: 没通过。名单里没有这把钥匙：did:key:HQ。
    not-yet-valid: 没通过。2026-11-22 09:30 才生效。
    expired: 没通过。2026-11-22 09:30 已到期。
    other-holder: 没通过。证上的姓名是“韩梅梅”，跟您给的不一样。
    earlier: 没有查。前面没通过，就不往下查了。
    no-trust: 没有查。没有发证方名单（trust.toml）可以对照。
    no-name: 没有查。没有给出姓名，请当面核对。
    list-not-read: 没有查。证上写了吊销名单在哪里，但没有联网去看。要紧的时候请问发证方。
    no-list: 没有查。证上没写吊销名单在哪里。要紧的时候请问发证方。
    ");
}

#[test]
fn every_reason_has_its_words_in_english() {
    assert_snapshot!(reasons(Tongue::En), @"
    too-large: failed. It is too large; no licence is.
    not-text: failed. It is not text.
    not-json: failed. From line 3, column 7 it is not JSON any more.
    twice: failed. “na�[1Ame'” stands there twice, and there is no telling which one counts.
    too-deep: failed. It is nested too deep; no licence is.
    number: failed. It has a number so large that programs would not agree on it.
    missing: failed. Something is missing: issuer.id.
    wrong: failed. Something is wrong: issuer.id.
    hidden: failed. Something has characters in it that cannot be seen: issuer.id.
    unknown: failed. Something does not belong in a licence: issuer.id. A newer version may know it.
    wrong: failed. Something is wrong: the whole file.
    unsigned: failed. There is no signature on it.
    unknown-suite: failed. It has a signature that this version does not check: eddsa-2029, x�y. A newer version may.
    signed-again: failed. It is signed in the same way (eddsa-jcs-2022) more than once; an issuer signs once, the rest was added later.
    altered: failed. What it says and its signature do not agree; one was changed after signing. It names the key did:key:HQ.
    other-signer: failed. It was not signed by the issuer it names but by another key: did:key:HQ.
    malformed-proof: failed. The signature is incomplete, or has something in it that is not understood: pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp….
    unknown-issuer: failed. This key is not on the list: did:key:HQ.
    not-yet-valid: failed. It begins on 2026-11-22 09:30.
    expired: failed. It ended on 2026-11-22 09:30.
    other-holder: failed. The name on it is “韩梅梅”, not the one you gave.
    earlier: not checked. A step before it failed.
    no-trust: not checked. There is no list of trusted issuers (trust.toml) to look at.
    no-name: not checked. No name was given; compare it with the person.
    list-not-read: not checked. It names a list of revoked licences, which was not looked up. If much depends on it, ask the issuer.
    no-list: not checked. It names no list of revoked licences. If much depends on it, ask the issuer.
    ");
}

#[test]
fn a_trust_file_is_put_right_line_by_line() {
    let did = key().did();
    let text = format!(
        "colour = 1\n[[issuer]]\ndid = \"did:key:z6Mkwrong\"\nname = \"\"\n[[issuer]]\nname = 7\n[[issuer]]\ndid = \"{did}\"\nname = \"a\"\n[[issuer]]\ndid = \"{did}\"\nname = \"b\"\n"
    );
    let told = |tongue, text: &str| {
        let lines = trust_troubles(&Trust::read(text).unwrap_err(), &Words::new(tongue)).join("\n");
        lines.replace(key().did().as_str(), "did:key:HQ")
    };
    assert_snapshot!(told(Tongue::Zh, &text), @"
    第 1 行：不认识“colour”，这里只写 [[issuer]]、did 和 name。
    第 3 行：“did:key:z6Mkwrong”不是一把钥匙的名字，应该像 did:key:z6Mk……
    第 4 行：name 是空的，请写上您怎么称呼这个发证方。
    第 5 行：这个发证方缺了 did。
    第 6 行：“name”的写法不对；did 和 name 是带引号的文字，发证方写成 [[issuer]]。
    第 11 行：这把钥匙前面已经写过：did:key:HQ
    ");
    assert_snapshot!(told(Tongue::En, &text), @"
    Line 1: “colour” is not known; only [[issuer]], did and name belong here.
    Line 3: “did:key:z6Mkwrong” is not the name of a key; one looks like did:key:z6Mk…
    Line 4: name is empty; write what you call this issuer.
    Line 5: this issuer has no did.
    Line 6: “name” is not written as it should be; did and name are texts in quotes, an issuer is an [[issuer]].
    Line 11: this key stood there before: did:key:HQ
    ");
    assert_snapshot!(told(Tongue::Zh, "[[issuer"), @"第 1 行：不合 TOML 的写法。");
    assert_snapshot!(told(Tongue::En, "\"\\u001b[2J\\u202e\" = 1"), @"Line 1: “�[2J�” is not known; only [[issuer]], did and name belong here.");
}

#[test]
fn the_same_mistake_again_and_again_is_told_once() {
    let told = |tongue, text: &str| trust_troubles(&Trust::read(text).unwrap_err(), &Words::new(tongue)).join("\n");
    let licence = file_of(&licence());
    assert_snapshot!(told(Tongue::Zh, &licence), @"第 1 行：不合 TOML 的写法。（同样的错一共 134 处）");
    assert_snapshot!(told(Tongue::En, &licence), @"Line 1: not TOML. (the same again in 134 places)");
    let many: String = (0..50).map(|n| format!("key{n} = 1\n")).collect();
    assert_eq!(told(Tongue::En, &many).lines().count(), 11);
    assert!(told(Tongue::Zh, &many).ends_with("……一共 50 处错，先改好上面这些。"));
}

#[test]
fn a_key_that_does_not_open_says_why() {
    let all = [KeyTrouble::NotAKeyFile, KeyTrouble::Damaged, KeyTrouble::WrongPassphrase, KeyTrouble::OtherKind];
    let told = [Tongue::Zh, Tongue::En].map(|tongue| all.map(|why| key_trouble(why, &Words::new(tongue))).join("\n"));
    assert_snapshot!(told.join("\n"), @"
    这个文件里没有加了口令的私钥。
    钥匙文件缺了一截，或者被改过。
    用这个口令打不开。请看看大小写和输入法，再试一次。
    这不是 Ed25519 的钥匙，或者加锁的方法这里不认识。
    There is no private key under a passphrase in this file.
    The key file has been cut or changed.
    It does not open with this passphrase. Mind capitals and the keyboard, and try again.
    The key is not an Ed25519 key, or it is locked in a way not known here.
    ");
}
