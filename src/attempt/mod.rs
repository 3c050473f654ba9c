//! Attempts: a plan, a list of events, and what they come to.
//!
//! `plan` freezes what will be asked; `event` is the record and its chain; `state` folds events; `prompt` says what is asked next;
//! `decide` judges whether a reply may happen. Nothing here knows a clock, a disk or a screen; `cli/session` is the loop around it.

pub mod act;
pub mod blueprint;
pub mod clock;
pub mod decide;
pub mod drill;
pub mod event;
pub mod plan;
pub mod prompt;
pub mod saying;
pub mod sheet;
pub mod state;
pub mod written;
