//! The ledger's rows: the newest, the next, and how a row reads.

use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};

use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId};
use crate::store::StoreError;
use crate::store::flaw::{Break, Flaw};
use crate::store::ledger::{LedgerLine, Sealed};

/// All lines in order.
pub fn lines(conn: &Connection) -> Result<Vec<LedgerLine>, StoreError> {
    let sql = "SELECT number, what, attempt, act, digest, previous FROM ledger ORDER BY number";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(read(row)?);
    }
    Ok(all)
}

/// The newest line.
pub fn last(conn: &Connection) -> Result<Option<LedgerLine>, StoreError> {
    let sql = "SELECT number, what, attempt, act, digest, previous FROM ledger ORDER BY number DESC LIMIT 1";
    conn.prepare_cached(sql)?.query([])?.next()?.map(read).transpose()
}

/// Writes the next line.
pub fn seal(tx: &Transaction<'_>, what: Sealed, digest: Digest) -> Result<(), StoreError> {
    let LedgerLine { number, what, digest, previous } = LedgerLine::after(last(tx)?.as_ref(), what, digest);
    let sql = "INSERT INTO ledger (number, what, attempt, act, digest, previous) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let (attempt, act) = (what.attempt().map(AttemptId::as_str), what.act().map(ActId::as_str));
    let previous = previous.map(|digest| digest.to_string());
    tx.prepare_cached(sql)?.execute(params![number, what.name(), attempt, act, digest.to_string(), previous])?;
    Ok(())
}

/// Whether a line has this digest: the newest, or one that another names.
pub fn has(conn: &Connection, digest: Digest) -> Result<bool, StoreError> {
    if last(conn)?.is_some_and(|line| line.digest() == digest) {
        return Ok(true);
    }
    let mut statement = conn.prepare_cached("SELECT 1 FROM ledger WHERE previous = ?1")?;
    Ok(statement.query_row([digest.to_string()], |_| Ok(())).optional()?.is_some())
}

fn read(row: &Row<'_>) -> Result<LedgerLine, StoreError> {
    let number = row.get("number")?;
    let unreadable = || Flaw::Line { number, what: Break::Unreadable };
    let digest = |text: String| Digest::parse(&text).ok_or_else(unreadable);
    let (attempt, act): (Option<String>, Option<String>) = (row.get("attempt")?, row.get("act")?);
    let what = match (row.get_ref("what")?.as_bytes().unwrap_or_default(), attempt, act) {
        (b"started", Some(attempt), None) => Sealed::Started { attempt: attempt.into() },
        (b"closed", Some(attempt), None) => Sealed::Closed { attempt: attempt.into() },
        (b"act", None, Some(act)) => Sealed::Act { act: act.into() },
        _ => return Err(unreadable().into()),
    };
    let previous = row.get::<_, Option<String>>("previous")?.map(digest).transpose()?;
    Ok(LedgerLine { number, what, digest: digest(row.get("digest")?)?, previous })
}
