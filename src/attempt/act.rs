//! Acts: what staff do about attempts and licences. Each is signed by the acting person's own key and sealed in the ledger; none is
//! ever overwritten, a later one names what it supersedes.
//!
//! An act's digest is SHA-256 over the canonical JSON of {id, at, key, deed}; the signature is over that digest (`credential/acts`),
//! and the ledger seals act and signature together (`Signed::digest`).
//! Reasons are typed words: they lie beside, and the act holds their salted digest. What acts come to is folded in `grade/register`.

mod licensing;
mod marks;
mod named;
mod reach;
mod sitting;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use self::licensing::{Change, Changed, Issued, Terms};
pub use self::marks::{Heard, Regraded};
pub use self::named::Named;
pub use self::sitting::{AtSitting, Called, Identity, Minute, Seat};
use super::event::Beside;
use super::plan::Allowance;
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, CourseId, Did, ItemId, LearnerId, LicenceId, RuleId, StaffId, StationId};
use crate::base::moment::Moment;
use crate::base::points::Points;
pub use crate::model::word::StaffRole;

/// One act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// Its id.
    pub id: ActId,
    /// When, by the clock of that machine.
    pub at: Moment,
    /// The key it is signed with. Whose key that is says an `Appointed` act.
    pub key: Did,
    /// What was done.
    pub deed: Deed,
}

impl Act {
    /// Its digest: what is signed.
    pub fn digest(&self) -> Digest {
        Digest::of(self)
    }
}

/// An act with its signature and what lies beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The act.
    pub act: Act,
    /// Multibase base58btc of the Ed25519 signature.
    pub signature: String,
    /// The reason, where the deed has one; `None` once erased.
    pub beside: Option<Beside>,
}

impl Signed {
    /// What the ledger seals: SHA-256 over the canonical JSON of {act, signature}. With the act alone in it, a signature could be
    /// exchanged for another one unseen.
    pub fn digest(&self) -> Digest {
        #[derive(Serialize)]
        struct Whole<'a> {
            act: &'a Act,
            signature: &'a str,
        }
        Digest::of(&Whole { act: &self.act, signature: &self.signature })
    }
}

/// What was done. A `reason` is the digest of the words beside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Deed {
    /// A member of staff got a key; signed by an issuer. Only the first of all, who has to be an issuer, signs for himself.
    Appointed {
        /// Who.
        staff: StaffId,
        /// What the person may do; one or more.
        roles: Vec<StaffRole>,
        /// The key that this person signs with.
        appointed: Did,
    },
    /// An organisation's issuing key was made; signed by an issuer.
    Founded {
        /// The organisation's name, as licences show it.
        name: String,
        /// The code that goes into numbers.
        code: String,
        /// The issuing key.
        issuer: Did,
        /// The address below which its status lists can be fetched; ends with `/`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        status: Option<String>,
    },
    /// An examiner admitted a candidate to a supervised exam.
    Admitted {
        /// Whom.
        learner: LearnerId,
        /// To which exam.
        attempt: AttemptId,
        /// The digest of the ledger line that seals the exam's beginning.
        begun: Digest,
        /// The place in a sitting. None before there were sittings.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seat: Option<Seat>,
    },
    /// Something was done about a sitting.
    Sitting(AtSitting),
    /// An examiner stands for an observation.
    Observed {
        /// The observation, an attempt of its own.
        observation: AttemptId,
        /// The digest of its `Closed` event.
        closed: Digest,
        /// The candidate's exam.
        exam: AttemptId,
        /// The station.
        station: StationId,
    },
    /// Two examiners were too far apart; a third says which observation counts.
    Settled {
        /// The candidate's exam.
        exam: AttemptId,
        /// The station.
        station: StationId,
        /// The observation that counts.
        observation: AttemptId,
        /// Why.
        reason: Digest,
    },
    /// A written reply of an exam was marked by a person: what the machine made of it was confirmed, or overruled.
    Marked {
        /// The exam.
        attempt: AttemptId,
        /// The digest of its `Closed` event.
        closed: Digest,
        /// Which of its written replies, from 0.
        written: u32,
        /// What it earns.
        points: Points,
        /// Whether it crosses a red line.
        red_line: bool,
        /// Rules that the machine saw broken and the person does not.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        unbroken: Vec<RuleId>,
        /// What was wanted and the person sees otherwise than the machine did.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        otherwise: Vec<ItemId>,
        /// Why.
        reason: Digest,
    },
    /// A borderline exam was decided.
    Decided {
        /// The exam.
        attempt: AttemptId,
        /// The digest of its `Closed` event.
        closed: Digest,
        /// Passed or failed.
        pass: bool,
        /// Why.
        reason: Digest,
    },
    /// An exam does not count.
    Voided {
        /// The exam.
        attempt: AttemptId,
        /// The digest of its newest event then.
        last: Digest,
        /// Why.
        reason: Digest,
    },
    /// One more exam was granted, at once.
    Granted {
        /// To whom.
        learner: LearnerId,
        /// For which licence.
        licence: LicenceId,
        /// Why.
        reason: Digest,
    },
    /// A learner is allowed this from now on, in exams and practice alike; the newest counts.
    Allowed {
        /// Who.
        learner: LearnerId,
        /// What.
        allowance: Allowance,
        /// Why.
        reason: Digest,
    },
    /// A learner is called otherwise now: what was sat under the name or number before is the same person's.
    Renamed {
        /// Who.
        learner: LearnerId,
        /// Name and staff number now, as a digest with a salt that is kept apart and goes with the person.
        person: Digest,
        /// Why.
        reason: Digest,
    },
    /// An exam was marked again, under other content than it was sat with.
    Regraded(Box<Regraded>),
    /// An appeal was decided.
    Heard(Box<Heard>),
    /// Why something that another PC sent was refused has been cleared up.
    Answered {
        /// What was refused, and why: its digest in this store's notes.
        refused: Digest,
        /// What came of it.
        reason: Digest,
    },
    /// A licence was issued.
    Issued(Box<Issued>),
    /// How a licence stands was changed.
    Changed(Box<Changed>),
    /// Another person settled an act that takes two: agreed, or refused.
    Seconded {
        /// The act.
        of: ActId,
        /// What the ledger seals of it.
        sealed: Digest,
        /// Whom it is about.
        learner: LearnerId,
        /// Why it was refused; `None`: agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        refused: Option<Digest>,
    },
    /// A learner need not take a course: what it teaches was shown otherwise.
    Waived {
        /// Who.
        learner: LearnerId,
        /// Which course.
        course: CourseId,
        /// SHA-256 of the file that shows it.
        evidence: Digest,
        /// Why.
        reason: Digest,
    },
    /// An issuing key signs nothing from now on; what it signed stays good.
    Retired {
        /// The key.
        issuer: Did,
        /// The key that takes its place, under the same name and code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        successor: Option<Did>,
        /// Why.
        reason: Digest,
    },
    /// A member of staff does nothing any more; what was done stands.
    Left {
        /// Who.
        staff: StaffId,
        /// Why.
        reason: Digest,
    },
    /// A member of staff has another key from now on; signed by another issuer.
    Rekeyed {
        /// Who.
        staff: StaffId,
        /// The new key.
        rekeyed: Did,
        /// Why.
        reason: Digest,
    },
}

