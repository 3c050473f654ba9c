//! What is wrong with the file itself: pages, references, a guard that was taken away, rows that no reading meets.
//!
//! Whether what is read holds together is `verify`'s question. What a query here finds has its place: the attempt or act it belongs to.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

use super::file;
use crate::base::digest::Digest;
use crate::store::StoreError;
use crate::store::flaw::{Break, Flaw};

/// Attempts of which there is no event, and so nothing to read.
const EMPTY: &str = "SELECT id FROM attempt WHERE NOT EXISTS (SELECT 1 FROM event WHERE attempt = attempt.id)";
/// Attempts whose rows say something else of them than their events: not listed at all, or at other times.
const ELSEWHERE: &str = "SELECT DISTINCT attempt AS id FROM event
    WHERE attempt NOT IN (SELECT id FROM attempt) OR (json_valid(json) AND at IS NOT json ->> '$.at')";
/// Words beside events that are not there.
const WORDS: &str = "SELECT attempt AS id, seq FROM beside
    WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.attempt = beside.attempt AND event.seq = beside.seq)";
/// Reasons and credentials of acts that are not there, credentials of acts that issue nothing.
const REASONS: &str = "SELECT act AS id FROM reason WHERE act NOT IN (SELECT id FROM act)
    UNION SELECT act FROM credential
    WHERE act NOT IN (SELECT id FROM act WHERE json_valid(json) AND json ->> '$.deed.act' = 'issued')";
/// What was said, filed under another attempt or number than it says.
const SAYINGS: &str = "SELECT id FROM saying
    WHERE NOT json_valid(json) OR id IS NOT json ->> '$.id' OR attempt IS NOT json ->> '$.attempt'";

/// Looks through the file.
///
/// # Errors
/// `StoreError`; `Damaged` where the file is too broken to be looked through.
pub fn integrity(conn: &Connection) -> Result<Vec<Flaw>, StoreError> {
    let pages = "SELECT integrity_check AS words FROM pragma_integrity_check";
    let orphans = r#"SELECT 'a row of ' || "table" || ' without its ' || "parent" AS words FROM pragma_foreign_key_check"#;
    let words = |row: &Row<'_>| row.get("words").map(Flaw::File);
    let mut flaws = all(conn, pages, words)?;
    flaws.retain(|flaw| *flaw != Flaw::File("ok".to_owned()));
    flaws.extend(all(conn, orphans, words)?);
    flaws.extend(schema(conn)?);
    flaws.extend(all(conn, EMPTY, |row| Ok(Flaw::Attempt(text(row)?.into())))?);
    flaws.extend(all(conn, ELSEWHERE, |row| Ok(Flaw::Row(text(row)?.into())))?);
    flaws.extend(all(conn, WORDS, |row| {
        Ok(Flaw::Event { attempt: text(row)?.into(), seq: row.get("seq")?, what: Break::Words })
    })?);
    flaws.extend(all(conn, REASONS, |row| Ok(Flaw::Act { act: text(row)?.into(), what: Break::Words }))?);
    flaws.extend(all(conn, SAYINGS, |row| Ok(Flaw::File(format!("saying {} does not read", text(row)?))))?);
    flaws.extend(contents(conn)?);
    Ok(flaws)
}

fn text(row: &Row<'_>) -> rusqlite::Result<String> {
    row.get("id")
}

fn all(conn: &Connection, sql: &str, one: impl FnMut(&Row<'_>) -> rusqlite::Result<Flaw>) -> Result<Vec<Flaw>, StoreError> {
    let mut statement = conn.prepare(sql)?;
    let flaws = statement.query_map([], one)?.collect::<Result<_, _>>()?;
    Ok(flaws)
}

/// Where the file is built otherwise than this program builds it: whoever changes rows has to take the guards away first.
fn schema(conn: &Connection) -> Result<Vec<Flaw>, StoreError> {
    let (here, model) = (built(conn)?, built(&file::model()?)?);
    let names = here.keys().chain(model.keys().filter(|name| !here.contains_key(*name)));
    Ok(names.filter(|name| here.get(*name) != model.get(*name)).map(|name| Flaw::Schema(name.clone())).collect())
}

/// Tables, indexes and guards by name. SQLite's own (`sqlite_…`) come and go as it needs them.
fn built(conn: &Connection) -> Result<BTreeMap<String, String>, StoreError> {
    let sql =
        "SELECT name, type || ' ' || coalesce(sql, '') AS made FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    let mut statement = conn.prepare(sql)?;
    let all = statement.query_map([], |row| Ok((row.get("name")?, row.get("made")?)))?.collect::<Result<_, _>>()?;
    Ok(all)
}

/// Kept content that is not what its name says, whether an attempt uses it or not.
fn contents(conn: &Connection) -> Result<Vec<Flaw>, StoreError> {
    let mut statement = conn.prepare("SELECT digest, bytes FROM content ORDER BY digest")?;
    let mut rows = statement.query([])?;
    let mut flaws = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get("digest")?;
        match Digest::parse(&name) {
            Some(digest) if Digest::of_bytes(row.get_ref("bytes")?.as_bytes().unwrap_or_default()) == digest => {}
            Some(digest) => flaws.push(Flaw::Content(digest)),
            None => flaws.push(Flaw::File(format!("content {name} has no digest for a name"))),
        }
    }
    Ok(flaws)
}
