//! `licences`: what was issued, newest first; and the file of one of them once more, for who lost it.

use std::path::Path;

use serde_json::json;

use super::args::Licences as Args;
use super::failure::{Exit, Failure};
use super::registry::Registry;
use super::room::Call;
use super::{Outcome, issue};
use crate::base::id::LicenceNumber;
use crate::credential::claims;
use crate::store::Store;
use crate::terminal::table::columns;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let (library, store) = (call.library()?, call.store()?);
    let registry = Registry::open(store.as_ref())?;
    let wanted = args.number.as_deref().map(LicenceNumber::from);
    if let Some(number) = &wanted
        && !registry.register.issued.iter().any(|(_, _, i)| i.number == *number)
    {
        return Err(Failure::usage("fail-no-such-licence", [("number", number.as_str())]).hint("hint-licences", []));
    }
    if let (Some(number), Some(out)) = (&wanted, &args.out) {
        write(store.as_ref(), number, out)?;
        call.tell("note-written", &[("path", out.display().to_string().into())]);
        return Ok(Exit::Done);
    }
    let learners = store.learners()?;
    let now = call.ports.now();
    let zone = &library.time_zone;
    let name = |id| learners.iter().find(|l| l.id == id).map_or_else(|| "–".to_owned(), |l| l.name.clone());
    let state = |until| if now < issue::ends(until) { "valid" } else { "expired" };
    let all: Vec<_> =
        registry.register.issued.iter().rev().filter(|(_, _, i)| wanted.as_ref().is_none_or(|n| i.number == *n)).collect();
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

/// The file as it was issued, from the store.
fn write(store: &dyn Store, number: &LicenceNumber, out: &Path) -> Result<(), Failure> {
    issue::must_be_new(out)?;
    let erased = || Failure::new(Exit::Refused, "fail-licence-erased", [("number", number.as_str())]);
    let kept = store.credential(number)?.ok_or_else(erased)?;
    let document = serde_json::from_str(&kept).map_err(|e| Failure::damaged(number).because(e))?;
    issue::write(out, &claims::text(&document), number)
}
