//! A store's file copied while it is in use, and its contents put in another's place.
//!
//! Out by `VACUUM INTO`: one read transaction, so one moment of the store, while others write on; and nothing of what was erased goes
//! along in free pages. In by SQLite's backup pages, as one transaction of the file that is replaced: whole or not at all, on Windows too,
//! where a file that somebody has open cannot be renamed away.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};

use super::Sqlite;
use crate::store::StoreError;
use crate::store::locks::private_file;

impl Sqlite {
    /// Writes all of it into a new file that only this user can read; on the disk when it returns.
    ///
    /// # Errors
    /// `StoreError`; `Other` where there is something in the file.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        let file = private_file(path)?;
        let path = path.to_str().ok_or_else(|| StoreError::Other("the file's name is not Unicode".to_owned()))?;
        self.conn.execute("VACUUM INTO ?1", [path])?;
        Ok(file.sync_all()?)
    }

    /// Becomes what another store is, all of it or nothing. Whoever has this one open reads the other from then on.
    ///
    /// # Errors
    /// `StoreError`; `Locked` where another process is writing.
    pub fn become_other(mut self, other: &Self) -> Result<(), StoreError> {
        let done = Backup::new(&other.conn, &mut self.conn)?.step(-1)?;
        if done == StepResult::Done { self.forget() } else { Err(StoreError::Locked) }
    }
}
