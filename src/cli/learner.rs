//! `learner add|import|list|show|edit|export|erase`: people who learn.

use serde_json::json;

use super::Outcome;
use super::allow;
use super::args::{Learner as Args, LearnerAdd, LearnerList, LearnerShow};
use super::enrol;
use super::erase;
use super::failure::Exit;
use super::held;
use super::progress;
use super::recall::past;
use super::registry::Registry;
use super::room::{Call, lang};
use super::roster::{enrol, find_learner};
use crate::base::moment::HOME_ZONE;
use crate::store::Learner;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    match args {
        Args::Add(args) => add(call, args),
        Args::List(args) => list(call, args),
        Args::Show(args) => show(call, args),
        Args::Import(args) => enrol::run(call, args),
        Args::Edit(args) => allow::run(call, args),
        Args::Export(args) => held::run(call, args),
        Args::Erase(args) => erase::run(call, args),
    }
}

fn as_json(learner: &Learner) -> serde_json::Value {
    json!({
        "id": learner.id, "name": learner.name, "staff_number": learner.staff_number, "created": learner.created,
        "groups": learner.post.groups, "role": learner.post.role, "left": learner.post.left,
    })
}

fn add(call: &mut Call<'_>, args: &LearnerAdd) -> Outcome {
    let mut store = call.store()?;
    let learner = enrol(store.as_mut(), call.ports, &args.name, args.staff_number.as_deref())?;
    if call.json() {
        call.print_json(&as_json(&learner))?;
    } else {
        call.tell("note-enrolled", &[("name", learner.name.as_str().into())]);
    }
    if store.learners()?.iter().any(|other| other.id != learner.id && other.name == learner.name) {
        call.tell("note-same-name", &[("name", learner.name.as_str().into()), ("id", learner.id.short().into())]);
    }
    Ok(Exit::Done)
}

fn list(call: &mut Call<'_>, args: &LearnerList) -> Outcome {
    let store = call.store()?;
    let mut all = store.learners()?;
    let roster = all.len();
    if let Some(group) = &args.group {
        all.retain(|learner| learner.post.groups.contains(group.trim()));
    }
    all.retain(|learner| learner.post.left.is_some() == args.left);
    if call.json() {
        let allowed = Registry::open(store.as_ref())?.register.allowed;
        let one = |learner: &Learner| {
            let mut out = as_json(learner);
            if let Some(allowance) = allowed.get(&learner.id) {
                out["allowance"] = json!(allowance);
            }
            out
        };
        let all: Vec<_> = all.iter().map(one).collect();
        call.print_json(&json!(all))?;
        return Ok(Exit::Done);
    }
    if all.is_empty() {
        call.tell(if roster == 0 { "note-no-learners" } else { "note-nobody-listed" }, &[]);
        return Ok(Exit::Done);
    }
    let head = ["head-id", "head-name", "head-staff-number", "head-groups", "head-post", "head-attempts", "head-last"];
    let mut rows = vec![head.map(|key| call.words.get(key)).to_vec()];
    let library = call.library()?;
    let lang = lang(&library, &call.words);
    for learner in &all {
        let attempts: Vec<_> = store.attempts(Some(&learner.id))?.into_iter().filter(|row| row.subject.is_tried()).collect();
        let last = attempts.first().map_or_else(String::new, |a| a.last.local(HOME_ZONE));
        let number = learner.staff_number.clone().unwrap_or_default();
        let groups = learner.post.groups.iter().map(String::as_str).collect::<Vec<_>>().join(&call.words.get("swap-comma"));
        let post = learner.post.role.as_deref().map_or_else(String::new, |id| {
            let title = library.roles.iter().find(|(role, _)| role.as_str() == id).map(|(_, title)| title.get(&lang).to_owned());
            title.unwrap_or_else(|| id.to_owned())
        });
        let id = learner.id.short().to_owned();
        rows.push(vec![id, learner.name.clone(), number, groups, post, attempts.len().to_string(), last]);
    }
    // Where nobody is in a group, or has a post, nobody misses the column.
    for column in [4, 3] {
        if rows.iter().skip(1).all(|row| row[column].is_empty()) {
            rows.iter_mut().for_each(|row| drop(row.remove(column)));
        }
    }
    call.print_rows(&rows)?;
    Ok(Exit::Done)
}

fn show(call: &mut Call<'_>, args: &LearnerShow) -> Outcome {
    let store = call.store()?;
    let learner = find_learner(store.as_ref(), &args.learner)?;
    let library = call.library()?;
    let history = past(store.as_ref(), &learner)?;
    if let Some(allowance) = allow::allowance(store.as_ref(), &learner.id)? {
        let what = allow::said(&call.words, allowance);
        call.tell("note-is-allowed", &[("name", learner.called().into()), ("what", what.into())]);
    }
    progress::print(call, &library, &learner, &history)
}
