//! What is drawn, over all forms at once.
//!
//! Lines draw in the order written, uniformly, and never what an earlier one took. Items that the same lines may draw are of one
//! *sort* (say, the level-1 questions of a bank): by symmetry, once it is known how many of a sort were drawn, every set of so many is
//! equally likely. So it is enough to know how likely each combination of counts is, and to sum each sort over its subsets of a size,
//! which takes one pass over its items. Lines that share no sort draw independently.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use num_integer::Integer as _;
use num_traits::One as _;

use super::Trouble;
use super::question::binomials;
use super::spread::Big;

/// The most combinations of counts that are looked at.
const MOST: usize = 20_000;

/// Lines that compete for items, apart from all others.
pub(in crate::analysis) struct Pool<T> {
    /// Number and count of each line, in the order written.
    lines: Vec<(usize, usize)>,
    /// Items by which of these lines may draw them.
    sorts: Vec<(Vec<usize>, Vec<T>)>,
    /// How many of each sort are drawn, and how likely that is.
    counts: BTreeMap<Vec<usize>, Big>,
}

/// Why there is no pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum Unfit {
    /// This line may come short by so many items.
    Short { line: usize, missing: usize },
    /// Too many combinations of counts.
    Many,
}

/// What has weights that are out of something.
pub(in crate::analysis) trait Weighed {
    /// What they are out of.
    fn whole(&self) -> BigUint;
}

/// What is summed up over drawn items: weights over sums.
pub(in crate::analysis) trait Sums: Clone {
    /// One item.
    type Item;
    /// No weight on anything, of the same make.
    fn nothing(&self) -> Self;
    /// Adds what `before` comes to with one item more.
    fn add_with(&mut self, before: &Self, item: &Self::Item);
    /// Adds all of another, its weights multiplied.
    fn add(&mut self, other: &Self, weight: &BigUint);
    /// Multiplies all weights.
    fn weigh(&mut self, by: &BigUint);
    /// Whether it has outgrown what is worked with.
    fn is_large(&self) -> bool;
}

/// How weights that are out of different numbers are brought together.
pub(in crate::analysis) enum Scale {
    /// Each item that is drawn is brought to this number; one that is not drawn does not matter.
    Drawn(BigUint),
    /// Each item, drawn or not, counts with the number of its own.
    Each,
}

impl Scale {
    /// What the weights of a drawn item are multiplied by.
    pub fn times(&self, item: &impl Weighed) -> BigUint {
        match self {
            Self::Drawn(all) => all / item.whole(),
            Self::Each => BigUint::one(),
        }
    }

    /// What everything is multiplied by where an item is not drawn.
    fn passed(&self, item: &impl Weighed) -> BigUint {
        match self {
            Self::Drawn(_) => BigUint::one(),
            Self::Each => item.whole(),
        }
    }
}

/// Items with the lines (ascending) that may draw them, into pools. `counts` says how many each line draws.
pub(in crate::analysis) fn pools<T>(counts: &[(usize, usize)], items: Vec<(Vec<usize>, T)>) -> Result<Vec<Pool<T>>, Unfit> {
    let mut sorts: BTreeMap<Vec<usize>, Vec<T>> = BTreeMap::new();
    for (lines, item) in items {
        sorts.entry(lines).or_default().push(item);
    }
    // Lines joined by a sort that both may draw from get the number of the first of them.
    let mut group: BTreeMap<usize, usize> = counts.iter().map(|(line, _)| (*line, *line)).collect();
    for lines in sorts.keys() {
        let joined: Vec<usize> = lines.iter().map(|line| group[line]).collect();
        let Some(first) = joined.iter().min().copied() else { continue };
        group.values_mut().filter(|g| joined.contains(g)).for_each(|g| *g = first);
    }
    let mut pools: BTreeMap<usize, Pool<T>> = BTreeMap::new();
    let empty = || Pool { lines: Vec::new(), sorts: Vec::new(), counts: BTreeMap::new() };
    for (line, count) in counts {
        pools.entry(group[line]).or_insert_with(empty).lines.push((*line, *count));
    }
    for (lines, items) in sorts {
        if let Some(pool) = lines.first().and_then(|line| pools.get_mut(&group[line])) {
            pool.sorts.push((lines, items));
        }
    }
    let mut out: Vec<Pool<T>> = pools.into_values().collect();
    for pool in &mut out {
        pool.counts = pool.counted()?;
    }
    Ok(out)
}

impl<T> Pool<T> {
    /// The same pool of other items.
    pub fn map<U>(&self, of: impl Fn(&T) -> U) -> Pool<U> {
        let sorts = self.sorts.iter().map(|(lines, items)| (lines.clone(), items.iter().map(&of).collect()));
        Pool { lines: self.lines.clone(), sorts: sorts.collect(), counts: self.counts.clone() }
    }

