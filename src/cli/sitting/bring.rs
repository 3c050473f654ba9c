//! A sitting's file: what the exam PC needs of the desk (candidates, staff, what candidates are allowed, the call itself) and the sealed
//! paper, all of it signed by the desk's store; and the call by a member of staff.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::kept;
use crate::base::id::SittingId;
use crate::cli::collect;
use crate::cli::failure::{Exit, Failure};
use crate::cli::parcel::{self, Kind, Letter};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::credential::sealing::Sealed;
use crate::store::Store;

/// What is in the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SittingFile {
    /// Which sitting.
    pub sitting: SittingId,
    /// What the PC needs of the desk.
    pub letter: Letter,
    /// The paper.
    pub sealed: Sealed,
}

/// Takes a sitting's file in, once or again.
///
/// # Errors
/// `Failure` that says why it is not taken.
pub fn bring(call: &Call<'_>, store: &mut dyn Store, path: &Path, new_desk: bool) -> Result<SittingId, Failure> {
    let name = path.display().to_string();
    let refused = |why: &collect::Refused| {
        Failure::new(Exit::Refused, "fail-sitting-file", [("path", &name)]).because(why.said(&call.words))
    };
    let (from, file): (_, SittingFile) =
        parcel::unpacked(Kind::Sitting, path).map_err(|why| refused(&collect::Refused::of(&why)))?;
    let altered = || refused(&collect::Refused::of(&parcel::NoParcel::Altered));
    if file.letter.parcel.from != from || !file.letter.keeps_roster {
        return Err(altered());
    }
    let me = parcel::key(store, call.ports)?.did();
    if from != me
        && let Some(why) = collect::for_sitting(store, file.letter, new_desk)?
    {
        return Err(refused(&why));
    }
    let registry = Registry::open(store)?;
    let called = registry.register.sittings.get(&file.sitting).is_some_and(|it| it.called.sealed == file.sealed.digest());
    if !called {
        return Err(altered());
    }
    kept::keep(store, &file.sitting, &file.sealed)?;
    Ok(file.sitting)
}
