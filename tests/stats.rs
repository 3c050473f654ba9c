//! The figures of `stats` against an independent computation: plain definitions over rational numbers, and numbers worked by hand.

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{Signed as _, ToPrimitive as _, Zero as _};
use onduty::analysis::items::figures::{Figures, figures};
use onduty::analysis::items::sheet;
use proptest::prelude::*;

type R = Ratio<BigInt>;

fn whole(n: usize) -> R {
    R::from_integer(n.into())
}

fn float(r: &R) -> f64 {
    // Both sides within what a floating-point number holds.
    let shift = r.denom().bits().saturating_sub(200).min(r.numer().bits().saturating_sub(200));
    (r.numer() >> shift).to_f64().expect("a number") / (r.denom() >> shift).to_f64().expect("a number")
}

/// The naive statistics: marks by attempt, then item.
struct Naive {
    marks: Vec<Vec<R>>,
    max: Vec<R>,
}

fn mean(x: &[R]) -> R {
    x.iter().sum::<R>() / whole(x.len())
}

/// C(x, y) with n − 1.
fn covariance(x: &[R], y: &[R]) -> Option<R> {
    let (mx, my) = (mean(x), mean(y));
    let sum: R = x.iter().zip(y).map(|(a, b)| (a - &mx) * (b - &my)).sum();
    (x.len() > 1).then(|| sum / whole(x.len() - 1))
}

fn sorted(x: &[R]) -> Vec<R> {
    let mut x = x.to_vec();
    x.sort();
    x
}

fn moment(x: &[R], n: i32) -> R {
    let m = mean(x);
    mean(&x.iter().map(|v| (v - &m).pow(n)).collect::<Vec<_>>())
}

impl Naive {
    fn item(&self, i: usize) -> Vec<R> {
        self.marks.iter().map(|row| row[i].clone()).collect()
    }

    fn totals(&self) -> Vec<R> {
        self.marks.iter().map(|row| row.iter().sum()).collect()
    }

    fn rest(&self, i: usize) -> Vec<R> {
        self.totals().iter().zip(self.item(i)).map(|(t, x)| t - x).collect()
    }

    fn facility(&self, i: usize) -> Option<f64> {
        (!self.max[i].is_zero()).then(|| float(&(mean(&self.item(i)) / &self.max[i])))
    }

    fn discrimination(&self, i: usize) -> Option<f64> {
        let (x, r) = (self.item(i), self.rest(i));
        let product = covariance(&x, &x)? * covariance(&r, &r)?;
        (!product.is_zero()).then(|| 100.0 * float(&covariance(&x, &r).expect("two")) / float(&product).sqrt())
    }

    fn efficiency(&self, i: usize) -> Option<f64> {
        let (x, r) = (self.item(i), self.rest(i));
        let most = covariance(&sorted(&x), &sorted(&r))?;
        (!most.is_zero()).then(|| 100.0 * float(&(covariance(&x, &r).expect("two") / most)))
    }

    fn effective_weight(&self, i: usize) -> Option<f64> {
        let totals = self.totals();
        let root = |j: usize| covariance(&self.item(j), &totals).filter(|c| !c.is_negative()).map(|c| float(&c).sqrt());
        let all: f64 = (0..self.max.len()).filter_map(root).sum();
        root(i).filter(|_| all > 0.0).map(|own| 100.0 * own / all)
    }

    /// k2, k3, k4 of the totals, as far as there are enough.
    fn cumulants(&self) -> (Option<R>, Option<R>, Option<R>) {
        let (t, s) = (self.totals(), self.marks.len());
        let m = |n| moment(&t, n);
        let k2 = (s > 1).then(|| whole(s) * m(2) / whole(s - 1));
        let k3 = (s > 2).then(|| whole(s * s) * m(3) / whole((s - 1) * (s - 2)));
        let k4 = (s > 3).then(|| {
            whole(s * s) * (whole(s + 1) * m(4) - whole(3 * (s - 1)) * m(2).pow(2)) / whole((s - 1) * (s - 2) * (s - 3))
        });
        (k2, k3, k4)
    }

    fn cic(&self) -> Option<R> {
        let p = self.max.len();
        let (k2, k3, _) = self.cumulants();
        let k2 = k2.filter(|k2| !k2.is_zero() && k3.is_some() && p > 1)?;
        let own: R = (0..p).map(|i| covariance(&self.item(i), &self.item(i)).expect("two")).sum();
        Some(whole(100) * whole(p) / whole(p - 1) * (whole(1) - own / k2))
    }

    fn quiz(&self) -> [Option<f64>; 8] {
        let (k2, k3, k4) = self.cumulants();
        let (t, s) = (sorted(&self.totals()), self.marks.len());
        let spread = k2.clone().filter(|k2| !k2.is_zero());
        let error = self.cic().map(|cic| 100.0 * float(&(whole(1) - cic / whole(100))).sqrt());
        let sd = k2.as_ref().map(|k2| float(k2).sqrt());
        [
            Some(float(&mean(&t))),
            Some(float(&((&t[(s - 1) / 2] + &t[s / 2]) / whole(2)))),
            sd,
            k3.zip(spread.clone()).map(|(k3, k2)| float(&k3) / float(&k2).powf(1.5)),
            k4.zip(spread).map(|(k4, k2)| float(&(k4 / k2.pow(2)))),
            self.cic().map(|cic| float(&cic)),
            error,
            error.zip(sd).map(|(error, sd)| error / 100.0 * sd),
        ]
    }
}

