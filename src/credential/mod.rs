//! The licence as a document that others can check without us: what it says, the signature on it, the verdict on it.
//!
//! ```text
//!   claims ──► document ──► proof ──► signed text ─► bake  verify ◄── bytes, trust, status lists, now
//!      ▲                      │                              │
//!      └──── reading ◄────────┼──────────────────────────────┘
//!                           keys ◄─► keyfile (under a passphrase)      acts: what staff sign      short: what a QR holds
//! ```
//!
//! Pure: keys' seeds, salts and the moment come in as values, text goes out. Nothing here is a sentence: reasons are enums.

pub mod acts;
pub mod bake;
pub mod claims;
mod cursor;
mod domain;
pub mod json;
pub mod keyfile;
pub mod keys;
mod meaning;
pub mod parcels;
pub mod proof;
mod reading;
pub mod sealing;
pub mod short;
pub mod sittings;
pub mod status;
mod terms;
mod time;
pub mod trust;
pub mod verify;

pub use cursor::{Fault, Misshapen};
