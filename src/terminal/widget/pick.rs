//! Marking in lists: one, several, an order. Digits act at once where there are at most nine entries; where there are more, the first
//! of two digits only moves the mark until it is clear which entry is meant (`number`).

use super::number::{Digits, digits};
use super::{Shape, Widget};
use crate::model::form::Aside;
use crate::model::question::Misfit;
use crate::terminal::keys::Key;

impl Widget {
    pub(super) fn pick(&mut self, key: &Key) {
        if self.people {
            self.pick_whole(key);
            return;
        }
        if let (Shape::Rate(entries), Key::Char(c @ '0'..='9')) = (&self.shape, key) {
            self.at = entries.iter().position(|e| e.key.as_str() == c.to_string()).or(self.at);
            return;
        }
        if let Key::Char(digit @ '0'..='9') = key {
            self.digit(*digit);
            return;
        }
        // Backspace takes the digit back; a space says that the number is whole, and must not take back what that ticked.
        let pending = self.is_pending();
        if *key == Key::Backspace {
            self.digits.clear();
        }
        self.settle();
        if pending && matches!(key, Key::Backspace | Key::Char(' ')) {
            return;
        }
        self.walk(key);
    }

    fn walk(&mut self, key: &Key) {
        match key {
            Key::Up | Key::Char('k') => self.step(false),
            Key::Down | Key::Char('j') => self.step(true),
            Key::Home | Key::PageUp => self.at = (self.entries() > 0).then_some(0),
            Key::End | Key::PageDown => self.at = self.entries().checked_sub(1),
            Key::Char(' ') => self.toggle(),
            Key::Backspace => self.take_back(),
            _ => {}
        }
    }

    /// What is typed counts as a whole: a name marks nobody, nor does a digit within a staff number.
    fn pick_whole(&mut self, key: &Key) {
        match key {
            Key::Char(c) => self.digits.push(*c),
            Key::Paste(text) => self.digits.push_str(text),
            Key::Backspace => drop(self.digits.pop()),
            key => {
                self.digits.clear();
                self.walk(key);
                return;
            }
        }
        let number = self.digits.trim().parse().unwrap_or(0);
        self.at = (1..=self.entries()).contains(&number).then(|| number - 1);
        if self.at.is_none() && !self.digits.is_empty() {
            self.hint = Some(Misfit::NotOffered);
        }
    }

    fn digit(&mut self, digit: char) {
        self.digits.push(digit);
        let mut meant = digits(&self.digits, self.entries());
        if meant == Digits::Nothing && self.digits.len() > 1 {
            self.digits.pop();
            self.settle(); // the two do not go together: the first stands for itself, a new number begins
            self.digits = digit.to_string();
            meant = digits(&self.digits, self.entries());
        }
        match meant {
            Digits::Perhaps(entry) => self.at = Some(entry),
            Digits::PerhapsZero if self.blank => self.at = Some(self.entries()),
            Digits::PerhapsZero => {}
            Digits::Entry(entry) => self.act(entry),
            Digits::Zero if self.blank => self.act(self.entries()),
            Digits::Zero | Digits::Nothing => self.digits.clear(),
        }
    }

    pub(super) fn act(&mut self, entry: usize) {
        self.digits.clear();
        self.at = Some(entry);
        self.toggle();
    }

    /// Ticks the marked entry, gives it the next place, or takes either back. "I don't know" empties the rest.
    fn toggle(&mut self) {
        let Some(at) = self.at else { return };
        if self.at_blank() {
            self.give_up();
            return;
        }
        match &mut self.shape {
            Shape::Many { ticked, .. } => {
                let was = ticked.remove(&at);
                if !was {
                    ticked.insert(at);
                }
            }
            Shape::Sort { order, .. } => match order.iter().position(|n| *n == at) {
                Some(place) => drop(order.remove(place)),
                None => order.push(at),
            },
            _ => {}
        }
    }

