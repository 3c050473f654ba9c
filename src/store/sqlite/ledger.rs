//! The ledger's rows, this store's own and those of others: the newest, the next, and how a row reads.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::unit::Unit;
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, Did};
use crate::base::moment::Moment;
use crate::store::flaw::{Break, Flaw};
use crate::store::ledger::{LedgerLine, Sealed};
use crate::store::{Ledgers, STORE_KEY, StoreError};

/// All own lines in order.
pub fn lines(conn: &Connection) -> Result<Vec<LedgerLine>, StoreError> {
    found(conn, "SELECT * FROM ledger WHERE origin = '' ORDER BY number")
}

/// The lines that a query finds.
fn found(conn: &Connection, sql: &str) -> Result<Vec<LedgerLine>, StoreError> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(read(row)?.map_err(own)?);
    }
    Ok(all)
}

/// The lines of others, by whose they are, in order.
pub fn copies(conn: &Connection) -> Result<BTreeMap<Did, Vec<LedgerLine>>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM ledger WHERE origin <> '' ORDER BY origin, number")?;
    let mut rows = statement.query([])?;
    let mut all = BTreeMap::<Did, Vec<LedgerLine>>::new();
    while let Some(row) = rows.next()? {
        let from = Did::from(row.get::<_, String>("origin")?);
        let line = read(row)?.map_err(|number| Flaw::Copy { from: from.clone(), number, what: Break::Unreadable })?;
        all.entry(from).or_default().push(line);
    }
    Ok(all)
}

/// All lines, in an order in which they may have happened.
pub fn happened(conn: &Connection) -> Result<Vec<LedgerLine>, StoreError> {
    let copies = copies(conn)?;
    let own = lines(conn)?;
    if copies.is_empty() {
        return Ok(own);
    }
    let mut setting = conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    let me = setting.query_row([STORE_KEY], |row| row.get::<_, String>("value")).optional()?.map(Did::from);
    let moments = moments(conn)?;
    let at = |what: &Sealed| moments.get(what).copied().unwrap_or(Moment(i64::MIN));
    Ok(Ledgers { me, own, copies }.happened(&at).into_iter().cloned().collect())
}

/// When what is sealed was done, by the clock of its PC.
pub fn moments(conn: &Connection) -> Result<BTreeMap<Sealed, Moment>, StoreError> {
    // Only a first and a newest event are sealed: to look through all of an attempt takes many times as long.
    let sql = "SELECT ledger.attempt, NULL AS act, what, event.at AS at FROM ledger JOIN event
                   ON event.attempt = ledger.attempt AND event.digest = ledger.digest AND event.seq =
                      iif(what = 'started', 0, (SELECT max(seq) FROM event AS newest WHERE newest.attempt = ledger.attempt))
               UNION ALL SELECT NULL, ledger.act, what, json ->> '$.at' FROM ledger JOIN act ON act.id = ledger.act";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut all = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let at = Moment(row.get("at")?);
        let (attempt, act): (Option<String>, Option<String>) = (row.get("attempt")?, row.get("act")?);
        let what = match (row.get_ref("what")?.as_bytes().unwrap_or_default(), attempt, act) {
            (b"started", Some(attempt), _) => Sealed::Started { attempt: attempt.into() },
            (b"closed", Some(attempt), _) => Sealed::Closed { attempt: attempt.into() },
            (_, _, Some(act)) => Sealed::Act { act: act.into() },
            _ => continue,
        };
        all.insert(what, at);
    }
    Ok(all)
}

/// A line of another store's ledger.
pub fn copied(conn: &Connection, from: &Did, number: u64) -> Result<Option<LedgerLine>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM ledger WHERE origin = ?1 AND number = ?2")?;
    let mut rows = statement.query(params![from.as_str(), number])?;
    let flaw = |number| Flaw::Copy { from: from.clone(), number, what: Break::Unreadable };
    rows.next()?.map(|row| Ok(read(row)?.map_err(flaw)?)).transpose()
}

/// Takes a line of another store's ledger in.
pub fn copy(tx: &Unit<'_>, from: &Did, line: &LedgerLine) -> Result<(), StoreError> {
    put(tx, from.as_str(), line)
}

