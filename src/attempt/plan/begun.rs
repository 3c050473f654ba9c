//! Where an attempt began, as its id says: made of the key of that PC, and of the learner and the seed in its plan. Whoever copies what a PC
//! sent cannot pass it off as begun elsewhere: under another key the id does not come out, whatever else is written anew. A PC that never
//! sent or took anything has no key yet; the ids that it draws say nothing, as those of earlier versions.

use uuid::{Builder, Uuid};

use super::Plan;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Did};

/// The version of ids that say it (RFC 9562, section 5.8): the 48 bits of time that any of ours begins with, then 74 bits of SHA-256 over the
/// canonical JSON of [key, learner, seed, these six bytes].
const VERSION: usize = 8;

/// The id that an attempt has when it begins at the PC with this key, from one that was drawn for it; `None` where that is no UUID.
pub fn id(pc: &Did, plan: &Plan, drawn: &AttemptId) -> Option<AttemptId> {
    let drawn = Uuid::try_parse(drawn.as_str()).ok()?;
    let mut bytes = *drawn.as_bytes();
    let digest = Digest::of(&(pc, &plan.learner, &plan.seed, &bytes[..6]));
    bytes[6..].copy_from_slice(&digest.bytes()[..10]);
    Some(Builder::from_custom_bytes(bytes).into_uuid().to_string().into())
}

/// Whether an id says that its attempt began at another PC than the one with this key, or has another plan.
pub fn is_elsewhere(attempt: &AttemptId, plan: Option<&Plan>, pc: &Did) -> bool {
    let says = Uuid::try_parse(attempt.as_str()).is_ok_and(|it| it.get_version_num() == VERSION);
    says && plan.and_then(|plan| id(pc, plan, attempt)).as_ref() != Some(attempt)
}
