//! The people that a store knows: those who learn, where they work, and staff. What they may do is said by acts, not here.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::base::id::{LearnerId, StaffId};
use crate::base::moment::Moment;

/// A person who learns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learner {
    /// Random, says nothing of the person.
    pub id: LearnerId,
    /// As the person wants to be called.
    pub name: String,
    /// The company's own number for the person.
    pub staff_number: Option<String>,
    /// `zh-CN` or `en`, if the person settled it.
    pub language: Option<String>,
    /// Whether screens only append lines.
    pub plain: bool,
    /// Since when.
    pub created: Moment,
    /// Where the person works.
    pub post: Post,
}

/// Where a person works: what managers sort people by. No result depends on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// The groups that the person is in, by name.
    pub groups: BTreeSet<String>,
    /// What the person does, as the library's roles name it.
    pub role: Option<String>,
    /// Since when the person is no longer here: nothing new is begun, what was done stands.
    pub left: Option<Moment>,
}

/// A member of staff. What the person may do, and with which key, is said by acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Random, says nothing of the person.
    pub id: StaffId,
    /// The person's name, as reports show it.
    pub name: String,
    /// Since when.
    pub created: Moment,
}

impl Learner {
    /// The name, and the staff number where there is one: what tells two of one name apart.
    pub fn called(&self) -> String {
        self.staff_number.as_ref().map_or_else(|| self.name.clone(), |number| format!("{} ({number})", self.name))
    }
}
