//! What is longer than the window, page by page. Pure: keys in, pages out; `person` draws them on a screen of their own.

use super::keys::{Key, narrow};
use super::line::{Ink, Line, pack};
use super::view::leaving_key;
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
    /// Lines a page takes at most.
    height: usize,
    /// Where each page begins.
    starts: Vec<usize>,
    page: usize,
    purpose: Purpose,
    leaving: bool,
    timed: bool,
}

/// Where a page may end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seam {
    /// After an empty line.
    Gap,
    /// Between two lines that both begin at the edge.
    Line,
    /// After an empty line within an item.
    Inner,
}

/// Lines of the window that head and foot take, with the empty lines beside them.
const FRAME: usize = 5;

impl Pager {
    /// Lines, shown in a window of `rows`.
    pub fn new(lines: Vec<Line>, rows: usize, purpose: Purpose) -> Self {
        let mut pager = Self { lines, height: 1, starts: Vec::new(), page: 0, purpose, leaving: false, timed: false };
        pager.cut(rows);
        pager
    }

    /// The same while a clock runs.
    #[must_use]
    pub fn timed(self, timed: bool) -> Self {
        Self { timed, ..self }
    }

    /// The same text at another size: about the same place is shown.
    pub fn fit(&mut self, lines: Vec<Line>, rows: usize) {
        let place = self.starts[self.page] * lines.len() / self.lines.len().max(1);
        self.lines = lines;
        self.cut(rows);
        self.page = self.starts.iter().rposition(|start| *start <= place).unwrap_or(0);
    }

    /// Pages end where the text falls apart by itself (`seam`); how far up that may be depends on how well it does.
    fn cut(&mut self, rows: usize) {
        self.height = rows.saturating_sub(FRAME).max(1);
        (self.starts, self.page) = (vec![0], 0);
        let mut from = 0;
        while self.lines.len() - from > self.height {
            let full = from + self.height;
            let half = from + self.height.div_ceil(2);
            let quarter = from + self.height.div_ceil(4);
            let last = |seam: Seam, least: usize| (least..=full + 1).rev().find(|to| self.seam(from, *to) == Some(seam));
            let gap = last(Seam::Gap, half).or_else(|| last(Seam::Line, half));
            let gap = gap.or_else(|| last(Seam::Gap, quarter)).or_else(|| last(Seam::Line, quarter));
            let any = || (quarter..=full).rev().find(|to| !self.lines[..*to].last().is_none_or(leads));
            from = gap.or_else(|| last(Seam::Inner, half)).or_else(any).unwrap_or(full);
            if from >= self.lines.len() {
                break;
            }
            self.starts.push(from);
        }
    }

    /// How well the text from here falls apart before `to`; `None` where a page may not end. The gap itself needs no room.
    fn seam(&self, from: usize, to: usize) -> Option<Seam> {
        let full = from + self.height;
        let above = self.lines.get(to.checked_sub(1)?)?;
        let gap = above.is_empty();
        if to > full && !gap {
            return None;
        }
        let read: Vec<&Line> = self.lines[from..to].iter().rev().filter(|line| !line.is_empty()).take(2).collect();
        // Beside a heading stands more than one line of what it is about, unless there is no more of it.
        if read.iter().take(if gap { 1 } else { 2 }).any(|line| leads(line)) {
            return None;
        }
        let within = self.lines.get(to).is_some_and(|line| line.words().starts_with(' '));
        match (gap, within) {
            (true, false) => Some(Seam::Gap),
            (false, false) => Some(Seam::Line),
            (true, true) => Some(Seam::Inner),
            (false, true) => None,
        }
    }

