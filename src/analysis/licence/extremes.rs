//! The hardest and the easiest theory form for a candidate.

use num_traits::{One as _, Zero as _};

use crate::analysis::chance::{Big, Candidate, Figure, Practice, Trouble};

/// What single theory forms lie between.
pub(super) struct Extremes;

impl Extremes {
    pub fn of(_candidate: &Candidate<'_>) -> Result<Self, Trouble> {
        Ok(Self)
    }

    /// The lowest and the highest chance to pass, with this practice, that a theory form has.
    pub fn with(&self, _candidate: &Candidate<'_>, _practice: &Practice) -> Result<(Figure, Figure), Trouble> {
        let all = Figure { least: Big::zero(), most: Big::one() };
        Ok((all.clone(), all))
    }

    /// The same where the practice stands for many sets of role-plays: over these as well.
    pub fn of_any(&self, candidate: &Candidate<'_>, practice: &Practice) -> Result<(Figure, Figure), Trouble> {
        self.with(candidate, practice)
    }
}
