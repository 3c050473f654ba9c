//! Whether whoever gets a licence is who sat the exam: by name and staff number, as they were signed or sealed then.

use super::basis::Basis;
use crate::cli::again::quoted;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::short;
use crate::cli::registry::person::Person;
use crate::cli::registry::{ExamCase, Registry};
use crate::cli::roll::Name;
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