/// The newest line.
pub fn last(conn: &Connection) -> Result<Option<LedgerLine>, StoreError> {
    let sql = "SELECT * FROM ledger WHERE origin = '' ORDER BY number DESC LIMIT 1";
    conn.prepare_cached(sql)?.query([])?.next()?.map(|row| Ok(read(row)?.map_err(own)?)).transpose()
}

/// Writes the next line.
pub fn seal(tx: &Unit<'_>, what: Sealed, digest: Digest) -> Result<(), StoreError> {
    put(tx, "", &LedgerLine::after(last(tx)?.as_ref(), what, digest))
}

fn put(tx: &Unit<'_>, origin: &str, line: &LedgerLine) -> Result<(), StoreError> {
    let LedgerLine { number, what, digest, previous } = line;
    let sql = "INSERT INTO ledger (origin, number, what, attempt, act, copied, upto, digest, previous)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let (attempt, act) = (what.attempt().map(AttemptId::as_str), what.act().map(ActId::as_str));
    let (copied, upto) = match what {
        Sealed::Copied { from, upto } => (Some(from.as_str()), Some(*upto)),
        _ => (None, None),
    };
    let previous = previous.map(|digest| digest.to_string());
    let row = params![origin, number, what.name(), attempt, act, copied, upto, digest.to_string(), previous];
    tx.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

/// Whether an attempt began in another store.
pub fn is_elsewhere(conn: &Connection, attempt: &AttemptId) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM ledger WHERE attempt = ?1 AND what = 'started' AND origin <> ''";
    Ok(conn.prepare_cached(sql)?.exists([attempt.as_str()])?)
}

/// Whether a line has this digest, here or as it was taken in: a newest, or one that another names.
pub fn has(conn: &Connection, digest: Digest) -> Result<bool, StoreError> {
    let is = |line: &LedgerLine| line.digest() == digest;
    if last(conn)?.as_ref().is_some_and(is) || newest(conn)?.iter().any(is) {
        return Ok(true);
    }
    let mut statement = conn.prepare_cached("SELECT 1 FROM ledger WHERE previous = ?1")?;
    Ok(statement.query_row([digest.to_string()], |_| Ok(())).optional()?.is_some())
}

/// The newest line taken in of each other store.
fn newest(conn: &Connection) -> Result<Vec<LedgerLine>, StoreError> {
    let newest = "SELECT origin, max(number) FROM ledger GROUP BY origin";
    found(conn, &format!("SELECT * FROM ledger WHERE origin <> '' AND (origin, number) IN ({newest})"))
}

const fn own(number: u64) -> Flaw {
    Flaw::Line { number, what: Break::Unreadable }
}

/// A line; the number of one that does not read.
fn read(row: &Row<'_>) -> Result<Result<LedgerLine, u64>, StoreError> {
    let number: u64 = row.get("number")?;
    let digest = |column: &str| Ok::<_, StoreError>(row.get::<_, Option<String>>(column)?.map(|text| Digest::parse(&text)));
    let text = |column: &str| row.get::<_, Option<String>>(column);
    let what = match (row.get_ref("what")?.as_bytes().unwrap_or_default(), text("attempt")?, text("act")?, text("copied")?) {
        (b"started", Some(attempt), None, None) => Sealed::Started { attempt: attempt.into() },
        (b"closed", Some(attempt), None, None) => Sealed::Closed { attempt: attempt.into() },
        (b"act", None, Some(act), None) => Sealed::Act { act: act.into() },
        (b"copied", None, None, Some(from)) => Sealed::Copied { from: from.into(), upto: row.get("upto")? },
        _ => return Ok(Err(number)),
    };
    Ok(match (digest("digest")?, digest("previous")?) {
        (Some(Some(digest)), None) => Ok(LedgerLine { number, what, digest, previous: None }),
        (Some(Some(digest)), Some(Some(previous))) => Ok(LedgerLine { number, what, digest, previous: Some(previous) }),
        _ => Err(number),
    })
}
