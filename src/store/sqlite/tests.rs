//! What only a file can do: be shared, locked, newer, full, tampered with.

#![allow(clippy::disallowed_methods, reason = "these tests look at files")]

mod acts;
mod old;
mod tampered;

use std::fs;

use tempfile::TempDir;

use super::*;
use crate::base::moment::Moment;
use crate::store::codec;
use crate::store::contract::acts::done;
use crate::store::contract::{closed, flaws, learner, read, started, typed, whole};

fn folder() -> TempDir {
    TempDir::new().unwrap()
}

fn store_in(folder: &TempDir) -> Sqlite {
    Sqlite::open_waiting(&folder.path().join("onduty.db"), Duration::from_millis(50)).unwrap()
}

/// Another program at the same file.
fn stranger(folder: &TempDir) -> Connection {
    Connection::open(folder.path().join("onduty.db")).unwrap()
}

#[test]
fn reopened_it_is_all_there() {
    let folder = folder();
    let events = {
        let mut store = store_in(&folder);
        store.add_learner(&learner("l-1", "王芳", 1)).unwrap();
        whole(&mut store, "a-1", "l-1", 1000)
    };
    let store = store_in(&folder);
    assert_eq!(store.events(&"a-1".into()).unwrap(), events);
    assert_eq!(store.learners().unwrap().len(), 1);
    assert_eq!((flaws(&store), store.integrity().unwrap()), (vec![], vec![]));
    drop(store);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["onduty.db"], "no litter");
}

#[test]
fn every_commit_reaches_the_disk() {
    let folder = folder();
    let store = store_in(&folder);
    let pragma = |name: &str| store.conn.pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0)).unwrap();
    assert_eq!(pragma("journal_mode"), "wal".to_owned().into());
    assert_eq!(pragma("synchronous"), 2.into(), "FULL");
    assert_eq!(pragma("foreign_keys"), 1.into());
}

#[test]
fn two_desks_take_turns_and_the_second_to_write_is_told() {
    let folder = folder();
    let (mut here, mut there) = (store_in(&folder), store_in(&folder));
    let (start, contents) = started("a-1", "l-1", 1000);
    here.begin(&start, &contents).unwrap();
    assert!(matches!(there.begin(&start, &contents), Err(StoreError::Conflict(_))));
    let first = read(&start);
    there.append(&first).unwrap();
    assert!(matches!(here.append(&typed(&start, "您好")), Err(StoreError::Conflict(_))));
    here.append(&read(&first)).unwrap();
    whole(&mut there, "a-2", "l-2", 5000);
    here.append(&closed(&read(&first))).unwrap();
    assert_eq!(there.events(&"a-1".into()).unwrap().len(), 4);
    assert_eq!(there.ledger().unwrap().iter().map(|line| line.number).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert_eq!(flaws(&here), []);
}

#[test]
fn many_open_a_new_store_at_once() {
    for _ in 0..20 {
        let folder = folder();
        let path = folder.path().join("new").join("onduty.db");
        std::thread::scope(|scope| {
            for number in 0..8 {
                let path = &path;
                scope.spawn(move || whole(&mut Sqlite::open(path).unwrap(), &format!("a-{number}"), "l-1", 1000));
            }
        });
        let store = Sqlite::open(&path).unwrap();
        assert_eq!((store.attempts(None).unwrap().len(), flaws(&store)), (8, vec![]));
    }
}

#[test]
fn of_many_with_one_staff_number_one_is_enrolled() {
    let folder = folder();
    drop(store_in(&folder));
    let path = folder.path().join("onduty.db");
    let enrol = |number: i64| {
        let one = Learner { staff_number: Some("0042".to_owned()), ..learner(&format!("l-{number}"), "王芳", number) };
        Sqlite::open(&path).unwrap().add_learner(&one)
    };
    let results: Vec<_> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..20).map(|number| scope.spawn(move || enrol(number))).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let taken = results.iter().filter(|it| matches!(it, Err(StoreError::StaffNumberTaken(number)) if number == "0042")).count();
    assert_eq!((taken, store_in(&folder).learners().unwrap().len()), (19, 1), "{results:?}");
}

#[test]
fn a_hold_binds_other_handles_and_leaves_one_file() {
    let folder = folder();
    let (here, there) = (store_in(&folder), store_in(&folder));
    let id = AttemptId::from("a-1");
    let hold = here.hold(&id).unwrap();
    assert!(matches!(there.hold(&id), Err(StoreError::Busy(_))));
    drop(here);
    assert!(matches!(there.hold(&id), Err(StoreError::Busy(_))), "the guard holds, not the store");
    drop(hold);
    drop(there.hold(&id).unwrap());
    let left: Vec<_> = fs::read_dir(folder.path().join("locks")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["door"]);
}

