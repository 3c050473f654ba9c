//! Exact analysis: not sampled, walked. `graph` is every state a scenario can be in; `range` its scores; `faults` what is wrong;
//! `futures` what states have in common; `chance` how likely a candidate is to earn what; `survey` all of it for one scenario;
//! `coverage` how much of a scenario walks have come to; `items` what recorded marks say of the items.
//!
//! Everything walks through `model/scenario/step`; nothing here interprets a reply of its own.

pub mod chance;
pub mod coverage;
pub mod faults;
pub mod futures;
pub mod graph;
pub mod items;
pub mod range;
pub mod survey;
