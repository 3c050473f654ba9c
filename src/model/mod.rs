//! What is true of checked content. `content` is the only builder; everybody else reads.
//!
//! `form` is the waist between the core and any screen: a `Form` says what can be answered, a `Reply` what was. `page` says what is
//! shown, without saying how. `scenario/step` is the one meaning of a role-play.

pub mod course;
pub mod form;
pub mod frozen;
pub mod glossary;
pub mod grade;
pub mod library;
pub mod licence;
pub mod page;
pub mod question;
pub mod scenario;
pub mod span;
pub mod standard;
pub mod station;
pub mod text;
pub mod version;
pub mod word;
pub mod wording;
pub mod writing;
