//! What the desk tells PCs beside its record: how licences stand, what became of exams, and which acts of other PCs it did not take.
//!
//! A PC keeps it as it was told, until the next roster: the record of it, and the reasons, stay at the desk. PCs are shared by several
//! people, so nothing more is told than each person's own standing, and each is shown only the own.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::appeal;
use super::appeal::remedy::Remedy;
use super::failure::Failure;
use super::lifecycle::last_day;
use super::recall::short;
use super::registry::Registry;
use crate::attempt::plan::Subject;
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, LearnerId, LicenceId, LicenceNumber};
use crate::base::moment::Moment;
use crate::grade::eligible::{Held, Sat, Stands};
use crate::grade::register::Taken;
use crate::locale::Words;
use crate::model::grade::Standing;
use crate::model::library::Library;
use crate::store::{Learner, Store};

/// The setting with what was heard, as JSON.
const HEARD: &str = "heard";
/// The setting with the acts of other PCs that this desk did not take, as JSON.
const REFUSED: &str = "refused-acts";

/// What the desk tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heard {
    /// When.
    pub at: Moment,
    /// Licences that have not ended.
    pub licences: Vec<Licence>,
    /// Exams of sittings, and those about which staff said something.
    pub exams: Vec<Exam>,
    /// Appeals, wherever they were handed in. What became of one is an act, and comes with the roster's acts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appeals: Vec<Appealed>,
    /// Acts of other PCs that were not taken.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub refused: BTreeSet<ActId>,
    /// Ends of sittings at other PCs of which the desk has every exam whole.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub collected: BTreeSet<ActId>,
}

/// A licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    /// Whose.
    pub learner: LearnerId,
    /// Of which scheme.
    pub licence: LicenceId,
    /// Its number.
    pub number: LicenceNumber,
    /// On which exam.
    pub exam: AttemptId,
    /// Until when it holds.
    pub until: Moment,
    /// What is taken from it.
    pub state: State,
}

/// How a licence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum State {
    /// In force.
    InForce,
    /// Not to be worked with.
    Suspended {
        /// It ends by itself then.
        ends: Option<Moment>,
    },
    /// Taken back.
    Revoked,
}

impl State {
    /// What is taken from it now: a suspension may have ended by itself since it was told.
    pub fn taken(self, now: Moment) -> Option<Taken> {
        match self {
            Self::InForce => None,
            Self::Suspended { ends } if ends.is_some_and(|ends| ends <= now) => None,
            Self::Suspended { ends } => Some(Taken::Suspended { until: ends }),
            Self::Revoked => Some(Taken::Revoked),
        }
    }
}

/// What became of an exam.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exam {
    /// Whose.
    pub learner: LearnerId,
    /// Of which scheme.
    pub licence: LicenceId,
    /// Which.
    pub exam: AttemptId,
    /// What.
    pub result: Became,
    /// Until when its candidate may appeal, at the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal_until: Option<Moment>,
}

/// An appeal that the desk has; without its grounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appealed {
    /// Its attempt.
    pub appeal: AttemptId,
    /// The digest of its first event.
    pub opened: Digest,
    /// When it was handed in.
    pub at: Moment,
    /// Until when it has to be answered.
    pub due: Moment,
    /// Whose.
    pub learner: LearnerId,
    /// About which exam.
    pub exam: AttemptId,
    /// Of which scheme that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// What was done about the exam since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy: Option<Remedy>,
    /// Whether it is upheld and still asks for something; `None`: told by a desk that did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits: Option<bool>,
}

/// What an exam came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Became {
    /// Passed.
    Passed,
    /// Failed.
    Failed,
    /// It does not count.
    Voided,
}

impl Heard {
    /// How an exam stands by what was told, where that is more than this PC's own record knows; `None` where it does not count.
    pub fn known(&self, own: Sat, closed: Option<Moment>) -> Option<Sat> {
        let told = self.exams.iter().find(|it| it.exam == own.attempt).map(|it| it.result);
        let issued = self.licences.iter().any(|it| it.exam == own.attempt);
        let stands = match (told, closed) {
            (Some(Became::Voided), _) => return None,
            _ if issued => Stands::Issued,
            (Some(Became::Passed), _) => Stands::Passed,
            (Some(Became::Failed), Some(closed)) => Stands::Failed(closed),
            _ => own.stands,
        };
        Some(Sat { stands, ..own })
    }

    /// The licence of a scheme that somebody holds by what was told. When it was issued nobody told.
    pub fn held(&self, learner: &LearnerId, scheme: &LicenceId) -> Option<Held> {
        let theirs = self.licences.iter().filter(|it| it.learner == *learner && it.licence == *scheme);
        let until = theirs.filter(|it| it.state != State::Revoked).map(|it| it.until).max()?;
        Some(Held { issued: Moment::default(), until })
    }
}

