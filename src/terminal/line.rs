//! A line as it will stand on the screen: spans of clean text, each with an ink. Wrapping and measuring are here, and only here.
//!
//! `Line` is the only way text gets to a terminal, and cleaning happens where a span is added: no control character and no
//! direction override gets through, whatever a name or a lesson holds. Whoever paints composes lines; whoever shows them calls
//! `Line::print`.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use anstyle::{AnsiColor, Style};
use textwrap::core::Fragment;
use textwrap::{WordSeparator, wrap_algorithms::wrap_first_fit};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

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

/// A word with the blanks after it.
#[derive(Debug)]
struct Piece {
    word: Range<usize>,
    end: usize,
    width: usize,
    blanks: usize,
}

#[allow(clippy::cast_precision_loss, reason = "cells of one word")]
impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.width as f64
    }
    fn whitespace_width(&self) -> f64 {
        self.blanks as f64
    }
    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Where one written line breaks at this width: by Unicode's rules (no line begins with ，or 。, words stay whole), the number of a mark
/// stays at its bracket (】3), a word that is wider than the line is cut. Blanks at a break belong to no line. An empty text is one empty line.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let lead = text.len() - text.trim_start_matches(' ').len();
    let pieces = pieces(text, width.max(2));
    #[allow(clippy::cast_precision_loss, reason = "cells of a window")]
    let lines = wrap_first_fit(&pieces, &[width as f64]);
    let mut out: Vec<Range<usize>> = Vec::new();
    for line in lines {
        let Some((first, last)) = line.first().zip(line.last()) else { continue };
        let start = if out.is_empty() { first.word.start } else { first.word.start.max(lead) };
        out.push(start..last.word.end);
    }
    if out.is_empty() {
        out.push(0..0);
    }
    out
}

fn pieces(text: &str, width: usize) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut at = 0;
    let whole = together(text);
    for word in WordSeparator::UnicodeBreakProperties.find_words(text) {
        let (len, blanks) = (word.word.len(), word.whitespace.len());
        let numbers = text[..at].ends_with('】') && word.word.starts_with(|c: char| c.is_ascii_digit());
        let within = whole.iter().any(|it| it.start < at && at < it.end);
        let marked = out.pop_if(|piece| numbers || within && room(&text[piece.word.start..at + len]) <= width);
        let from = marked.map_or(at, |piece: Piece| piece.word.start);
        let all = Piece { word: from..at + len, end: at + len + blanks, width: room(&text[from..at + len]), blanks };
        at = all.end;
        if all.width > width { cut_up(text, &all, width, &mut out) } else { out.push(all) }
    }
    out
}

/// The most cells that brackets stay whole at.
const BRACKETED: usize = 20;

/// Units of two characters; one of one character is any.
const UNITS: [&str; 12] = ["小时", "分钟", "厘米", "毫米", "公里", "公斤", "千克", "个月", "毫升", "英寸", "平方", "小包"];

/// What stays on one line though it could be broken: what is said of an item in square brackets, a few Chinese characters in brackets
/// within English, a number with its unit.
fn together(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let chinese = |c: char| c.is_alphabetic() && room_of(c) > 1;
    for (at, c) in text.char_indices() {
        let rest = &text[at..];
        let close = match c {
            '[' => rest.find(']'),
            '(' if rest[1..].starts_with(chinese) => rest.find(')'),
            _ => None,
        };
        if let Some(close) = close.filter(|close| room(&rest[..*close]) < BRACKETED) {
            out.push(at..at + close + 1);
        }
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let starts = after.len() < rest.len() && !text[..at].ends_with(|c: char| c.is_ascii_digit());
        let unit = after.strip_prefix(' ').unwrap_or(after);
        if let Some(first) = unit.chars().next().filter(|first| starts && chinese(*first)) {
            let long = UNITS.iter().find(|it| unit.starts_with(**it));
            out.push(at..text.len() - unit.len() + long.map_or(first.len_utf8(), |it| it.len()));
        } else if starts && after.starts_with(' ') {
            let letters = unit.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(unit.len());
            // What is longer is more likely a word of its own.
            if (1..=7).contains(&letters) {
                out.push(at..text.len() - unit.len() + letters);
            }
        }
    }
    out
}

