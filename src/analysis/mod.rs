//! Exact analysis: not sampled, walked. `graph` is every state a scenario can be in; `range` its scores; `faults` what is wrong;
//! `chance` how likely a candidate is to earn what.
//!
//! Everything walks through `model/scenario/step`; nothing here interprets a reply of its own.

pub mod chance;
pub mod faults;
pub mod graph;
pub mod licence;
pub mod range;