impl From<appeal::Appeal> for Appealed {
    fn from(it: appeal::Appeal) -> Self {
        let appeal::Appeal { id, opened, at, due, learner, exam, licence, remedy, waits, .. } = it;
        Self { appeal: id, opened, at, due, learner, exam, licence, remedy, waits: Some(waits) }
    }
}

impl Became {
    const fn key(self) -> &'static str {
        match self {
            Self::Passed => "heard-passed",
            Self::Failed => "heard-failed",
            Self::Voided => "heard-voided",
        }
    }
}

/// What this desk has to tell about the people of its roster.
///
/// # Errors
/// `Failure` of the store.
pub fn to_tell(store: &dyn Store, people: &[Learner], now: Moment) -> Result<Heard, Failure> {
    let registry = Registry::open(store)?;
    let here: BTreeSet<&LearnerId> = people.iter().map(|it| &it.id).collect();
    let register = &registry.register;
    let issued = register.issued.iter().map(|(_, _, issued)| issued);
    let own = issued.filter(|it| it.until >= now && here.contains(&it.learner) && register.follower(&it.number).is_none());
    let licences = own.map(|it| Licence {
        learner: it.learner.clone(),
        licence: it.licence.clone(),
        number: it.number.clone(),
        exam: it.attempt.clone(),
        until: it.until,
        state: match register.taken(&it.number, now) {
            None => State::InForce,
            Some(Taken::Suspended { until }) => State::Suspended { ends: until },
            Some(Taken::Revoked) => State::Revoked,
        },
    });
    let refused = refused(store)?;
    let appeals = appeal::all(store, &registry, None)?.into_iter().filter(|it| here.contains(&it.learner));
    let appeals: Vec<Appealed> = appeals.map(Appealed::from).collect();
    let exams = exams(store, &registry, (&here, &appeals))?;
    let collected = collected(store, &registry)?;
    Ok(Heard { at: now, licences: licences.collect(), exams, appeals, refused, collected })
}

/// Of a sitting's file: nothing but which ends the desk has.
///
/// # Errors
/// `Failure` of the store.
pub fn of_sittings(store: &dyn Store) -> Result<Heard, Failure> {
    Ok(Heard { collected: collected(store, &Registry::open(store)?)?, ..Heard::default() })
}

/// The ends of sittings of which every exam is here, over or void.
fn collected(store: &dyn Store, registry: &Registry) -> Result<BTreeSet<ActId>, Failure> {
    let closed: BTreeSet<AttemptId> = store.attempts(None)?.into_iter().filter(|row| row.closed).map(|row| row.id).collect();
    let whole = |exam: &AttemptId| closed.contains(exam) || registry.register.voided.contains_key(exam);
    let ends = registry.register.sittings.values().flat_map(|it| &it.concluded);
    Ok(ends.filter(|end| end.exams.iter().all(whole)).map(|end| end.act.clone()).collect())
}

/// Adds the ends that the desk has, as a sitting's file tells them.
///
/// # Errors
/// `Failure` of the store.
pub fn add_collected(store: &mut dyn Store, told: &Heard) -> Result<(), Failure> {
    let mut heard = kept(store)?;
    let before = heard.collected.len();
    heard.collected.extend(told.collected.iter().cloned());
    if heard.collected.len() == before { Ok(()) } else { keep(store, &heard) }
}

/// The exams of sittings, whose candidates cannot see at the PC what they came to, and those about which staff said something.
fn exams(
    store: &dyn Store,
    registry: &Registry,
    (here, appeals): (&BTreeSet<&LearnerId>, &[Appealed]),
) -> Result<Vec<Exam>, Failure> {
    let register = &registry.register;
    let said =
        register.decided.keys().chain(register.read.keys()).chain(register.observed.keys()).chain(register.regraded.keys());
    let about: BTreeSet<&AttemptId> = said.chain(register.sittings.values().flat_map(|it| it.seated.keys())).collect();
    let mut out = Vec::new();
    for row in store.attempts(None)?.into_iter().filter(|row| here.contains(&row.learner)) {
        let Subject::Licence(id) = &row.subject else { continue };
        let told = if register.voided.contains_key(&row.id) {
            Some((Became::Voided, None))
        } else if about.contains(&row.id) {
            // One that does not read is for `audit` to tell: it keeps nobody's roster back.
            let Ok(case) = registry.exam(store, &row.id) else { continue };
            // One appeals once.
            let until = appeal::until(registry, &case).filter(|_| !appeals.iter().any(|it| it.exam == row.id));
            match case.outcome.map(|it| it.verdict.standing) {
                Some(Standing::Passed) => Some((Became::Passed, until)),
                Some(Standing::Failed) => Some((Became::Failed, until)),
                _ => None,
            }
        } else {
            None
        };
        if let Some((result, appeal_until)) = told {
            out.push(Exam { learner: row.learner, licence: id.as_str().into(), exam: row.id, result, appeal_until });
        }
    }
    Ok(out)
}