fn cut_up(text: &str, long: &Piece, width: usize, out: &mut Vec<Piece>) {
    let (mut from, mut taken) = (long.word.start, 0);
    for (at, c) in text[long.word.clone()].char_indices().map(|(n, c)| (long.word.start + n, c)) {
        if taken + room_of(c) > width {
            out.push(Piece { word: from..at, end: at, width: taken, blanks: 0 });
            (from, taken) = (at, 0);
        }
        taken += room_of(c);
    }
    out.push(Piece { word: from..long.word.end, end: long.end, width: taken, blanks: long.blanks });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, width: usize) -> Vec<String> {
        Line::plain(text).wrap(width).iter().map(Line::words).collect()
    }

    #[test]
    fn no_line_begins_with_a_comma_and_no_word_is_cut() {
        let text = "客户来电时，先倾听（不打断），再复述一遍：订单 A-1029-XYZ 的退款，预计 3 个工作日到账。";
        for width in 10..60 {
            for line in broken(text, width) {
                assert!(room(&line) <= width, "{width}: {line}");
                assert!(!line.starts_with(['，', '。', '）', '：']), "{width}: {line}");
                assert!(!line.ends_with(' ') && !line.ends_with('（'), "{width}: {line}");
            }
            assert!(width < 12 || broken(text, width).iter().any(|l| l.contains("A-1029-XYZ")), "{width}");
            assert_eq!(broken(text, width).concat().replace(' ', ""), text.replace(' ', ""), "nothing is lost");
        }
    }

    #[test]
    fn the_number_of_a_mark_stays_at_its_bracket() {
        let text = "这个【应该可以】3吧，您【等等】1,2再看";
        for width in 8..40 {
            let lines = broken(text, width);
            assert!(lines.iter().all(|line| !line.starts_with(|c: char| c.is_ascii_digit())), "{width}: {lines:?}");
            assert_eq!(lines.concat(), text, "nothing is lost");
        }
    }

    #[test]
    fn what_belongs_together_stays_on_one_line() {
        let text =
            "请客户稍等  [选对了]，照 80 米、24小时、3 个月 the golden seconds (黄金三秒) and 15 minutes more [rightly chosen]";
        for width in 18..70 {
            let lines = broken(text, width);
            for whole in ["[选对了]", "80 米", "24小时", "3 个月", "(黄金三秒)", "15 minutes", "[rightly chosen]"] {
                assert!(lines.iter().any(|line| line.contains(whole)), "{width}: {lines:?}");
            }
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""), "nothing is lost");
        }
        assert_eq!(broken("[很长很长很长很长很长很长的方括号]", 12).len(), 3);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        assert_eq!(broken("abcdefghij kl", 4), ["abcd", "efgh", "ij", "kl"]);
        assert_eq!(broken("", 4), [""]);
    }

    #[test]
    fn what_some_terminals_show_wide_is_counted_wide() {
        assert_eq!((cells("“好”…"), room("“好”…")), (5, 8));
        assert_eq!(broken("他说“您好”。", 8).iter().map(|l| room(l)).max(), Some(8));
    }

    #[test]
    fn no_control_character_gets_through() {
        let line = Line::plain("a\u{1b}[31mb\u{7}\u{9b}c\u{202e}d\te\r\n");
        assert_eq!(line.print(false), "a�[31mb��c�d  e��");
    }

    #[test]
    fn inks_survive_wrapping() {
        let lines = Line::plain("先").and(Ink::Strong, "倾听").and(Ink::Plain, "再复述").wrap(6);
        assert_eq!(lines[0], Line::plain("先").and(Ink::Strong, "倾听"));
        assert_eq!(lines[1], Line::plain("再复述"));
        assert_eq!(Line::of(Ink::Strong, "好").print(true), "\u{1b}[1m好\u{1b}[0m");
    }

    #[test]
    fn a_cut_line_says_so() {
        assert_eq!(Line::plain("黄金三秒内应答").cut(9).words(), "黄金三…");
        assert_eq!(Line::plain("黄金").cut(4).words(), "黄金");
    }
}
