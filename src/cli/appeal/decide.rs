//! `appeal decide`: said by an examiner who had no hand in the exam, with a reason that reaches the candidate. What follows from an appeal
//! that is upheld is done by acts of its own: a decision, another exam, marks under a key that was put right.

use super::remedy::{self, Fit};
use super::{Appeal, find};
use crate::attempt::act::{Deed, Heard, StaffRole};
use crate::cli::Outcome;
use crate::cli::args::AppealDecide as Args;
use crate::cli::decide::another;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::short;
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::signer::{reason, signer};
use crate::locale::Value;
use crate::store::Store;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let appeal = find(store.as_ref(), &registry, &args.receipt)?;
    undecided(&appeal)?;
    let beside = reason(call.ports, &args.reason)?;
    let acting = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    let apart = |registry: &Registry| match registry.register.had_a_hand(&acting.staff, &appeal.exam) {
        true => Err(Failure::new(Exit::Refused, "fail-appeal-hand", [("name", &acting.name)]).hint("hint-appeal-hand", [])),
        false => Ok(()),
    };
    apart(&registry)?;
    another(&acting, store.as_ref(), &registry.exam(store.as_ref(), &appeal.exam)?)?;
    // Typing a passphrase takes time: what somebody else decided or did about the exam meanwhile counts.
    let now = Registry::open(store.as_ref())?;
    undecided(&find(store.as_ref(), &now, &args.receipt)?)?;
    apart(&now)?;
    let deed = Deed::Heard(Box::new(Heard {
        appeal: appeal.id.clone(),
        opened: appeal.opened,
        exam: appeal.exam.clone(),
        learner: appeal.learner.clone(),
        upheld: args.uphold,
        reason: beside.digest(),
    }));
    let act = acting.sign(call.ports, deed, Some(beside));
    store.act(&act, None)?;
    let receipt = appeal.receipt().to_string();
    let fit = if args.uphold { fit(call, store.as_ref(), &appeal)? } else { None };
    if call.json() {
        call.print_json(&serde_json::json!({ "receipt": receipt, "upheld": args.uphold, "fits": fit.map(Fit::name) }))?;
        return Ok(Exit::Done);
    }
    let key = if args.uphold { "note-appeal-upheld" } else { "note-appeal-dismissed" };
    call.tell(key, &[("receipt", receipt.into()), ("name", acting.name.as_str().into())]);
    if let Some(fit) = fit {
        call.tell(&format!("appeal-fit-{}", fit.name()), &gaps(&appeal));
    }
    Ok(Exit::Done)
}

/// Which act fits, where none came yet. The decision is signed: a library that does not load takes nothing from it.
fn fit(call: &Call<'_>, store: &dyn Store, appeal: &Appeal) -> Result<Option<Fit>, Failure> {
    let registry = Registry::open(store)?;
    if remedy::of(&registry, appeal).is_some() {
        return Ok(None);
    }
    match call.library() {
        Ok(library) => Fit::of(store, &registry, (&library, appeal)),
        Err(_) => Ok(None),
    }
}

/// What the sentences about a fitting act name.
pub(super) fn gaps(appeal: &Appeal) -> [(&'static str, Value<'static>); 2] {
    [("id", short(&appeal.exam).into()), ("licence", appeal.licence.clone().unwrap_or_default().into())]
}

fn undecided(appeal: &Appeal) -> Result<(), Failure> {
    match appeal.hearing {
        Some(_) => Err(Failure::new(Exit::Refused, "fail-appeal-decided", [("receipt", &appeal.receipt().to_string())])),
        None => Ok(()),
    }
}
