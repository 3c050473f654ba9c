//! What a person is told back, as blocks: feedback after a reply, the debrief after a talk, a whole attempt read again.
//!
//! Nothing here prints; `terminal/paint` draws blocks. `page` makes HTML of a course: `markdown` its lessons, `exercise` its questions;
//! `station_sheet` makes the paper form of observed stations. Of an exam `rules` tells before it, `eligibility` who may sit, `result`
//! what it came to; `standing` how far a learner is in all, `group` how far several are, `account` makes reports of both, `verification` whether a licence is good,
//! `certificate` how it looks on paper. `worded` has the words that
//! several of them share; `marking` shows a written reply to whoever marks it. `analysis` tells trainers what their content comes to. `graph` draws a scenario.

pub mod account;
pub mod analysis;
pub mod certificate;
pub mod chats;
pub mod debrief;
pub mod drill;
pub mod eligibility;
mod exercise;
pub mod feedback;
pub mod graph;
pub mod group;
pub mod growth;
pub mod held;
mod markdown;
pub mod marking;
pub mod page;
mod press;
pub mod receipt;
pub mod result;
pub mod review;
pub mod rules;
pub mod sitting;
pub mod span;
pub mod spots;
pub mod standing;
pub mod station_sheet;
pub mod verification;
pub mod worded;
pub mod written;
