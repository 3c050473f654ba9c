//! A store that an older program wrote: taken to the newest schema once, and whole at every point.

use super::*;
use crate::attempt::saying::{By, Matter, Saying};
use crate::store::contract::acts::granted;

/// A store as the first version left it: a-1 of l-1 is closed, a-2 of l-2 is open, and both have staff number 0042.
fn old() -> TempDir {
    let folder = folder();
    let first = include_str!("../../schema/1.sql");
    let filled = include_str!("old.sql");
    let marks = "PRAGMA journal_mode = wal; PRAGMA application_id = 0x6f6e6475; PRAGMA user_version = 1;";
    stranger(&folder).execute_batch(&format!("{marks} {first} {filled}")).unwrap();
    folder
}

fn version(conn: &Connection) -> i64 {
    conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn it_opens_and_goes_on() {
    let folder = old();
    let mut store = store_in(&folder);
    assert_eq!(store.learners().unwrap().len(), 2);
    assert_eq!(store.events(&"a-1".into()).unwrap().len(), 4);
    assert_eq!((flaws(&store), store.integrity().unwrap()), (vec![], vec![]));
    let lines = store.ledger().unwrap();
    assert_eq!(
        lines.iter().map(|line| (line.what.name(), line.what.attempt().unwrap().as_str())).collect::<Vec<_>>(),
        [("started", "a-1"), ("closed", "a-1"), ("started", "a-2")]
    );
    assert_eq!(lines[2].previous, Some(lines[1].digest()), "old lines keep their digests");

    let last = store.events(&"a-2".into()).unwrap().remove(1);
    store.append(&closed(&last)).unwrap();
    store.act(&granted("d-1", "l-1"), None).unwrap();
    let by = By::Trainer { name: String::new() };
    let matter = Matter::Note { spot: None };
    let note = Saying { id: "s-1".into(), at: Moment(9), attempt: "a-1".into(), by, matter, words: "很稳。".to_owned() };
    store.say(&note).unwrap();
    drop(store);
    let store = store_in(&folder);
    assert_eq!(store.sayings(Some(&"l-1".into())).unwrap(), [note]);
    assert_eq!((store.ledger().unwrap().len(), store.acts().unwrap().len()), (5, 1));
    assert_eq!((flaws(&store), store.integrity().unwrap()), (vec![], vec![]));
    assert_eq!(version(&store.conn), 8);
    let on: bool = store.conn.pragma_query_value(None, "foreign_keys", |row| row.get(0)).unwrap();
    assert!(on);
}

#[test]
fn who_shares_a_staff_number_keeps_it_and_nobody_else_gets_it() {
    let folder = old();
    let mut store = store_in(&folder);
    let li = store.learners().unwrap().into_iter().find(|it| it.id.as_str() == "l-2").unwrap();
    store.set_learner(&Learner { language: Some("en".to_owned()), ..li.clone() }).unwrap();
    let third = Learner { staff_number: li.staff_number.clone(), ..learner("l-3", "韩梅梅", 3) };
    assert!(matches!(store.add_learner(&third), Err(StoreError::StaffNumberTaken(_))));
    store.set_learner(&Learner { staff_number: Some("0043".to_owned()), ..li.clone() }).unwrap();
    assert!(matches!(store.set_learner(&li), Err(StoreError::StaffNumberTaken(_))), "given up is given up");
}

#[test]
fn many_open_it_at_once() {
    for _ in 0..20 {
        let folder = old();
        let path = folder.path().join("onduty.db");
        std::thread::scope(|scope| {
            for number in 0..8 {
                let path = &path;
                scope.spawn(move || {
                    let mut store = Sqlite::open(path).unwrap();
                    store.act(&granted(&format!("d-{number}"), "l-1"), None).unwrap();
                });
            }
        });
        let store = store_in(&folder);
        assert_eq!((store.acts().unwrap().len(), flaws(&store)), (8, vec![]));
    }
}

#[test]
fn on_a_full_disk_it_stays_as_it_was() {
    let folder = old();
    let mut conn = stranger(&folder);
    let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    let mut refused = 0;
    for room in 0.. {
        conn.pragma_update_and_check(None, "max_page_count", pages + room, |_| Ok(())).unwrap();
        match file::migrate(&mut conn) {
            Ok(()) => break,
            Err(StoreError::Full) => refused += 1,
            Err(other) => panic!("{other:?}"),
        }
        assert_eq!(version(&conn), 1);
        let lines: i64 = conn.query_row("SELECT count(*) AS n FROM ledger WHERE attempt > ''", [], |row| row.get("n")).unwrap();
        assert_eq!(lines, 3);
    }
    assert!(refused > 2, "it ran full early and late: {refused}");
    assert_eq!(flaws(&store_in(&folder)), []);
}

#[test]
fn while_another_writes_it_says_so_and_opens_later() {
    let folder = old();
    let other = stranger(&folder);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let shut = Sqlite::open_waiting(&folder.path().join("onduty.db"), Duration::from_millis(50));
    assert!(matches!(shut, Err(StoreError::Locked)));
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(flaws(&store_in(&folder)), []);
}

#[test]
fn damaged_it_opens_and_is_found_damaged() {
    let folder = old();
    forge(&folder, "DELETE FROM attempt WHERE id = 'a-1'; UPDATE ledger SET what = 'opened' WHERE number = 2");
    assert_eq!(flaws(&store_in(&folder)), [Flaw::Line { number: 2, what: crate::store::Break::Unreadable }]);
    let flaws = store_in(&folder).integrity().unwrap();
    assert!(flaws.contains(&Flaw::File("a row of event without its attempt".to_owned())), "{flaws:?}");
}
