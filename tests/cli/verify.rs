//! `verify` as whoever is shown a licence runs it: at a PC without records, with or without a list of trusted issuers beside them;
//! what it says of each file, and why where a file cannot be read.

use std::sync::LazyLock;

use insta::assert_snapshot;
use serde_json::Value;

use crate::desk::{Desk, Happens, Ran};
use crate::office::{Office, RIGHT, masked};

const DAY: i64 = 86_400_000;

/// A licence that 陈小满 got on 2026-11-22, valid for twelve months, and the lines of `key show`.
static ISSUED: LazyLock<(String, String)> = LazyLock::new(|| {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let out = office.desk.path("licence.json").display().to_string();
    let ran = office.issue("陈小满", "quick", &out);
    assert_eq!(ran.code, 0, "{ran}");
    (String::from_utf8(office.read("licence.json")).expect("text"), office.desk.done(&["key", "show"]).out)
});

/// A door on the next day, where a licence is shown; `trusting`: the issuer is on the list where it is looked for unasked.
fn door(trusting: bool) -> (Desk, String) {
    let desk = Desk::empty();
    desk.then(Happens::GoesBy(DAY));
    let _ = desk.stop_time();
    if trusting {
        let _ = desk.file("data/trust.toml", &ISSUED.1);
    }
    let licence = desk.file("licence.json", &ISSUED.0);
    (desk, licence)
}

/// What was said, without what differs from run to run.
fn said(ran: &Ran) -> String {
    masked(&ran.to_string())
}

/// The same without what the licence says: the verdict and the steps.
fn verdict(ran: &Ran) -> String {
    let said = said(ran);
    let parts: Vec<&str> = said.split("\n\n").collect();
    let [_, steps, why, verdict] = parts[..] else { panic!("{said}") };
    format!("{steps}\n\n{why}\n\n{verdict}")
}