/// A table in hundredths of a point as a file of marks, and as rational numbers.
fn both(max: &[i64], rows: &[Vec<i64>]) -> (Figures, Naive) {
    let shown = |n: &i64| format!("{}{}.{:02}", if *n < 0 { "-" } else { "" }, n.abs() / 100, n.abs() % 100);
    let line = |first: &str, marks: &[i64]| format!("{first},{}\n", marks.iter().map(shown).collect::<Vec<_>>().join(","));
    let names: Vec<String> = (1..=max.len()).map(|n| format!("q{n}")).collect();
    let head = format!("attempt,{}\n", names.join(","));
    let text: String = [head, line("max", max)].into_iter().chain(rows.iter().map(|row| line("x", row))).collect();
    let exact = |n: &i64| R::new((*n).into(), 100.into());
    let naive =
        Naive { marks: rows.iter().map(|row| row.iter().map(exact).collect()).collect(), max: max.iter().map(exact).collect() };
    (figures(&sheet::read(&text).expect("it reads").table), naive)
}

fn near(ours: Option<f64>, theirs: Option<f64>) -> bool {
    match (ours, theirs) {
        (None, None) => true,
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9_f64.max(b.abs() * 1e-9),
        _ => false,
    }
}

fn quiz(figures: &Figures) -> [Option<f64>; 8] {
    let q = figures.quiz.clone();
    [q.mean, q.median, q.sd, q.skewness, q.kurtosis, q.cic, q.error_ratio, q.standard_error]
}

