//! Whether there is anything that an entry of the manager's menu could be about; where there is not, what has to come first, and where
//! that is known, who is next and when.

use super::{about, known, offered};
use crate::cli::failure::{Exit, Failure};
use crate::cli::room::Call;
use crate::cli::sitting;

/// Why an entry comes to nothing now; `None` where it is about something.
///
/// # Errors
/// `Failure` of the store.
pub fn none(call: &Call<'_>, line: &[&str]) -> Result<Option<Failure>, Failure> {
    let failure = || Failure::new(Exit::Refused, "fail-manager-none", [("what", &about(call, line))]);
    let (is_empty, hint) = match line {
        ["issue"] => (offered::who_may(call, "issue")?.is_empty(), "hint-manager-issue"),
        ["renew"] if offered::who_may(call, "renew")?.is_empty() => return Ok(Some(renewal(call, failure())?)),
        ["suspend" | "revoke"] => (offered::numbers(call, line[0])?.is_empty(), "hint-manager-valid"),
        ["reinstate"] => (offered::numbers(call, line[0])?.is_empty(), "hint-manager-suspended"),
        ["fulfil"] => (offered::numbers(call, line[0])?.is_empty(), "hint-manager-provisional"),
        ["decide"] => (offered::undecided(call)?.is_empty(), "hint-manager-borderline"),
        ["void"] => (known::exams(call)?.is_empty(), "hint-manager-exams"),
        ["regrade", ..] => (known::closed(call)?.is_empty(), "hint-manager-exams"),
        ["appeal", "inspect" | "decide"] => (known::appeals(call, line[1] == "decide")?.is_empty(), "hint-manager-appeals"),
        ["sitting", "new"] => (known::supervised(call)?.is_empty(), "hint-supervised"),
        ["sitting", "note" | "extend" | "void" | "close" | "reseal"] => {
            (sitting::sittings(call, line[1])?.is_empty(), "hint-manager-sittings")
        }
        ["assign"] | ["group", ..] => (offered::groups(call)?.is_empty(), "hint-manager-groups"),
        _ => (false, ""),
    };
    Ok(is_empty.then(|| failure().hint(hint, [])))
}

/// Whose licence is the next in time to be renewed.
fn renewal(call: &Call<'_>, failure: Failure) -> Result<Failure, Failure> {
    Ok(match offered::next_due(call)? {
        Some((said, from)) => failure.hint("hint-manager-renew-next", [("licence", &said), ("from", &from)]),
        None => failure.hint("hint-manager-renew-none", []),
    })
}
