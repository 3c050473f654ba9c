//! How a licence from which nothing was taken stands on the day its holder looks: for the candidate, and for programs.

use serde::Serialize;

use super::When;
use crate::base::id::LicenceNumber;
use crate::locale::Words;

/// How it stands. What is suspended or revoked says `TakenTold`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum StandsTold {
    /// Good.
    Valid {
        /// Its last day.
        until: When,
    },
    /// Good, for a time, under conditions.
    Provisional {
        /// Its last day.
        until: When,
    },
    /// The same; its conditions are fulfilled, and the full licence is still to be issued.
    Fulfilled {
        /// Its last day.
        until: When,
    },
    /// Its time is over.
    Expired {
        /// Its last day.
        until: When,
    },
    /// Another one took its place.
    Superseded {
        /// The number of that one.
        by: LicenceNumber,
    },
}

impl StandsTold {
    /// In words: how it stands, and what its holder does about it.
    pub fn said(&self, words: &Words, number: &LicenceNumber) -> String {
        let (key, name, value) = match self {
            Self::Valid { until } => ("told-next-issued", "until", until.local.as_str()),
            Self::Provisional { until } => ("told-next-provisional", "until", until.local.as_str()),
            Self::Fulfilled { until } => ("told-next-fulfilled", "until", until.local.as_str()),
            Self::Expired { until } => ("told-next-expired", "until", until.local.as_str()),
            Self::Superseded { by } => ("told-next-superseded", "by", by.as_str()),
        };
        words.with(key, &[("number", number.as_str().into()), (name, value.into())])
    }
}
