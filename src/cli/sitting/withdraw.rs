//! `sitting void SITTING --whole`: a sitting that was called by mistake, or to the wrong time, is withdrawn at the desk that called it, as
//! long as nobody has begun. It stays on record with who did it and why; its candidates may be called again, and PCs hear of it with the
//! next roster. Who was let in at a PC that had not heard of it counts: then the sitting was held.

use super::minutes::VoidSeat;
use super::{begun_alone, find, kept};
use crate::attempt::act::{AtSitting, Deed, Minute, StaffRole};
use crate::base::id::SittingId;
use crate::cli::Outcome;
use crate::cli::failure::{Exit, Failure};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::signer::{reason, signer};
use crate::grade::register::Sitting;
use crate::store::Store;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &VoidSeat) -> Outcome {
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let (id, sitting) = find(&registry, &args.sitting)?;
    may(store.as_ref(), &registry, (id, sitting))?;
    let beside = reason(call.ports, &args.reason)?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    // Somebody may have begun while the passphrase was typed.
    let now = Registry::open(store.as_ref())?;
    may(store.as_ref(), &now, find(&now, id.as_str())?)?;
    let what = Minute::Withdrawn { reason: beside.digest() };
    let deed = Deed::Sitting(AtSitting { sitting: id.clone(), what });
    store.act(&by.sign(call.ports, deed, Some(beside)), None)?;
    call.tell("note-sitting-withdrawn", &[("id", id.short().into()), ("by", by.name.as_str().into())]);
    Ok(Exit::Done)
}

/// Whether it was called here, and nobody has begun.
fn may(store: &dyn Store, registry: &Registry, (id, sitting): (&SittingId, &Sitting)) -> Result<(), Failure> {
    must_stand((id, sitting))?;
    if kept::key(store, id)?.is_none() {
        return Err(Failure::new(Exit::Refused, "fail-withdraw-elsewhere", [("id", id.short())]));
    }
    let mut begun = !sitting.seated.is_empty();
    for learner in &sitting.called.candidates {
        begun = begun || begun_alone(store, registry, id, learner)?.is_some();
    }
    if begun {
        let failure = Failure::new(Exit::Refused, "fail-withdraw-begun", [("id", id.short())]);
        return Err(failure.hint("hint-withdraw-begun", [("id", id.short())]));
    }
    Ok(())
}

/// It was not withdrawn.
///
/// # Errors
/// `Failure` with exit 5.
pub fn must_stand((id, sitting): (&SittingId, &Sitting)) -> Result<(), Failure> {
    match sitting.withdrawn {
        Some(_) => Err(Failure::new(Exit::Refused, "fail-sitting-withdrawn", [("id", id.short())])),
        None => Ok(()),
    }
}
