//! Numbers of one or two digits, typed one by one: which entry they mean, and when the first one stands for itself. Pure.
//!
//! Where there are more than nine entries, `1` may be 1 or the beginning of 12. It is pending until it is clear: another digit, a
//! pause, or any other key. Nothing that was pressed is dropped: what no second digit followed means what it says.

use super::{Shape, Widget};

/// What digits typed so far mean where entries are numbered from 1 to `n` and 0 is "I don't know" where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digits {
    /// This entry.
    Entry(usize),
    /// "I don't know", where it is offered.
    Zero,
    /// This entry, or the first digit of another.
    Perhaps(usize),
    /// Zero, or the first digit of `01` to `09`.
    PerhapsZero,
    /// Nothing.
    Nothing,
}

pub(super) fn digits(typed: &str, n: usize) -> Digits {
    let first = typed.len() == 1;
    match typed.parse::<usize>() {
        Ok(0) if first && n > 9 => Digits::PerhapsZero,
        Ok(0) if first => Digits::Zero,
        Ok(number) if !(1..=n).contains(&number) => Digits::Nothing,
        Ok(number) if first && number * 10 <= n => Digits::Perhaps(number - 1),
        Ok(number) => Digits::Entry(number - 1),
        Err(_) => Digits::Nothing,
    }
}

impl Widget {
    /// Whether a digit waits for a second one and would do something by itself. (In a list of which one is taken it only marks.)
    pub fn is_pending(&self) -> bool {
        !self.digits.is_empty() && matches!(self.shape, Shape::Many { .. } | Shape::Sort { .. } | Shape::Match { .. })
    }

    /// No key for a while: no second digit is coming.
    pub fn pause(&mut self) {
        if self.is_pending() {
            self.settle();
        }
    }

    /// A first digit that no second one followed means what it says.
    pub(super) fn settle(&mut self) {
        let numbered = match &self.shape {
            Shape::Match { rights, .. } => rights.len(),
            _ => self.entries(),
        };
        let meant = digits(&self.digits, numbered);
        self.digits.clear();
        match (&self.shape, meant) {
            (Shape::Match { .. }, Digits::Perhaps(right)) => self.set(Some(right)),
            (_, Digits::Perhaps(entry)) => self.act(entry),
            (_, Digits::PerhapsZero) if self.blank => self.give_up(),
            _ => {}
        }
    }
}
