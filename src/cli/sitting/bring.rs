//! A sitting's file: what the exam PC needs of the desk (candidates, staff, what candidates are allowed, the call itself) and the sealed
//! paper, all of it signed by the desk's store; and the call by a member of staff. `new` and `reseal` write it, `open` takes it in.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::people::{self, Salts};
use super::{back, desk, kept};
use crate::attempt::act::Deed;
use crate::base::id::{LearnerId, SittingId};
use crate::cli::collect;
use crate::cli::erase;
use crate::cli::failure::{Exit, Failure};
use crate::cli::parcel::{self, DESK, Kind, Letter};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::{heard, restore, send};
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
    /// What the digests of its candidates' names and numbers were made with; empty before these were signed.
    #[serde(default, skip_serializing_if = "Salts::is_empty")]
    pub people: Salts,
}

/// What came of a file.
pub enum Came {
    /// It was taken in, once or again.
    In(SittingId),
    /// The desk that wrote it had lost what is in it, and has it back.
    Back(SittingId),
}

/// Takes a sitting's file in, once or again.
///
/// # Errors
/// `Failure` that says why it is not taken.
pub fn bring(
    call: &Call<'_>,
    store: &mut dyn Store,
    path: &Path,
    (new_desk, code): (bool, Option<&Path>),
) -> Result<Came, Failure> {
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
    // A desk whose records are older than its own key has another one by now; its staff are the same.
    let own = from == me || (!new_desk && store.setting(DESK)?.is_none() && collect::keeps_roster(store)?);
    let sitting = people::signed(&store.acts()?, &file);
    if (!own || sitting.is_none())
        && from != me
        && let Some(why) = collect::refuses_desk(store, &from, &file.letter.name, new_desk)?
    {
        return Err(refused(&why));
    }
    let Some(sitting) = sitting else { return Err(altered()) };
    if own {
        if back::take(call, store, (&file, &sitting), code)? {
            return Ok(Came::Back(file.sitting));
        }
    } else {
        desk::obeyed(call, store, (&from, &file.letter.name), new_desk)?;
        let gone = erase::forgotten(store)?;
        people::keep(store, &file.sitting, &file.people, back::called(&file, &gone))?;
        let told = file.letter.heard.clone().unwrap_or_default();
        if let Some(why) = collect::for_sitting(store, file.letter, new_desk)? {
            return Err(refused(&why));
        }
        heard::add_collected(store, &told)?;
    }
    let registry = Registry::open(store)?;
    let Some(sitting) = registry.register.sittings.get(&file.sitting) else { return Err(altered()) };
    let Some(sealing) = sitting.sealing(&file.sealed.digest()) else { return Err(altered()) };
    // Of two files of one sitting the newer stays, whichever comes first; at the desk that called to it, the one it has the key of.
    let here = kept::sealing(store, &file.sitting, sitting)?;
    match here {
        Some(here) if here > sealing || kept::key(store, &file.sitting)?.is_some() => {}
        _ => kept::keep(store, &file.sitting, &file.sealed)?,
    }
    Ok(Came::In(file.sitting))
}

/// Which sitting a file is of; `None` where it is no file of one.
pub fn named_in(path: &Path) -> Option<SittingId> {
    let there = path.is_file().then(|| parcel::unpacked::<SittingFile>(Kind::Sitting, path).ok());
    there.flatten().map(|(_, file)| file.sitting)
}

/// The bytes of the file for these candidates, with everything that was signed by now.
///
/// # Errors
/// `Failure` of the store.
pub fn written(
    call: &Call<'_>,
    store: &mut dyn Store,
    (sitting, sealed): (&SittingId, &Sealed),
    candidates: &[LearnerId],
) -> Result<Vec<u8>, Failure> {
    let key = parcel::key(store, call.ports)?;
    let mut roster = send::roster(store, &key.did())?;
    roster.learners.retain(|it| candidates.contains(&it.id));
    roster.assigned = None;
    // Why there is another code goes along: without it the desk could not take its own file back in.
    let whole = store.acts()?;
    for done in &mut roster.acts {
        if matches!(&done.act.deed, Deed::Sitting(it) if it.sitting == *sitting) {
            done.beside = whole.iter().find(|it| it.act.id == done.act.id).and_then(|it| it.beside.clone());
        }
    }
    let name = parcel::name(store, call.ports, &key.did())?;
    let letter = Letter {
        name,
        made: call.ports.now(),
        keeps_roster: true,
        forgotten: Default::default(),
        left: Default::default(),
        heard: Some(heard::of_sittings(store)?),
        restored: restore::put_back(store)?,
        parcel: roster,
    };
    let people = people::salts(store, sitting)?;
    let file = SittingFile { sitting: sitting.clone(), letter, sealed: sealed.clone(), people };
    Ok(parcel::packed(Kind::Sitting, &file, &key))
}
