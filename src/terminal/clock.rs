//! The clock of what is under way, as a screen shows it: what is left until a deadline, or how long something has been going on.
//!
//! The time itself is handed in; nothing in `terminal` reads a clock. `Watch` is a clock with what was said of it: each threshold is
//! said once, and where a clock is new (a part began, an exam goes on) what is left.

use std::fmt;
use std::rc::Rc;

use crate::base::moment::Moment;
use crate::locale::Words;
use crate::model::span::Span;
use crate::report::span::span;

/// A clock that is shown while a person is waited for.
#[derive(Clone)]
pub struct Clock {
    /// The time now.
    pub now: Rc<dyn Fn() -> Moment>,
    /// What it shows.
    pub runs: Runs,
}

/// What a clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runs {
    /// What is left; at the deadline nothing more is taken.
    Down {
        /// The deadline.
        until: Moment,
        /// Whether it is the whole exam's and not a part's own.
        whole: bool,
    },
    /// How long it has been going on; nothing ends by it.
    Up {
        /// Since when.
        since: Moment,
        /// How long it should take.
        of: Option<Span>,
    },
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clock").field("runs", &self.runs).finish_non_exhaustive()
    }
}

/// What is left when it is said in a line of its own, in milliseconds.
const SAID_AT: [i64; 2] = [10 * 60_000, 2 * 60_000];
/// Up to here seconds are shown; above it whole minutes.
const SECONDS_BELOW: i64 = 120;
/// Up to here minutes are shown; above it hours and minutes.
const MINUTES_BELOW: i64 = 120 * 60;

/// A clock with what was said of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Watch {
    clock: Option<Clock>,
    /// What was left, or had gone by, when it was last said.
    said: Option<i64>,
}

impl Watch {
    /// Another clock, the same one again, or none.
    pub fn set(&mut self, clock: Option<Clock>) {
        if clock.as_ref().map(|c| c.runs) != self.clock.as_ref().map(|c| c.runs) {
            self.said = None;
        }
        self.clock = clock;
    }

    /// Whether the deadline has come.
    pub fn is_up(&self) -> bool {
        matches!(self.reading(), Some((Runs::Down { .. }, left)) if left <= 0)
    }

    /// Whether it is nearly up, or has run over.
    pub fn presses(&self) -> bool {
        self.reading().is_some_and(|(runs, ms)| match runs {
            Runs::Down { .. } => seconds_left(ms) <= SECONDS_BELOW,
            Runs::Up { of, .. } => of.is_some_and(|of| ms >= of.0),
        })
    }

    /// What the clock shows now; empty without one.
    pub fn face(&self, words: &Words) -> String {
        let Some((runs, ms)) = self.reading() else { return String::new() };
        match runs {
            Runs::Down { whole, .. } => {
                let left = seconds_left(ms);
                let time = if left <= SECONDS_BELOW { digits(left) } else { minutes(words, left) };
                words.with(left_key(whole), &[("time", time.into())])
            }
            Runs::Up { of: Some(of), .. } => {
                words.with("clock-up-of", &[("time", digits(ms / 1000).into()), ("of", span(words, of).into())])
            }
            Runs::Up { of: None, .. } => words.with("clock-up", &[("time", digits(ms / 1000).into())]),
        }
    }

    /// What is to be said now in a line of its own, said as of now.
    pub fn news(&mut self, words: &Words) -> Option<String> {
        let (runs, ms) = self.reading()?;
        let before = self.said;
        match runs {
            Runs::Down { whole, .. } => {
                let crossed = |before: i64| SAID_AT.iter().any(|at| ms <= *at && before > *at);
                if before.is_some_and(|before| !crossed(before)) || ms <= 0 {
                    return None;
                }
                self.said = Some(ms);
                let left = seconds_left(ms);
                let time = if left < SECONDS_BELOW { span(words, Span(left * 1000)) } else { minutes(words, left) };
                Some(words.with("clock-news", &[("left", words.with(left_key(whole), &[("time", time.into())]).into())]))
            }
            Runs::Up { of, .. } => {
                let over = of.filter(|of| ms >= of.0 && before.is_none_or(|before| before < of.0))?;
                self.said = Some(ms);
                Some(words.with("clock-over", &[("of", span(words, over).into())]))
            }
        }
    }

    /// What it shows, in milliseconds.
    fn reading(&self) -> Option<(Runs, i64)> {
        let clock = self.clock.as_ref()?;
        let now = (clock.now)();
        Some(match clock.runs {
            Runs::Down { until, .. } => (clock.runs, until.0 - now.0),
            Runs::Up { since, .. } => (clock.runs, (now.0 - since.0).max(0)),
        })
    }
}

const fn left_key(whole: bool) -> &'static str {
    if whole { "clock-left-whole" } else { "clock-left" }
}

/// A second that has begun counts: nothing is left only at the deadline itself.
const fn seconds_left(ms: i64) -> i64 {
    if ms <= 0 { 0 } else { (ms + 999) / 1000 }
}

/// `3:42`.
fn digits(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Whole minutes in words; a minute that has begun counts.
fn minutes(words: &Words, seconds: i64) -> String {
    let whole = (seconds + 59) / 60;
    if seconds > MINUTES_BELOW { span(words, Span::minutes(whole)) } else { words.with("span-minutes", &[("n", whole.into())]) }
}
