//! `licences` on a PC that goes by a desk: none are issued there. The desk keeps them; here is what it told of those of the person at
//! the keyboard, and nobody else's: PCs are shared.

use serde_json::json;

use crate::base::moment::Moment;
use crate::cli::Outcome;
use crate::cli::args::Licences as Args;
use crate::cli::failure::{Exit, Failure};
use crate::cli::heard::{self, Licence};
use crate::cli::lifecycle::last_day;
use crate::cli::room::{Call, lang};
use crate::grade::register::Taken;
use crate::model::library::Library;
use crate::store::Store;

/// Lists what the desk told.
pub fn list(call: &mut Call<'_>, store: &dyn Store, library: &Library, args: &Args) -> Outcome {
    let asks_more = args.out.is_some() || args.eligible.is_some() || args.on.is_some() || args.impact.is_some();
    if asks_more || args.group.is_some() || args.expiring.is_some() {
        return Err(Failure::new(Exit::Refused, "fail-licences-at-desk", []).hint("hint-signed-at-desk", []));
    }
    let (now, heard) = (call.ports.now(), heard::kept(store)?);
    let learner = call.learner(store)?;
    let wanted = |it: &&Licence| args.number.as_ref().is_none_or(|number| it.number.as_str() == number.trim());
    let all: Vec<&Licence> = heard.licences.iter().filter(|it| it.learner == learner.id).filter(wanted).collect();
    if call.json() {
        let one = |it: &&Licence| {
            json!({ "number": it.number, "licence": it.licence, "learner": it.learner, "name": learner.name, "until": it.until,
                    "state": state(it, now), "attempt": it.exam, "told": heard.at })
        };
        call.print_json(&all.iter().map(one).collect())?;
        return Ok(Exit::Done);
    }
    let told = heard.at.local(&library.time_zone).chars().take(10).collect::<String>();
    if all.is_empty() {
        call.tell("note-licences-none-told", &[("name", learner.called().into())]);
        return Ok(Exit::Done);
    }
    let words = call.words.clone();
    let (zone, lang) = (&library.time_zone, lang(library, &call.words));
    let mut rows =
        vec![["head-number", "head-name", "head-licence", "head-until", "head-state"].map(|key| words.get(key)).to_vec()];
    for it in all {
        let title = library.licences.get(&it.licence).map_or_else(|| it.licence.to_string(), |s| s.title.get(&lang).to_owned());
        let said = match it.state.taken(now) {
            Some(Taken::Suspended { until: Some(until) }) => {
                words.with("licence-suspended-until", &[("until", last_day(until, zone).into())])
            }
            _ => words.get(&format!("licence-{}", state(it, now))),
        };
        let until = it.until.local(zone).chars().take(10).collect();
        rows.push(vec![it.number.to_string(), learner.called(), title, until, said]);
    }
    call.print_rows(&rows)?;
    call.tell("note-licences-told", &[("told", told.into())]);
    Ok(Exit::Done)
}

/// How it stands: its name in JSON and in keys of words.
fn state(it: &Licence, now: Moment) -> &'static str {
    match it.state.taken(now) {
        Some(Taken::Revoked) => "revoked",
        _ if it.until < now => "expired",
        Some(Taken::Suspended { .. }) => "suspended",
        None => "valid",
    }
}
