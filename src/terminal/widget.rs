//! One prompt as a machine: a key in, a new marking or an outcome out. Pure: it draws nothing and knows no words.
//!
//! `view` draws what is marked, `person` turns outcomes into what the session hears. A digit only marks, Enter sends. In a question
//! nothing is marked at first, so that an Enter too many answers nothing; a menu begins at its first entry.

mod begin;
mod match_up;
mod number;
mod pick;
mod typed;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use self::typed::row_width;
use super::editor::Editor;
use super::keys::{Key, narrow};
use crate::model::form::{Aside, Choice, Form, Reply};
use crate::model::question::Misfit;

/// What a key led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something may look different now.
    Going,
    /// This is the answer.
    Sent(Reply),
    /// Facts, talk and brief are wanted.
    Panel,
    /// Left, asked once more.
    Left,
    /// Ctrl-C.
    Interrupted,
    /// The window has another size now.
    Resized,
}

/// One prompt, with what was marked so far.
#[derive(Clone, Debug)]
pub struct Widget {
    pub(super) shape: Shape,
    /// Whether "I don't know" is an entry, after all others.
    pub(super) blank: bool,
    /// What that entry is.
    pub(super) aside: Aside,
    /// What that entry is called, in full and where there is little room, if not "I don't know".
    pub(super) called: Option<(String, String)>,
    /// Every entry takes one line, cut where it is longer.
    pub(super) listed: bool,
    /// The entry that is marked; entries are counted from 0, "I don't know" comes last.
    pub(super) at: Option<usize>,
    /// The first of two digits, as long as a second one may follow.
    pub(super) digits: String,
    /// The left side that a digit gave its right one, where the mark went on by itself.
    pub(super) gave: Option<usize>,
    /// Esc was pressed once.
    pub(super) leaving: bool,
    /// Why it was not sent.
    pub(super) hint: Option<Misfit>,
    /// It is a list of people: what is typed counts as a whole.
    pub(super) people: bool,
    /// An empty line is an answer.
    ends: bool,
    /// It begins with what was filled in and not sent when the answer sheet was opened.
    pub(super) unsent: bool,
    /// It stands in no attempt: who leaves it leaves nothing that is saved.
    pub(super) apart: bool,
}

/// The form with what was filled in.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    Next,
    One(Vec<Choice>),
    Many {
        entries: Vec<Choice>,
        ticked: BTreeSet<usize>,
    },
    Sort {
        entries: Vec<Choice>,
        order: Vec<usize>,
    },
    Match {
        lefts: Vec<Choice>,
        rights: Vec<Choice>,
        reuse: bool,
        given: Vec<Option<usize>>,
    },
    /// Marks named by their keys: a digit sends at once.
    Rate(Vec<Choice>),
    Text {
        editor: Editor,
        unit: Option<String>,
    },
}

/// The most characters a number takes, with its unit.
const NUMBER: usize = 24;

impl Widget {
    /// Whether it is a turn of a talk, which runs on, and no question.
    pub const fn runs_on(&self) -> bool {
        !self.blank && !matches!(self.shape, Shape::Next)
    }

    /// A prompt for a form whose words are there (`worded`), with what is offered beside answering.
    pub fn new(form: &Form, aside: Aside) -> Self {
        let shape = match form.clone() {
            Form::Next => Shape::Next,
            Form::PickOne(entries) => Shape::One(entries),
            Form::PickMany(entries) => Shape::Many { entries, ticked: BTreeSet::new() },
            Form::Sort(entries) => Shape::Sort { entries, order: Vec::new() },
            Form::Match { lefts, rights, reuse } => {
                let given = vec![None; lefts.len()];
                Shape::Match { lefts, rights, reuse, given }
            }
            Form::Rate(entries) => Shape::Rate(entries),
            Form::Menu(_) | Form::Overall => Shape::Next, // `worded` leaves none of these
            Form::Number { unit } => Shape::Text { editor: Editor::number(NUMBER), unit },
            Form::Line { most } => Shape::Text { editor: Editor::new(most), unit: None },
            Form::Text { most } => Shape::Text { editor: Editor::lines(most), unit: None },
        };
        let at = matches!(shape, Shape::Match { .. }).then_some(0);
        let blank = aside != Aside::Nothing && !matches!(shape, Shape::Rate(_) | Shape::Next);
        Self {
            shape,
            blank,
            aside,
            called: None,
            listed: false,
            at,
            digits: String::new(),
            gave: None,
            leaving: false,
            hint: None,
            people: false,
            ends: false,
            unsent: false,
            apart: false,
        }
    }

