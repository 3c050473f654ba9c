//! What is known here before a file is looked at: read from the records once a run, and carried on with what each file brings, so that
//! the thirtieth file of a day costs no more than the first. Writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::digest::Digest;
use crate::base::id::{Did, LearnerId};
use crate::base::moment::Moment;
use crate::cli::erase;
use crate::cli::failure::Failure;
use crate::cli::recall::Checked;
use crate::cli::registry::Registry;
use crate::cli::retention::gone_until;
use crate::model::library::Letting;
use crate::store::{LedgerLine, Parcel, Sealed, Store, Taken};

/// What is known here.
pub struct Known {
    /// Who is staff here, which sittings were called, and what was signed.
    pub registry: Registry,
    /// Who was erased here.
    pub gone: BTreeSet<LearnerId>,
    /// Up to when typed words were let go here.
    pub let_go: BTreeMap<Letting, Moment>,
    /// Content that came before and was checked, for all exams that use it.
    pub contents: Checked,
    /// What is here of other PCs' ledgers, in order.
    copies: BTreeMap<Did, Vec<LedgerLine>>,
    /// What any ledger here seals: whose that is (`None`: the own one), and the digest.
    sealed: BTreeMap<Sealed, (Option<Did>, Digest)>,
}

impl Known {
    /// Reads it.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn open(store: &dyn Store) -> Result<Self, Failure> {
        let ledgers = store.ledgers()?;
        let mut sealed = BTreeMap::new();
        let copies = ledgers.copies.iter().flat_map(|(did, lines)| lines.iter().map(move |line| (Some(did.clone()), line)));
        for (whose, line) in ledgers.own.iter().map(|line| (None, line)).chain(copies) {
            sealed.entry(line.what.clone()).or_insert((whose, line.digest));
        }
        Ok(Self {
            registry: Registry::open(store)?,
            gone: erase::forgotten(store)?,
            let_go: gone_until(store)?,
            contents: Checked::default(),
            copies: ledgers.copies,
            sealed,
        })
    }

    /// What is here of a PC's ledger, in order.
    pub fn lines(&self, from: &Did) -> &[LedgerLine] {
        self.copies.get(from).map_or(&[], Vec::as_slice)
    }

    /// Whose ledger here seals this (`None`: the own one), with which digest.
    pub fn claim(&self, what: &Sealed) -> Option<&(Option<Did>, Digest)> {
        self.sealed.get(what)
    }

    /// Takes what was just taken in along.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn took(&mut self, store: &dyn Store, parcel: &Parcel, taken: Taken) -> Result<(), Failure> {
        let lines = self.copies.entry(parcel.from.clone()).or_default();
        for line in &parcel.lines {
            if let Err(place) = lines.binary_search_by_key(&line.number, |there| there.number) {
                lines.insert(place, line.clone());
                self.sealed.entry(line.what.clone()).or_insert((Some(parcel.from.clone()), line.digest));
            }
        }
        // Only acts make another register; in which order they count, all ledgers together say.
        if taken.acts > 0 {
            self.registry = Registry::open(store)?;
        }
        Ok(())
    }
}
