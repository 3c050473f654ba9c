//! Text being typed, drawn: its rows around the cursor, how much more there is room for, why it was not taken.

use super::View;
use crate::locale::Words;
use crate::model::question::Misfit;
use crate::terminal::editor::Editor;
use crate::terminal::line::{Ink, Line};
use crate::terminal::live::Frame;
use crate::terminal::widget::{Shape, Widget, row_width};

/// The keys that break a line and are said: in the windows of Windows Shift is told apart, elsewhere only this comes through everywhere.
pub(super) const BREAK: &str = if cfg!(windows) { "Shift-Enter" } else { "Ctrl-J" };

/// So many characters before there is no more room it is said, or a quarter of them, if that is less.
const NEAR: usize = 50;

impl View<'_> {
    /// The typed text in so many lines, where there are more of it those around the cursor.
    pub(super) fn text(&self, widget: &Widget, editor: &Editor, unit: Option<&str>, lines: usize) -> Frame {
        let pointer = |active: bool| Line::of(Ink::Accent, if active { "> " } else { "  " }).print(self.house.colour);
        let typing = widget.at.is_none();
        let typed = editor.rows(row_width(self.house.width));
        let lines = lines.saturating_sub(usize::from(widget.blank)).max(1);
        let (all, row) = (typed.rows.len(), typed.cursor.0);
        let marked = lines > 3; // in a window as low as this, every line is for the text itself
        let shown = if all <= lines { all } else { lines - if marked { 2 } else { 0 } };
        let first = row.saturating_sub(shown / 2).min(all - shown);
        let more = |key: &str, n: usize| {
            let line = Line::of(Ink::Faint, &format!("  {}", self.words.with(key, &[("n", n.into())])));
            (marked && n > 0).then(|| line.cut(self.house.width).print(self.house.colour))
        };
        let mut out: Vec<String> = more("text-above", first).into_iter().collect();
        let cursor_line = out.len() + row - first;
        for (n, row) in typed.rows.iter().enumerate().skip(first).take(shown) {
            out.push(format!("{}{}", pointer(typing && n == 0), Line::plain(row).print(false)));
        }
        if let (Some(unit), Some(last)) = (unit, out.last_mut()) {
            last.push_str(&Line::of(Ink::Faint, &format!("  {unit}")).cut(self.house.width / 2).print(self.house.colour));
        }
        out.extend(more("text-below", all - first - shown));
        let cursor = (cursor_line, format!("{}{}", pointer(row == 0), Line::plain(&typed.cursor.1).print(false)));
        if widget.blank {
            // 0 may be the number that is asked for.
            let tag = if widget.zero_is_text() { "↓" } else { "0" };
            out.extend(self.select(&format!("{tag})\t{}", self.aside(widget)), widget.at_blank() || widget.says_zero()));
        }
        Frame { lines: out, cursor: typing.then_some(cursor) }
    }

    /// What else is to be said of the keys where a whole reply is written.
    pub(super) fn typed_help(&self, widget: &Widget, parts: &mut Vec<String>) {
        let Shape::Text { editor, .. } = &widget.shape else { return };
        if !editor.has_lines() {
            return;
        }
        if editor.gives_back() {
            parts.push(self.words.get("help-text-back"));
        } else if !editor.is_empty() {
            parts.push(self.words.get("help-text-clear"));
        }
        if editor.left() <= NEAR.min(editor.most() / 4) {
            parts.insert(0, self.words.with("text-left", &[("n", editor.left().into())]));
        }
    }
}

/// Why a whole reply was not taken as it is, as a sentence.
pub fn text_misfit(misfit: &Misfit, words: &Words) -> String {
    match misfit {
        Misfit::Empty => words.get("text-empty"),
        Misfit::TooLong(most) => words.with("text-full", &[("most", (*most).into())]),
        misfit => super::misfit_words(misfit, words),
    }
}
