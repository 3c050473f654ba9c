//! Where a pass mark comes from: what judges expect, and what examiners saw. Exact fractions; only roots are cut, at the end.
//!
//! **Angoff.** Each judge says of each item with what probability somebody who is just good enough answers it rightly; a judge's sum is
//! the score expected of that person, and the judges' mean is the mark (W. H. Angoff, Scales, norms, and equivalent scores, in: R. L.
//! Thorndike, Educational Measurement, 2nd ed. 1971, p. 514 f.). The deviation is that of a sample (n − 1), the standard error of the
//! mean is deviation ÷ √n (R. L. Brennan and R. E. Lockwood, Applied Psychological Measurement 4, 1980, with judges as the only source of
//! error). Rounds are worked out each by itself: how far judges come together is the difference of their deviations.
//!
//! **Borderline regression.** Checklist scores on global ratings by least squares; the mark is the line's height at the borderline
//! rating (T. J. Wood, S. M. Humphrey-Murto, G. R. Norman, Advances in Health Sciences Education 11, 2006): slope = Sxy ÷ Sxx, mark = ȳ
//! + slope · (x₀ − x̄). R² = Sxy² ÷ (Sxx · Syy).

use crate::base::points::Exact;

/// What one judge expects, item by item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Who.
    pub judge: String,
    /// In which round, from 1.
    pub round: u8,
    /// The probabilities in thousandths of a percent, each from 0 to 100 000; one for each item.
    pub items: Vec<u32>,
}

/// One round of judgements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its number.
    pub number: u8,
    /// Each judge's mark, in the order given: a share.
    pub judges: Vec<(String, Exact)>,
    /// Their mean.
    pub mean: Exact,
    /// Their variance; `None` for a single judge.
    pub variance: Option<Exact>,
}

/// A judgement in thousandths of a percent that is certain.
pub const CERTAIN: u32 = 100_000;

impl Round {
    /// The deviation between judges in points of a hundred, cut to one decimal.
    pub fn deviation(&self) -> Option<Exact> {
        self.variance.map(root)
    }

    /// The standard error of the mean in points of a hundred, cut to one decimal.
    pub fn error(&self) -> Option<Exact> {
        let judges = Exact::new(i128::try_from(self.judges.len()).unwrap_or(i128::MAX), 1);
        self.variance.map(|variance| root(variance.of(judges)))
    }

    /// The lowest and the highest judge.
    pub fn spread(&self) -> (Exact, Exact) {
        let all = || self.judges.iter().map(|(_, mark)| *mark);
        (all().min().unwrap_or(Exact::ZERO), all().max().unwrap_or(Exact::ZERO))
    }
}

/// The rounds, in order; a judge counts once in each.
pub fn angoff(judgements: &[Judgement]) -> Vec<Round> {
    let mut numbers: Vec<u8> = judgements.iter().map(|it| it.round).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let round = |number: u8| {
        let these = judgements.iter().filter(|it| it.round == number);
        let mark = |it: &Judgement| {
            let sum: i128 = it.items.iter().map(|item| i128::from(*item)).sum();
            Exact::new(sum, i128::from(CERTAIN) * i128::try_from(it.items.len()).unwrap_or(i128::MAX))
        };
        let judges: Vec<(String, Exact)> = these.map(|it| (it.judge.clone(), mark(it))).collect();
        let marks: Vec<Exact> = judges.iter().map(|(_, mark)| *mark).collect();
        let (mean, variance) = (mean(&marks), variance(&marks));
        Round { number, judges, mean, variance }
    };
    numbers.into_iter().map(round).collect()
}

/// The least whole percent that is no lower than a share: whoever has it has what was asked.
pub fn whole(share: Exact) -> u8 {
    let (num, den) = share.parts();
    let up = (num * 100 + den - 1).div_euclid(den);
    u8::try_from(up.clamp(0, 100)).unwrap_or(100)
}

/// One observation: the global rating, and the share of the checklist.
pub type Observed = (u8, Exact);

/// What a regression comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regression {
    /// How many observations.
    pub count: usize,
    /// How much the score rises by one rating.
    pub slope: Exact,
    /// The score at the borderline rating: a share.
    pub cut: Exact,
    /// How much of the scores' variance the ratings explain; `None` where all scores are the same.
    pub explained: Option<Exact>,
}

