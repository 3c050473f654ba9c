//! `staff` and `key`: people with keys of their own, the organisation's key; and that nothing is signed without one.

use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use onduty::credential::keyfile::named;
use onduty::store::Store as _;
use serde_json::Value;

use crate::candidate::Candidate;
use crate::desk::{Desk, Ran};
use crate::office::{Office, PASSPHRASE, RIGHT};

mod appoint;

/// The key files of an office.
fn key_files(office: &Office) -> Vec<PathBuf> {
    let files = std::fs::read_dir(office.desk.path("data/keys")).expect("a folder of keys");
    files.map(|file| file.expect("readable").path()).collect()
}

fn masked(ran: &Ran) -> String {
    crate::office::masked(&ran.to_string())
}

#[cfg(unix)]
#[test]
fn a_key_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    for file in key_files(&Office::staffed()) {
        // `Office::staffed` copies files with their modes.
        assert_eq!(file.metadata().expect("a file").permissions().mode() & 0o777, 0o600, "{}", file.display());
    }
    let office = Office::empty();
    let _ = office.add_staff("李考", &["issuer", "examiner"]);
    assert_eq!(key_files(&office)[0].metadata().expect("a file").permissions().mode() & 0o777, 0o600);
}

#[test]
fn an_organisations_key() {
    let office = Office::empty();
    assert_snapshot!(office.desk.run(&["key", "show"]), @"
    ── stderr ──
    No issuing key yet. Make one: onduty key new --name COMPANY --code SH1
    ── exit 0 ──
    ");
    assert_snapshot!(office.found("SH1", "晨光", "钱发"), @"
    ── stderr ──
    Not done: There is no member of staff called 钱发.
      What to do: Add someone: onduty staff add NAME --role issuer
    ── exit 5 ──
    ");
    let _ = office.add_staff("钱发", &["issuer"]);
    let _ = office.add_staff("李考", &["examiner"]);
    assert_eq!(office.found("SH1", "晨光", "李考").code, 5, "an examiner makes no issuing key");
    assert_snapshot!(masked(&office.new_key("SH1", "晨光 \"客服\" 中心")), @r#"
    ── stderr ──
    The issuing key of 晨光 "客服" 中心 (SH1) is in DESK/data/keys/issuer-SH1.pem, locked by the passphrase; keep a copy. Whoever checks licences needs the lines of onduty key show.
    ── exit 0 ──
    "#);
    let key = |name: &str, code: &str| office.found(code, name, "钱发");
    assert_snapshot!(key("晨光", "SH1"), @"
    ── stderr ──
    Not done: The code SH1 is taken.
    ── exit 5 ──
    ");
    assert_snapshot!(key("晨光", "sh1"), @r#"
    ── stderr ──
    Not done: "sh1" is no code: capital letters and digits only, at most 8, such as SH1.
    ── exit 2 ──
    "#);
    for bad in ["", "ABCDEFGHI", "S H", "S-1", "上海", "../X"] {
        assert_eq!(key("晨光", bad).code, 2, "{bad}");
    }
    for bad in ["", "  ", "a\nb", &"字".repeat(61)] {
        assert_eq!(key(bad, "SH2").code, 2, "{bad}");
    }
    assert_eq!(office.acts().len(), 3, "only the first was made");
    let _ = office.new_key("BJ1", "Beijing");
    assert_snapshot!(masked(&office.desk.run(&["key", "show"])), @r#"
    [[issuer]]
    did = "did:key:KEY"
    name = "Beijing"
    code = "BJ1"

    [[issuer]]
    did = "did:key:KEY"
    name = '晨光 "客服" 中心'
    code = "SH1"
    ── stderr ──
    Save it as a file for whoever checks licences: onduty key show > trust.toml
    ── exit 0 ──
    "#);
    // These lines are a list of trusted issuers as it is read by whoever checks licences.
    let trust = office.trust();
    let mut names: Vec<&str> = trust.issuers().iter().map(|i| i.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Beijing", "晨光 \"客服\" 中心"]);
    let listed: Value = serde_json::from_str(&office.desk.done(&["key", "show", "--format", "json"]).out).expect("JSON");
    for key in listed.as_array().expect("a list") {
        let found = trust.find(&key["did"].as_str().expect("text").into()).expect("on the list");
        assert_eq!(key["name"], found.name.as_str());
    }
    assert_eq!(listed.as_array().map(Vec::len), Some(2));
}

#[test]
fn a_passphrase_is_shown_nowhere() {
    let office = Office::empty();
    let mut said = vec![office.add_staff("李考", &["issuer", "examiner"]), office.found("SH1", "晨光", "李考")];
    let exam = office.sit("陈小满", "quick", RIGHT);
    let wrong = office.desk.file("wrong", "incorrect horse battery");
    for file in [&wrong, &office.passphrase] {
        let args = ["void", &exam, "--reason", "网络断了", "--staff", "李考", "--passphrase-file", file];
        said.push(office.desk.run(&args));
    }
    assert_eq!(said.iter().map(|ran| ran.code).collect::<Vec<_>>(), [0, 0, 5, 0]);
    for ran in &said {
        assert!(!ran.to_string().contains("horse"), "{ran}");
    }
    // Nor is it kept: not in the records, not beside a key.
    for file in walk(&office.desk.path("data")) {
        let bytes = std::fs::read(&file).expect("a file");
        assert!(!bytes.windows(5).any(|w| w == b"horse"), "{}", file.display());
    }
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let all = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("readable").path());
    all.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

/// Every command that signs, with all that it needs but a key: there is an exam for each.
fn signed(office: &Office) -> Vec<Vec<String>> {
    let desk = &office.desk;
    let _ = desk.done(&["learner", "add", "林未"]);
    let _ = Candidate::new(desk, "hands").by_script().sits();
    let exam = office.sit("陈小满", "quick", RIGHT);
    let borderline = office.sit("林未", "quick", crate::office::BORDERLINE);
    let none = desk.answers("");
    let all: &[&[&str]] = &[
        &[
            &["sitting", "new", "watched", "--candidate", "林未", "--room", "三号机房"][..],
            &["--from", "2026-11-23 09:00", "--until", "11:00", "--out", "never-written.sitting"],
        ]
        .concat(),
        &["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &none],
        &["decide", &borderline, "pass", "--reason", "口头补答得好"],
        &["void", &exam, "--reason", "网络断了"],
        &["grant", "陈小满", "quick", "--reason", "机器坏了"],
        &["issue", "陈小满", "quick", "--out", "never-written.json"],
    ];
    all.iter().map(|args| args.iter().map(|a| (*a).to_owned()).collect()).collect()
}

#[test]
fn without_a_key_nothing_is_signed() {
    let office = Office::empty();
    let head = |office: &Office| office.store().ledger().expect("a ledger").len();
    let all = signed(&office);
    let before = head(&office);
    for args in &all {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let ran = office.desk.run(&args);
        assert_eq!(ran.code, 5, "{args:?} {ran}");
        assert!(ran.err.contains("What to do: "), "{args:?} {ran}");
    }
    assert_snapshot!(office.desk.run(&["grant", "陈小满", "quick", "--reason", "机器坏了"]), @"
    ── stderr ──
    Not done: Nobody at this PC may do this: it takes the key of an examiner.
      What to do: Add someone: onduty staff add NAME --role examiner
    ── exit 5 ──
    ");
    assert_eq!(head(&office), before, "nothing was written");
}

#[test]
fn a_wrong_or_missing_passphrase_signs_nothing() {
    let office = Office::staffed();
    let all = signed(&office);
    let before = office.store().ledger().expect("a ledger").len();
    let wrong = office.desk.file("wrong", "not the passphrase");
    for args in &all {
        let who = if args[0] == "issue" { "钱发" } else { "李考" };
        let args: Vec<&str> = args.iter().map(String::as_str).chain(["--staff", who]).collect();
        let ran = office.desk.run(&[&args[..], &["--passphrase-file", &wrong]].concat());
        assert!(ran.code == 5 && ran.err.contains("Wrong passphrase"), "{args:?} {ran}");
        // There is no terminal here: it is said how a script does it.
        let ran = office.desk.run(&args);
        assert!(ran.code == 5 && ran.err.contains("--passphrase-file"), "{args:?} {ran}");
    }
    let grant = ["grant", "陈小满", "quick", "--reason", "机器坏了", "--staff", "李考"];
    assert_snapshot!(masked(&office.desk.run(&[&grant[..], &["--passphrase-file", &wrong]].concat())), @"
    ── stderr ──
    Not done: Wrong passphrase: DESK/data/keys/staff-UUID.pem stays locked.
      What to do: Nobody can open it without; look whether the keyboard types what you mean (caps lock, input method). If it is forgotten, an issuer who is somebody else gives a new key; what was signed before stands: onduty staff rekey 李考 --reason WHY
    ── exit 5 ──
    ");
    assert_snapshot!(office.desk.run(&grant), @"
    ── stderr ──
    Not done: Without a passphrase nothing can be signed.
      What to do: Run it in a terminal window; scripts use --passphrase-file FILE.
    ── exit 5 ──
    ");
    assert_eq!(office.store().ledger().expect("a ledger").len(), before, "nothing was written");
}

#[test]
fn who_acts_has_to_have_the_role() {
    let office = Office::staffed();
    let grant = ["grant", "陈小满", "quick", "--reason", "机器坏了"];
    let with = |who: &str| office.by(who, &grant);
    assert_snapshot!(with("钱发"), @"
    ── stderr ──
    Not done: 钱发 is no examiner and may not do this.
      What to do: These may: 李考, 王考, 周全, 赵考. Say who with --staff; that person's key file has to be on this PC.
    ── exit 5 ──
    ");
    assert_snapshot!(with("谁呀"), @"
    ── stderr ──
    Not done: There is no member of staff called 谁呀.
      What to do: These may: 李考, 王考, 周全, 赵考. Say who with --staff; that person's key file has to be on this PC.
    ── exit 5 ──
    ");
    let nobody = office.desk.run(&[&grant[..], &["--passphrase-file", &office.passphrase]].concat());
    assert_snapshot!(nobody, @"
    ── stderr ──
    Not done: Several people may do this: 李考, 王考, 周全, 赵考. Say who with --staff.
      What to do: Who there is: onduty staff list
    ── exit 2 ──
    ");
    assert_eq!(with("赵考").code, 0);
    assert_snapshot!(office.issue_by("李考", "陈小满", "quick", &[]).code, @"5");
}

#[test]
fn a_key_that_is_not_here_or_not_the_right_one() {
    let office = Office::staffed();
    let grant = ["grant", "陈小满", "quick", "--reason", "机器坏了"];
    let files: Vec<(String, PathBuf)> = key_files(&office)
        .into_iter()
        .map(|file| (named(&std::fs::read_to_string(&file).expect("text")).expect("a name").to_string(), file))
        .collect();
    let list: Value = serde_json::from_str(&office.desk.done(&["staff", "list", "--format", "json"]).out).expect("JSON");
    let of = |name: &str| {
        let staff = list.as_array().expect("a list").iter().find(|s| s["name"] == name).expect("on the list");
        files.iter().find(|(did, _)| *did == staff["key"]).expect("a file").1.clone()
    };
    // Another's key in one's place, under the same passphrase.
    std::fs::copy(of("王考"), of("李考")).expect("copied");
    assert_snapshot!(masked(&office.by("李考", &grant)), @"
    ── stderr ──
    Not done: DESK/data/keys/staff-UUID.pem holds another key than the one on the list.
      What to do: The key's file belongs at that very place: bring it from the computer where the key was made, or from your copy.
    ── exit 5 ──
    ");
    std::fs::write(of("李考"), "no key at all").expect("written");
    assert_eq!(office.by("李考", &grant).code, 4);
    std::fs::remove_file(of("李考")).expect("removed");
    assert_snapshot!(masked(&office.by("李考", &grant)), @"
    ── stderr ──
    Not done: There is no key file DESK/data/keys/staff-UUID.pem.
      Cause: There is no such file or folder.
      What to do: The key's file belongs at that very place: bring it from the computer where the key was made, or from your copy.
    ── exit 5 ──
    ");
    // Whose key is elsewhere is not asked to choose among.
    std::fs::remove_file(of("王考")).expect("removed");
    std::fs::remove_file(of("周全")).expect("removed");
    assert_eq!(office.desk.run(&[&grant[..], &["--passphrase-file", &office.passphrase]].concat()).code, 0);
}

#[test]
fn in_chinese_too() {
    let desk = Desk::empty().in_chinese();
    let pass = desk.file("passphrase", PASSPHRASE);
    let ran = desk.done(&["staff", "add", "李考", "--role", "issuer", "--new-passphrase-file", &pass]);
    assert_snapshot!(crate::office::masked(&ran.to_string()), @"
    ── stderr ──
    已登记 李考。私钥在 DESK/data/keys/staff-UUID.pem，用口令锁着；请另存一份。
    口令丢了谁也找不回来：请尽早再登记一位发证人，好让人事还能办下去。
    ── exit 0 ──
    ");
    assert_snapshot!(crate::office::masked(&desk.run(&["staff", "list"]).to_string()), @"
    姓名  职责    密钥文件
    李考  发证人  staff-UUID.pem
    ── stderr ──
    密钥文件在 DESK/data/keys；公钥用 --format json 看。
    ── exit 0 ──
    ");
}