impl Deed {
    /// The digest of the reason's words, where there has to be a reason.
    pub const fn reason(&self) -> Option<Digest> {
        match self {
            Self::Settled { reason, .. }
            | Self::Marked { reason, .. }
            | Self::Decided { reason, .. }
            | Self::Voided { reason, .. }
            | Self::Granted { reason, .. }
            | Self::Allowed { reason, .. }
            | Self::Answered { reason, .. }
            | Self::Renamed { reason, .. }
            | Self::Waived { reason, .. }
            | Self::Retired { reason, .. }
            | Self::Left { reason, .. }
            | Self::Rekeyed { reason, .. } => Some(*reason),
            Self::Changed(changed) => Some(changed.reason),
            Self::Regraded(regraded) => Some(regraded.reason),
            Self::Heard(heard) => Some(heard.reason),
            Self::Seconded { refused, .. } => *refused,
            Self::Sitting(it) => it.reason(),
            Self::Appointed { .. } | Self::Founded { .. } | Self::Admitted { .. } | Self::Observed { .. } | Self::Issued(_) => {
                None
            }
        }
    }

    /// What it names in the store.
    pub fn names(&self) -> Vec<Named<'_>> {
        match self {
            Self::Appointed { .. }
            | Self::Founded { .. }
            | Self::Granted { .. }
            | Self::Allowed { .. }
            | Self::Answered { .. }
            | Self::Renamed { .. }
            | Self::Changed(_)
            | Self::Heard(_)
            | Self::Waived { .. }
            | Self::Retired { .. }
            | Self::Left { .. }
            | Self::Rekeyed { .. } => vec![],
            Self::Sitting(it) => it.names(),
            Self::Seconded { of, sealed, .. } => vec![Named::Act(of, *sealed)],
            Self::Admitted { attempt, begun, .. } => vec![Named::Attempt(attempt), Named::Line(*begun)],
            Self::Observed { observation, closed, exam, .. } => vec![Named::Closed(observation, *closed), Named::Attempt(exam)],
            Self::Settled { exam, observation, .. } => vec![Named::Attempt(exam), Named::Attempt(observation)],
            Self::Marked { attempt, closed, .. } | Self::Decided { attempt, closed, .. } => vec![Named::Closed(attempt, *closed)],
            Self::Voided { attempt, last, .. } => vec![Named::Event(attempt, *last)],
            Self::Issued(issued) => vec![Named::Closed(&issued.attempt, issued.closed)],
            Self::Regraded(it) => {
                let contents = it.swaps.iter().map(|swap| Named::Content(swap.now));
                std::iter::once(Named::Closed(&it.attempt, it.closed)).chain(contents).collect()
            }
        }
    }

    /// The kept content that it rests on.
    pub fn contents(&self) -> Vec<Digest> {
        let content = |named| if let Named::Content(digest) = named { Some(digest) } else { None };
        self.names().into_iter().filter_map(content).collect()
    }

    /// The learners it names.
    pub fn learners(&self) -> Vec<&LearnerId> {
        let one = match self {
            Self::Admitted { learner, .. }
            | Self::Granted { learner, .. }
            | Self::Allowed { learner, .. }
            | Self::Renamed { learner, .. }
            | Self::Seconded { learner, .. }
            | Self::Waived { learner, .. } => Some(learner),
            Self::Issued(issued) => Some(&issued.learner),
            Self::Changed(changed) => Some(&changed.learner),
            Self::Heard(heard) => Some(&heard.learner),
            Self::Sitting(it) => return it.learners(),
            _ => None,
        };
        one.into_iter().collect()
    }

    /// Whether it is about a learner: it names the person, or one of the person's attempts.
    pub fn concerns(&self, learner: &LearnerId, attempts: &BTreeSet<AttemptId>) -> bool {
        self.learners().contains(&learner) || self.names().into_iter().filter_map(Named::attempt).any(|it| attempts.contains(it))
    }
}
