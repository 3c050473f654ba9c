//! `verify FILE…`: whether licence files are good. Opens no store: whoever is shown a licence can run it.
#![allow(clippy::disallowed_methods, reason = "reads the files that arguments name")]

use std::io::Read as _;
use std::path::Path;

use super::Outcome;
use super::args::Verify as Args;
use super::failure::{Exit, Failure};
use super::room::Call;
use crate::credential::json::MOST_BYTES;
use crate::credential::trust::Trust;
use crate::credential::verify::verify;
use crate::report::verification;

/// The list of trusted issuers that is used where none is named: beside the store.
const TRUST: &str = "trust.toml";

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let trust = trust(call, args.trust.as_deref())?;
    let (now, zone) = (call.ports.now(), call.library()?.time_zone);
    let (mut all, mut texts, mut good) = (Vec::new(), Vec::new(), true);
    for path in &args.file {
        let name = path.display().to_string();
        let bytes = read(path).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
        let report = verify(&bytes, trust.as_ref(), now, args.holder.as_deref());
        good &= verification::is_good(report.conclusion);
        let checked = verification::Checked { report: &report, file: &name, zone: &zone };
        if call.json() {
            all.push(verification::json(&checked, &call.words));
        } else {
            texts.push(call.report_look(None).painted(&verification::blocks(&checked, &call.words), &call.words));
        }
    }
    if call.json() {
        call.print_json(&serde_json::json!(all))?;
    } else {
        call.print(&texts.join("\n"))?;
    }
    Ok(if good { Exit::Done } else { Exit::NotPassed })
}

/// The trusted issuers: a file that is named has to be there and right.
fn trust(call: &Call<'_>, named: Option<&Path>) -> Result<Option<Trust>, Failure> {
    let usual = call.ports.data.as_ref().map(|data| data.join(TRUST)).filter(|path| path.is_file());
    let Some(path) = named.map(Path::to_owned).or(usual) else { return Ok(None) };
    let name = path.display().to_string();
    let bytes = read(&path).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
    let text = String::from_utf8(bytes).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
    Trust::read(&text).map(Some).map_err(|troubles| {
        let said = verification::trust_troubles(&troubles, &call.words).join(" ");
        Failure::new(Exit::Content, "fail-trust", [("path", &name)]).because(said)
    })
}

/// At most so many bytes as are ever looked at, and one more, so that more is seen to be more.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
