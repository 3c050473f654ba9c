//! The rows of what is assigned. They lie beside the record and may be taken back.

use rusqlite::{Connection, params};

use crate::attempt::plan::Subject;
use crate::base::day;
use crate::base::id::LearnerId;
use crate::base::moment::Moment;
use crate::store::{Assignment, Flaw, StoreError, Whom};

/// Writes what is assigned, or its new day.
pub fn assign(conn: &Connection, it: &Assignment) -> Result<(), StoreError> {
    let sql = "INSERT INTO assignment (subject_kind, subject_id, to_kind, to_name, due, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
               ON CONFLICT DO UPDATE SET due = excluded.due, at = excluded.at";
    let ((kind, id), (to, name)) = (it.what.parts(), it.to.parts());
    let due = it.due.map(|day| day.to_string());
    conn.prepare_cached(sql)?.execute(params![kind, id, to, name, due, it.at.0])?;
    Ok(())
}

/// Takes back what was assigned; whether it was.
pub fn withdraw(conn: &Connection, what: &Subject, to: &Whom) -> Result<bool, StoreError> {
    let sql = "DELETE FROM assignment WHERE subject_kind = ?1 AND subject_id = ?2 AND to_kind = ?3 AND to_name = ?4";
    let ((kind, id), (to, name)) = (what.parts(), to.parts());
    Ok(conn.prepare_cached(sql)?.execute([kind, id, to, name])? > 0)
}

/// All that is assigned, in the order assigned.
pub fn assignments(conn: &Connection) -> Result<Vec<Assignment>, StoreError> {
    let sql = "SELECT subject_kind, subject_id, to_kind, to_name, due, at FROM assignment
               ORDER BY at, subject_kind, subject_id, to_kind, to_name";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        let text = |column: &str| row.get::<_, String>(column);
        let (kind, id) = (text("subject_kind")?, text("subject_id")?);
        let unread = || StoreError::from(Flaw::File(format!("the assignment of {kind}:{id} does not read")));
        let due: Option<String> = row.get("due")?;
        out.push(Assignment {
            what: Subject::from_parts(&kind, id.clone()).ok_or_else(unread)?,
            to: Whom::from_parts(&text("to_kind")?, text("to_name")?).ok_or_else(unread)?,
            due: due.map(|text| day::read(&text).ok_or_else(unread)).transpose()?,
            at: Moment(row.get("at")?),
        });
    }
    Ok(out)
}

/// Forgets what was assigned to one person.
pub fn erase(conn: &Connection, learner: &LearnerId) -> Result<(), StoreError> {
    conn.execute("DELETE FROM assignment WHERE to_kind = 'learner' AND to_name = ?1", [learner.as_str()])?;
    Ok(())
}
