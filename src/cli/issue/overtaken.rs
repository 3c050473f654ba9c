//! Licences that would not be issued today: since they were, the file of another PC brought an exam of the same person, and by that one the
//! exam that the licence rests on might not have been begun. `collect` says so as the file comes, `audit` ever after.
//!
//! Asked is what another exam can change: waiting time, how many exams there were, whether one was undecided; under the scheme that the
//! exam was sat under. Courses and content were looked at when it was issued, and what the library says since takes no licence away.

use std::collections::{BTreeMap, BTreeSet};

use super::entitled;
use crate::attempt::act::{Act, Change, Deed, Issued, StaffRole};
use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, Did, LearnerId};
use crate::base::moment::{HOME_ZONE, Moment};
use crate::cli::failure::Failure;
use crate::cli::licences;
use crate::cli::registry::{ExamCase, Registry};
use crate::grade::eligible::{Candidate, Held, Sat, Stands, What, eligible};
use crate::model::licence::Scheme;
use crate::model::word::Weighty;
use crate::store::ledger::Ledgers;
use crate::store::{LedgerLine, Sealed, Store};

/// A licence that would not be issued today.
pub struct Overtaken<'r> {
    /// It.
    pub issued: &'r Issued,
    /// The exam that stands against it.
    pub before: AttemptId,
    /// Why its own exam might not have been begun.
    pub why: Why,
    /// Whether that exam came after it was issued, so that nobody could know.
    pub late: bool,
    /// Whether it is suspended, for this or anything else: what becomes of it is still to be decided.
    pub suspended: bool,
    /// The act by which it was given back since: somebody decided that it stands.
    pub kept: Option<&'r Act>,
}

/// Why an exam might not have been begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The waiting time was not over.
    Wait {
        /// When it was.
        from: Moment,
    },
    /// There were no exams left.
    Attempts,
    /// The other one was not decided.
    Undecided,
}

impl Why {
    /// In keys of words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wait { .. } => "wait",
            Self::Attempts => "attempts",
            Self::Undecided => "undecided",
        }
    }
}

impl Overtaken<'_> {
    /// What fills the gaps of its sentences.
    pub fn gaps(&self) -> [(&'static str, String); 5] {
        let from = if let Why::Wait { from } = self.why { from.local(HOME_ZONE) } else { String::new() };
        [
            ("number", self.issued.number.to_string()),
            ("exam", self.issued.attempt.short().to_owned()),
            ("before", self.before.short().to_owned()),
            ("why", self.why.name().to_owned()),
            ("from", from),
        ]
    }
}

/// All of those that hold or are suspended, or those of some learners.
///
/// # Errors
/// `Failure` of the store.
pub fn overtaken<'r>(
    store: &dyn Store,
    registry: &'r Registry,
    (now, only): (Moment, Option<&BTreeSet<LearnerId>>),
) -> Result<Vec<Overtaken<'r>>, Failure> {
    let mut exams: BTreeMap<(LearnerId, String), usize> = BTreeMap::new();
    for row in store.attempts(None)? {
        if let Subject::Licence(id) = row.subject {
            *exams.entry((row.learner, id)).or_default() += 1;
        }
    }
    // Whoever sat once is looked at no further.
    let sat_more = |it: &Issued| exams.get(&(it.learner.clone(), it.licence.to_string())).is_some_and(|count| *count > 1);
    let asked = |it: &&Issued| only.is_none_or(|only| only.contains(&it.learner)) && sat_more(it);
    let state = |it: &Issued| licences::State::of_number(registry, it, now);
    let suspended = |it: &Issued| matches!(state(it), licences::State::Suspended(_));
    let holds = |it: &&Issued| state(it).holds() || suspended(it);
    let ledgers = store.ledgers()?;
    let mut out = Vec::new();
    for issued in registry.register.issued.iter().map(|(_, _, issued)| issued).filter(asked).filter(holds) {
        // What does not read is told by `audit`.
        let Ok(case) = registry.exam(store, &issued.attempt) else { continue };
        let found = judged((store, registry, &ledgers), issued, &case)?;
        out.extend(found.map(|it| Overtaken { suspended: suspended(issued), ..it }));
    }
    Ok(out)
}

