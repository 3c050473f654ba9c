//! The people that a store knows: those who learn, where they work, and staff. What they may do is said by acts, not here.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::base::id::{LearnerId, StaffId};
use crate::base::moment::Moment;

/// A person who learns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learner {
    /// Random, says nothing of the person.
    pub id: LearnerId,
    /// As the person wants to be called.
    pub name: String,
    /// The company's own number for the person.
    pub staff_number: Option<String>,
    /// `zh-CN` or `en`, if the person settled it.
    pub language: Option<String>,
    /// Whether screens only append lines.
    pub plain: bool,
    /// Since when.
    pub created: Moment,
    /// Where the person works.
    pub post: Post,
}

/// Where a person works: what managers sort people by. No result depends on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// The groups that the person is in, by name.
    pub groups: BTreeSet<String>,
    /// What the person does, as the library's roles name it.
    pub role: Option<String>,
    /// Since when the person is no longer here: nothing new is begun, what was done stands.
    pub left: Option<Moment>,
}

/// A member of staff. What the person may do, and with which key, is said by acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Random, says nothing of the person.
    pub id: StaffId,
    /// The person's name, as reports show it.
    pub name: String,
    /// Since when.
    pub created: Moment,
}

impl Learner {
    /// The name, and the staff number where there is one: what tells two of one name apart.
    pub fn called(&self) -> String {
        self.staff_number.as_ref().map_or_else(|| self.name.clone(), |number| format!("{} ({number})", self.name))
    }

    /// Sorts people as a roster does: by staff number, its figures as numbers, then those without one; then by name, and since when.
    pub fn sort(all: &mut [Self]) {
        all.sort_by_cached_key(|it| {
            let number = it.staff_number.as_deref().map(pieces);
            (number.is_none(), number, it.name.clone(), it.created, it.id.clone())
        });
    }
}

/// A run of figures by its size, or of other characters as they are.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    /// How many figures there are without leading noughts, and which.
    Number(usize, String),
    /// Anything else.
    Text(String),
}

/// A staff number in runs, so that 9 comes before 10, and A9 before A10.
fn pieces(number: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut rest = number;
    while let Some(first) = rest.chars().next() {
        let is_figure = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_figure).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        out.push(if is_figure {
            let figures = run.trim_start_matches('0');
            Piece::Number(figures.len(), figures.to_owned())
        } else {
            Piece::Text(run.to_owned())
        });
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn figures_count_as_numbers() {
        let mut all = ["A10", "10", "9", "A9", "0011", "100"];
        all.sort_by_key(|it| pieces(it));
        assert_eq!(all, ["9", "10", "0011", "100", "A9", "A10"]);
    }
}
