//! Who is who in a sitting. The call binds each candidate's id to name and staff number by a salted digest, so that nobody can put one
//! candidate's number to another's exam on the way to the exam PC. The salts go along in the sitting's file and are kept beside the record
//! with the names of then (`roll`).

use std::collections::BTreeMap;

use super::bring::SittingFile;
use crate::attempt::act::Signed;
use crate::base::digest::Digest;
use crate::base::id::{LearnerId, SittingId};
use crate::cli::failure::{Exit, Failure};
use crate::cli::ports::Ports;
use crate::cli::roll::{self, Name, Roll};
use crate::credential::acts;
use crate::grade::register::{Register, Sitting};
use crate::store::parcel::Done;
use crate::store::{Learner, Store};

/// The salts of a sitting's candidates.
pub type Salts = BTreeMap<LearnerId, String>;

/// A salt for each of these.
pub fn drawn<'l>(ports: &Ports, candidates: impl IntoIterator<Item = &'l LearnerId>) -> Salts {
    candidates.into_iter().map(|it| (it.clone(), ports.salt())).collect()
}

/// Keeps what these people are called in a sitting, each with the salt.
///
/// # Errors
/// `Failure` of the store.
pub fn keep<'l>(
    store: &mut dyn Store,
    sitting: &SittingId,
    salts: &Salts,
    called: impl IntoIterator<Item = &'l Learner>,
) -> Result<(), Failure> {
    Roll::change(store, |roll| {
        for learner in called {
            if let Some(salt) = salts.get(&learner.id) {
                roll.add(sitting.as_str(), &learner.id, salt, Some(Name::of(learner)));
            }
        }
    })
}

/// The salts of a sitting that are kept here.
///
/// # Errors
/// `Failure` of the store.
pub fn salts(store: &dyn Store, sitting: &SittingId) -> Result<Salts, Failure> {
    Ok(Roll::read(store)?.salts(sitting.as_str()))
}

/// Forgets whose id a person's was.
///
/// # Errors
/// `Failure` of the store.
pub fn forget(store: &mut dyn Store, learner: &LearnerId) -> Result<(), Failure> {
    Roll::change(store, |roll| {
        roll.forget(learner);
    })
}

/// What is signed of somebody's name and number; `None` without a salt.
pub fn digest(salts: &Salts, learner: &Learner) -> Option<Digest> {
    Some(roll::digest(salts.get(&learner.id)?, learner))
}

/// What is signed of all of these.
pub fn bound<'l>(salts: &Salts, learners: impl IntoIterator<Item = &'l Learner>) -> BTreeMap<LearnerId, Digest> {
    learners.into_iter().filter_map(|it| Some((it.id.clone(), digest(salts, it)?))).collect()
}

/// What an admission says of a candidate, who has to be called here as the call says; `None` where the call is older than that.
///
/// # Errors
/// `Failure` with exit 5 where the candidate is called otherwise here.
pub fn themselves(sitting: &Sitting, salts: &Salts, learner: &Learner) -> Result<Option<Digest>, Failure> {
    if !sitting.binds_people() {
        return Ok(None);
    }
    let person = digest(salts, learner).filter(|it| sitting.is_called_so(&learner.id, it));
    person.map(Some).ok_or_else(|| {
        Failure::new(Exit::Refused, "fail-other-person", [("name", &learner.called())]).hint("hint-other-person", [])
    })
}

/// The sitting of a file as it will stand once the file is taken in: with what was signed here and there, its papers among what was signed,
/// and its candidates called as was signed. `None`: somebody changed the file. Looked at before anything is taken in.
pub fn signed(here: &[Signed], file: &SittingFile) -> Option<Sitting> {
    let one = |it: &Done| Signed { act: it.act.clone(), signature: it.signature.clone(), beside: it.beside.clone() };
    let sent: Vec<Signed> = file.letter.parcel.acts.iter().map(one).collect();
    if !sent.iter().all(|it| acts::verify(&it.act.digest(), &it.act.key, &it.signature)) {
        return None;
    }
    let new = sent.iter().filter(|it| !here.iter().any(|known| known.act.id == it.act.id));
    let sitting = Register::of(here.iter().chain(new)).sittings.remove(&file.sitting)?;
    let called = |it: &&Learner| sitting.called.candidates.contains(&it.id);
    let mut candidates = file.letter.parcel.learners.iter().filter(called);
    let fits =
        sitting.sealing(&file.sealed.digest()).is_some() && candidates.all(|it| themselves(&sitting, &file.people, it).is_ok());
    fits.then_some(sitting)
}
