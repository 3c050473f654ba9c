//! Opening the database file: its folder, its settings, its schema, and what SQLite's errors mean to us.

use std::io;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::store::StoreError;
use crate::store::flaw::Flaw;
use crate::store::locks::{private_file, private_folder};

/// The steps from an empty file to the newest schema; a store's version is the number of steps it has taken.
const STEPS: &[&str] = &[
    include_str!("../schema/1.sql"),
    include_str!("../schema/2.sql"),
    include_str!("../schema/3.sql"),
    include_str!("../schema/4.sql"),
    include_str!("../schema/5.sql"),
    include_str!("../schema/6.sql"),
    include_str!("../schema/7.sql"),
    include_str!("../schema/8.sql"),
];

/// "ondu": tells a store from any other SQLite file.
const APPLICATION: i64 = 0x6f6e_6475;

/// Opens or makes a store's file.
///
/// # Errors
/// `StoreError`.
pub fn open(path: &Path, patience: Duration) -> Result<Connection, StoreError> {
    if let Some(folder) = path.parent() {
        private_folder(folder)?;
    }
    if !path.exists() {
        // SQLite would make it readable for everybody; its side files take the mode of this one.
        private_file(path)?;
    }
    let mut conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(patience)?;
    conn.set_prepared_statement_cache_capacity(32);
    let version = version(&conn)?;
    write_ahead(&conn, patience)?;
    settle(&conn)?;
    if version < STEPS.len() {
        migrate(&mut conn)?;
    }
    Ok(conn)
}

/// How many steps the schema has taken; nothing is written before this is known.
fn version(conn: &Connection) -> Result<usize, StoreError> {
    let pragma = |name: &str| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let found = pragma("user_version")?;
    let tables: i64 = conn.query_row("SELECT count(*) AS n FROM sqlite_schema", [], |row| row.get("n"))?;
    if tables > 0 && pragma("application_id")? != APPLICATION {
        return Err(Flaw::File("this database is no onduty store".to_owned()).into());
    }
    match usize::try_from(found) {
        Ok(steps) if steps <= STEPS.len() => Ok(steps),
        _ => Err(StoreError::Newer { found, known: STEPS.len() as i64 }),
    }
}

/// Turns the write-ahead log on: readers and a writer work side by side.
///
/// It is the file's own setting, so only a new one is really changed. SQLite does not wait here where another process is about it.
fn write_ahead(conn: &Connection, patience: Duration) -> Result<(), StoreError> {
    const PAUSE: Duration = Duration::from_millis(5);
    let mut waited = Duration::ZERO;
    loop {
        match conn.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(())).map_err(StoreError::from) {
            Err(StoreError::Locked) if waited < patience => std::thread::sleep(PAUSE),
            other => return other,
        }
        waited += PAUSE;
    }
}

/// What holds for this connection only.
fn settle(conn: &Connection) -> Result<(), StoreError> {
    // Plans do not look at bound values: otherwise a cached statement may be parsed anew at every call.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // FULL: the log is on the disk when a commit returns; fullfsync: on macOS a plain fsync stops at the drive's cache;
    // secure_delete: erased words are overwritten.
    conn.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA secure_delete = ON;
         PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;",
    )?;
    Ok(())
}

/// A file as this program makes it, in memory: what any other is held against.
///
/// # Errors
/// `StoreError`.
pub fn model() -> Result<Connection, StoreError> {
    let mut conn = Connection::open_in_memory()?;
    migrate(&mut conn)?;
    Ok(conn)
}

/// Takes the steps that a store has not taken yet: all of them or none.
///
/// # Errors
/// `StoreError`; the store is then as it was.
pub fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    // A damaged store keeps its orphans, for `verify` and `integrity` to find. Within a transaction this could not be said.
    conn.pragma_update(None, "foreign_keys", false)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Asked again: another process may have taken the steps while we waited.
    for step in &STEPS[version(&tx)?..] {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "application_id", APPLICATION)?;
    tx.pragma_update(None, "user_version", STEPS.len() as i64)?;
    tx.commit()?;
    Ok(conn.pragma_update(None, "foreign_keys", true)?)
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, Utf8Error};
        let words = error.to_string();
        // The shared memory beside the log cannot grow: that is how a full disk shows when a store is opened.
        if error.sqlite_error().is_some_and(|e| e.extended_code == SQLITE_IOERR_SHMSIZE) {
            return Self::Full;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly) => Self::Denied(io::Error::new(io::ErrorKind::ReadOnlyFilesystem, words)),
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::Denied(io::Error::new(io::ErrorKind::PermissionDenied, words))
            }
            Some(ErrorCode::SystemIoFailure) => Self::Denied(io::Error::other(words)),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(Flaw::File(words)),
            Some(_) => Self::Other(words),
            None => match error {
                FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..) | Utf8Error(..) => {
                    Self::Damaged(Flaw::File(words))
                }
                _ => Self::Other(words),
            },
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Denied(error),
        }
    }
}
