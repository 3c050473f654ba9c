//! Two examiners who saw the same candidate at the same station: how far their marks agree, step by step.
//!
//! Pairs are few in a shop, and examiners are not the same two each time. Exact agreement and the mean distance hold with any number of
//! pairs. Kappa does not: where nearly all candidates get one mark it is low however well two agree (Feinstein & Cicchetti 1990, J Clin
//! Epidemiol 43:543), and with few pairs its error swallows it; so it is worked out over all steps together, weighted by the squared
//! distance (Cohen 1968, Psychol Bull 70:213), the marks of both taken as one margin because who is "first" means nothing (Scott 1955,
//! Public Opin Q 19:321), and only from `KAPPA_FROM` pairs of marks. That number is ours.

use serde::Serialize;

/// Pairs of marks from which kappa is worked out.
pub const KAPPA_FROM: usize = 30;

/// Two marks of one step, each as points of the most there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The step.
    pub step: String,
    /// The marks.
    pub marks: (u8, u8),
    /// The most.
    pub most: u8,
}

/// How far examiners agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Agreement {
    /// The step; `None`: all of them together.
    pub step: Option<String>,
    /// Pairs of marks.
    pub pairs: usize,
    /// The share of pairs with one mark.
    pub agreement: Option<f64>,
    /// The mean distance of the two marks, in points.
    pub mean_difference: Option<f64>,
    /// Squared-weighted kappa over all steps; `None` for a single step, too few pairs, or where all marks are alike.
    pub kappa: Option<f64>,
}

/// All steps together, then each in this order.
pub fn agreement(steps: &[String], pairs: &[Pair]) -> Vec<Agreement> {
    let all: Vec<&Pair> = pairs.iter().collect();
    let mut out = vec![Agreement { kappa: kappa(&all), ..counted(None, &all) }];
    for step in steps {
        let own: Vec<&Pair> = pairs.iter().filter(|p| p.step == *step).collect();
        out.push(counted(Some(step.clone()), &own));
    }
    out
}

fn counted(step: Option<String>, pairs: &[&Pair]) -> Agreement {
    let count = pairs.len();
    let same = pairs.iter().filter(|p| p.marks.0 == p.marks.1).count();
    let apart: u64 = pairs.iter().map(|p| u64::from(p.marks.0.abs_diff(p.marks.1))).sum();
    let mean = |sum: f64| (count > 0).then(|| sum / count as f64);
    Agreement { step, pairs: count, agreement: mean(same as f64), mean_difference: mean(apart as f64), kappa: None }
}

/// 1 − observed ÷ expected squared distance of the shares of the most, where two marks drawn from all are expected.
fn kappa(pairs: &[&Pair]) -> Option<f64> {
    let fit: Vec<(f64, f64)> = pairs
        .iter()
        .filter(|p| p.most > 0)
        .map(|p| (f64::from(p.marks.0) / f64::from(p.most), f64::from(p.marks.1) / f64::from(p.most)))
        .collect();
    if fit.len() < KAPPA_FROM {
        return None;
    }
    let count = fit.len() as f64;
    let observed: f64 = fit.iter().map(|(a, b)| (a - b).powi(2)).sum::<f64>() / count;
    let mean = fit.iter().map(|(a, b)| a + b).sum::<f64>() / (2.0 * count);
    // The mean squared distance of two drawn from one margin is twice its variance.
    let expected = fit.iter().map(|(a, b)| (a - mean).powi(2) + (b - mean).powi(2)).sum::<f64>() / count;
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(marks: &[(u8, u8)]) -> Vec<Pair> {
        marks.iter().map(|m| Pair { step: "greet".into(), marks: *m, most: 2 }).collect()
    }

    #[test]
    fn agreement_by_hand() {
        let found = agreement(&["greet".into(), "close".into()], &pairs(&[(2, 2), (1, 2), (0, 2), (1, 1)]));
        assert_eq!((found[1].pairs, found[1].agreement, found[1].mean_difference), (4, Some(0.5), Some(0.75)));
        assert_eq!((found[2].pairs, found[2].agreement, found[2].mean_difference), (0, None, None));
        assert_eq!(found[0].kappa, None, "four pairs carry no kappa");
    }

    #[test]
    fn kappa_by_hand() {
        // 20 × (0,0), 20 × (2,2): all agree. 10 × (0,2) more: observed 10/50 of distance 1; shares of marks 50 × 0, 50 × 1: variance 1/4.
        let mut marks = [vec![(0, 0); 20], vec![(2, 2); 20]].concat();
        let of = |marks: &[(u8, u8)]| agreement(&[], &pairs(marks))[0].kappa;
        assert_eq!(of(&marks), Some(1.0));
        marks.extend([(0, 2); 10]);
        let kappa = of(&marks).expect("enough pairs");
        assert!((kappa - (1.0 - 0.2 / 0.5)).abs() < 1e-12, "{kappa}");
        assert_eq!(of(&[(1, 1); 40]), None, "one mark only: nothing to expect");
    }
}
