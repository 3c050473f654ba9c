//! Texts into boxes: a text made smaller, broken by CJK rules, or both, until it fits. Exact in the font's own widths; what does not fit
//! is an error, never cut without a word.
//!
//! A template calls `fit(text, width, height, size)` for one line that may become several, `flow(…)` for a paragraph, `clip(…)` for
//! what may end in `…` because it stands elsewhere in full. Each gives `size` and `lines`, each with its `text` and its `y` below the
//! top of the box.

use std::fmt;

use minijinja::value::Serde;
use minijinja::{Environment, Error, ErrorKind};
use serde::Serialize;
use textwrap::WordSeparator;
use unicode_width::UnicodeWidthChar as _;

use super::Widths;

/// From line to line, in thousandths of the size.
const LEADING: f64 = 1.35;
/// Where the baseline is below a line's top.
const BASE: f64 = 1.02;
/// Each try is smaller by so much.
const STEP: f64 = 0.96;
/// A line becomes several only where it would have to be smaller than this share of its size.
const BREAKS: f64 = 0.55;
/// Nothing is made smaller than this share of its size.
const LEAST: f64 = 0.3;

/// A text that does not fit even at its smallest.
#[derive(Debug)]
pub struct NoRoom(pub String);

impl fmt::Display for NoRoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoRoom {}

/// A text in its box.
#[derive(Debug, Serialize)]
pub struct Fitted {
    /// The size of its letters.
    pub size: f64,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line of it.
#[derive(Debug, Serialize)]
pub struct Line {
    /// What stands there.
    pub text: String,
    /// Its baseline, below the top of the box.
    pub y: f64,
}

/// A box: width, height, and the size of letters to begin with.
#[derive(Clone, Copy)]
pub struct Room {
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// The largest letters.
    pub size: f64,
}

/// How a text may be laid.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// A line, if at all possible.
    Line,
    /// A paragraph.
    Paragraph,
    /// A paragraph that may be cut.
    Clipped,
}

/// Characters of no known font: full-width ones are as wide as high.
pub fn usual(c: char) -> u32 {
    match c.width().unwrap_or_default() {
        0 => 0,
        1 if matches!(c, 'i' | 'l' | 'j' | '.' | ',' | '\'' | '|' | ' ' | ':' | ';') => 320,
        1 if c.is_uppercase() || matches!(c, 'm' | 'w') => 760,
        1 => 580,
        _ => 1000,
    }
}

/// The functions that a template may call.
pub fn add(jinja: &mut Environment<'_>, widths: &Widths) {
    for (name, manner) in [("fit", Manner::Line), ("flow", Manner::Paragraph), ("clip", Manner::Clipped)] {
        let widths = widths.clone();
        jinja.add_function(name, move |text: String, width: f64, height: f64, size: f64| {
            let fitted = fitted(&text, Room { width, height, size }, manner, &widths);
            fitted.map(Serde).ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "").with_source(NoRoom(text)))
        });
    }
}

/// The text as large as it fits. `None`: not even at its smallest.
pub fn fitted(text: &str, room: Room, manner: Manner, widths: &Widths) -> Option<Fitted> {
    let sizes = |least: f64| {
        let down = std::iter::successors(Some(room.size), |size| Some(size * STEP)).take_while(move |size| *size >= least);
        down.chain([least])
    };
    if manner == Manner::Line {
        let alone = |size: &f64| text.chars().map(&**widths).map(f64::from).sum::<f64>() * size / 1000.0 <= room.width;
        if let Some(size) = sizes(room.size * BREAKS).find(|size| alone(size) && size * LEADING <= room.height) {
            return Some(placed(vec![text.to_owned()], size, room.height));
        }
    }
    let least = room.size * LEAST;
    let most = |size: f64| (room.height / (size * LEADING)).floor();
    let mut last = Vec::new();
    for size in sizes(least) {
        last = broken(text, room.width * 1000.0 / size, widths);
        if count(&last) <= most(size) {
            // A line stands in the middle of its box, a paragraph begins at the top.
            return Some(placed(last, size, if manner == Manner::Line { room.height } else { 0.0 }));
        }
    }
    let keep = (1..=last.len()).rev().find(|n| f64::from(u32::try_from(*n).unwrap_or(u32::MAX)) <= most(least))?;
    (manner == Manner::Clipped).then(|| placed(cut(last, keep, room.width * 1000.0 / least, widths), least, 0.0))
}

fn count(lines: &[String]) -> f64 {
    f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX))
}

