//! What an appeal that is upheld leads to. The decision alone changes no result: an act of its own does. Which one fits says `Fit`; which
//! one came, `Remedy`; until then the appeal waits, and stands under what is to be done.

use serde::{Deserialize, Serialize};

use super::Appeal;
use crate::attempt::act::{Deed, Signed};
use crate::base::id::ActId;
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::registry::Registry;
use crate::cli::regrade::{UnderToday, today_of};
use crate::model::grade::Standing;
use crate::model::library::Library;
use crate::store::Store;

/// What was done about an exam since an appeal against it was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    /// What.
    pub what: Done,
    /// When.
    pub at: Moment,
    /// The act.
    pub act: ActId,
}

/// What can be done about an exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Done {
    /// It was marked again, under other keys.
    Regraded,
    /// Borderline, it was decided.
    Decided,
    /// It does not count.
    Voided,
    /// Its candidate may sit once more.
    Granted,
    /// A third examiner said which observation counts.
    Settled,
    /// What was written in it was read.
    Marked,
}

impl Done {
    /// Its name in JSON and in keys of words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Regraded => "regraded",
            Self::Decided => "decided",
            Self::Voided => "voided",
            Self::Granted => "granted",
            Self::Settled => "settled",
            Self::Marked => "marked",
        }
    }

    /// What an act does about the exam of an appeal.
    fn of(deed: &Deed, appeal: &Appeal) -> Option<Self> {
        let exam = &appeal.exam;
        match deed {
            Deed::Regraded(it) if it.attempt == *exam => Some(Self::Regraded),
            Deed::Decided { attempt, .. } if attempt == exam => Some(Self::Decided),
            Deed::Voided { attempt, .. } if attempt == exam => Some(Self::Voided),
            Deed::Settled { exam: settled, .. } if settled == exam => Some(Self::Settled),
            Deed::Marked { attempt, .. } if attempt == exam => Some(Self::Marked),
            Deed::Granted { learner, licence, .. } => {
                let theirs = *learner == appeal.learner && Some(licence.as_str()) == appeal.licence.as_deref();
                theirs.then_some(Self::Granted)
            }
            _ => None,
        }
    }
}

/// The newest act since the appeal was handed in that changes what its exam comes to, or gives another one. It may have come before the
/// decision: then that has nothing left to ask for.
pub fn of(registry: &Registry, appeal: &Appeal) -> Option<Remedy> {
    let done = |signed: &Signed| {
        let counts = signed.act.at >= appeal.at && registry.register.counted.contains_key(&signed.act.id);
        let what = Done::of(&signed.act.deed, appeal).filter(|_| counts)?;
        Some(Remedy { what, at: signed.act.at, act: signed.act.id.clone() })
    };
    registry.acts.iter().rev().find_map(|signed| done(signed))
}

/// Whether an upheld appeal still asks for something: nothing was done since, its exam stands neither passed nor void, and its candidate
/// is still here.
///
/// # Errors
/// `Failure` of the store.
pub fn waits(store: &dyn Store, registry: &Registry, appeal: &Appeal) -> Result<bool, Failure> {
    let upheld = appeal.hearing.as_ref().is_some_and(|hearing| hearing.heard.upheld);
    if !upheld || appeal.remedy.is_some() || store.learners()?.iter().all(|it| it.id != appeal.learner) {
        return Ok(false);
    }
    // What does not read is told elsewhere; somebody has to look at it all the same.
    let outcome = registry.exam(store, &appeal.exam).ok().and_then(|case| case.outcome);
    Ok(outcome.is_none_or(|it| !it.voided && it.verdict.standing != Standing::Passed))
}

/// Which act fits an exam as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It is borderline: a person decides.
    Decide,
    /// Its stations are not settled.
    Stations,
    /// What was written in it is to be read.
    Mark,
    /// Failed, and today's keys make something else of it: it is marked again.
    Regrade,
    /// The same, and borderline as it was sat.
    RegradeOrDecide,
    /// Failed, by today's keys too: the key is put right first, or it is sat again.
    Void,
}

impl Fit {
    /// Which one; `None` where nothing is open: the exam is passed, or does not count.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn of(store: &dyn Store, registry: &Registry, (library, appeal): (&Library, &Appeal)) -> Result<Option<Self>, Failure> {
        let Some(outcome) = registry.exam(store, &appeal.exam)?.outcome.filter(|it| !it.voided) else { return Ok(None) };
        Ok(match outcome.verdict.standing {
            Standing::Passed => None,
            Standing::Borderline | Standing::Failed => {
                let other = matches!(today_of(store, registry, (library, &appeal.exam))?, UnderToday::Other(_));
                Some(match (outcome.verdict.standing == Standing::Borderline, other) {
                    (true, true) => Self::RegradeOrDecide,
                    (true, false) => Self::Decide,
                    (false, true) => Self::Regrade,
                    (false, false) => Self::Void,
                })
            }
            Standing::Pending => Some(Self::Stations),
            Standing::Provisional => Some(Self::Mark),
        })
    }

    /// Its name in JSON and in keys of words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Decide => "decide",
            Self::Stations => "stations",
            Self::Mark => "mark",
            Self::Regrade => "regrade",
            Self::RegradeOrDecide => "regrade-or-decide",
            Self::Void => "void",
        }
    }
}
