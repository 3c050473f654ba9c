//! Taking one file in: first it is judged, which takes a while and writes nothing; then all that follows from it is written as one, or
//! nothing of it. What became of many files is told by `collect`.

use std::collections::BTreeSet;

use super::desk::{obey, refuses_desk};
use super::judge::{self, Judged};
use super::known::Known;
use super::refused::Refused;
use super::roster::{ROSTER_MADE, Word, settled};
use super::{FAST, doubt};
use crate::base::digest::Digest;
use crate::base::moment::{HOME_ZONE, Moment};
use crate::cli::failure::Failure;
use crate::cli::parcel::Letter;
use crate::cli::{beside, heard};
use crate::store::ledger::gaps;
use crate::store::{Store, StoreError, Taken};

/// Why nothing of a file was written.
pub enum Not {
    /// It does not fit what is here.
    Fits(Refused),
    /// Something failed.
    Works(Failure),
}

impl From<StoreError> for Not {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Forked(_, number) => Self::Fits(Refused::forked(number)),
            other => Self::Works(other.into()),
        }
    }
}

impl From<Failure> for Not {
    fn from(failure: Failure) -> Self {
        Self::Works(failure)
    }
}

/// A file that fits what is here.
pub struct Fit {
    judged: Judged,
    made: Moment,
    /// What a desk tells beside its roster.
    roster: Option<Word>,
}

/// What was taken in of a file.
pub struct Took {
    /// What was new.
    pub taken: Taken,
    /// How many attempts were known already.
    pub known: usize,
    /// What was refused of it.
    pub refused: Vec<Refused>,
    /// The lines that are missing before it.
    pub gaps: Vec<(u64, u64)>,
    /// Whether it was a desk's roster.
    pub roster: bool,
}

/// Judges a file; nothing is written.
///
/// # Errors
/// `Not`.
pub fn fits(store: &dyn Store, here: &Known, letter: Letter, (new_desk, now): (bool, Moment)) -> Result<Fit, Not> {
    if letter.keeps_roster {
        if let Some(refused) = refuses_desk(store, &letter.parcel.from, &letter.name, new_desk)? {
            return Err(Not::Fits(refused));
        }
        let old = store.setting(ROSTER_MADE)?.and_then(|at| at.parse::<i64>().ok()).is_some_and(|at| letter.made.0 < at);
        if old && !new_desk {
            return Err(Not::Fits(Refused::old_roster(&letter.made.local(HOME_ZONE))));
        }
        // Taken in, it would keep all true ones out until then.
        if letter.made > FAST.after(now) {
            return Err(Not::Fits(Refused::future_roster(&letter.made.local(HOME_ZONE))));
        }
    }
    if let Some(refused) = cut_short(store, here, &letter)? {
        return Err(Not::Fits(refused));
    }
    let made = letter.made;
    let word = || Word { made, heard: letter.heard.clone(), forgotten: letter.forgotten.clone(), left: letter.left.clone() };
    let roster = letter.keeps_roster.then(word);
    let judged = judge::judge(store, here, letter)?.map_err(Not::Fits)?;
    Ok(Fit { judged, made, roster })
}

/// Takes in what fits; to be called within what is written together.
///
/// # Errors
/// `Not`; what was written until then is to be undone.
pub fn take(store: &mut dyn Store, here: &mut Known, fit: Fit) -> Result<Took, Not> {
    let Fit { judged, made, roster } = fit;
    let (from, roster, mut people) = (judged.parcel.from.clone(), roster, 0);
    let is_roster = roster.is_some();
    if let Some(word) = roster {
        let before: BTreeSet<_> = store.learners()?.into_iter().map(|it| it.id).collect();
        obey(store, &from)?;
        people = word.take(store, &judged.parcel.learners)?.iter().filter(|it| !before.contains(&it.id)).count();
    } else {
        heard::refuse(store, judged.refused.iter().filter_map(Refused::act))?;
    }
    let taken = store.take(&judged.parcel)?;
    let taken = Taken { learners: taken.learners + people, ..taken };
    doubt::saw(store, &from, made)?;
    if is_roster {
        // It changes who is here, who is not, and who is staff.
        *here = Known::open(store)?;
    } else {
        here.took(store, &judged.parcel, taken)?;
    }
    let known = judged.known + judged.parcel.attempts.len().saturating_sub(taken.attempts + taken.longer);
    Ok(Took { taken, known, refused: judged.refused, gaps: gaps(here.lines(&from)), roster: is_roster })
}

/// Takes in what a desk sent along with a sitting: its ledger, staff, and those candidates who are not known here or of whom it is news.
/// It is no roster: the one taken in before stays. `Some`: why nothing was taken.
///
/// # Errors
/// `Failure` of the store.
pub fn for_sitting(store: &mut dyn Store, letter: Letter, new_desk: bool) -> Result<Option<Refused>, Failure> {
    if let Some(refused) = refuses_desk(store, &letter.parcel.from, &letter.name, new_desk)? {
        return Ok(Some(refused));
    }
    let old = store.setting(ROSTER_MADE)?.and_then(|at| at.parse::<i64>().ok()).is_some_and(|at| letter.made.0 < at);
    let mut judged = match judge::judge(store, &Known::open(store)?, letter)? {
        Ok(judged) => judged,
        Err(refused) => return Ok(Some(refused)),
    };
    judged.parcel.assigned = None;
    if let Some(refused) = judged.refused.into_iter().next() {
        return Ok(Some(refused));
    }
    if old {
        // The roster that came after it knows better who is here.
        judged.parcel.learners.clear();
    }
    let taken = beside::together(store, |store| {
        obey(store, &judged.parcel.from)?;
        let settled = settled(store, &judged.parcel.learners)?;
        store.enrol(&settled, &mut || ())?;
        Ok(store.take(&judged.parcel)?)
    });
    match taken {
        Ok(_) => Ok(None),
        Err(Not::Fits(refused)) => Ok(Some(refused)),
        Err(Not::Works(failure)) => Err(failure),
    }
}

/// A file written later than all before of that PC, whose ledger has fewer lines than came before.
fn cut_short(store: &dyn Store, here: &Known, letter: &Letter) -> Result<Option<Refused>, Failure> {
    if letter.keeps_roster {
        return Ok(None);
    }
    let Some((before, now)) = doubt::shortened(store, here.lines(&letter.parcel.from), &letter.parcel, letter.made)? else {
        return Ok(None);
    };
    Ok(Some(match letter.restored.as_ref().filter(|it| it.lines < before as u64) {
        Some(restored) => Refused::restored(restored, false).seen(Digest::of(restored)),
        None => Refused::shorter(before, now).seen(Digest::of(&letter.parcel.lines.last())),
    }))
}
