//! The figures of classical test theory, by the formulas that Moodle's quiz statistics have.
//!
//! With n attempts and all (co)variances over n − 1; x the marks on an item, m its most, T the totals, r = T − x the rest of them:
//! facility = mean x ÷ m (a share of 1); sd = √V(x), in points; discrimination = 100·C(x, r) ÷ √(V(x)·V(r)); efficiency =
//! 100·C(x, r) ÷ the largest covariance that the same marks in another order could have; effective weight = 100·√C(x, T) ÷ the sum of
//! these roots. Of the totals: skewness = k3 ÷ k2^1.5, kurtosis = k4 ÷ k2² (k: unbiased cumulants); cic = Cronbach's α in percent;
//! error ratio = 100·√(1 − cic ÷ 100); standard error = error ratio ÷ 100 · sd. What is not defined is `None`, never 0.
//!
//! Where attempts met different items (a form drawn from a bank) totals of marks are no one scale: the rest is then the share of the
//! other items' points, and the totals are percent; what needs one form (weights, cic and what follows from it) is `None`.

use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};
use serde::Serialize;

use super::exact::{matched, powers, root, runs, share, twice_the_median};
use super::{Column, Table};

/// Everything there is to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Item by item, in the table's order.
    pub items: Vec<Item>,
    /// Of the totals.
    pub quiz: Quiz,
}

/// One item's figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Item {
    /// Its name.
    pub item: String,
    /// How many attempts met it.
    pub attempts: usize,
    /// The mean mark, a share of the most.
    pub facility: Option<f64>,
    /// The standard deviation, in points.
    pub sd: Option<f64>,
    /// Its share of all points there are, in percent.
    pub intended_weight: Option<f64>,
    /// Its share of what makes totals differ, in percent. `None` too where it works against them.
    pub effective_weight: Option<f64>,
    /// The correlation with the rest, in percent.
    pub discrimination: Option<f64>,
    /// The covariance with the rest, in percent of the largest possible.
    pub efficiency: Option<f64>,
    /// Whether those who did better on it did worse on the rest.
    pub negative_covariance: bool,
}

/// The figures of the totals: in points, or in percent where the attempts met different items.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Quiz {
    /// The mean.
    pub mean: Option<f64>,
    /// The median.
    pub median: Option<f64>,
    /// The standard deviation.
    pub sd: Option<f64>,
    /// The skewness.
    pub skewness: Option<f64>,
    /// The excess kurtosis.
    pub kurtosis: Option<f64>,
    /// The coefficient of internal consistency, in percent.
    pub cic: Option<f64>,
    /// How much of the deviation is chance, in percent.
    pub error_ratio: Option<f64>,
    /// The standard error of a total.
    pub standard_error: Option<f64>,
}

/// Parts of the whole that shares are counted in where forms differ: finer than any mark.
const PARTS: i64 = 1_000_000_000;

/// Sums over an item: of its marks, of the rest, and of both together.
struct Sums {
    n: BigInt,
    x: BigInt,
    /// n(n−1) times the variance of the marks.
    xx: BigInt,
    /// The same of the rest.
    rr: BigInt,
    /// n(n−1) times the covariance of both.
    xr: BigInt,
    /// n(n−1) times the largest covariance.
    most: BigInt,
}

/// All figures of a table.
pub fn figures(table: &Table) -> Figures {
    let totals = table.totals();
    let one = table.is_one_form();
    let sums: Vec<Sums> = table.columns.iter().map(|c| Sums::of(c, &totals, one)).collect();
    let mut items: Vec<Item> = table.columns.iter().zip(&sums).map(|(column, sums)| item(column, sums, table.unit)).collect();
    if one {
        weights(&mut items, table, &sums);
    }
    let quiz = if one {
        let marks: Vec<i64> = totals.iter().map(|t| t.0).collect();
        let (mut quiz, spread) = quiz(&marks, table.unit);
        consistency(&mut quiz, &spread, table, &sums);
        quiz
    } else {
        let shares: Vec<i64> = totals.iter().map(|(earned, of)| part(*earned, *of)).collect();
        quiz(&shares, PARTS / 100).0
    };
    Figures { items, quiz }
}

/// `earned` of `of` in `PARTS`.
fn part(earned: i64, of: i64) -> i64 {
    let whole = i128::from(of).max(1);
    i64::try_from(i128::from(earned) * i128::from(PARTS) / whole).unwrap_or(i64::MAX)
}

impl Sums {
    fn of(column: &Column, totals: &[(i64, i64)], one: bool) -> Self {
        let rest: Vec<i64> = match &column.rows {
            None if one => totals.iter().zip(&column.marks).map(|((total, _), mark)| total - mark).collect(),
            None => (0..totals.len()).zip(&column.marks).map(|(row, mark)| others(totals[row], *mark, column.max)).collect(),
            Some(rows) => rows.iter().zip(&column.marks).map(|(row, mark)| others(totals[*row], *mark, column.max)).collect(),
        };
        let (mut x, mut r, mut xx, mut rr, mut xr) = (0_i128, 0_i128, 0_i128, 0_i128, 0_i128);
        for (mark, rest) in column.marks.iter().zip(&rest) {
            let (mark, rest) = (i128::from(*mark), i128::from(*rest));
            x += mark;
            r += rest;
            xx += mark * mark;
            rr += rest * rest;
            xr += mark * rest;
        }
        let n = BigInt::from(column.marks.len());
        let (x, r) = (BigInt::from(x), BigInt::from(r));
        let most = matched(&runs(&column.marks), &runs(&rest));
        Self { xx: &n * xx - &x * &x, rr: &n * rr - &r * &r, xr: &n * xr - &x * &r, most: &n * most - &x * &r, n, x }
    }

