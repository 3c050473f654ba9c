//! `appeal list`: what there is to decide, with the days left, what is overdue first; then what is upheld and waits for an act.

use serde_json::json;

use super::{Appeal, all};
use crate::base::moment::Moment;
use crate::cli::Outcome;
use crate::cli::args::AppealList as Args;
use crate::cli::failure::Exit;
use crate::cli::recall::short;
use crate::cli::registry::Registry;
use crate::cli::room::{Call, lang};
use crate::locale::Words;

/// A day, in milliseconds.
const DAY: i64 = 86_400_000;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let (library, store) = (call.library()?, call.store()?);
    let registry = Registry::open(store.as_ref())?;
    let now = call.ports.now();
    let mut appeals = all(store.as_ref(), &registry, None)?;
    appeals.retain(|it| !args.open || it.hearing.is_none() || it.waits);
    appeals.sort_by_key(|it| (it.hearing.is_some(), !it.waits, it.due));
    if call.json() {
        let one = |it: &Appeal| {
            json!({
                "receipt": it.receipt().to_string(), "exam": it.exam, "licence": it.licence, "learner": it.learner,
                "opened": it.at, "due": it.due, "overdue": it.is_overdue(now),
                "upheld": it.hearing.as_ref().map(|hearing| hearing.heard.upheld),
                "decided": it.hearing.as_ref().map(|hearing| hearing.at), "waits": it.waits,
                "followed": it.remedy.as_ref().map(|remedy| json!({ "what": remedy.what.name(), "at": remedy.at })),
            })
        };
        call.print_json(&appeals.iter().map(one).collect())?;
        return Ok(Exit::Done);
    }
    if appeals.is_empty() {
        call.tell("note-no-appeals", &[]);
        return Ok(Exit::Done);
    }
    let words = call.words.clone();
    let (learners, lang) = (store.learners()?, lang(&library, &words));
    let head = ["appeal-head-receipt", "head-name", "head-licence", "appeal-head-exam", "head-state"].map(|key| words.get(key));
    let mut rows = vec![head.to_vec()];
    for it in &appeals {
        let name = learners.iter().find(|learner| learner.id == it.learner).map_or_else(|| "–".to_owned(), |it| it.name.clone());
        let id = it.licence.as_deref().unwrap_or("–");
        let title = library.licences.get(&id.into()).map_or_else(|| id.to_owned(), |it| it.title.get(&lang).to_owned());
        rows.push(vec![it.receipt().to_string(), name, title, short(&it.exam), state(it, &words, now)]);
    }
    call.print_rows(&rows)?;
    if let Some(first) = appeals.iter().find(|it| it.waits) {
        call.tell("note-appeal-waits", &[("receipt", first.receipt().to_string().into())]);
    }
    Ok(Exit::Done)
}

/// How an appeal stands: decided, or how long there is left.
pub fn state(appeal: &Appeal, words: &Words, now: Moment) -> String {
    let left = appeal.due.0.saturating_sub(now.0);
    match &appeal.hearing {
        Some(_) if appeal.waits => words.get("appeal-upheld-waits"),
        Some(hearing) if hearing.heard.upheld => match &appeal.remedy {
            Some(remedy) => {
                words.with("appeal-upheld-done", &[("what", words.get(&format!("appeal-did-{}", remedy.what.name())).into())])
            }
            None => words.get("appeal-upheld"),
        },
        Some(_) => words.get("appeal-dismissed"),
        None if left < 0 => words.with("appeal-overdue", &[("days", ((-left) / DAY + 1).into())]),
        None => words.with("appeal-left", &[("days", (left / DAY).into())]),
    }
}
