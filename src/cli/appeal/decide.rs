//! `appeal decide`: said by an examiner who had no hand in the exam, with a reason that reaches the candidate. What follows from an appeal
//! that is upheld is done by acts of its own: a decision, another exam, marks under a key that was put right.

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
    if call.json() {
        call.print_json(&serde_json::json!({ "receipt": receipt, "upheld": args.uphold }))?;
        return Ok(Exit::Done);
    }
    let key = if args.uphold { "note-appeal-upheld" } else { "note-appeal-dismissed" };
    call.tell(key, &[("receipt", receipt.into()), ("name", acting.name.as_str().into())]);
    if args.uphold {
        call.tell("note-appeal-remedies", &[("id", short(&appeal.exam).into())]);
    }
    Ok(Exit::Done)
}

fn undecided(appeal: &Appeal) -> Result<(), Failure> {
    match appeal.hearing {
        Some(_) => Err(Failure::new(Exit::Refused, "fail-appeal-decided", [("receipt", &appeal.receipt().to_string())])),
        None => Ok(()),
    }
}
