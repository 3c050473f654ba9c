//! `licences` believes no act of issuing on its word: the kept file has to prove it.

use insta::assert_snapshot;
use onduty::attempt::act::{Deed, Issued};
use onduty::base::digest::Digest;
use onduty::credential::claims::{self, Claims};
use onduty::credential::json;
use onduty::credential::keys::Secret;
use serde_json::Value;

use super::issued;
use crate::office::{Office, RIGHT, masked};

/// An office where one licence was issued: its act, its file.
fn office() -> (Office, Issued, Value) {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let document = json::read(&issued(&office, "陈小满", "quick")).expect("JSON");
    let acts = office.acts();
    let Some(Deed::Issued(act)) = acts.last().map(|signed| signed.act.deed.clone()) else { panic!("it was issued last") };
    (office, *act, document)
}

/// What 钱发 can do with his own key and the store alone: an act that names a licence nobody signed, or another signed.
fn forged(change: impl FnOnce(&mut Issued, &mut Value)) -> Office {
    let (office, mut act, mut document) = office();
    (act.number, act.serial) = ("20261122-SH1-0002".into(), 2);
    change(&mut act, &mut document);
    act.credential = Digest::of(&document);
    office.forge_with("钱发", Deed::Issued(Box::new(act)), None, Some(&claims::text(&document)));
    office
}

/// The second number on the list, and with which exit code.
fn listed(office: &Office) -> (String, u8) {
    let ran = office.desk.run(&["licences", "--format", "json"]);
    let all: Value = serde_json::from_str(&ran.out).expect("JSON");
    let state = |number: &str| {
        let one = all.as_array().expect("a list").iter().find(|l| l["number"] == number).expect("on the list");
        one["state"].as_str().expect("text").to_owned()
    };
    assert_eq!(state("20261122-SH1-0001"), "valid", "the true one stays so");
    (state("20261122-SH1-0002"), ran.code)
}

#[test]
fn an_act_whose_file_proves_another_licence_is_not_valid() {
    let office = forged(|_, _| {});
    assert_snapshot!(office.desk.run(&["licences"]), @"
    Number             Name    Licence            Until       State
    20261122-SH1-0002  陈小满  The quick licence  2027-11-21  unproven
    20261122-SH1-0001  陈小满  The quick licence  2027-11-21  valid
    ── stderr ──
    Not done: These licences are not proven: 20261122-SH1-0002. The file kept of each does not fit its record, or no issuing key of yours signed it.
      What to do: Do not accept them; leave the records as they are and have your manager look into who issued them.
    ── exit 4 ──
    ");
    assert_snapshot!(office.desk.run(&["licences", "--lang", "zh-CN"]), @"
    编号               姓名    上岗证  有效至      状态
    20261122-SH1-0002  陈小满  快证    2027-11-21  不可信
    20261122-SH1-0001  陈小满  快证    2027-11-21  有效
    ── stderr ──
    没办成：这些证不可信：20261122-SH1-0002。留存的证书文件跟记录对不上，或者不是本单位的发证钥匙签的。
    　怎么办：先不要认这些证；记录文件不要改动，请交给主管查一查是谁发的。
    ── exit 4 ──
    ");
    let out = office.desk.path("again.json").display().to_string();
    assert_snapshot!(masked(&office.desk.run(&["licences", "--number", "20261122-SH1-0002", "--out", &out]).to_string()), @"
    ── stderr ──
    Not done: These licences are not proven: 20261122-SH1-0002. The file kept of each does not fit its record, or no issuing key of yours signed it.
      What to do: Do not accept them; leave the records as they are and have your manager look into who issued them.
    ── exit 4 ──
    ");
    assert!(!office.desk.path("again.json").exists());
}

#[test]
fn every_way_to_forge_an_act_of_issuing_is_seen() {
    type Change = fn(&mut Issued, &mut Value);
    let ways: [(&str, Change); 4] = [
        ("nobody signed", |_, document| drop(document.as_object_mut().expect("an object").remove("proof"))),
        ("changed after signing", |_, document| document["credentialSubject"]["licenseNumber"] = "20261122-SH1-0002".into()),
        ("a key of his own", |act, document| {
            let own = Secret::from_seed(&[7; 32]);
            let mut claims = Claims::read(document).expect("a licence");
            claims.number = act.number.clone();
            claims.issuer.did = own.did();
            act.issuer = own.did();
            *document = claims.signed(&own, claims.from).expect("signed");
        }),
        ("no licence at all", |_, document| *document = serde_json::json!({ "good": true })),
    ];
    for (what, change) in ways {
        assert_eq!(listed(&forged(change)), ("unproven".to_owned(), 4), "{what}");
    }
}

#[test]
fn a_file_changed_or_lost_behind_the_program_s_back_is_seen() {
    for sql in ["UPDATE credential SET json = replace(json, '陈小满', '李雷')", "DELETE FROM credential"] {
        let (office, ..) = office();
        office.sql("DROP TRIGGER credential_stays");
        office.sql(sql);
        let ran = office.desk.run(&["licences"]);
        assert_eq!((ran.code, ran.out.contains("unproven"), ran.out.contains("valid")), (4, true, false), "{sql}: {ran}");
    }
}

/// Numbers that a nobody wrote down are passed over; they stop nobody.
#[test]
fn a_nobody_uses_up_no_numbers() {
    let (office, mut act, document) = office();
    let nobody = Secret::from_seed(&[7; 32]);
    for serial in (2..220).chain([u32::MAX]) {
        (act.number, act.serial, act.credential) = (format!("20261122-SH1-{serial:04}").into(), serial, Digest::of(&document));
        office.forge_by(&nobody, Deed::Issued(Box::new(act.clone())), None, Some(&claims::text(&document)));
    }
    let _ = office.desk.done(&["learner", "add", "林未"]);
    let _ = office.sit("林未", "quick", RIGHT);
    let out = office.desk.path("next.json").display().to_string();
    let ran = office.issue("林未", "quick", &out);
    assert!(ran.code == 0 && ran.err.contains("20261122-SH1-0220"), "{ran}");
}
