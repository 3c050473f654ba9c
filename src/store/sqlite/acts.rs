//! The rows of acts: written with their ledger line, read back against it, and what may be erased of them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::ledger;
use super::unit::Unit;
use crate::attempt::act::{Act, Named, Signed};
use crate::attempt::event::Beside;
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, LearnerId, LicenceNumber};
use crate::store::flaw::{Break, Flaw};
use crate::store::ledger::Sealed;
use crate::store::parcel::Done;
use crate::store::{LedgerLine, StoreError, acts, codec};

/// Writes an act, what lies beside it, and its ledger line.
pub fn add(tx: &Unit<'_>, signed: &Signed, credential: Option<&str>) -> Result<(), StoreError> {
    let credential = acts::coming(signed, credential)?;
    for named in signed.act.deed.names() {
        if !knows(tx, named)? {
            return Err(acts::astray(signed));
        }
    }
    put(tx, signed, credential)?;
    ledger::seal(tx, Sealed::Act { act: signed.act.id.clone() }, signed.digest())
}

/// Takes in an act of another store; whether it is new. What it names may come later.
pub fn take(tx: &Unit<'_>, done: &Done) -> Result<bool, StoreError> {
    let signed = Signed { act: done.act.clone(), signature: done.signature.clone(), beside: done.beside.clone() };
    let id = &signed.act.id;
    if has(tx, "SELECT 1 FROM act WHERE id = ?1", &[id.as_str()])? {
        return Ok(false);
    }
    put(tx, &signed, done.credential.clone())?;
    Ok(true)
}

fn put(tx: &Unit<'_>, signed: &Signed, credential: Option<String>) -> Result<(), StoreError> {
    let id = &signed.act.id;
    let (json, digest) = codec::encode(&signed.act);
    let sql = "INSERT INTO act (id, json, digest, signature) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
    if tx.prepare_cached(sql)?.execute(params![id.as_str(), json, digest.to_string(), signed.signature])? == 0 {
        let there = has(tx, "SELECT 1 FROM act WHERE id = ?1", &[id.as_str()])?;
        let taken = acts::issued(signed).filter(|_| !there).map(|issued| StoreError::Taken(issued.number.clone()));
        return Err(taken.unwrap_or_else(|| StoreError::ActExists(id.clone())));
    }
    if let Some(Beside { salt, words }) = &signed.beside {
        let sql = "INSERT INTO reason (act, salt, words) VALUES (?1, ?2, ?3)";
        tx.prepare_cached(sql)?.execute([id.as_str(), salt, words])?;
    }
    if let Some(credential) = credential {
        tx.prepare_cached("INSERT INTO credential (act, json) VALUES (?1, ?2)")?.execute([id.as_str(), &credential])?;
    }
    Ok(())
}

/// All acts in the order in which they happened, held against the ledger.
pub fn all(conn: &Connection, happened: &[LedgerLine]) -> Result<Vec<Signed>, StoreError> {
    let mut all = held(conn)?;
    let place: BTreeMap<&ActId, usize> =
        happened.iter().enumerate().filter_map(|(n, line)| Some((line.what.act()?, n))).collect();
    all.sort_by_cached_key(|signed| place.get(&signed.act.id).copied());
    Ok(all)
}

/// All acts as the lines have them: the own ones in their order, then those of others.
fn held(conn: &Connection) -> Result<Vec<Signed>, StoreError> {
    let sql = "SELECT origin, number, ledger.digest AS seal, ledger.act, act.id, json, act.digest, signature, salt, words
               FROM ledger LEFT JOIN act ON act.id = ledger.act LEFT JOIN reason ON reason.act = act.id
               WHERE ledger.act IS NOT NULL ORDER BY origin, number";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let (mut all, mut seen) = (Vec::new(), BTreeSet::new());
    while let Some(row) = rows.next()? {
        let (origin, number): (String, u64) = (row.get("origin")?, row.get("number")?);
        let flaw = |what| match origin.as_str() {
            "" => Flaw::Line { number, what },
            from => Flaw::Copy { from: from.into(), number, what },
        };
        if row.get::<_, Option<String>>("id")?.is_none() {
            // Of what others did not all is sent.
            if origin.is_empty() {
                return Err(flaw(Break::Seal).into());
            }
            continue;
        }
        let act = ActId::from(row.get::<_, String>("act")?);
        let signed = read(row, &act)?.map_err(|what| Flaw::Act { act, what })?;
        if Digest::parse(&row.get::<_, String>("seal")?) != Some(signed.digest()) {
            return Err(flaw(Break::Seal).into());
        }
        // Where two PCs sent one act it happened once.
        if seen.insert(signed.act.id.clone()) {
            all.push(signed);
        }
    }
    let sql = "SELECT id FROM act WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.act = act.id) ORDER BY id LIMIT 1";
    match conn.prepare_cached(sql)?.query_row([], |row| row.get::<_, String>("id")).optional()? {
        Some(id) => Err(Flaw::Unsealed(Sealed::Act { act: id.into() }).into()),
        None => Ok(all),
    }
}

