//! A widget as a frame: choices, hint and key help, never taller than there is room for. Pure.
//!
//! Where the choices do not fit, a window over them shows those around the mark and says how many are above and below.

mod typed;

use dialoguer::theme::Theme as _;

pub(super) use self::typed::text_misfit;
use super::line::{Ink, Line, pack, room};
use super::live::Frame;
use super::theme::{House, drawn};
use super::widget::{Shape, Widget};
use crate::locale::Words;
use crate::model::form::Choice;
use crate::model::question::Misfit;

/// What a frame is drawn for.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The program's words.
    pub words: &'a Words,
    /// The look.
    pub house: House,
    /// Lines there are.
    pub rows: usize,
    /// Whether there is something to look up.
    pub panel: bool,
    /// What the clock shows; empty without one.
    pub clock: &'a Line,
    /// What is asked, in a line that stays over a list which leaves no room for it; empty where all is seen.
    pub top: &'a Line,
}

/// Cells before an entry's words: pointer, box, number.
const LEAD: usize = 10;

/// Cells before an entry's words where there is no box.
const NUMBERED: usize = 6;

/// One entry, drawn.
type Entry = Vec<String>;

impl View<'_> {
    /// The frame of a widget.
    pub fn frame(&self, widget: &Widget) -> Frame {
        if self.top.is_empty() {
            return self.choices(widget);
        }
        let mut frame = View { rows: self.rows.saturating_sub(1).max(1), ..*self }.choices(widget);
        frame.lines.insert(0, self.top.cut(self.house.width).print(self.house.colour));
        frame.cursor = frame.cursor.map(|(row, before)| (row + 1, before));
        frame
    }

    fn choices(&self, widget: &Widget) -> Frame {
        let mut foot = Vec::new();
        if let Some(misfit) = &widget.hint {
            let why = match misfit {
                _ if widget.people => self.words.get("who-by-number"),
                misfit if widget.writes() => text_misfit(misfit, self.words),
                misfit => misfit_words(misfit, self.words),
            };
            foot.extend(drawn(|f| self.house.format_error(f, &why)));
        }
        if widget.unsent {
            foot.extend(self.print(&Line::of(Ink::Warm, &self.words.get("draft-unsent"))));
        }
        foot.extend(self.help(widget));
        let rows = self.rows.saturating_sub(foot.len()).max(3);
        let mut frame = match &widget.shape {
            Shape::Text { editor, unit } => self.text(widget, editor, unit.as_deref(), rows),
            Shape::Match { .. } => Frame { lines: self.matches(widget, rows), cursor: None },
            _ => Frame { lines: self.window(&self.entries(widget), widget.at.unwrap_or(0), rows), cursor: None },
        };
        foot.truncate(self.rows.saturating_sub(frame.lines.len()));
        frame.lines.extend(foot);
        frame
    }

    fn help(&self, widget: &Widget) -> Vec<String> {
        if widget.leaving {
            let key = if widget.apart { "leaving-apart" } else { leaving_key(!self.clock.is_empty()) };
            return self.foot(Ink::Warm, vec![self.words.get(key)]);
        }
        if widget.is_pending() {
            let said = self.words.with("help-pending", &[("digits", widget.digits.as_str().into())]);
            return self.foot(Ink::Warm, vec![said]);
        }
        let form = match &widget.shape {
            Shape::Next => "help-next",
            Shape::One(_) => "help-one",
            Shape::Rate(_) => "help-rate",
            Shape::Many { .. } => "help-many",
            Shape::Sort { .. } => "help-sort",
            Shape::Match { .. } => "help-match",
            Shape::Text { editor, .. } if editor.has_lines() => "help-text",
            Shape::Text { editor, .. } if editor.numeric() && editor.replaces() => "help-number-given",
            Shape::Text { editor, .. } if editor.numeric() => "help-number",
            Shape::Text { editor, .. } if editor.replaces() => "help-line-given",
            Shape::Text { editor, .. } if !editor.is_empty() => "help-line-typed",
            Shape::Text { .. } => "help-line",
        };
        let said = self.words.with(form, &[("break", typed::BREAK.into())]);
        let mut parts: Vec<String> = said.split(" · ").map(str::to_owned).collect();
        if widget.types() && widget.blank {
            let brief = widget.called.as_ref().map_or_else(|| self.words.get("blank"), |(_, brief)| brief.clone());
            let key = if widget.zero_is_text() { "help-aside-number" } else { "help-aside-text" };
            parts.insert(0, self.words.with(key, &[("aside", brief.into())]));
        }
        self.typed_help(widget, &mut parts);
        if self.panel {
            parts.push(self.words.get(match (widget.types(), self.top.is_empty()) {
                (true, _) => "help-panel-text",
                (false, true) => "help-panel",
                (false, false) => "help-panel-whole",
            }));
        }
        parts.push(self.words.get("help-leave"));
        self.foot(Ink::Faint, parts)
    }

    /// The clock, then these parts: it stands where it is always seen.
    fn foot(&self, ink: Ink, mut parts: Vec<String>) -> Vec<String> {
        let clock = self.clock.words();
        if !clock.is_empty() {
            parts.insert(0, clock.clone());
        }
        let mut lines = pack(ink, &parts, self.house.width);
        if let Some(first) = lines.first_mut()
            && let Some(rest) = first.words().strip_prefix(&clock)
            && !clock.is_empty()
        {
            *first = self.clock.clone().and(ink, rest);
        }
        lines.iter().map(|line| line.print(self.house.colour)).collect()
    }

    fn print(&self, line: &Line) -> Vec<String> {
        line.wrap(self.house.width).iter().map(|line| line.print(self.house.colour)).collect()
    }

    fn entries(&self, widget: &Widget) -> Vec<Entry> {
        let all = widget.entries();
        let mut out: Vec<Entry> = match &widget.shape {
            Shape::Rate(entries) => {
                each(entries, |n, text| self.select(&format!("{})\t{text}", entries[n].key), widget.at == Some(n)))
            }
            Shape::One(entries) => each(entries, |n, text| {
                let text = if widget.listed { self.one_row(text) } else { text.to_owned() };
                self.select(&numbered(n, all, &text), widget.at == Some(n))
            }),
            Shape::Many { entries, ticked } => each(entries, |n, text| {
                let text = numbered(n, all, text);
                drawn(|f| self.house.format_multi_select_prompt_item(f, &text, ticked.contains(&n), widget.at == Some(n)))
            }),
            Shape::Sort { entries, order } => each(entries, |n, text| {
                let place = order.iter().position(|entry| *entry == n);
                let before = place.map_or_else(String::new, |place| format!("[{}] ", place + 1));
                let text = format!("{before}{}", numbered(n, all, text));
                drawn(|f| self.house.format_sort_prompt_item(f, &text, place.is_some(), widget.at == Some(n)))
            }),
            _ => Vec::new(),
        };
        if widget.blank && all > 0 {
            let pad = if matches!(widget.shape, Shape::One(_)) { "" } else { "    " };
            out.push(self.select(&format!("{pad}{}", tagged(0, all, &self.aside(widget))), widget.at_blank()));
        }
        out
    }

    fn aside(&self, widget: &Widget) -> String {
        match &widget.called {
            Some((full, _)) if room(full) + LEAD <= self.house.width => full.clone(),
            Some((_, brief)) => brief.clone(),
            None => self.words.get("blank"),
        }
    }

    /// As much of it as stands in a row after its number.
    fn one_row(&self, text: &str) -> String {
        Line::plain(text).cut(self.house.width.saturating_sub(NUMBERED).max(2)).words()
    }

    fn select(&self, text: &str, active: bool) -> Entry {
        drawn(|f| self.house.format_select_prompt_item(f, text, active))
    }

    /// Entries around the marked one, as many as fit into so many rows.
    fn window(&self, entries: &[Entry], at: usize, rows: usize) -> Vec<String> {
        if height(entries) <= rows {
            return entries.concat();
        }
        let at = at.min(entries.len() - 1);
        let marked = rows > 3; // in a window as low as this, every line is for the entry itself
        let marks = |from: usize, to: usize| usize::from(marked && from > 0) + usize::from(marked && to < entries.len());
        let fits = |from: usize, to: usize| height(&entries[from..to]) + marks(from, to) <= rows;
        let (mut from, mut to) = (at, at + 1);
        loop {
            let before = (from, to);
            to += usize::from(to < entries.len() && fits(from, to + 1));
            from -= usize::from(from > 0 && fits(from - 1, to));
            if (from, to) == before {
                break;
            }
        }
        let mut shown: Vec<String> = entries[from..to].concat();
        if !fits(from, to) {
            shown.truncate(rows.saturating_sub(marks(from, to) + 1).max(1));
            if rows > 1 {
                shown.push("    …".to_owned()); // one entry alone is taller than the window
            }
        }
        let more = |key: &str, n: usize| {
            let line = Line::of(Ink::Faint, &format!("  {}", self.words.with(key, &[("n", n.into())])));
            (marked && n > 0).then(|| line.cut(self.house.width).print(self.house.colour))
        };
        let above = more("more-above", from);
        let below = more("more-below", entries.len() - to);
        above.into_iter().chain(shown).chain(below).collect()
    }

    /// Left sides with what they were given, then the right sides.
    fn matches(&self, widget: &Widget, rows: usize) -> Vec<String> {
        let Shape::Match { lefts, rights, given, reuse } = &widget.shape else { return Vec::new() };
        let mut left: Vec<Entry> = each(lefts, |n, text| {
            let active = widget.at == Some(n);
            let right = match given[n] {
                _ if active && !widget.digits.is_empty() => format!("{}_", widget.digits),
                Some(right) => format!("{}) {}", right + 1, rights[right].text),
                None => self.words.get("match-open"),
            };
            self.select(&format!("{text} → {right}"), active)
        });
        if widget.blank {
            left.push(self.select(&tagged(0, rights.len(), &self.aside(widget)), widget.at_blank()));
        }
        let right: Vec<Entry> = each(rights, |n, text| {
            let used = !reuse && given.contains(&Some(n));
            let line = Line::of(if used { Ink::Faint } else { Ink::Plain }, text);
            let number = format!("    {}{} ", if used { "*" } else { " " }, &numbered(n, rights.len(), "").trim_end());
            line.hang(&Line::plain(&number), self.house.width).iter().map(|line| line.print(self.house.colour)).collect()
        });
        let heading = self.print(&Line::of(Ink::Faint, &format!("  {}", self.words.get("match-rights"))));
        let rows = rows.saturating_sub(heading.len());
        let (tall_left, tall_right) = (height(&left), height(&right));
        let for_right = tall_right.min(rows.saturating_sub(tall_left).max(rows / 2)).max(1);
        let at = widget.at.unwrap_or(0);
        let near = given.get(at).copied().flatten().or_else(|| (0..rights.len()).find(|n| !given.contains(&Some(*n))));
        let mut out = self.window(&left, at, rows.saturating_sub(for_right).max(1));
        out.extend(heading);
        out.extend(self.window(&right, near.unwrap_or(0), for_right));
        out
    }
}

