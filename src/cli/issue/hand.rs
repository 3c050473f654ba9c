//! Who issues: the member of staff and the organisation, both keys unlocked, and which serial comes next.

use std::collections::BTreeSet;

use super::numbers;
use crate::attempt::act::Deed;
use crate::base::id::Did;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::short;
use crate::cli::registry::Registry;
use crate::cli::signer::Signer;
use crate::credential::keys::Secret;
use crate::store::{Flaw, Store, StoreError};

/// Why an exam that is over cannot be had: somebody else signs for it at this moment. Nobody sits it, so no window is open.
pub fn in_other_hands(error: StoreError) -> Failure {
    match error {
        StoreError::Busy(id) => Failure::new(Exit::Refused, "fail-issue-busy", [("id", &short(&id))]).hint("hint-issue-busy", []),
        other => other.into(),
    }
}

/// The organisation that issues.
pub struct Organisation {
    /// Its key, unlocked.
    pub key: Secret,
    /// The key as others know it.
    pub did: Did,
    /// Its name, as licences show it.
    pub name: String,
    /// What goes into numbers.
    pub code: String,
}

/// Who issues: both keys, unlocked, and the serials that are taken.
pub struct Hand {
    /// The member of staff.
    pub by: Signer,
    /// For whom.
    pub organisation: Organisation,
    /// The largest of all that are given out.
    taken: u32,
    /// Those of acts that do not count: what a nobody wrote down is passed over, and takes no more than its own number.
    used: BTreeSet<u32>,
}

impl Hand {
    /// Looks up which serials are taken; the last one that was given by somebody's word is kept.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn new(
        store: &mut dyn Store,
        registry: &Registry,
        by: Signer,
        (organisation, said): (Organisation, Option<u32>),
    ) -> Result<Self, Failure> {
        said.map_or(Ok(()), |said| numbers::settle(store, &organisation.code, said))?;
        // Numbers bear the code: a key that took another's place counts on, and what its forerunner used is used.
        let ours = |did: &Did| registry.register.issuers.get(did).is_some_and(|(_, code)| *code == organisation.code);
        let mine = |deed: &Deed| match deed {
            Deed::Issued(issued) if ours(&issued.issuer) => Some(issued.serial),
            _ => None,
        };
        let used: BTreeSet<u32> = store.acts()?.iter().filter_map(|s| mine(&s.act.deed)).collect();
        let taken = numbers::given(store, &registry.register, &organisation.code)?.last();
        Ok(Self { by, organisation, taken, used })
    }

    /// Somebody else issued meanwhile: serials go on after the last one of that register.
    pub fn saw(&mut self, registry: &Registry) {
        self.taken = self.taken.max(numbers::last(&registry.register, &self.organisation.code));
    }

    /// The next serial that is free.
    ///
    /// # Errors
    /// `Failure` where there is none left.
    pub fn next_serial(&mut self) -> Result<u32, Failure> {
        // A forged serial at the end of all numbers must not take the program down.
        let free = (self.taken.saturating_add(1)..=u32::MAX).find(|serial| !self.used.contains(serial));
        self.taken = free.ok_or_else(|| Failure::flawed(&Flaw::Serials(self.organisation.did.clone())))?;
        Ok(self.taken)
    }
}
