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
use crate::cli::issue::LIST;
use crate::cli::paper::{self, Press};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::{Outcome, files};
use crate::credential::claims::Claims;
use crate::report::receipt::{self, About};
use crate::store::{Learner, Store};

/// Prints what is listed; the folder has to be new or empty.
pub fn print(
    call: &mut Call<'_>,
    (store, registry, learners): (&dyn Store, &Registry, &[Learner]),
    mut list: List,
    (press, sheet, dir, group): (&Press, Sheet, &Path, Option<&str>),
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
    let list = receipt_of(call, &read, learners, group)?;
    files::write_new(&dir.join(LIST), list.as_bytes()).map_err(|error| files::unwritten(&dir.join(LIST), &error))?;
    written.push(LIST.to_owned());
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

/// The list on which people sign for what they are handed: who is printed, in the same order.
fn receipt_of(
    call: &Call<'_>,
    read: &[(serde_json::Value, Claims)],
    learners: &[Learner],
    group: Option<&str>,
) -> Result<String, Failure> {
    let of_holder = |claims: &Claims| {
        let known = learners.iter().find(|it| claims.holder.id == it.id).map(Learner::called);
        // A licence that shows no name shows none here either.
        claims.holder.name.shown().map(|name| known.unwrap_or_else(|| name.to_owned())).unwrap_or_default()
    };
    let rows: Vec<_> = read.iter().map(|(_, claims)| (claims.number.to_string(), of_holder(claims))).collect();
    let each = |of: fn(&Claims) -> &str| {
        let mut all: Vec<&str> = Vec::new();
        read.iter().map(|(_, claims)| of(claims)).for_each(|it| {
            if !all.contains(&it) {
                all.push(it);
            }
        });
        all.join(&call.words.get("paper-comma"))
    };
    let (title, organisation) = (each(|it| &it.title), each(|it| &it.issuer.name));
    let day = call.ports.now().local(&call.library()?.time_zone);
    let about = About { title: &title, organisation: &organisation, day: day.get(..10).unwrap_or(&day), group };
    Ok(receipt::page(&about, &rows, &call.words))
}
