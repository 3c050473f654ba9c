//! How a licence stands: what the register says of it, and whether the kept file proves it.

use super::proven;
use crate::attempt::act::Issued;
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::issue;
use crate::cli::lifecycle::last_day;
use crate::cli::registry::Registry;
use crate::grade::register::Taken;
use crate::locale::Words;
use crate::store::{Store, StoreError};

/// How a licence stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Good.
    Valid,
    /// Good, for a time, under conditions.
    Provisional,
    /// The same; the conditions are fulfilled, and the full licence is still to be issued.
    Fulfilled,
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
        match registry.register.taken(&issued.number, now) {
            Some(Taken::Revoked) => Self::Revoked,
            _ if now >= issue::ends(issued.until) => Self::Expired,
            Some(Taken::Suspended { until }) => Self::Suspended(until),
            None if issued.terms.provisional => match registry.register.fulfilled.contains_key(&issued.number) {
                true if registry.register.follower(&issued.number).is_none() => Self::Fulfilled,
                _ => Self::Provisional,
            },
            None => Self::Valid,
        }
    }

    /// Whether its holder may work with it.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Valid | Self::Provisional | Self::Fulfilled)
    }

    /// In words.
    pub fn said(self, words: &Words, zone: &str) -> String {
        match self {
            Self::Suspended(Some(until)) => words.with("licence-suspended-until", &[("until", last_day(until, zone).into())]),
            other => words.get(&format!("licence-{}", other.name())),
        }
    }

    /// Its name in JSON and in keys of words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Provisional => "provisional",
            Self::Fulfilled => "fulfilled",
            Self::Suspended(_) => "suspended",
            Self::Revoked => "revoked",
            Self::Waiting => "waiting",
            Self::Expired => "expired",
            Self::Erased => "erased",
            Self::Unproven => "unproven",
        }
    }
}
