//! A desk that lost a sitting takes its own file back in: a backup from before the call was put in place of its records, or the papers or
//! their key are gone. The code shows that whoever does it may read them; what the acts say was signed, and is looked at like any file's.

use std::collections::BTreeSet;
use std::path::Path;

use super::bring::SittingFile;
use super::{code, kept, people};
use crate::attempt::act::{Deed, Signed};
use crate::base::id::LearnerId;
use crate::cli::erase;
use crate::cli::failure::Failure;
use crate::cli::room::Call;
use crate::grade::register::Sitting;
use crate::store::{Learner, Store};

/// Those who are called in a file, as they are called there; not whom this store was told to forget.
pub fn called<'f>(file: &'f SittingFile, gone: &BTreeSet<LearnerId>) -> impl Iterator<Item = &'f Learner> {
    file.letter.parcel.learners.iter().filter(|it| !gone.contains(&it.id))
}

/// Takes the desk's own file back in, where anything of it is missing here; whether that was so.
///
/// # Errors
/// `Failure` with exit 5 without the code, or of the store.
pub fn take(
    call: &Call<'_>,
    store: &mut dyn Store,
    (file, sitting): (&SittingFile, &Sitting),
    code: Option<&Path>,
) -> Result<bool, Failure> {
    let here = store.acts()?;
    let of_it = |it: &Deed| matches!(it, Deed::Sitting(at) if at.sitting == file.sitting);
    let lost: Vec<Signed> = file
        .letter
        .parcel
        .acts
        .iter()
        .filter(|it| of_it(&it.act.deed) && !here.iter().any(|known| known.act.id == it.act.id))
        .map(|it| Signed { act: it.act.clone(), signature: it.signature.clone(), beside: it.beside.clone() })
        .collect();
    if lost.is_empty() && kept::opened_here(store, &file.sitting, sitting)?.is_some() {
        return Ok(false);
    }
    let (_, key) = code::opened(call, &file.sealed, (&file.sitting, sitting), code)?;
    kept::keep(store, &file.sitting, &file.sealed)?;
    kept::keep_key(store, &file.sitting, &key)?;
    let gone = erase::forgotten(store)?;
    people::keep(store, &file.sitting, &file.people, called(file, &gone))?;
    let known = store.learners()?;
    let is_new = |it: &&Learner| !gone.contains(&it.id) && !known.iter().any(|known| known.id == it.id);
    let new: Vec<Learner> = file.letter.parcel.learners.iter().filter(is_new).cloned().collect();
    store.enrol(&new, &mut || ())?;
    // Last what was signed: until then nothing has come back, and the file is taken once more.
    for signed in &lost {
        store.act(signed, None)?;
    }
    Ok(true)
}
