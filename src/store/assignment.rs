//! What managers assign: a course or a licence, to a group or to one person, by a day. It lies beside the record: no result depends on it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Learner;
use crate::attempt::plan::Subject;
use crate::base::id::LearnerId;
use crate::base::moment::Moment;

/// Something that is to be done. There is one for each pair of what and to whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// What: a course or a licence.
    pub what: Subject,
    /// To whom.
    pub to: Whom,
    /// The last day for it; `None`: whenever.
    pub due: Option<Date>,
    /// When it was assigned, or last given another day.
    pub at: Moment,
}

/// To whom something is assigned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whom {
    /// Everybody in a group, also who comes into it later.
    Group(String),
    /// One person.
    Learner(LearnerId),
}

impl Whom {
    /// Kind and name, as they are kept.
    pub fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Group(name) => ("group", name),
            Self::Learner(id) => ("learner", id.as_str()),
        }
    }

    /// From kind and name; `None` for a kind that is not known.
    pub fn from_parts(kind: &str, name: String) -> Option<Self> {
        match kind {
            "group" => Some(Self::Group(name)),
            "learner" => Some(Self::Learner(name.into())),
            _ => None,
        }
    }
}

impl Assignment {
    /// Whether it is for this person: by name, or by a group; nothing is for who has left.
    pub fn is_for(&self, learner: &Learner) -> bool {
        let meant = match &self.to {
            Whom::Group(name) => learner.post.groups.contains(name),
            Whom::Learner(id) => learner.id == *id,
        };
        meant && learner.post.left.is_none()
    }
}

/// What is assigned to a person: each thing once, with the earliest day of all that name it; the first due first, then what has no day.
pub fn of(all: &[Assignment], learner: &Learner) -> Vec<Assignment> {
    let mut mine: Vec<&Assignment> = all.iter().filter(|it| it.is_for(learner)).collect();
    mine.sort_by(|a, b| (a.due.is_none(), a.due, a.at, a.what.parts()).cmp(&(b.due.is_none(), b.due, b.at, b.what.parts())));
    let mut out: Vec<Assignment> = Vec::new();
    for it in mine {
        if !out.iter().any(|there| there.what == it.what) {
            out.push(it.clone());
        }
    }
    out
}
