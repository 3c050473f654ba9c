//! How a licence stands: what the register says of it, and whether the kept file proves it.
//!
//! This is what the desk goes by. The public truth is the signed document with its status lists: there a licence that another one took the
//! place of is not revoked and verifies to its own end.

use super::proven;
use crate::attempt::act::Issued;
use crate::base::id::LicenceNumber;
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::issue;
use crate::cli::lifecycle::last_day;
use crate::cli::registry::Registry;
use crate::grade::register::Taken;
use crate::locale::Words;
use crate::store::{Store, StoreError};

/// How a licence stands.
#[derive(Clone, PartialEq, Eq)]
pub enum State {
    /// Good.
    Valid,
    /// Good, for a time, under conditions.
    Provisional,
    /// The same; the conditions are fulfilled, and the full licence is still to be issued.
    Fulfilled,
    /// The one of this number took its place: the full one of a provisional one, or the one that renewed it. Its document is not revoked and
    /// verifies to its own end; here only the newer one counts.
    Superseded(LicenceNumber),
    /// Its time is over.
    Expired,
    /// Not to be worked with; it ends by itself then.
    Suspended(Option<Moment>),
    /// Taken back for good.
    Revoked,
    /// No licence before a second person confirms it.
    Waiting,
    /// Gone with its holder's data: there is nothing left to prove it by.
    Erased,
    /// The kept file does not prove what the act says.
    Unproven,
}

impl State {
    /// `known`: its holder's data is still here.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn of(store: &dyn Store, registry: &Registry, issued: &Issued, known: bool, now: Moment) -> Result<Self, Failure> {
        Ok(match store.credential(&issued.number) {
            Ok(None) if !known => Self::Erased,
            Ok(Some(kept)) if proven(registry, issued, &kept).is_none() => Self::Unproven,
            Ok(None) | Err(StoreError::Damaged(_)) => Self::Unproven,
            Ok(Some(_)) => Self::of_number(registry, issued, now),
            Err(other) => return Err(other.into()),
        })
    }

    /// As the acts leave its number, whether its file proves it or not: what was handed out is checked by that.
    pub fn of_number(registry: &Registry, issued: &Issued, now: Moment) -> Self {
        let register = &registry.register;
        let taken = register.taken(&issued.number, now);
        if taken == Some(Taken::Revoked) {
            return Self::Revoked;
        }
        if let Some(next) = register.follower(&issued.number).filter(|it| it.learner == issued.learner) {
            return Self::Superseded(next.number.clone());
        }
        match taken {
            _ if now >= issue::ends(issued.until) => Self::Expired,
            Some(Taken::Suspended { until }) => Self::Suspended(until),
            _ if issued.terms.provisional && register.fulfilled.contains_key(&issued.number) => Self::Fulfilled,
            _ if issued.terms.provisional => Self::Provisional,
            _ => Self::Valid,
        }
    }

    /// Whether its holder may work with it.
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Valid | Self::Provisional | Self::Fulfilled)
    }

    /// In words.
    pub fn said(&self, words: &Words, zone: &str) -> String {
        match self {
            Self::Suspended(Some(until)) => words.with("licence-suspended-until", &[("until", last_day(*until, zone).into())]),
            Self::Superseded(next) => words.with("licence-superseded", &[("number", next.as_str().into())]),
            other => words.get(&format!("licence-{}", other.name())),
        }
    }

    /// Its name in JSON and in keys of words.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Provisional => "provisional",
            Self::Fulfilled => "fulfilled",
            Self::Suspended(_) => "suspended",
            Self::Revoked => "revoked",
            Self::Superseded(_) => "superseded",
            Self::Waiting => "waiting",
            Self::Expired => "expired",
            Self::Erased => "erased",
            Self::Unproven => "unproven",
        }
    }
}