#[test]
fn what_is_held_for_an_instant_leaves_no_file_and_what_a_killed_process_left_is_nobodys() {
    let folder = folder();
    let (here, there) = (store_in(&folder), store_in(&folder));
    drop(here.hold_shortly(&"a-1".into()).unwrap());
    let locks = folder.path().join("locks");
    let names = || fs::read_dir(&locks).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    assert_eq!(names(), [locks.join("door")]);
    let hold = there.hold(&"a-1".into()).unwrap();
    assert!(matches!(here.hold_shortly(&"a-1".into()), Err(StoreError::Busy(_))));
    let left = names().into_iter().find(|path| !path.ends_with("door")).unwrap();
    drop(hold);
    fs::write(left, "").unwrap();
    drop(here.hold_shortly(&"a-1".into()).expect("nobody's"));
}

#[test]
fn of_many_at_once_one_holds() {
    let folder = folder();
    let inside = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for n in 0..4 {
            let (folder, inside) = (&folder, &inside);
            scope.spawn(move || {
                let store = store_in(folder);
                for _ in 0..200 {
                    let id = "a-1".into();
                    let held = if n % 2 == 0 { store.hold(&id) } else { store.hold_shortly(&id) };
                    let Ok(_hold) = held else { continue };
                    assert_eq!(inside.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0);
                    std::thread::yield_now();
                    inside.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                }
            });
        }
    });
}

#[test]
fn a_newer_store_is_left_alone() {
    let folder = folder();
    drop(store_in(&folder));
    stranger(&folder).pragma_update(None, "user_version", 9).unwrap();
    let newer = Sqlite::open(&folder.path().join("onduty.db"));
    assert!(matches!(newer, Err(StoreError::Newer { found: 9, known: 8 })));
}

#[test]
fn what_is_no_store_is_left_alone() {
    let folder = folder();
    stranger(&folder).execute_batch("CREATE TABLE theirs (x)").unwrap();
    let path = folder.path().join("onduty.db");
    let before = fs::read(&path).unwrap();
    assert!(matches!(Sqlite::open(&path), Err(StoreError::Damaged(Flaw::File(_)))));
    assert_eq!(fs::read(&path).unwrap(), before);
    fs::write(&path, "a letter, not a database, long enough to hold the hundred bytes of a header. ".repeat(9)).unwrap();
    assert!(matches!(Sqlite::open(&path), Err(StoreError::Damaged(Flaw::File(_)))));
}

#[test]
fn a_locked_store_says_so() {
    let folder = folder();
    let mut store = store_in(&folder);
    let (start, contents) = started("a-1", "l-1", 1000);
    let other = stranger(&folder);
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert!(matches!(store.begin(&start, &contents), Err(StoreError::Locked)));
    assert_eq!(store.attempts(None).unwrap(), [], "reading goes on");
    other.execute_batch("ROLLBACK").unwrap();
    store.begin(&start, &contents).unwrap();
    drop(store);
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT").unwrap();
    let shut = Sqlite::open_waiting(&folder.path().join("onduty.db"), Duration::from_millis(50));
    assert!(matches!(shut, Err(StoreError::Locked)));
}

#[test]
fn what_is_written_together_is_nobody_else_s_until_it_is_whole() {
    let folder = folder();
    let mut store = store_in(&folder);
    let other = store_in(&folder);
    let mut late = Sqlite::open_waiting(&folder.path().join("onduty.db"), Duration::from_millis(50)).unwrap();
    store
        .together(&mut |store| {
            store.set_setting("one", "1").unwrap();
            assert_eq!(other.setting("one").unwrap(), None, "not yet");
            assert!(matches!(late.set_setting("one", "2"), Err(StoreError::Locked)), "and not to be written over");
            true
        })
        .unwrap();
    assert_eq!(other.setting("one").unwrap().as_deref(), Some("1"));
    late.set_setting("two", "2").unwrap();
    // Whoever is killed in it has written nothing.
    let killed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let mut store = store_in(&folder);
        let _ = store.together(&mut |store| {
            store.set_setting("one", "3").unwrap();
            panic!("the plug is pulled")
        });
    }));
    assert!(killed.is_err());
    assert_eq!(other.setting("one").unwrap().as_deref(), Some("1"));
}

#[test]
fn a_full_disk_says_so_and_keeps_what_was() {
    let folder = folder();
    let mut store = store_in(&folder);
    let (start, contents) = started("a-1", "l-1", 1000);
    store.begin(&start, &contents).unwrap();
    let pages: i64 = store.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    store.conn.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
    let long = typed(&start, &"您好".repeat(9000));
    assert!(matches!(store.append(&long), Err(StoreError::Full)));
    assert_eq!(store.events(&"a-1".into()).unwrap(), [start]);
    store.conn.pragma_update_and_check(None, "max_page_count", pages + 99, |_| Ok(())).unwrap();
    store.append(&long).unwrap();
    assert_eq!(flaws(&store), []);
}

