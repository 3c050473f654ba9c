//! What is longer than the window, page by page. Pure: keys in, pages out; `person` draws them on a screen of their own.

use super::keys::{Key, narrow};
use super::line::{Ink, Line};
use crate::locale::Words;

/// What the last page leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A lesson: read to its end, then on.
    Read,
    /// What a question stands on: read, then answer.
    Answer,
    /// Facts that were looked up: closed at any time.
    Look,
}

/// What a key led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Perhaps another page.
    Going,
    /// Read to the end, or closed.
    Done,
    /// Facts are wanted.
    Panel,
    /// Left, asked once more.
    Left,
    /// Ctrl-C.
    Interrupted,
    /// The window has another size now.
    Resized,
}

/// Lines in pages.
#[derive(Clone, Debug)]
pub struct Pager {
    lines: Vec<Line>,
    height: usize,
    first: usize,
    purpose: Purpose,
    leaving: bool,
}

impl Pager {
    /// Lines, shown `rows` at a time, of which the foot takes one or two.
    pub fn new(lines: Vec<Line>, rows: usize, purpose: Purpose) -> Self {
        Self { lines, height: rows.saturating_sub(2).max(1), first: 0, purpose, leaving: false }
    }

    /// The same text at another size: about the same place is shown.
    pub fn fit(&mut self, lines: Vec<Line>, rows: usize) {
        let place = self.first * lines.len() / self.lines.len().max(1);
        self.lines = lines;
        self.height = rows.saturating_sub(2).max(1);
        self.first = place / self.height * self.height;
    }

    const fn page(&self) -> usize {
        self.first / self.height
    }

    fn pages(&self) -> usize {
        self.lines.len().div_ceil(self.height).max(1)
    }

    fn last(&self) -> bool {
        self.page() + 1 >= self.pages()
    }

    /// Takes a key.
    pub fn press(&mut self, key: &Key) -> Turn {
        let looked_up = self.purpose == Purpose::Look;
        match key {
            Key::Interrupt => return Turn::Interrupted,
            Key::Resized => return Turn::Resized,
            Key::Esc if looked_up => return Turn::Done,
            Key::Esc if self.leaving => return Turn::Left,
            Key::Esc => self.leaving = true,
            Key::Enter if self.leaving => self.leaving = false,
            _ if self.leaving => {}
            Key::Enter if self.last() => return Turn::Done,
            Key::Tab | Key::F1 if looked_up => return Turn::Done,
            Key::Tab | Key::F1 => return Turn::Panel,
            Key::Char(c) => match narrow(*c) {
                '?' | 'q' if looked_up => return Turn::Done,
                '?' => return Turn::Panel,
                ' ' | 'j' | 'n' => self.on(),
                'b' | 'k' | 'p' => self.back(),
                _ => {}
            },
            Key::Enter | Key::Down | Key::Right | Key::PageDown => self.on(),
            Key::Up | Key::Left | Key::PageUp | Key::Backspace => self.back(),
            Key::Home => self.first = 0,
            Key::End => self.first = (self.pages() - 1) * self.height,
            _ => {}
        }
        Turn::Going
    }

    fn on(&mut self) {
        if !self.last() {
            self.first += self.height;
        }
    }

    fn back(&mut self) {
        self.first = self.first.saturating_sub(self.height);
    }

    /// The page and its foot. The foot of a short last page stays where it was.
    pub fn view(&self, words: &Words, width: usize, panel: bool) -> Vec<Line> {
        let mut out: Vec<Line> = self.lines.iter().skip(self.first).take(self.height).cloned().collect();
        if self.pages() > 1 {
            out.resize(self.height, Line::empty());
        }
        out.push(Line::empty());
        if self.leaving {
            out.push(Line::of(Ink::Warm, &words.get("leaving")).cut(width));
            return out;
        }
        let mut parts = vec![words.with("pager-page", &[("page", (self.page() + 1).into()), ("pages", self.pages().into())])];
        let mut part = |when: bool, key: &str| {
            if when {
                parts.push(words.get(key));
            }
        };
        part(!self.last(), "pager-on");
        part(self.last() && self.purpose == Purpose::Read, "pager-done");
        part(self.last() && self.purpose == Purpose::Answer, "pager-answer");
        part(self.first > 0, "pager-back");
        part(panel, "help-panel");
        part(true, if self.purpose == Purpose::Look { "pager-close" } else { "help-leave" });
        out.push(Line::of(Ink::Faint, &parts.join(" · ")).cut(width));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Tongue;

    fn lesson(lines: usize, rows: usize, purpose: Purpose) -> Pager {
        Pager::new((1..=lines).map(|n| Line::plain(&format!("第{n}行"))).collect(), rows, purpose)
    }

    fn foot(pager: &Pager, tongue: Tongue, width: usize) -> String {
        pager.view(&Words::new(tongue), width, true).last().map(Line::words).unwrap_or_default()
    }

    #[test]
    fn pages_are_turned_and_the_last_one_ends() {
        let mut pager = lesson(25, 12, Purpose::Read);
        assert_eq!(foot(&pager, Tongue::Zh, 79), "第 1/3 页 · 空格 下一页 · ? 查看资料 · Esc 离开");
        for key in [Key::Char(' '), Key::Down] {
            assert_eq!(pager.press(&key), Turn::Going);
        }
        assert_eq!(foot(&pager, Tongue::En, 79), "page 3/3 · Enter when read · ↑ back · ? for the facts · Esc to leave");
        let page = pager.view(&Words::new(Tongue::Zh), 79, false);
        assert_eq!((page[0].words().as_str(), page[4].words().as_str(), page[5].is_empty()), ("第21行", "第25行", true));
        assert_eq!(pager.press(&Key::Char('　')), Turn::Going, "a space too many does not end a lesson");
        assert_eq!(pager.press(&Key::Enter), Turn::Done);
    }

    #[test]
    fn back_and_leaving() {
        let mut pager = lesson(25, 12, Purpose::Read);
        pager.press(&Key::End);
        pager.press(&Key::Char('b'));
        assert_eq!(pager.page(), 1);
        assert_eq!(pager.press(&Key::Esc), Turn::Going);
        assert_eq!(foot(&pager, Tongue::Zh, 30), "再按一次 Esc 离开（进度会保…");
        assert_eq!(pager.press(&Key::Enter), Turn::Going);
        assert_eq!(pager.page(), 1, "Enter only goes on with reading");
        pager.press(&Key::Esc);
        assert_eq!(pager.press(&Key::Esc), Turn::Left);
        assert_eq!(lesson(3, 12, Purpose::Look).press(&Key::Esc), Turn::Done, "what was looked up is just closed");
    }

    #[test]
    fn another_size_shows_about_the_same_place() {
        let mut pager = lesson(40, 12, Purpose::Read);
        pager.press(&Key::End);
        pager.fit((0..80).map(|_| Line::plain("x")).collect(), 12);
        assert_eq!((pager.page(), pager.pages()), (6, 8));
    }
}
