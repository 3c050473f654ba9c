//! Exact analysis: not sampled, walked. `graph` is every state a scenario can be in; `range` its scores; `faults` what is wrong;
//! `futures` what states have in common; `chance` how likely a candidate is to earn what; `survey` all of it for one scenario;
//! `advice` what in it makes no difference, or gives it away; `coverage` how much of a scenario walks have come to; `items` what
//! recorded marks say of the items; `licence` what an exam comes to over all its forms; `phrases` what in a register makes no difference; `syllabus` what serves each
//! objective.
//!
//! Everything walks through `model/scenario/step`; nothing here interprets a reply of its own.

pub mod advice;
pub mod chance;
pub mod coverage;
pub mod cut;
pub mod faults;
pub mod futures;
pub mod graph;
pub mod items;
pub mod licence;
pub mod phrases;
pub mod range;
pub mod rate;
pub mod samples;
pub mod survey;
pub mod syllabus;
