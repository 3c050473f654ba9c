//! On which PC something was done: in whose ledger its line is, and what that PC is called.

use std::collections::BTreeSet;

use crate::base::id::{ActId, AttemptId};
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::parcel;
use crate::cli::room::Call;
use crate::grade::register::Sitting;
use crate::store::{LedgerLine, Sealed, Store};

/// The PCs of which something is known here, this one first.
pub struct Places {
    pcs: Vec<(String, Vec<LedgerLine>)>,
}

impl Places {
    /// All that this store knows of.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn of(call: &Call<'_>, store: &dyn Store) -> Result<Self, Failure> {
        let (ledgers, names) = (store.ledgers()?, parcel::names(store)?);
        let here = ledgers.me.as_ref().map(|me| parcel::name(store, call.ports, me)).transpose()?;
        let mut pcs = vec![(here.unwrap_or_else(|| call.words.get("sitting-here")), ledgers.own)];
        let called = |did: &_| names.get(did).cloned().unwrap_or_else(|| parcel::short(did));
        pcs.extend(ledgers.copies.into_iter().map(|(did, lines)| (called(&did), lines)));
        Ok(Self { pcs })
    }

    /// What this PC is called.
    pub fn here(&self) -> &str {
        self.pcs.first().map_or("", |(name, _)| name)
    }

    /// Where an exam was begun.
    pub fn of_exam(&self, attempt: &AttemptId) -> Option<String> {
        self.sealing(|what| matches!(what, Sealed::Started { attempt: it } if it == attempt))
    }

    /// Where an act was signed.
    pub fn of_act(&self, act: &ActId) -> Option<String> {
        self.sealing(|what| what.act() == Some(act))
    }

    fn sealing(&self, is_it: impl Fn(&Sealed) -> bool) -> Option<String> {
        self.pcs.iter().find(|(_, lines)| lines.iter().any(|line| is_it(&line.what))).map(|(name, _)| name.clone())
    }

    /// The PCs at which exams of a sitting were begun, and of which no end of it is known here.
    pub fn without_end(&self, sitting: &Sitting) -> Vec<String> {
        let ends: BTreeSet<&ActId> = sitting.concluded.iter().map(|it| &it.act).collect();
        let began = |it: &LedgerLine| matches!(&it.what, Sealed::Started { attempt } if sitting.seated.contains_key(attempt));
        let ended = |it: &LedgerLine| it.what.act().is_some_and(|act| ends.contains(act));
        let open = self.pcs.iter().filter(|(_, lines)| lines.iter().any(began) && !lines.iter().any(ended));
        open.map(|(name, _)| name.clone()).collect()
    }

    /// Whether something was signed after the sitting was ended: on the same PC after its end, or after all ends that are known.
    pub fn is_after_end(&self, sitting: &Sitting, (act, at): (&ActId, Moment)) -> bool {
        let is_act = |line: &LedgerLine| line.what.act() == Some(act);
        let is_end = |line: &LedgerLine| line.what.act().is_some_and(|it| sitting.concluded.iter().any(|end| end.act == *it));
        let there = self.pcs.iter().map(|(_, lines)| lines).find(|lines| lines.iter().any(is_act));
        match there.and_then(|lines| Some((lines, lines.iter().position(is_end)?))) {
            Some((lines, end)) => lines.iter().skip(end).any(is_act),
            None => sitting.concluded.iter().map(|it| it.at).max().is_some_and(|end| at > end),
        }
    }
}