/// Keeps what was heard.
///
/// # Errors
/// `Failure` of the store.
pub fn keep(store: &mut dyn Store, heard: &Heard) -> Result<(), Failure> {
    Ok(store.set_setting(HEARD, &serde_json::to_string(heard).expect("our values have string keys"))?)
}

/// What was heard last; nothing where this PC goes by no desk.
///
/// # Errors
/// `Failure` of the store.
pub fn kept(store: &dyn Store) -> Result<Heard, Failure> {
    Ok(store.setting(HEARD)?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Remembers at the desk which acts were not taken.
///
/// # Errors
/// `Failure` of the store.
pub fn refuse(store: &mut dyn Store, acts: impl IntoIterator<Item = ActId>) -> Result<(), Failure> {
    let before = refused(store)?;
    let mut all = before.clone();
    all.extend(acts);
    if all != before {
        store.set_setting(REFUSED, &serde_json::to_string(&all).expect("a list of texts"))?;
    }
    Ok(())
}

fn refused(store: &dyn Store) -> Result<BTreeSet<ActId>, Failure> {
    Ok(store.setting(REFUSED)?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// The acts signed on this PC that the desk did not take.
///
/// # Errors
/// `Failure` of the store.
pub fn not_taken(store: &dyn Store) -> Result<Vec<ActId>, Failure> {
    let heard = kept(store)?;
    if heard.refused.is_empty() {
        return Ok(Vec::new());
    }
    let own = store.ledger()?.into_iter().filter_map(|line| line.what.act().cloned());
    Ok(own.filter(|act| heard.refused.contains(act)).collect())
}

/// One sentence for each licence and exam of a learner of which the desk told something that this PC's own record does not know.
///
/// # Errors
/// `Failure` of the store.
pub fn notices(
    store: &dyn Store,
    learner: &LearnerId,
    library: &Library,
    reader: (&Words, Moment),
) -> Result<Vec<String>, Failure> {
    Ok(said(&kept(store)?, &|whose, _| whose == learner, library, reader))
}

/// The same of one exam, and the licence on it.
///
/// # Errors
/// `Failure` of the store.
pub fn about(store: &dyn Store, exam: &AttemptId, library: &Library, reader: (&Words, Moment)) -> Result<Vec<String>, Failure> {
    Ok(said(&kept(store)?, &|_, on| on == exam, library, reader))
}

fn said(
    heard: &Heard,
    wanted: &dyn Fn(&LearnerId, &AttemptId) -> bool,
    library: &Library,
    (words, now): (&Words, Moment),
) -> Vec<String> {
    let (lang, zone) = (crate::cli::room::lang(library, words), &library.time_zone);
    let title = |id: &LicenceId| library.licences.get(id).map_or_else(|| id.to_string(), |it| it.title.get(&lang).to_owned());
    let day = |at: Moment| at.local(zone).chars().take(10).collect::<String>();
    let licences: Vec<&Licence> = heard.licences.iter().filter(|it| wanted(&it.learner, &it.exam) && it.until >= now).collect();
    let exams =
        heard.exams.iter().filter(|it| wanted(&it.learner, &it.exam) && !licences.iter().any(|licence| licence.exam == it.exam));
    let licence = |it: &&Licence| {
        let (key, until) = match it.state {
            // What has ended by itself since then.
            State::Suspended { ends: Some(ends) } if ends <= now => ("heard-in-force", day(it.until)),
            State::InForce => ("heard-in-force", day(it.until)),
            State::Suspended { ends } => ("heard-suspended", ends.map_or_else(|| "none".to_owned(), |at| last_day(at, zone))),
            State::Revoked => ("heard-revoked", String::new()),
        };
        let args = [("title", title(&it.licence).into()), ("number", it.number.as_str().into()), ("until", until.into())];
        words.with(key, &[&args[..], &[("told", day(heard.at).into())]].concat())
    };
    let exam = |it: &Exam| {
        let appeal = it.appeal_until.filter(|until| now <= *until).map_or_else(|| "none".to_owned(), |until| until.local(zone));
        let args = [("title", title(&it.licence).into()), ("id", short(&it.exam).into()), ("told", day(heard.at).into())];
        words.with(it.result.key(), &[&args[..], &[("appeal", appeal.into())]].concat())
    };
    licences.iter().map(licence).chain(exams.map(exam)).collect()
}
