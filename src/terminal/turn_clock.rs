//! The clock of one turn as a screen shows it: how much is left of the standard's bands, each by its word.
//!
//! The time used is handed in; nothing in `terminal` reads a clock. A person sees it run in the line under the replies, whoever is asked
//! by lines hears it once.

use std::fmt;
use std::rc::Rc;
use std::time::Duration;

use crate::locale::Words;
use crate::model::page::Pace;
use crate::model::span::Span;

/// The clock of the turn that is asked.
#[derive(Clone)]
pub struct TurnClock {
    /// How long it has been asked.
    pub used: Rc<dyn Fn() -> Span>,
    /// The end of each band, rising; at least one.
    pub limits: Vec<Span>,
    /// At the last limit the turn ends by itself.
    pub ends: bool,
}

impl fmt::Debug for TurnClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TurnClock").field("limits", &self.limits).field("ends", &self.ends).finish_non_exhaustive()
    }
}

impl TurnClock {
    fn limit(&self) -> Span {
        self.limits.last().copied().unwrap_or_default()
    }

    /// Whether the turn is over.
    pub fn is_up(&self) -> bool {
        self.ends && (self.used)() >= self.limit()
    }

    /// How long it is until the turn ends by itself; none where it does not.
    pub fn left(&self) -> Option<Duration> {
        let left = self.limit().0.saturating_sub((self.used)().0);
        self.ends.then(|| Duration::from_millis(u64::try_from(left).unwrap_or_default()))
    }

    /// Whether the last band has begun.
    pub fn presses(&self) -> bool {
        self.band().is_none_or(|n| n + 1 == self.limits.len())
    }

    /// What it shows now: seconds left of a band, and what the band is worth.
    pub fn face(&self, words: &Words) -> String {
        let used = (self.used)();
        match self.band() {
            Some(n) => {
                let (left, of) = (seconds(Span(self.limits[n].0 - used.0)), seconds(self.limits[n]));
                words.with(&format!("turn-clock-{}", self.word(n)), &[("left", left.into()), ("of", of.into())])
            }
            None => words.with("turn-clock-late", &[("used", (used.0 / 1000).into())]),
        }
    }

    /// All of it in a sentence, for whoever does not see it run.
    pub fn said(&self, words: &Words) -> String {
        let bands = self.limits.iter().enumerate().map(|(n, limit)| {
            let of = seconds(*limit);
            words.with(&format!("turn-clock-said-{}", self.word(n)), &[("of", of.into())])
        });
        let bands = bands.collect::<Vec<_>>().join(&words.get("turn-clock-comma"));
        let used = (self.used)().0 / 1000;
        let mut said =
            words.with("turn-clock-said", &[("bands", bands.into()), ("ends", if self.ends { "yes" } else { "no" }.into())]);
        if used > 0 {
            said.push_str(&words.with("turn-clock-said-used", &[("used", used.into())]));
        }
        said
    }

    /// The band that is running.
    fn band(&self) -> Option<usize> {
        let used = (self.used)();
        self.limits.iter().position(|limit| used < *limit)
    }

    /// What a band is worth, in a word.
    const fn word(&self, n: usize) -> &'static str {
        Pace::of(Some(n), self.limits.len()).word()
    }
}

/// Whole seconds; one that has begun counts.
const fn seconds(span: Span) -> i64 {
    if span.0 <= 0 { 0 } else { (span.0 + 999) / 1000 }
}
