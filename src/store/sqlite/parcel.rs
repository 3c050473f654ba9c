//! Taking in what another store sends: rows are added, none is changed.

use rusqlite::params;

use super::attempts::add_event_row;
use super::unit::Unit;
use super::{acts, assignments, ledger, people};
use crate::attempt::event::{Event, Recorded};
use crate::base::digest::Digest;
use crate::base::id::AttemptId;
use crate::store::chain::{self, Tail};
use crate::store::flaw::{Break, Flaw};
use crate::store::ledger::{LedgerLine, Sealed};
use crate::store::parcel::{Brought, Parcel, Taken};
use crate::store::{StoreError, codec};

/// Takes a parcel in.
pub fn take(tx: &Unit<'_>, parcel: &Parcel) -> Result<Taken, StoreError> {
    let mut taken = Taken::default();
    for line in &parcel.lines {
        match ledger::copied(tx, &parcel.from, line.number)? {
            None => {
                ledger::copy(tx, &parcel.from, line)?;
                taken.lines += 1;
            }
            Some(there) if there == *line => {}
            Some(_) => return Err(StoreError::Forked(parcel.from.clone(), line.number)),
        }
    }
    for learner in &parcel.learners {
        taken.learners += usize::from(people::welcome(tx, learner)?);
    }
    for staff in &parcel.staff {
        people::welcome_staff(tx, staff)?;
    }
    for (digest, json) in &parcel.contents {
        if Digest::of_bytes(json.as_bytes()) != *digest {
            return Err(StoreError::Other(format!("content {digest} has another digest")));
        }
        let sql = "INSERT INTO content (digest, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        tx.prepare_cached(sql)?.execute(params![digest.to_string(), json.as_bytes()])?;
    }
    for brought in &parcel.attempts {
        let (new, longer) = attempt(tx, brought)?;
        taken.attempts += usize::from(new);
        taken.longer += usize::from(longer);
    }
    for done in &parcel.acts {
        taken.acts += usize::from(acts::take(tx, done)?);
    }
    for saying in &parcel.sayings {
        let json = codec::encode(saying).0;
        let sql = "INSERT INTO saying (id, attempt, json) SELECT ?1, id, ?3 FROM attempt WHERE id = ?2 ON CONFLICT DO NOTHING";
        taken.sayings += tx.prepare_cached(sql)?.execute(params![saying.id.as_str(), saying.attempt.as_str(), json])?;
    }
    if let Some(assigned) = &parcel.assigned {
        tx.execute("DELETE FROM assignment", [])?;
        assigned.iter().try_for_each(|it| assignments::assign(tx, it))?;
    }
    if let Some(last) = parcel.lines.last().filter(|_| taken.lines > 0) {
        let what = Sealed::Copied { from: parcel.from.clone(), upto: last.number };
        ledger::seal(tx, what, LedgerLine::digest(last))?;
    }
    Ok(taken)
}

/// Adds the events that are not here yet; whether the attempt is new, and whether it only got longer.
fn attempt(tx: &Unit<'_>, brought: &Brought) -> Result<(bool, bool), StoreError> {
    let recorded = |(event, beside): &(_, Option<_>)| Recorded { event: Clone::clone(event), beside: beside.clone() };
    let there = kept(tx, &brought.attempt)?;
    let conflict = || StoreError::Conflict(brought.attempt.clone());
    let differs = |(here, (sent, _)): (&Digest, &(Event, _))| *here != sent.digest();
    if brought.events.is_empty() || there.iter().zip(&brought.events).any(differs) {
        return Err(conflict());
    }
    if there.is_empty() {
        begin(tx, &recorded(&brought.events[0]))?;
    }
    let before = there.len().max(1);
    let mut last = brought.events.get(before - 1).map(|(event, _)| event);
    for next in brought.events.iter().skip(before) {
        let end = last.map(|event| Tail { seq: event.seq, digest: event.digest(), closed: chain::closes(event) });
        chain::following(&recorded(next), end.as_ref())?;
        add_event_row(tx, &recorded(next))?;
        last = Some(&next.0);
    }
    Ok((there.is_empty(), !there.is_empty() && brought.events.len() > there.len()))
}

/// The digests of the events that are here.
fn kept(tx: &Unit<'_>, attempt: &AttemptId) -> Result<Vec<Digest>, StoreError> {
    let mut statement = tx.prepare_cached("SELECT seq, digest FROM event WHERE attempt = ?1 ORDER BY seq")?;
    let mut rows = statement.query([attempt.as_str()])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        let what = Break::Digest;
        let flaw = || Flaw::Event { attempt: attempt.clone(), seq: row.get("seq").unwrap_or_default(), what };
        out.push(Digest::parse(&row.get::<_, String>("digest")?).ok_or_else(flaw)?);
    }
    Ok(out)
}

/// Writes an attempt's row and its first event.
fn begin(tx: &Unit<'_>, first: &Recorded) -> Result<(), StoreError> {
    let plan = chain::beginning(first)?;
    let (kind, id) = plan.subject.parts();
    let sql = "INSERT INTO attempt (id, learner, subject_kind, subject_id, started) VALUES (?1, ?2, ?3, ?4, ?5)";
    let row = params![first.event.attempt.as_str(), plan.learner.as_str(), kind, id, first.event.at.0];
    tx.prepare_cached(sql)?.execute(row)?;
    for digest in plan.contents() {
        if !tx.prepare_cached("SELECT 1 FROM content WHERE digest = ?1")?.exists([digest.to_string()])? {
            return Err(StoreError::Other(format!("content {digest} is missing")));
        }
    }
    add_event_row(tx, first).map(drop)
}
