//! What a blueprint comes to before anybody answers anything: how many different exams it makes, what two of them have in common,
//! and how long items last for a candidate who comes again.
//!
//! Of the drawing it knows what `chance/pool` knows. That unseen items come first is `attempt/blueprint`'s rule; here it is walked over
//! numbers of items instead of items, which is the same because items of a sort are drawn alike.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use num_traits::{One as _, Zero as _};

use crate::analysis::chance::{Big, Pool, Trouble, question_pools, splits, station_pools, talk_pools};
use crate::base::id::ObjectiveRef;
use crate::model::library::Library;
use crate::model::licence::Scheme;
use crate::model::word::PartOf;

/// The most attempts that are looked at for the first item to come again.
const ATTEMPTS: u32 = 1000;
/// The most combinations of numbers of items that are looked at in one attempt.
const MOST: usize = 20_000;

/// A draw line, and how long what it may draw lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Of which part: theory, practice (role-plays) or station.
    pub part: PartOf,
    /// Its number within the part, from 0.
    pub line: usize,
    /// How many items it takes.
    pub count: usize,
    /// How many items it may take from.
    pub there: usize,
    /// How many it takes in all attempts that are allowed; a station may be shown again.
    pub needed: usize,
    /// After so many attempts an item may come again. `None`: not within a thousand attempts, too much to look at, or a station.
    pub lasts: Option<u32>,
}

/// What a blueprint comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// How many different sets of questions there are; one where there is no theory.
    pub theory: BigUint,
    /// How many different sets of role-plays and stations there are; one where there is no practice.
    pub practice: BigUint,
    /// The mean share of items that two forms drawn independently have in common: questions, role-plays and stations count alike.
    pub overlap: Big,
    /// The lines, those of the theory first.
    pub lines: Vec<Line>,
    /// Of the second attempt and each one after it that is allowed, the mean share of questions and role-plays that the candidate has met
    /// before. Stations are left out: their steps are handed out and practised, and who has met one still has to show it.
    /// `None` where that is too much to look at.
    pub again: Option<Vec<Big>>,
}

/// What a drawn item serves.
pub(super) type Serves<'a> = &'a [ObjectiveRef];

/// The pools of a part.
pub(super) struct Part<'a> {
    pub of: PartOf,
    pub pools: Vec<Pool<Serves<'a>>>,
}

/// The pools of all parts.
///
/// # Errors
/// `Trouble` where a draw cannot be met, or there are too many ways to draw.
pub(super) fn parts<'a>(scheme: &Scheme, library: &'a Library) -> Result<[Part<'a>; 3], Trouble> {
    let questions = question_pools(scheme, library)?.iter().map(|pool| pool.map(|q| &*q.objectives)).collect();
    let talks = talk_pools(scheme, library)?.iter().map(|pool| pool.map(|s| &*s.objectives)).collect();
    let stations = station_pools(scheme, library)?.iter().map(|pool| pool.map(|s| &*s.objectives)).collect();
    Ok([
        Part { of: PartOf::Theory, pools: questions },
        Part { of: PartOf::Practice, pools: talks },
        Part { of: PartOf::Station, pools: stations },
    ])
}

