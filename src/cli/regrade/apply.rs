//! `regrade --against today --apply`: what rises is recorded by a signed act for each exam, with the content it rests on; with `--lower`
//! what falls as well, where no licence rests on it. Applied twice changes nothing.

use std::collections::BTreeSet;

use serde_json::json;

use super::today::{Case, Compared, Today};
use super::told::{Told, change};
use crate::attempt::act::{Deed, Regraded, StaffRole};
use crate::cli::Outcome;
use crate::cli::args::Regrade as Args;
use crate::cli::decide::another;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::short;
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::signer::{Signer, reason, signer};
use crate::grade::regrade::falls;
use crate::model::frozen::Frozen;
use crate::store::{AttemptRow, Store};

/// Records it.
///
/// # Errors
/// `Failure` where nobody may, or what it rests on changed meanwhile.
pub fn run(
    call: &mut Call<'_>,
    store: &mut dyn Store,
    (today, rows): (&Today<'_>, &[AttemptRow]),
    (args, Compared { cases, erased }): (&Args, Compared),
) -> Outcome {
    let why = args.reason.clone().unwrap_or_default();
    let _ = reason(call.ports, &why)?;
    let wanted = |cases: &[Case]| -> Vec<_> {
        cases.iter().filter_map(|it| Some((it.attempt().clone(), it.applied(args.lower)?.swaps.clone()))).collect()
    };
    let before = wanted(&cases);
    if before.is_empty() {
        call.tell("note-regrade-nothing", &[]);
        return told((call, store), &[], (args.lower, licensed(&cases, args.lower), erased));
    }
    let registry = Registry::open(store)?;
    let acting = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    let chosen: BTreeSet<_> = before.iter().map(|(attempt, _)| attempt).collect();
    for case in cases.iter().filter(|case| chosen.contains(case.attempt())) {
        another(&acting, store, &case.before)?;
    }
    // Typing a passphrase takes time: what was marked, voided or issued meanwhile counts.
    let Compared { cases, erased } = today.cases(store, &Registry::open(store)?, rows, &mut || {})?;
    if wanted(&cases) != before {
        return Err(Failure::new(Exit::Refused, "fail-regrade-changed", []));
    }
    let mut done = Vec::new();
    for case in &cases {
        if record(call, store, case, (args, &acting))? {
            done.push(case);
        }
    }
    told((call, store), &done, (args.lower, licensed(&cases, args.lower), erased))
}

/// How many exams keep their marks because a licence rests on them, and for no other reason.
fn licensed(cases: &[Case], lower: bool) -> usize {
    let moves = |it: &Case| if lower { it.today.is_some() } else { it.rising.is_some() };
    cases.iter().filter(|it| it.licence.is_some() && moves(it)).count()
}

/// Records one; whether there was anything to record.
fn record(call: &Call<'_>, store: &mut dyn Store, case: &Case, (args, acting): (&Args, &Signer)) -> Result<bool, Failure> {
    let Some((remarked, (_, closed))) = case.applied(args.lower).zip(case.before.closed) else { return Ok(false) };
    let contents: Vec<_> = remarked.contents.iter().map(Frozen::sealed).collect();
    store.keep(&contents)?;
    let beside = reason(call.ports, args.reason.as_deref().unwrap_or_default())?;
    // What was lowered before stays so, until it is as it was sat.
    let lowers = case.lowered || case.before.kept.grade().is_some_and(|was| falls(was, &remarked.grade));
    let deed = Deed::Regraded(Box::new(Regraded {
        attempt: case.attempt().clone(),
        closed,
        swaps: remarked.swaps.clone(),
        grade: remarked.grade.clone(),
        lowers,
        reason: beside.digest(),
    }));
    let act = acting.sign(call.ports, deed, Some(beside));
    store.act(&act, None)?;
    Ok(true)
}

/// Says what was recorded, and what was left because a licence rests on it.
fn told((call, store): (&mut Call<'_>, &dyn Store), done: &[&Case], (lower, licensed, erased): (bool, usize, usize)) -> Outcome {
    let words = call.words.clone();
    if call.json() {
        let all: Vec<_> = done.iter().map(|case| change(case, lower, &words)).collect();
        call.print_json(&json!({ "recorded": all, "licensed": licensed, "erased": erased }))?;
        return Ok(Exit::Done);
    }
    let known: BTreeSet<_> = store.learners()?.into_iter().map(|it| it.id).collect();
    for case in done {
        let said = Told { words: &words, case, lower }.standing();
        // Whose data were erased is told nothing any more.
        let told = if known.contains(&case.before.kept.activity.plan.learner) { "yes" } else { "no" };
        call.tell("note-regraded", &[("id", short(case.attempt()).into()), ("said", said.into()), ("told", told.into())]);
    }
    if licensed > 0 {
        call.tell("note-regrade-licensed", &[("count", licensed.into())]);
    }
    if erased > 0 {
        call.tell("regrade-erased", &[("count", erased.into())]);
    }
    Ok(Exit::Done)
}
