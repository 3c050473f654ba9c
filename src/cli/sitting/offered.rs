//! The sittings and candidates that a menu offers to choose from: only those that the command which is begun can be about.

use super::{find, kept, list};
use crate::base::id::LearnerId;
use crate::cli::failure::Failure;
use crate::cli::registry::Registry;
use crate::cli::room::{Call, lang};

/// Sittings by their ids, the newest first, with the words they are offered by; `command` is `open`, `note`, `reseal` …
///
/// # Errors
/// `Failure` of the store.
pub fn sittings(call: &Call<'_>, command: &str) -> Result<Vec<(String, String)>, Failure> {
    let (store, library, now) = (call.store()?, call.library()?, call.ports.now());
    let (zone, lang) = (library.time_zone.as_str(), lang(&library, &call.words));
    let registry = Registry::open(store.as_ref())?;
    let mut all = Vec::new();
    for (id, sitting) in &registry.register.sittings {
        let fits = match command {
            "open" => sitting.called.until >= now,
            // Only the desk that called has the key of its papers.
            "reseal" => kept::key(store.as_ref(), id)?.is_some(),
            _ => true,
        };
        if fits && !sitting.is_off() {
            all.push((id, &sitting.called));
        }
    }
    all.sort_by_key(|(_, called)| std::cmp::Reverse(called.from));
    let said = all.into_iter().map(|(id, called)| {
        let args = [
            ("title", list::title(&library, &lang, called).into()),
            ("room", called.room.as_str().into()),
            ("when", list::when(called, zone).into()),
            ("id", id.short().into()),
        ];
        (id.to_string(), call.words.with("sitting-offered", &args))
    });
    Ok(said.collect())
}

/// The candidates of a sitting.
///
/// # Errors
/// `Failure` of the store, or where there is no such sitting.
pub fn candidates(call: &Call<'_>, sitting: &str) -> Result<Vec<LearnerId>, Failure> {
    let registry = Registry::open(call.store()?.as_ref())?;
    let (_, sitting) = find(&registry, sitting)?;
    Ok(sitting.called.candidates.to_vec())
}
