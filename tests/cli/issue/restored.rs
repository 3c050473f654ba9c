//! A desk that was put back gives no number twice, and no place in the status list.

use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use serde_json::Value;

use super::super::heard::Branch;
use crate::desk::{Happens, Ran};
use crate::office::{Office, RIGHT};

/// An office where three people have passed and none has a licence; its backup of then.
fn passed() -> (Office, String) {
    let office = Office::staffed();
    for name in ["陈小满", "李雷", "韩梅"] {
        if name != "陈小满" {
            let _ = office.desk.done(&["learner", "add", name]);
        }
        let _ = office.sit(name, "quick", RIGHT);
    }
    let file = office.desk.path("monday.db").display().to_string();
    let _ = office.desk.done(&["backup", &file]);
    (office, file)
}

/// Issues to somebody, in the records in use or in others.
fn issue(office: &Office, learner: &str, store: &[&str], more: &[&str]) -> Ran {
    let out = office.desk.path(&format!("{learner}-{}.json", store.len() + more.len())).display().to_string();
    let key = ["--key-passphrase-file", &office.passphrase, "--out", &out, "--format", "json"];
    office.by("钱发", &[store, &["issue", learner, "quick"], &key, more].concat())
}

/// The number, and the place in the status list, of what was issued.
fn given(office: &Office, ran: &Ran) -> (String, String) {
    assert_eq!(ran.code, 0, "{ran}");
    let told: Value = serde_json::from_str(&ran.out).expect("JSON");
    let file: Value =
        serde_json::from_slice(&office.read(told["file"].as_str().expect("a path").trim_start_matches("DESK/"))).expect("JSON");
    let index = file["credentialStatus"][0]["statusListIndex"].as_str().expect("an index").to_owned();
    (told["number"].as_str().expect("a number").to_owned(), index)
}

fn pair(number: &str, index: &str) -> (String, String) {
    (number.to_owned(), index.to_owned())
}

#[test]
fn numbers_given_since_the_backup_stay_taken() {
    let (office, monday) = passed();
    assert_eq!(given(&office, &issue(&office, "陈小满", &[], &[])), pair("20261122-SH1-0001", "1"));
    assert_eq!(given(&office, &issue(&office, "李雷", &[], &[])), pair("20261122-SH1-0002", "2"));
    let ran = office.desk.run(&["restore", &monday, "--older"]);
    assert!(ran.code == 0 && ran.err.contains("up to serial 2. These numbers stay taken"), "{ran}");
    assert_eq!(given(&office, &issue(&office, "韩梅", &[], &[])), pair("20261122-SH1-0003", "3"));
    // Put back once more, what is known goes along; and on the way back nothing is asked either.
    let ran = office.desk.run(&["restore", &monday, "--older"]);
    assert!(ran.err.contains("up to serial 3."), "{ran}");
    let newer = office.desk.path("data/onduty-20261122.db").display().to_string();
    let _ = office.desk.done(&["restore", &newer, "--older"]);
    std::fs::remove_file(office.desk.path("韩梅-0.json")).expect("the file");
    assert_eq!(given(&office, &issue(&office, "韩梅", &[], &[])), pair("20261122-SH1-0004", "4"));
    assert_eq!(office.desk.run(&["audit"]).code, 0);
}

/// The backup is older than a key: whoever founds it once more, under the same code, goes on after what was given.
#[test]
fn a_key_that_the_backup_does_not_know_goes_on_too() {
    let (office, monday) = passed();
    let key = ["--key", "SH2"];
    assert_eq!(office.found("SH2", "分中心", "钱发").code, 0);
    assert_eq!(given(&office, &issue(&office, "陈小满", &[], &key)), pair("20261122-SH2-0001", "1"));
    // Put back twice: what the first knew, the second does.
    for _ in 0..2 {
        let ran = office.desk.run(&["restore", &monday, "--older"]);
        assert!(ran.code == 0, "{ran}");
    }
    std::fs::remove_file(office.desk.path("data/keys/issuer-SH2.pem")).expect("the key");
    assert_eq!(office.found("SH2", "分中心", "钱发").code, 0);
    assert_eq!(given(&office, &issue(&office, "李雷", &[], &key)), pair("20261122-SH2-0002", "2"));
}