/// The shape of a blueprint.
pub(super) fn shape(parts: &[Part<'_>], attempts: u32) -> Shape {
    let sets = |of: &dyn Fn(PartOf) -> bool| -> BigUint {
        parts.iter().filter(|part| of(part.of)).flat_map(|part| &part.pools).map(Pool::sets).product()
    };
    let pools = || parts.iter().flat_map(|part| &part.pools);
    let drawn: usize = pools().map(Pool::drawn).sum();
    let unseen: Vec<_> = parts.iter().filter(|part| part.of != PartOf::Station).flat_map(|part| &part.pools).collect();
    let common: Big = pools().flat_map(Pool::likely).map(|(_, likely)| &likely * &likely).sum();
    Shape {
        theory: sets(&|of| of == PartOf::Theory),
        practice: sets(&|of| of != PartOf::Theory),
        overlap: share(common, drawn),
        lines: parts.iter().flat_map(|part| part.pools.iter().flat_map(|pool| lines(part.of, pool, attempts))).collect(),
        again: again(&unseen, attempts),
    }
}

fn lines<T>(part: PartOf, pool: &Pool<T>, attempts: u32) -> Vec<Line> {
    let watched = part == PartOf::Station;
    let lasting = if watched { vec![None; pool.lines().len()] } else { lasting(pool) };
    let line = |((line, count), lasts): (&(usize, usize), &Option<u32>)| Line {
        part,
        line: *line,
        count: *count,
        there: pool.sorts().iter().filter(|(lines, _)| lines.contains(line)).map(|(_, items)| items.len()).sum(),
        needed: if watched { *count } else { count.saturating_mul(attempts as usize) },
        lasts: *lasts,
    };
    let mut out: Vec<Line> = pool.lines().iter().zip(&lasting).map(line).collect();
    out.sort_by_key(|line| line.line);
    out
}

fn again<T>(pools: &[&Pool<T>], attempts: u32) -> Option<Vec<Big>> {
    let drawn: usize = pools.iter().map(|pool| pool.drawn()).sum();
    let later = attempts.min(ATTEMPTS).saturating_sub(1) as usize;
    let mut out = vec![Big::zero(); later];
    for pool in pools {
        let mut walk = Walk::new(pool);
        walk.attempt()?;
        for sum in &mut out {
            *sum += walk.attempt()?.into_iter().sum::<Big>();
        }
    }
    Some(out.into_iter().map(|sum| share(sum, drawn)).collect())
}

/// Of each line, after how many attempts it may take something again.
fn lasting<T>(pool: &Pool<T>) -> Vec<Option<u32>> {
    let mut out = vec![None; pool.lines().len()];
    let mut walk = Walk::new(pool);
    for before in 0..ATTEMPTS {
        let Some(means) = walk.attempt() else { break };
        for (lasts, mean) in out.iter_mut().zip(means) {
            if lasts.is_none() && !mean.is_zero() {
                *lasts = Some(before);
            }
        }
        if out.iter().all(Option::is_some) {
            break;
        }
    }
    out
}

/// A candidate who comes again and again: how many items of each sort were met, and how likely that is.
struct Walk<'a, T> {
    pool: &'a Pool<T>,
    met: BTreeMap<Vec<usize>, Big>,
}

/// Within an attempt: how many of each sort were met before, are taken for the first time, are taken again.
type Taken = (Vec<usize>, Vec<usize>, Vec<usize>);

impl<'a, T> Walk<'a, T> {
    fn new(pool: &'a Pool<T>) -> Self {
        Self { pool, met: BTreeMap::from([(vec![0; pool.sorts().len()], Big::one())]) }
    }

    /// One attempt more: of each line the mean number of items it takes again. `None`: too much to look at.
    fn attempt(&mut self) -> Option<Vec<Big>> {
        let none = vec![0; self.pool.sorts().len()];
        let mut now: BTreeMap<Taken, Big> =
            std::mem::take(&mut self.met).into_iter().map(|(met, chance)| ((met, none.clone(), none.clone()), chance)).collect();
        let mut means = Vec::new();
        for (line, count) in self.pool.lines() {
            let mut next: BTreeMap<Taken, Big> = BTreeMap::new();
            let mut mean = Big::zero();
            for ((met, fresh, old), chance) in now {
                let open = |left: &dyn Fn(usize, usize) -> usize| -> Vec<(usize, usize)> {
                    let sorts = self.pool.sorts().iter().enumerate().filter(|(_, (lines, _))| lines.contains(line));
                    sorts.map(|(sort, (_, items))| (sort, left(sort, items.len()))).collect()
                };
                let unseen = open(&|sort, all| all - met[sort] - fresh[sort]);
                let first = unseen.iter().map(|(_, left)| left).sum::<usize>().min(*count);
                let seen = open(&|sort, _| met[sort] - old[sort]);
                mean += &chance * BigUint::from(count - first);
                for (new, of_new) in likely(&unseen, first) {
                    for (more, of_more) in likely(&seen, count - first) {
                        let (mut fresh, mut old) = (fresh.clone(), old.clone());
                        new.iter().for_each(|(sort, n)| fresh[*sort] += n);
                        more.iter().for_each(|(sort, n)| old[*sort] += n);
                        *next.entry((met.clone(), fresh, old)).or_default() += &chance * &of_new * of_more;
                    }
                }
            }
            if next.len() > MOST {
                return None;
            }
            means.push(mean);
            now = next;
        }
        for ((met, fresh, _), chance) in now {
            *self.met.entry(met.iter().zip(fresh).map(|(a, b)| a + b).collect()).or_default() += chance;
        }
        Some(means)
    }
}

/// How likely so many items are split how over sorts.
fn likely(open: &[(usize, usize)], count: usize) -> Vec<(Vec<(usize, usize)>, Big)> {
    let all = splits(open, count);
    let whole: BigUint = all.iter().map(|(_, ways)| ways).sum();
    all.into_iter().map(|(split, ways)| (split, Big::new(ways, whole.clone()))).collect()
}

fn share(sum: Big, of: usize) -> Big {
    if of == 0 { Big::zero() } else { sum / BigUint::from(of) }
}
