//! Who is at the keyboard: named, here last, the only one, or new.

use std::rc::Rc;

use crate::cli::arrive::{arrive, here};
use crate::cli::failure::{Exit, Failure};
use crate::cli::roster::{LAST_LEARNER, find_learner, nobody, remember};
use crate::locale::Words;
use crate::store::{Learner, Store};

use super::Call;

impl Call<'_> {
    /// Who is named by argument or environment.
    pub fn named_learner(&self) -> Option<&str> {
        self.global.learner.as_deref().or_else(|| self.ports.var("ONDUTY_LEARNER"))
    }

    /// The learner named by argument or environment, else the one who was here last, else the only one.
    pub(super) fn known_learner(&self, store: &dyn Store) -> Result<Option<Learner>, Failure> {
        if let Some(named) = self.named_learner() {
            return find_learner(store, named).map(Some);
        }
        let mut all = here(store)?;
        let last = store.setting(LAST_LEARNER)?;
        if let Some(at) = all.iter().position(|l| Some(l.id.as_str()) == last.as_deref()) {
            return Ok(Some(all.swap_remove(at)));
        }
        Ok(if all.len() == 1 { all.pop() } else { None })
    }

    /// Whether somebody is named, was here last, or is the only one.
    ///
    /// # Errors
    /// `Failure` of the store, or where nobody has the name.
    pub fn knows_somebody(&mut self) -> Result<bool, Failure> {
        let store = self.store()?;
        Ok(self.known_learner(store.as_ref())?.is_some())
    }

    /// Nobody is known yet: asks for a name.
    pub(super) fn newcomer(&self, store: &mut dyn Store, scripted: bool) -> Result<Learner, Failure> {
        if scripted || self.ports.screen.is_none() {
            return Err(nobody(store)?);
        }
        let mut asker = self.screen(&self.words, self.look(None))?;
        match arrive(asker.as_mut(), store, self.ports, &self.words)? {
            Ok(learner) => {
                remember(store, &learner)?;
                Ok(learner)
            }
            Err(_) => Err(Failure::new(Exit::Interrupted, "fail-nobody", [])),
        }
    }

    /// The learner at the keyboard without opening a screen; for reports.
    ///
    /// # Errors
    /// `Failure` where nobody is known.
    pub fn learner(&self, store: &dyn Store) -> Result<Learner, Failure> {
        match self.known_learner(store)? {
            Some(learner) => Ok(learner),
            None => Err(nobody(store)?),
        }
    }

    /// The words of a learner, for reports.
    pub fn words_of(&self, learner: &Learner) -> Rc<Words> {
        self.words_for(learner)
    }
}
