//! Whether lines of `draw` can be met out of what there is, exactly: each line takes so many, no item is taken twice.
//!
//! Items that the same lines may take are alike and counted together (`Shelf`). How much some lines can take of some items is then a
//! greatest flow from lines to items (`most`), found by augmenting paths.
//!
//! **The worst case of an order.** Lines draw one after another, each at random. Line k is met whatever the earlier ones took if and
//! only if `has(k) − most(earlier lines, out of what k may take) ≥ count(k)`. For, as all earlier lines are met whatever happens (they
//! were looked at before), a flow that fills them all exists; augmenting never lets go of an item that is taken, so any flow of
//! theirs into k's items can be completed to one that fills them all, and they may draw exactly that.

use std::collections::{BTreeMap, VecDeque};

/// Items by which lines may take them: how many there are of each sort.
#[derive(Debug, Default)]
pub struct Shelf {
    sorts: BTreeMap<Vec<usize>, usize>,
}

impl Shelf {
    /// Puts an item there that these lines (ascending) may take.
    pub fn put(&mut self, lines: Vec<usize>) {
        if !lines.is_empty() {
            *self.sorts.entry(lines).or_default() += 1;
        }
    }

    /// How many items a line may take.
    pub fn has(&self, line: usize) -> usize {
        self.sorts.iter().filter(|(lines, _)| lines.contains(&line)).map(|(_, count)| count).sum()
    }

    /// Lines that compete with one another, straight or through others, each group in its order.
    pub fn rivals(&self, lines: usize) -> Vec<Vec<usize>> {
        let mut group: Vec<usize> = (0..lines).collect();
        for sort in self.sorts.keys() {
            let least = sort.iter().map(|line| group[*line]).min().unwrap_or(0);
            let joined: Vec<usize> = sort.iter().map(|line| group[*line]).collect();
            group.iter_mut().filter(|g| joined.contains(g)).for_each(|g| *g = least);
        }
        let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (line, group) in group.into_iter().enumerate() {
            out.entry(group).or_default().push(line);
        }
        out.into_values().collect()
    }

    /// The most that these lines can take together, each up to its count, of items that `of` may take too (of all without it).
    pub fn most(&self, wants: &[(usize, usize)], of: Option<usize>) -> usize {
        let sorts: Vec<(&[usize], usize)> = self
            .sorts
            .iter()
            .filter(|(lines, _)| of.is_none_or(|of| lines.contains(&of)))
            .map(|(lines, count)| (lines.as_slice(), *count))
            .collect();
        let mut flow = Flow {
            left: wants.iter().map(|(_, count)| *count).collect(),
            free: sorts.iter().map(|(_, count)| *count).collect(),
            fits: wants.iter().map(|(line, _)| (0..sorts.len()).filter(|sort| sorts[*sort].0.contains(line)).collect()).collect(),
            given: vec![BTreeMap::new(); sorts.len()],
        };
        let mut sum = 0;
        for line in 0..wants.len() {
            while let Some(more) = flow.augment(line) {
                sum += more;
            }
        }
        sum
    }

    /// How many that a line wants may be lacking, given the lines that draw before it.
    pub fn lacking(&self, (line, count): (usize, usize), before: &[(usize, usize)]) -> usize {
        let has = self.has(line);
        let all: usize = before.iter().map(|(_, count)| count).sum::<usize>() + count;
        if has >= all {
            return 0;
        }
        (count + self.most(before, Some(line))).saturating_sub(has)
    }

    /// How many times, up to `most`, these lines can all be met without an item coming twice.
    pub fn rounds(&self, wants: &[(usize, usize)], most: usize) -> usize {
        let all: usize = wants.iter().map(|(_, count)| count).sum();
        let fits = |rounds: usize| {
            let wants: Vec<(usize, usize)> = wants.iter().map(|(line, count)| (*line, count * rounds)).collect();
            self.most(&wants, None) == all * rounds
        };
        let (mut low, mut high) = (0, most);
        while low < high {
            let middle = (low + high).div_ceil(2);
            if fits(middle) { low = middle } else { high = middle - 1 }
        }
        low
    }
}

/// A flow from lines to sorts of items.
struct Flow {
    /// What each line still wants.
    left: Vec<usize>,
    /// What there still is of each sort.
    free: Vec<usize>,
    /// The sorts that each line may take.
    fits: Vec<Vec<usize>>,
    /// How much of each sort goes to which line.
    given: Vec<BTreeMap<usize, usize>>,
}