/// Whether one of them would not be issued.
fn judged<'r>(
    (store, registry, ledgers): (&dyn Store, &'r Registry, &Ledgers),
    issued: &'r Issued,
    case: &ExamCase,
) -> Result<Option<Overtaken<'r>>, Failure> {
    let Some(scheme) = case.kept.activity.scheme() else { return Ok(None) };
    let then = entitled::then(store, registry, case)?;
    let sat = then.sat_for(store, &issued.learner, &issued.licence)?;
    let sat: Vec<Sat> = sat.iter().filter_map(|exam| Some(then.sat(&then.exam(store, exam).ok()?))).collect();
    let granted = then.register.granted.get(&(issued.learner.clone(), issued.licence.clone()));
    let newest = then.register.newest(&issued.learner, &issued.licence);
    let candidate = Candidate {
        sat,
        granted: granted.cloned().unwrap_or_default(),
        licence: newest.map(|(at, _, before)| Held { issued: *at, until: before.until }),
        ..Candidate::default()
    };
    let Some((before, why)) = missing(scheme, &candidate, case.started) else { return Ok(None) };
    let first = registry.acts.iter().map(|signed| &signed.act);
    let first = first.filter(|act| matches!(&act.deed, Deed::Issued(it) if it.attempt == issued.attempt)).find_map(|act| {
        let sealed = Sealed::Act { act: act.id.clone() };
        ledgers.own.iter().find(|line| line.what == sealed).map(|line| line.number)
    });
    let came_late = |it: &Sat| first.zip(came(ledgers, &it.attempt)).is_some_and(|(first, came)| came > first);
    let (late, known): (Vec<Sat>, Vec<Sat>) = candidate.sat.iter().cloned().partition(came_late);
    let before = late.last().map_or(before, |it| it.attempt.clone());
    // What was missing without them is not what they changed.
    let by_late = !late.is_empty() && missing(scheme, &Candidate { sat: known, ..candidate }, case.started).is_none();
    let kept = given_back(registry, ledgers, issued, &before);
    Ok(Some(Overtaken { issued, before, why, late: by_late, suspended: false, kept }))
}

/// What the beginning of an exam lacked, with the earlier exam by which it did. Who had passed one was given a licence on that one.
fn missing(scheme: &Scheme, candidate: &Candidate, began: Moment) -> Option<(AttemptId, Why)> {
    let sat = || candidate.sat.iter().rev();
    let failed = || sat().find(|it| matches!(it.stands, Stands::Failed(_)));
    eligible(scheme, candidate, began).needs.into_iter().filter(|need| !need.met).find_map(|need| match need.what {
        What::NoneOpen { open: Some((_, Stands::Passed | Stands::SatTwice)) } => None,
        What::NoneOpen { open: Some((exam, _)) } => Some((exam, Why::Undecided)),
        What::Attempts { .. } => Some((sat().next()?.attempt.clone(), Why::Attempts)),
        What::Wait { from } => Some((failed()?.attempt.clone(), Why::Wait { from })),
        _ => None,
    })
}

/// From which line of this store's own ledger on an exam is here.
fn came(ledgers: &Ledgers, exam: &AttemptId) -> Option<u64> {
    let what = Sealed::Started { attempt: exam.clone() };
    let begins = |lines: &[LedgerLine]| lines.iter().find(|line| line.what == what).map(|line| line.number);
    if let Some(here) = begins(&ledgers.own) {
        return Some(here);
    }
    let (did, number) = ledgers.copies.iter().find_map(|(did, lines)| Some((did, begins(lines)?)))?;
    taken(&ledgers.own, did, number)
}

/// The line that says that a line of another ledger was taken in: the first that reaches as far, or the last that filled a gap before
/// others and may have brought it.
fn taken(own: &[LedgerLine], did: &Did, number: u64) -> Option<u64> {
    let (mut most, mut found) = (None, None);
    for line in own {
        let Sealed::Copied { from, upto } = &line.what else { continue };
        if from != did {
            continue;
        }
        let fills = most.is_some_and(|most| *upto < most);
        if *upto >= number && (found.is_none() || fills) {
            found = Some(line.number);
        }
        most = most.max(Some(*upto));
    }
    found
}

/// The act by which an issuer gave the licence back once the exam was here.
fn given_back<'r>(registry: &'r Registry, ledgers: &Ledgers, issued: &Issued, exam: &AttemptId) -> Option<&'r Act> {
    let (register, came) = (&registry.register, came(ledgers, exam)?);
    let line = register.line(&issued.number);
    let alone = !issued.terms.two_persons.contains(&Weighty::Reinstate);
    let issuer = |key: &Did| {
        let former = register.former.get(key).is_some_and(|it| it.roles.contains(&StaffRole::Issuer));
        register.who(key, Some(StaffRole::Issuer)).is_some() || former
    };
    registry.acts.iter().map(|signed| &signed.act).rfind(|act| {
        let gives = matches!(&act.deed, Deed::Changed(it) if it.change == Change::Reinstated && line.contains(&it.number));
        let counts = || register.counted.contains_key(&act.id) || (alone && issuer(&act.key));
        let sealed = || Sealed::Act { act: act.id.clone() };
        gives && counts() && ledgers.own.iter().any(|line| line.number > came && line.what == sealed())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::digest::Digest;

    fn copied(number: u64, upto: u64) -> LedgerLine {
        let what = Sealed::Copied { from: "did:key:z".into(), upto };
        LedgerLine { number, what, digest: Digest::of_bytes(b""), previous: None }
    }

    #[test]
    fn a_line_is_here_from_the_first_that_reaches_it_on_or_from_where_a_gap_was_filled() {
        let at = |own: &[LedgerLine], number| taken(own, &"did:key:z".into(), number);
        let own = [copied(3, 4), copied(7, 9), copied(8, 12)];
        assert_eq!([0, 4, 5, 9, 10, 13].map(|number| at(&own, number)), [Some(3), Some(3), Some(7), Some(7), Some(8), None]);
        let late = [copied(3, 9), copied(7, 4)];
        assert_eq!([4, 5].map(|number| at(&late, number)), [Some(7), Some(3)]);
    }
}
