//! What a person is told back, as blocks: feedback after a reply, the debrief after a talk, a whole attempt read again.
//!
//! Nothing here prints; `terminal/paint` draws blocks, `page` makes HTML of a course.

pub mod debrief;
pub mod feedback;
pub mod review;
pub mod standing;
