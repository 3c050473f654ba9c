//! A small editor: text, a cursor between two characters, and where that cursor stands. Pure.
//!
//! Chinese takes two cells a character and some marks take none; a step of the cursor goes over a character with its marks, a flag or
//! a family of emoji as a whole. `rows` cuts the text into rows and goes up and down in them.

mod rows;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

pub use self::rows::Rows;
use super::keys::{Key, narrow};
use super::line::{clean, room};

/// Text being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    text: String,
    /// The cursor, in bytes: always where a step ends.
    at: usize,
    most: usize,
    takes: Takes,
    /// It stands there from before, untouched: what is typed takes its place.
    replace: bool,
    /// What was cleared away last, to be had back.
    cleared: String,
    /// Cells of a row, where there are several.
    width: usize,
    /// The cell that going up and down keeps to.
    goal: Option<usize>,
    /// At the end of a row that goes on in the next, the cursor stands behind the one and not before the other.
    behind: bool,
}

/// What kind of text is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Takes {
    /// A number: full-width digits become narrow ones.
    Number,
    /// One line.
    Line,
    /// Several lines.
    Lines,
}

/// What a key did to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// It was for the editor.
    Taken,
    /// There is no more room.
    Full,
    /// It was not for the editor.
    Not,
}

/// Cells of a row, as long as nobody says how many there are.
const WIDTH: usize = 72;

impl Editor {
    const fn empty(takes: Takes, most: usize) -> Self {
        Self {
            text: String::new(),
            at: 0,
            most,
            takes,
            replace: false,
            cleared: String::new(),
            width: WIDTH,
            goal: None,
            behind: false,
        }
    }

    /// An empty line of at most so many characters.
    pub const fn new(most: usize) -> Self {
        Self::empty(Takes::Line, most)
    }

    /// The same for numbers: full-width digits become narrow ones.
    pub const fn number(most: usize) -> Self {
        Self::empty(Takes::Number, most)
    }

    /// The same for several lines; a line break counts as a character.
    pub const fn lines(most: usize) -> Self {
        Self::empty(Takes::Lines, most)
    }

    /// Begins with this text, the cursor at its end. What is typed next into a line takes its place, for digits after digits, or words
    /// after words, would be another answer that nobody meant; whoever moves in it first goes on with it. Several lines are gone on with.
    pub fn fill(&mut self, text: &str) {
        self.text = self.cleaned(text).chars().take(self.most).collect();
        self.at = self.text.len();
        self.replace = self.takes != Takes::Lines;
    }

    /// Rows have so many cells from now on.
    pub const fn fit(&mut self, width: usize) {
        self.width = width;
    }

    /// Whether what is typed next takes the place of what stands there.
    pub const fn replaces(&self) -> bool {
        self.replace
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing stands there.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it takes a number.
    pub const fn numeric(&self) -> bool {
        matches!(self.takes, Takes::Number)
    }

    /// Whether it takes several lines.
    pub const fn has_lines(&self) -> bool {
        matches!(self.takes, Takes::Lines)
    }

    /// The most characters it takes.
    pub const fn most(&self) -> usize {
        self.most
    }

    /// How many more it takes.
    pub fn left(&self) -> usize {
        self.most.saturating_sub(self.text.chars().count())
    }

    /// Whether what was cleared away can be had back.
    pub const fn gives_back(&self) -> bool {
        self.text.is_empty() && !self.cleared.is_empty()
    }

    /// Takes everything away; in several lines it can be had back.
    pub fn clear(&mut self) {
        let text = std::mem::take(&mut self.text);
        if self.has_lines() {
            self.text = if text.is_empty() { std::mem::take(&mut self.cleared) } else { String::new() };
            self.cleared = text;
        }
        self.at = self.text.len();
    }

    /// Types, deletes or moves.
    pub fn press(&mut self, key: &Key) -> Edit {
        match key {
            Key::Up if self.has_lines() => return self.go(false),
            Key::Down if self.has_lines() => return self.go(true),
            Key::Home if self.has_lines() => return self.edge(false),
            Key::End if self.has_lines() => return self.edge(true),
            Key::Up | Key::Down => return Edit::Not,
            _ => (self.goal, self.behind) = (None, false),
        }
        if matches!(key, Key::Char(_) | Key::Paste(_)) && self.replace {
            self.clear();
        }
        self.replace = false;
        match key {
            Key::Char(c) => return self.insert(&c.to_string()),
            Key::Paste(text) => return self.insert(text.trim_matches(['\r', '\n'])),
            Key::Break if self.has_lines() => return self.insert("\n"),
            Key::Backspace => {
                let to = self.before();
                self.text.drain(to..self.at);
                self.set(to);
            }
            Key::Delete => {
                self.text.drain(self.at..self.after());
                self.set(self.at);
            }
            Key::Clear => self.clear(),
            Key::Left => self.at = self.before(),
            Key::Right => self.at = self.after(),
            Key::Home | Key::PageUp => self.at = 0,
            Key::End | Key::PageDown => self.at = self.text.len(),
            _ => return Edit::Not,
        }
        Edit::Taken
    }

    /// As much of it as there is room for, no character cut in the middle.
    fn insert(&mut self, new: &str) -> Edit {
        let (new, mut left, mut end) = (self.cleaned(new), self.left(), 0);
        for step in new.graphemes(true) {
            match left.checked_sub(step.chars().count()) {
                Some(rest) => left = rest,
                None => break,
            }
            end += step.len();
        }
        self.text.insert_str(self.at, &new[..end]);
        self.set(self.at + end);
        if end < new.len() { Edit::Full } else { Edit::Taken }
    }

    /// Text as it may stand here: control characters and direction overrides shown as such, line breaks as `\n` or, in one line, blanks.
    fn cleaned(&self, text: &str) -> String {
        let breaks = ['\r', '\n', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
        let lines = text.replace("\r\n", "\n").replace(breaks, "\n");
        match self.takes {
            Takes::Lines => lines.split('\n').map(clean).collect::<Vec<_>>().join("\n"),
            Takes::Line => clean(&lines.replace(['\n', '\t'], " ")).into_owned(),
            Takes::Number => clean(&lines.replace(['\n', '\t'], " ")).chars().map(narrow).collect(),
        }
    }

    /// The cursor to this place, or behind what has grown together there.
    fn set(&mut self, at: usize) {
        self.at = (at..self.text.len()).find(|at| self.is_step(*at)).unwrap_or(self.text.len());
    }

    fn before(&self) -> usize {
        (0..self.at).rev().find(|at| self.is_step(*at)).unwrap_or(0)
    }

    fn after(&self) -> usize {
        (self.at + 1..self.text.len()).find(|at| self.is_step(*at)).unwrap_or(self.text.len())
    }

    /// Whether the cursor may stand here: before a character that is seen, or at the beginning or end of a line.
    fn is_step(&self, at: usize) -> bool {
        if at == 0 || at == self.text.len() {
            return true;
        }
        if !self.text.is_char_boundary(at)
            || GraphemeCursor::new(at, self.text.len(), true).is_boundary(&self.text, 0) != Ok(true)
        {
            return false;
        }
        let next = self.text[at..].graphemes(true).next().unwrap_or_default();
        self.text[..at].ends_with('\n') || next == "\n" || room(next) > 0
    }
}

#[cfg(test)]
mod tests;
