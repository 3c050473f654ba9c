//! A small line editor: text, a cursor between two characters, and where that cursor stands. Pure.
//!
//! Chinese takes two cells a character and some marks take none; a step of the cursor goes over a character with its marks.

use super::keys::{Key, narrow};
use super::line::{clean, room_of};

/// Text being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editor {
    text: Vec<char>,
    at: usize,
    most: usize,
    narrow: bool,
    /// It stands there from before, untouched: what is typed takes its place.
    replace: bool,
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
    /// An empty line of at most so many characters.
    pub const fn new(most: usize) -> Self {
        Self { text: Vec::new(), at: 0, most, narrow: false, replace: false }
    }

    /// The same for numbers: full-width digits become narrow ones.
    pub const fn number(most: usize) -> Self {
        Self { text: Vec::new(), at: 0, most, narrow: true, replace: false }
    }

    /// Begins with this text, the cursor at its end. What is typed next takes its place, for digits after digits, or words after words,
    /// would be another answer that nobody meant; whoever moves in it first goes on with it.
    pub fn fill(&mut self, text: &str) {
        self.text = clean(text).chars().take(self.most).collect();
        self.at = self.text.len();
        self.replace = true;
    }

    /// Whether what is typed next takes the place of what stands there.
    pub const fn replaces(&self) -> bool {
        self.replace
    }

    /// What was typed.
    pub fn text(&self) -> String {
        self.text.iter().collect()
    }

    /// Whether nothing stands there.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it takes a number.
    pub const fn numeric(&self) -> bool {
        self.narrow
    }

    /// The most characters it takes.
    pub const fn most(&self) -> usize {
        self.most
    }

    /// Types, deletes or moves.
    pub fn press(&mut self, key: &Key) -> Edit {
        if matches!(key, Key::Char(_) | Key::Paste(_)) && self.replace {
            self.text.clear();
            self.at = 0;
        }
        self.replace = false;
        match key {
            Key::Char(c) => return self.insert(std::iter::once(*c)),
            Key::Paste(text) => {
                let text = text.trim_matches(['\r', '\n']).replace("\r\n", " ").replace(['\r', '\n', '\t'], " ");
                return self.insert(clean(&text).chars());
            }
            Key::Backspace => {
                let to = self.before();
                self.text.drain(to..self.at);
                self.at = to;
            }
            Key::Clear => {
                self.text.clear();
                self.at = 0;
            }
            Key::Delete => drop(self.text.drain(self.at..self.after())),
            Key::Left => self.at = self.before(),
            Key::Right => self.at = self.after(),
            Key::Home => self.at = 0,
            Key::End => self.at = self.text.len(),
            _ => return Edit::Not,
        }
        Edit::Taken
    }

    fn insert(&mut self, new: impl Iterator<Item = char>) -> Edit {
        for c in new {
            if self.text.len() >= self.most {
                return Edit::Full;
            }
            self.text.insert(self.at, if self.narrow { narrow(c) } else { c });
            self.at += 1;
        }
        Edit::Taken
    }

    fn before(&self) -> usize {
        (0..self.at).rev().find(|n| self.starts(*n)).unwrap_or(0)
    }

    fn after(&self) -> usize {
        (self.at + 1..self.text.len()).find(|n| self.starts(*n)).unwrap_or(self.text.len())
    }

    /// Whether a character with its marks starts here.
    fn starts(&self, n: usize) -> bool {
        room_of(self.text[n]) > 0 && (n == 0 || self.text[n - 1] != '\u{200d}')
    }

    /// The text in rows of `width` cells; the cursor always has a cell of its own.
    pub fn rows(&self, width: usize) -> Rows {
        let width = width.max(2);
        let (mut rows, mut taken) = (vec![String::new()], 0);
        let mut cursor = (0, String::new());
        for (n, c) in self.text.iter().enumerate() {
            let wide = room_of(*c);
            if taken + wide > width {
                rows.push(String::new());
                taken = 0;
            }
            if n == self.at {
                cursor = (rows.len() - 1, rows.last().cloned().unwrap_or_default());
            }
            rows.last_mut().expect("begun with one").push(*c);
            taken += wide;
        }
        if self.at == self.text.len() {
            if taken >= width {
                rows.push(String::new());
            }
            cursor = (rows.len() - 1, rows.last().cloned().unwrap_or_default());
        }
        Rows { rows, cursor }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str, keys: &[Key]) -> Editor {
        let mut editor = Editor::new(20);
        editor.press(&Key::Paste(text.to_owned()));
        for key in keys {
            editor.press(key);
        }
        editor
    }

    #[test]
    fn chinese_can_be_edited_in_the_middle() {
        let editor = typed("您好请稍等", &[Key::Left, Key::Left, Key::Backspace, Key::Char('，'), Key::Delete]);
        assert_eq!(editor.text(), "您好，等");
        assert_eq!(editor.rows(40).cursor, (0, "您好，".to_owned()));
        let editor = typed("您好", &[Key::Home, Key::Char('a'), Key::End, Key::Char('b'), Key::Right]);
        assert_eq!((editor.text().as_str(), editor.rows(40).cursor.1.as_str()), ("a您好b", "a您好b"));
    }

    #[test]
    fn a_long_line_takes_several_rows_and_the_cursor_stays_inside() {
        let editor = typed("一二三四五", &[]);
        assert_eq!(editor.rows(4).rows, ["一二", "三四", "五"]);
        assert_eq!(editor.rows(5).rows, ["一二", "三四", "五"], "half a character is never shown");
        assert_eq!(typed("一二", &[]).rows(4), Rows { rows: vec!["一二".into(), String::new()], cursor: (1, String::new()) });
        assert_eq!(typed("一二三", &[Key::Left]).rows(4).cursor, (1, String::new()));
    }

    #[test]
    fn what_is_pasted_is_one_clean_line_within_bounds() {
        assert_eq!(typed("订单\r\nA-1\t\u{1b}[2J\n", &[]).text(), "订单 A-1 �[2J");
        let mut editor = Editor::new(3);
        assert_eq!(editor.press(&Key::Paste("12345".into())), Edit::Full);
        assert_eq!(editor.text(), "123");
        assert_eq!(editor.press(&Key::Char('4')), Edit::Full);
    }

    #[test]
    fn marks_go_with_their_character() {
        assert_eq!(typed("e\u{301}x", &[Key::Left, Key::Backspace]).text(), "x");
    }

    #[test]
    fn an_answer_from_before_is_replaced_by_typing_and_kept_by_moving() {
        let pressed = |keys: &[Key]| {
            let mut editor = Editor::number(10);
            editor.fill("13");
            for key in keys {
                editor.press(key);
            }
            editor.text()
        };
        assert_eq!(pressed(&[Key::Char('0')]), "0", "not 130");
        assert_eq!(pressed(&[Key::Char('1'), Key::Char('5')]), "15");
        assert_eq!(pressed(&[Key::Paste("8".into())]), "8");
        assert_eq!(pressed(&[Key::End, Key::Char('0')]), "130");
        assert_eq!(pressed(&[Key::Left, Key::Char('2')]), "123");
        assert_eq!(pressed(&[Key::Backspace, Key::Char('4')]), "14");
        assert_eq!(pressed(&[Key::Left, Key::Clear, Key::Char('4')]), "4");
        let mut words = Editor::new(10);
        words.fill("恶意骚扰");
        words.press(&Key::Paste("一般".into()));
        assert_eq!(words.text(), "一般");
    }

    #[test]
    fn numbers_become_narrow() {
        let mut editor = Editor::number(10);
        editor.press(&Key::Paste("３．５".into()));
        assert_eq!(editor.text(), "3.5");
    }
}