#[test]
fn the_list_beside_the_store_is_used_unasked() {
    let (desk, licence) = door(true);
    assert_snapshot!(said(&desk.run(&["verify", &licence])), @"
    File: DESK/licence.json
    The licence says:
      Number: 20261122-SH1-0001
      Holder: 陈小满
      Title: The quick licence / 快证
      Issuer: 晨光客服中心
      May: 在柜台前接待客户。
      Valid: 2026-11-22 09:31 to 2027-11-21 23:59 (Asia/Shanghai)
      Results:
        Theory: 100 % (50 % to pass)
        Role-plays: 100 % (20 % to pass)
        Total: 100 % (90 % to pass)
      Mind: Nobody watched the exam.
      Mind: Answers came from a file, not from a person (for tests only).

    ✓ File: passed
    ✓ Content: passed
    ✓ Signature: passed
    ✓ Issuer: passed
    ✓ Dates: passed
    - Name: not checked. No name was given; compare it with the person.
    - Revocation and suspension: not checked. Neither the list of revoked nor that
      of suspended licences that it names is here to look at. If much depends on
      it, get the newest from the issuer.

    Good: signed by an issuer you trust, unchanged, within its dates. See for
    yourself that the person before you is 陈小满. Whether it was suspended or
    revoked is not known, for want of a recent list: this is about the signature
    and the dates only.

    ✓ 20261122-SH1-0001: good
    ── exit 0 ──
    ");
    assert_snapshot!(said(&desk.run(&["verify", &licence, "--lang", "zh-CN"])), @"
    文件：DESK/licence.json
    证上写着：
      编号：20261122-SH1-0001
      持证人：陈小满
      证名：快证 / The quick licence
      发证方：晨光客服中心
      可以做：在柜台前接待客户。
      有效期：2026-11-22 09:31 到 2027-11-21 23:59（Asia/Shanghai 时间）
      考核：
        理论：100 分（50 分及格）
        情景：100 分（20 分及格）
        总分：100 分（90 分及格）
      请注意：考试没有人现场监考。
      请注意：答案来自文件，不是本人作答（仅用于测试）。

    √ 文件：通过
    √ 内容：通过
    √ 签名：通过
    √ 发证方：通过
    √ 日期：通过
    - 姓名：没有查。没有给出姓名，请当面核对。
    - 吊销和暂停：没有查。证上写的吊销名单和暂停名单，手边一份也没有，没法对照。要
      紧的时候请向发证方要最新的。

    好证：信得过的发证方签的，没改过，没过期。请再核对来人是不是陈小满本人。手边没
    有新近的名单，有没有被暂停或吊销不清楚：这里只查了签名和日期。

    √ 20261122-SH1-0001：有效
    ── exit 0 ──
    ");
    assert_eq!(desk.run(&["verify", &licence, "--holder", "陈小满"]).code, 0);
    assert!(!desk.path("data/onduty.db").exists(), "whoever checks needs no records");
}

#[test]
fn without_a_list_nobody_asked_who_issued_it() {
    let (desk, licence) = door(false);
    assert_snapshot!(verdict(&desk.run(&["verify", &licence])), @"
    ✓ File: passed
    ✓ Content: passed
    ✓ Signature: passed
    - Issuer: not checked. There is no list of trusted issuers (trust.toml) to look
      at.
    ✓ Dates: passed
    - Name: not checked. No name was given; compare it with the person.
    - Revocation and suspension: not checked. Neither the list of revoked nor that
      of suspended licences that it names is here to look at. If much depends on
      it, get the newest from the issuer.

    Not yet: the signature holds and the dates are right, but nobody asked who
    issued it, and anyone can make one like this. Have a trust.toml ready (the
    issuers you trust) and check again.

    ~ 20261122-SH1-0001: not yet, the issuer is not checked
    ── exit 1 ──
    ");
}

#[test]
fn an_issuer_who_is_not_on_the_list() {
    let (desk, licence) = door(false);
    let other = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
    let _ = desk.file("data/trust.toml", &format!("[[issuer]]\ndid = \"{other}\"\nname = \"别家\"\n"));
    assert_snapshot!(verdict(&desk.run(&["verify", &licence])), @"
    ✓ File: passed
    ✓ Content: passed
    ✓ Signature: passed
    ✗ Issuer: failed. This key is not on the list:
      did:key:KEY.
    ✓ Dates: passed
    - Name: not checked. No name was given; compare it with the person.
    - Revocation and suspension: not checked. Neither the list of revoked nor that
      of suspended licences that it names is here to look at. If much depends on
      it, get the newest from the issuer.

    Issuer unknown: the signature holds, but its key is not on your list, and
    anyone can make a key. Do not accept it yet; ask the organisation, and add the
    key to trust.toml only if it is theirs.

    ✗ 20261122-SH1-0001: issuer unknown
    ── exit 1 ──
    ");
    // A list that is named counts in its place.
    let named = desk.file("ours.toml", &ISSUED.1);
    assert_eq!(desk.run(&["verify", &licence, "--trust", &named]).code, 0);
}

#[test]
fn before_its_first_day_and_after_its_last() {
    let (desk, licence) = door(true);
    desk.then(Happens::ClockSet(-2 * DAY));
    assert_snapshot!(verdict(&desk.run(&["verify", &licence])), @"
    ✓ File: passed
    ✓ Content: passed
    ✓ Signature: passed
    ✓ Issuer: passed
    ✗ Dates: failed. It begins on 2026-11-22 09:31.
    - Name: not checked. No name was given; compare it with the person.
    - Revocation and suspension: not checked. Neither the list of revoked nor that
      of suspended licences that it names is here to look at. If much depends on
      it, get the newest from the issuer.

    Not valid yet: it begins on 2026-11-22 09:31. Until then it is no licence to
    work.

    ✗ 20261122-SH1-0001: not valid yet
    ── exit 1 ──
    ");
    desk.then(Happens::ClockSet(400 * DAY));
    assert_snapshot!(verdict(&desk.run(&["verify", &licence])), @"
    ✓ File: passed
    ✓ Content: passed
    ✓ Signature: passed
    ✓ Issuer: passed
    ✗ Dates: failed. It ended on 2027-11-22 00:00.
    - Name: not checked. No name was given; compare it with the person.
    - Revocation and suspension: not checked. Neither the list of revoked nor that
      of suspended licences that it names is here to look at. If much depends on
      it, get the newest from the issuer.

    Expired: it ended on 2027-11-22 00:00. The holder has to renew it; until then
    it is no licence to work.

    ✗ 20261122-SH1-0001: expired
    ── exit 1 ──
    ");
}

#[test]
fn somebody_elses_licence() {
    let (desk, licence) = door(true);
    assert_snapshot!(verdict(&desk.run(&["verify", &licence, "--holder", "林未"])), @"
    ✓ File: passed
    ✓ Content: passed
    ✓ Signature: passed
    ✓ Issuer: passed
    ✓ Dates: passed
    ✗ Name: failed. The name on it is “陈小满”, not the one you gave.
    - Revocation and suspension: not checked. Neither the list of revoked nor that
      of suspended licences that it names is here to look at. If much depends on
      it, get the newest from the issuer.

    Somebody else's: it was issued to 陈小满. Do not accept it until that is
    cleared up.

    ✗ 20261122-SH1-0001: somebody else's
    ── exit 1 ──
    ");
}

/// Each file has its verdict, in the order given; one that is not good is enough for the exit code.
#[test]
fn several_files_at_once() {
    let (desk, licence) = door(true);
    let altered = desk.file("altered.json", &ISSUED.0.replace("陈小满", "林未"));
    let broken = desk.file("broken.json", "{");
    let ran = desk.run(&["verify", &licence, &altered, &broken]);
    let verdicts = ["Good: ", "Altered: ", "Unreadable: "].map(|verdict| ran.out.find(verdict));
    assert!(verdicts.iter().all(Option::is_some) && verdicts.is_sorted(), "{ran}");
    assert_eq!(ran.code, 1);
    assert_eq!(desk.run(&["verify", &licence, &licence]).code, 0);
    let (told, code) = desk.json(&["verify", &licence, &altered, &broken]);
    let of = |key: &str| told.as_array().expect("a list").iter().map(|one| one[key].clone()).collect::<Vec<_>>();
    assert_eq!((of("conclusion"), code), (["good", "altered", "unreadable"].map(Value::from).into(), 1));
    assert_eq!(of("file"), ["DESK/licence.json", "DESK/altered.json", "DESK/broken.json"]);
    assert_eq!(of("holder"), [Value::from("陈小满"), Value::Null, Value::Null], "a claim never stands where a fact would");
}

#[test]
fn for_a_program() {
    let (desk, licence) = door(true);
    // The second in which the desk's clock came to the issuing is not the same in every run.
    let told = said(&desk.run(&["verify", &licence, "--holder", "林未", "--format", "json"]));
    let (before, after) = told.split_once("\"valid_from\": \"2026-11-22T01:31:").expect("a moment");
    let told = format!("{before}\"valid_from\": \"2026-11-22T01:31:SS{}", &after[2..]);
    assert_snapshot!(told, @r#"
    [
      {
        "as_of": null,
        "claimed": null,
        "conclusion": "other-holder",
        "file": "DESK/licence.json",
        "good": false,
        "holder": "陈小满",
        "holder_id": "UUID",
        "issuer": "晨光客服中心",
        "issuer_did": "did:key:KEY",
        "licence": "quick",
        "lists": [
          {
            "as_of": null,
            "purpose": "revocation"
          },
          {
            "as_of": null,
            "purpose": "suspension"
          }
        ],
        "notes": [
          {
            "kind": "unsupervised",
            "text": "考试没有人现场监考。"
          },
          {
            "kind": "scripted",
            "text": "答案来自文件，不是本人作答（仅用于测试）。"
          }
        ],
        "number": "20261122-SH1-0001",
        "results": [
          {
            "id": "theory",
            "name": "理论",
            "percent": "100",
            "required": "50"
          },
          {
            "id": "practice",
            "name": "情景",
            "percent": "100",
            "required": "20"
          },
          {
            "id": "total",
            "name": "总分",
            "percent": "100",
            "required": "90"
          }
        ],
        "scope": "在柜台前接待客户。",
        "source": null,
        "steps": [
          {
            "outcome": "passed",
            "reason": null,
            "step": "readable",
            "words": null
          },
          {
            "outcome": "passed",
            "reason": null,
            "step": "shape",
            "words": null
          },
          {
            "outcome": "passed",
            "reason": null,
            "step": "proof",
            "words": null
          },
          {
            "outcome": "passed",
            "reason": null,
            "step": "issuer",
            "words": null
          },
          {
            "outcome": "passed",
            "reason": null,
            "step": "dates",
            "words": null
          },
          {
            "outcome": "failed",
            "reason": "other-holder",
            "step": "holder",
            "words": "The name on it is “陈小满”, not the one you gave."
          },
          {
            "outcome": "not-checked",
            "reason": "list-not-read",
            "step": "revocation",
            "words": "Neither the list of revoked nor that of suspended licences that it names is here to look at. If much depends on it, get the newest from the issuer."
          }
        ],
        "title": "快证",
        "valid_from": "2026-11-22T01:31:SSZ",
        "valid_until": "2027-11-21T16:00:00Z",
        "words": "Somebody else's: it was issued to 陈小满. Do not accept it until that is cleared up."
      }
    ]
    ── exit 1 ──
    "#);
    // The same keys, whatever it comes to.
    let keys = |ran: (Value, u8)| ran.0[0].as_object().expect("a table").keys().cloned().collect::<Vec<_>>();
    let broken = desk.file("broken.json", "{");
    assert_eq!(keys(desk.json(&["verify", &licence])), keys(desk.json(&["verify", &broken])));
}

#[test]
fn a_file_that_cannot_be_read_says_why_in_both_languages() {
    let desk = Desk::empty();
    let folder = desk.path("").display().to_string();
    let gone = desk.path("gone.json").display().to_string();
    let licence = desk.file("licence.json", "{}");
    std::fs::write(desk.path("trust.bin"), [0xff, 0xfe, 0]).expect("written");
    let bytes = desk.path("trust.bin").display().to_string();
    for (args, zh, en) in [
        (vec!["verify", gone.as_str()], "没有这个文件或文件夹", "There is no such file or folder"),
        (vec!["verify", folder.as_str()], "不是普通文件", "not a plain file"),
        (vec!["verify", licence.as_str(), "--trust", bytes.as_str()], "不是 UTF-8 编码的文本", "not text in UTF-8"),
    ] {
        for (lang, words) in [("zh-CN", zh), ("en", en)] {
            let ran = desk.run(&[args.as_slice(), &["--lang", lang]].concat());
            let said = format!("{}{}", ran.out, ran.err);
            assert_eq!((ran.code, said.contains(words), said.contains("os error")), (4, true, false), "{ran}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_takes_no_verdict_from_the_others() {
    let desk = Desk::empty();
    let gone = desk.path("gone.json").display().to_string();
    let other = desk.file("other.json", "{}");
    assert_snapshot!(desk.run(&["verify", &other, &gone, &other, "--lang", "en"]), @"
    File: DESK/other.json

    ✓ File: passed
    ✗ Content: failed. Something is missing: @context.
    ✗ Signature: failed. There is no signature on it.
    - Issuer: not checked. A step before it failed.
    - Dates: not checked. A step before it failed.
    - Name: not checked. A step before it failed.
    - Revocation and suspension: not checked. A step before it failed.

    Not a licence: the file can be read, but what it holds is something else. Ask
    the holder for the licence's own file.

    ✗ DESK/other.json: not a licence

    File: DESK/gone.json

    Not checked: the file cannot be opened. There is no such file or folder.

    ✗ DESK/gone.json: not checked

    File: DESK/other.json

    ✓ File: passed
    ✗ Content: failed. Something is missing: @context.
    ✗ Signature: failed. There is no signature on it.
    - Issuer: not checked. A step before it failed.
    - Dates: not checked. A step before it failed.
    - Name: not checked. A step before it failed.
    - Revocation and suspension: not checked. A step before it failed.

    Not a licence: the file can be read, but what it holds is something else. Ask
    the holder for the licence's own file.

    ✗ DESK/other.json: not a licence
    ── exit 4 ──
    ");
    let ran = desk.run(&["verify", &gone, &other, "--format", "json"]);
    let all: Vec<serde_json::Value> = serde_json::from_str(&ran.out).expect("JSON");
    let said: Vec<_> = all.iter().map(|one| (one["conclusion"].as_str(), one["good"].as_bool())).collect();
    assert_eq!((ran.code, said), (4, vec![(Some("not-read"), Some(false)), (Some("not-a-licence"), Some(false))]), "{ran}");
    let keys = |one: &serde_json::Value| one.as_object().map(|o| o.keys().cloned().collect::<Vec<_>>());
    assert_eq!(keys(&all[0]), keys(&all[1]), "the same keys");
}

#[test]
fn no_library_is_needed() {
    let desk = Desk::empty();
    let other = desk.file("other.json", "{}");
    assert_eq!(desk.run(&["verify", &other, "--library", "/no/such/folder"]).code, 1);
}

/// What is signed stays so for a script; a person reads the scheme's words in the own language where the library at hand is the one that
/// was signed for, and the program's own words anyway.
#[test]
fn a_licence_is_read_in_the_readers_language() {
    let desk = Office::empty().desk;
    let _ = desk.file("data/trust.toml", &ISSUED.1);
    let licence = desk.file("licence.json", &ISSUED.0);
    desk.then(Happens::GoesBy(DAY));
    let shown = |lang: &str| desk.run(&["verify", &licence, "--lang", lang]).out;
    let english = shown("en");
    for said in ["The quick licence / 快证", "May: Receives customers at the counter.", "Theory", "Total"] {
        assert!(english.contains(said), "{said}: {english}");
    }
    assert!(!english.contains("总分") && shown("zh-CN").contains("快证 / The quick licence"), "{english}");
    let (json, _) = desk.json(&["verify", &licence]);
    assert_eq!((&json[0]["title"], &json[0]["scope"]), (&"快证".into(), &"在柜台前接待客户。".into()));
    assert_eq!(json[0]["results"][2]["name"], "总分", "{json:#}");
    // Another edition of the scheme says nothing of what this one meant.
    desk.edit("shelf/quick.toml", "within = \"2h\"", "within = \"3h\"");
    assert!(shown("en").contains("May: 在柜台前接待客户。"), "{}", shown("en"));
}