    /// "I don't know": empties the rest. The way to the answer sheet says nothing of the answer, and empties nothing.
    pub(super) fn give_up(&mut self) {
        self.digits.clear();
        self.at = Some(self.entries());
        if self.aside == Aside::Sheet {
            return;
        }
        match &mut self.shape {
            Shape::Many { ticked, .. } => ticked.clear(),
            Shape::Sort { order, .. } => order.clear(),
            Shape::Match { given, .. } => given.fill(None),
            Shape::Text { editor, .. } => editor.clear(),
            _ => {}
        }
    }

    fn take_back(&mut self) {
        match (&mut self.shape, self.at) {
            (Shape::Sort { order, .. }, _) => {
                if let Some(last) = order.pop() {
                    self.at = Some(last);
                }
            }
            (Shape::Many { ticked, .. }, Some(at)) => drop(ticked.remove(&at)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::model::form::{Aside, Choice, Form, Reply};
    use crate::model::question::Misfit;
    use crate::terminal::keys::Key;
    use crate::terminal::widget::{Outcome, Widget};

    fn choices(n: usize) -> Vec<Choice> {
        (1..=n).map(|n| Choice { key: format!("k{n}").as_str().into(), text: format!("选项{n}") }).collect()
    }

    /// Types characters, `⏎` for Enter, `↓ ↑ ⌫` likewise, and gives what the last key led to.
    fn press(widget: &mut Widget, keys: &str) -> Outcome {
        let mut last = Outcome::Going;
        for c in keys.chars() {
            last = widget.press(match c {
                '⏎' => Key::Enter,
                '↓' => Key::Down,
                '↑' => Key::Up,
                '⌫' => Key::Backspace,
                '⎋' => Key::Esc,
                c => Key::Char(c),
            });
        }
        last
    }

    fn one(n: usize, keys: &str) -> Outcome {
        press(&mut Widget::new(&Form::PickOne(choices(n)), Aside::Unknown), keys)
    }

    fn many(n: usize, keys: &str) -> Outcome {
        press(&mut Widget::new(&Form::PickMany(choices(n)), Aside::Unknown), keys)
    }

    fn sort(n: usize, keys: &str) -> Outcome {
        press(&mut Widget::new(&Form::Sort(choices(n)), Aside::Unknown), keys)
    }

    fn picked(n: usize) -> Outcome {
        Outcome::Sent(Reply::Picked(format!("k{n}").as_str().into()))
    }

    fn ticked(all: &[usize]) -> Outcome {
        Outcome::Sent(Reply::PickedMany(all.iter().map(|n| format!("k{n}").as_str().into()).collect::<BTreeSet<_>>()))
    }

    fn sorted(all: &[usize]) -> Outcome {
        Outcome::Sent(Reply::Sorted(all.iter().map(|n| format!("k{n}").as_str().into()).collect()))
    }

    #[test]
    fn a_digit_only_marks_and_enter_sends() {
        assert_eq!(one(4, "3"), Outcome::Going);
        assert_eq!(one(4, "3⏎"), picked(3));
        assert_eq!(one(4, "３１⏎"), picked(1), "full width, and the last digit counts");
        assert_eq!(one(4, "↓↓⏎"), picked(2));
        assert_eq!(one(4, "jj⏎"), picked(2));
        assert_eq!(one(4, "9⏎"), Outcome::Going, "there is no 9");
        assert_eq!(one(4, "0⏎"), Outcome::Sent(Reply::Blank));
        assert_eq!(one(4, "↑⏎"), Outcome::Sent(Reply::Blank), "I don't know is the last entry");
    }

    #[test]
    fn enter_alone_answers_nothing_but_in_a_menu() {
        let mut widget = Widget::new(&Form::PickOne(choices(3)), Aside::Nothing);
        assert_eq!(press(&mut widget, "⏎"), Outcome::Going);
        assert_eq!(widget.hint, Some(Misfit::Empty));
        assert_eq!(press(&mut Widget::menu(&choices(3)), "⏎"), picked(1));
    }

    #[test]
    fn nobody_becomes_somebody_else_by_typing() {
        let who = |n: usize, keys: &str| press(&mut Widget::people(&choices(n)), keys);
        for typed in ["⏎", "小李⏎", "Wang⏎", "jack⏎", "小王2⏎", "1024⏎", "0⏎", "9⏎", "2小⏎"] {
            assert_eq!(who(4, typed), Outcome::Going, "{typed}");
        }
        assert_eq!(who(4, "2⏎"), picked(2));
        assert_eq!(who(12, "1⏎"), picked(1));
        assert_eq!(who(12, "１２⏎"), picked(12));
        assert_eq!(who(4, "小李⏎4⏎"), picked(4), "asked again");
        assert_eq!(who(4, "3⌫2⏎"), picked(2));
        assert_eq!(who(4, "小↓↓⏎"), picked(2));
    }

    #[test]
    fn two_digits_where_there_are_more_than_nine() {
        assert_eq!(one(12, "1⏎"), picked(1));
        assert_eq!(one(12, "12⏎"), picked(12));
        assert_eq!(one(12, "13⏎"), picked(3), "there is no 13: a new number begins");
        assert_eq!(one(12, "05⏎"), picked(5));
        assert_eq!(one(12, "10⏎"), picked(10));
        assert_eq!(one(12, "0⏎"), Outcome::Sent(Reply::Blank));
        assert_eq!(one(12, "1↓2⏎"), picked(2), "an arrow ends a number");
    }

    #[test]
    fn several_are_ticked_and_taken_back() {
        assert_eq!(many(4, "13⏎"), ticked(&[1, 3]));
        assert_eq!(many(4, "131⏎"), ticked(&[3]));
        assert_eq!(many(4, "↓ ↓↓ ⏎"), ticked(&[1, 3]));
        assert_eq!(many(4, "⏎"), Outcome::Going);
        assert_eq!(many(4, "120⏎"), Outcome::Sent(Reply::Blank), "I don't know empties the rest");
        assert_eq!(many(4, "102⏎"), ticked(&[2]));
        assert_eq!(many(12, "12 03⏎"), ticked(&[3]), "12 ticked, then taken back by the space");
        assert_eq!(many(12, "1 12⏎"), ticked(&[1, 12]));
        assert_eq!(many(12, "1203⏎"), ticked(&[12, 3]));
        assert_eq!(many(12, "120 ⏎"), Outcome::Sent(Reply::Blank));
    }

    #[test]
    fn a_first_digit_that_no_second_one_follows_ticks_what_it_says() {
        assert_eq!(many(14, "1⏎"), Outcome::Going, "it is ticked, and seen, before it is sent");
        assert_eq!(many(14, "1⏎⏎"), ticked(&[1]));
        assert_eq!(many(14, "81⏎⏎"), ticked(&[1, 8]));
        assert_eq!(many(14, "18⏎"), ticked(&[1, 8]), "there is no 18");
        assert_eq!(many(14, "115⏎"), ticked(&[11, 5]));
        assert_eq!(many(14, "1↓ ⏎"), ticked(&[1, 2]));
        assert_eq!(many(14, "1⌫2⏎"), ticked(&[2]), "taken back");
        assert_eq!(sort(10, "12345678910⏎"), sorted(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
        let mut slow = Widget::new(&Form::PickMany(choices(14)), Aside::Unknown);
        for digit in ['1', '4'] {
            slow.press(Key::Char(digit));
            slow.pause();
        }
        assert_eq!(press(&mut slow, "⏎"), ticked(&[1, 4]));
        let mut one = Widget::new(&Form::PickOne(choices(14)), Aside::Unknown);
        press(&mut one, "1");
        assert!(!one.is_pending(), "a mark takes its time: Enter sends what is seen");
        one.pause();
        assert_eq!(press(&mut one, "4⏎"), picked(14));
    }

    #[test]
    fn i_do_not_know_never_sends_ticks_and_ticks_never_say_it() {
        assert_eq!(many(12, "460⏎"), Outcome::Sent(Reply::Blank), "0 took the ticks back");
        assert_eq!(many(4, "13↑"), Outcome::Going);
        assert_eq!(many(4, "1↑⏎"), Outcome::Going, "marked beside a tick: Enter takes the tick back first");
        assert_eq!(many(4, "1↑⏎⏎"), Outcome::Sent(Reply::Blank));
        assert_eq!(many(4, "1↑⏎2⏎"), ticked(&[2]));
        let mut sheet = Widget::new(&Form::PickMany(choices(12)), Aside::Sheet);
        assert_eq!(press(&mut sheet, "460⏎"), Outcome::Sent(Reply::Blank), "the way to the sheet is one key away");
        assert_eq!(press(&mut sheet, "↑⏎"), ticked(&[4, 6]), "and takes nothing back");
    }

    #[test]
    fn places_are_given_in_order() {
        assert_eq!(sort(3, "312⏎"), sorted(&[3, 1, 2]));
        assert_eq!(sort(3, "31⏎"), Outcome::Going, "one is missing");
        assert_eq!(sort(3, "31⌫21⏎"), sorted(&[3, 2, 1]));
        assert_eq!(sort(3, "3132⏎1⏎"), Outcome::Going);
        assert_eq!(sort(3, "↓ ↓ ↓ ⏎"), sorted(&[1, 2, 3]));
        assert_eq!(sort(3, "310⏎"), Outcome::Sent(Reply::Blank));
    }

    #[test]
    fn leaving_is_asked_once_more() {
        assert_eq!(one(3, "2⎋"), Outcome::Going);
        assert_eq!(one(3, "2⎋⎋"), Outcome::Left);
        assert_eq!(one(3, "2⎋⏎⏎"), picked(2), "Enter goes on, then sends");
        assert_eq!(one(3, "2⎋3⏎⏎"), picked(2), "other keys mean nothing meanwhile");
        assert_eq!(Widget::new(&Form::Next, Aside::Nothing).press(Key::Interrupt), Outcome::Interrupted);
    }

    #[test]
    fn the_panel_leaves_the_marking_alone() {
        let mut widget = Widget::new(&Form::PickMany(choices(3)), Aside::Nothing);
        assert_eq!(press(&mut widget, "13？"), Outcome::Panel);
        assert_eq!(widget.press(Key::Tab), Outcome::Panel);
        assert_eq!(press(&mut widget, "⏎"), ticked(&[1, 3]));
        let mut line = Widget::new(&Form::Line { most: 9 }, Aside::Nothing);
        assert_eq!(press(&mut line, "行吗?"), Outcome::Going);
        assert_eq!(line.press(Key::F1), Outcome::Panel);
        assert_eq!(press(&mut line, "⏎"), Outcome::Sent(Reply::Typed("行吗?".into())));
    }

    #[test]
    fn text_is_sent_as_typed_or_given_up() {
        let line = |keys: &str| press(&mut Widget::new(&Form::Line { most: 4 }, Aside::Unknown), keys);
        assert_eq!(line(" ⏎"), Outcome::Going);
        assert_eq!(line("您好⏎"), Outcome::Sent(Reply::Typed("您好".into())));
        assert_eq!(line("您↓⏎"), Outcome::Sent(Reply::Blank));
        assert_eq!(line("您↓好⏎"), Outcome::Sent(Reply::Typed("您好".into())));
        assert_eq!(line("０⏎"), Outcome::Sent(Reply::Blank), "0 is what it is everywhere");
        assert_eq!(line("10⏎"), Outcome::Sent(Reply::Typed("10".into())));
        let zero = press(&mut Widget::new(&Form::Number { unit: None }, Aside::Unknown), "0⏎");
        assert_eq!(zero, Outcome::Sent(Reply::Typed("0".into())), "but where a number is asked for");
        let mut number = Widget::new(&Form::Number { unit: None }, Aside::Nothing);
        assert_eq!(press(&mut number, "３⏎"), Outcome::Sent(Reply::Typed("3".into())));
    }
}
