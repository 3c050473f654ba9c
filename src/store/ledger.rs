//! The ledger: one chain over all attempts and acts, in the order in which they came to be.
//!
//! A line's digest is SHA-256 over its canonical JSON, and the next line names it. So what a line is in JSON never changes: lines of
//! attempts are as the first version wrote them. A store that took in what others sent keeps their lines too: `Ledgers`. Pure; where
//! lines are kept is the backends' business.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::flaw::{Break, Flaw};
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, Did};
use crate::base::moment::Moment;

/// A line of the ledger: it seals an attempt's start or end or an act, and the line before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// 0, 1, 2, … without gaps.
    pub number: u64,
    /// What it seals.
    #[serde(flatten)]
    pub what: Sealed,
    /// The digest of what it seals: an event's, or a signed act's (`Signed::digest`).
    pub digest: Digest,
    /// The digest of the line before; none for the first.
    pub previous: Option<Digest>,
}

impl LedgerLine {
    /// The line that comes after `last`.
    pub fn after(last: Option<&Self>, what: Sealed, digest: Digest) -> Self {
        Self { number: last.map_or(0, |line| line.number + 1), what, digest, previous: last.map(Self::digest) }
    }

    /// Its own digest: what the next line names.
    pub fn digest(&self) -> Digest {
        Digest::of(self)
    }
}

/// What a ledger line seals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Sealed {
    /// An attempt's `Started`.
    Started {
        /// The attempt.
        attempt: AttemptId,
    },
    /// An attempt's `Closed`.
    Closed {
        /// The attempt.
        attempt: AttemptId,
    },
    /// An act of a member of staff, with its signature.
    Act {
        /// The act.
        act: ActId,
    },
    /// That another store's ledger was taken in up to a line: all of that had happened by now. The digest is that line's own.
    Copied {
        /// The other store's key.
        from: Did,
        /// The number of that line there.
        upto: u64,
    },
}

impl Sealed {
    /// As JSON's `what` says it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Started { .. } => "started",
            Self::Closed { .. } => "closed",
            Self::Act { .. } => "act",
            Self::Copied { .. } => "copied",
        }
    }

    /// The attempt, where it is one's start or end.
    pub const fn attempt(&self) -> Option<&AttemptId> {
        match self {
            Self::Started { attempt } | Self::Closed { attempt } => Some(attempt),
            Self::Act { .. } | Self::Copied { .. } => None,
        }
    }

    /// The act, where it is one.
    pub const fn act(&self) -> Option<&ActId> {
        match self {
            Self::Act { act } => Some(act),
            Self::Started { .. } | Self::Closed { .. } | Self::Copied { .. } => None,
        }
    }
}

/// A store's own ledger, and what it knows of others'.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledgers {
    /// This store's key, where it has sent or taken anything.
    pub me: Option<Did>,
    /// This store's own lines.
    pub own: Vec<LedgerLine>,
    /// Other stores' lines by their keys, in order; some may be missing.
    pub copies: BTreeMap<Did, Vec<LedgerLine>>,
}

impl Ledgers {
    /// All lines in an order in which they may have happened: that of each ledger is kept, and nothing comes before a line that says
    /// it had happened (`Copied`). Beyond that the clocks decide, then the stores' keys: so it does not depend on what was taken in
    /// when. `at`: when what a line seals was done, by the clock of its PC.
    pub fn happened(&self, at: &dyn Fn(&Sealed) -> Moment) -> Vec<&LedgerLine> {
        let all = self.copies.iter().map(|(did, lines)| (Some(did), lines));
        let all = std::iter::once((self.me.as_ref(), &self.own)).chain(all);
        let mut queues: Vec<Queue<'_>> = all.map(|(of, lines)| Queue { of, rest: lines, when: when(lines, at) }).collect();
        let mut out = Vec::with_capacity(queues.iter().map(|queue| queue.rest.len()).sum());
        let mut sealed = BTreeSet::new();
        loop {
            let waits = |what: &Sealed| match what {
                Sealed::Copied { from, upto } => queues
                    .iter()
                    .any(|queue| queue.of == Some(from) && queue.rest.first().is_some_and(|next| next.number <= *upto)),
                _ => false,
            };
            // Where lines wait for one another in a circle somebody lied; then it is any of them.
            let heads = queues.iter().enumerate().filter_map(|(n, queue)| Some((queue, queue.rest.first()?, n)));
            let ranked = heads.map(|(queue, line, n)| ((waits(&line.what), queue.when, queue.of, line.number, n), line));
            let Some(((.., n), line)) = ranked.min_by_key(|(rank, _)| *rank) else { return out };
            // What two PCs say they did happened once.
            if matches!(line.what, Sealed::Copied { .. }) || sealed.insert(&line.what) {
                out.push(line);
            }
            let rest = &queues[n].rest[1..];
            queues[n] = Queue { rest, when: when(rest, at), ..queues[n] };
        }
    }
}

