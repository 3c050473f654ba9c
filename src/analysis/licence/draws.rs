//! One part's draw lines over single items, for a candidate who has met some of them: which sets can come, and how likely each is.
//!
//! Items are bits of a number, so that what was met is one, too. Where there are too many items, or too many sets, a part is not
//! looked at form by form: its one "form" then stands for all of them.

use std::collections::BTreeMap;

use num_traits::One as _;

use crate::analysis::chance::{Big, Pool};

/// A set of items, by their numbers.
pub(super) type Set = u128;

/// The most sets that one attempt is looked at with.
const MOST: usize = 20_000;

/// The lines of a part.
pub(super) struct Draws {
    /// Of each line, in the order written, how many it takes and of what.
    lines: Vec<(u32, Set)>,
}

impl Draws {
    /// Not looked at form by form.
    pub const ALL_AT_ONCE: Self = Self { lines: Vec::new() };

    /// Lines over items that are numbered as `Pool::items` goes through them, pool by pool. `None`: too many items.
    pub fn of<T>(pools: &[Pool<T>]) -> Option<Self> {
        let mut lines: BTreeMap<usize, (u32, Set)> = BTreeMap::new();
        let mut number = 0_u32;
        for pool in pools {
            for (line, count) in pool.lines() {
                lines.insert(*line, (u32::try_from(*count).ok()?, 0));
            }
            for (may, items) in pool.sorts() {
                for _ in items {
                    let bit = Set::checked_shl(1, number)?;
                    for line in may {
                        lines.entry(*line).and_modify(|(_, set)| *set |= bit);
                    }
                    number += 1;
                }
            }
        }
        // A line whose bits are fewer than it takes cannot be: `pools` has looked.
        Some(Self { lines: lines.into_values().collect() })
    }

    /// What can be drawn when this was met, and how likely. `None`: too much.
    pub fn forms(&self, met: Set) -> Option<Vec<(Set, Big)>> {
        let mut now: BTreeMap<Set, Big> = BTreeMap::from([(0, Big::one())]);
        for (count, may) in &self.lines {
            let mut next: BTreeMap<Set, Big> = BTreeMap::new();
            for (form, chance) in now {
                let open = may & !form;
                let (fresh, old) = (open & !met, open & met);
                let sets = match count.checked_sub(fresh.count_ones()) {
                    None | Some(0) => subsets(fresh, *count, 0),
                    Some(more) => subsets(old, more, fresh),
                };
                let each = chance / num_bigint::BigUint::from(sets.len());
                for set in sets {
                    *next.entry(form | set).or_default() += &each;
                }
                if next.len() > MOST {
                    return None;
                }
            }
            now = next;
        }
        Some(now.into_iter().collect())
    }
}

/// The members of a set, by number.
pub(super) fn members(set: Set) -> impl Iterator<Item = usize> {
    (0..Set::BITS as usize).filter(move |n| set >> n & 1 == 1)
}

/// All sets of so many of these, each with what is taken anyway.
fn subsets(of: Set, count: u32, taken: Set) -> Vec<Set> {
    if count == 0 {
        return vec![taken];
    }
    if of.count_ones() < count {
        return Vec::new();
    }
    let first = 1 << of.trailing_zeros();
    let mut out = subsets(of & !first, count - 1, taken | first);
    out.extend(subsets(of & !first, count, taken));
    out
}
