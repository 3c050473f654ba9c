//! Hands in the records: every way in which somebody with the file can change it is found by `audit`, with its place. What only a head
//! noted elsewhere can show is found against one, and said to be unknowable without.

mod heads;
mod random;
mod story;
mod two;

use rusqlite::Connection;
use serde_json::Value;

use crate::office::Office;

use story::{digested, relinked, resealed, told};

/// How far whoever tampered went to make it fit.
#[derive(Clone, Copy, Debug)]
enum Fit {
    /// Not at all.
    Left,
    /// Every event's and act's digest is that of its bytes.
    Digests,
    /// Every chain links again.
    Chains,
    /// The ledger is written anew over it all.
    Ledger,
}

/// What was done, how far it was made to fit, the place (`attempt`, `act`, … with a query for which, asked before), what is found there.
type Tampering = (&'static str, &'static str, Fit, (&'static str, &'static str), &'static str);

const PLAYED: &str = "SELECT id FROM attempt WHERE subject_kind = 'scenario'";
const QUIZ: &str = "SELECT id FROM attempt WHERE subject_kind = 'bank'";
const EXAM: &str = "SELECT json ->> '$.deed.attempt' FROM act WHERE json ->> '$.deed.act' = 'issued'";
const OBSERVED: &str =
    "SELECT json ->> '$.deed.observation' FROM act WHERE json ->> '$.deed.act' = 'observed' ORDER BY id LIMIT 1";
const GRANT: &str = "SELECT id FROM act WHERE json ->> '$.deed.act' = 'granted'";
const DECIDED: &str = "SELECT id FROM act WHERE json ->> '$.deed.act' = 'decided'";
const ADMIT: &str = "SELECT id FROM act WHERE json ->> '$.deed.act' = 'admitted'";
const CALLED: &str = "SELECT id FROM act WHERE json ->> '$.deed.what.minute' = 'called'";
const ISSUE: &str = "SELECT id FROM act WHERE json ->> '$.deed.act' = 'issued'";
const NUMBER: &str = "SELECT json ->> '$.deed.number' FROM act WHERE json ->> '$.deed.act' = 'issued'";
const NEWEST_ACT: &str = "SELECT act FROM ledger WHERE act IS NOT NULL ORDER BY number DESC LIMIT 1";
const CONTENT: &str =
    "SELECT digest FROM content WHERE json_extract(CAST(bytes AS TEXT), '$.frozen') = 'scheme' ORDER BY digest LIMIT 1";

const TAMPERINGS: &[Tampering] = &[
    // Sittings.
    (
        "another room for a sitting, all made to fit",
        "UPDATE act SET json = replace(json, '\"room\":\"三号机房\"', '\"room\":\"在家\"') WHERE json ->> '$.deed.what.minute' = 'called'",
        Fit::Ledger,
        ("act", CALLED),
        "act",
    ),
    (
        "another candidate called, all made to fit",
        "UPDATE act SET json = json_set(json, '$.deed.what.candidates[1]', 'l-2') WHERE json ->> '$.deed.what.minute' = 'called'",
        Fit::Ledger,
        ("act", CALLED),
        "act",
    ),
    (
        "another identity seen, all made to fit",
        "UPDATE act SET json = replace(json, 'staff-card', 'id-card') WHERE json ->> '$.deed.act' = 'admitted'",
        Fit::Ledger,
        ("act", ADMIT),
        "act",
    ),
    (
        "another paper in the place of the sealed one",
        "UPDATE setting SET value = replace(value, '\"nonce\":\"', '\"nonce\":\"00') WHERE key LIKE 'sitting-0%'",
        Fit::Left,
        ("act", CALLED),
        "paper",
    ),
    // Events.
    (
        "another reply",
        "UPDATE event SET json = replace(json, '\"reply\":\"wait\"', '\"reply\":\"help\"') WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'scenario')",
        Fit::Left,
        ("attempt", PLAYED),
        "event",
    ),
    (
        "another reply, its digest made to fit",
        "UPDATE event SET json = replace(json, '\"reply\":\"wait\"', '\"reply\":\"help\"') WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'scenario')",
        Fit::Digests,
        ("attempt", PLAYED),
        "event",
    ),
    (
        "another reply, the chain made to fit",
        "UPDATE event SET json = replace(json, '\"reply\":\"wait\"', '\"reply\":\"help\"') WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'scenario')",
        Fit::Chains,
        ("attempt", PLAYED),
        "event",
    ),
    (
        "another reply, chain and ledger made to fit",
        "UPDATE event SET json = replace(json, '\"reply\":\"wait\"', '\"reply\":\"help\"') WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'scenario')",
        Fit::Ledger,
        ("attempt", PLAYED),
        "event",
    ),
    (
        "another grade, all made to fit",
        "UPDATE event SET json = replace(json, '\"passed\":true', '\"passed\":false') WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'scenario')",
        Fit::Ledger,
        ("attempt", PLAYED),
        "grade",
    ),
    (
        "other bytes for the same event",
        "UPDATE event SET json = json || ' ' WHERE seq = 1 AND attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank')",
        Fit::Digests,
        ("attempt", QUIZ),
        "event",
    ),
    (
        "another digest beside an event",
        "UPDATE event SET digest = '0000' || substr(digest, 5) WHERE seq = 1 AND attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank')",
        Fit::Left,
        ("attempt", QUIZ),
        "event",
    ),
    (
        "another time in the column",
        "UPDATE event SET at = at - 60000 WHERE seq = 1 AND attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank')",
        Fit::Left,
        ("attempt", QUIZ),
        "row",
    ),
    (
        "another time in the event",
        "UPDATE event SET at = at - 60000, json = replace(json, '\"at\":' || at, '\"at\":' || (at - 60000)) WHERE seq = 1 AND attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank')",
        Fit::Digests,
        ("attempt", QUIZ),
        "event",
    ),
    (
        "an event taken out",
        "DELETE FROM event WHERE seq = 1 AND attempt = (SELECT id FROM attempt WHERE subject_kind = 'scenario')",
        Fit::Left,
        ("attempt", PLAYED),
        "event",
    ),
    (
        "an attempt's end taken out",
        "DELETE FROM event WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'scenario') AND seq = (SELECT max(seq) FROM event e WHERE e.attempt = event.attempt)",
        Fit::Left,
        ("attempt", PLAYED),
        "row",
    ),
    (
        "an event put in",
        "INSERT INTO event SELECT attempt, seq + 1, at, json, digest FROM event WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'scenario') ORDER BY seq DESC LIMIT 1",
        Fit::Left,
        ("attempt", PLAYED),
        "event",
    ),
    (
        "two events exchanged",
        "UPDATE event SET seq = 13 - seq WHERE seq IN (1, 2) AND attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank'); UPDATE event SET seq = seq - 10 WHERE seq > 10",
        Fit::Left,
        ("attempt", QUIZ),
        "event",
    ),
    (
        "an event moved into another attempt",
        "INSERT INTO event SELECT (SELECT id FROM attempt WHERE subject_kind = 'scenario'), 90, at, json, digest FROM event WHERE seq = 1 AND attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank')",
        Fit::Left,
        ("attempt", PLAYED),
        "event",
    ),
    // Attempts.
    (
        "an attempt given to somebody else",
        "UPDATE attempt SET learner = 'somebody-else' WHERE subject_kind = 'scenario'",
        Fit::Left,
        ("attempt", PLAYED),
        "row",
    ),
    (
        "an attempt about something else",
        "UPDATE attempt SET subject_id = 'lost-letter' WHERE subject_kind = 'scenario'",
        Fit::Left,
        ("attempt", PLAYED),
        "row",
    ),
    (
        "an attempt begun earlier",
        "UPDATE attempt SET started = started - 86400000 WHERE subject_kind = 'bank'",
        Fit::Left,
        ("attempt", QUIZ),
        "row",
    ),
    ("an attempt taken off the list", "DELETE FROM attempt WHERE subject_kind = 'bank'", Fit::Left, ("attempt", QUIZ), "row"),
    (
        "an attempt put on the list",
        "INSERT INTO attempt SELECT '0000', learner, subject_kind, subject_id, started FROM attempt WHERE subject_kind = 'bank'",
        Fit::Left,
        ("attempt", "SELECT '0000'"),
        "attempt",
    ),
    (
        "an exam's events deleted",
        "DELETE FROM event WHERE attempt = (SELECT json ->> '$.deed.attempt' FROM act WHERE json ->> '$.deed.act' = 'issued')",
        Fit::Left,
        ("attempt", EXAM),
        "attempt",
    ),
    (
        "marks of an observation, all made to fit",
        "UPDATE event SET json = replace(json, '\"mark\":2', '\"mark\":1') WHERE attempt = (SELECT json ->> '$.deed.observation' FROM act WHERE json ->> '$.deed.act' = 'observed' ORDER BY id LIMIT 1)",
        Fit::Ledger,
        ("attempt", OBSERVED),
        "grade",
    ),
    // Words.
    (
        "other words",
        "UPDATE beside SET words = 'something else' WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank')",
        Fit::Left,
        ("attempt", QUIZ),
        "event",
    ),
    (
        "another salt",
        "UPDATE beside SET salt = '00' WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank')",
        Fit::Left,
        ("attempt", QUIZ),
        "event",
    ),
    (
        "words taken out",
        "DELETE FROM beside WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank')",
        Fit::Left,
        ("attempt", QUIZ),
        "words-gone",
    ),
    (
        "words put in",
        "INSERT OR REPLACE INTO beside SELECT attempt, seq, '00', 'never said' FROM event WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'scenario')",
        Fit::Left,
        ("attempt", PLAYED),
        "event",
    ),
    (
        "words beside no event",
        "INSERT INTO beside SELECT attempt, 99, '00', 'never said' FROM event WHERE seq = 0 AND attempt = (SELECT id FROM attempt WHERE subject_kind = 'scenario')",
        Fit::Left,
        ("attempt", PLAYED),
        "event",
    ),
    ("a person taken off the roster", "DELETE FROM learner", Fit::Left, ("attempt", QUIZ), "words-left"),
    // Content.
    (
        "a scheme made easier",
        "UPDATE content SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"pass\":', '\"pass\": ') AS BLOB) WHERE json_extract(CAST(bytes AS TEXT), '$.frozen') = 'scheme'",
        Fit::Left,
        ("content", CONTENT),
        "content",
    ),
    (
        "content deleted",
        "DELETE FROM content WHERE digest = (SELECT digest FROM content WHERE json_extract(CAST(bytes AS TEXT), '$.frozen') = 'scheme' ORDER BY digest LIMIT 1)",
        Fit::Left,
        ("content", CONTENT),
        "lost",
    ),
    (
        "content nobody used",
        "INSERT INTO content VALUES ('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', x'00')",
        Fit::Left,
        ("content", "SELECT 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'"),
        "content",
    ),
    // Acts.
    (
        "another decision",
        "UPDATE act SET json = replace(json, '\"pass\":true', '\"pass\":false') WHERE json ->> '$.deed.act' = 'decided'",
        Fit::Left,
        ("act", DECIDED),
        "act",
    ),
    (
        "another decision, its digest made to fit",
        "UPDATE act SET json = replace(json, '\"pass\":true', '\"pass\":false') WHERE json ->> '$.deed.act' = 'decided'",
        Fit::Digests,
        ("line", "SELECT number FROM ledger WHERE act = (SELECT id FROM act WHERE json ->> '$.deed.act' = 'decided')"),
        "line",
    ),
    (
        "another decision, the ledger made to fit",
        "UPDATE act SET json = replace(json, '\"pass\":true', '\"pass\":false') WHERE json ->> '$.deed.act' = 'decided'",
        Fit::Ledger,
        ("act", DECIDED),
        "act",
    ),
    (
        "another signature, the ledger made to fit",
        "UPDATE act SET signature = (SELECT signature FROM act WHERE json ->> '$.deed.act' = 'granted') WHERE json ->> '$.deed.act' = 'decided'",
        Fit::Ledger,
        ("act", DECIDED),
        "act",
    ),
    (
        "a longer licence, the ledger made to fit",
        "UPDATE act SET json = replace(json, '\"until\":1', '\"until\":2') WHERE json ->> '$.deed.act' = 'issued'",
        Fit::Ledger,
        ("act", ISSUE),
        "act",
    ),
    (
        "an act deleted",
        "DELETE FROM reason WHERE act = (SELECT id FROM act WHERE json ->> '$.deed.act' = 'granted'); DELETE FROM act WHERE json ->> '$.deed.act' = 'granted'",
        Fit::Left,
        ("line", "SELECT number FROM ledger WHERE act = (SELECT id FROM act WHERE json ->> '$.deed.act' = 'granted')"),
        "line",
    ),
    (
        "an act put in",
        "INSERT INTO act SELECT '0000', replace(json, id, '0000'), digest, signature FROM act WHERE json ->> '$.deed.act' = 'granted'",
        Fit::Digests,
        ("act", "SELECT '0000'"),
        "unsealed",
    ),
    (
        "an act put in, with its line",
        "INSERT INTO act SELECT '0000', replace(json, id, '0000'), digest, signature FROM act WHERE json ->> '$.deed.act' = 'granted'; INSERT INTO ledger (number, what, attempt, act, digest, previous) SELECT number + 1, 'act', NULL, '0000', digest, NULL FROM ledger ORDER BY number DESC LIMIT 1",
        Fit::Ledger,
        ("act", "SELECT '0000'"),
        "act",
    ),
    (
        "two acts exchanged in the ledger",
        "UPDATE ledger SET act = NULL, attempt = (SELECT id FROM attempt LIMIT 1), what = 'x' WHERE number = 0; UPDATE ledger SET act = (SELECT act FROM ledger WHERE number = 1) || '-' WHERE number = 1",
        Fit::Left,
        ("line", "SELECT 0"),
        "line",
    ),
    // Reasons and credentials.
    (
        "another reason",
        "UPDATE reason SET words = 'because' WHERE act = (SELECT id FROM act WHERE json ->> '$.deed.act' = 'granted')",
        Fit::Left,
        ("act", GRANT),
        "act",
    ),
    (
        "a reason taken out",
        "DELETE FROM reason WHERE act = (SELECT id FROM act WHERE json ->> '$.deed.act' = 'granted')",
        Fit::Left,
        ("act", GRANT),
        "reason-gone",
    ),
    (
        "a reason for what needs none",
        "INSERT INTO reason SELECT id, '00', 'because' FROM act WHERE json ->> '$.deed.act' = 'admitted'",
        Fit::Left,
        ("act", ADMIT),
        "act",
    ),
    (
        "a licence's file changed",
        "UPDATE credential SET json = replace(json, '陈小满', '陈大满')",
        Fit::Left,
        ("licence", NUMBER),
        "credential",
    ),
    ("a licence's file taken out", "DELETE FROM credential", Fit::Left, ("licence", NUMBER), "credential-gone"),
    (
        "a file for what issues nothing",
        "INSERT INTO credential SELECT id, '{}' FROM act WHERE json ->> '$.deed.act' = 'admitted'",
        Fit::Left,
        ("act", ADMIT),
        "act",
    ),
    // The ledger.
    (
        "a line taken out",
        "DELETE FROM ledger WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank') AND what = 'started'",
        Fit::Left,
        ("attempt", QUIZ),
        "unsealed",
    ),
    (
        "a line taken out, the ledger made to fit",
        "DELETE FROM ledger WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank') AND what = 'started'",
        Fit::Ledger,
        ("attempt", QUIZ),
        "unsealed",
    ),
    (
        "the last line taken out",
        "DELETE FROM ledger WHERE number = (SELECT max(number) FROM ledger)",
        Fit::Left,
        ("act", NEWEST_ACT),
        "unsealed",
    ),
    (
        "a line put in",
        "INSERT INTO ledger (number, what, attempt, act, digest, previous) SELECT number + 1, 'x', (SELECT id FROM attempt LIMIT 1), NULL, digest, NULL FROM ledger ORDER BY number DESC LIMIT 1",
        Fit::Left,
        ("line", "SELECT max(number) + 1 FROM ledger"),
        "line",
    ),
    (
        "another seal",
        "UPDATE ledger SET digest = '0000' || substr(digest, 5) WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank') AND what = 'closed'",
        Fit::Left,
        (
            "line",
            "SELECT number FROM ledger WHERE attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank') AND what = 'closed'",
        ),
        "line",
    ),
    (
        "another link",
        "UPDATE ledger SET previous = '0000' || substr(previous, 5) WHERE number = 3",
        Fit::Left,
        ("line", "SELECT 3"),
        "line",
    ),
    (
        "two lines exchanged",
        "UPDATE ledger SET number = 1009 - number WHERE number IN (4, 5); UPDATE ledger SET number = number - 1000 WHERE number > 1000",
        Fit::Left,
        ("line", "SELECT 4"),
        "line",
    ),
    // What lies beside, and the guards themselves.
    (
        "something said moved",
        "UPDATE saying SET attempt = (SELECT id FROM attempt WHERE subject_kind = 'bank')",
        Fit::Left,
        ("whole", "SELECT 'true'"),
        "file",
    ),
    ("the guards taken away", "SELECT 1", Fit::Left, ("whole", "SELECT 'true'"), "schema"),
];

/// Takes the guards away, does it, makes it fit.
fn tamper(office: &Office, (_, sql, fit, _, _): &Tampering) {
    let db = Connection::open(office.desk.path("data/onduty.db")).expect("the records");
    let guards: Vec<String> = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .and_then(|mut all| all.query_map([], |row| row.get(0))?.collect())
        .expect("readable");
    for guard in guards {
        db.execute_batch(&format!("DROP TRIGGER \"{guard}\"")).expect("dropped");
    }
    db.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON").expect("settled");
    db.execute_batch(sql).unwrap_or_else(|error| panic!("{error}: {sql}"));
    match fit {
        Fit::Left => {}
        Fit::Digests => digested(&db),
        Fit::Chains => relinked(&db),
        Fit::Ledger => {
            relinked(&db);
            resealed(&db);
        }
    }
}

/// Which place it is, asked before it is changed.
fn place(office: &Office, (kind, which): (&str, &str)) -> Value {
    let db = Connection::open(office.desk.path("data/onduty.db")).expect("the records");
    let which: rusqlite::types::Value = db.query_row(which, [], |row| row.get(0)).unwrap_or_else(|e| panic!("{which}: {e}"));
    match which {
        rusqlite::types::Value::Integer(number) => serde_json::json!({ kind: number }),
        rusqlite::types::Value::Text(text) if text == "true" => serde_json::json!({ kind: true }),
        rusqlite::types::Value::Text(text) => serde_json::json!({ kind: text }),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_tampering_is_found_with_its_place() {
    assert!(TAMPERINGS.len() >= 40);
    let mut missed = Vec::new();
    for tampering in TAMPERINGS {
        let office = told();
        let place = place(&office, tampering.3);
        tamper(&office, tampering);
        let ran = office.desk.run(&["audit", "--format", "json"]);
        let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{}: {e} {ran}", tampering.0));
        let found: Vec<(Value, Value)> = report["findings"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|it| (it["place"].clone(), it["what"].clone()))
            .filter(|(_, what)| tampering.4 == "schema" || what != "schema")
            .collect();
        let hit = found.iter().any(|(at, what)| *at == place && what == tampering.4);
        if !hit || ran.code != 1 {
            missed.push(format!("{}: exit {}, wanted {} at {place}, found {found:?}", tampering.0, ran.code, tampering.4));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
