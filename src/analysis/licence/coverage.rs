//! How much of what the licence's roles have to learn one drawn form asks for: on average over all forms, and in the form that asks
//! for least.
//!
//! The mean is a sum over objectives, each with the chance that something drawn serves it. The least is a search for the smallest
//! union of sets, from smaller unions to larger, group by group of items that share no objective with each other; where that gets
//! too long, the figure says what is proved.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigUint;
use num_traits::Zero as _;

use super::shape::{Part, Serves};
use crate::analysis::chance::{Big, Pool};
use crate::base::id::ObjectiveRef;
use crate::model::library::Library;
use crate::model::licence::Scheme;

/// The most unions that are looked at in a group.
const MOST: usize = 50_000;

/// How many objectives a drawn form serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// How many the licence's roles have: those that courses for these roles teach.
    pub of: usize,
    /// The form that serves fewest serves at least so many.
    pub least: usize,
    /// And at most so many: the same number, but where the search got too long.
    pub least_most: usize,
    /// The mean over all forms.
    pub mean: Big,
}

/// What courses for the licence's roles teach.
fn objectives<'a>(scheme: &Scheme, library: &'a Library) -> BTreeSet<&'a ObjectiveRef> {
    let courses = library.courses.values().filter(|course| scheme.serves(&course.roles));
    courses.flat_map(|course| &course.lessons).flat_map(|lesson| &lesson.objectives).collect()
}

/// The coverage of a blueprint.
pub(super) fn coverage(parts: &[Part<'_>], scheme: &Scheme, library: &Library) -> Coverage {
    let all = objectives(scheme, library);
    let pools: Vec<&Pool<Serves<'_>>> = parts.iter().flat_map(|part| &part.pools).collect();
    let missing =
        |objective: &ObjectiveRef| -> Big { pools.iter().map(|pool| pool.without(|it| it.contains(objective))).product() };
    let one = || Big::from_integer(1_u8.into());
    let mean = all.iter().map(|objective| one() - missing(objective)).fold(Big::zero(), |sum, x| sum + x);
    let number: BTreeMap<&ObjectiveRef, u64> = all.iter().zip(0..).map(|(objective, n)| (*objective, n)).collect();
    let set = |serves: &Serves<'_>| -> BigUint {
        let mut set = BigUint::zero();
        serves.iter().filter_map(|objective| number.get(objective)).for_each(|n| set.set_bit(*n, true));
        set
    };
    let sets: Vec<Pool<BigUint>> = pools.iter().map(|pool| pool.map(set)).collect();
    let (mut least, mut least_most) = (0, 0);
    for group in groups(&sets) {
        let (from, to) = smallest(&group);
        least += from;
        least_most += to;
    }
    Coverage { of: all.len(), least, least_most, mean }
}

/// Pools by the objectives that they share.
fn groups(pools: &[Pool<BigUint>]) -> Vec<Vec<&Pool<BigUint>>> {
    let mut out: Vec<(BigUint, Vec<&Pool<BigUint>>)> = Vec::new();
    for pool in pools {
        let mut served = pool.items().fold(BigUint::zero(), |all, set| all | set);
        let mut group = vec![pool];
        out.retain_mut(|(other, pools)| {
            let apart = (&*other & &served).is_zero();
            if !apart {
                served |= &*other;
                group.append(pools);
            }
            apart
        });
        out.push((served, group));
    }
    out.into_iter().map(|(_, group)| group).collect()
}

/// Where a search stands: the pool, the counts that are drawn of its sorts, the sort; ahead of every pool but the first the counts are
/// open.
type At = (usize, Option<(usize, usize)>);

/// How many objectives the form that serves fewest of a group serves: no fewer than, no more than.
fn smallest(pools: &[&Pool<BigUint>]) -> (usize, usize) {
    let counts: Vec<Vec<&Vec<usize>>> = pools.iter().map(|pool| pool.counts().collect()).collect();
    let mut open: BTreeMap<u64, BTreeSet<(At, BigUint)>> = BTreeMap::from([(0, BTreeSet::from([((0, None), BigUint::zero())]))]);
    let mut known: BTreeSet<(At, BigUint)> = BTreeSet::new();
    loop {
        let Some(mut first) = open.first_entry() else { return (0, 0) };
        let size = *first.key();
        let Some((at, union)) = first.get_mut().pop_last() else {
            first.remove();
            continue;
        };
        let more: Vec<(At, BigUint)> = match at {
            (pool, _) if pool == pools.len() => return (count(size), count(size)),
            (pool, None) => (0..counts[pool].len()).map(|n| ((pool, Some((n, 0))), union.clone())).collect(),
            (pool, Some((_, sort))) if sort == pools[pool].sorts().len() => vec![((pool + 1, None), union)],
            (pool, Some((n, sort))) => {
                let items = &pools[pool].sorts()[sort].1;
                let grown = grown(items, counts[pool][n][sort], &union);
                if grown.is_empty() {
                    vec![((pool, Some((n, sort + 1))), union)]
                } else {
                    grown.into_iter().map(|set| (at, set)).collect()
                }
            }
        };
        for next in more.into_iter().filter(|next| known.insert(next.clone())) {
            open.entry(next.1.count_ones()).or_default().insert(next);
        }
        if known.len() > MOST {
            return (count(size), greedy(pools));
        }
    }
}

/// The unions that go on from one by an item more; none where enough items are within it.
fn grown(items: &[BigUint], wanted: usize, union: &BigUint) -> Vec<BigUint> {
    let within = |set: &&BigUint| (*set | union) == *union;
    if items.iter().filter(within).count() >= wanted {
        return Vec::new();
    }
    items.iter().filter(|set| !within(set)).map(|set| set | union).collect()
}

/// Some form's number: always the item next that adds least.
fn greedy(pools: &[&Pool<BigUint>]) -> usize {
    let mut union = BigUint::zero();
    for pool in pools {
        let Some(counts) = pool.counts().next() else { continue };
        for ((_, items), wanted) in pool.sorts().iter().zip(counts) {
            loop {
                let next = grown(items, *wanted, &union).into_iter().min_by_key(BigUint::count_ones);
                let Some(next) = next else { break };
                union = next;
            }
        }
    }
    count(union.count_ones())
}

fn count(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}
