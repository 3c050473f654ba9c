//! `backup` and `restore`: one file of one moment, and nothing that is here is lost for it unasked.

use insta::assert_snapshot;
use onduty::store::Store as _;
use onduty::store::sqlite::Sqlite;
use rusqlite::Connection;

use crate::office::{FAILING, Office, RIGHT, masked};

/// An office where 陈小满 has sat an exam; its backup.
fn backed_up() -> (Office, String) {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let file = office.desk.path("monday.db").display().to_string();
    let _ = office.desk.done(&["backup", &file]);
    (office, file)
}

/// How many attempts the records have, and whether an audit is content.
fn attempts(office: &Office, store: &str) -> usize {
    let (report, code) = office.desk.json(&["--store", store, "audit"]);
    assert_eq!(code, 0, "{report}");
    report["looked_at"]["attempts"].as_u64().expect("a number") as usize
}

fn records(office: &Office) -> String {
    office.desk.path("data/onduty.db").display().to_string()
}

#[test]
fn a_backup_is_a_store_of_its_own() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let file = office.desk.path("monday.db").display().to_string();
    assert_snapshot!(office.desk.run(&["backup", &file]), @"
    ── stderr ──
    Backup: DESK/monday.db. Attempts 1, acts 7, people 1; looked through after writing.
    The ledger's head in it, to be noted elsewhere: 20261122-9-74W6-VH89-8A9T-FNNF-VEWR-8
    The keys in DESK/data/keys are not in it: whoever has records and keys together can sign in your name. Copy them apart, and keep the copy apart.
    Your own courseware in DESK/shelf is not in it either: keep a copy of that too.
    ── exit 0 ──
    ");
    assert_snapshot!(office.desk.run(&["backup", &file, "--lang", "zh-CN"]), @"
    ── stderr ──
    没办成：DESK/monday.db 已经有文件了，不会覆盖它。
    ── exit 5 ──
    ");
    assert_eq!(attempts(&office, &file), 1);
    let head = |store: &str| office.desk.done(&["--store", store, "audit", "--head"]).out;
    assert_eq!(head(&file), head(&records(&office)));
    let litter: Vec<_> = std::fs::read_dir(office.desk.path(""))
        .expect("a folder")
        .map(|it| it.expect("readable").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with('.') || name.ends_with("-wal") || name.ends_with("-shm"))
        .collect();
    assert!(litter.is_empty(), "{litter:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(&file).expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else reads it: {mode:o}");
    }
}

#[test]
fn what_is_being_written_meanwhile_is_not_in_it_and_keeps_nobody_waiting() {
    let (office, _) = backed_up();
    let writer = Connection::open(records(&office)).expect("the records");
    writer.execute_batch("BEGIN IMMEDIATE; INSERT INTO setting VALUES ('half', 'done')").expect("begun");
    let file = office.desk.path("tuesday.db").display().to_string();
    let _ = office.desk.done(&["backup", &file]);
    writer.execute_batch("COMMIT").expect("done");
    let there = |path: &str| Sqlite::open(path.as_ref()).expect("a store").setting("half").expect("readable");
    assert_eq!((there(&file), there(&records(&office)).as_deref()), (None, Some("done")));
}

#[test]
fn what_does_not_hold_together_is_copied_as_it_is_and_said() {
    let (office, _) = backed_up();
    office.sql("DROP TRIGGER beside_stays; UPDATE beside SET words = 'x'");
    let file = office.desk.path("tuesday.db").display().to_string();
    let ran = office.desk.run(&["backup", &file]);
    assert!(ran.code == 1 && ran.err.contains("does not hold together (2)"), "{ran}");
    let (report, code) = office.desk.json(&["--store", &file, "audit"]);
    assert_eq!((code, report["findings"].as_array().map(Vec::len)), (1, Some(2)), "{report}");
}

