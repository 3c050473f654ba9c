//! What is done to a licence: it is issued, and how it stands changes. What these acts come to is folded in `grade/register`.
//!
//! Which of them take a second person is written into the licence when it is issued, as its scheme says then: whoever reads the acts
//! needs no scheme to know it, and a scheme that is changed later changes nothing for licences that are out.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Did, LearnerId, LicenceId, LicenceNumber};
use crate::base::moment::Moment;
use crate::model::word::Weighty;

/// A licence that was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Its number, unique in the store.
    pub number: LicenceNumber,
    /// The serial in it, unique per issuing key; also its place in the status list.
    pub serial: u32,
    /// To whom.
    pub learner: LearnerId,
    /// Which scheme.
    pub licence: LicenceId,
    /// On the strength of which exam.
    pub attempt: AttemptId,
    /// The digest of that exam's `Closed` event.
    pub closed: Digest,
    /// The issuing key.
    pub issuer: Did,
    /// The digest of the credential's canonical JSON.
    pub credential: Digest,
    /// Holds from.
    pub from: Moment,
    /// Holds until.
    pub until: Moment,
    /// What else is agreed about it.
    #[serde(default, skip_serializing_if = "Terms::is_plain")]
    pub terms: Terms,
}

/// What else is agreed about a licence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What takes two persons with this licence.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub two_persons: BTreeSet<Weighty>,
    /// It is for a time only, under conditions; a full one follows once they are fulfilled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
    /// The licence that it follows: one renewed, or the provisional one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<LicenceNumber>,
}

impl Terms {
    /// Whether nothing else is agreed.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// How a licence stands was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// Which licence.
    pub number: LicenceNumber,
    /// Whose it is.
    pub learner: LearnerId,
    /// To what.
    pub change: Change,
    /// Why.
    pub reason: Digest,
}

/// What a licence is changed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "kebab-case")]
pub enum Change {
    /// Not to be worked with for now.
    Suspended {
        /// It ends by itself then; `None`: not before somebody reinstates it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Moment>,
    },
    /// Good again after a suspension.
    Reinstated,
    /// Taken back for good.
    Revoked,
    /// The conditions of a provisional licence are fulfilled: a full one may be issued.
    Fulfilled,
}

impl Change {
    /// What a scheme calls it where it says what takes two persons.
    pub const fn weighty(self) -> Weighty {
        match self {
            Self::Suspended { .. } => Weighty::Suspend,
            Self::Reinstated => Weighty::Reinstate,
            Self::Revoked => Weighty::Revoke,
            Self::Fulfilled => Weighty::Fulfil,
        }
    }
}