/// The first lines, the last of them with `…` for what follows.
fn cut(mut lines: Vec<String>, keep: usize, width: f64, widths: &Widths) -> Vec<String> {
    lines.truncate(keep);
    if let Some(last) = lines.last_mut() {
        while wide(last, widths) + f64::from(widths('…')) > width && last.pop().is_some() {}
        last.push('…');
    }
    lines
}

fn wide(text: &str, widths: &Widths) -> f64 {
    text.chars().map(&**widths).map(f64::from).sum()
}

/// Lines no wider than this, broken where the rules allow it; a word wider than a line is broken within.
fn broken(text: &str, width: f64, widths: &Widths) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in WordSeparator::UnicodeBreakProperties.find_words(paragraph.trim()) {
            if !line.is_empty() && wide(&line, widths) + wide(word.word, widths) > width {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
            }
            for c in word.word.chars() {
                if !line.is_empty() && wide(&line, widths) + f64::from(widths(c)) > width {
                    lines.push(std::mem::take(&mut line).trim_end().to_owned());
                }
                line.push(c);
            }
            line.push_str(word.whitespace);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Lines one below the other, in the middle of this height where it is more than they take.
fn placed(lines: Vec<String>, size: f64, height: f64) -> Fitted {
    let tenth = |n: f64| (n * 10.0).round() / 10.0;
    let top = (height - count(&lines) * size * LEADING).max(0.0) / 2.0;
    let at = |n: usize| top + (f64::from(u32::try_from(n).unwrap_or(u32::MAX)) * LEADING + BASE) * size;
    let lines = lines.into_iter().enumerate().map(|(n, text)| Line { text, y: tenth(at(n)) }).collect();
    Fitted { size: (size * 100.0).floor() / 100.0, lines }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;

    fn laid(text: &str, room: (f64, f64, f64), manner: Manner) -> Option<Fitted> {
        let widths: Widths = Arc::new(usual);
        fitted(text, Room { width: room.0, height: room.1, size: room.2 }, manner, &widths)
    }

    fn lines(text: &str, room: (f64, f64, f64), manner: Manner) -> Vec<String> {
        laid(text, room, manner).expect("it fits").lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_name_gets_smaller_before_it_breaks() {
        let room = (400.0, 60.0, 40.0);
        assert_eq!(laid("王芳", room, Manner::Line).unwrap().size, 40.0);
        let long = laid("阿卜杜热西提·买买提依明江", room, Manner::Line).unwrap();
        assert_eq!(long.lines.len(), 1);
        assert!(long.size < 40.0 && long.size > 22.0, "{}", long.size);
        let longest = laid(&"名".repeat(40), room, Manner::Line).unwrap();
        assert!(longest.lines.len() > 1, "{longest:?}");
    }

    #[test]
    fn lines_break_by_the_rules() {
        let said = lines("独立接待淘宝、京东售前咨询，可承诺不超过 50 元的补偿。", (200.0, 400.0, 20.0), Manner::Paragraph);
        assert!(said.iter().all(|line| !line.starts_with(['、', '，', '。'])), "{said:?}");
        assert_eq!(lines("a\nb", (200.0, 400.0, 20.0), Manner::Paragraph), ["a", "b"]);
    }

    #[test]
    fn what_does_not_fit_is_said_or_cut_where_that_is_asked_for() {
        let long = "字".repeat(2000);
        assert!(laid(&long, (100.0, 50.0, 20.0), Manner::Paragraph).is_none());
        let cut = lines(&long, (100.0, 50.0, 20.0), Manner::Clipped);
        assert!(cut.last().unwrap().ends_with('…'), "{cut:?}");
    }

    proptest! {
        /// Nothing is lost, nothing sticks out.
        #[test]
        fn everything_stands_within_its_box(text in "[一-龥a-zA-Z0-9，。、 ]{1,80}") {
            let room = (600.0, 300.0, 50.0);
            let widths: Widths = Arc::new(usual);
            for manner in [Manner::Line, Manner::Paragraph] {
                let Some(fitted) = laid(&text, room, manner) else { continue };
                for line in &fitted.lines {
                    prop_assert!(wide(&line.text, &widths) * fitted.size / 1000.0 <= room.0 + 0.01, "{line:?}");
                    prop_assert!(line.y > 0.0 && line.y < room.1, "{line:?}");
                }
                let bare = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
                prop_assert_eq!(bare(&fitted.lines.iter().map(|l| l.text.clone()).collect::<String>()), bare(&text));
            }
        }
    }
}
