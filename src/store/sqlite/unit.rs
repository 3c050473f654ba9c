//! What is written as one: all of it, or nothing. Units lie within each other (`Store::together`); what an inner one wrote is on the disk
//! when the outermost is.

use std::ops::Deref;

use rusqlite::Connection;

use crate::store::StoreError;

/// Where a unit that is under way lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is the transaction: nobody else writes until it ends.
    Outermost,
    /// It lies in another.
    Within,
}

impl Place {
    /// Begins a unit, within the one that is under way if any is.
    ///
    /// # Errors
    /// `StoreError`; `Locked` where another process writes for too long.
    pub fn begin(conn: &Connection) -> Result<Self, StoreError> {
        let (place, begins) =
            if conn.is_autocommit() { (Self::Outermost, "BEGIN IMMEDIATE") } else { (Self::Within, "SAVEPOINT unit") };
        conn.prepare_cached(begins)?.execute([])?;
        Ok(place)
    }

    /// Ends it with all that was written; on the disk when this returns, unless it lies in another.
    ///
    /// # Errors
    /// `StoreError`; the unit is then still to be undone.
    pub fn commit(self, conn: &Connection) -> Result<(), StoreError> {
        let commits = if self == Self::Outermost { "COMMIT" } else { "RELEASE unit" };
        conn.prepare_cached(commits)?.execute([])?;
        Ok(())
    }

    /// Ends it as if nothing had been written. What SQLite undid by itself, such as on a full disk, is undone; nothing else can fail here.
    pub fn undo(self, conn: &Connection) {
        let undoes = if self == Self::Outermost { "ROLLBACK" } else { "ROLLBACK TO unit; RELEASE unit" };
        let _ = conn.execute_batch(undoes);
    }
}

/// A unit under way: undone unless it is committed.
pub struct Unit<'c> {
    conn: &'c Connection,
    place: Option<Place>,
}

impl<'c> Unit<'c> {
    /// Begins one.
    ///
    /// # Errors
    /// As `Place::begin`.
    pub fn begin(conn: &'c Connection) -> Result<Self, StoreError> {
        Ok(Self { conn, place: Some(Place::begin(conn)?) })
    }

    /// Ends it with all that was written.
    ///
    /// # Errors
    /// `StoreError`; nothing was written then.
    pub fn commit(mut self) -> Result<(), StoreError> {
        self.place.map_or(Ok(()), |place| place.commit(self.conn))?;
        self.place = None;
        Ok(())
    }
}

impl Deref for Unit<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.conn
    }
}

impl Drop for Unit<'_> {
    fn drop(&mut self) {
        if let Some(place) = self.place {
            place.undo(self.conn);
        }
    }
}
