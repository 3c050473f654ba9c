//! `verify FILE…`: whether licence files are good. Opens no store: whoever is shown a licence can run it.

use std::path::Path;

use super::args::Verify as Args;
use super::cause::Cause;
use super::failure::{Exit, Failure};
use super::room::Call;
use super::{Outcome, files, status};
use crate::content;
use crate::credential::bake::MOST_BYTES;
use crate::credential::trust::Trust;
use crate::credential::verify::verify_with;
use crate::report::verification;

/// The list of trusted issuers that is used where none is named: beside the store.
const TRUST: &str = "trust.toml";

/// Runs the command. A file that cannot be read is told in its place; the others keep their verdicts.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let trust = trust(call, args.trust.as_deref())?;
    let lists = status::at_hand(call, &args.status);
    let now = call.ports.now();
    // Only for its time zone: a library that is not there keeps nobody from checking.
    let zone = call.load(None).unwrap_or_else(|_| content::load_shipped()).library.time_zone;
    let (mut all, mut texts, mut end) = (Vec::new(), Vec::new(), Exit::Done);
    for path in &args.file {
        let name = path.display().to_string();
        let (json, blocks, good) = match read(path) {
            Ok(bytes) => {
                let report = verify_with(&bytes, trust.as_ref(), now, args.holder.as_deref(), &lists);
                let checked = verification::Checked { report: &report, file: &name, zone: &zone };
                let good = if verification::is_good(report.conclusion) { Exit::Done } else { Exit::NotPassed };
                (verification::json(&checked, &call.words), verification::blocks(&checked, &call.words), good)
            }
            Err(error) => {
                let why = Cause::from(error).said(&call.words);
                let (json, blocks) = verification::not_read(&name, &why, &call.words);
                (json, blocks, Exit::Store)
            }
        };
        if good as u8 > end as u8 {
            end = good;
        }
        all.push(json);
        texts.push(call.report_look(None).painted(&blocks, &call.words));
    }
    if call.json() {
        call.print_json(&serde_json::json!(all))?;
    } else {
        call.print(&texts.join("\n"))?;
    }
    Ok(end)
}

/// At most so many bytes as are ever looked at, and one more, so that more is seen to be more.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    files::start_of(path, MOST_BYTES as u64 + 1)
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
