//! Within strings and comments: nothing there is syntax but escapes and the end, and nearly everything is passed over unseen. Only what
//! a terminal would obey is noted, raw or by escape, and the string that ends with a full-width quote. Back outside, `scan` goes on.

use super::{Note, Scanner, is_forbidden, meant};

/// Which bytes within strings and comments are looked at: quotes, escapes, line ends, and what may begin a forbidden character. Nearly
/// all of a library is neither, and is passed over.
const LOUD: [bool; 256] = {
    let mut loud = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        loud[byte] = matches!(byte as u8, 0..=8 | 10..=0x1F | b'"' | b'\'' | b'\\' | 0x7F | 0xC2 | 0xE2 | 0xEF);
        byte += 1;
    }
    loud
};

impl Scanner<'_> {
    /// The next character from here that is looked at; everything before it is passed over.
    fn loud(&mut self) -> Option<char> {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().position(|byte| LOUD[usize::from(*byte)]).unwrap_or(rest.len());
        self.rest().chars().next()
    }

    pub(super) fn comment(&mut self) {
        self.comment = Some(self.at);
        while let Some(c) = self.loud().filter(|c| *c != '\n') {
            self.raw_control(c);
            self.at += c.len_utf8();
        }
    }

    /// A string from its opening quote on.
    pub(super) fn string(&mut self, quote: u8) {
        let triple = if quote == b'"' { "\"\"\"" } else { "'''" };
        let many = self.rest().starts_with(triple);
        self.step(if many { 3 } else { 1 });
        let start = self.at;
        while let Some(c) = self.loud() {
            match c {
                '\n' if !many => return self.unclosed(start, quote),
                '\\' if quote == b'"' => self.escape(),
                c if c as u32 == u32::from(quote) && (!many || self.rest().starts_with(triple)) => {
                    // `""""` ends with a quote of its own.
                    let run = self.rest().bytes().take_while(|b| *b == quote).count();
                    self.at += if many { run.min(5) } else { 1 };
                    return;
                }
                c => {
                    self.raw_control(c);
                    self.at += c.len_utf8();
                }
            }
        }
    }

    /// A string that its line ends: perhaps it was closed with a full-width quote.
    fn unclosed(&mut self, start: usize, quote: u8) {
        let line = &self.text[start..self.at];
        if let Some((at, c)) = line.char_indices().rev().find(|(_, c)| meant(*c) == Some(quote)) {
            self.note_full_width(start + at, c, quote);
            self.mended.push((start + at, vec![quote, b' ', b' ']));
        }
    }

    fn escape(&mut self) {
        let at = self.at;
        let rest = self.rest();
        let Some(kind) = rest[1..].chars().next().filter(|c| *c != '\n') else {
            self.at += 1;
            return;
        };
        let digits = match kind {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let end = 1 + kind.len_utf8() + digits;
        let number = rest.get(2..end).filter(|_| digits > 0).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let control = match kind {
            'b' => Some('\u{8}'),
            'f' => Some('\u{C}'),
            'r' => Some('\r'),
            'e' => Some('\u{1B}'),
            _ => number.and_then(char::from_u32),
        };
        self.at += if number.is_some() || digits == 0 { end } else { 2 };
        if let Some(c) = control.filter(|c| is_forbidden(*c)) {
            self.notes.push(Note::Control { at: at..self.at, name: format!("U+{:04X}", c as u32) });
        } else if kind == 'x' {
            self.notes.push(Note::Newer { at: at..self.at, what: "escape" });
        }
    }
}
