//! Keys over time: rotated, retired; staff who leave or lost a passphrase.

use super::*;

fn check(office: &Office, file: &str) -> Ran {
    let trust = office.desk.file("trusted.toml", &office.desk.done(&["key", "show"]).out);
    let file = office.desk.path(file).display().to_string();
    office.desk.run(&["verify", &file, "--trust", &trust])
}

#[test]
fn a_key_takes_the_place_of_another() {
    let office = Office::staffed();
    let _ = office.desk.done(&["learner", "add", "林未"]);
    for name in ["陈小满", "林未"] {
        let _ = office.sit(name, "quick", RIGHT);
    }
    assert_eq!(office.issue("陈小满", "quick", &office.desk.path("old.json").display().to_string()).code, 0);
    let rotate = |code: &str| office.by("钱发", &["key", "rotate", code, "--yes", "--new-passphrase-file", &office.passphrase]);
    assert_snapshot!(rotate("SH1"), @"
    ── stderr ──
    晨光客服中心 (SH1) signs with a new key from now on; it is in DESK/data/keys/issuer-SH1-2.pem, locked by its own passphrase; keep a copy. The old key signs nothing new; its licences stay good.
    Whoever checks licences needs the new lines of onduty key show: they say until when a key signed.
    ── exit 0 ──
    ");
    assert_eq!(rotate("GZ1").code, 5);
    assert_snapshot!(moments(&masked(&office.desk.run(&["key", "show"]).to_string())), @r#"
    [[issuer]]
    did = "did:key:KEY"
    name = "晨光客服中心"
    code = "SH1"
    until = "2026-11-22…"

    [[issuer]]
    did = "did:key:KEY"
    name = "晨光客服中心"
    code = "SH1"
    ── stderr ──
    Save it as a file for whoever checks licences: onduty key show > trust.toml
    ── exit 0 ──
    "#);
    // Numbers go on; both are good.
    assert_snapshot!(office.issue("林未", "quick", &office.desk.path("new.json").display().to_string()), @"
    ── stderr ──
    Issued: 20261122-SH1-0002  林未  2026-11-22 to 2027-11-21. File: DESK/new.json
    ── exit 0 ──
    ");
    assert_eq!((check(&office, "old.json").code, check(&office, "new.json").code), (0, 0));
    assert_eq!(states(&office).into_iter().map(|(_, state)| state).collect::<Vec<_>>(), ["valid", "valid"]);
    // And once more.
    assert_eq!(rotate("SH1").code, 0);
    assert!(office.desk.path("data/keys/issuer-SH1-3.pem").exists() && office.is_sound());
}

/// Dates with their times, which hang on how often the clock was looked at.
fn moments(text: &str) -> String {
    let line = |line: &str| match line.split_once("until = \"") {
        Some((before, rest)) => format!("{before}until = \"{}…\"", &rest[..10]),
        None => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_a_retired_key_signs_later_is_not_good() {
    let office = licensed();
    let out = office.desk.path("late.json").display().to_string();
    assert_eq!(office.desk.run(&["licences", "--number", FIRST, "--out", &out]).code, 0);
    assert_eq!(check(&office, "late.json").code, 0);
    // The list says that the key was retired before.
    let (keys, _) = office.desk.json(&["key", "show"]);
    let did = keys[0]["did"].as_str().expect("a key");
    let trust = format!("[[issuer]]\ndid = \"{did}\"\nname = \"晨光\"\nuntil = \"2026-11-21T00:00:00Z\"\n");
    let trust = office.desk.file("ended.toml", &trust);
    let ran = office.desk.run(&["verify", &out, "--trust", &trust]);
    assert_eq!(ran.code, 1);
    assert_snapshot!(masked(&ran.out).lines().filter(|line| line.contains("retired")).collect::<Vec<_>>().join("\n"), @"
    ✗ Issuer: failed. This key was retired on 2026-11-21 08:00; the licence was
    Signed too late: the key is one that you trusted, but it was retired before
    ");
    // Here nothing is issued with it any more.
    assert_snapshot!(office.by("钱发", &["key", "retire", "SH1", "--yes", "--reason", "钥匙可能外泄"]), @"
    ── stderr ──
    The key of 晨光客服中心 (SH1) signs nothing any more; its licences stay good.
    Whoever checks licences needs the new lines of onduty key show: they say until when a key signed.
    ── exit 0 ──
    ");
    let _ = office.desk.done(&["learner", "add", "林未"]);
    let _ = office.sit("林未", "quick", RIGHT);
    assert_eq!(give(&office, "林未", "quick").code, 5);
    assert_eq!(office.by("钱发", &["key", "retire", "SH1", "--yes", "--reason", "再来一次"]).code, 5);
    assert_eq!(state(&office), "valid", "what it signed before stays good");
}

#[test]
fn whoever_leaves_signs_nothing_more() {
    let office = licensed();
    assert_snapshot!(office.by("周全", &["staff", "leave", "钱发", "--reason", "离职"]), @"
    ── stderr ──
    钱发 has left: the roles end, what was signed stands.
    ── exit 0 ──
    ");
    assert_eq!(state(&office), "valid", "what was signed stands");
    assert_snapshot!(change(&office, "revoke", "我不干了"), @"
    ── stderr ──
    To be revoked for good: 20261122-SH1-0001 of 陈小满.
    Not done: There is no member of staff called 钱发.
      What to do: These may: 孙训, 周全. Say who with --staff; that person's key file has to be on this PC.
    ── exit 5 ──
    ");
    let (staff, _) = office.desk.json(&["staff", "list"]);
    assert!(staff.as_array().expect("a list").iter().all(|it| it["name"] != "钱发"));
}

#[test]
fn a_lost_passphrase() {
    let office = licensed();
    let other = office.desk.file("other", "another long passphrase\n");
    let rekey =
        |who: &str, by: &str| office.by(by, &["staff", "rekey", who, "--reason", "忘了口令", "--new-passphrase-file", &other]);
    assert_eq!(rekey("钱发", "钱发").code, 5, "not by oneself");
    assert_snapshot!(masked(&rekey("钱发", "周全").to_string()), @"
    ── stderr ──
    钱发 has a new key in DESK/data/keys/staff-UUID-2.pem, locked by the new passphrase; keep a copy. What DESK/data/keys/staff-UUID.pem signs from now on counts for nothing.
    ── exit 0 ──
    ");
    assert_eq!(change(&office, "suspend", "投诉核查").code, 5, "the old passphrase opens nothing");
    let ran = office.desk.run(&["suspend", FIRST, "--reason", "投诉核查", "--staff", "钱发", "--passphrase-file", &other]);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(state(&office), "suspended");
    assert!(office.is_sound());
}

#[test]
fn the_only_issuer() {
    let office = Office::empty();
    let _ = office.add_staff("钱发", &["issuer"]);
    let other = office.desk.file("other", "another long passphrase\n");
    let args = ["staff", "rekey", "钱发", "--reason", "忘了口令", "--new-passphrase-file", &other];
    assert_snapshot!(office.by("钱发", &args), @"
    ── stderr ──
    Not done: 钱发 is the only issuer here; nobody else can sign for a new key.
      What to do: If the passphrase is lost, nobody can bring it back, and nobody may take its place: begin a new store (--store), add its first issuer and make a new issuing key with another code; tell whoever checks licences, by another way, to trust that key too. Old licences stay good under the old key. With a second issuer this cannot happen.
    ── exit 5 ──
    ");
    assert_snapshot!(office.by("钱发", &["staff", "leave", "钱发", "--reason", "离职"]), @"
    ── stderr ──
    Not done: 钱发 is the only issuer here; without one nobody could be appointed any more.
      What to do: Add someone: onduty staff add NAME --role issuer
    ── exit 5 ──
    ");
}

/// What cannot be undone is said before it is done, and asked where somebody can be asked.
#[test]
fn what_it_means_is_said_before_a_key_ends() {
    let office = licensed();
    let acts = office.acts().len();
    assert_snapshot!(office.by("钱发", &["key", "retire", "SH1", "--reason", "不办了"]), @"
    ── stderr ──
    The key of 晨光客服中心 (SH1) ends: licences that it signed and that are good now stay good (1). Nothing is issued or renewed under this code any more, and there is no way back. For a new key in its place: onduty key rotate SH1
    Not done: There is no terminal window here that can be typed in.
      What to do: Run it in a terminal window; scripts say --yes.
    ── exit 2 ──
    ");
    assert_snapshot!(office.by("钱发", &["key", "rotate", "SH1", "--lang", "zh-CN"]), @"
    ── stderr ──
    “晨光客服中心”（SH1）换密钥：用旧密钥签过、现在有效的 1 张证照样有效；旧密钥从此不再签新证，换不回来。核验的人拿到 onduty key show 的新内容以前，认不出新密钥签的证。
    没办成：这里没有可以按键的终端窗口。
    　怎么办：请在终端窗口里运行；脚本里加上 --yes。
    ── exit 2 ──
    ");
    assert_eq!(office.acts().len(), acts, "nothing was signed");
}
