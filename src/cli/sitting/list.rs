//! `sitting list`: the sittings that this PC knows of.

use serde_json::json;

use crate::cli::Outcome;
use crate::cli::failure::Exit;
use crate::cli::registry::Registry;
use crate::cli::room::{Call, lang};
use crate::content;
use crate::grade::register::Sitting;
use crate::terminal::table::columns;

/// Runs the command.
pub fn run(call: &mut Call<'_>) -> Outcome {
    let store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let library = call.load(None).unwrap_or_else(|_| content::load_shipped()).library;
    let (zone, lang) = (library.time_zone.as_str(), lang(&library, &call.words));
    let title = |it: &Sitting| {
        let known = library.licences.get(&it.called.licence);
        known.map_or_else(|| it.called.title.clone(), |scheme| scheme.title.get(&lang).to_owned())
    };
    let all = &registry.register.sittings;
    if call.json() {
        let one = |(id, it): (&_, &Sitting)| {
            json!({
                "sitting": id, "licence": it.called.licence, "room": it.called.room, "from": it.called.from, "until": it.called.until,
                "called": it.called.candidates.len(), "present": it.present(), "ended": it.concluded.len(),
            })
        };
        let all: Vec<_> = all.iter().map(one).collect();
        return call.print_json(&json!(all)).map(|()| Exit::Done);
    }
    if all.is_empty() {
        call.tell("note-no-sittings", &[]);
        return Ok(Exit::Done);
    }
    let head = ["id", "licence", "room", "from", "until", "called", "present"];
    let mut rows = vec![head.map(|key| call.words.get(&format!("sitting-head-{key}"))).to_vec()];
    for (id, it) in all {
        let (from, until) = (it.called.from.local(zone), it.called.until.local(zone));
        let (called, present) = (it.called.candidates.len().to_string(), it.present().to_string());
        rows.push(vec![id.short().to_owned(), title(it), it.called.room.clone(), from, until, called, present]);
    }
    let text = columns(&rows, call.report_look(None).width());
    call.print(&text)?;
    Ok(Exit::Done)
}
