//! Ledgers held against the clock of their PC: lines stand in the order in which they were written, each with a time by that clock. Where
//! a later one is earlier, the clock was set back. Changes nothing.

use std::collections::BTreeMap;

use super::Registry;
use super::seats::SLACK;
use crate::attempt::act::{AtSitting, Deed, Minute};
use crate::base::id::{ActId, AttemptId};
use crate::base::moment::Moment;
use crate::cli::timing::BEHIND;
use crate::store::{AttemptRow, LedgerLine, Sealed};

/// When what ledgers seal was done, each by the clock of its PC.
pub struct Times<'r> {
    acts: BTreeMap<&'r ActId, (Moment, bool)>,
    attempts: BTreeMap<&'r AttemptId, &'r AttemptRow>,
}

impl<'r> Times<'r> {
    /// Of everything that is here.
    pub fn of(registry: &'r Registry, rows: &'r [AttemptRow]) -> Self {
        let unended = |deed: &Deed| matches!(deed, Deed::Sitting(AtSitting { what: Minute::Unended { .. }, .. }));
        let acts = registry.acts.iter().map(|signed| (&signed.act.id, (signed.act.at, unended(&signed.act.deed))));
        Self { acts: acts.collect(), attempts: rows.iter().map(|row| (&row.id, row)).collect() }
    }

    /// When; `None` where it is not here, or that something was taken in.
    pub fn at(&self, what: &Sealed) -> Option<Moment> {
        match what {
            Sealed::Started { attempt } => self.attempts.get(attempt).map(|row| row.started),
            Sealed::Closed { attempt } => self.attempts.get(attempt).filter(|row| row.closed).map(|row| row.last),
            Sealed::Act { act } => self.acts.get(act).map(|(at, _)| *at),
            Sealed::Copied { .. } => None,
        }
    }

    /// Whether it says itself that the clock stood before what had been: told by itself.
    fn says_so(&self, what: &Sealed) -> bool {
        what.act().and_then(|act| self.acts.get(act)).is_some_and(|(_, unended)| *unended)
    }
}

/// A place at which a ledger goes on before what it had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backward {
    /// The line,
    pub line: u64,
    /// written then.
    pub at: Moment,
    /// The line before it that was written later,
    pub earlier: u64,
    /// then.
    pub before: Moment,
}

/// All such places of a ledger, by more than clocks are put right by. Counted from the latest that went before, so that many small steps
/// are as much as a large one; and anew from each place that is told.
pub fn backward(lines: &[LedgerLine], times: &Times<'_>) -> Vec<Backward> {
    let mut latest: Option<(Moment, u64)> = None;
    let mut out = Vec::new();
    for line in lines.iter().filter(|line| !times.says_so(&line.what)) {
        let Some(at) = times.at(&line.what) else { continue };
        match latest {
            Some((before, earlier)) if at.0 < before.0.saturating_sub(BEHIND) => {
                out.push(Backward { line: line.number, at, earlier, before });
                latest = Some((at, line.number));
            }
            Some((before, _)) if at < before => {}
            _ => latest = Some((at, line.number)),
        }
    }
    out
}

/// Exams of sittings after which their PC's ledger goes on at a time between the call and the beginning of the sitting: they were sat by
/// then, whatever their own times say. A time before the call is no such word: then it is that clock which is wrong.
pub fn ahead<'r>(registry: &'r Registry, lines: &[LedgerLine], times: &Times<'_>) -> Vec<&'r AttemptId> {
    let mut out = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let Sealed::Started { attempt } = &line.what else { continue };
        let Some((_, sitting)) = registry.register.sitting_of(attempt) else { continue };
        let (call, from) = (sitting.at.0.saturating_sub(SLACK), sitting.called.from.0.saturating_sub(SLACK));
        let later = lines[n + 1..].iter().filter_map(|line| times.at(&line.what));
        if let Some((exam, _)) = sitting.seated.get_key_value(attempt)
            && later.into_iter().any(|at| call <= at.0 && at.0 < from)
        {
            out.push(exam);
        }
    }
    out
}
