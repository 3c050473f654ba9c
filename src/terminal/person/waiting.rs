//! Waiting for a key, and looking at the clock meanwhile. A clock never takes a key: it only draws, until its deadline comes.

use super::Person;
use crate::attempt::event::Leaving;
use crate::terminal::Asked;
use crate::terminal::keys::Key;
use crate::terminal::line::{Ink, Line};
use crate::terminal::turn_clock::TurnClock;
use crate::terminal::widget::Widget;

/// What waiting came to.
pub(super) enum Came {
    /// A key.
    Key(Key),
    /// The clock shows something else now.
    Tick,
    /// No key for a while, where somebody waits for that.
    Pause,
    /// It is over without a key: time is up, or the window is closed.
    Over(Asked),
}

/// After so many keys that came at once what they came to is shown.
const BURST: usize = 1000;

/// More keys than this at once nobody types, however slow the line.
const PASTED: usize = 100;

/// Moments without a key that are a pause: somewhat over a second at a terminal.
const PAUSE: usize = 6;

impl Person {
    /// Waits for a key.
    pub(super) fn wait(&mut self) -> Came {
        self.wait_with(false)
    }

    /// Waits for a key, or for a pause too.
    pub(super) fn wait_with(&mut self, pause: bool) -> Came {
        loop {
            if self.timed && (self.watch.is_up() || self.turn.as_ref().is_some_and(TurnClock::is_up)) {
                return Came::Over(Asked::TimeUp);
            }
            let left = self.turn.as_ref().filter(|_| self.timed).and_then(TurnClock::left);
            let next = match left {
                Some(left) => self.console.next_within(left),
                None => self.console.next(),
            };
            match next {
                Ok(Some(key)) => {
                    self.idle = 0;
                    return Came::Key(key);
                }
                Ok(None) if pause && self.idle >= PAUSE => {
                    self.idle = 0;
                    return Came::Pause;
                }
                Ok(None) if self.timed && (self.watch.is_due() || self.face() != self.shown) => {
                    self.idle += 1;
                    return Came::Tick;
                }
                Ok(None) => self.idle += 1,
                Err(_) => return Came::Over(Asked::Left(Leaving::EndOfInput)),
            }
        }
    }

    /// What a key means. Where a whole reply is written, a line break that came at the same moment as other text was pasted, and sends
    /// nothing. (Where pastes are marked, a few keys before an Enter are no sign: over a slow line they come late, and all at once.)
    pub(super) fn meant(&mut self, widget: &Widget, key: Key) -> Key {
        if !widget.writes() {
            return key;
        }
        let text = |key: &Key| matches!(key, Key::Char(_) | Key::Enter | Key::Break | Key::Tab | Key::Paste(_));
        let followed = self.console.ahead().is_some_and(text);
        let follows = self.burst >= if self.console.marks_pastes() { PASTED } else { 1 };
        self.burst = if followed { self.burst + 1 } else { 0 };
        match key {
            Key::Enter if followed || follows => Key::Break,
            Key::Tab if followed || follows => Key::Paste("\t".to_owned()),
            key => key,
        }
    }

    /// Whether it is time to draw: not while more comes at once, but now and then.
    pub(super) const fn is_settled(&self) -> bool {
        self.burst.is_multiple_of(BURST)
    }

    /// What the clock shows now; empty without one.
    pub(super) fn face(&self) -> Line {
        if !self.timed {
            return Line::empty();
        }
        let ink = |presses| if presses { Ink::Warm } else { Ink::Plain };
        let exam = Line::of(ink(self.watch.presses()), &self.watch.face(&self.words));
        let Some(turn) = &self.turn else { return exam };
        let mut face = Line::of(ink(turn.presses()), &turn.face(&self.words));
        if !exam.is_empty() {
            face.push(Ink::Faint, " · ");
            face.append(exam);
        }
        face
    }

    /// What is to be said of the time now, in lines that stay, with an empty one after them.
    pub(super) fn news(&mut self) -> Vec<Line> {
        let news = if self.timed { self.watch.news(&self.words) } else { None };
        let Some(news) = news else { return Vec::new() };
        let mut lines = Line::of(Ink::Warm, &news).wrap(self.screen.text());
        lines.push(Line::empty());
        lines
    }

    /// Who is typing when time is up goes on for a moment: those keys must not answer what is asked next. Lets them pass until
    /// nothing was pressed for a moment. `Some`: the person left meanwhile.
    pub(super) fn forget_late_keys(&mut self) -> Option<Asked> {
        if !std::mem::take(&mut self.late) {
            return None;
        }
        loop {
            match self.console.next() {
                Ok(Some(Key::Interrupt)) => return Some(Asked::Left(Leaving::Interrupted)),
                Ok(Some(_)) => {}
                Ok(None) => return None,
                Err(_) => return Some(Asked::Left(Leaving::EndOfInput)),
            }
        }
    }
}
