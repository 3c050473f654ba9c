//! What the records on this PC say of a licence that is shown: the desk's own, or what the desk told its PCs. Whoever has none is not
//! asked for any, and none are made.

use crate::base::id::{Did, LicenceNumber};
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::heard::{self, Heard};
use crate::cli::parcel::DESK;
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::credential::verify::{Source, Told};
use crate::store::Store;

/// The records.
pub struct Records {
    store: Box<dyn Store>,
    registry: Registry,
    /// What a desk told; nothing where this is the desk.
    heard: Option<Heard>,
    now: Moment,
}

impl Records {
    /// The records of this PC; `None` where there are none.
    ///
    /// # Errors
    /// `Failure` where they do not read.
    pub fn at_hand(call: &Call<'_>) -> Result<Option<Self>, Failure> {
        if !call.store_file().ok().flatten().is_some_and(|path| path.is_file()) {
            return Ok(None);
        }
        let store = call.store()?;
        let registry = Registry::open(store.as_ref())?;
        let heard = store.setting(DESK)?.is_some().then(|| heard::kept(store.as_ref())).transpose()?;
        Ok(Some(Self { store, registry, heard, now: call.ports.now() }))
    }

    /// How a licence of this issuer stands; `None` where it is not known here.
    pub fn told(&self, number: &LicenceNumber, issuer: &Did) -> Option<Told> {
        let register = &self.registry.register;
        if !register.issuers.contains_key(issuer) {
            return None;
        }
        match &self.heard {
            Some(heard) => {
                let licence = heard.licences.iter().find(|it| it.number == *number)?;
                Some(Told { taken: licence.state.taken(self.now), at: heard.at, source: Source::Heard })
            }
            None => {
                register.licence(number).filter(|it| it.issuer == *issuer)?;
                Some(Told { taken: register.taken(number, self.now), at: self.now, source: Source::Desk })
            }
        }
    }

    /// The file of a licence that was issued here.
    pub fn file(&self, number: &str) -> Option<Vec<u8>> {
        self.store.credential(&LicenceNumber::from(number.trim())).ok().flatten().map(String::into_bytes)
    }
}
