//! The rows of what is said about attempts. They lie beside the record and go with the person.

use rusqlite::{Connection, params};

use crate::attempt::saying::Saying;
use crate::base::digest::canonical;
use crate::base::id::LearnerId;
use crate::store::{Flaw, StoreError};

/// Adds something said.
pub fn say(conn: &Connection, saying: &Saying) -> Result<(), StoreError> {
    let json = String::from_utf8(canonical(saying)).expect("JSON is UTF-8");
    let sql = "INSERT INTO saying (id, attempt, json) SELECT ?1, id, ?3 FROM attempt WHERE id = ?2 ON CONFLICT DO NOTHING";
    match conn.prepare_cached(sql)?.execute(params![saying.id.as_str(), saying.attempt.as_str(), json])? {
        0 => Err(StoreError::Other(format!("saying {} cannot be added", saying.id))),
        _ => Ok(()),
    }
}

/// What was said, in the order said.
pub fn sayings(conn: &Connection, learner: Option<&LearnerId>) -> Result<Vec<Saying>, StoreError> {
    let sql = "SELECT saying.id AS id, saying.json AS json FROM saying JOIN attempt ON attempt.id = saying.attempt
               WHERE ?1 IS NULL OR attempt.learner = ?1 ORDER BY saying.number";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([learner.map(LearnerId::as_str)])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, json): (String, String) = (row.get("id")?, row.get("json")?);
        let saying = serde_json::from_str(&json).map_err(|_| Flaw::File(format!("saying {id} does not read")))?;
        out.push(saying);
    }
    Ok(out)
}

/// Forgets what was said about a learner's attempts.
pub fn erase(conn: &Connection, learner: &LearnerId) -> Result<(), StoreError> {
    let sql = "DELETE FROM saying WHERE attempt IN (SELECT id FROM attempt WHERE learner = ?1)";
    conn.execute(sql, [learner.as_str()])?;
    Ok(())
}
