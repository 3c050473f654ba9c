//! Whether whoever gets a licence is who sat the exam: by name and staff number, as they were signed or sealed then.

use std::rc::Rc;

use super::Ground;
use super::basis::Basis;
use crate::attempt::act::Signed;
use crate::cli::again::quoted;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::short;
use crate::cli::registry::person::Person;
use crate::cli::registry::{ExamCase, Registry};
use crate::cli::roll::Name;
use crate::cli::room::Call;
use crate::store::{Learner, Store};

/// Who sat it is called so still, or it was signed that both are one person.
///
/// # Errors
/// `Failure` with exit 5 that says what to do.
pub fn same(registry: &Registry, learner: &Learner, (case, basis): (&ExamCase, &Basis)) -> Result<(), Failure> {
    let id = short(&case.recorded.attempt);
    let other = match registry.person(learner, &case.kept.events) {
        Person::Same => return Ok(()),
        // What lay beside the exam may be due to go before the licence on it ends.
        Person::Unknown if basis.follows().is_some() => return Ok(()),
        Person::Unknown => {
            return Err(Failure::new(Exit::Refused, "fail-other-name", [("id", id.as_str()), ("name", learner.name.as_str())]));
        }
        Person::Other(other) => other,
    };
    let then = other.then.as_ref().map_or_else(|| "–".to_owned(), |it| it.shown());
    let failure =
        Failure::new(Exit::Refused, "fail-sat-as-another", [("id", &*id), ("then", &*then), ("now", &*learner.called())]);
    let failure = match &other.then {
        // Only the number is another, and of an earlier version's exams that is not kept.
        Some(it) if it.number.is_none() && it.name == learner.name => {
            failure.hint("hint-number-back", [("edit", &*edit(learner, it))])
        }
        Some(it) => failure.hint("hint-name-back", [("edit", &edit(learner, it))]),
        None => failure,
    };
    Err(failure.hint("hint-name-sign", [("edit", &edit(learner, &Name::of(learner)))]))
}

/// The act by which an exam is this person's although it was sat under another name or number.
pub fn renamed<'a>(ground: &Ground<'a>) -> Option<&'a Rc<Signed>> {
    let renaming = ground.registry.renaming(ground.learner, &ground.case.kept.events)?;
    ground.registry.acts.iter().find(|signed| signed.act.id == renaming.act)
}

/// Tells whoever issues on it who signed that; where the scheme asks for nobody apart, that may be the same person (`independent`).
pub fn told_renamed(call: &Call<'_>, ground: &Ground<'_>) {
    let Some(signed) = renamed(ground) else { return };
    let by = ground.registry.register.counted.get(&signed.act.id).map_or_else(String::new, |who| ground.registry.name(who));
    let (id, day) = (short(&ground.case.recorded.attempt), signed.act.at.local(&ground.loaded.library.time_zone));
    let gaps = [("id", &*id), ("by", &*by), ("day", &day[..day.len().min(10)]), ("act", signed.act.id.short())];
    call.tell("note-issue-renamed", &gaps.map(|(key, it)| (key, it.into())));
}

/// What `learner edit` takes for somebody to be called so.
pub fn edit(learner: &Learner, name: &Name) -> String {
    let number = name.number.as_ref().map(|it| format!(" --staff-number {}", quoted(it))).unwrap_or_default();
    format!("{} --name {}{number}", learner.id.short(), quoted(&name.name))
}

/// Nobody changed the person's row while a passphrase was typed.
///
/// # Errors
/// `Failure` with exit 5.
pub fn still(store: &dyn Store, learner: &Learner) -> Result<(), Failure> {
    let now = store.learners()?.into_iter().find(|it| it.id == learner.id);
    match now.is_some_and(|it| it.name == learner.name && it.staff_number == learner.staff_number) {
        true => Ok(()),
        false => Err(Failure::new(Exit::Refused, "fail-person-changed", [("name", &learner.called())])),
    }
}