/// A licence's credential.
pub fn credential(conn: &Connection, number: &LicenceNumber) -> Result<Option<String>, StoreError> {
    let sql = "SELECT act.json AS act, credential.json AS credential FROM act JOIN credential ON credential.act = act.id
               WHERE act.json ->> '$.deed.act' = 'issued' AND act.json ->> '$.deed.number' = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let read = |row: &Row<'_>| Ok((row.get::<_, String>("act")?, row.get::<_, String>("credential")?));
    let Some((act, kept)) = statement.query_row([number.as_str()], read).optional()? else { return Ok(None) };
    let altered = || Flaw::Credential(number.clone());
    let act: Act = codec::decode(act.as_bytes()).ok_or_else(altered)?;
    let crate::attempt::act::Deed::Issued(issued) = &act.deed else { return Err(altered().into()) };
    Ok(Some(acts::credential(issued, kept)?))
}

/// Deletes the reasons and credentials of the acts about a learner.
pub fn erase(tx: &Unit<'_>, learner: &LearnerId) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached("SELECT id FROM attempt WHERE learner = ?1")?;
    let ids = statement.query_map([learner.as_str()], |row| row.get::<_, String>("id"))?;
    let attempts: BTreeSet<AttemptId> = ids.map(|id| id.map(Into::into)).collect::<Result<_, _>>()?;
    for signed in held(tx)?.iter().filter(|signed| signed.act.deed.concerns(learner, &attempts)) {
        tx.prepare_cached("DELETE FROM reason WHERE act = ?1")?.execute([signed.act.id.as_str()])?;
        tx.prepare_cached("DELETE FROM credential WHERE act = ?1")?.execute([signed.act.id.as_str()])?;
    }
    Ok(())
}

/// An act as its row has it, or how it does not read.
fn read(row: &Row<'_>, id: &ActId) -> Result<Result<Signed, Break>, StoreError> {
    let json = row.get_ref("json")?.as_bytes().unwrap_or_default();
    if Digest::parse(&row.get::<_, String>("digest")?) != Some(Digest::of_bytes(json)) {
        return Ok(Err(Break::Digest));
    }
    let Some(act) = codec::decode::<Act>(json) else { return Ok(Err(Break::Unreadable)) };
    if act.id != *id {
        return Ok(Err(Break::Place));
    }
    let beside = match (row.get("salt")?, row.get("words")?) {
        (Some(salt), Some(words)) => Some(Beside { salt, words }),
        _ => None,
    };
    let signed = Signed { act, signature: row.get("signature")?, beside };
    Ok(if acts::words_fit(&signed) { Ok(signed) } else { Err(Break::Words) })
}

/// Whether what an act names is there.
fn knows(tx: &Unit<'_>, named: Named<'_>) -> Result<bool, StoreError> {
    match named {
        Named::Attempt(attempt) => has(tx, "SELECT 1 FROM attempt WHERE id = ?1", &[attempt.as_str()]),
        Named::Closed(attempt, digest) => {
            let sql = "SELECT 1 FROM ledger WHERE attempt = ?1 AND what = 'closed' AND digest = ?2";
            has(tx, sql, &[attempt.as_str(), &digest.to_string()])
        }
        Named::Event(attempt, digest) => {
            has(tx, "SELECT 1 FROM event WHERE attempt = ?1 AND digest = ?2", &[attempt.as_str(), &digest.to_string()])
        }
        Named::Line(digest) => ledger::has(tx, digest),
        Named::Content(digest) => has(tx, "SELECT 1 FROM content WHERE digest = ?1", &[&digest.to_string()]),
        Named::Act(act, sealed) => {
            has(tx, "SELECT 1 FROM ledger WHERE act = ?1 AND digest = ?2", &[act.as_str(), &sealed.to_string()])
        }
    }
}

fn has(tx: &Unit<'_>, sql: &str, of: &[&str]) -> Result<bool, StoreError> {
    Ok(tx.prepare_cached(sql)?.query_row(rusqlite::params_from_iter(of), |_| Ok(())).optional()?.is_some())
}
