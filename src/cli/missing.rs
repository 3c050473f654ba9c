//! What is not in the library although the records know it: then the library is missing, not the thing. Keys and courseware lie outside
//! the records; whoever takes a backup to another computer easily leaves them behind.

use super::failure::Failure;
use super::registry::Registry;
use super::room::Call;

/// What says that there is no such course, bank, role-play or licence.
const NOT_THERE: &[&str] = &["fail-no-course", "fail-no-bank", "fail-no-scenario", "fail-no-licence", "fail-which-none"];

/// The failure, with a word about the library where the records know what was asked for.
pub fn told(call: &Call<'_>, failure: Failure) -> Failure {
    let named = failure.what.args.iter().find(|(name, _)| *name == "id").map(|(_, id)| id.clone());
    match named {
        Some(id) if NOT_THERE.contains(&failure.what.key) && is_known(call, &id).unwrap_or(false) => {
            failure.hint("hint-library-missing", [])
        }
        _ => failure,
    }
}

/// Whether somebody tried it, or was given a licence of it.
fn is_known(call: &Call<'_>, id: &str) -> Result<bool, Failure> {
    let store = call.store()?;
    let tried = store.attempts(None)?.iter().any(|row| row.subject.parts().1 == id);
    Ok(tried || Registry::open(store.as_ref())?.register.issued.iter().any(|(_, _, issued)| issued.licence.as_str() == id))
}
