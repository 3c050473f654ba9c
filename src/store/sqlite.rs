//! The store in one SQLite file: every append is one transaction, on the disk when it returns.
//!
//! The tables are in `schema/*.sql`, opening and migrating in `sqlite/file`; attempts' rows here, acts', ledger's and people's in rooms
//! of their own; what may follow what is in `chain`; what no reading meets is looked for in `within`. A row that does not read is `Damaged`, never skipped.

mod acts;
mod assignments;
mod attempts;
mod copy;
mod file;
mod ledger;
mod parcel;
mod people;
mod sayings;
#[cfg(test)]
mod tests;
mod unit;
mod within;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _, params};

use self::unit::{Place, Unit};
use super::chain::{self, Reading};
use super::flaw::Flaw;
use super::{
    Assignment, AttemptRow, Hold, Learner, LedgerLine, Ledgers, LetGo, Parcel, STORE_KEY, Staff, Store, StoreError, Taken, Whom,
    locks,
};
use crate::attempt::act::Signed;
use crate::attempt::event::Recorded;
use crate::attempt::plan::Subject;
use crate::attempt::saying::Saying;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LearnerId, LicenceNumber, StaffId};

/// How long to wait for another process's write: they take milliseconds, so longer means that something hangs.
const PATIENCE: Duration = Duration::from_secs(5);

/// A store in a file.
#[derive(Debug)]
pub struct Sqlite {
    conn: Connection,
    locks: PathBuf,
    lent: BTreeMap<Digest, Vec<u8>>,
    /// Something was erased in what is being written together.
    forgets: Cell<bool>,
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
        Ok(Self { conn, locks: path.with_file_name("locks"), lent: BTreeMap::new(), forgets: Cell::new(false) })
    }

    /// Empties the write-ahead log, which holds old pages with what was erased, as soon as nobody else reads, and all is written that is
    /// written together.
    fn forget(&self) -> Result<(), StoreError> {
        self.forgets.set(!self.conn.is_autocommit());
        if self.forgets.get() {
            return Ok(());
        }
        Ok(self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    fn write(&self) -> Result<Unit<'_>, StoreError> {
        Unit::begin(&self.conn)
    }
}

impl Store for Sqlite {
    fn together(&mut self, write: &mut dyn FnMut(&mut dyn Store) -> bool) -> Result<(), StoreError> {
        let place = Place::begin(&self.conn)?;
        if !write(self) {
            place.undo(&self.conn);
            return Ok(());
        }
        place.commit(&self.conn).inspect_err(|_| place.undo(&self.conn))?;
        if self.forgets.get() { self.forget() } else { Ok(()) }
    }

    fn add_learner(&mut self, learner: &Learner) -> Result<(), StoreError> {
        let tx = self.write()?;
        people::add_learner(&tx, learner)?;
        tx.commit()
    }

    fn set_learner(&mut self, learner: &Learner) -> Result<(), StoreError> {
        let tx = self.write()?;
        people::set_learner(&tx, learner)?;
        tx.commit()
    }

    fn enrol(&mut self, learners: &[Learner], step: &mut dyn FnMut()) -> Result<(), StoreError> {
        let tx = self.write()?;
        for learner in learners {
            people::enrol(&tx, learner)?;
            step();
        }
        tx.commit()
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
        attempts::keep(&tx, written)?;
        attempts::add_event(&tx, started)?;
        tx.commit()
    }

    fn append(&mut self, event: &Recorded) -> Result<(), StoreError> {
        let tx = self.write()?;
        if ledger::is_elsewhere(&tx, &event.event.attempt)? {
            return Err(StoreError::Elsewhere(event.event.attempt.clone()));
        }
        chain::following(event, attempts::tail(&tx, &event.event.attempt)?.as_ref())?;
        attempts::add_event(&tx, event)?;
        tx.commit()
    }

    fn keep(&mut self, contents: &[(Digest, Vec<u8>)]) -> Result<(), StoreError> {
        chain::named_right(contents)?;
        let tx = self.write()?;
        attempts::keep(&tx, contents)?;
        tx.commit()
    }

    fn act(&mut self, act: &Signed, credential: Option<&str>) -> Result<(), StoreError> {
        let tx = self.write()?;
        acts::add(&tx, act, credential)?;
        tx.commit()
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
            let (next, digest) = attempts::read_event(row)?.map_err(|what| reading.flaw(what))?;
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
            all.push(attempts::read_attempt(row)?);
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