    /// n(n−1): what the variances and covariances here are yet to be divided by.
    fn pairs(&self) -> BigInt {
        &self.n * (&self.n - 1)
    }

    /// n(n−1) times the covariance of the marks with the totals.
    fn with_total(&self) -> BigInt {
        &self.xr + &self.xx
    }
}

/// The share of the points of an attempt's other items.
fn others((total, of): (i64, i64), mark: i64, max: i64) -> i64 {
    part(total - mark, of - max)
}

fn item(column: &Column, sums: &Sums, unit: i64) -> Item {
    let spread = &sums.xx * &sums.rr;
    Item {
        item: column.item.clone(),
        attempts: column.marks.len(),
        facility: share(&sums.x, &(&sums.n * column.max)),
        sd: root(&sums.xx, &(sums.pairs() * unit * unit)),
        discrimination: root(&(&sums.xr * &sums.xr), &spread).map(|r| if sums.xr.is_negative() { -100.0 * r } else { 100.0 * r }),
        efficiency: share(&(&sums.xr * 100), &sums.most),
        negative_covariance: sums.xr.is_negative(),
        ..Item::default()
    }
}

fn weights(items: &mut [Item], table: &Table, sums: &[Sums]) {
    let of: BigInt = table.columns.iter().map(|c| BigInt::from(c.max)).sum();
    let roots: Vec<Option<f64>> = sums.iter().map(|s| root(&s.with_total(), &s.pairs())).collect();
    // From the smallest up: the same sum whichever item comes first.
    let mut known: Vec<f64> = roots.iter().copied().flatten().collect();
    known.sort_by(f64::total_cmp);
    let all: f64 = known.iter().sum();
    for ((item, column), root) in items.iter_mut().zip(&table.columns).zip(roots) {
        item.intended_weight = share(&(BigInt::from(column.max) * 100), &of);
        item.effective_weight = root.filter(|_| all > 0.0).map(|root| 100.0 * root / all);
    }
}

/// Of totals in so many parts of what is shown; with n(n−1) times their variance.
fn quiz(totals: &[i64], unit: i64) -> (Quiz, BigInt) {
    let count = totals.len();
    let n = BigInt::from(count);
    let unit = BigInt::from(unit);
    // About their middle, so that the powers stay small.
    let sum: i128 = totals.iter().map(|t| i128::from(*t)).sum();
    let middle = i64::try_from(sum / (count.max(1) as i128)).unwrap_or_default();
    let off: Vec<i64> = totals.iter().map(|t| t - middle).collect();
    let [s1, s2, s3, s4] = powers(&off);
    // n^k times the k-th central moment.
    let a2: BigInt = &n * &s2 - &s1 * &s1;
    let a3: BigInt = &n * &n * &s3 - 3 * &n * &s1 * &s2 + 2 * s1.pow(3);
    let a4: BigInt = n.pow(3) * &s4 - 4 * n.pow(2) * &s1 * &s3 + 6 * &n * s1.pow(2) * &s2 - 3 * s1.pow(4);
    let (one, two, three) = (&n - 1, &n - 2, &n - 3);
    let skewness = root(&(&a3 * &a3 * &n * &one), &(&two * &two * a2.pow(3)));
    let kurtosis = share(&((((&n + 1) * &a4) - 3 * &one * a2.pow(2)) * &one), &(&two * &three * a2.pow(2)));
    let quiz = Quiz {
        mean: share(&BigInt::from(sum), &(&n * &unit)),
        median: twice_the_median(&runs(totals)).and_then(|twice| share(&BigInt::from(twice), &(&unit * 2))),
        sd: root(&a2, &(&n * &one * &unit * &unit)),
        skewness: skewness.filter(|_| count > 2).map(|s| if a3.is_negative() { -s } else { s }),
        kurtosis: kurtosis.filter(|_| count > 3),
        ..Quiz::default()
    };
    (quiz, a2)
}

/// How well the items hang together; over three attempts and two items at least.
fn consistency(quiz: &mut Quiz, spread: &BigInt, table: &Table, sums: &[Sums]) {
    if table.attempts < 3 || sums.len() < 2 || spread.is_zero() {
        return;
    }
    let (n, p) = (BigInt::from(table.attempts), BigInt::from(sums.len()));
    let own: BigInt = sums.iter().map(|s| &s.xx).sum();
    let less = &p - 1;
    let error = &p * &own - spread;
    quiz.cic = share(&(100 * &p * (spread - &own)), &(&less * spread));
    quiz.error_ratio = root(&error, &(&less * spread)).map(|r| 100.0 * r);
    quiz.standard_error = root(&error, &(less * &n * (&n - 1) * table.unit * table.unit));
}
