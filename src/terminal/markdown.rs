//! A lesson's Markdown as lines: headings, lists, quotes, code and emphasis, fitted to a width. Tables are in `table`.
//!
//! Pure. Raw HTML is left out. Where a line of Chinese goes on in the next line of the source, no blank is put between.

mod table;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use self::table::Table;
use super::line::{Ink, Line, room_of};

/// The lines of a Markdown text at a width.
pub fn lines(text: &str, width: usize) -> Vec<Line> {
    let mut writer = Writer { width: width.max(10), ..Writer::default() };
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        writer.take(event);
    }
    writer.flush();
    while writer.out.last().is_some_and(Line::is_empty) {
        writer.out.pop();
    }
    writer.out
}

/// What lines stand in.
enum Within {
    Quote,
    Item { marker: String, shown: bool },
}

#[derive(Default)]
struct Writer {
    width: usize,
    out: Vec<Line>,
    line: Line,
    inks: Vec<Ink>,
    within: Vec<Within>,
    /// The lists that are open: the next number, or none for bullets.
    lists: Vec<Option<u64>>,
    table: Option<Table>,
    code: bool,
    /// The source broke a line here.
    broke: bool,
    /// Where the link at hand leads.
    link: Option<String>,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.code => self.code_lines(&text),
            Event::Text(text) => self.text(self.ink(), &text),
            Event::Code(text) => self.text(Ink::Accent, &text),
            Event::SoftBreak => self.broke = true,
            Event::HardBreak => self.flush(),
            Event::Rule => {
                self.gap();
                let width = self.width.min(20);
                self.line.push(Ink::Faint, &"-".repeat(width));
                self.flush();
            }
            _ => {}
        }
    }

    fn ink(&self) -> Ink {
        self.inks.last().copied().unwrap_or_default()
    }

    fn text(&mut self, ink: Ink, text: &str) {
        if std::mem::take(&mut self.broke) {
            let wide = |c: Option<char>| c.is_none_or(|c| room_of(c) > 1);
            let joined = wide(self.line.words().chars().last()) && wide(text.chars().next());
            self.line.push(ink, if joined { "" } else { " " });
        }
        match &mut self.table {
            Some(table) => table.cell().push(ink, text),
            None => self.line.push(ink, text),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.gap(),
            Tag::Heading { .. } => {
                self.gap();
                self.inks.push(Ink::Strong);
            }
            Tag::BlockQuote(_) => {
                self.gap();
                self.within.push(Within::Quote);
            }
            Tag::CodeBlock(kind) => {
                self.gap();
                self.code = matches!(kind, CodeBlockKind::Fenced(_) | CodeBlockKind::Indented);
            }
            Tag::List(first) => {
                self.flush();
                if self.lists.is_empty() {
                    self.gap();
                }
                self.lists.push(first);
            }
            Tag::Item => {
                let marker = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.within.push(Within::Item { marker, shown: false });
            }
            Tag::Table(_) => {
                self.gap();
                self.table = Some(Table::default());
            }
            Tag::TableRow => self.rows(Table::row),
            Tag::TableCell => self.rows(Table::add),
            Tag::Emphasis => self.inks.push(Ink::Slanted),
            Tag::Strong => self.inks.push(Ink::Strong),
            Tag::Strikethrough => self.inks.push(Ink::Faint),
            Tag::Link { dest_url, .. } => self.link = Some(dest_url.into_string()),
            Tag::Image { .. } => self.text(Ink::Faint, "["),
            _ => {}
        }
    }

    fn rows(&mut self, then: fn(&mut Table)) {
        if let Some(table) = &mut self.table {
            then(table);
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.within.pop();
            }
            TagEnd::Item => {
                self.flush();
                self.within.pop();
            }
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::CodeBlock => self.code = false,
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    let (first, rest) = self.prefixes();
                    for (n, line) in table.lines(self.width.saturating_sub(rest.cells())).into_iter().enumerate() {
                        let mut whole = if n == 0 { first.clone() } else { rest.clone() };
                        whole.append(line);
                        self.out.push(whole);
                    }
                }
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => drop(self.inks.pop()),
            TagEnd::Link => {
                if let Some(to) = self.link.take().filter(|to| !self.line.words().ends_with(to)) {
                    self.text(Ink::Faint, &format!(" <{to}>"));
                }
            }
            TagEnd::Image => self.text(Ink::Faint, "]"),
            _ => {}
        }
    }

    /// The two upper levels are underlined, so that they stand out without colour.
    fn heading(&mut self, level: HeadingLevel) {
        self.inks.pop();
        let wide = self.line.cells().min(self.width);
        self.flush();
        let under = match level {
            HeadingLevel::H1 => "=",
            HeadingLevel::H2 => "-",
            _ => return,
        };
        self.line.push(Ink::Faint, &under.repeat(wide));
        self.flush();
    }

    fn code_lines(&mut self, text: &str) {
        for line in text.trim_end_matches('\n').split('\n') {
            self.line.push(Ink::Plain, "  ");
            self.line.push(Ink::Accent, line);
            if line.is_empty() {
                self.line = Line::plain(" ");
            }
            self.flush();
        }
    }

    /// An empty line before a block, unless it is the first one where it stands.
    fn gap(&mut self) {
        self.flush();
        let opens = matches!(self.within.last(), Some(Within::Item { shown: false, .. }));
        if opens || self.out.last().is_none_or(|line| line.words().trim_matches(['|', ' ']).is_empty()) {
            return;
        }
        let (_, rest) = self.prefixes();
        self.out.push(Line::plain(rest.words().trim_end()));
    }

    /// What stands before the next line, and before those after it.
    fn prefixes(&mut self) -> (Line, Line) {
        let (mut first, mut rest) = (Line::empty(), Line::empty());
        for within in &mut self.within {
            match within {
                Within::Quote => {
                    first.push(Ink::Faint, "| ");
                    rest.push(Ink::Faint, "| ");
                }
                Within::Item { marker, shown } => {
                    let pad = " ".repeat(marker.len());
                    first.push(Ink::Plain, if *shown { &pad } else { marker });
                    rest.push(Ink::Plain, &pad);
                    *shown = true;
                }
            }
        }
        (first, rest)
    }

    fn flush(&mut self) {
        self.broke = false;
        let line = std::mem::take(&mut self.line);
        if line.is_empty() {
            return;
        }
        let (first, rest) = self.prefixes();
        for (n, part) in line.wrap(self.width.saturating_sub(rest.cells()).max(4)).into_iter().enumerate() {
            let mut whole = if n == 0 { first.clone() } else { rest.clone() };
            whole.append(part);
            self.out.push(whole);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::line::room;

    const LESSON: &str = "# 电话礼仪\n\n响铃**三声**之内接听，先报\n工号，再问候。\n\n## 三步\n\n1. 倾听\n   - 不打断\n   - 记要点\n2. 复述客户的问题，并请客户确认一遍\n\n> 客户说：“我等了很久。”\n>\n> 先致歉。\n\n```\nabc\n  def\n```\n\n| 情况 | 怎么说 |\n|---|---|\n| 要等 | 请您稍等，大约需要两分钟，您看可以吗？ |\n| 查到了 | 让您久等了 |\n\nSee *this* [page](https://example.com).\n";

    fn shown(width: usize) -> String {
        lines(LESSON, width).iter().map(|line| format!("{}\n", line.words())).collect()
    }

    #[test]
    fn a_lesson_at_forty_columns() {
        insta::assert_snapshot!(shown(39), @r#"
    电话礼仪
    ========

    响铃三声之内接听，先报工号，再问候。

    三步
    ----

    1. 倾听
       - 不打断
       - 记要点
    2. 复述客户的问题，并请客户确认一遍

    | 客户说：“我等了很久。”
    |
    | 先致歉。

      abc
        def

    情况    怎么说
    ------  -------------------------------
    要等    请您稍等，大约需要两分钟，您看
            可以吗？

    查到了  让您久等了

    See this page <https://example.com>.
    "#);
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        for width in 12..100 {
            for line in lines(LESSON, width) {
                let wide = room(&line.words());
                assert!(wide <= width, "{width}: {wide} {line}");
                assert!(!line.words().trim_start_matches([' ', '|']).starts_with(['，', '。']), "{width}: {line}");
            }
        }
    }

    #[test]
    fn emphasis_has_its_ink_and_raw_html_is_left_out() {
        let lines = lines("响铃**三声**<b>内</b>", 40);
        assert_eq!(lines, [Line::plain("响铃").and(Ink::Strong, "三声").and(Ink::Plain, "内")]);
    }
}
