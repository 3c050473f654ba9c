//! The store in one SQLite file: every append is one transaction, on the disk when it returns.
//!
//! The tables are in `schema/*.sql`, opening and migrating in `sqlite/file`; what may follow what is in `chain`. A row that does not
//! read is `Damaged`, never skipped.

mod file;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, named_params, params};

use super::chain::{self, Reading, Tail};
use super::verify::{Break, Flaw};
use super::{AttemptRow, Hold, Learner, LedgerLine, Sealed, Store, StoreError, codec, locks};
use crate::attempt::event::{Beside, Event, Recorded};
use crate::attempt::plan::Subject;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LearnerId};
use crate::base::moment::Moment;

/// How long to wait for another process's write: they take milliseconds, so longer means that something hangs.
const PATIENCE: Duration = Duration::from_secs(5);

/// A store in a file.
#[derive(Debug)]
pub struct Sqlite {
    conn: Connection,
    locks: PathBuf,
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
        Ok(Self { conn, locks: path.with_file_name("locks") })
    }

    /// What SQLite finds wrong with the file itself: pages, indexes, references. Empty is well.
    ///
    /// # Errors
    /// `StoreError`; `Damaged` where the file is too broken to be looked through.
    pub fn integrity(&self) -> Result<Vec<Flaw>, StoreError> {
        let mut flaws = Vec::new();
        let mut pages = self.conn.prepare("SELECT integrity_check AS words FROM pragma_integrity_check")?;
        for words in pages.query_map([], |row| row.get::<_, String>("words"))? {
            flaws.extend(Some(words?).filter(|words| words != "ok").map(Flaw::File));
        }
        let sql = r#"SELECT 'a row of ' || "table" || ' without its ' || "parent" AS words FROM pragma_foreign_key_check"#;
        let mut orphans = self.conn.prepare(sql)?;
        for words in orphans.query_map([], |row| row.get("words"))? {
            flaws.push(Flaw::File(words?));
        }
        Ok(flaws)
    }

    fn write(&mut self) -> Result<Transaction<'_>, StoreError> {
        Ok(self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?)
    }
}

impl Store for Sqlite {
    fn add_learner(&mut self, learner: &Learner) -> Result<(), StoreError> {
        let sql = "INSERT INTO learner (id, name, staff_number, language, plain, created)
                   VALUES (:id, :name, :staff_number, :language, :plain, :created) ON CONFLICT DO NOTHING";
        match put_learner(&self.conn, sql, learner)? {
            0 => Err(StoreError::Other(format!("learner {} exists", learner.id))),
            _ => Ok(()),
        }
    }

    fn set_learner(&mut self, learner: &Learner) -> Result<(), StoreError> {
        let sql = "UPDATE learner SET name = :name, staff_number = :staff_number, language = :language, plain = :plain,
                   created = :created WHERE id = :id";
        match put_learner(&self.conn, sql, learner)? {
            0 => Err(StoreError::Other(format!("there is no learner {}", learner.id))),
            _ => Ok(()),
        }
    }

    fn learners(&self) -> Result<Vec<Learner>, StoreError> {
        let sql = "SELECT id, name, staff_number, language, plain, created FROM learner ORDER BY name, created, id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let all = statement.query_map([], read_learner)?.collect::<Result<_, _>>()?;
        Ok(all)
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

    fn erase(&mut self, learner: &LearnerId) -> Result<(), StoreError> {
        let tx = self.write()?;
        tx.execute("DELETE FROM beside WHERE attempt IN (SELECT id FROM attempt WHERE learner = ?1)", [learner.as_str()])?;
        tx.execute("DELETE FROM learner WHERE id = ?1", [learner.as_str()])?;
        tx.commit()?;
        // The write-ahead log holds old pages with the words; it is emptied as soon as nobody else reads.
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    fn begin(&mut self, started: &Recorded, contents: &[(Digest, Vec<u8>)]) -> Result<(), StoreError> {
        let plan = chain::opening(started, contents)?;
        let event = &started.event;
        let tx = self.write()?;
        let (kind, id) = plan.subject.parts();
        let sql = "INSERT INTO attempt (id, learner, subject_kind, subject_id, started) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT DO NOTHING";
        let row = params![event.attempt.as_str(), plan.learner.as_str(), kind, id, event.at.0];
        if tx.prepare_cached(sql)?.execute(row)? == 0 {
            return Err(StoreError::Conflict(event.attempt.clone()));
        }
        for (digest, bytes) in contents {
            let sql = "INSERT INTO content (digest, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
            tx.prepare_cached(sql)?.execute(params![digest.to_string(), bytes])?;
        }
        add_event(&tx, started)?;
        Ok(tx.commit()?)
    }

    fn append(&mut self, event: &Recorded) -> Result<(), StoreError> {
        let tx = self.write()?;
        chain::following(event, tail(&tx, &event.event.attempt)?.as_ref())?;
        add_event(&tx, event)?;
        Ok(tx.commit()?)
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
            kept => Ok(kept),
        }
    }

    fn attempts(&self, learner: Option<&LearnerId>) -> Result<Vec<AttemptRow>, StoreError> {
        let sql = "SELECT attempt.id, learner, subject_kind, subject_id, started, event.at AS last, event.seq + 1 AS events,
                          EXISTS (SELECT 1 FROM ledger WHERE ledger.attempt = attempt.id AND what = 'closed') AS closed
                   FROM attempt JOIN event
                     ON event.attempt = attempt.id AND event.seq = (SELECT max(seq) FROM event WHERE attempt = attempt.id)
                   WHERE ?1 IS NULL OR learner = ?1 ORDER BY last DESC, attempt.id DESC";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([learner.map(LearnerId::as_str)])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(read_attempt(row)?);
        }
        Ok(all)
    }

