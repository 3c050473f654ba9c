//! What a widget begins with: an answer that was given before, so that Enter keeps it; what was filled in and not sent; the entry
//! that a menu recommends, and none in a list of people.

use super::{Shape, Widget};
use crate::base::id::ItemId;
use crate::model::form::{Aside, Choice, Form, Reply};

impl Widget {
    /// Begins as a list to look through, every entry in one line, with this one marked.
    pub fn list(&mut self, at: usize) {
        (self.listed, self.at) = (true, Some(at));
    }

    /// A list of people: nobody is marked, and only a whole number marks. Who types a name must not become somebody else.
    pub fn people(choices: &[Choice]) -> Self {
        Self { people: true, apart: true, ..Self::new(&Form::PickOne(choices.to_vec()), Aside::Nothing) }
    }

    /// Begins with what was filled in before the answer sheet was opened.
    pub fn resume(&mut self, draft: &Self) {
        self.shape = draft.shape.clone();
        self.unsent = true;
    }

    /// Whether something was filled in since it was this one: worth keeping where the answer sheet is opened.
    pub fn is_draft_of(&self, begun: &Self) -> bool {
        let changed = match (&self.shape, &begun.shape) {
            (Shape::Text { editor, .. }, Shape::Text { editor: before, .. }) => editor.text() != before.text(),
            (shape, before) => shape != before,
        };
        changed && !self.says_zero()
    }

    /// Begins with what was answered before. What is not offered is left out.
    pub fn fill(&mut self, given: &Reply) {
        match (&mut self.shape, given) {
            (Shape::One(entries) | Shape::Rate(entries), Reply::Picked(key)) => self.at = place(entries, key),
            (Shape::Many { entries, ticked }, Reply::PickedMany(keys)) => {
                ticked.extend(keys.iter().filter_map(|key| place(entries, key)));
            }
            (Shape::Sort { entries, order }, Reply::Sorted(keys)) => {
                order.extend(keys.iter().filter_map(|key| place(entries, key)));
            }
            (Shape::Match { lefts, rights, given, .. }, Reply::Matched(pairs)) => {
                for (left, right) in lefts.iter().zip(given) {
                    *right = pairs.get(&left.key).and_then(|key| place(rights, key));
                }
            }
            (Shape::Text { editor, .. }, Reply::Typed(text)) => editor.fill(text),
            _ => {}
        }
    }
}

fn place(all: &[Choice], key: &ItemId) -> Option<usize> {
    all.iter().position(|choice| choice.key == *key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::keys::Key;
    use crate::terminal::widget::Outcome;

    fn choices(n: usize) -> Vec<Choice> {
        (1..=n).map(|n| Choice { key: format!("k{n}").as_str().into(), text: format!("选项{n}") }).collect()
    }

    fn key(n: usize) -> ItemId {
        format!("k{n}").as_str().into()
    }

    #[test]
    fn enter_keeps_what_was_answered() {
        let pairs = Form::Match { lefts: choices(2), rights: choices(3), reuse: false };
        for (form, given) in [
            (Form::PickOne(choices(12)), Reply::Picked(key(11))),
            (Form::PickMany(choices(4)), Reply::PickedMany([key(1), key(4)].into())),
            (Form::Sort(choices(3)), Reply::Sorted(vec![key(3), key(1), key(2)])),
            (pairs, Reply::Matched([(key(1), key(3)), (key(2), key(1))].into())),
            (Form::Number { unit: None }, Reply::Typed("2.5".into())),
            (Form::Line { most: 9 }, Reply::Typed("您好".into())),
            (Form::Text { most: 9 }, Reply::Typed("您好，\n请讲。".into())),
            (Form::Rate(choices(3)), Reply::Picked(key(2))),
        ] {
            let mut widget = Widget::new(&form, Aside::Sheet);
            widget.fill(&given);
            assert_eq!(widget.press(Key::Enter), Outcome::Sent(given));
        }
    }

    #[test]
    fn what_was_answered_can_be_changed_or_left() {
        let filled = |form: &Form, given: Reply| {
            let mut widget = Widget::new(form, Aside::Sheet);
            widget.fill(&given);
            widget
        };
        let mut many = filled(&Form::PickMany(choices(3)), Reply::PickedMany([key(1), key(3)].into()));
        many.press(Key::Char('1'));
        assert_eq!(many.press(Key::Enter), Outcome::Sent(Reply::PickedMany([key(3)].into())));
        let mut line = filled(&Form::Line { most: 9 }, Reply::Typed("您好".into()));
        line.press(Key::End);
        line.press(Key::Char('！'));
        assert_eq!(line.press(Key::Enter), Outcome::Sent(Reply::Typed("您好！".into())));
        let mut text = filled(&Form::Text { most: 9 }, Reply::Typed("您好".into()));
        text.press(Key::Char('！'));
        assert_eq!(text.press(Key::Enter), Outcome::Sent(Reply::Typed("您好！".into())), "a reply is gone on with");
        // A digit after the digits would be another number: 13, then 0 for the sheet, once was 130.
        let mut number = filled(&Form::Number { unit: None }, Reply::Typed("13".into()));
        number.press(Key::Char('8'));
        assert_eq!(number.press(Key::Enter), Outcome::Sent(Reply::Typed("8".into())));
        let mut sort = filled(&Form::Sort(choices(2)), Reply::Sorted(vec![key(2), key(1)]));
        sort.press(Key::Char('0'));
        assert_eq!(sort.press(Key::Enter), Outcome::Sent(Reply::Blank), "the sheet stays one key away");
    }
}
