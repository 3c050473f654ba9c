//! A line as it will stand on the screen: spans of clean text, each with an ink. Measuring is here, and only here; where a line breaks
//! is `line/breaks`'.
//!
//! `Line` is the only way text gets to a terminal, and cleaning happens where a span is added: no control character and no
//! direction override gets through, whatever a name or a lesson holds. Whoever paints composes lines; whoever shows them calls
//! `Line::print`.

mod breaks;
mod commands;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use anstyle::{AnsiColor, Style};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

pub use self::breaks::{flow, wrap};

/// What a span means; how it looks follows from that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// Running text.
    #[default]
    Plain,
    /// Headings, names, what is marked.
    Strong,
    /// Emphasis within running text.
    Slanted,
    /// Key help, what is over.
    Faint,
    /// Right, better.
    Good,
    /// Wrong, worse.
    Bad,
    /// Partly, look here.
    Warm,
    /// What is asked, where one is.
    Accent,
}

impl Ink {
    const fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Slanted => Style::new().italic(),
            Self::Faint => Style::new().dimmed(),
            Self::Good => AnsiColor::Green.on_default(),
            Self::Bad => AnsiColor::Red.on_default(),
            Self::Warm => AnsiColor::Yellow.on_default(),
            Self::Accent => AnsiColor::Cyan.on_default(),
        }
    }
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(Vec<(Ink, String)>);

impl Line {
    /// An empty line.
    pub const fn empty() -> Self {
        Self(Vec::new())
    }

    /// A line of one ink.
    pub fn of(ink: Ink, text: &str) -> Self {
        Self::empty().and(ink, text)
    }

    /// A line of running text.
    pub fn plain(text: &str) -> Self {
        Self::of(Ink::Plain, text)
    }

    /// The same with a span more; the text is cleaned.
    #[must_use]
    pub fn and(mut self, ink: Ink, text: &str) -> Self {
        self.push(ink, text);
        self
    }

    /// Adds a span; the text is cleaned.
    pub fn push(&mut self, ink: Ink, text: &str) {
        if text.is_empty() {
            return;
        }
        let text = clean(text);
        match self.0.last_mut() {
            Some((last, before)) if *last == ink => before.push_str(&text),
            _ => self.0.push((ink, text.into_owned())),
        }
    }

    /// Adds another line's spans.
    pub fn append(&mut self, other: Self) {
        for (ink, text) in other.0 {
            self.push(ink, &text);
        }
    }

    /// Whether there is nothing on it.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all its words have this ink, and there are some.
    pub fn is_all(&self, ink: Ink) -> bool {
        let words = || self.0.iter().filter(|(_, text)| !text.trim().is_empty());
        words().all(|(it, _)| *it == ink) && words().next().is_some()
    }

    /// The bare words.
    pub fn words(&self) -> String {
        self.0.iter().map(|(_, text)| text.as_str()).collect()
    }

    /// Cells it takes.
    pub fn cells(&self) -> usize {
        self.0.iter().map(|(_, text)| cells(text)).sum()
    }

    /// The same line wrapped to a width.
    pub fn wrap(&self, width: usize) -> Vec<Self> {
        let words = self.words();
        wrap(&words, width).into_iter().map(|range| self.part(&words, range)).collect()
    }

    /// The same where nothing below counts lines: a command that is wider stands on a line of its own, unbroken, to be copied.
    pub fn flow(&self, width: usize) -> Vec<Self> {
        let words = self.words();
        flow(&words, width).into_iter().map(|range| self.part(&words, range)).collect()
    }

    /// Wrapped to a width with `first` before its first line; later lines stand under the words.
    pub fn hang(&self, first: &Self, width: usize) -> Vec<Self> {
        let indent = first.cells();
        let pad = " ".repeat(indent);
        let mut out = Vec::new();
        for (n, line) in self.wrap(width.saturating_sub(room(&first.words())).max(4)).into_iter().enumerate() {
            let mut whole = if n == 0 { first.clone() } else { Self::plain(&pad) };
            whole.append(line);
            out.push(whole);
        }
        out
    }

    /// Wrapped to a width, every line but the first after `indent`.
    pub fn wrap_in(&self, indent: &str, width: usize) -> Vec<Self> {
        let whole = self.words();
        let Some(first) = wrap(&whole, width).into_iter().next() else { return Vec::new() };
        let mut out = vec![self.part(&whole, first.clone())];
        let rest = whole[first.end..].trim_start_matches(' ');
        if !rest.is_empty() {
            let rest = self.part(&whole, whole.len() - rest.len()..whole.len());
            let indent = Self::plain(indent);
            out.extend(rest.wrap(width.saturating_sub(indent.cells()).max(4)).into_iter().map(|line| {
                let mut whole = indent.clone();
                whole.append(line);
                whole
            }));
        }
        out
    }

    /// Cut to a width, with `…` where something is missing.
    #[must_use]
    pub fn cut(&self, width: usize) -> Self {
        let words = self.words();
        if room(&words) <= width {
            return self.clone();
        }
        let mut taken = 0;
        let end = words
            .char_indices()
            .find(|(_, c)| {
                taken += room_of(*c);
                taken + 2 > width
            })
            .map_or(words.len(), |(at, _)| at);
        self.part(&words, 0..end).and(Ink::Plain, "…")
    }

    fn part(&self, words: &str, range: Range<usize>) -> Self {
        let (mut out, mut at) = (Self::empty(), 0);
        for (ink, text) in &self.0 {
            let (from, to) = (range.start.max(at), range.end.min(at + text.len()));
            if from < to {
                out.push(*ink, &words[from..to]);
            }
            at += text.len();
        }
        out
    }

    /// As it is written to the terminal, with or without styles.
    pub fn print(&self, colour: bool) -> String {
        if !colour {
            return self.words();
        }
        self.0.iter().map(|(ink, text)| if *ink == Ink::Plain { text.clone() } else { styled(ink.style(), text) }).collect()
    }
}

fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}

/// Text without control characters, direction overrides and what Unicode says is no character: each becomes `�`, a tab two spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    // The last two of each plane and U+FDD0 to U+FDEF (Unicode 16.0, 23.7): nobody types them, and terminals differ in their width.
    let none = |c: char| u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c);
    let marks = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    let bad = |c: char| c.is_control() || marks(c) || none(c);
    if !text.contains(bad) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.push_str("  "),
            c if bad(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// The lines an author wrote.
pub fn written(text: &str) -> impl Iterator<Item = &str> {
    text.trim_end().split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line))
}

/// Cells a text takes on most terminals: for columns.
pub fn cells(text: &str) -> usize {
    text.width()
}

/// Cells a text may take on any terminal, counting what some show in two cells (“ ” — … and joined emoji) as two: for wrapping, so
/// that a line never runs over.
pub fn room(text: &str) -> usize {
    text.chars().map(room_of).sum()
}

/// The same for one character.
pub fn room_of(c: char) -> usize {
    c.width_cjk().unwrap_or(0)
}

/// Short parts in one line or more, never broken within a part where it fits: `a · b`.
pub fn pack(ink: Ink, parts: &[String], width: usize) -> Vec<Line> {
    let mut out: Vec<String> = Vec::new();
    for part in parts {
        match out.last_mut() {
            Some(last) if room(last) + room(part) + 4 <= width => {
                last.push_str(" · ");
                last.push_str(part);
            }
            _ => out.push(part.clone()),
        }
    }
    out.iter().flat_map(|line| Line::of(ink, line).wrap(width)).collect()
}

#[cfg(test)]
mod tests;
