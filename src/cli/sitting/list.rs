//! `sitting list`: the sittings that this PC knows of.

use serde_json::json;

use crate::attempt::act::Called;
use crate::base::id::{Lang, SittingId};
use crate::cli::Outcome;
use crate::cli::failure::Exit;
use crate::cli::registry::Registry;
use crate::cli::room::{Call, lang};
use crate::content;
use crate::grade::register::Sitting;
use crate::model::library::Library;

/// Runs the command.
pub fn run(call: &mut Call<'_>) -> Outcome {
    let store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let library = call.load(None).unwrap_or_else(|_| content::load_shipped()).library;
    let (zone, lang) = (library.time_zone.as_str(), lang(&library, &call.words));
    let title = |it: &Sitting| title(&library, &lang, &it.called);
    let all = &registry.register.sittings;
    let own = store.ledger()?;
    let here = |it: &Sitting| it.concluded.iter().any(|end| own.iter().any(|line| line.what.act() == Some(&end.act)));
    if call.json() {
        let one = |(id, it): (&_, &Sitting)| {
            json!({
                "sitting": id, "licence": it.called.licence, "room": it.called.room, "from": it.called.from, "until": it.called.until,
                "called": it.called.candidates.len(), "present": it.present(), "ended": it.concluded.len(),
                "ended_here": here(it), "withdrawn": it.withdrawn.is_some(),
            })
        };
        let all: Vec<_> = all.iter().map(one).collect();
        return call.print_json(&json!(all)).map(|()| Exit::Done);
    }
    if all.is_empty() {
        call.tell("note-no-sittings", &[]);
        return Ok(Exit::Done);
    }
    let words = call.words.clone();
    let state = |it: &Sitting| match it.concluded.len() {
        _ if it.is_off() => words.get("sitting-list-withdrawn"),
        _ if it.withdrawn.is_some() => words.get("sitting-list-withdrawn-late"),
        0 => String::new(),
        _ if here(it) => words.get("sitting-list-here"),
        count => words.with("sitting-list-there", &[("count", count.into())]),
    };
    let row = |(id, it): (&SittingId, &Sitting)| {
        let people = format!("{}/{}", it.present(), it.called.candidates.len());
        vec![id.short().to_owned(), title(it), it.called.room.clone(), when(&it.called, zone), people, state(it)]
    };
    let head = ["id", "licence", "room", "when", "people", "state"].map(|key| words.get(&format!("sitting-head-{key}")));
    let rows: Vec<_> = std::iter::once(head.to_vec()).chain(all.iter().map(row)).collect();
    call.print_rows(&rows)?;
    Ok(Exit::Done)
}

/// What is examined: as the courseware calls it now, else as it was called then.
pub(super) fn title(library: &Library, lang: &Lang, called: &Called) -> String {
    let known = library.licences.get(&called.licence);
    known.map_or_else(|| called.title.clone(), |scheme| scheme.title.get(lang).to_owned())
}

/// From when to when, the day said once.
pub(super) fn when(called: &Called, zone: &str) -> String {
    let (from, until) = (called.from.local(zone), called.until.local(zone));
    let same = called.from.day(zone) == called.until.day(zone);
    let until = if same { until.rsplit(' ').next().unwrap_or(&until).to_owned() } else { until };
    format!("{from}–{until}")
}
