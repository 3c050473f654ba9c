//! From text to values: look over (`scan`), read TOML (`syntax`), take the keys out (`reader`), one file a kind of thing.
//!
//! The raw shape is the TOML tree itself, with places; what the readers take out of it is already of the model's types, its texts
//! in every language (`translation`). What refers to something else is noted down (`Ref`) and looked up when all is read
//! (`check`). Nothing here sees more than one file and its translations.

pub mod asked;
pub mod bank;
pub mod course;
pub mod glossary;
pub mod house;
pub mod library;
pub mod licence;
pub mod path;
pub mod question;
pub mod reader;
pub mod scan;
pub mod scenario;
pub mod sheet;
pub mod standard;
pub mod station;
pub mod syntax;
pub mod tables;
pub mod texts;
pub mod translation;
pub mod walk;
pub mod wording;
pub mod writing;
