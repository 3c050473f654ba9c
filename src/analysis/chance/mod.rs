//! The exact chances of a candidate of a known ability: at a question, in a role-play, in a whole exam.
//!
//! **The model.** A candidate of ability p answers each question fully right with probability p, otherwise blindly; at each decision of
//! a role-play he picks with probability p the reply from which most can still be earned, otherwise any offered one blindly. All of
//! this independently. p = 0 is the blind guesser. What "blindly" means is said in `question` and `talk`.
//!
//! Nothing is sampled: distributions are whole-number weights (`spread`), added up over states, sums and drawn
//! forms (`row`, `pool`), never path by path or form by form. Where the marks of a theory part are too many to be told apart (sevenths,
//! elevenths and thirteenths of points together), they are rounded down once and up once, and the chance lies between (`Figure`).

mod exam;
mod faults;
mod pool;
mod practice;
mod question;
mod row;
mod sem;
mod spread;
mod sums;
mod talk;
mod theory;

pub use exam::{Chance, exam, exam_with, within_attempts};
pub use faults::{Fault, faults};
pub use question::{blind, question};
pub use sem::{Sem, mean_sem_at_mark, sem_at_mark};
pub use spread::{Ability, Big, Figure, Spread, big, shown};
pub use sums::{Sums, Weights, runs, sums};
pub use talk::{Talk, talk};
pub use theory::Effort;

use crate::attempt::blueprint::Shortage;

/// Why a chance is not worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A role-play has more states than are looked at (`graph::MOST`).
    TooLarge,
    /// There are more different marks to come about than are told apart.
    TooFine,
    /// A role-play cannot be walked; `content` says why.
    Unfit,
    /// What is drawn may not be there.
    Short(Shortage),
}

impl From<super::graph::TooLarge> for Trouble {
    fn from(_: super::graph::TooLarge) -> Self {
        Self::TooLarge
    }
}
