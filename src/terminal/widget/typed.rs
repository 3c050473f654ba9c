//! Typed text: a number, a line, a whole reply of several lines. Letters are text here and mean nothing else.

use super::{Shape, Widget};
use crate::model::question::Misfit;
use crate::terminal::editor::{Edit, Editor};
use crate::terminal::keys::{Key, narrow};

/// Cells for typed text where so many are there: a mark stands before it, the cursor may stand behind it.
pub(in crate::terminal) const fn row_width(width: usize) -> usize {
    width.saturating_sub(3)
}

impl Widget {
    /// Whether a whole reply is written here.
    pub const fn writes(&self) -> bool {
        matches!(&self.shape, Shape::Text { editor, .. } if editor.has_lines())
    }

    /// What was written so far of a whole reply.
    pub fn written(&self) -> Option<&str> {
        match &self.shape {
            Shape::Text { editor, .. } if editor.has_lines() => Some(editor.text()),
            _ => None,
        }
    }

    /// Text is shown in a window of so many cells: going up and down goes by its rows.
    pub fn fit(&mut self, width: usize) {
        if let Shape::Text { editor, .. } = &mut self.shape {
            editor.fit(row_width(width));
        }
    }

    /// Whether 0 is an answer like any other here, and not the way aside.
    pub(in crate::terminal) const fn zero_is_text(&self) -> bool {
        matches!(&self.shape, Shape::Text { editor, .. } if editor.numeric())
    }

    /// Whether a lone 0 was typed where that says what it says in a list.
    pub(in crate::terminal) fn says_zero(&self) -> bool {
        let zero = |editor: &Editor| editor.text().trim().chars().map(narrow).eq(['0']);
        self.blank && matches!(&self.shape, Shape::Text { editor, .. } if !editor.numeric() && zero(editor))
    }

    /// Text entry: Down from its last row leads to "I don't know", anything else back to the text.
    pub(super) fn write(&mut self, key: &Key) {
        let Shape::Text { editor, .. } = &mut self.shape else { return };
        let aside = self.at.take();
        self.at = match (key, aside) {
            (Key::Up, Some(_)) => None,
            (Key::Down, Some(_)) => aside,
            _ => match editor.press(key) {
                Edit::Not if *key == Key::Down && self.blank => Some(0),
                Edit::Full => {
                    self.hint = Some(Misfit::TooLong(editor.most()));
                    None
                }
                Edit::Not | Edit::Taken => None,
            },
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::form::{Aside, Form, Reply};
    use crate::terminal::widget::Outcome;

    /// A whole reply of at most 30 characters in rows of ten cells, after these keys.
    fn written(aside: Aside, keys: &str) -> (Widget, Outcome) {
        let mut widget = Widget::new(&Form::Text { most: 30 }, aside);
        widget.fit(13);
        let outcome = press(&mut widget, keys);
        (widget, outcome)
    }

    /// Presses keys; what the last one led to.
    fn press(widget: &mut Widget, keys: &str) -> Outcome {
        let key = |c| match c {
            '⏎' => Key::Enter,
            '↵' => Key::Break,
            '⎋' => Key::Esc,
            '⌫' => Key::Backspace,
            '↑' => Key::Up,
            '↓' => Key::Down,
            '␡' => Key::Clear,
            c => Key::Char(c),
        };
        keys.chars().map(|c| widget.press(key(c))).last().expect("some key")
    }

    fn sent(text: &str) -> Outcome {
        Outcome::Sent(Reply::Typed(text.into()))
    }

    #[test]
    fn enter_sends_and_another_key_breaks_the_line() {
        assert_eq!(written(Aside::Nothing, "您好，↵马上查。q?jk1⏎").1, sent("您好，\n马上查。q?jk1"), "letters are text");
        assert_eq!(written(Aside::Nothing, " 您好 ↵↵⏎").1, sent("您好"), "blanks around it are nobody's words");
        let (widget, outcome) = written(Aside::Nothing, " ↵⏎");
        assert_eq!((outcome, widget.hint), (Outcome::Going, Some(Misfit::Empty)));
        let mut line = Widget::new(&Form::Line { most: 9 }, Aside::Nothing);
        assert_eq!(press(&mut line, "好↵"), sent("好"), "in one line it is Enter");
    }

    #[test]
    fn down_goes_through_the_rows_and_only_then_to_the_way_aside() {
        let sheet = |keys: &str| written(Aside::Sheet, keys);
        assert!(!sheet("一↵二↵三↑↑↓↓").0.at_blank());
        assert!(sheet("一↵二↵三↑↑↓↓↓").0.at_blank());
        assert_eq!(sheet("一二三四五六↑↓↓⏎").1, Outcome::Sent(Reply::Blank));
        assert_eq!(sheet("一↓↑二⏎").1, sent("一二"));
        assert_eq!(sheet("一↓二⏎").1, sent("一二"), "what is typed is text");
        assert_eq!(sheet("⌫⌫").1, Outcome::Going, "nothing to take back");
    }

    #[test]
    fn i_do_not_know_is_asked_twice_where_something_was_written() {
        let unknown = |keys: &str| written(Aside::Unknown, keys);
        assert_eq!(unknown("↓⏎").1, Outcome::Sent(Reply::Blank));
        assert_eq!(unknown("0⏎").1, Outcome::Sent(Reply::Blank));
        let (mut widget, outcome) = unknown("您好↓⏎");
        assert_eq!(outcome, Outcome::Going);
        assert!(widget.at_blank() && matches!(&widget.shape, Shape::Text { editor, .. } if editor.is_empty()));
        assert_eq!(press(&mut widget.clone(), "⏎"), Outcome::Sent(Reply::Blank));
        assert_eq!(press(&mut widget, "␡！⏎"), sent("您好！"), "it can be had back");
    }

    #[test]
    fn escape_is_asked_once_more_and_writing_goes_on() {
        assert_eq!(written(Aside::Nothing, "您⎋⎋").1, Outcome::Left);
        assert_eq!(written(Aside::Nothing, "您⎋⏎").1, Outcome::Going, "Enter stays, and sends nothing");
        assert_eq!(written(Aside::Nothing, "您⎋好⎋").1, Outcome::Going, "a new question each time");
        assert_eq!(written(Aside::Nothing, "您⎋好⏎").1, sent("您好"));
    }
}