    fn last(&self) -> bool {
        self.page + 1 == self.starts.len()
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
            Key::Enter | Key::Break if self.leaving => self.leaving = false,
            _ if self.leaving => {}
            Key::Enter | Key::Break if self.last() => return Turn::Done,
            Key::Tab | Key::F1 if looked_up => return Turn::Done,
            Key::Tab | Key::F1 => return Turn::Panel,
            Key::Char(c) => match narrow(*c) {
                '?' | 'q' if looked_up => return Turn::Done,
                '?' => return Turn::Panel,
                ' ' | 'j' | 'n' => self.on(),
                'b' | 'k' | 'p' => self.back(),
                _ => {}
            },
            Key::Enter | Key::Break | Key::Down | Key::Right | Key::PageDown => self.on(),
            Key::Up | Key::Left | Key::PageUp | Key::Backspace => self.back(),
            Key::Home => self.page = 0,
            Key::End => self.page = self.starts.len() - 1,
            _ => {}
        }
        Turn::Going
    }

    fn on(&mut self) {
        self.page = (self.page + 1).min(self.starts.len() - 1);
    }

    fn back(&mut self) {
        self.page = self.page.saturating_sub(1);
    }

    /// Head, page and foot. The foot stays where it is from page to page.
    pub fn view(&self, words: &Words, width: usize, panel: bool, head: &Line) -> Vec<Line> {
        let mut out = if head.is_empty() { Vec::new() } else { vec![head.cut(width), Line::empty()] };
        let end = self.starts.get(self.page + 1).copied().unwrap_or(self.lines.len());
        let body = &self.lines[self.starts[self.page]..end];
        let body = if body.last().is_some_and(Line::is_empty) { &body[..body.len() - 1] } else { body };
        let rows = out.len() + if self.starts.len() > 1 { self.height } else { body.len() };
        out.extend_from_slice(body);
        out.resize(rows, Line::empty());
        out.push(Line::empty());
        out.extend(self.foot(words, width, panel).into_iter().take(2));
        out
    }

    fn foot(&self, words: &Words, width: usize, panel: bool) -> Vec<Line> {
        if self.leaving {
            return Line::of(Ink::Warm, &words.get(leaving_key(self.timed))).wrap(width);
        }
        let (page, pages) = ((self.page + 1).into(), self.starts.len().into());
        let mut parts = vec![words.with("pager-page", &[("page", page), ("pages", pages)])];
        let mut part = |when: bool, key: &str| {
            if when {
                parts.push(words.get(key));
            }
        };
        part(!self.last(), "pager-on");
        part(self.last() && self.purpose == Purpose::Read, "pager-done");
        part(self.last() && self.purpose == Purpose::Answer, "pager-answer");
        part(self.page > 0, "pager-back");
        part(panel, "help-panel");
        part(
            true,
            match self.purpose {
                Purpose::Look if self.last() => "pager-end",
                Purpose::Look => "pager-close",
                Purpose::Read | Purpose::Answer => "help-leave",
            },
        );
        pack(Ink::Faint, &parts, width)
    }
}

