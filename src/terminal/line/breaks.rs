//! Where a written line breaks: by Unicode's rules, and a few of the house. Pure: a text and a width in, ranges out; what a character
//! takes is `line`'s, where a command stands in it `commands`'.

use std::ops::Range;

use textwrap::core::Fragment;
use textwrap::{WordSeparator, wrap_algorithms::wrap_first_fit};

use super::commands::commands;
use super::{room, room_of};

/// What becomes of a command that is wider than the line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wide {
    /// It breaks between its words.
    Breaks,
    /// It runs over, on a line of its own: the window breaks it, and whoever copies it has it whole.
    Runs,
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
/// A command stays on one line where it fits; a wider one breaks between its words.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    fitted(text, width, Wide::Breaks)
}

/// The same, but a command is never broken: one that is wider than the line stands on a line of its own and runs over.
pub fn flow(text: &str, width: usize) -> Vec<Range<usize>> {
    fitted(text, width, Wide::Runs)
}

fn fitted(text: &str, width: usize, wide: Wide) -> Vec<Range<usize>> {
    let lead = text.len() - text.trim_start_matches(' ').len();
    let pieces = pieces(text, width.max(2), wide);
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

fn pieces(text: &str, width: usize, wide: Wide) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut at = 0;
    let commands = commands(text);
    let runs = |range: &Range<usize>| {
        let over = |whole: &Range<usize>| whole.start < range.end && range.start < whole.end;
        wide == Wide::Runs && commands.iter().any(|it| over(&it.whole))
    };
    let mut whole = together(text);
    for command in &commands {
        let stays = wide == Wide::Runs || room(&text[command.whole.clone()]) <= width;
        if stays { whole.push(command.whole.clone()) } else { whole.extend(command.words.iter().cloned()) }
    }
    for word in WordSeparator::UnicodeBreakProperties.find_words(text) {
        let (len, blanks) = (word.word.len(), word.whitespace.len());
        let numbers = text[..at].ends_with('】') && word.word.starts_with(|c: char| c.is_ascii_digit());
        let within = whole.iter().any(|it| it.start < at && at < it.end);
        let marked = out.pop_if(|piece| {
            let all = piece.word.start..at + len;
            numbers || within && (room(&text[all.clone()]) <= width || runs(&(at..at + len)) && runs(&piece.word))
        });
        let from = marked.map_or(at, |piece: Piece| piece.word.start);
        let all = Piece { word: from..at + len, end: at + len + blanks, width: room(&text[from..at + len]), blanks };
        at = all.end;
        if all.width > width && !runs(&all.word) { cut_up(text, &all, width, &mut out) } else { out.push(all) }
    }
    out
}

/// The most cells that brackets stay whole at.
const BRACKETED: usize = 20;

/// Units of two characters; one of one character is any.
const UNITS: [&str; 12] = ["小时", "分钟", "厘米", "毫米", "公里", "公斤", "千克", "个月", "毫升", "英寸", "平方", "小包"];

/// What stays on one line though it could be broken: what is said of an item in square brackets, a few Chinese characters in brackets
/// within English, a number with its unit, a code in groups of digits.
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
        out.extend(code(rest).filter(|_| !text[..at].ends_with(|c: char| c.is_ascii_digit())).map(|end| at..at + end));
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

/// Bytes of a code that a text begins with: groups of four digits, such as `1234 5678`.
fn code(text: &str) -> Option<usize> {
    let group = |at: usize| {
        let bytes = text.as_bytes();
        let digit = |n: usize| bytes.get(n).is_some_and(u8::is_ascii_digit);
        (at..at + 4).all(digit) && !digit(at + 4)
    };
    let mut end = group(0).then_some(4)?;
    while text.as_bytes().get(end) == Some(&b' ') && group(end + 1) {
        end += 5;
    }
    (end > 4).then_some(end)
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
