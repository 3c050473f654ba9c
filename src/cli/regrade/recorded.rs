//! Everything marked again under the content it was sat with: nothing may change. Where it does, something kept was altered.

use serde_json::json;

use super::account;
use crate::attempt::event::Body;
use crate::attempt::plan::Subject;
use crate::base::id::AttemptId;
use crate::cli::Outcome;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::Books;
use crate::cli::registry::Registry;
use crate::cli::retention;
use crate::cli::room::Call;
use crate::locale::Words;
use crate::model::page::{Block, Item, Mark};
use crate::store::{AttemptRow, Store};

/// What came of it.
#[derive(Default)]
pub struct Found {
    /// Attempts that came to the same.
    pub same: usize,
    /// Those that cannot be worked out: words were erased.
    pub erased: usize,
    /// Those that did not come to the same, and how.
    pub other: Vec<(AttemptId, Failure)>,
}

/// How it did not come to the same.
pub fn why(failure: &Failure, words: &Words) -> String {
    failure.cause.as_ref().map_or_else(|| failure.what.said(words), |cause| cause.said(words))
}

/// Marks them, and says what came of it.
///
/// # Errors
/// `Failure` of the store.
pub fn run(call: &mut Call<'_>, store: &dyn Store, (rows, file): (&[AttemptRow], Option<account::File<'_>>)) -> Outcome {
    let (books, registry) = (Books::open(store)?, Registry::open(store)?);
    let mut found = Found::default();
    let mut bar = call.busy("busy-regrade", rows.len());
    for row in rows {
        let read = match row.subject {
            Subject::Licence(_) => registry.exam(store, &row.id).map(|case| case.kept),
            _ => books.recall(store, &row.id),
        };
        match read {
            Ok(kept) if kept.recomputed => found.same += 1,
            Ok(_) => found.erased += 1,
            Err(failure) if failure.what.key != "fail-damaged" => return Err(failure),
            Err(_) if is_erased(store, row)? => found.erased += 1,
            Err(failure) => found.other.push((row.id.clone(), failure)),
        }
        bar.step();
    }
    drop(bar);
    match file {
        Some(file) => account::recorded(call, &found, file)?,
        None => tell(call, &found)?,
    }
    Ok(if found.other.is_empty() { Exit::Done } else { Exit::NotPassed })
}

/// Whether words that were typed in it are gone as they may be: those that somebody took out were not erased.
fn is_erased(store: &dyn Store, row: &AttemptRow) -> Result<bool, Failure> {
    // What does not read at all was altered, not erased.
    let Ok(events) = store.events(&row.id) else { return Ok(false) };
    match events.first().map(|first| &first.event.body) {
        Some(Body::Started { plan }) => retention::forgotten(store, plan, &events),
        _ => Ok(false),
    }
}

fn tell(call: &mut Call<'_>, found: &Found) -> Result<(), Failure> {
    let words = call.words.clone();
    let why = |failure: &Failure| why(failure, &words);
    if call.json() {
        let other: Vec<_> = found.other.iter().map(|(id, it)| json!({ "attempt": id, "said": why(it) })).collect();
        let value = json!({ "against": "recorded", "same": found.same, "erased": found.erased, "other": other });
        return call.print_json(&value);
    }
    let count = [("count", found.same.into())];
    let mut out = vec![match found.other.len() {
        0 if found.same == 0 && found.erased > 0 => Block::Outcome(Mark::Dash, words.get("regrade-none-known")),
        0 => Block::Outcome(Mark::Right, words.with("regrade-same", &count)),
        n => Block::Outcome(Mark::Wrong, words.with("regrade-other", &[("count", n.into())])),
    }];
    let other = found.other.iter().map(|(_, failure)| Item::marked(Mark::Wrong, why(failure)));
    let erased = (found.erased > 0).then(|| {
        let said = words.with("regrade-erased", &[("count", found.erased.into())]);
        Item::marked(Mark::Dash, said)
    });
    let items: Vec<Item> = other.chain(erased).collect();
    if !items.is_empty() {
        out.push(Block::Items(items));
    }
    if !found.other.is_empty() {
        out.push(Block::Text(words.get("regrade-other-next")));
    }
    let text = call.report_look(None).painted(&out, &words);
    call.print(&text)
}
