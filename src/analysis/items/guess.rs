//! What a question gives to who knows nothing, as Moodle counts it: the mean share over single choices, one part in the number of choices
//! of a matching, nothing for what is typed, and nothing said where any number of options may be taken.

use crate::base::points::Exact;
use crate::model::question::Kind;

/// The share of its points; `None` where it is not defined.
pub fn guess(kind: &Kind) -> Option<Exact> {
    let one_of = |count: usize| Exact::new(1, count as i128);
    match kind {
        Kind::OneOf(it) => Some(one_of(it.options.len())),
        Kind::TrueFalse(_) => Some(one_of(2)),
        Kind::Pairs(it) => Some(one_of(it.pairs.len() + it.decoys.len())),
        Kind::Classify(it) => Some(one_of(it.classes.len())),
        Kind::Number(_) | Kind::Words(_) | Kind::Write(_) => Some(Exact::ZERO),
        Kind::AnyOf(_) | Kind::Find(_) | Kind::Order(_) => None,
    }
}