    /// The same with another name for its way aside, in full and where there is little room.
    #[must_use]
    pub fn calling(self, aside: (String, String)) -> Self {
        Self { called: Some(aside), ..self }
    }

    /// The same; `ends`: an empty line is an answer too, that there is nothing more.
    #[must_use]
    pub fn ending(self, ends: bool) -> Self {
        Self { ends, apart: true, ..self }
    }

    /// A menu: its first entry is marked.
    pub fn menu(choices: &[Choice]) -> Self {
        Self { at: Some(0), apart: true, ..Self::new(&Form::PickOne(choices.to_vec()), Aside::Nothing) }
    }

    /// Whether characters are text here.
    pub(super) const fn types(&self) -> bool {
        matches!(self.shape, Shape::Text { .. })
    }

    /// Whether it is a list to look through.
    pub const fn is_list(&self) -> bool {
        self.listed
    }

    /// Says why the answer was not taken.
    pub fn refuse(&mut self, misfit: Misfit) {
        self.hint = Some(misfit);
    }

    /// Entries that can be marked, without "I don't know".
    pub(super) const fn entries(&self) -> usize {
        match &self.shape {
            Shape::Next | Shape::Text { .. } => 0,
            Shape::One(entries) | Shape::Rate(entries) | Shape::Many { entries, .. } | Shape::Sort { entries, .. } => {
                entries.len()
            }
            Shape::Match { lefts, .. } => lefts.len(),
        }
    }

