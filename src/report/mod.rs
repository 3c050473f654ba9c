//! What a person is told back, as blocks: feedback after a reply, the debrief after a talk, a whole attempt read again.
//!
//! Nothing here prints; `terminal/paint` draws blocks. `page` makes HTML of a course: `markdown` its lessons, `exercise` its questions.

pub mod debrief;
mod exercise;
pub mod feedback;
mod markdown;
pub mod page;
pub mod review;
pub mod standing;
