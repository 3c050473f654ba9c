//! What a PC takes of its desk's roster: its people, who left and who was erased, and what it tells of licences and exams. Whose roster a
//! PC goes by is settled before (`collect`).

use std::collections::{BTreeMap, BTreeSet};

use crate::base::id::LearnerId;
use crate::base::moment::Moment;
use crate::cli::erase;
use crate::cli::failure::Failure;
use crate::cli::heard::{self, Heard};
use crate::store::{Learner, Post, Store};

/// The setting with when the roster was written that this PC goes by.
pub const ROSTER_MADE: &str = "roster-made";

/// What a desk tells beside its ledger, with its roster.
pub struct Word {
    /// When it was written.
    pub made: Moment,
    /// How licences and exams stand there.
    pub heard: Option<Heard>,
    /// Who was erased there.
    pub forgotten: BTreeSet<LearnerId>,
    /// Who left, and since when.
    pub left: BTreeMap<LearnerId, Moment>,
}

impl Word {
    /// Takes it in, with the people of the roster as they are settled here: these.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn take(self, store: &mut dyn Store, sent: &[Learner]) -> Result<Vec<Learner>, Failure> {
        let settled = settled(store, sent)?;
        store.enrol(&settled, &mut || ())?;
        let left = known_to_have_left(store, &self.left)?;
        store.enrol(&left, &mut || ())?;
        store.set_setting(ROSTER_MADE, &self.made.0.to_string())?;
        let already = erase::forgotten(store)?;
        erase::again(store, &self.forgotten.difference(&already).cloned().collect())?;
        heard::keep(store, &self.heard.unwrap_or_default())?;
        Ok(settled)
    }
}

/// People as the desk has them; what each settled here for himself stays.
///
/// # Errors
/// `Failure` of the store.
pub fn settled(store: &dyn Store, sent: &[Learner]) -> Result<Vec<Learner>, Failure> {
    let (here, gone) = (store.learners()?, erase::forgotten(store)?);
    let by_id: BTreeMap<_, _> = here.iter().map(|known| (&known.id, known)).collect();
    let one = |it: &Learner| match by_id.get(&it.id) {
        Some(known) => Learner { language: known.language.clone(), plain: known.plain, ..it.clone() },
        None => it.clone(),
    };
    // Whoever has a number here that the desk gives to another loses it first, also where two were exchanged: the desk knows whose it is.
    let whose: BTreeMap<_, _> = sent.iter().filter_map(|it| Some((it.staff_number.as_ref()?, &it.id))).collect();
    let another_s = |known: &&Learner| {
        let given = known.staff_number.as_ref().and_then(|number| whose.get(number));
        given.is_some_and(|id| **id != known.id)
    };
    let freed = here.iter().filter(another_s).map(|known| Learner { staff_number: None, ..known.clone() });
    let mut all: Vec<Learner> = freed.collect();
    all.extend(sent.iter().filter(|it| !gone.contains(&it.id)).map(one));
    Ok(all)
}

/// Those here of whom it is news that they left the desk's roster.
fn known_to_have_left(store: &dyn Store, left: &BTreeMap<LearnerId, Moment>) -> Result<Vec<Learner>, Failure> {
    let since = |it: &Learner| left.get(&it.id).copied().filter(|at| it.post.left != Some(*at));
    let one = |it: Learner| since(&it).map(|at| Learner { post: Post { left: Some(at), ..it.post }, ..it });
    Ok(store.learners()?.into_iter().filter_map(one).collect())
}