#[test]
fn a_restore_that_would_lose_something_is_refused() {
    let (office, monday) = backed_up();
    let _ = office.desk.done(&["learner", "add", "李雷"]);
    let _ = office.sit("李雷", "quick", FAILING);
    let granted = office.by("王考", &["grant", "李雷", "quick", "--reason", "the power went out"]);
    assert_eq!(granted.code, 0, "{granted}");
    let before = office.read("monday.db");
    assert_snapshot!(office.desk.run(&["restore", &monday]), @"
    ── stderr ──
    Not done: The records have what this backup lacks: attempts 1, further steps of attempts 0, acts 1, changes of people, groups and assignments 1. Nothing was changed.
      What to do: If it shall be so nevertheless: once more with --older. The records of now are then kept beside, under a name with the day.
    ── exit 5 ──
    ");
    assert_eq!(attempts(&office, &records(&office)), 2);
    assert_snapshot!(office.desk.run(&["restore", &monday, "--older"]), @"
    ── stderr ──
    Restored from DESK/monday.db: attempts 1, lines of the ledger 9.
    The records of before are kept in DESK/data/onduty-20261122.db. Issuing keys retired since, licences suspended or revoked are as they were then, too: do these again by the records that were kept.
    Keys and your own courseware are not in a backup: on another computer, bring them as well (--library or ONDUTY_LIBRARY says where the courseware is).
    PCs that took in a roster or a sitting which is newer than this backup refuse what this desk sends from now on. Let each send once more (onduty send FOLDER --all) and collect it here; onduty audit says there how it goes on.
    ── exit 0 ──
    ");
    assert_eq!(attempts(&office, &records(&office)), 1);
    let kept = office.desk.path("data/onduty-20261122.db").display().to_string();
    assert_eq!(attempts(&office, &kept), 2);
    assert_eq!(office.read("monday.db"), before, "the backup itself is only read");
    // The way back is the same.
    let (back, code) = office.desk.json(&["restore", &kept]);
    assert_eq!((code, back["attempts"].as_u64(), back["kept"].is_null()), (0, Some(2), true), "{back}");
    assert_eq!(attempts(&office, &records(&office)), 2);
}

#[test]
fn further_steps_of_an_attempt_are_not_lost_either() {
    let office = Office::staffed();
    let none = office.desk.file("none.toml", "format = 1\n");
    let _ = office.desk.run(&["practise", "queue", "--answers", &none]);
    let file = office.desk.path("monday.db").display().to_string();
    let _ = office.desk.done(&["backup", &file]);
    let answers = office.desk.answers("\"queue/opening\" = [\"wait\", \"help\"]");
    let _ = office.desk.run(&["resume", "--answers", &answers]);
    let ran = office.desk.run(&["restore", &file]);
    assert!(ran.code == 5 && ran.err.contains("attempts 0, further steps of attempts 4"), "{ran}");
}

#[test]
fn nobody_is_left_in_an_attempt_that_is_gone() {
    let office = Office::staffed();
    let none = office.desk.file("none.toml", "format = 1\n");
    let _ = office.desk.run(&["practise", "queue", "--answers", &none]);
    let file = office.desk.path("monday.db").display().to_string();
    let _ = office.desk.done(&["backup", &file]);
    let store = office.store();
    let hold = store.hold(&store.attempts(None).expect("readable")[0].id).expect("held");
    let ran = office.desk.run(&["restore", &file]);
    assert_eq!(ran.code, 5, "{ran}");
    drop(hold);
    assert_eq!(office.desk.run(&["restore", &file]).code, 0);
    // Whoever has the file open reads the other from then on.
    assert_eq!(store.attempts(None).expect("readable").len(), 1);
}

#[test]
fn a_damaged_backup_changes_nothing() {
    let (office, monday) = backed_up();
    let whole = office.read("monday.db");
    let before = office.desk.done(&["audit", "--head"]).out;
    let cut = office.desk.path("cut.db");
    std::fs::write(&cut, &whole[..whole.len() / 2]).expect("written");
    let text = office.desk.file("text.db", "not a database at all, but a text that is long enough to be looked at");
    let tampered = Connection::open(&monday).expect("a file");
    tampered.execute_batch("DROP TRIGGER event_stays; UPDATE event SET json = replace(json, 'true', 'false')").expect("done");
    drop(tampered);
    for bad in [cut.display().to_string(), text, monday] {
        let ran = office.desk.run(&["restore", &bad, "--older"]);
        assert!(ran.code == 4 && ran.err.contains("is no backup that holds together"), "{bad}: {ran}");
        assert_eq!(office.desk.done(&["audit", "--head"]).out, before);
    }
    assert_snapshot!(masked(&office.desk.run(&["restore", &office.desk.path("none.db").display().to_string()]).to_string()), @"
    ── stderr ──
    Not done: The file DESK/none.db cannot be read.
      Cause: There is no such file or folder.
    ── exit 4 ──
    ");
}

#[test]
fn records_that_cannot_be_read_are_kept_aside() {
    let (office, monday) = backed_up();
    std::fs::write(office.desk.path("data/onduty.db"), "a disk that failed wrote this over the records").expect("written");
    let ran = office.desk.run(&["restore", &monday]);
    assert!(ran.code == 5 && ran.err.contains("cannot be read"), "{ran}");
    let _ = office.desk.done(&["restore", &monday, "--older"]);
    assert_eq!(attempts(&office, &records(&office)), 1);
    assert!(office.read("data/onduty-20261122.db").starts_with(b"a disk"));
}

#[test]
fn a_new_computer_begins_with_a_backup() {
    let (office, monday) = backed_up();
    let other = office.desk.path("other/onduty.db").display().to_string();
    std::fs::create_dir_all(office.desk.path("other")).expect("a folder");
    let _ = office.desk.done(&["--store", &other, "restore", &monday]);
    assert_eq!(attempts(&office, &other), 1);
    let ran = office.desk.run(&["--store", "memory:", "backup", &office.desk.path("x.db").display().to_string()]);
    assert!(ran.code == 5 && ran.err.contains("no records in a file"), "{ran}");
}

/// An appeal is kept like an attempt, and counted like one wherever attempts are counted.
#[test]
fn backup_restore_and_audit_count_the_same() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", FAILING);
    let _ = office.desk.done(&["--as", "陈小满", "appeal", "open", "--reason", "第三题的答案不对"]);
    let file = office.desk.path("monday.db").display().to_string();
    let (backup, _) = office.desk.json(&["backup", &file]);
    let (restored, _) = office.desk.json(&["restore", &file]);
    assert_eq!((&backup["attempts"], &restored["attempts"]), (&2.into(), &2.into()));
    assert_eq!(attempts(&office, &file), 2);
}
