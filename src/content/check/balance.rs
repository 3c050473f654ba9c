//! Whether one could guess: over a bank, the right option of `one-of` questions must not be the first or the longest much more
//! often than chance would make it.

use super::named;
use crate::base::finding::Finding;
use crate::content::codes;
use crate::content::doc::{Body, Doc};
use crate::content::raw::sheet::Tongues;
use crate::model::question::Kind;
use crate::model::question::one_of::Opt;

/// Fewer questions than this say nothing.
const ENOUGH: usize = 8;

/// Checks a bank; other things pass.
pub fn check(doc: &Doc<'_>, tongues: Option<&Tongues>, findings: &mut Vec<Finding>) {
    let (Body::Bank(bank), Some(tongues)) = (&doc.body, tongues) else { return };
    let all: Vec<&[Opt]> = bank
        .questions
        .iter()
        .filter_map(|q| match &q.kind {
            Kind::OneOf(one) if one.options.len() > 1 && one.options.iter().filter(|o| o.right).count() == 1 => {
                Some(one.options.as_slice())
            }
            _ => None,
        })
        .collect();
    if all.len() < ENOUGH {
        return;
    }
    let length = |o: &Opt| o.text.get(&tongues.base).chars().count();
    let longest = |options: &[Opt]| {
        let right = options.iter().find(|o| o.right).map_or(0, length);
        options.iter().filter(|o| !o.right).all(|o| length(o) < right)
    };
    let first = all.iter().filter(|options| options[0].right).count();
    let long = all.iter().filter(|options| longest(options)).count();
    for (what, count) in [("first", first), ("longest", long)] {
        if is_far(count, &all) {
            let args = [("what", what), ("count", &count.to_string()), ("of", &all.len().to_string())];
            findings.push(codes::GUESSABLE.at(named(doc, &doc.name()), &args));
        }
    }
}

/// More than three standard deviations above what chance gives, in whole numbers: (count − Σ1/k)² > 9 · Σ(1/k)(1 − 1/k).
fn is_far(count: usize, all: &[&[Opt]]) -> bool {
    // In thousandths, which is exact enough for advice.
    let one = |options: &&[Opt]| 1000 / options.len() as i128;
    let mean: i128 = all.iter().map(one).sum();
    let variance: i128 = all.iter().map(|o| one(o) * (1000 - one(o))).sum();
    let over = count as i128 * 1000 - mean;
    over > 0 && over * over > 9 * variance
}
