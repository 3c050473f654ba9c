//! The store in one SQLite file: every append is one transaction, on the disk when it returns.
//!
//! The tables are in `schema/*.sql`, opening and migrating in `sqlite/file`; attempts' rows here, acts', ledger's and people's in rooms
//! of their own; what may follow what is in `chain`; what no reading meets is looked for in `within`. A row that does not read is `Damaged`, never skipped.

mod acts;
mod assignments;
mod copy;
mod file;
mod ledger;
mod parcel;
mod people;
mod sayings;
#[cfg(test)]
mod tests;
mod within;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, params};

use super::chain::{self, Reading, Tail};
use super::flaw::{Break, Flaw};
use super::{
    Assignment, AttemptRow, Hold, Learner, LedgerLine, Ledgers, LetGo, Parcel, STORE_KEY, Staff, Store, StoreError, Taken, Whom,
    codec, locks,
};
use crate::attempt::act::Signed;
use crate::attempt::event::{Beside, Event, Recorded};
use crate::attempt::plan::Subject;
use crate::attempt::saying::Saying;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LearnerId, LicenceNumber, StaffId};
use crate::base::moment::Moment;

/// How long to wait for another process's write: they take milliseconds, so longer means that something hangs.
const PATIENCE: Duration = Duration::from_secs(5);

/// A store in a file.
#[derive(Debug)]
pub struct Sqlite {
    conn: Connection,
    locks: PathBuf,
    lent: BTreeMap<Digest, Vec<u8>>,
}

impl Sqlite {
    /// Opens the store at a path, made with its folders where there is none.
    ///
    /// # Errors
    /// `StoreError`.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_waiting(path, PATIENCE)
    }

    /// The same, waiting this long for a lock before saying `Locked`.
    ///
    /// # Errors
    /// `StoreError`.
    pub fn open_waiting(path: &Path, patience: Duration) -> Result<Self, StoreError> {
        // Absolute: SQLite gives `:memory:` and the empty path meanings of their own.
        let path = std::path::absolute(path)?;
        let conn = file::open(&path, patience)?;
        Ok(Self { conn, locks: path.with_file_name("locks"), lent: BTreeMap::new() })
    }

    /// Empties the write-ahead log, which holds old pages with what was erased, as soon as nobody else reads.
    fn forget(&self) -> Result<(), StoreError> {
        Ok(self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    fn write(&mut self) -> Result<Transaction<'_>, StoreError> {
        Ok(self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?)
    }
}

impl Store for Sqlite {
    fn add_learner(&mut self, learner: &Learner) -> Result<(), StoreError> {
        let tx = self.write()?;
        people::add_learner(&tx, learner)?;
        Ok(tx.commit()?)
    }

    fn set_learner(&mut self, learner: &Learner) -> Result<(), StoreError> {
        let tx = self.write()?;
        people::set_learner(&tx, learner)?;
        Ok(tx.commit()?)
    }

    fn enrol(&mut self, learners: &[Learner], step: &mut dyn FnMut()) -> Result<(), StoreError> {
        let tx = self.write()?;
        for learner in learners {
            people::enrol(&tx, learner)?;
            step();
        }
        Ok(tx.commit()?)
    }

    fn learners(&self) -> Result<Vec<Learner>, StoreError> {
        people::learners(&self.conn)
    }

    fn add_staff(&mut self, staff: &Staff) -> Result<(), StoreError> {
        people::add_staff(&self.conn, staff)
    }

    fn staff(&self) -> Result<Vec<Staff>, StoreError> {
        people::staff(&self.conn)
    }

    fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get("value")).optional()?)
    }

    fn set_setting(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.conn.prepare_cached(sql)?.execute([key, value])?;
        Ok(())
    }

    fn assign(&mut self, assignment: &Assignment) -> Result<(), StoreError> {
        assignments::assign(&self.conn, assignment)
    }

    fn withdraw(&mut self, what: &Subject, to: &Whom) -> Result<bool, StoreError> {
        assignments::withdraw(&self.conn, what, to)
    }

    fn assignments(&self) -> Result<Vec<Assignment>, StoreError> {
        assignments::assignments(&self.conn)
    }

    fn erase(&mut self, learner: &LearnerId) -> Result<(), StoreError> {
        let tx = self.write()?;
        tx.execute("DELETE FROM beside WHERE attempt IN (SELECT id FROM attempt WHERE learner = ?1)", [learner.as_str()])?;
        acts::erase(&tx, learner)?;
        sayings::erase(&tx, learner)?;
        assignments::erase(&tx, learner)?;
        tx.execute("DELETE FROM learner WHERE id = ?1", [learner.as_str()])?;
        tx.commit()?;
        self.forget()
    }

    fn let_go(&mut self, what: &LetGo) -> Result<(), StoreError> {
        let tx = self.write()?;
        for attempt in &what.words {
            tx.prepare_cached("DELETE FROM beside WHERE attempt = ?1")?.execute([attempt.as_str()])?;
        }
        for saying in &what.said {
            tx.prepare_cached("DELETE FROM saying WHERE id = ?1")?.execute([saying.as_str()])?;
        }
        for act in &what.reasons {
            tx.prepare_cached("DELETE FROM reason WHERE act = ?1")?.execute([act.as_str()])?;
        }
        tx.commit()?;
        self.forget()
    }

    fn erase_staff(&mut self, staff: &StaffId) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM staff WHERE id = ?1", [staff.as_str()])?;
        self.forget()
    }

    fn begin(&mut self, started: &Recorded, contents: &[(Digest, Vec<u8>)]) -> Result<(), StoreError> {
        let plan = chain::opening(started, contents)?;
        let event = &started.event;
        let written: Vec<_> = contents.iter().filter(|(digest, _)| !self.lent.contains_key(digest)).collect();
        let tx = self.write()?;
        let (kind, id) = plan.subject.parts();
        let sql = "INSERT INTO attempt (id, learner, subject_kind, subject_id, started) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT DO NOTHING";
        let row = params![event.attempt.as_str(), plan.learner.as_str(), kind, id, event.at.0];
        if tx.prepare_cached(sql)?.execute(row)? == 0 {
            return Err(StoreError::Conflict(event.attempt.clone()));
        }
        keep(&tx, written)?;
        add_event(&tx, started)?;
        Ok(tx.commit()?)
    }

    fn append(&mut self, event: &Recorded) -> Result<(), StoreError> {
        let tx = self.write()?;
        if ledger::is_elsewhere(&tx, &event.event.attempt)? {
            return Err(StoreError::Elsewhere(event.event.attempt.clone()));
        }
        chain::following(event, tail(&tx, &event.event.attempt)?.as_ref())?;
        add_event(&tx, event)?;
        Ok(tx.commit()?)
    }

    fn keep(&mut self, contents: &[(Digest, Vec<u8>)]) -> Result<(), StoreError> {
        chain::named_right(contents)?;
        let tx = self.write()?;
        keep(&tx, contents)?;
        Ok(tx.commit()?)
    }

    fn act(&mut self, act: &Signed, credential: Option<&str>) -> Result<(), StoreError> {
        let tx = self.write()?;
        acts::add(&tx, act, credential)?;
        Ok(tx.commit()?)
    }

    fn acts_along(&self, happened: &[LedgerLine]) -> Result<Vec<Signed>, StoreError> {
        acts::all(&self.conn, happened)
    }

    fn credential(&self, number: &LicenceNumber) -> Result<Option<String>, StoreError> {
        acts::credential(&self.conn, number)
    }

    fn say(&mut self, saying: &Saying) -> Result<(), StoreError> {
        sayings::say(&self.conn, saying)
    }

    fn sayings(&self, learner: Option<&LearnerId>) -> Result<Vec<Saying>, StoreError> {
        sayings::sayings(&self.conn, learner)
    }

    fn events(&self, attempt: &AttemptId) -> Result<Vec<Recorded>, StoreError> {
        let sql = "SELECT event.seq, json, digest, salt, words FROM event LEFT JOIN beside USING (attempt, seq)
                   WHERE event.attempt = ?1 ORDER BY event.seq";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([attempt.as_str()])?;
        let (mut events, mut reading) = (Vec::new(), Reading::of(attempt));
        while let Some(row) = rows.next()? {
            let (next, digest) = read_event(row)?.map_err(|what| reading.flaw(what))?;
            reading.take(&next, digest)?;
            events.push(next);
        }
        Ok(events)
    }

    fn content(&self, digest: &Digest) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT bytes FROM content WHERE digest = ?1")?;
        let bytes: Option<Vec<u8>> = statement.query_row([digest.to_string()], |row| row.get("bytes")).optional()?;
        match bytes {
            Some(bytes) if Digest::of_bytes(&bytes) != *digest => Err(Flaw::Content(*digest).into()),
            kept => Ok(kept.or_else(|| self.lent.get(digest).cloned())),
        }
    }

    fn lend(&mut self, contents: Vec<(Digest, Vec<u8>)>) {
        self.lent.extend(contents);
    }

    fn attempts(&self, learner: Option<&LearnerId>) -> Result<Vec<AttemptRow>, StoreError> {
        // Not one query with "or everybody's" in it: that goes through all attempts for each learner.
        let whose = if learner.is_some() { "WHERE learner = ?1" } else { "" };
        let sql = format!(
            "SELECT attempt.id, learner, subject_kind, subject_id, started, event.at AS last, event.seq + 1 AS events,
                    EXISTS (SELECT 1 FROM ledger WHERE ledger.attempt = attempt.id AND what = 'closed'
                            AND (origin = '' OR ledger.digest = event.digest)) AS closed
             FROM attempt JOIN event
               ON event.attempt = attempt.id AND event.seq = (SELECT max(seq) FROM event WHERE attempt = attempt.id)
             {whose} ORDER BY last DESC, attempt.id DESC"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(learner.map(LearnerId::as_str)))?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(read_attempt(row)?);
        }
        Ok(all)
    }

    fn ledger(&self) -> Result<Vec<LedgerLine>, StoreError> {
        ledger::lines(&self.conn)
    }

    fn ledgers(&self) -> Result<Ledgers, StoreError> {
        let me = self.setting(STORE_KEY)?.map(|did| did.as_str().into());
        Ok(Ledgers { me, own: ledger::lines(&self.conn)?, copies: ledger::copies(&self.conn)? })
    }

    fn happened(&self) -> Result<Vec<LedgerLine>, StoreError> {
        ledger::happened(&self.conn)
    }

    fn take(&mut self, parcel: &Parcel) -> Result<Taken, StoreError> {
        let tx = self.write()?;
        let taken = parcel::take(&tx, parcel)?;
        tx.commit()?;
        Ok(taken)
    }

    fn head(&self) -> Result<Option<Digest>, StoreError> {
        Ok(ledger::last(&self.conn)?.map(|line| line.digest()))
    }

    fn integrity(&self) -> Result<Vec<Flaw>, StoreError> {
        within::integrity(&self.conn)
    }

    fn hold(&self, attempt: &AttemptId) -> Result<Hold, StoreError> {
        locks::hold(&self.locks, attempt)
    }

    fn hold_shortly(&self, attempt: &AttemptId) -> Result<Hold, StoreError> {
        locks::hold_shortly(&self.locks, attempt)
    }

    fn hold_beginning(&self, learner: &LearnerId) -> Result<Hold, StoreError> {
        locks::hold_beginning(&self.locks, learner)
    }
}

/// Writes content that is not kept yet.
fn keep<'c>(tx: &Transaction<'_>, contents: impl IntoIterator<Item = &'c (Digest, Vec<u8>)>) -> Result<(), StoreError> {
    for (digest, bytes) in contents {
        let sql = "INSERT INTO content (digest, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        tx.prepare_cached(sql)?.execute(params![digest.to_string(), bytes])?;
    }
    Ok(())
}

/// The end of an attempt's chain.
fn tail(tx: &Transaction<'_>, attempt: &AttemptId) -> Result<Option<Tail>, StoreError> {
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
fn add_event(tx: &Transaction<'_>, recorded: &Recorded) -> Result<(), StoreError> {
    let digest = add_event_row(tx, recorded)?;
    chain::sealed(&recorded.event).map_or(Ok(()), |what| ledger::seal(tx, what, digest))
}

/// Writes an event and what lies beside it; its digest.
fn add_event_row(tx: &Transaction<'_>, recorded: &Recorded) -> Result<Digest, StoreError> {
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
fn read_event(row: &Row<'_>) -> Result<Result<(Recorded, Digest), Break>, StoreError> {
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

fn read_attempt(row: &Row<'_>) -> Result<AttemptRow, StoreError> {
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
