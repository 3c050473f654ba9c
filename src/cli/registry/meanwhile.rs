//! Practice that was begun while its learner sat an exam at another PC: each PC alone could not know. What practice shows is no secret, and
//! clocks differ: it is told, and refuses nothing.

use std::collections::BTreeMap;

use super::Registry;
use super::seats::{SLACK, last_reply};
use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, Did, LearnerId};
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::store::{AttemptRow, Sealed, Store};

/// Practice beside an exam.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meanwhile {
    /// What was begun,
    pub practice: AttemptId,
    /// then, by the clock of its PC,
    pub began: Moment,
    /// while this was under way.
    pub exam: AttemptId,
}

/// All such practice among these attempts, but beside exams that do not count. An exam is under way from its beginning to its last reply: who never
/// comes back to one may do other things.
///
/// # Errors
/// `Failure` of the store.
pub fn meanwhile(store: &dyn Store, registry: &Registry, rows: &[AttemptRow]) -> Result<Vec<Meanwhile>, Failure> {
    let (mut exams, mut practice): (BTreeMap<&LearnerId, Vec<&AttemptRow>>, Vec<&AttemptRow>) = Default::default();
    for row in rows {
        match &row.subject {
            Subject::Licence(_) if !registry.register.voided.contains_key(&row.id) => {
                exams.entry(&row.learner).or_default().push(row);
            }
            Subject::Course(_) | Subject::Bank(_) | Subject::Scenario(_) | Subject::Review => practice.push(row),
            _ => {}
        }
    }
    let within = |row: &AttemptRow, from: Moment, to: Moment| {
        from.0.saturating_add(SLACK) < row.started.0 && row.started.0 < to.0.saturating_sub(SLACK)
    };
    let mut found = Vec::new();
    for row in practice {
        let theirs = exams.get(&row.learner).into_iter().flatten();
        found.extend(theirs.filter(|exam| within(row, exam.started, exam.last)).map(|exam| (row, *exam)));
    }
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let places = places(store)?;
    let mut out = Vec::new();
    for (row, exam) in found.into_iter().filter(|(row, exam)| places.get(&row.id) != places.get(&exam.id)) {
        // What does not read is told by `audit`.
        let last = store.events(&exam.id).ok().and_then(|events| last_reply(&events));
        if last.is_some_and(|last| within(row, exam.started, last)) {
            out.push(Meanwhile { practice: row.id.clone(), began: row.started, exam: exam.id.clone() });
        }
    }
    Ok(out)
}

/// At which other PC attempts were begun.
fn places(store: &dyn Store) -> Result<BTreeMap<AttemptId, Did>, Failure> {
    let begun = |(did, line): (Did, Sealed)| if let Sealed::Started { attempt } = line { Some((attempt, did)) } else { None };
    let copies = store.ledgers()?.copies.into_iter();
    Ok(copies.flat_map(|(did, lines)| lines.into_iter().map(move |line| (did.clone(), line.what))).filter_map(begun).collect())
}
