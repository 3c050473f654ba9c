//! Foreign formats in and out, one file a format, through the same raw shapes and checks as what trainers write as TOML.
//!
//! Bytes become text (`encoding`) or rows of cells (`table`); each format makes of them what the library has, or says line by line why
//! it cannot. Nothing here reads or writes files, and no sentence stands here: what is to be said goes up as values.

pub mod encoding;
pub mod table;