/// Whether a line only leads to what follows: a heading, the line under it, or one that ends in a colon.
fn leads(line: &Line) -> bool {
    let words = line.words();
    let rule = !words.is_empty() && words.chars().all(|c| matches!(c, '-' | '=' | ' '));
    rule || line.is_all(Ink::Strong) || words.trim_end().ends_with(['：', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Tongue;

    fn lesson(lines: usize, rows: usize, purpose: Purpose) -> Pager {
        Pager::new((1..=lines).map(|n| Line::plain(&format!("第{n}行"))).collect(), rows, purpose)
    }

    fn page(pager: &Pager, tongue: Tongue, width: usize) -> Vec<String> {
        let head = Line::plain("陈晓");
        pager.view(&Words::new(tongue), width, true, &head).iter().map(Line::words).collect()
    }

    fn foot(pager: &Pager, tongue: Tongue, width: usize) -> String {
        page(pager, tongue, width).pop().unwrap_or_default()
    }

    #[test]
    fn pages_are_turned_and_the_last_one_ends() {
        let mut pager = lesson(25, 15, Purpose::Read);
        assert_eq!(foot(&pager, Tongue::Zh, 79), "第 1/3 页 · 空格 下一页 · ? 看资料 · Esc 离开");
        for key in [Key::Char(' '), Key::Down] {
            assert_eq!(pager.press(&key), Turn::Going);
        }
        assert_eq!(foot(&pager, Tongue::En, 79), "page 3/3 · Enter when read · ↑ back · ? facts · Esc to leave");
        let shown = page(&pager, Tongue::Zh, 79);
        assert_eq!(
            (shown[0].as_str(), shown[2].as_str(), shown[6].as_str(), shown[7].as_str()),
            ("陈晓", "第21行", "第25行", "")
        );
        assert_eq!(pager.press(&Key::Char('　')), Turn::Going, "a space too many does not end a lesson");
        assert_eq!(pager.press(&Key::Enter), Turn::Done);
    }

    #[test]
    fn a_page_fits_the_window_and_ends_at_a_gap() {
        for rows in 6..30 {
            let text = (0..60).map(|n| if n % 7 == 6 { Line::empty() } else { Line::plain(&format!("{n}")) }).collect();
            let mut pager = Pager::new(text, rows, Purpose::Read);
            let mut seen = Vec::new();
            loop {
                let shown = page(&pager, Tongue::Zh, 39);
                assert!(shown.len() <= rows, "{rows}: {shown:?}");
                seen.extend(shown.into_iter().filter(|line| line.parse::<usize>().is_ok()));
                if pager.last() {
                    break;
                }
                pager.press(&Key::PageDown);
            }
            assert_eq!(seen, (0..60).filter(|n| n % 7 != 6).map(|n| n.to_string()).collect::<Vec<_>>(), "each line once");
        }
    }

    /// What each page shows of a lesson.
    fn pages(text: &str, rows: usize) -> Vec<Vec<String>> {
        let mut pager = Pager::new(crate::terminal::markdown::lines(text, 39), rows, Purpose::Read);
        let mut out = Vec::new();
        loop {
            let shown = page(&pager, Tongue::Zh, 39);
            let end = shown.iter().rposition(String::is_empty).unwrap_or(0);
            out.push(shown[2..end].iter().filter(|line| !line.is_empty()).cloned().collect());
            if pager.last() {
                return out;
            }
            pager.press(&Key::PageDown);
        }
    }

    #[test]
    fn what_leads_to_something_is_never_the_last_line_of_a_page() {
        let text = "开头。\n\n## 三步\n\n先倾听，不打断。\n\n要点如下：\n\n- 第一点\n- 第二点\n\n| 情况 | 怎么说 |\n|---|---|\n| 要等 | 请稍等 |\n| 好了 | 久等了 |\n\n### 收尾\n\n道谢。\n\n说完。\n";
        let whole: Vec<String> = pages(text, 60).concat();
        for rows in 11..30 {
            let pages = pages(text, rows);
            for page in &pages {
                let last = page.last().expect("no empty page");
                assert!(
                    !["三步", "----", "要点如下：", "情况    怎么说", "----  ------", "收尾"].contains(&last.as_str()),
                    "{rows}: {page:?}"
                );
            }
            assert_eq!(pages.concat(), whole, "{rows}: each line once");
        }
    }

    #[test]
    fn an_item_stays_whole_where_a_page_can_end_before_it() {
        let item = |n: usize| format!("- 第{n}点：先倾听客户说完，再复述一遍，请客户确认，最后说明要多久\n");
        let text: String = (1..20).map(item).collect();
        for rows in 12..30 {
            for page in pages(&text, rows) {
                assert!(page[0].starts_with("- "), "{rows}: {page:?}");
            }
        }
    }

    #[test]
    fn back_and_leaving() {
        let mut pager = lesson(25, 15, Purpose::Read);
        pager.press(&Key::End);
        pager.press(&Key::Char('b'));
        assert_eq!(pager.page, 1);
        assert_eq!(pager.press(&Key::Esc), Turn::Going);
        assert_eq!(foot(&pager, Tongue::Zh, 39), "再按 Esc 离开（进度保留），Enter 继续");
        assert_eq!(foot(&pager, Tongue::En, 39), "Esc again leaves (saved), Enter stays");
        assert_eq!(pager.press(&Key::Enter), Turn::Going);
        assert_eq!(pager.page, 1, "Enter only goes on with reading");
        pager.press(&Key::Esc);
        assert_eq!(pager.press(&Key::Esc), Turn::Left);
        assert_eq!(lesson(3, 15, Purpose::Look).press(&Key::Esc), Turn::Done, "what was looked up is just closed");
    }

    #[test]
    fn another_size_shows_about_the_same_place() {
        let mut pager = lesson(40, 15, Purpose::Read);
        pager.press(&Key::End);
        pager.fit((0..80).map(|_| Line::plain("x")).collect(), 15);
        assert_eq!((pager.page, pager.starts.len()), (6, 8));
    }
}
