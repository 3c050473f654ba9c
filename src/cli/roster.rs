//! The people of this PC: found, enrolled, remembered.

use super::failure::Failure;
use super::ports::Ports;
use crate::base::name;
use crate::store::{Learner, Post, Store};

/// The most characters of a learner's name.
pub const NAME_MOST: usize = 40;
/// The setting that remembers who used this PC last.
pub const LAST_LEARNER: &str = "learner";

/// A learner by id, staff number or name.
///
/// # Errors
/// `Failure` where there is none, or several of that name.
pub fn find_learner(store: &dyn Store, named: &str) -> Result<Learner, Failure> {
    let all = store.learners()?;
    let mut begin = all.iter().filter(|l| l.id.short() == named);
    let short = begin.next().filter(|_| begin.next().is_none());
    let by_id = all.iter().find(|l| l.id.as_str() == named).or(short);
    // A number that is another person's name is nobody's alone.
    let mut fitting = all.iter().filter(|l| l.name == named || l.staff_number.as_deref() == Some(named));
    match (by_id, fitting.next(), fitting.next()) {
        (Some(one), _, _) | (None, Some(one), None) => Ok(one.clone()),
        (None, Some(_), Some(_)) => Err(Failure::usage("fail-two-learners", [("name", named)]).hint("hint-learner-list", [])),
        (None, None, _) => {
            let failure = Failure::usage("fail-no-such-learner", [("name", named)]);
            let near = all.iter().find(|l| l.name.contains(named) || named.contains(&l.name));
            Err(match near {
                Some(near) => failure.hint("hint-did-you-mean", [("name", &near.name)]),
                None if all.is_empty() => failure.hint("hint-learner-add", []),
                None => failure.hint("hint-learner-show", []),
            })
        }
    }
}

/// Enrols a person.
///
/// # Errors
/// `Failure` where the name is no name or the staff number is taken.
pub fn enrol(store: &mut dyn Store, ports: &Ports, name: &str, staff_number: Option<&str>) -> Result<Learner, Failure> {
    let name = name::name(name, NAME_MOST).ok_or_else(|| Failure::usage("fail-name", []))?;
    let number = |it| name::name(it, NAME_MOST).ok_or_else(|| Failure::usage("fail-staff-number", []));
    let staff_number = staff_number.map(number).transpose()?;
    let learner = Learner {
        id: ports.learner_id(),
        name: name.to_owned(),
        staff_number: staff_number.map(str::to_owned),
        language: None,
        plain: false,
        created: ports.now(),
        post: Post::default(),
    };
    store.add_learner(&learner)?;
    Ok(learner)
}

/// Remembers who is at this PC.
///
/// # Errors
/// `Failure` of the store.
pub fn remember(store: &mut dyn Store, learner: &Learner) -> Result<(), Failure> {
    Ok(store.set_setting(LAST_LEARNER, learner.id.as_str())?)
}

/// Nobody said who is here: how to, which is another thing where people are enrolled.
///
/// # Errors
/// `Failure` of the store.
pub fn nobody(store: &dyn Store) -> Result<Failure, Failure> {
    let hint = if store.learners()?.is_empty() { "hint-learner-add" } else { "hint-who" };
    Ok(Failure::usage("fail-no-learner", []).hint(hint, []))
}