/// Small tables of every shape: one attempt, one item, maxima of 0, marks all alike, below zero.
fn tables() -> impl Strategy<Value = (Vec<i64>, Vec<Vec<i64>>)> {
    (1..6_usize, 1..9_usize, prop::sample::select(vec![1_i64, 25, 50, 100])).prop_flat_map(|(items, attempts, step)| {
        let max = prop::collection::vec(0..5_i64, items);
        let marks = prop::collection::vec(prop::collection::vec(-1..5_i64, items), attempts);
        (max, marks).prop_map(move |(max, mut marks)| {
            for row in &mut marks {
                row.iter_mut().zip(&max).for_each(|(mark, most)| *mark = (*mark).min(*most) * step);
            }
            (max.iter().map(|m| m * step).collect(), marks)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_that_of_its_definition((max, rows) in tables()) {
        let (ours, naive) = both(&max, &rows);
        for (i, item) in ours.items.iter().enumerate() {
            let x = naive.item(i);
            prop_assert!(near(item.facility, naive.facility(i)));
            prop_assert!(near(item.sd, covariance(&x, &x).map(|v| float(&v).sqrt())));
            prop_assert!(near(item.discrimination, naive.discrimination(i)), "{:?} {:?}", item.discrimination, naive.discrimination(i));
            prop_assert!(near(item.efficiency, naive.efficiency(i)));
            prop_assert!(near(item.effective_weight, naive.effective_weight(i)));
            let all: i64 = max.iter().sum();
            prop_assert!(near(item.intended_weight, (all > 0).then(|| 100.0 * max[i] as f64 / all as f64)));
        }
        for (n, (a, b)) in quiz(&ours).into_iter().zip(naive.quiz()).enumerate() {
            prop_assert!(near(a, b), "figure {n}: {a:?} {b:?}");
        }
    }

    #[test]
    fn the_order_of_attempts_does_not_matter((max, rows) in tables(), seed in any::<u64>()) {
        let mut other = rows.clone();
        let turn = usize::try_from(seed % rows.len() as u64).expect("small");
        other.rotate_left(turn);
        other.reverse();
        prop_assert_eq!(both(&max, &rows).0, both(&max, &other).0);
    }
}

/// Four attempts, two items of 1 point: 11, 10, 00, 00. Worked by hand on paper.
#[test]
fn numbers_worked_by_hand() {
    let (ours, _) = both(&[100, 100], &[vec![100, 100], vec![100, 0], vec![0, 0], vec![0, 0]]);
    let (first, second) = (&ours.items[0], &ours.items[1]);
    assert_eq!((first.facility, second.facility), (Some(0.5), Some(0.25)));
    // V = Σ(x − ½)² ÷ 3 = ⅓; V of the second = ¾ ÷ 3 = ¼.
    assert_eq!((first.sd, second.sd), (Some((1.0_f64 / 3.0).sqrt()), Some(0.5)));
    // C = (½·¾ − ½·¼ + ½·¼ + ½·¼) ÷ 3 = ½ ÷ 3 = ⅙; r = ⅙ ÷ √(⅓·¼) = 1 ÷ √3; sorted alike it stays ⅙.
    assert!(near(first.discrimination, Some(100.0 / 3.0_f64.sqrt())));
    assert_eq!((first.efficiency, second.efficiency), (Some(100.0), Some(100.0)));
    // C(x, T) = ⅓ + ⅙ = ½ and ¼ + ⅙ = 5⁄12.
    let (a, b) = (0.5_f64.sqrt(), (5.0_f64 / 12.0).sqrt());
    assert!(near(first.effective_weight, Some(100.0 * a / (a + b))));
    assert_eq!(first.intended_weight, Some(50.0));
    // T = 2, 1, 0, 0: mean ¾, median ½, k2 = ⅓ + ¼ + 2·⅙ = 11⁄12.
    let q = &ours.quiz;
    assert_eq!((q.mean, q.median), (Some(0.75), Some(0.5)));
    assert!(near(q.sd, Some((11.0_f64 / 12.0).sqrt())));
    // α = 2·(1 − (7⁄12) ÷ (11⁄12)) = 8⁄11; √(3⁄11); √(3⁄11 · 11⁄12) = ½.
    assert!(near(q.cic, Some(800.0 / 11.0)));
    assert!(near(q.error_ratio, Some(100.0 * (3.0_f64 / 11.0).sqrt())));
    assert_eq!(q.standard_error, Some(0.5));
    // d = 5⁄4, ¼, −¾, −¾: Σd³ = 9⁄8, m3 = 9⁄32, k3 = 16·(9⁄32) ÷ 6 = ¾.
    assert!(near(q.skewness, Some(0.75 / (11.0_f64 / 12.0).powf(1.5))));
    // Σd⁴ = (625 + 1 + 81 + 81)⁄256 = 197⁄64; m4 = 197⁄256, m2 = 11⁄16; k4 = 16·(5·197⁄256 − 9·121⁄256) ÷ 6 = −13⁄12.
    assert!(near(q.kurtosis, Some(-13.0 / 12.0 / (121.0 / 144.0))));
}

#[test]
fn what_is_not_defined_is_nothing() {
    // One attempt: no spread of anything.
    let one = both(&[100, 200], &[vec![100, 50]]).0;
    assert_eq!(quiz(&one), [Some(1.5), Some(1.5), None, None, None, None, None, None]);
    let item = &one.items[1];
    assert_eq!((item.facility, item.intended_weight), (Some(0.25), Some(200.0 / 3.0)));
    assert_eq!((item.sd, item.discrimination, item.efficiency, item.effective_weight), (None, None, None, None));
    // Two: a deviation, but nothing of higher order, and no consistency.
    let two = both(&[100, 100], &[vec![100, 0], vec![0, 0]]).0;
    assert_eq!(quiz(&two)[3..], [None; 5]);
    assert!(two.quiz.sd.is_some() && two.items[0].sd.is_some());
    // Three: all but the kurtosis.
    let three = both(&[100, 100], &[vec![100, 100], vec![100, 0], vec![0, 0]]).0;
    assert!(three.quiz.skewness.is_some() && three.quiz.cic.is_some() && three.quiz.kurtosis.is_none());
    // All alike.
    let alike = both(&[100, 100], &vec![vec![100, 0]; 5]).0;
    assert_eq!(quiz(&alike), [Some(1.0), Some(1.0), Some(0.0), None, None, None, None, None]);
    assert_eq!((alike.items[0].sd, alike.items[0].effective_weight), (Some(0.0), None));
    // One item: no rest to go with, and no consistency.
    let single = both(&[100], &[vec![100], vec![0], vec![50], vec![0]]).0;
    assert_eq!((single.items[0].discrimination, single.items[0].efficiency, single.quiz.cic), (None, None, None));
    assert_eq!(single.items[0].effective_weight, Some(100.0));
    // An item that is worth nothing.
    let none = both(&[0, 100], &[vec![0, 100], vec![0, 0]]).0;
    assert_eq!((none.items[0].facility, none.items[0].intended_weight), (None, Some(0.0)));
    // An item that works against the rest: it has no effective weight, the others share the whole.
    let against = both(&[100, 200, 200], &[vec![100, 0, 0], vec![0, 200, 200], vec![0, 200, 100], vec![100, 0, 100]]).0;
    assert!(against.items[0].negative_covariance && against.items[0].effective_weight.is_none());
    let shares = [against.items[1].effective_weight, against.items[2].effective_weight];
    assert!(near(shares[0].zip(shares[1]).map(|(a, b)| a + b), Some(100.0)));
}

/// Marks near the most there may be, which differ in the last decimal kept: nothing is lost.
#[test]
fn large_marks_that_differ_little_lose_nothing() {
    let head = "q1,q2\nmax,1000000,1000000\n";
    let rows = ["x,999999.9999999,1", "x,999999.9999998,0", "x,999999.9999999,1", "x,999999.9999998,0"];
    let ours = figures(&sheet::read(&format!("{head}{}\n", rows.join("\n"))).expect("it reads").table);
    assert!(near(ours.items[0].sd.map(|sd| sd * 1e7), Some((1.0_f64 / 3.0).sqrt())), "{:?}", ours.items[0].sd);
    assert_eq!(ours.items[0].discrimination, Some(100.0));
}
