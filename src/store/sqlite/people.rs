//! The rows of people: learners and staff. They lie beside the record and may be erased.

use rusqlite::Error::FromSqlConversionFailure;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params, params};

use crate::base::moment::Moment;
use crate::store::{Learner, Post, Staff, StoreError};

/// Adds a learner.
pub fn add_learner(conn: &Connection, learner: &Learner) -> Result<(), StoreError> {
    is_free(conn, learner)?;
    let sql = "INSERT INTO learner (id, name, staff_number, language, plain, created, groups, role, left_at)
               VALUES (:id, :name, :staff_number, :language, :plain, :created, :groups, :role, :left) ON CONFLICT DO NOTHING";
    match put(conn, sql, learner)? {
        0 => Err(StoreError::Other(format!("learner {} exists", learner.id))),
        _ => Ok(()),
    }
}

/// Writes a learner anew.
pub fn set_learner(conn: &Connection, learner: &Learner) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached("SELECT staff_number FROM learner WHERE id = ?1")?;
    let had: Option<Option<String>> = statement.query_row([learner.id.as_str()], |row| row.get("staff_number")).optional()?;
    // Who has a number from the time when it could be given twice may go on with it.
    if had.is_some_and(|had| had != learner.staff_number) {
        is_free(conn, learner)?;
    }
    let sql = "UPDATE learner SET name = :name, staff_number = :staff_number, language = :language, plain = :plain,
               created = :created, groups = :groups, role = :role, left_at = :left WHERE id = :id";
    match put(conn, sql, learner)? {
        0 => Err(StoreError::Other(format!("there is no learner {}", learner.id))),
        _ => Ok(()),
    }
}

/// Adds a learner or writes one anew.
pub fn enrol(conn: &Connection, learner: &Learner) -> Result<(), StoreError> {
    let known = conn.prepare_cached("SELECT 1 FROM learner WHERE id = ?1")?.exists([learner.id.as_str()])?;
    if known { set_learner(conn, learner) } else { add_learner(conn, learner) }
}

/// Adds a learner who is not here; whether it was so. A staff number that is another's stays with the other.
pub fn welcome(conn: &Connection, learner: &Learner) -> Result<bool, StoreError> {
    let known = conn.prepare_cached("SELECT 1 FROM learner WHERE id = ?1")?.exists([learner.id.as_str()])?;
    if known {
        return Ok(false);
    }
    match add_learner(conn, learner) {
        Err(StoreError::StaffNumberTaken(_)) => add_learner(conn, &Learner { staff_number: None, ..learner.clone() })?,
        other => other?,
    }
    Ok(true)
}

/// Adds a member of staff who is not here.
pub fn welcome_staff(conn: &Connection, staff: &Staff) -> Result<(), StoreError> {
    let sql = "INSERT INTO staff (id, name, created) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    conn.prepare_cached(sql)?.execute(params![staff.id.as_str(), staff.name, staff.created.0])?;
    Ok(())
}

/// All learners.
pub fn learners(conn: &Connection) -> Result<Vec<Learner>, StoreError> {
    let sql = "SELECT id, name, staff_number, language, plain, created, groups, role, left_at FROM learner";
    let mut statement = conn.prepare_cached(sql)?;
    let mut all = statement.query_map([], read_learner)?.collect::<Result<Vec<Learner>, _>>()?;
    Learner::sort(&mut all);
    Ok(all)
}

/// Adds a member of staff.
pub fn add_staff(conn: &Connection, staff: &Staff) -> Result<(), StoreError> {
    let sql = "INSERT INTO staff (id, name, created) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    match conn.prepare_cached(sql)?.execute(params![staff.id.as_str(), staff.name, staff.created.0])? {
        0 => Err(StoreError::Other(format!("staff {} exists", staff.id))),
        _ => Ok(()),
    }
}

/// All members of staff.
pub fn staff(conn: &Connection) -> Result<Vec<Staff>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT id, name, created FROM staff ORDER BY name, created, id")?;
    let all = statement.query_map([], |row| {
        let id = row.get::<_, String>("id")?.into();
        Ok(Staff { id, name: row.get("name")?, created: Moment(row.get("created")?) })
    })?;
    Ok(all.collect::<Result<_, _>>()?)
}

fn is_free(conn: &Connection, learner: &Learner) -> Result<(), StoreError> {
    let Some(number) = &learner.staff_number else { return Ok(()) };
    let mut statement = conn.prepare_cached("SELECT 1 FROM learner WHERE staff_number = ?1 AND id <> ?2")?;
    match statement.query_row([number, learner.id.as_str()], |_| Ok(())).optional()? {
        Some(()) => Err(StoreError::StaffNumberTaken(number.clone())),
        None => Ok(()),
    }
}

fn put(conn: &Connection, sql: &str, learner: &Learner) -> Result<usize, StoreError> {
    let Learner { id, name, staff_number, language, plain, created, post } = learner;
    let groups = serde_json::to_string(&post.groups).map_err(|error| StoreError::Other(error.to_string()))?;
    Ok(conn.prepare_cached(sql)?.execute(named_params! {
        ":id": id.as_str(), ":name": name, ":staff_number": staff_number, ":language": language, ":plain": plain,
        ":created": created.0, ":groups": groups, ":role": post.role, ":left": post.left.map(|at| at.0),
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
        post: Post {
            groups: serde_json::from_str(&row.get::<_, String>("groups")?)
                .map_err(|error| FromSqlConversionFailure(0, Type::Text, Box::new(error)))?,
            role: row.get("role")?,
            left: row.get::<_, Option<i64>>("left_at")?.map(Moment),
        },
    })
}
