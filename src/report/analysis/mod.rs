//! What analysis worked out, told: plain words first, figures after; for a person and for a program.

pub mod licence;