#[test]
fn a_place_that_cannot_be_written_says_so() {
    let folder = folder();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    assert!(matches!(Sqlite::open(&file.join("onduty.db")), Err(StoreError::Denied(_))), "below a file");
    assert!(matches!(Sqlite::open(folder.path()), Err(StoreError::Denied(_))), "a folder");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn nobody_else_reads_it() {
        let folder = folder();
        let path = folder.path().join("onduty").join("onduty.db");
        let store = Sqlite::open(&path).unwrap();
        let _hold = store.hold(&"a-1".into()).unwrap();
        assert_eq!((mode(path.parent().unwrap()), mode(&path)), (0o700, 0o600));
        assert_eq!(mode(&path.with_file_name("onduty.db-wal")), 0o600);
        assert_eq!((mode(&path.with_file_name("locks")), mode(&path.with_file_name("locks").join("door"))), (0o700, 0o600));
    }

    #[test]
    fn a_read_only_folder_says_so() {
        let folder = folder();
        let closed = folder.path().join("closed");
        fs::create_dir_all(&closed).unwrap();
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o500)).unwrap();
        if fs::write(closed.join("probe"), "").is_ok() {
            return; // root writes everywhere
        }
        assert!(matches!(Sqlite::open(&closed.join("onduty.db")), Err(StoreError::Denied(_))));
    }
}

#[test]
fn sql_cannot_change_the_record() {
    let folder = folder();
    done(&mut store_in(&folder));
    let other = stranger(&folder);
    let sets = [
        "event SET at = 0",
        "ledger SET what = 'closed'",
        "content SET bytes = x''",
        "attempt SET started = 0",
        "act SET signature = ''",
        "beside SET words = ''",
        "reason SET words = ''",
        "credential SET json = ''",
    ];
    for set in sets {
        assert!(other.execute(&format!("UPDATE {set}"), []).is_err(), "{set}");
    }
    for table in ["event", "ledger", "content", "attempt", "act"] {
        assert!(other.execute(&format!("DELETE FROM {table}"), []).is_err(), "{table}");
    }
    for (table, rows) in [("beside", 1), ("reason", 4), ("credential", 1)] {
        assert_eq!(other.execute(&format!("DELETE FROM {table}"), []).unwrap(), rows, "{table}");
    }
    assert_eq!(flaws(&store_in(&folder)), []);
}

/// Takes the triggers away first, as a forger would.
fn forge(folder: &TempDir, sql: &str) {
    let other = stranger(folder);
    let triggers: String = other
        .prepare("SELECT 'DROP TRIGGER ' || name || ';' AS line FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get::<_, String>("line"))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    other.execute_batch(&format!("PRAGMA foreign_keys = OFF; {triggers} {sql}")).unwrap();
}

#[test]
fn a_broken_file_is_found() {
    let folder = folder();
    whole(&mut store_in(&folder), "a-1", "l-1", 1000);
    let other = stranger(&folder);
    other.execute_batch("PRAGMA foreign_keys = OFF; DROP TRIGGER attempt_is_kept; DELETE FROM attempt").unwrap();
    let flaws = store_in(&folder).integrity().unwrap();
    assert!(flaws.contains(&Flaw::File("a row of event without its attempt".to_owned())), "{flaws:?}");
}

#[test]
fn overwritten_pages_are_damage() {
    let folder = folder();
    whole(&mut store_in(&folder), "a-1", "l-1", 1000);
    let path = folder.path().join("onduty.db");
    let mut bytes = fs::read(&path).unwrap();
    bytes[4096..].fill(0xff);
    fs::write(&path, bytes).unwrap();
    let rows = Sqlite::open(&path).and_then(|store| store.attempts(None));
    assert!(matches!(rows, Err(StoreError::Damaged(Flaw::File(_)))), "{rows:?}");
}

#[test]
fn erased_words_are_gone_from_the_disk() {
    let folder = folder();
    let mut store = store_in(&folder);
    store.add_learner(&learner("l-1", "韩梅梅", 1)).unwrap();
    store.add_staff(&Staff { id: "s-1".into(), name: "李雷".to_owned(), created: Moment(1) }).unwrap();
    done(&mut store);
    let on_disk = |words: &str| {
        let files = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
        files.map(|path| fs::read(path).unwrap()).any(|bytes| String::from_utf8_lossy(&bytes).contains(words))
    };
    let typed_reason_and_credential = ["韩梅梅", "我姓王", "王芳：d-8", r#""holder":"王芳""#];
    assert!(typed_reason_and_credential.iter().all(|words| on_disk(words)));
    store.erase(&"l-1".into()).unwrap();
    assert_eq!(typed_reason_and_credential.map(on_disk), [false; 4]);
    assert!(on_disk("李雷"));
    store.erase_staff(&"s-1".into()).unwrap();
    assert!(!on_disk("李雷"));
}
