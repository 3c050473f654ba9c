//! Licences once they are out: suspended, reinstated, revoked; by two persons; provisional; renewed; listed; courses waived.

mod keys;
mod lists;
mod renewed;
mod two;

use insta::assert_snapshot;
use serde_json::Value;

use crate::desk::{Desk, Happens, Ran};
use crate::office::{Office, RIGHT, masked};

/// The first licence of the day.
const FIRST: &str = "20261122-SH1-0001";
const DAY: i64 = 86_400_000;

/// 陈小满 holds the quick licence.
fn licensed() -> Office {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let ran = give(&office, "陈小满", "quick");
    assert_eq!(ran.code, 0, "{ran}");
    office
}

/// `issue` by 钱发 to a file that nobody looks at.
fn give(office: &Office, learner: &str, licence: &str) -> Ran {
    let out = office.desk.path(&format!("{}.json", office.acts().len())).display().to_string();
    office.issue(learner, licence, &out)
}

/// The states of all licences, the newest first.
fn states(office: &Office) -> Vec<(String, String)> {
    let ran = office.desk.run(&["licences", "--format", "json"]);
    let all: Value = serde_json::from_str(&ran.out).expect("JSON");
    let word = |one: &Value, key: &str| one[key].as_str().expect("text").to_owned();
    all.as_array().expect("a list").iter().map(|one| (word(one, "number"), word(one, "state"))).collect()
}

fn state(office: &Office) -> String {
    states(office).remove(0).1
}

/// In Chinese.
fn chinese(office: Office) -> Office {
    let Office { desk, passphrase } = office;
    Office { desk: Desk::in_chinese(desk), passphrase }
}

/// Signed by 钱发, with a reason.
fn change(office: &Office, what: &str, reason: &str) -> Ran {
    office.by("钱发", &[what, FIRST, "--reason", reason])
}

