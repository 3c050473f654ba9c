//! What only the exact chances show to be wrong with a licence scheme. `cli/check` turns these into findings.

use num_traits::{One as _, Zero as _};

use super::spread::{Ability, Big, big};
use super::{Trouble, exam, mean_sem_at_mark};
use crate::base::points::{Exact, Points};
use crate::model::library::Library;
use crate::model::licence::Scheme;

/// Something wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A blind guesser passes with at least this chance, which is above what the scheme allows.
    Guessed {
        /// The chance, or the least that it can be.
        chance: Big,
        /// What is allowed.
        most: Points,
    },
    /// The borderline band is narrower than the measurement error at the mark of the mean form, both in points of a hundred.
    Narrow {
        /// The band.
        band: u8,
        /// The error.
        error: Exact,
    },
    /// Even who knows everything passes with this chance only.
    CannotPass(Big),
    /// Who answers nothing passes.
    CannotFail,
    /// The chances cannot be worked out: too many different marks.
    TooFine,
}

/// All faults of a scheme. What is said of its role-plays and draws elsewhere (they cannot be walked, they come short) is not said
/// again; where stations count, passing in all is no matter of chance and is not looked at.
pub fn faults(scheme: &Scheme, library: &Library) -> Vec<Fault> {
    let looks = [guessed, narrow, cannot_pass];
    let mut out: Vec<Fault> = Vec::new();
    for found in looks.iter().map(|look| look(scheme, library)) {
        match found {
            Ok(fault) => out.extend(fault),
            Err(Trouble::TooFine) if !out.contains(&Fault::TooFine) => out.push(Fault::TooFine),
            Err(_) => {}
        }
    }
    out.extend(cannot_fail(scheme).then_some(Fault::CannotFail));
    out
}

fn guessed(scheme: &Scheme, library: &Library) -> Result<Option<Fault>, Trouble> {
    let Some(most) = scheme.result.guess_at_most else { return Ok(None) };
    let Some(chance) = exam(scheme, library, Ability::BLIND)?.pass else { return Ok(None) };
    let allowed = big(most.exact());
    if chance.most > allowed && chance.least <= allowed {
        return Err(Trouble::TooFine);
    }
    Ok((chance.least > allowed).then_some(Fault::Guessed { chance: chance.least, most }))
}

/// A band of 0 is none: the scheme does not claim to have one.
fn narrow(scheme: &Scheme, library: &Library) -> Result<Option<Fault>, Trouble> {
    let band = scheme.result.borderline;
    if band == 0 {
        return Ok(None);
    }
    let error = mean_sem_at_mark(scheme, library)?.points;
    Ok((Exact::new(band.into(), 1) < error).then_some(Fault::Narrow { band, error }))
}

fn cannot_pass(scheme: &Scheme, library: &Library) -> Result<Option<Fault>, Trouble> {
    let chance = exam(scheme, library, Ability::SURE)?.pass;
    Ok(chance.filter(|chance| !chance.most.is_one()).map(|chance| Fault::CannotPass(chance.most)))
}

/// All marks are 0. Stations have to be observed all the same, and may have critical steps.
fn cannot_fail(scheme: &Scheme) -> bool {
    let least = [scheme.theory.as_ref().map(|t| t.pass), scheme.practice.as_ref().map(|p| p.pass), Some(scheme.result.pass)];
    !scheme.has_stations() && least.into_iter().flatten().all(|mark| mark.is_zero())
}
