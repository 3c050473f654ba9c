//! Attempts' rows: their events, what lies beside them, the content they name.

use rusqlite::{OptionalExtension as _, Row, params};

use super::ledger;
use super::unit::Unit;
use crate::attempt::event::{Beside, Event, Recorded};
use crate::attempt::plan::Subject;
use crate::base::digest::Digest;
use crate::base::id::AttemptId;
use crate::base::moment::Moment;
use crate::store::chain::{self, Tail};
use crate::store::flaw::{Break, Flaw};
use crate::store::{AttemptRow, StoreError, codec};

/// Writes content that is not kept yet.
pub fn keep<'c>(tx: &Unit<'_>, contents: impl IntoIterator<Item = &'c (Digest, Vec<u8>)>) -> Result<(), StoreError> {
    for (digest, bytes) in contents {
        let sql = "INSERT INTO content (digest, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        tx.prepare_cached(sql)?.execute(params![digest.to_string(), bytes])?;
    }
    Ok(())
}

/// The end of an attempt's chain.
pub fn tail(tx: &Unit<'_>, attempt: &AttemptId) -> Result<Option<Tail>, StoreError> {
    let sql = "SELECT seq, digest, EXISTS (SELECT 1 FROM ledger WHERE ledger.attempt = ?1 AND what = 'closed'
                                           AND (origin = '' OR ledger.digest = event.digest)) AS closed
               FROM event WHERE attempt = ?1 ORDER BY seq DESC LIMIT 1";
    let mut statement = tx.prepare_cached(sql)?;
    let found = statement
        .query_row([attempt.as_str()], |row| Ok((row.get("seq")?, row.get::<_, String>("digest")?, row.get("closed")?)))
        .optional()?;
    let Some((seq, digest, closed)) = found else { return Ok(None) };
    let what = Break::Digest;
    let digest = Digest::parse(&digest).ok_or_else(|| Flaw::Event { attempt: attempt.clone(), seq, what })?;
    Ok(Some(Tail { seq, digest, closed }))
}

/// Writes an event, what lies beside it, and the ledger line it calls for.
pub fn add_event(tx: &Unit<'_>, recorded: &Recorded) -> Result<(), StoreError> {
    let digest = add_event_row(tx, recorded)?;
    chain::sealed(&recorded.event).map_or(Ok(()), |what| ledger::seal(tx, what, digest))
}

/// Writes an event and what lies beside it; its digest.
pub fn add_event_row(tx: &Unit<'_>, recorded: &Recorded) -> Result<Digest, StoreError> {
    let Event { attempt, seq, at, .. } = &recorded.event;
    let (json, digest) = codec::encode(&recorded.event);
    let sql = "INSERT INTO event (attempt, seq, at, json, digest) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.prepare_cached(sql)?.execute(params![attempt.as_str(), seq, at.0, json, digest.to_string()])?;
    if let Some(Beside { salt, words }) = &recorded.beside {
        let sql = "INSERT INTO beside (attempt, seq, salt, words) VALUES (?1, ?2, ?3, ?4)";
        tx.prepare_cached(sql)?.execute(params![attempt.as_str(), seq, salt, words])?;
    }
    Ok(digest)
}

/// An event with the digest of its bytes, or how it does not read.
pub fn read_event(row: &Row<'_>) -> Result<Result<(Recorded, Digest), Break>, StoreError> {
    let json = row.get_ref("json")?.as_bytes().unwrap_or_default();
    let digest = Digest::of_bytes(json);
    if Digest::parse(&row.get::<_, String>("digest")?) != Some(digest) {
        return Ok(Err(Break::Digest));
    }
    let Some(event) = codec::decode::<Event>(json) else { return Ok(Err(Break::Unreadable)) };
    if row.get::<_, i64>("seq")? != i64::from(event.seq) {
        return Ok(Err(Break::Number));
    }
    let beside = match (row.get("salt")?, row.get("words")?) {
        (Some(salt), Some(words)) => Some(Beside { salt, words }),
        _ => None,
    };
    Ok(Ok((Recorded { event, beside }, digest)))
}

pub fn read_attempt(row: &Row<'_>) -> Result<AttemptRow, StoreError> {
    let id = AttemptId::from(row.get::<_, String>("id")?);
    let kind: String = row.get("subject_kind")?;
    let subject = Subject::from_parts(&kind, row.get("subject_id")?).ok_or_else(|| Flaw::Row(id.clone()))?;
    Ok(AttemptRow {
        id,
        learner: row.get::<_, String>("learner")?.into(),
        subject,
        started: Moment(row.get("started")?),
        last: Moment(row.get("last")?),
        events: row.get("events")?,
        closed: row.get("closed")?,
    })
}