    /// Whether "I don't know" is marked.
    pub(super) fn at_blank(&self) -> bool {
        self.blank && self.at == Some(self.entries())
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Outcome {
        match key {
            Key::Interrupt => return Outcome::Interrupted,
            Key::Resized => return Outcome::Resized,
            Key::Esc if self.leaving => return Outcome::Left,
            Key::Esc => {
                self.leaving = true;
                return Outcome::Going;
            }
            Key::Enter | Key::Break if self.leaving => {
                self.leaving = false;
                return Outcome::Going;
            }
            // An input method is left by Esc too: whoever writes on means to.
            _ if self.leaving && self.writes() => self.leaving = false,
            _ if self.leaving => return Outcome::Going,
            _ => {}
        }
        (self.hint, self.unsent) = (None, false);
        let key = match key {
            Key::Char(c) if !self.types() => Key::Char(narrow(c)),
            Key::Break if !self.writes() => Key::Enter,
            key => key,
        };
        match key {
            Key::Tab | Key::F1 => Outcome::Panel,
            Key::Char('?') if !self.types() => Outcome::Panel,
            Key::Enter => self.send(),
            Key::Char(' ') if self.shape == Shape::Next => self.send(),
            Key::Backspace if matches!(self.shape, Shape::Rate(_)) && self.aside == Aside::Sheet => Outcome::Sent(Reply::Blank),
            key => {
                self.mark(&key);
                match &self.shape {
                    Shape::Rate(entries) if matches!(key, Key::Char(c) if entries.iter().any(|e| e.key.as_str() == c.to_string())) => {
                        self.send()
                    }
                    _ => Outcome::Going,
                }
            }
        }
    }

    fn mark(&mut self, key: &Key) {
        match self.shape {
            Shape::Next => {}
            Shape::Text { .. } => self.write(key),
            Shape::Match { .. } => self.match_up(key),
            _ => self.pick(key),
        }
    }

    /// Moves the mark through all entries, round at the ends.
    fn step(&mut self, down: bool) {
        let all = self.entries() + usize::from(self.blank);
        if all == 0 {
            return;
        }
        self.at = Some(match self.at {
            None if down => 0,
            None => all - 1,
            Some(at) => (at + if down { 1 } else { all - 1 }) % all,
        });
    }

    /// Enter says that a number is whole, and that all is given up where "I don't know" is marked; neither is sent before it was seen.
    fn send(&mut self) -> Outcome {
        let ticks = self.is_pending() && matches!(self.shape, Shape::Many { .. } | Shape::Sort { .. });
        self.settle();
        if ticks && !self.at_blank() {
            return Outcome::Going;
        }
        if self.at_blank() && self.aside != Aside::Sheet && !self.is_untouched() {
            self.give_up();
            return Outcome::Going;
        }
        match self.reply() {
            Ok(reply) => Outcome::Sent(reply),
            Err(misfit) => {
                self.go_to_gap();
                self.refuse(misfit);
                Outcome::Going
            }
        }
    }

    fn reply(&self) -> Result<Reply, Misfit> {
        let key = |all: &[Choice], n: usize| all[n].key.clone();
        match &self.shape {
            Shape::Next => Ok(Reply::Next),
            _ if self.at_blank() && (self.aside == Aside::Sheet || self.is_untouched()) => Ok(Reply::Blank),
            Shape::One(entries) | Shape::Rate(entries) => match self.at {
                Some(at) => Ok(Reply::Picked(key(entries, at))),
                None => Err(Misfit::Empty),
            },
            Shape::Many { ticked, .. } if ticked.is_empty() => Err(Misfit::Empty),
            Shape::Many { entries, ticked } => Ok(Reply::PickedMany(ticked.iter().map(|n| key(entries, *n)).collect())),
            Shape::Sort { order, .. } if order.is_empty() => Err(Misfit::Empty),
            Shape::Sort { entries, order } if order.len() < entries.len() => Err(Misfit::Incomplete),
            Shape::Sort { entries, order } => Ok(Reply::Sorted(order.iter().map(|n| key(entries, *n)).collect())),
            Shape::Match { given, .. } if given.iter().all(Option::is_none) => Err(Misfit::Empty),
            Shape::Match { lefts, rights, given, .. } => {
                let pair = |(left, right): (&Choice, &Option<usize>)| right.map(|r| (left.key.clone(), key(rights, r)));
                let pairs: Option<BTreeMap<_, _>> = lefts.iter().zip(given).map(pair).collect();
                pairs.map(Reply::Matched).ok_or(Misfit::Incomplete)
            }
            Shape::Text { .. } if self.says_zero() => Ok(Reply::Blank),
            Shape::Text { editor, .. } if self.ends && editor.text().trim().is_empty() => Ok(Reply::Blank),
            Shape::Text { editor, .. } if editor.text().trim().is_empty() => Err(Misfit::Empty),
            Shape::Text { editor, .. } if editor.has_lines() => Ok(Reply::Typed(editor.text().trim().to_owned())),
            Shape::Text { editor, .. } => Ok(Reply::Typed(editor.text().to_owned())),
        }
    }

    /// Whether nothing was filled in. "I don't know" in the middle of an answer is taken as said only where nothing else was; saying
    /// it empties the rest (`give_up`), but a typed line is kept for coming back, and a whole reply can be had back. The way to the answer sheet says nothing of the
    /// answer: it is always taken, and empties nothing.
    fn is_untouched(&self) -> bool {
        match &self.shape {
            Shape::Text { editor, .. } => !editor.has_lines() || editor.is_empty(),
            Shape::Next | Shape::One(_) | Shape::Rate(_) => true,
            Shape::Many { ticked, .. } => ticked.is_empty(),
            Shape::Sort { order, .. } => order.is_empty(),
            Shape::Match { given, .. } => given.iter().all(Option::is_none),
        }
    }
}
