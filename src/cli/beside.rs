//! What lies beside the record in a setting of its own, as JSON. No line of the ledger seals it; but where it cannot be read any more,
//! that is told, and it is never taken for nothing: it would be written over, and what hangs on it forgotten.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::failure::Failure;
use crate::store::{Flaw, Store, StoreError};

/// Reads it; nothing was kept yet: nothing.
///
/// # Errors
/// `Failure` of the store; damaged where it cannot be read.
pub fn read<T: DeserializeOwned + Default>(store: &dyn Store, key: &str) -> Result<T, Failure> {
    match store.setting(key)? {
        None => Ok(T::default()),
        Some(text) => serde_json::from_str(&text).map_err(|_| Failure::flawed(&Flaw::Setting(key.to_owned()))),
    }
}

/// Writes all that is written in `write` or nothing of it, while nobody else writes (`Store::together`). Where `write` fails, that is told
/// and nothing is written.
///
/// # Errors
/// Of the store, and what `write` fails with.
pub fn together<T, E: From<StoreError>>(
    store: &mut dyn Store,
    write: impl FnOnce(&mut dyn Store) -> Result<T, E>,
) -> Result<T, E> {
    let (mut write, mut done) = (Some(write), None);
    store.together(&mut |store| {
        done = write.take().map(|write| write(store));
        matches!(done, Some(Ok(_)))
    })?;
    done.expect("a store that says nothing went wrong has asked")
}

/// Changes it: read and written back as one.
///
/// # Errors
/// As `read` and `write`.
pub fn change<T: Serialize + DeserializeOwned + Default + PartialEq + Clone>(
    store: &mut dyn Store,
    key: &str,
    change: impl FnOnce(&mut T),
) -> Result<(), Failure> {
    together(store, |store| {
        let before: T = read(store, key)?;
        let mut it = before.clone();
        change(&mut it);
        if it == before { Ok(()) } else { write(store, key, &it) }
    })
}

/// Writes it.
///
/// # Errors
/// `Failure` of the store.
pub fn write<T: Serialize>(store: &mut dyn Store, key: &str, it: &T) -> Result<(), Failure> {
    Ok(store.set_setting(key, &serde_json::to_string(it).expect("our values have string keys"))?)
}
