//! A store with something of everything in it, and how far a forger can go to make a change fit.

use std::sync::OnceLock;

use onduty::attempt::act::{Act, Signed};
use onduty::attempt::event::Event;
use onduty::base::digest::{Digest, canonical};
use onduty::store::{LedgerLine, Sealed};
use rusqlite::{Connection, params};

use crate::desk::Still;
use crate::office::{BORDERLINE, Office, RIGHT};

/// An office where 陈小满 has practised, answered in words, been talked with, sat `quick` and holds the licence, sat `watched` before two
/// examiners; and 李雷's borderline exam was decided.
pub fn told() -> Office {
    static STILL: OnceLock<Still> = OnceLock::new();
    let desk = STILL.get_or_init(|| tell().desk.still()).desk();
    let passphrase = desk.path("passphrase").display().to_string();
    Office { desk, passphrase }
}

fn tell() -> Office {
    let office = Office::staffed();
    let desk = &office.desk;
    let _ = desk.done(&["learner", "add", "李雷"]);
    let talk = desk.answers("\"queue/opening\" = [\"wait\", \"help\"]");
    let played = desk.run(&["--as", "陈小满", "practise", "queue", "--answers", &talk]);
    assert!(played.code <= 1, "{played}");
    let first = desk.file("first.toml", "format = 1\nfallback = \"first\"\n[answers]\n\"kinds/word\" = \"您好\"\n");
    let asked = desk.run(&["--as", "陈小满", "quiz", "kinds", "--count", "20", "--answers", &first]);
    assert!(asked.code <= 1, "{asked}");
    let (listed, _) = desk.json(&["--as", "陈小满", "list", "attempts"]);
    let talk =
        listed["attempts"].as_array().expect("a list").iter().find(|it| it["kind"] == "scenario" || it["subject"] == "queue");
    let talk = talk.unwrap_or_else(|| panic!("{listed}"))["attempt"].as_str().expect("an id").to_owned();
    let _ = desk.done(&["note", &talk, "1", "Name the wait before she does.", "--staff", "Ms Li"]);
    let _ = office.sit("陈小满", "quick", RIGHT);
    let out = desk.path("licence.json").display().to_string();
    assert_eq!(office.issue("陈小满", "quick", &out).code, 0);
    let granted = office.by("王考", &["grant", "李雷", "quick", "--reason", "the power went out"]);
    assert_eq!(granted.code, 0, "{granted}");
    let exam = office.sit("李雷", "quick", BORDERLINE);
    let decided = office.by("李考", &["decide", &exam, "pass", "--reason", "one slip only"]);
    assert_eq!(decided.code, 0, "{decided}");
    let _ = office.sit("陈小满", "watched", RIGHT);
    for who in ["李考", "王考"] {
        let ran = office.observe_for("watched", who, "bow", &[1, 2, 1, 5]);
        assert_eq!(ran.code, 0, "{ran}");
    }
    office
}

/// Every event's and act's digest is that of its bytes.
pub fn digested(db: &Connection) {
    for table in ["event", "act"] {
        let all = rows(db, &format!("SELECT rowid_of, json FROM (SELECT {} AS rowid_of, json FROM {table})", key(table)));
        for (id, json) in all {
            let digest = Digest::of_bytes(json.as_bytes()).to_string();
            db.execute(&format!("UPDATE {table} SET digest = ?2 WHERE {} = ?1", key(table)), params![id, digest])
                .expect("changed");
        }
    }
}

fn key(table: &str) -> &'static str {
    if table == "event" { "attempt || ' ' || seq" } else { "id" }
}

/// Every event names the one before it, as it is now.
pub fn relinked(db: &Connection) {
    digested(db);
    let attempts = rows(db, "SELECT DISTINCT attempt, '' FROM event");
    for (attempt, _) in attempts {
        let mut previous = None;
        let events = rows(db, &format!("SELECT seq, json FROM event WHERE attempt = '{attempt}' ORDER BY seq"));
        for (seq, json) in events {
            let Ok(mut event) = serde_json::from_str::<Event>(&json) else { continue };
            event.previous = previous;
            let json = String::from_utf8(canonical(&event)).expect("UTF-8");
            previous = Some(event.digest());
            let sql = "UPDATE event SET json = ?3, digest = ?4 WHERE attempt = ?1 AND seq = ?2";
            db.execute(sql, params![attempt, seq, json, event.digest().to_string()]).expect("changed");
        }
    }
}

/// The ledger, line by line, over what is there now.
pub fn resealed(db: &Connection) {
    let sql = "SELECT number, what || ' ' || coalesce(attempt, act) FROM ledger ORDER BY number";
    let mut last: Option<LedgerLine> = None;
    for (number, sealed) in rows(db, sql) {
        let (what, id) = sealed.split_once(' ').expect("two words");
        let line = LedgerLine::after(last.as_ref(), what_is(what, id), seal(db, what, id));
        db.execute(
            "UPDATE ledger SET number = ?2, digest = ?3, previous = ?4 WHERE number = ?1",
            params![
                number.parse::<i64>().expect("a number"),
                line.number as i64,
                line.digest.to_string(),
                line.previous.map(|it| it.to_string())
            ],
        )
        .expect("changed");
        last = Some(line);
    }
}

fn what_is(what: &str, id: &str) -> Sealed {
    match what {
        "started" => Sealed::Started { attempt: id.into() },
        "closed" => Sealed::Closed { attempt: id.into() },
        _ => Sealed::Act { act: id.into() },
    }
}

fn seal(db: &Connection, what: &str, id: &str) -> Digest {
    let order = if what == "closed" { "DESC" } else { "ASC" };
    if what == "act" {
        let all = rows(db, &format!("SELECT json, signature FROM act WHERE id = '{id}'"));
        let act: Act = serde_json::from_str(&all[0].0).expect("an act");
        return Signed { act, signature: all[0].1.clone(), beside: None }.digest();
    }
    let all = rows(db, &format!("SELECT digest, '' FROM event WHERE attempt = '{id}' ORDER BY seq {order} LIMIT 1"));
    Digest::parse(&all[0].0).expect("a digest")
}

/// Two columns as text.
fn rows(db: &Connection, sql: &str) -> Vec<(String, String)> {
    let text = |value: rusqlite::types::Value| match value {
        rusqlite::types::Value::Integer(n) => n.to_string(),
        rusqlite::types::Value::Text(text) => text,
        other => panic!("{other:?}"),
    };
    let mut statement = db.prepare(sql).expect("SQL");
    let all = statement.query_map([], |row| Ok((text(row.get(0)?), text(row.get(1)?)))).expect("rows");
    all.collect::<Result<_, _>>().expect("readable")
}
