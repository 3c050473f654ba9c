//! The text in rows of so many cells, and going up, down and along in them. Words that are written with blanks between stay whole
//! where they can; everything else is cut where the row is full.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Edit, Editor};
use crate::terminal::line::room;

/// The text cut into rows of a width, and the cursor's place in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// The rows; at least one.
    pub rows: Vec<String>,
    /// The cursor's row, and what stands before it there. (Not its cell: terminals differ in what takes two, so whoever draws writes
    /// this much once more and is where the terminal thinks it is.)
    pub cursor: (usize, String),
}

impl Editor {
    /// The text in rows of `width` cells; the cursor always has a cell of its own.
    pub fn rows(&self, width: usize) -> Rows {
        let all = self.laid(width);
        let row = self.row(&all);
        let before = self.text[all[row].start..self.at].to_owned();
        Rows { rows: all.into_iter().map(|row| self.text[row].to_owned()).collect(), cursor: (row, before) }
    }

    /// The rows, in bytes of the text; a line break belongs to none.
    fn laid(&self, width: usize) -> Vec<Range<usize>> {
        let (width, mut out, mut start) = (width.max(2), Vec::new(), 0);
        for line in self.text.split('\n') {
            cut(line, start, width, &mut out);
            start += line.len() + 1;
        }
        let end = self.text.len();
        if self.at == end && out.last().is_some_and(|last| room(&self.text[last.clone()]) >= width) {
            out.push(end..end);
        }
        out
    }

    /// The cursor's row among them.
    fn row(&self, all: &[Range<usize>]) -> usize {
        let row = all.iter().rposition(|row| row.start <= self.at).unwrap_or(0);
        let ends_before = row > 0 && all[row - 1].end == self.at;
        if self.behind && ends_before { row - 1 } else { row }
    }

    /// A row up or down, in the same cell or the nearest; `Edit::Not` where there is no such row.
    pub(super) fn go(&mut self, down: bool) -> Edit {
        let all = self.laid(self.width);
        let row = self.row(&all);
        let next = if down { all.get(row + 1) } else { row.checked_sub(1).map(|up| &all[up]) };
        let Some(to) = next else { return Edit::Not };
        let goal = self.goal.unwrap_or_else(|| room(&self.text[all[row].start..self.at]));
        self.set(to.start);
        loop {
            let next = self.after();
            if next > to.end || next == self.at || room(&self.text[to.start..next]) > goal {
                break;
            }
            self.at = next;
        }
        (self.goal, self.behind) = (Some(goal), self.at == to.end);
        Edit::Taken
    }

    /// To the beginning or the end of the cursor's row.
    pub(super) fn edge(&mut self, end: bool) -> Edit {
        let all = self.laid(self.width);
        let row = &all[self.row(&all)];
        self.set(if end { row.end } else { row.start });
        (self.goal, self.behind) = (None, end);
        Edit::Taken
    }
}

/// Cuts one line, which begins at byte `from`, into rows.
fn cut(line: &str, from: usize, width: usize, out: &mut Vec<Range<usize>>) {
    let (mut start, mut taken, mut gap, mut before) = (0, 0, 0, Part::Gap);
    for (at, part) in parts(line, width) {
        let (wide, kind) = (room(part), Part::of(part));
        // Marks that take no cell make no row of their own: what stood behind them would be as wide as before.
        if wide > 0 && taken > 0 && kind != Part::Blank && (before, kind) != (Part::Letter, Part::Letter) {
            gap = at;
        }
        // One blank may stand behind a full row, where nobody sees it: the next row begins with a word.
        let hangs = kind == Part::Blank && taken == width;
        if taken + wide > width && at > start && !hangs {
            let end = if gap > start && kind != Part::Blank { gap } else { at };
            out.push(from + start..from + end);
            taken = room(&line[end..at]);
            start = end;
        }
        (taken, before) = (taken + wide, kind);
    }
    out.push(from + start..from + line.len());
}

/// Characters with their marks; what is wider than a row is taken apart.
fn parts(line: &str, width: usize) -> impl Iterator<Item = (usize, &str)> {
    line.grapheme_indices(true).flat_map(move |(at, whole)| {
        let apart = room(whole) > width;
        let each = whole.char_indices().filter(move |_| apart).map(move |(n, c)| (at + n, &whole[n..n + c.len_utf8()]));
        each.chain((!apart).then_some((at, whole)))
    })
}

/// What a row may end before or after.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Stays with its neighbours: a letter, a digit, a narrow sign.
    Letter,
    /// A blank, which stays with what stands before it, behind a full row too.
    Blank,
    /// Everything else.
    Gap,
}

impl Part {
    fn of(part: &str) -> Self {
        match room(part) {
            1 if part == " " => Self::Blank,
            1 => Self::Letter,
            _ => Self::Gap,
        }
    }
}
