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
/// What was said so shortly before a threshold, in milliseconds, is not said again at it.
const JUST_SAID: i64 = 60_000;
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

    /// Whether something is to be said now in a line of its own.
    pub fn is_due(&self) -> bool {
        let Some((runs, ms)) = self.reading() else { return false };
        match (runs, self.said) {
            (Runs::Down { .. }, _) if ms <= 0 => false,
            (Runs::Down { .. }, None) => true,
            (Runs::Down { .. }, Some(before)) => SAID_AT.iter().any(|at| ms <= *at && before > at + JUST_SAID),
            (Runs::Up { of, .. }, before) => of.is_some_and(|of| ms >= of.0 && before.is_none_or(|before| before < of.0)),
        }
    }

    /// What is to be said now, and is said with that.
    pub fn news(&mut self, words: &Words) -> Option<String> {
        let (runs, ms) = self.reading().filter(|_| self.is_due())?;
        self.said = Some(ms);
        match runs {
            Runs::Down { whole, .. } => {
                let left = seconds_left(ms);
                let time = if left < SECONDS_BELOW { span(words, Span(left * 1000)) } else { minutes(words, left) };
                Some(words.with("clock-news", &[("left", words.with(left_key(whole), &[("time", time.into())]).into())]))
            }
            Runs::Up { of, .. } => Some(words.with("clock-over", &[("of", span(words, of?).into())])),
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

/// Whole minutes in words, to the nearest.
fn minutes(words: &Words, seconds: i64) -> String {
    let whole = (seconds + 30) / 60;
    if seconds > MINUTES_BELOW { span(words, Span::minutes(whole)) } else { words.with("span-minutes", &[("n", whole.into())]) }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::locale::Tongue;

    /// A watch, and the clock that moves it.
    fn watch(runs: Runs) -> (Watch, Rc<Cell<i64>>) {
        let time = Rc::new(Cell::new(0));
        let clock = time.clone();
        let mut watch = Watch::default();
        watch.set(Some(Clock { now: Rc::new(move || Moment(clock.get())), runs }));
        (watch, time)
    }

    fn down(ms: i64) -> Runs {
        Runs::Down { until: Moment(ms), whole: false }
    }

    #[test]
    fn whole_minutes_then_seconds_then_nothing() {
        let (zh, en) = (Words::new(Tongue::Zh), Words::new(Tongue::En));
        let (watch, time) = watch(down(4 * 3_600_000));
        for (left, face, up) in [
            (200 * 60_000, "还剩 3 小时 20 分钟", false),
            (119 * 60_000 + 31_000, "还剩 120 分钟", false),
            (38 * 60_000, "还剩 38 分钟", false),
            (120_001, "还剩 2 分钟", false),
            (120_000, "还剩 2:00", false),
            (119_999, "还剩 2:00", false),
            (9001, "还剩 0:10", false),
            (1, "还剩 0:01", false),
            (0, "还剩 0:00", true),
            (-5000, "还剩 0:00", true),
        ] {
            time.set(4 * 3_600_000 - left);
            assert_eq!((watch.face(&zh).as_str(), watch.is_up()), (face, up), "{left}");
        }
        time.set(4 * 3_600_000 - 60_000);
        assert_eq!(watch.face(&en), "1:00 left");
    }

    /// What is said while time passes, with what was left then, in seconds.
    fn said(runs: Runs, at: impl Iterator<Item = i64>) -> Vec<(i64, String)> {
        let words = Words::new(Tongue::Zh);
        let (mut watch, time) = watch(runs);
        let mut out = Vec::new();
        for ms in at {
            time.set(ms);
            out.extend(watch.news(&words).map(|news| (ms / 1000, news)));
        }
        out
    }

    #[test]
    fn each_threshold_is_said_once() {
        let every_second = (0..=1800).map(|s| s * 1000 + 200);
        let heard = said(down(1_800_000), every_second);
        let times: Vec<_> = heard.iter().map(|(s, news)| (*s, news.as_str())).collect();
        assert_eq!(times, [(0, "还剩 30 分钟。"), (1200, "还剩 10 分钟。"), (1680, "还剩 2 分钟。")]);
    }

    #[test]
    fn whoever_comes_back_hears_once_what_is_left() {
        assert_eq!(said(down(400_000), (0..=270).map(|s| s * 1000)), [(0, "还剩 7 分钟。".to_owned())]);
        let late = said(down(400_000), (350..=400).map(|s| s * 1000));
        assert_eq!(said(down(602_000), (0..=400).map(|s| s * 1000)).len(), 1, "not twice within a minute");
        assert_eq!(late, [(350, "还剩 50 秒。".to_owned())], "nothing is said at the end: that is on record and said there");
    }

    #[test]
    fn a_long_absence_skips_what_was_crossed() {
        let heard = said(down(1_800_000), [0, 1_790_000].into_iter());
        assert_eq!(heard[1..], [(1790, "还剩 10 秒。".to_owned())], "once, and what is true");
    }

    #[test]
    fn the_same_clock_again_says_nothing_and_another_does() {
        let words = Words::new(Tongue::En);
        let (mut watch, _) = watch(down(1_800_000));
        let clock = watch.clock.clone();
        assert_eq!(watch.news(&words).as_deref(), Some("30 minutes left."));
        watch.set(clock.clone());
        assert_eq!(watch.news(&words), None);
        watch.set(clock.map(|clock| Clock { runs: Runs::Down { until: Moment(90_000), whole: true }, ..clock }));
        assert_eq!(watch.news(&words).as_deref(), Some("1 minute 30 seconds left for the whole exam."));
        watch.set(None);
        assert_eq!((watch.news(&words), watch.face(&words), watch.is_up()), (None, String::new(), false));
    }

    #[test]
    fn a_stopwatch_ends_nothing() {
        let words = Words::new(Tongue::Zh);
        let of = Runs::Up { since: Moment(0), of: Some(Span::minutes(10)) };
        let (watch, time) = watch(of);
        time.set(222_900);
        assert_eq!((watch.face(&words).as_str(), watch.presses()), ("3:42 / 10 分钟", false));
        time.set(3_800_000);
        assert_eq!((watch.face(&words).as_str(), watch.presses(), watch.is_up()), ("63:20 / 10 分钟", true, false));
        let heard = said(of, (0..2000).map(|s| s * 1000));
        assert_eq!(heard, [(600, "已经到 10 分钟了（只作参考，不强制结束）。".to_owned())]);
    }
}
