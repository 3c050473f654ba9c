//! Who took which option, by quarter of the score: a distractor draws those who know less; one that nobody takes asks nothing.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Table;
use crate::base::id::ItemId;
use crate::model::question::Kind;

/// An option as it was taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Taken {
    /// Its id.
    pub option: ItemId,
    /// Whether taking it is right.
    pub right: bool,
    /// How many took it.
    pub taken: usize,
    /// The same by quarter of the score, the lowest first.
    pub quarters: [usize; 4],
}

/// The options of a question, with whether each is right; empty for kinds without.
pub fn of(kind: &Kind) -> Vec<(ItemId, bool)> {
    match kind {
        Kind::OneOf(it) => it.options.iter().map(|o| (o.id.clone(), o.right)).collect(),
        Kind::AnyOf(it) => it.options.iter().map(|o| (o.id.clone(), o.right)).collect(),
        Kind::TrueFalse(it) => [("true", it.answer), ("false", !it.answer)].map(|(id, right)| (id.into(), right)).into(),
        Kind::Find(it) => it.lines.iter().map(|l| (l.id.clone(), l.wrong)).collect(),
        Kind::Number(_) | Kind::Words(_) | Kind::Write(_) | Kind::Order(_) | Kind::Pairs(_) | Kind::Classify(_) => Vec::new(),
    }
}

/// Counts what was chosen; each choice with the quarter of the attempt it was made in.
pub fn taken(options: &[(ItemId, bool)], choices: &[(&BTreeSet<ItemId>, usize)]) -> Vec<Taken> {
    let one = |(option, right): &(ItemId, bool)| {
        let mut quarters = [0; 4];
        for (_, quarter) in choices.iter().filter(|(chosen, _)| chosen.contains(option)) {
            quarters[*quarter] += 1;
        }
        Taken { option: option.clone(), right: *right, taken: quarters.iter().sum(), quarters }
    };
    options.iter().map(one).collect()
}

/// The quarter of each attempt by its share of the points, 0 the lowest. Equal attempts share one quarter, that of their middle place, so
/// that it does not matter who came first.
pub fn quarters(table: &Table) -> Vec<usize> {
    let totals = table.totals();
    let below = |(a, of_a): &(i64, i64), (b, of_b): &(i64, i64)| {
        (i128::from(*a) * i128::from(*of_b).max(1)).cmp(&(i128::from(*b) * i128::from(*of_a).max(1)))
    };
    let mut order: Vec<usize> = (0..totals.len()).collect();
    order.sort_by(|a, b| below(&totals[*a], &totals[*b]));
    let mut out = vec![0; totals.len()];
    let mut before = 0;
    for equal in order.chunk_by(|a, b| below(&totals[*a], &totals[*b]).is_eq()) {
        // The middle of places `before`…, in halves, of twice as many halves.
        let middle = 2 * before + equal.len();
        equal.iter().for_each(|row| out[*row] = (4 * middle / (2 * totals.len())).min(3));
        before += equal.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::items::sheet;

    #[test]
    fn quarters_do_not_depend_on_who_came_first() {
        let of = |text: &str| quarters(&sheet::read(text).expect("it reads").table);
        assert_eq!(of("q\n1\n2\n3\n4\n5\n6\n7\n8\n"), [0, 0, 1, 1, 2, 2, 3, 3]);
        assert_eq!(of("q\n1\n0\n1\n0\n"), [3, 1, 3, 1]);
        assert_eq!(of("q\n1\n1\n1\n"), [2, 2, 2], "all alike: all in the middle");
    }
}
