//! What lies beside the record in a setting of its own, as JSON. No line of the ledger seals it; but where it cannot be read any more,
//! that is told, and it is never taken for nothing: it would be written over, and what hangs on it forgotten.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::failure::Failure;
use crate::store::{Flaw, Store};

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

/// Writes it.
///
/// # Errors
/// `Failure` of the store.
pub fn write<T: Serialize>(store: &mut dyn Store, key: &str, it: &T) -> Result<(), Failure> {
    Ok(store.set_setting(key, &serde_json::to_string(it).expect("our values have string keys"))?)
}
