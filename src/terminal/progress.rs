//! How far on: a bar at the head of a prompt, and one for work that takes over a second. Both are drawn by indicatif.
//!
//! Without a terminal nothing is drawn; in plain mode the words are said once and nothing moves.
#![allow(clippy::disallowed_methods, reason = "how long work has taken decides only whether it is shown")]

use std::io;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle, TermLike};

use super::line::{Ink, Line, clean};
use crate::locale::Words;

/// Cells of a bar without its brackets.
const BAR: u16 = 10;
/// Work that is quicker is never shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar: `[████░░░░░░] 4/10`.
pub fn bar(done: usize, of: usize) -> Line {
    let sketch = Sketch::default();
    let target = ProgressDrawTarget::term_like(Box::new(sketch.clone()));
    let style = ProgressStyle::with_template(&format!("[{{bar:{BAR}}}] {{pos}}/{{len}}"))
        .map_or_else(|_| ProgressStyle::default_bar(), |style| style.progress_chars("█░"));
    let bar = ProgressBar::with_draw_target(Some(of as u64), target).with_style(style);
    bar.set_position(done.min(of) as u64);
    bar.force_draw();
    let drawn = sketch.0.lock().unwrap_or_else(PoisonError::into_inner).trim().to_owned();
    bar.abandon();
    Line::of(Ink::Accent, &drawn)
}

/// A terminal that only remembers the line last written to it.
#[derive(Clone, Debug, Default)]
struct Sketch(Arc<Mutex<String>>);

impl TermLike for Sketch {
    fn width(&self) -> u16 {
        80
    }
    fn move_cursor_up(&self, _: usize) -> io::Result<()> {
        Ok(())
    }
    fn move_cursor_down(&self, _: usize) -> io::Result<()> {
        Ok(())
    }
    fn move_cursor_right(&self, _: usize) -> io::Result<()> {
        Ok(())
    }
    fn move_cursor_left(&self, _: usize) -> io::Result<()> {
        Ok(())
    }
    fn write_line(&self, text: &str) -> io::Result<()> {
        self.write_str(text)
    }
    fn write_str(&self, text: &str) -> io::Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push_str(text);
        Ok(())
    }
    fn clear_line(&self) -> io::Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
        Ok(())
    }
    fn flush(&self) -> io::Result<()> {
        Ok(())
    }
}

/// How work that takes long is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// A bar, or a spinner where the end is not known.
    Moving,
    /// A line of words, once.
    Said,
    /// Not at all: there is no terminal.
    Hidden,
}

/// Work in hand. Dropping it takes its bar away.
pub struct Task {
    words: Rc<Words>,
    what: String,
    show: Show,
    bar: ProgressBar,
    of: Option<u64>,
    since: Instant,
    shown: bool,
}

impl Task {
    /// Begins work called `what` (a sentence of the program's own, such as “checking”) of so many steps, if that is known.
    pub fn begin(words: &Rc<Words>, show: Show, what: &str, of: Option<usize>) -> Self {
        let of = of.map(|n| n as u64);
        let bar = ProgressBar::with_draw_target(of, ProgressDrawTarget::hidden());
        Self { words: words.clone(), what: clean(what).into_owned(), show, bar, of, since: Instant::now(), shown: false }
    }

    /// A step is done. After a second of work it is shown.
    pub fn step(&mut self) {
        self.bar.inc(1);
        if !self.shown && self.since.elapsed() >= PATIENCE {
            self.shown = true;
            self.appear();
        }
    }

    fn appear(&self) {
        let sentence = self.words.with("busy", &[("what", self.what.as_str().into())]);
        match self.show {
            Show::Hidden => {}
            Show::Said => {
                use std::io::Write as _;
                let _ = writeln!(io::stderr(), "{sentence}"); // what is only told on the way may get lost
            }
            Show::Moving => {
                let template = if self.of.is_some() { "{msg} [{bar:20}] {pos}/{len}" } else { "{spinner} {msg} {pos}" };
                if let Ok(style) = ProgressStyle::with_template(template) {
                    self.bar.set_style(style.progress_chars("█░"));
                }
                self.bar.set_message(sentence);
                self.bar.set_draw_target(ProgressDrawTarget::stderr());
                if self.of.is_none() {
                    self.bar.enable_steady_tick(Duration::from_millis(120));
                }
            }
        }
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills() {
        let shown = |done, of| bar(done, of).words();
        assert_eq!(shown(0, 10), "[░░░░░░░░░░] 0/10");
        assert_eq!(shown(4, 10), "[████░░░░░░] 4/10");
        assert_eq!(shown(10, 10), "[██████████] 10/10");
        assert_eq!(shown(11, 10), "[██████████] 10/10");
    }
}