    /// The same, in the order of `items`, by what keeps count.
    pub fn map_mut<U>(&self, of: &mut impl FnMut(&T) -> U) -> Pool<U> {
        let sorts = self.sorts.iter().map(|(lines, items)| (lines.clone(), items.iter().map(&mut *of).collect()));
        Pool { lines: self.lines.clone(), sorts: sorts.collect(), counts: self.counts.clone() }
    }

    /// The same, where an item may have none.
    ///
    /// # Errors
    /// The first that comes up.
    pub fn try_map<U, E>(&self, of: impl Fn(&T) -> Result<U, E>) -> Result<Pool<U>, E> {
        let sort = |(lines, items): &(Vec<usize>, Vec<T>)| Ok((lines.clone(), items.iter().map(&of).collect::<Result<_, E>>()?));
        let sorts = self.sorts.iter().map(sort).collect::<Result<_, E>>()?;
        Ok(Pool { lines: self.lines.clone(), sorts, counts: self.counts.clone() })
    }

    /// All items.
    pub fn items(&self) -> impl Iterator<Item = &T> {
        self.sorts.iter().flat_map(|(_, items)| items)
    }

    /// How many items are drawn.
    pub fn drawn(&self) -> usize {
        self.lines.iter().map(|(_, count)| count).sum()
    }

    /// All items, each with the probability that it is drawn.
    pub fn likely(&self) -> impl Iterator<Item = (&T, Big)> {
        self.sorts.iter().enumerate().flat_map(|(sort, (_, items))| {
            let of = BigUint::from(items.len());
            let mean: Big = self.counts.iter().map(|(counts, chance)| chance * BigUint::from(counts[sort])).sum();
            items.iter().map(move |item| (item, &mean / &of))
        })
    }

    /// Its lines in the order written: number and count.
    pub fn lines(&self) -> &[(usize, usize)] {
        &self.lines
    }

    /// Its sorts: the lines that may draw them, and the items.
    pub fn sorts(&self) -> &[(Vec<usize>, Vec<T>)] {
        &self.sorts
    }

    /// How many of each sort may be drawn together.
    pub fn counts(&self) -> impl Iterator<Item = &Vec<usize>> {
        self.counts.keys()
    }

    /// How many different sets of items can be drawn.
    pub fn sets(&self) -> BigUint {
        self.ways(|items| items.len()).map(|(_, ways)| ways).sum()
    }

    /// The chance that nothing is drawn that is so.
    pub fn without(&self, is: impl Fn(&T) -> bool) -> Big {
        let chances = self.ways(|items| items.iter().filter(|item| !is(item)).count());
        let all = self.ways(|items| items.len());
        chances.zip(all).map(|((chance, ways), (_, all))| chance * Big::new(ways, all)).sum()
    }

    /// Of each combination of counts its chance, and in how many ways it can be drawn from so many items of each sort.
    fn ways(&self, items: impl Fn(&[T]) -> usize) -> impl Iterator<Item = (&Big, BigUint)> {
        let ways: Vec<Vec<BigUint>> = self.sorts.iter().map(|(_, all)| binomials(items(all))).collect();
        let of = move |counts: &Vec<usize>| -> BigUint {
            counts.iter().zip(&ways).map(|(count, ways)| ways.get(*count).cloned().unwrap_or_default()).product()
        };
        self.counts.iter().map(move |(counts, chance)| (chance, of(counts)))
    }

    fn counted(&self) -> Result<BTreeMap<Vec<usize>, Big>, Unfit> {
        let mut now = BTreeMap::from([(vec![0; self.sorts.len()], Big::one())]);
        for &(line, count) in &self.lines {
            let mut next: BTreeMap<Vec<usize>, Big> = BTreeMap::new();
            for (taken, chance) in &now {
                let open: Vec<(usize, usize)> = self.open(line, taken);
                let there: usize = open.iter().map(|(_, left)| left).sum();
                if there < count {
                    return Err(Unfit::Short { line, missing: count - there });
                }
                let all = binomials(there).swap_remove(count);
                for (more, ways) in splits(&open, count) {
                    let mut after = taken.clone();
                    more.iter().for_each(|(sort, n)| after[*sort] += n);
                    *next.entry(after).or_default() += chance * Big::new(ways, all.clone());
                }
                if next.len() > MOST {
                    return Err(Unfit::Many);
                }
            }
            now = next;
        }
        Ok(now)
    }

    /// The sorts that a line may draw from, with how many items are left of each.
    fn open(&self, line: usize, taken: &[usize]) -> Vec<(usize, usize)> {
        let sorts = self.sorts.iter().zip(taken).enumerate().filter(|(_, ((lines, _), _))| lines.contains(&line));
        sorts.map(|(sort, ((_, items), taken))| (sort, items.len() - taken)).collect()
    }

    /// Of each combination of counts, the weight that one set of items has in it.
    fn shares(&self) -> impl Iterator<Item = (&Vec<usize>, Big)> {
        self.counts.iter().map(|(counts, chance)| {
            let sets = counts.iter().zip(&self.sorts).map(|(count, (_, items))| binomials(items.len()).swap_remove(*count));
            (counts, chance / sets.product::<BigUint>())
        })
    }

