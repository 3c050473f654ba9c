//! What a trainer should look at first, in the order of how much it matters.
//!
//! Bounds of the reading guide of Moodle's quiz report: facility under 5 % or from 95 % is an extreme; discrimination under 20 % very
//! weak, 20 to 29 weak, below 0 the item is probably wrong. The numbers of attempts are ours. From 10 on a facility is told: its
//! standard error is then at most 16 points, enough to tell an extreme from the middle. From 30 on the rest: a facility is good to 9
//! points, a correlation of 0.36 differs from none, and an option that one in ten would take is missed by all with a chance of 4 %.

use super::figures::Item;
use super::options::Taken;
use crate::base::id::ItemId;

/// Attempts from which a facility is told in words.
pub const FACILITY_FROM: usize = 10;
/// Attempts from which it is told what an item separates, what an option draws, and what a total is worth.
pub const REST_FROM: usize = 30;

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Those who did better on it did worse on the rest: a wrong key, two right options, or words that mislead.
    Inverted,
    /// Of the best quarter more took this option than a right one.
    BestTake(ItemId),
    /// Not even what guessing gives.
    BelowGuessing,
    /// Hardly anybody knows it.
    TooHard,
    /// Hardly anybody does not.
    TooEasy,
    /// It hardly tells those who can from those who cannot.
    DoesNotSeparate,
    /// It tells them apart weakly.
    SeparatesWeakly,
    /// Nobody takes this wrong option.
    NobodyTakes(ItemId),
}

impl Advice {
    /// Its name in the sentences and in JSON.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Inverted => "inverted",
            Self::BestTake(_) => "best-take",
            Self::BelowGuessing => "below-guessing",
            Self::TooHard => "too-hard",
            Self::TooEasy => "too-easy",
            Self::DoesNotSeparate => "does-not-separate",
            Self::SeparatesWeakly => "separates-weakly",
            Self::NobodyTakes(_) => "nobody-takes",
        }
    }

    /// The option it is about.
    pub const fn option(&self) -> Option<&ItemId> {
        match self {
            Self::BestTake(option) | Self::NobodyTakes(option) => Some(option),
            _ => None,
        }
    }
}

/// What there is to say of an item: its figures, its options if it has some, and what guessing gives.
pub fn advice(item: &Item, options: &[Taken], guess: Option<f64>) -> Vec<Advice> {
    let mut out = Vec::new();
    let Some(facility) = item.facility.filter(|_| item.attempts >= FACILITY_FROM) else { return out };
    let extreme = match facility {
        f if f < 0.05 => Some(Advice::TooHard),
        f if f >= 0.95 => Some(Advice::TooEasy),
        f if guess.is_some_and(|g| f < g) && item.attempts >= REST_FROM => Some(Advice::BelowGuessing),
        _ => None,
    };
    if item.attempts < REST_FROM {
        out.extend(extreme);
        return out;
    }
    match item.discrimination {
        Some(d) if d < 0.0 => out.push(Advice::Inverted),
        // Of an item that all or none can do nothing else is to be expected.
        Some(d) if d < 20.0 && extreme.is_none() => out.push(Advice::DoesNotSeparate),
        Some(d) if d < 30.0 && extreme.is_none() => out.push(Advice::SeparatesWeakly),
        _ => {}
    }
    let key = options.iter().filter(|o| o.right).map(|o| o.quarters[3]).max();
    let rival = options.iter().filter(|o| !o.right).max_by_key(|o| o.quarters[3]);
    if let (Some(key), Some(rival)) = (key, rival)
        && rival.quarters[3] > key
    {
        out.push(Advice::BestTake(rival.option.clone()));
    }
    out.extend(extreme);
    let idle = options.iter().filter(|o| !o.right && o.taken == 0).map(|o| Advice::NobodyTakes(o.option.clone()));
    out.extend(idle);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(attempts: usize, facility: f64, discrimination: f64) -> Item {
        Item { attempts, facility: Some(facility), discrimination: Some(discrimination), ..Item::default() }
    }

    #[test]
    fn bounds_are_where_they_are_said_to_be() {
        let of = |n, f, d| advice(&item(n, f, d), &[], Some(0.25)).first().map(Advice::word);
        assert_eq!(of(30, 0.5, 30.0), None);
        assert_eq!(of(30, 0.5, 29.9), Some("separates-weakly"));
        assert_eq!(of(30, 0.5, 19.9), Some("does-not-separate"));
        assert_eq!(of(29, 0.5, 19.9), None, "too few attempts");
        assert_eq!(of(30, 0.5, -0.1), Some("inverted"));
        assert_eq!(of(30, 0.95, 5.0), Some("too-easy"));
        assert_eq!(of(30, 0.2, 40.0), Some("below-guessing"));
        assert_eq!(of(10, 0.04, 40.0), Some("too-hard"));
        assert_eq!(of(9, 0.0, 40.0), None, "too few attempts");
    }

    #[test]
    fn options_that_draw_nobody_or_the_best() {
        let option =
            |id: &str, right, quarters: [usize; 4]| Taken { option: id.into(), right, taken: quarters.iter().sum(), quarters };
        let options = [option("key", true, [5, 5, 4, 2]), option("rival", false, [2, 3, 4, 5]), option("idle", false, [0; 4])];
        let found = advice(&item(30, 0.5, 35.0), &options, None);
        assert_eq!(found, [Advice::BestTake("rival".into()), Advice::NobodyTakes("idle".into())]);
    }
}
