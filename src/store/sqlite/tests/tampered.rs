//! What was changed in the file behind the store's back is found, and named.

use super::*;
use crate::store::{Break, Sealed};

fn event(attempt: &str, seq: u32, what: Break) -> Flaw {
    Flaw::Event { attempt: attempt.into(), seq, what }
}

pub fn line(number: u64, what: Break) -> Flaw {
    Flaw::Line { number, what }
}

/// Two attempts, then changed; what `verify` then says.
fn tampered(sql: &str) -> Vec<Flaw> {
    let folder = folder();
    {
        let mut store = store_in(&folder);
        whole(&mut store, "a-1", "l-1", 1000);
        whole(&mut store, "a-2", "l-1", 2000);
    }
    forge(&folder, sql);
    flaws(&store_in(&folder))
}

#[test]
fn a_changed_event_is_found() {
    assert_eq!(
        tampered("UPDATE event SET json = replace(json, 'first', 'other') WHERE seq = 2 AND attempt = 'a-1'"),
        [event("a-1", 2, Break::Digest)]
    );
    assert_eq!(
        tampered("UPDATE event SET digest = '0000' || substr(digest, 5) WHERE seq = 3 AND attempt = 'a-2'"),
        [event("a-2", 3, Break::Digest)]
    );
}

#[test]
fn a_change_with_its_digest_made_to_fit_is_found() {
    let folder = folder();
    let mut store = store_in(&folder);
    let events = whole(&mut store, "a-1", "l-1", 1000);
    let forge = |seq: usize| {
        let mut event = events[seq].event.clone();
        event.at = Moment(1);
        let (json, digest) = codec::encode(&event);
        format!("UPDATE event SET json = '{json}', digest = '{digest}' WHERE attempt = 'a-1' AND seq = {seq}")
    };
    assert_eq!(tampered(&forge(1)), [event("a-1", 2, Break::Link)]);
    assert_eq!(tampered(&forge(3)), [Flaw::Row("a-1".into()), line(1, Break::Seal)]);
}

#[test]
fn missing_added_and_moved_events_are_found() {
    assert_eq!(tampered("DELETE FROM event WHERE attempt = 'a-1' AND seq = 1"), [event("a-1", 1, Break::Number)]);
    assert_eq!(tampered("DELETE FROM event WHERE attempt = 'a-1' AND seq = 3"), [Flaw::Row("a-1".into()), line(1, Break::Seal)]);
    assert_eq!(tampered("DELETE FROM event WHERE attempt = 'a-1'"), [line(0, Break::Seal), line(1, Break::Seal)]);
    assert_eq!(
        tampered("INSERT INTO event SELECT attempt, 4, at, json, digest FROM event WHERE attempt = 'a-1' AND seq = 3"),
        [event("a-1", 4, Break::Number)]
    );
    assert_eq!(
        tampered("UPDATE event SET seq = 3 - seq + 10 WHERE seq IN (1, 2); UPDATE event SET seq = seq - 10 WHERE seq > 9"),
        [event("a-2", 1, Break::Number), event("a-1", 1, Break::Number)]
    );
}

#[test]
fn changed_words_rows_and_content_are_found() {
    assert_eq!(tampered("UPDATE beside SET words = '你好' WHERE attempt = 'a-2'"), [event("a-2", 1, Break::Words)]);
    assert_eq!(tampered("UPDATE attempt SET learner = 'l-2' WHERE id = 'a-2'"), [Flaw::Row("a-2".into())]);
    let altered = tampered("UPDATE content SET bytes = x'00' WHERE rowid = 1");
    assert!(matches!(altered[..], [Flaw::Content(_)]), "{altered:?}");
    let lost = tampered("DELETE FROM content WHERE rowid = 2");
    assert!(matches!(lost[..], [Flaw::Lost(_)]), "{lost:?}");
}

#[test]
fn a_changed_ledger_is_found() {
    assert_eq!(
        tampered("DELETE FROM ledger WHERE number = 3"),
        [Flaw::Row("a-2".into()), Flaw::Unsealed(Sealed::Closed { attempt: "a-2".into() })]
    );
    assert_eq!(
        tampered("DELETE FROM ledger WHERE number = 0"),
        [line(1, Break::Number), Flaw::Unsealed(Sealed::Started { attempt: "a-1".into() }),]
    );
    assert_eq!(
        tampered("UPDATE ledger SET digest = '0000' || substr(digest, 5) WHERE number = 1"),
        [line(2, Break::Link), line(1, Break::Seal)]
    );
    assert_eq!(tampered("UPDATE ledger SET what = 'opened' WHERE number = 2"), [line(2, Break::Unreadable)]);
}

#[test]
fn a_broken_chain_is_not_read_past() {
    let folder = folder();
    let mut store = store_in(&folder);
    whole(&mut store, "a-1", "l-1", 1000);
    stranger(&folder).execute_batch("DROP TRIGGER event_stays; UPDATE event SET json = '{}' WHERE seq = 2").unwrap();
    let place = Flaw::Event { attempt: "a-1".into(), seq: 2, what: Break::Digest };
    assert!(matches!(store.events(&"a-1".into()), Err(StoreError::Damaged(flaw)) if flaw == place));
}