/// What is left of a ledger, while several become one.
#[derive(Clone, Copy)]
struct Queue<'l> {
    /// Whose.
    of: Option<&'l Did>,
    /// Its lines from the next on.
    rest: &'l [LedgerLine],
    /// When what the next one seals was done.
    when: Moment,
}

/// When what the first of these seals was done; first of all, that something was taken in.
fn when(lines: &[LedgerLine], at: &dyn Fn(&Sealed) -> Moment) -> Moment {
    lines.first().filter(|line| !matches!(line.what, Sealed::Copied { .. })).map_or(Moment(i64::MIN), |line| at(&line.what))
}

/// Where lines that are copies do not follow one another. Some may be missing: what comes after a gap is not held against anything.
pub fn breaks_in_copy(from: &Did, lines: &[LedgerLine]) -> Vec<Flaw> {
    let broken = |pair: &&[LedgerLine]| pair[1].number == pair[0].number + 1 && pair[1].previous != Some(pair[0].digest());
    let flaw = |pair: &[LedgerLine]| Flaw::Copy { from: from.clone(), number: pair[1].number, what: Break::Link };
    lines.windows(2).filter(broken).map(flaw).collect()
}

/// The numbers that are missing before or among copied lines, as ranges from the first to the last.
pub fn gaps(lines: &[LedgerLine]) -> Vec<(u64, u64)> {
    let mut next = 0;
    let mut out = Vec::new();
    for line in lines {
        if line.number > next {
            out.push((next, line.number - 1));
        }
        next = line.number + 1;
    }
    out
}

/// Where lines do not follow one another.
pub fn breaks(ledger: &[LedgerLine]) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut last: Option<&LedgerLine> = None;
    for line in ledger {
        let what = if line.number != last.map_or(0, |last| last.number + 1) {
            Some(Break::Number)
        } else if line.previous != last.map(LedgerLine::digest) {
            Some(Break::Link)
        } else {
            None
        };
        flaws.extend(what.map(|what| Flaw::Line { number: line.number, what }));
        last = Some(line);
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::digest::canonical;

    /// Lines 0 and 1 of a ledger as the first version wrote them, and how line 2 named the second.
    const OLD: [&str; 2] = [
        concat!(
            r#"{"attempt":"a-1","digest":"265e667f3e3bfda5e01d4527357e708b4421820fecc05a3de336ff871faca035","#,
            r#""number":0,"previous":null,"what":"started"}"#
        ),
        concat!(
            r#"{"attempt":"a-1","digest":"0ec70f26c6bfbeb03b079cadc45c75a6ffdc9a35f27a120efa2be10daab6f6b9","#,
            r#""number":1,"previous":"74abd875c0411e1bae96a64b76ee296a08d2832fab77f8432d6ab2835e703799","what":"closed"}"#
        ),
    ];
    const NAMED: &str = "6284a8d4e6ce6cc07de304d1f3bfc731a73efd4d269f87964194b09c1ea0d4ed";

    #[test]
    fn old_lines_read_and_keep_their_digests() {
        let attempt = AttemptId::from("a-1");
        let started = Digest::parse("265e667f3e3bfda5e01d4527357e708b4421820fecc05a3de336ff871faca035").unwrap();
        let closed = Digest::parse("0ec70f26c6bfbeb03b079cadc45c75a6ffdc9a35f27a120efa2be10daab6f6b9").unwrap();
        let first = LedgerLine::after(None, Sealed::Started { attempt: attempt.clone() }, started);
        let second = LedgerLine::after(Some(&first), Sealed::Closed { attempt }, closed);
        for (line, old) in [&first, &second].into_iter().zip(OLD) {
            assert_eq!(String::from_utf8(canonical(line)).unwrap(), old);
            assert_eq!(serde_json::from_str::<LedgerLine>(old).unwrap(), *line);
        }
        assert_eq!(second.digest().to_string(), NAMED);
    }

    #[test]
    fn an_acts_line_names_the_act() {
        let last = LedgerLine { number: 6, ..serde_json::from_str(OLD[0]).unwrap() };
        let line = LedgerLine::after(Some(&last), Sealed::Act { act: "d-1".into() }, Digest::of_bytes(b"abc"));
        let json = format!(
            r#"{{"act":"d-1","digest":"{}","number":7,"previous":"{}","what":"act"}}"#,
            Digest::of_bytes(b"abc"),
            last.digest()
        );
        assert_eq!(String::from_utf8(canonical(&line)).unwrap(), json);
        assert_eq!(serde_json::from_str::<LedgerLine>(&json).unwrap(), line);
    }
}
