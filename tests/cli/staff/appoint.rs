//! `staff add`: an issuer appoints; whoever appoints himself is nobody.

use insta::assert_snapshot;
use onduty::attempt::act::{Deed, StaffRole};
use onduty::credential::keyfile::{KeyTrouble, named, unlock};
use serde_json::Value;

use super::{key_files, masked};
use crate::office::{Office, PASSPHRASE};

#[test]
fn who_is_appointed_gets_a_key() {
    let office = Office::empty();
    assert_snapshot!(masked(&office.desk.run(&["staff", "list"])), @"
    ── stderr ──
    No staff yet. The first is an issuer, who appoints the others: onduty staff add NAME --role issuer
    ── exit 0 ──
    ");
    assert_snapshot!(masked(&office.add_staff("  钱发 ", &["issuer"])), @"
    ── stderr ──
    钱发 is on the list. The private key is in DESK/data/keys/staff-UUID.pem, locked by the passphrase; keep a copy.
    Nobody can bring a lost passphrase back: add a second issuer soon, so that there is always one who can appoint.
    ── exit 0 ──
    ");
    let both = ["staff", "add", "孙训", "--role", "issuer", "--role", "trainer", "--role", "issuer", "--format", "json"];
    let ran = office.by("钱发", &[&both[..], &["--new-passphrase-file", &office.passphrase]].concat());
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(told["name"], "孙训");
    // What was told is what was signed, by the first for the second: the key of the file, with these roles.
    let acts = office.acts();
    let [first, second] = acts.as_slice() else { panic!("two acts: {acts:?}") };
    assert_eq!(second.act.key, first.act.key);
    let appointed = told["key"].as_str().expect("text").into();
    let roles = vec![StaffRole::Trainer, StaffRole::Issuer];
    assert_eq!(second.act.deed, Deed::Appointed { staff: told["id"].as_str().expect("text").into(), roles, appointed });
    let file = office.read(told["file"].as_str().expect("a path").replace("DESK", "."));
    let file = String::from_utf8(file).expect("text");
    assert_eq!(named(&file).expect("a name").as_str(), told["key"]);
    assert_eq!(unlock(&file, PASSPHRASE.as_bytes()).expect("the passphrase").did().as_str(), told["key"]);
    assert_eq!(unlock(&file, b"correct horse batterz").expect_err("not the passphrase"), KeyTrouble::WrongPassphrase);
    assert_snapshot!(masked(&office.desk.run(&["staff", "list"])), @"
    Name  Roles            Key file
    孙训  trainer, issuer  staff-UUID.pem
    钱发  issuer           staff-UUID.pem
    ── stderr ──
    Key files lie in DESK/data/keys; public keys: --format json.
    ── exit 0 ──
    ");
    let listed: Value = serde_json::from_str(&office.desk.done(&["staff", "list", "--format", "json"]).out).expect("JSON");
    let mut roles: Vec<_> = listed.as_array().expect("a list").iter().map(|s| (s["name"].clone(), s["roles"].clone())).collect();
    roles.sort_by_key(|(name, _)| name.to_string());
    assert_eq!(
        roles,
        [("孙训".into(), serde_json::json!(["trainer", "issuer"])), ("钱发".into(), serde_json::json!(["issuer"]))]
    );
}

#[test]
fn only_an_issuer_appoints() {
    let office = Office::empty();
    assert_snapshot!(masked(&office.appoint("李考", &["examiner"], "李考")), @"
    ── stderr ──
    Not done: The first member of staff has to be an issuer: issuers appoint everybody else.
      What to do: Add someone: onduty staff add NAME --role issuer
    ── exit 5 ──
    ");
    let _ = office.add_staff("钱发", &["issuer"]);
    let _ = office.add_staff("李考", &["examiner"]);
    assert_snapshot!(masked(&office.appoint("表弟", &["examiner"], "李考")), @"
    ── stderr ──
    Not done: 李考 is no issuer and may not do this.
      What to do: These may: 钱发. Say who with --staff; that person's key file has to be on this PC.
    ── exit 5 ──
    ");
    assert_snapshot!(masked(&office.appoint("表弟", &["examiner"], "表弟")), @"
    ── stderr ──
    Not done: There is no member of staff called 表弟.
      What to do: These may: 钱发. Say who with --staff; that person's key file has to be on this PC.
    ── exit 5 ──
    ");
    // The only issuer need not be named, but has to be there.
    let add = ["staff", "add", "表弟", "--role", "examiner", "--new-passphrase-file", &office.passphrase];
    assert_eq!(office.desk.run(&add).code, 5);
    let wrong = office.desk.file("wrong", "not the passphrase");
    assert_eq!(office.desk.run(&[&add[..], &["--passphrase-file", &wrong]].concat()).code, 5);
    assert_eq!((office.acts().len(), key_files(&office).len()), (2, 2), "nothing was written");
    assert_eq!(office.desk.run(&[&add[..], &["--passphrase-file", &office.passphrase]].concat()).code, 0);
}

#[test]
fn whoever_appoints_himself_is_nobody() {
    let office = Office::staffed();
    let own = onduty::credential::keys::Secret::from_seed(&[7; 32]);
    let (listed, _) = office.desk.json(&["staff", "list"]);
    let of = |name: &str| {
        let staff = listed.as_array().expect("a list").iter().find(|s| s["name"] == name).expect("on the list");
        staff["id"].as_str().expect("text").to_owned()
    };
    let appointed = |staff: &str| Deed::Appointed {
        staff: staff.into(),
        roles: vec![StaffRole::Examiner, StaffRole::Issuer],
        appointed: own.did(),
    };
    // Under a name of his own, under a real examiner's; by his own key, by that of an examiner.
    office.forge_by(&own, appointed("s-own"), None, None);
    office.forge_by(&own, appointed(&of("王考")), None, None);
    office.forge("李考", appointed("s-own"), None);
    assert_eq!(office.desk.json(&["staff", "list"]).0, listed);
    // Not even an issuer gives a second key to somebody, or a second person to a key.
    office.forge("钱发", appointed(&of("王考")), None);
    assert_eq!(office.desk.json(&["staff", "list"]).0, listed);
    office.forge("钱发", appointed("s-own"), None);
    assert_eq!(office.desk.json(&["staff", "list"]).0.as_array().map(Vec::len), Some(7), "an issuer may");
    let before = office.desk.json(&["staff", "list"]).0;
    office.forge("钱发", Deed::Appointed { staff: "s-two".into(), roles: vec![StaffRole::Examiner], appointed: own.did() }, None);
    assert_eq!(office.desk.json(&["staff", "list"]).0, before);
}

#[test]
fn an_issuing_key_is_made_by_an_issuer() {
    let office = Office::staffed();
    let own = onduty::credential::keys::Secret::from_seed(&[7; 32]);
    let (listed, _) = office.desk.json(&["key", "show"]);
    let founded =
        |code: &str| Deed::Founded {
            name: "晨光客服中心".to_owned(), code: code.to_owned(), issuer: own.did(), status: None
        };
    office.forge_by(&own, founded("SH2"), None, None);
    office.forge("李考", founded("SH2"), None);
    // Nor is a code given twice.
    office.forge("钱发", founded("SH1"), None);
    assert_eq!(office.desk.json(&["key", "show"]).0, listed);
    office.forge("钱发", founded("SH2"), None);
    assert_eq!(office.desk.json(&["key", "show"]).0.as_array().map(Vec::len), Some(2));
}

#[test]
fn who_cannot_be_added_leaves_nothing() {
    let office = Office::empty();
    let short = office.desk.file("short", "1234567\n");
    let _ = office.add_staff("钱发", &["issuer"]);
    let add = |more: &[&str]| office.desk.run(&[&["staff", "add"], more, &["--passphrase-file", &office.passphrase]].concat());
    assert_snapshot!(add(&["李考", "--role", "examiner", "--new-passphrase-file", &short]), @"
    ── stderr ──
    Not done: The passphrase is too short; it takes at least 8 characters.
    ── exit 2 ──
    ");
    assert_snapshot!(add(&["李考", "--role", "examinor", "--new-passphrase-file", &office.passphrase]), @r#"
    ── stderr ──
    Not done: "examinor" does not fit --role.
      What to do: These fit: trainer, examiner, issuer, auditor.
    ── exit 2 ──
    "#);
    assert_snapshot!(add(&["李考", "--new-passphrase-file", &office.passphrase]), @"
    ── stderr ──
    Not done: --role <trainer|examiner|issuer|auditor> is missing.
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    ");
    assert_snapshot!(add(&["李考", "--role", "examiner"]), @"
    ── stderr ──
    Not done: Without a passphrase nothing can be signed.
      What to do: Run it in a terminal window; scripts use --new-passphrase-file FILE.
    ── exit 5 ──
    ");
    assert_snapshot!(add(&["\u{1b}[31m", "--role", "examiner", "--new-passphrase-file", &office.passphrase]), @"
    ── stderr ──
    Not done: A name has 1 to 40 characters, all of them visible.
    ── exit 2 ──
    ");
    assert_snapshot!(add(&["李考", "--role", "examiner", "--new-passphrase-file", "/nowhere/at/all"]).code, @"4");
    assert_eq!((office.acts().len(), key_files(&office).len()), (1, 1), "nothing was written");
    let _ = office.add_staff("李考", &["examiner"]);
    assert_snapshot!(add(&["李考", "--role", "issuer", "--new-passphrase-file", &office.passphrase]), @"
    ── stderr ──
    Not done: There is a member of staff called 李考 already.
      What to do: Who there is: onduty staff list
    ── exit 5 ──
    ");
    for alike in ["李 考", "李考\u{200b}"] {
        assert_ne!(add(&[alike, "--role", "examiner", "--new-passphrase-file", &office.passphrase]).code, 0, "{alike:?}");
    }
    assert_eq!((office.acts().len(), key_files(&office).len()), (2, 2));
}

#[test]
fn who_was_written_down_without_a_key_is_added_again() {
    let office = Office::empty();
    office.cut("appointed");
    let add = ["staff", "add", "李考", "--role", "issuer", "--new-passphrase-file", &office.passphrase];
    assert_eq!(office.desk.run(&add).code, 4, "as if it were killed before the act");
    office.mend();
    let _ = office.desk.done(&add);
    assert_eq!(office.desk.done(&["staff", "list", "--format", "json"]).out.matches("李考").count(), 1);
    assert!(office.is_sound());
}

#[test]
fn a_passphrase_file_is_read_as_editors_write_it() {
    let office = Office::empty();
    let windows = office.desk.file("windows", &format!("\u{feff}{PASSPHRASE}\r\n"));
    let _ = office.desk.done(&["staff", "add", "李考", "--role", "issuer", "--new-passphrase-file", &windows]);
    let file = std::fs::read_to_string(&key_files(&office)[0]).expect("a key");
    assert!(unlock(&file, PASSPHRASE.as_bytes()).is_ok());
}
