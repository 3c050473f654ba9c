//! What a candidate of a known ability earns at one question, exactly.
//!
//! With probability p the answer is fully right; otherwise it is blind: every answer that can be sent is as likely as any other.
//! "I don't know" is not guessing and is never given. How much each answer earns is said in `model/question`; here answers are only
//! counted, many at once, so that sixty options are as quick as six.

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{One as _, Zero as _};

use super::spread::{Ability, Spread};
use crate::base::points::Exact;
use crate::model::question::classify::Classify;
use crate::model::question::one_of::OneOf;
use crate::model::question::pairs::Pairs;
use crate::model::question::{Kind, Question};
use crate::model::text::Text;

/// Points earned by a candidate of this ability.
pub fn question(question: &Question, p: Ability) -> Spread {
    let (knows, guesses) = p.weights();
    let shares = Spread::surely(Exact::ONE).or(&knows, &blind(&question.kind), &guesses);
    shares.scaled(question.points.exact())
}

/// The share of its points that a blind answer earns.
///
/// - `one-of`, `true-false`: each option equally likely.
/// - `any-of`, `find`: each selection equally likely, but for the empty one, which cannot be sent.
/// - `order`: each permutation; `pairs`: each way to give every left side a right side of its own, decoys among them.
/// - `classify`: each case by itself into any class.
/// - `number`, `words`, `write`: a blind answer is wrong.
pub fn blind(kind: &Kind) -> Spread {
    match kind {
        Kind::OneOf(it) => one_of(it),
        Kind::TrueFalse(_) => counts([1_u8, 1]),
        Kind::AnyOf(it) => selection(it.options.iter().map(|o| o.right)),
        Kind::Find(it) => selection(it.lines.iter().map(|l| l.wrong)),
        Kind::Order(it) => order(it.items.len()),
        Kind::Pairs(it) => pairs(it),
        Kind::Classify(it) => classify(it),
        Kind::Number(_) | Kind::Words(_) | Kind::Write(_) => Spread::surely(Exact::ZERO),
    }
}

/// Spread of k ÷ n from how many answers get k of n right, k = 0 … n.
fn counts(answers: impl IntoIterator<Item = impl Into<BigUint>>) -> Spread {
    let answers: Vec<BigUint> = answers.into_iter().map(Into::into).collect();
    let n = answers.len().saturating_sub(1);
    Spread::of(answers.into_iter().enumerate().map(|(k, count)| (Exact::new(k as i128, n as i128), count)))
}

fn one_of(it: &OneOf) -> Spread {
    let right = it.options.iter().filter(|o| o.right).count();
    counts([it.options.len() - right, right])
}

/// i of r right and j of w wrong ones are picked in C(r, i) · C(w, j) ways; the empty selection is left out.
fn selection(right: impl Iterator<Item = bool>) -> Spread {
    let (right, wrong): (Vec<bool>, Vec<bool>) = right.partition(|right| *right);
    let (r, w) = (right.len(), wrong.len());
    let (of_right, of_wrong) = (binomials(r), binomials(w));
    let picks = (0..=r).flat_map(|i| (0..=w).map(move |j| (i, j))).filter(|pick| *pick != (0, 0));
    Spread::of(picks.map(|(i, j)| {
        let credit = Exact::new(i as i128, r as i128) - Exact::new(j as i128, w as i128);
        (credit.floored(), &of_right[i] * &of_wrong[j])
    }))
}

/// Permutations of n by how many of the n − 1 right neighbourhoods (a directly before b) they keep.
///
/// Which k are kept can be chosen in C(n−1, k) ways; items kept together are glued, and the n − k pieces left must keep none:
/// d(m) = (m−1)·d(m−1) + (m−2)·d(m−2), d(1) = d(2) = 1. The recurrence is OEIS A000255 (with d(m) = a(m−1)), the triangle A010027
/// (see also J. Riordan, An Introduction to Combinatorial Analysis, 1958, and F. N. David, M. G. Kendall, D. E. Barton, Symmetric
/// Function and Allied Tables, 1966, p. 263).
fn order(n: usize) -> Spread {
    let mut none_kept = vec![BigUint::zero(), BigUint::one(), BigUint::one()];
    for m in 3..=n {
        none_kept.push(&none_kept[m - 1] * (m - 1) + &none_kept[m - 2] * (m - 2));
    }
    let ways = binomials(n.saturating_sub(1));
    counts((0..n).map(|k| &ways[k] * &none_kept[n - k]))
}

