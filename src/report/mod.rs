//! What a person is told back, as blocks: feedback after a reply, the debrief after a talk, a whole attempt read again.
//!
//! Nothing here prints; `terminal/paint` draws blocks. `page` makes HTML of a course: `markdown` its lessons, `exercise` its questions;
//! `station_sheet` makes the paper form of observed stations. `verification` tells what a licence that was checked comes to.

pub mod debrief;
mod exercise;
pub mod feedback;
mod markdown;
pub mod page;
mod press;
pub mod review;
pub mod span;
pub mod standing;
pub mod station_sheet;
pub mod verification;
pub mod worded;
