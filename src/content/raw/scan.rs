//! A first look over a file's characters, before TOML is read: full-width signs typed with a Chinese keyboard, characters that a
//! terminal would obey, nesting, and what only TOML 1.1 allows.
//!
//! Full-width signs outside of strings are mended in place with the sign that was meant, padded to the same number of bytes, so
//! that one slip of the keyboard is one finding and every other place stays true.

mod meant;
#[cfg(test)]
mod tests;
mod within;

use std::borrow::Cow;
use std::ops::Range;

use meant::{begins_anew, closing, meant, mend};

/// Brackets within brackets, and parts of one dotted key, that are taken.
const DEEPEST: usize = 16;

/// What was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Full-width signs of one line, and the keys to press instead.
    FullWidth {
        /// The first of them.
        at: Range<usize>,
        /// All of them.
        found: String,
        /// The keys to press.
        press: String,
    },
    /// A control character, raw or by escape.
    Control {
        /// Where.
        at: Range<usize>,
        /// Which: `U+001B`.
        name: String,
    },
    /// Something that only TOML 1.1 allows: `lines`, `comma` or `escape`.
    Newer {
        /// Where.
        at: Range<usize>,
        /// What.
        what: &'static str,
    },
    /// A line without an equals sign (`assignment`), or with a bracket that is never closed (`array`, `inline-table`). It is
    /// blanked, for what follows could not be read otherwise.
    Miswritten {
        /// Where.
        at: Range<usize>,
        /// What.
        what: &'static str,
    },
    /// A byte order mark at the very beginning.
    Bom {
        /// Where.
        at: Range<usize>,
    },
    /// Nested deeper than any content is.
    TooDeep {
        /// Where.
        at: Range<usize>,
    },
}

impl Note {
    /// Where it was seen.
    pub const fn at(&self) -> &Range<usize> {
        match self {
            Self::FullWidth { at, .. } | Self::Control { at, .. } | Self::Newer { at, .. } | Self::Miswritten { at, .. } => at,
            Self::Bom { at } | Self::TooDeep { at } => at,
        }
    }
}

/// A file looked over.
#[derive(Debug)]
pub struct Scan<'s> {
    /// The text with full-width signs mended; byte for byte as long as the original.
    pub text: Cow<'s, str>,
    /// What was seen, in order.
    pub notes: Vec<Note>,
    /// Where table headers start.
    pub headers: Vec<usize>,
    /// Full-width signs outside of texts, each with the key that was meant.
    pub signs: Vec<(usize, u8)>,
    /// Line ends within inline tables that could be left out: no comment stands before them.
    pub joints: Vec<usize>,
}

/// Whether a character may not stand in content: controls but newline and tab, and those that turn the direction of writing.
pub const fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Looks over a text.
pub fn scan(text: &str) -> Scan<'_> {
    let mut scanner = Scanner {
        text,
        at: 0,
        mended: Vec::new(),
        notes: Vec::new(),
        headers: Vec::new(),
        signs: Vec::new(),
        joints: Vec::new(),
        comment: None,
        open: Vec::new(),
        dots: 0,
        line: 0,
        assigned: false,
        comma: None,
    };
    if text.starts_with('\u{FEFF}') {
        scanner.notes.push(Note::Bom { at: 0..3 });
        scanner.mended.push((0, vec![b' '; 3]));
        scanner.at = 3;
    }
    while scanner.at < text.len() {
        scanner.plain();
    }
    scanner.line_ends();
    let Scanner { mended, notes, headers, signs, joints, .. } = scanner;
    Scan { text: mend(text, &mended), notes, headers, signs, joints }
}

struct Scanner<'s> {
    text: &'s str,
    at: usize,
    /// Replacements of the same length.
    mended: Vec<(usize, Vec<u8>)>,
    notes: Vec<Note>,
    headers: Vec<usize>,
    signs: Vec<(usize, u8)>,
    joints: Vec<usize>,
    /// Where the last comment begins.
    comment: Option<usize>,
    /// Open brackets, and whether an inline table was seen to run over lines.
    open: Vec<(u8, usize, bool)>,
    dots: usize,
    /// Where the line began that is being looked at (of a value over lines: the first), and whether it has its equals sign.
    line: usize,
    assigned: bool,
    /// The last comma, while nothing but space has followed it.
    comma: Option<usize>,
}