/// What is said when somebody is about to leave; a clock does not wait for them.
pub(super) const fn leaving_key(timed: bool) -> &'static str {
    if timed { "leaving-timed" } else { "leaving" }
}

fn height(entries: &[Entry]) -> usize {
    entries.iter().map(Vec::len).sum()
}

fn each(choices: &[Choice], draw: impl Fn(usize, &str) -> Entry) -> Vec<Entry> {
    choices.iter().enumerate().map(|(n, choice)| draw(n, &one_line(&choice.text))).collect()
}

/// An author's line break within a choice becomes a blank: an entry is one paragraph.
fn one_line(text: &str) -> String {
    text.trim().replace("\r\n", " ").replace(['\n', '\t'], " ")
}

fn numbered(n: usize, of: usize, text: &str) -> String {
    tagged(n + 1, of, text)
}

fn tagged(number: usize, of: usize, text: &str) -> String {
    let width = if of > 9 { 2 } else { 1 };
    format!("{number:>width$})\t{text}")
}

/// Why an answer was not taken, as a sentence.
pub fn misfit_words(misfit: &Misfit, words: &Words) -> String {
    match misfit {
        Misfit::NotOffered => words.get("misfit-not-offered"),
        Misfit::Empty => words.get("misfit-empty"),
        Misfit::Incomplete => words.get("misfit-incomplete"),
        Misfit::NotANumber => words.get("misfit-not-a-number"),
        Misfit::TooLong(most) => words.with("misfit-too-long", &[("most", (*most).into())]),
    }
}
