//! What one issuer proposed and another has to confirm: which there is to choose from, and who may be the second person. Who proposed a
//! thing is not offered to confirm it; refusing it, or taking it back, is open to every issuer.

use super::offered::{Offered, name};
use crate::attempt::act::StaffRole;
use crate::base::id::{ActId, is_meant};
use crate::cli::failure::{Between, Exit, Failure};
use crate::cli::lifecycle::confirm::{others, what};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::signer::at_hand;
use crate::grade::register::Waiting;
use crate::store::Learner;

/// Everything that waits, the oldest first, in words: what, which licence, whose, by whom.
///
/// # Errors
/// `Failure` of the store.
pub fn proposals(call: &Call<'_>) -> Result<Offered, Failure> {
    let store = call.store()?;
    let (registry, people) = (Registry::open(store.as_ref())?, store.learners()?);
    let said = |it: &Waiting| {
        let args = [
            ("what", call.words.get(&format!("act-{}", what(&it.deed))).into()),
            ("number", it.number().map(ToString::to_string).unwrap_or_default().into()),
            ("name", it.learner().map(|id| name(&people, id)).unwrap_or_default().into()),
            ("by", registry.name(&it.by).into()),
        ];
        (it.act.to_string(), call.words.with("manager-proposal", &args))
    };
    Ok(registry.register.waiting.iter().map(said).collect())
}

/// Who of those whose keys lie here may confirm a proposal.
///
/// # Errors
/// `Failure` with exit 5 that says who may, where nobody here may; or of the store.
pub fn seconds(call: &Call<'_>, act: &str) -> Result<Offered, Failure> {
    let (store, library) = (call.store()?, call.library()?);
    let (registry, people) = (Registry::open(store.as_ref())?, store.learners()?);
    let fits = |it: &&Waiting| is_meant(it.act.as_str(), act);
    let Some(waiting) = registry.register.waiting.iter().find(fits) else { return Ok(Vec::new()) };
    let learner = waiting.learner().and_then(|id| people.iter().find(|it| it.id == *id));
    let may = others(&registry, &library, waiting, learner.map_or("", |it: &Learner| it.name.as_str()));
    let here = at_hand(call.ports, &registry, StaffRole::Issuer).into_iter().map(|(_, id)| (id.to_string(), registry.name(&id)));
    let all: Offered = here.filter(|(_, name)| may.contains(name)).collect();
    if all.is_empty() {
        return Err(nobody(&registry, &waiting.act, (&registry.name(&waiting.by), &may)));
    }
    Ok(all)
}

fn nobody(registry: &Registry, act: &ActId, (by, may): (&str, &[String])) -> Failure {
    let failure = Failure::new(Exit::Refused, "fail-manager-no-second", [("act", act.short()), ("name", by)]);
    match may {
        [] if registry.register.staff.is_empty() => failure,
        [] => failure.hint("hint-staff-add", [("role", StaffRole::Issuer.word())]),
        may => failure.hint("hint-who-may", [("names", &Between::Comma.join(may))]),
    }
}
