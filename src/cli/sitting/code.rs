//! The code of a sitting, asked for on an exam PC, and what it opens.

use std::path::Path;

use super::kept::Paper;
use crate::base::id::SittingId;
use crate::cli::failure::{Exit, Failure};
use crate::cli::files;
use crate::cli::room::Call;
use crate::cli::signer::typed_code;
use crate::credential::sealing::{Code, DIGITS, SealKey, Sealed};
use crate::grade::register::Sitting;
use crate::terminal::secret::Secret;

/// What the code opens. Whoever types may be wrong twice.
///
/// # Errors
/// `Failure` with exit 5 for a wrong code.
pub fn paper(call: &Call<'_>, sealed: &Sealed, sitting: (&SittingId, &Sitting), file: Option<&Path>) -> Result<Paper, Failure> {
    opened(call, sealed, sitting, file).map(|(paper, _)| paper)
}

/// The same, with the key that opens it without the code.
///
/// # Errors
/// As `paper`.
pub fn opened(
    call: &Call<'_>,
    sealed: &Sealed,
    (id, sitting): (&SittingId, &Sitting),
    file: Option<&Path>,
) -> Result<(Paper, SealKey), Failure> {
    // Where there is a newer code, whoever has the old one is told which is wanted.
    let (here, newest) = (sitting.sealing(&sealed.digest()).unwrap_or_default(), sitting.resealed.len());
    let hint = match here {
        _ if here < newest => "hint-newer-file",
        0 => "hint-lost-code",
        _ => "hint-new-code",
    };
    let wrong = || Failure::new(Exit::Refused, "fail-sitting-code", [("id", id.short())]).hint(hint, [("id", id.short())]);
    let read = |secret: &Secret| {
        let key = sealed.key(&Code::typed(secret.expose())?)?;
        Some((Paper::read(sealed, &key, id)?, key))
    };
    if let Some(file) = file {
        let name = file.display().to_string();
        let text = files::text(file, 1024).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
        let secret = Secret::of_file(&text);
        if Code::typed(secret.expose()).is_none() {
            return Err(Failure::new(Exit::Refused, "fail-code-shape", [("path", &*name), ("digits", &DIGITS.to_string())]));
        }
        return read(&secret).ok_or_else(wrong);
    }
    let first = if here > 0 { "ask-sitting-new-code" } else { "ask-sitting-code" };
    for key in [first, "ask-sitting-code-again", "ask-sitting-code-again"] {
        let label = call.words.with(key, &[("id", id.short().into())]);
        if let Some(opened) = read(&typed_code(call.ports, &call.words, &label, "hint-code-file")?) {
            return Ok(opened);
        }
    }
    Err(wrong())
}
