//! `licences`: what was issued, newest first.

use serde_json::json;

use super::Outcome;
use super::failure::Exit;
use super::registry::Registry;
use super::room::Call;
use crate::terminal::table::columns;

/// Runs the command.
pub fn run(call: &mut Call<'_>) -> Outcome {
    let (library, store) = (call.library()?, call.store()?);
    let registry = Registry::open(store.as_ref())?;
    let learners = store.learners()?;
    let now = call.ports.now();
    let zone = &library.time_zone;
    let name = |id| learners.iter().find(|l| l.id == id).map_or_else(|| "–".to_owned(), |l| l.name.clone());
    let state = |until| if until < now { "expired" } else { "valid" };
    let all: Vec<_> = registry.register.issued.iter().rev().collect();
    if call.json() {
        let all: Vec<_> = all
            .iter()
            .map(|(at, by, i)| {
                json!({ "number": i.number, "licence": i.licence, "learner": i.learner, "name": name(i.learner.clone()), "from": i.from,
                    "until": i.until, "state": state(i.until), "issued": at, "by": registry.name(by), "attempt": i.attempt })
            })
            .collect();
        call.print_json(&json!(all))?;
        return Ok(Exit::Done);
    }
    if all.is_empty() {
        call.tell("note-no-licences", &[]);
        return Ok(Exit::Done);
    }
    let head = ["head-number", "head-name", "head-licence", "head-until", "head-state"].map(|key| call.words.get(key));
    let mut rows = vec![head.to_vec()];
    let lang = super::room::lang(&library, &call.words);
    for (_, _, i) in all {
        let title = library.licences.get(&i.licence).map_or_else(|| i.licence.to_string(), |s| s.title.get(&lang).to_owned());
        let state = call.words.get(&format!("licence-{}", state(i.until)));
        let until = i.until.local(zone).chars().take(10).collect();
        rows.push(vec![i.number.to_string(), name(i.learner.clone()), title, until, state]);
    }
    let text = columns(&rows, call.report_look(None).width());
    call.print(&text)?;
    Ok(Exit::Done)
}