    /// The least number that makes all of them whole.
    fn forms(&self) -> BigUint {
        self.shares().fold(BigUint::one(), |all, (_, share)| all.lcm(share.denom()))
    }
}

impl<T: Weighed> Pool<T> {
    /// The scale that keeps weights small.
    pub fn scale(&self) -> Scale {
        let all = self.items().fold(BigUint::one(), |all, item| all.lcm(&item.whole()));
        let each: BigUint = self.items().map(Weighed::whole).product();
        if all.pow(size(self.drawn())) < each { Scale::Drawn(all) } else { Scale::Each }
    }

    /// What all items together put into the whole.
    fn of_items(&self) -> BigUint {
        match self.scale() {
            Scale::Drawn(all) => all.pow(size(self.drawn())),
            Scale::Each => self.items().map(Weighed::whole).product(),
        }
    }

    /// What the weights are out of that `sums` adds.
    pub fn whole(&self) -> BigUint {
        self.forms() * self.of_items()
    }

    /// A bound on every weight that comes about on the way.
    pub fn most(&self) -> BigUint {
        let ways = self.sorts.iter().enumerate().map(|(sort, (_, items))| {
            let drawn = self.counts.keys().map(|counts| counts[sort]).max().unwrap_or(0);
            binomials(items.len()).into_iter().take(drawn + 1).max().unwrap_or_default()
        });
        ways.product::<BigUint>().max(self.forms()) * self.of_items()
    }

    /// Sums over everything that can be drawn, added to what `start` has.
    pub fn sums<S: Sums>(&self, start: &S, of: impl Fn(&T, &Scale) -> S::Item) -> Result<S, Trouble> {
        let scale = self.scale();
        let items = |(_, items): &(Vec<usize>, Vec<T>)| {
            items.iter().map(|item| (of(item, &scale), scale.passed(item))).collect::<Vec<_>>()
        };
        let sorts: Vec<Vec<(S::Item, BigUint)>> = self.sorts.iter().map(items).collect();
        let forms = self.forms();
        let shares: Vec<(&[usize], BigUint)> =
            self.shares().map(|(counts, share)| (counts.as_slice(), (share * &forms).to_integer())).collect();
        let mut out = start.nothing();
        descend(start, &sorts, &shares, &mut out)?;
        Ok(out)
    }
}

/// Goes through the sorts one after another: `now` is what those before have come to, `shares` the counts that go on from there.
fn descend<S: Sums>(
    now: &S,
    sorts: &[Vec<(S::Item, BigUint)>],
    shares: &[(&[usize], BigUint)],
    out: &mut S,
) -> Result<(), Trouble> {
    let Some((items, rest)) = sorts.split_first() else {
        shares.iter().for_each(|(_, weight)| out.add(now, weight));
        return if out.is_large() { Err(Trouble::TooFine) } else { Ok(()) };
    };
    let mut onward: BTreeMap<usize, Vec<(&[usize], BigUint)>> = BTreeMap::new();
    for (counts, weight) in shares {
        onward.entry(counts[0]).or_default().push((&counts[1..], weight.clone()));
    }
    let least = onward.keys().next().copied().unwrap_or(0);
    let most = onward.keys().next_back().copied().unwrap_or(0);
    let sums = subsets(now, items, least, most)?;
    onward.iter().try_for_each(|(count, shares)| descend(&sums[*count], rest, shares, out))
}

/// Sums over all subsets of each size from `least` to `most`; smaller ones are left half done.
fn subsets<S: Sums>(start: &S, items: &[(S::Item, BigUint)], least: usize, most: usize) -> Result<Vec<S>, Trouble> {
    let mut out = vec![start.clone()];
    out.resize(most + 1, start.nothing());
    for (n, (item, passed)) in items.iter().enumerate() {
        // Sizes from which `least` can still be come to, and that there are items for.
        let low = (least + n + 1).saturating_sub(items.len());
        for size in (low..=most.min(n + 1)).rev() {
            out[size].weigh(passed);
            let (smaller, larger) = out.split_at_mut(size);
            if let Some(before) = smaller.last() {
                larger[0].add_with(before, item);
            }
        }
        if out.iter().any(Sums::is_large) {
            return Err(Trouble::TooFine);
        }
    }
    Ok(out)
}

/// How so many items can be split over sorts, and in how many ways each.
pub(in crate::analysis) fn splits(open: &[(usize, usize)], count: usize) -> Vec<(Vec<(usize, usize)>, BigUint)> {
    let Some(((sort, left), rest)) = open.split_first() else {
        return if count == 0 { vec![(Vec::new(), BigUint::one())] } else { Vec::new() };
    };
    let ways = binomials(*left);
    let mut out = Vec::new();
    for (here, ways) in ways.iter().enumerate().take(count + 1) {
        for (mut more, others) in splits(rest, count - here) {
            more.push((*sort, here));
            out.push((more, ways * others));
        }
    }
    out
}

fn size(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
