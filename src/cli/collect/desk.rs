//! Whose roster this PC goes by: that of one desk; and whether it is the desk itself.

use std::collections::BTreeSet;

use super::Refused;
use crate::attempt::act::{Deed, Signed};
use crate::base::id::Did;
use crate::cli::consent::consent;
use crate::cli::failure::Failure;
use crate::cli::parcel::{DESK, KEEPS};
use crate::cli::room::Call;
use crate::store::Store;

/// A PC takes the roster of one desk: the first of which it takes anything, until it is told otherwise.
///
/// # Errors
/// `Failure` of the store.
pub fn obey(store: &mut dyn Store, desk: &Did) -> Result<(), Failure> {
    if store.setting(DESK)?.as_deref() != Some(desk.as_str()) {
        store.set_setting(DESK, desk.as_str())?;
    }
    Ok(())
}

/// Why this PC takes no roster of that desk; nothing is written.
///
/// # Errors
/// `Failure` of the store.
pub fn refuses_desk(store: &dyn Store, from: &Did, name: &str, new_desk: bool) -> Result<Option<Refused>, Failure> {
    Ok(match store.setting(DESK)? {
        Some(desk) if desk == from.as_str() || new_desk => None,
        Some(_) => Some(Refused::other_desk(name)),
        // A PC's roster must not take the place of the desk's by a slip of the hand.
        None if !new_desk && keeps_roster(store)? => Some(Refused::own_desk(name)),
        None => None,
    })
}

/// Where this PC is the desk, it is asked before another one takes its place.
///
/// # Errors
/// `Failure` where the answer is no, or nobody can be asked.
pub fn dethroned(call: &Call<'_>, store: &dyn Store, (new_desk, yes): (bool, bool)) -> Result<(), Failure> {
    let reigns = new_desk && store.setting(DESK)?.is_none() && keeps_roster(store)?;
    if reigns { consent(call, "new-desk", &[], yes) } else { Ok(()) }
}

/// Whether the roster is kept here: it was sent from here, or staff were appointed here.
///
/// # Errors
/// `Failure` of the store.
pub fn keeps_roster(store: &dyn Store) -> Result<bool, Failure> {
    let own: BTreeSet<_> = store.ledger()?.into_iter().filter_map(|line| line.what.act().cloned()).collect();
    let appoints = |it: &Signed| own.contains(&it.act.id) && matches!(it.act.deed, Deed::Appointed { .. });
    Ok(store.setting(KEEPS)?.is_some() || store.acts()?.iter().any(appoints))
}
