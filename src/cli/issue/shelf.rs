//! A library whose items are digested, and whose role-plays are worked out, once each: for the exams of many candidates.

use std::cell::{RefCell, RefMut};
use std::collections::BTreeMap;
use std::ops::Deref;

use crate::base::digest::Digest;
use crate::base::id::{LicenceId, QuestionRef, ScenarioId, StationId};
use crate::cli::start::Known;
use crate::content::Loaded;
use crate::model::frozen::Frozen;

/// A library, and what was worked out about it.
pub struct Shelf<L> {
    /// The library.
    pub loaded: L,
    known: RefCell<Known>,
    schemes: RefCell<BTreeMap<LicenceId, Digest>>,
}

impl<L: Deref<Target = Loaded>> Shelf<L> {
    /// Nothing is worked out yet.
    pub fn new(loaded: L) -> Self {
        Self { loaded, known: RefCell::default(), schemes: RefCell::default() }
    }

    /// What is known of its items.
    pub fn known(&self) -> RefMut<'_, Known> {
        self.known.borrow_mut()
    }

    /// The digest of a scheme, where it has it.
    pub fn scheme(&self, id: &LicenceId) -> Option<Digest> {
        let scheme = self.loaded.library.licences.get(id)?;
        let digest = || Frozen::Scheme(Box::new(scheme.clone())).digest();
        Some(*self.schemes.borrow_mut().entry(id.clone()).or_insert_with(digest))
    }

    /// The digest of a question, where it has it.
    pub fn question(&self, id: &QuestionRef) -> Option<Digest> {
        Some(self.known().question(self.loaded.library.question(id)?))
    }

    /// The digest of a role-play, where it has it.
    pub fn scenario(&self, id: &ScenarioId) -> Option<Digest> {
        Some(self.known().scenario(self.loaded.library.scenarios.get(id)?))
    }

    /// The digest of a station, where it has it.
    pub fn station(&self, id: &StationId) -> Option<Digest> {
        Some(self.known().station(self.loaded.library.stations.get(id)?))
    }
}