/// Injective assignments by how many lefts they get right.
///
/// A right side is as good as another of the same text, so what is right is a board of blocks: l lefts that want a text, m right
/// sides that bear it. Ways to put j rooks on it: of one block C(l, j) · C(m, j) · j!, of all their product as polynomials. Exactly
/// k right then follows by inclusion and exclusion (rook theory: Riordan, as above, chapter 7):
/// Σ over j ≥ k of (−1)^(j−k) · C(j, k) · rooks(j) · (N−j)! ÷ (N−n)!, for n lefts and N right sides.
fn pairs(it: &Pairs) -> Spread {
    let n = it.pairs.len();
    let all = n + it.decoys.len();
    let mut texts: Vec<&Text> = Vec::new();
    for pair in &it.pairs {
        if !texts.contains(&&pair.right) {
            texts.push(&pair.right);
        }
    }
    let mut rooks = vec![BigUint::one()];
    for text in texts {
        let lefts = it.pairs.iter().filter(|p| p.right == *text).count();
        let rights = lefts + it.decoys.iter().filter(|d| d.text == *text).count();
        let (of_lefts, of_rights) = (binomials(lefts), binomials(rights));
        let block: Vec<BigUint> = (0..=lefts).map(|j| &of_lefts[j] * &of_rights[j] * falling(j, j)).collect();
        rooks = product(&rooks, &block);
    }
    let exactly = |k: usize| {
        let signed = |(j, rooks): (usize, &BigUint)| {
            let ways = &binomials(j)[k] * rooks * falling(all - j, n - j);
            BigInt::from_biguint(if (j - k).is_multiple_of(2) { Sign::Plus } else { Sign::Minus }, ways)
        };
        let sum: BigInt = rooks.iter().enumerate().skip(k).map(signed).sum();
        sum.to_biguint().expect("a number of assignments")
    };
    counts((0..=n).map(exactly))
}

/// Each of n cases is right in 1 of c ways, wrong in c − 1.
fn classify(it: &Classify) -> Spread {
    let wrong = BigUint::from(it.classes.len().saturating_sub(1));
    let n = it.cases.len();
    let ways = binomials(n);
    counts((0..=n).map(|k| &ways[k] * wrong.pow(u32::try_from(n - k).expect("a question has few cases"))))
}

/// C(n, 0) … C(n, n).
pub(super) fn binomials(n: usize) -> Vec<BigUint> {
    let mut row = vec![BigUint::one()];
    for k in 0..n {
        let next = &row[k] * (n - k) / (k + 1);
        row.push(next);
    }
    row
}

/// n · (n−1) · … , k factors.
fn falling(n: usize, k: usize) -> BigUint {
    (0..k).fold(BigUint::one(), |all, i| all * (n - i))
}

fn product(a: &[BigUint], b: &[BigUint]) -> Vec<BigUint> {
    let mut out = vec![BigUint::zero(); a.len() + b.len() - 1];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            out[i + j] += x * y;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(spread: &Spread) -> Vec<u64> {
        spread.weights().values().map(|w| w.try_into().expect("small")).collect()
    }

    #[test]
    fn orders_follow_the_known_triangle() {
        // OEIS A010027, rows 2 to 6, read from none kept to all kept.
        assert_eq!(weights(&order(2)), [1, 1]);
        assert_eq!(weights(&order(3)), [3, 2, 1]);
        assert_eq!(weights(&order(4)), [11, 9, 3, 1]);
        assert_eq!(weights(&order(5)), [53, 44, 18, 4, 1]);
        assert_eq!(weights(&order(6)), [309, 265, 110, 30, 5, 1]);
        let sixty = order(60);
        assert_eq!(*sixty.whole(), falling(60, 60));
    }

    #[test]
    fn selections_leave_out_the_empty_one() {
        // One right of two: {r}, {w}, {r, w} earn 1, 0, 0.
        assert_eq!(weights(&selection([true, false].into_iter())), [2, 1]);
        // Two of each earn 0 or less in all but r, rr, rrw, each right one alone, …: counted by hand, out of 15.
        let spread = selection([true, true, false, false].into_iter());
        assert_eq!(spread.whole(), &15_u8.into());
        assert_eq!(
            spread.weights().iter().map(|(m, w)| (m.to_string(), w.to_string())).collect::<Vec<_>>(),
            [("0".to_owned(), "10".to_owned()), ("1/2".to_owned(), "4".to_owned()), ("1".to_owned(), "1".to_owned()),]
        );
    }
}
