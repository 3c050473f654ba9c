//! Ground floor: the small values everything else is made of.
//!
//! Nothing here knows a question, a file or a screen. Ids are the author's words, marks are exact, dice are seeded, digests are
//! taken over canonical JSON, findings carry a place and data (their sentences are in `locale`).

pub mod day;
pub mod dice;
pub mod digest;
pub mod finding;
pub mod id;
pub mod moment;
pub mod name;
pub mod points;
pub mod receipt;