/// Regression of scores on ratings; `None` where fewer than two ratings were given: there is no line then.
pub fn borderline(observed: &[Observed], rating: u8) -> Option<Regression> {
    let count = i128::try_from(observed.len()).ok()?;
    let x: Vec<Exact> = observed.iter().map(|(rating, _)| Exact::new((*rating).into(), 1)).collect();
    let y: Vec<Exact> = observed.iter().map(|(_, score)| *score).collect();
    let sum = |all: &[Exact]| all.iter().copied().sum::<Exact>();
    let products = |a: &[Exact], b: &[Exact]| a.iter().zip(b).map(|(a, b)| *a * *b).sum::<Exact>();
    let n = Exact::new(count, 1);
    let spread = |a: &[Exact], b: &[Exact]| n * products(a, b) - sum(a) * sum(b);
    let (xx, xy, yy) = (spread(&x, &x), spread(&x, &y), spread(&y, &y));
    if xx == Exact::ZERO {
        return None;
    }
    let slope = xy.of(xx);
    let cut = mean(&y) + slope * (Exact::new(rating.into(), 1) - mean(&x));
    let explained = (yy != Exact::ZERO).then(|| (xy * xy).of(xx * yy));
    Some(Regression { count: observed.len(), slope, cut, explained })
}

fn mean(all: &[Exact]) -> Exact {
    all.iter().copied().sum::<Exact>().of(Exact::new(i128::try_from(all.len()).unwrap_or(i128::MAX), 1))
}

fn variance(all: &[Exact]) -> Option<Exact> {
    let degrees = i128::try_from(all.len()).ok()? - 1;
    let mean = mean(all);
    let squares = all.iter().map(|it| (*it - mean) * (*it - mean)).sum::<Exact>();
    (degrees > 0).then(|| squares.of(Exact::new(degrees, 1)))
}

/// The root of a variance of shares, in points of a hundred, cut to one decimal.
fn root(variance: Exact) -> Exact {
    let (num, den) = variance.parts();
    // A million times the variance of a share is the square of tenths of a hundredth.
    let tenths = (u128::try_from(num).unwrap_or(0) * 1_000_000 / u128::try_from(den).unwrap_or(1)).isqrt();
    Exact::new(i128::try_from(tenths).unwrap_or(0), 10)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn judge(name: &str, round: u8, percents: &[u32]) -> Judgement {
        Judgement { judge: name.into(), round, items: percents.iter().map(|p| p * 1000).collect() }
    }

    #[test]
    fn three_judges_by_hand() {
        // 60, 70, 80: mean 70, deviation 10, error 10 ÷ √3 = 5.77…
        let rounds = angoff(&[judge("a", 1, &[50, 70]), judge("b", 1, &[70, 70]), judge("c", 1, &[80, 80])]);
        let [round] = rounds.as_slice() else { panic!("one round") };
        assert_eq!(round.mean, Exact::new(7, 10));
        assert_eq!(round.deviation(), Some(Exact::new(10, 1)));
        assert_eq!(round.error(), Some(Exact::new(57, 10)));
        assert_eq!((whole(round.mean), whole(Exact::new(701, 1000)), whole(Exact::ZERO)), (70, 71, 0));
        assert_eq!(angoff(&[judge("a", 1, &[50])])[0].variance, None, "one judge has no deviation");
    }

    #[test]
    fn a_line_by_hand() {
        // Scores 40, 60, 80 at ratings 1, 2, 3: a slope of 20, all of it explained.
        let observed = [(1, Exact::new(4, 10)), (2, Exact::new(6, 10)), (3, Exact::new(8, 10))];
        let line = borderline(&observed, 2).unwrap();
        assert_eq!((line.slope, line.cut, line.explained), (Exact::new(2, 10), Exact::new(6, 10), Some(Exact::ONE)));
        assert_eq!(borderline(&[(2, Exact::ONE), (2, Exact::ZERO)], 2), None, "one rating is no line");
        assert_eq!(borderline(&[], 2), None);
    }

    proptest! {
        #[test]
        fn laws(marks in prop::collection::vec(prop::collection::vec(0..=CERTAIN, 4), 2..8), scores in prop::collection::vec((1_u8..=5, 0_i128..=100), 2..30)) {
            let all: Vec<Judgement> =
                marks.iter().map(|items| Judgement { judge: "j".into(), round: 1, items: items.clone() }).collect();
            let round = angoff(&all).remove(0);
            let (low, high) = round.spread();
            prop_assert!(low <= round.mean && round.mean <= high);
            prop_assert!(round.error() <= round.deviation());
            prop_assert!(Exact::new(whole(round.mean).into(), 100) >= round.mean);
            // The line goes through the middle.
            let observed: Vec<Observed> = scores.iter().map(|(rating, score)| (*rating, Exact::new(*score, 100))).collect();
            if let Some(line) = borderline(&observed, 3) {
                let y = mean(&observed.iter().map(|(_, score)| *score).collect::<Vec<_>>());
                let x = mean(&observed.iter().map(|(rating, _)| Exact::new((*rating).into(), 1)).collect::<Vec<_>>());
                prop_assert_eq!(line.cut + line.slope * (x - Exact::new(3, 1)), y);
                prop_assert!(line.explained.is_none_or(|share| share >= Exact::ZERO && share <= Exact::ONE));
            }
        }
    }
}