impl<'s> Scanner<'s> {
    fn rest(&self) -> &'s str {
        &self.text[self.at..]
    }

    /// One step outside of strings.
    fn plain(&mut self) {
        let byte = self.text.as_bytes()[self.at];
        match byte {
            b'#' => self.comment(),
            b'"' | b'\'' => self.string(byte),
            b'\n' => self.newline(),
            b'[' | b'{' => self.bracket(byte),
            b']' | b'}' => {
                if let (b'}', Some(at)) = (byte, self.comma) {
                    self.notes.push(Note::Newer { at: at..at + 1, what: "comma" });
                }
                self.open.pop();
                self.step(1);
            }
            b' ' | b'\t' => self.at += 1,
            b',' => {
                self.step(1);
                self.comma = Some(self.at - 1);
            }
            b'.' => {
                self.dots += 1;
                if self.dots == DEEPEST {
                    self.notes.push(Note::TooDeep { at: self.at..self.at + 1 });
                }
                self.at += 1;
            }
            b'=' => {
                self.assigned = true;
                self.step(1);
            }
            0x21..=0x7E => {
                self.comma = None;
                self.at += 1;
            }
            _ => self.odd(),
        }
    }

    fn step(&mut self, bytes: usize) {
        self.at += bytes;
        self.dots = 0;
        self.comma = None;
    }

    /// At the end of a line or the file: what is no header needs its equals sign.
    fn line_ends(&mut self) {
        if !self.open.is_empty() {
            return;
        }
        let line = &self.text[self.line..self.at];
        let bare = line.trim();
        let is_line = bare.starts_with(|c| matches!(c, '[' | '#' | '\u{FEFF}') || matches!(meant(c), Some(b'[' | b'#')));
        if !self.assigned && !bare.is_empty() && !is_line {
            let start = self.line + (line.len() - line.trim_start().len());
            self.notes.push(Note::Miswritten { at: start..start + bare.len(), what: "assignment" });
            self.mended.push((start, vec![b' '; bare.len()]));
        }
        self.line = self.at + 1;
        self.assigned = false;
    }

    fn newline(&mut self) {
        self.line_ends();
        self.at += 1;
        self.dots = 0;
        if let Some((b'{', at, seen)) = self.open.last_mut() {
            if self.comment.is_none_or(|comment| self.text[comment..self.at - 1].contains('\n')) {
                self.joints.push(self.at - 1);
            }
            if !std::mem::replace(seen, true) {
                self.notes.push(Note::Newer { at: *at..*at + 1, what: "lines" });
            }
        }
        // A header or a key at the line's head while a bracket is open: it was left open by mistake, and is not nesting.
        if let Some((bracket, at, _)) = self.open.first().copied().filter(|_| begins_anew(self.rest())) {
            let is_header = self.headers.last() == Some(&at);
            let what = if is_header {
                "header"
            } else if bracket == b'{' {
                "inline-table"
            } else {
                "array"
            };
            self.notes.push(Note::Miswritten { at: at..at + 1, what });
            self.set_aside(is_header);
            self.open.clear();
            self.line = self.at;
            self.assigned = false;
        }
    }

    /// Blanks the lines from `line` to here. In a header's place comes one with a name that nobody asks for, so that the keys
    /// below it do not run into those above.
    fn set_aside(&mut self, is_header: bool) {
        let mut from = self.line;
        for line in self.text[self.line..self.at].split_inclusive('\n') {
            let bare = line.trim_end_matches('\n');
            let mut blank = vec![b' '; bare.len()];
            if is_header && from == self.line && blank.len() > 2 {
                let name = format!("{from:0>width$}", width = blank.len() - 2);
                blank = format!("[{}]", &name[name.len() - (blank.len() - 2)..]).into_bytes();
            }
            self.mended.push((from, blank));
            from += line.len();
        }
    }

    fn bracket(&mut self, byte: u8) {
        let head = self.text[..self.at].rfind('\n').map_or(0, |n| n + 1);
        if byte == b'[' && self.open.is_empty() && self.text[head..self.at].trim().is_empty() {
            self.headers.push(self.at);
        }
        self.open.push((byte, self.at, false));
        if self.open.len() == DEEPEST {
            self.notes.push(Note::TooDeep { at: self.at..self.at + 1 });
        }
        self.step(1);
    }

    /// A character that is neither ASCII syntax nor space.
    fn odd(&mut self) {
        let c = self.rest().chars().next().expect("the caller looked");
        self.comma = None;
        if let Some(sign) = meant(c) {
            self.full_width(c, sign);
        } else {
            self.raw_control(c);
            self.at += c.len_utf8();
        }
    }

    fn full_width(&mut self, c: char, sign: u8) {
        let at = self.at;
        self.note_full_width(at, c, sign);
        self.assigned |= sign == b'=';
        self.at += c.len_utf8();
        match sign {
            b'"' | b'\'' => {
                self.mended.push((at, vec![b' ', b' ', sign]));
                let line = self.rest().split('\n').next().unwrap_or("");
                if let Some((end, close)) = closing(line, c, sign) {
                    let end = self.at + end;
                    if close.len_utf8() == 3 {
                        self.note_full_width(end, close, sign);
                        self.mended.push((end, vec![sign, b' ', b' ']));
                    }
                    self.at = end + close.len_utf8();
                } else {
                    self.at += line.len();
                }
            }
            b'[' | b']' if self.rest().starts_with(c) => self.mended.push((at, vec![b' ', b' ', sign])),
            b'#' => {
                self.mended.push((at, vec![sign, b' ', b' ']));
                self.comment();
            }
            _ => self.mended.push((at, vec![sign, b' ', b' '])),
        }
        if sign == b'[' && self.open.is_empty() {
            let head = self.text[..at].rfind('\n').map_or(0, |n| n + 1);
            if self.text[head..at].trim().is_empty() {
                self.headers.push(at);
            }
        }
    }

    fn note_full_width(&mut self, at: usize, c: char, sign: u8) {
        self.signs.push((at, sign));
        let key = if sign == b' ' { '␣' } else { char::from(sign) };
        if let Some(Note::FullWidth { at: first, found, press }) = self.notes.last_mut()
            && !self.text[first.start..at].contains('\n')
        {
            if !found.contains(c) {
                found.push(c);
            }
            if !press.contains(key) {
                press.push(key);
            }
            return;
        }
        self.notes.push(Note::FullWidth { at: at..at + c.len_utf8(), found: c.into(), press: key.into() });
    }

    fn raw_control(&mut self, c: char) {
        if is_forbidden(c) {
            let name = format!("U+{:04X}", c as u32);
            self.notes.push(Note::Control { at: self.at..self.at + c.len_utf8(), name });
        }
    }
}
