//! What a desk refuses because it points at a hand in the records: named by `audit` until somebody has looked into it.

use std::path::PathBuf;

use insta::assert_snapshot;
use onduty::store::Store as _;
use serde_json::Value;

use super::heard::Branch;
use crate::desk::{Desk, Ran};
use crate::office::masked;

const ALL: &str = "format = 1\nfallback = \"first\"\n[answers]\n";

/// 陈小满 goes through the course once more at the PC, in the records in use or in others.
fn learn(pc: &Desk, store: Option<&str>) {
    let all = pc.file("all.toml", ALL);
    let store = store.map_or_else(Vec::new, |it| vec!["--store", it]);
    let ran = pc.run(&[&store[..], &["--as", "陈小满", "learn", "first-day", "--again", "--answers", &all]].concat());
    assert!(ran.code <= 1, "{ran}");
}

fn send(branch: &Branch, more: &[&str]) {
    let _ = branch.pc.done(&[&["send", &branch.dir(), "--name", "一号机"], more].concat());
}

fn collect(branch: &Branch) -> Ran {
    branch.desk.desk.run(&["collect", &branch.dir()])
}

/// The records of the PC as they are now, as a file of their own.
fn copied(branch: &Branch) -> String {
    let copy = branch.pc.path("copy.db").display().to_string();
    let db = rusqlite::Connection::open(branch.pc.path("data/onduty.db")).expect("the store");
    db.execute("VACUUM INTO ?1", [&copy]).expect("a copy");
    copy
}

/// What an audit at the desk finds, what it says is to be done, and its exit code.
fn audited(branch: &Branch) -> (Vec<String>, Vec<String>, u8) {
    let (report, code) = branch.desk.desk.json(&["audit"]);
    let all = |list: &str| {
        let all = report[list].as_array().expect("a list").iter();
        all.map(|it| it["what"].as_str().expect("text").to_owned()).collect::<Vec<_>>()
    };
    (all("findings"), all("to_do"), code)
}

fn sound() -> (Vec<String>, Vec<String>, u8) {
    (vec![], vec![], 0)
}

/// One thing that was refused.
fn refused() -> (Vec<String>, Vec<String>, u8) {
    (vec!["refused".to_owned()], vec![], 1)
}

/// All that was sent but the roster.
fn sent(branch: &Branch) -> Vec<PathBuf> {
    let all = std::fs::read_dir(branch.stick.path()).expect("a folder").map(|it| it.expect("a file").path());
    all.filter(|path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("roster"))).collect()
}