#[test]
fn a_licence_is_suspended_and_good_again() {
    let office = licensed();
    assert_snapshot!(change(&office, "suspend", "投诉核查"), @"
    ── stderr ──
    To be suspended: 20261122-SH1-0001 of 陈小满.
    20261122-SH1-0001 is suspended; signed by 钱发. The holder is told why.
    Your own PCs learn of it with onduty send DIR --roster; whoever checks licences elsewhere only from the status lists: publish them again with onduty status --out DIR
    ── exit 0 ──
    ");
    assert_snapshot!(office.desk.run(&["licences"]), @"
    Number             Name    Licence            Until       State
    20261122-SH1-0001  陈小满  The quick licence  2027-11-21  suspended
    ── exit 0 ──
    ");
    // The holder is told, with the reason.
    assert_snapshot!(office.desk.run(&["progress"]).out.lines().take(3).collect::<Vec<_>>().join("\n"), @r#"
    Your licence "The quick licence" (20261122-SH1-0001) is suspended. Reason: 投诉
    核查. Do not work with it until it is good again; if you disagree, tell your
    manager, with its number.
    "#);
    let result = office.desk.run(&["result"]).out;
    assert!(result.contains("投诉核查") && result.contains("suspended"), "{result}");
    assert_snapshot!(change(&office, "suspend", "再来一次"), @"
    ── stderr ──
    To be suspended: 20261122-SH1-0001 of 陈小满.
    20261122-SH1-0001 is suspended; signed by 钱发. The holder is told why.
    Your own PCs learn of it with onduty send DIR --roster; whoever checks licences elsewhere only from the status lists: publish them again with onduty status --out DIR
    ── exit 0 ──
    ");
    assert_snapshot!(change(&office, "reinstate", "核查无误"), @"
    ── stderr ──
    20261122-SH1-0001 is good again; signed by 钱发.
    Your own PCs learn of it with onduty send DIR --roster; whoever checks licences elsewhere only from the status lists: publish them again with onduty status --out DIR
    ── exit 0 ──
    ");
    assert_eq!(state(&office), "valid");
    assert!(!office.desk.run(&["progress"]).out.contains("suspended"));
    assert_snapshot!(change(&office, "reinstate", "核查无误"), @"
    ── stderr ──
    Not done: 20261122-SH1-0001 is not suspended.
    ── exit 5 ──
    ");
    assert!(office.is_sound());
}

#[test]
fn a_suspension_ends_on_its_day() {
    let office = licensed();
    let until = |day: &str| office.by("钱发", &["suspend", FIRST, "--reason", "学习三天", "--until", day]);
    assert_snapshot!(until("2026-11-21"), @"
    ── stderr ──
    Not done: 2026-11-21 is over already; a suspension ends later than today.
    ── exit 2 ──
    ");
    assert_snapshot!(until("9999-12-31"), @"
    ── stderr ──
    Not done: Suspended until 9999-12-31 is too late: this licence ends on 2027-11-21.
      What to do: Give a day before it ends; leave --until out to suspend it until it is reinstated; to take it back for good: onduty revoke.
    ── exit 2 ──
    ");
    assert_snapshot!(until("2026年11月25日"), @"
    ── stderr ──
    To be suspended: 20261122-SH1-0001 of 陈小满.
    20261122-SH1-0001 is suspended until 2026-11-25, that day included; signed by 钱发. The holder is told why.
    Your own PCs learn of it with onduty send DIR --roster; whoever checks licences elsewhere only from the status lists: publish them again with onduty status --out DIR
    ── exit 0 ──
    ");
    assert_snapshot!(office.desk.run(&["licences", "--lang", "zh-CN"]), @"
    编号               姓名    上岗证  有效至      状态
    20261122-SH1-0001  陈小满  快证    2027-11-21  暂停至 2026-11-25
    ── exit 0 ──
    ");
    office.desk.then(Happens::GoesBy(3 * DAY));
    assert_eq!(state(&office), "suspended", "in the morning of the 25th");
    office.desk.then(Happens::GoesBy(DAY));
    assert_eq!(state(&office), "valid");
}

#[test]
fn revoked_is_for_good() {
    let office = chinese(licensed());
    assert_snapshot!(change(&office, "revoke", "替人考试"), @"
    ── stderr ──
    吊销后不能恢复：20261122-SH1-0001，持证人 陈小满。
    20261122-SH1-0001 已吊销，不能再恢复，由 钱发 签名。持证人会看到原因。
    本单位的电脑：用 onduty send 文件夹 --roster 告诉它们；别处核验的人只能从状态名单里知道：请重新发布名单：onduty status --out 文件夹
    ── exit 0 ──
    ");
    for what in ["revoke", "suspend", "reinstate"] {
        assert_eq!(change(&office, what, "再想想").code, 5, "{what}");
    }
    assert_snapshot!(change(&office, "reinstate", "再想想"), @"
    ── stderr ──
    没办成：20261122-SH1-0001 已经吊销，不能再改。
    ── exit 5 ──
    ");
    assert_snapshot!(office.desk.run(&["progress"]).out.lines().take(3).collect::<Vec<_>>().join("\n"), @"
    您的“快证”（20261122-SH1-0001）已吊销。原因：替人考试。请不要再凭它上岗，纸质
    证请交回；有异议请报上编号，向主管提出。
    ");
    let (listed, _) = office.desk.json(&["licences"]);
    assert_eq!((listed[0]["state"].as_str(), listed[0]["taken"]["reason"].as_str()), (Some("revoked"), Some("替人考试")));
    // Held no longer: the exam may be sat anew, and a licence issued on it.
    assert_eq!(office.desk.run(&["exam", "quick", "--ready"]).code, 0);
    let _ = office.sit("陈小满", "quick", RIGHT);
    assert_eq!(give(&office, "陈小满", "quick").code, 0);
    assert_eq!(states(&office).into_iter().map(|(_, state)| state).collect::<Vec<_>>(), ["valid", "revoked"]);
}

/// One who holds a suspended licence does not get another one.
#[test]
fn nobody_gets_round_a_suspension() {
    let office = Office::staffed();
    office.desk.edit("shelf/quick.toml", "lasts = \"12mo\"", "lasts = \"12mo\"\nrenew_within = \"365d\"");
    for _ in 0..2 {
        let _ = office.sit("陈小满", "quick", RIGHT);
        if office.acts().iter().all(|it| !matches!(it.act.deed, onduty::attempt::act::Deed::Issued(_))) {
            assert_eq!(give(&office, "陈小满", "quick").code, 0);
        }
    }
    assert_eq!(change(&office, "suspend", "投诉核查").code, 0);
    assert_snapshot!(give(&office, "陈小满", "quick"), @"
    ── stderr ──
    Not done: 陈小满 holds 20261122-SH1-0001, which is suspended; nothing is issued or renewed meanwhile.
      Cause: 投诉核查
      What to do: Good again: onduty reinstate 20261122-SH1-0001 --reason WHY
    ── exit 5 ──
    ");
    assert_eq!(change(&office, "reinstate", "没事了").code, 0);
    assert_eq!(give(&office, "陈小满", "quick").code, 0);
    // The new one took the old one's place: it is named from now on, and takes the old one with it.
    assert_snapshot!(change(&office, "revoke", "替人考试"), @"
    ── stderr ──
    Not done: 20261122-SH1-0001 was followed by 20261122-SH1-0002: name that one; the old one stands and falls with it.
    ── exit 5 ──
    ");
    assert_eq!(office.by("钱发", &["revoke", "20261122-SH1-0002", "--reason", "替人考试"]).code, 0);
    assert_eq!(states(&office).into_iter().map(|(_, state)| state).collect::<Vec<_>>(), ["revoked", "revoked"]);
}

#[test]
fn who_may_not() {
    let office = licensed();
    assert_eq!(office.by("李考", &["revoke", FIRST, "--reason", "不合格"]).code, 5, "an examiner takes nothing back");
    assert_snapshot!(office.by("钱发", &["revoke", "20261122-SH1-0009", "--reason", "没有这张"]), @"
    ── stderr ──
    Not done: No licence 20261122-SH1-0009 was issued here.
      What to do: Licences issued: onduty licences
    ── exit 2 ──
    ");
    assert_eq!(office.by("钱发", &["revoke", FIRST, "--reason", "x"]).code, 2, "that is no reason");
    // The holder, who is an issuer as well.
    let _ = office.add_staff("陈小满", &["issuer"]);
    assert_snapshot!(office.by("陈小满", &["suspend", FIRST, "--reason", "休假去了"]), @r#"
    ── stderr ──
    To be suspended: 20261122-SH1-0001 of 陈小满.
    Not done: 陈小满 has the candidate's own name: under this scheme nobody admits, examines, grants or licenses themselves.
      What to do: Let somebody else do it; or say independence = "none" in the scheme (every licence then states it).
    ── exit 5 ──
    "#);
    assert_eq!(state(&office), "valid");
}

#[test]
fn the_reason_goes_with_the_person() {
    let office = licensed();
    assert_eq!(change(&office, "suspend", "陈小满被投诉").code, 0);
    let mut store = office.store();
    let learner = onduty::store::Store::learners(&store).expect("readable").remove(0);
    onduty::store::Store::erase(&mut store, &learner.id).expect("erased");
    assert!(office.acts().iter().all(|signed| signed.beside.is_none()));
    assert!(office.is_sound());
}

/// The number of an erased person's licence still stands somehow, and nobody is left to be told why.
#[test]
fn the_number_of_an_erased_holder_stands_as_it_does() {
    let office = licensed();
    let _ = office.desk.done(&["learner", "erase", "陈小满", "--yes-erase", "陈小满"]);
    assert_snapshot!(change(&office, "suspend", "投诉核查"), @"
    ── stderr ──
    To be suspended: 20261122-SH1-0001 of –.
    20261122-SH1-0001 is suspended; signed by 钱发. The holder's data are erased: nobody is told.
    Your own PCs learn of it with onduty send DIR --roster; whoever checks licences elsewhere only from the status lists: publish them again with onduty status --out DIR
    ── exit 0 ──
    ");
    assert_snapshot!(office.desk.run(&["licences"]), @"
    Number             Name  Licence            Until       State
    20261122-SH1-0001  –     The quick licence  2027-11-21  erased; its number: suspended
    ── exit 0 ──
    ");
    let report = office.desk.run(&["report", "licence", "quick"]).out;
    assert!(report.contains("Holder's data erased, number suspended"), "{report}");
    assert_eq!(change(&office, "revoke", "投诉属实").code, 0);
    let (json, _) = office.desk.json(&["licences"]);
    assert_eq!((&json[0]["state"], &json[0]["number_state"]), (&"erased".into(), &"revoked".into()), "{json}");
}

#[test]
fn a_course_is_waived_on_evidence() {
    let office = Office::staffed();
    office.desk.edit("shelf/quick.toml", "[theory]", "[requires]\ncourses = [\"first-day\"]\n[theory]");
    let file = office.desk.file("证书.pdf", "a certificate");
    let ready = || office.desk.run(&["exam", "quick", "--ready"]).code;
    assert_eq!(ready(), 5);
    let waive =
        |who: &str, file: &str| office.by(who, &["waive", "陈小满", "first-day", "--reason", "别处学过", "--evidence", file]);
    assert_eq!(waive("钱发", &file).code, 5, "an issuer is no examiner");
    assert_eq!(waive("李考", "nowhere.pdf").code, 4);
    assert_snapshot!(masked(&waive("李考", &file).to_string()), @r#"
    ── stderr ──
    陈小满 need not take "The first day". The evidence is noted by its digest only: keep the file (SHA-256 DIGEST).
    ── exit 0 ──
    "#);
    assert_eq!(ready(), 0);
    // Nobody says that it was taken: it was waived, on that day.
    let said = |args: &[&str], words: &str| {
        let ran = office.desk.run(args);
        assert!(ran.out.contains(words) || ran.err.contains(words), "{args:?} {words} {ran}");
    };
    said(&["exam", "quick", "--ready"], "“The first day” is waived since 2026-11-22");
    said(&["progress"], "waived since 2026-11-22");
    let (progress, _) = office.desk.json(&["progress"]);
    assert!(progress["courses"][0]["waived"].is_i64() && progress["courses"][0]["done"] == false, "{progress:#}");
    assert!(!progress["next"].to_string().contains("first-day"), "it is not what comes next: {progress:#}");
    let _ = office.desk.done(&["learner", "edit", "陈小满", "--group", "早班"]);
    let _ = office.desk.done(&["assign", "first-day", "--to", "早班"]);
    said(&["group", "show", "早班"], "waived 2026-11-22");
    said(&["report", "archive"], "waived");
    let _ = office.sit("陈小满", "quick", RIGHT);
    let out = office.desk.path("w.json").display().to_string();
    assert_eq!(office.issue("陈小满", "quick", &out).code, 0);
    let text = String::from_utf8(office.read("w.json")).expect("UTF-8");
    // The digest of the file, not a word of it.
    let digest = onduty::base::digest::Digest::of_bytes(b"a certificate").to_string();
    assert!(text.contains(&digest) && text.contains("考官签字免修的课程") && !text.contains("a certificate"), "{text}");
}