impl Flow {
    /// Lets a line take more, others making room where they can; how much, or `None` if nothing more is to be had.
    fn augment(&mut self, line: usize) -> Option<usize> {
        if self.left[line] == 0 {
            return None;
        }
        // Breadth first over lines; of each the line and sort that it was reached through.
        let mut from: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        let mut seen = vec![false; self.free.len()];
        let mut open = VecDeque::from([line]);
        let mut end = None;
        'search: while let Some(at) = open.pop_front() {
            for &sort in &self.fits[at] {
                if std::mem::replace(&mut seen[sort], true) {
                    continue;
                }
                if self.free[sort] > 0 {
                    end = Some((at, sort));
                    break 'search;
                }
                for &holder in self.given[sort].keys() {
                    if holder != line && !from.contains_key(&holder) {
                        from.insert(holder, (at, sort));
                        open.push_back(holder);
                    }
                }
            }
        }
        let (last, sort) = end?;
        let mut more = self.left[line].min(self.free[sort]);
        let mut at = last;
        while let Some((before, through)) = from.get(&at) {
            more = more.min(self.given[*through][&at]);
            at = *before;
        }
        self.free[sort] -= more;
        self.left[line] -= more;
        *self.given[sort].entry(last).or_default() += more;
        let mut at = last;
        while let Some((before, through)) = from.get(&at).copied() {
            let held = self.given[through].entry(at).or_default();
            *held -= more;
            if *held == 0 {
                self.given[through].remove(&at);
            }
            *self.given[through].entry(before).or_default() += more;
            at = before;
        }
        Some(more)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Shelf;

    fn shelf(items: &[&[usize]]) -> Shelf {
        let mut out = Shelf::default();
        items.iter().for_each(|lines| out.put(lines.to_vec()));
        out
    }

    #[test]
    fn a_wide_line_before_a_narrow_one_may_take_what_that_needs() {
        // Two items that both may take, one that only the first may.
        let shelf = shelf(&[&[0, 1], &[0, 1], &[0]]);
        assert_eq!((shelf.has(0), shelf.has(1)), (3, 2));
        assert_eq!(shelf.lacking((1, 2), &[(0, 1)]), 1);
        assert_eq!(shelf.lacking((0, 1), &[(1, 2)]), 0);
        assert_eq!(shelf.rounds(&[(0, 1), (1, 2)], 3), 1);
        assert_eq!(shelf.rivals(3), [vec![0, 1], vec![2]]);
    }

    /// Every way that lines can draw in their order, tried out: the most that the last may be lacking; `None` where an earlier one fails.
    fn tried(items: &[Vec<usize>], taken: &mut Vec<bool>, wants: &[(usize, usize)]) -> Option<usize> {
        let Some(((line, count), rest)) = wants.split_first() else { return Some(0) };
        let may: Vec<usize> = (0..items.len()).filter(|i| !taken[*i] && items[*i].contains(line)).collect();
        if rest.is_empty() {
            return Some(count.saturating_sub(may.len()));
        }
        if may.len() < *count {
            return None;
        }
        let mut worst = 0;
        for set in 0..1_u32 << may.len() {
            if set.count_ones() as usize != *count {
                continue;
            }
            let chosen: Vec<usize> = may.iter().enumerate().filter(|(n, _)| set >> n & 1 == 1).map(|(_, i)| *i).collect();
            chosen.iter().for_each(|i| taken[*i] = true);
            let lacking = tried(items, taken, rest);
            chosen.iter().for_each(|i| taken[*i] = false);
            worst = worst.max(lacking?);
        }
        Some(worst)
    }

    proptest! {
        /// The formula says what trying everything says, wherever the earlier lines are always met.
        #[test]
        fn the_worst_case_is_exact(
            items in prop::collection::vec(prop::collection::btree_set(0..3_usize, 0..4), 0..7),
            counts in prop::collection::vec(1..4_usize, 1..4),
        ) {
            let items: Vec<Vec<usize>> = items.into_iter().map(|lines| lines.into_iter().collect()).collect();
            let mut shelf = Shelf::default();
            items.iter().for_each(|lines| shelf.put(lines.clone()));
            let wants: Vec<(usize, usize)> = counts.into_iter().enumerate().collect();
            let (last, before) = wants.split_last().expect("one at least");
            if let Some(worst) = tried(&items, &mut vec![false; items.len()], &wants) {
                prop_assert_eq!(shelf.lacking(*last, before), worst);
            }
        }
    }
}