#[test]
fn on_a_new_computer_somebody_says_the_last_number() {
    let (office, monday) = passed();
    let _ = given(&office, &issue(&office, "陈小满", &[], &[]));
    let _ = given(&office, &issue(&office, "李雷", &[], &[]));
    std::fs::create_dir_all(office.desk.path("other")).expect("a folder");
    let path = office.desk.path("other/onduty.db").display().to_string();
    let other = ["--store", path.as_str()];
    let restore = |more: &[&str]| office.desk.run(&[&other[..], &["restore", &monday], more].concat());
    assert_snapshot!(restore(&[]).to_string().replace(&path, "OTHER"), @"
    ── stderr ──
    Restored from DESK/monday.db: attempts 3, lines of the ledger 13.
    Key SH1: nobody knows here which licence numbers were given out since the backup; there is none in it. With the next licence, say the last number that was given: onduty --store DESK/other/onduty.db issue … --after NUMBER (as it stands on the newest licence, or its last part alone, the serial; a larger one may have been given to somebody else). If nobody knows it: --after unknown leaves out 100000.
    Keys and your own courseware are not in a backup: on another computer, bring them as well (--library or ONDUTY_LIBRARY says where the courseware is).
    PCs that took in a roster or a sitting which is newer than this backup refuse what this desk sends from now on. Let each send once more (onduty send FOLDER --all) and collect it here; onduty audit says there how it goes on.
    ── exit 0 ──
    ");
    let ran = issue(&office, "韩梅", &other, &[]);
    assert_snapshot!(ran, @"
    ── stderr ──
    Not done: These records were restored from a backup, or are older than what PCs have seen of them: which licence numbers of key SH1 were given out since is unknown; none is known here. No number is given twice.
      What to do: Once, say the last number that was given: --after NUMBER (as it stands on the newest licence, or its last part alone, the serial; a larger one may have been given to somebody else; 0 where none was given). If nobody knows it: --after unknown leaves out 100000 numbers.
    ── exit 5 ──
    ");
    assert_snapshot!(issue(&office, "韩梅", &other, &["--lang", "zh-CN"]), @"
    ── stderr ──
    没办成：这份记录是从备份恢复的，或者比别的电脑见过的还旧：密钥 SH1 在那以后发过哪些编号，没有人知道；这里一个也没有。编号不能发两次。
    　怎么办：说一次最后发到哪个编号就行：--after 编号（照最新的一张证上的编号写，只写末尾的流水号也行；发给别人的可能还有更大的；一张也没发过就写 0）。没有人知道了，就写 --after unknown，空出 100000 个号。
    ── exit 5 ──
    ");
    let (report, code) = office.desk.json(&[&other[..], &["audit"]].concat());
    assert_eq!((code, report["to_do"][0]["what"].as_str()), (0, Some("audit-numbers-unknown")), "{report}");
    for slip in ["20261122", "0002-SH1", "SH1", "-1"] {
        let ran = issue(&office, "韩梅", &other, &[&format!("--after={slip}")]);
        assert!(ran.code == 2 && ran.err.contains("is no number of a licence of this kind"), "{ran}");
    }
    assert_eq!(
        given(&office, &issue(&office, "韩梅", &other, &["--after", "20261122-SH1-0002"])),
        pair("20261122-SH1-0003", "3")
    );
    // It is said once.
    assert_eq!(given(&office, &issue(&office, "李雷", &other, &[])), pair("20261122-SH1-0004", "4"));
    let (report, _) = office.desk.json(&[&other[..], &["audit"]].concat());
    assert_eq!(report["to_do"], serde_json::json!([]));
    // A backup from there knows it too; where nobody knows anything, many are left out, and one said too low frees none.
    let tuesday = office.desk.path("tuesday.db").display().to_string();
    let _ = office.desk.done(&[&other[..], &["backup", &tuesday]].concat());
    std::fs::remove_file(&path).expect("a disk that failed");
    let _ = office.desk.done(&[&other[..], &["restore", &tuesday]].concat());
    assert_eq!(issue(&office, "陈小满", &other, &[]).code, 5);
    assert_eq!(given(&office, &issue(&office, "陈小满", &other, &["--after", "unknown"])), pair("20261122-SH1-100005", "100005"));
}

#[test]
fn a_number_said_too_low_frees_none() {
    let (office, _) = passed();
    let _ = given(&office, &issue(&office, "陈小满", &[], &[]));
    let ran = issue(&office, "李雷", &[], &["--after", "unknown"]);
    assert!(ran.code == 5 && ran.err.contains("None is left out") && ran.err.contains("--after 100001"), "{ran}");
    assert_eq!(given(&office, &issue(&office, "李雷", &[], &["--after", "40"])), pair("20261122-SH1-0041", "41"));
    assert_eq!(given(&office, &issue(&office, "韩梅", &[], &["--after", "1"])), pair("20261122-SH1-0042", "42"));
}

/// A copy of the records as they are.
fn copied(office: &Office, name: &str) -> PathBuf {
    let copy = office.desk.path(name);
    let db = rusqlite::Connection::open(office.desk.path("data/onduty.db")).expect("the store");
    db.execute("VACUUM INTO ?1", [copy.display().to_string()]).expect("a copy");
    copy
}

/// Somebody copies it back by hand.
fn copied_back(office: &Office, copy: &Path) {
    for side in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(office.desk.path(&format!("data/onduty.db{side}")));
    }
    std::fs::rename(copy, office.desk.path("data/onduty.db")).expect("copied back");
}

/// Somebody copies an older file of the records back. In that file nothing tells; a PC that took a newer roster does.
#[test]
fn a_pc_bears_witness_against_an_older_copy() {
    let branch = Branch::new();
    let office = &branch.desk;
    let to_do = || office.desk.json(&["audit"]).0["to_do"].as_array().expect("a list").len();
    let unknown = || issue(office, "陈小满", &[], &["--lang", "en"]);
    branch.sits(RIGHT);
    office.desk.then(Happens::GoesBy(3_600_000));
    let copy = copied(office, "copy.db");
    assert_eq!(given(office, &issue(office, "陈小满", &[], &[])), pair("20261122-SH1-0001", "1"));
    branch.hear();
    let _ = branch.pc.done(&["send", &branch.dir(), "--name", "one"]);
    copied_back(office, &copy);
    assert_eq!(to_do(), 0, "from inside nobody can know");
    assert_eq!(office.desk.run(&["collect", &branch.dir()]).code, 0);
    let ran = unknown();
    assert!(ran.code == 5 && ran.err.contains("older than what PCs have seen of them"), "{ran}");
    let (report, _) = office.desk.json(&["audit"]);
    assert_eq!(report["to_do"][0]["what"], "audit-numbers-unknown", "{report}");
    let copy = copied(office, "copy.db");
    assert_eq!(given(office, &issue(office, "陈小满", &[], &["--after", "1"])), pair("20261122-SH1-0002", "2"));
    // It is said once; what another PC has seen of later lines is not answered by it.
    assert_eq!(to_do(), 0);
    let settled = copied(office, "settled.db");
    let _ = office.desk.done(&["learner", "add", "李雷"]);
    let _ = office.sit("李雷", "quick", RIGHT);
    let (stick, pc) = (office.desk.path("stick").display().to_string(), Office::empty().desk.with_chance(9));
    std::fs::create_dir(&stick).expect("a folder");
    let _ = office.desk.done(&["send", &stick, "--roster", "--name", "desk"]);
    let _ = pc.done(&["collect", &stick]);
    let _ = pc.done(&["send", &stick, "--name", "two"]);
    for older in [&settled, &copy] {
        copied_back(office, older);
        assert_eq!(office.desk.run(&["collect", &stick]).code, 0);
        assert_eq!(to_do(), 1);
    }
    assert_eq!(unknown().code, 5);
}
