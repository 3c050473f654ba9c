//! Marking in a match: arrows go through the left sides, a digit or ← → gives the marked one its right side, Backspace takes it back.

use super::number::{Digits, digits};
use super::{Shape, Widget};
use crate::terminal::keys::Key;

impl Widget {
    pub(super) fn match_up(&mut self, key: &Key) {
        if let Key::Char(digit @ '0'..='9') = key {
            self.give_digit(*digit);
            return;
        }
        self.settle();
        // Who goes down after a digit means the side after the one just given: the mark may be there already.
        if let (Some(gave), Key::Down | Key::Char('j')) = (self.gave.take(), key) {
            self.at = Some(gave);
        }
        match key {
            Key::Up | Key::Char('k') => self.step(false),
            Key::Down | Key::Char('j') => self.step(true),
            Key::Home | Key::PageUp => self.at = Some(0),
            Key::End | Key::PageDown => self.at = self.entries().checked_sub(1),
            Key::Right | Key::Char(' ' | 'l') => self.turn(true),
            Key::Left | Key::Char('h') => self.turn(false),
            Key::Backspace | Key::Delete => self.set(None),
            _ => {}
        }
    }

    fn give_digit(&mut self, digit: char) {
        let Shape::Match { rights, .. } = &self.shape else { return };
        let n = rights.len();
        self.digits.push(digit);
        let mut meant = digits(&self.digits, n);
        if meant == Digits::Nothing && self.digits.len() > 1 {
            self.digits.pop();
            self.settle(); // the two do not go together: the first stands for itself, a new number begins
            self.go_to_gap();
            self.digits = digit.to_string();
            meant = digits(&self.digits, n);
        }
        match meant {
            Digits::Perhaps(_) | Digits::PerhapsZero => {}
            Digits::Entry(right) => self.give(right),
            Digits::Zero if self.blank => self.give_up(),
            Digits::Zero | Digits::Nothing => self.digits.clear(),
        }
    }

    fn give(&mut self, right: usize) {
        self.digits.clear();
        self.set(Some(right));
        let gave = self.at;
        self.go_to_gap();
        self.gave = gave.filter(|gave| self.at == Some(gave + 1));
    }

    /// Sets the marked left side's right side; one that serves only once is taken from whoever had it.
    pub(super) fn set(&mut self, right: Option<usize>) {
        let Shape::Match { given, reuse, .. } = &mut self.shape else { return };
        let Some(at) = self.at.filter(|at| *at < given.len()) else { return };
        if !*reuse && right.is_some() {
            for other in given.iter_mut().filter(|other| **other == right) {
                *other = None;
            }
        }
        given[at] = right;
    }

    /// The next right side that is free, round and with "none" between.
    fn turn(&mut self, on: bool) {
        if self.at_blank() {
            self.give_up();
            return;
        }
        let Shape::Match { given, rights, reuse, .. } = &self.shape else { return };
        let Some(at) = self.at else { return };
        let free = |right: usize| *reuse || given.iter().enumerate().all(|(left, g)| left == at || *g != Some(right));
        let round = rights.len() + 1; // place 0 is "none"
        let from = given[at].map_or(0, |right| right + 1);
        let places = (1..=round).map(|step| if on { (from + step) % round } else { (from + round - step) % round });
        let next = places.map(|place| place.checked_sub(1)).find(|right| right.is_none_or(free));
        self.set(next.flatten());
    }

    /// Marks the next left side that has nothing yet, if there is one.
    pub(super) fn go_to_gap(&mut self) {
        let Shape::Match { given, .. } = &self.shape else { return };
        let at = self.at.unwrap_or(0);
        let n = given.len();
        if let Some(gap) = (0..n).map(|step| (at + step) % n.max(1)).find(|left| given[*left].is_none()) {
            self.at = Some(gap);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::base::id::ItemId;
    use crate::model::form::{Aside, Choice, Form, Reply};
    use crate::terminal::keys::Key;
    use crate::terminal::widget::{Outcome, Widget};

    fn side(name: &str, n: usize) -> Vec<Choice> {
        (1..=n).map(|n| Choice { key: format!("{name}{n}").as_str().into(), text: format!("{name}{n}") }).collect()
    }

    fn matched(lefts: usize, rights: usize, reuse: bool, keys: &str) -> Outcome {
        let form = Form::Match { lefts: side("l", lefts), rights: side("r", rights), reuse };
        let mut widget = Widget::new(&form, Aside::Unknown);
        let mut last = Outcome::Going;
        for c in keys.chars() {
            last = widget.press(match c {
                '⏎' => Key::Enter,
                '↓' => Key::Down,
                '↑' => Key::Up,
                '→' => Key::Right,
                '←' => Key::Left,
                '⌫' => Key::Backspace,
                c => Key::Char(c),
            });
        }
        last
    }

    fn pairs(rights: &[usize]) -> Outcome {
        let pair = |(n, r): (usize, &usize)| (ItemId::from(format!("l{}", n + 1)), ItemId::from(format!("r{r}")));
        Outcome::Sent(Reply::Matched(rights.iter().enumerate().map(pair).collect::<BTreeMap<_, _>>()))
    }

    #[test]
    fn digits_go_from_left_to_left() {
        assert_eq!(matched(3, 3, false, "231⏎"), pairs(&[2, 3, 1]));
        assert_eq!(matched(3, 3, false, "23⏎"), Outcome::Going, "one is missing");
        assert_eq!(matched(2, 2, true, "11⏎"), pairs(&[1, 1]), "classes take several");
    }

    #[test]
    fn arrows_do_without_digits() {
        assert_eq!(matched(2, 3, false, "→→↓→⏎"), pairs(&[2, 1]));
        assert_eq!(matched(2, 3, false, "←↓←⏎"), pairs(&[3, 2]));
    }

    #[test]
    fn down_after_a_digit_skips_nothing() {
        assert_eq!(matched(3, 3, false, "2↓3↓1⏎"), pairs(&[2, 3, 1]));
        assert_eq!(matched(3, 3, false, "2↓↓1⏎3⏎"), pairs(&[2, 3, 1]), "once more is a step");
        assert_eq!(matched(3, 3, false, "2↓↑1⏎"), Outcome::Going);
    }

    #[test]
    fn a_pair_can_be_changed() {
        assert_eq!(matched(2, 3, false, "12↑3⏎"), pairs(&[3, 2]));
        assert_eq!(matched(2, 2, false, "12↑2⏎1⏎"), pairs(&[2, 1]), "what served once is taken over, then its gap filled");
        assert_eq!(matched(2, 2, false, "12⌫⏎"), Outcome::Going);
    }

    #[test]
    fn two_digits_where_there_are_more_than_nine_rights() {
        assert_eq!(matched(2, 12, false, "121⏎"), pairs(&[12, 1]));
        assert_eq!(matched(2, 12, false, "1↓2⏎"), pairs(&[1, 2]));
        assert_eq!(matched(2, 12, false, "0312⏎"), pairs(&[3, 12]));
    }

    #[test]
    fn giving_up_empties_the_rest() {
        assert_eq!(matched(2, 2, false, "10⏎"), Outcome::Sent(Reply::Blank));
        assert_eq!(matched(2, 2, false, "↓↓⏎"), Outcome::Sent(Reply::Blank));
    }
}