#[test]
fn a_fork_is_named_until_somebody_answers_it() {
    let branch = Branch::new();
    learn(&branch.pc, None);
    let copy = copied(&branch);
    learn(&branch.pc, None);
    send(&branch, &[]);
    assert_eq!((collect(&branch).code, audited(&branch)), (0, sound()));
    // Somebody goes on with the copy.
    learn(&branch.pc, Some(&copy));
    send(&branch, &["--store", &copy]);
    let ran = collect(&branch);
    assert!(ran.code == 1 && ran.err.contains("onduty refusals"), "{ran}");
    assert_eq!(audited(&branch), refused());
    // More of the same is one matter.
    learn(&branch.pc, Some(&copy));
    send(&branch, &["--store", &copy]);
    let _ = collect(&branch);
    assert_eq!(audited(&branch), refused());
    let desk = &branch.desk.desk;
    let (all, _) = desk.json(&["refusals"]);
    assert!(all[0]["refusal"].is_string() && all[0]["digest"].is_string() && all[0]["from"].is_string(), "{all}");
    let id = all[0]["refusal"].as_str().map(|id| id[..8].to_owned()).expect("an id");
    assert_snapshot!(masked(&desk.run(&["refusals"]).to_string()), @"
    - NUMBER: 2026-11-22 09:30, 一号机-fJQVuE-00000-00005-10-9ba8.onduty
      (一号机): line 3 of its ledger is another one than came before: that PC's
      store was copied, or an older one was put back. Other PCs' files are taken as
      ever; find out which of the two is the real one, and stop using the other
    ── stderr ──
    When it is cleared up: onduty refusals ID --reason WHAT-CAME-OF-IT. Somebody answers who had no hand in it, under this name or another entry of the same name. Whether two people of different names are one, only you can know. What was refused stays refused; onduty audit goes on naming it, with its answer once there is one.
    ── exit 0 ──
    ");
    assert_snapshot!(masked(&desk.run(&["refusals", "--lang", "zh-CN"]).to_string()), @"
    - NUMBER：2026-11-22 09:30 收 一号机-fJQVuE-00000-00005-10-9ba8.onduty（一号
      机）：第 3 行总账接不上以前收的：那台电脑的记录被整份复制过，或者换回了旧的。
      别的电脑照常收；这一台先弄清哪一份是真的，停用另一份
    ── stderr ──
    查清以后这样答复：onduty refusals 编号 --reason 查到了什么。由没有经手的人来答复，同名的另一个账号也算经手；名字不同却是同一个人，程序看不出来，请自己把关。没收的还是不收；onduty audit 每次都会提到它，答复过的注明是谁答复的。
    ── exit 0 ──
    ");
    let answer = |who: &str, id: &str| branch.desk.by(who, &["refusals", id, "--reason", "把拷出去的那份销毁了"]);
    assert_eq!((answer("钱发", &id).code, answer("李考", "0000").code), (5, 2), "an issuer is no examiner");
    assert_snapshot!(masked(&answer("李考", &id).to_string()), @"
    ── stderr ──
    NUMBER is answered and signed by 李考; onduty audit goes on naming it as answered, and no longer as something that was found.
    ── exit 0 ──
    ");
    assert_eq!(audited(&branch), sound());
    assert_eq!(answer("李考", &id).code, 2, "once is enough");
    // It stays refused, and answered.
    assert_eq!((collect(&branch).code, audited(&branch)), (1, sound()));
    let (all, _) = desk.json(&["refusals"]);
    assert!(all.as_array().is_some_and(|all| all.len() == 1 && all[0]["answered"].is_string()), "{all}");
    assert_snapshot!(desk.run(&["refusals"]), @"
    ── stderr ──
    Nothing waits for an answer.
    ── exit 0 ──
    ");
}

/// Whoever puts an older file in the place of the records and sends what is left of them.
#[test]
fn a_ledger_that_became_shorter_is_named() {
    let branch = Branch::new();
    learn(&branch.pc, None);
    let copy = copied(&branch);
    learn(&branch.pc, None);
    send(&branch, &[]);
    assert_eq!(collect(&branch).code, 0);
    // Files taken in once more are older than the newest, and no alarm.
    learn(&branch.pc, None);
    send(&branch, &[]);
    assert_eq!((collect(&branch).code, collect(&branch).code, audited(&branch)), (0, 0, sound()));
    send(&branch, &["--store", &copy, "--all"]);
    let ran = collect(&branch);
    assert!(ran.code == 1 && ran.out.contains("its ledger is shorter than it was before ("), "{ran}");
    assert_eq!(audited(&branch), refused());
}

/// A PC puts its own older backup back and goes on: that is something to see to, and nobody is accused.
#[test]
fn a_backup_that_was_put_back_is_something_to_do() {
    let branch = Branch::new();
    learn(&branch.pc, None);
    let monday = branch.pc.path("monday.db").display().to_string();
    let _ = branch.pc.done(&["backup", &monday]);
    learn(&branch.pc, None);
    send(&branch, &[]);
    assert_eq!(collect(&branch).code, 0);
    let _ = branch.pc.done(&["restore", &monday, "--older"]);
    // With nothing new, and then with something.
    for _ in 0..2 {
        send(&branch, &["--all"]);
        let ran = collect(&branch);
        assert!(ran.code == 1 && ran.out.contains("an older backup was put back on that PC on 2026-11-22"), "{ran}");
        let (findings, to_do, code) = audited(&branch);
        assert!(findings.is_empty() && code == 0, "{findings:?}");
        assert!(!to_do.is_empty() && to_do.iter().all(|it| it == "audit-put-back"), "{to_do:?}");
        learn(&branch.pc, None);
    }
    let told = branch.desk.desk.run(&["audit"]).out;
    assert!(told.contains("restore"), "{told}");
    // As it says: the newer records are put back, and all is as before.
    for path in sent(&branch) {
        std::fs::remove_file(path).expect("removed");
    }
    let kept = branch.pc.path("data/onduty-20261122.db").display().to_string();
    let _ = branch.pc.done(&["restore", &kept, "--older"]);
    learn(&branch.pc, None);
    send(&branch, &[]);
    assert_eq!(collect(&branch).code, 0);
}

/// Files that are cut off, of a later version, or of another desk accuse nobody.
#[test]
fn what_comes_to_pass_by_accident_is_not_noted() {
    let branch = Branch::new();
    learn(&branch.pc, None);
    send(&branch, &[]);
    let path = sent(&branch).remove(0);
    let whole = std::fs::read(&path).expect("a file");
    std::fs::write(&path, &whole[..whole.len() / 2]).expect("cut");
    assert_eq!((collect(&branch).code, audited(&branch)), (1, sound()));
    std::fs::write(&path, b"hello").expect("written");
    assert_eq!((collect(&branch).code, audited(&branch)), (1, sound()));
    std::fs::write(&path, &whole).expect("put back");
    assert_eq!((collect(&branch).code, audited(&branch)), (0, sound()));
    let (all, _): (Value, u8) = branch.desk.desk.json(&["refusals"]);
    assert_eq!(all, serde_json::json!([]));
}

/// The desk puts its own older backup back and goes on: a PC that knows more says what is to be done, and that leads back to the desk.
#[test]
fn a_desk_that_was_put_back_is_heard_again_where_the_records_begin_anew() {
    let branch = Branch::new();
    let desk = &branch.desk;
    let monday = desk.desk.path("monday.db").display().to_string();
    let _ = desk.desk.done(&["backup", &monday]);
    let _ = desk.add_staff("周考", &["examiner"]);
    branch.hear();
    learn(&branch.pc, None);
    let ran = desk.desk.done(&["restore", &monday, "--older"]);
    assert!(ran.err.contains("PCs that took in a roster or a sitting which is newer"), "{ran}");
    let _ = desk.add_staff("吴考", &["examiner"]);
    let _ = desk.desk.done(&["send", &branch.dir(), "--roster", "--name", "desk"]);
    let ran = branch.pc.run(&["collect", &branch.dir()]);
    assert!(ran.code == 1 && ran.out.contains("the desk put an older backup back on 2026-11-22"), "{ran}");
    let (report, code) = branch.pc.json(&["audit"]);
    assert_eq!((code, report["to_do"][0]["what"].as_str()), (0, Some("audit-desk-put-back")), "{report}");
    // As it says: what was done here goes to the desk, and the PC begins anew.
    send(&branch, &["--all"]);
    let ran = collect(&branch);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(desk.store().attempts(None).expect("readable").len(), 1);
    std::fs::rename(branch.pc.path("data/onduty.db"), branch.pc.path("data/old.db")).expect("renamed");
    let ran = branch.pc.run(&["collect", &branch.dir()]);
    assert_eq!(ran.code, 0, "{ran}");
    assert!(branch.pc.done(&["staff", "list"]).out.contains("吴考"));
}
