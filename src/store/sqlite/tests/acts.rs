//! Acts in a file: issued by many at once, and altered.

use super::tampered::line;
use super::*;
use crate::attempt::act::{Act, Deed};
use crate::store::contract::acts::{document, granted, issued, signed};
use crate::store::{Break, Sealed};

fn act(id: &str, what: Break) -> Flaw {
    Flaw::Act { act: id.into(), what }
}

#[test]
fn of_many_who_issue_at_once_none_gives_a_number_twice() {
    let folder = folder();
    let end = whole(&mut store_in(&folder), "a-1", "l-1", 1000).remove(3);
    let path = folder.path().join("onduty.db");
    std::thread::scope(|scope| {
        for desk in 0..8 {
            let (path, end) = (&path, &end);
            scope.spawn(move || {
                let mut store = Sqlite::open(path).unwrap();
                for nth in 0..5 {
                    let mut serial = u32::try_from(store.acts().unwrap().len()).unwrap() + 1;
                    while let Err(error) = store.act(&issued(&format!("d-{desk}-{nth}"), end, serial), Some(&document(serial))) {
                        assert!(matches!(error, StoreError::Taken(_)), "{error:?}");
                        serial += 1;
                    }
                }
            });
        }
    });
    let store = store_in(&folder);
    let numbers: Vec<_> =
        store.acts().unwrap().iter().filter_map(|it| crate::store::acts::issued(it).map(|it| it.serial)).collect();
    assert_eq!(numbers, (1..=40).collect::<Vec<_>>(), "in the order in which they were given");
    assert_eq!(flaws(&store), []);
}

#[test]
fn a_full_disk_keeps_no_half_an_act() {
    let folder = folder();
    let mut store = store_in(&folder);
    whole(&mut store, "a-1", "l-1", 1000);
    let long = "phone".repeat(20_000);
    let act = signed("d-1", |reason| Deed::Granted { learner: "l-1".into(), licence: long.into(), reason });
    let mut pages: i64 = store.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    let mut refused = 0;
    loop {
        store.conn.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
        match store.act(&act, None) {
            Ok(()) => break,
            Err(error) => assert!(matches!(error, StoreError::Full), "{error:?}"),
        }
        assert_eq!((store.acts().unwrap(), store.ledger().unwrap().len()), (vec![], 2));
        (pages, refused) = (pages + 1, refused + 1);
    }
    assert!(refused > 0);
    assert_eq!((store.acts().unwrap(), flaws(&store)), (vec![act], vec![]));
}

/// One act of every kind about a-1 (`d-1` to `d-9`, lines 2 to 10), then changed; what `verify` then says.
fn altered(sql: &str) -> Vec<Flaw> {
    let folder = folder();
    done(&mut store_in(&folder));
    forge(&folder, sql);
    flaws(&store_in(&folder))
}

#[test]
fn a_changed_act_is_found() {
    assert_eq!(altered("UPDATE act SET json = replace(json, 'phone', 'email') WHERE id = 'd-8'"), [act("d-8", Break::Digest)]);
    assert_eq!(altered("UPDATE act SET digest = '0000' || substr(digest, 5) WHERE id = 'd-1'"), [act("d-1", Break::Digest)]);
    assert_eq!(altered("UPDATE act SET signature = 'x' WHERE id = 'd-8'"), [line(9, Break::Seal)]);
    let forged = Act { at: Moment(1), ..granted("d-8", "l-1").act };
    let (json, digest) = codec::encode(&forged);
    assert_eq!(altered(&format!("UPDATE act SET json = '{json}', digest = '{digest}' WHERE id = 'd-8'")), [line(9, Break::Seal)]);
    let in_anothers_place = "UPDATE act SET (json, digest) = (SELECT json, digest FROM act WHERE id = 'd-7') WHERE id = 'd-8'";
    assert_eq!(altered(in_anothers_place), [act("d-8", Break::Place)]);
    let unknown = codec::encode(&serde_json::json!({ "id": "d-8" }));
    let unread = format!("UPDATE act SET json = '{}', digest = '{}' WHERE id = 'd-8'", unknown.0, unknown.1);
    assert_eq!(altered(&unread), [act("d-8", Break::Unreadable)]);
}

#[test]
fn missing_added_and_moved_acts_are_found() {
    assert_eq!(altered("DELETE FROM act WHERE id = 'd-8'"), [line(9, Break::Seal)]);
    assert_eq!(altered("DELETE FROM ledger WHERE act = 'd-9'"), [Flaw::Unsealed(Sealed::Act { act: "d-9".into() })]);
    assert_eq!(
        altered("INSERT INTO act SELECT 'd-99', json, digest, signature FROM act WHERE id = 'd-8'"),
        [Flaw::Unsealed(Sealed::Act { act: "d-99".into() })]
    );
    assert_eq!(altered("DELETE FROM act WHERE id = 'd-7'; DELETE FROM ledger WHERE act = 'd-7'"), [line(9, Break::Number)]);
    let swapped = "UPDATE ledger SET number = 17 - number + 100 WHERE number IN (8, 9);
                   UPDATE ledger SET number = number - 100 WHERE number > 99";
    let said = altered(swapped);
    assert!(said.contains(&line(8, Break::Link)), "{said:?}");
}

#[test]
fn what_lies_beside_an_act_may_go_but_not_change() {
    assert_eq!(altered("UPDATE reason SET words = '别的' WHERE act = 'd-8'"), [act("d-8", Break::Words)]);
    assert_eq!(altered("INSERT INTO reason VALUES ('d-1', '00', '别的')"), [act("d-1", Break::Words)]);
    assert_eq!(altered("UPDATE credential SET json = replace(json, '王芳', '李雷')"), [Flaw::Credential("HB-1".into())]);
    assert_eq!(altered("DELETE FROM reason; DELETE FROM credential"), []);
}

#[test]
fn a_number_given_twice_is_found() {
    let folder = folder();
    let (events, _) = done(&mut store_in(&folder));
    stranger(&folder).execute_batch("DROP INDEX act_number; DROP INDEX act_serial").unwrap();
    store_in(&folder).act(&issued("d-10", &events[3], 1), Some(&document(1))).unwrap();
    assert_eq!(flaws(&store_in(&folder)), [Flaw::Twice("HB-1".into())]);
}

/// The end of the exam is forged, and all of the ledger made to fit: only what people signed speaks against it.
#[test]
fn a_ledger_built_anew_is_found_by_what_was_signed() {
    let folder = folder();
    let (events, _) = done(&mut store_in(&folder));
    let mut event = events[3].event.clone();
    event.at = Moment(1);
    let (json, digest) = codec::encode(&event);
    let mut sql = format!("UPDATE event SET at = 1, json = '{json}', digest = '{digest}' WHERE seq = 3;");
    let mut last = None;
    for line in store_in(&folder).ledger().unwrap() {
        let seal = if line.number == 1 { digest } else { line.digest };
        let line = LedgerLine::after(last.as_ref(), line.what, seal);
        let previous = line.previous.map_or_else(|| "NULL".to_owned(), |digest| format!("'{digest}'"));
        sql += &format!("UPDATE ledger SET digest = '{seal}', previous = {previous} WHERE number = {};", line.number);
        last = Some(line);
    }
    forge(&folder, &sql);
    let named = |id: &str| act(id, Break::Named);
    assert_eq!(flaws(&store_in(&folder)), ["d-3", "d-4", "d-6", "d-7", "d-9"].map(named));
}
