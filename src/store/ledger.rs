//! The ledger: one chain over all attempts and acts, in the order in which they came to be.
//!
//! A line's digest is SHA-256 over its canonical JSON, and the next line names it. So what a line is in JSON never changes: lines of
//! attempts are as the first version wrote them. Pure; where lines are kept is the backends' business.

use serde::{Deserialize, Serialize};

use super::flaw::{Break, Flaw};
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId};

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
}

impl Sealed {
    /// As JSON's `what` says it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Started { .. } => "started",
            Self::Closed { .. } => "closed",
            Self::Act { .. } => "act",
        }
    }

    /// The attempt, where it is one's start or end.
    pub const fn attempt(&self) -> Option<&AttemptId> {
        match self {
            Self::Started { attempt } | Self::Closed { attempt } => Some(attempt),
            Self::Act { .. } => None,
        }
    }

    /// The act, where it is one.
    pub const fn act(&self) -> Option<&ActId> {
        match self {
            Self::Act { act } => Some(act),
            Self::Started { .. } | Self::Closed { .. } => None,
        }
    }
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
