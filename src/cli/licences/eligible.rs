//! `licences --eligible`: who may be licensed now and is not, with the command that does it. Asked of the same place that `issue` asks;
//! what only the whole ground shows (the library of the exam, the names), `issue` says.

use serde_json::json;

use crate::cli::again::quoted;
use crate::cli::failure::{Exit, Failure};
use crate::cli::issue::{Basis, basis, entitled};
use crate::cli::registry::Registry;
use crate::cli::room::{Call, lang};
use crate::cli::{Outcome, issue};
use crate::model::library::Library;
use crate::model::licence::Scheme;
use crate::store::{Learner, Store};

/// Somebody who may be licensed.
struct May<'a> {
    learner: &'a Learner,
    scheme: &'a Scheme,
    /// `issue`, `fulfil` or `renew`.
    how: &'static str,
}

/// Lists them, in the order of the roster.
pub fn list(
    call: &mut Call<'_>,
    store: &dyn Store,
    registry: &Registry,
    (library, schemes, learners): (&Library, &[&Scheme], &[&Learner]),
) -> Outcome {
    let now = call.ports.now();
    let mut all = Vec::new();
    for learner in learners {
        for scheme in schemes {
            let asked = |renew| issue::Asked { store, library, learner, scheme, title: "", renew, now };
            let how = match found(&asked(false), registry)?.map(|basis| matches!(basis, Basis::Exam)) {
                Some(true) => "issue",
                Some(false) => "fulfil",
                None if found(&asked(true), registry)?.is_some() => "renew",
                None => continue,
            };
            all.push(May { learner, scheme, how });
        }
    }
    if call.json() {
        let one =
            |it: &May<'_>| json!({ "learner": it.learner.id, "name": it.learner.name, "licence": it.scheme.id, "may": it.how });
        call.print_json(&all.iter().map(one).collect())?;
        return Ok(Exit::Done);
    }
    if all.is_empty() {
        call.tell("note-none-eligible", &[]);
        return Ok(Exit::Done);
    }
    let lang = lang(library, &call.words);
    let mut rows = vec![["head-name", "head-licence", "head-may", "head-command"].map(|key| call.words.get(key)).to_vec()];
    for May { learner, scheme, how } in &all {
        let command = if *how == "renew" { "renew" } else { "issue" };
        let who = learner.staff_number.as_ref().unwrap_or(&learner.name);
        let typed = call.words.typed(&format!("onduty {command} {} {}", quoted(who), scheme.id));
        rows.push(vec![learner.called(), scheme.title.get(&lang).to_owned(), call.words.get(&format!("may-{how}")), typed]);
    }
    call.print_rows(&rows)?;
    Ok(Exit::Done)
}

/// What it would rest on; `None` where it is refused.
fn found(asked: &issue::Asked<'_>, registry: &Registry) -> Result<Option<Basis>, Failure> {
    match basis::find(asked, registry) {
        Ok((case, Basis::Exam)) => {
            // Who sat it has to have been entitled then: `issue` asks the same.
            let ready = entitled::readiness(asked, &entitled::then(asked.store, registry, &case)?, &case)?;
            let may = ready.all.may_sit() && case.closed.is_some_and(|(at, _)| at <= asked.now);
            Ok(may.then_some(Basis::Exam))
        }
        Ok((_, basis)) => Ok(Some(basis)),
        Err(failure) if failure.exit == Exit::Refused => Ok(None),
        Err(failure) => Err(failure),
    }
}