    fn ledger(&self) -> Result<Vec<LedgerLine>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT number, what, attempt, digest, previous FROM ledger ORDER BY number")?;
        let mut rows = statement.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(read_line(row)?);
        }
        Ok(all)
    }

    fn hold(&self, attempt: &AttemptId) -> Result<Hold, StoreError> {
        locks::hold(&self.locks, attempt)
    }
}

fn put_learner(conn: &Connection, sql: &str, learner: &Learner) -> Result<usize, StoreError> {
    let Learner { id, name, staff_number, language, plain, created } = learner;
    Ok(conn.prepare_cached(sql)?.execute(named_params! {
        ":id": id.as_str(), ":name": name, ":staff_number": staff_number, ":language": language, ":plain": plain,
        ":created": created.0,
    })?)
}

fn read_learner(row: &Row<'_>) -> rusqlite::Result<Learner> {
    Ok(Learner {
        id: row.get::<_, String>("id")?.into(),
        name: row.get("name")?,
        staff_number: row.get("staff_number")?,
        language: row.get("language")?,
        plain: row.get("plain")?,
        created: Moment(row.get("created")?),
    })
}

/// The end of an attempt's chain.
fn tail(tx: &Transaction<'_>, attempt: &AttemptId) -> Result<Option<Tail>, StoreError> {
    let sql = "SELECT seq, digest, EXISTS (SELECT 1 FROM ledger WHERE ledger.attempt = ?1 AND what = 'closed') AS closed
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
    let Event { attempt, seq, at, .. } = &recorded.event;
    let (json, digest) = codec::encode(&recorded.event);
    let sql = "INSERT INTO event (attempt, seq, at, json, digest) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.prepare_cached(sql)?.execute(params![attempt.as_str(), seq, at.0, json, digest.to_string()])?;
    if let Some(Beside { salt, words }) = &recorded.beside {
        let sql = "INSERT INTO beside (attempt, seq, salt, words) VALUES (?1, ?2, ?3, ?4)";
        tx.prepare_cached(sql)?.execute(params![attempt.as_str(), seq, salt, words])?;
    }
    if let Some(what) = chain::sealed(&recorded.event) {
        let sql = "SELECT number, what, attempt, digest, previous FROM ledger ORDER BY number DESC LIMIT 1";
        let last = tx.prepare_cached(sql)?.query([])?.next()?.map(read_line).transpose()?;
        let LedgerLine { number, previous, .. } = LedgerLine::after(last.as_ref(), what, attempt, digest);
        let sql = "INSERT INTO ledger (number, what, attempt, digest, previous) VALUES (?1, ?2, ?3, ?4, ?5)";
        let previous = previous.map(|digest| digest.to_string());
        tx.prepare_cached(sql)?.execute(params![number, name(what), attempt.as_str(), digest.to_string(), previous])?;
    }
    Ok(())
}

/// An event with the digest of its bytes, or how it does not read.
fn read_event(row: &Row<'_>) -> Result<Result<(Recorded, Digest), Break>, StoreError> {
    let json = row.get_ref("json")?.as_bytes().unwrap_or_default();
    let digest = Digest::of_bytes(json);
    if Digest::parse(&row.get::<_, String>("digest")?) != Some(digest) {
        return Ok(Err(Break::Digest));
    }
    let Some(event) = codec::decode(json) else { return Ok(Err(Break::Unreadable)) };
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
    let name: String = row.get("subject_id")?;
    let subject = match row.get_ref("subject_kind")?.as_bytes().unwrap_or_default() {
        b"course" => Subject::Course(name),
        b"bank" => Subject::Bank(name),
        b"scenario" => Subject::Scenario(name),
        _ => return Err(Flaw::Row(id).into()),
    };
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

fn read_line(row: &Row<'_>) -> Result<LedgerLine, StoreError> {
    let number = row.get("number")?;
    let unreadable = || Flaw::Line { number, what: Break::Unreadable };
    let digest = |text: String| Digest::parse(&text).ok_or_else(unreadable);
    let what: String = row.get("what")?;
    Ok(LedgerLine {
        number,
        what: [Sealed::Started, Sealed::Closed].into_iter().find(|it| name(*it) == what).ok_or_else(unreadable)?,
        attempt: row.get::<_, String>("attempt")?.into(),
        digest: digest(row.get("digest")?)?,
        previous: row.get::<_, Option<String>>("previous")?.map(digest).transpose()?,
    })
}

/// As the ledger's column says it.
const fn name(what: Sealed) -> &'static str {
    match what {
        Sealed::Started => "started",
        Sealed::Closed => "closed",
    }
}
