//! `licences --sheet cards|a4 --out DIR`: licences that were issued before, printed together: those that are listed and hold, in roster
//! order. They are no copies of a lost one, so nothing is marked; `--copy` marks them.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use super::listed::List;
use super::{proven, unproven};
use crate::base::id::LearnerId;
use crate::cli::args::Sheet;
use crate::cli::failure::{Exit, Failure};
use crate::cli::paper::{self, Press};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::{Outcome, files};
use crate::credential::claims::Claims;
use crate::store::{Learner, Store};

/// Prints what is listed; the folder has to be new or empty.
pub fn print(
    call: &mut Call<'_>,
    (store, registry, learners): (&dyn Store, &Registry, &[Learner]),
    mut list: List,
    (press, sheet, dir): (&Press, Sheet, &Path),
) -> Outcome {
    let name = dir.display().to_string();
    list = list.only(|row| row.state.holds());
    if list.rows.is_empty() {
        return Err(Failure::new(Exit::Refused, "fail-nothing-to-print", []).hint("hint-licences", []));
    }
    if !files::is_empty_or_new(dir).map_err(|error| files::unwritten(dir, &error))? {
        return Err(Failure::new(Exit::Refused, "fail-batch-folder", [("path", &name)]));
    }
    let places: BTreeMap<&LearnerId, usize> = learners.iter().enumerate().map(|(place, it)| (&it.id, place)).collect();
    list.rows.sort_by_cached_key(|row| (places.get(&row.issued.learner).copied(), row.issued.number.clone()));
    let mut read = Vec::new();
    for row in &list.rows {
        let number = &row.issued.number;
        let kept = store.credential(number)?.ok_or_else(|| unproven(number))?;
        let document = proven(registry, &row.issued, &kept).ok_or_else(|| unproven(number))?;
        let claims = Claims::read(&document).map_err(|_| unproven(number))?;
        read.push((document, claims));
    }
    let (drawn, undrawn) = paper::sheets(call, press, &read, sheet == Sheet::Cards)?;
    files::make_folder(dir).map_err(|error| files::unwritten(dir, &error))?;
    let mut written = Vec::new();
    for (file, bytes) in drawn {
        let path = dir.join(&file);
        files::write_new(&path, &bytes).map_err(|error| files::unwritten(&path, &error))?;
        written.push(file);
    }
    for it in &undrawn {
        let why = it.why.what.said(&call.words);
        call.tell("note-sheet-undrawn", &[("number", it.number.as_str().into()), ("why", why.into())]);
    }
    let count = read.len() - undrawn.len();
    if call.json() {
        call.print_json(&json!({ "folder": name, "licences": count, "files": written }))?;
    } else {
        let written = written.join(&call.words.get("paper-comma"));
        call.tell("note-sheets", &[("count", count.into()), ("path", name.into()), ("files", written.into())]);
    }
    Ok(if undrawn.is_empty() { Exit::Done } else { Exit::NotPassed })
}
